"""the unit's links to its notices, and who was told of what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server.tables import UtcDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _links()
    op.create_table(
        "told",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_told")),
    )
    op.create_index("ix_told_at", "told", ["at"])
    _outbox()
    op.create_table(
        "told_person",
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("email", sa.String(200), nullable=False),
        sa.Column("changed_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_told_person")),
    )
    op.create_table(
        "told_choice",
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("way", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("person", "kind", name=op.f("pk_told_choice")),
    )
    _channels()


def _links() -> None:
    op.create_table(
        "unit_link",
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("notice", sa.String(64), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("made_by", sa.String(100), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime()),
        sa.Column("revoked_by", sa.String(100), nullable=False),
        sa.Column("used_at", UtcDateTime()),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_unit_link")),
    )
    op.create_index("ix_unit_link_notice_round", "unit_link", ["notice", "round"], unique=True)
    op.create_table(
        "unit_link_act",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("notice", sa.String(64), nullable=False),
        sa.Column("hazard", sa.String(64)),
        sa.Column("act", sa.String(20), nullable=False),
        sa.Column("once", sa.String(64)),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("address", sa.String(64), nullable=False),
        sa.Column("agent", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_link_act")),
    )
    op.create_index("ix_unit_link_act_notice_at", "unit_link_act", ["notice", "at"])
    op.create_index("ix_unit_link_act_once", "unit_link_act", ["once"], unique=True)


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("recipient", sa.String(80), nullable=False),
        sa.Column("channel", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("site", sa.String(64)),
        sa.Column("about_kind", sa.String(40), nullable=False),
        sa.Column("about_id", sa.String(64)),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("is_digest", sa.Boolean(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", UtcDateTime()),
        sa.Column("problem", sa.String(300), nullable=False),
        sa.Column("read_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    unique = ["recipient", "channel", "key"]
    op.create_index("ix_outbox_recipient_channel_key", "outbox", unique, unique=True)
    op.create_index("ix_outbox_recipient_channel_made_at", "outbox", ["recipient", "channel", "made_at", "id"])
    _some("ix_outbox_unread", "read_at IS NULL AND channel = 'app'", "recipient", "made_at")
    _some("ix_outbox_due", "state = 'waiting'", "due_at")
    _some("ix_outbox_given_up", "state = 'given_up'", "made_at")


def _some(name: str, where: str, *columns: str) -> None:
    op.create_index(name, "outbox", list(columns), sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _channels() -> None:
    op.create_table(
        "told_channel",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("site", sa.String(64), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("changed_by", sa.String(100), nullable=False),
        sa.Column("tried_at", UtcDateTime()),
        sa.Column("worked_at", UtcDateTime()),
        sa.Column("problem", sa.String(300), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told_channel")),
    )


def downgrade() -> None:
    for name in ("told_channel", "told_choice", "told_person", "outbox", "told", "unit_link_act", "unit_link"):
        op.drop_table(name)
