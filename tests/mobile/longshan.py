"""The estate 龙山国际 on a tablet's real SQLite store, fed the way the server feeds it: by pull pages."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.device.picture import shrink
from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from server.xlsform import read_catalogue
from shared.clock import Reading
from shared.ids import (
    ORG_SCOPE,
    AssetId,
    DeviceId,
    Epoch,
    HazardId,
    InspectionId,
    NoticeId,
    PersonId,
    PhotoId,
    PointId,
    ReplyId,
    ReviewId,
    RuleId,
    Sha256,
    SiteId,
    TemplateId,
    UnitId,
    site_scope,
)
from shared.model.handover import Handover
from shared.model.hazard import Completion, Hazard, HazardEvent, HazardState, Notice, NoticeState, Reply, Step
from shared.model.inspection import Answer, Inspection, Photo, Remark, Result, Review, ReviewState, Signature, Status
from shared.model.number import NumberBlock
from shared.model.phrase import Phrase
from shared.model.place import Asset, AssetKind, Person, Point, PointKind, Role, Site, Text, Unit
from shared.model.plan import Period, Recurrence, Rule
from shared.model.shift import Pin
from shared.model.template import HazardGrade, ItemKind, Template
from shared.sync.messages import PullReply, Row, ScopePage
from shared.wire import encode_object
from tests.builders import NOW, FakeClock, SeededIds, an_id

CATALOGUE = Path(__file__).resolve().parents[2] / "server" / "catalogue"
SITE, DEVICE, ME, LEAD = SiteId(an_id(1)), DeviceId(an_id(2)), PersonId(an_id(3)), PersonId(an_id(4))
ROOM, ROOM2, PUMPS, STAIRS = PointId(an_id(11)), PointId(an_id(12)), PointId(an_id(13)), PointId(an_id(14))
LIFT1, LIFT2 = AssetId(an_id(21)), AssetId(an_id(22))
UNIT = UnitId(an_id(31))
DAILY, DAILY2, PUMP_RULE, PATROL_RULE = (RuleId(an_id(n)) for n in (41, 42, 43, 44))
HAZARD, OVERDUE_HAZARD, CLOSED_HAZARD = HazardId(an_id(51)), HazardId(an_id(52)), HazardId(an_id(53))
OLD = InspectionId(an_id(61))
TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 1, 20, tzinfo=UTC)  # 09:20 in Shanghai


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Return the catalogue's forms."""
    return tuple(found.template for found in read_catalogue(CATALOGUE))


def a_reading_at(at: datetime) -> Reading:
    return Reading(at, "7c1f", 5_000_000)


def places() -> list[Any]:
    brake = {"brake_gap_min": 0.2, "brake_gap_max": 0.6, "next_inspection_on": "2027-05-30"}
    return [
        Site(SITE, Text("龙山国际", "Longshan International"), "龙", "海州市龙山路 18 号"),
        Point(
            ROOM, SITE, None, Text("1号楼电梯机房", "Machine room, block 1"), "LS-01-JF", PointKind.MACHINE_ROOM, "屋面"
        ),
        Point(
            ROOM2,
            SITE,
            None,
            Text("2号楼电梯机房", "Machine room, block 2"),
            "LS-02-JF",
            PointKind.MACHINE_ROOM,
            "屋面",
        ),
        Point(PUMPS, SITE, None, Text("消防泵房", "Fire pump room"), "LS-B1-BF", PointKind.PUMP_ROOM, "B1"),
        Point(STAIRS, SITE, None, Text("3号楼疏散楼梯", "Stairwell, block 3"), "LS-03-LT", PointKind.STAIRWELL),
        Asset(LIFT1, SITE, ROOM, AssetKind.LIFT, Text("1号梯", "Lift 1"), "1#", {**brake, "geared": True}),
        Asset(LIFT2, SITE, ROOM, AssetKind.LIFT, Text("2号梯", "Lift 2"), "2#", {**brake, "geared": False}),
        Unit(UNIT, SITE, Text("工程维修部", "Engineering"), "internal", "刘工", signers=("刘大勇",)),
        Person(ME, SITE, "王建国", (Role.MAINTENANCE_KEEPER, Role.PATROLLER, Role.LEAD_INSPECTOR, Role.INSPECTOR)),
        Person(LEAD, SITE, "李主任", (Role.QUALITY_DEPT,)),
    ]


