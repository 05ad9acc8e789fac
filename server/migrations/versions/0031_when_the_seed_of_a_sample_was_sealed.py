"""when the seed of a review's random sample was sealed, before anybody knew what it would be drawn from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("review_draw", sa.Column("sealed_at", UtcDateTime()))


def downgrade() -> None:
    op.execute("DELETE FROM review_draw WHERE state = 'sealed'")
    op.drop_column("review_draw", "sealed_at")
