"""what the office did with letters: each act on a dead letter, with the corrected operation and its refusal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import server.tables

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letter_act",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("op_id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("at", server.tables.UtcDateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=True),
        sa.Column("by_name", sa.String(length=100), nullable=False),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("word", sa.String(length=500), nullable=False),
        sa.Column("corrected", sa.Text(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_act")),
    )
    op.create_index("ix_letter_act_op_id", "letter_act", ["op_id"])


def downgrade() -> None:
    op.drop_index("ix_letter_act_op_id", table_name="letter_act")
    op.drop_table("letter_act")
