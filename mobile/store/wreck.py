"""Read what is left of a SQLite file, page by page, without SQLite: for files that SQLite itself refuses.

Every page of the file that looks like a leaf of a table is read for itself, so that damage costs the rows that it hit and
no others: no header, no root and no inner page is needed. Commits that only the write-ahead log holds are read from there.
Format: sqlite.org/fileformat2. Pages on the free list are left out where the header still says which they are.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mobile.store.database import HEADER_BYTES

MAGIC = b"SQLite format 3\x00"
USUAL_PAGE_BYTES = 4096
WAL_HEADER_BYTES, FRAME_HEADER_BYTES = 32, 24
TABLE_LEAF, INDEX_LEAF, INDEX_INNER = 0x0D, 0x0A, 0x02
_NUMBER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
Value = int | float | str | bytes | None


class BrokenCellError(Exception):
    """A cell that is not what the format says."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it lies on its page. ``rowid`` is None on pages of tables WITHOUT ROWID, and of indexes."""

    rowid: int | None
    values: tuple[Value, ...]


def rows_of(path: Path) -> Iterator[Row]:
    """Yield every row that can be read, page by page; what cannot be read is passed over.

    Raises:
        OSError: the file itself cannot be read.
    """
    pages = _Pages(path)
    try:
        unused = pages.unused()
        for number in range(1, pages.count + 1):
            if number not in unused:
                yield from _rows_on(pages, number)
    finally:
        pages.close()


class _Pages:
    """The pages of a database as its last commit left them."""

    def __init__(self, path: Path) -> None:
        wal = path.with_name(path.name + "-wal")
        self._file = path.open("rb") if path.exists() else None
        size = path.stat().st_size if self._file is not None else 0
        self._bytes: mmap.mmap | bytes = b""
        if self._file is not None and size:
            self._bytes = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        log = wal.read_bytes() if wal.exists() else b""
        self.size = _page_bytes(bytes(self._bytes[:HEADER_BYTES]), log[:WAL_HEADER_BYTES])
        self._changed = _committed(log, self.size)
        self.count = max(size // self.size, max(self._changed, default=0))

    def __getitem__(self, number: int) -> bytes:
        """Return a page.

        Raises:
            BrokenCellError: the file has no such page.
        """
        found = self._changed.get(number)
        if found is None:
            found = bytes(self._bytes[(number - 1) * self.size : number * self.size]) if number > 0 else b""
        if len(found) != self.size:
            raise BrokenCellError
        return found

    def unused(self) -> frozenset[int]:
        """Name the pages on the free list, as far as the header leads there."""
        found: set[int] = set()
        with suppress(BrokenCellError, struct.error):
            head = self[1]
            trunk = struct.unpack(">I", head[32:36])[0] if head.startswith(MAGIC) else 0
            while trunk and trunk not in found:
                found.add(trunk)
                page = self[trunk]
                trunk, count = struct.unpack(">II", page[:8])
                if count <= self.size // 4 - 2:
                    found.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))
        return frozenset(found)

    def close(self) -> None:
        if isinstance(self._bytes, mmap.mmap):
            self._bytes.close()
        if self._file is not None:
            self._file.close()


def _page_bytes(header: bytes, log_header: bytes) -> int:
    """Take the page size from whichever header still has a sane one."""
    sizes = []
    if header.startswith(MAGIC):
        sizes.append(struct.unpack(">H", header[16:18])[0])
    if len(log_header) == WAL_HEADER_BYTES:
        sizes.append(struct.unpack(">I", log_header[8:12])[0])
    for size in sizes:
        if 512 <= size <= 32_768 and size & (size - 1) == 0:
            return int(size)
    return USUAL_PAGE_BYTES


