"""Turn the dataclasses of ``shared`` into JSON values and back; the one description of a message is its class.

Decoding is strict about what it knows and ignores what it does not: unknown members are left to the raw body, which
both sides keep, so that a newer app's data survives an older one. A missing member takes the field's default, and a
member that equals its default is not written; so the default of a shipped field never changes.
Forms: enum -> its value; datetime -> RFC 3339 with offset; date and time -> ISO 8601; tuple -> array; Text and every
other dataclass -> object. Integers stay within 53 bits, as every JSON reader can hold them.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import re
import types
import typing
from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from typing import TypeVar

from shared.errors import MalformedError

PROTOCOL = 1
"""The sync protocol spoken by this code; every request and response names it in ``Sync-Protocol``."""
SCHEMA = 1
"""Counts up when an app learns new kinds of rows; a change makes it pull everything anew."""

T = TypeVar("T")
Decoder = Callable[[object, str], object]
_LIMIT = 1 << 53


def dumps(value: object) -> str:
    """Write JSON as this product stores and sends it: compact, Chinese unescaped, members in field order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def loads(text: str | bytes) -> object:
    """Read JSON.

    Raises:
        MalformedError: the text is not JSON or not UTF-8.
    """
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise MalformedError(detail=str(error), path="$") from error


class RawJson(str):
    """A JSON object that stays the text it came as: to be kept or passed on, not looked into."""

    __slots__ = ()


def loads_keeping(text: bytes, path: tuple[str, ...]) -> object:
    """Read JSON, but leave the objects at ``path`` as ``RawJson``; arrays on the way there are walked through.

    They are checked like everything else and never written anew, so that unknown members and forms stay as they came.

    Raises:
        MalformedError: the text is not JSON or not UTF-8.
    """
    try:
        whole = text.decode()
        value, end = _keeping(whole, _gap(whole, 0), path)
        if _gap(whole, end) != len(whole):
            raise ValueError(f"more than one value: char {end}")
    except (ValueError, RecursionError, IndexError) as error:
        raise MalformedError(detail=str(error), path="$") from error
    return value


def text_of(value: object) -> str:
    """Write JSON as ``dumps`` does; raw JSON is the text that it came as."""
    return value if isinstance(value, RawJson) else dumps(value)


