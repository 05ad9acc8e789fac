"""grades of records by risk, and the draws of bulk reviews."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

QUEUE = ["site", "review_state", "is_gone", "rank", "id", "flags", "grade", "template", "point", "author"]


def upgrade() -> None:
    op.add_column("inspection", sa.Column("grade", sa.String(1), nullable=False, server_default=""))
    op.add_column("inspection", sa.Column("flags", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("inspection", sa.Column("rank", sa.String(40), nullable=False, server_default=""))
    _index("ix_inspection_ungraded", ["review_state", "site"], "rank = '' AND status = 'final'")
    _index("ix_inspection_queue", QUEUE, "rank <> ''")
    op.create_table(
        "presence",
        sa.Column("record", sa.String(64), nullable=False),
        sa.Column("rule", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("record", name=op.f("pk_presence")),
    )
    op.create_table(
        "review_draw",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("person_name", sa.String(100), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("seed", sa.String(64), nullable=False),
        sa.Column("candidates", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("drawn_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime()),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_draw")),
    )
    op.create_index("ix_review_draw_site_drawn_at", "review_draw", ["site", "drawn_at"])
    op.create_table(
        "draw_sample",
        sa.Column("draw", sa.String(64), nullable=False),
        sa.Column("record", sa.String(64), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("draw", "record", name=op.f("pk_draw_sample")),
    )


def downgrade() -> None:
    op.drop_table("draw_sample")
    op.drop_index("ix_review_draw_site_drawn_at", table_name="review_draw")
    op.drop_table("review_draw")
    op.drop_table("presence")
    op.drop_index("ix_inspection_queue", table_name="inspection")
    op.drop_index("ix_inspection_ungraded", table_name="inspection")
    with op.batch_alter_table("inspection") as batch_op:
        for name in ("rank", "flags", "grade"):
            batch_op.drop_column(name)


def _index(name: str, columns: list[str], where: str) -> None:
    op.create_index(name, "inspection", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
