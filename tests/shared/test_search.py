"""Finding a name by part of the Chinese, by first letters, by number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.search import MOST_SPELLINGS, initials, match, matches, searchable, words

ROOM = ("1号楼电梯机房", "Machine room, block 1", "LS-A1-JF01")


@pytest.mark.parametrize(
    "typed",
    ["机房", "梯机", "jf", "DTJF", "dtj", "ls-a1", "LSA1JF01", "a1 jf", "ls a1", "machine", "1号楼 jf", "1hldt", "１号楼".translate({0xFF11: "1"}), ""],
)  # fmt: skip
def test_a_room_is_found_by_what_people_type(typed):
    assert matches(searchable(*ROOM), typed)


@pytest.mark.parametrize("typed", ["泵房", "bf", "机房房", "fj", "LS-A2", "jf 泵"])
def test_what_does_not_occur_finds_nothing(typed):
    assert not matches(searchable(*ROOM), typed)


@pytest.mark.parametrize(
    ("name", "spelling"),
    [("机房", "jf"), ("消防泵房", "xfbf"), ("A1 栋", "a1d"), ("疏散楼梯", "sslt"), ("配电房", "pdf"), ("闸瓦", "zw")],
)
def test_first_letters_follow_the_usual_reading(name, spelling):
    assert initials(name)[0] == spelling


def test_a_character_of_two_readings_is_found_by_both():
    assert match("海沧大厦", "hcds")
    assert match("厦门厅", "xmt")
    assert match("厦门厅", "smt")
    assert match("重庆厅", "cqt")


def test_a_name_is_not_spelt_in_every_way_that_there_is():
    assert len(initials("长行调重厦曾会车单" * 3)) == MOST_SPELLINGS


def test_every_word_must_occur_and_separators_may_be_left_out():
    assert words(" LS-A1  机 房 ") == ("lsa1", "机", "房")
    assert match("LS-A1-JF01", "a1jf01")
    assert match("LS-A1-JF01", "a1-jf-01")


def test_text_without_chinese_has_no_spelling_of_its_own():
    assert initials("Lift 1") == ()
    assert searchable("", "") == ""


@given(st.text(max_size=12), st.text(max_size=6))
def test_any_text_is_found_by_any_part_of_itself(name, rest):
    assert match(name + rest, name) or any(sign.isspace() for sign in name)
