"""Recordings for tests: MPEG-4 files with the boxes that a recorder writes, and no sound worth hearing."""

from __future__ import annotations

import struct

TICKS_A_SECOND = 1000


def a_voice(seconds: float = 5.0, said: bytes = b"said") -> bytes:
    """Make a whole recording; `said` tells one from another."""
    return _box(b"ftyp", b"mp42\0\0\0\0mp42isom") + _box(b"mdat", said) + _box(b"moov", _box(b"mvhd", _head(seconds)))


def a_cut_voice() -> bytes:
    """Make what a kill leaves of a recording: no index yet."""
    return _box(b"ftyp", b"mp42\0\0\0\0mp42isom") + struct.pack(">I4s", 1 << 20, b"mdat") + b"said"


def _head(seconds: float) -> bytes:
    return struct.pack(">IIIII", 0, 0, 0, TICKS_A_SECOND, int(seconds * TICKS_A_SECOND)) + bytes(80)


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body
