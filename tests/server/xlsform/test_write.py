"""What is exported is imported as the same template, and anything at all is imported whole or refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.xlsform import read_catalogue, read_csv, read_xlsx
from server.xlsform.sheets import sheets_of, write_sheets_csv, write_sheets_xlsx
from shared.errors import TemplateError
from shared.model.template import Template
from tests.server.xlsform.sheets import a_group, a_line, an_end, as_csv, as_xlsx, files, imported

CATALOGUE = Path(__file__).parents[3] / "server" / "catalogue"


def a_full_form() -> Template:
    """A form that uses every column, nested and empty groups, unknown columns and odd texts."""
    lines = (
        a_line("weather", type="select_one weather", default="sun", required=""),
        a_line("second", type="select_multiple weather", note="kept", required="${weather} = 'rain'"),
        a_group("empty"),
        an_end(),
        a_group("outer", relevant="${weather} != ''", shade="blue", appearance="field-list"),
        a_line("check", code="X-1", fail_needs="photo note action", category="eva", grade="major", act="stop"),
        a_line(
            "gap", type="decimal", part_of="check", unit="mm", low="0.25", high="1e3", warn_low="0.3", every_days="7"
        ),
        a_group("turn", "repeat", repeat_over="lift"),
        a_line("brake", hint='两行\n=1+1, "引号"', clause="S5.30.5", certainty="manual"),
        an_end("repeat"),
        a_line("after", type="integer", constraint=". >= 0", constraint_message="不能为负", limit_source="x"),
        an_end(),
        {"type": "calculate", "name": "sum", "calculation": "sum(${brake}) + failed('X')"},
        a_line("sign", type="image", appearance="signature"),
        a_line("moment", type="dateTime", default="now()"),
        a_group("last"),
        an_end(),
    )
    return imported(*lines).template


def as_files(form: Template) -> dict[str, bytes]:
    return write_sheets_csv(sheets_of(form))


def as_book(form: Template) -> bytes:
    return write_sheets_xlsx(sheets_of(form))


def test_a_form_survives_csv() -> None:
    form = a_full_form()

    assert [one.template for one in read_csv(as_files(form))] == [form]


def test_a_form_survives_a_workbook() -> None:
    form = a_full_form()

    assert read_xlsx("short.xlsx", as_book(form)).template == form


def test_exporting_twice_gives_the_same_bytes() -> None:
    form = a_full_form()

    (again,) = read_csv(as_files(form))

    assert as_files(form) == as_files(again.template)


def test_the_forms_that_ship_survive_both_ways() -> None:
    forms = [one.template for one in read_catalogue(CATALOGUE)]

    assert [one.template for form in forms for one in read_csv(as_files(form))] == forms
    assert [read_xlsx("form.xlsx", as_book(form)).template for form in forms] == forms


CELLS = st.sampled_from(
    ["", "a", "b", "g", "yes", "select_one pass_fail", "select_one weather", "decimal", "begin_group", "end_group",
     "begin_repeat", "end_repeat", "calculate", "lift", "${a} = 'fail'", "1 +", "5", "-3", "photo", "项", "S5.1", "\x00", "="]
) | st.text(max_size=6)  # fmt: skip
COLUMNS = ["type", "name", "label", "label::en", "required", "relevant", "calculation", "low", "high", "fail_needs",
           "part_of", "repeat_over", "default", "certainty", "every_days", "odd"]  # fmt: skip
LINES = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(COLUMNS, CELLS)), min_size=1, max_size=8)


def is_whole_or_refused(read: Callable[[], object]) -> bool:
    """Call an importer: forms come out, or TemplateError with problems; anything else it raises goes on."""
    try:
        return bool(read())
    except TemplateError as error:
        return bool(error.facts["problems"])


@given(LINES)
@settings(max_examples=200)
def test_any_lines_are_imported_whole_or_refused(lines: list[dict[str, str]]) -> None:
    assert is_whole_or_refused(
        lambda: read_csv({**files(a_line("x")), "short.csv": as_csv([dict.fromkeys(COLUMNS, ""), *lines])})
    )


@given(LINES)
def test_any_lines_that_are_imported_survive_export(lines: list[dict[str, str]]) -> None:
    try:
        (form,) = read_csv({**files(a_line("x")), "short.csv": as_csv(lines)})
    except TemplateError:
        return

    assert [one.template for one in read_csv(as_files(form.template))] == [form.template]


@given(st.binary(max_size=200))
def test_any_bytes_as_csv_are_imported_whole_or_refused(data: bytes) -> None:
    for name in ("forms.csv", "short.csv", "short.choices.csv"):
        assert is_whole_or_refused(lambda name=name: read_csv({**files(a_line("x")), name: data}))


@given(st.binary(max_size=200), st.integers(0, 5000))
def test_any_damage_to_a_workbook_is_refused_or_harmless(noise: bytes, at: int) -> None:
    sound = as_book(a_full_form())

    assert is_whole_or_refused(lambda: read_xlsx("short.xlsx", sound[:at] + noise + sound[at + len(noise) :]))


@pytest.mark.parametrize("entry", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>", b"\xff\xfe"])
def test_a_workbook_with_a_broken_part_is_refused(entry: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(as_book(a_full_form()))) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as broken:
        for name, data in {**parts, entry: content}.items():
            broken.writestr(name, data)

    with pytest.raises(TemplateError):
        read_xlsx("short.xlsx", buffer.getvalue())


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    buffer = io.BytesIO(as_xlsx(survey=[["type"]]))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/padding.xml", bytes(65 << 20))

    with pytest.raises(TemplateError):
        read_xlsx("short.xlsx", buffer.getvalue())
