"""What an answer is worth: taps, readings against limits, parts of items, and counts."""

import pytest

from shared.model.inspection import Result
from shared.model.template import ItemKind, Limits, Need
from tests.shared.checklist.forms import (
    CHOICES,
    P_BANG,
    PHOTO,
    a_check,
    a_form,
    a_number,
    an_item,
    judged,
    lifts,
    tapped,
    typed,
)


@pytest.mark.parametrize("result", list(Result))
def test_a_tap_is_the_verdict_of_a_pass_fail_item(result: Result) -> None:
    assert judged(a_form(a_check("a")), tapped("a", result.value)).rows[0].verdict is result


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(4.9, Result.FAIL), (5.0, Result.PASS), (22, Result.PASS), (40.0, Result.PASS), (40.01, Result.FAIL)],
)
def test_a_reading_is_judged_by_its_limits_which_are_inclusive(value: float, verdict: Result) -> None:
    row = judged(a_form(a_number("t", 5, 40)), typed("t", value)).rows[0]

    assert row.verdict is verdict
    assert row.out_of_limits is (verdict is Result.FAIL)


def test_a_reading_out_of_limits_fails_whatever_was_tapped() -> None:
    for result in ("pass", "na", "not_checked"):
        row = judged(a_form(a_number("t", 5, 40)), tapped("t", result, value=41.0)).rows[0]

        assert row.verdict is Result.FAIL


def test_a_person_may_be_stricter_than_the_limits() -> None:
    assert judged(a_form(a_number("t", 5, 40)), tapped("t", "fail", value=20.0)).rows[0].verdict is Result.FAIL


def test_a_reading_without_limits_is_answered_but_not_judged() -> None:
    row = judged(a_form(a_number("lux")), typed("lux", 200.0)).rows[0]

    assert row.is_answered
    assert row.verdict is None


@pytest.mark.parametrize(("value", "warned"), [(37.9, False), (38.0, True), (40.0, True), (40.1, False)])
def test_a_reading_warns_from_the_warning_bound_to_the_limit(value: float, warned: bool) -> None:
    form = a_form(a_number("t", limits=Limits(5, 40, warn_high=38)))

    evaluation = judged(form, typed("t", value))

    assert evaluation.rows[0].warned is warned
    assert evaluation.warned == int(warned)


def test_a_warning_alone_gives_no_verdict() -> None:
    row = judged(a_form(a_number("t", limits=Limits(warn_low=2))), typed("t", 1.0)).rows[0]

    assert row.warned
    assert row.verdict is None


def test_the_lifts_own_limit_goes_before_the_forms() -> None:
    gap = a_number("gap", limits=Limits(high=0.7, low_from="brake_gap_min", high_from="brake_gap_max"), section="lift")
    assets = lifts({"brake_gap_max": 0.5, "brake_gap_min": "0.2"}, {"brake_gap_max": "unknown"})

    evaluation = judged(a_form(gap), *(typed("gap", 0.6, asset.id) for asset in assets), assets=assets)

    first, second = evaluation.rows
    assert (first.limits.low, first.limits.high, first.verdict) == (0.2, 0.5, Result.FAIL)
    assert (second.limits.low, second.limits.high, second.verdict) == (None, 0.7, Result.PASS)


def test_a_form_about_one_asset_takes_that_assets_limits() -> None:
    from shared.model.place import AssetKind

    form = a_form(a_number("gap", limits=Limits(high_from="brake_gap_max")), per_asset=AssetKind.LIFT)

    assert judged(form, typed("gap", 0.6), assets=lifts({"brake_gap_max": 0.5})).rows[0].verdict is Result.FAIL


def test_a_row_about_no_one_asset_takes_the_limits_of_the_first_that_has_them() -> None:
    form = a_form(a_number("level", limits=Limits(low_from="level_min")))

    assert judged(form, typed("level", 1.0), assets=lifts({}, {"level_min": 2})).rows[0].verdict is Result.FAIL


def test_a_failing_reading_fails_the_item_that_it_is_a_part_of() -> None:
    form = a_form(a_check("light", fail_needs=(Need.NOTE,)), a_number("lux", 200, part_of="light"))

    evaluation = judged(form, tapped("light", "pass"), typed("lux", 120.0))

    light, lux = evaluation.rows
    assert light.verdict is Result.FAIL
    assert light.failed_parts == (lux.item,)
    assert evaluation.failures == (light,)
    assert (evaluation.failed, evaluation.passed, evaluation.out_of_limits) == (1, 0, 1)
    assert light.missing == (Need.NOTE,)


