"""A notice while it is written: which hazards, what the unit must do until when, who signs; and one line of it in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mobile.store.row import LineDraft, NoticeDraft
from mobile.text import Texts
from mobile.views import form, frame, when
from mobile.views.finish import SignerView, signer_view
from mobile.views.form import Card, FormView
from mobile.views.hazard import model_photos
from mobile.views.hazards import GRADE_TONES, grade_words
from mobile.views.parts import FactView, OptionView, Tone
from mobile.views.setting import Setting
from shared.hazard.urgency import SUGGESTIONS, Suggestion
from shared.ids import HazardId, NoticeId
from shared.model.hazard import Hazard
from shared.model.inspection import Signature
from shared.model.template import HazardGrade

DAYS = (0, 1, 2, 3, 5, 7, 10, 15, 30, 60)
"""Deadlines that are offered, in days from today; none is chosen by itself."""
_SUGGESTED = {
    HazardGrade.IMMEDIATE: ("on_spot", "blocked"),
    HazardGrade.GENERAL: ("spare_part", "system", "works"),
    HazardGrade.MAJOR: ("major",),
}


def notice_view(
    setting: Setting, notice: NoticeId, free_numbers: tuple[str, ...], names: dict[str, str]
) -> FormView | None:
    """Make the view of a notice that is being written; None when it was issued or is not here.

    ``free_numbers`` are this tablet's; ``names`` those of signers that are entered but not signed for yet.
    """
    source, texts = setting.source, setting.texts
    with source.snapshot():
        draft = source.notice_draft(notice)
        if draft is None:
            return None
        hazards = {line.hazard: found for line in draft.lines if (found := source.hazard(line.hazard)) is not None}
        signatures = source.signatures_of(notice)
        cards = (
            _head(setting, draft, free_numbers),
            *(_line_card(setting, line, hazards[line.hazard]) for line in draft.lines if line.hazard in hazards),
            _rest(texts, draft),
        )
        chip = frame.sync_chip(source.sync_state(), texts)
        signers = (_issuer(setting, signatures), _receiver(setting, draft, signatures, names))
    missing = tuple(_missing(setting, draft, hazards, signatures))
    is_receipt_open = not any(one.signer == "receiver" for one in signatures)
    words = texts.missing_word.format(what=texts.joiner.join(missing)) if missing else ""
    return FormView(
        title=texts.fire.notice_title,
        subtitle=free_numbers[0] if free_numbers else "",
        chip=chip,
        cards=cards,
        signatures_title=texts.signatures,
        signers=signers,
        missing=words or (texts.fire.notice_waits if is_receipt_open else ""),
        is_complete=not missing,
        button=texts.fire.notice_issue,
        icon="gavel",
    )


def line_view(setting: Setting, notice: NoticeId, hazard: HazardId) -> FormView | None:
    """Make the view of one line of a notice; None when the notice was issued or has no such line."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        draft = source.notice_draft(notice)
        line = next((one for one in draft.lines if one.hazard == hazard), None) if draft is not None else None
        found = source.hazard(hazard)
        if draft is None or line is None or found is None:
            return None
        chip = frame.sync_chip(source.sync_state(), texts)
        cards = (_about(setting, found), _judged(setting, line, found), _duties(setting, line))
    missing = line_missing(texts, line, found)
    return FormView(
        title=texts.fire.line_title,
        subtitle=found.no or texts.no_number,
        chip=chip,
        cards=cards,
        missing=texts.missing_word.format(what=texts.joiner.join(missing)) if missing else "",
        is_complete=not missing,
        button=texts.fire.line_done,
    )


def line_missing(texts: Texts, line: LineDraft, hazard: Hazard) -> tuple[str, ...]:
    """Name what a line still needs."""
    wanted = (
        (texts.fire.need_photo_before, hazard.photos_before),
        (texts.fire.need_grade, line.grade),
        (texts.fire.need_measures, line.required_measures.strip()),
        (texts.fire.need_deadline, line.deadline_on),
        (texts.fire.need_responsible, line.responsible_person.strip()),
        (texts.fire.need_basis, line.legal_basis.strip()),
    )
    return tuple(words for words, found in wanted if not found)


