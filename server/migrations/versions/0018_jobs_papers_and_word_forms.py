"""jobs and what they make, papers that were printed, and a customer's own Word forms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("site", sa.String(64)),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("owner_name", sa.String(100), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("unique_key", sa.String(200)),
        sa.Column("holder", sa.String(200), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("begun_at", UtcDateTime()),
        sa.Column("ended_at", UtcDateTime()),
        sa.Column("expires_at", UtcDateTime()),
        sa.Column("error", sa.String(200), nullable=False),
        sa.Column("result_name", sa.String(200), nullable=False),
        sa.Column("result_mime", sa.String(100), nullable=False),
        sa.Column("result_bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("unique_key", name=op.f("uq_job_unique_key")),
    )
    op.create_index("ix_job_state_due_at", "job", ["state", "due_at"])
    op.create_index("ix_job_owner_made_at", "job", ["owner", "made_at"])
    op.create_table(
        "job_part",
        sa.Column("job", sa.String(64), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("job", "place", name=op.f("pk_job_part")),
    )
    op.create_table(
        "paper",
        sa.Column("code", sa.String(24), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("record", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("number", sa.String(100), nullable=False),
        sa.Column("dated_on", sa.String(10), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_paper")),
    )
    op.create_index("ix_paper_record_kind", "paper", ["record", "kind"])
    op.create_table(
        "paper_print",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("code", sa.String(24), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_print")),
    )
    op.create_index("ix_paper_print_code", "paper_print", ["code"])
    op.create_table(
        "word_form",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("file_name", sa.String(200), nullable=False),
        sa.Column("docx", sa.LargeBinary(), nullable=False),
        sa.Column("is_retired", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("by_name", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_form")),
    )
    op.create_index("ix_word_form_site", "word_form", ["site"])


def downgrade() -> None:
    for name in ("word_form", "paper_print", "paper", "job_part", "job"):
        op.drop_table(name)
