"""an index for the list of hazards that came back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

NAME, WHERE = "ix_hazard_again", "recurs_from IS NOT NULL"


def upgrade() -> None:
    columns, where = ["site", "is_gone", "found_at", "id"], sa.text(WHERE)
    op.create_index(NAME, "hazard", columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    op.drop_index(NAME, "hazard")
