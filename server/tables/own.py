"""What only the server knows: the feed, what tablets pushed, photos, people and their sessions, tablets, who works."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from server.tables.columns import code, flag, ident, metadata, number, some, when

# ---- the feed (sync design §2, §5.2)
sync_scope = Table(
    "sync_scope",
    metadata,
    ident("id", primary_key=True),
    number("seq"),
    number("floor"),
)
sync_feed = Table(
    "sync_feed",
    metadata,
    ident("scope", primary_key=True),
    code("kind", 40, primary_key=True),
    ident("id", primary_key=True),
    number("seq"),
    number("rev"),
    flag("gone"),
    UniqueConstraint("scope", "seq"),
    some("ix_sync_feed_gone", "gone", "scope", "seq"),
)

# ---- what tablets pushed
op_receipt = Table(
    "op_receipt",
    metadata,
    ident("op_id", primary_key=True),
    ident("device", nullable=False),
    ident("author", nullable=False),
    code("kind", 40),
    code("sha256"),
    Column("result", Text),
    when("happened_at", nullable=False),
    flag("is_estimated"),
    when("received_at", nullable=False),
    Index("ix_op_receipt_device_received_at", "device", "received_at"),
)
dead_letter = Table(
    "dead_letter",
    metadata,
    ident("op_id", primary_key=True),
    code("sha256", primary_key=True),
    ident("device", nullable=False),
    ident("author", nullable=False),
    ident("site"),
    code("kind", 40),
    Column("body", Text, nullable=False),
    Column("problem", Text, nullable=False),
    code("state", 20),
    code("word", 500, default=""),
    when("received_at", nullable=False),
    when("settled_at"),
    ident("settled_by"),
    Index("ix_dead_letter_state_received_at", "state", "received_at"),
    Index("ix_dead_letter_device", "device"),
)

letter_act = Table(
    "letter_act",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    ident("op_id", nullable=False),
    code("sha256"),
    when("at", nullable=False),
    ident("by"),
    code("by_name", 100, default=""),
    code("act", 20),
    code("word", 500, default=""),
    Column("corrected", Text),
    Column("problem", Text),
    Index("ix_letter_act_op_id", "op_id"),
)

# ---- review of records
presence = Table(
    "presence",
    metadata,
    ident("record", primary_key=True),
    Column("rule", Integer, nullable=False),
    Column("body", Text, nullable=False),
    when("at", nullable=False),
)
review_draw = Table(
    "review_draw",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    ident("person", nullable=False),
    code("person_name", 100),
    code("state", 20),
    code("seed", 64),
    Column("candidates", Text, nullable=False),
    number("count"),
    when("drawn_at", nullable=False),
    when("closed_at"),
    Column("outcome", Text, nullable=False, default="{}"),
    when("sealed_at"),  # an older server does not know it
    Index("ix_review_draw_site_drawn_at", "site", "drawn_at"),
)
draw_sample = Table(
    "draw_sample",
    metadata,
    ident("draw", primary_key=True),
    ident("record", primary_key=True),
    number("place"),
    when("opened_at"),
)

# ---- photos
blob = Table(
    "blob",
    metadata,
    ident("sha256", primary_key=True),
    number("size_bytes"),
    number("received_bytes"),
    code("mime", 40, default=""),
    when("touched_at", nullable=False),
    when("stored_at"),
    some("ix_blob_unstored", "stored_at IS NULL", "touched_at"),
)
blob_ref = Table(
    "blob_ref",
    metadata,
    ident("sha256", primary_key=True),
    code("kind", 40, primary_key=True),
    ident("id", primary_key=True),
    ident("site", nullable=False),
    ident("unit"),
    flag("is_thumb", server_default=false()),  # an older server does not know it
    ident("camera"),
    Index("ix_blob_ref_id_kind", "id", "kind"),
    Index("ix_blob_ref_camera", "camera"),
)

# ---- people, sessions, tablets
account = Table(
    "account",
    metadata,
    ident("login", primary_key=True),
    ident("person", nullable=False),
    code("password_hash", 200),
    flag("is_disabled"),
    code("language", 8, default=""),
    when("created_at", nullable=False),
    when("last_seen_at"),
    UniqueConstraint("person"),
)
session = Table(
    "session",
    metadata,
    code("token_sha256", primary_key=True),
    Column("login", String(64), ForeignKey("account.login", ondelete="CASCADE"), nullable=False),
    when("created_at", nullable=False),
    when("used_at", nullable=False),
    when("expires_at", nullable=False),
    code("agent", 200, default=""),
    code("address", 60, default="", server_default=""),  # an older server does not know it
    Index("ix_session_login", "login"),
)
password_link = Table(
    "password_link",
    metadata,
    code("token_sha256", primary_key=True),
    Column("login", String(64), ForeignKey("account.login", ondelete="CASCADE"), nullable=False),
    ident("created_by", nullable=False),
    when("created_at", nullable=False),
    when("expires_at", nullable=False),
    Index("ix_password_link_login", "login"),
)
site_role = Table(
    "site_role",
    metadata,
    ident("person", primary_key=True),
    ident("site", primary_key=True),
    code("role", 40, primary_key=True),
)
login_attempt = Table(
    "login_attempt",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    code("subject", 100),
    when("at", nullable=False),
    Index("ix_login_attempt_subject_at", "subject", "at"),
)
knock = Table(
    "knock",
    metadata,
    Column("slot", Integer, primary_key=True, autoincrement=False),
    code("subject"),
    when("until", nullable=False),
    Column("times", Integer, nullable=False),
)
"""How often who has no account came, by the hash of a subject; as many rows as there are slots and never more."""
former = Table(
    "former",
    metadata,
    code("kind", 40, primary_key=True),
    ident("id", primary_key=True),
    when("until", primary_key=True),
    Column("body", Text, nullable=False),
)
"""Places, people and equipment as they stood until they were changed; what is printed of old records is read here."""
device = Table(
    "device",
    metadata,
    ident("id", primary_key=True),
    code("name", 100),
    ident("site", nullable=False),
    ident("person", nullable=False),
    code("token_sha256"),
    code("state", 20),
    code("app", 40, default=""),
    Column("protocol", Integer, nullable=False, default=1),
    when("enrolled_at", nullable=False),
    when("seen_at"),
    when("pushed_at"),
    when("pulled_at"),
    when("revoked_at"),
    Column("visits", BigInteger, nullable=False, default=0, server_default="0"),  # an older server does not know it
    Column("health", Text, nullable=False, default="{}"),
    Column("clock_offset_ms", BigInteger),
    UniqueConstraint("token_sha256"),
    Index("ix_device_site", "site"),
)
device_person = Table(
    "device_person",
    metadata,
    ident("device", primary_key=True),
    ident("person", primary_key=True),
    when("since", nullable=False),
)
enrolment_code = Table(
    "enrolment_code",
    metadata,
    code("code_sha256", primary_key=True),
    ident("site", nullable=False),
    ident("person", nullable=False),
    code("created_by", 64, default=""),
    when("created_at", nullable=False),
    when("expires_at", nullable=False),
    when("used_at"),
    ident("used_by"),
)

# ---- the rest
serial = Table(
    "serial",
    metadata,
    code("name", 100, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    number("last"),
)
meta = Table("meta", metadata, code("key", primary_key=True), Column("value", Text, nullable=False))
lease = Table(
    "lease",
    metadata,
    code("name", primary_key=True),
    code("holder", 200),
    when("until", nullable=False),
    when("worked_at"),
)

# ---- who did what: a chain of hashes (docs/audit.md)
chain = Table(
    "chain",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    when("at", nullable=False),
    ident("person"),
    code("name", 200),
    code("roles", 500),
    ident("site"),
    code("origin", 200),
    code("act", 100),
    Column("about", Text, nullable=False),
    code("outcome", 20),
    code("digest"),
    Column("secret_until", Date),
    code("prev"),
    code("hash"),
    Index("ix_chain_site_seq", "site", "seq"),
    Index("ix_chain_person_seq", "person", "seq"),
    Index("ix_chain_at", "at", "seq"),
)
chain_head = Table(
    "chain_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    code("hash"),
)
chain_mark = Table("chain_mark", metadata, ident("device", primary_key=True), when("until", nullable=False))
"""Up to when a tablet's receipts are in the chain."""

