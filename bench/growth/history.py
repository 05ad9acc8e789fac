"""Every record of two years as a function of its number: inspection, verdict, hazards with their papers, notes, photos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bench.growth.body import BYTES, SHOTS, SPENT, Form, inspection_form, review_form, text_of, wall
from bench.growth.estate import Place, places, templates
from bench.growth.number import END, PhotoNames, ident, mixed, moment, reading
from server.store.inspection import CLEAN
from server.store.projection import Columns, columns_of, photo_names
from shared.hazard import TRANSITIONS, Transition
from shared.ids import (
    DeviceId,
    ExtensionId,
    HazardId,
    InspectionId,
    NoteId,
    NoticeId,
    OpId,
    PersonId,
    PhotoId,
    RecheckId,
    ReplyId,
    ReviewId,
    Sha256,
    SiteId,
    UnitId,
)
from shared.model.hazard import (
    Completion,
    Extension,
    Hazard,
    HazardEvent,
    HazardState,
    Notice,
    NoticeState,
    Recheck,
    RecheckResult,
    Reply,
    Step,
)
from shared.model.inspection import Inspection, Note, Photo, Review, ReviewState, Status, TaskRef
from shared.model.plan import Recurrence, Rule
from shared.model.template import HazardGrade
from shared.presence import Flag
from shared.sync.ports import Times

ZONE = ZoneInfo("Asia/Shanghai")
NOTED = 25
RECEIPTS_KEPT = timedelta(days=400)
_INSPECTION, _REVIEW, _HAZARD, _NOTICE, _REPLY, _EXTENSION, _RECHECK, _NOTE, _OP, _PHOTO = range(11, 21)
H, E = HazardState, HazardEvent

_RECEIVED = (E.CONFIRM, E.ISSUE, E.RECEIVE)
_REPLIED = (*_RECEIVED, E.REPLY)
WAYS: dict[HazardState, tuple[HazardEvent, ...]] = {
    H.DRAFT: (),
    H.OPEN: (E.CONFIRM,),
    H.CORRECTED_ON_SPOT: (E.CORRECT_ON_SPOT,),
    H.VOIDED: (E.VOID,),
    H.ISSUED: (E.CONFIRM, E.ISSUE),
    H.IN_RECTIFICATION: _RECEIVED,
    H.EXTENSION_PENDING: (*_RECEIVED, E.ASK_EXTENSION),
    H.REPLIED: _REPLIED,
    H.RECHECK_FAILED: (*_REPLIED, E.FAIL_RECHECK),
    H.RECHECK_PASSED: (*_REPLIED, E.PASS_RECHECK),
    H.CLOSED: (*_REPLIED, E.PASS_RECHECK, E.SIGN_OFF),
    H.ESCALATED: (*_RECEIVED, E.ESCALATE),
}
"""How a hazard comes into each state."""
_OPEN_STATES = tuple(state for state in WAYS if state not in (H.CLOSED, H.CORRECTED_ON_SPOT, H.VOIDED))


@dataclass(frozen=True, slots=True)
class Shape:
    """How a history is spread, and what else is made with it.

    Of a thousand inspections ``at_first`` were made at the first site; of ``hazardous`` one found three hazards.
    ``beside_days``: for so many days what the office and the work keep beside the records, the search index with it.
    """

    at_first: int = 100
    hazardous: int = 50
    beside_days: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """One record as its table takes it: columns, and what its feed says."""

    kind: str
    id: str
    site: SiteId
    rev: int
    body: str
    columns: Columns
    stored_at: datetime
    photos: tuple[Sha256, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the store remembers of the push that brought an inspection."""

    op: OpId
    device: DeviceId
    author: PersonId
    record: InspectionId
    photos: tuple[Sha256, ...]
    at: datetime


