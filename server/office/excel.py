"""Lists as Excel files: typed columns, a frozen head with filters, times in the estate's zone, photos if asked for.

A cell holds what was stored and nothing that Excel would work out: a text that begins with ``=`` stays a text.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any, BinaryIO, Final, Generic, TypeVar
from urllib.parse import quote

import xlsxwriter
from flask import Response, request
from PIL import Image

from server.office.formats import Formats
from server.office.jobs.ask import ask, work_key
from server.office.listing import Query, query
from server.office.parts import office
from server.office.reader import Reader, reader
from server.store import Page, PageRequest, Tx
from server.store.job import Wish
from shared.sync.messages import Json

T = TypeVar("T")
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_AT_ONCE: Final = 5_000
"""Rows of a file that is written while the browser waits: about half a second. More is a job."""
MOST_IN_ALL: Final = 50_000
"""Rows of a file that a job writes; beyond, the list wants filters. Excel itself ends at 65,530 links."""
MOST_PHOTOS_AT_ONCE: Final = 100
_BATCH: Final = 500
_LONGEST: Final = 32_000
"""Excel's cells end at 32,767 characters."""
_PHOTO_PX: Final = (120, 90)
_ROW_PT: Final = 72


class Kind(Enum):
    """What a column holds: what its ``value`` returns, and how it is written.

    LINK: a path of this server and the words to show; PHOTO: a picture's bytes. None leaves a cell empty.
    """

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"
    TIME = "time"
    LINK = "link"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its head, how its value is found in a row, its kind and its width in characters."""

    title: str
    value: Callable[[T], Any]
    kind: Kind = Kind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """A list to be written: the name of its file, its columns, and its rows, read as they are written."""

    name: str
    columns: Sequence[Column[T]]
    rows: Iterable[T]


@dataclass(frozen=True, slots=True)
class About:
    """What the second sheet says of a file: who asked for what, when and where. ``base`` begins the links."""

    estate: str
    by: str
    asked: str
    base: str
    formats: Formats


Count = Callable[[int], None]


def as_excel(name: str, columns: Sequence[Column[T]], rows: Iterable[T]) -> Response:
    """Answer with ``rows`` as an Excel file, as many as are written at once (``MOST_AT_ONCE``).

    ``name`` is the list's name in the reader's language; it names sheet and file.
    """
    who = reader()
    out = io.BytesIO()
    write_excel(out, Sheet(name, columns, rows), about(who), most=MOST_AT_ONCE)
    return send(out.getvalue(), file_name(name, who), XLSX)


def about(who: Reader) -> About:
    """Say who asks for a file, and for which list, from this request."""
    base = office().config.public_url or request.host_url.rstrip("/")
    return About(who.site_name, who.name, request.full_path.rstrip("?"), base, who.formats)


def file_name(name: str, who: Reader) -> str:
    """Name a file by what it is, the estate and the day."""
    parts = (name, who.site_name, f"{who.formats.today:%Y%m%d}")
    return "-".join(part.replace("/", " ").strip() for part in parts if part) + ".xlsx"


def send(data: bytes, name: str, mime: str, *, is_shown: bool = False) -> Response:
    """Answer with a file; ``is_shown``: in the browser's own viewer."""
    answer = Response(data, mimetype=mime)
    answer.headers["Content-Disposition"] = disposition(name, is_shown=is_shown)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def disposition(name: str, *, is_shown: bool = False) -> str:
    """Write the header that gives a file its name, of any letters."""
    stem, _, ending = name.rpartition(".")
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in stem).strip("-") or "file"
    how = "inline" if is_shown else "attachment"
    return f"{how}; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(name, safe='')}"


def pages_of(fetch: Callable[[PageRequest], Page[T]], sort: str, most: int = MOST_IN_ALL + 1) -> Iterator[T]:
    """Yield the rows of a paged list in its order, some hundred by each query, ``most`` at most."""
    wanted = PageRequest(1, _BATCH, sort)
    left = most
    while left > 0:
        page = fetch(wanted)
        yield from page.rows[:left]
        left -= len(page.rows)
        if not page.after:
            return
        wanted = PageRequest(wanted.number + 1, _BATCH, page.sort, page.after)


