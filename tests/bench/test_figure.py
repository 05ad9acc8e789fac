"""The table of the benchmarks: its rows, and that a verdict follows from numbers and is never typed."""

import json

import pytest

from bench.__main__ import PARTS
from bench.figure import Better, Bound, Goal, Row, percentile, table
from bench.results import keep

KEYS = {"figure", "unit", "ours", "floor", "peer", "of_floor", "of_peer", "goal", "met"}
ASKED = {
    "push_batched",
    "push_single",
    "push_20_tablets",
    "pull_fresh",
    "pull_changed_10k",
    "pull_changed_1m",
    "wire_bytes",
    "photos",
    "photo_resume",
    "tap_durable",
    "server_rss",
    "first_frame",
    "scroll_checklist",
    "scroll_list",
    "open_checklist",
    "switch_screen",
    "tap_shown",
    "taps_round",
    "day_memory",
    "two_years",
}
AS_FAST = (Goal("of_floor", Bound.LEAST, 0.5), Goal("of_peer", Bound.LEAST, 1.0))


def a_row(**changes):
    return Row(**{"figure": "push", "unit": "records/s", "ours": 600.0, "better": Better.MORE, **changes})


def test_every_figure_that_is_asked_for_is_measured():
    assert {name for part in PARTS for name in part.figures} >= ASKED


@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_figure_is_found_by_its_name(name):
    found = [part for part in PARTS if part.answers(frozenset({name}))]

    assert len(found) == 1


def test_a_row_says_all_that_is_promised():
    assert set(a_row().as_json()) >= KEYS


@pytest.mark.parametrize(
    ("floor", "peer", "met"),
    [
        (1200, 600, True),
        (1201, 600, False),
        (1200, 601, False),
        (1200, None, None),
        (1201, None, False),
        (None, 1, None),
    ],
)
def test_a_goal_is_met_by_the_numbers_alone(floor, peer, met):
    row = a_row(floor=floor, peer=peer, goals=AS_FAST)

    assert row.met is met
    assert row.as_json()["met"] is met


def test_where_less_is_better_a_ratio_above_one_still_means_better():
    row = a_row(ours=2.0, floor=1.0, peer=4.0, better=Better.LESS)

    assert (row.of_floor, row.of_peer) == (0.5, 2.0)


@pytest.mark.parametrize(
    ("bound", "value", "met"),
    [
        (Bound.LEAST, 3.0, True),
        (Bound.LEAST, 2.9, False),
        (Bound.MOST, 3.0, True),
        (Bound.MOST, 3.1, False),
        (Bound.UNDER, 3.0, False),
        (Bound.UNDER, 2.9, True),
    ],
)
def test_each_kind_of_bound_stands_where_it_says(bound, value, met):
    assert a_row(details={"ratio": value}, goals=(Goal("ratio", bound, 3.0),)).met is met


def test_a_row_without_a_goal_has_no_verdict():
    assert a_row().met is None


def test_the_table_shows_every_row_with_its_verdict():
    rows = [a_row(figure=name, floor=floor, peer=1, goals=AS_FAST) for name, floor in (("good", 1000), ("bad", 9000))]

    lines = table(rows).splitlines()

    assert [line.split()[0] for line in lines] == ["figure", "good", "bad"]
    assert ["yes" in lines[1], "NO" in lines[2]] == [True, True]


def test_a_percentile_is_one_of_the_values():
    assert [percentile(range(1, 101), share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 100]


def test_a_single_figure_replaces_its_row_and_says_under_which_conditions(tmp_path):
    path = tmp_path / "latest.json"
    keep(path, [a_row(figure="one", ours=1.0), a_row(figure="two", ours=2.0)], {"cores": 2}, is_whole=True)

    keep(path, [a_row(figure="two", ours=3.0)], {"cores": 4}, is_whole=False)

    kept = json.loads(path.read_text("utf-8"))
    assert kept["conditions"] == {"cores": 2}
    assert [(row["figure"], row["ours"], row.get("conditions")) for row in kept["rows"]] == [
        ("one", 1.0, None),
        ("two", 3.0, {"cores": 4}),
    ]
