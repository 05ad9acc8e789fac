"""small copies of photos."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("blob_ref", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_thumb", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("camera", sa.String(length=64), nullable=True))
        batch_op.create_index("ix_blob_ref_camera", ["camera"], unique=False)
    with op.batch_alter_table("blob_ref", schema=None) as batch_op:
        batch_op.alter_column("is_thumb", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("blob_ref", schema=None) as batch_op:
        batch_op.drop_index("ix_blob_ref_camera")
        batch_op.drop_column("camera")
        batch_op.drop_column("is_thumb")
