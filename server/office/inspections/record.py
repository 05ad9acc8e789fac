"""Everything that one record's page shows, loaded at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from server.office.inspections.arrival import Arrival, arrival_of
from server.office.inspections.beside import Part, beside
from server.office.inspections.paper import Block, blocks
from server.office.permission import Permission
from server.office.photos.shot import files_of
from server.office.photos.views import shown_with
from server.office.reader import Reader
from server.store import Tx
from server.store.device import DeviceRow, find_device
from server.store.former import all_as_of, as_of
from server.store.grade import Presence, assess, assets_of, evaluation_of, presence_of
from server.store.inspection import (
    amendments_of,
    earlier,
    forks_of,
    handovers_of,
    hazards_from,
    inspection_for,
    notes_about,
    review_state,
    reviews_of,
    server_times,
    stored_photos,
    together,
)
from server.store.twin import Twin, twins_of
from server.store.version import previous_of, versions_of
from shared.checklist import Change, Evaluation, diff
from shared.errors import UnknownRecordError
from shared.ids import InspectionId, Sha256
from shared.model.handover import Handover
from shared.model.hazard import Hazard
from shared.model.inspection import Inspection, Note, Photo, Remark, Review, ReviewState, Status
from shared.model.place import Asset, Person, Point, Unit
from shared.model.plan import Rule
from shared.model.template import Template

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record: who sent it and when it reached the server, and the office's last verdict on it."""

    inspection: Inspection
    author: Person | None
    arrived_at: datetime
    verdict: Review | None


@dataclass(frozen=True, slots=True)
class Before:
    """The record of the same form and place before this one, and both side by side."""

    inspection: Inspection
    author: Person | None
    started_at: datetime
    parts: tuple[Part, ...]

    @property
    def changed(self) -> int:
        """How many answers differ."""
        return sum(1 for part in self.parts for pair in part.pairs if pair.is_changed)


@dataclass(frozen=True, slots=True)
class Record:
    """One inspection as its page shows it. ``blocks`` is the paper form; ``template`` is missing only if its version
    has not reached this server.
    """

    inspection: Inspection
    template: Template | None
    point: Point | None
    unit: Unit | None
    author: Person | None
    rule: Rule | None
    blocks: tuple[Block, ...]
    evaluation: Evaluation
    started_at: datetime
    ended_at: datetime | None
    arrived_at: datetime
    state: str
    reviews: tuple[Review, ...]
    amends: Inspection | None
    changes: tuple[Change, ...]
    visit: tuple[Inspection, ...]
    amendments: tuple[Inspection, ...]
    forks: tuple[Inspection, ...]
    hazards: tuple[Hazard, ...]
    notes: tuple[Note, ...]
    handed: tuple[Handover, ...]
    stored: frozenset[Sha256]
    twins: tuple[Twin, ...]
    loose: tuple[Photo, ...]
    may_review: bool
    arrival: Arrival
    presence: Presence | None
    versions: tuple[Version, ...]
    previous: Inspection | None
    before: Before | None

    def item_label(self, name: str, language: str) -> str:
        """Name an item in a language, by its own name where the form is not known."""
        labels = {item.name: item.label for item in self.template.items} if self.template else {}
        return labels[name].get(language) if name in labels else name

    @property
    def photos(self) -> int:
        """How many photos the record names."""
        return self.arrival.total

    @property
    def photos_stored(self) -> int:
        """How many of them have arrived whole."""
        return self.arrival.arrived

    @property
    def is_time_corrected(self) -> bool:
        """Tell whether the tablet's wall clock was off by more than a minute."""
        return abs((self.inspection.started_at.wall - self.started_at).total_seconds()) > 60

    @property
    def last_return(self) -> Review | None:
        """Return the verdict that sent the record back, if the last one did."""
        last = self.reviews[-1] if self.reviews else None
        return last if last is not None and last.state is ReviewState.RETURNED else None


