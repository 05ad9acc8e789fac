"""The unit's links to its notices, and who was told of what: the outbox with people's choices and the channels."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from server.tables.columns import code, flag, ident, metadata, number, some, when

# ---- the unit answers without an account
unit_link = Table(
    "unit_link",
    metadata,
    code("token_sha256", primary_key=True),
    ident("notice", nullable=False),
    ident("site", nullable=False),
    number("round"),
    when("made_at", nullable=False),
    code("made_by", 100, default=""),
    when("expires_at", nullable=False),
    when("revoked_at"),
    code("revoked_by", 100, default=""),
    when("used_at"),
    number("uses"),
    Index("ix_unit_link_notice_round", "notice", "round", unique=True),
)
unit_link_act = Table(
    "unit_link_act",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    ident("notice", nullable=False),
    ident("hazard"),
    code("act", 20),
    ident("once"),
    when("at", nullable=False),
    code("name", 100, default=""),
    code("address", 64, default=""),
    code("agent", 200, default=""),
    Index("ix_unit_link_act_notice_at", "notice", "at"),
    Index("ix_unit_link_act_once", "once", unique=True),
)

# ---- who was told of what
told = Table(
    "told", metadata, code("key", 200, primary_key=True), when("at", nullable=False), Index("ix_told_at", "at")
)
outbox = Table(
    "outbox",
    metadata,
    ident("id", primary_key=True),
    code("key", 200),
    code("recipient", 80),
    code("channel", 64),
    code("kind", 40),
    ident("site"),
    code("about_kind", 40),
    ident("about_id"),
    Column("facts", Text, nullable=False),
    when("made_at", nullable=False),
    code("state", 20),
    flag("is_digest"),
    when("due_at", nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    when("sent_at"),
    code("problem", 300, default=""),
    when("read_at"),
    Index("ix_outbox_recipient_channel_key", "recipient", "channel", "key", unique=True),
    Index("ix_outbox_recipient_channel_made_at", "recipient", "channel", "made_at", "id"),
    some("ix_outbox_unread", "read_at IS NULL AND channel = 'app'", "recipient", "made_at"),
    some("ix_outbox_due", "state = 'waiting'", "due_at"),
    some("ix_outbox_given_up", "state = 'given_up'", "made_at"),
)
told_person = Table(
    "told_person", metadata, ident("person", primary_key=True), code("email", 200, default=""), when("changed_at")
)
told_choice = Table(
    "told_choice",
    metadata,
    ident("person", primary_key=True),
    code("kind", 40, primary_key=True),
    code("way", 20),
)
told_channel = Table(
    "told_channel",
    metadata,
    ident("id", primary_key=True),
    code("kind", 20),
    code("name", 100),
    code("site", 64, default=""),
    flag("is_on"),
    Column("kinds", Text, nullable=False),
    Column("settings", Text, nullable=False),
    when("changed_at", nullable=False),
    code("changed_by", 100, default=""),
    when("tried_at"),
    when("worked_at"),
    code("problem", 300, default=""),
)
