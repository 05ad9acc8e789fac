"""Forms that are being written: kept as lines, read by the importer, moved as a tree, compared in the author's words."""

from dataclasses import replace
from pathlib import Path

import pytest

from server.xlsform import read_catalogue
from server.xlsform.compare import GROUP, Kind, compare
from server.xlsform.outline import Outline, OutlineError, name_for, rename
from server.xlsform.sheets import (
    Entry,
    Sheets,
    load_sheets,
    read_sheets,
    sheets_of,
    tidy,
    write_sheets_csv,
    write_sheets_xlsx,
)
from shared.errors import TemplateError

CATALOGUE = Path(__file__).resolve().parents[3] / "server" / "catalogue"
SETTINGS = {
    "form_id": "gate",
    "version": "1",
    "title.zh": "门岗检查",
    "title.en": "Gate check",
    "inspection_type": "gate",
}
PASS_FAIL = {"type": "select_one pass_fail", "label.zh": "完好", "label.en": "Whole", "required": "yes"}


def form(*lines):
    return Sheets(SETTINGS, tuple(Entry(f"r{number}", line) for number, line in enumerate(lines, 1)))


def gate():
    return form(
        {"type": "begin_group", "name": "gate", "label.zh": "门岗", "label.en": "Gate"},
        {**PASS_FAIL, "name": "barrier", "code": "GATE-01"},
        {**PASS_FAIL, "name": "lamp"},
        {"type": "end_group"},
        {"type": "decimal", "name": "gap", "label.zh": "间隙", "label.en": "Gap", "relevant": "${lamp} = 'fail'"},
    )


def shape(sheets):
    return [entry.text("name") or entry.type for entry in sheets.survey]


def moved(sheets, name, parent, before):
    outline = Outline(sheets)
    outline.move(name, parent, before)
    return outline.written()


@pytest.mark.parametrize("imported", read_catalogue(CATALOGUE), ids=lambda one: one.template.id)
def test_a_published_form_written_as_sheets_and_read_again_is_the_same(imported):
    sheets = sheets_of(imported.template)

    reading = read_sheets(sheets)

    assert reading.problems == ()
    assert reading.template == imported.template
    assert load_sheets({"form.xlsx": write_sheets_xlsx(sheets)}) == (sheets,)
    assert load_sheets(write_sheets_csv(sheets)) == (sheets,)
    assert Outline(sheets).written() == sheets
    assert compare(sheets, sheets) == ()


def test_problems_name_the_line_by_its_id_and_the_column_by_its_key():
    sheets = moved(gate(), "r5", "", "r1")
    broken = replace(
        sheets, survey=tuple(replace(e, cells={**e.cells, "low": "x"}) if e.id == "r5" else e for e in sheets.survey)
    )

    reading = read_sheets(broken)

    assert [(one.sheet, one.row, one.key, one.line) for one in reading.problems] == [("survey", "r5", "low", 1)]


def test_a_form_without_anything_has_problems_and_no_fault():
    found = read_sheets(Sheets())

    assert {one.key for one in found.problems} >= {"form_id", "title.zh", "inspection_type"}


def test_a_group_moves_with_all_that_it_holds():
    found = moved(gate(), "r1", "", "")

    assert shape(found) == ["gap", "gate", "barrier", "lamp", "end_group"]
    assert read_sheets(found).problems == ()


def test_a_line_goes_into_a_group_and_out_again():
    inside = moved(gate(), "r5", "r1", "r2")
    outline = Outline(inside)
    outline.shift("r5", "out")

    assert shape(inside) == ["gate", "gap", "barrier", "lamp", "end_group"]
    assert shape(outline.written()) == shape(gate())


@pytest.mark.parametrize(
    ("name", "way", "expected"),
    [
        ("r3", "up", ["gate", "lamp", "barrier", "end_group", "gap"]),
        ("r1", "down", ["gap", "gate", "barrier", "lamp", "end_group"]),
        ("r5", "into", ["gate", "barrier", "lamp", "gap", "end_group"]),
        ("r2", "out", ["gate", "lamp", "end_group", "barrier", "gap"]),
    ],
)
def test_a_line_moves_one_place(name, way, expected):
    outline = Outline(gate())

    outline.shift(name, way)

    assert shape(outline.written()) == expected


@pytest.mark.parametrize(("name", "way"), [("r1", "up"), ("r2", "up"), ("r5", "down"), ("r5", "out"), ("r3", "into")])
def test_a_line_that_cannot_move_on_is_refused(name, way):
    with pytest.raises(OutlineError):
        Outline(gate()).shift(name, way)


