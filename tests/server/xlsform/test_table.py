"""Files as spreadsheets save them, and as they should not be."""

import pytest

from server.xlsform import read_xlsx
from tests.server.xlsform.sheets import (
    SETTINGS,
    a_line,
    as_csv,
    as_xlsx,
    complaints,
    complaints_about,
    complaints_about_workbook,
    files,
    imported,
    warnings,
)

SURVEY = [["type", "name", "label", "label::en", "required"], ["select_one pass_fail", "a", "项", "Item", "yes"]]
SETTING_ROWS = [line.split(",") for line in SETTINGS.split()]


def survey(data: bytes) -> dict[str, bytes]:
    return {**files(a_line("a")), "short.csv": data}


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    from server.xlsform import read_csv

    data = b"\xef\xbb\xbf" + as_csv([a_line("a", hint="两\n行")]).replace(b"\n", b"\r\n")

    (form,) = read_csv(survey(data))

    assert form.template.items[0].hint.zh == "两\n行"


@pytest.mark.parametrize(
    "header",
    [
        "label::中文 (zh)",
        "label::Chinese (zh)",
        "label::zh",
        "label:zh",
        "label::中文",
        "label",
        "Label::Chinese",
        "label::zh-CN",
    ],
)
def test_chinese_is_written_in_many_ways(header: str) -> None:
    data = as_csv([{"type": "text", "name": "a", header: "项", "label::en": "Item"}])

    from server.xlsform import read_csv

    (form,) = read_csv(survey(data))

    assert (form.template.items[0].label.zh, form.template.items[0].label.en) == ("项", "Item")


@pytest.mark.parametrize(("header", "known"), [("Fail needs", True), ("constraint message", True), ("REQUIRED", True)])
def test_known_columns_may_be_written_with_spaces_and_capitals(header: str, known: bool) -> None:
    form = imported({"type": "text", "name": "a", "label": "项", "label::en": "Item", header: ""})

    assert (warnings(form) == []) is known


def test_unknown_columns_are_kept_and_named_in_a_warning() -> None:
    form = imported(a_line("a", **{"media::image": "lift.png", "label::Français (fr)": "Ligne", "choice_filter": "x"}))

    assert form.template.items[0].extra == {
        "media::image": "lift.png",
        "label::Français (fr)": "Ligne",
        "choice_filter": "x",
    }
    assert warnings(form) == [
        f"short.csv:1 {column}: a known column; this one is kept as it is"
        for column in ("media::image", "label::Français (fr)", "choice_filter")
    ]


def test_unknown_columns_of_choices_and_settings_are_kept_too() -> None:
    form = imported(
        a_line("a", type="select_one weather"),
        settings=SETTINGS.replace("inspection_type", "inspection_type,style").replace("patrol", "patrol,pages"),
        choices="list_name,name,label,label::en,filter\nweather,sun,晴,Sunny,day\n",
    )

    assert form.template.extra == {"style": "pages"}
    assert form.template.items[0].choices[0].extra == {"filter": "day"}
    assert len(form.warnings) == 2


def test_a_missing_english_text_is_a_warning() -> None:
    form = imported(a_line("a", **{"label::en": ""}))

    assert warnings(form) == ["short.csv:2 label::en: a text in English; Chinese will be shown"]


def test_a_check_that_may_be_left_out_is_a_warning() -> None:
    form = imported(a_line("a", required=""))

    assert warnings(form) == ["short.csv:2 required: yes; when empty it may be left out of a finished record"]