def a_rule_of(rule: RuleId, name: Text, template: str, point: PointId, **more: Any) -> Rule:
    values: dict[str, Any] = {"recurrence": Recurrence.DAILY, "starts_on": TODAY, **more}
    return Rule(rule, SITE, f"R{rule[-2:]}", name, TemplateId(template), point=point, **values)


def rules() -> list[Any]:
    return [
        a_rule_of(DAILY, Text("1号楼电梯机房 日巡视", "Block 1 machine room, daily"), "lmr-d", ROOM, due_at=time(18)),
        a_rule_of(DAILY2, Text("2号楼电梯机房 日巡视", "Block 2 machine room, daily"), "lmr-d", ROOM2, due_at=time(9)),
        a_rule_of(PUMP_RULE, Text("消防泵房 检查", "Fire pump room"), "pump", PUMPS, due_at=time(17, 30)),
        a_rule_of(
            PATROL_RULE,
            Text("3号楼 防火巡查", "Block 3 fire patrol"),
            "fire-patrol",
            STAIRS,
            recurrence=Recurrence.PER_PERIOD,
            period=Period.WEEK,
        ),
    ]


def a_hazard_of(hazard: HazardId, no: str, text: str, state: HazardState, deadline: date, **more: Any) -> Hazard:
    found = a_reading_at(MORNING - timedelta(days=6))
    steps = (
        Step(HazardEvent.CONFIRM, HazardState.DRAFT, HazardState.OPEN, LEAD, "李主任", MORNING - timedelta(days=5)),
        Step(HazardEvent.ISSUE, HazardState.OPEN, HazardState.ISSUED, LEAD, "李主任", MORNING - timedelta(days=5)),
        Step(
            HazardEvent.REPLY,
            HazardState.IN_RECTIFICATION,
            HazardState.REPLIED,
            LEAD,
            "刘大勇",
            MORNING - timedelta(days=1),
        ),
    )
    values: dict[str, Any] = {
        "state": state, "no": no, "unit": UNIT, "point": ROOM, "location": "机房门内侧", "grade": HazardGrade.GENERAL,
        "item_label": "机房灭火器在位有效", "required_measures": "补足 2 具 CO₂ 灭火器并挂牌", "deadline_on": deadline,
        "interim_measures": "临时调用 12 层灭火器", "legal_basis": ("物业管理手册 5.30.7",), "steps": steps,
        "notice": NoticeId(an_id(71)), "responsible_person": "刘大勇", **more,
    }  # fmt: skip
    return Hazard(hazard, SITE, "round", text, ME, "王建国", found, **values)


def hazards(photo: Photo | None = None) -> list[Any]:
    before = (photo,) if photo else ()
    return [
        a_hazard_of(HAZARD, "YH-2026-0017", "1号楼电梯机房灭火器缺失 2 具", HazardState.REPLIED, TODAY + timedelta(days=2), photos_before=before),
        a_hazard_of(OVERDUE_HAZARD, "YH-2026-0015", "3号楼 5 层疏散通道堆放纸箱", HazardState.IN_RECTIFICATION, TODAY - timedelta(days=3), point=STAIRS, location="5 层"),
        a_hazard_of(CLOSED_HAZARD, "YH-2026-0009", "消防泵房应急灯不亮", HazardState.CLOSED, TODAY - timedelta(days=9), point=PUMPS),
        Notice(NoticeId(an_id(71)), SITE, "龙物消改〔2026〕0017号", UNIT, (HAZARD,), LEAD, "李主任", NoticeState.RECEIVED),
        Reply(ReplyId(an_id(72)), SITE, NoticeId(an_id(71)), HAZARD, "原灭火器送检未及时补充", "已补充 2 具 CO₂ 灭火器，挂检查牌", Completion.DONE, "刘大勇", MORNING - timedelta(days=1), photos_after=before),
    ]  # fmt: skip


