"""indexes that answer a year of numbers and of closed rounds in their own order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_DUE = ("site", "is_gone", "deadline_on", "state", "ended_at", "unit", "category", "grade", "point")
_STANDING = ("site", "is_gone", "state", "found_at", "id", "deadline_on", "unit", "category", "grade", "point")
_WINDOW = (
    "site",
    "due_on",
    "due_at",
    "rule",
    "window_on",
    "closes_at",
    "is_secret",
    "person",
    "point",
    "unit",
    "template",
)
_HAS_DEADLINE = "deadline_on IS NOT NULL"


def upgrade() -> None:
    of = sa.text(_HAS_DEADLINE)
    op.create_index("ix_hazard_due", "hazard", [*_DUE], sqlite_where=of, postgresql_where=of)
    op.create_index("ix_hazard_standing", "hazard", [*_STANDING])
    op.drop_index("ix_round_window_site_due_on", table_name="round_window")
    op.create_index("ix_round_window_list", "round_window", [*_WINDOW])


def downgrade() -> None:
    op.drop_index("ix_round_window_list", table_name="round_window")
    op.create_index("ix_round_window_site_due_on", "round_window", ["site", "due_on"])
    op.drop_index("ix_hazard_standing", table_name="hazard")
    op.drop_index("ix_hazard_due", table_name="hazard")
