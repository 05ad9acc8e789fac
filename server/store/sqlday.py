"""Days and spans that both databases work out from stored moments, each in its own words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Date, Float, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class _LocalDay(FunctionElement[Any]):
    type = Date()
    inherit_cache = True


class _DaysBetween(FunctionElement[Any]):
    type = Float()
    inherit_cache = True


def local_day(moment: ColumnElement[Any], zone: ZoneInfo, now: datetime) -> ColumnElement[Any]:
    """Return the day of a stored moment where the site lies.

    SQLite knows no zones: there the zone's offset of ``now`` counts, which is right wherever clocks are never changed
    (China has had no summer time since 1991).
    """
    minutes = (now.astimezone(zone).utcoffset() or timedelta()) // timedelta(minutes=1)
    return _LocalDay(moment, literal(zone.key), literal(f"{minutes:+} minutes"))


def days_between(begun: ColumnElement[Any], ended: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the days from one stored moment to another, with their fraction."""
    return _DaysBetween(begun, ended)


def midnight(day: Any, zone: ZoneInfo) -> datetime:
    """Return the first moment of a day where the site lies, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


@compiles(_LocalDay, "sqlite")
def _sqlite_day(element: _LocalDay, compiler: Any, **options: Any) -> str:
    moment, _, offset = (compiler.process(clause, **options) for clause in element.clauses)
    return f"date({moment}, {offset})"


@compiles(_LocalDay, "postgresql")
def _postgresql_day(element: _LocalDay, compiler: Any, **options: Any) -> str:
    moment, zone, _ = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(({moment}) AT TIME ZONE {zone} AS DATE)"


@compiles(_DaysBetween, "sqlite")
def _sqlite_days(element: _DaysBetween, compiler: Any, **options: Any) -> str:
    begun, ended = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(julianday({ended}) - julianday({begun}))"


@compiles(_DaysBetween, "postgresql")
def _postgresql_days(element: _DaysBetween, compiler: Any, **options: Any) -> str:
    begun, ended = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(EXTRACT(EPOCH FROM ({ended}) - ({begun})) / 86400.0)"
