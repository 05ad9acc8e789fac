"""What the server stores: one table per synced kind, and what only the server knows.

A synced kind's table holds ``id, rev, is_gone, body`` and projections. ``body`` (JSON text, exactly what tablets get)
is the truth; every other column is computed from it when it is written, for filters, sorts and scopes. Ids are text:
they are made by tablets, travel as text and two kinds use readable codes. Rows of synced tables are never deleted:
``is_gone`` keeps the revision, so that a record made anew is newer than the one that tablets may still hold.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC on both databases (SQLite drops offsets)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without offset is not stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        """Write SQLite's text at once: SQLAlchemy's two steps take four times as long, and a record has four times."""
        return _as_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _as_text(value: datetime | None) -> str | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a time without offset is not stored")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _id(name: str, **options: Any) -> Column[Any]:
    return Column(name, String(64), **options)


def _code(name: str, length: int = 64, **options: Any) -> Column[Any]:
    return Column(name, String(length), nullable=False, **options)


def _flag(name: str, **options: Any) -> Column[Any]:
    return Column(name, Boolean(create_constraint=False), nullable=False, default=False, **options)


def _when(name: str, **options: Any) -> Column[Any]:
    return Column(name, UtcDateTime(), **options)


def _number(name: str) -> Column[Any]:
    return Column(name, BigInteger, nullable=False, default=0)


def _synced(
    kind: str, *columns: Column[Any], lists: tuple[tuple[str, ...], ...] = (), some: tuple[Index, ...] = ()
) -> Table:
    """Describe a synced kind's table; ``lists`` are the column sets that its pages filter and sort by.

    ``some`` are indexes over the few rows that a page asks for. Each index costs on every push (docs/growth.md says why
    each is there), and a plan that needs another one fails a test.
    """
    return Table(
        kind,
        metadata,
        _id("id", primary_key=True),
        Column("rev", BigInteger, nullable=False),
        _flag("is_gone"),
        Column("body", Text, nullable=False),
        _when("stored_at", nullable=False),
        *columns,
        *(Index(f"ix_{kind}_{'_'.join(names)}", *names) for names in lists),
        *some,
    )


def _some(name: str, where: str, *columns: str) -> Index:
    """Describe an index over the rows that match ``where`` only."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


