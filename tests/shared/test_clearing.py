"""The daily clearing's own rules: the arithmetic closes, nothing is signed that owes a word, nobody audits the own sheet."""

from datetime import date

import pytest

from shared.clearing import CarryReason, Disposition, Line, LineKind, SheetState, check_audit, check_clear, sum_up
from shared.errors import NotPermittedError, TransitionError
from shared.ids import PersonId

DAY = date(2026, 11, 20)
WANG, LI = PersonId("wang"), PersonId("li")
SAID = Disposition(CarryReason.PARTS, "配件已下单", "到货即装", WANG, "王建国", date(2026, 11, 23))


def a_line(about, *, carried=False, late=False, closed=False, said=None, since=DAY):
    return Line(LineKind.HAZARD, about, about, since, carried, late, closed, said)


def test_what_comes_in_and_what_is_new_less_what_is_closed_goes_out():
    lines = [
        a_line("a", carried=True, closed=True),
        a_line("b", carried=True, late=True),
        a_line("c", said=SAID),
        a_line("d", late=True, closed=True),
    ]

    total = sum_up(lines)

    assert (total.carried_in, total.new, total.closed, total.carried_out) == (2, 2, 2, 2)
    assert (total.late, total.owing) == (1, 1)


def test_the_first_day_counts():
    assert a_line("a", since=date(2026, 11, 18)).age(DAY) == 3
    assert a_line("a").age(DAY) == 1


def test_a_sheet_is_signed_once_every_open_line_has_its_word():
    owing = [a_line("a"), a_line("b", closed=True)]
    settled = [a_line("a", said=SAID), a_line("b", closed=True)]

    with pytest.raises(TransitionError) as refused:
        check_clear(SheetState.OPEN, owing)
    check_clear(SheetState.OPEN, settled)

    assert refused.value.facts == {"why": "owing", "owing": 1}


@pytest.mark.parametrize("state", [SheetState.CLEARED, SheetState.AUDITED])
def test_a_signed_sheet_is_not_signed_again(state):
    with pytest.raises(TransitionError):
        check_clear(state, [])


def test_who_cleared_a_sheet_does_not_audit_it():
    check_audit(SheetState.CLEARED, WANG, LI)

    with pytest.raises(NotPermittedError) as refused:
        check_audit(SheetState.CLEARED, WANG, WANG)

    assert refused.value.facts == {"rule": "clearer_audits"}


@pytest.mark.parametrize("state", [SheetState.OPEN, SheetState.AUDITED])
def test_only_a_cleared_sheet_is_audited(state):
    with pytest.raises(TransitionError):
        check_audit(state, WANG, LI)
