"""What a round leaves behind: answers, photos, signatures, the inspection record, its review, and notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from shared.clock import Reading
from shared.ids import (
    AssetId,
    DeviceId,
    InspectionId,
    NoteId,
    PersonId,
    PhotoId,
    PointId,
    ReviewId,
    RuleId,
    Sha256,
    SiteId,
    TemplateId,
    UnitId,
    is_sha256,
)
from shared.model.fix import Fix
from shared.model.mark import MOST_MARKS, Mark
from shared.model.template import template_key

Value = str | int | float | tuple[str, ...] | None
"""An answer's value: number, count, text, ISO date, choice name, choice names, tag text, or None."""


AFTER = "after"
"""The role of a photo that shows what was put right."""
VOICE = "voice"
"""The role of a voice note, which travels and is kept as photos are; it is never counted as a photo that a form asks for."""
MOST_SCANS = 100
"""So many scans of tags one record keeps."""


class Result(Enum):
    """合格 / 不合格 / 不适用 / 未检. ``NOT_CHECKED`` never counts as a pass."""

    PASS = "pass"
    FAIL = "fail"
    NA = "na"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Photo:
    """A stored picture. ``sha256`` names its bytes; ``item`` and ``per`` say what it shows, if an item.

    ``thumb`` names the bytes of its small copy, which travel before its own; records of older apps have none.
    ``camera`` is the hash of the camera's own file, which never travels: the same file used twice is known by it.
    ``marks`` is what was drawn on it, from the lowest up.
    ``role`` is AFTER for a picture of what was put right on the spot; the others show it as it was found. A recording of
    what was said has the role VOICE, a ``mime`` of its own, its length in ``seconds``, and neither small copy nor measures.
    ``place`` is where the camera was opened, if the tablet knew.
    """

    id: PhotoId
    sha256: Sha256
    size_bytes: int
    taken_at: Reading
    mime: str = "image/jpeg"
    width: int = 0
    height: int = 0
    item: str = ""
    per: AssetId | None = None
    thumb: Sha256 | None = None
    camera: Sha256 | None = None
    role: str = ""
    marks: tuple[Mark, ...] = ()
    seconds: int = 0
    place: Fix | None = None

    def __post_init__(self) -> None:
        if not is_sha256(self.sha256) or not 0 <= self.size_bytes < 1 << 53:
            raise ValueError("a photo needs a SHA-256 name and a size")
        if any(name is not None and not is_sha256(name) for name in (self.thumb, self.camera)):
            raise ValueError("a photo's small copy and its camera's file are named by their SHA-256")
        if not (0 <= self.width < 1 << 31 and 0 <= self.height < 1 << 31):
            raise ValueError("a photo's size in pixels is out of range")
        if not 0 <= self.seconds < 1 << 31:
            raise ValueError("a voice note's length is out of range")
        if len(self.marks) > MOST_MARKS:
            raise ValueError("too many marks on one photo")


def pictures(photos: Iterable[Photo]) -> tuple[Photo, ...]:
    """Return those that show something: a voice note proves nothing that a photo is asked for."""
    return tuple(photo for photo in photos if photo.role != VOICE)


@dataclass(frozen=True)
class Answer:
    """One item's answer 答案; ``per`` is the asset in a repeated section. ``reason`` explains NA, 未检 or out-of-limit.

    ``phrase`` is the key of the library's wording that was chosen for a fail. ``corrected``: it was put right on the spot;
    ``after`` are the photos that show it, as ``photos`` show how it was found. ``voices`` are spoken notes: a note may be
    said instead of written.

    Without slots: the server's decoder fills forty of them a record, and each member that a slotted class lacks costs it an
    exception (docs/decisions/0007).
    """

    item: str
    per: AssetId | None = None
    result: Result | None = None
    value: Value = None
    note: str = ""
    reason: str = ""
    action: str = ""
    photos: tuple[PhotoId, ...] = ()
    at: Reading | None = None
    phrase: str = ""
    corrected: bool = False
    after: tuple[PhotoId, ...] = ()
    voices: tuple[PhotoId, ...] = ()

    def __post_init__(self) -> None:
        if isinstance(self.value, (int, float)) and not -(2**53) < self.value < 2**53:
            raise ValueError("a value is out of range")


