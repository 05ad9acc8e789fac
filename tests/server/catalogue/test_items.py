"""Each form holds exactly the items that the fact tables of the trade mark for it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from server.xlsform import Imported
from shared.model.template import ItemKind, Template

DOMAIN = {
    "LMR": 28, "EVA": 21, "DOR": 10, "FAS": 19, "WAT": 13, "PMP": 12, "HYD": 12, "SPR": 8, "GAS": 12, "SMK": 3, "PWR": 3,
    "LFT": 2, "HOT": 7, "ELE": 9, "EBK": 8, "MGT": 11, "EXT": 17, "SVC": 4, "DRS": 8,
}  # fmt: skip
"""Codes of the fact tables: prefix and how many, numbered from 01."""

MANAGEMENT = "MGT 01 02 03 04 05 06 07 08 09 10 11"
CODES = {
    "lmr-d": "LMR 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28",
    "lmr-w": "",
    "lmr-access": "",
    "fire-patrol": "EVA 01 04 07 15 21; DOR 01 06; FAS 01 04 05; PMP 01; HYD 01; GAS 07; HOT 01 02; ELE 01",
    "fire-monthly": "EVA 01 04 05 07 10 15 17 18 20 21; DOR 01 02 03 06 07; FAS 01 02 03 04 05 06 07 09 11 15 18;"
    "WAT 01 02 03 04 06 08 10 11 12; PMP 01 02 09 10; HYD 01 03 04 07 10; SPR 01 02; GAS 01 02 03 05 06 07 08; SMK 01;"
    f"PWR 01 03; HOT 01 02 03 04 05 06; ELE 01 02 03 04 05 07; EBK 01 02 08; {MANAGEMENT}",
    "fire-surprise": "MGT 01; EVA 01 04 05 07 10 15 17 18 20 21; DOR 01 06; FAS 01 02 03 04 05 06 07; WAT 01 02 06 11 12;"
    "PMP 01 09; HYD 01 03 10; SPR 01 02; GAS 02 07; SMK 01; PWR 01; HOT 01 02 04; ELE 01 02; EBK 01 08",
    "fire-periodic": "EVA 01 02 03 04 05 06 07 08 09 10 14 15 16 17 18 19 20 21; DOR 01 02 03 06 07;"
    "FAS 01 02 03 04 05 06 07 08 09 11 14 15 16 18; WAT 01 02 03 04 06 07 08 11 12 13; PMP 01 09;"
    "HYD 01 02 03 04 05 07 10; SPR 01 02 07 08; GAS 01 02 03 06 07 08 09 10; SMK 01 02; PWR 01 03;"
    f"HOT 01 02 03 04 05 06 07; ELE 01 02 03 05 06 07 08; EBK 01 02 03 04 05 06 07 08; {MANAGEMENT}",
    "facility-patrol": "EVA 07 10; DOR 01 02 07; FAS 01 02 03 04 09 11 15 18; WAT 01 02 05 06 09 11 12; PMP 01 09 11 12;"
    "HYD 01 03 04 10 12; SPR 01 02 08; GAS 01 02 03 05 06 07 08 09; SMK 01; PWR 01",
    "fire-test": "EVA 11 12 13; DOR 04 05 08 09 10; FAS 10 12 13 14 17 19; WAT 08; PMP 02 03 04 05 06 07 08 10;"
    "HYD 06 07 08 09 11; SPR 03 04 05 06; GAS 04 11 12; SMK 02 03; PWR 02; LFT 01 02; ELE 09",
    "extinguisher": "EXT 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17",
    "pump": "WAT 01 03 04 05 06 09 10 12; PMP 01 02 03 04 05 06 07 08 09 10 11 12",
    "service-norm": "SVC 01 02 03 04; DRS 01 02 03 04 05 06 07 08",
}
COUNTS = {
    "lmr-d": 28,
    "fire-patrol": 16,
    "fire-surprise": 42 + 1,
    "fire-monthly": 71 + 11,
    "fire-periodic": 94 + 11,
    "facility-patrol": 42,
    "fire-test": 41,
    "extinguisher": 17,
    "service-norm": 12,
}
"""What the fact files say in words; a count of their tables' rows gives the same numbers."""


