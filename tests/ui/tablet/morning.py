"""The tablet that the flows are walked on: shared, in the morning, with something in it for each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from mobile import actions
from mobile.device.power import GivenPower
from mobile.device.recorder import GivenRecorder
from mobile.device.scanner import ScriptedScanner
from mobile.device.share import PrintingShare
from server.phrases import read_library
from shared.ids import BlockId, HandoverId, HazardId, InspectionId, NoticeId, PersonId, PointId, RuleId
from shared.model.hazard import HazardState, Notice, NoticeState
from shared.model.inspection import Status
from shared.model.number import NumberBlock
from shared.model.phrase import Phrase
from shared.model.place import Person, Point, PointKind, Role, Text
from shared.shift import make_pin
from tests.builders import NOW, a_handover, an_id
from tests.mobile.longshan import (
    DEVICE,
    HAZARD,
    LEAD,
    ME,
    MORNING,
    PUMPS,
    SITE,
    TODAY,
    UNIT,
    a_hazard_of,
    a_reading_at,
    a_return,
    a_rule_of,
    feed,
    old_record,
    places,
    templates,
)
from tests.ui.tablet.estate import a_tablet
from tests.voices import a_voice

ZHOU = Person(PersonId(an_id(0x91)), SITE, "周敏", (Role.PATROLLER,))
GARAGE = Point(PointId(an_id(0x92)), SITE, None, Text("地下车库", "Car park"), "LS-B2-CK", PointKind.STAIRWELL, "B2")
LAMP, CARTON = HazardId(an_id(0x93)), HazardId(an_id(0x94))
TWO = NoticeId(an_id(0x95))
"""A notice of two hazards, lamp and carton, whose rechecks are due."""
OFFERED = InspectionId(an_id(0x96))
"""A round of the lead inspector's that is handed to this tablet's person."""


def a_morning_tablet(home: Path, scale: str, language: str) -> Any:
    """Build a shared tablet in the morning: work that came back and that is handed over, numbers, scanner, microphone."""
    parts = a_tablet(home)
    store = parts.tablet.store
    pins = [make_pin(who, SITE, "4711", bytes(16), NOW, who, rounds=2) for who in (ME, LEAD)]
    block = NumberBlock(BlockId(an_id(0x801)), SITE, DEVICE, TODAY.year, 11, 5)
    feed(store, [ZHOU, *pins, block, *old_record(), *a_return()])
    feed(store, [*_tags(), *_answered_notice(store), _handover(), *wordings()])
    parts.kit.power = GivenPower(41)
    parts.kit.scanner = ScriptedScanner(("WX-77", "LS-02-JF"))
    parts.kit.share = PrintingShare(home / "shared")
    parts.kit.recorder = GivenRecorder(a_voice(23))
    actions.set_setting(parts.tablet, "text_scale", scale)
    actions.set_setting(parts.tablet, "language", language)
    return parts


def wordings() -> list[Phrase]:
    """The office's wordings for an air conditioner: other items keep the words that every tablet has."""
    return [phrase for phrase in read_library() if phrase.codes == ("LMR-08",)]


def _tags() -> list[Any]:
    """A place that is somebody else's round, and one whose tag is retired."""
    pumps = next(one for one in places() if isinstance(one, Point) and one.id == PUMPS)
    rule = a_rule_of(
        RuleId(an_id(0x97)), Text("地下车库 巡查", "Car park patrol"), "fire-patrol", GARAGE.id,
        due_at=time(18), performers=(ZHOU.id,),
    )  # fmt: skip
    return [replace(pumps, is_tag_retired=True), GARAGE, rule]


def _answered_notice(store: Any) -> list[Any]:
    """A notice whose two hazards the unit says to have put right."""
    before, due = store.hazard(HAZARD).photos_before, TODAY + timedelta(days=1)
    more = {"notice": TWO, "photos_before": before}
    return [
        a_hazard_of(LAMP, "YH-2026-0031", "楼梯间应急灯不亮", HazardState.REPLIED, due, **more),
        a_hazard_of(CARTON, "YH-2026-0032", "电表间堆放纸箱", HazardState.REPLIED, due, **more),
        Notice(TWO, SITE, "龙物消改〔2026〕0009号", UNIT, (LAMP, CARTON), LEAD, "李主任", NoticeState.RECEIVED),
    ]


def _handover() -> Any:
    form = next(one for one in templates() if one.id == "lmr-d")
    sent = replace(
        old_record()[0], id=OFFERED, status=Status.DRAFT, ended_at=None, author=LEAD, signatures=(),
        template_version=form.version, started_at=a_reading_at(MORNING),
    )  # fmt: skip
    return a_handover(id=HandoverId(an_id(0x702)), site=SITE, record=sent, giver=LEAD, giver_name="李主任", to=ME)
