"""What keeps a record from being finished: required answers, evidence, reasons, constraints; and what comes next."""

import pytest

from shared.model.place import Text
from shared.model.template import ItemKind, Need
from tests.shared.checklist.forms import P_BANG, PHOTO, a_check, a_form, a_number, an_item, judged, tapped, typed


def test_a_required_row_without_answer_misses_its_value() -> None:
    evaluation = judged(a_form(a_check("a")))

    assert evaluation.rows[0].missing == (Need.VALUE,)
    assert evaluation.missing == evaluation.blocking == evaluation.rows
    assert not evaluation.is_complete


def test_a_required_photo_is_missed_as_a_photo() -> None:
    assert judged(a_form(an_item("p", ItemKind.PHOTO, required="yes"))).rows[0].missing == (Need.PHOTO,)


def test_a_row_is_optional_unless_it_says_otherwise() -> None:
    evaluation = judged(a_form(a_check("a", required=""), a_number("b"), a_check("c", required="no")))

    assert evaluation.is_complete
    assert (evaluation.answered, evaluation.total) == (0, 0)


def test_progress_counts_required_rows_only() -> None:
    evaluation = judged(a_form(a_check("a"), a_check("b", required="")), tapped("b", "pass"))

    assert (evaluation.answered, evaluation.total) == (0, 1)


def test_required_may_be_an_expression() -> None:
    form = a_form(a_check("a"), an_item("why", ItemKind.TEXT, required="${a} = 'fail'"))

    assert not judged(form, tapped("a", "pass")).row("why").required
    assert judged(form, tapped("a", "fail")).row("why").missing == (Need.VALUE,)


def test_notes_and_calculations_ask_for_nothing() -> None:
    form = a_form(
        an_item("n", ItemKind.NOTE, required="true()"),
        an_item("c", ItemKind.CALCULATE, calculation="1", required="true()"),
    )

    assert judged(form).is_complete


def test_a_fail_must_carry_what_the_item_says() -> None:
    form = a_form(a_check("a", fail_needs=P_BANG))

    assert judged(form, tapped("a", "fail")).rows[0].missing == P_BANG
    assert judged(form, tapped("a", "fail", photos=(PHOTO,), note=" ")).rows[0].missing == (Need.NOTE, Need.ACTION)
    assert judged(form, tapped("a", "fail", photos=(PHOTO,), note="缺失", action="已补")).is_complete


def test_a_pass_needs_no_evidence() -> None:
    assert judged(a_form(a_check("a", fail_needs=P_BANG)), tapped("a", "pass")).is_complete


@pytest.mark.parametrize("result", ["na", "not_checked"])
def test_setting_a_row_aside_needs_a_reason(result: str) -> None:
    form = a_form(a_check("a"))

    assert judged(form, tapped("a", result, reason="  ")).rows[0].missing == (Need.REASON,)
    assert judged(form, tapped("a", result, reason="锁着")).is_complete


@pytest.mark.parametrize("result", ["na", "not_checked"])
def test_the_readings_of_an_item_set_aside_are_not_asked_for(result: str) -> None:
    form = a_form(a_check("light"), a_number("lux", 200, part_of="light", required="true()"))

    assert judged(form, tapped("light", result, reason="停电")).is_complete
    assert not judged(form, tapped("light", "pass")).is_complete


def test_the_readings_of_a_hidden_item_are_asked_for_whatever_it_says() -> None:
    form = a_form(a_check("light", relevant="false()"), a_number("lux", part_of="light", required="true()"))

    assert not judged(form, tapped("light", "na", reason="停电")).is_complete


def test_a_broken_constraint_blocks_with_its_message() -> None:
    message = Text("应在 0～100 之间", "Between 0 and 100")
    form = a_form(a_number("h", constraint=". >= 0 and . <= 100", constraint_message=message))

    evaluation = judged(form, typed("h", 101.0))

    assert evaluation.rows[0].constraint_message == message
    assert evaluation.rows[0].missing == ()
    assert evaluation.blocking == evaluation.rows
    assert not evaluation.is_complete


def test_a_broken_constraint_without_message_says_something() -> None:
    assert judged(a_form(a_number("h", constraint=". > 0")), typed("h", 0.0)).rows[0].constraint_message is not None


@pytest.mark.parametrize("answers", [(), (typed("h", None),), (tapped("h", "not_checked", reason="坏了"),)])
def test_a_constraint_is_looked_at_only_once_there_is_a_value(answers: tuple[object, ...]) -> None:
    assert judged(a_form(a_number("h", constraint=". > 0")), *answers).is_complete


def test_a_constraint_that_fails_counts_as_met_and_is_reported() -> None:
    evaluation = judged(a_form(an_item("d", ItemKind.TEXT, constraint="date(.) < today()")), typed("d", "x"))

    assert evaluation.is_complete
    assert [fault.column for fault in evaluation.faults] == ["constraint"]


def test_next_open_goes_on_after_the_row_at_hand_and_then_from_the_top() -> None:
    form = a_form(a_check("a"), a_check("b"), a_check("c"))
    evaluation = judged(form, tapped("b", "pass"))

    assert evaluation.next_open().key == ("a", None)
    assert evaluation.next_open(("a", None)).key == ("c", None)
    assert evaluation.next_open(("c", None)).key == ("a", None)
    assert evaluation.next_open(("gone", None)).key == ("a", None)


def test_next_open_is_none_when_all_is_done() -> None:
    assert judged(a_form(a_check("a")), tapped("a", "pass")).next_open() is None


def test_progress_is_counted_per_group() -> None:
    form = a_form(a_check("a", section="one"), a_check("b", section="two"), a_check("c", section="two"))

    evaluation = judged(form, tapped("b", "fail"))

    assert [(s.name, s.answered, s.total, s.failed, s.is_complete) for s in evaluation.sections] == [
        ("one", 0, 1, 0, False),
        ("two", 1, 2, 1, False),
    ]
