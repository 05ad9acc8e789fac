"""A calendar of days: a square for each, weeks from left to right, coloured by how the day went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from server.charts.frame import KEY, box, legend, legend_rows, svg, wide, words

SQUARE: Final = 15.0
_GAP, _TOP, _LEFT = 3.0, 44.0, 30.0
_ROOM: Final = SQUARE + _GAP
_ROW: Final = 7 * _ROOM + 26.0
"""From one row of weeks to the next, with the names of its months."""
_LEAST_WEEKS = 4
_LEAST_WIDTH: Final = 480.0
"""So that a short calendar is not drawn larger than the charts beside it."""
_SIGNS: Final = {"bad": "m4.5 4.5l6 6m0 -6l-6 6", "warn": "m4 7.5h7"}


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its tone (``ok`` all done, ``warn`` late, ``bad`` missed, ``mute`` nothing due) and what is said of it."""

    on: date
    tone: str
    said: str = ""


def heat(
    title: str,
    days: Sequence[Day],
    weekdays: Sequence[str],
    months: Sequence[str],
    tones: Sequence[tuple[str, str]],
    desc: str = "",
    most: float = 0.0,
) -> str:
    """Draw the weeks from the first to the last of ``days``.

    ``weekdays`` are seven names from Monday, ``months`` twelve; ``tones`` are the legend: tone and name. ``most`` is how
    wide it may be: what is longer goes on below.
    """
    if not days:
        return svg(_LEFT + 200, _TOP, title, desc, legend(legend_rows(tones, _LEFT, most or _LEAST_WIDTH)))
    first = min(one.on for one in days)
    begin = first - timedelta(days=first.weekday())
    weeks = max((max(one.on for one in days) - begin).days // 7 + 1, _LEAST_WEEKS)
    wanted = max(_LEFT + weeks * _ROOM, _LEFT + sum(34 + wide(name) for _, name in tones), _LEAST_WIDTH)
    width = min(wanted, most) if most else wanted
    in_a_row = min(weeks, int((width - _LEFT) // _ROOM))
    keys = legend_rows(tones, _LEFT, width)
    top = _TOP + KEY * (len(keys) - 1)
    parts = list(legend(keys))
    rows = -(-weeks // in_a_row)
    for row in range(rows):
        y, start = top + row * _ROW, begin + timedelta(days=7 * in_a_row * row)
        end = start + timedelta(days=7 * in_a_row)
        parts += [words(_LEFT - 6, y + at * _ROOM + 11, weekdays[at], anchor="end", size=10) for at in (0, 2, 4, 6)]
        parts += _months(start, min(in_a_row, weeks - row * in_a_row), months, y)
        parts += (part for one in days if start <= one.on < end for part in _day(one, start, y))
    return svg(width, top + rows * _ROW - _ROW + 7 * _ROOM, title, desc, parts)


def _day(one: Day, begin: date, top: float) -> Iterator[str]:
    """Draw a day; a bad one is crossed, a warned one has a bar, so that nobody needs the colours."""
    x, y = _LEFT + (one.on - begin).days // 7 * _ROOM, top + one.on.weekday() * _ROOM
    yield box(x, y, SQUARE, SQUARE, one.tone, f"{one.on.isoformat()} {one.said}".strip())
    sign = _SIGNS.get(one.tone)
    if sign:
        yield f'<path class="chart-sign" d="M{x:.1f} {y:.1f}{sign}" fill="none" stroke="#ffffff" stroke-width="1.6"/>'


def _months(begin: date, weeks: int, months: Sequence[str], top: float) -> Iterator[str]:
    """Name a month above the week of its first day, and the first month above the first week if there is room."""
    named: dict[int, int] = {0: begin.month}
    for week in range(weeks):
        monday = begin + timedelta(days=7 * week)
        turn = next((day for at in range(7) if (day := monday + timedelta(days=at)).day == 1), None)
        if turn is not None:
            named[week] = turn.month
    if 1 in named:
        del named[0]
    for week, month in named.items():
        yield words(_LEFT + week * _ROOM, top - 7, months[month - 1], anchor="start", size=10)