# ---- synced kinds
site = _synced("site", _code("name", 200), _code("short_name", 20))
building = _synced("building", _id("site", nullable=False), _code("name", 200), lists=(("site",),))
point = _synced(
    "point",
    _id("site", nullable=False),
    _id("building"),
    _code("name", 200),
    _code("number"),
    _code("point_kind", 40),
    _code("tag", 200),
    lists=(("site", "number"),),
)
asset = _synced(
    "asset",
    _id("site", nullable=False),
    _id("point", nullable=False),
    _code("asset_kind", 40),
    _code("name", 200),
    _code("number"),
    lists=(("site", "point"),),
)
unit = _synced("unit", _id("site", nullable=False), _code("name", 200), _code("unit_kind", 40), lists=(("site",),))
person = _synced(
    "person", _id("site", nullable=False), _code("name", 200), _id("unit"), _flag("is_active"), lists=(("site",),)
)
template = _synced(
    "template",
    _id("template_id", nullable=False),
    Column("version", Integer, nullable=False),
    _code("title", 200),
    _code("inspection_type"),
    lists=(("template_id", "version"),),
)
phrase = _synced(
    "phrase",
    _id("phrase_id", nullable=False),
    Column("version", Integer, nullable=False),
    _flag("is_retired"),
    lists=(("phrase_id", "version"),),
)
workday_year = _synced("workday_year", Column("year", Integer, nullable=False))
rule = _synced(
    "rule",
    _id("site", nullable=False),
    _code("code"),
    _id("template", nullable=False),
    _id("point"),
    _flag("is_secret"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date),
    lists=(("site",), ("is_secret", "starts_on")),
)
waiver = _synced(
    "waiver",
    _id("site", nullable=False),
    _id("rule", nullable=False),
    Column("window_on", Date, nullable=False),
    lists=(("site", "window_on"),),
)
inspection = _synced(
    "inspection",
    _id("site", nullable=False),
    _id("template", nullable=False),
    Column("template_version", Integer, nullable=False),
    _id("point"),
    _id("unit"),
    _id("author", nullable=False),
    _id("device", nullable=False),
    _code("status", 20),
    Column("author_rev", BigInteger, nullable=False),
    _when("started_at", nullable=False),
    _when("ended_at"),
    _id("rule"),
    Column("window_on", Date),
    _code("review_state", 20, default=""),
    _flag("is_late"),
    _id("amends"),
    _id("forked_from"),
    lists=(("point", "template", "started_at"),),
    some=(
        # All that the list filters by, in its order: pages and counts are answered by this index alone.
        Index(
            "ix_inspection_list",
            *("site", "started_at", "id", "is_gone", "review_state", "template", "point", "author"),
        ),
        _some(
            "ix_inspection_unaccepted",
            "review_state <> 'accepted'",
            *("site", "review_state", "is_gone", "started_at", "id"),
        ),
        _some("ix_inspection_task", "rule IS NOT NULL", "rule", "window_on"),
        _some("ix_inspection_amends", "amends IS NOT NULL", "amends"),
        _some("ix_inspection_forked_from", "forked_from IS NOT NULL", "forked_from"),
    ),
)
review = _synced(
    "review",
    _id("site", nullable=False),
    _id("inspection", nullable=False),
    _id("author", nullable=False),
    _code("state", 20),
    _when("at", nullable=False),
    lists=(("inspection", "at"),),
)
note = _synced(
    "note",
    _id("site", nullable=False),
    _code("about_kind", 40),
    _id("about_id", nullable=False),
    _id("author", nullable=False),
    _when("at", nullable=False),
    lists=(("about_id", "at"),),
)
hazard = _synced(
    "hazard",
    _id("site", nullable=False),
    _code("no"),
    _code("description", 500),
    _code("location", 200),
    _code("state", 30),
    _code("grade", 20),
    _flag("is_suspected_major"),
    _code("category", 40),
    _id("unit"),
    _id("point"),
    _id("source"),
    _code("item"),
    _id("notice"),
    _id("found_by", nullable=False),
    _when("found_at", nullable=False),
    Column("deadline_on", Date),
    Column("round", Integer, nullable=False),
    _when("changed_at", nullable=False),
    lists=(
        ("site", "is_gone", "found_at", "id", "source"),
        ("site", "is_gone", "state", "deadline_on"),
        ("unit", "found_at"),
        ("source",),
        ("notice",),
    ),
)
notice = _synced(
    "notice",
    _id("site", nullable=False),
    _code("no", 100),
    _code("state", 30),
    _id("unit", nullable=False),
    _id("inspection"),
    Column("deadline_on", Date),
    _when("issued_at"),
    lists=(("site", "is_gone", "state", "issued_at", "id"), ("unit", "issued_at"), ("site", "no")),
)
reply = _synced(
    "reply",
    _id("site", nullable=False),
    _id("notice", nullable=False),
    _id("hazard", nullable=False),
    _when("submitted_at", nullable=False),
    lists=(("hazard", "submitted_at"),),
)
extension = _synced(
    "extension",
    _id("site", nullable=False),
    _id("hazard", nullable=False),
    _when("asked_at", nullable=False),
    Column("is_granted", Boolean(create_constraint=False)),
    lists=(("hazard", "asked_at"),),
)
recheck = _synced(
    "recheck",
    _id("site", nullable=False),
    _id("hazard", nullable=False),
    _id("notice"),
    _code("no", 100),
    _code("result", 20),
    Column("round", Integer, nullable=False),
    _id("rechecked_by", nullable=False),
    _when("at", nullable=False),
    lists=(("hazard", "at"),),
)
shift = _synced(
    "shift",
    _id("site", nullable=False),
    _id("device", nullable=False),
    _id("person", nullable=False),
    _number("author_rev"),
    _when("began_at", nullable=False),
    _when("ended_at"),
    lists=(("device", "began_at"),),
)
pin = _synced("pin", _id("site", nullable=False), _when("set_at", nullable=False), _flag("is_set"), lists=(("site",),))

excuse = _synced(
    "excuse",
    _id("site", nullable=False),
    _id("rule", nullable=False),
    Column("window_on", Date, nullable=False),
    _id("author", nullable=False),
    _code("state", 20),
    _when("asked_at", nullable=False),
    lists=(("site", "is_gone", "state", "asked_at"),),
)
access = _synced(
    "access",
    _id("site", nullable=False),
    _id("point", nullable=False),
    _id("author", nullable=False),
    _flag("is_refused"),
    _when("entered_at", nullable=False),
    _when("left_at"),
    lists=(("site", "is_gone", "entered_at", "id"), ("point", "entered_at")),
)
handover = _synced(
    "handover",
    _id("site", nullable=False),
    _id("record", nullable=False),
    _code("state", 20),
    _when("offered_at", nullable=False),
    lists=(("record",),),
)

