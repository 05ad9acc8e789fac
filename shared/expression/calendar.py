"""Dates and times in expressions: conversion to and from days since 1970-01-01, and formatting."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time

from shared.errors import ExpressionError
from shared.expression.value import Atom, Value, days, first, to_moment, to_text

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": tuple(f"周{day}" for day in "一二三四五六日"),
}
_DATE_FORMS = "YymnbdeaW"
_TIME_FORMS = "HhMS3"


def to_date(value: Value) -> Atom:
    """Convert days, ISO 8601 text or a date with time to a date; an empty value stays empty."""
    moment = _moment(value)
    return moment.date() if isinstance(moment, datetime) else moment or ""


def to_date_time(value: Value) -> Atom:
    """Convert days, ISO 8601 text or a date to a date with time; an empty value stays empty."""
    moment = _moment(value)
    if moment is None or isinstance(moment, datetime):
        return moment or ""
    return datetime.combine(moment, time())


def decimal_date_time(value: Value) -> float:
    """Count the days since 1970-01-01, with the part of the day."""
    moment = _moment(value)
    return math.nan if moment is None else days(moment)


def decimal_time(value: Value) -> float:
    """Tell which part of the day has passed at a time (noon is 0.5)."""
    atom = first(value)
    if isinstance(atom, str) and atom:
        try:
            atom = datetime.fromisoformat(atom) if "T" in atom else time.fromisoformat(atom)
        except ValueError as error:
            raise ExpressionError(expression=atom, detail="not a time") from error
    if isinstance(atom, datetime):
        atom = atom.time()
    return days(atom) if isinstance(atom, time) else math.nan


def format_date(value: Value, form: Value, language: str) -> str:
    """Write a date by ODK's identifiers: %Y %y %m %n %b %d %e %a; %W is the ISO week.

    Raises:
        ExpressionError: the value is no date, or the form has another identifier.
    """
    return _format(value, to_text(form), language, _DATE_FORMS)


def format_date_time(value: Value, form: Value, language: str) -> str:
    """Write a date with time by the identifiers of ``format_date`` and %H %h %M %S %3.

    Raises:
        ExpressionError: the value is no date, or the form has another identifier.
    """
    return _format(value, to_text(form), language, _DATE_FORMS + _TIME_FORMS)


def _moment(value: Value) -> date | datetime | None:
    """Read a date; None if empty or not a number."""
    if to_text(value) in ("", "NaN"):
        return None
    moment = to_moment(value)
    if moment is None:
        raise ExpressionError(expression=to_text(value)[:80], detail="not a date")
    return moment


def _format(value: Value, form: str, language: str, allowed: str) -> str:
    moment = _moment(value)
    if moment is None:
        return ""
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())

    def part(found: re.Match[str]) -> str:
        if found[1] not in allowed or not found[1]:
            raise ExpressionError(expression=form, detail=f"%{found[1]} is not a date identifier")
        return _part(found[1], at, language)

    return re.sub(r"%(.?)", part, form, flags=re.DOTALL)


def _part(letter: str, at: datetime, language: str) -> str:
    parts = {
        "Y": f"{at.year:04}",
        "y": f"{at.year % 100:02}",
        "m": f"{at.month:02}",
        "n": f"{at.month}",
        "b": f"{at.month}月" if language == "zh" else _MONTHS[at.month - 1],
        "d": f"{at.day:02}",
        "e": f"{at.day}",
        "a": _WEEKDAYS.get(language, _WEEKDAYS["en"])[at.weekday()],
        "W": f"{at.isocalendar().week}",
        "H": f"{at.hour:02}",
        "h": f"{at.hour}",
        "M": f"{at.minute:02}",
        "S": f"{at.second:02}",
        "3": f"{at.microsecond // 1000:03}",
    }
    return parts[letter]