def test_a_hidden_reading_fails_nothing() -> None:
    form = a_form(a_check("light"), a_number("lux", 200, part_of="light", relevant="false()"))

    assert judged(form, tapped("light", "pass"), typed("lux", 1.0)).rows[0].verdict is Result.PASS


def test_a_pass_tapped_on_what_is_not_judged_is_no_verdict() -> None:
    form = a_form(an_item("a", ItemKind.TEXT), a_number("lux"))

    evaluation = judged(form, tapped("a", "pass", value="x"), tapped("lux", "pass"))

    assert [row.verdict for row in evaluation.rows] == [None, None]


def test_the_photo_of_a_failing_reading_counts_for_its_item() -> None:
    form = a_form(a_check("light", fail_needs=(Need.PHOTO,)), a_number("lux", 200, part_of="light"))

    evaluation = judged(form, tapped("light", "pass"), typed("lux", 120.0, photos=(PHOTO,)))

    assert evaluation.is_complete


def test_a_reading_counts_by_itself_when_its_item_is_hidden() -> None:
    form = a_form(a_check("light", relevant="false()"), a_number("lux", 200, part_of="light"))

    assert [row.item.name for row in judged(form, typed("lux", 1.0)).failures] == ["lux"]


def test_not_checked_is_never_a_pass() -> None:
    form = a_form(a_check("a"), a_check("b"))

    evaluation = judged(form, tapped("a", "pass"), tapped("b", "not_checked", reason="锁着"))

    assert (evaluation.passed, evaluation.not_checked) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ItemKind.NUMBER, "12"),
        (ItemKind.COUNT, 1.5),
        (ItemKind.CHOICE, "snow"),
        (ItemKind.CHOICES, ("sun", "snow")),
        (ItemKind.DATE, "Friday"),
        (ItemKind.TIME, "25:00"),
        (ItemKind.DATETIME, "soon"),
        (ItemKind.TEXT, 3.0),
    ],
)
def test_an_answer_that_does_not_fit_its_item_counts_as_none_and_is_reported(kind: ItemKind, value: object) -> None:
    form = a_form(an_item("a", kind, choices=CHOICES, required="true()"))

    evaluation = judged(form, typed("a", value))

    assert evaluation.rows[0].missing == (Need.VALUE,)
    assert [fault.column for fault in evaluation.faults] == ["answer"]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (ItemKind.NUMBER, typed("a", 0)),
        (ItemKind.COUNT, typed("a", 2.0)),
        (ItemKind.CHOICE, typed("a", "sun")),
        (ItemKind.CHOICES, typed("a", ("sun",))),
        (ItemKind.DATE, typed("a", "2026-11-23")),
        (ItemKind.TIME, typed("a", "08:30")),
        (ItemKind.DATETIME, typed("a", "2026-11-23T08:30:00+08:00")),
        (ItemKind.TEXT, typed("a", "无")),
        (ItemKind.TAG, typed("a", "LS-A1-JF01")),
        (ItemKind.SIGNATURE, typed("a", "刘工")),
        (ItemKind.PHOTO, typed("a", None, photos=(PHOTO,))),
        (ItemKind.TEXT, tapped("a", "not_checked", reason="锁着")),
    ],
)
def test_an_answer_that_fits_its_item_completes_it(kind: ItemKind, answer: object) -> None:
    form = a_form(an_item("a", kind, choices=CHOICES, required="true()", fail_needs=P_BANG))

    assert judged(form, answer).is_complete


@pytest.mark.parametrize("answer", [typed("a", "  "), typed("a", ""), typed("a", None, note="later")])
def test_a_blank_text_is_no_answer(answer: object) -> None:
    assert not judged(a_form(an_item("a", ItemKind.TEXT, required="true()")), answer).is_complete


def test_failed_counts_visible_items_by_their_printed_codes() -> None:
    form = a_form(
        a_check("e1", code="EVA-01"),
        a_check("e2", code="EVA-02", relevant="false()"),
        a_check("d1", code="DOR-01"),
        a_check("d2", code="DOR-01"),
        a_number("width", 1.1, part_of="d1", code="DOR-01"),
        an_item("eva", ItemKind.CALCULATE, calculation="failed('EVA')"),
        an_item("all", ItemKind.CALCULATE, calculation="failed('EVA', 'DOR-01')"),
    )

    evaluation = judged(form, tapped("e1", "fail"), tapped("e2", "fail"), typed("width", 0.9), tapped("d2", "pass"))

    assert evaluation.calculated == {("eva", None): 1.0, ("all", None): 2.0}
