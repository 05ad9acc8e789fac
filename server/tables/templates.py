"""Checklists that are being written: one row a draft, and every state that it was in."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from server.tables.columns import code, ident, metadata, when

template_draft = Table(
    "template_draft",
    metadata,
    ident("id", primary_key=True),
    code("template_id", default=""),
    Column("base_version", Integer, nullable=False),
    Column("rev", Integer, nullable=False),
    code("state", 20),
    code("title", 200, default=""),
    code("title_en", 200, default=""),
    code("made_by_name", 100, default=""),
    when("made_at", nullable=False),
    code("changed_by_name", 100, default=""),
    when("changed_at", nullable=False),
    Column("published_version", Integer),
    Index("ix_template_draft_state_changed_at", "state", "changed_at"),
)
template_draft_rev = Table(
    "template_draft_rev",
    metadata,
    ident("draft", primary_key=True),
    Column("rev", Integer, primary_key=True, autoincrement=False),
    Column("shows", Integer, nullable=False),
    Column("before", Integer, nullable=False),
    Column("tip", Integer, nullable=False),
    code("what", 20),
    code("about", 200, default=""),
    ident("by", nullable=False),
    code("by_name", 100, default=""),
    when("at", nullable=False),
    Column("body", Text, nullable=False),
)
"""``shows`` is the revision whose ``body`` counts (its own unless it takes something back, then its body is empty); ``before``
the one that taking back leads to, 0 at the first; ``tip`` the last edit, to which doing again leads."""
