"""A wrong form is refused as a whole, and each fault is named by file, line, column, what was found and expected."""

import pytest

from server.xlsform import read_csv
from shared.errors import TemplateError
from tests.server.xlsform.sheets import (
    CHOICES,
    SETTINGS,
    a_group,
    a_line,
    an_end,
    complaints,
    complaints_about,
    files,
)

NAMES = "a name: a letter or _, then letters, digits, _ . -"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ({"name": "9lives"}, f"name: 9lives -> {NAMES}"),
        ({"name": ""}, f"name:  -> {NAMES}"),
        ({"name": "a"}, "name: a -> a name used once (line 2 has it already)"),
        (
            {"type": "select_one colours"},
            "type: select_one colours -> a list of choices that exists: pass_fail weather",
        ),
        (
            {"type": "select_multiple pass_fail"},
            "type: select_multiple pass_fail -> a list of choices that exists: weather",
        ),
        ({"label": ""}, "label:  -> a text in Chinese"),
        ({"hint::en": "Look"}, "hint::zh:  -> a text in Chinese"),
        ({"unit": "m" * 30}, f"unit: {'m' * 30} -> a unit such as mm"),
        ({"low": "1"}, "low: 1 -> nothing: only decimal and integer have limits"),
        ({"type": "decimal", "low": "one"}, "low: one -> a number such as 0.7"),
        ({"type": "decimal", "low": "1e99"}, "low: 1e99 -> a number such as 0.7"),
        ({"type": "decimal", "low": "5", "high": "4"}, "high: 4 -> at least 5, which is low"),
        ({"type": "decimal", "warn_high": "50", "high": "40"}, "high: 40 -> at least 50, which is warn_high"),
        ({"type": "text", "fail_needs": "photo"}, "fail_needs: photo -> nothing: only a line that can fail has it"),
        ({"type": "text", "grade": "major"}, "grade: major -> nothing: only a line that can fail has it"),
        ({"fail_needs": "selfie"}, "fail_needs: selfie -> one of: value photo note action reason after"),
        ({"fail_needs": "reason"}, "fail_needs: reason -> some of: photo note action"),
        ({"grade": "huge"}, "grade: huge -> one of: immediate general major"),
        ({"act": "走"}, "act: 走 -> one of: on_spot deadline stop"),
        ({"certainty": "sure"}, "certainty: sure -> one of: manual read secondary memory recommended"),
        ({"every_days": "weekly"}, "every_days: weekly -> a whole number of at least 1"),
        ({"every_days": "0"}, "every_days: 0 -> a whole number of at least 1"),
        ({"every_days": "²"}, "every_days: ² -> a whole number of at least 1"),
        ({"repeat_over": "lift"}, "repeat_over: lift -> only on begin_repeat"),
        ({"calculation": "1"}, "calculation: 1 -> nothing: only calculate lines have one"),
        ({"type": "calculate", "required": ""}, "calculation:  -> an expression"),
        ({"type": "note", "required": "yes"}, "required: yes -> nothing: nobody answers this line"),
        ({"default": "pass"}, "default: pass -> nothing: this must come from a person"),
        ({"type": "decimal", "default": "x"}, "default: x -> a number"),
        ({"type": "integer", "default": "1.5x"}, "default: 1.5x -> a whole number"),
        ({"type": "date", "default": "Friday"}, "default: Friday -> a date such as 2026-01-31"),
        ({"type": "time", "default": "noon"}, "default: noon -> a time such as 08:30"),
        ({"type": "dateTime", "default": "now"}, "default: now -> a date and time such as 2026-01-31T08:30"),
        ({"type": "select_one weather", "default": "snow"}, "default: snow -> a choice: sun rain"),
        ({"type": "select_multiple weather", "default": "sun snow"}, "default: sun snow -> a choice: sun rain"),
        ({"part_of": "gone"}, "part_of: gone -> the name of a pass_fail item"),
        ({"part_of": "b"}, "part_of: b -> the name of a pass_fail item"),
        (
            {"relevant": "${gone} = 1"},
            "relevant: ${gone} -> only names of this form's items and repeats in ${…}",
        ),
        ({"constraint": ". >"}, "constraint: . > -> an expression that can be read (unexpected end of source)"),
        (
            {"required": "pulldata('a', 'b')"},
            "required: pulldata('a', 'b') -> an expression that can be read (pulldata() is not supported: a form has no attached data; asset('key') reads the asset's data)",
        ),
        (
            {"type": "date", "default": "frob()"},
            "default: frob() -> an expression that can be read (there is no function frob())",
        ),
        ({"relevant": "failed('XYZ') > 0"}, "relevant: failed('XYZ') -> a code that is printed on this form"),
        ({"relevant": "${b} = 'pass'"}, "relevant: ${b} = 'pass' -> no circle of references (b → b)"),
    ],
)
def test_a_wrong_cell_is_named(line: dict[str, str], complaint: str) -> None:
    assert complaints(a_line("a"), a_line("b") | line) == [f"short.csv:3 {complaint}"]


