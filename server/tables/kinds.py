"""One table for each synced kind."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, Table, Text, false

from server.tables.columns import code, flag, ident, number, some, synced, when

site = synced("site", code("name", 200), code("short_name", 20))
building = synced(
    "building",
    ident("site", nullable=False),
    code("name", 200),
    code("code", server_default=""),  # an older server does not know it, nor the next
    flag("is_retired", server_default=false()),
    lists=(("site",),),
)
point = synced(
    "point",
    ident("site", nullable=False),
    ident("building"),
    code("name", 200),
    code("number"),
    code("point_kind", 40),
    code("tag", 200),
    flag("is_retired", server_default=false()),
    lists=(("site", "number"),),
)
asset = synced(
    "asset",
    ident("site", nullable=False),
    ident("point", nullable=False),
    code("asset_kind", 40),
    code("name", 200),
    code("number"),
    flag("is_retired", server_default=false()),
    Column("next_inspection_on", Date),
    Column("governor_on", Date),
    Column("service_on", Date),
    Column("scrap_on", Date),
    lists=(("site", "point"),),
)
unit = synced(
    "unit",
    ident("site", nullable=False),
    code("name", 200),
    code("unit_kind", 40),
    code("code", server_default=""),
    flag("is_retired", server_default=false()),
    lists=(("site",),),
)
person = synced(
    "person",
    ident("site", nullable=False),
    code("name", 200),
    ident("unit"),
    flag("is_active"),
    code("code", server_default=""),
    lists=(("site",),),
)
template = synced(
    "template",
    ident("template_id", nullable=False),
    Column("version", Integer, nullable=False),
    code("title", 200),
    code("inspection_type"),
    lists=(("template_id", "version"),),
)
phrase = synced(
    "phrase",
    ident("phrase_id", nullable=False),
    Column("version", Integer, nullable=False),
    flag("is_retired"),
    # Columns that an older server does not know.
    code("words", 200, server_default=""),
    code("words_en", 200, server_default=""),
    code("codes", 1500, server_default=""),
    code("grade", 20, server_default=""),
    Column("days", Integer),
    code("clause", 200, server_default=""),
    code("certainty", 20, server_default=""),
    Column("said", Text, nullable=False, server_default=""),
    lists=(("phrase_id", "version"),),
)
workday_year = synced("workday_year", Column("year", Integer, nullable=False))
rule = synced(
    "rule",
    ident("site", nullable=False),
    code("code"),
    ident("template", nullable=False),
    ident("point"),
    flag("is_secret"),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date),
    # Columns that an older server does not know.
    code("name", 200, server_default=""),
    code("name_en", 200, server_default=""),
    ident("about_unit"),  # not "unit": the unit itself sees no plans (server.store.viewer)
    code("role", 40, server_default=""),
    Column("performers", Text, nullable=False, server_default=""),
    Column("source", Text, nullable=False, server_default=""),
    lists=(("site",), ("is_secret", "starts_on"), ("site", "is_gone", "name", "id")),
)
waiver = synced(
    "waiver",
    ident("site", nullable=False),
    ident("rule", nullable=False),
    Column("window_on", Date, nullable=False),
    lists=(("site", "window_on"),),
)
inspection = synced(
    "inspection",
    ident("site", nullable=False),
    ident("template", nullable=False),
    Column("template_version", Integer, nullable=False),
    ident("point"),
    ident("unit"),
    ident("author", nullable=False),
    ident("device", nullable=False),
    code("status", 20),
    Column("author_rev", BigInteger, nullable=False),
    when("started_at", nullable=False),
    when("ended_at"),
    ident("rule"),
    Column("window_on", Date),
    code("review_state", 20, default=""),
    flag("is_late"),
    ident("amends"),
    ident("forked_from"),
    # Worked out after it arrived (server.store.grade), no part of the body; older servers do not know them.
    code("grade", 1, server_default=""),
    Column("flags", Integer, nullable=False, server_default="0"),
    code("rank", 40, server_default=""),
    lists=(("point", "template", "started_at"),),
    some=(
        # All that the list filters by, in its order: pages and counts are answered by this index alone.
        Index(
            "ix_inspection_list",
            *("site", "started_at", "id", "is_gone", "review_state", "template", "point", "author"),
        ),
        some(
            "ix_inspection_unaccepted",
            "review_state <> 'accepted'",
            *("site", "review_state", "is_gone", "started_at", "id"),
        ),
        some("ix_inspection_ungraded", "rank = '' AND status = 'final'", "review_state", "site"),
        some(
            "ix_inspection_queue",
            "rank <> ''",
            *("site", "review_state", "is_gone", "rank", "id", "flags", "grade", "template", "point", "author"),
        ),
        some("ix_inspection_unit", "point IS NULL AND unit IS NOT NULL", "unit", "template", "started_at"),
        some("ix_inspection_task", "rule IS NOT NULL", "rule", "window_on", "is_gone", "status", "ended_at"),
        some("ix_inspection_amends", "amends IS NOT NULL", "amends"),
        some("ix_inspection_forked_from", "forked_from IS NOT NULL", "forked_from"),
    ),
)
review = synced(
    "review",
    ident("site", nullable=False),
    ident("inspection", nullable=False),
    ident("author", nullable=False),
    code("state", 20),
    when("at", nullable=False),
    lists=(("inspection", "at"),),
)
note = synced(
    "note",
    ident("site", nullable=False),
    code("about_kind", 40),
    ident("about_id", nullable=False),
    ident("author", nullable=False),
    when("at", nullable=False),
    lists=(("about_id", "at"),),
)
hazard = synced(
    "hazard",
    ident("site", nullable=False),
    code("no"),
    code("description", 500),
    code("location", 200),
    code("state", 30),
    code("grade", 20),
    flag("is_suspected_major"),
    code("category", 40),
    ident("unit"),
    ident("point"),
    ident("source"),
    code("item"),
    ident("notice"),
    ident("found_by", nullable=False),
    when("found_at", nullable=False),
    Column("deadline_on", Date),
    Column("round", Integer, nullable=False),
    when("changed_at", nullable=False),
    ident("asset"),
    ident("recurs_from"),
    Column("first_deadline_on", Date),
    when("issued_at"),
    when("ended_at"),
    code("phrase", server_default=""),  # an older server does not know it
    lists=(
        ("site", "is_gone", "found_at", "id", "source"),
        ("site", "is_gone", "state", "deadline_on"),
        ("unit", "found_at"),
        ("source",),
        ("notice",),
        ("point", "item", "found_at"),
    ),
    some=(
        some("ix_hazard_phrase", "phrase <> ''", "point", "phrase", "found_at"),
        some("ix_hazard_recurs_from", "recurs_from IS NOT NULL", "recurs_from"),
        some("ix_hazard_again", "recurs_from IS NOT NULL", "site", "is_gone", "found_at", "id"),
        # What the numbers count and group by, so that no record is read for them; the second for joins by the id.
        Index(
            "ix_hazard_numbers",
            *("site", "is_gone", "found_at", "state", "deadline_on", "ended_at", "issued_at", "grade", "category"),
            *("unit", "point", "recurs_from", "item", "asset", "id"),
        ),
        # What was due on each day, and what stands in a state by when it was found: counted in their own order.
        some(
            "ix_hazard_due",
            "deadline_on IS NOT NULL",
            *("site", "is_gone", "deadline_on", "state", "ended_at", "unit", "category", "grade", "point"),
        ),
        Index(
            "ix_hazard_standing",
            *("site", "is_gone", "state", "found_at", "id", "deadline_on", "unit", "category", "grade", "point"),
        ),
        Index("ix_hazard_of", "id", "site", "is_gone", "state", "unit", "category", "grade", "point"),
        some(
            "ix_hazard_archive",
            "ended_at IS NOT NULL",
            *("site", "is_gone", "ended_at", "id", "state", "issued_at", "unit", "category", "grade", "point"),
        ),
    ),
)
notice = synced(
    "notice",
    ident("site", nullable=False),
    code("no", 100),
    code("state", 30),
    ident("unit", nullable=False),
    ident("inspection"),
    Column("deadline_on", Date),
    when("issued_at"),
    ident("supersedes"),
    lists=(("site", "is_gone", "state", "issued_at", "id"), ("unit", "issued_at"), ("site", "no")),
    some=(some("ix_notice_supersedes", "supersedes IS NOT NULL", "supersedes"),),
)
reply = synced(
    "reply",
    ident("site", nullable=False),
    ident("notice", nullable=False),
    ident("hazard", nullable=False),
    when("submitted_at", nullable=False),
    lists=(("hazard", "submitted_at"),),
    some=(Index("ix_reply_site_submitted_at_hazard", "site", "submitted_at", "hazard", "is_gone"),),
)
extension = synced(
    "extension",
    ident("site", nullable=False),
    ident("hazard", nullable=False),
    when("asked_at", nullable=False),
    Column("is_granted", Boolean(create_constraint=False)),
    lists=(("hazard", "asked_at"),),
)
recheck = synced(
    "recheck",
    ident("site", nullable=False),
    ident("hazard", nullable=False),
    ident("notice"),
    code("no", 100),
    code("result", 20),
    Column("round", Integer, nullable=False),
    ident("rechecked_by", nullable=False),
    when("at", nullable=False),
    some=(
        Index("ix_recheck_hazard_at", "hazard", "at", "is_gone"),
        Index("ix_recheck_site_round_at", "site", "round", "at", "hazard", "result", "is_gone"),
    ),
)
shift = synced(
    "shift",
    ident("site", nullable=False),
    ident("device", nullable=False),
    ident("person", nullable=False),
    number("author_rev"),
    when("began_at", nullable=False),
    when("ended_at"),
    lists=(("device", "began_at"),),
)
pin = synced("pin", ident("site", nullable=False), when("set_at", nullable=False), flag("is_set"), lists=(("site",),))

excuse = synced(
    "excuse",
    ident("site", nullable=False),
    ident("rule", nullable=False),
    Column("window_on", Date, nullable=False),
    ident("author", nullable=False),
    code("state", 20),
    when("asked_at", nullable=False),
    lists=(("site", "is_gone", "state", "asked_at"),),
)
access = synced(
    "access",
    ident("site", nullable=False),
    ident("point", nullable=False),
    ident("author", nullable=False),
    flag("is_refused"),
    when("entered_at", nullable=False),
    when("left_at"),
    lists=(("site", "is_gone", "entered_at", "id"), ("point", "entered_at")),
)
handover = synced(
    "handover",
    ident("site", nullable=False),
    ident("record", nullable=False),
    code("state", 20),
    when("offered_at", nullable=False),
    lists=(("record",),),
)

number_block = synced(
    "number_block",
    ident("site", nullable=False),
    ident("device", nullable=False),
    Column("year", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    lists=(("site", "year", "first"),),
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