@dataclass(slots=True)
class _Writer(Generic[T]):
    """One workbook being written."""

    book: Any
    sheet: Any
    columns: Sequence[Column[T]]
    about: About
    looks: dict[Kind, Any] = field(default_factory=dict)

    def head(self) -> None:
        bold = self.book.add_format(
            {"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "valign": "vcenter", "text_wrap": True}
        )
        shapes = {Kind.DATE: "yyyy-mm-dd", Kind.MOMENT: "yyyy-mm-dd hh:mm", Kind.TIME: "hh:mm"}
        plain: dict[str, Any] = {"valign": "top"}
        for kind in Kind:
            look = plain | ({"num_format": shapes[kind]} if kind in shapes else {})
            look |= {"text_wrap": True} if kind is Kind.TEXT else {}
            look |= {"font_color": "#0B5CAD", "underline": 1} if kind is Kind.LINK else {}
            self.looks[kind] = self.book.add_format(look)
        for at, column in enumerate(self.columns):
            self.sheet.set_column(at, at, column.width)
            self.sheet.write_string(0, at, column.title, bold)
        self.sheet.set_row(0, 24)
        self.sheet.freeze_panes(1, 0)

    def row(self, number: int, one: T) -> None:
        if any(column.kind is Kind.PHOTO for column in self.columns):
            self.sheet.set_row(number, _ROW_PT)
        for at, column in enumerate(self.columns):
            value = column.value(one)
            if value is not None and value != "":
                self.cell(number, at, column.kind, value)

    def cell(self, number: int, at: int, kind: Kind, value: Any) -> None:
        look = self.looks[kind]
        if kind is Kind.NUMBER:
            self.sheet.write_number(number, at, value, look)
        elif kind is Kind.MOMENT and isinstance(value, datetime):
            self.sheet.write_datetime(number, at, self.about.formats.local(value).replace(tzinfo=None), look)
        elif kind in (Kind.DATE, Kind.TIME):
            self.sheet.write_datetime(number, at, value, look)
        elif kind is Kind.LINK:
            path, words = value
            self.sheet.write_url(number, at, f"{self.about.base}{path}", look, str(words)[:_LONGEST])
        elif kind is Kind.PHOTO:
            self.photo(number, at, value)
        else:
            self.sheet.write_string(number, at, str(value)[:_LONGEST], look)

    def photo(self, number: int, at: int, data: bytes) -> None:
        with Image.open(io.BytesIO(data)) as image:
            scale = min(_PHOTO_PX[0] / image.width, _PHOTO_PX[1] / image.height)
        placed = {"image_data": io.BytesIO(data), "x_scale": scale, "y_scale": scale, "object_position": 1}
        self.sheet.insert_image(number, at, "photo.jpg", placed | {"x_offset": 2, "y_offset": 2})

    def end(self, rows: int) -> None:
        if self.columns:
            self.sheet.autofilter(0, 0, max(rows, 1), len(self.columns) - 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_footer("&C&P / &N")


def write_excel(
    out: BinaryIO, sheet: Sheet[T], said: About, *, tell: Count = lambda _n: None, most: int = MOST_IN_ALL
) -> int:
    """Write a list into ``out`` and return how many rows it has; ``tell`` hears every few hundred rows how far it is.

    ``most`` rows at most are written; the second sheet says so if there were more.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    say = said.formats.wording
    number, is_cut = 0, False
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": sheet.name, "company": said.estate, "author": said.by})
        book.set_size(2400, 1600)
        writer = _Writer(book, book.add_worksheet(_sheet_name(sheet.name)), sheet.columns, said)
        writer.head()
        for one in sheet.rows:
            if number == most:
                is_cut = True
                break
            number += 1
            writer.row(number, one)
            if number % _BATCH == 0:
                tell(number)
        writer.end(number)
        facts = [
            (say("excel.list"), sheet.name),
            (say("excel.estate"), said.estate),
            (say("excel.rows"), f"{number}" + (f" ({say('excel.cut')})" if is_cut else "")),
            (say("excel.asked"), said.asked),
            (say("excel.by"), said.by),
            (say("excel.at"), f"{said.formats.moment(said.formats.now)} ({said.formats.zone.key})"),
        ]
        second = book.add_worksheet(say("excel.about"))
        second.set_column(0, 0, 18)
        second.set_column(1, 1, 70)
        for at, (name, words) in enumerate(facts):
            second.write_string(at, 0, name)
            second.write_string(at, 1, words)
    return number


def _sheet_name(name: str) -> str:
    """Leave out what Excel allows in no sheet's name; 31 characters at most."""
    return "".join(letter for letter in name if letter not in "[]:*?/\\'")[:31].strip() or "1"


Export = Callable[[Tx, Reader, Query], Sheet[Any]]
"""Makes a list's sheet as its address asks for it; who may not see the list is refused, rows are read within ``tx``."""


def answer(export: Export) -> Response:
    """Answer a list's ``?as=xlsx``: the rows that its filters leave, in its order; a long list becomes a job."""
    who = reader()
    with office().store.reading() as tx:
        sheet = export(tx, who, query())
        has_photos = any(column.kind is Kind.PHOTO for column in sheet.columns)
        most = MOST_PHOTOS_AT_ONCE if has_photos else MOST_AT_ONCE
        rows = list(itertools.islice(sheet.rows, most + 1))
        if len(rows) <= most or "<" in export.__qualname__:  # a function that no other process can name
            return as_excel(sheet.name, sheet.columns, rows)
        said = about(who)
    asked: Json = {"path": said.asked, "base": said.base, "export": f"{export.__module__}:{export.__qualname__}"}
    title = who.wording("excel.job", name=sheet.name)
    return ask(Wish("excel", title, asked, who.wording.language, key=work_key("excel", said.asked)))
