"""What is searched: a record's text, and the pairs of letters by which each database's own index finds it.

On SQLite that is an FTS5 table which triggers keep in step with ``search_text``; on PostgreSQL an index over the pairs.
"""

from __future__ import annotations

from sqlalchemy import DDL, Column, Integer, Table, Text, UniqueConstraint, event

from server.tables.columns import code, ident, metadata, number

search_text = Table(
    "search_text",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=True),
    code("kind", 40),
    ident("id", nullable=False),
    ident("site", nullable=False),
    ident("unit"),
    code("title", 500),
    Column("text", Text, nullable=False),
    Column("grams", Text, nullable=False),
    Column("said", Text, nullable=False, server_default=""),  # an older server does not know it
    UniqueConstraint("kind", "id"),
)
search_mark = Table("search_mark", metadata, ident("scope", primary_key=True), number("seq"))
"""Up to where each feed was read."""

SEARCH_ON_SQLITE = (
    (
        "CREATE VIRTUAL TABLE search_index USING fts5(grams, content='search_text', content_rowid='no',"
        " tokenize='ascii', detail='none', columnsize=0)"
    ),
    (
        "CREATE TRIGGER search_added AFTER INSERT ON search_text BEGIN"
        " INSERT INTO search_index (rowid, grams) VALUES (new.no, new.grams); END"
    ),
    (
        "CREATE TRIGGER search_removed AFTER DELETE ON search_text BEGIN"
        " INSERT INTO search_index (search_index, rowid, grams) VALUES ('delete', old.no, old.grams); END"
    ),
    (
        "CREATE TRIGGER search_changed AFTER UPDATE ON search_text BEGIN"
        " INSERT INTO search_index (search_index, rowid, grams) VALUES ('delete', old.no, old.grams);"
        " INSERT INTO search_index (rowid, grams) VALUES (new.no, new.grams); END"
    ),
)
SEARCH_ON_POSTGRESQL = (
    "CREATE INDEX search_index ON search_text USING gin (array_to_tsvector(string_to_array(grams, ' ')))",
)
for _statement in SEARCH_ON_SQLITE:
    event.listen(search_text, "after_create", DDL(_statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
for _statement in SEARCH_ON_POSTGRESQL:
    event.listen(search_text, "after_create", DDL(_statement).execute_if(dialect="postgresql"))  # type: ignore[no-untyped-call]
