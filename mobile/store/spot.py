"""How a notice that was issued here stands until the server has taken it in: the notice, its receipt, its hazards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice, NoticeState
from shared.model.issue import NoticeMove, NoticePut
from shared.notice import drafted

_BEFORE = frozenset({HazardState.DRAFT, HazardState.OPEN})
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def issued(put: NoticePut) -> Notice:
    """Return the notice that an operation of this tablet issues."""
    return replace(
        drafted(put),
        state=NoticeState.ISSUED,
        issued_at=put.issued_at.wall,
        deadline_on=max((line.deadline_on for line in put.lines), default=None),
    )


def received(notice: Notice, move: NoticeMove | None) -> Notice:
    """Return a notice with the receipt or refusal that waits here, if it still waits for one."""
    if move is None or notice.state is not NoticeState.ISSUED:
        return notice
    if move.event is HazardEvent.REFUSE:
        return replace(
            notice,
            state=NoticeState.REFUSED,
            received_at=move.at.wall,
            refusal_note=move.reason,
            witness=move.witness,
            delivery_mode="left",
        )
    return replace(
        notice,
        state=NoticeState.RECEIVED,
        received_at=move.at.wall,
        received_by=move.name,
        received_title=move.title,
        delivery_mode=move.delivery_mode,
        receiver_signature=move.signature,
    )


def moved(hazard: Hazard, act: NoticePut | NoticeMove) -> Hazard:
    """Return a hazard as a notice that waits here will leave it; one that has moved on meanwhile stays as it is."""
    if isinstance(act, NoticeMove):
        return replace(hazard, state=HazardState.IN_RECTIFICATION) if hazard.state is HazardState.ISSUED else hazard
    line = next((line for line in act.lines if line.hazard == hazard.id), None)
    if line is None or hazard.state not in _BEFORE:
        return hazard
    return replace(
        hazard,
        state=HazardState.ISSUED,
        notice=act.id,
        unit=act.unit,
        grade=line.grade,
        is_suspected_major=False,
        deadline_on=line.deadline_on,
        first_deadline_on=line.deadline_on,
        required_measures=line.required_measures,
        interim_measures=line.interim_measures or act.interim_clause,
        responsible_person=line.responsible_person,
        responsible_dept=line.responsible_dept,
        legal_basis=line.legal_basis or hazard.legal_basis,
    )


def issue_time(notice: Notice) -> tuple[datetime, str]:
    """Order notices by when they were issued."""
    return notice.issued_at or _LONG_AGO, notice.id
