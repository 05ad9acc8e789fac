"""Hazards and what drives them to closure: notice, reply, extension and recheck (manual 5.29.3; 61号令 §31-§35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from shared.clock import Reading
from shared.ids import (
    AssetId,
    DeviceId,
    ExtensionId,
    HazardId,
    InspectionId,
    NoticeId,
    PersonId,
    PhotoId,
    PointId,
    RecheckId,
    ReplyId,
    SiteId,
    UnitId,
)
from shared.model.fix import Fix
from shared.model.inspection import Photo, Signature
from shared.model.template import HazardGrade


class HazardState(Enum):
    """States of hazards facts §4.1. Overdue is computed, never stored."""

    DRAFT = "draft"
    CORRECTED_ON_SPOT = "corrected_on_spot"
    OPEN = "open"
    ISSUED = "issued"
    IN_RECTIFICATION = "in_rectification"
    EXTENSION_PENDING = "extension_pending"
    REPLIED = "replied"
    RECHECK_FAILED = "recheck_failed"
    RECHECK_PASSED = "recheck_passed"
    CLOSED = "closed"
    ESCALATED = "escalated"
    VOIDED = "voided"


class HazardEvent(Enum):
    """What can happen to a hazard; ``shared.hazard.TRANSITIONS`` decides every state with every event."""

    CONFIRM = "confirm"
    CORRECT_ON_SPOT = "correct_on_spot"
    VOID = "void"
    ISSUE = "issue"
    WITHDRAW = "withdraw"
    RECEIVE = "receive"
    REFUSE = "refuse"
    ASK_EXTENSION = "ask_extension"
    GRANT_EXTENSION = "grant_extension"
    DENY_EXTENSION = "deny_extension"
    REPLY = "reply"
    RETURN_REPLY = "return_reply"
    PASS_RECHECK = "pass_recheck"
    FAIL_RECHECK = "fail_recheck"
    SET_DEADLINE = "set_deadline"
    SIGN_OFF = "sign_off"
    ESCALATE = "escalate"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Step:
    """One transition that happened; a hazard's steps form a path of the state table and are never edited.

    ``origin`` says where from: office, tablet (then ``device`` names it) or link (the unit's own page); empty in steps of
    earlier versions. ``deadline_on`` is the day that the act set or asked for, ``paper_on`` the date of the paper ``ref``,
    ``photos`` the evidence that came with it, ``signed_by`` who signed if not the actor.
    """

    event: HazardEvent
    before: HazardState
    after: HazardState
    by: PersonId
    by_name: str
    at: datetime
    reason: str = ""
    ref: str = ""
    origin: str = ""
    device: DeviceId | None = None
    signed_by: str = ""
    witness: str = ""
    deadline_on: date | None = None
    paper_on: date | None = None
    photos: tuple[PhotoId, ...] = ()


@dataclass(frozen=True, slots=True)
class Hazard:
    """One hazard 隐患. ``no`` is given by the server; until then tablets show a temporary number.

    ``phrase`` is the key of the library's wording that it was described with, ``suggested_on`` the deadline that the
    library suggests: shown beside the field for ``deadline_on``, which somebody must fill.

    ``round`` counts rechecks from 0; ``first_deadline_on`` keeps the deadline of the notice. ``source_ref`` is the number
    of what it came from (a complaint, an authority's order). ``screens`` are the signs of a major hazard that whoever
    graded it saw (keys of ``urgency.SCREENS``). ``budget_fen`` is what putting it right may cost, in 0.01 yuan.
    """

    id: HazardId
    site: SiteId
    source_type: str
    description: str
    found_by: PersonId
    found_by_name: str
    found_at: Reading
    state: HazardState = HazardState.DRAFT
    no: str = ""
    source: InspectionId | None = None
    item: str = ""
    item_label: str = ""
    per: AssetId | None = None
    measured: str = ""
    limit: str = ""
    unit: UnitId | None = None
    point: PointId | None = None
    asset: AssetId | None = None
    location: str = ""
    category: str = ""
    grade: HazardGrade = HazardGrade.GENERAL
    is_suspected_major: bool = False
    legal_basis: tuple[str, ...] = ()
    required_measures: str = ""
    interim_measures: str = ""
    on_spot_action: str = ""
    deadline_on: date | None = None
    first_deadline_on: date | None = None
    responsible_dept: str = ""
    responsible_person: str = ""
    photos_before: tuple[Photo, ...] = ()
    photos_after: tuple[Photo, ...] = ()
    repaired_by: PersonId | None = None
    repaired_by_name: str = ""
    recheckers: tuple[PersonId, ...] = ()
    notice: NoticeId | None = None
    round: int = 0
    extensions: int = 0
    recurs_from: HazardId | None = None
    steps: tuple[Step, ...] = ()
    phrase: str = ""
    suggested_on: date | None = None
    source_ref: str = ""
    screens: tuple[str, ...] = ()
    is_suspended: bool = False
    suspended_on: date | None = None
    public_notice: str = ""
    budget_fen: int | None = None
    fund_source: str = ""


class NoticeState(Enum):
    """States of a notice (hazards facts §4.2)."""

    DRAFT = "draft"
    ISSUED = "issued"
    RECEIVED = "received"
    REFUSED = "refused"
    PARTLY_CLOSED = "partly_closed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """One line of an issued notice, as it was printed: what later becomes of the hazard does not change the paper."""

    hazard: HazardId
    description: str
    location: str = ""
    legal_basis: tuple[str, ...] = ()
    required_measures: str = ""
    interim_measures: str = ""
    deadline_on: date | None = None
    responsible_dept: str = ""
    responsible_person: str = ""
    grade: HazardGrade = HazardGrade.GENERAL


@dataclass(frozen=True, slots=True)
class Notice:
    """A 火险隐患整改通知书 with 1..n hazards. Once issued it is never edited; ``supersedes`` cites the old one.

    ``items`` are its lines as they were issued; notices of earlier versions have none. ``printed_no`` is what the paper says that was handed over, where the server had to give another number.
    """

    id: NoticeId
    site: SiteId
    no: str
    unit: UnitId
    hazards: tuple[HazardId, ...]
    lead_inspector: PersonId
    lead_inspector_name: str
    state: NoticeState = NoticeState.DRAFT
    inspection: InspectionId | None = None
    inspected_on: date | None = None
    inspection_type: str = ""
    inspectors: tuple[str, ...] = ()
    deadline_on: date | None = None
    interim_clause: str = ""
    reply_to: str = ""
    planned_recheck_on: date | None = None
    issued_at: datetime | None = None
    received_at: datetime | None = None
    received_by: str = ""
    received_title: str = ""
    delivery_mode: str = "in_person"
    refusal_note: str = ""
    witness: str = ""
    issuer_signature: Signature | None = None
    receiver_signature: Signature | None = None
    supersedes: NoticeId | None = None
    withdrawn_reason: str = ""
    printed_no: str = ""
    items: tuple[NoticeItem, ...] = ()


class Completion(Enum):
    """How far a unit says it got."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Reply:
    """The unit's 整改回执 for one hazard of a notice."""

    id: ReplyId
    site: SiteId
    notice: NoticeId
    hazard: HazardId
    cause: str
    measures_taken: str
    completion: Completion
    done_by: str
    submitted_at: datetime
    completed_on: date | None = None
    photos_after: tuple[Photo, ...] = ()
    signed_by: str = ""
    submitted_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A unit's request for more time; the old deadline stays in force until it is granted."""

    id: ExtensionId
    site: SiteId
    hazard: HazardId
    asked_by: str
    asked_at: datetime
    old_deadline_on: date
    new_deadline_on: date
    reason: str
    interim_measures: str = ""
    is_granted: bool | None = None
    decided_by: PersonId | None = None
    decided_at: datetime | None = None
    opinion: str = ""


class RecheckResult(Enum):
    """合格 / 部分合格 / 不合格 / 无法复查 of one hazard."""

    PASSED = "passed"
    PARTLY = "partly"
    FAILED = "failed"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Recheck:
    """A 复查记录: its own append-only record, made by somebody who did not do the repair.

    A fact: always accepted by the server, even when the hazard has moved on meanwhile. ``place`` is where it was handed
    in, if the tablet knew.
    """

    id: RecheckId
    site: SiteId
    hazard: HazardId
    round: int
    result: RecheckResult
    rechecked_by: PersonId
    rechecked_by_name: str
    at: Reading
    notice: NoticeId | None = None
    no: str = ""
    mode: str = "on_site"
    note: str = ""
    measured: str = ""
    photos: tuple[Photo, ...] = ()
    new_deadline_on: date | None = None
    signatures: tuple[Signature, ...] = ()
    place: Fix | None = None

    def __post_init__(self) -> None:
        if not 0 < self.round < 1 << 31:
            raise ValueError("round counts from 1")
