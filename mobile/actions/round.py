"""Walk a checklist: start, answer, change one's mind, sign. Everything is a row of the draft at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import Final

from mobile.actions.own import ISSUER, OWN_SIGNER
from mobile.actions.tablet import Tablet
from mobile.store.port import AnswerKey
from mobile.store.row import Shipment
from shared.checklist import Context, defaults
from shared.clock import Reading
from shared.errors import EvidenceMissingError, UnknownRecordError
from shared.ids import AssetId, InspectionId, PersonId, PointId, TemplateId, UnitId
from shared.model.inspection import MOST_SCANS, Answer, Inspection, Result, Scan, Signature, Status, TaskRef, Value
from shared.model.phrase import Phrase
from shared.model.place import Asset
from shared.model.template import Template
from shared.schedule import Task

START_MODES = frozenset({"qr", "nfc", "scan", "typed", "manual"})
"""How presence was shown: the tag's code or chip was read (``scan``: by an older app, which of them is not known), its number was
typed, or neither; the last two are flagged in the office."""
Strokes = tuple[tuple[tuple[float, float], ...], ...]


SEPARATOR = "，"
"""Stands between the parts of a note that were chosen one by one."""


class Keep(Enum):
    """Says that a part of an answer stays as it is."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


def start_round(
    tablet: Tablet,
    task: Task | None = None,
    *,
    template: TemplateId | None = None,
    point: PointId | None = None,
    unit: UnitId | None = None,
    asset: AssetId | None = None,
    mode: str = "manual",
) -> InspectionId:
    """Begin a record of a scheduled task, or of a template at a point; an unfinished one of the same is gone on with.

    Raises:
        UnknownRecordError: the template is not on this tablet.
        EvidenceMissingError: neither task nor template is given, or ``mode`` is none of START_MODES.
    """
    if task is not None:
        template, point, unit = task.rule.template, point or task.rule.point, unit or task.rule.unit
    if template is None or mode not in START_MODES:
        raise EvidenceMissingError(missing=["template" if template is None else "start_mode"])
    ref = None if task is None else TaskRef(task.rule.id, task.window.on)
    with tablet.store.transaction():
        begun = _begun(tablet, template, point, ref, asset)
        if begun is not None:
            return begun
        form = tablet.store.latest_template(template)
        if form is None:
            raise UnknownRecordError(kind="template", id=template)
        begun_now = replace(new_record(tablet, form, point, asset), task=ref, unit=unit)
        record = _scanned(tablet, begun_now, mode)
        tablet.store.add_record(record)
        tablet.store.put_answers(record.id, defaults(form, context_of(tablet, record)))
    return record.id


def answer(
    tablet: Tablet,
    record: InspectionId,
    item: str,
    per: AssetId | None = None,
    value: Result | Value | Keep = KEEP,
    *,
    result: Result | Keep | None = KEEP,
) -> Answer:
    """Set the result, the value or both of one item; note, reason and photos stay. A Result as ``value`` is the result.

    Raises:
        UnknownRecordError: no such record was begun here.
        AlreadyFinalError: the record is finished.
        EvidenceMissingError: the value is out of range.
    """
    if isinstance(value, Result):
        value, result = KEEP, value

    def tapped(now: Answer) -> Answer:
        return replace(
            now,
            result=now.result if isinstance(result, Keep) else result,
            value=now.value if isinstance(value, (Keep, Result)) else value,
        )

    is_figure = isinstance(value, int | float)
    return _change(tablet, record, (item, per), tapped, is_figure=is_figure)


def set_note(tablet: Tablet, record: InspectionId, item: str, per: AssetId | None, text: str) -> Answer:
    """Set an item's remark; what was written is offered as a phrase later."""
    return _change(tablet, record, (item, per), lambda now: replace(now, note=text.strip()), text.strip())


def set_reason(tablet: Tablet, record: InspectionId, item: str, per: AssetId | None, text: str) -> Answer:
    """Say why an item does not apply, was not checked or is out of limits."""
    return _change(tablet, record, (item, per), lambda now: replace(now, reason=text.strip()))


def set_action(tablet: Tablet, record: InspectionId, item: str, per: AssetId | None, text: str) -> Answer:
    """Say what was done about a fail on the spot."""
    return _change(tablet, record, (item, per), lambda now: replace(now, action=text.strip()))


