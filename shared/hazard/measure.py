"""What is ordered or said about a hazard while it stays in its state: explanations, decisions, plans, use, money, links.

The overdue ladder asks for words of certain people (hazards facts §6), a MAJOR hazard for a plan and a place out of use
(61号令 §32; 5号令 §32), and whoever reviews says whether it is an earlier one come back. None of it is a transition: a
measure is its own record, never edited, beside the steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Final

from shared.errors import EvidenceMissingError, NotPermittedError, TransitionError
from shared.hazard.guard import last_step
from shared.hazard.table import TERMINAL, Refusal
from shared.hazard.urgency import RUNNING, rung_of
from shared.ids import HazardId, PersonId, SiteId
from shared.model.hazard import Hazard, HazardEvent, HazardState
from shared.model.place import Role
from shared.model.template import HazardGrade

PLAN_DAYS: Final = 3
"""Days after the issue within which a MAJOR hazard needs its plan (hazards facts §5)."""


class MeasureKind(Enum):
    """What is ordered."""

    EXPLAIN = "explain"
    DECIDE = "decide"
    PLAN = "plan"
    SUSPEND = "suspend"
    LIFT = "lift"
    FUND = "fund"
    AGAIN = "again"
    APART = "apart"


class Decision(Enum):
    """What the fire principal decides about a hazard that is long overdue (hazards facts §6)."""

    STOP_USE = "stop_use"
    FUND = "fund"
    CONTRACTOR = "contractor"
    AUTHORITY = "authority"


LINKS: Final = frozenset({MeasureKind.AGAIN, MeasureKind.APART})
"""What says whether it is an earlier hazard come back: also of one that is finished, since the numbers go by it."""


class FundSource(Enum):
    """Who pays (61号令 §32; 5号令 §33)."""

    UNIT = "unit"
    OWNER = "owner"
    PROPERTY_FEE = "property_fee"
    MAINTENANCE_FUND = "maintenance_fund"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One order, with who, when and where from. ``deadline_on`` is the deadline that stood when it was given.

    ``text`` is the reason or the plan in words, ``interim_measures`` the new protection, ``ref`` a paper's number. ``earlier`` is the
    hazard that this one is said to be again.
    """

    id: str
    site: SiteId
    hazard: HazardId
    kind: MeasureKind
    by: PersonId
    by_name: str
    at: datetime
    origin: str = ""
    text: str = ""
    interim_measures: str = ""
    decision: Decision | None = None
    ref: str = ""
    budget_fen: int | None = None
    fund_source: FundSource | None = None
    deadline_on: date | None = None
    earlier: HazardId | None = None


_REVIEWERS: Final = frozenset({Role.LEAD_INSPECTOR, Role.QUALITY_DEPT, Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL})
GIVERS: Final[Mapping[MeasureKind, frozenset[Role]]] = MappingProxyType(
    {
        MeasureKind.EXPLAIN: frozenset({Role.FIRE_MANAGER, Role.MANAGER, Role.FIRE_PRINCIPAL}),
        MeasureKind.DECIDE: frozenset({Role.FIRE_PRINCIPAL}),
        MeasureKind.PLAN: frozenset({Role.LEAD_INSPECTOR, Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL}),
        MeasureKind.SUSPEND: frozenset({Role.LEAD_INSPECTOR, Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL}),
        MeasureKind.LIFT: frozenset({Role.FIRE_MANAGER, Role.FIRE_PRINCIPAL}),
        MeasureKind.FUND: frozenset({Role.FIRE_MANAGER, Role.MANAGER, Role.FIRE_PRINCIPAL}),
        MeasureKind.AGAIN: _REVIEWERS,
        MeasureKind.APART: _REVIEWERS,
    }
)
"""Who may order what."""


def possible(hazard: Hazard, roles: Iterable[Role]) -> tuple[MeasureKind, ...]:
    """List what somebody with ``roles`` may order about the hazard now, the buttons to show."""
    held = frozenset(roles)
    return tuple(kind for kind in MeasureKind if GIVERS[kind] & held and _why_not(hazard, kind, held) is None)


def order(hazard: Hazard, measure: Measure, roles: Iterable[Role], today: date) -> Hazard:
    """Return the hazard as a measure leaves it; its state and steps stay as they are.

    Raises:
        TransitionError: the hazard is finished; fact ``why``.
        NotPermittedError: none of ``roles`` may order this (fact ``needs``) or a rule forbids it (fact ``rule``).
        EvidenceMissingError: fact ``missing`` names what must still be said.
    """
    held = frozenset(roles)
    if _is_over(hazard, measure.kind):
        raise TransitionError(state=hazard.state.value, event=measure.kind.value, why=Refusal.FINAL.value)
    if not GIVERS[measure.kind] & held:
        raise NotPermittedError(needs=sorted(role.value for role in GIVERS[measure.kind]))
    why_not = _why_not(hazard, measure.kind, held)
    if why_not is not None:
        raise NotPermittedError(rule=why_not)
    missing = _missing(measure)
    if missing:
        raise EvidenceMissingError(missing=list(missing))
    return _EFFECTS[measure.kind](hazard, measure, today)


