"""Papers: forms as they are printed, laid out on A4 pages, for a screen, a PDF to share or a printer.

A ``Paper`` is a list of blocks, pure data that views build. ``pages`` draws it with Pillow and the font that the app
ships; nothing else can set Chinese type on a tablet (decision: docs/decisions, papers drawn as pages). Pillow is loaded
here only, and drawing takes tenths of a second: call it off the UI thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

DPI = 150
WIDTH, HEIGHT = 1240, 1754
"""A4 at 150 dots per inch."""
MARGIN = 120
FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
SIZE, SMALL, HEAD = 25, 20, 42
LINE = 1.55
INK, SOFT = 0, 110
_NO_BREAK_BEFORE = frozenset("，。；：、？！）〕》」』”’%℃,.;:?!)")
Strokes = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The paper's title in the middle, its number below it at the right."""

    words: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; ``is_soft`` sets it small and grey."""

    words: str
    is_strong: bool = False
    is_soft: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines of a name and what is so."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; ``shares`` are the columns' widths relative to each other. Rows break between pages, never within."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One place to sign: who signs as what, the strokes, and what stands below (a date, a refusal)."""

    label: str
    name: str = ""
    note: str = ""
    strokes: Strokes = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """Places to sign, side by side, two in a row."""

    places: tuple[Sign, ...]


Block = Title | Para | Facts | Grid | Signs


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. ``footer`` stands at the foot of each page beside its number; ``name`` is what its file is called."""

    blocks: tuple[Block, ...]
    footer: str = ""
    name: str = "paper"


def pages(paper: Paper) -> tuple[Image, ...]:
    """Draw a paper as grey A4 pages of ``WIDTH`` by ``HEIGHT`` dots."""
    press = _Press()
    for block in paper.blocks:
        press.set(block)
    for number, page in enumerate(press.pages, 1):
        words = f"{paper.footer}    {number} / {len(press.pages)}".strip()
        page.text((WIDTH / 2, HEIGHT - MARGIN / 2), words, fill=SOFT, font=_font(SMALL), anchor="mm")
    return tuple(press.images)


def write_pdf(paper: Paper, path: Path) -> Path:
    """Write a paper as a PDF file, whole or not at all.

    Raises:
        OSError: the disk takes no more.
    """
    first, *others = pages(paper)
    part = path.with_name(f"{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    first.save(part, "PDF", resolution=float(DPI), save_all=True, append_images=others, title=paper.name, quality=88)
    part.replace(path)
    return path


def write_pages(paper: Paper, folder: Path, name: str) -> tuple[Path, ...]:
    """Write a paper's pages as PNG files to be shown.

    Raises:
        OSError: the disk takes no more.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, image in enumerate(pages(paper), 1):
        path = folder / f"{name}-{number}.png"
        part = path.with_name(f"{path.name}.part")
        image.save(part, "PNG")
        part.replace(path)
        written.append(path)
    return tuple(written)


