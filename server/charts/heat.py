"""A calendar of days: a square for each, weeks from left to right, coloured by how the day went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from server.charts.frame import box, legend, svg, wide, words

SQUARE: Final = 15.0
_GAP, _TOP, _LEFT = 3.0, 44.0, 30.0
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
) -> str:
    """Draw the weeks from the first to the last of ``days``.

    ``weekdays`` are seven names from Monday, ``months`` twelve; ``tones`` are the legend: tone and name.
    """
    if not days:
        return svg(_LEFT + 200, _TOP, title, desc, legend(tones, _LEFT, 14))
    first = min(one.on for one in days)
    begin = first - timedelta(days=first.weekday())
    weeks = max((max(one.on for one in days) - begin).days // 7 + 1, _LEAST_WEEKS)
    room = SQUARE + _GAP
    keys = sum(18 + wide(name) + 16 for _, name in tones)
    width = max(_LEFT + weeks * room, _LEFT + keys, _LEAST_WIDTH)
    return svg(
        width,
        _TOP + 7 * room,
        title,
        desc,
        [
            *legend(tones, _LEFT, 14),
            *(words(_LEFT - 6, _TOP + at * room + 11, weekdays[at], anchor="end", size=10) for at in (0, 2, 4, 6)),
            *_months(begin, weeks, months),
            *(part for one in days for part in _day(one, begin)),
        ],
    )


def _day(one: Day, begin: date) -> Iterator[str]:
    """Draw a day; a bad one is crossed, a warned one has a bar, so that nobody needs the colours."""
    x, y = _LEFT + (one.on - begin).days // 7 * (SQUARE + _GAP), _TOP + one.on.weekday() * (SQUARE + _GAP)
    yield box(x, y, SQUARE, SQUARE, one.tone, f"{one.on.isoformat()} {one.said}".strip())
    sign = _SIGNS.get(one.tone)
    if sign:
        yield f'<path class="chart-sign" d="M{x:.1f} {y:.1f}{sign}" fill="none" stroke="#ffffff" stroke-width="1.6"/>'


def _months(begin: date, weeks: int, months: Sequence[str]) -> Iterator[str]:
    """Name a month above the week of its first day, and the first month above the first week if there is room."""
    last = -9
    for week in range(weeks):
        monday = begin + timedelta(days=7 * week)
        turn = next((day for at in range(7) if (day := monday + timedelta(days=at)).day == 1), None)
        if turn is None and week:
            continue
        name = months[(turn or monday).month - 1]
        if week - last >= 2:
            yield words(_LEFT + week * (SQUARE + _GAP), _TOP - 7, name, anchor="start", size=10)
            last = week
