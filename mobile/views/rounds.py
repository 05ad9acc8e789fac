"""Today's rounds: what is to do, what is done and how far it has travelled, what waits for a recheck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mobile.store.row import RecordHead, Shipment
from mobile.text import Texts
from mobile.views import frame, judged, thing, when
from mobile.views.hazards import hazard_row, to_recheck
from mobile.views.parts import BannerView, ChipView, Destination, OptionView, RoundView, Tone
from mobile.views.setting import Setting
from shared.ids import InspectionId
from shared.model.inspection import Review, Status
from shared.model.place import AssetKind, PointKind
from shared.model.plan import Period, Recurrence, TaskState
from shared.schedule import Plan, Reader, Task, reach, tasks, workdays

TODO, DONE, RECHECKS = "todo", "done", "rechecks"
DONE_DAYS = 3
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


@dataclass(frozen=True, slots=True)
class RoundsView:
    """The first screen."""

    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    banner: BannerView = BannerView()
    tabs: tuple[OptionView, ...] = ()
    rows: tuple[RoundView, ...] = ()
    empty_icon: str = "check-circle-outline"
    empty: str = ""
    empty_detail: str = ""
    empty_tone: str = Tone.OK
    start_extra: str = ""
    destinations: tuple[Destination, ...] = ()


def rounds_view(setting: Setting, tab: str = TODO, free_bytes: int | None = None) -> RoundsView:
    """Make the view of one tab of the first screen; `free_bytes` is the storage left, None if not known."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        todo, done, rechecks = tuple(_todo(setting)), tuple(_done(setting)), tuple(_rechecks(setting))
        sync = source.sync_state()
        places = frame.destinations(texts, len(todo), len(rechecks), len(sync.parked))
        is_ready = bool(source.templates())
    counts = {TODO: len(todo), DONE: len(done), RECHECKS: len(rechecks)}
    names = {TODO: texts.tab_todo, DONE: texts.tab_done, RECHECKS: texts.tab_rechecks}
    empty = _empty(texts, tab, is_ready)
    return RoundsView(
        title=texts.rounds_title,
        subtitle=_subtitle(setting),
        chip=frame.sync_chip(sync, texts),
        banner=frame.banner(sync, texts, free_bytes),
        tabs=tuple(OptionView(key, f"{names[key]}  {counts[key]}", is_chosen=key == tab) for key in counts),
        rows={TODO: todo, DONE: done, RECHECKS: rechecks}[tab],
        empty_icon="check-circle-outline" if is_ready else "download-outline",
        empty=empty[0],
        empty_detail=empty[1],
        empty_tone=Tone.OK if is_ready else Tone.INFO,
        start_extra=texts.start_extra if is_ready else "",
        destinations=places,
    )


def _empty(texts: Texts, tab: str, is_ready: bool) -> tuple[str, str]:
    if not is_ready:
        return texts.not_ready, texts.not_ready_detail
    return {
        TODO: (texts.empty_todo, texts.empty_todo_detail),
        DONE: (texts.empty_done, texts.empty_done_detail),
        RECHECKS: (texts.empty_rechecks, texts.empty_rechecks_detail),
    }[tab]


def _subtitle(setting: Setting) -> str:
    enrolment = setting.source.enrolment()
    site = setting.source.site(enrolment.site) if enrolment else None
    who = setting.person_name()
    where = setting.say(site.name) if site else enrolment.site_name if enrolment else ""
    parts = (where, who, when.long_date(setting.now().date(), setting.texts))
    return " · ".join(part for part in parts if part)


def _todo(setting: Setting) -> Iterator[RoundView]:
    """Yield returned work first, then what is late, due, begun, and what opens soon."""
    source, now = setting.source, setting.now()
    for review in source.returned():
        yield _returned_row(setting, review)
    heads = source.drafts()
    drafts = {(head.task.rule, head.task.window_on): head for head in heads if head.task}
    shown: set[InspectionId] = set()
    open_tasks = [task for task in plan_tasks(setting) if _is_shown(task, now)]
    for task in sorted(open_tasks, key=_urgency):
        draft = drafts.get((task.rule.id, task.window.on))
        if draft:
            shown.add(draft.id)
        yield _task_row(setting, task, draft)
    for head in heads:
        if head.is_own and head.id not in shown:
            yield _draft_row(setting, head)


