"""The daily clearing: its arithmetic, who may sign it and what each open line owes (service desk facts §5).

At the daily cut the open lines of the day are listed. Each is closed by the work itself, or carried over with what was
done today, what comes next, who does it and by when. One person clears the sheet, another audits it; then it is locked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from shared.errors import NotPermittedError, TransitionError
from shared.ids import PersonId


class SheetState(Enum):
    """How far a day's sheet is."""

    OPEN = "open"
    CLEARED = "cleared"
    AUDITED = "audited"


class LineKind(Enum):
    """What a line is about."""

    HAZARD = "hazard"
    ROUND = "round"
    REVIEW = "review"
    EXCUSE = "excuse"
    LETTER = "letter"


class CarryReason(Enum):
    """Why a line is carried over."""

    COMPLEX = "complex"
    DIFFICULT = "difficult"
    PARTS = "parts"
    OWNER = "owner"
    APPROVAL = "approval"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Disposition:
    """What is done about a line that stays open: today's progress, the next step, one person and a promised day."""

    reason: CarryReason
    progress: str
    next_step: str
    responsible: PersonId
    responsible_name: str
    promised_on: date


@dataclass(frozen=True, slots=True)
class Line:
    """One open thing of a day. ``since``: the first day whose sheet held it; a closed line owes nothing."""

    kind: LineKind
    about: str
    title: str
    since: date
    is_carried: bool
    is_late: bool
    is_closed: bool
    disposition: Disposition | None = None

    @property
    def owes(self) -> bool:
        """Tell whether somebody must still say what is done about it."""
        return not self.is_closed and self.disposition is None

    def age(self, day: date) -> int:
        """Count the days that it has been open on ``day``, the first one included."""
        return (day - self.since).days + 1


@dataclass(frozen=True, slots=True)
class Sum:
    """The day in numbers; ``carried_out`` is tomorrow's ``carried_in``."""

    carried_in: int
    new: int
    closed: int
    late: int
    owing: int

    @property
    def carried_out(self) -> int:
        """What goes over into the next day."""
        return self.carried_in + self.new - self.closed


def sum_up(lines: Iterable[Line]) -> Sum:
    """Count a day's lines."""
    every = tuple(lines)
    carried = sum(line.is_carried for line in every)
    return Sum(
        carried_in=carried,
        new=len(every) - carried,
        closed=sum(line.is_closed for line in every),
        late=sum(line.is_late and not line.is_closed for line in every),
        owing=sum(line.owes for line in every),
    )


def check_clear(state: SheetState, lines: Iterable[Line]) -> None:
    """Go on only if the sheet may be signed as cleared.

    Raises:
        TransitionError: it was cleared before (fact ``why`` = ``state``), or lines still owe a word (``owing``).
    """
    if state is not SheetState.OPEN:
        raise TransitionError(why="state", state=state.value)
    owing = sum(line.owes for line in lines)
    if owing:
        raise TransitionError(why="owing", owing=owing)


def check_audit(state: SheetState, cleared_by: PersonId | None, by: PersonId) -> None:
    """Go on only if this person may audit the sheet, or give it back: another one than who cleared it.

    Raises:
        TransitionError: it is not cleared, or was audited before (fact ``why`` = ``state``).
        NotPermittedError: who cleared it does not audit it (fact ``rule`` = ``clearer_audits``).
    """
    if state is not SheetState.CLEARED:
        raise TransitionError(why="state", state=state.value)
    if cleared_by == by:
        raise NotPermittedError(rule="clearer_audits")
