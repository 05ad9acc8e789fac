"""What the demo's gauges show: readings that drift and scatter as real ones do.

The brake gap of lift 1 grows towards its maker's limit of 0.5 mm and machine room 2 warms up week by week, so that the
last values beside a reading say something before a limit is reached.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from server.demo_estate.ident import chance
from shared.checklist import RowState
from shared.model.inspection import Value
from shared.model.template import ItemKind, Limits


@dataclass(frozen=True, slots=True)
class Round:
    """One visit as the gauges see it; ``lift`` is the number of the lift in a repeated section."""

    day: date
    where: str
    lift: str
    template: str
    is_bad: bool = False

    def around(self, middle: float, spread: float, digits: int = 1, *, name: str = "") -> float:
        """Return a value that scatters around ``middle``, the same each time for this visit."""
        share = chance(self.where, self.lift, self.day, name or middle) - 0.5
        return round(middle + 2 * spread * share, digits)

    @property
    def week(self) -> float:
        """Weeks since the beginning of the year, with fractions."""
        return (self.day - date(self.day.year, 1, 1)).days / 7


def _room_temperature(visit: Round) -> float:
    season = 24 - abs(visit.week - 29) * 0.12
    warming = 6 + (visit.week % 6) * 0.9 if visit.where == "LS-A2-JF01" else 3
    return visit.around(season + warming, 0.7)


def _brake_gap(visit: Round) -> float:
    base = {"DT-01": 0.40 + (visit.week % 8) * 0.009, "DT-02": 0.38, "DT-03": 0.24}.get(visit.lift, 0.3)
    return visit.around(base, 0.006, 2, name="gap")


def _brake_day(visit: Round) -> str:
    """Return the day of the last half-monthly maintenance: the 1st and the 16th."""
    return visit.day.replace(day=16 if visit.day.day >= 16 else 1).isoformat()


_READINGS: dict[str, Callable[[Round], Value]] = {
    "lmr_04": _room_temperature,
    "lmr_05": lambda visit: visit.around(56, 6, 0),
    "lmr_06_lux": lambda visit: visit.around(236, 14, 0),
    "lmr_08_setpoint": lambda _visit: 26,
    "lmr_12_motor": lambda visit: visit.around(51 if visit.lift != "DT-03" else 43, 3, name="motor"),
    "lmr_12_oil": lambda visit: visit.around(47, 3, name="oil"),
    "lmr_15_gap": _brake_gap,
    "lmr_15_date": _brake_day,
    "lmr_21": lambda visit: visit.around(386, 4, name="volt"),
    "weather": lambda visit: ("clear", "cloudy", "overcast", "rain")[int(chance("weather", visit.day) * 4)],
    "overall_result": lambda visit: "general" if visit.is_bad else "normal",
    "handover": lambda visit: ("hazard",) if visit.is_bad else None,
    "conclusion": lambda visit: "basic" if visit.is_bad else "pass",
    "previous_hazards": lambda _visit: "done",
    "pins_oiled_oil": lambda _visit: "N32 机油",
    "performer": lambda _visit: "张弛",
    "performer_cert": lambda _visit: "T3301 16 0119",
    "witness": lambda _visit: "王建国",
    "fas_05": lambda _visit: 2,
    "fas_02": lambda _visit: 0,
    "fas_03_count": lambda _visit: 0,
    "absent_systems": lambda visit: ("shutter", "fas", "gas") if visit.where.startswith("LS-A3") else ("gas",),
    "area": lambda _visit: "1～3 号楼、地下车库、设备用房",
    "lead_inspector": lambda _visit: "李志明",
    "inspectors": lambda _visit: "郑晓东、冯刚",
    "unit_representative": lambda _visit: "刘海",
    "mgt_01_status": lambda _visit: "partly",
    "pmp_11": lambda _visit: 3,
    "pmp_02_pump": lambda _visit: ("main", "standby"),
    "pmp_02_current": lambda visit: visit.around(128, 4, 0),
    "pmp_02_pressure": lambda visit: visit.around(1.05, 0.03, 2),
    "pmp_04": lambda visit: visit.around(26, 3, 0),
    "pmp_05_power": lambda visit: visit.around(11, 2, 0),
    "pmp_05_pump": lambda visit: visit.around(18, 3, 0),
    "pmp_06_flow": lambda visit: visit.around(43, 1),
    "pmp_06_pressure": lambda visit: visit.around(0.98, 0.03, 2),
    "wat_01_level": lambda visit: visit.around(3.1, 0.1, 2),
    "wat_02_level": lambda visit: visit.around(2.3, 0.1, 2),
    "wat_05": lambda visit: visit.around(17, 2),
    "wat_09_start": lambda visit: visit.around(0.75, 0.02, 2),
    "wat_09_stop": lambda visit: visit.around(0.90, 0.02, 2),
    "wat_09_starts": lambda visit: int(visit.around(4, 2, 0)),
    "wat_10_pressure": lambda visit: visit.around(0.86, 0.03, 2),
    "wat_10_volume": lambda visit: visit.around(180, 8, 0),
    "ext_02_mount": lambda visit: "bracket" if visit.where.endswith("JF01") else "box",
    "ext_15_mass": lambda visit: visit.around(7.5, 0.1, 2),
}


def value_of(row: RowState, visit: Round) -> Value:
    """Return what a visit finds for a row: a known gauge, else something within limits if the form insists."""
    known = _READINGS.get(row.item.name)
    if known is not None:
        found = known(visit)
        return int(found) if row.item.kind is ItemKind.COUNT and isinstance(found, float) else found
    if not row.required:
        return None
    return _plain(row, visit)


def _plain(row: RowState, visit: Round) -> Value:
    kind = row.item.kind
    if kind in (ItemKind.NUMBER, ItemKind.COUNT):
        number = _within(row.limits)
        return int(number) if kind is ItemKind.COUNT else round(number, 2)
    if kind is ItemKind.CHOICE:
        return row.item.choices[0].name
    if kind is ItemKind.CHOICES:
        return (row.item.choices[0].name,)
    if kind is ItemKind.DATE:
        return visit.day.isoformat()
    return "正常" if kind is ItemKind.TEXT else None


def _within(limits: Limits | None) -> float:
    low, high = (None, None) if limits is None else (limits.low, limits.high)
    if low is not None and high is not None:
        return (low + high) / 2
    if low is not None:
        return low * 1.15 if low > 0 else low + 1
    return high * 0.7 if high is not None else 1.0
