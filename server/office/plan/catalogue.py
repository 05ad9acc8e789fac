"""What manual and regulation ask for, as rows to switch on: where each applies by the profile of a building, what is missing.

Of the rows of one theme at one place the one that comes round most often sets the date; the others are covered by it.
A row that cites nothing is shown as the company's own practice.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from pathlib import Path

from server.office.plan.write import OFTEN, Choices
from server.office.reader import Reader
from server.store import Tx
from server.store.place import buildings, in_use
from shared.ids import AssetId, PointId, RuleId, SiteId, TemplateId
from shared.model.place import Asset, AssetKind, Building, Point, Role, Text
from shared.model.plan import Rule
from shared.schedule.change import most_days

ROWS = Path(__file__).with_name("rows.toml")
HIGH_HOUSING_M, HIGH_PUBLIC_M = 27.0, 24.0
"""Above these heights housing, and any other building, is high-rise (GB 55037)."""
TALLEST_M = 100.0
"""Public buildings above this height drill twice a year (5号令§44)."""
AGED = timedelta(days=15 * 365)
"""In use for longer, a lift's governor is checked every year (TSG T5002 表A-4)."""
_HOUSING = "residential"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the catalogue."""

    code: str
    group: str
    theme: str
    zh: str
    en: str
    often: str
    at: tuple[str, ...]
    when: tuple[str, ...]
    role: str
    template: str = ""
    law: str = ""
    times: int = 1
    every_days: int = 0
    every_hours: int = 0
    min_gap_months: int = 0
    opens_at: str = "08:00"
    due_at: str = "18:00"

    @property
    def key(self) -> str:
        """Return what names the row: its code and how often it comes."""
        return f"{self.code}.{self.often}"

    @property
    def name(self) -> Text:
        """What the row asks for."""
        return Text(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a row may apply: the site, a building, a point or a lift, with the words of its profile."""

    kind: str
    id: str
    name: Text
    words: frozenset[str]
    point: Point | None = None
    asset: Asset | None = None
    points: frozenset[PointId] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row at a place: the plans that fulfil it, and the looser rows that it covers."""

    row: Row
    place: Place
    running: tuple[Rule, ...] = ()
    covers: tuple[Row, ...] = field(default=())

    @property
    def key(self) -> str:
        """Return what names the proposal in a form."""
        return f"{self.row.key}|{self.place.kind}|{self.place.id}"


@functools.cache
def rows() -> tuple[Row, ...]:
    """Read the catalogue."""
    found = tomllib.loads(ROWS.read_text(encoding="utf-8"))["row"]
    return tuple(Row(**{**one, "at": tuple(one["at"]), "when": tuple(one["when"])}) for one in found)


def words_of(one: Building | None) -> frozenset[str]:
    """Put the profile of a building into the words that rows ask for."""
    if one is None:
        return frozenset({"any"})
    is_housing = _HOUSING in one.kind
    is_high = one.kind.startswith("highrise") or (one.height_m or 0) > (HIGH_HOUSING_M if is_housing else HIGH_PUBLIC_M)
    words = {"any"}
    words |= {"high", "high_housing" if is_housing else "high_public"} if is_high else set()
    words |= {"key"} if one.is_key else set()
    words |= {"gathering"} if one.is_gathering else set()
    words |= {"facilities"} if is_high or one.systems or one.is_key else set()
    words |= {"basement"} if one.kind in ("garage", "underground") else set()
    words |= {"high_public_100"} if "high_public" in words and (one.height_m or 0) > TALLEST_M else set()
    words |= {"gas", "shutter", "sprinkler", "hydrant"}.intersection(one.systems)
    words |= {"catering"} if "high_public" in words and "catering" in one.systems else set()
    return frozenset(words)


def words_of_lift(one: Asset, today: date) -> frozenset[str]:
    """Put a lift's own data into the words that rows ask for; one whose first day of service is not known is not aged."""
    since = str(one.data.get("in_service_on") or "")
    try:
        is_aged = bool(since) and today - date.fromisoformat(since) > AGED
    except ValueError:
        is_aged = False
    return frozenset({"any", "aged"} if is_aged else {"any"})


def places(tx: Tx, who: Reader, known: Choices) -> list[Place]:
    """List everywhere that rows may apply at the chosen site."""
    built = {one.id: one for one in in_use(buildings(tx, who.viewer, who.site))}
    all_words = frozenset().union(*(words_of(one) for one in built.values()), {"any"})
    lifts = [asset for asset in known.assets if asset.kind is AssetKind.LIFT]
    all_words |= {"lift"} if lifts else set()
    site_name = who.chosen.name if who.chosen else Text("")
    found = [Place("site", str(who.site), site_name, all_words)]
    by_building: dict[str, list[Point]] = {}
    for point in known.points:
        by_building.setdefault(point.building or "", []).append(point)
    for one in built.values():
        here = by_building.get(one.id, [])
        if here:
            inside = frozenset(point.id for point in here)
            found.append(Place("building", one.id, one.name, words_of(one), _main(here), points=inside))
    for point in known.points:
        house = built.get(point.building) if point.building else None
        words = words_of(house) | ({"basement"} if point.floor.upper().startswith(("B", "-")) else set())
        found.append(Place(point.kind.value, point.id, point.name, words, point))
    rooms = {point.id: point for point in known.points}
    found += [
        Place("lift", one.id, one.name, words_of_lift(one, who.formats.today), rooms.get(one.point), one)
        for one in lifts
    ]
    return found


