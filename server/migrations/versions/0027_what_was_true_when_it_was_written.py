"""Places, people and equipment as they were before they changed, and how often who has no account came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables.columns import UtcDateTime

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "former",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", "until", name=op.f("pk_former")),
    )
    op.create_table(
        "knock",
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("slot", name=op.f("pk_knock")),
    )


def downgrade() -> None:
    op.drop_table("knock")
    op.drop_table("former")
