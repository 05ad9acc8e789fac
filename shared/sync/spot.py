"""Notices from the spot: what the server does when a tablet issued one offline, got it signed, or wants numbers.

The rules are those of the office (``shared.notice``); all hazards of a notice move or none does. A number that the
tablet was leased stands, because it is on a paper that somebody signed; any other is replaced by the next of the series.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from shared import notice as rules
from shared.errors import (
    AlreadyFinalError,
    InvalidBodyError,
    NotPermittedError,
    OpForbiddenError,
    TransitionConflictError,
    TransitionError,
    UnknownEntityError,
)
from shared.hazard import FROM_TABLET, Act
from shared.hazard.table import LEAD
from shared.ids import DeviceId, HazardId
from shared.model.hazard import Hazard, HazardEvent, Notice
from shared.model.inspection import Signature
from shared.model.issue import NoticeMove, NoticePut
from shared.model.number import MOST_LEASED, MOST_UNUSED, NumberBlock, NumberLease
from shared.model.place import Person, Role, Site, Unit
from shared.sync.messages import OpStatus
from shared.sync.ports import Outcome, ServerTx

NOTICE_SERIAL = "notice"


@dataclass(frozen=True, slots=True)
class Counter:
    """Who does it, where and when. ``today`` is the site's local date of ``at``, which is corrected by boot clocks."""

    tx: ServerTx
    device: DeviceId
    site: Site
    person: Person
    roles: frozenset[Role]
    at: datetime
    today: date

    def act(self, event: HazardEvent) -> Act:
        """Begin the act of this person at this moment."""
        return Act(
            event=event,
            by=self.person.id,
            by_name=self.person.name,
            roles=self.roles,
            at=self.at,
            today=self.today,
            actor_unit=self.person.unit,
            origin=FROM_TABLET,
            device=self.device,
        )


def series_of(site: Site) -> str:
    """Name the series of a site's notice numbers."""
    return f"{NOTICE_SERIAL}:{site.id}"


def lease(counter: Counter, asked: NumberLease) -> Outcome:
    """Take the next numbers of the site's series for this tablet alone.

    Raises:
        OpForbiddenError: whoever asks issues no notices.
        InvalidBodyError: too many are asked for, or for another year than this or the next; or too many lie unused there.
        AlreadyFinalError: another tablet's block has this id.
    """
    tx = counter.tx
    held = tx.find(NumberBlock, asked.id)
    if held is not None:
        if held.device != counter.device:
            raise AlreadyFinalError(kind="number_block", id=asked.id)
        return Outcome(OpStatus.DUPLICATE, (("number_block", held.id),))
    if not counter.roles & LEAD:
        raise OpForbiddenError(needs=sorted(role.value for role in LEAD))
    if not 1 <= asked.count <= MOST_LEASED or not 0 <= asked.year - counter.today.year <= 1:
        raise InvalidBodyError(detail=f"expected 1 to {MOST_LEASED} numbers of this year or the next", path="$.count")
    if tx.count_unused_numbers(counter.site, counter.device, asked.year) + asked.count > MOST_UNUSED:
        raise InvalidBodyError(detail=f"expected {MOST_UNUSED} unused numbers on a tablet at most", path="$.count")
    taken = [tx.next_serial(series_of(counter.site), asked.year) for _ in range(asked.count)]
    tx.put(NumberBlock(asked.id, counter.site.id, counter.device, asked.year, taken[0], len(taken)))
    return Outcome(OpStatus.APPLIED, (("number_block", asked.id),))


