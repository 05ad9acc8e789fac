"""What is to do now, as rows with what they are sorted and grouped by: tasks, drafts, returned and handed-over rounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mobile.store.row import RecordHead
from mobile.text import Texts
from mobile.views import thing, when
from mobile.views.parts import ChipView, RoundView, Tone
from mobile.views.setting import Setting
from mobile.views.unfinished import unfinished
from mobile.views.who import whose_draft
from shared.ids import BuildingId, HandoverId, InspectionId, PointId, RuleId
from shared.model.handover import Handover, HandoverState
from shared.model.inspection import Review
from shared.model.place import AssetKind, Building, Point, PointKind
from shared.model.plan import Excuse, ExcuseState, Period, Recurrence, Rule, TaskState
from shared.schedule import Plan, Reader, Task, reach, tasks, workdays

OFFERED, RETURNED, LATE, BEGUN, UNFINISHED, DUE, SOON, MISSED, GIVEN = (
    "offered",
    "returned",
    "late",
    "begun",
    "unfinished",
    "due",
    "soon",
    "missed",
    "given",
)
EXCUSES_BACK = timedelta(days=35)
"""How far back an excuse still says something about a round on the list."""
LOOK_AHEAD = {
    None: timedelta(hours=12),
    Period.WEEK: timedelta(days=2),
    Period.HALF_MONTH: timedelta(days=4),
    Period.MONTH: timedelta(days=10),
}
POINT_ICONS = {
    PointKind.MACHINE_ROOM: "elevator-passenger-outline",
    PointKind.PUMP_ROOM: "water-pump",
    PointKind.STAIRWELL: "stairs",
    PointKind.EXTINGUISHER_SET: "fire-extinguisher",
    PointKind.OFFICE: "office-building-outline",
}
STATE_CHIPS = {
    TaskState.PLANNED: ("clock-outline", Tone.IDLE),
    TaskState.DUE: ("circle-outline", Tone.INFO),
    TaskState.IN_PROGRESS: ("progress-clock", Tone.INFO),
    TaskState.DONE: ("check-circle-outline", Tone.OK),
    TaskState.LATE: ("clock-alert-outline", Tone.WARN),
    TaskState.MISSED: ("alert-octagon-outline", Tone.BAD),
    TaskState.WAIVED: ("minus-circle-outline", Tone.IDLE),
}
_RANKS = {TaskState.IN_PROGRESS: 1, TaskState.DUE: 2, TaskState.PLANNED: 3, TaskState.MISSED: 4}
_GROUPS = {1: BEGUN, 2: DUE, 3: SOON, 4: MISSED}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list; ``group`` is where it stands by due time, the rest by place and by route."""

    row: RoundView
    group: str
    point: Point | None = None
    rule: Rule | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Estate:
    """The places of the estate, asked for once for a whole list."""

    points: Mapping[PointId, Point]
    buildings: Mapping[BuildingId, Building]
    lifts: Mapping[PointId, int]

    def point(self, point: PointId | None) -> Point | None:
        """Return a point, if there is one."""
        return self.points.get(point) if point is not None else None


def estate_of(setting: Setting) -> Estate:
    """Gather the places that rows name."""
    source = setting.source
    points = {point.id: point for point in source.points()}
    known = {point.building for point in points.values() if point.building is not None}
    found = {building: source.building(building) for building in known}
    lifts = Counter(one.point for one in source.assets() if one.kind is AssetKind.LIFT and one.is_in_service)
    return Estate(points, {key: one for key, one in found.items() if one is not None}, lifts)


def lines(setting: Setting) -> tuple[Line, ...]:
    """List what is to do: offers, returned work, what is late, begun, due, soon, missed and given; forms not handed in."""
    places, found = estate_of(setting), plan_tasks(setting)
    return (
        *_offers(setting, places),
        *(_returned(setting, places, review) for review in setting.source.returned()),
        *_begun_and_due(setting, places, found),
        *(Line(form.row, UNFINISHED, places.point(form.point)) for form in unfinished(setting)),
        *_given(setting, places),
    )


