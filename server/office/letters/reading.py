"""What an operation wanted to do, in words: facts, photos, the fields it changes, and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from server.codec import CarefulCodec
from server.office.reader import Reader
from server.store import Tx
from shared.errors import MalformedError
from shared.ids import PointId, SiteId
from shared.model.access import Access
from shared.model.handover import Handover
from shared.model.hazard import Hazard, HazardState, Notice, Recheck
from shared.model.inspection import Answer, Inspection, Note, Photo, Result
from shared.model.issue import NoticeMove, NoticePut
from shared.model.number import NumberLease
from shared.model.place import Person, Point, Unit
from shared.model.plan import Excuse, Rule
from shared.model.shift import Pin, Shift
from shared.model.template import Template
from shared.sync.apply import KIND_OF_OP
from shared.sync.merge import PATCHABLE
from shared.sync.messages import OP_BODIES, HazardTransition, Op, PointPatch

LONGEST = 300
MOST_LINES = 40
POINT_FIELDS = tuple(sorted(PATCHABLE))


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: the key of its name in the texts (or, of a member that nobody knows, the name itself), and its words."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a point: what the person saw, what the person wrote, and what stands there now."""

    name: str
    base: str
    wanted: str
    now: str

    @property
    def is_conflict(self) -> bool:
        """Tell whether somebody else changed it meanwhile."""
        return self.now not in (self.base, self.wanted)


@dataclass(frozen=True, slots=True)
class About:
    """The record that an operation concerns, as it stands now; without a title the server does not have it."""

    kind: str
    id: str
    title: str = ""
    site: SiteId | None = None
    state: HazardState | None = None
    rev: int = 0

    @property
    def is_known(self) -> bool:
        """Tell whether the server has the record."""
        return self.rev > 0


@dataclass(frozen=True, slots=True)
class Reading:
    """An operation, read. ``fault`` says why its body cannot be read, ``fault_at`` where."""

    lines: tuple[Line, ...] = ()
    photos: tuple[Photo, ...] = ()
    changes: tuple[Change, ...] = ()
    about: About | None = None
    body: object = None
    fault: str = ""
    fault_at: str = ""
    raw: dict[str, object] = field(default_factory=dict)


def read(tx: Tx, reader: Reader, op: Op) -> Reading:
    """Read an operation; one that cannot be read shows its plain members and where it is malformed."""
    kind = OP_BODIES.get(op.kind)
    if kind is None:
        return Reading(lines=_plain(op.body), raw=op.body)
    try:
        body: object = CarefulCodec().decode(kind, op.body)
    except MalformedError as error:
        return Reading(
            lines=_plain(op.body),
            about=_about(tx, reader, KIND_OF_OP[op.kind], str(op.body.get("id", ""))),
            fault=str(error.facts.get("detail", "")),
            fault_at=str(error.facts.get("path", "")),
            raw=op.body,
        )
    found: Reading = _READERS[op.kind](tx, reader, body)
    return found


def show(value: object) -> str:
    """Write a member's value as people read it."""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return "" if value is None else str(value)


def _inspection(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Inspection):
        return Reading()
    template, say = tx.find(Template, body.template_key), reader.wording.text
    lines = [
        Line("letters.form", say(template.title) if template else body.template_key),
        Line("letters.place", _point(tx, reader, body.point)),
        Line("letters.began", reader.formats.moment(body.started_at.wall)),
        Line("letters.ended", reader.formats.moment(body.ended_at.wall) if body.ended_at else ""),
        Line("letters.answers", _counts(body.answers, reader)),
        *(_answer(answer, template, reader) for answer in body.answers if answer.result in _NOTABLE or answer.note),
        Line("letters.conclusion", body.conclusion),
    ]
    return Reading(_shown(lines), body.photos, (), _about(tx, reader, "inspection", body.id), body)


def _counts(answers: Iterable[Answer], reader: Reader) -> str:
    found = list(answers)
    failed = sum(answer.result is Result.FAIL for answer in found)
    return reader.wording("letters.answers_words", n=len(found), failed=failed)


