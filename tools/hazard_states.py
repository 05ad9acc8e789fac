"""The text of docs/hazard-states.md, drawn from the hazard table; ``make docs`` writes it."""

from __future__ import annotations

from collections.abc import Sequence

from shared.hazard import TERMINAL, TRANSITIONS, Refusal, Transition
from shared.model.hazard import HazardEvent, HazardState

STATES = {
    HazardState.DRAFT: "草稿",
    HazardState.CORRECTED_ON_SPOT: "当场改正",
    HazardState.OPEN: "待派发",
    HazardState.ISSUED: "已派发待签收",
    HazardState.IN_RECTIFICATION: "整改中",
    HazardState.EXTENSION_PENDING: "延期待批",
    HazardState.REPLIED: "待复查",
    HazardState.RECHECK_FAILED: "复查不合格",
    HazardState.RECHECK_PASSED: "复查合格待确认",
    HazardState.CLOSED: "已销案",
    HazardState.ESCALATED: "已上报",
    HazardState.VOIDED: "作废",
}
_HEAD = """\
# States of a hazard 火险隐患

Generated from `shared/hazard/table.py` by `make docs`; do not edit. The table decides each of {states} states with each
of {events} events; what is not an arrow here is refused there with a reason. Overdue is computed, never a state.

```mermaid
stateDiagram-v2
"""
_REFUSALS = """
## What is refused, and why

A dash marks an event that the table above permits.

"""


def document() -> str:
    """Return the whole text of docs/hazard-states.md."""
    head = _HEAD.format(states=len(HazardState), events=len(HazardEvent))
    return head + _diagram() + "```\n\n## Who may, with what\n\n" + _permissions() + _REFUSALS + _refusals()


def _diagram() -> str:
    lines = [f'    state "{STATES[state]}<br/>{state.name}" as {state.name}' for state in HazardState]
    lines.append(f"    [*] --> {HazardState.DRAFT.name}")
    lines += [f"    {before.name} --> {cell.target.name}: {event.name}" for before, event, cell in _permitted()]
    lines += [f"    {state.name} --> [*]" for state in HazardState if state in TERMINAL]
    return "\n".join(lines) + "\n"


def _permissions() -> str:
    rows = [
        (
            before.name,
            event.name,
            cell.target.name,
            ", ".join(sorted(role.value for role in cell.roles)),
            _names(cell.guards),
            _names(cell.rules),
        )
        for before, event, cell in _permitted()
    ]
    return _table(("from", "event", "to", "any of these roles", "must bring", "must hold"), rows)


def _refusals() -> str:
    rows = [
        (
            event.name,
            *(cell.value if isinstance(cell := TRANSITIONS[state][event], Refusal) else "–" for state in HazardState),
        )
        for event in HazardEvent
    ]
    return _table(("event", *(state.name for state in HazardState)), rows)


def _permitted() -> list[tuple[HazardState, HazardEvent, Transition]]:
    return [
        (state, event, cell)
        for state in HazardState
        for event in HazardEvent
        if isinstance(cell := TRANSITIONS[state][event], Transition)
    ]


def _names(functions: tuple[object, ...]) -> str:
    return ", ".join(getattr(function, "__name__", "").replace("_", " ") for function in functions) or "–"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (head, tuple("---" for _ in head), *rows)]
    return "\n".join(lines) + "\n"
