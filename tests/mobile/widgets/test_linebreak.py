"""Chinese text is broken as a typesetter would, and never wider than its box."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

# The module is pure; its package is not (it registers kv with Kivy only when a widget is imported, but Kivy must not
# load in quick tests).
_SPEC = importlib.util.spec_from_file_location(
    "linebreak", Path(__file__).resolve().parents[3] / "mobile" / "widgets" / "linebreak.py"
)
linebreak = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(linebreak)


def wide(text: str) -> float:
    """Ten for a Chinese character, five for any other."""
    return sum(10 if char >= "\u2e80" else 5 for char in text)


def test_a_short_text_stays_on_one_line():
    assert linebreak.break_lines("室温", 100, wide) == ["室温"]


def test_a_comma_never_starts_a_line():
    assert linebreak.break_lines("曳引机无漏油，无异响", 60, wide) == ["曳引机无漏", "油，无异响"]


def test_an_opening_bracket_never_ends_a_line():
    assert linebreak.break_lines("减速箱油温（有齿）", 60, wide) == ["减速箱油温", "（有齿）"]


def test_a_number_stays_with_itself():
    assert linebreak.break_lines("不高于 0.85 MPa", 60, wide) == ["不高于 0.85", "MPa"]


def test_a_word_wider_than_the_line_is_cut():
    assert linebreak.break_lines("abcdefgh", 20, wide) == ["abcd", "efgh"]


def test_no_line_that_was_broken_begins_with_a_space():
    assert linebreak.break_lines("甲乙  丙", 20, wide) == ["甲乙", "丙"]


def test_the_widest_piece_is_the_longest_word_with_the_signs_that_stick_to_it():
    assert linebreak.widest_piece("甲 abcd，乙", wide) == wide("abcd，")


def test_line_feeds_are_kept():
    assert linebreak.break_lines("一\n二", 100, wide) == ["一", "二"]


def test_a_last_line_of_one_character_is_avoided_where_that_costs_no_line():
    assert linebreak.balanced_lines("机房门完好可上锁从内徒手可开", 130, wide) == ["机房门完好可上锁从内徒", "手可开"]


TEXTS = st.text(alphabet="机房门，。（）“” 0.8MPa-℃\n", max_size=80)


@given(TEXTS, st.integers(40, 300))
def test_nothing_is_lost_but_spaces_at_line_ends(text, width):
    lines = linebreak.break_lines(text, width, wide)

    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(TEXTS, st.integers(120, 300))
def test_no_line_is_wider_than_the_box(text, width):
    for line in linebreak.break_lines(text, width, wide):
        assert wide(line) <= width or len(line) <= 1
