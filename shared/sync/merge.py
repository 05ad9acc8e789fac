"""The conflict rule of each entity (sync design §5.1), as pure decisions; ``exchange`` carries them out.

Facts (inspections, notes, rechecks, found hazards) are never refused for what happened meanwhile. Decisions (a hazard's
transition, an edit of a point) say what their author saw, and are applied only to that.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from enum import Enum, auto

from shared.errors import AlreadyFinalError, InvalidBodyError
from shared.hazard import TRANSITIONS, Refusal
from shared.ids import DeviceId, InspectionId, uuid7
from shared.model.access import Access
from shared.model.handover import Handover, HandoverState
from shared.model.hazard import Hazard, HazardEvent, HazardState, Recheck
from shared.model.inspection import Inspection, Note, Status
from shared.model.place import Point
from shared.model.plan import Excuse
from shared.sync.messages import PointPatch

PATCHABLE = frozenset({"number", "floor", "tag", "is_tag_retired", "is_key_area", "remark"})
"""Members of a point that a tablet may edit."""
NOTICE_EVENTS = frozenset({HazardEvent.ISSUE, HazardEvent.WITHDRAW, HazardEvent.RECEIVE, HazardEvent.REFUSE})
"""Events that move a notice with all its hazards; never one hazard's transition."""

RECORD_EVENTS = frozenset(
    {
        HazardEvent.PASS_RECHECK,
        HazardEvent.FAIL_RECHECK,
        HazardEvent.REPLY,
        HazardEvent.ASK_EXTENSION,
        HazardEvent.GRANT_EXTENSION,
        HazardEvent.DENY_EXTENSION,
    }
)
"""Events that come with a record of their own: a recheck (5.29.3), the unit's reply, an extension. Never without it."""


class Arrival(Enum):
    """What to do with a document that arrives."""

    STORE = auto()
    DUPLICATE = auto()
    FORK = auto()


def arrive_inspection(held: Inspection | None, new: Inspection, sender: DeviceId) -> Arrival:
    """Decide about a version of an inspection that ``sender`` pushed.

    The highest ``author_rev`` of the owning tablet wins. Another tablet's version is kept apart as a fork, even if it comes
    first (a restored server: else the owner's own would count as an earlier version of it), and so is a
    different one of the same ``author_rev`` (its tablet was restored): nothing is ever overwritten unseen.

    Raises:
        AlreadyFinalError: the owner changes what it had finished.
    """
    if held is None:
        return Arrival.STORE if sender == new.device else Arrival.FORK
    if held == new:
        return Arrival.DUPLICATE
    if sender != held.device or new.device != held.device:
        return Arrival.FORK
    if new.author_rev < held.author_rev:
        return Arrival.DUPLICATE
    if held.status is Status.FINAL:
        raise AlreadyFinalError(kind="inspection", id=held.id)
    return Arrival.STORE if new.author_rev > held.author_rev else Arrival.FORK


def fork(new: Inspection, sender: DeviceId) -> Inspection:
    """Return the version as a record of its own; the same sender's versions of one record share one fork."""
    noise = hashlib.sha256(f"{new.id}|{sender}".encode()).digest()
    stamp = int(new.id.replace("-", "")[:12], 16)
    return replace(new, id=InspectionId(uuid7(stamp, noise)), device=sender, forked_from=new.id)


def arrive_fact(held: Note | Recheck | None, new: Note | Recheck) -> Arrival:
    """Decide about an append-only record.

    Raises:
        AlreadyFinalError: another record of this id is held.
    """
    if held is None:
        return Arrival.STORE
    if isinstance(held, Recheck) and isinstance(new, Recheck):
        held = replace(held, no=new.no)  # the server gave the number
    if held == new:
        return Arrival.DUPLICATE
    raise AlreadyFinalError(kind="recheck" if isinstance(new, Recheck) else "note", id=new.id)


def arrive_hazard(held: Hazard | None, new: Hazard) -> Arrival:
    """Decide about a found hazard; what the office made of it since stays.

    Raises:
        AlreadyFinalError: another hazard of this id is held.
    """
    if held is None:
        return Arrival.STORE
    if (held.site, held.found_by, held.found_at) == (new.site, new.found_by, new.found_at):
        return Arrival.DUPLICATE
    raise AlreadyFinalError(kind="hazard", id=new.id)


