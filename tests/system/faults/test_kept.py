"""What ``make soak`` does with a story that fails: a name, a seed, a file that the tests tell for ever."""

from tests.system.faults.kept import FILE, Collection, Kept, read
from tests.system.faults.story import with_kept
from tools.soak import Batch, Walked, keep, name_of, seed_of

TOLD = """Traceback (most recent call last):
AssertionError: S4: note.put 0193 of keeper is lost
in settle of seed 17: one server on SQLite
replay: python -m tests.system.faults.run 17
"""


def test_a_failing_story_is_named_after_what_did_not_hold():
    assert name_of(TOLD, 17).startswith("S4 on ")
    assert name_of(TOLD, 17).endswith("seed 17")
    assert name_of("Traceback\nsqlite3.OperationalError: locked\n", 3).startswith("OperationalError on ")
    assert name_of("", 3).startswith("crash on ")


def test_the_seed_of_a_failing_story_is_the_one_that_it_names():
    assert seed_of(TOLD, 11) == 17
    assert seed_of("killed", 11) == 11


def test_a_failing_story_is_kept_once_with_its_output(tmp_path):
    # given
    file = tmp_path / "kept.json"
    Collection((), (Kept("old", 5, 40),)).write(file)
    walked = Walked(Batch("processes", 10), 8, TOLD, Kept("S4 on a day, seed 17", 17))
    # when
    for _ in range(2):
        keep(walked, file, tmp_path / "soak")
    # then
    assert read(file) == Collection((Kept("S4 on a day, seed 17", 17),), (Kept("old", 5, 40),))
    assert (tmp_path / "soak" / "processes-17.txt").read_text() == TOLD


def test_a_kept_story_of_processes_is_told_once_with_the_others_on_its_kind_of_server():
    kept = (Kept("on SQLite", 101), Kept("on PostgreSQL", 104), Kept("told anyway", 1))

    assert with_kept([1, 2], kept, is_shared=False) == [1, 2, 101]
    assert with_kept([8], kept, is_shared=True) == [8, 104]


def test_what_is_kept_can_be_read_and_each_has_a_name_of_its_own():
    kept = read(FILE)
    for kind in (kept.processes, kept.simulation):
        assert len({one.name for one in kind}) == len(kind)
        assert len({one.seed for one in kind}) == len(kind)