def _main(points: Iterable[Point]) -> Point:
    """Return the point that stands for a building: its lobby, else a control room or corridor, else the first."""
    rank = {"lobby": 0, "control_room": 1, "corridor": 2, "garage": 2, "stairwell": 3}
    return min(points, key=lambda point: (rank.get(point.kind.value, 9), point.number))


def proposals(tx: Tx, who: Reader, known: Choices, running: Iterable[Rule]) -> list[Proposal]:
    """List every row that applies somewhere, with the plans that fulfil it; of one theme and place the strictest only."""
    active = [rule for rule in running if rule.ends_on is None or rule.ends_on >= who.formats.today]
    found = []
    for place in places(tx, who, known):
        themes: dict[str, list[Row]] = {}
        for row in rows():
            if place.kind in row.at and not place.words.isdisjoint(row.when):
                themes.setdefault(row.theme, []).append(row)
        for alike in themes.values():
            alike.sort(key=lambda row: most_days(bare(row)))
            found.append(Proposal(alike[0], place, _fulfilling(alike[0], place, active), tuple(alike[1:])))
    return found


def _fulfilling(row: Row, place: Place, active: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the plans that do at a place what a row asks for, at least as often."""
    often = most_days(bare(row))
    same = [rule for rule in active if rule.code == row.code or _does_the_same(rule, row)]
    return tuple(rule for rule in same if _is_at(rule, place) and most_days(rule) <= often)


def _does_the_same(rule: Rule, row: Row) -> bool:
    """Tell whether a plan of another code does what a row asks for: its checklist, by day or by night as it says."""
    if row.every_hours or not row.template or rule.template != row.template:
        return False
    is_night = rule.due_at <= rule.opens_at
    return is_night == (time.fromisoformat(row.due_at) <= time.fromisoformat(row.opens_at))


def _is_at(rule: Rule, place: Place) -> bool:
    if place.kind == "site":
        return True
    if place.kind == "lift":
        return rule.asset == place.id
    if place.kind == "building":
        return rule.point is None or rule.point in place.points
    return rule.point == place.id


def bare(row: Row) -> Rule:
    """Return a row as a plan without a place, for how often it comes."""
    recurrence, period = OFTEN[row.often]
    return Rule(
        RuleId(""), SiteId(""), row.code, row.name, TemplateId(row.template), recurrence, date(2020, 1, 1),
        period=period, times=row.times, every_days=row.every_days,
    )  # fmt: skip


def rules_of(found: Proposal, template: TemplateId, first: date, site: SiteId) -> Iterator[Rule]:
    """Yield the plans that switching a proposal on makes, without ids: one, or one for every two hours of business."""
    row, place = found.row, found.place
    opens, due = time.fromisoformat(row.opens_at), time.fromisoformat(row.due_at)
    name = (
        Text(f"{place.name.zh} · {row.zh}", f"{row.en}, {place.name.get('en')}") if place.kind != "site" else row.name
    )
    one = replace(
        bare(row),
        site=site,
        name=name,
        template=template,
        starts_on=first,
        point=PointId(place.point.id) if place.point and place.kind != "site" else None,
        asset=AssetId(place.asset.id) if place.asset else None,
        min_gap_months=row.min_gap_months,
        opens_at=opens,
        due_at=due,
        performer_role=Role(row.role),
        source=f"{row.law}（{row.code}）" if row.law else "",
    )
    if not row.every_hours:
        yield one
        return
    for hour in range(opens.hour, due.hour, row.every_hours):
        ends = min(hour + row.every_hours, due.hour)
        said = f"{hour:02}:00–{ends:02}:00"
        title = Text(f"{name.zh} {said}", f"{name.get('en')} {said}")
        yield replace(one, name=title, opens_at=time(hour), due_at=time(ends))


def by_code(found: Iterable[Proposal]) -> Mapping[str, list[Proposal]]:
    """Group proposals by row, in the catalogue's order."""
    grouped: dict[str, list[Proposal]] = {row.key: [] for row in rows()}
    for one in found:
        grouped[one.row.key].append(one)
    return {key: alike for key, alike in grouped.items() if alike}


def row_that_sets(tx: Tx, who: Reader, known: Choices, rule: Rule) -> Row | None:
    """Return the strictest row that asks for what a plan does at its place, None if no row does.

    Where manual and regulation differ the stricter one counts (schedule facts §2); a page compares it with the plan.
    """
    themes = {row.theme for row in rows() if row.template == rule.template or row.code == rule.code}
    asking = [
        row
        for place in places(tx, who, known)
        for row in rows()
        if row.theme in themes and row.template == rule.template and _is_here(rule, place)
        if place.kind in row.at and not place.words.isdisjoint(row.when)
    ]
    return min(asking, key=lambda row: most_days(bare(row)), default=None)


def _is_here(rule: Rule, place: Place) -> bool:
    if place.kind == "site":
        return rule.point is None
    return rule.point is not None and _is_at(rule, place)


def is_looser(rule: Rule, row: Row) -> bool:
    """Tell whether a plan comes less often than a row asks for."""
    return most_days(rule) > most_days(bare(row))
