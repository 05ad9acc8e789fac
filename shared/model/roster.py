"""Who works when: shifts on a roster, absences, and whose a round is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from shared.ids import BuildingId, PersonId


@dataclass(frozen=True, slots=True)
class Duty:
    """One person's shift on one day 班次, by the site's clock; a shift that ends at or before its begin ends the next day.

    ``building`` limits it to an area; without one it is the whole site.
    """

    person: PersonId
    day: date
    begins: time
    ends: time
    building: BuildingId | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """Days, first to last, on which a person does not work 请假; ``deputy`` does what is theirs 代班人."""

    person: PersonId
    first: date
    last: date
    deputy: PersonId | None = None


class How(Enum):
    """Why a round is somebody's."""

    ASSIGNED = "assigned"
    DEPUTY = "deputy"
    ON_SHIFT = "on_shift"
    HEAD = "head"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Responsible:
    """Whose a round is. ``person`` is None only where a site has nobody who heads it; ``instead_of`` is who is absent."""

    person: PersonId | None
    how: How
    instead_of: PersonId | None = None

    @property
    def is_settled(self) -> bool:
        """Tell whether somebody will walk; else the named head has yet to send somebody."""
        return self.how not in (How.HEAD, How.NOBODY)
