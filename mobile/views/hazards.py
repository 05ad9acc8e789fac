"""Hazards: the list by state, and which of them this person should recheck now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mobile.text import Texts
from mobile.views import frame, when
from mobile.views.parts import ChipView, OptionView, RoundView, Tone
from mobile.views.setting import Setting
from mobile.views.unfinished import unfinished
from shared.hazard import is_overdue
from shared.hazard.table import LEAD
from shared.ids import HazardId
from shared.model.hazard import Hazard, HazardState
from shared.model.template import HazardGrade

OPEN, RECHECK, MINE, CLOSED, ISSUE = "open", "recheck", "mine", "closed", "issue"
OF_ALL = frozenset({MINE, CLOSED})
"""Filters that show hazards which are over too: years of them."""
SORT = "hazards_sort"
"""The setting that keeps how the list is sorted."""
BY_DEADLINE, BY_FOUND, BY_PLACE, BY_GRADE = "deadline", "found", "place", "grade"
ENDED = frozenset({HazardState.CLOSED, HazardState.CORRECTED_ON_SPOT, HazardState.VOIDED})
ISSUABLE = frozenset({HazardState.DRAFT, HazardState.OPEN})
"""States of hazards that a notice may still take up."""
RUNNING = frozenset({HazardState.ISSUED, HazardState.IN_RECTIFICATION, HazardState.EXTENSION_PENDING})
STATE_CHIPS = {
    HazardState.DRAFT: ("pencil-outline", Tone.IDLE),
    HazardState.CORRECTED_ON_SPOT: ("check-circle-outline", Tone.OK),
    HazardState.OPEN: ("tray-full", Tone.WARN),
    HazardState.ISSUED: ("send-outline", Tone.INFO),
    HazardState.IN_RECTIFICATION: ("wrench-outline", Tone.INFO),
    HazardState.EXTENSION_PENDING: ("calendar-clock", Tone.WARN),
    HazardState.REPLIED: ("eye-outline", Tone.WARN),
    HazardState.RECHECK_FAILED: ("close-circle-outline", Tone.BAD),
    HazardState.RECHECK_PASSED: ("check", Tone.OK),
    HazardState.CLOSED: ("check-all", Tone.OK),
    HazardState.ESCALATED: ("bullhorn-outline", Tone.BAD),
    HazardState.VOIDED: ("minus-circle-outline", Tone.IDLE),
}
GRADE_TONES = {HazardGrade.IMMEDIATE: Tone.WARN, HazardGrade.GENERAL: Tone.INFO, HazardGrade.MAJOR: Tone.BAD}


@dataclass(frozen=True, slots=True)
class HazardsView:
    """The list of hazards. ``button`` writes a notice over ``hazards``: those of one unit that wait for one."""

    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    filters: tuple[OptionView, ...] = ()
    rows: tuple[RoundView, ...] = ()
    empty: str = ""
    empty_detail: str = ""
    empty_icon: str = "shield-check-outline"
    sorts: tuple[OptionView, ...] = ()
    adds: tuple[OptionView, ...] = ()
    button: str = ""
    hazards: tuple[HazardId, ...] = ()


def hazards_view(setting: Setting, chosen: str = OPEN) -> HazardsView:
    """Make the view of one filter of the list."""
    texts, source = setting.texts, setting.source
    with source.snapshot():
        keys = (OPEN, *((ISSUE,) if may_issue(setting) else ()), RECHECK, MINE, CLOSED)
        chosen = chosen if chosen in keys else OPEN
        hazards = _sorted(setting, source.hazards() if chosen in OF_ALL else source.current_hazards())
        groups = {key: tuple(_filtered(setting, hazards, key)) for key in keys if key == chosen or key not in OF_ALL}
        counts = {key: len(group) for key, group in groups.items()} | _counts_of_all(setting, groups)
        forms = tuple(_forms(setting)) if chosen == OPEN else ()
        chip = frame.sync_chip(source.sync_state(), texts)
        is_ready = source.has_templates()
    issuable = _of_one_unit(groups[ISSUE]) if chosen == ISSUE else ()
    names = {
        OPEN: texts.filter_open,
        RECHECK: texts.filter_recheck,
        MINE: texts.filter_mine,
        CLOSED: texts.filter_closed,
        ISSUE: texts.fire.filter_issue,
    }
    return HazardsView(
        title=texts.hazards_title,
        subtitle="",
        chip=chip,
        filters=tuple(OptionView(k, f"{names[k]}  {counts[k]}", is_chosen=k == chosen) for k in keys),
        rows=(*forms, *hazard_rows(setting, groups[chosen])),
        empty=texts.empty_hazards if is_ready else texts.not_ready,
        empty_detail=texts.empty_hazards_detail if is_ready else texts.not_ready_detail,
        empty_icon="shield-check-outline" if is_ready else "download-outline",
        sorts=_sorts(setting),
        adds=_adds(setting),
        button=texts.fire.make_notice.format(n=len(issuable)) if issuable else "",
        hazards=tuple(hazard.id for hazard in issuable),
    )


def _counts_of_all(setting: Setting, groups: dict[str, tuple[Hazard, ...]]) -> dict[str, int]:
    """Count what grows with the years without reading it."""
    me, source = setting.person_id(), setting.source
    return {
        MINE: 0 if me is None else source.hazard_count(me),
        CLOSED: source.hazard_count() - len(groups[OPEN]),
    }


def _sorts(setting: Setting) -> tuple[OptionView, ...]:
    texts, chosen = setting.texts, setting.source.setting(SORT, BY_DEADLINE)
    names = {
        BY_DEADLINE: (texts.fire.sort_deadline, "calendar-clock"),
        BY_FOUND: (texts.fire.sort_found, "clock-outline"),
        BY_PLACE: (texts.fire.sort_place, "map-marker-outline"),
        BY_GRADE: (texts.fire.sort_grade, "flag-outline"),
    }
    return tuple(OptionView(key, *names[key], is_chosen=key == chosen) for key in names)


def _adds(setting: Setting) -> tuple[OptionView, ...]:
    texts = setting.texts
    return (
        OptionView("report", texts.fire.add_hazard, "shield-alert-outline"),
        OptionView("memo", texts.fire.add_memo, "note-text-outline"),
        OptionView("unit", texts.fire.add_unit, "office-building-outline"),
    )


def _forms(setting: Setting) -> Iterator[RoundView]:
    """Yield the reports, notes and notices that somebody began and did not hand in."""
    for form in unfinished(setting):
        if form.row.key.split(":")[1] in {"report", "memo", "notice"}:
            yield replace(form.row, more=False)


def _of_one_unit(hazards: tuple[Hazard, ...]) -> tuple[Hazard, ...]:
    """Return the hazards of the unit that the first one is of: a notice goes to one unit."""
    return tuple(hazard for hazard in hazards if hazard.unit == hazards[0].unit)


def _sorted(setting: Setting, hazards: tuple[Hazard, ...]) -> tuple[Hazard, ...]:
    today, by = setting.now().date(), setting.source.setting(SORT, BY_DEADLINE)
    urgent = {
        one.id: (not is_overdue(one, today), one.deadline_on is None, str(one.deadline_on), one.id) for one in hazards
    }
    grades = {HazardGrade.MAJOR: 0, HazardGrade.IMMEDIATE: 1, HazardGrade.GENERAL: 2}
    if by == BY_FOUND:
        return tuple(sorted(hazards, key=lambda one: (one.found_at.wall, one.id), reverse=True))
    if by == BY_PLACE:
        return tuple(sorted(hazards, key=lambda one: (one.location or _place(setting, one), *urgent[one.id])))
    if by == BY_GRADE:
        return tuple(sorted(hazards, key=lambda one: (grades[one.grade], *urgent[one.id])))
    return tuple(sorted(hazards, key=lambda one: urgent[one.id]))


def _filtered(setting: Setting, hazards: tuple[Hazard, ...], key: str) -> Iterator[Hazard]:
    me, today = setting.person_id(), setting.now().date()
    due = [hazard for hazard in hazards if is_recheck_due(hazard, today)] if key == RECHECK else []
    rounds = setting.source.recheck_rounds([hazard.id for hazard in due]) if due else {}
    waiting = {hazard.id for hazard in due if rounds.get(hazard.id, -1) <= hazard.round}
    for hazard in hazards:
        belongs = {
            OPEN: hazard.state not in ENDED,
            RECHECK: hazard.id in waiting,
            MINE: me is not None and hazard.found_by == me,
            CLOSED: hazard.state in ENDED,
            ISSUE: hazard.state in ISSUABLE,
        }[key]
        if belongs:
            yield hazard


def may_issue(setting: Setting) -> bool:
    """Tell whether whoever holds the tablet issues notices."""
    person = setting.person_id()
    known = setting.source.person(person) if person is not None else None
    return known is not None and not LEAD.isdisjoint(known.roles)


def to_recheck(setting: Setting) -> tuple[Hazard, ...]:
    """Return the hazards that wait for a recheck by this person, the most urgent first."""
    today = setting.now().date()
    hazards = setting.source.open_hazards()
    ranked = sorted(hazards, key=lambda h: (not is_overdue(h, today), h.deadline_on is None, str(h.deadline_on), h.id))
    return tuple(_filtered(setting, tuple(ranked), RECHECK))


def needs_recheck(setting: Setting, hazard: Hazard, today: date | None = None) -> bool:
    """Tell whether a hazard is to be rechecked: the unit has replied, or its deadline has passed without a reply.

    A hazard that this tablet has rechecked and not sent yet is done.
    """
    today = today or setting.now().date()
    if not is_recheck_due(hazard, today):
        return False
    return setting.source.recheck_rounds([hazard.id]).get(hazard.id, -1) <= hazard.round


def is_recheck_due(hazard: Hazard, today: date) -> bool:
    """Tell whether a hazard waits for a recheck, as far as the server knows."""
    return hazard.state is HazardState.REPLIED or (hazard.state in RUNNING and is_overdue(hazard, today))


def state_words(state: HazardState, texts: Texts) -> str:
    return str(getattr(texts, f"hz_{state.value}"))


def grade_words(grade: HazardGrade, texts: Texts) -> str:
    return str(getattr(texts, f"grade_{grade.value}"))


def state_chip(hazard: Hazard, texts: Texts) -> ChipView:
    icon, tone = STATE_CHIPS[hazard.state]
    return ChipView(state_words(hazard.state, texts), icon, tone)


def deadline_words(setting: Setting, hazard: Hazard) -> tuple[str, Tone]:
    """Return the deadline in words; overdue in days, as this tablet estimates it."""
    texts, today = setting.texts, setting.now().date()
    if hazard.deadline_on is None or hazard.state in ENDED:
        return "", Tone.IDLE
    if is_overdue(hazard, today):
        return texts.overdue_days.format(n=(today - hazard.deadline_on).days), Tone.BAD
    return texts.deadline_on.format(day=when.day(hazard.deadline_on, today, texts)), Tone.IDLE


def hazard_rows(setting: Setting, hazards: tuple[Hazard, ...]) -> Iterator[RoundView]:
    """Yield hazards as cards; their places are asked for once."""
    points = {point.id: point for point in setting.source.points()} if hazards else {}
    for hazard in hazards:
        point = points.get(hazard.point) if hazard.point else None
        yield hazard_row(setting, hazard, setting.say(point.name) if point else None)


def hazard_row(setting: Setting, hazard: Hazard, place: str | None = None) -> RoundView:
    """Return a hazard as a card; `place` is its point's name where that is known."""
    texts = setting.texts
    deadline, tone = deadline_words(setting, hazard)
    found = hazard.found_at.wall.astimezone(setting.zone()).date()
    line = texts.found_line.format(day=when.day(found, setting.now().date(), texts), name=hazard.found_by_name)
    where = hazard.location or (_place(setting, hazard) if place is None else place)
    return RoundView(
        key=f"hazard:{hazard.id}",
        title=hazard.description,
        detail=" · ".join(part for part in (where, hazard.no or texts.no_number, line) if part),
        icon="alert-octagon-outline" if hazard.grade is HazardGrade.MAJOR else "shield-alert-outline",
        tone=Tone.OK if hazard.state in ENDED else Tone.BAD if tone is Tone.BAD else GRADE_TONES[hazard.grade],
        chip=state_chip(hazard, texts),
        right="" if tone is Tone.BAD else deadline,
        word=deadline if tone is Tone.BAD else "",
        word_tone=tone,
    )


def _place(setting: Setting, hazard: Hazard) -> str:
    point = setting.source.point(hazard.point) if hazard.point else None
    return setting.say(point.name) if point else ""
