"""The shipped forms are whole: they import, their expressions compile and name what exists, both languages are there."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from server.xlsform import Imported
from shared.expression import compile_expression
from shared.model.place import Text
from shared.model.template import Item, Template

FORMS = (
    "lmr-d",
    "lmr-w",
    "lmr-access",
    "fire-patrol",
    "fire-monthly",
    "fire-periodic",
    "fire-surprise",
    "facility-patrol",
    "fire-test",
    "extinguisher",
    "pump",
    "service-norm",
)
FONT = Path(__file__).parents[3] / "mobile" / "assets" / "fonts" / "NotoSansSC-Regular.ttf"
LONGEST_LABEL_ZH = 24
LONGEST_LABEL_EN = 52
"""Letters that fit beside the answers in a row of a 1280 px wide tablet."""


def expressions(template: Template) -> list[str]:
    of_items = [
        text for item in template.items for text in (item.relevant, item.required, item.constraint, item.calculation)
    ]
    return [text for text in (*of_items, *(section.relevant for section in template.sections)) if text]


def texts(template: Template) -> list[Text]:
    of_items = [text for item in template.items for text in (item.label, item.hint, item.constraint_message)]
    of_choices = [choice.label for item in template.items for choice in item.choices]
    return [template.title, *of_items, *of_choices, *(section.label for section in template.sections)]


def shown(item: Item) -> str:
    limits = item.limits.source if item.limits else ""
    return item.unit + item.clause + limits


def test_the_catalogue_holds_every_form_of_the_manual_and_the_law(catalogue: Mapping[str, Imported]) -> None:
    assert tuple(catalogue) == FORMS


@pytest.mark.parametrize("form", FORMS)
def test_a_form_imports_without_a_warning(catalogue: Mapping[str, Imported], form: str) -> None:
    assert [str(warning) for warning in catalogue[form].warnings] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_expression_of_a_form_compiles(catalogue: Mapping[str, Imported], form: str) -> None:
    for text in expressions(catalogue[form].template):
        compile_expression(text)


@pytest.mark.parametrize("form", FORMS)
def test_expressions_name_only_items_of_their_form(catalogue: Mapping[str, Imported], form: str) -> None:
    template = catalogue[form].template

    named = {name for text in expressions(template) for name in re.findall(r"\$\{([^}]*)\}", text)}

    assert named <= {item.name for item in template.items}


@pytest.mark.parametrize("form", FORMS)
def test_no_name_is_used_twice_in_a_form(catalogue: Mapping[str, Imported], form: str) -> None:
    template = catalogue[form].template

    names = [item.name for item in template.items] + [section.name for section in template.sections]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", FORMS)
def test_every_text_is_there_in_chinese_and_english(catalogue: Mapping[str, Imported], form: str) -> None:
    one_sided = [text for text in texts(catalogue[form].template) if bool(text.zh) != bool(text.en)]

    assert one_sided == []


@pytest.mark.parametrize("form", FORMS)
def test_every_label_fits_a_row_of_the_tablet(catalogue: Mapping[str, Imported], form: str) -> None:
    labels = {item.name: item.label for item in catalogue[form].template.items}

    too_long = {
        name: label
        for name, label in labels.items()
        if len(label.zh) > LONGEST_LABEL_ZH or len(label.en) > LONGEST_LABEL_EN
    }

    assert too_long == {}


def test_the_tablet_font_has_every_character_of_every_form(catalogue: Mapping[str, Imported]) -> None:
    held = set(TTFont(FONT).getBestCmap())

    written = set()
    for imported in catalogue.values():
        template = imported.template
        for text in texts(template):
            written |= set(text.zh + text.en)
        for item in template.items:
            written |= set(shown(item))

    assert {character for character in written if ord(character) not in held} == set()
