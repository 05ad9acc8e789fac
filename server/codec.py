"""JSON at speed: msgspec for the ordinary, ``shared.wire`` for everything that is not.

``shared.wire`` is the law of what is accepted. msgspec is ten times faster and agrees with it except on a few rare
forms (NUL and surrogates as escapes, whole numbers past 53 bits, times without offset). A text that could hold one of these, or
that msgspec refuses, is read by ``shared.wire``, which also words the refusal. A test holds the two to each other.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import types
from collections.abc import Sequence
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload

import msgspec

from shared import wire
from shared.model.inspection import Answer, Inspection

T = TypeVar("T")
_WITHOUT_OFFSET = re.compile(rb':[0-9][0-9]:[0-9][0-9][0-9.]*"')
_DIGITS = bytes(0x30 if 0x30 <= byte <= 0x39 else 0x20 for byte in range(256))
_LONG_NUMBER = b"0" * 16
_MANY: dict[type, tuple[str, type]] = {Inspection: ("answers", Answer)}
"""The member of a class that holds many small objects, which nobody looks into while a record is taken in."""


def is_ordinary(text: bytes) -> bool:
    """Tell whether msgspec and ``shared.wire`` are known to read ``text`` alike if msgspec accepts it."""
    if b"\\" in text and b"\\u" in text:  # the first alone is ten times quicker, and most texts have none
        return False
    return _LONG_NUMBER not in text.translate(_DIGITS) and _WITHOUT_OFFSET.search(text) is None


def read(cls: type[T], text: bytes) -> T:
    """Build a ``cls`` from JSON.

    Raises:
        MalformedError: with the path and what was expected there.
    """
    return read_with(cls, text)[0]


def read_with(cls: type[T], text: bytes) -> tuple[T, FastCodec]:
    """Build a ``cls`` from JSON; along with it comes what reads its parts as the whole was read.

    Raises:
        MalformedError: with the path and what was expected there.
    """
    codec = FastCodec() if is_ordinary(text) else CarefulCodec()
    if not isinstance(codec, CarefulCodec):
        try:
            return _decoder(cls).decode(text), codec
        except (msgspec.DecodeError, ValueError, RecursionError):
            pass  # shared.wire decides, and says why
    return wire.decode(cls, wire.loads(text)), codec


def read_stored(cls: type[T], text: str) -> T:
    """Build a ``cls`` from a body that was checked when it was stored."""
    try:
        return _decoder(cls).decode(text)
    except (msgspec.DecodeError, ValueError):
        return wire.decode(cls, wire.loads(text))


def write(value: object) -> bytes:
    """Write dataclasses, JSON values and stored bodies (``as_stored``) as compact JSON, Chinese unescaped."""
    return msgspec.json.encode(value)


def write_text(value: object) -> str:
    """Write as ``write`` does, as text for a column."""
    return msgspec.json.encode(value).decode()


def as_stored(body: str) -> dict[str, object]:
    """Pass a stored body through to ``write`` without reading it.

    What comes back is opaque, a JSON object to the type checker only: it saves parsing and rewriting each record of a
    page (80,000 records a second against 15,000).
    """
    return cast("dict[str, object]", msgspec.Raw(body.encode()))


class FastCodec:
    """Reads operations of a request that ``is_ordinary``."""

    def decode(self, cls: type[T], body: dict[str, object]) -> T:
        """Build a ``cls``.

        Raises:
            MalformedError: with the path and what was expected there.
        """
        try:
            return _convert_lazily(body, cls) if cls in _MANY else msgspec.convert(body, cls)
        except (msgspec.ValidationError, ValueError):
            return wire.decode(cls, body)

    def fingerprint(self, value: object) -> bytes:
        """Write ``value`` so that equal JSON values give equal bytes."""
        return msgspec.json.encode(value, order="deterministic")


class CarefulCodec(FastCodec):
    """Reads operations by ``shared.wire`` alone."""

    def decode(self, cls: type[T], body: dict[str, object]) -> T:
        return wire.decode(cls, body)


class Unbuilt(Sequence[T]):
    """A tuple of dataclasses whose JSON values were checked; they are built when somebody looks. Equals that tuple."""

    __slots__ = ("_built", "_cls", "_values")

    def __init__(self, cls: type[T], values: Sequence[object]) -> None:
        self._cls = cls
        self._values = values
        self._built: tuple[T, ...] | None = None

    @property
    def built(self) -> tuple[T, ...]:
        """Return the tuple."""
        if self._built is None:
            self._built = tuple(msgspec.convert(one, self._cls) for one in self._values)
        return self._built

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        return self.built[place]

    def __eq__(self, other: object) -> bool:
        return self.built == (other.built if isinstance(other, Unbuilt) else other)

    def __hash__(self) -> int:
        return hash(self.built)

    def __repr__(self) -> str:
        return repr(self.built)


def _convert_lazily(body: dict[str, object], cls: type[T]) -> T:
    """Convert as msgspec does, but only check the member that holds many: half of the time of a record of 40 answers."""
    name, of = _MANY[cls]
    values = body.get(name)
    if not isinstance(values, list):
        return msgspec.convert(body, cls)
    msgspec.convert(values, _checks_of(of))
    rest = {**body}
    del rest[name]
    found = msgspec.convert(rest, cls)
    object.__setattr__(found, name, Unbuilt(of, values))  # frozen for everybody else
    return found


@functools.cache
def _checks_of(cls: type) -> Any:
    return tuple[_mirrored(cls), ...]  # type: ignore[misc]  # a type that is made at run time


@functools.cache
def _mirrored(hint: Any) -> Any:
    """Return what accepts the same JSON as ``hint`` and is made in a third of the time: structs for its dataclasses."""
    if dataclasses.is_dataclass(hint):
        return _struct_of(cast("type", hint))
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return Union[tuple(_mirrored(one) for one in inner)]  # noqa: UP007 - of types that are made at run time
    if origin is tuple:
        return tuple[tuple(one if one is Ellipsis else _mirrored(one) for one in inner)]  # type: ignore[misc]
    return hint


def _struct_of(cls: type) -> type[msgspec.Struct]:
    """Make a struct with the members of a dataclass, their defaults and its own check of them."""
    hints = get_type_hints(cls)
    members: list[Any] = []
    for one in dataclasses.fields(cls):
        hint = _mirrored(hints[one.name])
        members.append((one.name, hint) if one.default is dataclasses.MISSING else (one.name, hint, one.default))
    check = getattr(cls, "__post_init__", None)
    return msgspec.defstruct(cls.__name__, members, namespace={"__post_init__": check} if check else None)


def _decoder(cls: type[T]) -> msgspec.json.Decoder[T]:
    found = _DECODERS.get(cls)
    if found is None:
        found = _DECODERS[cls] = msgspec.json.Decoder(cls)
    return cast("msgspec.json.Decoder[T]", found)


_DECODERS: dict[type, msgspec.json.Decoder[Any]] = {}
"""Filled on first use; a decoder is a constant of its class."""
