"""Turn stored answers into what expressions compute with, and back."""

from __future__ import annotations

import math
from datetime import date, datetime, time, tzinfo

from shared.expression import Atom, to_number, to_text
from shared.model.inspection import Answer, Result, Value
from shared.model.template import Item, ItemKind

_PLAIN_TEXT = frozenset({ItemKind.TEXT, ItemKind.TAG, ItemKind.SIGNATURE, ItemKind.CALCULATE})


class MisfitError(ValueError):
    """An answer's value does not fit its item; such an answer counts as none."""


def atom_of(item: Item, answer: Answer | None, zone: tzinfo | None) -> Atom:
    """Return an answer as an expression sees it; the empty text if there is none.

    Raises:
        MisfitError: the value is not of the item's kind.
    """
    if answer is None:
        return ""
    if item.kind is ItemKind.PASS_FAIL:
        return answer.result.value if answer.result else ""
    if item.kind is ItemKind.PHOTO:
        return " ".join(answer.photos)
    if answer.value is None:
        return ""
    if item.kind in (ItemKind.NUMBER, ItemKind.COUNT):
        return _number(item, answer.value)
    if item.kind is ItemKind.CHOICES:
        return _choices(item, answer.value)
    if not isinstance(answer.value, str):
        raise MisfitError("a text was expected")
    text = answer.value.strip()
    return text if not text else _text(item, text, zone)


def value_for(item: Item, atom: Atom) -> Value:
    """Return a computed value as an answer to ``item`` stores it; None if it is empty or does not fit."""
    text = to_text(atom)
    if not text or text == "NaN":
        return None
    if item.kind in (ItemKind.NUMBER, ItemKind.COUNT):
        number = to_number(atom)
        if not math.isfinite(number) or abs(number) >= 1 << 53:
            return None
        return int(number) if item.kind is ItemKind.COUNT else number
    if item.kind is ItemKind.CHOICES:
        return tuple(text.split())
    if item.kind is ItemKind.DATE:
        return text[:10]
    if item.kind is ItemKind.TIME:
        return (atom.time() if isinstance(atom, datetime) else time.fromisoformat(text)).isoformat("minutes")
    if item.kind is ItemKind.DATETIME and isinstance(atom, datetime):
        return atom.isoformat(timespec="seconds")
    return text


def is_blank(answer: Answer | None) -> bool:
    """Tell whether an answer holds nothing at all."""
    return answer is None or (answer.result is None and answer.value in (None, "", ()) and not answer.photos)


def sets_aside(answer: Answer | None) -> bool:
    """Tell whether the answer says 不适用 or 未检, which any kind of item may be."""
    return answer is not None and answer.result in (Result.NA, Result.NOT_CHECKED)


def _number(item: Item, value: Value) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise MisfitError("a number was expected")
    if item.kind is ItemKind.COUNT and value != int(value):
        raise MisfitError("a whole number was expected")
    return float(value)


def _choices(item: Item, value: Value) -> str:
    names = (value,) if isinstance(value, str) else value
    if not isinstance(names, tuple):
        raise MisfitError("choices were expected")
    known = {choice.name for choice in item.choices}
    if any(name not in known for name in names if name):
        raise MisfitError("not one of the choices")
    return " ".join(name for name in names if name)


def _text(item: Item, text: str, zone: tzinfo | None) -> Atom:
    if item.kind is ItemKind.CHOICE:
        if all(choice.name != text for choice in item.choices):
            raise MisfitError("not one of the choices")
        return text
    if item.kind in _PLAIN_TEXT:
        return text
    try:
        if item.kind is ItemKind.DATE:
            return date.fromisoformat(text)
        if item.kind is ItemKind.TIME:
            return time.fromisoformat(text).replace(tzinfo=None)
        if item.kind is ItemKind.DATETIME:
            moment = datetime.fromisoformat(text)
            return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    except (ValueError, OverflowError) as error:
        raise MisfitError("a date or time in ISO 8601 was expected") from error
    return text