RAISED_WITHOUT = (
    "state",
    "no",
    "steps",
    "notice",
    "round",
    "extensions",
    "first_deadline_on",
    "recheckers",
    "recurs_from",
)
"""Members of a hazard that only the server gives; a tablet raises drafts."""


def as_raised(hazard: Hazard, no: str) -> Hazard:
    """Return a found hazard as the draft it is, numbered."""
    defaults = {field.name: field.default for field in fields(Hazard) if field.name in RAISED_WITHOUT}
    return replace(hazard, **{**defaults, "no": no})  # type: ignore[arg-type]


DECIDED = ("state", "decided_by", "decided_by_name", "decided_at", "word")
"""Members of an excuse that only the office gives; a tablet asks."""


def as_asked(excuse: Excuse) -> Excuse:
    """Return an excuse as its author asked for it, without what the office made of it."""
    defaults = {field.name: field.default for field in fields(Excuse) if field.name in DECIDED}
    return replace(excuse, **defaults)  # type: ignore[arg-type]


def arrive_excuse(held: Excuse | None, new: Excuse) -> Arrival:
    """Decide about an excuse that is asked for; what the office made of it since stays.

    Raises:
        AlreadyFinalError: another excuse of this id is held.
    """
    if held is None:
        return Arrival.STORE
    if as_asked(held) == as_asked(new):
        return Arrival.DUPLICATE
    raise AlreadyFinalError(kind="excuse", id=new.id)


def join_access(held: Access | None, new: Access) -> Access:
    """Join two versions of an entry to a machine room, in any order: the earliest leaving that was written down stands.

    Raises:
        AlreadyFinalError: they are different entries of one id.
    """
    if held is None:
        return new
    if replace(held, leaving=None) != replace(new, leaving=None):
        raise AlreadyFinalError(kind="access", id=new.id)
    known = [entry.leaving for entry in (held, new) if entry.leaving is not None]
    return replace(held, leaving=min(known, key=lambda one: (one.at.wall, one.by, one.by_name), default=None))


SETTLED = ("state", "settled_by", "settled_by_name", "settled_on", "settled_at")
"""Members of a handover that say what became of it."""


def join_handover(held: Handover | None, new: Handover) -> Handover:
    """Join two versions of a handover: what it was settled by first stays.

    Raises:
        AlreadyFinalError: they hand over different things under one id.
    """
    if held is None:
        return new
    if _as_offered(held) != _as_offered(new):
        raise AlreadyFinalError(kind="handover", id=new.id)
    return new if held.state is HandoverState.OFFERED else held


def _as_offered(handover: Handover) -> Handover:
    defaults = {field.name: field.default for field in fields(Handover) if field.name in SETTLED}
    return replace(handover, **defaults)  # type: ignore[arg-type]


class Meeting(Enum):
    """How a transition meets the hazard as it stands."""

    APPLY = auto()
    ALREADY_THERE = auto()
    CONFLICT = auto()


def meet(state: HazardState, before: HazardState, event: HazardEvent) -> Meeting:
    """Compare what the tablet saw with what is: apply to the seen state, nothing to do in the wanted one.

    Anything else is a conflict and the server's state stays: when in doubt, the open one.
    """
    if state is before:
        return Meeting.APPLY
    cell = TRANSITIONS[before][event]
    is_there = not isinstance(cell, Refusal) and state is cell.target
    return Meeting.ALREADY_THERE if is_there else Meeting.CONFLICT


@dataclass(frozen=True, slots=True)
class Patched:
    """A point after a patch, and the members whose server value was kept because both sides changed them."""

    point: Point
    conflicts: tuple[str, ...]


def patch_point(point: Point, patch: PointPatch) -> Patched:
    """Apply a patch member by member: where the server still has what the person saw, or already the new value.

    Raises:
        InvalidBodyError: a member that tablets may not edit, or a value of another type.
    """
    changes: dict[str, str | bool] = {}
    conflicts = []
    for name, value in patch.set.items():
        current = getattr(point, name) if name in PATCHABLE else None
        if current is None or type(value) is not type(current):
            raise InvalidBodyError(detail=f"$.set.{name} cannot be set to this")
        if current == value:
            continue
        if current != patch.base.get(name):
            conflicts.append(name)
        elif value is not None:
            changes[name] = value
    return Patched(replace(point, **changes), tuple(conflicts))  # type: ignore[arg-type]
