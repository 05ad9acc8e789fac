"""shifts with their checks and handovers, and the verifiers of people's PINs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shift",
        *_head(),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("author_rev", sa.BigInteger(), nullable=False),
        sa.Column("began_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index("ix_shift_device_began_at", "shift", ["device", "began_at"])
    op.create_table(
        "pin",
        *_head(),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        sa.Column("is_set", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin")),
    )
    op.create_index("ix_pin_site", "pin", ["site"])


def downgrade() -> None:
    op.drop_index("ix_pin_site", table_name="pin")
    op.drop_table("pin")
    op.drop_index("ix_shift_device_began_at", table_name="shift")
    op.drop_table("shift")


def _head() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", UtcDateTime(), nullable=False),
    )
