"""Sets a PostgreSQL database's tables aside, so that a backup can be restored in their place and they can come back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, inspect, text


def has_tables(engine: Engine) -> bool:
    """Tell whether the database holds any table."""
    with engine.connect() as connection:
        return bool(inspect(connection).get_table_names())


@contextmanager
def schema_anew(engine: Engine, stamp: str) -> Iterator[str]:
    """Give the ``with`` an empty schema ``public``, and the name under which the old tables are kept meanwhile and after.

    Empty name: there were none. If the ``with`` raises, whatever it made is dropped and the old tables are back.
    """
    with engine.begin() as connection:
        aside = _free_name(connection, f"set_aside_{stamp}") if inspect(connection).get_table_names() else ""
        if aside:
            connection.execute(text(f'ALTER SCHEMA public RENAME TO "{aside}"'))
            connection.execute(text("CREATE SCHEMA public"))
    try:
        yield aside
    except BaseException:
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            back = f'ALTER SCHEMA "{aside}" RENAME TO public' if aside else "CREATE SCHEMA public"
            connection.execute(text(back))
        raise


@contextmanager
def scratch_database(engine: Engine, name: str) -> Iterator[None]:
    """Make an empty database beside this one for the ``with``, and drop it at the end; needs the right CREATEDB."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield
    finally:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))


def _free_name(connection: Connection, name: str) -> str:
    taken = set(inspect(connection).get_schema_names())
    return next(one for one in (name, *(f"{name}_{number}" for number in range(2, 1000))) if one not in taken)
