"""The schedule as the office keeps it, beside the synced rules: what closed, why it was missed, who works, what was drawn."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, Table, Text, UniqueConstraint

from server.tables.columns import code, flag, ident, metadata, when

round_window = Table(
    "round_window",
    metadata,
    ident("rule", primary_key=True),
    Column("window_on", Date, primary_key=True),
    ident("site", nullable=False),
    ident("point"),
    ident("unit"),
    ident("template", nullable=False),
    flag("is_secret"),
    Column("due_on", Date, nullable=False),
    when("due_at", nullable=False),
    when("closes_at", nullable=False),
    ident("person"),
    code("how", 20),
    # All that lists and counts of closed rounds filter by, in their order, so that no row is read for them.
    Index(
        "ix_round_window_list",
        *(
            "site",
            "due_on",
            "due_at",
            "rule",
            "window_on",
            "closes_at",
            "is_secret",
            "person",
            "point",
            "unit",
            "template",
        ),
    ),
)
"""One row per window that has closed; what became of it follows from the records and waivers of today."""

round_mark = Table("round_mark", metadata, ident("site", primary_key=True), when("until", nullable=False))
"""Up to when the windows of a site are in ``round_window``."""

disposition = Table(
    "disposition",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    ident("rule", nullable=False),
    Column("window_on", Date, nullable=False),
    code("reason", 40),
    code("note", 500, default=""),
    code("instead", 500),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
    flag("is_current"),
    Index("ix_disposition_rule_window_on", "rule", "window_on"),
)

stoppage = Table(
    "stoppage",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    code("about_kind", 20),
    ident("about_id", nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date),
    code("reason", 500),
    code("notice", 500, default=""),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
    ident("ended_by"),
    code("ended_by_name", 100, default=""),
    when("ended_at"),
    flag("is_cancelled"),
    code("effect", 10, server_default=""),
    Index("ix_stoppage_site_first_on", "site", "first_on"),
)
stoppage_rule = Table(
    "stoppage_rule",
    metadata,
    ident("stoppage", primary_key=True),
    ident("rule", primary_key=True),
)
stoppage_waiver = Table(
    "stoppage_waiver",
    metadata,
    ident("rule", primary_key=True),
    Column("window_on", Date, primary_key=True),
    ident("stoppage", nullable=False),
    ident("waiver", nullable=False),
    Column("due_on", Date, nullable=False),
    Index("ix_stoppage_waiver_stoppage", "stoppage"),
)

plan_change = Table(
    "plan_change",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    ident("site", nullable=False),
    ident("rule", nullable=False),
    code("act", 20),
    Column("from_on", Date),
    Column("facts", Text, nullable=False, default="{}"),
    code("reason", 500, default=""),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
    Index("ix_plan_change_rule", "rule"),
)
appointment = Table(
    "appointment",
    metadata,
    ident("rule", primary_key=True),
    Column("window_on", Date, primary_key=True),
    ident("site", nullable=False),
    Column("on_day", Date, nullable=False),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
    Index("ix_appointment_site_on_day", "site", "on_day"),
)

duty = Table(
    "duty",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    ident("person", nullable=False),
    Column("day", Date, nullable=False),
    code("begins", 5),
    code("ends", 5),
    ident("building"),
    UniqueConstraint("site", "day", "person", "begins"),
)
absence = Table(
    "absence",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    ident("person", nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    code("kind", 20),
    ident("deputy"),
    code("note", 500, default=""),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
    Index("ix_absence_site_last_on", "site", "last_on"),
)

surprise_plan = Table(
    "surprise_plan",
    metadata,
    ident("site", primary_key=True),
    ident("template", nullable=False),
    Column("organisers", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("count", Integer, nullable=False),
    code("opens", 5),
    code("due", 5),
    Column("since", Date, nullable=False),
    flag("is_off"),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
)
surprise_draw = Table(
    "surprise_draw",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    Column("quarter_on", Date, nullable=False),
    Column("no", Integer, nullable=False),
    code("seed"),
    code("commitment"),
    when("sealed_at", nullable=False),
    code("sealed_by_name", 100),
    Column("day_on", Date),
    Column("facts", Text, nullable=False, default="{}"),
    when("drawn_at"),
    ident("drawn_by"),
    code("drawn_by_name", 100, default=""),
    when("void_at"),
    code("void_by_name", 100, default=""),
    code("void_reason", 500, default=""),
    when("opened_at"),
    UniqueConstraint("site", "quarter_on", "no"),
    Index("ix_surprise_draw_day_on", "day_on"),
)
"""One sealed seed, and what it drew. Secret until the day is over; nothing of a row but its commitment is shown before."""