@pytest.mark.parametrize("word", ["geopoint", "begin_table", "select_one_from_file x.csv", "decimal 3", "", "start"])
def test_an_unknown_type_is_refused_with_the_known_ones(word: str) -> None:
    (complaint,) = complaints(a_line("a"), a_line("b", type=word))

    assert complaint.startswith(f"short.csv:3 type: {word} -> a supported type: select_one LIST, ")


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([a_line("a"), an_end()], "short.csv:3 type: end_group -> a begin before it"),
        ([a_group("g"), a_line("a")], "short.csv:2 type: g -> an end_group further down"),
        (
            [a_group("g"), a_line("a"), an_end("repeat")],
            "short.csv:4 type: end_repeat -> end_group for g of line 2",
        ),
        (
            [a_group("g", "repeat"), a_line("a"), an_end("repeat")],
            "short.csv:2 repeat_over:  -> a kind of asset such as lift",
        ),
        (
            [a_group("g", repeat_over="lift"), a_line("a"), an_end()],
            "short.csv:2 repeat_over: lift -> only on begin_repeat",
        ),
        (
            [a_group("g", unit="mm"), a_line("a"), an_end()],
            "short.csv:2 unit: mm -> nothing: a group has no such column",
        ),
        ([], "short.csv:0 :  -> at least one item"),
    ],
)
def test_groups_that_do_not_fit_are_named(lines: list[dict[str, str]], complaint: str) -> None:
    header = {"type": "", "name": ""}

    assert complaints(*(lines or [header])) == [complaint]


def test_a_repeat_within_a_repeat_is_refused() -> None:
    repeat = a_group("outer", "repeat", repeat_over="lift"), a_group("inner", "repeat", repeat_over="lift")

    assert complaints(*repeat, a_line("a"), an_end("repeat"), an_end("repeat")) == [
        "short.csv:3 type: begin_repeat -> no repeat within a repeat"
    ]


def test_a_reading_is_a_part_of_an_item_in_its_own_group() -> None:
    lines = a_line("a"), a_group("g"), a_line("b", type="decimal", part_of="a"), an_end()

    assert complaints(*lines) == ["short.csv:4 part_of: a -> an item of the same group, unlike a"]


def test_a_circle_over_several_lines_is_told_once_with_its_path() -> None:
    lines = (
        a_line("a", relevant="${c} = 1"),
        a_line("b", relevant="${a} = 'pass'"),
        {"type": "calculate", "name": "c", "calculation": "if(${b} = 'pass', 1, 0)"},
    )

    assert complaints(*lines) == ["short.csv:2 relevant: ${c} = 1 -> no circle of references (a → c → b → a)"]


def test_a_group_hidden_by_its_own_item_is_a_circle() -> None:
    lines = a_group("g", relevant="${a} = 'pass'"), a_line("a"), an_end()

    assert complaints(*lines) == ["short.csv:2 relevant: ${a} = 'pass' -> no circle of references (g → a → g)"]


def test_a_count_of_fails_may_not_decide_over_what_it_counts() -> None:
    assert len(complaints(a_line("a", code="EVA-01", relevant="failed('EVA') = 0"))) == 1


