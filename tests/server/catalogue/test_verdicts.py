"""What a fail needs and leads to, where limits come from, and how sure each source is."""

import re
from collections.abc import Iterator, Mapping

import pytest

from server.xlsform import Imported
from shared.model.template import Act, Certainty, HazardGrade, Item, ItemKind, Limits, Need, Template

NEEDS_ACTION = (
    "EVA 01 04 05 15 17 18 21; DOR 01 06; FAS 04; WAT 06; PMP 01 09; HYD 01 10; GAS 05; SMK 01; PWR 01; EXT 10;"
    "HOT 01 02 03 04; ELE 01; LMR 03 07 09 10 13 14 16 17 23 24 25"
)
"""Items that the fact tables mark P!: a fail carries what was done on the spot."""

FROM_MEMORY = (
    "EVA 02 03 06 08 09 11 12 13 16; DOR 04 08; FAS 04 07 11 12 13 15 16 19; WAT 01 02 05 07 08 09 10;"
    "PMP 01 02 03 04 05 06 07 08 11 12; HYD 07 08 09 11 12; SPR 03; GAS 01 02 03 04 05 07 09 11; PWR 02;"
    "EXT 03 05 06 08 09; ELE 04 06 09; LMR 04 05 06 12 21"
)
"""Items whose source or limit the fact tables mark [mem]."""

FIRE = ("fire-patrol", "fire-monthly", "fire-surprise", "fire-periodic", "facility-patrol", "fire-test", "pump")
COMMANDS = re.compile(r"(?<!响)应(?!急)|必须|不得|严禁")
LAW = re.compile(r"GB|TSG|XF|§|号令|条例|法规|消防法|安全法")


def spelled(codes: str) -> set[str]:
    groups = [group.split() for group in codes.split(";") if group.strip()]
    return {f"{prefix}-{number}" for prefix, *numbers in groups for number in numbers}


def every_item(catalogue: Mapping[str, Imported]) -> Iterator[Item]:
    for imported in catalogue.values():
        yield from imported.template.items


def limits_of(template: Template, name: str) -> Limits:
    return next(item.limits for item in template.items if item.name == name and item.limits)


def test_exactly_the_urgent_items_need_an_action(catalogue: Mapping[str, Imported]) -> None:
    codes = {item.code for item in every_item(catalogue) if Need.ACTION in item.fail_needs and item.code}

    assert codes == spelled(NEEDS_ACTION)


def test_every_fail_that_becomes_a_hazard_needs_a_remark(catalogue: Mapping[str, Imported]) -> None:
    bare = [item.name for item in every_item(catalogue) if item.category and Need.NOTE not in item.fail_needs]

    assert bare == []


def test_every_fail_of_a_facility_needs_a_photo(catalogue: Mapping[str, Imported]) -> None:
    bare = [
        item.name
        for item in every_item(catalogue)
        if item.category and item.category != "mgt" and Need.PHOTO not in item.fail_needs
    ]

    assert bare == []


def test_a_hazard_category_brings_grade_and_act(catalogue: Mapping[str, Imported]) -> None:
    halves = [
        item.name
        for item in every_item(catalogue)
        if len({bool(item.category), item.grade is not None, item.act is not None}) > 1
    ]

    assert halves == []


def test_what_is_put_right_on_the_spot_is_graded_immediate(catalogue: Mapping[str, Imported]) -> None:
    grades = {(item.act, item.grade) for item in every_item(catalogue) if item.category}

    assert grades == {
        (Act.ON_SPOT, HazardGrade.IMMEDIATE),
        (Act.DEADLINE, HazardGrade.GENERAL),
        (Act.STOP, HazardGrade.GENERAL),
    }


def test_a_category_is_the_prefix_of_the_code(catalogue: Mapping[str, Imported]) -> None:
    wrong = [
        item.name
        for item in every_item(catalogue)
        if item.code and item.category and item.category != item.code.partition("-")[0].lower()
    ]

    assert wrong == []


@pytest.mark.parametrize("form", ["lmr-access", "service-norm"])
def test_forms_about_people_raise_no_hazards(catalogue: Mapping[str, Imported], form: str) -> None:
    assert [item.name for item in catalogue[form].template.items if item.category] == []


