"""excuses that are asked for on a tablet, who was in a machine room, rounds on their way to another tablet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import server.tables

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES = (
    ("excuse", ("site", "is_gone", "state", "asked_at")),
    ("access", ("site", "is_gone", "entered_at", "id")),
    ("access", ("point", "entered_at")),
    ("handover", ("record",)),
)


def upgrade() -> None:
    _create(
        "excuse",
        _id("rule"),
        sa.Column("window_on", sa.Date(), nullable=False),
        _id("author"),
        _state(),
        _when("asked_at"),
    )
    _create(
        "access",
        _id("point"),
        _id("author"),
        sa.Column("is_refused", sa.Boolean(), nullable=False),
        _when("entered_at"),
        _when("left_at", nullable=True),
    )
    _create("handover", _id("record"), _state(), _when("offered_at"))
    for table, columns in INDEXES:
        op.create_index(_name(table, columns), table, list(columns))


def downgrade() -> None:
    for table, columns in INDEXES:
        op.drop_index(_name(table, columns), table)
    for table in ("handover", "access", "excuse"):
        op.drop_table(table)


def _create(table: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        _id("id"),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        _when("stored_at"),
        _id("site"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _id(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.String(length=64), nullable=False)


def _state() -> sa.Column[object]:
    return sa.Column("state", sa.String(length=20), nullable=False)


def _when(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, server.tables.UtcDateTime(timezone=True), nullable=nullable)


def _name(table: str, columns: tuple[str, ...]) -> str:
    return f"ix_{table}_{'_'.join(columns)}"
