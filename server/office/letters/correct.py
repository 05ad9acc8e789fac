"""The office's choices, turned into the operation as it should have been.

A correction of a fact stays the author's. A decision stays the author's as long as it is the same wish (this step, these
values); another one is the corrector's own, decided with the corrector's roles.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from server.letters import check_body
from server.office.form import Form
from server.office.letters.reach import is_same_record
from server.office.letters.reading import POINT_FIELDS, Reading
from server.store.letter import Letter
from shared import wire
from shared.errors import MalformedError
from shared.hazard import TRANSITIONS
from shared.hazard.table import Transition
from shared.ids import PersonId
from shared.model.hazard import HazardEvent, HazardState
from shared.model.inspection import Inspection
from shared.model.place import Point, Site
from shared.sync.merge import NOTICE_EVENTS, RECORD_EVENTS
from shared.sync.messages import HazardTransition, Json, Op, PointPatch

FLAGS = frozenset({"is_tag_retired", "is_key_area"})
LONGEST_RAW = 1 << 20


@dataclass(frozen=True, slots=True)
class Choices:
    """What a letter offers to correct; empty members offer nothing."""

    events: tuple[HazardEvent, ...] = ()
    sites: tuple[Site, ...] = ()
    points: tuple[Point, ...] = ()
    changes: bool = False
    may_amend: bool = False
    has_reason: bool = False

    @property
    def any(self) -> bool:
        """Tell whether there is a form for it."""
        return bool(self.events or self.sites or self.points or self.changes or self.may_amend)


def choices(letter: Letter, reading: Reading, sites: tuple[Site, ...], points: tuple[Point, ...]) -> Choices:
    """Say what can be corrected about a letter."""
    body, about = reading.body, reading.about
    is_unknown = letter.code == "unknown-entity"
    wants_site = is_unknown and letter.problem.get("kind") == "site" and isinstance(letter.op.body.get("site"), str)
    if isinstance(body, HazardTransition):
        events = _possible(about.state) if about and about.state else ()
        return Choices(events=events, has_reason=True)
    if isinstance(body, PointPatch):
        is_missing = about is None or not about.is_known
        return Choices(points=points if is_missing else (), changes=bool(reading.changes))
    if isinstance(body, Inspection) and letter.code == "already-final":
        return Choices(may_amend=True)
    return Choices(sites=sites if wants_site else ())


def _possible(state: HazardState) -> tuple[HazardEvent, ...]:
    """List the steps that one hazard can take by itself from a state."""
    cells = TRANSITIONS[state].items()
    own = (event for event, cell in cells if isinstance(cell, Transition))
    return tuple(event for event in own if event not in {*NOTICE_EVENTS, *RECORD_EVENTS})


def corrected(letter: Letter, reading: Reading, offered: Choices, form: Form, by: PersonId, fresh: str) -> Op:
    """Build the corrected operation from what the office chose; what is wrong is noted in ``form``.

    ``fresh`` is an unused id for a record that has to become one of its own.
    """
    op, body = letter.op, reading.body
    if isinstance(body, HazardTransition):
        return _transition(op, body, reading, offered, form, by)
    if isinstance(body, PointPatch):
        return _patch(op, reading, offered, form, by)
    if offered.may_amend:
        if not form.ticked("amend"):
            form.wrong("amend", "form.missing")
        return replace(op, body={**op.body, "id": fresh, "amends": op.body.get("id")})
    site = form.choice("site", {one.id: one for one in offered.sites}, must=True)
    return replace(op, body={**op.body, "site": site})


def raw(letter: Letter, form: Form, by: PersonId) -> Op:
    """Build the operation from a body that was edited as it is; it is read as a push would be.

    An edited decision is the corrector's own.

    Raises:
        MalformedError: with the path and what was expected there.
    """
    if (body := _edited(letter, form)) is None:
        return letter.op
    check_body(letter.kind, body)
    is_decision = letter.kind in {"hazard.transition", "point.patch"}
    author = by if is_decision and body != letter.op.body else letter.op.author
    return replace(letter.op, body=body, author=author)


def _edited(letter: Letter, form: Form) -> Json | None:
    """Read the edited body; None if it is no object or of another record, which is noted in ``form``."""
    text = form.text("body", must=True, longest=LONGEST_RAW)
    if not form.is_valid:
        return None
    try:
        body = wire.loads(text)
    except MalformedError:
        body = None
    if not isinstance(body, dict):
        form.wrong("body", "letters.not_json")
        return None
    if not is_same_record(letter, body):
        form.wrong("body", "letters.other_record")
        return None
    return body


def pretty(body: Mapping[str, object]) -> str:
    """Write a body as people can read and edit it."""
    return json.dumps(body, ensure_ascii=False, indent=2)


def _transition(op: Op, body: HazardTransition, reading: Reading, offered: Choices, form: Form, by: PersonId) -> Op:
    event = form.choice("event", {one.value: one for one in offered.events}, must=True)
    reason = form.text("reason")
    day = form.day("deadline_on")
    about = reading.about
    changed: dict[str, object] = {
        **op.body,
        "event": event,
        "before": about.state.value if about and about.state else body.before.value,
        "base_rev": about.rev if about else body.base_rev,
        "reason": reason,
    }
    addressee = form.line("addressee") if event == HazardEvent.ESCALATE.value else ""
    if event == HazardEvent.ESCALATE.value and not addressee:
        form.wrong("addressee", "missing.addressee")
    if addressee:
        changed["addressee"] = addressee
    else:
        changed.pop("addressee", None)
    if day is not None:
        changed["deadline_on"] = day.isoformat()
    else:
        changed.pop("deadline_on", None)
    same = (body.event.value, body.reason, body.addressee) == (event, reason, addressee)
    is_same_wish = same and (day is None or str(day) == body.deadline_on)
    return replace(op, body=changed, author=op.author if is_same_wish else by)


def _patch(op: Op, reading: Reading, offered: Choices, form: Form, by: PersonId) -> Op:
    """Let for each field the tablet's value stand, the server's, or another one."""
    point = str(op.body.get("id", ""))
    if offered.points:
        point = form.choice("point", {one.id: one for one in offered.points}, must=True)
    wanted = op.body.get("set")
    told = wanted if isinstance(wanted, dict) else {}
    now = {change.name: change.now for change in reading.changes}
    chosen: dict[str, object] = {}
    is_own = False
    for name in (field for field in told if field in POINT_FIELDS):
        whose = form.choice(f"whose:{name}", {"tablet": 1, "server": 1, "other": 1}, must=True)
        if whose == "tablet":
            chosen[name] = told[name]
        elif whose == "other" and name not in FLAGS:
            chosen[name] = form.line(f"other:{name}")
            is_own = True
    base = {name: _typed(name, now.get(name, "")) for name in chosen}
    moved = next((one for one in offered.points if one.id == point), None)
    if moved is not None:
        base = {name: getattr(moved, name) for name in chosen}
    if not chosen and form.is_valid:
        form.wrong("", "letters.nothing_chosen")
    return replace(op, body={"id": point, "base": base, "set": chosen}, author=by if is_own else op.author)


def _typed(name: str, shown: str) -> object:
    return shown == "✓" if name in FLAGS else shown
