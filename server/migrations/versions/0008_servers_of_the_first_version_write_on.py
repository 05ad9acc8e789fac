"""servers of the first version write on while others are upgraded: what they do not know of a photo has its default again.

``blob_ref.is_thumb`` came without one, so that they could not note the photos of a record any more.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _default(sa.false())


def downgrade() -> None:
    _default(None)


def _default(value: sa.False_ | None) -> None:
    with op.batch_alter_table("blob_ref", schema=None) as batch_op:
        batch_op.alter_column("is_thumb", existing_type=sa.Boolean(), existing_nullable=False, server_default=value)
