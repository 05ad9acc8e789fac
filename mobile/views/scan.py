"""What a scanned tag (or a typed number) answers: on this round, already done, somebody else's, unknown, retired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from mobile.store.row import RecordHead
from mobile.views import todo, when
from mobile.views.parts import OptionView, Tone
from mobile.views.rounds import draft_for
from mobile.views.setting import Setting
from shared.ids import InspectionId, PersonId
from shared.model.inspection import Status
from shared.model.place import Point, PointKind
from shared.model.plan import TaskState
from shared.schedule import Task
from shared.search import matches, searchable

MOST_MEANT = 6
DONE_BACK = timedelta(days=2)
OPEN = frozenset({TaskState.DUE, TaskState.IN_PROGRESS, TaskState.PLANNED, TaskState.MISSED})
REPORT, EXTRA, BY_HAND, ACCESS = "report", "extra", "by_hand", "access"


class Answer(Enum):
    """What a tag turned out to be."""

    WAITING = "waiting"
    NOTHING = "nothing"
    ONE = "one"
    SEVERAL = "several"
    DONE = "done"
    OTHER = "other"
    NOT_DUE = "not_due"
    UNKNOWN = "unknown"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ScanView:
    """One answer. ``options`` are what can be done, the likeliest first; ``go`` is the one to do at once, if any."""

    answer: Answer = Answer.WAITING
    title: str = ""
    icon: str = "qrcode-scan"
    tone: str = Tone.INFO
    words: str = ""
    detail: str = ""
    read: str = ""
    flag: str = ""
    options: tuple[OptionView, ...] = ()
    again: str = ""
    type_words: str = ""
    go: str = ""
    point: str = ""


def waiting_view(setting: Setting, *, can_scan: bool, can_nfc: bool) -> ScanView:
    """Say what to do for a scan."""
    texts = setting.texts
    detail = texts.scan.waiting_nfc if can_nfc else "" if can_scan else texts.scan.waiting_none
    return ScanView(
        Answer.WAITING,
        texts.scan.title,
        "nfc-tap" if can_nfc else "qrcode-scan",
        words=texts.scan.waiting if can_scan or can_nfc else texts.scan.no_scanner,
        detail=detail,
        again=texts.scan.button if can_scan else "",
        type_words=texts.scan.type_code,
        flag=texts.scan.type_flag,
    )


def nothing_view(setting: Setting, *, can_scan: bool) -> ScanView:
    """Say that no tag was read, and what else can be done."""
    texts = setting.texts
    return ScanView(
        Answer.NOTHING,
        texts.scan.title,
        "qrcode-scan",
        Tone.WARN,
        texts.scan.nothing_read,
        again=texts.scan.again if can_scan else "",
        type_words=texts.scan.type_code,
        flag=texts.scan.type_flag,
    )


def scan_view(setting: Setting, text: str, how: str, *, can_scan: bool = False) -> ScanView:
    """Answer what was read; ``how`` is ``qr``, ``nfc`` or ``typed``. All is looked up on this tablet."""
    point = setting.source.tag_owner(text)
    if point is None:
        return _unknown(setting, text, how, can_scan=can_scan)
    if point.is_retired or (point.is_tag_retired and how != "typed"):
        return _retired(setting, point, text, can_scan=can_scan)
    return _at(setting, point, how, text, can_scan=can_scan)


def place_view(setting: Setting, point: Point, how: str = "manual") -> ScanView:
    """Answer for a point that was found by search (``manual``) or picked for a number that was ``typed``."""
    return _at(setting, point, how, point.number, can_scan=False)


def _at(setting: Setting, point: Point, how: str, text: str, *, can_scan: bool) -> ScanView:
    here = todo.plan_tasks(setting, of_all=True, only=lambda rule: rule.point == point.id)
    mine = {
        (task.rule.id, task.window.on) for task in todo.plan_tasks(setting, only=lambda rule: rule.point == point.id)
    }
    drafts = [head for head in setting.source.drafts() if head.is_own and head.point == point.id]
    own = [task for task in here if (task.rule.id, task.window.on) in mine]
    still = [task for task in own if task.state in OPEN]
    now = [task for task in still if task.state is not TaskState.MISSED or _draft(setting, task) is not None]
    ready = now or still  # what was missed is offered where nothing else is to do
    loose = [head for head in drafts if not any(_draft(setting, task) == head.id for task in ready)]
    options = [*(_task_option(setting, task) for task in ready), *(_record_option(setting, head) for head in loose)]
    base = _Base(setting, point, how, text, can_scan)
    if options:
        return _on_round(base, options)
    done = [task for task in own if task.state in (TaskState.DONE, TaskState.LATE)]
    if done:
        return _done(base, done)
    others = [task for task in here if task not in own and task.state in OPEN]
    return _other(base, others) if others else _not_due(base)


@dataclass(frozen=True, slots=True)
class _Base:
    setting: Setting
    point: Point
    how: str
    text: str
    can_scan: bool

    @property
    def place(self) -> str:
        return f"{self.setting.say(self.point.name)} · {self.point.number}"

    def view(
        self, answer: Answer, icon: str, tone: str, words: str, detail: str, options: Iterable[OptionView]
    ) -> ScanView:
        texts = self.setting.texts
        access = OptionView(ACCESS, texts.access.title, "door-open")
        more = (access,) if self.point.kind is PointKind.MACHINE_ROOM else ()
        flags = {"typed": texts.scan.type_flag, "manual": texts.scan.by_hand_flag}
        reads = {
            "qr": texts.scan.read_by_qr,
            "nfc": texts.scan.read_by_nfc,
            "typed": texts.scan.read_by_typed,
        }
        return ScanView(
            answer,
            self.place,
            icon,
            tone,
            words,
            detail,
            read=reads.get(self.how, ""),
            flag=flags.get(self.how, ""),
            options=(*options, *more),
            again=texts.scan.again if self.can_scan else "",
            point=self.point.id,
        )


def _on_round(base: _Base, options: list[OptionView]) -> ScanView:
    texts = base.setting.texts
    answer = Answer.ONE if len(options) == 1 else Answer.SEVERAL
    view = base.view(
        answer,
        "check-circle-outline",
        Tone.OK,
        texts.scan.several.format(n=len(options)),
        texts.scan.several_detail,
        options,
    )
    if answer is Answer.ONE:
        return replace(view, go=options[0].key)
    return view


def _done(base: _Base, done: list[Task]) -> ScanView:
    setting, texts = base.setting, base.setting.texts
    last = max(done, key=lambda task: (task.finished_at is not None, task.finished_at or task.window.due_at))
    head = _finished(setting, last)
    at = (
        when.day_and_time(last.finished_at.astimezone(setting.zone()), setting.now(), texts) if last.finished_at else ""
    )
    name = _name_of(setting, head.author) if head else ""
    words = texts.scan.done_detail.format(time=at, name=name, what=setting.say(last.rule.name))
    options = [OptionView(f"again:{last.rule.template}", texts.scan.do_again, "replay", Tone.WARN)]
    if head is not None:
        options.insert(0, OptionView(f"finished:{head.id}", texts.scan.open_done, "clipboard-check-outline"))
    return base.view(Answer.DONE, "check-all", Tone.OK, texts.scan.done, words, options)


def _other(base: _Base, others: list[Task]) -> ScanView:
    setting, texts = base.setting, base.setting.texts
    first = others[0]
    names = [name for name in (_name_of(setting, person) for person in first.rule.performers) if name]
    who = "、".join(names) or texts.scan.other_anybody
    detail = texts.scan.other_detail.format(what=setting.say(first.rule.name), who=who)
    options = [
        OptionView(
            _task_key(task),
            texts.scan.do_instead.format(what=setting.say(task.rule.name)),
            "account-switch-outline",
            Tone.WARN,
        )
        for task in others
    ]
    extra = OptionView(EXTRA, texts.scan.start_extra, "plus")
    return base.view(Answer.OTHER, "account-circle-outline", Tone.WARN, texts.scan.other, detail, [*options, extra])


def _not_due(base: _Base) -> ScanView:
    setting, texts = base.setting, base.setting.texts
    given = [head for head in _given(setting) if head.point == base.point.id]
    words = texts.scan.not_due
    if given and (known := setting.source.given(given[0].id)) is not None:
        words = texts.scan.given.format(name=known.name)
    options = [OptionView(EXTRA, texts.scan.start_extra, "plus")]
    detail = texts.scan.not_due_detail.format(place=base.place)
    return base.view(Answer.NOT_DUE, "calendar-check-outline", Tone.IDLE, words, detail, options)


def _retired(setting: Setting, point: Point, text: str, *, can_scan: bool) -> ScanView:
    texts = setting.texts
    return ScanView(
        Answer.RETIRED,
        f"{setting.say(point.name)} · {point.number}",
        "tag-off-outline",
        Tone.WARN,
        texts.scan.retired,
        texts.scan.retired_detail.format(place=setting.say(point.name)),
        read=texts.scan.unknown_read.format(text=text),
        flag=texts.scan.by_hand_flag,
        options=(
            OptionView(BY_HAND, texts.scan.by_hand, "gesture", Tone.WARN),
            OptionView(REPORT, texts.scan.report, "send-outline"),
        ),
        again=texts.scan.again if can_scan else "",
        type_words=texts.scan.type_code,
        point=point.id,
    )


def _unknown(setting: Setting, text: str, how: str, *, can_scan: bool) -> ScanView:
    texts = setting.texts
    meant = [
        point for point in setting.source.points() if how == "typed" and not point.is_retired and _is_like(point, text)
    ]
    options = [
        OptionView(f"point:{point.id}", f"{setting.say(point.name)}  {point.number}", "map-marker-outline")
        for point in meant[:MOST_MEANT]
    ]
    return ScanView(
        Answer.UNKNOWN,
        texts.scan.title,
        "help-circle-outline",
        Tone.WARN,
        texts.scan.unknown,
        texts.scan.meant if options else texts.scan.unknown_detail,
        read=texts.scan.unknown_read.format(text=text),
        options=(*options, OptionView(REPORT, texts.scan.report, "send-outline")),
        again=texts.scan.again if can_scan else "",
        type_words=texts.scan.type_code,
    )


def _is_like(point: Point, text: str) -> bool:
    return bool(text.strip()) and matches(searchable(point.name.zh, point.name.en, point.number, point.tag), text)


def _task_key(task: Task) -> str:
    return f"task:{task.rule.id}:{task.window.on.isoformat()}"


def _task_option(setting: Setting, task: Task) -> OptionView:
    is_begun = _draft(setting, task) is not None
    tone = Tone.WARN if task.is_past_due else Tone.INFO
    name = setting.say(task.rule.name)
    words = setting.texts.scan.go_on.format(what=name) if is_begun else name
    return OptionView(_task_key(task), words, "progress-clock" if is_begun else "play", tone)


def _record_option(setting: Setting, head: RecordHead) -> OptionView:
    template = setting.source.template(head.template, head.template_version)
    title = setting.say(template.title) if template else str(head.template)
    return OptionView(f"record:{head.id}", setting.texts.scan.go_on.format(what=title), "progress-clock")


def _draft(setting: Setting, task: Task) -> InspectionId | None:
    return draft_for(setting, task)


def _given(setting: Setting) -> list[RecordHead]:
    found = (setting.source.head(record) for record in setting.source.all_given())
    return [head for head in found if head is not None]


def _finished(setting: Setting, task: Task) -> RecordHead | None:
    since = (setting.now() - DONE_BACK - timedelta(days=task.rule.late_days)).date()
    heads = [
        head
        for head in setting.source.records_since(since)
        if head.status is Status.FINAL
        and head.task is not None
        and (head.task.rule, head.task.window_on) == (task.rule.id, task.window.on)
    ]
    return min(heads, key=lambda head: (head.ended_at or head.started_at).wall, default=None)


def _name_of(setting: Setting, person: PersonId) -> str:
    found = setting.source.person(person)
    return found.name if found is not None else ""