def _committed(log: bytes, page_bytes: int) -> dict[int, bytes]:
    """Return the newest form of each page in a write-ahead log, up to its last whole commit."""
    if len(log) < WAL_HEADER_BYTES:
        return {}
    magic, _, size, _, *_ = struct.unpack(">8I", log[:WAL_HEADER_BYTES])
    if magic not in {0x377F0682, 0x377F0683} or size != page_bytes:
        return {}
    order = ">" if magic & 1 else "<"
    salts = log[16:24]
    sums = _checksum(log[:24], (0, 0), order)
    done: dict[int, bytes] = {}
    open_: dict[int, bytes] = {}
    step = FRAME_HEADER_BYTES + page_bytes
    for at in range(WAL_HEADER_BYTES, len(log) - step + 1, step):
        head, page = log[at : at + FRAME_HEADER_BYTES], log[at + FRAME_HEADER_BYTES : at + step]
        sums = _checksum(page, _checksum(head[:8], sums, order), order)
        if head[8:16] != salts or struct.unpack(">II", head[16:24]) != sums:
            break
        number, size_after = struct.unpack(">II", head[:8])
        open_[number] = page
        if size_after:
            done.update(open_)
            open_ = {}
    return done


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second


def _rows_on(pages: _Pages, number: int) -> Iterator[Row]:
    try:
        page = pages[number]
    except BrokenCellError:
        return
    start = HEADER_BYTES if number == 1 and page.startswith(MAGIC) else 0
    kind = page[start]
    if kind not in {TABLE_LEAF, INDEX_LEAF, INDEX_INNER}:
        return
    count = struct.unpack(">H", page[start + 3 : start + 5])[0]
    first = start + (12 if kind == INDEX_INNER else 8)
    if first + 2 * count > len(page):
        return
    for place in struct.unpack(f">{count}H", page[first : first + 2 * count]):
        with suppress(BrokenCellError, IndexError, struct.error, UnicodeDecodeError):
            yield _cell(pages, page, place, kind)


def _cell(pages: _Pages, page: bytes, at: int, kind: int) -> Row:
    if kind == INDEX_INNER:
        at += 4
    size, at = _varint(page, at)
    rowid: int | None = None
    if kind == TABLE_LEAF:
        rowid, at = _varint(page, at)
    return Row(rowid, _record(_payload(pages, page, at, size, is_table=kind == TABLE_LEAF)))


def _payload(pages: _Pages, page: bytes, at: int, size: int, *, is_table: bool) -> bytes:
    """Gather a cell's bytes from its page and the chain of pages that it runs over to."""
    usable = pages.size
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return _whole(page[at : at + size], size)
    least = (usable - 12) * 32 // 255 - 23
    here = least + (size - least) % (usable - 4)
    here = here if here <= most else least
    if size > pages.count * usable:
        raise BrokenCellError
    parts = [_whole(page[at : at + here], here)]
    left, following = size - here, struct.unpack(">I", page[at + here : at + here + 4])[0]
    while left > 0:
        more = pages[following]
        parts.append(more[4 : 4 + min(left, usable - 4)])
        left -= len(parts[-1])
        following = struct.unpack(">I", more[:4])[0]
    return b"".join(parts)


def _record(payload: bytes) -> tuple[Value, ...]:
    head_bytes, at = _varint(payload, 0)
    if not at <= head_bytes <= len(payload):
        raise BrokenCellError
    kinds: list[int] = []
    while at < head_bytes:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    at = head_bytes
    for kind in kinds:
        value, size = _value(payload, at, kind)
        values.append(value)
        at += size
    if at != len(payload):
        raise BrokenCellError
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in {0, 8, 9}:
        return (None if kind == 0 else kind - 8), 0
    if kind in _NUMBER_BYTES:
        size = _NUMBER_BYTES[kind]
        return int.from_bytes(_whole(payload[at : at + size], size), "big", signed=True), size
    if kind == 7:
        return float(struct.unpack(">d", payload[at : at + 8])[0]), 8
    if kind < 12:
        raise BrokenCellError
    size = (kind - 12) // 2
    content = _whole(payload[at : at + size], size)
    return (content.decode("utf-8") if kind % 2 else content), size


def _whole(content: bytes, size: int) -> bytes:
    if len(content) != size:
        raise BrokenCellError
    return content


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9