def _answer(answer: Answer, template: Template | None, reader: Reader) -> Line:
    item = next((one for one in template.items if one.name == answer.item), None) if template else None
    parts = (reader.wording.of(answer.result) if answer.result else show(answer.value), answer.note, answer.action)
    label = reader.wording.text(item.label) if item else answer.item
    return Line(label, " · ".join(part for part in parts if part))


def _hazard(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Hazard):
        return Reading()
    lines = [
        Line("letters.description", body.description),
        Line("letters.place", body.location or _point(tx, reader, body.point)),
        Line("letters.grade", reader.wording.of(body.grade)),
        Line("letters.found", f"{body.found_by_name} · {reader.formats.moment(body.found_at.wall)}"),
        Line("letters.action", body.on_spot_action),
    ]
    photos = (*body.photos_before, *body.photos_after)
    return Reading(_shown(lines), photos, (), _about(tx, reader, "hazard", body.id), body)


def _transition(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, HazardTransition):
        return Reading()
    say = reader.wording
    lines = [
        Line("letters.step", say.of(body.event)),
        Line("letters.seen_as", say.of(body.before)),
        Line("letters.reason", body.reason),
        Line("letters.ref", body.ref),
        Line("letters.deadline", body.deadline_on),
        Line("letters.signed", body.signature.name if body.signature else ""),
    ]
    return Reading(_shown(lines), body.photos, (), _about(tx, reader, "hazard", body.id), body)


def _recheck(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Recheck):
        return Reading()
    lines = [
        Line("letters.result", reader.wording.of(body.result)),
        Line("letters.by", f"{body.rechecked_by_name} · {reader.formats.moment(body.at.wall)}"),
        Line("letters.note", body.note),
        Line("letters.measured", body.measured),
        Line("letters.deadline", body.new_deadline_on.isoformat() if isinstance(body.new_deadline_on, date) else ""),
    ]
    return Reading(_shown(lines), body.photos, (), _about(tx, reader, "hazard", body.hazard), body)


def _note(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Note):
        return Reading()
    person = tx.find(Person, body.author)
    by = f"{person.name if person else body.author[:8]} · {reader.formats.moment(body.at.wall)}"
    lines = [Line("letters.text", body.text), Line("letters.by", by)]
    return Reading(_shown(lines), body.photos, (), _about(tx, reader, body.about_kind, body.about_id), body)


def _patch(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, PointPatch):
        return Reading()
    point = tx.find(Point, body.id)
    changes = tuple(
        Change(name, show(body.base.get(name)), show(value), show(getattr(point, name, None)) if point else "")
        for name, value in body.set.items()
        if name in POINT_FIELDS
    )
    return Reading((), (), changes, _about(tx, reader, "point", body.id), body)


def _excuse(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Excuse):
        return Reading()
    rule = tx.find(Rule, body.rule)
    lines = [
        Line("letters.task", f"{reader.wording.text(rule.name) if rule else body.rule} · {body.window_on.isoformat()}"),
        Line("letters.reason", body.reason),
        Line("letters.note", body.note),
        Line("letters.by", f"{body.author_name} · {reader.formats.moment(body.at.wall)}"),
    ]
    return Reading(_shown(lines), body.photos, (), About("excuse", body.id), body)


def _access(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Access):
        return Reading()
    left = body.leaving
    lines = [
        Line("letters.place", _point(tx, reader, body.point)),
        Line("letters.who", " · ".join(part for part in (body.name, body.org, body.phone) if part)),
        Line("letters.purpose", body.purpose),
        Line("letters.approved", body.approved_by),
        Line("letters.began", reader.formats.moment(body.at.wall)),
        Line("letters.ended", reader.formats.moment(left.at.wall) if left else ""),
        Line("letters.refused", body.refusal),
    ]
    return Reading(_shown(lines), (), (), _about(tx, reader, "point", body.point), body)


def _shift(tx: Tx, reader: Reader, body: object) -> Reading:  # noqa: ARG001 (what all readers are given)
    if not isinstance(body, Shift):
        return Reading()
    ended = body.ended_at
    lines = [
        Line("letters.who", body.person_name),
        Line("letters.began", reader.formats.moment(body.began_at.wall)),
        Line("letters.ended", reader.formats.moment(ended.wall) if ended else ""),
    ]
    return Reading(_shown(lines), (), (), None, body)


