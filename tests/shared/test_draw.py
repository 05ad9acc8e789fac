"""A recorded draw: the same answer everywhere, fair, and nothing of it can be changed afterwards unseen."""

from __future__ import annotations

import random
from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.draw import commitment, draw, fits, ranked

DAYS = tuple(f"2026-10-{day:02}" for day in range(1, 32))
SEEDS = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), min_size=1, max_size=40)
NAMES = st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20), max_size=20)


def test_a_draw_gives_the_answer_that_was_recorded() -> None:
    assert draw("2026-Q4 龙物", DAYS, 3) == ("2026-10-14", "2026-10-25", "2026-10-19")


def test_a_draw_can_be_followed_with_any_other_sha_256() -> None:
    # given what docs/schedule.md tells a person to do
    by_hand = sorted(DAYS, key=lambda day: sha256(b"a seed\n" + day.encode("utf-8")).hexdigest())

    # then it is what the product draws, with the hashes shown
    assert draw("a seed", DAYS, 5) == tuple(by_hand[:5])
    assert ranked("a seed", DAYS)[0] == (by_hand[0], sha256(b"a seed\n" + by_hand[0].encode()).hexdigest())


@given(SEEDS, NAMES, st.integers(0, 25), st.randoms(use_true_random=False))
def test_order_and_repetition_of_candidates_change_nothing(
    seed: str, names: list[str], count: int, chance: random.Random
) -> None:
    shuffled = names * 2
    chance.shuffle(shuffled)

    drawn = draw(seed, shuffled, count)

    assert drawn == draw(seed, names, count)
    assert len(drawn) == min(count, len(set(names))) == len(set(drawn))
    assert set(drawn) <= set(names)


@given(SEEDS, NAMES, st.integers(0, 20))
def test_drawing_more_keeps_what_was_drawn(seed: str, names: list[str], count: int) -> None:
    assert draw(seed, names, count + 1)[:count] == draw(seed, names, count)


def test_every_candidate_is_drawn_about_equally_often() -> None:
    # when 6000 seeds draw one of 31 days: 194 each on average, a standard deviation of about 14
    drawn = Counter(draw(f"seed {number}", DAYS, 1)[0] for number in range(6000))

    # then none is outside five of them
    assert set(drawn) == set(DAYS)
    assert all(124 <= times <= 264 for times in drawn.values())


def test_a_seed_fits_its_commitment_and_no_other() -> None:
    shown = commitment("seed")

    assert len(shown) == 64
    assert fits("seed", shown)
    assert fits("seed", f" {shown.upper()}\n")
    assert not fits("Seed", shown)
    assert not fits("seed", "验")


@pytest.mark.parametrize(
    ("seed", "candidates", "count"), [("", ("a",), 1), ("a\nb", ("a",), 1), ("s", ("",), 1), ("s", ("a",), -1)]
)
def test_a_draw_that_could_not_be_explained_is_refused(seed: str, candidates: tuple[str, ...], count: int) -> None:
    with pytest.raises(ValueError, match=r"draw|candidate"):
        draw(seed, candidates, count)
