"""A remark with photos about any record: append-only, always taken."""

from __future__ import annotations

from dataclasses import replace

from mobile.actions.hazard import ready_photos
from mobile.actions.tablet import Tablet
from mobile.store.row import NoteDraft, PhotoState
from shared.errors import EvidenceMissingError, UnknownRecordError
from shared.ids import NoteId
from shared.model.inspection import Note


def start_note(tablet: Tablet, about_kind: str, about_id: str) -> NoteId:
    """Open the form of a note; photos are taken for its id."""
    note = NoteId(tablet.ids.new())
    with tablet.store.transaction():
        tablet.store.put_sheet(_blank(tablet, note, about_kind, about_id))
    return note


def change_note(tablet: Tablet, draft: NoteDraft) -> None:
    """Keep what was written into the form, and what it is about: the draft as the store gave it, with fields replaced.

    Raises:
        UnknownRecordError: there is no such form, or it was handed in.
    """
    with tablet.store.transaction():
        now = tablet.store.note_draft(draft.id)
        if now is None:
            raise UnknownRecordError(kind="note", id=draft.id)
        tablet.store.put_sheet(replace(draft, author=now.author, site=now.site, started_at=now.started_at))


def add_note(tablet: Tablet, about_kind: str, about_id: str, text: str, note: NoteId | None = None) -> Note:
    """Hand a note in; ``note`` names the form that its photos were taken for, if any.

    Raises:
        EvidenceMissingError: there is neither text nor photo, or a photo is still in work.
    """
    with tablet.store.transaction():
        key = note or NoteId(tablet.ids.new())
        draft = tablet.store.note_draft(key) or _blank(tablet, key, about_kind, about_id)
        rows = tablet.store.photos_of(key)
        draft = replace(draft, text=text.strip())
        if not (draft.text or rows) or any(row.state is PhotoState.PENDING for row in rows):
            raise EvidenceMissingError(missing=["photo_in_work" if rows else "text"])
        made = Note(
            key,
            draft.site,
            draft.about_kind,
            draft.about,
            tablet.person_id(),
            tablet.clock.read(),
            draft.text,
            ready_photos(rows),
        )
        tablet.store.add_op(tablet.op("note.put", made, made.id, made.about_id, made.at))
        tablet.store.send_photos(key)
        tablet.store.finish_sheet(key)
    tablet.queued()
    return made


def _blank(tablet: Tablet, note: NoteId, about_kind: str, about_id: str) -> NoteDraft:
    enrolment = tablet.enrolment()
    return NoteDraft(note, enrolment.site, tablet.person_id(), tablet.clock.read(), about_kind, about_id)
