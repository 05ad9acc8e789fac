"""What expressions compute with, and how one kind of value becomes another (XPath 1.0 §4, ODK's dates).

A node-set (the answers of all instances of a repeat) is a tuple. An unanswered question is the empty text, which is
no number: ``'' > 3`` and ``'' = 0`` are false. A date counts as its days since 1970-01-01, a time as its part of a day.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

Atom = str | float | bool | date | datetime | time
Value = Atom | tuple[Atom, ...]

EPOCH = datetime.combine(date(1970, 1, 1), time())
"""Local wall clock: days are counted as a person at the site counts them."""
_NUMBER = re.compile(r"\s*-?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*")
_DAY = timedelta(days=1)


def first(value: Value) -> Atom:
    """Reduce a node-set to its first member, the empty text if it has none."""
    if isinstance(value, tuple):
        return value[0] if value else ""
    return value


def members(value: Value) -> tuple[Atom, ...]:
    """View a value as a node-set."""
    return value if isinstance(value, tuple) else (value,)


def to_text(value: Value) -> str:
    """Convert to text: whole numbers without a point, dates in ISO 8601."""
    atom = first(value)
    if isinstance(atom, bool):
        return "true" if atom else "false"
    if isinstance(atom, float):
        return _number_text(atom)
    if isinstance(atom, datetime):
        return atom.isoformat(timespec="milliseconds")
    if isinstance(atom, (date, time)):
        return atom.isoformat()
    return atom


def to_number(value: Value) -> float:
    """Convert to a number; NaN if the value is none."""
    atom = first(value)
    if isinstance(atom, (bool, float)):
        return float(atom)
    if isinstance(atom, str):
        return float(atom) if _NUMBER.fullmatch(atom) else math.nan
    return days(atom)


def to_boolean(value: Value) -> bool:
    """Convert to true or false: a non-empty text or node-set and a number other than 0 and NaN are true."""
    if isinstance(value, tuple):
        return bool(value)
    if isinstance(value, float):
        return not (value == 0 or math.isnan(value))
    return bool(value) if isinstance(value, (bool, str)) else True


def days(moment: date | datetime | time) -> float:
    """Count the days since 1970-01-01 by the wall clock; a time is a part of one day."""
    if isinstance(moment, time):
        return (timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second) / _DAY) + (
            moment.microsecond / 86_400_000_000
        )
    if isinstance(moment, datetime):
        return (moment.replace(tzinfo=None) - EPOCH) / _DAY
    return float((moment - EPOCH.date()).days)


def to_moment(value: Value) -> date | datetime | None:
    """Read a date or a date with time: from itself, from ISO 8601 text, or from days since 1970-01-01."""
    atom = first(value)
    if isinstance(atom, (date, datetime)):
        return atom
    if isinstance(atom, str) and (moment := parse_moment(atom)) is not None:
        return moment
    if isinstance(atom, time):
        return None
    number = to_number(atom)
    if not -700_000 < number < 2_900_000:  # the years 1 to 9999, a little inside
        return None
    return EPOCH + number * _DAY if number % 1 else (EPOCH + number * _DAY).date()


def parse_moment(text: str) -> date | datetime | None:
    """Read ISO 8601 text; None if it is neither a date nor a date with time."""
    if len(text) < 10 or text[4] != "-":
        return None
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def is_equal(left: Value, right: Value) -> bool:
    """Tell whether two values are equal; a node-set is, if any of its members is (XPath 1.0 §3.4)."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    return any(_equal(one, other) for one in members(left) for other in members(right))


def is_unequal(left: Value, right: Value) -> bool:
    """Tell whether two values differ; for node-sets, whether any pair of members does."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) != to_boolean(right)
    return any(not _equal(one, other) for one in members(left) for other in members(right))


def numbers(left: Atom, right: Atom) -> tuple[float, float]:
    """Convert both sides of an operator; a text beside a date is read as a date."""
    if _is_moment(left) and isinstance(right, str):
        right = parse_moment(right) or right
    elif _is_moment(right) and isinstance(left, str):
        left = parse_moment(left) or left
    return to_number(left), to_number(right)


def _equal(left: Atom, right: Atom) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    one, other = numbers(left, right)
    return one == other


def _is_moment(atom: Atom) -> bool:
    return isinstance(atom, (date, datetime))


def _number_text(number: float) -> str:
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return str(int(number)) if number.is_integer() else format(Decimal(repr(number)), "f")