def first_open(setting: Setting, draft: NoticeDraft) -> HazardId | None:
    """Return the first line that lacks something."""
    for line in draft.chosen:
        hazard = setting.source.hazard(line.hazard)
        if hazard is not None and line_missing(setting.texts, line, hazard):
            return line.hazard
    return None


def suggestions(grade: HazardGrade | None) -> tuple[Suggestion, ...]:
    """Return the usual deadlines of a grade."""
    keys = _SUGGESTED.get(grade, ()) if grade is not None else ()
    return tuple(one for one in SUGGESTIONS if one.key in keys)


def measure_phrases(texts: Texts) -> tuple[str, ...]:
    """Return what a unit is often told to do."""
    return (
        texts.fire.measure_clear,
        texts.fire.measure_repair,
        texts.fire.measure_replace,
        texts.fire.measure_stop,
        texts.fire.measure_train,
    )


def interim_phrases(texts: Texts) -> tuple[str, ...]:
    """Return what often protects meanwhile."""
    return (
        texts.fire.interim_watch,
        texts.fire.interim_no_fire,
        texts.fire.interim_close,
        texts.fire.interim_spare,
    )


def _head(setting: Setting, draft: NoticeDraft, free: tuple[str, ...]) -> Card:
    texts = setting.texts
    unit = setting.source.unit(draft.unit) if draft.unit is not None else None
    number = texts.fire.notice_no_free.format(no=free[0], n=len(free)) if free else texts.fire.notice_no_temporary
    return (
        form.field(
            "unit",
            texts.fire.notice_unit,
            setting.say(unit.name) if unit is not None else "",
            texts.fire.unit_unit_hint,
            "office-building-outline",
            Tone.IDLE if unit is not None else Tone.WARN,
        ),
        form.facts("", (FactView(texts.fire.notice_no, number, Tone.IDLE if free else Tone.WARN),)),
    )


def _line_card(setting: Setting, line: LineDraft, hazard: Hazard) -> Card:
    texts = setting.texts
    missing = line_missing(texts, line, hazard)
    toggle = OptionView(
        f"take:{line.hazard}",
        texts.fire.notice_take_in,
        "checkbox-marked" if line.is_chosen else "checkbox-blank-outline",
        is_chosen=line.is_chosen,
    )
    state = texts.fire.line_open.format(what=texts.joiner.join(missing)) if missing else _ready(setting, line)
    tone = Tone.IDLE if not line.is_chosen else Tone.WARN if missing else Tone.OK
    return (
        form.options(f"take:{line.hazard}", texts.fire.notice_lines, (toggle,)),
        form.field(f"line:{line.hazard}", state, hazard.description, "", "flag-outline", tone),
    )


def _ready(setting: Setting, line: LineDraft) -> str:
    texts = setting.texts
    deadline = when.short_date(line.deadline_on, texts) if line.deadline_on is not None else ""
    grade = grade_words(line.grade, texts) if line.grade is not None else ""
    return texts.fire.line_ready.format(grade=grade, deadline=deadline, who=line.responsible_person)


def _rest(texts: Texts, draft: NoticeDraft) -> Card:
    return (
        form.field(
            "interim_clause",
            texts.fire.notice_interim,
            draft.interim_clause,
            texts.fire.notice_interim_hint,
            "shield-alert-outline",
            Tone.IDLE if draft.interim_clause else Tone.WARN,
        ),
        form.field("reply_to", texts.fire.notice_reply_to, draft.reply_to, texts.fire.notice_reply_hint),
        form.field(
            "title",
            texts.fire.notice_receiver_title,
            draft.title,
            texts.fire.notice_receiver_title_hint,
            "account-circle-outline",
        ),
    )


def _about(setting: Setting, hazard: Hazard) -> Card:
    texts = setting.texts
    detail = " · ".join(part for part in (hazard.location, hazard.measured, hazard.limit) if part)
    return (
        form.text(hazard.description, detail),
        form.photos("before", texts.fire.line_before, model_photos(setting, hazard.photos_before)),
    )


