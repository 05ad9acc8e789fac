"""Lines over time with the limits that their figures are held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from server.charts.frame import (
    KEY,
    LETTER,
    TONES,
    Chart,
    Limit,
    Scale,
    along,
    figure,
    legend,
    legend_rows,
    levels,
    said,
    scale,
    svg,
    wide,
    words,
)

_TOP, _BOTTOM, _RIGHT = 42.0, 26.0, 14.0
_LEGEND: Final = 8.0
_POINTS_FROM: Final = 4.5
"""Points of a line are drawn as points if they are so far apart, in pixels; those beyond a limit always."""


def lines(chart: Chart, limits: Sequence[Limit] = (), *, from_zero: bool = False) -> str:
    """Draw a line for each series; it breaks where a figure is None. A figure beyond a limit is a ringed point.

    A limit with the tone ``bad`` is the highest or lowest allowed: figures above a limit that lies above the middle of
    all figures, or below one that lies below it, are beyond it.
    """
    every = [value for one in chart.series for value in one.values if value is not None]
    named = [(chart.tone(at), one.name) for at, one in enumerate(chart.series)]
    keys = legend_rows(named, _LEGEND, chart.width - _RIGHT)
    top = _TOP + KEY * (len(keys) - 1)
    found = scale([*every, *(one.value for one in limits)], chart.height - _BOTTOM, top, from_zero=from_zero)
    left = max((wide(figure(tick)) for tick in found.ticks), default=0) + 12
    number = len(chart.labels)
    room = (chart.width - left - _RIGHT) / max(number - 1, 1)
    places = [left + room * at if number > 1 else (left + chart.width - _RIGHT) / 2 for at in range(number)]
    middle = sum(every) / len(every) if every else 0.0
    return svg(
        chart.width,
        chart.height,
        chart.title,
        chart.desc,
        [
            *legend(keys, is_line=True),
            *levels(found, left, chart.width - _RIGHT, chart.unit),
            *(
                part
                for one in limits
                for part in _limit(one, found, left, chart, is_below=_is_close(one, limits, found))
            ),
            *(part for at in range(len(chart.series)) for part in _line(chart, at, found, places, limits, middle)),
            *along(chart.labels, places, chart.height - 8, room, chart.width),
        ],
    )


def _is_close(one: Limit, limits: Sequence[Limit], found: Scale) -> bool:
    """Tell whether another limit lies so closely above that both names would stand in each other."""
    return any(
        other.value - one.value > 0 and found.at(one.value) - found.at(other.value) < LETTER + 5 for other in limits
    )


def _limit(one: Limit, found: Scale, left: float, chart: Chart, *, is_below: bool) -> Iterator[str]:
    y, right = found.at(one.value), chart.width - _RIGHT
    at = f'x1="{left:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{y:.1f}"'
    yield f'<line class="chart-{one.tone}" {at} stroke="{TONES[one.tone]}" stroke-width="1.5" stroke-dasharray="6 4"/>'
    yield words(
        right,
        y + (LETTER + 2 if is_below else -4),
        f"{one.name} {said(one.value, chart.unit)}".strip(),
        anchor="end",
        soft=False,
    )


def _line(
    chart: Chart, index: int, found: Scale, places: list[float], limits: Sequence[Limit], middle: float
) -> Iterator[str]:
    one, tone = chart.series[index], chart.tone(index)
    points = [(x, value) for x, value in zip(places, one.values, strict=True)]
    has_points = len(places) < 2 or places[1] - places[0] >= _POINTS_FROM
    for run in _runs(points, found):
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run)
        yield (
            f'<path class="chart-{tone}" d="{path}" fill="none" stroke="{TONES[tone]}" stroke-width="2"'
            ' stroke-linejoin="round" stroke-linecap="round"/>'
        )
    for label, (x, value) in zip(chart.labels, points, strict=True):
        if value is None:
            continue
        is_out = any(_is_beyond(value, limit, middle) for limit in limits if limit.tone == "bad")
        if is_out or has_points:
            title = escape(f"{label} · {one.name} {said(value, chart.unit)}")
            look = "bad" if is_out else tone
            ring = f' stroke="#ffffff" stroke-width="1.2" r="{4.5 if is_out else 2.6}"'
            yield (
                f'<circle class="chart-{look} chart-dot" cx="{x:.1f}" cy="{found.at(value):.1f}"{ring}'
                f' fill="{TONES[look]}"><title>{title}</title></circle>'
            )


def _is_beyond(value: float, limit: Limit, middle: float) -> bool:
    return value > limit.value if limit.value >= middle else value < limit.value


def _runs(points: Sequence[tuple[float, float | None]], found: Scale) -> Iterator[list[tuple[float, float]]]:
    run: list[tuple[float, float]] = []
    for x, value in points:
        if value is None:
            if len(run) > 1:
                yield run
            run = []
        else:
            run.append((x, found.at(value)))
    if len(run) > 1:
        yield run
