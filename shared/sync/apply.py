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
from shared.hazard import Act, advance
from shared.ids import NoteId, PersonId, Sha256, SiteId, is_uuid
from shared.model.hazard import Hazard, HazardEvent, Notice, Recheck, RecheckResult
from shared.model.inspection import Inspection, Note, Photo
from shared.model.place import Person, Point, Role, Site
from shared.notice import apply_recheck, hazard_no, recheck_no, settle
from shared.sync import merge
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
        body = {name: value for name, value in arriving.op.body.items() if name not in merge.RAISED_WITHOUT}
        tx.put(raised, body={**body, "no": raised.no}, times=Times(found_at))
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


_HANDLERS: dict[str, Callable[..., Outcome]] = {
    "inspection.put": _put_inspection,
    "hazard.raise": _raise_hazard,
    "hazard.transition": _move_hazard,
    "recheck.put": _put_recheck,
    "note.put": _put_note,
    "point.patch": _patch_point,
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
    if arriving.caller.site != site or person not in arriving.caller.people:
        return frozenset()
    return arriving.tx.roles_of(person, site)


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
    )


def _rechecked(arriving: Arriving, new: Recheck, hazard: Hazard, at: datetime, today: date) -> Hazard | None:
    """Return the hazard as the recheck leaves it, or nothing if it cannot be applied; the record stands either way."""
    roles = _roles(arriving, new.rechecked_by, hazard.site)
    numbered = replace(new, no=_recheck_no(arriving.tx, hazard, new.round))
    applied = apply_recheck(hazard, numbered, roles, at=at, today=today)
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
