"""receipts by tablet: its page lists its last pushes, and the sweep takes what is over tablet by tablet."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_op_receipt_received_at", "op_receipt")
    op.create_index("ix_op_receipt_device_received_at", "op_receipt", ["device", "received_at"])


def downgrade() -> None:
    op.drop_index("ix_op_receipt_device_received_at", "op_receipt")
    op.create_index("ix_op_receipt_received_at", "op_receipt", ["received_at"])