@pytest.mark.parametrize(("parent", "before"), [("r1", ""), ("r2", ""), ("", "r2"), ("r9", "")])
def test_a_group_goes_neither_into_itself_nor_to_no_place(parent, before):
    with pytest.raises(OutlineError):
        Outline(gate()).move("r1", parent, before)


def test_a_group_that_was_never_closed_is_closed_by_the_next_move():
    torn = form(*(entry.cells for entry in gate().survey if entry.type != "end_group"))

    assert read_sheets(torn).problems
    assert read_sheets(Outline(torn).written()).problems == ()


def test_an_end_too_many_is_a_line_that_can_be_removed():
    torn = form({"type": "end_group"}, *(entry.cells for entry in gate().survey))
    outline = Outline(torn)

    outline.remove("r1")

    assert read_sheets(torn).problems
    assert read_sheets(outline.written()).problems == ()


def test_a_copied_group_has_names_of_its_own_and_speaks_of_its_own_lines():
    inside = moved(gate(), "r5", "r1", "")
    outline = Outline(inside)

    outline.copy("r1")
    found = outline.written()

    assert shape(found)[5:] == ["gate_2", "barrier_2", "lamp_2", "gap_2", "end_group"]
    assert found.survey[8].text("relevant") == "${lamp_2} = 'fail'"
    assert len({entry.id for entry in found.survey}) == 10
    assert read_sheets(found).problems == ()


def test_removing_a_group_removes_what_it_holds():
    outline = Outline(gate())

    assert outline.remove("r1") == 3
    assert shape(outline.written()) == ["gap"]


def test_what_names_a_line_follows_its_new_name():
    cells = {"type": "decimal", "name": "x", "part_of": "lamp", "constraint": ". > ${last-saved#lamp} + ${lamps}"}

    found = rename(form(cells), "lamp", "light").survey[0]

    assert found.text("part_of") == "light"
    assert found.text("constraint") == ". > ${last-saved#light} + ${lamps}"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("LMR-09", "lmr_09"), ("9.1", "item_9_1"), ("", "decimal"), ("A", "a_2"), ("编号", "decimal")],
)
def test_a_name_is_suggested_by_the_code(code, expected):
    assert name_for(code, "decimal", {"a"}) == expected


def test_differences_name_what_was_added_removed_moved_and_changed():
    outline = Outline(gate())
    outline.shift("r1", "down")
    outline.remove("r3")
    outline.add({**PASS_FAIL, "name": "radio"}, "", "")
    after = outline.written()
    after = replace(
        after, survey=tuple(replace(e, cells={**e.cells, "unit": "mm"}) if e.id == "r5" else e for e in after.survey)
    )

    found = compare(gate(), after)

    assert [(one.kind, one.name) for one in found] == [
        (Kind.MOVED, "gap"),
        (Kind.CHANGED, "gap"),
        (Kind.ADDED, "radio"),
        (Kind.REMOVED, "lamp"),
    ]
    assert [(cell.key, cell.before, cell.after) for cell in found[1].cells] == [("unit", "", "mm")]


def test_a_line_in_another_group_was_moved():
    found = compare(gate(), moved(gate(), "r5", "r1", ""))

    assert [(one.kind, one.name, one.cells[0].key, one.cells[0].after) for one in found] == [
        (Kind.MOVED, "gap", GROUP, "门岗")
    ]


def test_choices_are_compared_by_what_they_say_and_not_by_the_name_of_their_list():
    line = {"type": "select_one doors", "name": "door", "label.zh": "门", "label.en": "Door"}
    one = replace(form(line), choices=({"list_name": "doors", "name": "a", "label.zh": "甲"},))
    renamed = replace(
        form({**line, "type": "select_one other"}), choices=({"list_name": "other", "name": "a", "label.zh": "甲"},)
    )
    changed = replace(one, choices=({"list_name": "doors", "name": "a", "label.zh": "乙"},))

    assert compare(one, renamed) == ()
    assert [cell.key for cell in compare(one, changed)[0].cells] == ["choices"]


def test_files_with_faults_in_the_form_can_be_loaded_and_unreadable_ones_cannot():
    faulty = write_sheets_csv(form({"type": "nonsense", "name": "1"}))

    assert load_sheets(faulty)[0].survey[0].cells["type"] == "nonsense"
    with pytest.raises(TemplateError):
        load_sheets({"form.xlsx": b"nothing"})
    with pytest.raises(TemplateError):
        load_sheets({"gate.csv": b"type,name\n"})


def test_cells_hold_no_control_characters():
    assert tidy(" a\x00b\r\nc\ud800 ") == "ab\nc"
