"""What views may ask of the store (``Source``) and what actions may also do to it (``ActingStore``).

Every question is quick, answers from this tablet alone, and shows the tablet's own view: what the server sent,
overlaid with what waits here to be sent. Writing happens inside ``transaction()`` only: one action, one commit.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from mobile.store.row import (
    AdmitDraft,
    Duty,
    Enrolment,
    ExcuseDraft,
    Given,
    HazardDraft,
    Made,
    NewOp,
    NoteDraft,
    NoticeDraft,
    Past,
    PhotoRow,
    Position,
    RecheckDraft,
    RecordHead,
    SyncState,
    Tries,
    VisitDraft,
)
from shared.clock import Reading
from shared.ids import (
    AccessId,
    AssetId,
    DeviceId,
    Epoch,
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
    ShiftId,
    SiteId,
    TemplateId,
    UnitId,
)
from shared.model.access import Access
from shared.model.handover import Handover
from shared.model.hazard import Extension, Hazard, Notice, Recheck, Reply
from shared.model.inspection import Answer, Inspection, Note, Photo, Review, Signature
from shared.model.mark import Mark
from shared.model.number import NumberBlock
from shared.model.phrase import Phrase
from shared.model.place import Asset, Building, Person, Point, Site, Text, Unit
from shared.model.plan import Excuse, Rule, Waiver, WorkdayYear
from shared.model.shift import Pin, Shift
from shared.model.template import Template
from shared.schedule import RecordFact

if TYPE_CHECKING:
    from shared.checklist import Past as Done

S = TypeVar("S", RecheckDraft, HazardDraft, NoteDraft, NoticeDraft, VisitDraft, ExcuseDraft, AdmitDraft)
Sheet = RecheckDraft | HazardDraft | NoteDraft | NoticeDraft | VisitDraft | ExcuseDraft | AdmitDraft
AnswerKey = tuple[str, AssetId | None]
"""An item's name and, in a repeated section, the asset it is answered for."""


