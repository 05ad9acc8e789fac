"""Forms that somebody began and did not hand in: what each is, where it belongs and when it was begun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mobile.store.port import Sheet
from mobile.store.row import (
    ExcuseDraft,
    HazardDraft,
    NoteDraft,
    NoticeDraft,
    RecheckDraft,
    VisitDraft,
)
from mobile.views import when
from mobile.views.parts import ChipView, OptionView, RoundView, Tone
from mobile.views.setting import Setting
from shared.ids import HazardId, NoticeId, PointId, RuleId, UnitId

FORM = "form"
"""What the key of such a row begins with; screen and record follow, with colons between."""
GO_ON, DROP = "go_on", "drop"


@dataclass(frozen=True, slots=True)
class Form:
    """One row, the point that it is about if any, and the forms behind it: a notice's rechecks are one row."""

    row: RoundView
    point: PointId | None
    drafts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _About:
    """What a form is: the screen that shows it, its kind and place in words, what was written so far."""

    screen: str
    icon: str
    kind: str
    place: str = ""
    words: str = ""
    point: PointId | None = None
    record: str = ""


def unfinished(setting: Setting) -> tuple[Form, ...]:
    """List the forms of this tablet that were not handed in, the oldest first."""
    return tuple(_gathered(setting))


def form_of(setting: Setting, key: str) -> Form | None:
    """Return the form of a row, while it is there."""
    return next((form for form in unfinished(setting) if form.row.key == key), None)


def form_menu(setting: Setting) -> tuple[OptionView, ...]:
    """List what can be done with a form that was not handed in."""
    texts = setting.texts.rounds
    return (
        OptionView(GO_ON, texts.form_go_on, "pencil-outline"),
        OptionView(DROP, texts.form_drop, "delete-outline", Tone.BAD),
    )


def _gathered(setting: Setting) -> Iterator[Form]:
    groups: dict[str, list[tuple[Sheet, _About]]] = {}
    for draft in setting.source.forms():
        notice = _notice_of(setting, draft)
        groups.setdefault(notice or draft.id, []).append((draft, _about(setting, draft)))
    for key, several in groups.items():
        first, about = several[0]
        if len(several) > 1:
            about = _of_notice(setting, NoticeId(key), about, len(several))
        drafts = tuple(draft.id for draft, _ in several)
        yield Form(_row(setting, first, about, drafts), about.point, drafts)


def _notice_of(setting: Setting, draft: Sheet) -> NoticeId | None:
    hazard = setting.source.hazard(draft.hazard) if isinstance(draft, RecheckDraft) else None
    return hazard.notice if hazard is not None else None


def _row(setting: Setting, draft: Sheet, about: _About, drafts: tuple[str, ...]) -> RoundView:
    texts, now = setting.texts, setting.now()
    begun = draft.started_at.wall.astimezone(setting.zone())
    photos = sum(len(setting.source.photos_of(one)) for one in drafts)
    author = setting.source.person(draft.author) if draft.author != setting.person_id() else None
    said = (
        texts.rounds.begun_at.format(time=when.day_and_time(begun, now, texts)),
        texts.rounds.form_photos.format(n=photos) if photos else "",
        texts.rounds.form_by.format(name=author.name) if author is not None else "",
    )
    is_old = begun.date() != now.date()
    tone = Tone.WARN if is_old else Tone.INFO
    return RoundView(
        key=f"{FORM}:{about.screen}:{about.record or draft.id}",
        title=" · ".join(part for part in (about.kind, about.place) if part),
        detail=" · ".join(part for part in said if part),
        icon=about.icon,
        tone=tone,
        chip=ChipView(texts.fire.started_forms, "pencil-outline", tone),
        word=about.words,
        word_tone=Tone.IDLE,
        more=True,
    )


def _about(setting: Setting, draft: Sheet) -> _About:
    texts = setting.texts
    if isinstance(draft, HazardDraft):
        place = _point(setting, draft.point) or draft.location or _unit(setting, draft.unit)
        return _About("report", "shield-alert-outline", texts.fire.report_title, place, draft.description, draft.point)
    if isinstance(draft, NoteDraft):
        point = PointId(draft.about) if draft.about_kind == "point" else None
        return _About("memo", "note-text-outline", texts.fire.memo_title, _point(setting, point), draft.text, point)
    if isinstance(draft, NoticeDraft):
        words = _hazard(setting, draft.lines[0].hazard)[0] if draft.lines else ""
        return _About("notice", "gavel", texts.fire.notice_title, _unit(setting, draft.unit), words)
    if isinstance(draft, RecheckDraft):
        words, place, at = _hazard(setting, draft.hazard)
        return _About("recheck", "clipboard-text-outline", texts.recheck_title, place, draft.note or words, at)
    if isinstance(draft, VisitDraft):
        return _About("unit", "office-building-outline", texts.fire.unit_title, _unit(setting, draft.unit))
    if isinstance(draft, ExcuseDraft):
        rule = _rule(setting, draft.rule)
        return _About("excuse", "calendar-remove-outline", texts.rounds.excuse_title, rule, draft.reason or draft.note)
    place, words = _point(setting, draft.point), " · ".join(part for part in (draft.name, draft.purpose) if part)
    return _About("admit", "door-open", texts.access.form_title, place, words, draft.point)


def _of_notice(setting: Setting, notice: NoticeId, first: _About, count: int) -> _About:
    """Say what several rechecks of one notice are about."""
    found, texts = setting.source.notice(notice), setting.texts.fire
    words = texts.rechecks_of_notice.format(no=found.no if found is not None else "", n=count)
    return _About("rechecks", first.icon, texts.rechecks_title, first.place, words, first.point, notice)


def _point(setting: Setting, point: PointId | None) -> str:
    found = setting.source.point(point) if point is not None else None
    return setting.say(found.name) if found is not None else ""


def _unit(setting: Setting, unit: UnitId | None) -> str:
    found = setting.source.unit(unit) if unit is not None else None
    return setting.say(found.name) if found is not None else ""


def _rule(setting: Setting, rule: RuleId) -> str:
    found = next((one for one in setting.source.rules() if one.id == rule), None)
    return setting.say(found.name) if found is not None else ""


def _hazard(setting: Setting, hazard: HazardId) -> tuple[str, str, PointId | None]:
    """Return what a hazard says, where it is in words, and at which point."""
    found = setting.source.hazard(hazard)
    if found is None:
        return "", "", None
    return found.description, _point(setting, found.point) or found.location, found.point
