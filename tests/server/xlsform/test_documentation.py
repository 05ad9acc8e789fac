"""The examples of docs/forms.md behave as the page says, and it names every column."""

import re
from pathlib import Path

from server.xlsform import read_csv
from server.xlsform.column import CHOICES, SETTINGS, SURVEY
from tests.server.xlsform.sheets import complaints_about

PAGE = (Path(__file__).parents[3] / "docs" / "forms.md").read_text(encoding="utf-8")


def test_every_column_is_described() -> None:
    for column in {*SURVEY.plain, *CHOICES.plain, *SETTINGS.plain}:
        assert f"`{column}" in PAGE, column


def test_the_example_is_refused_as_shown_and_whole_once_mended() -> None:
    forms, survey = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    said = re.search(r"```\n(lmr-short.csv:.*?)\n```", PAGE)

    told = complaints_about({"forms.csv": forms.encode(), "lmr-short.csv": survey.encode()})

    assert said is not None
    place, found, expected = re.fullmatch(r"(.*?): found “(.*?)”, expected (.*)", said[1]).groups()
    assert told == [f"{place}: {found} -> {expected}"]
    head, *lines = survey.strip().split("\n")
    mended = [f"{head},calculation", *(f"{line}," for line in lines[:-1]), f"{lines[-1]},max(${{brake_gap}})"]
    (form,) = read_csv({"forms.csv": forms.encode(), "lmr-short.csv": "\n".join(mended).encode()})
    assert len(form.template.items) == 7
