"""What each kind of pushed operation does on the server, one function a kind; called by ``exchange`` only.

Each returns an ``Outcome`` or raises: OpRefusedError and RuleError refuse this operation alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shared.clock import CorrectedTime, Reading, correct
from shared.errors import (
    AlreadyFinalError,
    FieldConflictError,
    InvalidBodyError,
    MalformedError,
    NotPermittedError,
    OpForbiddenError,
    TransitionConflictError,
    TransitionError,
    UnknownEntityError,
    UnknownOpError,
)
from shared.hazard import FROM_TABLET, Act, advance
from shared.ids import NoteId, PersonId, RuleId, Sha256, SiteId, is_uuid
from shared.model.access import Access
from shared.model.handover import Handover, HandoverState
from shared.model.hazard import Hazard, HazardEvent, Notice, Recheck, RecheckResult
from shared.model.inspection import Inspection, Note, Photo, Status
from shared.model.issue import NoticeMove, NoticePut
from shared.model.number import NumberLease
from shared.model.place import Person, Point, Role, Site
from shared.model.plan import Excuse, Rule
from shared.model.shift import Pin, Shift
from shared.notice import apply_recheck, hazard_no, recheck_no, settle
from shared.sync import merge, spot
from shared.sync.merge import Arrival, Meeting
from shared.sync.messages import OP_BODIES, HazardTransition, Op, OpStatus, PointPatch
from shared.sync.ports import Caller, Codec, Outcome, ServerTx, Times
from shared.sync.problem import problem_of

HAZARD_SERIAL = "hazard"
KIND_OF_OP = {
    "inspection.put": "inspection",
    "hazard.raise": "hazard",
    "hazard.transition": "hazard",
    "recheck.put": "recheck",
    "note.put": "note",
    "point.patch": "point",
    "excuse.put": "excuse",
    "access.put": "access",
    "handover.put": "handover",
    "shift.put": "shift",
    "pin.put": "pin",
    "number.lease": "number_block",
    "notice.put": "notice",
    "notice.move": "notice",
}
"""The kind of the record whose id an operation's body names."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """One operation being applied: by whom, what it carries, with the clock reading of the push that brought it."""

    tx: ServerTx
    caller: Caller
    op: Op
    body: object
    pushed: Reading

    def happened(self, reading: Reading) -> CorrectedTime:
        """Work out when a reading was taken, by the server's clock."""
        return correct(reading, self.pushed, self.tx.now)


def read_body(op: Op, codec: Codec) -> object:
    """Read what an operation carries.

    Raises:
        UnknownOpError: a newer app's kind of operation.
        InvalidBodyError: with the path and what was expected there.
    """
    if op.kind not in OP_BODIES:
        raise UnknownOpError(kind=op.kind)
    try:
        body: object = codec.decode(OP_BODIES[op.kind], op.body)
    except MalformedError as error:
        raise InvalidBodyError(**error.facts) from error
    if not is_uuid(getattr(body, "id", "")):
        raise InvalidBodyError(detail="expected a UUID", path="$.id")
    return body


def apply(arriving: Arriving) -> Outcome:
    """Do what an operation asks for.

    Raises:
        OpRefusedError: it cannot be applied.
        RuleError: a rule of the trade says no.
    """
    return _HANDLERS[arriving.op.kind](arriving, arriving.body)


def evidence_of_refused(arriving: Arriving) -> Outcome | None:
    """Keep reason and photos of a refused transition as a note about the hazard, so that the office sees them there."""
    intent = arriving.body
    hazard = arriving.tx.find(Hazard, intent.id) if isinstance(intent, HazardTransition) else None
    if not isinstance(intent, HazardTransition) or hazard is None:
        return None
    _keep_evidence(arriving, intent, hazard)
    return Outcome(OpStatus.REJECTED, (("hazard", hazard.id),), _names(intent.photos))


