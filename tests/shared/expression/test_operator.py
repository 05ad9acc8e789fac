"""Operators: what is computed, what is equal, and what an unanswered question does to them."""

import math
from datetime import date, datetime, time

import pytest

from tests.shared.expression.twin import CHINA, calculate

ANSWERS = {
    "five": 5.0,
    "text_five": "5",
    "name": "刘工",
    "none": "",
    "day": date(2026, 11, 20),
    "moment": datetime(2026, 11, 20, 12, 0, tzinfo=CHINA),
    "clock": time(9, 30),
    "later": time(10, 0),
    "gaps": (0.4, 0.9),
    "nobody": (),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("7 - 2 - 1", 4.0),
        ("-${five}", -5.0),
        ("- - 3", 3.0),
        ("7 div 2", 3.5),
        ("7 mod 3", 1.0),
        ("-7 mod 3", -1.0),
        ("1 div 0", math.inf),
        ("-1 div 0", -math.inf),
        ("${five} + ${text_five}", 10.0),
        ("1.5 + .5", 2.0),
        ("1e3", 1000.0),
    ],
)
def test_arithmetic_computes_with_numbers(text: str, expected: float) -> None:
    assert calculate(text, values=ANSWERS) == expected


@pytest.mark.parametrize("text", ["${none} + 1", "${name} * 2", "0 div 0", "5 mod 0", "-${none}", "number('1 2')"])
def test_arithmetic_gives_nan_when_something_is_no_number(text: str) -> None:
    result = calculate(text, values=ANSWERS)

    assert isinstance(result, float)
    assert math.isnan(result)


@pytest.mark.parametrize(
    "text",
    [
        "${five} = 5",
        "${five} = '5.0'",
        "${text_five} = 5",
        "${five} != 4",
        "${name} = '刘工'",
        "${none} = ''",
        "${none} != 0",
        "${five} != ''",
        "${five} >= 5 and ${five} <= 5",
        "${five} > 4 or ${none} > 4",
        "2 < 3",
        "true() = 'anything'",
        "false() = ''",
        "true() != ${none}",
        "not(${none})",
        "${day} = '2026-11-20'",
        "${day} < today()",
        "${day} > today() - 7",
        "${day} >= '2026-11-20'",
        "'2026-11-21' > ${day}",
        "${moment} > ${day}",
        "${moment} = '2026-11-20T12:00:00+08:00'",
        "${clock} < ${later}",
        "now() > today()",
        "${gaps} > 0.7",
        "${gaps} = 0.4",
        "${gaps} != 0.4",
        "boolean(${gaps})",
    ],
)
def test_a_comparison_holds(text: str) -> None:
    assert calculate(text, values=ANSWERS) is True


@pytest.mark.parametrize(
    "text",
    [
        "${none} = 0",
        "${none} > 3",
        "${none} < 3",
        "${none} >= 0",
        "${none} != ''",
        "${five} = ''",
        "${name} = 'Liu'",
        "${name} > 3",
        "${five} > 5",
        "${five} = 5 and ${none}",
        "${none} or false()",
        "${gaps} > 1",
        "${nobody} = ''",
        "${nobody} > 0",
        "boolean(${nobody})",
        "0 div 0",
        "${day} = 'Friday'",
    ],
)
def test_a_comparison_does_not_hold(text: str) -> None:
    assert calculate(f"boolean({text})", values=ANSWERS) is False


def test_a_union_joins_the_answers_of_two_questions() -> None:
    assert calculate("sum(${gaps} | ${five})", values=ANSWERS) == pytest.approx(6.3)


def test_a_point_is_the_lines_own_answer() -> None:
    assert calculate(". >= 18 and . < 30", own=18.0) is True


def test_a_name_after_last_saved_is_the_answer_of_the_round_before() -> None:
    assert calculate("${reading} - ${last-saved#reading}", values={"reading": 120.0}, saved={"reading": 100.0}) == 20.0