def choose_phrase(
    tablet: Tablet, record: InspectionId, item: str, per: AssetId | None, phrase: Phrase | None, words: str = ""
) -> Answer:
    """Describe a fail with a wording of the library: ``words`` go into the note, in place of those of the last choice.

    None takes the choice back, and its words out of the note. What was written beside them stays.
    """

    def chosen(now: Answer) -> Answer:
        before = tablet.store.library_phrase(now.phrase)
        kept = without(now.note, (before.words.zh, before.words.en) if before else ())
        key = "" if phrase is None else phrase.key
        return replace(now, phrase=key, note=SEPARATOR.join(part for part in (words if phrase else "", kept) if part))

    return _change(tablet, record, (item, per), chosen)


def set_corrected(tablet: Tablet, record: InspectionId, item: str, per: AssetId | None, *, corrected: bool) -> Answer:
    """Say that a fail was put right on the spot, or that it was not; its photo stays either way."""
    return _change(tablet, record, (item, per), lambda now: replace(now, corrected=corrected))


def without(note: str, gone: tuple[str, ...]) -> str:
    """Return a note without those of its parts that read like one of ``gone``."""
    return SEPARATOR.join(part for part in note.split(SEPARATOR) if part and part not in gone)


def clear_answer(tablet: Tablet, record: InspectionId, item: str, per: AssetId | None = None) -> None:
    """Take an answer back to nothing; ``undo_last`` brings it back.

    Raises:
        AlreadyFinalError: the record is finished.
    """
    with tablet.store.transaction():
        if tablet.store.answer(record, item, per) is not None:
            tablet.store.drop_answer(record, item, per)


def undo_last(tablet: Tablet, record: InspectionId) -> AnswerKey | None:
    """Take back the last change of an answer; return whose, None if there is none left."""
    with tablet.store.transaction():
        return tablet.store.undo(record)


def sign(
    tablet: Tablet,
    record: str,
    signer: str,
    name: str,
    strokes: Strokes,
    *,
    person: PersonId | None = None,
    item: AnswerKey | None = None,
) -> Signature | None:
    """Keep a signature on a draft record or form; on a signature ``item`` the name is also its answer.

    The inspector's is that of the person who holds the tablet, and so is that of who issues a notice. Without a stroke the signature is wiped off, and None returned.
    """
    at = tablet.clock.read()
    is_own = signer == OWN_SIGNER or (signer == ISSUER and tablet.store.has_sheet(record))
    person = person or (tablet.person_id() if is_own else None)
    written = Signature(signer, name.strip(), at, person, strokes, place=tablet.locate()) if any(strokes) else None
    with tablet.store.transaction():
        if written is None:
            tablet.store.drop_signature(record, signer)
        else:
            tablet.store.put_signature(record, written)
        if item is not None:
            now = tablet.store.answer(InspectionId(record), *item) or Answer(*item)
            tablet.store.put_answer(record, replace(now, value=written.name if written else None, at=at))
    return written


def note_refusal(tablet: Tablet, record: str, signer: str, name: str, reason: str, witness: str) -> Signature:
    """Keep in place of a signature that somebody refused to sign, why, and who saw it.

    Raises:
        EvidenceMissingError: the reason or the witness is missing.
    """
    missing = [word for word, text in (("reason", reason), ("witness", witness)) if not text.strip()]
    if missing:
        raise EvidenceMissingError(missing=missing)
    refused = Signature(
        signer,
        name.strip(),
        tablet.clock.read(),
        refusal=reason.strip(),
        witness=witness.strip(),
        place=tablet.locate(),
    )
    with tablet.store.transaction():
        tablet.store.put_signature(record, refused)
    return refused


def unsign(tablet: Tablet, record: str, signer: str) -> None:
    """Wipe a signature off a draft record or form."""
    with tablet.store.transaction():
        tablet.store.drop_signature(record, signer)


def set_late_reason(tablet: Tablet, record: InspectionId, text: str) -> None:
    """Say why a round is late.

    Raises:
        AlreadyFinalError: the record is finished.
    """
    with tablet.store.transaction():
        tablet.store.change_record(replace(draft_of(tablet, record), late_reason=text.strip()))


