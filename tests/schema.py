"""The schema in an empty database: laid out once in a process, copied for each test."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from sqlalchemy import Engine, inspect

from server.config import sqlite_url
from server.db import make_engine
from server.store.schema import create_schema
from server.tables import meta


def lay_schema(engine: Engine) -> None:
    """Give a database the schema if it has none; one of PostgreSQL may have been made with it (``new_postgres``)."""
    file = Path(str(engine.url.database)) if engine.dialect.name == "sqlite" else None
    if file is not None and not file.exists():
        file.write_bytes(_sqlite_file())
    elif not inspect(engine).has_table(meta.name):
        create_schema(engine)


@functools.cache
def _sqlite_file() -> bytes:
    with tempfile.TemporaryDirectory(prefix="rounds-schema-") as folder:
        engine = make_engine(sqlite_url(Path(folder)))
        create_schema(engine)
        engine.dispose()  # closing the last connection brings what is in the log into the file
        return Path(str(engine.url.database)).read_bytes()