def test_service_norm_asks_for_words_not_for_photos_of_people(catalogue: Mapping[str, Imported]) -> None:
    needs = {item.fail_needs for item in catalogue["service-norm"].template.items if item.code}

    assert needs == {(Need.NOTE,)}


@pytest.mark.parametrize("code", sorted(spelled(FROM_MEMORY)))
def test_what_comes_from_memory_is_marked_so_in_every_form(catalogue: Mapping[str, Imported], code: str) -> None:
    forms = [[item for item in imported.template.items if item.code == code] for imported in catalogue.values()]

    unmarked = [
        items
        for items in forms
        if items
        and not any(
            Certainty.MEMORY in (item.certainty, item.limits.certainty if item.limits else None) for item in items
        )
    ]

    assert unmarked == []


def test_no_text_that_everybody_sees_cites_a_law_or_standard(catalogue: Mapping[str, Imported]) -> None:
    """Clauses stand in their own column with their certainty, so that a screen can leave out the unsure ones."""
    citing = [
        item.name
        for item in every_item(catalogue)
        if LAW.search(item.label.zh + item.hint.zh + item.constraint_message.zh)
    ]

    assert citing == []


def test_what_comes_from_memory_commands_nothing(catalogue: Mapping[str, Imported]) -> None:
    commanding = [
        item.name
        for item in every_item(catalogue)
        if item.certainty is Certainty.MEMORY and COMMANDS.search(item.label.zh + item.hint.zh)
    ]

    assert commanding == []


def test_every_judged_item_names_its_source(catalogue: Mapping[str, Imported]) -> None:
    nameless = [item.name for item in every_item(catalogue) if item.category and not item.clause]

    assert nameless == []


def test_a_draft_standard_is_called_a_draft(catalogue: Mapping[str, Imported]) -> None:
    drafts = [item for item in every_item(catalogue) if item.code in ("EBK-03", "EBK-04", "EBK-05", "EBK-07", "ELE-07")]

    assert drafts
    assert all("报批稿" in item.clause and "未生效" in item.clause for item in drafts)


def test_every_limit_says_where_it_comes_from(catalogue: Mapping[str, Imported]) -> None:
    nameless = [item.name for item in every_item(catalogue) if item.limits and not item.limits.source]

    assert nameless == []


def test_every_limit_has_a_unit(catalogue: Mapping[str, Imported]) -> None:
    bare = [item.name for item in every_item(catalogue) if item.limits and not item.unit]

    assert bare == []


def test_a_number_that_stands_alone_has_limits_that_can_fail_it(catalogue: Mapping[str, Imported]) -> None:
    toothless = [
        item.name
        for item in every_item(catalogue)
        if item.code
        and not item.part_of
        and item.kind in (ItemKind.NUMBER, ItemKind.COUNT)
        and item.category
        and (item.limits is None or (item.limits.low is None and item.limits.high is None))
    ]

    assert toothless == []


def test_the_brake_gap_takes_the_makers_limits_before_the_old_practice(catalogue: Mapping[str, Imported]) -> None:
    limits = limits_of(catalogue["lmr-d"].template, "lmr_15_gap")

    assert (limits.low_from, limits.high_from) == ("brake_gap_min", "brake_gap_max")
    assert (limits.low, limits.high, limits.certainty) == (None, 0.7, Certainty.MEMORY)


def test_the_machine_room_may_have_five_to_forty_degrees(catalogue: Mapping[str, Imported]) -> None:
    limits = limits_of(catalogue["lmr-d"].template, "lmr_04")

    assert (limits.low, limits.high, limits.warn_high) == (5, 40, 38)


@pytest.mark.parametrize("form", FIRE)
def test_a_fire_form_shows_limits_in_the_unit_of_the_fact_tables(catalogue: Mapping[str, Imported], form: str) -> None:
    units = {
        "eva_11": "s", "dor_04": "N", "fas_13_level": "dB", "fas_19": "Ω", "wat_05": "°C", "wat_08": "MPa", "pmp_04": "s",
        "hyd_02": "°", "hyd_08": "MPa", "spr_03": "dB", "gas_01": "°C", "ele_05_load": "%", "ele_09": "mA", "ebk_03": "辆",
    }  # fmt: skip

    held = {item.name: item.unit for item in catalogue[form].template.items if item.name in units}

    assert held == {name: unit for name, unit in units.items() if name in held}