def _judged(setting: Setting, line: LineDraft, hazard: Hazard) -> Card:
    texts, today = setting.texts, setting.now().date()
    grades = tuple(
        OptionView(grade.value, grade_words(grade, texts), "flag-outline", GRADE_TONES[grade], grade is line.grade)
        for grade in HazardGrade
    )
    usual = texts.joiner.join(_usual(setting, one) for one in suggestions(line.grade or hazard.grade))
    days = tuple(_day(texts, today, days, line.deadline_on) for days in DAYS)
    if line.deadline_on is not None and not any(day.is_chosen for day in days):
        kept = OptionView(line.deadline_on.isoformat(), when.short_date(line.deadline_on, texts), is_chosen=True)
        days = (kept, *days)
    hint = texts.fire.line_deadline_hint.format(words=usual)
    return (
        form.options("grade", texts.fire.line_grade, grades),
        form.options("deadline", texts.fire.line_deadline, days, hint),
    )


def _usual(setting: Setting, one: Suggestion) -> str:
    least, most = one.days
    span = f"{least}–{most}" if least != most else str(least)
    days = setting.texts.fire.today if most == 0 else setting.texts.fire.in_days.partition(" · ")[0].format(n=span)
    return f"{setting.say(one.case)} {days}"


def _day(texts: Texts, today: date, days: int, chosen: date | None) -> OptionView:
    on = today + timedelta(days=days)
    words = texts.fire.today if not days else texts.fire.in_days.format(n=days, day=when.short_date(on, texts))
    return OptionView(on.isoformat(), words, is_chosen=chosen == on)


def _duties(setting: Setting, line: LineDraft) -> Card:
    texts = setting.texts

    def asked(key: str, title: str, words: str, hint: str, icon: str) -> form.PartView:
        return form.field(key, title, words, hint, icon, Tone.IDLE if words else Tone.WARN)

    return (
        asked(
            "measures",
            texts.fire.line_measures,
            line.required_measures,
            texts.fire.line_measures_hint,
            "wrench-outline",
        ),
        asked(
            "responsible",
            texts.fire.line_responsible,
            line.responsible_person,
            texts.fire.line_responsible_hint,
            "account-circle-outline",
        ),
        asked("basis", texts.fire.line_basis, line.legal_basis, texts.fire.line_basis_hint, "book-open-variant"),
        form.field(
            "interim",
            texts.fire.line_interim,
            line.interim_measures,
            texts.fire.line_interim_hint,
            "shield-alert-outline",
        ),
    )


def _issuer(setting: Setting, signatures: tuple[Signature, ...]) -> SignerView:
    own = signer_view(setting, "inspector", (), {})
    view = signer_view(setting, "lead_inspector", signatures, {"lead_inspector": own.name})
    return replace(view, label=setting.texts.fire.signer_lead_inspector, refuse="", names=())


def _receiver(
    setting: Setting, draft: NoticeDraft, signatures: tuple[Signature, ...], names: dict[str, str]
) -> SignerView:
    return receiver_view(setting, signatures, names, draft.unit)


def receiver_view(
    setting: Setting, signatures: tuple[Signature, ...], names: dict[str, str], unit_id: str | None
) -> SignerView:
    """Return the place where the unit signs: its head's name stands there until another is written."""
    unit = next((one for one in setting.source.units() if one.id == unit_id), None)
    named = {"receiver": unit.head if unit is not None else "", **names}
    view = signer_view(setting, "receiver", signatures, named)
    known = tuple(dict.fromkeys((unit.head, *unit.signers))) if unit is not None else ()
    offered = tuple(OptionView(name, name) for name in known if name) or view.names
    return replace(view, label=setting.texts.fire.signer_receiver, names=offered)


def _missing(
    setting: Setting, draft: NoticeDraft, hazards: dict[HazardId, Hazard], signatures: tuple[Signature, ...]
) -> Iterator[str]:
    texts = setting.texts
    if not draft.chosen:
        yield texts.fire.need_lines
    if draft.unit is None:
        yield texts.fire.need_unit
    opened: dict[str, None] = {}
    for line in draft.chosen:
        if line.hazard in hazards:
            opened.update(dict.fromkeys(line_missing(texts, line, hazards[line.hazard])))
    yield from opened
    if not draft.interim_clause.strip():
        yield texts.fire.need_interim
    if not any(one.signer == "lead_inspector" and one.strokes for one in signatures):
        yield texts.fire.need_issuer
