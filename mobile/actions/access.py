"""The access log of a machine room: who goes in, why, with whose approval; and how he left (manual 5.30.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mobile.actions.own import own_sheet
from mobile.actions.tablet import Tablet
from mobile.store.row import AdmitDraft
from shared.errors import AlreadyFinalError, EvidenceMissingError, UnknownRecordError
from shared.ids import AccessId, PointId
from shared.model.access import Access, Leaving, category_of


def go_in(tablet: Tablet, point: PointId, purpose: str) -> AccessId:
    """Write down that the person with the tablet goes in; whoever is inside already is not written down twice.

    Raises:
        EvidenceMissingError: the person needs somebody's approval (fact ``missing``: ``approved_by``).
    """
    person = tablet.person()
    with tablet.store.transaction():
        known = next(
            (one for one in tablet.store.people_inside() if one.point == point and one.person == person.id), None
        )
        if known is not None:
            return known.id
        category = category_of(person)
        if category.needs_approval:
            raise EvidenceMissingError(missing=["approved_by"])
        ident, enrolment, at = AccessId(tablet.ids.new()), tablet.enrolment(), tablet.clock.read()
        entry = Access(
            ident,
            enrolment.site,
            point,
            person.id,
            enrolment.device,
            category,
            person.name,
            purpose.strip(),
            at,
            cert_no=person.cert_no,
            person=person.id,
        )
        tablet.store.add_op(tablet.op("access.put", entry, ident, point, at))
    tablet.queued()
    return ident


def start_admit(tablet: Tablet, point: PointId) -> AccessId:
    """Begin to write down somebody at the door; a form that was begun for this room is gone on with."""
    with tablet.store.transaction():
        begun = tablet.store.admit_draft_for(point)
        if begun is not None:
            own_sheet(tablet, begun)
            return begun.id
        ident, enrolment = AccessId(tablet.ids.new()), tablet.enrolment()
        tablet.store.put_sheet(AdmitDraft(ident, enrolment.site, tablet.person_id(), tablet.clock.read(), point))
    return ident


def change_admit(tablet: Tablet, access: AccessId, edit: Callable[[AdmitDraft], AdmitDraft]) -> None:
    """Change a form; when the approver changes, the moment of it is noted.

    Raises:
        UnknownRecordError: no such form is being filled in.
    """
    with tablet.store.transaction():
        old = _draft(tablet, access)
        new = edit(old)
        if new.approved_by != old.approved_by:
            new = replace(new, approved_at=tablet.clock.read() if new.approved_by else None)
        tablet.store.put_sheet(new)


def admit(tablet: Tablet, access: AccessId) -> Access:
    """Let somebody in and write it down.

    Raises:
        EvidenceMissingError: fact ``missing`` names what is open: ``category``, ``name``, ``purpose``, ``phone`` (of somebody
            from outside), ``approved_by`` (of all but repair and management staff).
        UnknownRecordError: no such form is being filled in.
    """
    return _write_down(tablet, access, refusal="")


def turn_away(tablet: Tablet, access: AccessId, why: str) -> Access:
    """Write down that somebody was not let in, and why.

    Raises:
        EvidenceMissingError: the reason, the name or the category is missing.
        UnknownRecordError: no such form is being filled in.
    """
    if not why.strip():
        raise EvidenceMissingError(missing=["refusal"])
    return _write_down(tablet, access, refusal=why.strip())


def go_out(tablet: Tablet, access: AccessId, *, state: str = "", items: str = "", is_key_back: bool = True) -> Access:
    """Write down that somebody has left; done twice it changes nothing.

    Raises:
        UnknownRecordError: no such entry is known here.
        AlreadyFinalError: the person never went in.
    """
    with tablet.store.transaction():
        entry = tablet.store.access(access)
        if entry is None:
            raise UnknownRecordError(kind="access", id=access)
        if entry.refusal:
            raise AlreadyFinalError(id=access)
        if entry.leaving is not None:
            return entry
        person, at = tablet.person(), tablet.clock.read()
        left = replace(entry, leaving=Leaving(at, person.id, person.name, is_key_back, state.strip(), items.strip()))
        tablet.store.add_op(tablet.op("access.put", left, left.id, left.point, at))
    tablet.queued()
    return left


def _write_down(tablet: Tablet, access: AccessId, refusal: str) -> Access:
    with tablet.store.transaction():
        draft = _draft(tablet, access)
        missing = [name for name in draft.missing if not refusal or name in {"category", "name"}]
        if missing or draft.category is None:
            raise EvidenceMissingError(missing=missing)
        at = tablet.clock.read()
        entry = Access(
            draft.id,
            draft.site,
            draft.point,
            tablet.person_id(),
            tablet.enrolment().device,
            draft.category,
            draft.name,
            draft.purpose,
            at,
            org=draft.org,
            phone=draft.phone,
            cert_no=draft.cert_no,
            person=draft.person,
            approved_by=draft.approved_by,
            approved_at=draft.approved_at,
            escort=draft.escort,
            key_no=draft.key_no,
            items=draft.items,
            refusal=refusal,
        )
        tablet.store.add_op(tablet.op("access.put", entry, entry.id, entry.point, at))
        tablet.store.finish_sheet(access)
    tablet.queued()
    return entry


def _draft(tablet: Tablet, access: AccessId) -> AdmitDraft:
    draft = tablet.store.admit_draft(access)
    if draft is None:
        raise UnknownRecordError(kind="access", id=access)
    return draft
