"""The order of the list of rounds: by due time, by place or by route, each under its headings; and what search leaves of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mobile.views import todo
from mobile.views.parts import OptionView, RoundView, SectionView, Tone
from mobile.views.setting import Setting
from mobile.views.todo import POINT_ICONS, Estate, Line
from shared.model.place import Point
from shared.search import matches, searchable

BY_DUE, BY_PLACE, BY_ROUTE = "due", "place", "route"
ORDERS = (BY_DUE, BY_PLACE, BY_ROUTE)
ORDER = "rounds_order"
"""The setting that keeps the chosen order."""
Shown = SectionView | RoundView
_NUMBERS = re.compile(r"(\d+)")
_NO_PLACE = (2, (), "")


def order_of(setting: Setting) -> str:
    """Return the order that the person has chosen."""
    chosen = setting.source.setting(ORDER, BY_DUE)
    return chosen if chosen in ORDERS else BY_DUE


def order_options(setting: Setting) -> tuple[OptionView, ...]:
    """List the orders to choose from."""
    texts, chosen = setting.texts, order_of(setting)
    return tuple(
        OptionView(key, words, icon, is_chosen=key == chosen)
        for key, words, icon in (
            (BY_DUE, texts.rounds.order_due, "clock-outline"),
            (BY_PLACE, texts.rounds.order_place, "map-marker-outline"),
            (BY_ROUTE, texts.rounds.order_route, "routes"),
        )
    )


def arranged(setting: Setting, lines: tuple[Line, ...], order: str) -> tuple[Shown, ...]:
    """Put lines into an order, with a heading over each group; rounds that are done show in routes only."""
    if order == BY_PLACE:
        return tuple(_by_place(setting, [line for line in lines if not line.is_done]))
    if order == BY_ROUTE:
        return tuple(_by_route(setting, list(lines)))
    return tuple(_by_due(setting, [line for line in lines if not line.is_done]))


def _by_due(setting: Setting, lines: list[Line]) -> Iterator[Shown]:
    texts = setting.texts
    heads = {
        todo.OFFERED: texts.rounds.head_offered,
        todo.RETURNED: texts.rounds.head_returned,
        todo.LATE: texts.rounds.head_late,
        todo.BEGUN: texts.rounds.head_begun,
        todo.UNFINISHED: texts.rounds.head_unfinished,
        todo.DUE: texts.rounds.head_due,
        todo.SOON: texts.rounds.head_soon,
        todo.MISSED: texts.rounds.head_missed,
        todo.GIVEN: texts.rounds.head_given,
    }
    for group, words in heads.items():
        yield from _section(words, [line for line in lines if line.group == group])


def _section(words: str, lines: list[Line], count: str = "", *, is_done: bool = False) -> Iterator[Shown]:
    if lines:
        yield SectionView(f"section:{words}", words, count or str(len(lines)), is_done)
        yield from (line.row for line in lines)


def _by_place(setting: Setting, lines: list[Line]) -> Iterator[Shown]:
    places = todo.estate_of(setting)

    def building(line: Line) -> str:
        found = places.buildings.get(line.point.building) if line.point and line.point.building else None
        return setting.say(found.name) if found else ""

    def where(line: Line) -> tuple[object, ...]:
        if line.point is None:
            return _NO_PLACE
        name = building(line)
        return (0 if name else 1, _natural(name), _natural(f"{line.point.floor} {line.point.number}"))

    found = sorted(lines, key=where)
    yield from _grouped(found, building, setting.texts.rounds.head_no_place)


def _grouped(lines: list[Line], name_of: Callable[[Line], str], nameless: str) -> Iterator[Shown]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(name_of(line), []).append(line)
    if list(groups) == [""]:  # a heading over everything says nothing
        yield from (line.row for line in lines)
        return
    for name, some in groups.items():
        yield from _section(name or nameless, some)


def _by_route(setting: Setting, lines: list[Line]) -> Iterator[Shown]:
    routes: dict[str, list[Line]] = {}
    for line in lines:
        route = line.rule.route if line.rule is not None else None
        if route is not None or not line.is_done:
            routes.setdefault(setting.say(route) if route else "", []).append(line)
    texts = setting.texts
    for name in sorted(filter(None, routes), key=_natural):
        some = sorted(routes[name], key=lambda line: line.rule.stop if line.rule else 0)
        done = sum(line.is_done for line in some)
        count = texts.rounds.route_progress.format(done=done, total=len(some))
        yield from _section(name, some, count, is_done=done == len(some))
    rest = routes.get("", [])
    if len(routes) == 1 and rest:
        yield from (line.row for line in rest)
    else:
        yield from _section(texts.rounds.head_no_route, rest)


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort 2号楼 before 10号楼."""
    return tuple(
        (0, int(part), "") if part.isdigit() and part.isascii() else (1, 0, part)
        for part in _NUMBERS.split(text)
        if part
    )


# search ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Index:
    """All that can be found, with what search looks in; made once when a search begins."""

    todo: tuple[tuple[str, RoundView], ...]
    places: tuple[tuple[str, Point], ...]
    done: tuple[tuple[str, RoundView], ...]


def index_of(setting: Setting, lines: Iterable[Line], done: Iterable[RoundView]) -> Index:
    """Prepare a search in what is to do, in the points without anything to do now, and in what was done lately."""
    places = todo.estate_of(setting)
    here = [line for line in lines if not line.is_done]
    busy = {line.point.id for line in here if line.point is not None}
    return Index(
        tuple((_words_of(setting, places, line), line.row) for line in here),
        tuple((_point_words(places, point), point) for key, point in places.points.items() if key not in busy),
        tuple((searchable(row.title, row.detail), row) for row in done),
    )


def found(setting: Setting, index: Index, query: str) -> tuple[Shown, ...]:
    """List what matches a query: rounds first, then other places, where an extra round can be begun, then what is done."""
    texts = setting.texts
    rounds = [row for words, row in index.todo if matches(words, query)]
    places = [_point_row(setting, point) for words, point in index.places if matches(words, query)]
    done = [row for words, row in index.done if matches(words, query)]
    heads = (
        (texts.rounds.found_rounds, rounds),
        (texts.rounds.found_places, places),
        (texts.rounds.found_done, done),
    )
    return tuple(_headed(heads))


def _headed(heads: Iterable[tuple[str, list[RoundView]]]) -> Iterator[Shown]:
    for words, rows in heads:
        if rows:
            yield SectionView(f"section:{words}", words, str(len(rows)))
            yield from rows


def _words_of(setting: Setting, places: Estate, line: Line) -> str:
    names = [line.row.title, setting.say(line.rule.name) if line.rule else "", line.rule.code if line.rule else ""]
    return searchable(*names) + "\n" + (_point_words(places, line.point) if line.point is not None else "")


def _point_words(places: Estate, point: Point) -> str:
    building = places.buildings.get(point.building) if point.building is not None else None
    name = building.name if building is not None else None
    more = (name.zh, name.en) if name is not None else ()
    return searchable(point.name.zh, point.name.en, point.number, point.tag, *more)


def _point_row(setting: Setting, point: Point) -> RoundView:
    return RoundView(
        key=f"point:{point.id}",
        title=setting.say(point.name),
        detail=" · ".join(part for part in (point.number, point.floor, setting.texts.rounds.place_not_due) if part),
        icon=POINT_ICONS.get(point.kind, "map-marker-outline"),
        tone=Tone.IDLE,
    )
