"""Everything that one record's page shows, loaded at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from server.office.inspections.arrival import Arrival, arrival_of
from server.office.inspections.paper import Block, blocks
from server.office.permission import Permission
from server.office.photos.shot import files_of
from server.office.photos.views import shown_with
from server.office.reader import Reader
from server.store import Tx
from server.store.device import DeviceRow, find_device
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
from shared.checklist import Change, Context, Evaluation, diff, evaluate, history_of
from shared.errors import UnknownRecordError
from shared.ids import AssetId, InspectionId, Sha256
from shared.model.handover import Handover
from shared.model.hazard import Hazard
from shared.model.inspection import Inspection, Note, Photo, Review, ReviewState
from shared.model.place import Asset, Person, Point, Unit
from shared.model.plan import Rule
from shared.model.template import Template


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


def load(tx: Tx, reader: Reader, record: InspectionId) -> Record:
    """Load a record's page.

    Raises:
        UnknownRecordError: there is none that the reader may see.
    """
    found = inspection_for(tx, reader.viewer, record)
    reader.must(Permission.SEE_INSPECTIONS, found.site)
    template = tx.find(Template, found.template_key)
    assets = {asset: whole for asset in _assets(found) if (whole := tx.find(Asset, asset))}
    reviews = tuple(reviews_of(tx, record))
    times = server_times(tx, record)
    began, ended, arrived = times or (found.started_at.wall, None, tx.now)
    evaluation = Evaluation()
    if template is not None:
        history = history_of(earlier(tx, found))
        local = began.astimezone(reader.formats.zone)
        context = Context(local, tuple(assets.values()), history, found.id, reader.wording.language, found.sections)
        evaluation = evaluate(template, found.answers, context)
    amended = tx.find(Inspection, found.amends) if found.amends else None
    remarks = [remark for review in reviews[-1:] for remark in review.remarks]
    laid = blocks(template, found, assets, evaluation, remarks) if template else ()
    cells = [cell for block in laid for line in block.lines for cell in line.cells]
    shown = {photo for cell in cells for photo in (*cell.photos, *cell.after, *cell.voices)}
    notes = tuple(notes_about(tx, record))
    state = review_state(tx, record)
    names = files_of((*found.photos, *(photo for note in notes for photo in note.photos)))
    stored = frozenset(stored_photos(tx, names))
    return Record(
        inspection=found,
        template=template,
        point=tx.find(Point, found.point) if found.point else None,
        unit=tx.find(Unit, found.unit) if found.unit else None,
        author=tx.find(Person, found.author),
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
    )


def _twins(tx: Tx, reader: Reader, found: Inspection) -> tuple[Twin, ...]:
    twins = twins_of(tx, reader.viewer, "inspection", found.id, found.site, found.photos)
    return tuple(twin for twin in twins if reader.may(shown_with(twin.kind), twin.site))


def _tablet(tx: Tx, found: Inspection) -> DeviceRow | None:
    try:
        return find_device(tx, found.device)
    except UnknownRecordError:
        return None


def _assets(found: Inspection) -> tuple[AssetId, ...]:
    answered = (answer.per for answer in found.answers if answer.per is not None)
    return tuple(dict.fromkeys((*found.assets, *answered)))
