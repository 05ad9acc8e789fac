"""The shipped forms at work: a round where all is well can be finished, and the special rules of each form hold."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from server.xlsform import Imported
from shared.checklist import Context, Evaluation, Past, RowState, defaults, evaluate
from shared.ids import AssetId, PhotoId, PointId, SiteId
from shared.model.inspection import Answer, Result, Value
from shared.model.place import Asset, AssetKind, Text
from shared.model.template import Item, ItemKind, Need, Template

FORMS = (
    "lmr-d", "lmr-w", "lmr-access", "fire-patrol", "fire-monthly", "fire-periodic", "fire-surprise", "facility-patrol",
    "fire-test", "extinguisher", "pump", "service-norm",
)  # fmt: skip
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
GEARED = AssetId("lift-geared")
GEARLESS = AssetId("lift-gearless")


def an_asset(asset: str, kind: AssetKind, **data: str | float | bool) -> Asset:
    return Asset(
        id=AssetId(asset),
        site=SiteId("site"),
        point=PointId("point"),
        kind=kind,
        name=Text(asset),
        number="1",
        data=dict(data),
    )


def a_context(history: Mapping[tuple[str, AssetId | None], Past] | None = None) -> Context:
    lifts = (
        an_asset(GEARED, AssetKind.LIFT, geared=True, brake_gap_max=0.5, next_inspection_on="2027-03-01"),
        an_asset(GEARLESS, AssetKind.LIFT, geared=False),
    )
    extinguisher = an_asset("extinguisher", AssetKind.EXTINGUISHER, made_on="2024-05-01")
    return Context(now=NOW, assets=(*lifts, extinguisher), history=history or {})


def good_value(item: Item, row: RowState) -> Value:
    """Return an answer that keeps within limits and constraints."""
    if item.kind in (ItemKind.NUMBER, ItemKind.COUNT):
        bounds = [bound for bound in (row.limits.low, row.limits.high) if bound is not None] if row.limits else []
        middle = sum(bounds) / len(bounds) if bounds else 1
        return int(middle) if item.kind is ItemKind.COUNT else middle
    if item.kind is ItemKind.CHOICE:
        return item.choices[0].name
    if item.kind is ItemKind.CHOICES:
        return (item.choices[0].name,)
    if item.kind is ItemKind.DATE:
        return NOW.date().isoformat()
    if item.kind is ItemKind.DATETIME:
        return NOW.isoformat()
    return "张工"


def good_answer(row: RowState) -> Answer:
    if row.item.kind is ItemKind.PASS_FAIL:
        return Answer(row.item.name, row.per, result=Result.PASS)
    return Answer(row.item.name, row.per, value=good_value(row.item, row))


def all_well(template: Template, context: Context, *given: Answer) -> Evaluation:
    """Walk the form: begin with its defaults and ``given``, then answer well what is still asked."""
    answers = {(answer.item, answer.per): answer for answer in (*defaults(template, context), *given)}
    while row := next((row for row in evaluate(template, answers, context).rows if asks(row)), None):
        answers[row.key] = good_answer(row)
    return evaluate(template, answers, context)


def asks(row: RowState) -> bool:
    return row.visible and Need.VALUE in row.missing


def visible(evaluation: Evaluation) -> set[tuple[str, AssetId | None]]:
    return {row.key for row in evaluation.rows if row.visible}


@pytest.mark.parametrize("form", FORMS)
def test_a_round_where_all_is_well_can_be_finished(catalogue: Mapping[str, Imported], form: str) -> None:
    evaluation = all_well(catalogue[form].template, a_context())

    assert evaluation.is_complete
    assert (evaluation.failed, evaluation.faults) == (0, ())


@pytest.mark.parametrize("form", FORMS)
def test_no_expression_of_a_new_record_fails(catalogue: Mapping[str, Imported], form: str) -> None:
    evaluation = evaluate(catalogue[form].template, defaults(catalogue[form].template, a_context()), a_context())

    assert evaluation.faults == ()


@pytest.mark.parametrize("form", FORMS)
def test_a_new_record_hides_no_item_of_the_fact_tables_but_for_a_reason(
    catalogue: Mapping[str, Imported], form: str
) -> None:
    """What is hidden from the start depends on a switch or on the lift, never on an unanswered question about the place."""
    template = catalogue[form].template
    hidden_by_switch = {
        "lmr-d": {"lmr_11", "lmr_12_oil"},
        "pump": {"wat_05", "pmp_12"},
        "service-norm": {"drs_06", "drs_08"},
    }

    evaluation = evaluate(template, defaults(template, a_context()), a_context())

    hidden = {row.item.name for row in evaluation.rows if row.item.code and not row.item.part_of and not row.visible}
    assert hidden <= hidden_by_switch.get(form, set())


def test_a_gearless_lift_is_not_asked_about_its_gearbox(catalogue: Mapping[str, Imported]) -> None:
    shown = visible(all_well(catalogue["lmr-d"].template, a_context()))

    assert {("lmr_11", GEARED), ("lmr_12_oil", GEARED)} <= shown
    assert not {("lmr_11", GEARLESS), ("lmr_12_oil", GEARLESS)} & shown


def test_a_lift_without_data_is_asked_about_its_gearbox(catalogue: Mapping[str, Imported]) -> None:
    template = catalogue["lmr-d"].template
    context = Context(now=NOW, assets=(an_asset("lift", AssetKind.LIFT),))

    assert ("lmr_11", AssetId("lift")) in visible(all_well(template, context))


@pytest.mark.parametrize(
    ("lift", "gap_mm", "verdict"),
    [
        (GEARED, 0.5, Result.PASS),
        (GEARED, 0.6, Result.FAIL),
        (GEARLESS, 0.7, Result.PASS),
        (GEARLESS, 0.71, Result.FAIL),
    ],
)
def test_the_brake_gap_is_judged_by_the_makers_limit_if_there_is_one(
    catalogue: Mapping[str, Imported], lift: AssetId, gap_mm: float, verdict: Result
) -> None:
    evaluation = all_well(catalogue["lmr-d"].template, a_context(), Answer("lmr_15_gap", lift, value=gap_mm))

    row = evaluation.row("lmr_15", lift)

    assert row is not None
    assert row.verdict is verdict


@pytest.mark.parametrize(("days_ago", "is_asked"), [(6, False), (7, True)])
def test_the_governor_is_asked_about_seven_days_after_it_was_oiled(
    catalogue: Mapping[str, Imported], days_ago: int, is_asked: bool
) -> None:
    done = Past(NOW - timedelta(days=days_ago), result=Result.PASS)

    shown = visible(all_well(catalogue["lmr-d"].template, a_context({("governor_oiled", GEARED): done})))

    assert (("governor_oiled", GEARED) in shown) is is_asked
    assert ("governor_oiled", GEARLESS) in shown


def test_a_missing_extinguisher_needs_photo_note_and_action(catalogue: Mapping[str, Imported]) -> None:
    evaluation = all_well(catalogue["lmr-d"].template, a_context(), Answer("lmr_09", result=Result.FAIL))

    assert not evaluation.is_complete
    assert [(row.item.code, row.missing) for row in evaluation.failures] == [
        ("LMR-09", (Need.PHOTO, Need.NOTE, Need.ACTION))
    ]


def test_a_missing_extinguisher_with_all_it_needs_lets_the_round_finish(catalogue: Mapping[str, Imported]) -> None:
    failed = Answer(
        "lmr_09", result=Result.FAIL, note="灭火器缺失", action="已从值班室调用一具", photos=(PhotoId("photo"),)
    )

    evaluation = all_well(catalogue["lmr-d"].template, a_context(), failed)

    assert evaluation.is_complete
    assert evaluation.failed == 1


def test_a_stopped_lift_is_named_with_time_and_reason(catalogue: Mapping[str, Imported]) -> None:
    template = catalogue["lmr-d"].template
    stopped = Answer("force_stop", value="yes")

    evaluation = evaluate(template, (stopped,), a_context())

    needed = {row.item.name for row in evaluation.missing if row.item.section == "closing"}
    assert {"force_stop_lift", "force_stop_at", "force_stop_reason"} <= needed


def test_a_lift_starts_with_the_inspection_date_of_its_data(catalogue: Mapping[str, Imported]) -> None:
    filled = {(answer.item, answer.per): answer.value for answer in defaults(catalogue["lmr-d"].template, a_context())}

    assert filled["lmr_28_valid_until", GEARED] == "2027-03-01"
    assert ("lmr_28_valid_until", GEARLESS) not in filled


def test_the_weekly_record_says_when_it_is_next_due(catalogue: Mapping[str, Imported]) -> None:
    evaluation = all_well(catalogue["lmr-w"].template, a_context())

    assert evaluation.calculated[("next_due_on", None)] == "2026-11-30"


@pytest.mark.parametrize("category", ["repair", "management"])
def test_repair_and_management_staff_enter_without_approval(catalogue: Mapping[str, Imported], category: str) -> None:
    shown = visible(all_well(catalogue["lmr-access"].template, a_context(), Answer("category", value=category)))

    assert ("is_approved", None) not in shown
    assert ("key_no", None) in shown


@pytest.mark.parametrize("category", ["contractor", "inspection", "other"])
def test_everybody_else_needs_approval(catalogue: Mapping[str, Imported], category: str) -> None:
    template = catalogue["lmr-access"].template
    answers = (Answer("category", value=category), Answer("is_approved", value="yes"))

    evaluation = evaluate(template, answers, a_context())

    needed = {row.item.name for row in evaluation.missing}
    assert {"approved_by", "approved_at", "key_no"} <= needed
    assert ("escort" in needed) is (category == "other")


def test_a_refused_visitor_gets_no_key_and_a_line_in_the_log(catalogue: Mapping[str, Imported]) -> None:
    template = catalogue["lmr-access"].template
    answers = (Answer("category", value="other"), Answer("is_approved", value="no"))

    evaluation = evaluate(template, answers, a_context())

    shown = visible(evaluation)
    assert ("key_no", None) not in shown
    assert "refusal" in {row.item.name for row in evaluation.missing}


def test_leaving_before_entering_is_refused(catalogue: Mapping[str, Imported]) -> None:
    given = (
        Answer("entered_at", value="2026-11-23T10:00:00+00:00"),
        Answer("left_at", value="2026-11-23T09:00:00+00:00"),
    )

    evaluation = all_well(catalogue["lmr-access"].template, a_context(), *given)

    assert [row.item.name for row in evaluation.blocking] == ["left_at"]


def test_systems_that_a_building_lacks_are_not_asked_about(catalogue: Mapping[str, Imported]) -> None:
    template = catalogue["fire-monthly"].template
    lacking = Answer("absent_systems", value=("gas", "spr", "refuge"))

    shown = {name for name, _ in visible(all_well(template, a_context(), lacking))}

    assert not {name for name in shown if name.startswith(("gas_", "spr_"))}
    assert "eva_18" not in shown
    assert {"fas_01", "hyd_01"} <= shown


def test_the_management_part_counts_the_fails_of_the_inspection(catalogue: Mapping[str, Imported]) -> None:
    fails = tuple(Answer(name, result=Result.FAIL) for name in ("eva_01", "dor_01", "eva_15", "ele_01"))

    evaluation = all_well(catalogue["fire-monthly"].template, a_context(), *fails)

    counts = [evaluation.calculated[(name, None)] for name in ("mgt_02", "mgt_03", "mgt_05")]
    assert counts == [2, 1, 1]


def test_an_overloaded_circuit_fails_whatever_was_tapped(catalogue: Mapping[str, Imported]) -> None:
    tapped = (Answer("ele_05", result=Result.PASS), Answer("ele_05_load", value=104.0))

    evaluation = all_well(catalogue["fire-monthly"].template, a_context(), *tapped)

    assert [row.item.code for row in evaluation.failures] == ["ELE-05"]


def test_a_busy_circuit_is_warned_about(catalogue: Mapping[str, Imported]) -> None:
    evaluation = all_well(catalogue["fire-monthly"].template, a_context(), Answer("ele_05_load", value=88.0))

    row = evaluation.row("ele_05_load")

    assert row is not None
    assert row.warned
    assert evaluation.failed == 0


def test_no_disabled_point_is_no_warning(catalogue: Mapping[str, Imported]) -> None:
    evaluation = all_well(catalogue["fire-monthly"].template, a_context(), Answer("fas_03_count", value=0))

    row = evaluation.row("fas_03_count")

    assert row is not None
    assert not row.warned


@pytest.mark.parametrize(("days_ago", "is_asked"), [(29, False), (30, True)])
def test_pumps_are_started_by_hand_every_month(
    catalogue: Mapping[str, Imported], days_ago: int, is_asked: bool
) -> None:
    done = Past(NOW - timedelta(days=days_ago), result=Result.PASS)

    shown = visible(all_well(catalogue["pump"].template, a_context({("pmp_02", None): done})))

    assert (("pmp_02", None) in shown) is is_asked
    assert (("pmp_02_current", None) in shown) is is_asked


def test_the_pump_room_is_measured_for_frost_only_in_the_frost_season(catalogue: Mapping[str, Imported]) -> None:
    template = catalogue["pump"].template

    summer = visible(all_well(template, a_context()))
    winter = visible(all_well(template, a_context(), Answer("is_frost_season", value="yes")))

    assert ("wat_05", None) not in summer
    assert ("wat_05", None) in winter


def test_rules_for_men_and_women_are_checked_only_where_the_estate_wants_it(catalogue: Mapping[str, Imported]) -> None:
    template = catalogue["service-norm"].template

    off = visible(all_well(template, a_context()))
    on = visible(all_well(template, a_context(), Answer("gender_items", value="yes")))

    assert not {("drs_06", None), ("drs_08", None)} & off
    assert {("drs_06", None), ("drs_08", None)} <= on


def test_an_extinguisher_starts_with_the_date_of_its_data(catalogue: Mapping[str, Imported]) -> None:
    filled = {answer.item: answer.value for answer in defaults(catalogue["extinguisher"].template, a_context())}

    assert filled["ext_07_made"] == "2024-05-01"


def test_a_late_facility_test_is_pointed_out(catalogue: Mapping[str, Imported]) -> None:
    template = catalogue["fire-periodic"].template

    late = visible(all_well(template, a_context(), Answer("facility_test_on", value="2025-11-01")))
    recent = visible(all_well(template, a_context(), Answer("facility_test_on", value="2026-01-01")))

    assert ("facility_test_late", None) in late
    assert ("facility_test_late", None) not in recent


@pytest.mark.parametrize(("valid_until", "is_shown"), [("2026-11-22", True), ("2026-11-23", False)])
def test_an_expired_lift_inspection_is_pointed_out(
    catalogue: Mapping[str, Imported], valid_until: str, is_shown: bool
) -> None:
    given = Answer("lmr_28_valid_until", GEARLESS, value=valid_until)

    shown = visible(all_well(catalogue["lmr-d"].template, a_context(), given))

    assert (("inspection_expired", GEARLESS) in shown) is is_shown
