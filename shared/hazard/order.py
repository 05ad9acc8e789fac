"""What an authority orders: a document with its own number and deadline, to be answered in writing (61号令 §35)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from shared.errors import EvidenceMissingError, NotPermittedError, TransitionError
from shared.ids import HazardId, PersonId, SiteId
from shared.model.inspection import Photo
from shared.model.place import Role

KEEPERS = frozenset({Role.LEAD_INSPECTOR, Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL, Role.QUALITY_DEPT})
"""Who files an authority's document and its answer."""
SIGNERS = frozenset({Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL})
"""Who signs the answer and closes the order (61号令 §35)."""


class OrderKind(Enum):
    """What kind of document it is; ``OTHER``: a letter of the sub-district, a rectification list and the like."""

    CORRECT_BY = "correct_by"
    MAJOR_HAZARD = "major_hazard"
    SEAL = "seal"
    OTHER = "other"


class OrderState(Enum):
    """How far it has come."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalOrder:
    """An authority's order as the company filed it. ``reply_no`` numbers the written answer 火灾隐患整改复函.

    ``photos`` are pictures of the document, ``hazards`` what it names, each followed by its own steps.
    """

    id: str
    site: SiteId
    authority: str
    kind: OrderKind
    no: str
    issued_on: date
    received_on: date
    deadline_on: date
    content: str
    created_by: PersonId
    created_by_name: str
    created_at: datetime
    received_by: str = ""
    state: OrderState = OrderState.OPEN
    photos: tuple[Photo, ...] = ()
    hazards: tuple[HazardId, ...] = ()
    reply_no: str = ""
    replied_on: date | None = None
    reply_text: str = ""
    replied_by: PersonId | None = None
    replied_by_name: str = ""
    outcome: str = ""
    closed_on: date | None = None
    rev: int = 0


def is_late(order: ExternalOrder, today: date) -> bool:
    """Tell whether the answer is due: the deadline has passed and nothing was answered."""
    return order.state is OrderState.OPEN and today > order.deadline_on


def answer(
    order: ExternalOrder, *, by: PersonId, name: str, roles: frozenset[Role], no: str, on: date | None, text: str
) -> ExternalOrder:
    """File the written answer.

    Raises:
        TransitionError: it is answered already.
        NotPermittedError: the actor signs no answers.
        EvidenceMissingError: its number, date or text is missing.
    """
    _expect(order, OrderState.OPEN, "reply")
    _must(roles)
    missing = [
        name for name, said in {"reply_no": no, "replied_on": on, "reply_text": text.strip()}.items() if not said
    ]
    if missing:
        raise EvidenceMissingError(missing=missing)
    said = {"reply_no": no, "replied_on": on, "reply_text": text.strip(), "replied_by": by, "replied_by_name": name}
    return replace(order, state=OrderState.ANSWERED, **said)  # type: ignore[arg-type]


def close(order: ExternalOrder, *, roles: frozenset[Role], on: date | None, outcome: str) -> ExternalOrder:
    """Note how the authority's recheck ended; the order is closed.

    Raises:
        TransitionError: nothing was answered yet, or it is closed.
        NotPermittedError: the actor closes no orders.
        EvidenceMissingError: the outcome or its date is missing.
    """
    _expect(order, OrderState.ANSWERED, "close")
    _must(roles)
    missing = [name for name, said in {"outcome": outcome.strip(), "closed_on": on}.items() if not said]
    if missing:
        raise EvidenceMissingError(missing=missing)
    return replace(order, state=OrderState.CLOSED, outcome=outcome.strip(), closed_on=on)


def _expect(order: ExternalOrder, state: OrderState, event: str) -> None:
    if order.state is not state:
        raise TransitionError(state=order.state.value, event=event, why="order")


def _must(roles: frozenset[Role]) -> None:
    if not roles & SIGNERS:
        raise NotPermittedError(needs=sorted(role.value for role in SIGNERS))
