"""The end of a round: what was found, what is missing and where, who signs, and whether it may be submitted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mobile.store.row import PhotoState
from mobile.text import Texts
from mobile.views import answer as words
from mobile.views import judged, returned, when
from mobile.views.checklist import voices_words
from mobile.views.hazards import GRADE_TONES
from mobile.views.judged import Judged
from mobile.views.parts import ChipView, OptionView, RoundView, Tone
from mobile.views.setting import Setting, row_key
from shared.checklist import RowState, name_of_signer, signers_of
from shared.ids import InspectionId
from shared.model.inspection import Answer, Result, Signature, Status
from shared.model.template import HazardGrade, ItemKind
from shared.schedule import windows, workdays

NUMBERS = frozenset({ItemKind.NUMBER, ItemKind.COUNT})
GRADE_SUMS = {
    HazardGrade.IMMEDIATE: "summary_immediate",
    HazardGrade.GENERAL: "summary_general",
    HazardGrade.MAJOR: "summary_major",
}
Strokes = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class SignerView:
    """One place to sign."""

    signer: str = ""
    label: str = ""
    name: str = ""
    line: str = ""
    strokes: Strokes = ()
    hint: str = ""
    clear: str = ""
    is_named: bool = True
    name_hint: str = ""
    refuse: str = ""
    is_refused: bool = False
    names: tuple[OptionView, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishView:
    """The last screen of a round."""

    record: str = ""
    title: str = ""
    subtitle: str = ""
    counts: tuple[ChipView, ...] = ()
    missing_title: str = ""
    missing_tone: str = Tone.OK
    missing: tuple[RoundView, ...] = ()
    failed_title: str = ""
    failed: tuple[RoundView, ...] = ()
    changed_title: str = ""
    changed: tuple[RoundView, ...] = ()
    changed_none: str = ""
    late_title: str = ""
    late_reason: str = ""
    late_hint: str = ""
    late_phrases: tuple[OptionView, ...] = ()
    signatures_title: str = ""
    signers: tuple[SignerView, ...] = ()
    progress: str = ""
    blocked: str = ""
    share: float = 0.0
    is_complete: bool = False
    button: str = ""
    has_summary: bool = False


def finish_view(setting: Setting, record: InspectionId, names: Mapping[str, str] | None = None) -> FinishView | None:
    """Make the view of the end of a round; None when the record is not there or finished.

    names: names of signers, by signer, that are entered but not signed for yet.
    """
    state = judged.judge(setting, record)
    if state is None or state.inspection.status is not Status.DRAFT:
        return None
    texts, inspection = setting.texts, state.inspection
    late_reason = inspection.late_reason
    missing, failed = tuple(_missing(setting, state)), tuple(_failed(setting, state))
    is_late = _is_late(setting, state)
    asked = signers_of(state.template, inspection)
    unsigned = [s for s in asked if not _is_signed(inspection.signatures, s)]
    blocked = (
        texts.submit_missing.format(n=len(missing))
        if missing
        else texts.submit_late
        if is_late and not late_reason
        else texts.submit_unsigned
        if unsigned
        else ""
    )
    found = state.evaluation
    return FinishView(
        record=record,
        title=texts.finish_title,
        subtitle=judged.title(setting, state),
        counts=tuple(count_chips(setting, state)),
        missing_title=texts.missing_title.format(n=len(missing)) if missing else texts.all_complete,
        missing_tone=Tone.WARN if missing else Tone.OK,
        missing=missing,
        failed_title=texts.failed_title if failed else "",
        failed=failed,
        late_title=texts.late_title if is_late else "",
        late_reason=late_reason,
        late_hint=texts.late_hint,
        late_phrases=_late_phrases(texts, late_reason),
        signatures_title=texts.signatures,
        changed_title=returned.diff_title(setting, state),
        changed=returned.diff_rows(setting, state),
        changed_none=setting.texts.fire.diff_none,
        signers=tuple(record_signer(setting, state, signer, names or {}) for signer in asked),
        progress=texts.progress.format(done=found.answered, total=found.total),
        blocked=blocked,
        share=found.answered / found.total if found.total else 1.0,
        is_complete=not blocked,
        button=texts.submit,
        has_summary=inspection.unit is not None,
    )


def _is_signed(signatures: tuple[Signature, ...], signer: str) -> bool:
    return any(s.signer == signer and (s.strokes or s.refusal) for s in signatures)


def record_signer(setting: Setting, state: Judged, signer: str, names: Mapping[str, str]) -> SignerView:
    """Return one place to sign a record: those along are known by name, the unit's head is if the unit is."""
    inspection = state.inspection
    along = name_of_signer(inspection, signer)
    unit = setting.source.unit(inspection.unit) if inspection.unit is not None else None
    known = {signer: along} if along else {"unit_representative": unit.head} if unit is not None else {}
    view = signer_view(setting, signer, inspection.signatures, {**known, **names})
    if not along:
        return view
    label = setting.texts.fire.inspector_along.format(n=signer.removeprefix("inspector_"))
    return replace(view, label=label, names=())


