"""Who may see and do what in the office (roles facts §4).

What may happen to a hazard is not decided here but by ``shared.hazard``; these are the pages and the other acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Final

from shared.hazard.order import KEEPERS
from shared.model.place import Person, Role

R = Role


class Permission(Enum):
    """One thing that somebody may do; checked by the view that does it."""

    SEE_TODAY = auto()
    SEE_INSPECTIONS = auto()
    REVIEW = auto()
    SEE_HAZARDS = auto()
    SEE_NOTICES = auto()
    RAISE_HAZARD = auto()
    SEE_ORDERS = auto()
    FILE_ORDER = auto()
    SEE_PLAN = auto()
    EXCUSE = auto()
    EDIT_WORKDAYS = auto()
    EDIT_PLAN = auto()
    DISPOSE = auto()
    EDIT_ROSTER = auto()
    DRAW = auto()
    SEE_TABLETS = auto()
    MANAGE_TABLETS = auto()
    SEE_TEMPLATES = auto()
    PUBLISH_TEMPLATES = auto()
    SEE_PEOPLE = auto()
    SEE_ACCESS = auto()
    MANAGE_CHANNELS = auto()
    MANAGE_PEOPLE = auto()
    SEE_PLACES = auto()
    MANAGE_PLACES = auto()
    SEE_AUDIT = auto()
    SEE_NUMBERS = auto()
    SEE_CLEARING = auto()
    CLEAR = auto()
    AUDIT_CLEARING = auto()


_LEADERS = frozenset({R.FIRE_PRINCIPAL, R.FIRE_MANAGER, R.QUALITY_DEPT, R.LEAD_INSPECTOR, R.MANAGER, R.CENTRE_DIRECTOR})
_WALKERS = frozenset(
    {
        R.INSPECTOR,
        R.PATROLLER,
        R.CONTROL_ROOM_OPERATOR,
        R.MAINTENANCE_KEEPER,
        R.LIFT_SAFETY_DIRECTOR,
        R.LIFT_SAFETY_OFFICER,
    }
)
_OFFICE = frozenset({R.ENGINEERING_DEPT, R.DEPT_HEAD, R.ADMINISTRATOR})
_DESKS = frozenset({R.AFFAIRS_OFFICE, R.AFFAIRS_ASSISTANT, R.FRONT_DESK, R.SERVICE_DEPT})
_READERS = _LEADERS | _WALKERS | _OFFICE

PERMISSIONS: Final[Mapping[Permission, frozenset[Role]]] = {
    Permission.SEE_TODAY: _READERS | _DESKS,
    Permission.SEE_INSPECTIONS: _READERS,
    Permission.REVIEW: frozenset({R.QUALITY_DEPT, R.LEAD_INSPECTOR, R.FIRE_MANAGER, R.MANAGER, R.ENGINEERING_DEPT}),
    Permission.SEE_HAZARDS: _READERS | _DESKS | {R.INSPECTED_UNIT},
    Permission.SEE_NOTICES: _LEADERS | _OFFICE | {R.INSPECTED_UNIT},
    Permission.RAISE_HAZARD: frozenset({R.LEAD_INSPECTOR, R.ENGINEERING_DEPT, R.AFFAIRS_ASSISTANT, R.FRONT_DESK})
    | _WALKERS,
    Permission.SEE_ORDERS: _LEADERS | _OFFICE,
    Permission.FILE_ORDER: KEEPERS,
    Permission.SEE_PLAN: _READERS,
    Permission.EXCUSE: frozenset({R.MANAGER, R.FIRE_MANAGER, R.QUALITY_DEPT, R.FIRE_PRINCIPAL}),
    Permission.EDIT_WORKDAYS: frozenset({R.ADMINISTRATOR, R.QUALITY_DEPT, R.MANAGER}),
    Permission.EDIT_PLAN: frozenset({R.MANAGER, R.QUALITY_DEPT, R.FIRE_MANAGER, R.ADMINISTRATOR}),
    Permission.DISPOSE: frozenset(
        {R.MANAGER, R.FIRE_MANAGER, R.QUALITY_DEPT, R.FIRE_PRINCIPAL, R.ENGINEERING_DEPT, R.LEAD_INSPECTOR}
    ),
    Permission.EDIT_ROSTER: frozenset(
        {R.MANAGER, R.ENGINEERING_DEPT, R.DEPT_HEAD, R.FIRE_MANAGER, R.QUALITY_DEPT, R.ADMINISTRATOR}
    ),
    Permission.DRAW: frozenset({R.FIRE_PRINCIPAL, R.LEAD_INSPECTOR}),
    Permission.SEE_TABLETS: frozenset({R.ADMINISTRATOR, R.QUALITY_DEPT, R.MANAGER, R.ENGINEERING_DEPT, R.FIRE_MANAGER}),
    Permission.MANAGE_TABLETS: frozenset({R.ADMINISTRATOR, R.MANAGER}),
    Permission.SEE_TEMPLATES: _READERS,
    Permission.PUBLISH_TEMPLATES: frozenset({R.ADMINISTRATOR, R.QUALITY_DEPT}),
    Permission.SEE_PEOPLE: _LEADERS | _OFFICE,
    Permission.MANAGE_PEOPLE: frozenset({R.ADMINISTRATOR}),
    Permission.SEE_PLACES: _READERS,
    Permission.MANAGE_PLACES: frozenset({R.ADMINISTRATOR, R.QUALITY_DEPT}),
    Permission.SEE_AUDIT: frozenset({R.ADMINISTRATOR, R.QUALITY_DEPT, R.MANAGER, R.FIRE_PRINCIPAL}),
    Permission.SEE_ACCESS: _READERS | {R.FRONT_DESK},
    Permission.MANAGE_CHANNELS: frozenset({R.ADMINISTRATOR}),
    Permission.SEE_NUMBERS: _LEADERS | _OFFICE,
    Permission.SEE_CLEARING: _LEADERS | _OFFICE | _DESKS,
    Permission.CLEAR: _DESKS | {R.ENGINEERING_DEPT, R.DEPT_HEAD, R.LEAD_INSPECTOR, R.QUALITY_DEPT},
    Permission.AUDIT_CLEARING: frozenset({R.MANAGER, R.CENTRE_DIRECTOR, R.SERVICE_DEPT, R.FIRE_MANAGER}),
}


def may(roles: Iterable[Role], permission: Permission) -> bool:
    """Tell whether somebody who holds ``roles`` at a site may do this there."""
    return not PERMISSIONS[permission].isdisjoint(roles)


def is_staff(person: Person) -> bool:
    """Tell whether somebody works for the estate, not only for an inspected unit."""
    return bool(set(person.roles) - {R.INSPECTED_UNIT})