def plan_tasks(setting: Setting) -> tuple[Task, ...]:
    """Ask `shared.schedule` for the tasks around today, as this person may see them."""
    source, now = setting.source, setting.now()
    ident = setting.person_id()
    person = source.person(ident) if ident else None
    if person is None:
        return ()
    yesterday, tomorrow = (now + timedelta(days=-1)).date(), (now + timedelta(days=1)).date()
    rules = source.rules()
    plan = Plan(
        rules=rules,
        calendar=workdays(source.workdays()),
        zone=setting.zone_info(),
        records=source.task_facts(reach(rules, yesterday)),
        waivers=source.waivers(),
    )
    found = tasks(plan, now, yesterday, tomorrow, Reader(person.id, person.roles))
    mine = tuple(t for t in found if _is_mine(t, person.id, {role.value for role in person.roles}))
    return tuple(
        task for task in mine if task.state is not TaskState.PLANNED or task.window.opens_at - now < timedelta(hours=12)
    )


def _is_mine(task: Task, person: str, roles: set[str]) -> bool:
    """Tell whether a task is for this person: named, of the right role, or for anybody."""
    rule = task.rule
    if rule.performers:
        return person in rule.performers
    return rule.performer_role is None or rule.performer_role.value in roles


def _is_shown(task: Task, now: datetime) -> bool:
    """Tell whether a task belongs on the list of what is to do now."""
    if task.state in (TaskState.DONE, TaskState.LATE, TaskState.WAIVED):
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


def _urgency(task: Task) -> tuple[int, datetime, str]:
    ranks = {TaskState.IN_PROGRESS: 1, TaskState.DUE: 2, TaskState.PLANNED: 3, TaskState.MISSED: 4}
    return (0 if task.is_past_due else ranks[task.state], task.window.due_at, task.rule.name.zh)


