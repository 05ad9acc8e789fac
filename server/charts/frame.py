"""What all charts share: what is given, sizes, ticks, text and the outer element."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

TONES: Final = {
    "a": "#0b5cad",
    "b": "#e08a00",
    "c": "#2f8f5b",
    "d": "#7a4fbf",
    "e": "#5a7184",
    "ok": "#2f8f5b",
    "warn": "#e0a000",
    "bad": "#c02825",
    "mute": "#b9c3cf",
}
"""Colours by tone, for paper; on pages the class ``chart-<tone>`` decides. ``a`` to ``e`` are series in their order."""
_INK, _SOFT, _GRID = "#17232f", "#46566a", "#dce2ea"
LETTER: Final = 11.0
KEY: Final = 16.0
"""From one row of the legend to the next."""
_ORDER = ("a", "b", "c", "d", "e")


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures, a figure for each label; None where nothing was measured. ``tone`` is one of TONES."""

    name: str
    values: tuple[float | None, ...]
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A line that figures are held against, such as the highest temperature allowed."""

    name: str
    value: float
    tone: str = "bad"


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows. ``labels`` stand along it; ``unit`` after figures; sizes are the drawing's own pixels.

    ``title`` and ``desc`` are what somebody hears who does not see it.
    """

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    desc: str = ""
    unit: str = ""
    width: int = 640
    height: int = 240

    def __post_init__(self) -> None:
        if any(len(one.values) != len(self.labels) for one in self.series):
            raise ValueError("each series has a figure for each label")

    def tone(self, index: int) -> str:
        """Return the tone of a series: its own, or the next one in order."""
        return self.series[index].tone or _ORDER[index % len(_ORDER)]


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps figures to pixels between two ends, with round ticks."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def at(self, value: float) -> float:
        """Return where a figure lies."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The figures at which lines are drawn."""
        number = round((self.high - self.low) / self.step)
        return tuple(self.low + self.step * index for index in range(number + 1))


def scale(values: Iterable[float], start: float, end: float, *, from_zero: bool = True, most: int = 5) -> Scale:
    """Choose round ticks round all ``values``: steps of 1, 2 or 5 times a power of ten."""
    found = list(values)
    low, high = min(found, default=0.0), max(found, default=0.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high <= low:
        high = low + 1
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * part for part in (1, 2, 5, 10) if power * part >= rough - 1e-12)
    if all(float(one).is_integer() for one in found):
        step = max(step, 1.0)
    return Scale(math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step, start, end, step)


def figure(value: float) -> str:
    """Write a figure without needless zeros."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:.4g}"


def said(value: float, unit: str) -> str:
    """Write a figure with its unit."""
    return f"{figure(value)}{unit if unit in ('%', '‰', '') else ' ' + unit}"


def wide(text: str, letter: float = LETTER) -> float:
    """Guess how wide a text is drawn: a Chinese letter as wide as high, a Latin one about half of that."""
    return sum(1.0 if char > "\u2e7f" else 0.56 for char in text) * letter


def words(x: float, y: float, text: str, *, anchor: str = "middle", soft: bool = True, size: float = LETTER) -> str:
    """Draw a text whose base line begins, ends or has its middle at x and y."""
    look, ink = ("chart-soft", _SOFT) if soft else ("chart-ink", _INK)
    return (
        f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}" fill="{ink}">'
        f"{escape(text)}</text>"
    )


def box(x: float, y: float, width: float, height: float, tone: str, title: str) -> str:
    """Draw a filled box that says its figures when it is pointed at."""
    return (
        f'<rect class="chart-{tone}" x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
        f' fill="{TONES[tone]}"><title>{escape(title)}</title></rect>'
    )


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    """Draw a line of the grid."""
    at = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line class="chart-grid" {at} stroke="{_GRID}" stroke-width="1"/>'


def legend_rows(entries: Sequence[tuple[str, str]], left: float, right: float) -> list[list[tuple[str, str, float]]]:
    """Lay names with their tones out between two ends: rows of tone, name and where each begins."""
    rows: list[list[tuple[str, str, float]]] = [[]]
    x = left
    for tone, name in entries:
        if rows[-1] and x + 18 + wide(name) > right:
            rows.append([])
            x = left
        rows[-1].append((tone, name, x))
        x += 18 + wide(name) + 16
    return rows


def legend(rows: Sequence[Sequence[tuple[str, str, float]]], *, is_line: bool = False) -> Iterator[str]:
    """Draw names with their tones as ``legend_rows`` has laid them out."""
    for tone, name, x, y in ((*entry, 14.0 + KEY * at) for at, row in enumerate(rows) for entry in row):
        if is_line:
            line = f'x1="{x:.1f}" y1="{y - 4:.1f}" x2="{x + 14:.1f}" y2="{y - 4:.1f}"'
            yield f'<line class="chart-{tone}" {line} stroke="{TONES[tone]}" stroke-width="2.5"/>'
        else:
            yield f'<rect class="chart-{tone}" x="{x:.1f}" y="{y - 9:.1f}" width="11" height="11" fill="{TONES[tone]}"/>'
        yield words(x + 18, y, name, anchor="start", soft=False)


def along(labels: Sequence[str], places: Sequence[float], y: float, room: float, right: float) -> Iterator[str]:
    """Write labels under a chart that ends at ``right``, every second or third only where they would meet."""
    widest = max((wide(label) for label in labels), default=0) + 6
    every = max(1, math.ceil(widest / room)) if room > 0 else 1
    for index, (label, x) in enumerate(zip(labels, places, strict=True)):
        if index % every == 0:
            yield words(min(x, right - wide(label) / 2), y, label)


def levels(found: Scale, left: float, right: float, unit: str) -> Iterator[str]:
    """Draw the grid's lines across with their figures on the left, the unit above the highest."""
    for tick in found.ticks:
        y = found.at(tick)
        yield rule(left, y, right, y)
        yield words(left - 6, y + 4, figure(tick), anchor="end")
    if unit:
        yield words(left - 6, found.at(found.high) - 13, unit, anchor="end")


def svg(width: float, height: float, title: str, desc: str, parts: Iterable[str]) -> str:
    """Put the parts of a chart into one SVG that has a name and a description; one of another width has other ids."""
    ident = "chart-" + hashlib.sha256(f"{title}|{desc}|{width:g}".encode()).hexdigest()[:10]
    told = f"<desc id={quoteattr(ident + '-d')}>{escape(desc)}</desc>" if desc else ""
    by = f"{ident}-t {ident}-d" if desc else f"{ident}-t"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width:g} {height:g}" role="img"'
        f' aria-labelledby="{by}"><title id="{ident}-t">{escape(title)}</title>{told}{"".join(parts)}</svg>'
    )