def spelled(codes: str) -> set[str]:
    groups = [group.split() for group in codes.split(";") if group.strip()]
    return {f"{prefix}-{number}" for prefix, *numbers in groups for number in numbers}


def whole_items(template: Template) -> list[str]:
    """Codes of the lines that are items of their own, not readings of another item."""
    return [item.code for item in template.items if item.code and not item.part_of]


@pytest.mark.parametrize("form", CODES)
def test_a_form_holds_exactly_the_items_marked_for_it(catalogue: Mapping[str, Imported], form: str) -> None:
    codes = whole_items(catalogue[form].template)

    assert sorted(codes) == sorted(spelled(CODES[form]))


@pytest.mark.parametrize("form", COUNTS)
def test_a_form_has_as_many_items_as_the_fact_files_count(catalogue: Mapping[str, Imported], form: str) -> None:
    assert len(whole_items(catalogue[form].template)) == COUNTS[form]


@pytest.mark.parametrize("form", CODES)
def test_every_code_exists_in_the_fact_tables(catalogue: Mapping[str, Imported], form: str) -> None:
    known = {f"{prefix}-{number:02}" for prefix, count in DOMAIN.items() for number in range(1, count + 1)}

    codes = {item.code for item in catalogue[form].template.items if item.code}

    assert codes <= known


@pytest.mark.parametrize("form", CODES)
def test_a_reading_shares_code_and_section_with_its_item(catalogue: Mapping[str, Imported], form: str) -> None:
    items = {item.name: item for item in catalogue[form].template.items}

    strays = [
        item.name
        for item in items.values()
        if item.part_of and (items[item.part_of].code, items[item.part_of].section) != (item.code, item.section)
    ]

    assert strays == []


@pytest.mark.parametrize("form", CODES)
def test_nobody_can_skip_an_item_that_is_judged(catalogue: Mapping[str, Imported], form: str) -> None:
    skippable = [
        item.name
        for item in catalogue[form].template.items
        if item.kind is ItemKind.PASS_FAIL and not item.part_of and item.required != "true()"
    ]

    assert skippable == []


def test_an_item_reads_the_same_in_every_form_that_has_it(catalogue: Mapping[str, Imported]) -> None:
    wordings: dict[str, set[tuple[str, str]]] = {}
    for imported in catalogue.values():
        for item in imported.template.items:
            if item.code:
                wordings.setdefault(item.name, set()).add((item.label.zh, item.label.en))

    assert {name: said for name, said in wordings.items() if len(said) > 1} == {}


def test_open_points_come_first_in_a_surprise_inspection(catalogue: Mapping[str, Imported]) -> None:
    assert whole_items(catalogue["fire-surprise"].template)[0] == "MGT-01"


def test_the_round_asks_once_for_the_room_and_once_per_lift_for_the_machines(
    catalogue: Mapping[str, Imported],
) -> None:
    template = catalogue["lmr-d"].template
    section_of = {item.code: item.section for item in template.items if item.code}

    assert section_of["LMR-04"] == section_of["LMR-09"] == "room"
    assert section_of["LMR-15"] == section_of["LMR-21"] == "lift"


def test_the_table_of_forms_names_every_form(catalogue: Mapping[str, Imported]) -> None:
    table = (Path(__file__).parents[3] / "docs" / "catalogue.md").read_text(encoding="utf-8")

    assert [form for form in catalogue if f"| `{form}` |" not in table] == []


def test_every_asset_field_that_sets_a_limit_is_documented(catalogue: Mapping[str, Imported]) -> None:
    table = (Path(__file__).parents[3] / "docs" / "catalogue.md").read_text(encoding="utf-8")

    fields = {
        field
        for imported in catalogue.values()
        for item in imported.template.items
        if item.limits
        for field in (item.limits.low_from, item.limits.high_from)
        if field
    }

    assert {field for field in fields if f"`{field}`" not in table} == set()