@dataclass(frozen=True, slots=True)
class Signature:
    """A handwritten signature as strokes of points (x, y in 0..1 of a 3:1 pad, from its top left corner), never pixels.

    ``refusal`` holds the reason when the person refused to sign; then ``witness`` names who saw it. ``place`` is where it
    was written or refused, if the tablet knew.
    """

    signer: str
    name: str
    at: Reading
    person: PersonId | None = None
    strokes: tuple[tuple[tuple[float, float], ...], ...] = ()
    refusal: str = ""
    witness: str = ""
    place: Fix | None = None

    def is_by(self, person: PersonId) -> bool:
        """Tell whether this person signed with his own hand; one that names nobody, as older apps wrote it, may be his."""
        return bool(self.strokes) and not self.refusal and self.person in (None, person)


class Status(Enum):
    """A record is a draft on its tablet until it is finished; then it never changes."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class TaskRef:
    """The scheduled task that a record fulfils: a rule and the first day of the window."""

    rule: RuleId
    window_on: date


@dataclass(frozen=True, slots=True)
class Scan:
    """A tag that was read, or its number typed, for a record: how (``qr``, ``nfc``, ``typed``), when, and where."""

    how: str
    at: Reading
    place: Fix | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """One record of one visit. ``author_rev`` counts up with each version its tablet sends.

    ``amends`` names the finished record that this one corrects; ``forked_from`` is set by the server when a device
    that does not own the record sent a version of it. ``sections`` are the parts of the form that were inspected (none
    named: all of them); ``inspectors`` names who inspected beside the author; ``visit`` is the number that the records
    of several tablets on one inspection share. ``place`` and ``ended_place`` are where it was begun and finished, if the
    tablet knew; ``scans`` are the tags read for it, in order.
    """

    id: InspectionId
    site: SiteId
    template: TemplateId
    template_version: int
    point: PointId | None
    author: PersonId
    device: DeviceId
    started_at: Reading
    author_rev: int = 1
    status: Status = Status.DRAFT
    ended_at: Reading | None = None
    answers: tuple[Answer, ...] = ()
    photos: tuple[Photo, ...] = ()
    signatures: tuple[Signature, ...] = ()
    assets: tuple[AssetId, ...] = ()
    unit: UnitId | None = None
    task: TaskRef | None = None
    start_mode: str = "manual"
    late_reason: str = ""
    conclusion: str = ""
    amends: InspectionId | None = None
    forked_from: InspectionId | None = None
    sections: tuple[str, ...] = ()
    inspectors: tuple[str, ...] = ()
    visit: str = ""
    place: Fix | None = None
    ended_place: Fix | None = None
    scans: tuple[Scan, ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.author_rev < 1 << 53 or not 0 < self.template_version < 1 << 31:
            raise ValueError("author_rev and template_version count from 1")
        if len(self.scans) > MOST_SCANS:
            raise ValueError("too many scans in one record")

    @property
    def template_key(self) -> str:
        """The template version that this record is pinned to, such as ``lmr-d@3``."""
        return template_key(self.template, self.template_version)


class ReviewState(Enum):
    """What the office made of a finished record."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Remark:
    """The reviewer's words on one exact item."""

    item: str
    text: str
    per: AssetId | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The office's verdict on a finished record; a returned one comes back to its author's tablet."""

    id: ReviewId
    site: SiteId
    inspection: InspectionId
    author: PersonId
    reviewer: PersonId
    reviewer_name: str
    state: ReviewState
    at: datetime
    remarks: tuple[Remark, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark with photos about any record; append-only, always accepted."""

    id: NoteId
    site: SiteId
    about_kind: str
    about_id: str
    author: PersonId
    at: Reading
    text: str
    photos: tuple[Photo, ...] = ()
