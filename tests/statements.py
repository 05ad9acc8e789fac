"""Listens to what a server asks its database, past every layer: the driver's own view of it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Engine, event

_HEAD = re.compile(r"\s*(\w+)(?:.*?\b(?:FROM|INTO)\s+|\s+)?(\w+)?", re.IGNORECASE | re.DOTALL)
Asked = tuple[str, Any]
"""A statement and its values; on SQLite the values stand in the text."""


@contextmanager
def listening(engine: Engine) -> Iterator[list[Asked]]:
    """Collect all statements within the ``with``; one that is run for many rows counts once."""
    asked: list[Asked] = []
    taps: list[Any] = []

    def tap(connection: Any, *_: object) -> None:
        taps.append(connection)
        if isinstance(connection, sqlite3.Connection):
            connection.set_trace_callback(lambda text: _hear(asked, text))
        else:
            connection.cursor_factory = _listening_cursor(asked)

    engine.dispose()  # a connection that is kept between uses is not checked out for each
    event.listen(engine, "checkout", tap)
    try:
        yield asked
    finally:
        event.remove(engine, "checkout", tap)
        for connection in taps:
            if isinstance(connection, sqlite3.Connection):
                connection.set_trace_callback(None)
            else:
                connection.cursor_factory = psycopg.Cursor


def heads(asked: list[Asked]) -> list[str]:
    """Name each statement by its verb and its table."""
    return [_head(text) for text, _ in asked]


def _hear(asked: list[Asked], text: str) -> None:
    if not asked or not text.startswith("INSERT") or _head(asked[-1][0]) != _head(text):
        asked.append((text, None))


def _head(text: str) -> str:
    found = _HEAD.match(text)
    return " ".join(part for part in (found.groups() if found else ()) if part)


def _listening_cursor(asked: list[Asked]) -> type:
    class Listening(psycopg.Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **more: Any) -> Any:
            asked.append((str(query), params))
            return super().execute(query, params, **more)

        def executemany(self, query: Any, params_seq: Any, **more: Any) -> None:
            asked.append((str(query), list(params_seq)))
            super().executemany(query, asked[-1][1], **more)

    return Listening
