"""A round that cannot be done: write down why, with a photo; the office approves it or sends it back with words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mobile.actions.own import own_sheet
from mobile.actions.tablet import Tablet
from mobile.store.row import ExcuseDraft, PhotoState, window_key
from shared.errors import EvidenceMissingError, UnknownRecordError
from shared.ids import ExcuseId, RuleId
from shared.model.plan import Excuse


def start_excuse(tablet: Tablet, rule: RuleId, window_on: date) -> ExcuseId:
    """Begin to write why a window cannot be done; one that is being written is gone on with."""
    with tablet.store.transaction():
        begun = tablet.store.excuse_draft_for(window_key(rule, window_on))
        if begun is not None:
            own_sheet(tablet, begun)
            return begun.id
        ident, enrolment = ExcuseId(tablet.ids.new()), tablet.enrolment()
        tablet.store.put_sheet(
            ExcuseDraft(ident, enrolment.site, tablet.person_id(), tablet.clock.read(), rule, window_on)
        )
    return ident


def change_excuse(tablet: Tablet, excuse: ExcuseId, *, reason: str | None = None, note: str | None = None) -> None:
    """Set the reason, the note or both.

    Raises:
        UnknownRecordError: no such excuse is being written.
    """
    with tablet.store.transaction():
        draft = _draft(tablet, excuse)
        draft = draft if reason is None else replace(draft, reason=reason.strip())
        tablet.store.put_sheet(draft if note is None else replace(draft, note=note.strip()))


def ask_excuse(tablet: Tablet, excuse: ExcuseId) -> Excuse:
    """Send an excuse to the office: with a reason, and with a photo or a note on why there is none.

    Raises:
        EvidenceMissingError: fact ``missing``: ``reason``, ``photo`` or ``photo_in_work``.
        UnknownRecordError: no such excuse is being written.
    """
    with tablet.store.transaction():
        draft = _draft(tablet, excuse)
        rows = tablet.store.photos_of(excuse)
        photos = tuple(row.as_sent() for row in rows if row.state is PhotoState.READY)
        wanted = (
            ("reason", draft.reason),
            ("photo", photos or draft.note),
            ("photo_in_work", len(photos) == len(rows)),
        )
        missing = [name for name, found in wanted if not found]
        if missing:
            raise EvidenceMissingError(missing=missing)
        person, at = tablet.person(), tablet.clock.read()
        asked = Excuse(
            draft.id,
            draft.site,
            draft.rule,
            draft.window_on,
            person.id,
            person.name,
            at,
            draft.reason,
            note=draft.note,
            photos=photos,
        )
        tablet.store.add_op(tablet.op("excuse.put", asked, asked.id, asked.rule, at))
        tablet.store.send_photos(excuse)
        tablet.store.finish_sheet(excuse)
    tablet.queued()
    return asked


def _draft(tablet: Tablet, excuse: ExcuseId) -> ExcuseDraft:
    draft = tablet.store.excuse_draft(excuse)
    if draft is None:
        raise UnknownRecordError(kind="excuse", id=excuse)
    return draft
