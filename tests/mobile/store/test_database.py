"""Transactions: whole, durable, one at a time, and seen whole by readers."""

import threading

import pytest

from tests.mobile.scene import Killed


def settings(store):
    return store.setting("a"), store.setting("b")


def test_a_transaction_that_fails_leaves_nothing(scene):
    with pytest.raises(ZeroDivisionError), scene.store.transaction():
        scene.store.set_setting("a", "1")
        raise ZeroDivisionError

    assert scene.store.setting("a") == ""


@pytest.mark.parametrize(("kill_at", "kept"), [(1, ("", "")), (2, ("1", "2"))], ids=["before commit", "after commit"])
def test_a_kill_leaves_all_of_a_transaction_or_nothing(scene, kill_at, kept):
    scene.fail_points.arm(kill_at)

    with pytest.raises(Killed), scene.store.transaction():
        scene.store.set_setting("a", "1")
        scene.store.set_setting("b", "2")
    scene.reopen()

    assert settings(scene.store) == kept


def test_writing_without_a_transaction_is_refused(scene):
    with pytest.raises(RuntimeError):
        scene.store.set_setting("a", "1")


def test_a_transaction_within_a_transaction_is_refused(scene):
    with scene.store.transaction(), pytest.raises(RuntimeError), scene.store.transaction():
        pass


def test_a_snapshot_sees_one_moment(scene):
    def write():
        with scene.store.transaction():
            scene.store.set_setting("a", "later")
        scene.store.close_thread()

    with scene.store.snapshot():
        before = scene.store.setting("a")
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        during = scene.store.setting("a")

    assert (before, during, scene.store.setting("a")) == ("", "", "later")


def test_every_commit_waits_for_the_disk(scene):
    levels = {row[0] for row in scene.store._rows("PRAGMA synchronous")}
    modes = {row[0] for row in scene.store._rows("PRAGMA journal_mode")}

    assert (levels, modes) == ({2}, {"wal"})