def owed(hazard: Hazard, today: date, measures: Iterable[Measure]) -> tuple[MeasureKind, ...]:
    """List what the overdue ladder, or the grade, asks for and nobody has ordered yet; computed, never stored.

    A word that was said about an earlier deadline does not count for the present one.
    """
    said = {measure.kind for measure in measures if measure.deadline_on == hazard.deadline_on}
    ever = {measure.kind for measure in measures}
    wanted: list[MeasureKind] = []
    if hazard.state in RUNNING and hazard.deadline_on is not None:
        late = (today - hazard.deadline_on).days
        steps = ((MeasureKind.EXPLAIN, "explain"), (MeasureKind.DECIDE, "decide"))
        wanted += [kind for kind, key in steps if late >= rung_of(key).after(hazard.grade) and kind not in said]
    if hazard.grade is HazardGrade.MAJOR and hazard.state in RUNNING and MeasureKind.PLAN not in ever:
        wanted.append(MeasureKind.PLAN)
    return tuple(wanted)


def plan_due_on(hazard: Hazard, issued_on: date) -> date | None:
    """Return the day by which a MAJOR hazard needs its plan; None for others."""
    return issued_on + timedelta(days=PLAN_DAYS) if hazard.grade is HazardGrade.MAJOR else None


def _is_over(hazard: Hazard, kind: MeasureKind) -> bool:
    return hazard.state is HazardState.VOIDED if kind in LINKS else hazard.state in TERMINAL


def _why_not(hazard: Hazard, kind: MeasureKind, roles: frozenset[Role]) -> str | None:
    """Name the rule that forbids an order now."""
    if _is_over(hazard, kind):
        return "measure_needs_an_open_hazard"
    if kind in (MeasureKind.EXPLAIN, MeasureKind.DECIDE) and hazard.deadline_on is None:
        return "measure_needs_a_deadline"
    if kind is MeasureKind.SUSPEND and hazard.is_suspended:
        return "use_is_suspended_already"
    if kind is MeasureKind.LIFT and not hazard.is_suspended:
        return "use_is_not_suspended"
    is_major = hazard.grade is HazardGrade.MAJOR
    is_passed = last_step(hazard, HazardEvent.PASS_RECHECK) is not None
    if kind is MeasureKind.LIFT and is_major and not (Role.FIRE_PRINCIPAL in roles or is_passed):
        return "major_needs_the_principal"
    return None


def _missing(measure: Measure) -> tuple[str, ...]:
    kind = measure.kind
    wanted: dict[str, object] = {"reason": measure.text.strip()}
    if kind is MeasureKind.EXPLAIN:
        wanted["interim_measures"] = measure.interim_measures.strip()
    if kind is MeasureKind.DECIDE:
        wanted["decision"] = measure.decision
    if kind is MeasureKind.FUND:
        wanted = {"budget": measure.budget_fen is not None, "fund_source": measure.fund_source}
    if kind is MeasureKind.AGAIN:
        wanted = {"earlier": measure.earlier}
    return tuple(name for name, said in wanted.items() if not said)


def _explained(hazard: Hazard, measure: Measure, _today: date) -> Hazard:
    return replace(hazard, interim_measures=measure.interim_measures.strip())


def _decided(hazard: Hazard, measure: Measure, today: date) -> Hazard:
    if measure.decision is Decision.STOP_USE and not hazard.is_suspended:
        return _suspended(hazard, measure, today)
    return _funded(hazard, measure, today)


def _suspended(hazard: Hazard, measure: Measure, today: date) -> Hazard:
    return replace(hazard, is_suspended=True, suspended_on=today, public_notice=measure.ref)


def _lifted(hazard: Hazard, _measure: Measure, _today: date) -> Hazard:
    return replace(hazard, is_suspended=False, suspended_on=None)


def _funded(hazard: Hazard, measure: Measure, _today: date) -> Hazard:
    budget = hazard.budget_fen if measure.budget_fen is None else measure.budget_fen
    source = hazard.fund_source if measure.fund_source is None else measure.fund_source.value
    return replace(hazard, budget_fen=budget, fund_source=source)


def _again(hazard: Hazard, measure: Measure, _today: date) -> Hazard:
    return replace(hazard, recurs_from=measure.earlier)


def _apart(hazard: Hazard, _measure: Measure, _today: date) -> Hazard:
    return replace(hazard, recurs_from=None)


_EFFECTS: Mapping[MeasureKind, Callable[[Hazard, Measure, date], Hazard]] = MappingProxyType(
    {
        MeasureKind.EXPLAIN: _explained,
        MeasureKind.DECIDE: _decided,
        MeasureKind.PLAN: _funded,
        MeasureKind.SUSPEND: _suspended,
        MeasureKind.LIFT: _lifted,
        MeasureKind.FUND: _funded,
        MeasureKind.AGAIN: _again,
        MeasureKind.APART: _apart,
    }
)
