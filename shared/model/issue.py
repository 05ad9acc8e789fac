"""What a tablet says about a notice that was issued, signed for or refused on the spot, offline (hazards facts §3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.clock import Reading
from shared.ids import HazardId, InspectionId, NoticeId, PersonId, SiteId, UnitId
from shared.model.hazard import HazardEvent
from shared.model.inspection import Signature
from shared.model.template import HazardGrade


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One hazard of a notice as the lead inspector wrote it. ``deadline_on`` was chosen by a person, never defaulted."""

    hazard: HazardId
    grade: HazardGrade
    deadline_on: date
    required_measures: str
    interim_measures: str = ""
    responsible_dept: str = ""
    responsible_person: str = ""
    legal_basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticePut:
    """Body of ``notice.put``: a notice issued on a tablet. ``no`` is what the paper says.

    A number of the tablet's own block stands; any other, such as the temporary one of a tablet without a block, is
    replaced by the server, which keeps it as ``Notice.printed_no``.
    """

    id: NoticeId
    site: SiteId
    no: str
    unit: UnitId
    lines: tuple[NoticeLine, ...]
    issued_at: Reading
    lead_inspector: PersonId
    lead_inspector_name: str
    interim_clause: str
    inspection: InspectionId | None = None
    inspected_on: date | None = None
    inspection_type: str = ""
    inspectors: tuple[str, ...] = ()
    reply_to: str = ""
    planned_recheck_on: date | None = None
    issuer_signature: Signature | None = None
    recheckers: tuple[PersonId, ...] = ()

    @property
    def hazards(self) -> tuple[HazardId, ...]:
        """The hazards in the order of the paper."""
        return tuple(line.hazard for line in self.lines)


@dataclass(frozen=True, slots=True)
class NoticeMove:
    """Body of ``notice.move``: the unit signed for a notice (RECEIVE), or would not (REFUSE: why, and who saw it).

    ``signature`` is the receiver's; ``title`` his post. ``id`` names the notice.
    """

    id: NoticeId
    event: HazardEvent
    at: Reading
    name: str = ""
    title: str = ""
    delivery_mode: str = "in_person"
    reason: str = ""
    witness: str = ""
    signature: Signature | None = None
