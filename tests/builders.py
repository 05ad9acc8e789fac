"""Plain functions that build facts with sensible defaults; a test names only what it is about."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from shared.clock import Reading
from shared.ids import (
    AccessId,
    AssetId,
    DeviceId,
    ExcuseId,
    HandoverId,
    HazardId,
    InspectionId,
    PersonId,
    PhotoId,
    PointId,
    RuleId,
    Sha256,
    SiteId,
    TemplateId,
    UnitId,
    uuid7,
)
from shared.model.access import Access, AccessCategory
from shared.model.handover import Handover
from shared.model.hazard import Hazard
from shared.model.inspection import Inspection, Photo, Status
from shared.model.place import Asset, AssetKind, Person, Point, PointKind, Role, Site, Text, Unit
from shared.model.plan import Excuse, Recurrence, Rule
from shared.model.template import Item, ItemKind, Limits, Need, Section, Template

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def an_id(number: int) -> str:
    """The same id for the same number: 0193b1f0-0000-7000-8000-<number>."""
    return f"0193b1f0-0000-7000-8000-{number:012x}"


class SeededIds:
    """An id source that gives the same ids for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self._made = 0

    def new(self) -> str:
        self._made += 1
        return uuid7(1_764_000_000_000 + self._made, self._random.randbytes(10))


class FakeClock:
    """A clock that only moves when told: wall and boot clock apart, as on a tablet."""

    def __init__(self, now: datetime = NOW, boot: str = "7c1f") -> None:
        self.wall = now
        self.boot = boot
        self.elapsed_ms = 5_123_345

    def read(self) -> Reading:
        return Reading(self.wall, self.boot, self.elapsed_ms)

    def advance(self, delta: timedelta) -> None:
        """Let time pass, as seen by both clocks."""
        self.wall += delta
        self.elapsed_ms += int(delta.total_seconds() * 1000)

    def jump(self, delta: timedelta) -> None:
        """Set the wall clock; the boot clock knows better."""
        self.wall += delta

    def restart(self, boot: str) -> None:
        """Restart the device."""
        self.boot = boot
        self.elapsed_ms = 10_000


SITE = SiteId(an_id(0x1))
OTHER_SITE = SiteId(an_id(0x2))
POINT = PointId(an_id(0x11))
LIFT = AssetId(an_id(0x21))
UNIT = UnitId(an_id(0x31))
RULE = RuleId(an_id(0x41))
KEEPER = PersonId(an_id(0xB1))
LEAD = PersonId(an_id(0xB2))
PRINCIPAL = PersonId(an_id(0xB3))
DEVICE = DeviceId(an_id(0xD1))


def a_reading(minutes: int = 0) -> Reading:
    """A reading some minutes after NOW."""
    return Reading(NOW + timedelta(minutes=minutes), "7c1f", 5_123_345 + minutes * 60_000)


def a_site(**changes: Any) -> Site:
    return Site(**{"id": SITE, "name": Text("龙山国际", "Longshan International"), "short_name": "龙", **changes})


def a_point(**changes: Any) -> Point:
    defaults = {
        "id": POINT,
        "site": SITE,
        "building": None,
        "name": Text("A1 栋电梯机房", "Machine room A1"),
        "number": "LS-A1-JF01",
        "kind": PointKind.MACHINE_ROOM,
        "tag": "LS-A1-JF01",
    }
    return Point(**{**defaults, **changes})


def a_lift(**changes: Any) -> Asset:
    defaults = {
        "id": LIFT,
        "site": SITE,
        "point": POINT,
        "kind": AssetKind.LIFT,
        "name": Text("1 号梯", "Lift 1"),
        "number": "1#",
        "data": {"brake_gap_min": 0.2, "brake_gap_max": 0.6, "geared": True},
    }
    return Asset(**{**defaults, **changes})


def a_unit(**changes: Any) -> Unit:
    return Unit(**{"id": UNIT, "site": SITE, "name": Text("工程维修部"), "kind": "internal", "head": "刘工", **changes})


def a_person(**changes: Any) -> Person:
    return Person(
        **{"id": KEEPER, "site": SITE, "name": "王建国", "roles": (Role.MAINTENANCE_KEEPER, Role.INSPECTOR), **changes}
    )


