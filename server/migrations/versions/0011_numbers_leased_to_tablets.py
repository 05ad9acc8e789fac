"""numbers leased to tablets: blocks of a site's notice serials, and which notice bears a number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import server.tables

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "number_block",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stored_at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_block")),
    )
    op.create_index("ix_number_block_site_year_first", "number_block", ["site", "year", "first"])
    op.create_index("ix_notice_site_no", "notice", ["site", "no"])


def downgrade() -> None:
    op.drop_index("ix_notice_site_no", table_name="notice")
    op.drop_index("ix_number_block_site_year_first", table_name="number_block")
    op.drop_table("number_block")
