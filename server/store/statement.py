"""Statements of the hot path: described with ``tables`` like all others, compiled once, run by the driver itself.

SQLAlchemy takes 15-60 µs to run a statement that SQLite answers in 2, and a push has eight of them. What is run here
takes part in the transaction of the connection as any other statement does; types are converted by the columns' own rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, Dialect, Executable, Select, Table, bindparam
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.postgresql.psycopg import dialect as postgresql_dialect
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

Values = Mapping[str, Any]
Converter = Callable[[Any], Any]
InsertInto = Callable[[Table], Any]
"""Begins an INSERT that knows ON CONFLICT, in one database's dialect."""
_MOST_IDS = 512


@dataclass(frozen=True, slots=True)
class _Compiled:
    """``places`` names the parameters in the order in which the driver takes them, which is quicker than by name.

    ``before`` and ``after`` hold the converters of the parameters and result columns that need one, ``given`` values that
    stand in the description itself.
    """

    text: str
    places: tuple[str, ...]
    given: Values
    before: tuple[tuple[str, Converter], ...]
    after: tuple[tuple[int, Converter], ...]


class Statement:
    """One statement. ``build`` describes it once for each kind of database; every parameter is a named ``bindparam``."""

    def __init__(self, build: Callable[[InsertInto], Executable]) -> None:
        self._build = build
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """Run it and return the rows that it answers with."""
        known = self._for(connection)
        found: list[tuple[Any, ...]] = _driver(connection).execute(known.text, _sent(known, values, {})).fetchall()
        return [_converted(row, known.after) for row in found] if known.after else found

    def run(self, connection: Connection, **values: Any) -> int:
        """Run it and return how many rows it wrote."""
        known = self._for(connection)
        written: int = _driver(connection).execute(known.text, _sent(known, values, {})).rowcount
        return written

    def run_many(self, connection: Connection, rows: Iterable[Values]) -> int:
        """Run it once for each row of values and return how many rows it wrote."""
        known = self._for(connection)
        converted: dict[int, tuple[Any, Any]] = {}
        sent = [_sent(known, row, converted) for row in rows]
        if not sent:
            return 0
        if len(sent) == 1:
            written: int = _driver(connection).execute(known.text, sent[0]).rowcount
            return written
        cursor = _driver(connection).cursor()
        cursor.executemany(known.text, sent)
        written = cursor.rowcount
        cursor.close()
        return written

    def _for(self, connection: Connection) -> _Compiled:
        dialect = connection.dialect
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = _compile(self._build, dialect)
        return found


class Lookup:
    """A SELECT by a list of ids: a statement for each power of two, so that few texts serve any number of ids."""

    def __init__(self, build: Callable[[Sequence[BindParameter[str]]], Select[*tuple[Any, ...]]]) -> None:
        self._build = build
        self._by_size: dict[int, Statement] = {}

    def rows(self, connection: Connection, ids: Iterable[str], **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of all ids that are there, in no order."""
        wanted = list(ids)
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(wanted), _MOST_IDS):
            some = wanted[start : start + _MOST_IDS]
            size = 1 << (len(some) - 1).bit_length()
            some += some[-1:] * (size - len(some))
            named = {f"id_{place}": one for place, one in enumerate(some)}
            found += self._of(size).rows(connection, **named, **values)
        return found

    def _of(self, size: int) -> Statement:
        found = self._by_size.get(size)
        if found is None:
            names: list[BindParameter[str]] = [bindparam(f"id_{place}") for place in range(size)]
            found = self._by_size[size] = Statement(lambda _insert: self._build(names))
        return found


def _compile(build: Callable[[InsertInto], Executable], dialect: Dialect) -> _Compiled:
    is_sqlite = dialect.name == "sqlite"
    new: Any = sqlite_dialect if is_sqlite else postgresql_dialect
    dialect = new(paramstyle="qmark" if is_sqlite else "format")
    statement: Any = build(sqlite_insert if is_sqlite else postgresql_insert)
    compiled = statement.compile(dialect=dialect)
    before = [(name, one.type.dialect_impl(dialect).bind_processor(dialect)) for name, one in compiled.binds.items()]
    answered = getattr(statement, "selected_columns", ()) or getattr(statement, "returning_column_descriptions", ())
    types = [one["type"] if isinstance(one, dict) else one.type for one in answered]
    after = [(place, one.dialect_impl(dialect).result_processor(dialect, None)) for place, one in enumerate(types)]
    return _Compiled(
        compiled.string,
        tuple(compiled.positiontup),
        {name: value for name, value in compiled.params.items() if value is not None},
        tuple((name, convert) for name, convert in before if convert is not None),
        tuple((place, convert) for place, convert in after if convert is not None),
    )


def _sent(known: _Compiled, values: Values, converted: dict[int, tuple[Any, Any]]) -> tuple[Any, ...]:
    """Convert what needs it; a value that many rows share (the time of the transaction) is converted once."""
    sent = {**known.given, **values}
    for name, convert in known.before:
        value = sent[name]
        pair = converted.get(id(value))
        if pair is None:
            pair = converted[id(value)] = (value, convert(value))
        sent[name] = pair[1]
    return tuple([sent[name] for name in known.places])


def _converted(row: Sequence[Any], converters: tuple[tuple[int, Converter], ...]) -> tuple[Any, ...]:
    cells = list(row)
    for place, convert in converters:
        cells[place] = convert(cells[place])
    return tuple(cells)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
