"""what a stop did to its equipment, so that what people set themselves is theirs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("stoppage", sa.Column("effect", sa.String(10), nullable=False, server_default=""))
    # what had stopped by the day of the upgrade had put its equipment out of service
    is_over = "is_cancelled OR last_on < CURRENT_DATE"
    op.execute(f"UPDATE stoppage SET effect = 'over' WHERE about_kind = 'asset' AND ({is_over})")  # noqa: S608 - constants
    op.execute(
        "UPDATE stoppage SET effect = 'switched' WHERE about_kind = 'asset' AND effect = '' AND first_on <= CURRENT_DATE"
    )


def downgrade() -> None:
    with op.batch_alter_table("stoppage") as table:
        table.drop_column("effect")
