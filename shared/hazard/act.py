"""What a person does to a hazard, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from shared.ids import DeviceId, NoticeId, PersonId, UnitId
from shared.model.hazard import HazardEvent
from shared.model.inspection import Photo
from shared.model.place import Role
from shared.model.template import HazardGrade

FROM_OFFICE, FROM_TABLET, FROM_LINK = "office", "tablet", "link"
"""Where acts come from; the link is the inspected unit's own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing a person does to a hazard, with all that it may carry.

    ``today`` is the site's local date of ``at``. ``actor_unit`` is the actor's own unit, ``unit`` the inspected unit
    that the hazard goes to. ``signed_by`` (and ``signer``, if the tablet knows the person) names who signed when that
    is not the actor. ``ref`` names the recheck record, or the paper of an escalation or its outcome, ``paper_on`` that
    paper's date. ``origin`` says where from: office, tablet (then ``device``) or link. ``screens`` are the signs of a
    major hazard that the actor ticked; None: the actor was not asked.
    """

    event: HazardEvent
    by: PersonId
    by_name: str
    roles: frozenset[Role]
    at: datetime
    today: date
    actor_unit: UnitId | None = None
    reason: str = ""
    ref: str = ""
    photos: tuple[Photo, ...] = ()
    is_signed: bool = False
    signed_by: str = ""
    signer: PersonId | None = None
    witness: str = ""
    addressee: str = ""
    description: str = ""
    location: str = ""
    category: str = ""
    grade: HazardGrade | None = None
    legal_basis: tuple[str, ...] = ()
    required_measures: str = ""
    interim_measures: str = ""
    measures_taken: str = ""
    deadline_on: date | None = None
    unit: UnitId | None = None
    responsible_dept: str = ""
    responsible_person: str = ""
    notice: NoticeId | None = None
    recheckers: tuple[PersonId, ...] = ()
    repaired_by: PersonId | None = None
    repaired_by_name: str = ""
    is_on_site: bool = True
    origin: str = ""
    device: DeviceId | None = None
    paper_on: date | None = None
    screens: tuple[str, ...] | None = None
    budget_fen: int | None = None
    fund_source: str = ""
    is_suspended: bool | None = None
    public_notice: str = ""