def issue(counter: Counter, new: NoticePut) -> Outcome:
    """Issue a notice as the tablet did, with its hazards.

    Raises:
        OpForbiddenError: the author is not a lead inspector, or not who issued it.
        TransitionConflictError: a hazard has moved on meanwhile: another notice, voided, closed.
        UnknownEntityError: a hazard or the unit is not here.
        AlreadyFinalError: another notice of this id is held.
        EvidenceMissingError: a line lacks something; the tablet should not have let it pass.
    """
    tx = counter.tx
    held = tx.find(Notice, new.id)
    if held is not None:
        if (held.site, held.hazards, held.unit) != (new.site, new.hazards, new.unit):
            raise AlreadyFinalError(kind="notice", id=new.id)
        return Outcome(OpStatus.DUPLICATE, (("notice", new.id),))
    if new.lead_inspector != counter.person.id:
        raise OpForbiddenError(rule="issued_by_its_author")
    if tx.find(Unit, new.unit) is None:
        raise UnknownEntityError(kind="unit", id=new.unit)
    if len(set(new.hazards)) != len(new.hazards):
        raise InvalidBodyError(detail="a hazard stands on a notice once", path="$.lines")
    hazards = _hazards(tx, new.hazards)
    signed = new.issuer_signature is not None and new.issuer_signature.is_by(counter.person.id)
    act = replace(counter.act(HazardEvent.ISSUE), is_signed=signed, recheckers=new.recheckers)
    draft = replace(rules.drafted(new), lead_inspector_name=counter.person.name)
    try:
        rules.issue_on_the_spot(draft, hazards, act, rules.lines_of(new))
        numbered = _numbered(counter, draft)  # only now: what is refused takes no number
        issued, moved = rules.issue_on_the_spot(numbered, hazards, act, rules.lines_of(new))
    except TransitionError as error:
        raise TransitionConflictError(**error.facts) from error
    except NotPermittedError as error:
        raise OpForbiddenError(**error.facts) from error
    except ValueError as error:
        raise InvalidBodyError(detail=str(error), path="$.lines") from error
    tx.put(issued)
    for hazard in moved:
        tx.put(hazard)
    return Outcome(OpStatus.APPLIED, (("notice", issued.id), *(("hazard", hazard.id) for hazard in moved)))


def move(counter: Counter, notice: Notice, asked: NoticeMove) -> Outcome:
    """Record that the unit signed for a notice, or refused to before a witness.

    Raises:
        InvalidBodyError: it is another event; a notice is withdrawn in the office.
        TransitionConflictError: the notice is not waiting for a receipt any more.
        OpForbiddenError: the receiver is the issuer, or the author may not.
        EvidenceMissingError: nobody signed; or the reason or witness of the refusal is missing.
    """
    if asked.event not in (HazardEvent.RECEIVE, HazardEvent.REFUSE):
        raise InvalidBodyError(detail="expected receive or refuse", path="$.event")
    if _is_done(notice, asked):
        return Outcome(OpStatus.DUPLICATE, (("notice", notice.id),))
    hazards = _hazards(counter.tx, notice.hazards)
    act = counter.act(asked.event)
    try:
        if asked.event is HazardEvent.REFUSE:
            moved = rules.refuse(notice, hazards, replace(act, reason=asked.reason, witness=asked.witness))
        else:
            moved = _received(notice, hazards, act, asked)
    except TransitionError as error:
        raise TransitionConflictError(**error.facts) from error
    except NotPermittedError as error:
        raise OpForbiddenError(**error.facts) from error
    counter.tx.put(moved[0])
    for hazard in moved[1]:
        counter.tx.put(hazard)
    return Outcome(OpStatus.APPLIED, (("notice", notice.id), *(("hazard", hazard.id) for hazard in moved[1])))


def _received(notice: Notice, hazards: tuple[Hazard, ...], act: Act, asked: NoticeMove) -> rules.Moved:
    signature: Signature | None = asked.signature
    return rules.receive(
        notice,
        hazards,
        replace(
            act,
            signed_by=asked.name,
            signer=signature.person if signature is not None else None,
            is_signed=signature is not None and bool(signature.strokes),
        ),
        title=asked.title,
        delivery_mode=asked.delivery_mode,
        signature=signature,
    )


def _is_done(notice: Notice, asked: NoticeMove) -> bool:
    """Tell whether this very receipt or refusal stands already."""
    if asked.event is HazardEvent.REFUSE:
        return bool(notice.refusal_note) and (notice.refusal_note, notice.witness) == (asked.reason, asked.witness)
    return notice.received_at is not None and notice.receiver_signature == asked.signature is not None


def _numbered(counter: Counter, draft: Notice) -> Notice:
    """Return the draft with the number that stands: its own if leased and free, else the next of the series."""
    found = rules.notice_serial(draft.no, counter.site.short_name)
    if found is not None and counter.tx.is_number_free(counter.site.id, counter.device, *found, draft.no):
        return draft
    year = counter.today.year
    no = rules.notice_no(counter.site.short_name, year, counter.tx.next_serial(series_of(counter.site), year))
    return replace(draft, no=no, printed_no=draft.no)


def _hazards(tx: ServerTx, names: tuple[HazardId, ...]) -> tuple[Hazard, ...]:
    tx.prefetch("hazard", names)
    found = []
    for name in names:
        hazard = tx.find(Hazard, name)
        if hazard is None:
            raise UnknownEntityError(kind="hazard", id=name)
        found.append(hazard)
    return tuple(found)