def _put_inspection(arriving: Arriving, new: Inspection) -> Outcome:
    tx, sender = arriving.tx, arriving.caller.device
    _expect_site(tx, new.site)
    arrival = merge.arrive_inspection(tx.find(Inspection, new.id), new, sender)
    body = arriving.op.body
    if arrival is Arrival.FORK:
        new = merge.fork(new, sender)
        body = {**body, "id": new.id, "device": new.device, "forked_from": new.forked_from}
        arrival = merge.arrive_inspection(tx.find(Inspection, new.id), new, sender)
    if arrival is Arrival.FORK:  # a third version of one revision: nowhere to keep it but among the dead letters
        raise AlreadyFinalError(kind="inspection", id=new.id)
    if arrival is Arrival.STORE:
        ended = arriving.happened(new.ended_at).at if new.ended_at else None
        tx.put(new, body=body, times=Times(arriving.happened(new.started_at).at, ended))
    return Outcome(_status(arrival), (("inspection", new.id),), _names(new.photos))


def _raise_hazard(arriving: Arriving, new: Hazard) -> Outcome:
    tx = arriving.tx
    site = _expect_site(tx, new.site)
    arrival = merge.arrive_hazard(tx.find(Hazard, new.id), new)
    if arrival is Arrival.STORE:
        found_at = arriving.happened(new.found_at).at
        year = _local_day(site, found_at).year
        raised = merge.as_raised(new, hazard_no(year, tx.next_serial(HAZARD_SERIAL, year)))
        raised = replace(raised, recurs_from=tx.recurs_from(raised, found_at))
        body = {name: value for name, value in arriving.op.body.items() if name not in merge.RAISED_WITHOUT}
        given = {"no": raised.no} | ({"recurs_from": raised.recurs_from} if raised.recurs_from else {})
        tx.put(raised, body={**body, **given}, times=Times(found_at))
    return Outcome(_status(arrival), (("hazard", new.id),), _names((*new.photos_before, *new.photos_after)))


def _move_hazard(arriving: Arriving, intent: HazardTransition) -> Outcome:
    tx = arriving.tx
    hazard = tx.find(Hazard, intent.id)
    if hazard is None:
        raise UnknownEntityError(kind="hazard", id=intent.id)
    photos = _names(intent.photos)
    meeting = merge.meet(hazard.state, intent.before, intent.event)
    if meeting is Meeting.CONFLICT:
        raise TransitionConflictError(state=hazard.state.value, event=intent.event.value)
    if meeting is Meeting.ALREADY_THERE:
        _keep_evidence(arriving, intent, hazard)
        return Outcome(OpStatus.APPLIED, (("hazard", hazard.id),), photos)
    act = _act(arriving, intent, hazard)
    try:
        moved = advance(hazard, act)
    except TransitionError as error:
        raise TransitionConflictError(**error.facts) from error
    except NotPermittedError as error:
        raise OpForbiddenError(**error.facts) from error
    tx.put(moved)
    return Outcome(OpStatus.APPLIED, (("hazard", hazard.id), *_settle_notice(tx, moved)), photos)


def _put_recheck(arriving: Arriving, new: Recheck) -> Outcome:
    tx = arriving.tx
    site = _expect_site(tx, new.site)
    if merge.arrive_fact(tx.find(Recheck, new.id), new) is Arrival.DUPLICATE:
        return Outcome(OpStatus.DUPLICATE, (("recheck", new.id),), _names(new.photos))
    at = arriving.happened(new.at).at
    hazard = tx.find(Hazard, new.hazard)
    moved = None if hazard is None else _rechecked(arriving, new, hazard, at, _local_day(site, at))
    records: tuple[tuple[str, str], ...] = (("recheck", new.id),)
    no = ""
    if hazard is not None and moved is not None:
        no = _recheck_no(tx, hazard, new.round)
        tx.put(moved)
        records = (*records, ("hazard", moved.id), *_settle_notice(tx, moved))
    numbered = replace(new, no=no)
    tx.put(numbered, body={**arriving.op.body, "no": no}, times=Times(at))
    is_whole = moved is not None or new.result is RecheckResult.IMPOSSIBLE
    status = OpStatus.APPLIED if is_whole else OpStatus.MERGED
    return Outcome(status, records, _names(new.photos), () if is_whole else ("hazard",))


def _put_note(arriving: Arriving, new: Note) -> Outcome:
    tx = arriving.tx
    _expect_site(tx, new.site)
    arrival = merge.arrive_fact(tx.find(Note, new.id), new)
    if arrival is Arrival.STORE:
        tx.put(new, body=arriving.op.body, times=Times(arriving.happened(new.at).at))
    return Outcome(_status(arrival), (("note", new.id),), _names(new.photos))


