"""Every function of the library gives what ODK's form logic documents for it."""

import math
from datetime import date, datetime, time
from pathlib import Path

import pytest

from shared.errors import ExpressionError
from shared.expression.function import BUILT_BY_COMPILER, LIBRARY
from tests.shared.expression.twin import CHINA, calculate

ANSWERS = {
    "none": "",
    "five": 5.0,
    "colours": "red green blue",
    "day": date(2026, 1, 5),
    "moment": datetime(2026, 1, 5, 18, 0, 5, 7_000, tzinfo=CHINA),
    "clock": time(18, 0),
    "gaps": (0.4, "", 0.9),
    "full": (3.0, 1.0, 2.0),
    "nobody": (),
    "lifts": ("a", "b", "c"),
}

EXAMPLES = [
    # control
    ("if(${five} > 3, 'big', 'small')", "big"),
    ("if(${none}, 'given', 'empty')", "empty"),
    ("if(true(), 1, ${unknown_but_not_reached})", 1.0),
    ("coalesce(${none}, 'b')", "b"),
    ("coalesce(${five}, 'b')", 5.0),
    ("coalesce(${none}, ${none})", ""),
    ("true()", True),
    ("false()", False),
    ("not(false())", True),
    ("boolean('false')", True),
    ("boolean(0)", False),
    ("boolean-from-string('true')", True),
    ("boolean-from-string('1')", True),
    ("boolean-from-string('yes')", False),
    ("checklist(2, -1, 'yes', 'no', 'yes')", True),
    ("checklist(-1, 1, 'yes', 'no', 'yes')", False),
    ("weighted-checklist(3, 5, 'yes', 3, 'no', 9)", True),
    ("weighted-checklist(4, -1, 'yes', 3, 'no', 9)", False),
    # choices
    ("selected(${colours}, 'green')", True),
    ("selected(${colours}, 'gree')", False),
    ("selected(${none}, 'green')", False),
    ("selected-at(${colours}, 2)", "blue"),
    ("selected-at(${colours}, 3)", ""),
    ("selected-at(${colours}, -1)", ""),
    ("count-selected(${colours})", 3.0),
    ("count-selected(${none})", 0.0),
    ("jr:choice-name('red', '${colours}')", "colours/red/zh"),
    ("jr:choice-name(selected-at(${colours}, 0), 'colours')", "colours/red/zh"),
    # repeats
    ("count(${lifts})", 3.0),
    ("count(${nobody})", 0.0),
    ("count-non-empty(${gaps})", 2.0),
    ("sum(${full})", 6.0),
    ("sum(${nobody})", 0.0),
    ("max(${full})", 3.0),
    ("min(${full})", 1.0),
    ("max(2, ${full}, 9)", 9.0),
    ("min(2, 3)", 2.0),
    ("join(', ', ${lifts})", "a, b, c"),
    ("join('-', 'x', ${lifts})", "x-a-b-c"),
    ("concat(${lifts}, '!')", "abc!"),
    ("indexed-repeat(${full}, ${lifts}, 2)", 1.0),
    ("indexed-repeat(${full}, ${lifts}, 4)", ""),
    ("string(${full})", "3"),
    # text
    ("regex('13812345678', '1[0-9]{10}')", True),
    ("regex('x13812345678', '1[0-9]{10}')", False),
    ("contains('制动器', '动')", True),
    ("contains('制动器', 'x')", False),
    ("starts-with('LMR-09', 'LMR')", True),
    ("ends-with('LMR-09', '09')", True),
    ("substr('hello', 1, 3)", "el"),
    ("substr('hello', 3)", "lo"),
    ("substr('hello', -2)", "lo"),
    ("substr('hello', 9)", ""),
    ("substring('12345', 2, 3)", "234"),
    ("substring('12345', 1.5, 2.6)", "234"),
    ("substring('12345', 2)", "2345"),
    ("substring-before('2026/11', '/')", "2026"),
    ("substring-before('2026', '/')", ""),
    ("substring-after('2026/11', '/')", "11"),
    ("substring-after('2026', '/')", ""),
    ("translate('bar', 'abc', 'AB')", "BAr"),
    ("translate('abc', 'c', '')", "ab"),
    ("string-length('制动器')", 3.0),
    ("normalize-space('  a   b ')", "a b"),
    ("concat('a', 1, true())", "a1true"),
    ("string(1.50)", "1.5"),
    ("string(3)", "3"),
    ("string(1 div 0)", "Infinity"),
    ("string(0.0000001)", "0.0000001"),
    ("number('12')", 12.0),
    ("number(' -1.5 ')", -1.5),
    ("number(true())", 1.0),
    ("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
    ("digest('abc', 'SHA-1')", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
    ("base64-decode('5beh5a6J')", "巡安"),
    ("base64-decode('!')", ""),
    # numbers
    ("round(2.5)", 3.0),
    ("round(-2.5)", -2.0),
    ("round(2.675, 2)", 2.68),
    ("round(1234, -2)", 1200.0),
    ("int(7.9)", 7.0),
    ("int(-7.9)", -7.0),
    ("floor(-1.2)", -2.0),
    ("ceiling(1.2)", 2.0),
    ("abs(-3)", 3.0),
    ("pow(2, 10)", 1024.0),
    ("pow(10, 999)", math.inf),
    ("exp(0)", 1.0),
    ("exp10(2)", 100.0),
    ("log(1)", 0.0),
    ("log(0)", -math.inf),
    ("log10(1000)", 3.0),
    ("sqrt(9)", 3.0),
    ("sin(0)", 0.0),
    ("cos(0)", 1.0),
    ("tan(0)", 0.0),
    ("asin(0)", 0.0),
    ("acos(1)", 0.0),
    ("atan(0)", 0.0),
    ("atan2(0, 1)", 0.0),
    ("pi()", math.pi),
    # dates
    ("today()", date(2026, 11, 23)),
    ("today() - ${day}", 322.0),
    ("date(today() - 7)", date(2026, 11, 16)),
    ("date('2026-02-03')", date(2026, 2, 3)),
    ("date('2026-02-03T04:05:06+08:00')", date(2026, 2, 3)),
    ("date(0)", date(1970, 1, 1)),
    ("date(${none})", ""),
    ("date-time('2026-02-03')", datetime(2026, 2, 3)),
    ("decimal-date-time('1970-01-02')", 1.0),
    ("decimal-date-time('1970-01-02T12:00:00+08:00')", 1.5),
    ("decimal-time(${clock})", 0.75),
    ("decimal-time('12:00')", 0.5),
    ("decimal-time(${moment}) > 0.75", True),
    ("format-date(${day}, '%Y/%m/%d %y %n %e')", "2026/01/05 26 1 5"),
    ("format-date(${day}, '%b %a')", "1月 周一"),
    ("format-date(${none}, '%Y')", ""),
    ("format-date('2026-01-05', '%d.%m.')", "05.01."),
    ("format-date-time(${moment}, '%H:%M:%S.%3 %h')", "18:00:05.007 18"),
    ("string(now())", "2026-11-23T16:30:15.250+08:00"),
    # ours
    ("asset('brake_gap_max')", 0.6),
    ("asset('nothing')", ""),
    ("failed('EVA', 'DOR')", 2.0),
    ("position(..)", 2.0),
    ("uuid()", "00010203-0405-4607-8809-0a0b0c0d0e0f"),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_a_function_gives_its_documented_value(text: str, expected: object) -> None:
    result = calculate(text, values=ANSWERS, asset_data={"brake_gap_max": 0.6}, place=2, fails=2)

    assert result == expected
    assert type(result) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "max(${gaps})",
        "min(${nobody})",
        "sum(${gaps})",
        "log(-1)",
        "sqrt(-1)",
        "asin(2)",
        "pow(-8, 1 div 3)",
        "int('x')",
        "round('x')",
        "decimal-time('')",
        "decimal-date-time('')",
    ],
)
def test_a_function_gives_nan_where_it_has_no_value(text: str) -> None:
    result = calculate(text, values=ANSWERS)

    assert isinstance(result, float)
    assert math.isnan(result)


@pytest.mark.parametrize(
    "text",
    [
        "date('Friday')",
        "format-date('Friday', '%Y')",
        "format-date(today(), '%Q')",
        "format-date(today(), '%H')",
        "format-date(today(), '%')",
        "decimal-time('noon')",
        "regex('a', '(')",
        "digest('a', 'ROT13')",
        "weighted-checklist(1, 2, 'yes', 1, 'no')",
        "date(99999999)",
    ],
)
def test_a_function_refuses_what_makes_no_sense(text: str) -> None:
    with pytest.raises(ExpressionError):
        calculate(text)


def test_months_and_weekdays_follow_the_language() -> None:
    assert calculate("format-date(today(), '%b %a')", language="en") == "Nov Mon"


def test_once_keeps_what_the_line_has_already() -> None:
    assert calculate("once(today())", own="kept") == "kept"
    assert calculate("once('first')", own="") == "first"


@pytest.mark.parametrize("text", ["string-length()", "string-length(.)", "string-length(normalize-space())"])
def test_a_text_function_without_argument_takes_the_lines_own_answer(text: str) -> None:
    assert calculate(text, own="四个汉字") == 4.0


def test_random_comes_from_the_scope_and_lies_between_0_and_1() -> None:
    result = calculate("random()")

    assert result == calculate("random()")
    assert isinstance(result, float)
    assert 0 <= result < 1


def test_uuid_with_a_length_has_that_many_letters() -> None:
    result = calculate("uuid(12)")

    assert isinstance(result, str)
    assert len(result) == 12
    assert result.isalnum()


def test_every_function_is_shown_in_an_example_and_in_the_documentation() -> None:
    page = (Path(__file__).parents[3] / "docs" / "forms.md").read_text(encoding="utf-8")
    shown = " ".join(text for text, _ in EXAMPLES) + " random( once( now("

    for name in {*LIBRARY, *BUILT_BY_COMPILER}:
        assert f"{name}(" in shown, name
        assert f"`{name}(" in page, name
