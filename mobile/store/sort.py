"""Tell which table a row of a damaged database belonged to, by what it holds: its page no longer says so.

The tables' own rules (STRICT, CHECK) are asked again when the row is inserted; here it is enough not to take one table's row,
or an index entry, for another table's. What only helps (undo steps, the last place) is left behind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from mobile.store.wreck import Row, Value
from shared.ids import is_sha256, is_uuid

Values = tuple[Value, ...]
Rank = Callable[[Values], tuple[int, str]]
_META = frozenset(
    {
        "enrolment", "own_device", "epoch", "app", "schema", "hello_at", "limits", "retain_days", "offset_s",
        "push_ops", "chunk_bytes", "last_try", "salvaged_at", "salvage", "salvage_seen",
    }
)  # fmt: skip
_NAME = re.compile(r"[a-z][a-z_]{1,40}")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Sorted:
    """A row with its table's name. ``key`` names the places of its key, ``rank`` says how far on a form of it is."""

    table: str
    values: Values
    key: tuple[int, ...]
    rank: Rank


def sort_of(row: Row) -> Sorted | None:
    """Find a row's table; None if it belongs to none, or not to be carried over."""
    for kind in _WITH_ROWID if row.rowid is not None else _WITHOUT:
        if kind.least <= len(row.values) and kind.is_one(row.values):
            values = (row.rowid, *row.values[1:]) if kind.has_number else row.values
            return Sorted(kind.table, values, kind.key, kind.rank)
    return None


@dataclass(frozen=True, slots=True)
class _Kind:
    """``least``: how many columns the first schema had; ``has_number``: its INTEGER PRIMARY KEY is the row's number."""

    table: str
    least: int
    key: tuple[int, ...]
    is_one: Callable[[Values], bool]
    rank: Rank
    has_number: bool = False


def _is_record(v: Values) -> bool:
    return (
        len(v) == 6 and _uuid(v[0]) and v[1] in {"draft", "final"} and _object(v[2]) and (v[3] is None or _object(v[3]))
    )


def _is_replica(v: Values) -> bool:
    return len(v) == 6 and _text(v[0]) and _text(v[1]) and isinstance(v[3], int) and v[5] in {0, 1} and _object(v[4])


def _is_photo(v: Values) -> bool:
    return _uuid(v[0]) and v[4] in {"pending", "ready", "dropped"} and _object(v[5]) and (v[7] is None or _sha256(v[7]))


def _is_op(v: Values) -> bool:
    return (
        v[0] is None
        and _uuid(v[1])
        and v[9] in {"pending", "acked", "parked"}
        and _object(v[7])
        and _object(v[8])
        and (v[10] is None or _object(v[10]))
    )


def _is_answer(v: Values) -> bool:
    return len(v) == 4 and _uuid(v[0]) and _text(v[1]) and _text(v[2]) and "item" in _members(v[3])


def _is_sheet(v: Values) -> bool:
    return (
        len(v) == 4
        and _uuid(v[0])
        and v[1] in {"recheck", "hazard", "note", "notice", "visit", "excuse", "admit"}
        and "author" in _members(v[3])
    )


def _is_signature(v: Values) -> bool:
    return len(v) == 3 and _uuid(v[0]) and _text(v[1]) and "signer" in _members(v[2])


def _is_blob(v: Values) -> bool:
    return (
        _sha256(v[0])
        and isinstance(v[1], int)
        and isinstance(v[2], int)
        and v[3] in {"local", "pending", "stored", "damaged"}
    )


def _is_cursor(v: Values) -> bool:
    return len(v) == 6 and _text(v[0]) and all(isinstance(one, int) for one in (v[1], v[2], v[4], v[5]))


def _is_shift(v: Values) -> bool:
    return len(v) in {6, 7} and _uuid(v[0]) and _uuid(v[1]) and isinstance(v[4], int) and "began_at" in _members(v[5])


def _is_phrase(v: Values) -> bool:
    return len(v) == 3 and _text(v[0]) and isinstance(v[1], int) and isinstance(v[2], str) and bool(_STAMP.match(v[2]))


def _is_meta(v: Values) -> bool:
    return len(v) == 2 and v[0] in _META and isinstance(v[1], str) and _json(v[1])


def _is_setting(v: Values) -> bool:
    return len(v) == 2 and isinstance(v[0], str) and bool(_NAME.fullmatch(v[0])) and _text(v[1])


def _said_at(place: int) -> Rank:
    def rank(v: Values) -> tuple[int, str]:
        at = _members(v[place]).get("at")
        return (0, str(at.get("wall", ""))) if isinstance(at, dict) else (0, "")

    return rank


def _number(place: int) -> Rank:
    def rank(v: Values) -> tuple[int, str]:
        value = v[place]
        return (value if isinstance(value, int) else -1, "")

    return rank


def _place_in(*states: str, place: int) -> Rank:
    return lambda v: (states.index(str(v[place])) if v[place] in states else -1, "")


def _same(_v: Values) -> tuple[int, str]:
    return 0, ""


_WITH_ROWID = (
    _Kind("outbox", 15, (1,), _is_op, _place_in("acked", "parked", "pending", place=9), has_number=True),
    _Kind("photo", 11, (0,), _is_photo, _place_in("dropped", "pending", "ready", place=4)),
    _Kind("record", 6, (0,), _is_record, _place_in("draft", "final", place=1)),
    _Kind("replica", 6, (0, 1, 2), _is_replica, _number(3)),
)
_WITHOUT = (
    _Kind("blob", 10, (0,), _is_blob, _place_in("stored", "damaged", "local", "pending", place=3)),
    _Kind("answer", 4, (0, 1, 2), _is_answer, _said_at(3)),
    _Kind("sheet", 4, (0,), _is_sheet, _said_at(3)),
    _Kind("signature", 3, (0, 1), _is_signature, _said_at(2)),
    _Kind("shift", 6, (0,), _is_shift, _number(4)),
    _Kind("cursor", 6, (0,), _is_cursor, _number(1)),
    _Kind("phrase", 3, (0,), _is_phrase, _number(1)),
    _Kind("meta", 2, (0,), _is_meta, _same),
    _Kind("setting", 2, (0,), _is_setting, _same),
)


TABLES = tuple(kind.table for kind in (*_WITH_ROWID, *_WITHOUT))
"""The tables that are carried over."""


def _text(value: Value) -> bool:
    return isinstance(value, str)


def _uuid(value: Value) -> bool:
    return isinstance(value, str) and is_uuid(value)


def _sha256(value: Value) -> bool:
    return isinstance(value, str) and is_sha256(value)


def _json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _object(value: Value) -> bool:
    return isinstance(value, str) and value.startswith("{") and _json(value)


def _members(value: Value) -> dict[str, object]:
    if not isinstance(value, str) or not value.startswith("{"):
        return {}
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
