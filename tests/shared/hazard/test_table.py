"""The table against a matrix written by hand from hazards facts §4.1; neither is made from the other."""

from __future__ import annotations

import pytest

from shared.errors import TransitionError
from shared.hazard import TERMINAL, TRANSITIONS, Refusal, Transition, advance, allowed
from shared.model.hazard import HazardEvent, HazardState
from shared.model.place import Role
from tests.shared.hazard.hazard_acts import PATHS, a_hazard_in, an_act
from tools import hazard_states
from tools.docs import ROOT

# Columns: confirm, correct on spot, void, issue, withdraw, receive, refuse, ask, grant, deny, reply, return, pass,
# fail, set deadline, sign off, escalate, resume. Letters name the state that follows, a point refuses.
COLUMNS = tuple(HazardEvent)
LETTERS = {
    "O": HazardState.OPEN,
    "K": HazardState.CORRECTED_ON_SPOT,
    "V": HazardState.VOIDED,
    "I": HazardState.ISSUED,
    "R": HazardState.IN_RECTIFICATION,
    "X": HazardState.EXTENSION_PENDING,
    "A": HazardState.REPLIED,
    "F": HazardState.RECHECK_FAILED,
    "P": HazardState.RECHECK_PASSED,
    "C": HazardState.CLOSED,
    "E": HazardState.ESCALATED,
}
MATRIX = {
    HazardState.DRAFT: "OKV...............",
    HazardState.CORRECTED_ON_SPOT: "..................",
    HazardState.OPEN: "..VI............E.",
    HazardState.ISSUED: "....ORR.....PF..E.",
    HazardState.IN_RECTIFICATION: "....O..X..A.PF..E.",
    HazardState.EXTENSION_PENDING: "........RR......E.",
    HazardState.REPLIED: "...........RPF..E.",
    HazardState.RECHECK_FAILED: "..............R.E.",
    HazardState.RECHECK_PASSED: "...............CE.",
    HazardState.CLOSED: "..................",
    HazardState.ESCALATED: "...............CER",
    HazardState.VOIDED: "..................",
}
CELLS = [(state, event) for state in HazardState for event in HazardEvent]


def expected(state: HazardState, event: HazardEvent) -> HazardState | None:
    return LETTERS.get(MATRIX[state][COLUMNS.index(event)])


def test_every_state_decides_every_event() -> None:
    assert {(state, event) for state, row in TRANSITIONS.items() for event in row} == set(CELLS)


@pytest.mark.parametrize(("state", "event"), CELLS)
def test_advance_follows_the_matrix_in_every_cell(state: HazardState, event: HazardEvent) -> None:
    # given a hazard that came here step by step, and an act that brings everything
    hazard, act = a_hazard_in(state), an_act(event)
    follows = expected(state, event)

    # when / then
    if follows is None:
        with pytest.raises(TransitionError) as refused:
            advance(hazard, act)
        assert refused.value.facts["state"] == state.value
        assert refused.value.facts["event"] == event.value
        assert refused.value.facts["why"] in {refusal.value for refusal in Refusal}
    else:
        moved = advance(hazard, act)
        assert (moved.state, moved.steps[-1].before, moved.steps[-1].after) == (follows, state, follows)
        assert moved.steps[:-1] == hazard.steps


def test_every_state_can_be_reached_and_every_open_one_left() -> None:
    assert set(PATHS) == set(HazardState)
    for state, row in TRANSITIONS.items():
        assert any(isinstance(cell, Transition) for cell in row.values()) is (state not in TERMINAL)


def test_every_refusal_is_used() -> None:
    used = {cell for row in TRANSITIONS.values() for cell in row.values() if isinstance(cell, Refusal)}

    assert used == set(Refusal)


def test_from_every_open_state_a_closed_end_can_be_reached() -> None:
    # given
    leads = {
        state: {cell.target for cell in row.values() if isinstance(cell, Transition)}
        for state, row in TRANSITIONS.items()
    }

    # when
    ends = set(TERMINAL)
    while grown := {state for state, targets in leads.items() if targets & ends} - ends:
        ends |= grown

    # then
    assert ends == set(HazardState)


def test_allowed_lists_the_buttons_of_a_role() -> None:
    assert allowed(HazardState.DRAFT, {Role.INSPECTOR}) == (HazardEvent.CORRECT_ON_SPOT,)
    assert allowed(HazardState.RECHECK_PASSED, {Role.FIRE_MANAGER}) == (HazardEvent.SIGN_OFF,)
    assert allowed(HazardState.IN_RECTIFICATION, {Role.INSPECTED_UNIT}) == (
        HazardEvent.ASK_EXTENSION,
        HazardEvent.REPLY,
    )
    assert allowed(HazardState.CLOSED, set(Role)) == ()
    assert allowed(HazardState.OPEN, ()) == ()


def test_the_document_shows_the_table_as_it_is() -> None:
    assert (ROOT / "docs/hazard-states.md").read_text(encoding="utf-8") == hazard_states.document()
