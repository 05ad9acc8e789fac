"""The months before the story: what was found, put right and signed off, so that figures have a past.

Every hazard goes its way by ``advance`` and ``shared.notice``, as in ``story``. ``past`` is pure; ``desk`` writes it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from server.demo_estate.history import strokes
from server.demo_estate.ident import chance, ident, moment, reading
from server.demo_estate.people import people, person
from server.demo_estate.place import SITE, point, unit
from server.demo_estate.story import Camera
from server.demo_photos import HEIGHT, WIDTH, picture
from shared import notice as notices
from shared.hazard import Act, advance
from shared.ids import HazardId, NoticeId, PersonId, PhotoId, RecheckId, ReplyId, Sha256
from shared.model.hazard import Completion, Hazard, HazardEvent, Notice, Recheck, RecheckResult, Reply
from shared.model.inspection import Photo, Signature
from shared.model.template import HazardGrade
from shared.schedule import workdays

FIRST_DAYS_AGO: Final = 166
LAST_DAYS_AGO: Final = 34
_DAY = timedelta(days=1)
_E = HazardEvent
_CLAUSE = "《高层民用建筑消防安全管理规定》第三十七条"


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that is found again and again: item, category, place, words, scenes before and after, who puts it right."""

    item: str
    category: str
    where: str
    location: str
    description: str
    scenes: tuple[str, str]
    unit: str
    measures: str
    weight: int = 1


KINDS: Final = (
    Kind("eva_01", "eva", "LS-A1-LT01", "1 号楼东楼梯间", "楼梯间堆放纸箱、旧家具", ("corridor_boxes", "corridor_clear"), "security", "清走堆物，张贴告示，每晚巡查", 5),
    Kind("hyd_01", "hyd", "LS-B1-CK01", "地下车库东区消火栓", "室内消火栓箱前堆物，箱门打不开", ("hydrant_blocked", "hydrant_clear"), "security", "清走堆物，箱前划禁停线", 4),
    Kind("eva_07", "eva", "LS-A2-LT01", "2 号楼东楼梯间", "疏散指示标志不亮", ("lamp_dark", "lamp_lit"), "engineering", "更换标志灯并测试", 4),
    Kind("dor_01", "dor", "LS-A2-LT02", "2 号楼西楼梯间", "常闭式防火门被顶开，闭门器损坏", ("door_open", "door_shut"), "engineering", "更换闭门器，取走木楔", 3),
    Kind("eva_04", "eva", "LS-S1-ZL01", "沿街商铺后走道", "货物遮挡安全出口", ("corridor_boxes", "corridor_clear"), "store", "清空走道，货物不再外放", 4),
    Kind("eva_04", "eva", "LS-S1-ZL01", "川味小馆后门", "餐厅后门堆放食材，门只能开一半", ("corridor_boxes", "corridor_clear"), "restaurant", "食材移入库房，后门保持畅通", 2),
    Kind("ele_01", "ele", "LS-W-DP01", "电动自行车棚", "私拉电线充电", ("charging", "charging_clear"), "security", "拆除电线，引导使用充电桩", 3),
    Kind("eva_15", "eva", "LS-W-CD01", "东门消防车道", "车辆占用消防车道", ("lane_blocked", "lane_clear"), "security", "驶离车辆，恢复标线", 2),
    Kind("dor_06", "dor", "LS-B1-CK02", "地下车库西区防火卷帘", "防火卷帘下方堆物", ("shutter_blocked", "shutter_clear"), "security", "清走堆物，划定禁停区", 2),
    Kind("ext_01", "ext", "LS-A1-MH01", "1 号楼一层灭火器箱", "灭火器缺一具", ("bracket_empty", "bracket_full"), "engineering", "补配灭火器", 2),
)  # fmt: skip
"""What is found, the frequent kinds weighted."""
_HEADS = {
    "engineering": ("工程维修部", "陈大勇", "engineering"),
    "security": ("秩序维护部", "许峰", "security"),
    "store": ("龙山便利店", "严丽", "shop"),
    "restaurant": ("川味小馆", "雷鸣", "lead"),
}


@dataclass(frozen=True, slots=True)
class Past:
    """What lies behind the estate on a day: entities that name nothing later than themselves, and photos by name."""

    hazards: tuple[Hazard, ...]
    notices: tuple[Notice, ...]
    replies: tuple[Reply, ...]
    rechecks: tuple[Recheck, ...]
    photos: Mapping[Sha256, bytes]

    def entities(self) -> tuple[object, ...]:
        """List all that is synced."""
        return (*self.hazards, *self.notices, *self.replies, *self.rechecks)

    @property
    def hazard_numbers(self) -> Counter[int]:
        """How many hazard numbers of each year are used."""
        return Counter(int(hazard.no.split("-")[1]) for hazard in self.hazards)

    @property
    def notice_numbers(self) -> Counter[int]:
        """How many notice numbers of each year are used."""
        return Counter(int(notice.no.partition("〔")[2].partition("〕")[0]) for notice in self.notices)