def encode(value: object) -> object:
    """Turn a dataclass (or a value within one) into JSON values, leaving out members that equal their default."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        fields = _fields(type(value))  # type: ignore[arg-type]  # every class is hashable; mypy looks at its instances
        members = ((name, getattr(value, name), default) for name, default in fields)
        return {name: encode(member) for name, member, default in members if not _equals(member, default)}
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [encode(entry) for entry in value]
    if isinstance(value, dict):
        return {str(key): encode(entry) for key, entry in value.items()}
    raise TypeError(f"{type(value).__name__} has no JSON form")


def encode_object(value: object) -> dict[str, object]:
    """Turn a dataclass into a JSON object.

    Raises:
        TypeError: ``value`` is not a dataclass.
    """
    encoded = encode(value)
    if not isinstance(encoded, dict):
        raise TypeError(f"{type(value).__name__} is not a JSON object")
    return encoded


def decode(cls: type[T], value: object, path: str = "$") -> T:
    """Build a ``cls`` (a dataclass) from JSON values.

    Raises:
        MalformedError: with ``path`` such as ``$.answers[3].result`` and what was expected there.
    """
    decoder = _decoder(cls)  # type: ignore[arg-type]  # as above
    return typing.cast(T, decoder(value, path))


def _refuse_constant(text: str) -> object:
    raise ValueError(f"{text} is not JSON")


_SCAN = json.JSONDecoder(parse_constant=_refuse_constant).raw_decode
_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN_NAME = re.compile(r'"([a-z_]+)":(?![ \t\n\r])')


def _keeping(text: str, at: int, path: tuple[str, ...]) -> tuple[object, int]:
    """Read the value that begins at ``at``; return it and where it ends."""
    first = text[at]
    if not path and first == "{":
        end = _SCAN(text, at)[1]
        return RawJson(text[at:end]), end
    if path and first == "{":
        return _members(text, _gap(text, at + 1), path)
    if path and first == "[":
        return _entries(text, _gap(text, at + 1), path)
    value, end = _SCAN(text, at)
    return value, end


def _members(text: str, at: int, path: tuple[str, ...]) -> tuple[dict[str, object], int]:
    members: dict[str, object] = {}
    if text[at] == "}":
        return members, at + 1
    wanted, rest = path[0], path[1:]
    while True:
        name, at = _name(text, at)
        members[name], at = _keeping(text, at, rest) if name == wanted else _SCAN(text, at)
        if text[at : at + 2] == ',"':
            at += 1
            continue
        at = _gap(text, at)
        if text[at] == "}":
            return members, at + 1
        at = _after_comma(text, at)


def _entries(text: str, at: int, path: tuple[str, ...]) -> tuple[list[object], int]:
    entries: list[object] = []
    if text[at] == "]":
        return entries, at + 1
    while True:
        entry, at = _keeping(text, at, path)
        entries.append(entry)
        at = _gap(text, at)
        if text[at] == "]":
            return entries, at + 1
        at = _after_comma(text, at)


def _name(text: str, at: int) -> tuple[str, int]:
    """Read a member's name; return it and where the value begins."""
    plain = _PLAIN_NAME.match(text, at)
    if plain is not None:
        return plain[1], plain.end()
    if text[at] != '"':
        raise ValueError(f"expected a name in quotes: char {at}")
    name, at = _SCAN(text, at)
    at = _gap(text, at)
    if text[at] != ":":
        raise ValueError(f"expected a colon: char {at}")
    return name, _gap(text, at + 1)


def _after_comma(text: str, at: int) -> int:
    if text[at] != ",":
        raise ValueError(f"expected a comma: char {at}")
    return _gap(text, at + 1)


def _gap(text: str, at: int) -> int:
    """Skip white space; a page is written without any."""
    if text[at : at + 1] not in _BLANK:
        return at
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


_BLANK = frozenset(" \t\n\r")


def _equals(member: object, default: object) -> bool:
    return member is default or (type(member) is type(default) and member == default)


@functools.cache
def _fields(cls: type) -> tuple[tuple[str, object], ...]:
    """Names and defaults; a required field's default is MISSING, which equals no value."""
    return tuple(
        (field.name, field.default if field.default_factory is dataclasses.MISSING else field.default_factory())
        for field in dataclasses.fields(cls)
    )


@functools.cache
def _decoder(hint: object) -> Decoder:
    hint = getattr(hint, "__supertype__", hint)  # NewType
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is dict:
        return _dict(arguments[1])
    if isinstance(hint, type) and hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dataclass(hint)
    if hint is object:
        return lambda value, path: value
    raise TypeError(f"{hint!r} has no JSON form")


def _wrong(expected: str, path: str) -> MalformedError:
    return MalformedError(detail=f"expected {expected}", path=path)


def _text(value: object, path: str) -> object:
    if not isinstance(value, str):
        raise _wrong("a text", path)
    if "\x00" in value or (not value.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in value)):
        raise _wrong("a text without NUL or lone surrogates", path)
    return value


def _integer(value: object, path: str) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or not -_LIMIT < value < _LIMIT:
        raise _wrong("a whole number within 53 bits", path)
    return value


def _number(value: object, path: str) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise _wrong("a number", path)
    if isinstance(value, int) and not -_LIMIT < value < _LIMIT:
        raise _wrong("a number within 53 bits", path)
    return float(value)


def _boolean(value: object, path: str) -> object:
    if not isinstance(value, bool):
        raise _wrong("true or false", path)
    return value


