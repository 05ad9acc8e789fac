"""the earlier hazard that somebody says this one is again, beside what else is said about it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("measure", sa.Column("earlier", sa.String(64)))


def downgrade() -> None:
    op.execute("DELETE FROM measure WHERE kind IN ('again', 'apart')")
    op.drop_column("measure", "earlier")