def _patch_point(arriving: Arriving, patch: PointPatch) -> Outcome:
    tx = arriving.tx
    point = tx.find(Point, patch.id)
    if point is None:
        raise UnknownEntityError(kind="point", id=patch.id)
    _decider(arriving, point.site)
    patched = merge.patch_point(point, patch)
    if patched.point != point:
        tx.put(patched.point)
    if not patched.conflicts:
        return Outcome(OpStatus.APPLIED, (("point", point.id),))
    problem = problem_of(FieldConflictError(fields=list(patched.conflicts)))
    return Outcome(OpStatus.MERGED, (("point", point.id),), (), patched.conflicts, problem)


def _put_shift(arriving: Arriving, new: Shift) -> Outcome:
    """Keep a tablet's word on a shift; only that tablet changes it, with a higher ``author_rev``."""
    tx = arriving.tx
    _expect_site(tx, new.site)
    old = tx.find(Shift, new.id)
    if new.device != arriving.caller.device or (old is not None and old.device != new.device):
        raise OpForbiddenError(rule="own_tablet_only")
    if old is not None and new.author_rev <= old.author_rev:
        return Outcome(OpStatus.DUPLICATE, (("shift", new.id),))
    ended = arriving.happened(new.ended_at).at if new.ended_at else None
    tx.put(new, body=arriving.op.body, times=Times(arriving.happened(new.began_at).at, ended))
    return Outcome(OpStatus.APPLIED, (("shift", new.id),))


def _put_pin(arriving: Arriving, new: Pin) -> Outcome:
    """Let a person change the own PIN on a tablet; whoever set it meanwhile elsewhere was quicker."""
    tx, author = arriving.tx, arriving.op.author
    person = tx.find(Person, new.id)
    if person is None or not person.is_active or person.site != new.site or new.site != arriving.caller.site:
        raise UnknownEntityError(kind="person", id=new.id)
    old = tx.find(Pin, new.id)
    if author != new.id or new.set_by != author or not new.is_set or not _may_be_here(arriving, author):
        raise OpForbiddenError(rule="own_pin_only")
    if old is not None and old.set_at == new.set_at and old.verifier == new.verifier:
        return Outcome(OpStatus.DUPLICATE, (("pin", new.id),))
    if new.replaces != (old.set_at.isoformat() if old is not None else ""):
        raise OpForbiddenError(rule="pin_was_changed_meanwhile")
    tx.put(new, body=arriving.op.body)
    return Outcome(OpStatus.APPLIED, (("pin", new.id),))


def _put_excuse(arriving: Arriving, new: Excuse) -> Outcome:
    tx = arriving.tx
    _expect_site(tx, new.site)
    _expect_known_rule(arriving, new.rule, new.site)
    arrival = merge.arrive_excuse(tx.find(Excuse, new.id), new)
    if arrival is Arrival.STORE:
        body = {name: value for name, value in arriving.op.body.items() if name not in merge.DECIDED}
        tx.put(merge.as_asked(new), body=body, times=Times(arriving.happened(new.at).at))
    return Outcome(_status(arrival), (("excuse", new.id),), _names(new.photos))


def _put_access(arriving: Arriving, new: Access) -> Outcome:
    tx = arriving.tx
    _expect_site(tx, new.site)
    held = tx.find(Access, new.id)
    joined = merge.join_access(held, new)
    if joined == held:
        return Outcome(OpStatus.DUPLICATE, (("access", new.id),))
    left = arriving.happened(joined.leaving.at).at if joined.leaving is not None else None
    body = arriving.op.body if joined == new else None
    tx.put(joined, body=body, times=Times(arriving.happened(new.at).at, left))
    return Outcome(OpStatus.APPLIED, (("access", new.id),))