def past(today: date, camera: Camera = picture) -> Past:
    """Make the past of the estate as it is seen on ``today``: the same for the same day."""
    story = _Months(today, camera)
    day = today - FIRST_DAYS_AGO * _DAY
    while day < today - LAST_DAYS_AGO * _DAY:
        story.find(day)
        # more in summer than in autumn: what is followed up becomes less
        busy = 1.6 + 2.6 * (day - (today - FIRST_DAYS_AGO * _DAY)).days / FIRST_DAYS_AGO
        day += max(1, round(busy * (0.5 + chance("gap", day)))) * _DAY
    return Past(tuple(story.hazards), tuple(story.notices), tuple(story.replies), tuple(story.rechecks), story.photos)


@dataclass(slots=True)
class _Months:
    today: date
    camera: Camera
    hazards: list[Hazard] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    rechecks: list[Recheck] = field(default_factory=list)
    photos: dict[Sha256, bytes] = field(default_factory=dict)
    _last: dict[tuple[str, str], HazardId] = field(default_factory=dict)
    _serials: Counter[tuple[str, int]] = field(default_factory=Counter)

    def find(self, day: date) -> None:
        """Let something be found on a day, and follow it to its end."""
        kind = _chosen(day)
        hazard = replace(self._raised(kind, day), recurs_from=self._last.get((kind.where, kind.item)))
        self._last[kind.where, kind.item] = hazard.id
        if kind.item in {"ele_01", "ext_01"} and chance("spot", day) < 0.6:
            hazard = self._corrected(kind, hazard, day)
        else:
            hazard = self._followed(kind, hazard, day)
        self.hazards.append(hazard)

    def _raised(self, kind: Kind, day: date) -> Hazard:
        finder = _named("patrol" if chance("who", day) < 0.7 else "inspector")
        at = moment(day, 10, int(chance("minute", day) * 55))
        return Hazard(
            HazardId(ident("past", day)),
            SITE,
            "patrol",
            kind.description,
            finder[0],
            finder[1],
            reading(at),
            no=notices.hazard_no(day.year, self._next("hazard", day.year)),
            item=kind.item,
            unit=unit(kind.unit),
            point=point(kind.where),
            location=kind.location,
            category=kind.category,
            grade=HazardGrade.GENERAL,
            legal_basis=(_CLAUSE,),
            photos_before=(self._photo(kind.scenes[0], at, "before"),),
        )

    def _corrected(self, kind: Kind, hazard: Hazard, day: date) -> Hazard:
        after = self._photo(kind.scenes[1], moment(day, 11), "after")
        act = self._act(_E.CORRECT_ON_SPOT, "inspector", day, 11)
        return advance(
            hazard, replace(act, photos=(after,), responsible_person=_HEADS[kind.unit][1], measures_taken="当场整改")
        )

    def _followed(self, kind: Kind, hazard: Hazard, found: date) -> Hazard:
        luck = chance("luck", found)
        is_slow, fails = luck > 0.78, 0.15 < luck < 0.3
        deadline = found + (8 + int(luck * 6)) * _DAY
        hazard = advance(hazard, replace(self._act(_E.CONFIRM, "lead", found, 14), grade=HazardGrade.GENERAL))
        notice, hazard = self._issued(kind, hazard, found + _DAY, deadline)
        replied = deadline + 3 * _DAY if is_slow else found + (4 + int(luck * 4)) * _DAY
        hazard = self._replied(kind, hazard, replied)
        if fails:
            hazard = self._rechecked(kind, hazard, replied + _DAY, RecheckResult.FAILED, replied + 8 * _DAY)
            replied += 5 * _DAY
            hazard = self._replied(kind, hazard, replied)
        hazard = self._rechecked(kind, hazard, replied + 2 * _DAY, RecheckResult.PASSED)
        closed = min(replied + (3 + int(luck * 3)) * _DAY, self.today - 2 * _DAY)
        act = replace(self._act(_E.SIGN_OFF, "firemanager", closed, 16), is_signed=True, reason="同意销案")
        hazard = advance(hazard, act)
        self.notices.append(notices.settle(notice, [hazard]))
        return hazard

    def _issued(self, kind: Kind, hazard: Hazard, day: date, deadline: date) -> tuple[Notice, Hazard]:
        dept, head, login = _HEADS[kind.unit]
        act = replace(
            self._act(_E.ISSUE, "lead", day, 9),
            is_signed=True,
            deadline_on=deadline,
            recheckers=(person("inspector"), person("lead")),
        )
        draft = Notice(
            NoticeId(ident("past", "notice", hazard.id)),
            SITE,
            notices.notice_no("龙", day.year, self._next("notice", day.year)),
            hazard.unit or unit(kind.unit),
            (hazard.id,),
            act.by,
            act.by_name,
            inspected_on=day - _DAY,
            inspection_type="每日防火巡查",
            inspectors=(hazard.found_by_name,),
            interim_clause="隐患消除前，落实现场看护和巡查，确保安全",
            reply_to="物业服务中心 质检部 8003",
            issuer_signature=_signature("issuer", act),
        )
        line = notices.Line(
            required_measures=kind.measures,
            interim_measures="整改前每班巡查，并设警示牌",
            responsible_dept=dept,
            responsible_person=head,
        )
        issued, moved = notices.issue(draft, (hazard,), act, {hazard.id: line}, calendar=workdays(()))
        got = replace(self._act(_E.RECEIVE, login, day, 15), is_signed=True, signed_by=head)
        received, (hazard,) = notices.receive(
            issued, moved, got, title="负责人", signature=_signature("receiver", got, head)
        )
        return received, hazard

    def _replied(self, kind: Kind, hazard: Hazard, day: date) -> Hazard:
        _, head, login = _HEADS[kind.unit]
        act = replace(self._act(_E.REPLY, login, day, 11), signed_by=head)
        given = Reply(
            ReplyId(ident("past", "reply", hazard.id, day)),
            SITE,
            hazard.notice or NoticeId(""),
            hazard.id,
            "日常管理不到位",
            f"已{kind.measures}",
            Completion.DONE,
            head,
            act.at,
            completed_on=day,
            photos_after=(self._photo(kind.scenes[1], act.at, "reply"),),
            signed_by=head,
            submitted_by=act.by,
        )
        self.replies.append(given)
        return notices.reply(hazard, given, act)

    def _rechecked(
        self, kind: Kind, hazard: Hazard, day: date, result: RecheckResult, retry: date | None = None
    ) -> Hazard:
        act = self._act(_E.PASS_RECHECK, "lead" if retry else "inspector", day, 10)  # a new deadline is the lead's
        number = hazard.round + 1
        is_good = result is RecheckResult.PASSED
        done = Recheck(
            RecheckId(ident("past", "recheck", hazard.id, number)),
            SITE,
            hazard.id,
            number,
            result,
            act.by,
            act.by_name,
            reading(act.at),
            notice=hazard.notice,
            no=notices.recheck_no(next(step.ref for step in hazard.steps if step.event is _E.ISSUE), number),
            note="现场已恢复" if is_good else "仍未恢复，限期再改",
            photos=(self._photo(kind.scenes[1 if is_good else 0], act.at, f"recheck{number}"),),
            signatures=(_signature("rechecker", act),),
            new_deadline_on=retry,
        )
        self.rechecks.append(done)
        applied = notices.apply_recheck(hazard, done, act.roles, at=act.at, today=act.today)
        if applied.problem is not None:
            raise applied.problem
        return applied.hazard

    def _next(self, series: str, year: int) -> int:
        self._serials[series, year] += 1
        return self._serials[series, year]

    def _photo(self, scene: str, at: datetime, what: str) -> Photo:
        data = self.camera(scene, "")
        name = Sha256(hashlib.sha256(data).hexdigest())
        self.photos[name] = data
        return Photo(
            PhotoId(ident("past", "photo", what, at)), name, len(data), reading(at), width=WIDTH, height=HEIGHT
        )

    def _act(self, event: HazardEvent, login: str, day: date, hour: int) -> Act:
        who = next(one for one in people() if one.id == person(login))
        at = moment(day, hour, int(chance("act", event, day) * 50))
        return Act(
            event=event,
            by=who.id,
            by_name=who.name,
            roles=frozenset(who.roles),
            at=at,
            today=day,
            actor_unit=who.unit,
        )


def _chosen(day: date) -> Kind:
    weighted = [kind for kind in KINDS for _ in range(kind.weight)]
    return weighted[int(chance("kind", day) * len(weighted))]


def _named(login: str) -> tuple[PersonId, str]:
    who = next(one for one in people() if one.id == person(login))
    return who.id, who.name


def _signature(signer: str, act: Act, name: str = "") -> Signature:
    shown = name or act.by_name
    return Signature(signer, shown, reading(act.at), act.by, strokes(shown))
