"""JSON at speed: msgspec for the ordinary, ``shared.wire`` for everything that is not.

``shared.wire`` is the law of what is accepted. msgspec is ten times faster and agrees with it except on a few rare
forms (NUL and surrogates as escapes, whole numbers past 53 bits, times without offset). A text that could hold one of these, or
that msgspec refuses, is read by ``shared.wire``, which also words the refusal. A test holds the two to each other.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar, cast

import msgspec

from shared import wire

T = TypeVar("T")
_WITHOUT_OFFSET = re.compile(rb':[0-9][0-9]:[0-9][0-9][0-9.]*"')
_DIGITS = bytes(0x30 if 0x30 <= byte <= 0x39 else 0x20 for byte in range(256))
_LONG_NUMBER = b"0" * 16


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
    if is_ordinary(text):
        try:
            return _decoder(cls).decode(text)
        except (msgspec.DecodeError, ValueError, RecursionError):
            pass  # shared.wire decides, and says why
    return wire.decode(cls, wire.loads(text))


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
            return msgspec.convert(body, cls)
        except (msgspec.ValidationError, ValueError):
            return wire.decode(cls, body)

    def fingerprint(self, value: object) -> bytes:
        """Write ``value`` so that equal JSON values give equal bytes."""
        return msgspec.json.encode(value, order="deterministic")


class CarefulCodec(FastCodec):
    """Reads operations by ``shared.wire`` alone."""

    def decode(self, cls: type[T], body: dict[str, object]) -> T:
        return wire.decode(cls, body)


def _decoder(cls: type[T]) -> msgspec.json.Decoder[T]:
    found = _DECODERS.get(cls)
    if found is None:
        found = _DECODERS[cls] = msgspec.json.Decoder(cls)
    return cast("msgspec.json.Decoder[T]", found)


_DECODERS: dict[type, msgspec.json.Decoder[Any]] = {}
"""Filled on first use; a decoder is a constant of its class."""
