"""Calculated values, defaults, and what looks random."""

from shared.checklist import Context, defaults
from shared.model.inspection import Answer
from shared.model.template import ItemKind
from tests.shared.checklist.forms import CHOICES, NOW, a_check, a_form, a_number, an_item, judged, lifts, typed


def a_sum(name: str, calculation: str, **changes: object) -> object:
    return an_item(name, ItemKind.CALCULATE, calculation=calculation, **changes)


def test_calculations_may_build_on_one_another_in_any_order() -> None:
    form = a_form(a_sum("double", "${next} * 2"), a_sum("next", "${n} + 1"), a_number("n"))

    assert judged(form, typed("n", 4.0)).calculated == {("double", None): 10.0, ("next", None): 5.0}


def test_a_calculation_that_is_no_number_is_empty() -> None:
    form = a_form(a_number("n"), a_sum("next", "${n} + 1"), a_sum("given", "if(${next} = '', 'no', 'yes')"))

    assert judged(form).calculated == {("next", None): None, ("given", None): "no"}


def test_a_calculated_date_stays_a_date_to_others_and_is_shown_as_text() -> None:
    form = a_form(a_sum("due", "date(today() + 7)"), a_sum("left", "${due} - today()"))

    assert judged(form).calculated == {("due", None): "2026-11-30", ("left", None): 7.0}


def test_a_calculation_that_fails_is_empty_and_is_reported() -> None:
    evaluation = judged(a_form(a_sum("d", "date('x')"), a_sum("e", "${e} + 1")))

    assert evaluation.calculated == {("d", None): None, ("e", None): None}
    assert {(fault.item, fault.column) for fault in evaluation.faults} == {("d", "calculation"), ("e", "calculation")}


def test_a_hidden_calculation_has_no_value() -> None:
    assert judged(a_form(a_sum("a", "1", relevant="false()"))).calculated == {}


def test_once_keeps_the_value_that_the_record_holds() -> None:
    form = a_form(a_sum("first", "once(today())"))

    assert judged(form).calculated == {("first", None): "2026-11-23"}
    assert judged(form, typed("first", "2026-01-01")).calculated == {("first", None): "2026-01-01"}


def test_random_differs_by_record_and_line_and_never_by_evaluation() -> None:
    form = a_form(a_sum("a", "random()"), a_sum("b", "random()"))

    first = judged(form, seed="record-1").calculated
    again = judged(form, seed="record-1").calculated
    other = judged(form, seed="record-2").calculated

    assert first == again
    assert len({first["a", None], first["b", None], other["a", None]}) == 3


def test_a_choice_is_shown_by_its_label_in_the_language() -> None:
    form = a_form(
        an_item("weather", ItemKind.CHOICE, choices=CHOICES),
        a_sum("label", "jr:choice-name(${weather}, '${weather}')"),
    )

    assert judged(form, typed("weather", "rain")).calculated == {("label", None): "雨"}
    assert judged(form, typed("weather", "rain"), language="en").calculated == {("label", None): "Rain"}


def test_a_new_record_begins_with_its_defaults() -> None:
    form = a_form(
        a_check("never", default="pass"),
        a_number("n", default="2.5"),
        an_item("count", ItemKind.COUNT, default="3"),
        an_item("weather", ItemKind.CHOICE, choices=CHOICES, default="sun"),
        an_item("both", ItemKind.CHOICES, choices=CHOICES, default="sun rain"),
        an_item("on", ItemKind.DATE, default="today()"),
        an_item("at", ItemKind.TIME, default="now()"),
        an_item("moment", ItemKind.DATETIME, default="now()"),
        an_item("words", ItemKind.TEXT, default="正常(自动)"),
        an_item("empty", ItemKind.DATE, default="asset('nothing')"),
        an_item("wrong", ItemKind.TIME, default="concat('no', 'on')"),
        an_item("valid_until", ItemKind.DATE, section="lift", default="asset('next_inspection_on')"),
    )
    (lift,) = lifts({"next_inspection_on": "2027-03-01"})

    assert defaults(form, Context(NOW, (lift,))) == (
        Answer("n", value=2.5),
        Answer("count", value=3),
        Answer("weather", value="sun"),
        Answer("both", value=("sun", "rain")),
        Answer("on", value="2026-11-23"),
        Answer("at", value="08:30"),
        Answer("moment", value="2026-11-23T08:30:00+08:00"),
        Answer("words", value="正常(自动)"),
        Answer("valid_until", lift.id, value="2027-03-01"),
    )
