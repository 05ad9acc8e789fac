"""What is asked: relevance of items and groups, and what hidden rows mean to others."""

from shared.model.place import Text
from shared.model.template import ItemKind, Section
from tests.shared.checklist.forms import CHOICES, a_check, a_form, a_number, an_item, judged, shown, tapped, typed


def test_a_row_without_condition_is_visible() -> None:
    assert shown(judged(a_form(a_check("a"), a_check("b")))) == [("a", None), ("b", None)]


def test_a_row_appears_when_its_condition_comes_true() -> None:
    form = a_form(a_check("a"), a_check("b", relevant="${a} = 'fail'"))

    assert shown(judged(form, tapped("a", "pass"))) == [("a", None)]
    assert shown(judged(form, tapped("a", "fail"))) == [("a", None), ("b", None)]


def test_a_hidden_row_is_not_counted_even_when_it_is_answered() -> None:
    form = a_form(a_check("a"), a_check("b", relevant="${a} = 'fail'"))

    evaluation = judged(form, tapped("a", "pass"), tapped("b", "fail"))

    assert (evaluation.total, evaluation.answered, evaluation.failed) == (1, 1, 0)
    assert evaluation.is_complete


def test_the_answer_of_a_hidden_row_counts_again_when_it_is_shown_again() -> None:
    form = a_form(a_check("a"), a_check("b", relevant="${a} = 'fail'"))

    evaluation = judged(form, tapped("a", "fail"), tapped("b", "fail"))

    assert [row.item.name for row in evaluation.failures] == ["a", "b"]


def test_a_hidden_row_is_empty_to_other_rows() -> None:
    form = a_form(a_check("a"), a_check("b", relevant="${a} = 'fail'"), a_check("c", relevant="${b} = ''"))

    assert ("c", None) in shown(judged(form, tapped("a", "pass"), tapped("b", "pass")))
    assert ("c", None) not in shown(judged(form, tapped("a", "fail"), tapped("b", "pass")))


def test_a_row_may_depend_on_one_further_down() -> None:
    form = a_form(a_check("a", relevant="${b} = 'pass'"), a_check("b"))

    assert shown(judged(form, tapped("b", "pass"))) == [("a", None), ("b", None)]


def test_a_group_hides_its_items_and_its_groups() -> None:
    form = a_form(
        a_check("switch"),
        a_check("outer_item", section="outer"),
        a_check("inner_item", section="inner"),
        sections=(
            Section("outer", Text("outer"), relevant="${switch} = 'fail'"),
            Section("inner", Text("inner"), parent="outer"),
        ),
    )

    assert shown(judged(form, tapped("switch", "pass"))) == [("switch", None)]
    assert len(shown(judged(form, tapped("switch", "fail")))) == 3


def test_choices_are_seen_by_selected() -> None:
    form = a_form(
        an_item("weather", ItemKind.CHOICES, choices=CHOICES),
        a_check("roof", relevant="selected(${weather}, 'rain')"),
    )

    assert ("roof", None) not in shown(judged(form, typed("weather", ("sun",))))
    assert ("roof", None) in shown(judged(form, typed("weather", ("sun", "rain"))))


def test_a_number_a_date_and_a_time_are_seen_as_such() -> None:
    form = a_form(
        a_number("n"),
        an_item("on", ItemKind.DATE),
        an_item("at", ItemKind.TIME),
        an_item("moment", ItemKind.DATETIME),
        a_check("late", relevant="${n} > 9 and ${on} < today() and ${at} > '08:00' = false() and ${moment} < now()"),
    )
    answers = typed("n", 10), typed("on", "2026-11-22"), typed("at", "09:00"), typed("moment", "2026-11-23T00:29:00Z")

    assert ("late", None) in shown(judged(form, *answers))


def test_an_expression_that_fails_leaves_the_row_visible_and_is_reported() -> None:
    form = a_form(an_item("on", ItemKind.TEXT), a_check("a", relevant="date(${on}) > today()"))

    evaluation = judged(form, typed("on", "Friday"))

    assert ("a", None) in shown(evaluation)
    assert [(fault.item, fault.column, fault.detail) for fault in evaluation.faults] == [
        ("a", "relevant", "not a date")
    ]


def test_a_circle_of_conditions_leaves_the_rows_visible_and_is_reported() -> None:
    form = a_form(a_check("a", relevant="${b} = ''"), a_check("b", relevant="${a} = ''"))

    evaluation = judged(form)

    assert len(evaluation.faults) == 1
    assert "depends on itself" in evaluation.faults[0].detail


def test_an_expression_that_cannot_be_read_leaves_the_row_visible_and_is_reported() -> None:
    evaluation = judged(a_form(a_check("a", relevant="${gone} = 1", constraint="1 +", required="frob()")))

    assert shown(evaluation) == [("a", None)]
    assert not evaluation.rows[0].required
    assert {fault.column for fault in evaluation.faults} == {"relevant", "required"}


def test_the_answer_of_the_last_round_is_seen_by_last_saved() -> None:
    from shared.checklist import Past
    from tests.shared.checklist.forms import NOW

    form = a_form(a_number("meter", constraint=". >= ${last-saved#meter}"))
    history = {("meter", None): Past(NOW, 100.0)}

    assert judged(form, typed("meter", 99.0), history=history).rows[0].constraint_message is not None
    assert judged(form, typed("meter", 101.0), history=history).rows[0].constraint_message is None