def test_a_message_without_constraint_is_a_warning() -> None:
    form = imported(a_line("a", constraint_message="不行", **{"constraint_message::en": "No"}))

    assert warnings(form) == ["short.csv:2 constraint_message: a constraint on the line"]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "short.csv:0 :  -> a header line"),
        ("type,name\ntext,a\n".encode("utf-16"), "short.csv:1 : b'\\xff' -> UTF-8 text"),
        ("type,name,label\ntext,a,项\n".encode("gb18030"), "short.csv:2 : b'\\xcf' -> UTF-8 text"),
        (b'type,name,label\ntext,a,"open\n', "short.csv:2 : unexpected end of data -> well-formed CSV"),
        (b'type,name,label\ntext,a,"x"y\n', "short.csv:2 : ',' expected after '\"' -> well-formed CSV"),
        (b"type,name,label,type\n", "short.csv:1 type: type -> each column once"),
        (b"type,name,label,label::zh\n", "short.csv:1 label::zh: label::zh -> a column that does not say the same"),
        ("type,name,label\ntext,a,项,more\n".encode(), "short.csv:2 : more -> a column name above each cell"),
        (b"type,name,label\ntext,a,x\x00y\n", "short.csv:2 label: 'x\\x00y' -> no control characters"),
        (b"type\n" + b"x" * (8 << 20), "short.csv:0 : 8388613 bytes -> a file of at most 8 MB"),
        (
            b"type,name,label\n" + b"\n".join(b"note,n,n" for _ in range(5_002)),
            "short.csv:5002 : … -> at most 5000 lines",
        ),
        (b"type,name,label\ntext,a," + b"x" * 200_000, "short.csv:2 : field larger than field limit (131072)"),
        (",".join(f"c{n}" for n in range(300)).encode(), "short.csv:1 : 300 -> at most 200 columns"),
    ],
)
def test_a_damaged_file_is_named(data: bytes, complaint: str) -> None:
    assert any(told.startswith(complaint) for told in complaints_about(survey(data)))


def test_a_workbook_gives_the_same_form_as_csv_files() -> None:
    rows = [[*SURVEY[0], "low", "every_days"], ["decimal", "a", "项", "Item", True, 1.5, 7]]

    form = read_xlsx("short.xlsx", as_xlsx(survey=rows, settings=SETTING_ROWS))

    line = a_line("a", type="decimal", low="1.5", every_days="7")
    assert form.template == imported(line).template


def test_a_workbook_with_a_number_as_version_and_a_date_as_default_is_read() -> None:
    from datetime import date, datetime, time

    rows = [
        ["type", "name", "label", "default"],
        ["date", "a", "项", date(2026, 1, 31)],
        ["date", "b", "项", datetime(2026, 1, 31)],
        ["time", "c", "项", time(8, 30)],
        ["integer", "d", "项", 3.0],
    ]

    form = read_xlsx("short.xlsx", as_xlsx(survey=rows, settings=[SETTING_ROWS[0], ["short", 2, "短", "S", "patrol"]]))

    assert form.template.version == 2
    assert [item.default for item in form.template.items] == ["2026-01-31", "2026-01-31", "08:30:00", "3"]


def test_problems_of_a_workbook_name_its_sheet() -> None:
    told = complaints_about_workbook(as_xlsx(survey=[*SURVEY, ["geopoint", "b"]], settings=SETTING_ROWS))

    assert told[0].startswith("short.xlsx[survey]:3 type: geopoint -> a supported type")


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "short.xlsx:0 : BadZipFile -> a sound .xlsx workbook"),
        (b"PK\x03\x04 not a workbook", "short.xlsx:0 : BadZipFile -> a sound .xlsx workbook"),
        (as_xlsx(survey=SURVEY), "short.xlsx:0 : survey -> a sheet named settings"),
        (as_xlsx(settings=SETTING_ROWS), "short.xlsx:0 : settings -> a sheet named survey"),
        (
            as_xlsx(survey=SURVEY, settings=SETTING_ROWS[:1]),
            "short.xlsx[settings]:0 : 0 -> exactly one line of settings",
        ),
        (as_xlsx(survey=[], settings=SETTING_ROWS), "short.xlsx[survey]:0 :  -> a header line"),
    ],
)
def test_a_damaged_workbook_is_named(data: bytes, complaint: str) -> None:
    assert complaint in complaints_about_workbook(data)


def test_a_wrong_survey_names_its_file_once_per_fault() -> None:
    assert len(complaints(a_line("a", type="x"), a_line("b", type="x"))) == 2
