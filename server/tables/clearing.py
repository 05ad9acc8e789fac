"""The daily clearing: one sheet a site and day, and its open lines with what is done about each."""

from __future__ import annotations

from sqlalchemy import Column, Date, Table

from server.tables.columns import code, flag, ident, metadata, number, when

clearing_sheet = Table(
    "clearing_sheet",
    metadata,
    ident("site", primary_key=True),
    Column("day", Date, primary_key=True),
    code("state", 20),
    number("rev"),
    when("cut_at", nullable=False),
    ident("cleared_by"),
    code("cleared_by_name", 100, default=""),
    when("cleared_at"),
    ident("audited_by"),
    code("audited_by_name", 100, default=""),
    when("audited_at"),
    code("word", 500, default=""),
)
clearing_line = Table(
    "clearing_line",
    metadata,
    ident("site", primary_key=True),
    Column("day", Date, primary_key=True),
    code("kind", 20, primary_key=True),
    code("about", primary_key=True),
    code("title", 300),
    Column("since", Date, nullable=False),
    flag("is_carried"),
    flag("is_late"),
    when("closed_at"),
    code("reason", 20, default=""),
    code("progress", 500, default=""),
    code("next_step", 500, default=""),
    ident("responsible"),
    code("responsible_name", 100, default=""),
    Column("promised_on", Date),
    code("said_by_name", 100, default=""),
    when("said_at"),
)
"""``about`` is the record's id, or ``rule.day`` of a missed round; ``since`` the first day's sheet that held it."""
