"""The first screen: what is to do in the chosen order, what is done and how far it has travelled, what waits for a recheck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from mobile.store.row import RecordHead, Shipment
from mobile.text import Texts
from mobile.views import frame, thing, todo, when
from mobile.views.arrange import Index, Shown, arranged, index_of, order_of
from mobile.views.hazards import hazard_rows, to_recheck
from mobile.views.parts import BannerView, ChipView, Destination, OptionView, RoundView, Tone
from mobile.views.setting import Setting
from mobile.views.todo import POINT_ICONS, STATE_CHIPS, excuse_words, plan_tasks
from shared.ids import InspectionId
from shared.model.plan import Excuse, ExcuseState, Rule
from shared.schedule import Task

__all__ = ["DONE", "POINT_ICONS", "RECHECKS", "STATE_CHIPS", "TODO", "RoundsView", "plan_tasks", "rounds_view"]
TODO, DONE, RECHECKS = "todo", "done", "rechecks"
DONE_DAYS = 3
DAY_ENDS = time(18)
"""When whoever is still in a machine room is reminded of (machine-room facts §6: by the day's end)."""


@dataclass(frozen=True, slots=True)
class RoundsView:
    """The first screen. ``rows`` are the rounds alone, ``lines`` the rounds under their headings, as they are shown."""

    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    banner: BannerView = BannerView()
    tabs: tuple[OptionView, ...] = ()
    rows: tuple[RoundView, ...] = ()
    lines: tuple[Shown, ...] = ()
    empty_icon: str = "check-circle-outline"
    empty: str = ""
    empty_detail: str = ""
    empty_tone: str = Tone.OK
    start_extra: str = ""
    scan: str = ""
    destinations: tuple[Destination, ...] = ()


def rounds_view(setting: Setting, tab: str = TODO, free_bytes: int | None = None) -> RoundsView:
    """Make the view of one tab of the first screen; `free_bytes` is the storage left, None if not known."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        lines, done, rechecks = todo.lines(setting), _done_count(setting), to_recheck(setting)
        sync = source.sync_state()
        open_lines = [line for line in lines if not line.is_done and line.group != todo.GIVEN]
        places = frame.destinations(texts, len(open_lines), len(rechecks), len(sync.parked))
        is_ready = source.has_templates()
        shown: tuple[Shown, ...] = ()
        if tab == TODO:
            shown = arranged(setting, lines, order_of(setting))
        elif tab == DONE:
            shown = tuple(_done_rows(setting))
        else:
            shown = tuple(hazard_rows(setting, rechecks))
        banner = frame.banner(sync, texts, free_bytes)
        inside = inside_banner(setting)
    counts = {TODO: len(open_lines), DONE: done, RECHECKS: len(rechecks)}
    names = {TODO: texts.tab_todo, DONE: texts.tab_done, RECHECKS: texts.tab_rechecks}
    empty = _empty(texts, tab, is_ready)
    return RoundsView(
        title=texts.rounds_title,
        subtitle=_subtitle(setting),
        chip=frame.sync_chip(sync, texts),
        banner=banner if banner.tone == Tone.BAD or not inside.words else inside,
        tabs=tuple(OptionView(key, f"{names[key]}  {counts[key]}", is_chosen=key == tab) for key in counts),
        rows=tuple(row for row in shown if isinstance(row, RoundView)),
        lines=shown,
        empty_icon="check-circle-outline" if is_ready else "download-outline",
        empty=empty[0],
        empty_detail=empty[1],
        empty_tone=Tone.OK if is_ready else Tone.INFO,
        start_extra=texts.start_extra if is_ready else "",
        scan=texts.scan.button if is_ready else "",
        destinations=places,
    )


def search_index(setting: Setting) -> Index:
    """Gather all that a search on the first screen can find."""
    with setting.source.snapshot():
        return index_of(setting, todo.lines(setting), _done_rows(setting))


def inside_banner(setting: Setting) -> BannerView:
    """Say who has not left a machine room by the end of the day, or on an earlier day."""
    now, texts = setting.now(), setting.texts
    late = [
        one
        for one in setting.source.people_inside()
        if (entered := one.at.wall.astimezone(setting.zone())).date() < now.date()
        or (now.time() >= DAY_ENDS and entered.time() < DAY_ENDS)
    ]
    if not late:
        return BannerView()
    point = setting.source.point(late[0].point)
    words = texts.access.banner_many.format(n=len(late))
    if len(late) == 1:
        words = texts.access.banner_one.format(name=late[0].name, place=setting.say(point.name) if point else "")
    return BannerView(words, "door-open", Tone.WARN, texts.view, "access")


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


def _since(setting: Setting) -> date:
    return (setting.now() - timedelta(days=DONE_DAYS)).date()


def _excused(setting: Setting) -> list[tuple[Excuse, Rule]]:
    """Find what the office excused the person from in the last days, with its rule."""
    excuses = [one for one in setting.source.excuses(_since(setting)) if one.state is ExcuseState.APPROVED]
    if not excuses:
        return []
    rules, me = {rule.id: rule for rule in setting.source.rules()}, setting.person_id()
    return [(one, rules[one.rule]) for one in excuses if one.author == me and one.rule in rules]


def _done_count(setting: Setting) -> int:
    """Count what is over of the last days; making rows of it is left to whoever shows them."""
    return len(_excused(setting)) + setting.source.finished_count(_since(setting))


def _done_rows(setting: Setting) -> Iterator[RoundView]:
    """Yield what the office has excused, then the own records with how far they have travelled, newest first."""
    for one, rule in _excused(setting):
        chip, said, tone = excuse_words(setting.texts, one)
        yield RoundView(
            key=f"excused:{one.id}",
            title=setting.say(rule.name),
            detail=when.day(one.window_on, setting.now().date(), setting.texts),
            icon="minus-circle-outline",
            tone=Tone.IDLE,
            chip=chip,
            word=said,
            word_tone=tone,
        )
    for head in setting.source.finished_since(_since(setting)):
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


def task_of(setting: Setting, key: str) -> Task | None:
    """Return the task that a row's key names, also one of somebody else."""
    _, rule, window_on = key.split(":", 2)
    every = plan_tasks(setting, of_all=True, only=lambda one: one.id == rule)
    return next((task for task in every if task.rule.id == rule and task.window.on.isoformat() == window_on), None)


def draft_for(setting: Setting, task: Task) -> InspectionId | None:
    """Return the draft on this tablet that already fulfils a task."""
    for head in setting.source.drafts():
        if head.is_own and head.task and (head.task.rule, head.task.window_on) == (task.rule.id, task.window.on):
            return head.id
    return None
