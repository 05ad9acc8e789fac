"""the words of what is searched as they were written; all is indexed anew by the next turns of work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("search_text", sa.Column("said", sa.Text(), nullable=False, server_default=""))
    op.execute("DELETE FROM search_mark")


def downgrade() -> None:
    op.drop_column("search_text", "said")
