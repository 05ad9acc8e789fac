"""Places, people, rules, checklists and tablets of all sites, written through the store like anybody's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from bench.growth.number import END, SPAN, ident
from server.office.session.password import Passwords
from server.store import ServerStore, Tx
from server.store.account import add_account
from server.store.device import enrol, make_code
from server.store.viewer import grant
from server.xlsform import read_catalogue
from shared.clock import Reading
from shared.ids import BuildingId, DeviceId, PersonId, PointId, RuleId, SiteId, UnitId, WaiverId
from shared.model.place import Building, Person, Point, PointKind, Role, Site, Text, Unit
from shared.model.plan import Period, Recurrence, Rule, Waiver, WorkdayYear
from shared.model.template import Template
from shared.schedule import workdays

SITES, POINTS, UNITS, PEOPLE = 50, 40, 12, 16
BIG_RULES, RULES = 100, 30
LOGIN, PASSWORD = "group", "xunan-2026"
CATALOGUE = Path(__file__).resolve().parents[2] / "server" / "catalogue"
_SITE, _BUILDING, _POINT, _UNIT, _PERSON, _RULE, _DEVICE, _WAIVER = range(1, 9)
_NAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭"
_GIVEN = "建国志强晓燕大海国平立新"
_PLACES = (
    "电梯机房",
    "消防泵房",
    "地下车库",
    "疏散楼梯",
    "配电房",
    "监控室",
    "屋顶水箱间",
    "大堂",
    "消防通道",
    "充电棚",
)
_KINDS = (
    PointKind.MACHINE_ROOM,
    PointKind.PUMP_ROOM,
    PointKind.GARAGE,
    PointKind.STAIRWELL,
    PointKind.POWER_ROOM,
    PointKind.CONTROL_ROOM,
    PointKind.ROOF_TANK,
    PointKind.LOBBY,
    PointKind.FIRE_LANE,
    PointKind.EBIKE_SHED,
)
YEARS = tuple(WorkdayYear(year, 1, tuple(date(year, 10, day) for day in range(1, 8))) for year in range(2024, 2028))
WORKDAYS = workdays(YEARS)


@dataclass(frozen=True, slots=True)
class Place:
    """One site and what its records name."""

    site: SiteId
    points: tuple[PointId, ...]
    units: tuple[UnitId, ...]
    people: tuple[PersonId, ...]
    names: tuple[str, ...]
    rules: tuple[Rule, ...]
    device: DeviceId


class Still:
    """A clock that stands at the end of the made history."""

    def read(self) -> Reading:
        """Read it."""
        return Reading(END, "growth", 5_123_345)


@cache
def templates() -> tuple[Template, ...]:
    """Read the shipped checklists."""
    return tuple(found.template for found in read_catalogue(CATALOGUE))


def places() -> tuple[Place, ...]:
    """Describe all sites; the first one is four to five times as large as the others."""
    return tuple(_place(number) for number in range(SITES))


def furnish(store: ServerStore, known: tuple[Place, ...]) -> str:
    """Write everything that changes seldom; returns the token of the first site's tablet."""
    token = ""
    with store.writing() as tx:
        for template in templates():
            tx.put(template)
        for year in YEARS:
            tx.put(year)
        for number, place in enumerate(known):
            _write(tx, number, place)
    with store.writing() as tx:
        chief = known[0].people[0]
        for place in known[1:]:
            grant(tx, chief, place.site, Role.QUALITY_DEPT)
        add_account(tx, LOGIN, chief, Passwords(memory_kib=8).hash(PASSWORD))
        for number, place in enumerate(known):
            code = make_code(tx, place.site, place.people[3])
            given, _, _ = enrol(tx, code, place.device, f"平板 {number + 1}", "0.2.0")
            token = token or given
    return token


def _place(number: int) -> Place:
    site = SiteId(ident(_SITE, number))
    base = number * 1000
    points = tuple(PointId(ident(_POINT, base + each)) for each in range(POINTS))
    units = tuple(UnitId(ident(_UNIT, base + each)) for each in range(UNITS))
    people = tuple(PersonId(ident(_PERSON, base + each)) for each in range(PEOPLE))
    names = tuple(_NAMES[each % 16] + _GIVEN[(each * 2 + number) % 10 :][:2] for each in range(PEOPLE))
    rules = tuple(_rule(site, points, base + each) for each in range(RULES if number else BIG_RULES))
    return Place(site, points, units, people, names, rules, DeviceId(ident(_DEVICE, number)))


def _rule(site: SiteId, points: tuple[PointId, ...], number: int) -> Rule:
    forms, turn = templates(), number % 1000
    plain = {
        "id": RuleId(ident(_RULE, number)),
        "site": site,
        "code": f"SCH-{turn:02d}",
        "name": Text(f"{_PLACES[turn % len(_PLACES)]}巡视", f"Round {turn}"),
        "template": forms[turn % len(forms)].id,
        "starts_on": (END - SPAN).date(),
        "point": points[turn % len(points)],
    }
    if turn % 30 in (26, 27):
        return Rule(**plain, recurrence=Recurrence.PER_PERIOD, period=Period.MONTH)  # type: ignore[arg-type]
    if turn % 30 == 28:
        return Rule(**plain, recurrence=Recurrence.PER_PERIOD, period=Period.QUARTER)  # type: ignore[arg-type]
    if turn % 30 == 29:
        return Rule(**plain, recurrence=Recurrence.PER_PERIOD, period=Period.YEAR)  # type: ignore[arg-type]
    return Rule(**plain, recurrence=Recurrence.DAILY)  # type: ignore[arg-type]


def _write(tx: Tx, number: int, place: Place) -> None:
    tx.put(Site(place.site, Text(f"龙山国际 {number + 1} 期", f"Longshan {number + 1}"), f"龙{number + 1}"))
    buildings = tuple(BuildingId(ident(_BUILDING, number * 1000 + each)) for each in range(4))
    for each, building in enumerate(buildings):
        tx.put(Building(building, place.site, Text(f"A{each + 1} 栋", f"Block A{each + 1}")))
    for each, point in enumerate(place.points):
        kind, name = _KINDS[each % 10], f"A{each % 4 + 1} 栋{_PLACES[each % 10]} {each // 10 + 1}"
        tag = f"LS{number + 1}-A{each % 4 + 1}-{each:03d}"
        tx.put(Point(point, place.site, buildings[each % 4], Text(name), tag, kind, tag=tag))
    for each, unit in enumerate(place.units):
        tx.put(Unit(unit, place.site, Text(f"龙山商户 {each + 1} 号"), "shop", "许老板", "13800000001"))
    for each, person in enumerate(place.people):
        tx.put(Person(person, place.site, place.names[each], _roles(each)))
    for rule in place.rules:
        tx.put(rule)
    for each in range(40):
        day = END.date() - timedelta(days=each * 3 + 1)
        rule = place.rules[each % len(place.rules)]
        ident_ = WaiverId(ident(_WAIVER, number * 1000 + each))
        tx.put(Waiver(ident_, place.site, rule.id, day, "停水检修", place.people[0], _at(day)))


def _roles(each: int) -> tuple[Role, ...]:
    chief = (Role.QUALITY_DEPT, Role.LEAD_INSPECTOR, Role.ADMINISTRATOR)
    known = (chief, (Role.LEAD_INSPECTOR,), (Role.FIRE_PRINCIPAL,), (Role.INSPECTOR, Role.PATROLLER))
    return known[each] if each < len(known) else (Role.MAINTENANCE_KEEPER,)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=END.tzinfo)
