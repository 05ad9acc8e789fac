"""What each key makes of a figure."""

from __future__ import annotations

import pytest

from mobile.widgets.item import same_number
from mobile.widgets.keypad import BACKSPACE, SIGN, press


@pytest.mark.parametrize(
    ("figure", "key", "then"),
    [
        ("", "2", "2"),
        ("2", "6", "26"),
        ("26", ".", "26."),
        ("26.", ".", "26."),
        ("", ".", "0."),
        ("-", ".", "-0."),
        ("0", "7", "7"),
        ("-0", "7", "-7"),
        ("26.5", BACKSPACE, "26."),
        ("-", BACKSPACE, ""),
        ("", BACKSPACE, ""),
        ("5", SIGN, "-5"),
        ("-5", SIGN, "5"),
        ("123456789", "1", "123456789"),
    ],
)
def test_a_key_changes_the_figure(figure, key, then):
    assert press(figure, key) == then


def test_a_count_takes_no_point():
    assert press("3", ".", decimals=False) == "3"


@pytest.mark.parametrize(
    ("typed", "stored", "same"),
    [
        ("26.", "26", True),
        ("26.50", "26.5", True),
        ("", "", True),
        ("-", "", True),
        ("", "26", False),
        ("2", "26", False),
    ],
)
def test_what_is_half_typed_is_the_number_that_is_stored(typed, stored, same):
    assert same_number(typed, stored) is same