def plan_tasks(
    setting: Setting, *, of_all: bool = False, only: Callable[[Rule], bool] | None = None
) -> tuple[Task, ...]:
    """Ask `shared.schedule` for the tasks around today, as this person may see them.

    ``of_all``: also those of others. ``only`` picks rules beforehand: a tap on one row does not work out a whole estate.
    """
    source, now = setting.source, setting.now()
    ident = setting.person_id()
    person = source.person(ident) if ident else None
    if person is None:
        return ()
    yesterday, tomorrow = (now + timedelta(days=-1)).date(), (now + timedelta(days=1)).date()
    rules = tuple(rule for rule in source.rules() if only is None or only(rule))
    plan = Plan(
        rules=rules,
        calendar=workdays(source.workdays()),
        zone=setting.zone_info(),
        records=source.task_facts(reach(rules, yesterday)),
        waivers=source.waivers(),
    )
    found = tasks(plan, now, yesterday, tomorrow, Reader(person.id, person.roles))
    roles = {role.value for role in person.roles}
    return tuple(
        task
        for task in found
        if (of_all or is_mine(task, person.id, roles))
        and (task.state is not TaskState.PLANNED or task.window.opens_at - now < timedelta(hours=12))
    )


def is_mine(task: Task, person: str, roles: set[str]) -> bool:
    """Tell whether a task is for this person: named, of the right role, or for anybody."""
    rule = task.rule
    if rule.performers:
        return person in rule.performers
    return rule.performer_role is None or rule.performer_role.value in roles


def excuses_by_window(setting: Setting) -> dict[tuple[RuleId, date], Excuse]:
    """Return the latest excuse of each window."""
    since = (setting.now() - EXCUSES_BACK).date()
    return {(one.rule, one.window_on): one for one in setting.source.excuses(since)}


def excuse_words(texts: Texts, excuse: Excuse) -> tuple[ChipView, str, str]:
    """Say how an excuse stands: its chip, the office's words and their tone."""
    if excuse.state is ExcuseState.ASKED:
        return ChipView(texts.rounds.state_asked, "timer-sand", Tone.INFO), "", Tone.INFO
    if excuse.state is ExcuseState.APPROVED:
        said = texts.rounds.approved_words.format(name=excuse.decided_by_name, reason=excuse.reason)
        return ChipView(texts.rounds.state_approved, "check-circle-outline", Tone.OK), said, Tone.OK
    said = texts.rounds.rejected_words.format(name=excuse.decided_by_name, word=excuse.word)
    return ChipView(texts.rounds.state_rejected, "close-circle-outline", Tone.BAD), said, Tone.BAD


def _is_shown(task: Task, now: datetime) -> bool:
    """Tell whether a task belongs on the list of what is to do now."""
    if task.state in (TaskState.DONE, TaskState.LATE):
        return task.rule.route is not None and task.window.closes_at > now
    if task.state is TaskState.WAIVED:
        return False
    if task.state is TaskState.MISSED:
        return now - task.window.closes_at < timedelta(hours=24)
    if task.state is TaskState.PLANNED or task.is_past_due or task.state is TaskState.IN_PROGRESS:
        return True
    rule = task.rule
    period = rule.period if rule.recurrence is Recurrence.PER_PERIOD else None
    return (
        task.window.due_at - now < LOOK_AHEAD.get(period, timedelta(days=30))
        or period is not None
        or rule.every_days > 0
    )


def _rank(task: Task) -> int:
    return 0 if task.is_past_due else _RANKS.get(task.state, 5)


def _urgency(task: Task) -> tuple[int, datetime, str]:
    return _rank(task), task.window.due_at, task.rule.name.zh


def _begun_and_due(setting: Setting, places: Estate, found: Iterable[Task]) -> Iterator[Line]:
    now = setting.now()
    heads = [head for head in setting.source.drafts() if head.is_own]
    drafts = {(head.task.rule, head.task.window_on): head for head in heads if head.task}
    excuses = excuses_by_window(setting)
    given = {head.task for head in _given_heads(setting)}
    shown: set[InspectionId] = set()
    rows: list[Line] = []
    for task in sorted((task for task in found if _is_shown(task, now)), key=_urgency):
        draft = drafts.get((task.rule.id, task.window.on))
        if draft is not None:
            shown.add(draft.id)
        elif any(ref is not None and (ref.rule, ref.window_on) == (task.rule.id, task.window.on) for ref in given):
            continue
        row = _task_row(setting, places, task, draft, excuses.get((task.rule.id, task.window.on)))
        is_done = task.state in (TaskState.DONE, TaskState.LATE)
        group = LATE if task.is_past_due else _GROUPS.get(_rank(task), DUE)
        rows.append(Line(row, group, places.point(task.rule.point), task.rule, is_done))
    others = [_draft_line(setting, places, head) for head in heads if head.id not in shown]
    begun = next((n for n, line in enumerate(rows) if line.group not in (LATE, BEGUN)), len(rows))
    yield from (*rows[:begun], *others, *rows[begun:])


