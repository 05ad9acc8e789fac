"""Who was in a machine room: the access log 机房出入登记 (lift machine-room facts §6, manual 5.30.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from shared.clock import Reading
from shared.ids import AccessId, DeviceId, PersonId, PointId, SiteId
from shared.model.place import Person, Role


class AccessCategory(Enum):
    """What somebody is to the machine room; repair and management staff enter freely, all others with approval."""

    REPAIR = "repair"
    MANAGEMENT = "management"
    CONTRACTOR = "contractor"
    INSPECTION_BODY = "inspection_body"
    OTHER = "other"

    @property
    def needs_approval(self) -> bool:
        """Tell whether 5.30.1 wants somebody's approval before the door is opened."""
        return self not in (AccessCategory.REPAIR, AccessCategory.MANAGEMENT)


@dataclass(frozen=True, slots=True)
class Leaving:
    """How somebody left, and who wrote it down. ``state``: what was left behind (door, lights, equipment)."""

    at: Reading
    by: PersonId
    by_name: str
    is_key_back: bool = True
    state: str = ""
    items: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """One entry to a machine room, written down by ``author``. ``person`` is set for staff of the estate.

    ``at`` is when the person went in, or was turned away (``refusal`` says why). What stood when somebody went in never
    changes; ``leaving`` follows once, from whichever tablet.
    """

    id: AccessId
    site: SiteId
    point: PointId
    author: PersonId
    device: DeviceId
    category: AccessCategory
    name: str
    purpose: str
    at: Reading
    org: str = ""
    phone: str = ""
    cert_no: str = ""
    person: PersonId | None = None
    approved_by: str = ""
    approved_at: Reading | None = None
    escort: str = ""
    key_no: str = ""
    items: str = ""
    refusal: str = ""
    leaving: Leaving | None = None

    @property
    def is_inside(self) -> bool:
        """Tell whether the person went in and nobody has written down that he left."""
        return self.leaving is None and not self.refusal


_REPAIRERS = frozenset({Role.MAINTENANCE_KEEPER, Role.REPAIR_WORKER, Role.ENGINEERING_DEPT})
_OUTSIDE = {Role.LIFT_CONTRACTOR: AccessCategory.CONTRACTOR, Role.FIRE_CONTRACTOR: AccessCategory.OTHER}


def category_of(person: Person) -> AccessCategory:
    """Tell what somebody with a tablet is to a machine room; whoever is of another firm enters with approval only."""
    outside = [category for role, category in _OUTSIDE.items() if role in person.roles]
    if outside:
        return outside[0]
    return AccessCategory.MANAGEMENT if _REPAIRERS.isdisjoint(person.roles) else AccessCategory.REPAIR
