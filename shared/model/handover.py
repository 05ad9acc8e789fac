"""An unfinished round on its way to somebody else's tablet 移交."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from shared.clock import Reading
from shared.ids import DeviceId, HandoverId, PersonId, SiteId
from shared.model.inspection import Inspection


class HandoverState(Enum):
    """OFFERED moves once: TAKEN by the receiver, DECLINED by him, or RECALLED by the giver, whatever the server saw first."""

    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Handover:
    """A draft as it stood when it was handed over: answers, photos and signatures, whole.

    The record keeps its id; who takes it becomes its author and owner. Should both go on with it after all, the server
    keeps both (``Inspection.forked_from``). ``to`` is the person it is meant for; any tablet of that person may take it.
    """

    id: HandoverId
    site: SiteId
    record: Inspection
    giver: PersonId
    giver_name: str
    device: DeviceId
    to: PersonId
    to_name: str
    at: Reading
    word: str = ""
    state: HandoverState = HandoverState.OFFERED
    settled_by: PersonId | None = None
    settled_by_name: str = ""
    settled_on: DeviceId | None = None
    settled_at: Reading | None = None