def load(tx: Tx, reader: Reader, record: InspectionId, *, is_beside: bool = False, is_printed: bool = False) -> Record:
    """Load a record's page; ``is_beside``: with what the record before said, item by item.

    ``is_printed``: place, unit and author are what they were when the record was begun.

    Raises:
        UnknownRecordError: there is none that the reader may see.
    """
    found = inspection_for(tx, reader.viewer, record)
    reader.must(Permission.SEE_INSPECTIONS, found.site)
    template = tx.find(Template, found.template_key)
    reviews = tuple(reviews_of(tx, record))
    times = server_times(tx, record)
    began, ended, arrived = times or (found.started_at.wall, None, tx.now)
    seen_at = began if is_printed else None
    past = earlier(tx, found)
    remarks = [remark for review in reviews[-1:] for remark in review.remarks]
    laid, evaluation = _paper(tx, reader, found, past, remarks)
    previous = previous_of(tx, found)
    before = _before(tx, reader, laid, past, previous) if previous is not None and is_beside else None
    amended = tx.find(Inspection, found.amends) if found.amends else None
    cells = [cell for block in laid for line in block.lines for cell in line.cells]
    shown = {photo for cell in cells for photo in (*cell.photos, *cell.after, *cell.voices)}
    notes = tuple(notes_about(tx, record))
    state = review_state(tx, record)
    older = before.inspection.photos if before else ()
    names = files_of((*found.photos, *older, *(photo for note in notes for photo in note.photos)))
    stored = frozenset(stored_photos(tx, names))
    return Record(
        inspection=found,
        template=template,
        point=_seen(tx, Point, found.point, seen_at),
        unit=_seen(tx, Unit, found.unit, seen_at),
        author=_seen(tx, Person, found.author, seen_at),
        rule=tx.find(Rule, found.task.rule) if found.task else None,
        blocks=laid,
        evaluation=evaluation,
        started_at=began,
        ended_at=ended,
        arrived_at=arrived,
        state=state,
        reviews=reviews,
        amends=amended,
        changes=diff(template, amended, found) if template is not None and amended is not None else (),
        visit=together(tx, found),
        amendments=tuple(amendments_of(tx, record)),
        forks=tuple(forks_of(tx, record)),
        hazards=tuple(hazards_from(tx, record)),
        notes=notes,
        handed=tuple(handovers_of(tx, found.id)),
        stored=stored,
        twins=_twins(tx, reader, found),
        loose=tuple(photo for photo in found.photos if photo not in shown),
        may_review=state == "submitted"
        and reader.may(Permission.REVIEW, found.site)
        and found.author != reader.viewer.person,
        arrival=arrival_of(found, template, stored, _tablet(tx, found), tx.now),
        presence=_presence(tx, found),
        versions=tuple(_version(tx, one) for one in versions_of(tx, found)),
        previous=previous,
        before=before,
    )


def _paper(
    tx: Tx, reader: Reader, record: Inspection, past: Sequence[Inspection], remarks: Iterable[Remark] = ()
) -> tuple[tuple[Block, ...], Evaluation]:
    template = tx.find(Template, record.template_key)
    if template is None:
        return (), Evaluation()
    times = server_times(tx, record.id)
    began_at = times[0] if times else record.started_at.wall
    evaluation = evaluation_of(tx, record, template, began_at, past, reader.wording.language)
    assets = all_as_of(tx, Asset, assets_of(record), began_at)
    return blocks(template, record, assets, evaluation, remarks), evaluation


def _seen(tx: Tx, cls: type[T], record: str | None, at: datetime | None) -> T | None:
    if record is None:
        return None
    return tx.find(cls, record) if at is None else as_of(tx, cls, record, at)


def _before(tx: Tx, reader: Reader, laid: Iterable[Block], past: Sequence[Inspection], previous: Inspection) -> Before:
    older, _ = _paper(tx, reader, previous, earlier(tx, previous))
    times = server_times(tx, previous.id)
    began_at = times[0] if times else previous.started_at.wall
    return Before(previous, tx.find(Person, previous.author), began_at, beside(laid, older, past))


def _presence(tx: Tx, found: Inspection) -> Presence | None:
    if found.status is not Status.FINAL:
        return None
    return presence_of(tx, found.id) or assess(tx, found.id)


def _version(tx: Tx, one: Inspection) -> Version:
    times, reviews = server_times(tx, one.id), reviews_of(tx, one.id)
    arrived_at = times[2] if times else tx.now
    return Version(one, tx.find(Person, one.author), arrived_at, reviews[-1] if reviews else None)


def _twins(tx: Tx, reader: Reader, found: Inspection) -> tuple[Twin, ...]:
    twins = twins_of(tx, reader.viewer, "inspection", found.id, found.site, found.photos)
    return tuple(twin for twin in twins if reader.may(shown_with(twin.kind), twin.site))


def _tablet(tx: Tx, found: Inspection) -> DeviceRow | None:
    try:
        return find_device(tx, found.device)
    except UnknownRecordError:
        return None
