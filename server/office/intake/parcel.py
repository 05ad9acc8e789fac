"""Carries the rows of a file from the page that shows the trial to the act: packed into the form, so nothing waits here.

What comes back is tried again before it is written; nothing depends on its being what was sent.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from datetime import date, datetime
from typing import Any, Final

from server.office.intake.book import MOST_ROWS, Book
from server.office.places.field import Cell
from server.office.places.kinds import RecordKind
from shared import wire
from shared.errors import MalformedError

MOST_BYTES: Final = 400_000
_MOST_UNPACKED: Final = 20 << 20


def pack(book: Book) -> str:
    """Write the rows of a book without faults as text for a form; empty if they are too many."""
    rows = [[number, {name: _out(cell) for name, cell in row.items() if cell is not None}] for number, row in book.rows]
    packed = base64.b64encode(zlib.compress(wire.dumps([list(book.fields), rows]).encode(), 9)).decode()
    return packed if len(packed) <= MOST_BYTES else ""


def unpack(text: str, kind: RecordKind) -> Book:
    """Read what ``pack`` wrote.

    Raises:
        MalformedError: it is something else.
    """
    try:
        reader = zlib.decompressobj()
        data = reader.decompress(base64.b64decode(text, validate=True), _MOST_UNPACKED)
        if not reader.eof:
            raise ValueError("cut off or too large")
        fields, rows = _pair(wire.loads(data))
        known = {field.name for field in kind.fields}
        named = tuple(str(name) for name in fields if name in known)
        read = tuple(
            (int(number), {name: _in(cells.get(name)) for name in named}) for number, cells in rows[:MOST_ROWS]
        )
    except (binascii.Error, zlib.error, TypeError, ValueError, AttributeError) as error:
        raise MalformedError(detail="not a parcel of rows", path="parcel") from error
    return Book(read, {}, named)


def _pair(value: Any) -> tuple[Any, Any]:
    fields, rows = value
    return fields, rows


def _out(cell: Cell) -> Any:
    if isinstance(cell, datetime):
        return {"at": cell.isoformat()}
    return {"on": cell.isoformat()} if isinstance(cell, date) else cell


def _in(cell: Any) -> Cell:
    if isinstance(cell, dict):
        return datetime.fromisoformat(str(cell["at"])) if "at" in cell else date.fromisoformat(str(cell["on"]))
    if cell is None or isinstance(cell, str | int | float | bool):
        return cell
    raise ValueError("not a cell")
