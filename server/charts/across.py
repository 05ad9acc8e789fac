"""Lying bars: for names that are too long to stand under a chart, such as those of units."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from server.charts.frame import KEY, Chart, box, legend, legend_rows, rule, said, scale, svg, wide, words

ROW: Final = 26.0
_TOP, _BOTTOM, _RIGHT = 28.0, 8.0, 46.0
_LEGEND: Final = 8.0


def across(chart: Chart) -> str:
    """Draw a row for each label, the series one after the other in it; the height follows the number of rows.

    Figures are 0 or more.
    """
    sums = [sum(one.values[at] or 0 for one in chart.series) for at in range(len(chart.labels))]
    left = min(max((wide(label) for label in chart.labels), default=0), chart.width * 0.4) + 12
    found = scale(sums, left, chart.width - _RIGHT)
    entries = [(chart.tone(at), one.name) for at, one in enumerate(chart.series)] if len(chart.series) > 1 else []
    keys = legend_rows(entries, _LEGEND, chart.width - _LEGEND)
    top = _TOP + KEY * (len(keys) - 1) if entries else _BOTTOM
    height = top + ROW * len(chart.labels) + _BOTTOM
    return svg(
        chart.width,
        height,
        chart.title,
        chart.desc,
        [
            *legend(keys),
            *(rule(found.at(tick), top, found.at(tick), height - _BOTTOM) for tick in found.ticks),
            *(part for at in range(len(chart.labels)) for part in _row(chart, at, sums[at], found.at, top + ROW * at)),
        ],
    )


def _row(chart: Chart, at: int, total: float, place: Callable[[float], float], y: float) -> Iterator[str]:
    label, upon = chart.labels[at], 0.0
    yield words(place(0) - 8, y + ROW / 2 + 4, _cut(label, place(0) - 12), anchor="end", soft=False)
    for index, one in enumerate(chart.series):
        value = one.values[at] or 0
        if value > 0:
            title = f"{label} · {one.name} {said(value, chart.unit)}"
            yield box(place(upon), y + 5, place(upon + value) - place(upon), ROW - 10, chart.tone(index), title)
            upon += value
    yield words(place(upon) + 6, y + ROW / 2 + 4, said(total, chart.unit), anchor="start", soft=False)


def _cut(label: str, room: float) -> str:
    if wide(label) <= room:
        return label
    while label and wide(label + "…") > room:
        label = label[:-1]
    return label + "…"