def _put_handover(arriving: Arriving, new: Handover) -> Outcome:
    tx = arriving.tx
    _expect_site(tx, new.site)
    if new.record.status is not Status.DRAFT or new.record.site != new.site or not is_uuid(new.record.id):
        raise InvalidBodyError(detail="expected a draft of this site", path="$.record")
    if new.record.task is not None:
        _expect_known_rule(arriving, new.record.task.rule, new.site)
    held = tx.find(Handover, new.id)
    _expect_party(arriving, held or new, new)
    joined = merge.join_handover(held, new)
    known, photos = (("handover", new.id),), _names(new.record.photos)
    if joined != held:
        tx.put(joined, body=arriving.op.body, times=Times(arriving.happened(new.at).at))
        return Outcome(OpStatus.APPLIED, known, photos)
    if joined == new or new.state is HandoverState.OFFERED:
        return Outcome(OpStatus.DUPLICATE, known, photos)
    return Outcome(OpStatus.MERGED, known, photos, ("state",))  # somebody settled it before


def _expect_known_rule(arriving: Arriving, ident: RuleId, site: SiteId) -> None:
    """Keep facts about rules of other sites out, and about surprise inspections before their day: all tablets see facts."""
    rule = arriving.tx.find(Rule, ident)
    if rule is None:
        return
    if rule.site != site:
        raise InvalidBodyError(detail="expected a rule of this site", path="$.rule")
    place = arriving.tx.find(Site, site)
    if rule.is_secret and place is not None and _local_day(place, arriving.tx.now) < rule.starts_on:
        raise OpForbiddenError(rule="secret_until_its_day")


def _expect_party(arriving: Arriving, offer: Handover, new: Handover) -> None:
    """Let only its giver, or the tablet it was given on, offer a round or take it back, and only its receiver take or decline it."""
    author, is_here = arriving.op.author, arriving.caller.device == offer.device
    is_givers = new.state in (HandoverState.OFFERED, HandoverState.RECALLED)
    may = author == offer.giver or is_here if is_givers else author == offer.to
    if not may or new.settled_by not in (None, author):
        raise OpForbiddenError(rule="handover_parties")


def _lease_numbers(arriving: Arriving, asked: NumberLease) -> Outcome:
    site = _expect_site(arriving.tx, asked.site)
    return spot.lease(_counter(arriving, site, arriving.op.at), asked)


def _put_notice(arriving: Arriving, new: NoticePut) -> Outcome:
    site = _expect_site(arriving.tx, new.site)
    return spot.issue(_counter(arriving, site, new.issued_at), new)


def _move_notice(arriving: Arriving, move: NoticeMove) -> Outcome:
    notice = arriving.tx.find(Notice, move.id)
    if notice is None:
        raise UnknownEntityError(kind="notice", id=move.id)
    site = _expect_site(arriving.tx, notice.site)
    return spot.move(_counter(arriving, site, move.at), notice, move)


def _counter(arriving: Arriving, site: Site, reading: Reading) -> spot.Counter:
    person = _decider(arriving, site.id)
    at = arriving.happened(reading).at
    return spot.Counter(
        tx=arriving.tx,
        device=arriving.caller.device,
        site=site,
        person=person,
        roles=_roles(arriving, person.id, site.id),
        at=at,
        today=_local_day(site, at),
    )


_HANDLERS: dict[str, Callable[..., Outcome]] = {
    "inspection.put": _put_inspection,
    "hazard.raise": _raise_hazard,
    "hazard.transition": _move_hazard,
    "recheck.put": _put_recheck,
    "note.put": _put_note,
    "point.patch": _patch_point,
    "excuse.put": _put_excuse,
    "access.put": _put_access,
    "handover.put": _put_handover,
    "shift.put": _put_shift,
    "pin.put": _put_pin,
    "number.lease": _lease_numbers,
    "notice.put": _put_notice,
    "notice.move": _move_notice,
}


def _status(arrival: Arrival) -> OpStatus:
    return OpStatus.DUPLICATE if arrival is Arrival.DUPLICATE else OpStatus.APPLIED


def _names(photos: tuple[Photo, ...]) -> tuple[Sha256, ...]:
    return tuple(dict.fromkeys(photo.sha256 for photo in photos))


def _expect_site(tx: ServerTx, site: SiteId) -> Site:
    found = tx.find(Site, site)
    if found is None:
        raise UnknownEntityError(kind="site", id=site)
    return found


def _local_day(site: Site | None, at: datetime) -> date:
    return at.astimezone(ZoneInfo(site.timezone if site else "Asia/Shanghai")).date()


def _roles(arriving: Arriving, person: PersonId, site: SiteId) -> frozenset[Role]:
    """Return the roles under which somebody may decide at a site from this tablet; none if not from here."""
    if arriving.caller.site != site or not _may_be_here(arriving, person):
        return frozenset()
    return arriving.tx.roles_of(person, site)


