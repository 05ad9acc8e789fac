"""What a recording holds: an MPEG-4 file is whole once its index (`moov`) is there, and that tells how long it is."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from shared.errors import EvidenceMissingError

MOST_BYTES = 16 << 20
"""More is no voice note: two minutes take one megabyte."""


def whole_voice(path: Path) -> tuple[bytes, int]:
    """Return the bytes of a recording and its length in whole seconds, at least 1.

    Raises:
        EvidenceMissingError: it was cut off before its end, or is no recording.
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except OSError as error:
        raise EvidenceMissingError(missing=["voice"]) from error
    seconds = seconds_of(content)
    if seconds is None:
        raise EvidenceMissingError(missing=["voice"])
    return content, max(1, round(seconds))


def seconds_of(content: bytes) -> float | None:
    """Return how long an MPEG-4 file plays; None if it is none, or has no index as one that was cut off."""
    top = dict(_boxes(content))
    if b"ftyp" not in top or b"mdat" not in top:
        return None
    head = dict(_boxes(top.get(b"moov", b""))).get(b"mvhd", b"")
    layout = ">20xIQ" if head[:1] == b"\x01" else ">12xII"
    if len(head) < struct.calcsize(layout):
        return None
    ticks_a_second, ticks = struct.unpack_from(layout, head)
    return ticks / ticks_a_second if ticks_a_second else None


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and body of the boxes that are whole."""
    at = 0
    while at + 8 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        start = 8
        if size == 1 and at + 16 <= len(content):
            size, start = struct.unpack_from(">Q", content, at + 8)[0], 16
        end = at + size if size else len(content)
        if (size and size < start) or end > len(content):
            return
        yield kind, content[at + start : end]
        at = end