def old_record() -> list[Any]:
    """Yesterday's finished round of block 1, returned by the office with a word on one item."""
    at = a_reading_at(MORNING - timedelta(days=1))
    form = next(t for t in templates() if t.id == "lmr-d")
    passed = [i.name for i in form.items if i.kind is ItemKind.PASS_FAIL and not i.part_of]
    answers = [Answer(name, None, Result.PASS, at=at) for name in passed]
    answers += [Answer("lmr_04", value=25.8, at=at), Answer("lmr_05", value=62, at=at)]
    sign = Signature("inspector", "王建国", at, ME, (((0.1, 0.5), (0.9, 0.5)),))
    return [
        Inspection(OLD, SITE, form.id, form.version, ROOM, ME, DEVICE, at, 1, Status.FINAL, at, tuple(answers), signatures=(sign,), assets=(LIFT1, LIFT2))
    ]  # fmt: skip


def a_return() -> list[Any]:
    remarks = (Remark("lmr_09", "请补拍灭火器压力表，看不清指针。"),)
    return [
        Review(
            ReviewId(an_id(81)),
            SITE,
            OLD,
            ME,
            LEAD,
            "李主任",
            ReviewState.RETURNED,
            MORNING - timedelta(hours=1),
            remarks,
        )
    ]


KINDS = {
    Site: "site", Point: "point", Asset: "asset", Unit: "unit", Person: "person", Rule: "rule", Hazard: "hazard",
    Notice: "notice", Reply: "reply", Inspection: "inspection", Review: "review", Template: "template", Phrase: "phrase", Pin: "pin",
    NumberBlock: "number_block", Handover: "handover",
}  # fmt: skip


def feed(store: SqliteTabletStore, entities: list[Any]) -> None:
    """Put entities on the tablet as pages of its site's and the organisation's feed."""
    rows = [
        Row(KINDS[type(e)], e.key if isinstance(e, Template | Phrase) else e.id, 1, body=encode_object(e))
        for e in entities
    ]
    org = tuple(row for row in rows if row.kind in ("template", "phrase"))
    site = tuple(row for row in rows if row not in org)
    start = max(store.cursors().values(), default=0)
    pages = (ScopePage(ORG_SCOPE, start + 1, False, org), ScopePage(site_scope(SITE), start + 1, False, site))
    store.save_pull(PullReply(Epoch(an_id(99)), NOW, pages))


def enrol(store: SqliteTabletStore) -> None:
    store.enrol(
        Enrolment("http://127.0.0.1:8765", DEVICE, "巡检平板 3", SITE, "龙山国际", ME, "王建国", "secret"),
        Epoch(an_id(99)),
    )


def a_picture(folder: Path, colour: tuple[int, int, int] = (96, 118, 140)) -> Path:
    """Draw something that looks like a photo of a wall with a gauge."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1600, 1200), colour)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 820, 1600, 1200), fill=(150, 150, 146))
    draw.rectangle((180, 260, 560, 900), fill=(178, 42, 38))
    draw.ellipse((800, 300, 1240, 740), fill=(238, 238, 232), outline=(40, 44, 50), width=18)
    draw.line((1020, 520, 1150, 400), fill=(200, 30, 30), width=14)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "picture.jpg"
    image.save(path, quality=85)
    return path


def a_fetched_photo(picture: Path) -> tuple[Photo, bytes]:
    """Return a photo as records name it, and its bytes as the server sends them."""
    made = shrink(picture)
    sha256 = Sha256(hashlib.sha256(made.jpeg).hexdigest())
    at = a_reading_at(MORNING - timedelta(days=6))
    return Photo(PhotoId(an_id(91)), sha256, len(made.jpeg), at, width=made.width, height=made.height), made.jpeg


def furnish(home: Path, at: datetime = MORNING, *, is_enrolled: bool = True, has_hazards: bool = True) -> Tablet:
    """Build a tablet on a real store in `home`, or open the one that is there already."""
    is_new = not (home / "tablet.db").exists()
    store = SqliteTabletStore(home / "tablet.db", home / "photos")
    files = PhotoFiles(home / "photos")
    if is_new and is_enrolled:
        enrol(store)
        photo, content = a_fetched_photo(a_picture(home / "office", (128, 120, 104)))
        feed(store, [*templates(), *places(), *rules(), *(hazards(photo) if has_hazards else [])])
        store.keep_blob(photo.sha256, content)
    return Tablet(store, FakeClock(at), SeededIds(int(at.timestamp())), files)