class _Press:
    """Sets block after block, page after page. ``y`` is where the next one begins."""

    def __init__(self) -> None:
        self.images: list[Image] = []
        self.pages: list[ImageDraw] = []
        self.y = 0.0
        self._feed()

    @property
    def page(self) -> ImageDraw:
        return self.pages[-1]

    def set(self, block: Block) -> None:
        if isinstance(block, Title):
            self._title(block)
        elif isinstance(block, Para):
            size = SMALL if block.is_soft else SIZE
            self._lines(block.words, size, SOFT if block.is_soft else INK, is_bold=block.is_strong)
            self.y += SIZE * 0.4
        elif isinstance(block, Facts):
            self._facts(block)
        elif isinstance(block, Grid):
            self._grid(block)
        else:
            self._signs(block)

    def _feed(self) -> None:
        from PIL import Image, ImageDraw

        image = Image.new("L", (WIDTH, HEIGHT), 255)
        self.images.append(image)
        self.pages.append(ImageDraw.Draw(image))
        self.y = float(MARGIN)

    def _room(self, height: float) -> None:
        """Begin a new page if this much does not fit any more."""
        if self.y + height > HEIGHT - MARGIN and self.y > MARGIN:
            self._feed()

    def _title(self, block: Title) -> None:
        font = _font(HEAD, is_bold=True)
        for line in _broken(block.words, font, WIDTH - 2 * MARGIN):
            self._room(HEAD * 2)
            self.page.text((WIDTH / 2, self.y + HEAD / 2), line, fill=INK, font=font, anchor="mm")
            self.y += HEAD * LINE
        if block.number:
            self.page.text((WIDTH - MARGIN, self.y), block.number, fill=INK, font=_font(SIZE), anchor="ra")
            self.y += SIZE * LINE
        self.y += SIZE * 0.6

    def _lines(self, words: str, size: int, ink: int, *, is_bold: bool = False, indent: float = 0) -> None:
        font = _font(size, is_bold=is_bold)
        for line in _broken(words, font, WIDTH - 2 * MARGIN - indent):
            self._room(size * LINE)
            self.page.text((MARGIN + indent, self.y), line, fill=ink, font=font)
            self.y += size * LINE

    def _facts(self, block: Facts) -> None:
        font = _font(SIZE, is_bold=True)
        wide = max((font.getlength(name) for name, _ in block.rows), default=0.0)
        indent = min(wide + SIZE, (WIDTH - 2 * MARGIN) / 3)
        for name, words in block.rows:
            height = len(list(_broken(words, _font(SIZE), WIDTH - 2 * MARGIN - indent))) * SIZE * LINE
            self._room(min(height, HEIGHT / 3))
            self.page.text((MARGIN, self.y), name, fill=INK, font=font)
            self._lines(words or " ", SIZE, INK, indent=indent)
        self.y += SIZE * 0.4

    def _grid(self, block: Grid) -> None:
        whole = WIDTH - 2 * MARGIN
        widths = [whole * share / sum(block.shares) for share in block.shares]
        self._row(block.heads, widths, is_bold=True)
        for row in block.rows:
            before = len(self.pages)
            self._room(self._height(row, widths, _font(SMALL)))
            if len(self.pages) > before:
                self._row(block.heads, widths, is_bold=True)
            self._row(row, widths)
        self.y += SIZE * 0.6

    def _height(self, cells: tuple[str, ...], widths: list[float], font: FreeTypeFont) -> float:
        pad = SIZE * 0.4
        lines = [len(list(_broken(words, font, wide - 2 * pad))) for words, wide in zip(cells, widths, strict=True)]
        return max((*lines, 1)) * SMALL * LINE + 2 * pad

    def _row(self, cells: tuple[str, ...], widths: list[float], *, is_bold: bool = False) -> None:
        pad, font, x = SIZE * 0.4, _font(SMALL, is_bold=is_bold), float(MARGIN)
        height = self._height(cells, widths, font)
        for words, wide in zip(cells, widths, strict=True):
            self.page.rectangle((x, self.y, x + wide, self.y + height), outline=INK, width=2)
            for index, line in enumerate(_broken(words, font, wide - 2 * pad)):
                self.page.text((x + pad, self.y + pad + index * SMALL * LINE), line, fill=INK, font=font)
            x += wide
        self.y += height

    def _signs(self, block: Signs) -> None:
        wide = (WIDTH - 2 * MARGIN) / 2
        for start in range(0, len(block.places), 2):
            pair = block.places[start : start + 2]
            notes = [list(_broken(place.note, _font(SMALL), wide - SIZE)) for place in pair]
            height = SIZE * LINE * 1.2 + wide / 3.4 + max(len(lines) for lines in notes) * SMALL * LINE + SIZE
            self._room(height)
            for index, (place, lines) in enumerate(zip(pair, notes, strict=True)):
                self._sign(place, lines, MARGIN + index * wide, wide - SIZE)
            self.y += height

    def _sign(self, place: Sign, lines: list[str], x: float, wide: float) -> None:
        y = self.y
        label = f"{place.label}: {place.name}" if place.label.isascii() else f"{place.label}：{place.name}"
        self.page.text((x, y), label, fill=INK, font=_font(SIZE, is_bold=True))
        y += SIZE * LINE * 1.2
        pad_wide, pad_high = wide * 0.85, wide * 0.85 / 3
        for stroke in place.strokes:
            dots = [(x + px * pad_wide, y + py * pad_high) for px, py in stroke]
            if len(dots) > 1:
                self.page.line(dots, fill=INK, width=4, joint="curve")
            elif dots:
                self.page.ellipse((dots[0][0] - 3, dots[0][1] - 3, dots[0][0] + 3, dots[0][1] + 3), fill=INK)
        y += pad_high
        self.page.line(((x, y), (x + pad_wide, y)), fill=SOFT, width=2)
        for line in lines:
            y += SMALL * 0.4
            self.page.text((x, y), line, fill=INK, font=_font(SMALL))
            y += SMALL * (LINE - 0.4)


def _broken(words: str, font: FreeTypeFont, wide: float) -> Iterator[str]:
    """Break words into lines that fit; between Chinese characters anywhere but before a mark, in Latin text at spaces."""
    for paragraph in words.split("\n"):
        line = ""
        for piece in _pieces(paragraph):
            if line and font.getlength(line + piece.rstrip()) > wide and piece[0] not in _NO_BREAK_BEFORE:
                yield line.rstrip()
                line = ""
            line += piece
            while font.getlength(line) > wide and len(line) > 1 and piece[0] not in _NO_BREAK_BEFORE:
                fitting = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or font.getlength(line[:n]) <= wide)
                yield line[:fitting]
                line = line[fitting:]
        yield line.rstrip()


def _pieces(words: str) -> Iterator[str]:
    """Part words where a line may end: after each Chinese character, after each Latin word with its spaces."""
    word = ""
    for sign in words:
        if ord(sign) > 0x2E7F:
            if word:
                yield word
                word = ""
            yield sign
        else:
            if word.endswith(" ") and sign != " ":
                yield word
                word = ""
            word += sign
    if word:
        yield word


@lru_cache(maxsize=16)
def _font(size: int, *, is_bold: bool = False) -> FreeTypeFont:
    from PIL import ImageFont

    name = "NotoSansSC-Bold.ttf" if is_bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(FONTS / name), size)