def _returned_row(setting: Setting, review: Review) -> RoundView:
    texts, source = setting.texts, setting.source
    head = source.head(review.inspection)
    word = review.word or (review.remarks[0].text if review.remarks else texts.no_words)
    count = texts.returned_items.format(n=len(review.remarks)) if review.remarks else ""
    return RoundView(
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


def _task_row(setting: Setting, task: Task, draft: RecordHead | None) -> RoundView:
    texts, now = setting.texts, setting.now()
    point = setting.source.point(task.rule.point) if task.rule.point else None
    icon, tone = STATE_CHIPS[task.state]
    chip = str(getattr(texts, f"state_{task.state.value}"))
    if task.is_past_due:
        icon, tone = STATE_CHIPS[TaskState.LATE]
        chip = texts.late_by.format(span=when.span(now - task.window.due_at, texts))
    done, total = _progress(setting, draft) if draft else (0, 0)
    return RoundView(
        key=f"task:{task.rule.id}:{task.window.on.isoformat()}",
        title=setting.say(task.rule.name),
        detail=_due_words(setting, task),
        icon=POINT_ICONS.get(point.kind, "clipboard-check-outline") if point else "clipboard-check-outline",
        tone=tone,
        chip=ChipView(chip, icon, tone),
        right=f"{done}/{total}" if total else "",
        share=done / total if total and done else -1.0,
    )


def _due_words(setting: Setting, task: Task) -> str:
    texts, now, zone = setting.texts, setting.now(), setting.zone()
    due = task.window.due_at.astimezone(zone)
    opens = task.window.opens_at.astimezone(zone)
    today = now.date()
    if task.state is TaskState.PLANNED:
        words = texts.opens_at.format(time=when.day_and_time(opens, now, texts))
    elif due.date() == today:
        words = texts.due_today_at.format(time=when.clock_time(due))
    else:
        words = texts.due_at.format(day=when.day(due.date(), today, texts), time=when.clock_time(due))
    point = setting.source.point(task.rule.point) if task.rule.point else None
    lifts = _lifts(setting, task)
    return " · ".join(part for part in (setting.say(point.name) if point else "", words, lifts) if part)


def _lifts(setting: Setting, task: Task) -> str:
    if not task.rule.point:
        return ""
    count = sum(asset.kind is AssetKind.LIFT for asset in setting.source.assets_at(task.rule.point))
    return setting.texts.lifts_count.format(n=count) if count else ""


def _progress(setting: Setting, head: RecordHead) -> tuple[int, int]:
    state = judged.judge(setting, head.id)
    return (state.evaluation.answered, state.evaluation.total) if state else (0, 0)


def _draft_row(setting: Setting, head: RecordHead) -> RoundView:
    texts = setting.texts
    done, total = _progress(setting, head)
    started = head.started_at.wall.astimezone(setting.zone())
    kind = texts.returned if head.amends else texts.unscheduled
    return RoundView(
        key=f"record:{head.id}",
        title=thing.record_title(setting, head),
        detail=f"{kind} · {texts.opens_at.format(time=when.day_and_time(started, setting.now(), texts))}",
        icon="clipboard-text-outline",
        tone=Tone.INFO,
        chip=ChipView(texts.state_in_progress, "progress-clock", Tone.INFO),
        right=f"{done}/{total}" if total else "",
        share=done / total if total and done else -1.0,
    )


def _done(setting: Setting) -> Iterator[RoundView]:
    """Yield the person's own finished records of the last days, newest first, with how far they have travelled."""
    since: date = (setting.now() - timedelta(days=DONE_DAYS)).date()
    heads = [h for h in setting.source.records_since(since) if h.is_own and h.status is Status.FINAL]
    for head in sorted(heads, key=lambda h: h.ended_at.wall if h.ended_at else h.started_at.wall, reverse=True):
        ended = (head.ended_at or head.started_at).wall.astimezone(setting.zone())
        at = when.day(ended.date(), setting.now().date(), setting.texts)
        yield RoundView(
            key=f"finished:{head.id}",
            title=thing.record_title(setting, head),
            detail=setting.texts.finished_at.format(day=at, time=when.clock_time(ended)),
            icon="clipboard-check-outline",
            tone=Tone.OK,
            chip=shipment_chip(head, setting.texts),
            right=_photos(head, setting.texts),
        )


def shipment_chip(head: RecordHead, texts: Texts) -> ChipView:
    """Say how far a record got; never "uploaded" before the last photo is."""
    if head.shipment is Shipment.PARKED:
        return ChipView(texts.parked, "cloud-alert-outline", Tone.BAD)
    if head.shipment is Shipment.DRAFT:
        return ChipView(texts.row_here, "check-circle-outline", Tone.OK)
    if head.shipment is not Shipment.SENT:
        return ChipView(texts.waiting, "cloud-upload-outline", Tone.WARN)
    if head.photos_sent >= head.photos_total:
        return ChipView(texts.sent, "cloud-check-outline", Tone.OK)
    words = texts.row_photos.format(done=head.photos_sent, total=head.photos_total)
    return ChipView(words, "cloud-upload-outline", Tone.WARN)


def _photos(head: RecordHead, texts: Texts) -> str:
    """Count the photos beside the chip, unless the chip does."""
    is_on_the_way = head.shipment is Shipment.SENT and head.photos_sent < head.photos_total
    if not head.photos_total or is_on_the_way:
        return ""
    return texts.sending_photos.format(done=head.photos_sent, total=head.photos_total)


def _rechecks(setting: Setting) -> Iterator[RoundView]:
    for hazard in to_recheck(setting):
        yield hazard_row(setting, hazard)


def task_of(setting: Setting, key: str) -> Task | None:
    """Return the task that a row's key names."""
    _, rule, window_on = key.split(":", 2)
    return next((t for t in plan_tasks(setting) if t.rule.id == rule and t.window.on.isoformat() == window_on), None)


def draft_for(setting: Setting, task: Task) -> InspectionId | None:
    """Return the draft on this tablet that already fulfils a task."""
    for head in setting.source.drafts():
        if head.is_own and head.task and (head.task.rule, head.task.window_on) == (task.rule.id, task.window.on):
            return head.id
    return None