class Source(Protocol):
    """Everything that views read."""

    def enrolment(self) -> Enrolment | None: ...
    def snapshot(self) -> AbstractContextManager[None]:
        """Answer every question inside from one moment."""

    # who and where
    def site(self, site: SiteId) -> Site | None: ...
    def building(self, building: str) -> Building | None: ...
    def point(self, point: PointId) -> Point | None: ...
    def points(self) -> tuple[Point, ...]: ...
    def point_by_tag(self, text: str) -> Point | None:
        """Find the point whose tag or printed number is ``text``; retired tags find nothing."""

    def tag_owner(self, text: str) -> Point | None:
        """Find the point whose tag or printed number is ``text``, also if its tag is retired."""

    def assets(self) -> tuple[Asset, ...]: ...
    def assets_at(self, point: PointId) -> tuple[Asset, ...]: ...
    def asset(self, asset: AssetId) -> Asset | None: ...
    def unit(self, unit: UnitId) -> Unit | None: ...
    def units(self) -> tuple[Unit, ...]: ...
    def person(self, person: PersonId) -> Person | None: ...
    def people(self) -> tuple[Person, ...]: ...

    # the plan
    def template(self, template: TemplateId, version: int) -> Template | None: ...
    def template_title(self, template: TemplateId, version: int) -> Text | None:
        """Return what a version of a template is called, without reading all of it."""

    def latest_template(self, template: TemplateId) -> Template | None: ...
    def has_templates(self) -> bool:
        """Tell whether there is any form."""
        ...

    def templates(self) -> tuple[Template, ...]:
        """List the latest version of each template, by id."""

    def library(self) -> tuple[Phrase, ...]:
        """List the newest version of each hazard wording of the office that is in use."""

    def library_phrase(self, key: str) -> Phrase | None:
        """Return one version of a wording by its key, such as ``lmr-09-expired@2``."""

    def rules(self) -> tuple[Rule, ...]: ...
    def workdays(self) -> tuple[WorkdayYear, ...]: ...
    def waivers(self) -> tuple[Waiver, ...]: ...
    def excuses(self, since: date) -> tuple[Excuse, ...]:
        """List the excuses for windows from ``since`` on, oldest first, with what the office made of them."""

    def excuse_draft(self, excuse: ExcuseId) -> ExcuseDraft | None: ...
    def excuse_draft_for(self, about: str) -> ExcuseDraft | None: ...

    # the access log, and rounds on their way to somebody else
    def people_inside(self) -> tuple[Access, ...]: ...
    def accesses_since(self, day: date) -> tuple[Access, ...]: ...
    def access(self, access: AccessId) -> Access | None: ...
    def admit_draft(self, access: AccessId) -> AdmitDraft | None: ...
    def admit_draft_for(self, point: PointId) -> AdmitDraft | None: ...
    def handovers_to(self, person: PersonId) -> tuple[Handover, ...]:
        """List the rounds that are offered to somebody and not yet taken."""

    def handover(self, handover: HandoverId) -> Handover | None: ...
    def handover_of(self, record: InspectionId) -> Handover | None: ...
    def given(self, record: InspectionId) -> Given | None:
        """Tell whether a draft of this tablet was handed over."""

    def all_given(self) -> tuple[InspectionId, ...]: ...

    # records
    def records_since(self, day: date) -> tuple[RecordHead, ...]:
        """List drafts of any age, and everybody's records begun on ``day`` (UTC) or later, oldest first."""

    def finished_since(self, day: date) -> tuple[RecordHead, ...]:
        """List the records finished on this tablet and begun on ``day`` (UTC) or later, the last finished first."""

    def finished_count(self, day: date) -> int:
        """Count what ``finished_since`` lists."""

    def task_facts(self, since: Mapping[RuleId, date]) -> tuple[RecordFact, ...]:
        """List what the schedule needs of the records of rules, each rule's from a ``window_on`` on."""

    def drafts(self) -> tuple[RecordHead, ...]: ...
    def head(self, inspection: InspectionId) -> RecordHead | None: ...
    def inspection(self, inspection: InspectionId) -> Inspection | None:
        """Build the record, draft or final, with its answers, ready photos and signatures."""

    def answers(self, inspection: InspectionId) -> tuple[Answer, ...]: ...
    def can_undo(self, record: str) -> bool: ...
    def taps(self, record: str, most: int) -> tuple[AnswerKey, ...]:
        """List whose answers the last taps changed, the latest first: what ``undo`` takes back, one by one."""

    def previous(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None = None
    ) -> Mapping[AnswerKey, tuple[Past, ...]]:
        """Map each item to its last five answers at this point in finished records, newest first."""

    def history(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None = None
    ) -> Mapping[AnswerKey, Done]:
        """Map each item to when it was last done here, as ``shared.checklist.Context`` wants it."""

    def past(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None = None
    ) -> tuple[Mapping[AnswerKey, tuple[Past, ...]], Mapping[AnswerKey, Done]]:
        """Return both ``previous`` and ``history`` from one reading of the records."""

    def returned(self) -> tuple[Review, ...]:
        """List reviews that sent this tablet's records back and that no newer record answers yet."""

    def review_of(self, inspection: InspectionId) -> Review | None: ...
    def notes_about(self, kind: str, entity: str) -> tuple[Note, ...]: ...

    # hazards
    def hazards(self) -> tuple[Hazard, ...]: ...
    def current_hazards(self) -> tuple[Hazard, ...]:
        """List the hazards that the server does not know to be over, and those that only wait here."""

    def hazards_from(self, records: Collection[InspectionId]) -> tuple[Hazard, ...]:
        """List the hazards that were found in some records."""

    def hazard_count(self, found_by: PersonId | None = None) -> int:
        """Count all hazards, or those that a person found."""

    def open_hazards(self) -> tuple[Hazard, ...]:
        """List the hazards that the server does not know to be over; those that only wait here are not among them."""

    def hazard(self, hazard: HazardId) -> Hazard | None: ...
    def hazard_rev(self, hazard: HazardId) -> int: ...
    def notice(self, notice: NoticeId) -> Notice | None: ...
    def notices(self) -> tuple[Notice, ...]:
        """List the notices, those that wait here too, the latest first."""

    def number_blocks(self) -> tuple[NumberBlock, ...]:
        """List the blocks of notice numbers leased to this tablet, the earliest first."""

    def printed_numbers(self) -> frozenset[str]:
        """Return every notice number that stands on a notice known here, sent or not."""

    def is_lease_asked(self, year: int, since: datetime) -> bool:
        """Tell whether a request for numbers waits to be sent, or one of ``year`` made after ``since`` was refused."""

    def clock_offset(self) -> timedelta | None:
        """Return how far the server's clock is ahead of ours, None before they were compared."""

    def reply_for(self, hazard: HazardId) -> Reply | None: ...
    def extensions_of(self, hazard: HazardId) -> tuple[Extension, ...]: ...
    def rechecks_of(self, hazard: HazardId) -> tuple[Recheck, ...]: ...
    def recheck_rounds(self, hazards: Collection[HazardId]) -> Mapping[HazardId, int]:
        """Map those that were rechecked to their last recheck's round, asked for all of a list at once."""
        ...

    def recheck_draft(self, recheck: RecheckId) -> RecheckDraft | None: ...
    def recheck_draft_for(self, hazard: HazardId) -> RecheckDraft | None: ...
    def hazard_draft(self, hazard: HazardId) -> HazardDraft | None: ...
    def note_draft(self, note: NoteId) -> NoteDraft | None: ...
    def notice_draft(self, notice: NoticeId) -> NoticeDraft | None: ...
    def visit_draft(self, visit: InspectionId) -> VisitDraft | None: ...
    def sheets(self, cls: type[S]) -> tuple[S, ...]:
        """List the forms of one kind that are being filled in, the oldest first."""

    def forms(self) -> tuple[Sheet, ...]:
        """List the forms of every kind that are being filled in, the oldest first."""

    def signatures_of(self, record: str) -> tuple[Signature, ...]:
        """List the signatures on a draft or form in the order of their making."""

    # photos
    def photos_of(self, record: str) -> tuple[PhotoRow, ...]:
        """List the photos of a record that are not dropped, oldest first."""

    def photo(self, photo: PhotoId) -> PhotoRow | None: ...
    def photo_path(self, photo: PhotoId, size: str = "thumb") -> Path | None:
        """Return the file of a photo, ``thumb`` (320 px) or ``screen``; None while it is not on this tablet."""

    def voice_path(self, voice: PhotoId) -> Path | None:
        """Return the file of a voice note; None while it is not on this tablet."""

    def blob_path(self, sha256: Sha256, size: str = "thumb") -> Path | None: ...
    def usual_photo(self) -> tuple[int, int]:
        """Return how many bytes the last photos took each, small copies included, and how many photos say so."""

    def usual_photos(self, template: TemplateId, point: PointId | None) -> tuple[int, ...]:
        """Return how many photos the last rounds of a checklist at a point had, newest first."""

    # who holds the tablet, and the shift
    def duty(self) -> Duty | None: ...
    def pin(self, person: PersonId) -> Pin | None: ...
    def pins(self) -> tuple[Pin, ...]:
        """List the verifiers of all who have a PIN."""

    def tries(self, person: PersonId) -> Tries: ...
    def shift(self, shift: ShiftId) -> Shift | None: ...
    def open_shift(self, person: PersonId) -> Shift | None: ...
    def last_shift(self, person: PersonId) -> Shift | None: ...
    def made_in(self, shift: ShiftId) -> tuple[Made, ...]:
        """List the records that a shift made or changed, oldest first, with how far each is on the server."""

    def is_comparing(self, shift: ShiftId) -> bool:
        """Tell whether the server is yet to answer for something of a shift."""

    def compared(self, shift: ShiftId) -> tuple[int, int]:
        """Return for how many lines of a shift the server has answered, and how many it is asked about."""

    # the rest
    def sync_state(self) -> SyncState: ...
    def position(self) -> Position | None: ...
    def setting(self, name: str, default: str = "") -> str: ...
    def phrases(self) -> tuple[str, ...]:
        """List what was written before, most used first."""