# ---- hazards: what is ordered meanwhile, and what an authority ordered
measure = Table(
    "measure",
    metadata,
    ident("id", primary_key=True),
    ident("hazard", nullable=False),
    ident("site", nullable=False),
    code("kind", 20),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
    code("origin", 20, default=""),
    Column("text", Text, nullable=False),
    Column("interim_measures", Text, nullable=False),
    code("decision", 20, default=""),
    code("ref", 200, default=""),
    Column("budget_fen", BigInteger),
    code("fund_source", 30, default=""),
    Column("deadline_on", Date),
    ident("earlier"),
    Index("ix_measure_hazard_at", "hazard", "at"),
)
external_order = Table(
    "external_order",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    number("rev"),
    code("authority", 200),
    code("kind", 30),
    code("no", 100),
    Column("issued_on", Date, nullable=False),
    Column("received_on", Date, nullable=False),
    code("received_by", 100, default=""),
    Column("deadline_on", Date, nullable=False),
    Column("content", Text, nullable=False),
    code("state", 20),
    Column("photos", Text, nullable=False, default="[]"),
    code("reply_no", 100, default=""),
    Column("replied_on", Date),
    Column("reply_text", Text, nullable=False, default=""),
    ident("replied_by"),
    code("replied_by_name", 100, default=""),
    Column("outcome", Text, nullable=False, default=""),
    Column("closed_on", Date),
    ident("created_by", nullable=False),
    code("created_by_name", 100),
    when("created_at", nullable=False),
    UniqueConstraint("site", "no"),
    Index("ix_external_order_site_state_deadline_on", "site", "state", "deadline_on"),
)
order_hazard = Table(
    "order_hazard",
    metadata,
    ident("order_id", primary_key=True),
    ident("hazard", primary_key=True),
    Index("ix_order_hazard_hazard", "hazard"),
)