def test_all_faults_are_told_at_once_in_the_order_of_the_lines() -> None:
    settings = SETTINGS.replace("short,1", "short,one")
    choices = CHOICES + "weather,rain,大雨,\nno list,x,x,\n"
    lines = a_line("a", type="geopoint"), a_line("b", low="x"), a_line("b", relevant="(")

    told = complaints(*lines, settings=settings, choices=choices)

    assert [complaint.split(" ")[0] for complaint in told] == [
        "forms.csv:2",
        "short.choices.csv:4",
        "short.choices.csv:5",
        "short.csv:2",
        "short.csv:3",
        "short.csv:4",
        "short.csv:4",
    ]


def test_a_problem_travels_with_both_languages() -> None:
    with pytest.raises(TemplateError) as caught:
        read_csv(files(a_line("a", grade="huge")))

    assert caught.value.facts["problems"] == [
        {
            "file": "short.csv",
            "line": 2,
            "column": "grade",
            "found": "huge",
            "expected": "one of: immediate general major",
            "expected_zh": "以下之一：immediate general major",
        }
    ]


def test_a_long_cell_is_told_shortened() -> None:
    (complaint,) = complaints(a_line("a", grade="x" * 500))

    assert "x" * 79 + "…" in complaint
    assert "x" * 80 not in complaint


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        (
            "list_name,name,label\nweather,sun,晴\nweather,sun,晴\n",
            "3 name: sun -> a name used once in the list weather",
        ),
        ("list_name,name,label\nweather,a b,晴\n", "2 name: a b -> a choice name without spaces"),
        ("list_name,name,label\nweather,sun,\n", "2 label:  -> a text in Chinese"),
        ("list_name,name,label\npass_fail,sun,晴\n", "2 list_name: pass_fail -> a list name (pass_fail is built in)"),
        ("list_name,name,label\n,sun,晴\n", "2 list_name:  -> a list name (pass_fail is built in)"),
    ],
)
def test_a_wrong_choice_is_named(choices: str, complaint: str) -> None:
    assert complaints(a_line("a"), choices=choices) == [f"short.choices.csv:{complaint}"]


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        (SETTINGS.replace("short,1", "short,0"), "2 version: 0 -> a whole number of at least 1"),
        (SETTINGS.replace("patrol", ""), "2 inspection_type:  -> a type of inspection such as patrol"),
        (SETTINGS.replace("短表", ""), "2 title:  -> a text in Chinese"),
        (
            SETTINGS.replace("inspection_type", "inspection_type,is_about_unit").replace("patrol", "patrol,maybe"),
            "2 is_about_unit: maybe -> yes or no",
        ),
        (
            SETTINGS.replace("inspection_type", "inspection_type,per_asset").replace("patrol", "patrol,boat"),
            "2 per_asset: boat -> one of: lift fire_pump extinguisher hydrant alarm_panel other",
        ),
    ],
)
def test_a_wrong_setting_is_named(settings: str, complaint: str) -> None:
    assert complaints(a_line("a"), settings=settings) == [f"forms.csv:{complaint}"]


def test_every_form_is_named_once_and_has_its_file() -> None:
    settings = SETTINGS + "short,2,又一,Again,patrol\nUpper,1,大写,Upper,patrol\nmissing,1,缺,Missing,patrol\n"

    told = complaints_about(files(a_line("a"), settings=settings))

    assert told == [
        "forms.csv:3 form_id: short -> lower-case letters, digits and -, each form once",
        "forms.csv:4 form_id: Upper -> lower-case letters, digits and -, each form once",
        "forms.csv:5 form_id: missing -> the file missing.csv",
    ]


def test_a_file_that_belongs_to_no_form_is_refused() -> None:
    assert complaints_about({**files(a_line("a")), "stray.csv": b"type\n"}) == [
        "stray.csv:0 : stray.csv -> a line stray in forms.csv"
    ]


def test_a_catalogue_without_settings_is_refused() -> None:
    assert complaints_about({"short.csv": b"type,name\n"}) == [
        "forms.csv:0 : short.csv -> the file forms.csv with one line per form"
    ]


def test_one_wrong_form_keeps_the_others_out() -> None:
    settings = SETTINGS + "other,1,别的,Other,patrol\n"
    catalogue = {**files(a_line("a"), settings=settings), "other.csv": b"type,name\ngeopoint,x\n"}

    assert [complaint.split(":")[0] for complaint in complaints_about(catalogue)] == ["other.csv"]
