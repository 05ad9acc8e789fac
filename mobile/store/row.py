"""Small frozen rows that the store answers with, where no noun of ``shared.model`` fits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from shared.clock import Reading
from shared.ids import (
    AccessId,
    AssetId,
    DeviceId,
    ExcuseId,
    HandoverId,
    HazardId,
    InspectionId,
    NoteId,
    NoticeId,
    OpId,
    PersonId,
    PhotoId,
    PointId,
    RecheckId,
    RuleId,
    Sha256,
    SiteId,
    TemplateId,
    UnitId,
)
from shared.model.access import AccessCategory
from shared.model.fix import Fix
from shared.model.hazard import RecheckResult
from shared.model.inspection import VOICE, Photo, Result, Status, TaskRef, Value
from shared.model.mark import Mark
from shared.model.template import HazardGrade

PHOTO_MIME, VOICE_MIME = "image/jpeg", "audio/mp4"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who this tablet is to the server. The token goes into ``Authorization: Bearer`` and is never shown or logged."""

    server_url: str
    device: DeviceId
    device_name: str
    site: SiteId
    site_name: str
    person: PersonId
    person_name: str
    token: str

    def __repr__(self) -> str:
        return f"Enrolment({self.server_url!r}, device={self.device!r})"


class Shipment(Enum):
    """How far a record got. ``PARKED``: the server has it but could not apply it, or could not read it."""

    DRAFT = "draft"
    WAITING = "waiting"
    SENT = "sent"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class RecordHead:
    """One inspection without its answers: what lists and the schedule need. Own drafts, own and others' finals."""

    id: InspectionId
    site: SiteId
    template: TemplateId
    template_version: int
    point: PointId | None
    task: TaskRef | None
    author: PersonId
    status: Status
    started_at: Reading
    ended_at: Reading | None
    amends: InspectionId | None
    shipment: Shipment
    is_own: bool
    photos_total: int = 0
    photos_sent: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier answer to an item at the same point."""

    inspection: InspectionId
    at: datetime
    result: Result | None
    value: Value
    note: str = ""
    photos: tuple[PhotoId, ...] = ()


class PhotoState(Enum):
    """``PENDING``: a camera was opened for it. ``READY``: its bytes are on disk under their hash."""

    PENDING = "pending"
    READY = "ready"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """One picture taken on this tablet, or one voice note spoken into it (role VOICE, ``seconds`` long).

    ``source`` is where the camera or the recorder writes; it is gone once the photo is ready.

    ``thumb`` and ``camera``: see ``shared.model.inspection.Photo``. ``trouble`` says why it is not ready: ``no-space``
    (tried again), ``unreadable`` (the camera's file is kept). ``is_twin``: the same picture was taken in elsewhere too.
    ``role``: as of ``shared.model.inspection.Photo``; ``place`` is where the camera was opened.
    """

    id: PhotoId
    record: str
    item: str
    per: AssetId | None
    state: PhotoState
    begun_at: Reading
    source: str = ""
    sha256: str = ""
    size_bytes: int = 0
    width: int = 0
    height: int = 0
    is_sent: bool = False
    thumb: str = ""
    camera: str = ""
    trouble: str = ""
    is_twin: bool = False
    role: str = ""
    marks: tuple[Mark, ...] = ()
    seconds: int = 0
    place: Fix | None = None

    @property
    def is_voice(self) -> bool:
        """Tell whether it is heard, not seen."""
        return self.role == VOICE

    def as_sent(self) -> Photo:
        """Write a ready photo as records carry it."""
        return Photo(
            self.id,
            Sha256(self.sha256),
            self.size_bytes,
            self.begun_at,
            mime=VOICE_MIME if self.is_voice else PHOTO_MIME,
            width=self.width,
            height=self.height,
            item=self.item,
            per=self.per,
            thumb=Sha256(self.thumb) if self.thumb else None,
            camera=Sha256(self.camera) if self.camera else None,
            role=self.role,
            marks=self.marks,
            seconds=self.seconds,
            place=self.place,
        )


@dataclass(frozen=True, slots=True)
class RecheckDraft:
    """A recheck that is being recorded; ``id`` becomes the id of the finished record."""

    id: RecheckId
    site: SiteId
    hazard: HazardId
    round: int
    author: PersonId
    started_at: Reading
    result: RecheckResult | None = None
    note: str = ""
    measured: str = ""
    new_deadline_on: date | None = None

    @property
    def about(self) -> str:
        """The record that this form is about."""
        return self.hazard


@dataclass(frozen=True, slots=True)
class HazardDraft:
    """A hazard that is being written up; ``id`` becomes its id once it is raised.

    ``source_type``: what it was seen at: ``observation``, or ``recheck`` of another hazard.
    """

    id: HazardId
    site: SiteId
    author: PersonId
    started_at: Reading
    description: str = ""
    point: PointId | None = None
    asset: AssetId | None = None
    unit: UnitId | None = None
    location: str = ""
    category: str = ""
    grade: HazardGrade = HazardGrade.GENERAL
    is_suspected_major: bool = False
    on_spot_action: str = ""
    source_type: str = "observation"

    @property
    def about(self) -> str:
        """The record that this form is about."""
        return self.point or ""


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note that is being written; ``id`` becomes its id."""

    id: NoteId
    site: SiteId
    author: PersonId
    started_at: Reading
    about_kind: str
    about: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class LineDraft:
    """One hazard on a notice that is being written; what is None or empty nobody has chosen or written yet."""

    hazard: HazardId
    is_chosen: bool = True
    grade: HazardGrade | None = None
    deadline_on: date | None = None
    required_measures: str = ""
    interim_measures: str = ""
    responsible_person: str = ""
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A notice that is being written; ``id`` becomes its id. Its number is taken when it is issued, not before.

    ``mode`` is how it reaches the unit, ``title`` the post of who signs for it.
    """

    id: NoticeId
    site: SiteId
    author: PersonId
    started_at: Reading
    lines: tuple[LineDraft, ...] = ()
    unit: UnitId | None = None
    inspection: InspectionId | None = None
    interim_clause: str = ""
    reply_to: str = ""
    title: str = ""

    @property
    def about(self) -> str:
        """The record that this form is about."""
        return self.inspection or self.unit or ""

    @property
    def chosen(self) -> tuple[LineDraft, ...]:
        """The lines that go onto the paper."""
        return tuple(line for line in self.lines if line.is_chosen)


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """An inspection of a unit that is being set out; ``id`` becomes the id of its record. No section: the whole form."""

    id: InspectionId
    site: SiteId
    author: PersonId
    started_at: Reading
    template: TemplateId | None = None
    task: TaskRef | None = None
    unit: UnitId | None = None
    sections: tuple[str, ...] = ()
    inspectors: tuple[str, ...] = ()
    visit: str = ""

    @property
    def about(self) -> str:
        """The record that this form is about."""
        return self.task.rule if self.task is not None else ""


@dataclass(frozen=True, slots=True)
class ExcuseDraft:
    """Why a round cannot be done, being written; ``id`` becomes the id of the excuse."""

    id: ExcuseId
    site: SiteId
    author: PersonId
    started_at: Reading
    rule: RuleId
    window_on: date
    reason: str = ""
    note: str = ""

    @property
    def about(self) -> str:
        """The window that this form is about."""
        return window_key(self.rule, self.window_on)


def window_key(rule: RuleId, window_on: date) -> str:
    """Name one window of a rule."""
    return f"{rule}|{window_on.isoformat()}"


@dataclass(frozen=True, slots=True)
class AdmitDraft:
    """Somebody at a machine room's door, being written down; ``id`` becomes the id of the entry.

    Members as in ``shared.model.access.Access``; ``approved_at`` is when the approval was written down.
    """

    id: AccessId
    site: SiteId
    author: PersonId
    started_at: Reading
    point: PointId
    category: AccessCategory | None = None
    name: str = ""
    org: str = ""
    phone: str = ""
    cert_no: str = ""
    person: PersonId | None = None
    purpose: str = ""
    approved_by: str = ""
    approved_at: Reading | None = None
    escort: str = ""
    key_no: str = ""
    items: str = ""

    @property
    def about(self) -> str:
        """The room that this form is about."""
        return self.point

    @property
    def missing(self) -> tuple[str, ...]:
        """Name what the form lacks before the person may go in."""
        needs_approval = self.category is not None and self.category.needs_approval
        wanted = (
            ("category", self.category),
            ("name", self.name),
            ("phone", self.phone or not needs_approval or self.person is not None),
            ("purpose", self.purpose),
            ("approved_by", self.approved_by or not needs_approval),
        )
        return tuple(name for name, found in wanted if not found)


@dataclass(frozen=True, slots=True)
class Given:
    """A draft of this tablet that was handed over: under which handover, to whom and when (this tablet's wall clock)."""

    record: InspectionId
    handover: HandoverId
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewOp:
    """An operation to queue. ``entity`` is the record that it is about, ``about`` a second one (a recheck's hazard)."""

    op_id: OpId
    kind: str
    author: PersonId
    at: Reading
    body: dict[str, object]
    entity: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Parked:
    """An operation that could not be applied; kept, and shown with the reason. ``problem`` is the RFC 9457 document.

    ``is_here``: the server could not read it, so that only this tablet has it.
    """

    op_id: OpId
    kind: str
    entity_id: str
    problem_code: str
    at: datetime | None
    problem: dict[str, object] | None = None
    about: str = ""
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What the office made of an operation that the server had refused: ``act`` is ``applied`` or ``aside``."""

    op_id: OpId
    kind: str
    entity_id: str
    act: str
    by: str
    word: str
    settled_at: datetime | None
    at: datetime | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """A photo whose bytes are not whole on the server; ``aside_until``: the server failed on it, it is tried again then."""

    item: str
    size_bytes: int
    received: int
    aside_until: datetime | None = None
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """One record, note or form that is not wholly on the server: ``ops`` operations wait, and ``photos``.

    ``tries`` of its operation failed on the server; until ``aside_until`` others go first.
    """

    entity_id: str
    kind: str
    about: str
    at: datetime | None
    ops: int
    tries: int = 0
    aside_until: datetime | None = None
    photos_total: int = 0
    photos: tuple[WaitingPhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class SyncState:
    """What waits here, since when, why, and when the next try is. Times are this tablet's wall clock.

    ``queue`` names what waits, the oldest first, ``more_in_queue`` counts the rest. ``copies_left`` counts small copies
    of photos, which go before the photos. ``doing`` is the request under way: ``push``,
    ``pull``, ``photos`` ... ``photos_sent`` are those of the thirty days until the last was sent.
    ``set_aside`` counts what the server failed on, which is tried again later while all else goes on. ``salvaged_at``:
    the database was damaged then, and what could be read of it was carried over.
    """

    waiting: int = 0
    waiting_by_kind: tuple[tuple[str, int], ...] = ()
    oldest_waiting_at: datetime | None = None
    photos_total: int = 0
    photos_sent: int = 0
    photos_damaged: int = 0
    photos_without_space: int = 0
    bytes_left: int = 0
    parked: tuple[Parked, ...] = ()
    last_success_at: datetime | None = None
    last_try_at: datetime | None = None
    last_error_code: str = ""
    next_try_at: datetime | None = None
    is_running: bool = False
    is_offline: bool = False
    clock_skew_s: int = 0
    deletions_held: int = 0
    answered: tuple[Answered, ...] = ()
    queue: tuple[Waiting, ...] = ()
    more_in_queue: int = 0
    copies_left: int = 0
    doing: str = ""
    set_aside: int = 0
    salvaged_at: datetime | None = None
    is_salvage_seen: bool = False
    notes: tuple[str, ...] = ()
    """What the last session found besides: ``upgrade``, ``upgrade-to-pull``, ``digest-mismatch`` ..."""

    @property
    def is_all_sent(self) -> bool:
        """Tell whether everything made on this tablet is on the server."""
        return not self.waiting and not self.parked and self.photos_sent >= self.photos_total


@dataclass(frozen=True, slots=True)
class Duty:
    """Who holds the tablet and since when. ``is_proved``: by the PIN."""

    person: PersonId
    since: Reading
    is_proved: bool = True


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs of one person in a row, and when the last was."""

    wrong: int = 0
    last: Reading | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """One record that a shift made or changed: ``kind`` of its first operation, how many wait or were refused.

    ``standing`` is what the server said about the worst of them when it was last asked (``shared.sync.messages.Standing``),
    empty where all stand as sent; ``is_new``: something of it has not been asked about.
    """

    entity_id: str
    kind: str
    about: str
    at: datetime | None
    ops: int = 0
    waiting: int = 0
    refused: int = 0
    standing: str = ""
    is_new: bool = False
    photos: int = 0
    photos_sent: int = 0
    photos_damaged: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """Where the person was: a screen, and on it a record and an item."""

    screen: str
    record: str = ""
    item: str = ""
    per: AssetId | None = None
