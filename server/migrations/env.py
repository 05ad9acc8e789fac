"""How alembic runs here: on the connection that ``server.migrations`` hands over, all or nothing."""

from __future__ import annotations

from alembic import context

from server.db import is_sqlite
from server.tables import metadata


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the search index alone, which each database keeps in its own way (``server.tables.search``)."""
    return kind not in {"table", "index"} or not (name or "").startswith("search_index")


def run() -> None:
    """Run the migrations that were asked for in one transaction, then check SQLite's foreign keys."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=is_sqlite(connection.engine),
        compare_type=True,
        include_name=_is_ours,
        # SQLite's DDL is transactional with our own BEGIN; without saying so a failing migration leaves half of itself.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite(connection.engine):
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"the migration breaks foreign keys: {broken[:5]}")


run()