def _nothing(value: object, path: str) -> object:
    if value is not None:
        raise _wrong("null", path)
    return None


def _datetime(value: object, path: str) -> object:
    moment = _iso(datetime.fromisoformat, value, "a date and time with offset (RFC 3339)", path)
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment
    raise _wrong("a date and time with offset (RFC 3339)", path)


def _date(value: object, path: str) -> object:
    return _iso(date.fromisoformat, value, "a date (ISO 8601)", path)


def _time(value: object, path: str) -> object:
    return _iso(time.fromisoformat, value, "a time (ISO 8601)", path)


def _iso(parse: Callable[[str], object], value: object, expected: str, path: str) -> object:
    if isinstance(value, str):
        try:
            return parse(value)
        except ValueError:
            pass
    raise _wrong(expected, path)


_SCALARS: dict[object, Decoder] = {
    str: _text,
    int: _integer,
    float: _number,
    bool: _boolean,
    type(None): _nothing,
    datetime: _datetime,
    date: _date,
    time: _time,
}


def _enum(cls: type[Enum]) -> Decoder:
    members = {member.value: member for member in cls}

    def decode_enum(value: object, path: str) -> object:
        if isinstance(value, str) and value in members:
            return members[value]
        raise _wrong("one of " + ", ".join(sorted(members)), path)

    return decode_enum


def _union(arguments: tuple[object, ...]) -> Decoder:
    if float in arguments and int in arguments:
        arguments = tuple(entry for entry in arguments if entry is not int) + (int,)
    options = [_decoder(entry) for entry in arguments]
    whole_first = [_decoder(int), *options] if int in arguments else options

    def decode_union(value: object, path: str) -> object:
        problem: MalformedError | None = None
        for option in whole_first:
            try:
                return option(value, path)
            except MalformedError as error:
                if problem is None or len(str(error.facts.get("path"))) > len(str(problem.facts.get("path"))):
                    problem = error
        raise problem or _wrong("another value", path)

    return decode_union


def _tuple(arguments: tuple[object, ...]) -> Decoder:
    is_open = len(arguments) == 2 and arguments[1] is Ellipsis
    entries = [_decoder(entry) for entry in arguments if entry is not Ellipsis]

    def decode_tuple(value: object, path: str) -> object:
        if not isinstance(value, (list, tuple)) or (not is_open and len(value) != len(entries)):
            raise _wrong("an array" if is_open else f"an array of {len(entries)}", path)
        if is_open:
            return tuple(entries[0](entry, f"{path}[{index}]") for index, entry in enumerate(value))
        return tuple(
            one(entry, f"{path}[{index}]") for index, (one, entry) in enumerate(zip(entries, value, strict=True))
        )

    return decode_tuple


def _dict(argument: object) -> Decoder:
    entry = _decoder(argument)

    def decode_dict(value: object, path: str) -> object:
        if not isinstance(value, dict):
            raise _wrong("an object", path)
        return {str(_text(key, path)): entry(member, f"{path}.{key}") for key, member in value.items()}

    return decode_dict


def _dataclass(cls: type) -> Decoder:
    hints = typing.get_type_hints(cls)
    fields = dataclasses.fields(cls)
    required = [
        field.name
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    readers: dict[str, Decoder] = {}

    def decode_dataclass(value: object, path: str) -> object:
        if not isinstance(value, dict):
            raise _wrong(f"an object ({cls.__name__})", path)
        if not readers:  # filled on first use: classes may refer to one another
            readers.update({field.name: _decoder(hints[field.name]) for field in fields})
        for name in required:
            if name not in value:
                raise _wrong(f"the member {name}", path)
        members = {name: read(value[name], f"{path}.{name}") for name, read in readers.items() if name in value}
        try:
            return cls(**members)
        except ValueError as error:
            raise MalformedError(detail=str(error), path=path) from error

    return decode_dataclass
