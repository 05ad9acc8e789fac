"""prints of papers by site, so that their list is answered by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("paper_print", sa.Column("site", sa.String(64), nullable=False, server_default=""))
    op.execute("UPDATE paper_print SET site = (SELECT site FROM paper WHERE paper.code = paper_print.code)")
    op.create_index("ix_paper_print_site_at", "paper_print", ["site", "at", "id"])


def downgrade() -> None:
    op.drop_index("ix_paper_print_site_at", table_name="paper_print")
    with op.batch_alter_table("paper_print") as table:
        table.drop_column("site")
