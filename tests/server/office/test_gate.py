"""How often somebody without an account may knock."""

from datetime import UTC, datetime, timedelta

from server.office.gate import Gate, Limit

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
THREE = Limit(3, timedelta(minutes=10))


def knock(gate, subject="a", at=NOW):
    return gate.wait_s(subject, THREE, at)


def test_so_many_pass_and_the_next_is_told_when_to_come():
    gate = Gate()

    assert [knock(gate, at=NOW + timedelta(seconds=n)) for n in range(5)] == [0, 0, 0, 597, 596]


def test_a_new_window_begins_when_the_old_one_is_over_or_the_clock_was_set_back():
    gate = Gate()
    for _ in range(4):
        knock(gate)

    assert knock(gate, at=NOW + timedelta(minutes=10)) == 0
    assert knock(gate, at=NOW) == 0


def test_subjects_are_counted_apart_and_the_quietest_is_forgotten_first():
    gate = Gate(most=2)
    for _ in range(4):
        knock(gate, "a")
    assert knock(gate, "b") == 0
    assert knock(gate, "a") > 0

    knock(gate, "c")  # no room for three: b was quiet for longest

    assert knock(gate, "a") > 0