def set_start_mode(tablet: Tablet, record: InspectionId, mode: str) -> None:
    """Note how presence was shown, once the tag is scanned or its number typed; each scan stays in the record.

    Raises:
        EvidenceMissingError: ``mode`` is none of START_MODES.
        AlreadyFinalError: the record is finished.
    """
    if mode not in START_MODES:
        raise EvidenceMissingError(missing=["start_mode"])
    with tablet.store.transaction():
        tablet.store.change_record(_scanned(tablet, draft_of(tablet, record), mode))


def drop_draft(tablet: Tablet, record: str) -> None:
    """Throw an unfinished record or form away, with its photos; a finished one is never touched."""
    with tablet.store.transaction():
        head = tablet.store.head(InspectionId(record))
        if head is None or head.shipment is Shipment.DRAFT:
            tablet.store.drop_record(record)


def _scanned(tablet: Tablet, record: Inspection, mode: str) -> Inspection:
    """Return a record with how presence was shown, and the scan that showed it; of too many the oldest goes."""
    if mode == "manual":
        return replace(record, start_mode=mode)
    scan = Scan(mode, tablet.clock.read(), tablet.locate())
    return replace(record, start_mode=mode, scans=(*record.scans, scan)[-MOST_SCANS:])


def draft_of(tablet: Tablet, record: InspectionId) -> Inspection:
    """Return a record of this tablet as it stands.

    Raises:
        UnknownRecordError: no such record is here.
    """
    found = tablet.store.inspection(record)
    if found is None:
        raise UnknownRecordError(kind="inspection", id=record)
    return found


def context_of(tablet: Tablet, record: Inspection, at: Reading | None = None) -> Context:
    """Gather what an evaluation of a record depends on beside template and answers."""
    asset = _only_asset(tablet, record)
    return Context(
        now=tablet.local(at or tablet.clock.read()),
        assets=_assets(tablet, record),
        history=tablet.store.history(record.point, record.template, asset),
        seed=record.id,
        sections=record.sections,
    )


def _change(
    tablet: Tablet,
    record: InspectionId,
    key: AnswerKey,
    edit: Callable[[Answer], Answer],
    phrase: str = "",
    *,
    is_figure: bool = False,
) -> Answer:
    at = tablet.clock.read()
    with tablet.store.transaction():
        kept = tablet.store.answer(record, *key)
        try:
            new = replace(edit(kept or Answer(*key)), at=at)
        except ValueError as error:
            raise EvidenceMissingError(missing=["value"], item=key[0]) from error
        if replace(new, at=None) != Answer(*key):
            goes_on = is_figure and kept is not None and isinstance(kept.value, int | float)
            tablet.store.put_answer(record, new, goes_on=goes_on)
        elif kept is not None:  # nothing is left of it
            tablet.store.drop_answer(record, *key)
        if phrase:
            tablet.store.count_phrase(phrase, at)
    return new


def new_record(tablet: Tablet, form: Template, point: PointId | None, asset: AssetId | None) -> Inspection:
    """Return a blank record of a form at a point, by who holds the tablet, begun now."""
    enrolment = tablet.enrolment()
    assets = tablet.store.assets_at(point) if point is not None else ()
    assets = tuple(one for one in assets if not one.is_retired)
    if form.per_asset is not None:
        walked = [one for one in assets if (one.id == asset if asset is not None else one.kind is form.per_asset)]
        assets = tuple(walked[:1])
    return Inspection(
        InspectionId(tablet.ids.new()),
        enrolment.site,
        form.id,
        form.version,
        point,
        tablet.person_id(),
        enrolment.device,
        tablet.clock.read(),
        status=Status.DRAFT,
        assets=tuple(one.id for one in assets),
        place=tablet.locate(),
    )


def _begun(
    tablet: Tablet, template: TemplateId, point: PointId | None, task: TaskRef | None, asset: AssetId | None
) -> InspectionId | None:
    for head in tablet.store.drafts():
        is_same = (head.template, head.point, head.task) == (template, point, task) and head.amends is None
        if is_same and (asset is None or asset in draft_of(tablet, head.id).assets):
            return head.id
    return None


def _assets(tablet: Tablet, record: Inspection) -> tuple[Asset, ...]:
    found = (tablet.store.asset(asset) for asset in record.assets)
    return tuple(asset for asset in found if asset is not None)


def _only_asset(tablet: Tablet, record: Inspection) -> AssetId | None:
    """Return the asset that a record is about as a whole, if its form is walked once per asset."""
    form = tablet.store.template(record.template, record.template_version)
    return record.assets[0] if form is not None and form.per_asset is not None and record.assets else None
