"""an index that finds the inspection of a unit before another one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WHERE = "point IS NULL AND unit IS NOT NULL"


def upgrade() -> None:
    columns = ["unit", "template", "started_at"]
    where = sa.text(WHERE)
    op.create_index("ix_inspection_unit", "inspection", columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    op.drop_index("ix_inspection_unit", table_name="inspection")
