"""An unfinished round goes on on somebody else's tablet: offered whole, taken, declined or taken back. Nothing is lost.

The giver's draft stays on the giver's tablet, read only, until the record comes back finished. Whoever's tablet dies, the other
has all that was there when it was handed over; if both go on after all, the server keeps both records.
"""

from __future__ import annotations

from dataclasses import replace

from mobile.actions.own import OWN_SIGNER, require_own
from mobile.actions.round import draft_of
from mobile.actions.tablet import Tablet
from mobile.store.row import PhotoState
from shared.errors import AlreadyFinalError, EvidenceMissingError, NotPermittedError, UnknownRecordError
from shared.ids import HandoverId, InspectionId, PersonId
from shared.model.handover import Handover, HandoverState
from shared.model.inspection import Inspection, Status


def hand_over(tablet: Tablet, record: InspectionId, to: PersonId, word: str = "") -> HandoverId:
    """Offer a draft to somebody, with all that is in it; from now on it is only read here.

    Raises:
        UnknownRecordError: the record or the person is not known here.
        AlreadyFinalError: the record is finished.
        HandedOverError: it was handed over already.
        NotPermittedError: a colleague began it, and it was not taken over.
        EvidenceMissingError: a photo is not ready yet (fact ``missing``), or ``to`` is the person who gives.
    """
    with tablet.store.transaction():
        draft = draft_of(tablet, record)
        if draft.status is Status.FINAL:
            raise AlreadyFinalError(id=record)
        require_own(tablet, draft)
        receiver = tablet.store.person(to)
        if receiver is None:
            raise UnknownRecordError(kind="person", id=to)
        if any(row.state is PhotoState.PENDING for row in tablet.store.photos_of(record)):
            raise EvidenceMissingError(missing=["photo_in_work"])
        giver, at, enrolment = tablet.person(), tablet.clock.read(), tablet.enrolment()
        if giver.id == to:
            raise EvidenceMissingError(missing=["receiver"])
        ident = HandoverId(tablet.ids.new())
        offer = Handover(
            ident, draft.site, draft, giver.id, giver.name, enrolment.device, to, receiver.name, at, word.strip()
        )
        tablet.store.give(record, ident, receiver.name, at)
        tablet.store.add_op(tablet.op("handover.put", offer, ident, record, at))
        tablet.store.send_photos(record)
    tablet.queued()
    return ident


def take_round(tablet: Tablet, handover: HandoverId) -> InspectionId:
    """Take an offered round: it becomes this person's draft, with answers, photos and signatures of others.

    Raises:
        UnknownRecordError: no such handover is known here.
        AlreadyFinalError: it was settled otherwise.
        NotPermittedError: it is meant for somebody else.
    """
    with tablet.store.transaction():
        offer = _meant_for_me(tablet, handover)
        record = offer.record.id
        if offer.state is HandoverState.TAKEN and _is_mine(tablet, record):
            return record
        _refuse_settled(offer)
        _adopt(tablet, offer)
        _settle(tablet, offer, HandoverState.TAKEN)
    tablet.queued()
    return record


def decline(tablet: Tablet, handover: HandoverId) -> None:
    """Say that the round is not taken; the giver goes on with it.

    Raises:
        UnknownRecordError: no such handover is known here.
        AlreadyFinalError: it was settled otherwise.
        NotPermittedError: it is meant for somebody else.
    """
    with tablet.store.transaction():
        offer = _meant_for_me(tablet, handover)
        _refuse_settled(offer)
        _settle(tablet, offer, HandoverState.DECLINED)
    tablet.queued()


def take_back(tablet: Tablet, record: InspectionId) -> None:
    """Go on with a draft that was handed over: nobody has taken it, or who took it cannot finish it.

    Raises:
        UnknownRecordError: the record is not here.
    """
    with tablet.store.transaction():
        draft_of(tablet, record)
        given = tablet.store.given(record)
        if given is None:
            return
        tablet.store.take_back(record)
        offer = tablet.store.handover(given.handover)
        if offer is not None and offer.state is HandoverState.OFFERED:
            _settle(tablet, offer, HandoverState.RECALLED)
    tablet.queued()


def _meant_for_me(tablet: Tablet, handover: HandoverId) -> Handover:
    offer = _offer(tablet, handover)
    if offer.to != tablet.person_id():
        raise NotPermittedError(rule="handover_parties")
    return offer


def _refuse_settled(offer: Handover) -> None:
    if offer.state is not HandoverState.OFFERED:
        raise AlreadyFinalError(id=offer.id)


def _offer(tablet: Tablet, handover: HandoverId) -> Handover:
    found = tablet.store.handover(handover)
    if found is None:
        raise UnknownRecordError(kind="handover", id=handover)
    return found


def _is_mine(tablet: Tablet, record: InspectionId) -> bool:
    head = tablet.store.head(record)
    return head is not None and head.is_own and tablet.store.given(record) is None


def _settle(tablet: Tablet, offer: Handover, state: HandoverState) -> None:
    person, at = tablet.person(), tablet.clock.read()
    settled = replace(
        offer,
        state=state,
        settled_by=person.id,
        settled_by_name=person.name,
        settled_on=tablet.enrolment().device,
        settled_at=at,
    )
    tablet.store.add_op(tablet.op("handover.put", settled, settled.id, settled.record.id, at))


def _adopt(tablet: Tablet, offer: Handover) -> None:
    """Make the offered draft one of this tablet; one that comes back to where it was begun takes the place of that."""
    store, sent = tablet.store, offer.record
    mine = replace(sent, author=tablet.person_id(), device=tablet.enrolment().device, author_rev=1)
    head = store.head(sent.id)
    if head is not None and head.is_own:
        if head.status is Status.FINAL:
            raise AlreadyFinalError(id=sent.id)
        _replace(tablet, mine)
    else:
        store.add_record(mine)
        for photo in sent.photos:
            store.adopt_photo(sent.id, photo)
    store.put_answers(sent.id, tuple(replace(answer, photos=()) for answer in sent.answers))
    for signature in sent.signatures:
        if signature.signer != OWN_SIGNER and signature.person != offer.giver:  # who goes on signs for himself
            store.put_signature(sent.id, signature)


def _replace(tablet: Tablet, mine: Inspection) -> None:
    """Let a draft that was given away and has come back say what it says now; photos that are here already stay."""
    store = tablet.store
    store.take_back(mine.id)
    store.change_record(mine)
    for answer in store.answers(mine.id):
        store.drop_answer(mine.id, answer.item, answer.per)
    for signature in store.signatures_of(mine.id):
        store.drop_signature(mine.id, signature.signer)
    wanted = {photo.id: photo for photo in mine.photos}
    for row in store.photos_of(mine.id):
        if row.id not in wanted:
            store.change_photo(replace(row, state=PhotoState.DROPPED))
    for ident, photo in wanted.items():
        known = store.photo(ident)
        if known is None:
            store.adopt_photo(mine.id, photo)
        elif known.state is PhotoState.DROPPED and known.sha256:
            store.change_photo(replace(known, state=PhotoState.READY))
