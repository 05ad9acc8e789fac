"""Bring a tablet's database to the newest schema: the numbered files of ``schema/``, each once, each whole or not.

``user_version`` counts the files that were run. A database of a newer app is never touched.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from shared.errors import NewerDatabaseError

SCHEMA = Path(__file__).parent / "schema"


def steps(folder: Path = SCHEMA) -> tuple[Path, ...]:
    """List the schema files in order: 0001 first, no gaps.

    Raises:
        ValueError: the files do not count up from 0001.
    """
    files = tuple(sorted(folder.glob("*.sql")))
    if [int(file.name[:4]) for file in files] != list(range(1, len(files) + 1)):
        raise ValueError("schema files count up from 0001 without gaps")
    return files


def migrate(connection: sqlite3.Connection, folder: Path = SCHEMA) -> None:
    """Run the files that this database has not seen yet.

    Raises:
        NewerDatabaseError: a newer app wrote it; nothing was changed.
    """
    files = steps(folder)
    found = version(connection)
    if found > len(files):
        raise NewerDatabaseError(found=found, known=len(files))
    for number, file in enumerate(files[found:], start=found + 1):
        script = file.read_text(encoding="utf-8")
        try:
            connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise


def version(connection: sqlite3.Connection) -> int:
    """Return how many schema files this database has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
