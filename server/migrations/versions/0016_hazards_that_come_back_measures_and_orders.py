"""hazards that come back, when they ended, what is ordered meanwhile, and authorities' orders."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ENDED = {"corrected_on_spot", "closed", "voided"}
AT_ONCE = 500
COLUMNS: tuple[tuple[str, Any], ...] = (
    ("asset", sa.String(64)),
    ("recurs_from", sa.String(64)),
    ("first_deadline_on", sa.Date()),
    ("issued_at", UtcDateTime()),
    ("ended_at", UtcDateTime()),
)
SOME = (
    ("ix_hazard_recurs_from", "hazard", ["recurs_from"], "recurs_from IS NOT NULL"),
    ("ix_hazard_archive", "hazard", ["site", "is_gone", "ended_at", "id"], "ended_at IS NOT NULL"),
    ("ix_notice_supersedes", "notice", ["supersedes"], "supersedes IS NOT NULL"),
)


def upgrade() -> None:
    for name, kind in COLUMNS:
        op.add_column("hazard", sa.Column(name, kind))
    op.add_column("notice", sa.Column("supersedes", sa.String(64)))
    _fill_in()
    op.create_index("ix_hazard_point_item_found_at", "hazard", ["point", "item", "found_at"])
    for name, table, columns, where in SOME:
        op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    _create_measure()
    _create_order()


def downgrade() -> None:
    op.drop_table("order_hazard")
    op.drop_table("external_order")
    op.drop_table("measure")
    for name, table, _, _ in SOME:
        op.drop_index(name, table)
    op.drop_index("ix_hazard_point_item_found_at", "hazard")
    op.drop_column("notice", "supersedes")
    for name, _ in reversed(COLUMNS):
        op.drop_column("hazard", name)


def _fill_in() -> None:
    """Work the new columns out from the bodies, as every later write does."""
    hazard = sa.table("hazard", sa.column("id"), sa.column("body"), *(sa.column(name, kind) for name, kind in COLUMNS))
    notice = sa.table("notice", sa.column("id"), sa.column("body"), sa.column("supersedes"))
    connection = op.get_bind()
    for table, read in ((hazard, _of_hazard), (notice, _of_notice)):
        last = ""
        while rows := connection.execute(
            sa.select(table.c.id, table.c.body).where(table.c.id > last).order_by(table.c.id).limit(AT_ONCE)
        ).all():
            for record, body in rows:
                values = read(json.loads(body))
                if any(value is not None for value in values.values()):
                    connection.execute(table.update().where(table.c.id == record).values(values))
            last = rows[-1][0]


def _of_hazard(body: dict[str, Any]) -> dict[str, Any]:
    steps = body.get("steps", [])
    issued = next((step["at"] for step in steps if step["event"] == "issue"), None)
    ended = steps[-1]["at"] if steps and body.get("state") in ENDED else None
    first = body.get("first_deadline_on")
    return {
        "asset": body.get("per") or body.get("asset"),
        "recurs_from": body.get("recurs_from"),
        "first_deadline_on": datetime.fromisoformat(first).date() if first else None,
        "issued_at": _moment(issued),
        "ended_at": _moment(ended),
    }


def _of_notice(body: dict[str, Any]) -> dict[str, Any]:
    return {"supersedes": body.get("supersedes")}


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _create_measure() -> None:
    op.create_table(
        "measure",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("hazard", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("interim_measures", sa.Text(), nullable=False),
        sa.Column("decision", sa.String(20), nullable=False),
        sa.Column("ref", sa.String(200), nullable=False),
        sa.Column("budget_fen", sa.BigInteger()),
        sa.Column("fund_source", sa.String(30), nullable=False),
        sa.Column("deadline_on", sa.Date()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    op.create_index("ix_measure_hazard_at", "measure", ["hazard", "at"])


def _create_order() -> None:
    op.create_table(
        "external_order",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("authority", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("no", sa.String(100), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_by", sa.String(100), nullable=False),
        sa.Column("deadline_on", sa.Date(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("photos", sa.Text(), nullable=False),
        sa.Column("reply_no", sa.String(100), nullable=False),
        sa.Column("replied_on", sa.Date()),
        sa.Column("reply_text", sa.Text(), nullable=False),
        sa.Column("replied_by", sa.String(64)),
        sa.Column("replied_by_name", sa.String(100), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date()),
        sa.Column("created_by", sa.String(64), nullable=False),
        sa.Column("created_by_name", sa.String(100), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_order")),
        sa.UniqueConstraint("site", "no", name=op.f("uq_external_order_site_no")),
    )
    op.create_index("ix_external_order_site_state_deadline_on", "external_order", ["site", "state", "deadline_on"])
    op.create_table(
        "order_hazard",
        sa.Column("order_id", sa.String(64), nullable=False),
        sa.Column("hazard", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("order_id", "hazard", name=op.f("pk_order_hazard")),
    )
    op.create_index("ix_order_hazard_hazard", "order_hazard", ["hazard"])
