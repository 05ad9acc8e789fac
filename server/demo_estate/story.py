"""What became of what the rounds found: a hazard in every state, moved there by ``advance`` and ``shared.notice``.

Each case starts from the record that found it and is played forward act by act; nothing here sets a state.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from server.demo_estate.history import Incident, inspection_id, strokes
from server.demo_estate.ident import ZONE, chance, ident, moment, reading
from server.demo_estate.people import people, person
from server.demo_estate.place import SITE, point, unit
from server.demo_photos import HEIGHT, WIDTH
from shared import notice as notices
from shared.hazard import Act, advance
from shared.ids import ExtensionId, HazardId, NoticeId, PhotoId, RecheckId, ReplyId, Sha256, TemplateId
from shared.model.hazard import (
    Completion,
    Extension,
    Hazard,
    HazardEvent,
    Notice,
    Recheck,
    RecheckResult,
    Reply,
)
from shared.model.inspection import Inspection, Photo, Signature
from shared.model.template import Certainty, HazardGrade, Template
from shared.schedule import workdays

_DAY = timedelta(days=1)
E = HazardEvent
Camera = Callable[[str, str], bytes]
"""Gives the JPEG of a scene with a stamp burnt in, as ``server.demo_photos.picture`` does."""


@dataclass(frozen=True, slots=True)
class Case:
    """A hazard as a walk found it. ``walk`` is code and point of the rule whose record found it, ``where`` its place."""

    key: str
    walk: tuple[str, str]
    days_ago: int
    item: str
    scenes: tuple[str, str]
    where: str
    location: str
    description: str
    action: str
    unit: str
    measures: str
    interim: str = "整改前由秩序维护部每班巡查，并设警示牌"
    grade: HazardGrade | None = None


CASES = (
    Case("stairs", ("REG-01", "LS-A1-DT01"), 27, "eva_01", ("corridor_boxes", "corridor_clear"), "LS-A1-LT01", "1 号楼东楼梯间 12 层前室", "前室堆放快递纸箱四件，占用疏散宽度约三分之一", "已联系住户，要求当日清理", "security", "清走纸箱，张贴禁止堆放告示，列入夜间巡查"),
    Case("ladder", ("REG-01", "LS-A2-DT01"), 24, "eva_15", ("lane_blocked", "lane_clear"), "LS-W-CD02", "2 号楼北侧消防车登高操作场地", "两辆私家车长期停放在登高操作场地，多次劝离无效", "张贴告知单，电话通知车主", "household_1203", "立即驶离并不再停放；恢复地面标线", "安排专人值守，保证消防车可以展开", HazardGrade.MAJOR),
    Case("sign", ("REG-01", "LS-A3-DT01"), 21, "eva_07", ("lamp_dark", "lamp_lit"), "LS-A3-LT01", "3 号楼楼梯间 4 层", "疏散指示标志不亮", "现场查看，报修", "engineering", "更换标志灯"),
    Case("hydrant", ("REG-01", "LS-B1-CK01"), 18, "hyd_01", ("hydrant_blocked", "hydrant_clear"), "LS-B1-CK01", "地下车库东区 B-07 柱", "室内消火栓箱前停放自行车并堆放纸箱，箱门无法打开", "当场挪开自行车，纸箱主人未到场", "security", "清走堆物，箱前划黄线禁停区"),
    Case("rear_exit", ("REG-01", "LS-S1-ZL01"), 15, "eva_04", ("corridor_boxes", "corridor_clear"), "LS-S1-ZL01", "沿街商铺后走道北端安全出口", "便利店进货纸箱遮挡安全出口，门只能开一半", "当场要求挪开，店员称仓库已满", "store", "清空后走道货物，货物不再存放于疏散走道"),
    Case("clutter", ("SCH-05", "LS-A2-JF01"), 12, "lmr_03", ("corridor_boxes", "machine"), "LS-A2-JF01", "2 号楼电梯机房", "机房内堆放施工剩余纸箱", "当场清走，机房恢复整洁", "engineering", "清走杂物"),
    Case("lobby_bike", ("REG-01", "LS-A3-DT01"), 11, "eva_21", ("charging", "charging_clear"), "LS-A3-DT01", "3 号楼门厅", "门厅停放两辆电动自行车并拉线充电", "当场断开电源，通知车主", "security", "车辆移至车棚，封闭门厅插座"),
    Case("fire_door", ("REG-01", "LS-A2-DT01"), 9, "dor_01", ("door_open", "door_shut"), "LS-A2-LT01", "2 号楼东楼梯间 9 层", "常闭式防火门被木楔顶开，闭门器已损坏", "取走木楔，门仍不能自行关闭", "engineering", "更换闭门器，调试后能自行关严"),
    Case("exit_lamp", ("REG-01", "LS-A1-DT01"), 9, "eva_07", ("lamp_dark", "lamp_lit"), "LS-A1-LT02", "1 号楼西楼梯间 8～11 层", "四层应急照明和疏散指示灯不亮", "现场查看，疑为供电回路故障", "engineering", "查明回路故障，更换损坏灯具"),
    Case("renovation", ("REG-01", "LS-A2-DT01"), 3, "eva_01", ("corridor_boxes", "corridor_clear"), "LS-A2-LT02", "2 号楼西楼梯间 15 层", "1503 室装修材料堆放在楼梯间，影响疏散", "要求施工人员立即清理，未执行", "renovation", "当日清空楼梯间，材料改存室内"),
    Case("garage", ("REG-01", "LS-B1-CK01"), 2, "dor_06", ("shutter_blocked", "shutter_clear"), "LS-B1-CK02", "地下车库西区防火卷帘", "防火卷帘下方停放自行车、堆放纸箱", "挪开自行车，纸箱主人待查", "security", "清走堆物，划定禁停区"),
    Case("charging", ("REG-18", "LS-W-DP01"), 1, "ele_01", ("charging", "charging_clear"), "LS-W-DP01", "电动自行车棚北侧", "从墙面插座私拉电线给电动自行车充电", "当场断电收线", "security", "拆除插座，引导使用充电桩"),
)  # fmt: skip
"""Everything that was found in the month, in order of time; its place in the list gives its number."""


@dataclass(slots=True)
class Album:
    """The photos of the demo while it is built: takes them and keeps their bytes by name."""

    today: date
    camera: Camera
    pictures: dict[Sha256, bytes] = field(default_factory=dict)

    def take(self, scene: str, at: datetime, photo_id: str, item: str = "") -> Photo:
        """Photograph a scene."""
        data = self.camera(scene, stamp(at))
        name = Sha256(hashlib.sha256(data).hexdigest())
        self.pictures[name] = data
        return Photo(PhotoId(photo_id), name, len(data), reading(at), width=WIDTH, height=HEIGHT, item=item)

    def before(self, case: Case) -> tuple[Photo, ...]:
        """Return the photo of a case as it was found."""
        return (self._of(case, case.scenes[0], case.days_ago, case.item),)

    def after(self, case: Case, days_ago: int) -> tuple[Photo, ...]:
        """Return the photo of a case as it was put right so many days ago."""
        return (self._of(case, case.scenes[1], days_ago, ""),)

    def _of(self, case: Case, scene: str, days_ago: int, item: str) -> Photo:
        minute = 12 + int(chance("photo", case.key, days_ago) * 40)
        at = moment(self.today - days_ago * _DAY, 10, minute)
        return self.take(scene, at, ident("photo", case.key, scene, at), item)


def incidents(album: Album) -> tuple[Incident, ...]:
    """Tell the history what its walks find."""
    return tuple(
        Incident(*case.walk, case.days_ago, case.item, case.description, case.action, album.before(case))
        for case in CASES
    )


def stamp(at: datetime) -> str:
    """Return what a camera burns into a photo."""
    return at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


@dataclass(slots=True)
class Story:
    """Hazards and papers while they are played forward; day numbers count back from the album's today.

    ``hazard_numbers`` and ``notice_numbers`` say how many numbers of each year were used before.
    """

    album: Album
    templates: Mapping[TemplateId, Template]
    inspections: Iterable[Inspection]
    hazard_numbers: Counter[int] = field(default_factory=Counter)
    notice_numbers: Counter[int] = field(default_factory=Counter)
    hazards: dict[str, Hazard] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    replies: list[Reply] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    rechecks: list[Recheck] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The day on which the demo begins."""
        return self.album.today

    def play(self) -> Story:
        """Raise every case and bring each to its state."""
        by_id = {record.id: record for record in self.inspections}
        serials = Counter(self.hazard_numbers)
        for case in CASES:
            day = self.today - case.days_ago * _DAY
            serials[day.year] += 1
            source = by_id[inspection_id(*case.walk, day)]
            self.hazards[case.key] = self._raised(case, source, notices.hazard_no(day.year, serials[day.year]))
        self._closed()
        self._escalated()
        self._voided()
        self._passed()
        self._overdue()
        self._corrected()
        self._failed()
        self._replied_and_pending()
        self._issued()
        self._move("garage", self._act(E.CONFIRM, "lead", 1, grade=HazardGrade.GENERAL))
        return self

    # The cases, one by one

    def _closed(self) -> None:
        self._noticed("one", ("stairs",), 26, deadline=19, received="security")
        self._reply("stairs", 21, "security", "冯刚", "住户临时堆放", "纸箱已清走，贴告示，夜班每晚巡查一次")
        self._recheck("stairs", 20, RecheckResult.PASSED, "前室畅通，告示在位", after=20)
        self._move("stairs", self._act(E.SIGN_OFF, "firemanager", 19, is_signed=True, reason="同意销案"))
        self._settle("one")

    def _escalated(self) -> None:
        self.hazards["ladder"] = replace(self.hazards["ladder"], is_suspected_major=True)
        self._noticed("two", ("ladder",), 23, deadline=20, received="")
        reason = "业主拒签，称车位紧张无处停放"
        self._together("two", notices.refuse, self._act(E.REFUSE, "lead", 22, reason=reason, witness="许峰"))
        self._recheck("ladder", 19, RecheckResult.FAILED, "车辆仍在，占用登高场地", after=None)
        escalation = {"reason": "拒不驶离，影响登高操作", "addressee": "消防救援大队、业主委员会"}
        self._move("ladder", self._act(E.ESCALATE, "principal", 17, ref="龙物报〔消〕3 号", **escalation))
        self._settle("two")

    def _voided(self) -> None:
        self._move("sign", self._act(E.VOID, "lead", 20, reason="与上月报修单重复，灯具已在更换，误记"))

    def _passed(self) -> None:
        self._noticed("three", ("hydrant",), 17, deadline=10, received="security")
        self._reply("hydrant", 13, "security", "冯刚", "住户乱停放", "已清走并划黄线禁停区")
        self._recheck("hydrant", 12, RecheckResult.PASSED, "箱前无物，黄线清晰，箱门开启正常", after=12)

    def _overdue(self) -> None:
        self._noticed("four", ("rear_exit",), 14, deadline=3, received="shop")

    def _corrected(self) -> None:
        after = self.album.after(_case("clutter"), 12)
        self._move(
            "clutter",
            self._act(
                E.CORRECT_ON_SPOT, "keeper", 12, photos=after, responsible_person="陈大勇", measures_taken="当场清走"
            ),
        )

    def _failed(self) -> None:
        self._noticed("five", ("lobby_bike",), 10, deadline=4, received="security")
        self._reply("lobby_bike", 5, "security", "冯刚", "住户图方便", "车辆已移至车棚")
        self._recheck("lobby_bike", 1, RecheckResult.FAILED, "插座未封闭，又有一辆车在充电", after=None)

    def _replied_and_pending(self) -> None:
        self._noticed("six", ("fire_door", "exit_lamp"), 8, deadline=-1, received="engineering")
        self._reply("fire_door", 2, "engineering", "陈大勇", "闭门器老化漏油", "更换闭门器一只，试关五次均能关严")
        self._ask("exit_lamp", 1, -8, "配电回路需停电检修，灯具到货需五天", "各层临时放置充电应急灯")

    def _issued(self) -> None:
        self._noticed("seven", ("renovation",), 1, deadline=-2, received="")

    # Acts

    def _raised(self, case: Case, source: Inspection, no: str) -> Hazard:
        item = next(item for item in self.templates[source.template].items if item.name == case.item)
        finder = next(one for one in people() if one.id == source.author)
        return Hazard(
            HazardId(ident("hazard", case.key)),
            SITE,
            "machine_room" if case.walk[0] == "SCH-05" else "patrol",
            case.description,
            finder.id,
            finder.name,
            source.ended_at or source.started_at,
            no=no,
            source=source.id,
            item=case.item,
            item_label=item.label.zh,
            unit=unit(case.unit),
            point=point(case.where),
            location=case.location,
            category=item.category,
            grade=item.grade or HazardGrade.GENERAL,
            legal_basis=() if item.certainty is Certainty.MEMORY else (item.clause,),
            on_spot_action=case.action,
            photos_before=self.album.before(case),
        )

    def _act(self, event: HazardEvent, login: str, days_ago: int, **carried: object) -> Act:
        who = next(one for one in people() if one.id == person(login))
        day = self.today - days_ago * _DAY
        hour = 11 if event in (E.CONFIRM, E.CORRECT_ON_SPOT) else 15
        act = Act(
            event=event,
            by=who.id,
            by_name=who.name,
            roles=frozenset(who.roles),
            at=moment(day, hour, int(chance("act", event, days_ago) * 50)),
            today=day,
            actor_unit=who.unit,
        )
        return replace(act, **carried)  # type: ignore[arg-type]

    def _move(self, key: str, act: Act) -> None:
        self.hazards[key] = advance(self.hazards[key], act)

    def _noticed(self, key: str, cases: tuple[str, ...], days_ago: int, *, deadline: int, received: str) -> None:
        """Confirm the cases, issue one notice for them, and have it received the next day if somebody does."""
        held = [_case(one) for one in cases]
        for case in held:
            self._move(case.key, self._act(E.CONFIRM, "lead", days_ago, grade=case.grade or HazardGrade.GENERAL))
        act = self._act(
            E.ISSUE,
            "lead",
            days_ago,
            is_signed=True,
            deadline_on=self.today - deadline * _DAY,
            recheckers=(person("lead"), self.hazards[cases[0]].found_by),
        )
        lines = {
            self.hazards[case.key].id: notices.Line(
                required_measures=case.measures,
                interim_measures=case.interim,
                responsible_dept=_UNIT_HEADS[case.unit][0],
                responsible_person=_UNIT_HEADS[case.unit][1],
            )
            for case in held
        }
        draft = self._draft(key, held, act)
        issued, moved = notices.issue(draft, [self.hazards[one] for one in cases], act, lines, calendar=workdays(()))
        self.notices[key] = issued
        self.hazards |= dict(zip(cases, moved, strict=True))
        if received:
            one = self._act(E.RECEIVE, received, days_ago - 1, is_signed=True)
            signature = Signature("receiver", one.by_name, reading(one.at), one.by, strokes(one.by_name))
            self._together(key, notices.receive, one, title="负责人", signature=signature)

    def _draft(self, key: str, held: list[Case], act: Act) -> Notice:
        found = self.hazards[held[0].key]
        year = act.today.year
        serial = 1 + self.notice_numbers[year] + sum(f"〔{year}〕" in notice.no for notice in self.notices.values())
        return Notice(
            NoticeId(ident("notice", key)),
            SITE,
            notices.notice_no("龙", year, serial),
            unit(held[0].unit),
            tuple(self.hazards[case.key].id for case in held),
            act.by,
            act.by_name,
            inspection=found.source,
            inspected_on=self.today - held[0].days_ago * _DAY,
            inspection_type=self._title_of(found),
            inspectors=(found.found_by_name,),
            interim_clause="隐患消除前，落实现场看护和巡查，确保安全",
            reply_to="物业服务中心 质检部 8003",
            issuer_signature=Signature("issuer", act.by_name, reading(act.at), act.by, strokes(act.by_name)),
        )

    def _title_of(self, hazard: Hazard) -> str:
        """Name the inspection that found a hazard, as the office does when it issues a notice."""
        source = next(record for record in self.inspections if record.id == hazard.source)
        return notices.inspection_name(self.templates[source.template].title.zh)

    def _together(self, key: str, move: object, act: Act, **more: object) -> None:
        held = [case.key for case in CASES if self.hazards[case.key].id in self.notices[key].hazards]
        notice, moved = move(self.notices[key], [self.hazards[one] for one in held], act, **more)  # type: ignore[operator]
        self.notices[key] = notice
        self.hazards |= {case: next(one for one in moved if one.id == self.hazards[case].id) for case in held}

    def _settle(self, key: str) -> None:
        held = [hazard for hazard in self.hazards.values() if hazard.notice == self.notices[key].id]
        self.notices[key] = notices.settle(self.notices[key], held)

    def _reply(self, key: str, days_ago: int, login: str, repairer: str, cause: str, measures: str) -> None:
        hazard = self.hazards[key]
        act = self._act(E.REPLY, login, days_ago)
        given = Reply(
            ReplyId(ident("reply", key, days_ago)),
            SITE,
            hazard.notice or NoticeId(""),
            hazard.id,
            cause,
            measures,
            Completion.DONE,
            repairer,
            act.at,
            completed_on=act.today,
            photos_after=self.album.after(_case(key), days_ago),
            signed_by=act.by_name,
            submitted_by=act.by,
        )
        self.replies.append(given)
        self.hazards[key] = notices.reply(hazard, given, act)

    def _ask(self, key: str, days_ago: int, new_deadline: int, reason: str, interim: str) -> None:
        hazard = self.hazards[key]
        new = self.today - new_deadline * _DAY
        act = self._act(
            E.ASK_EXTENSION, "engineering", days_ago, reason=reason, deadline_on=new, interim_measures=interim
        )
        self.extensions.append(
            Extension(
                ExtensionId(ident("extension", key)),
                SITE,
                hazard.id,
                act.by_name,
                act.at,
                hazard.deadline_on or new,
                new,
                reason,
                interim,
            )
        )
        self._move(key, act)

    def _recheck(self, key: str, days_ago: int, result: RecheckResult, note: str, *, after: int | None) -> None:
        """Let the lead inspector recheck; ``after`` None means that it still looks as it was found."""
        hazard = self.hazards[key]
        act = self._act(E.PASS_RECHECK, "lead", days_ago)
        notice = next(one for one in self.notices.values() if one.id == hazard.notice)
        scene = _case(key).scenes[1 if after is not None else 0]
        round_ = hazard.round + 1
        done = Recheck(
            RecheckId(ident("recheck", key, round_)),
            SITE,
            hazard.id,
            round_,
            result,
            act.by,
            act.by_name,
            reading(act.at),
            notice=notice.id,
            no=notices.recheck_no(notice.no, round_),
            note=note,
            photos=(self.album.take(scene, act.at, ident("photo", "recheck", key, round_)),),
            signatures=(Signature("rechecker", act.by_name, reading(act.at), act.by, strokes(act.by_name)),),
        )
        self.rechecks.append(done)
        applied = notices.apply_recheck(hazard, done, act.roles, at=act.at, today=act.today)
        if applied.problem is not None:
            raise applied.problem
        self.hazards[key] = applied.hazard


_UNIT_HEADS = {
    "engineering": ("工程维修部", "陈大勇"),
    "security": ("秩序维护部", "许峰"),
    "store": ("龙山便利店", "严丽"),
    "renovation": ("恒居装饰", "魏强"),
    "household_1203": ("2 号楼 1203 室", "汪先生"),
}


def _case(key: str) -> Case:
    return next(case for case in CASES if case.key == key)
