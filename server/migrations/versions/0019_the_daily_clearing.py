"""the sheets of the daily clearing and their lines."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clearing_sheet",
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("cut_at", UtcDateTime(), nullable=False),
        sa.Column("cleared_by", sa.String(64)),
        sa.Column("cleared_by_name", sa.String(100), nullable=False),
        sa.Column("cleared_at", UtcDateTime()),
        sa.Column("audited_by", sa.String(64)),
        sa.Column("audited_by_name", sa.String(100), nullable=False),
        sa.Column("audited_at", UtcDateTime()),
        sa.Column("word", sa.String(500), nullable=False),
        sa.PrimaryKeyConstraint("site", "day", name=op.f("pk_clearing_sheet")),
    )
    op.create_table(
        "clearing_line",
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("about", sa.String(64), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("is_carried", sa.Boolean(), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("closed_at", UtcDateTime()),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("progress", sa.String(500), nullable=False),
        sa.Column("next_step", sa.String(500), nullable=False),
        sa.Column("responsible", sa.String(64)),
        sa.Column("responsible_name", sa.String(100), nullable=False),
        sa.Column("promised_on", sa.Date()),
        sa.Column("said_by_name", sa.String(100), nullable=False),
        sa.Column("said_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("site", "day", "kind", "about", name=op.f("pk_clearing_line")),
    )


def downgrade() -> None:
    op.drop_table("clearing_line")
    op.drop_table("clearing_sheet")