def _offers(setting: Setting, places: Estate) -> Iterator[Line]:
    person = setting.person_id()
    for offer in setting.source.handovers_to(person) if person is not None else ():
        yield Line(offer_row(setting, places, offer), OFFERED, places.point(offer.record.point))


def offer_row(setting: Setting, places: Estate, offer: Handover) -> RoundView:
    """Make the row of a round that somebody hands to this person."""
    texts, record = setting.texts, offer.record
    at = when.day_and_time(offer.at.wall.astimezone(setting.zone()), setting.now(), texts)
    done = texts.rounds.offer_detail.format(done=len(record.answers), photos=len(record.photos))
    said = texts.rounds.offer_word.format(name=offer.giver_name, word=offer.word) if offer.word else ""
    return RoundView(
        key=f"offer:{offer.id}",
        title=_record_title(setting, places, offer),
        detail=f"{at} · {done}",
        icon="swap-horizontal",
        tone=Tone.WARN,
        chip=ChipView(texts.rounds.offer_title.format(name=offer.giver_name), "swap-horizontal", Tone.WARN),
        word=said,
    )


def _record_title(setting: Setting, places: Estate, offer: Handover) -> str:
    title = setting.source.template_title(offer.record.template, offer.record.template_version)
    point = places.point(offer.record.point)
    form = setting.say(title) if title else str(offer.record.template)
    return f"{setting.say(point.name)} · {form}" if point else form


def _given_heads(setting: Setting) -> tuple[RecordHead, ...]:
    found = (setting.source.head(record) for record in setting.source.all_given())
    return tuple(head for head in found if head is not None)


def _given(setting: Setting, places: Estate) -> Iterator[Line]:
    texts = setting.texts
    for head in _given_heads(setting):
        given = setting.source.given(head.id)
        if given is None:
            continue
        offer = setting.source.handover(HandoverId(given.handover))
        state = offer.state if offer is not None else HandoverState.OFFERED
        at = when.day_and_time(given.at.astimezone(setting.zone()), setting.now(), texts)
        said, tone, icon = {
            HandoverState.TAKEN: (texts.rounds.given_taken, Tone.OK, "account-check-outline"),
            HandoverState.DECLINED: (texts.rounds.given_declined, Tone.BAD, "account-off-outline"),
        }.get(state, (texts.rounds.given_offered, Tone.INFO, "account-clock-outline"))
        row = RoundView(
            key=f"given:{head.id}",
            title=thing.record_title(setting, head),
            detail=said.format(name=given.name, time=at),
            icon=icon,
            tone=tone,
            chip=ChipView(texts.rounds.given_to.format(name=given.name), icon, tone),
        )
        yield Line(row, GIVEN, places.point(head.point))


def _returned(setting: Setting, places: Estate, review: Review) -> Line:
    texts, source = setting.texts, setting.source
    head = source.head(review.inspection)
    word = review.word or (review.remarks[0].text if review.remarks else texts.no_words)
    count = texts.returned_items.format(n=len(review.remarks)) if review.remarks else ""
    row = RoundView(
        key=f"returned:{review.inspection}",
        title=thing.record_title(setting, head) if head else texts.returned,
        detail=" · ".join(
            p for p in (when.day_and_time(review.at.astimezone(setting.zone()), setting.now(), texts), count) if p
        ),
        icon="comment-alert-outline",
        tone=Tone.BAD,
        chip=ChipView(texts.returned, "comment-alert-outline", Tone.BAD),
        word=texts.returned_words.format(name=review.reviewer_name, words=word),
        word_tone=Tone.BAD,
    )
    return Line(row, RETURNED, places.point(head.point if head else None))


def _task_row(
    setting: Setting, places: Estate, task: Task, draft: RecordHead | None, excuse: Excuse | None
) -> RoundView:
    texts, now = setting.texts, setting.now()
    point = places.point(task.rule.point)
    icon, tone = STATE_CHIPS[task.state]
    chip = ChipView(str(getattr(texts, f"state_{task.state.value}")), icon, tone)
    if task.is_past_due:
        icon, tone = STATE_CHIPS[TaskState.LATE]
        chip = ChipView(texts.late_by.format(span=when.span(now - task.window.due_at, texts)), icon, tone)
    word, word_tone = _resumed_word(setting, draft, task), str(Tone.WARN)
    is_done = task.state in (TaskState.DONE, TaskState.LATE)
    if excuse is not None and not is_done:
        chip, said, said_tone = excuse_words(texts, excuse)
        word, word_tone = (said, said_tone) if said else (word, word_tone)
    done, total = _progress(setting, draft.id) if draft else (0, 0)
    return RoundView(
        key=f"task:{task.rule.id}:{task.window.on.isoformat()}",
        title=setting.say(task.rule.name),
        detail=_due_words(setting, places, task),
        icon=POINT_ICONS.get(point.kind, "clipboard-check-outline") if point else "clipboard-check-outline",
        tone=tone,
        chip=chip,
        right=f"{done}/{total}" if total else "",
        share=done / total if total and done else -1.0,
        word=word,
        word_tone=word_tone,
        more=not is_done,
    )