class History:
    """The history of ``count`` inspections. Everything is computed when it is asked for."""

    def __init__(self, count: int, shape: Shape = Shape()) -> None:
        self.count = count
        self.shape = shape
        self.photos = PhotoNames(count * SHOTS)
        self.places = places()
        self._templates = templates()
        self._forms = {
            (template.id, has_task): inspection_form(template, has_task=has_task)
            for template in self._templates
            for has_task in (False, True)
        }
        self._reviews: dict[ReviewState, Form] = {state: review_form(state) for state in ReviewState}

    def place_of(self, number: int) -> Place:
        """Return where an inspection was made."""
        drawn = mixed(number, 1) % 1000
        return self.places[0 if drawn < self.shape.at_first else 1 + drawn % (len(self.places) - 1)]

    def inspection_id(self, number: int) -> InspectionId:
        """Return an inspection's id."""
        return InspectionId(ident(_INSPECTION, number, moment(number, self.count)))

    def hazard_id(self, found: int) -> HazardId:
        """Return the id of the hazard that was found as the ``found``-th of all, counted round."""
        number = found // 3 * self.shape.hazardous % self.count // self.shape.hazardous * self.shape.hazardous
        return HazardId(ident(_HAZARD, number * 3 + found % 3, moment(number, self.count)))

    def notice_id(self, number: int) -> NoticeId:
        """Return the id of the notice about what an inspection found."""
        return NoticeId(ident(_NOTICE, number, moment(number, self.count)))

    def photos_of(self, number: int) -> tuple[Sha256, ...]:
        """Return the names of an inspection's photos."""
        return tuple(Sha256(self.photos.of(number * SHOTS + shot)) for shot in range(SHOTS))

    def unit_of(self, number: int, place: Place) -> UnitId:
        """Return the unit that an inspection was about."""
        return place.units[mixed(number, 5) % len(place.units)]

    def records(self, number: int) -> Iterator[Written]:
        """Yield an inspection and all that followed from it."""
        place, at = self.place_of(number), moment(number, self.count)
        found = self._inspection(number, place, at)
        verdict = self._verdict(number, at)
        if verdict is not None:
            found.columns["review_state"] = verdict.value
        yield found
        if verdict is not None:
            yield self._review(number, place, verdict, at)
        if number % self.shape.hazardous == 0:
            yield from self._hazards(number, place, at)
        if number % NOTED == 0:
            yield self._note(number, place, at)

    def receipt(self, number: int) -> Receipt | None:
        """Return the receipt of the push of an inspection, if it is young enough to be kept."""
        at = moment(number, self.count)
        if at < END - RECEIPTS_KEPT:
            return None
        place = self.place_of(number)
        author = place.people[3 + mixed(number, 4) % (len(place.people) - 3)]
        op = OpId(ident(_OP, number, at))
        return Receipt(op, place.device, author, self.inspection_id(number), self.photos_of(number), at)

    def _inspection(self, number: int, place: Place, at: datetime) -> Written:
        rule = self._rule(number, place)
        template = self._templates[mixed(number, 2) % len(self._templates)]
        if rule is not None:
            template = next(one for one in self._templates if one.id == rule.template)
        point = rule.point if rule and rule.point else place.points[mixed(number, 3) % len(place.points)]
        author = place.people[3 + mixed(number, 4) % (len(place.people) - 3)]
        unit = self.unit_of(number, place)
        window = at.astimezone(ZONE).date()
        ended = at + SPENT
        record = Inspection(
            id=self.inspection_id(number),
            site=place.site,
            template=template.id,
            template_version=template.version,
            point=point,
            author=author,
            device=place.device,
            started_at=reading(at),
            ended_at=reading(ended),
            status=Status.FINAL,
            unit=unit,
            task=TaskRef(rule.id, window) if rule else None,
        )
        photos = self.photos_of(number)
        values = {"id": record.id, "site": place.site, "point": point, "author": author, "device": place.device}
        values |= {"unit": unit, "started": wall(at), "ended": wall(ended)}
        values |= {"rule": rule.id, "window": window.isoformat()} if rule else {"rule": "", "window": ""}
        for shot, name in enumerate(photos):
            values |= {f"sha{shot}": name, f"photo{shot}": ident(_PHOTO, number * SHOTS + shot, at)}
        body = self._forms[template.id, rule is not None].fill(values)
        columns = {**columns_of(record, Times(at, ended)), **_graded(number, at)}
        return Written("inspection", record.id, place.site, 1, body, columns, ended + timedelta(minutes=2), photos)

    def _rule(self, number: int, place: Place) -> Rule | None:
        drawn = mixed(number, 6)
        if drawn % 10 >= 6:
            return None
        rule = place.rules[drawn // 10 % len(place.rules)]
        return rule if rule.recurrence is Recurrence.DAILY or drawn // 1000 % 30 == 0 else place.rules[0]

    def _verdict(self, number: int, at: datetime) -> ReviewState | None:
        drawn = mixed(number, 8) % 1000
        if drawn < 20 or END - at < timedelta(days=5):
            return None
        return ReviewState.RETURNED if drawn < 40 else ReviewState.ACCEPTED

    def _review(self, number: int, place: Place, verdict: ReviewState, at: datetime) -> Written:
        decided = min(at + timedelta(days=1), END)
        author = place.people[3 + mixed(number, 4) % (len(place.people) - 3)]
        review = Review(
            ReviewId(ident(_REVIEW, number, at)),
            place.site,
            self.inspection_id(number),
            author,
            place.people[1],
            place.names[1],
            verdict,
            decided,
        )
        values = {"id": review.id, "site": place.site, "inspection": review.inspection, "author": author}
        body = self._reviews[verdict].fill({**values, "reviewer": place.people[1], "at": wall(decided)})
        return Written("review", review.id, place.site, 1, body, columns_of(review, Times()), decided)

    def _state(self, number: int, at: datetime) -> HazardState:
        drawn = mixed(number, 9)
        if END - at < timedelta(days=30) or drawn % 50 == 0:
            return _OPEN_STATES[drawn // 50 % len(_OPEN_STATES)]
        ended = (H.CLOSED,) * 17 + (H.CORRECTED_ON_SPOT,) * 2 + (H.VOIDED,)
        return ended[drawn // 50 % len(ended)]

    def _hazards(self, number: int, place: Place, at: datetime) -> Iterator[Written]:
        state = self._state(number, at)
        way = WAYS[state]
        notice = self.notice_id(number) if E.ISSUE in way else None
        unit = self.unit_of(number, place)
        ids = [HazardId(ident(_HAZARD, number * 3 + each, at)) for each in range(3)]
        deadline = (at + timedelta(days=7)).date() if notice else None
        steps = _steps(way, place, at)
        for each, record in enumerate(ids):
            shot = Sha256(self.photos.of(number * SHOTS + each))
            hazard = Hazard(
                id=record,
                site=place.site,
                source_type="inspection",
                description=f"灭火器压力不足，{'通道堆放杂物' if each else '铅封脱落'}，需更换",
                found_by=place.people[3],
                found_by_name=place.names[3],
                found_at=reading(at),
                state=state,
                no=f"YH-{at.year}-{number * 3 + each:06d}",
                source=self.inspection_id(number),
                unit=unit,
                point=place.points[mixed(number, 3) % len(place.points)],
                location="A1 栋 3 层走道",
                category="EXT",
                grade=HazardGrade.MAJOR if each == 2 and number % 9 == 0 else HazardGrade.GENERAL,
                legal_basis=("《高层民用建筑消防安全管理规定》第三十七条",),
                required_measures="立即更换，安排专人每日检查",
                deadline_on=deadline,
                first_deadline_on=deadline,
                responsible_person="许老板",
                photos_before=(Photo(PhotoId(ident(_PHOTO, number * SHOTS + each, at)), shot, BYTES, reading(at)),),
                notice=notice,
                round=1 if E.PASS_RECHECK in way or E.FAIL_RECHECK in way else 0,
                extensions=1 if E.ASK_EXTENSION in way else 0,
                steps=steps,
            )
            yield _written("hazard", record, hazard, 1 + len(steps), hazard.steps[-1].at if steps else at, Times(at))
            yield from self._papers(number * 3 + each, place, hazard, way, at)
        if notice is not None:
            issued = steps[1].at
            paper = Notice(
                id=notice,
                site=place.site,
                no=f"龙物消改〔{at.year}〕{number:06d}号",
                unit=unit,
                hazards=tuple(ids),
                lead_inspector=place.people[1],
                lead_inspector_name=place.names[1],
                state=_notice_state(way),
                inspection=self.inspection_id(number),
                inspected_on=at.date(),
                inspection_type="每日防火巡查",
                inspectors=(place.names[3],),
                deadline_on=deadline,
                interim_clause="隐患消除前安排专人看护。",
                reply_to="填写回执并附照片",
                issued_at=issued,
            )
            yield _written("notice", notice, paper, len(way) - 1, steps[-1].at, Times())

    def _papers(
        self, number: int, place: Place, hazard: Hazard, way: tuple[HazardEvent, ...], at: datetime
    ) -> Iterator[Written]:
        later = min(at + timedelta(days=3), END)
        if E.ASK_EXTENSION in way and hazard.deadline_on:
            record = ExtensionId(ident(_EXTENSION, number, at))
            until = hazard.deadline_on + timedelta(days=7)
            asked = Extension(record, place.site, hazard.id, "许老板", later, hazard.deadline_on, until, "配件未到货")
            yield _written("extension", record, asked, 1, later, Times())
        if E.REPLY in way and hazard.notice:
            given = Reply(
                id=ReplyId(ident(_REPLY, number, at)),
                site=place.site,
                notice=hazard.notice,
                hazard=hazard.id,
                cause="灯具老化",
                measures_taken="更换三套，逐一测试正常",
                completion=Completion.DONE,
                done_by="电工小张",
                submitted_at=later,
            )
            yield _written("reply", given.id, given, 1, later, Times())
        if E.PASS_RECHECK in way or E.FAIL_RECHECK in way:
            result = RecheckResult.PASSED if E.PASS_RECHECK in way else RecheckResult.FAILED
            record_ = RecheckId(ident(_RECHECK, number, at))
            who, name = place.people[4], place.names[4]
            looked = Recheck(record_, place.site, hazard.id, 1, result, who, name, reading(later), hazard.notice)
            yield _written("recheck", record_, looked, 1, later, Times(later))

    def _note(self, number: int, place: Place, at: datetime) -> Written:
        record = NoteId(ident(_NOTE, number, at))
        author = place.people[3]
        text = "现场已设置警示牌，等待维修人员。"
        note = Note(record, place.site, "inspection", self.inspection_id(number), author, reading(at), text)
        return _written("note", record, note, 1, at, Times(at))


def _steps(way: tuple[HazardEvent, ...], place: Place, at: datetime) -> tuple[Step, ...]:
    steps: list[Step] = []
    state = H.DRAFT
    for number, event in enumerate(way):
        cell = TRANSITIONS[state][event]
        if not isinstance(cell, Transition):
            raise TypeError(f"{event} is not possible in {state}")
        when = min(at + timedelta(hours=6 * (number + 1)), END)
        steps.append(Step(event, state, cell.target, place.people[1], place.names[1], when))
        state = cell.target
    return tuple(steps)


def _notice_state(way: tuple[HazardEvent, ...]) -> NoticeState:
    if E.SIGN_OFF in way:
        return NoticeState.CLOSED
    return NoticeState.RECEIVED if E.RECEIVE in way else NoticeState.ISSUED


def _written(kind: str, record: str, entity: object, rev: int, at: datetime, times: Times) -> Written:
    site = entity.site  # type: ignore[attr-defined]
    columns = columns_of(entity, times)
    return Written(kind, record, site, rev, text_of(entity), columns, at, photo_names(entity))


def _graded(number: int, began: datetime) -> Columns:
    """Grade a record as the work would have: three in a hundred D, five C, ten B; most of the others clean."""
    drawn = mixed(number, 9) % 100
    grade, digit, flags = next(
        (grade, digit, flags)
        for below, grade, digit, flags in (
            (3, "D", "0", Flag.TWIN.bit | Flag.HAND.bit),
            (8, "C", "1", Flag.HAND.bit),
            (18, "B", "2", Flag.TYPED.bit),
            (30, "A", "3", 0),
            (100, "A", CLEAN, 0),
        )
        if drawn < below
    )
    return {"grade": grade, "flags": flags, "rank": f"{digit}{began.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"}
