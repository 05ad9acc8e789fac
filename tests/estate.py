"""A small estate for tests of office pages: people in every role with accounts, records, hazards in many states, tablets."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from server.app import Parts
from server.office.session.password import Passwords
from server.store import Tx
from server.store.account import add_account
from server.store.blob import store_whole
from server.store.device import enrol, make_code, note_push
from server.xlsform import read_catalogue
from shared import notice as notice_rules
from shared.clock import Reading
from shared.hazard import Act, advance
from shared.ids import (
    AssetId,
    DeviceId,
    HazardId,
    InspectionId,
    NoticeId,
    PersonId,
    PhotoId,
    PointId,
    ReplyId,
    RuleId,
    Sha256,
    TemplateId,
    UnitId,
    WaiverId,
)
from shared.model.hazard import Completion, Hazard, HazardEvent, Notice, Reply
from shared.model.inspection import Answer, Inspection, Photo, Result, Signature, Status, TaskRef
from shared.model.place import Asset, AssetKind, Person, Point, PointKind, Role, Text, Unit
from shared.model.plan import Recurrence, Rule, Waiver, WorkdayYear
from shared.model.template import HazardGrade
from shared.sync.messages import DeviceHealth
from tests.builders import OTHER_SITE, SITE, a_site, an_id

ROOT = Path(__file__).resolve().parents[1]
PASSWORD = "xunan-2026"
R = Role

PEOPLE: dict[str, tuple[str, tuple[Role, ...]]] = {
    "principal": ("陈国平", (R.FIRE_PRINCIPAL,)),
    "firemanager": ("赵立新", (R.FIRE_MANAGER,)),
    "quality": ("孙晓燕", (R.QUALITY_DEPT,)),
    "lead": ("李志强", (R.LEAD_INSPECTOR,)),
    "inspector": ("周敏", (R.INSPECTOR,)),
    "keeper": ("王建国", (R.MAINTENANCE_KEEPER,)),
    "patroller": ("吴大海", (R.PATROLLER,)),
    "engineering": ("刘振东", (R.ENGINEERING_DEPT,)),
    "assistant": ("钱丽", (R.AFFAIRS_ASSISTANT,)),
    "desk": ("郑小美", (R.FRONT_DESK,)),
    "manager": ("冯经理", (R.MANAGER,)),
    "admin": ("何系统", (R.ADMINISTRATOR,)),
    "repair": ("朱师傅", (R.REPAIR_WORKER,)),
    "unit": ("许老板", (R.INSPECTED_UNIT,)),
    "stranger": ("外人", (R.LEAD_INSPECTOR,)),
}
"""Accounts by login name. ``unit`` is of the inspected shop; ``stranger`` works at another site."""

ROOM, GARAGE, STAIRS, PUMPS = (PointId(an_id(0x11 + n)) for n in range(4))
SHOP, ENGINEERS = UnitId(an_id(0x31)), UnitId(an_id(0x32))
LIFTS = tuple(AssetId(an_id(0x21 + n)) for n in range(3))
ROUND_RULE, PATROL_RULE, PUMP_RULE = (RuleId(an_id(0x41 + n)) for n in range(3))
TABLET, SILENT = DeviceId(an_id(0xD1)), DeviceId(an_id(0xD2))


def person_id(login: str) -> PersonId:
    """The id of the person behind a login name."""
    return PersonId(an_id(0xB00 + list(PEOPLE).index(login)))


@dataclass(frozen=True, slots=True)
class Estate:
    """What tests name: one record and one hazard of each interesting kind."""

    record: InspectionId
    accepted: InspectionId
    hazards: dict[str, HazardId]
    notice: NoticeId
    issued: NoticeId
    photo: Sha256


@cache
def catalogue() -> tuple[object, ...]:
    """Read the shipped checklists once."""
    return tuple(found.template for found in read_catalogue(ROOT / "server" / "catalogue"))


@cache
def picture(words: str, tone: tuple[int, int, int] = (86, 98, 110)) -> bytes:
    """Draw a small photo: a wall, a box on it, and what it shows."""
    image = Image.new("RGB", (800, 600), tone)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 430, 800, 600), fill=tuple(int(part * 0.6) for part in tone))
    draw.rectangle((250, 160, 550, 470), fill=(181, 42, 38), outline=(240, 240, 240), width=6)
    draw.text((270, 180), words, fill=(255, 255, 255))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82)
    return out.getvalue()


def furnish(parts: Parts, passwords: Passwords) -> Estate:
    """Fill an empty server."""
    hashed = passwords.hash(PASSWORD)
    with parts.store.writing() as tx:
        _places(tx)
        for login, (name, roles) in PEOPLE.items():
            site = OTHER_SITE if login == "stranger" else SITE
            unit = SHOP if login == "unit" else None
            tx.put(Person(person_id(login), site, name, roles, unit))
            add_account(tx, login, person_id(login), hashed)
        for template in catalogue():
            tx.put(template)
        shot = _keep(parts, tx, picture("before"))
        after = _keep(parts, tx, picture("after", (110, 120, 105)))
        record, accepted = _records(tx, shot)
        hazards = _hazards(tx, shot, record)
        notice, issued = _notices(tx, hazards, after)
        _tablets(tx)
    return Estate(record, accepted, hazards, notice, issued, shot.sha256)


def _places(tx: Tx) -> None:
    tx.put(a_site())
    tx.put(a_site(id=OTHER_SITE, name=Text("翡翠湾", "Jade Bay"), short_name="翡"))
    places = (
        (ROOM, "A1 栋电梯机房", "Machine room A1", "LS-A1-JF01", PointKind.MACHINE_ROOM),
        (GARAGE, "地下车库 B1 层", "Garage B1", "LS-B1-CK01", PointKind.GARAGE),
        (STAIRS, "A2 栋疏散楼梯", "Stairwell A2", "LS-A2-LT01", PointKind.STAIRWELL),
        (PUMPS, "消防泵房", "Fire pump room", "LS-B1-BF01", PointKind.PUMP_ROOM),
    )
    for point, zh, en, number, kind in places:
        tx.put(Point(point, SITE, None, Text(zh, en), number, kind, tag=number))
    for index, lift in enumerate(LIFTS, 1):
        data = {"brake_gap_min": 0.2, "brake_gap_max": 0.6, "geared": index < 3, "next_inspection_on": "2027-05-01"}
        tx.put(Asset(lift, SITE, ROOM, AssetKind.LIFT, Text(f"{index} 号梯", f"Lift {index}"), f"{index}#", data))
    tx.put(Unit(SHOP, SITE, Text("龙山便利店", "Longshan Store"), "shop", "许老板", "13800000001", "A1 栋底商"))
    tx.put(Unit(ENGINEERS, SITE, Text("工程维修部", "Engineering"), "internal", "刘振东", "13800000002"))
    rules = (
        (ROUND_RULE, "SCH-05", Text("机房每日巡视", "Daily machine-room round"), "lmr-d", ROOM),
        (PATROL_RULE, "REG-01", Text("每日防火巡查", "Daily fire patrol"), "fire-patrol", STAIRS),
        (PUMP_RULE, "REG-09", Text("消防水泵检查", "Fire pump check"), "pump", PUMPS),
    )
    for rule, code, name, template, point in rules:
        tx.put(Rule(rule, SITE, code, name, TemplateId(template), Recurrence.DAILY, date(2026, 11, 1), point))
    reason = "泵房改造停水，施工单位已出具说明"
    tx.put(Waiver(WaiverId(an_id(0x51)), SITE, PUMP_RULE, date(2026, 11, 20), reason, person_id("manager"), tx.now))
    off = tuple(date(2026, 10, day) for day in range(1, 8))
    tx.put(WorkdayYear(2026, 1, (date(2026, 1, 1), *off), (date(2026, 10, 10),)))


def _keep(parts: Parts, tx: Tx, data: bytes) -> Photo:
    name = Sha256(hashlib.sha256(data).hexdigest())
    mime = parts.blobs.put(name, data)
    store_whole(tx, name, len(data), mime)
    return Photo(PhotoId(tx.ids.new()), name, len(data), _reading(tx, -40), mime, 800, 600)


def _reading(tx: Tx, minutes: int) -> Reading:
    return Reading(tx.now + timedelta(minutes=minutes), "7c1f", 5_000_000_000 + minutes * 60_000)


def _records(tx: Tx, shot: Photo) -> tuple[InspectionId, InspectionId]:
    template = next(found for found in catalogue() if found.id == "lmr-d")
    missing = Photo(PhotoId(tx.ids.new()), Sha256("ab" * 32), 1234, _reading(tx, -39), "image/jpeg", 800, 600)
    answers = tuple(_answers(tx, template, shot, missing))
    found = Inspection(
        id=InspectionId(an_id(0x101)),
        site=SITE,
        template=template.id,
        template_version=1,
        point=ROOM,
        author=person_id("keeper"),
        device=TABLET,
        started_at=_reading(tx, -50),
        ended_at=_reading(tx, -31),
        status=Status.FINAL,
        answers=answers,
        photos=(shot, missing),
        signatures=(Signature("inspector", "王建国", _reading(tx, -31), person_id("keeper"), STROKES),),
        assets=LIFTS,
        task=TaskRef(ROUND_RULE, date(2026, 11, 23)),
        start_mode="scan",
        conclusion="机房灭火器不在位，已通知工程部补充。",
    )
    tx.put(found)
    old = replace(
        found,
        id=InspectionId(an_id(0x102)),
        started_at=_reading(tx, -1490),
        ended_at=_reading(tx, -1475),
        photos=(shot,),
        task=TaskRef(ROUND_RULE, date(2026, 11, 22)),
        answers=tuple(replace(answer, photos=()) for answer in answers),
    )
    tx.put(old)
    return found.id, old.id


STROKES = (((0.1, 0.6), (0.2, 0.3), (0.3, 0.7), (0.4, 0.35)), ((0.45, 0.5), (0.7, 0.45), (0.85, 0.6)))


def _answers(tx: Tx, template: object, shot: Photo, missing: Photo):
    sections = {section.name: section for section in template.sections}
    for item in template.items:
        section = sections.get(item.section)
        for per in LIFTS if section and section.repeat_over else (None,):
            kind = item.kind.value
            if item.name == "lmr_09":
                photos = (shot.id, missing.id)
                note = "灭火器不在位，支架空着"
                yield Answer(item.name, per, Result.FAIL, note=note, action="已通知工程部当天补齐", photos=photos)
            elif kind == "pass_fail":
                yield Answer(item.name, per, Result.PASS)
            elif kind == "number" and item.limits:
                high = item.limits.high if item.limits.high is not None else 100.0
                is_out = item.name == "lmr_04"
                yield Answer(item.name, per, value=42.5 if is_out else round(high * 0.7, 1))
            elif kind == "choice" and item.choices:
                yield Answer(item.name, per, value=item.choices[0].name)


def _hazards(tx: Tx, shot: Photo, record: InspectionId) -> dict[str, HazardId]:
    specs = (
        ("draft", "机房灭火器不在位", "A1 栋电梯机房", HazardGrade.IMMEDIATE, ROOM, SHOP, record),
        ("open", "疏散楼梯堆放纸箱和旧家具", "A2 栋 3-4 层楼梯间", HazardGrade.GENERAL, STAIRS, SHOP, None),
        ("issued", "防火门闭门器损坏，门不能自行关闭", "A2 栋 5 层", HazardGrade.GENERAL, STAIRS, ENGINEERS, None),
        ("overdue", "消火栓箱前停放电动自行车", "地下车库 B1 层 C 区", HazardGrade.GENERAL, GARAGE, SHOP, None),
        ("replied", "应急照明灯不亮三处", "地下车库 B1 层 A 区", HazardGrade.GENERAL, GARAGE, SHOP, None),
        ("passed", "安全出口标志灯脱落", "A2 栋一层大堂", HazardGrade.GENERAL, STAIRS, SHOP, None),
        ("major", "消防水泵控制柜处于手动位置", "消防泵房", HazardGrade.MAJOR, PUMPS, ENGINEERS, None),
    )
    ids = {}
    for index, (name, words, place, grade, point, unit, source) in enumerate(specs):
        hazard = Hazard(
            id=HazardId(an_id(0x201 + index)),
            site=SITE,
            source_type="inspection" if source else "patrol",
            description=words,
            found_by=person_id("keeper"),
            found_by_name="王建国",
            found_at=_reading(tx, -45 - index * 900),
            no=f"YH-2026-{index + 1:04d}",
            source=source,
            item="lmr_09" if source else "",
            item_label="机房灭火器在位有效" if source else "",
            point=point,
            location=place,
            unit=unit,
            grade=grade,
            category="EXT",
            is_suspected_major=grade is HazardGrade.MAJOR,
            photos_before=(shot,),
        )
        if name not in ("draft", "major"):
            hazard = _act(tx, hazard, HazardEvent.CONFIRM, legal_basis=("《高层民用建筑消防安全管理规定》第三十七条",))
        tx.put(hazard)
        ids[name] = hazard.id
    return ids


def _act(tx: Tx, hazard: Hazard, event: HazardEvent, **facts: object) -> Hazard:
    act = Act(
        event=event,
        by=person_id("lead"),
        by_name="李志强",
        roles=frozenset({R.LEAD_INSPECTOR}),
        at=tx.now - timedelta(days=6),
        today=(tx.now - timedelta(days=6)).date(),
        **facts,
    )
    return advance(hazard, act)


def _notices(tx: Tx, ids: dict[str, HazardId], after: Photo) -> tuple[NoticeId, NoticeId]:
    old, new = NoticeId(an_id(0x301)), NoticeId(an_id(0x302))
    for notice, number, unit, names, days in (
        (old, 1, SHOP, ("overdue", "replied", "passed"), 6),
        (new, 2, ENGINEERS, ("issued",), 1),
    ):
        at = tx.now - timedelta(days=days)
        lead = Act(
            event=HazardEvent.ISSUE,
            by=person_id("lead"),
            by_name="李志强",
            roles=frozenset({R.LEAD_INSPECTOR}),
            at=at,
            today=at.date(),
            is_signed=True,
            required_measures="立即清理，恢复原状，安排专人每日检查",
            responsible_person="许老板",
            deadline_on=at.date() + timedelta(days=3),
        )
        draft = Notice(
            id=notice,
            site=SITE,
            no=notice_rules.notice_no("龙", 2026, number),
            unit=unit,
            hazards=tuple(ids[name] for name in names),
            lead_inspector=person_id("lead"),
            lead_inspector_name="李志强",
            inspected_on=at.date(),
            inspection_type="每日防火巡查",
            inspectors=("王建国",),
            interim_clause="隐患消除前安排专人看护。",
            reply_to="填写回执并附照片",
            issuer_signature=Signature("lead_inspector", "李志强", _reading(tx, -60), person_id("lead"), STROKES),
        )
        held = [tx.get(Hazard, record) for record in draft.hazards]
        issued, moved = notice_rules.issue(draft, held, lead)
        if notice == old:
            issued, moved = notice_rules.receive(
                issued, moved, replace(lead, is_signed=True, signed_by="许老板"), title="店长"
            )
        tx.put(issued)
        for hazard in moved:
            tx.put(hazard)
    _reply(tx, ids["replied"], old, after)
    _reply(tx, ids["passed"], old, after)
    passed = _act(
        tx, tx.get(Hazard, ids["passed"]), HazardEvent.PASS_RECHECK, ref="消复〔2026〕0001-1号", photos=(after,)
    )
    tx.put(passed)
    serial = {"name": f"notice:{SITE}", "year": 2026}
    from server.store.schema import next_serial

    next_serial(tx, **serial)
    next_serial(tx, **serial)
    return old, new


def _reply(tx: Tx, record: HazardId, notice: NoticeId, after: Photo) -> None:
    hazard = tx.get(Hazard, record)
    at = tx.now - timedelta(days=2)
    given = Reply(
        id=ReplyId(tx.ids.new()),
        site=SITE,
        notice=notice,
        hazard=record,
        cause="灯具老化",
        measures_taken="更换灯具三套，逐一测试正常",
        completion=Completion.DONE,
        done_by="电工小张",
        submitted_at=at,
        completed_on=at.date(),
        photos_after=(after,),
        signed_by="许老板",
        submitted_by=person_id("unit"),
    )
    act = Act(
        event=HazardEvent.REPLY,
        by=person_id("unit"),
        by_name="许老板",
        roles=frozenset({R.INSPECTED_UNIT}),
        at=at,
        today=at.date(),
        actor_unit=SHOP,
    )
    tx.put(given)
    tx.put(notice_rules.reply(hazard, given, act))


def _tablets(tx: Tx) -> None:
    for device, name, login in ((TABLET, "平板 1（机房）", "keeper"), (SILENT, "平板 2（巡逻）", "patroller")):
        enrol(tx, make_code(tx, SITE, person_id(login)), device, name, "0.1.0")
    health = DeviceHealth(2, 5, tx.now - timedelta(hours=10), 0, 64, 9_400_000_000)
    note_push(tx, TABLET, "0.1.0", health, 400)
    note_push(tx, SILENT, "0.1.0", DeviceHealth(0, 0, None, 1, 12, 700_000_000), -720_000)
