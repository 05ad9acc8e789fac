"""indexes that answer the numbers, the closed rounds and the log of who did what without reading the records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_hazard_numbers": (
        "hazard",
        *("site", "is_gone", "found_at", "state", "deadline_on", "ended_at", "issued_at", "grade", "category"),
        *("unit", "point", "recurs_from", "item", "asset", "id"),
    ),
    "ix_hazard_of": ("hazard", "id", "site", "is_gone", "state", "unit", "category", "grade", "point"),
    "ix_reply_site_submitted_at_hazard": ("reply", "site", "submitted_at", "hazard", "is_gone"),
    "ix_recheck_site_round_at": ("recheck", "site", "round", "at", "hazard", "result", "is_gone"),
    "ix_chain_at": ("chain", "at", "seq"),
}
WIDER = (
    ("ix_inspection_task", "inspection", ["rule", "window_on"], ["is_gone", "status", "ended_at"], "rule IS NOT NULL"),
    (
        *("ix_hazard_archive", "hazard", ["site", "is_gone", "ended_at", "id"]),
        *(["state", "issued_at", "unit", "category", "grade", "point"], "ended_at IS NOT NULL"),
    ),
    ("ix_recheck_hazard_at", "recheck", ["hazard", "at"], ["is_gone"], None),
)
"""Indexes that hold more from now on: name, table, columns, what is added, of which rows."""


def upgrade() -> None:
    for name, (table, *columns) in INDEXES.items():
        op.create_index(name, table, columns)
    for name, table, columns, more, where in WIDER:
        remake(name, table, [*columns, *more], where)


def remake(name: str, table: str, columns: list[str], where: str | None) -> None:
    op.drop_index(name, table_name=table)
    of = sa.text(where) if where else None
    op.create_index(name, table, columns, sqlite_where=of, postgresql_where=of)


def downgrade() -> None:
    for name, table, columns, _, where in WIDER:
        remake(name, table, columns, where)
    for name, (table, *_) in INDEXES.items():
        op.drop_index(name, table_name=table)
