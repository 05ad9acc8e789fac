"""Charts with their tables: each panel is counted once, drawn as SVG, shown as a table and taken by Excel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial
from typing import Final

from markupsafe import Markup

from server.charts import Chart, Day, Series, across, bars, heat, lines
from server.office.hazards.category import category_word
from server.office.names import placed_names
from server.office.reader import Reader
from server.store import Tx
from server.store.numbers import (
    Course,
    Due,
    Group,
    Wanted,
    by_building,
    by_category,
    by_unit,
    by_week,
    course,
    league,
    open_by_age,
)
from server.store.rounds import RoundFilter, day_counts, points_of_building
from shared.model.plan import TaskState

MOST_ROWS = 12
"""Bars of a chart by unit or building; the table has them all."""
LONGEST_LABEL = 22
SMALL: Final = 326
"""How wide a chart is on a phone, in pixels."""
Cell = str | int | float | None
T = TaskState


class Period:
    """A period as somebody looks at it: what is asked for, and what several panels and cards count, counted once.

    ``names`` are those of units and buildings by their ids.
    """

    def __init__(self, tx: Tx, who: Reader, wanted: Wanted, names: Mapping[str, str]) -> None:
        self.tx = tx
        self.who = who
        self.wanted = wanted
        self.names = names

    @cached_property
    def course(self) -> Course:
        """How the period went."""
        return course(self.tx, self.who.viewer, self.wanted)


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart and the figures in it. ``heads`` and ``rows`` are the table; ``small`` is the chart as phones show it."""

    key: str
    title: str
    svg: Markup
    small: Markup
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    hint: str = ""
    links: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was counted."""
        return not any(cell for row in self.rows for cell in row[1:])


def panels(of: Period, keys: Iterable[str]) -> dict[str, Panel]:
    """Make the panels of a page by their keys."""
    return {key: MAKERS[key](of) for key in keys}


def weekly(of: Period) -> Panel:
    """Hazards found and closed, week by week."""
    who, t = of.who, of.who.wording
    weeks = by_week(of.tx, who.viewer, of.wanted)
    labels = tuple(f"{week.month}-{week.day}" for week, _, _ in weeks)
    heads = (t("numbers.week"), t("numbers.found"), t("numbers.closed"))
    series = (
        Series(heads[1], tuple(found for _, found, _ in weeks), "b"),
        Series(heads[2], tuple(closed for _, _, closed in weeks), "c"),
    )
    rows = tuple((week.isoformat(), found, closed) for week, found, closed in weeks)
    chart = _chart(who, "weekly", labels, series)
    return _panel(who, "weekly", _sizes(chart, bars), heads, rows)


def rates(of: Period) -> Panel:
    """On-time and first-pass rates, month by month."""
    who, t = of.who, of.who.wording
    due, first = _due_by_month(of.course.due), of.course.first
    months = _months(of.wanted)
    on_time = [_percent(due.get(month, (0, 0))) for month in months]
    passed = [_percent(first.get(month, (0, 0))) for month in months]
    heads = (
        t("numbers.month"),
        t("numbers.on_time"),
        t("numbers.n_due"),
        t("numbers.first_pass"),
        t("numbers.n_rechecked"),
    )
    rows = tuple(
        (f"{month:%Y-%m}", on_time[at], due.get(month, (0, 0))[1], passed[at], first.get(month, (0, 0))[1])
        for at, month in enumerate(months)
    )
    series = (Series(heads[1], tuple(on_time), "a"), Series(heads[3], tuple(passed), "c"))
    chart = _chart(who, "rates", tuple(t(f"numbers.month_{month.month}") for month in months), series, unit="%")
    return _panel(who, "rates", _sizes(chart, partial(lines, from_zero=True)), heads, rows)


def ageing(of: Period) -> Panel:
    """Open hazards by how long they have been open."""
    who, t = of.who, of.who.wording
    groups = open_by_age(of.tx, who.viewer, of.wanted)
    starts = [0, *((end or 0) + 1 for end, _, _ in groups[:-1])]
    labels = tuple(
        t("numbers.days_from", n=start) if end is None else t("numbers.days_between", first=start, last=end)
        for start, (end, _, _) in zip(starts, groups, strict=True)
    )
    heads = (t("numbers.age"), t("numbers.open"), t("numbers.overdue"))
    in_time = tuple(number - overdue for _, number, overdue in groups)
    series = (
        Series(t("numbers.in_time"), in_time, "a"),
        Series(heads[2], tuple(overdue for _, _, overdue in groups), "bad"),
    )
    rows = tuple((label, number, overdue) for label, (_, number, overdue) in zip(labels, groups, strict=True))
    drawn = _sizes(_chart(who, "ageing", labels, series), partial(bars, is_stacked=True))
    return _panel(who, "ageing", drawn, heads, rows)


def units(of: Period) -> Panel:
    """Hazards found, by inspected unit."""
    found = by_unit(of.tx, of.who.viewer, of.wanted)
    return _groups(of.who, "units", found, lambda group: of.names.get(group.key, group.name))


def buildings(of: Period) -> Panel:
    """Hazards found, by building."""
    found = by_building(of.tx, of.who.viewer, of.wanted)
    return _groups(of.who, "buildings", found, lambda group: of.names.get(group.key, group.name))


def categories(of: Period) -> Panel:
    """Hazards found, by category."""
    who = of.who
    found = by_category(of.tx, who.viewer, of.wanted)
    return _groups(who, "categories", found, lambda group: category_word(who.wording, group.key) if group.key else "")


def rounds(of: Period) -> Panel:
    """Rounds by day, as a calendar."""
    who, t, wanted = of.who, of.who.wording, of.wanted
    places = points_of_building(of.tx, who.viewer, who.site, wanted.building) if wanted.building else None
    asked = RoundFilter(who.site, wanted.first, min(wanted.last, who.formats.today), places, wanted.unit)
    counts = day_counts(of.tx, who.viewer, asked)
    heads = (t("numbers.day"), *(t.of(state) for state in (T.DONE, T.LATE, T.MISSED, T.WAIVED)))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (day.isoformat(), *(counts[day][state] for state in (T.DONE, T.LATE, T.MISSED, T.WAIVED)))
        for day in sorted(counts)
    )
    days = [_square(who, day, counts.get(day, Counter())) for day in _days(asked.first, asked.last)]
    tones = [(tone, t(f"numbers.round_{tone}")) for tone in ("ok", "warn", "bad", "mute")]
    weekdays = [t(f"numbers.weekday_{number}") for number in range(1, 8)]
    months = [t(f"numbers.month_{number}") for number in range(1, 13)]
    facts = (t("numbers.panel_rounds"), days, weekdays, months, tones, t("numbers.hint_rounds"))
    return _panel(who, "rounds", (heat(*facts), heat(*facts, most=SMALL)), heads, rows)


def recurring(of: Period) -> Panel:
    """What came back most often within twelve months."""
    who, t = of.who, of.who.wording
    known = placed_names(of.tx, who) if t.language == "en" else {}
    found = [replace(one, place=known.get(one.place, one.place)) for one in league(of.tx, who.viewer, of.wanted)]
    labels = tuple(_short(f"{one.place} · {one.description}") for one in found[:MOST_ROWS])
    series = (Series(t("numbers.times"), tuple(one.times for one in found[:MOST_ROWS]), "b"),)
    heads = (
        t("numbers.where"),
        t("numbers.item"),
        t("numbers.what"),
        t("numbers.times"),
        t("numbers.open"),
        t("numbers.last"),
    )
    rows = tuple((one.place, one.item, one.description, one.times, one.open, one.last.isoformat()) for one in found)
    return _panel(who, "recurring", _sizes(_chart(who, "recurring", labels, series), across), heads, rows)


def _short(words: str) -> str:
    """Cut a label that would leave no room for its bar; the table has it whole."""
    return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1]}…"


MAKERS: Final[Mapping[str, Callable[[Period], Panel]]] = {
    "weekly": weekly,
    "rates": rates,
    "ageing": ageing,
    "rounds": rounds,
    "units": units,
    "buildings": buildings,
    "categories": categories,
    "recurring": recurring,
}
"""The panels in the order of the pages."""


# ---- within


def _panel(
    who: Reader, key: str, drawn: tuple[str, str], heads: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Panel:
    t, (svg, small) = who.wording, drawn
    return Panel(key, t(f"numbers.panel_{key}"), Markup(svg), Markup(small), heads, rows, t(f"numbers.hint_{key}"))  # noqa: S704


def _sizes(chart: Chart, draw: Callable[[Chart], str]) -> tuple[str, str]:
    """Draw a chart for a desk and for a phone, where a smaller picture of the large one could not be read."""
    return draw(chart), draw(replace(chart, width=SMALL))


def _chart(who: Reader, key: str, labels: tuple[str, ...], series: tuple[Series, ...], *, unit: str = "") -> Chart:
    return Chart(
        who.wording(f"numbers.panel_{key}"), labels, series, who.wording(f"numbers.hint_{key}"), unit, 560, 220
    )


def _groups(who: Reader, key: str, found: list[Group], name: Callable[[Group], str]) -> Panel:
    t = who.wording
    heads = (
        t(f"numbers.by_{key}"),
        t("numbers.found"),
        t("numbers.closed"),
        t("numbers.open"),
        t("numbers.overdue"),
    )
    named = [(name(group) or t("numbers.nowhere"), group) for group in found]
    rows = tuple((label, group.found, group.closed, group.open, group.overdue) for label, group in named)
    shown = named[:MOST_ROWS]
    series = (
        Series(heads[2], tuple(group.closed for _, group in shown), "c"),
        Series(t("numbers.open_in_time"), tuple(group.open - group.overdue for _, group in shown), "a"),
        Series(heads[4], tuple(group.overdue for _, group in shown), "bad"),
    )
    chart = _chart(who, key, tuple(label for label, _ in shown), series)
    return _panel(who, key, _sizes(chart, across), heads, rows)


def _square(who: Reader, day: date, counts: Counter[TaskState]) -> Day:
    t = who.wording
    total = sum(counts.values())
    if not total:
        return Day(day, "mute", t("numbers.round_mute"))
    tone = "bad" if counts[T.MISSED] else "warn" if counts[T.LATE] else "ok"
    done = counts[T.DONE] + counts[T.LATE] + counts[T.WAIVED]
    return Day(day, tone, t("numbers.round_said", done=done, total=total, missed=counts[T.MISSED], late=counts[T.LATE]))


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _months(wanted: Wanted) -> list[date]:
    found = [wanted.first.replace(day=1)]
    while (following := (found[-1] + timedelta(days=31)).replace(day=1)) <= wanted.last:
        found.append(following)
    return found


def _due_by_month(due: Iterable[Due]) -> dict[date, tuple[int, int]]:
    """Sum days up to months, as what was closed on time and all."""
    found: dict[date, tuple[int, int]] = {}
    for one in due:
        on_time, total = found.get(one.day.replace(day=1), (0, 0))
        found[one.day.replace(day=1)] = (on_time + one.on_time, total + one.total)
    return found


def _percent(share: tuple[int, int]) -> float | None:
    part, whole = share
    return round(100 * part / whole, 1) if whole else None