def a_template(**changes: Any) -> Template:
    """A short machine-room round: a temperature, the extinguisher, and one item per lift."""
    defaults = {
        "id": TemplateId("lmr-short"),
        "version": 1,
        "title": Text("机房巡视（短）", "Machine-room round (short)"),
        "inspection_type": "ROUND",
        "sections": (Section("room", Text("机房")), Section("lift", Text("电梯"), AssetKind.LIFT)),
        "items": (
            Item(
                "LMR_04",
                ItemKind.NUMBER,
                Text("室温"),
                "room",
                "LMR-04",
                unit="°C",
                limits=Limits(5, 40),
                required="yes",
            ),
            Item(
                "LMR_09",
                ItemKind.PASS_FAIL,
                Text("消防器材在位有效"),
                "room",
                "LMR-09",
                required="yes",
                fail_needs=(Need.PHOTO, Need.NOTE, Need.ACTION),
            ),
            Item(
                "LMR_10", ItemKind.PASS_FAIL, Text("曳引机无漏油"), "lift", "LMR-10", fail_needs=(Need.PHOTO, Need.NOTE)
            ),
        ),
        "point_kinds": (PointKind.MACHINE_ROOM,),
        "performers": (Role.MAINTENANCE_KEEPER,),
    }
    return Template(**{**defaults, **changes})


def a_rule(**changes: Any) -> Rule:
    defaults = {
        "id": RULE,
        "site": SITE,
        "code": "SCH-05",
        "name": Text("机房每日巡视", "Daily machine-room round"),
        "template": TemplateId("lmr-short"),
        "recurrence": Recurrence.DAILY,
        "starts_on": date(2026, 11, 1),
        "point": POINT,
    }
    return Rule(**{**defaults, **changes})


def a_photo(**changes: Any) -> Photo:
    defaults = {"id": PhotoId(an_id(0xF1)), "sha256": Sha256("0f" * 32), "size_bytes": 11, "taken_at": a_reading()}
    return Photo(**{**defaults, **changes})


def an_inspection(**changes: Any) -> Inspection:
    defaults = {
        "id": InspectionId(an_id(0x101)),
        "site": SITE,
        "template": TemplateId("lmr-short"),
        "template_version": 1,
        "point": POINT,
        "author": KEEPER,
        "device": DEVICE,
        "started_at": a_reading(-30),
        "ended_at": a_reading(-20),
        "status": Status.FINAL,
    }
    return Inspection(**{**defaults, **changes})


def a_hazard(**changes: Any) -> Hazard:
    defaults = {
        "id": HazardId(an_id(0x201)),
        "site": SITE,
        "source_type": "inspection",
        "source": InspectionId(an_id(0x101)),
        "description": "机房灭火器不在位",
        "location": "A1 栋电梯机房",
        "found_by": KEEPER,
        "found_by_name": "王建国",
        "found_at": a_reading(-25),
    }
    return Hazard(**{**defaults, **changes})


def an_excuse(**changes: Any) -> Excuse:
    defaults = {
        "id": ExcuseId(an_id(0x501)),
        "site": SITE,
        "rule": RULE,
        "window_on": date(2026, 11, 23),
        "author": KEEPER,
        "author_name": "王建国",
        "at": a_reading(-10),
        "reason": "停梯维修",
    }
    return Excuse(**{**defaults, **changes})


def an_access(**changes: Any) -> Access:
    defaults = {
        "id": AccessId(an_id(0x601)),
        "site": SITE,
        "point": POINT,
        "author": KEEPER,
        "device": DEVICE,
        "category": AccessCategory.CONTRACTOR,
        "name": "赵师傅",
        "purpose": "半月维保",
        "at": a_reading(-60),
        "org": "海州电梯",
        "approved_by": "冯经理",
    }
    return Access(**{**defaults, **changes})


def a_handover(**changes: Any) -> Handover:
    defaults = {
        "id": HandoverId(an_id(0x701)),
        "site": SITE,
        "record": an_inspection(status=Status.DRAFT, ended_at=None),
        "giver": KEEPER,
        "giver_name": "王建国",
        "device": DEVICE,
        "to": LEAD,
        "to_name": "李敏",
        "at": a_reading(-5),
    }
    return Handover(**{**defaults, **changes})