def _progress(setting: Setting, record: InspectionId) -> tuple[int, int]:
    """Return how much of a draft is done; who has none needs nothing of what judges it."""
    from mobile.views import judged

    return judged.progress(setting, record)


def _resumed_word(setting: Setting, draft: RecordHead | None, task: Task) -> str:
    """Say when a draft of an earlier day was begun, and that somebody else has it too."""
    if draft is None:
        return ""
    begun = draft.started_at.wall.astimezone(setting.zone())
    other = also_taken(setting, draft.id)
    if other or _whose(setting, draft):
        return other or _whose(setting, draft)
    if begun.date() == setting.now().date() and not task.is_past_due:
        return ""
    return setting.texts.rounds.begun_at.format(time=when.day_and_time(begun, setting.now(), setting.texts))


def also_taken(setting: Setting, record: InspectionId) -> str:
    """Say that somebody else goes on with a draft of this tablet too, or nothing."""
    offer = setting.source.handover_of(record)
    if offer is None or offer.state is not HandoverState.TAKEN or offer.settled_by == setting.person_id():
        return ""
    return setting.texts.rounds.also_taken.format(name=offer.settled_by_name)


def _due_words(setting: Setting, places: Estate, task: Task) -> str:
    texts, now, zone = setting.texts, setting.now(), setting.zone()
    due = task.window.due_at.astimezone(zone)
    today = now.date()
    if task.finished_at is not None and task.state in (TaskState.DONE, TaskState.LATE):
        ended = task.finished_at.astimezone(zone)
        words = texts.finished_at.format(day=when.day(ended.date(), today, texts), time=when.clock_time(ended))
    elif task.state is TaskState.PLANNED:
        words = texts.opens_at.format(time=when.day_and_time(task.window.opens_at.astimezone(zone), now, texts))
    elif due.date() == today:
        words = texts.due_today_at.format(time=when.clock_time(due))
    else:
        words = texts.due_at.format(day=when.day(due.date(), today, texts), time=when.clock_time(due))
    point = places.point(task.rule.point)
    count = places.lifts.get(task.rule.point, 0) if task.rule.point else 0
    lifts = texts.lifts_count.format(n=count) if count else ""
    return " · ".join(part for part in (setting.say(point.name) if point else "", words, lifts) if part)


def _draft_line(setting: Setting, places: Estate, head: RecordHead) -> Line:
    texts, now = setting.texts, setting.now()
    done, total = _progress(setting, head.id)
    begun = texts.rounds.begun_at.format(
        time=when.day_and_time(head.started_at.wall.astimezone(setting.zone()), now, texts)
    )
    kind = texts.returned if head.amends else "" if head.task else texts.unscheduled
    word = ""
    if head.task is not None and not head.amends:
        word = texts.rounds.window_over.format(day=when.day(head.task.window_on, now.date(), texts))
    row = RoundView(
        key=f"record:{head.id}",
        title=thing.record_title(setting, head),
        detail=" · ".join(part for part in (kind, begun, _taken_from(setting, head)) if part),
        icon="clipboard-text-outline",
        tone=Tone.WARN if word else Tone.INFO,
        chip=ChipView(texts.state_in_progress, "progress-clock", Tone.INFO),
        right=f"{done}/{total}" if total else "",
        share=done / total if total and done else -1.0,
        word=also_taken(setting, head.id) or _whose(setting, head) or word,
        more=True,
    )
    rule = next((one for one in setting.source.rules() if head.task and one.id == head.task.rule), None)
    return Line(row, BEGUN, places.point(head.point), rule)


def _whose(setting: Setting, head: RecordHead | None) -> str:
    """Say that a colleague began a draft on this tablet, or nothing."""
    name = whose_draft(setting, head) if head is not None else ""
    return setting.texts.shift.draft_of.format(name=name) if name else ""


def _taken_from(setting: Setting, head: RecordHead) -> str:
    offer = setting.source.handover_of(head.id)
    if offer is None or offer.state is not HandoverState.TAKEN or offer.settled_by != setting.person_id():
        return ""
    return setting.texts.rounds.taken_from.format(name=offer.giver_name)