def _pin(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Pin):
        return Reading()
    person = tx.find(Person, body.id)
    lines = [Line("letters.who", person.name if person else ""), Line("letters.by", reader.formats.moment(body.set_at))]
    return Reading(_shown(lines), (), (), None, body)


def _handover(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, Handover):
        return Reading()
    inner = _inspection(tx, reader, body.record)
    lines = [Line("letters.handed", f"{body.giver_name} → {body.to_name}"), *inner.lines]
    return Reading(_shown(lines), body.record.photos, (), _about(tx, reader, "inspection", body.record.id), body)


def _notice(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, NoticePut):
        return Reading()
    unit = tx.find(Unit, body.unit)
    hazards = [hazard for line in body.lines if (hazard := tx.find(Hazard, line.hazard))]
    lines = [
        Line("letters.no", body.no),
        Line("letters.unit", reader.wording.text(unit.name) if unit else body.unit),
        Line("letters.by", f"{body.lead_inspector_name} · {reader.formats.moment(body.issued_at.wall)}"),
        *(Line("letters.hazard", f"{hazard.no} {hazard.description}") for hazard in hazards),
    ]
    return Reading(_shown(lines), (), (), _about(tx, reader, "notice", body.id), body)


def _receipt(tx: Tx, reader: Reader, body: object) -> Reading:
    if not isinstance(body, NoticeMove):
        return Reading()
    notice = tx.find(Notice, body.id)
    lines = [
        Line("letters.no", notice.no if notice else ""),
        Line("letters.event", reader.wording.of(body.event)),
        Line("letters.by", f"{body.name} {body.title}".strip()),
        Line("letters.reason", body.reason),
        Line("letters.witness", body.witness),
    ]
    return Reading(_shown(lines), (), (), _about(tx, reader, "notice", body.id), body)


def _lease(tx: Tx, reader: Reader, body: object) -> Reading:  # noqa: ARG001 (what all readers are given)
    if not isinstance(body, NumberLease):
        return Reading()
    return Reading(_shown([Line("letters.numbers", f"{body.count} · {body.year}")]), (), (), None, body)


def _about(tx: Tx, reader: Reader, kind: str, record: str) -> About:
    """Look up what an operation concerns, as far as the reader may know of it."""
    say = reader.wording.text
    if kind == "hazard" and (hazard := tx.find(Hazard, record)) and reader.viewer.may_see(hazard.site, hazard.unit):
        title = f"{hazard.no} {hazard.description}".strip()
        return About(kind, record, title, hazard.site, hazard.state, tx.rev(Hazard, record))
    if kind == "inspection" and (done := tx.find(Inspection, record)) and reader.viewer.may_see(done.site, done.unit):
        template = tx.find(Template, done.template_key)
        title = say(template.title) if template else done.template_key
        return About(kind, record, title, done.site, None, tx.rev(Inspection, record))
    if kind == "point" and (point := tx.find(Point, record)) and reader.viewer.may_see(point.site):
        return About(kind, record, f"{say(point.name)} {point.number}", point.site, None, tx.rev(Point, record))
    return About(kind, record)


def _point(tx: Tx, reader: Reader, point: PointId | None) -> str:
    found = tx.find(Point, point) if point else None
    return f"{reader.wording.text(found.name)} {found.number}" if found else str(point or "")


def _shown(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.words)[:MOST_LINES]


def _plain(body: dict[str, object]) -> tuple[Line, ...]:
    def members() -> Iterator[Line]:
        for name, value in body.items():
            if isinstance(value, (str, int, float)):
                yield Line(name, show(value)[:LONGEST])

    return tuple(members())[:MOST_LINES]


_NOTABLE = (Result.FAIL, Result.NOT_CHECKED)
_READERS: dict[str, Callable[[Tx, Reader, object], Reading]] = {
    "inspection.put": _inspection,
    "hazard.raise": _hazard,
    "hazard.transition": _transition,
    "recheck.put": _recheck,
    "note.put": _note,
    "point.patch": _patch,
    "excuse.put": _excuse,
    "access.put": _access,
    "handover.put": _handover,
    "shift.put": _shift,
    "pin.put": _pin,
    "notice.put": _notice,
    "notice.move": _receipt,
    "number.lease": _lease,
}
