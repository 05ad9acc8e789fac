"""Standing bars: those of several series beside each other, or one upon the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from server.charts.frame import (
    KEY,
    Chart,
    Scale,
    along,
    box,
    figure,
    legend,
    legend_rows,
    levels,
    rule,
    said,
    scale,
    svg,
    wide,
    words,
)

_TOP, _BOTTOM, _RIGHT = 42.0, 26.0, 8.0
"""Above the highest bar stand its figure, the unit and a row of the legend, none in another."""
_LEGEND: Final = 8.0
_FIGURES_UP_TO: Final = 14
"""So many bars have their figure written above them."""


def bars(chart: Chart, *, is_stacked: bool = False) -> str:
    """Draw a bar for each label and series.

    Figures of a stack are 0 or more. A figure that is None leaves its place empty.
    """
    sums = [sum(one.values[at] or 0 for one in chart.series) for at in range(len(chart.labels))]
    every = sums if is_stacked else [value for one in chart.series for value in one.values if value is not None]
    named = [(chart.tone(at), one.name) for at, one in enumerate(chart.series)]
    keys = legend_rows(named, _LEGEND, chart.width - _RIGHT)
    found = scale(every, chart.height - _BOTTOM, _TOP + KEY * (len(keys) - 1))
    left = max((wide(figure(tick)) for tick in found.ticks), default=0) + 12
    room = (chart.width - left - _RIGHT) / max(len(chart.labels), 1)
    places = [left + room * (at + 0.5) for at in range(len(chart.labels))]
    return svg(
        chart.width,
        chart.height,
        chart.title,
        chart.desc,
        [
            *legend(keys),
            *levels(found, left, chart.width - _RIGHT, chart.unit),
            *(_stacked(chart, found, places, room) if is_stacked else _beside(chart, found, places, room)),
            rule(left, found.at(0), chart.width - _RIGHT, found.at(0)),
            *along(chart.labels, places, chart.height - 8, room, chart.width),
        ],
    )


def _beside(chart: Chart, found: Scale, places: list[float], room: float) -> Iterator[str]:
    width = min(room * 0.7 / max(len(chart.series), 1), 34)
    widest = max((wide(figure(value)) for one in chart.series for value in one.values if value is not None), default=0)
    has_figures = len(chart.labels) * len(chart.series) <= _FIGURES_UP_TO and widest <= width + 4
    for at, (label, middle) in enumerate(zip(chart.labels, places, strict=True)):
        begin = middle - width * len(chart.series) / 2
        for index, one in enumerate(chart.series):
            value = one.values[at]
            if value is None:
                continue
            top, zero = found.at(value), found.at(0)
            x = begin + width * index
            title = f"{label} · {one.name} {said(value, chart.unit)}"
            yield box(x + 1, min(top, zero), width - 2, abs(zero - top), chart.tone(index), title)
            if has_figures:
                yield words(x + width / 2, min(top, zero) - 4, figure(value), soft=False)


def _stacked(chart: Chart, found: Scale, places: list[float], room: float) -> Iterator[str]:
    width = min(room * 0.66, 44)
    has_figures = len(chart.labels) <= _FIGURES_UP_TO
    for at, (label, middle) in enumerate(zip(chart.labels, places, strict=True)):
        upon = 0.0
        for index, one in enumerate(chart.series):
            value = one.values[at] or 0
            if value <= 0:
                continue
            title = f"{label} · {one.name} {said(value, chart.unit)}"
            top = found.at(upon + value)
            yield box(middle - width / 2, top, width, found.at(upon) - top, chart.tone(index), title)
            upon += value
        if has_figures and upon:
            yield words(middle, found.at(upon) - 4, figure(upon), soft=False)