class ActingStore(Source, Protocol):
    """What actions also do. Everything below raises RuntimeError outside of ``transaction()``."""

    def transaction(self) -> AbstractContextManager[None]:
        """Begin at once (no other writer), commit at the end with the disk's word for it, or change nothing."""

    def add_record(self, inspection: Inspection) -> None: ...
    def change_record(self, inspection: Inspection) -> None: ...
    def finish_record(self, inspection: Inspection) -> None: ...
    def drop_record(self, record: str) -> None: ...
    def answer(self, record: str, item: str, per: AssetId | None) -> Answer | None: ...
    def put_answer(self, record: str, answer: Answer, *, goes_on: bool = False) -> None: ...
    def put_answers(self, record: str, answers: tuple[Answer, ...]) -> None: ...
    def drop_answer(self, record: str, item: str, per: AssetId | None) -> None: ...
    def undo(self, record: str) -> AnswerKey | None: ...
    def put_signature(self, record: str, signature: Signature) -> None: ...
    def drop_signature(self, record: str, signer: str) -> None: ...
    def put_sheet(self, sheet: Sheet) -> None: ...
    def has_sheet(self, sheet: str) -> bool: ...
    def finish_sheet(self, sheet: str) -> None: ...
    def give(self, record: InspectionId, handover: HandoverId, name: str, at: Reading) -> None: ...
    def take_back(self, record: InspectionId) -> None: ...
    def pending_photos(self) -> tuple[PhotoRow, ...]: ...
    def troubled_photos(self) -> tuple[PhotoRow, ...]:
        """List photos that no picture came of: without space (still pending), or not understood (dropped)."""

    def release_photos(self, size_bytes: int) -> int:
        """Remove photos that are safe on the server, the oldest first; return what their files took."""

    def put_marks(self, photo: PhotoId, marks: tuple[Mark, ...]) -> None: ...
    def adopt_photo(self, record: str, photo: Photo) -> None: ...
    def add_photo(self, photo: PhotoRow) -> None: ...
    def change_photo(self, photo: PhotoRow) -> None: ...
    def send_photos(self, record: str) -> None: ...
    def add_op(self, op: NewOp) -> None: ...
    def set_duty(self, duty: Duty | None) -> None: ...
    def set_tries(self, person: PersonId, tries: Tries) -> None: ...
    def put_shift(self, shift: Shift) -> None: ...
    def ask_comparison(self, shift: ShiftId) -> None: ...
    def dismiss(self, op_id: OpId) -> None: ...
    def allow_deletions(self) -> None: ...
    def ask_everything(self) -> None: ...
    def note_salvage(self) -> None: ...
    def own_device(self, fresh: DeviceId) -> DeviceId: ...
    def enrol(self, enrolment: Enrolment, epoch: Epoch) -> None:
        """Become a tablet of this server, in one transaction of its own."""

    def sweep_files(self) -> int: ...
    def set_position(self, position: Position) -> None: ...
    def set_setting(self, name: str, value: str) -> None: ...
    def count_phrase(self, text: str, at: Reading) -> None: ...
    def forget_phrase(self, text: str) -> None: ...