def _may_be_here(arriving: Arriving, person: PersonId) -> bool:
    """Tell whether somebody can have held this tablet: it was enrolled for them, or they had a PIN to say so with."""
    if person in arriving.caller.people:
        return True
    pin = arriving.tx.find(Pin, person)
    return pin is not None and pin.site == arriving.caller.site


def _decider(arriving: Arriving, site: SiteId) -> Person:
    person = arriving.tx.find(Person, arriving.op.author)
    if person is None or not _roles(arriving, person.id, site):
        raise OpForbiddenError(rule="author_may_decide_here")
    return person


def _act(arriving: Arriving, intent: HazardTransition, hazard: Hazard) -> Act:
    if intent.event in merge.NOTICE_EVENTS:
        raise OpForbiddenError(rule="notices_move_in_the_office")
    if intent.event in merge.RECORD_EVENTS:
        raise OpForbiddenError(rule="comes_with_its_record")
    person = _decider(arriving, hazard.site)
    at = arriving.happened(arriving.op.at).at
    try:
        deadline_on = date.fromisoformat(intent.deadline_on) if intent.deadline_on else None
    except ValueError as error:
        raise InvalidBodyError(detail="expected a date (ISO 8601)", path="$.deadline_on") from error
    signature = intent.signature
    return Act(
        event=intent.event,
        by=person.id,
        by_name=person.name,
        roles=_roles(arriving, person.id, hazard.site),
        at=at,
        today=_local_day(arriving.tx.find(Site, hazard.site), at),
        actor_unit=person.unit,
        reason=intent.reason,
        ref=intent.ref,
        photos=intent.photos,
        is_signed=signature is not None and not signature.refusal,
        signed_by=signature.name if signature is not None and signature.person != person.id else "",
        signer=signature.person if signature is not None and signature.person != person.id else None,
        measures_taken=intent.reason if intent.event is HazardEvent.CORRECT_ON_SPOT else "",
        deadline_on=deadline_on,
        addressee=intent.addressee,
        origin=FROM_TABLET,
        device=arriving.caller.device,
    )


def _rechecked(arriving: Arriving, new: Recheck, hazard: Hazard, at: datetime, today: date) -> Hazard | None:
    """Return the hazard as the recheck leaves it, or nothing if it cannot be applied; the record stands either way."""
    roles = _roles(arriving, new.rechecked_by, hazard.site)
    numbered = replace(new, no=_recheck_no(arriving.tx, hazard, new.round))
    applied = apply_recheck(
        hazard, numbered, roles, at=at, today=today, origin=FROM_TABLET, device=arriving.caller.device
    )
    return None if applied.problem is not None and applied.hazard == hazard else applied.hazard


def _recheck_no(tx: ServerTx, hazard: Hazard, round_: int) -> str:
    notice = tx.find(Notice, hazard.notice) if hazard.notice else None
    try:
        return recheck_no(notice.no if notice else hazard.no, round_)
    except ValueError:
        return ""


def _settle_notice(tx: ServerTx, moved: Hazard) -> tuple[tuple[str, str], ...]:
    """Let a notice follow its hazards; name it if it changed."""
    notice = tx.find(Notice, moved.notice) if moved.notice else None
    if notice is None:
        return ()
    hazards = [moved if record == moved.id else tx.find(Hazard, record) for record in notice.hazards]
    settled = settle(notice, [hazard for hazard in hazards if hazard is not None])
    if settled == notice:
        return ()
    tx.put(settled)
    return (("notice", notice.id),)


def _keep_evidence(arriving: Arriving, intent: HazardTransition, hazard: Hazard) -> None:
    """Attach what an unapplied transition brought; the note's id is the operation's, so that it is made once."""
    op, tx = arriving.op, arriving.tx
    if not (intent.photos or intent.reason) or tx.find(Note, op.op_id) is not None:
        return
    note = Note(
        id=NoteId(op.op_id),
        site=hazard.site,
        about_kind="hazard",
        about_id=hazard.id,
        author=op.author,
        at=op.at,
        text=intent.reason,
        photos=intent.photos,
    )
    tx.put(note, times=Times(arriving.happened(op.at).at))
