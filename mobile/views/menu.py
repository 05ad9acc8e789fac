"""What else can be done with a round than open it: hand it over, excuse it, log who enters the machine room."""

from __future__ import annotations

from dataclasses import dataclass

from mobile.views import thing
from mobile.views.parts import OptionView, Tone
from mobile.views.rounds import draft_for, task_of
from mobile.views.setting import Setting
from mobile.views.todo import excuses_by_window
from mobile.views.who import whose_draft
from shared.ids import HandoverId, InspectionId, PointId, RuleId
from shared.model.handover import HandoverState
from shared.model.inspection import TaskRef
from shared.model.place import Person, PointKind, Role
from shared.model.plan import ExcuseState

OPEN, HAND_OVER, EXCUSE, ACCESS, TAKE_BACK, DROP, TAKE, DECLINE = (
    "open",
    "hand_over",
    "excuse",
    "access",
    "take_back",
    "drop",
    "take",
    "decline",
)
OUTSIDE = frozenset({Role.INSPECTED_UNIT})


@dataclass(frozen=True, slots=True)
class MenuView:
    """One round's menu; what an option is about: its draft, its window, its point."""

    title: str = ""
    options: tuple[OptionView, ...] = ()
    record: InspectionId | None = None
    task: TaskRef | None = None
    point: PointId | None = None


def round_menu(setting: Setting, key: str) -> MenuView:
    """List what can be done with the round of a row (``task:`` or ``record:``)."""
    texts = setting.texts
    kind, _, rest = key.partition(":")
    record, task, point, title = None, None, None, ""
    if kind == "task":
        found = task_of(setting, key)
        if found is None:
            return MenuView()
        record, task, point = draft_for(setting, found), TaskRef(found.rule.id, found.window.on), found.rule.point
        title = setting.say(found.rule.name)
    elif (head := setting.source.head(InspectionId(rest))) is not None:
        record, task, point = head.id, head.task if head.amends is None else None, head.point
        title = thing.record_title(setting, head)
    options = [OptionView(OPEN, texts.rounds.act_open, "play")]
    if record is not None and _is_own(setting, record):
        options.append(OptionView(HAND_OVER, texts.rounds.act_hand_over, "swap-horizontal"))
    if task is not None and _may_be_excused(setting, task.rule, task):
        options.append(OptionView(EXCUSE, texts.rounds.act_excuse, "calendar-remove-outline", Tone.WARN))
    place = setting.source.point(point) if point is not None else None
    if place is not None and place.kind is PointKind.MACHINE_ROOM:
        options.append(OptionView(ACCESS, texts.rounds.act_access, "door-open"))
    return MenuView(title, tuple(options), record, task, point)


def _is_own(setting: Setting, record: InspectionId) -> bool:
    """Tell whether a draft is not a colleague's: that one is opened and taken over first."""
    head = setting.source.head(record)
    return head is not None and not whose_draft(setting, head)


def given_menu(setting: Setting, record: InspectionId) -> MenuView:
    """List what can be done with a draft that was handed over."""
    head = setting.source.head(record)
    texts = setting.texts
    options = (
        OptionView(TAKE_BACK, texts.rounds.act_take_back, "undo-variant", Tone.WARN),
        OptionView(OPEN, texts.rounds.act_open, "eye-outline"),
    )
    return MenuView(thing.record_title(setting, head) if head else "", options, record)


def offer_menu(setting: Setting, handover: HandoverId) -> MenuView:
    """List what can be done with a round that is handed to this person."""
    offer, texts = setting.source.handover(handover), setting.texts
    if offer is None or offer.state is not HandoverState.OFFERED:
        return MenuView()
    options = (
        OptionView(TAKE, texts.rounds.take, "check", Tone.OK),
        OptionView(DECLINE, texts.rounds.decline, "close", Tone.WARN),
    )
    return MenuView(texts.rounds.offer_title.format(name=offer.giver_name), options, offer.record.id)


def receivers(setting: Setting, menu: MenuView) -> tuple[OptionView, ...]:
    """List who may take a round: named performers or holders of its role first, then all other staff."""
    rules = {rule.id: rule for rule in setting.source.rules()}
    rule = rules.get(menu.task.rule) if menu.task is not None else None
    me = setting.person_id()

    def fit(person: Person) -> tuple[bool, str]:
        if rule is None:
            return False, person.name
        is_fit = person.id in rule.performers or rule.performer_role in person.roles
        return not is_fit, person.name

    people = [one for one in setting.source.people() if one.id != me and set(one.roles) - OUTSIDE]
    return tuple(OptionView(one.id, one.name, "account") for one in sorted(people, key=fit))


def _may_be_excused(setting: Setting, rule: RuleId, task: TaskRef) -> bool:
    known = excuses_by_window(setting).get((rule, task.window_on))
    return known is None or known.state is ExcuseState.REJECTED