def signer_view(
    setting: Setting, signer: str, signatures: tuple[Signature, ...], names: Mapping[str, str]
) -> SignerView:
    """Return one place to sign; the inspector's name is known, the others' is asked for."""
    texts = setting.texts
    given = next((s for s in signatures if s.signer == signer), None)
    own = setting.person_name() if signer == "inspector" else ""
    name = given.name if given else names.get(signer, own)
    line = ""
    if given and given.strokes:
        at = given.at.wall.astimezone(setting.zone())
        line = texts.signed_at.format(name=given.name, time=when.day_and_time(at, setting.now(), texts))
    is_refused = bool(given and given.refusal)
    if given and given.refusal:
        line = texts.refused.format(reason=given.refusal, witness=given.witness)
    return SignerView(
        signer=signer,
        label=str(getattr(texts, f"signer_{signer}", texts.signer_other)),
        name=name,
        line=line,
        strokes=given.strokes if given else (),
        hint=texts.sign_here if name else texts.signer_name_hint,
        clear=texts.sign_again if given and (given.strokes or given.refusal) else "",
        refuse=texts.refuse if name and not own and not given else "",
        is_refused=is_refused,
        is_named=bool(name),
        name_hint=texts.signer_name,
        names=_names(setting) if not own else (),
    )


def _names(setting: Setting) -> tuple[OptionView, ...]:
    """Return names to choose from: those who may sign for a unit, then colleagues."""
    signers = [name for unit in setting.source.units() for name in unit.signers]
    people = [person.name for person in setting.source.people() if person.is_active]
    return tuple(OptionView(name, name) for name in dict.fromkeys((*signers, *people)))[:12]


def count_chips(setting: Setting, state: Judged) -> Iterator[ChipView]:
    """Yield the counts of a record as chips: results, readings, photos."""
    texts, found = setting.texts, state.evaluation
    counts = {
        Result.PASS: found.passed,
        Result.FAIL: found.failed,
        Result.NA: found.na,
        Result.NOT_CHECKED: found.not_checked,
    }
    yield ChipView(
        texts.fire.summary_checked.format(n=found.passed + found.failed), "clipboard-check-outline", Tone.INFO
    )
    for result, count in counts.items():
        if count or result in (Result.PASS, Result.FAIL):
            label = str(getattr(texts, f"count_{result.value}"))
            yield ChipView(
                f"{label} {count}", words.RESULT_ICONS[result], words.RESULT_TONES[result] if count else Tone.IDLE
            )
    numbers = sum(row.visible and row.is_answered and row.item.kind in NUMBERS for row in found.rows)
    if numbers:
        yield ChipView(f"{texts.count_readings} {numbers}", "gauge", Tone.INFO)
    corrected = sum(answer.corrected for answer in state.inspection.answers)
    if corrected:
        yield ChipView(texts.fire.summary_corrected.format(n=corrected), "wrench-outline", Tone.OK)
    grades = Counter(row.item.grade or HazardGrade.GENERAL for row in found.failures if row.item.category)
    for grade in HazardGrade:
        if grades[grade]:
            words_ = str(getattr(texts.fire, GRADE_SUMS[grade])).format(n=grades[grade])
            yield ChipView(words_, "flag-outline", GRADE_TONES[grade])
    photos = sum(
        row.state is PhotoState.READY and not row.is_voice for row in setting.source.photos_of(state.inspection.id)
    )
    if photos:
        yield ChipView(f"{texts.count_photos} {photos}", "camera-outline", Tone.INFO)


def _missing(setting: Setting, state: Judged) -> Iterator[RoundView]:
    for row in state.evaluation.blocking:
        if judged.counts(row.item):
            section = judged.section_words(setting, state, row.item.section, row.per)
            yield RoundView(
                key=row_key(*row.key),
                title=setting.say(row.item.label),
                detail=" · ".join(part for part in (row.item.code, section) if part),
                icon="pencil-outline",
                tone=Tone.WARN,
                chip=ChipView(_what(setting, row), "", Tone.WARN),
            )


def _what(setting: Setting, row: RowState) -> str:
    if row.missing:
        return words.needs_words(row.missing, setting.texts)
    return setting.say(row.constraint_message) if row.constraint_message else ""


def _failed(setting: Setting, state: Judged) -> Iterator[RoundView]:
    for row in state.evaluation.failures:
        answer = state.answers.get(row.key, Answer(row.item.name, row.per))
        parts = [state.evaluation.row(part.name, row.per) for part in row.failed_parts]
        measured = [words.value_words(part.item, part.value, setting) for part in parts if part]
        said = (
            *measured,
            words.value_words(row.item, answer.value, setting),
            answer.note,
            voices_words(setting, answer),
            answer.action,
        )
        photos = setting.texts.photo_count.format(n=len(answer.photos)) if answer.photos else ""
        yield RoundView(
            key=row_key(*row.key),
            title=setting.say(row.item.label),
            detail=" · ".join(part for part in said if part) or row.item.code,
            icon="alert-circle-outline",
            tone=Tone.BAD,
            chip=ChipView(photos, "camera-outline", Tone.IDLE) if photos else ChipView(),
        )


def _late_phrases(texts: Texts, chosen: str) -> tuple[OptionView, ...]:
    ready = (texts.why_locked, texts.why_repair, texts.why_time, texts.late_busy, texts.late_forgot)
    return tuple(OptionView(text, text, is_chosen=text in chosen) for text in ready)


def _is_late(setting: Setting, state: Judged) -> bool:
    """Tell whether the window of the record's task is past due, by this tablet's own clock."""
    task = state.inspection.task
    if task is None or state.inspection.amends:
        return False
    rule = next((r for r in setting.source.rules() if r.id == task.rule), None)
    if rule is None:
        return False
    calendar = workdays(setting.source.workdays())
    zone = setting.zone_info()
    for window in windows(rule, calendar, zone, task.window_on, task.window_on):
        if window.on == task.window_on:
            return setting.now() > window.due_at
    return False
