"""Groups that repeat over the assets of a place."""

from shared.model.place import AssetKind, Text
from shared.model.template import ItemKind, Section
from tests.shared.checklist.forms import (
    ONE,
    TWO,
    a_check,
    a_form,
    a_number,
    an_item,
    judged,
    lifts,
    shown,
    tapped,
    typed,
)

CHECK = a_check("brake", section="lift")
GAP = a_number("gap", section="lift")


def test_a_repeat_asks_its_items_once_for_each_asset_asset_by_asset() -> None:
    form = a_form(a_check("room", section="room"), CHECK, GAP)

    assert shown(judged(form, assets=lifts())) == [
        ("room", None),
        ("brake", ONE),
        ("gap", ONE),
        ("brake", TWO),
        ("gap", TWO),
    ]


def test_a_repeat_without_assets_asks_nothing() -> None:
    assert judged(a_form(CHECK)).is_complete


def test_a_repeat_leaves_other_kinds_of_assets_alone() -> None:
    from tests.builders import a_lift

    assert shown(judged(a_form(CHECK), assets=(a_lift(kind=AssetKind.FIRE_PUMP),))) == []


def test_a_name_within_a_repeat_is_the_answer_of_the_same_turn() -> None:
    form = a_form(CHECK, a_check("why", section="lift", relevant="${brake} = 'fail'"))

    evaluation = judged(form, tapped("brake", "pass", ONE), tapped("brake", "fail", TWO), assets=lifts())

    assert shown(evaluation) == [("brake", ONE), ("brake", TWO), ("why", TWO)]


def test_a_name_in_another_repeat_over_the_same_assets_is_the_answer_of_the_same_asset() -> None:
    form = a_form(
        CHECK,
        a_check("why", section="second", relevant="${brake} = 'fail'"),
        sections=(
            Section("lift", Text("lift"), AssetKind.LIFT),
            Section("second", Text("second"), AssetKind.LIFT),
        ),
    )

    evaluation = judged(form, tapped("brake", "fail", TWO), assets=lifts())

    assert shown(evaluation) == [("brake", ONE), ("brake", TWO), ("why", TWO)]


def test_a_name_outside_its_repeat_is_the_answers_of_all_turns() -> None:
    form = a_form(
        GAP,
        an_item("widest", ItemKind.CALCULATE, calculation="max(${gap})"),
        an_item("sum", ItemKind.CALCULATE, calculation="sum(${gap})"),
        an_item("given", ItemKind.CALCULATE, calculation="count-non-empty(${gap})"),
        an_item("second", ItemKind.CALCULATE, calculation="indexed-repeat(${gap}, ${lift}, 2)"),
        an_item("turns", ItemKind.CALCULATE, calculation="count(${lift})"),
        an_item("any", ItemKind.CALCULATE, calculation="if(${gap} > 0.6, 'wide', 'fine')"),
    )

    calculated = judged(form, typed("gap", 0.5, ONE), typed("gap", 0.7, TWO), assets=lifts()).calculated

    assert [calculated[name, None] for name in ("widest", "sum", "given", "second", "turns", "any")] == [
        0.7, 1.2, 2.0, 0.7, 2.0, "wide",
    ]  # fmt: skip


def test_a_hidden_turn_is_left_out_of_what_is_summed() -> None:
    form = a_form(
        a_number("gap", section="lift", relevant="asset('geared') != 'false'"),
        an_item("turns", ItemKind.CALCULATE, calculation="count(${gap})"),
    )

    evaluation = judged(form, assets=lifts({"geared": False}, {"geared": True}))

    assert evaluation.calculated == {("turns", None): 1.0}


def test_position_counts_the_turns_from_1() -> None:
    form = a_form(an_item("place", ItemKind.CALCULATE, section="lift", calculation="position(..)"))

    assert judged(form, assets=lifts()).calculated == {("place", ONE): 1.0, ("place", TWO): 2.0}


def test_a_group_within_a_repeat_repeats_too_and_is_hidden_by_turn() -> None:
    form = a_form(
        CHECK,
        a_check("inside", section="inner"),
        sections=(
            Section("lift", Text("lift"), AssetKind.LIFT),
            Section("inner", Text("inner"), parent="lift", relevant="${brake} = 'fail'"),
        ),
    )

    assert shown(judged(form, tapped("brake", "fail", ONE), assets=lifts())) == [
        ("brake", ONE), ("inside", ONE), ("brake", TWO),
    ]  # fmt: skip


def test_progress_is_counted_per_turn() -> None:
    evaluation = judged(a_form(CHECK), tapped("brake", "pass", ONE), assets=lifts())

    assert [(s.name, s.per, s.answered, s.is_complete) for s in evaluation.sections] == [
        ("lift", ONE, 1, True),
        ("lift", TWO, 0, False),
    ]


def test_an_answer_about_an_asset_that_is_not_walked_changes_nothing() -> None:
    assert judged(a_form(CHECK), tapped("brake", "fail", TWO), assets=lifts({})).failed == 0