number_block = _synced(
    "number_block",
    _id("site", nullable=False),
    _id("device", nullable=False),
    Column("year", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    lists=(("site", "year", "first"),),
)

# ---- the feed (sync design §2, §5.2)
sync_scope = Table(
    "sync_scope",
    metadata,
    _id("id", primary_key=True),
    _number("seq"),
    _number("floor"),
)
sync_feed = Table(
    "sync_feed",
    metadata,
    _id("scope", primary_key=True),
    _code("kind", 40, primary_key=True),
    _id("id", primary_key=True),
    _number("seq"),
    _number("rev"),
    _flag("gone"),
    UniqueConstraint("scope", "seq"),
    _some("ix_sync_feed_gone", "gone", "scope", "seq"),
)

# ---- what tablets pushed
op_receipt = Table(
    "op_receipt",
    metadata,
    _id("op_id", primary_key=True),
    _id("device", nullable=False),
    _id("author", nullable=False),
    _code("kind", 40),
    _code("sha256"),
    Column("result", Text),
    _when("happened_at", nullable=False),
    _flag("is_estimated"),
    _when("received_at", nullable=False),
    Index("ix_op_receipt_device_received_at", "device", "received_at"),
)
dead_letter = Table(
    "dead_letter",
    metadata,
    _id("op_id", primary_key=True),
    _code("sha256", primary_key=True),
    _id("device", nullable=False),
    _id("author", nullable=False),
    _id("site"),
    _code("kind", 40),
    Column("body", Text, nullable=False),
    Column("problem", Text, nullable=False),
    _code("state", 20),
    _code("word", 500, default=""),
    _when("received_at", nullable=False),
    _when("settled_at"),
    _id("settled_by"),
    Index("ix_dead_letter_state_received_at", "state", "received_at"),
    Index("ix_dead_letter_device", "device"),
)

letter_act = Table(
    "letter_act",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _id("op_id", nullable=False),
    _code("sha256"),
    _when("at", nullable=False),
    _id("by"),
    _code("by_name", 100, default=""),
    _code("act", 20),
    _code("word", 500, default=""),
    Column("corrected", Text),
    Column("problem", Text),
    Index("ix_letter_act_op_id", "op_id"),
)

# ---- photos
blob = Table(
    "blob",
    metadata,
    _id("sha256", primary_key=True),
    _number("size_bytes"),
    _number("received_bytes"),
    _code("mime", 40, default=""),
    _when("touched_at", nullable=False),
    _when("stored_at"),
    _some("ix_blob_unstored", "stored_at IS NULL", "touched_at"),
)
blob_ref = Table(
    "blob_ref",
    metadata,
    _id("sha256", primary_key=True),
    _code("kind", 40, primary_key=True),
    _id("id", primary_key=True),
    _id("site", nullable=False),
    _id("unit"),
    _flag("is_thumb", server_default=false()),  # an older server does not know it
    _id("camera"),
    Index("ix_blob_ref_id_kind", "id", "kind"),
    Index("ix_blob_ref_camera", "camera"),
)

# ---- people, sessions, tablets
account = Table(
    "account",
    metadata,
    _id("login", primary_key=True),
    _id("person", nullable=False),
    _code("password_hash", 200),
    _flag("is_disabled"),
    _code("language", 8, default=""),
    _when("created_at", nullable=False),
    _when("last_seen_at"),
    UniqueConstraint("person"),
)
session = Table(
    "session",
    metadata,
    _code("token_sha256", primary_key=True),
    Column("login", String(64), ForeignKey("account.login", ondelete="CASCADE"), nullable=False),
    _when("created_at", nullable=False),
    _when("used_at", nullable=False),
    _when("expires_at", nullable=False),
    _code("agent", 200, default=""),
    Index("ix_session_login", "login"),
)
site_role = Table(
    "site_role",
    metadata,
    _id("person", primary_key=True),
    _id("site", primary_key=True),
    _code("role", 40, primary_key=True),
)
login_attempt = Table(
    "login_attempt",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _code("subject", 100),
    _when("at", nullable=False),
    Index("ix_login_attempt_subject_at", "subject", "at"),
)
device = Table(
    "device",
    metadata,
    _id("id", primary_key=True),
    _code("name", 100),
    _id("site", nullable=False),
    _id("person", nullable=False),
    _code("token_sha256"),
    _code("state", 20),
    _code("app", 40, default=""),
    Column("protocol", Integer, nullable=False, default=1),
    _when("enrolled_at", nullable=False),
    _when("seen_at"),
    _when("pushed_at"),
    _when("pulled_at"),
    _when("revoked_at"),
    Column("visits", BigInteger, nullable=False, default=0, server_default="0"),  # an older server does not know it
    Column("health", Text, nullable=False, default="{}"),
    Column("clock_offset_ms", BigInteger),
    UniqueConstraint("token_sha256"),
    Index("ix_device_site", "site"),
)
device_person = Table(
    "device_person",
    metadata,
    _id("device", primary_key=True),
    _id("person", primary_key=True),
    _when("since", nullable=False),
)
enrolment_code = Table(
    "enrolment_code",
    metadata,
    _code("code_sha256", primary_key=True),
    _id("site", nullable=False),
    _id("person", nullable=False),
    _code("created_by", 64, default=""),
    _when("created_at", nullable=False),
    _when("expires_at", nullable=False),
    _when("used_at"),
    _id("used_by"),
)

# ---- the rest
serial = Table(
    "serial",
    metadata,
    _code("name", 100, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    _number("last"),
)
meta = Table("meta", metadata, _code("key", primary_key=True), Column("value", Text, nullable=False))
lease = Table(
    "lease",
    metadata,
    _code("name", primary_key=True),
    _code("holder", 200),
    _when("until", nullable=False),
    _when("worked_at"),
)

SYNCED: dict[str, Table] = {
    table.name: table
    for table in (
        site,
        building,
        point,
        asset,
        unit,
        person,
        template,
        phrase,
        workday_year,
        rule,
        waiver,
        inspection,
        review,
        note,
        hazard,
        notice,
        reply,
        extension,
        recheck,
        shift,
        pin,
        excuse,
        access,
        handover,
        number_block,
    )
}
"""Tables of synced kinds by kind; written by ``server.store.tx`` only."""
