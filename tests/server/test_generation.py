"""A database that was put in place by hand is noticed, and begins a new generation."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from server.config import sqlite_url
from server.db import make_engine
from server.generation import NAME, settle_generation
from server.store import ServerStore
from server.store.device import enrol, make_code, note_pull, note_push
from server.store.generation import begin_epoch, mark_as_copy, past_epochs
from server.store.schema import create_schema, ensure_epoch, epoch
from shared.sync.messages import DeviceHealth
from tests.builders import DEVICE, KEEPER, SITE, FakeClock, SeededIds, a_person, a_point, a_site

CLOCK, IDS = FakeClock(), SeededIds(11)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store = opened(tmp_path)
    create_schema(store.engine)
    with store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
        tx.put(a_person())
    store.engine.dispose()
    assert settle(tmp_path) == ""
    return tmp_path


def opened(home: Path) -> ServerStore:
    return ServerStore(make_engine(sqlite_url(home)), CLOCK, IDS)


def settle(home: Path) -> str:
    """Start a server and stop it."""
    store = opened(home)
    reason = settle_generation(store, home)
    store.engine.dispose()
    return reason


def epoch_of(home: Path) -> str:
    store = opened(home)
    with store.reading() as tx:
        found = epoch(tx)
    store.engine.dispose()
    return found


def write(home: Path, what: str) -> None:
    """Let the server take something in."""
    store = opened(home)
    CLOCK.advance(timedelta(minutes=1))
    with store.writing() as tx:
        if what == "record":
            tx.put(a_point())
        elif what == "enrolment":
            enrol(tx, make_code(tx, SITE, KEEPER), DEVICE, "平板", "1.0")
        elif what == "push":
            note_push(tx, DEVICE, "1.0", DeviceHealth(), 0)
        else:
            note_pull(tx, DEVICE)
    store.engine.dispose()


def save(home: Path) -> Path:
    return Path(shutil.copy(home / "rounds.db", home / "saved.db"))


def put_back(home: Path) -> None:
    shutil.copy(home / "saved.db", home / "rounds.db")


def test_a_server_that_only_starts_again_stays_in_its_generation(home: Path) -> None:
    before = epoch_of(home)
    write(home, "record")
    write(home, "enrolment")
    write(home, "push")

    reasons = [settle(home), settle(home)]

    assert (reasons, epoch_of(home)) == (["", ""], before)


@pytest.mark.parametrize(
    "back",
    [
        pytest.param(timedelta(hours=8), id="a clock in local time that is set right"),
        pytest.param(timedelta(minutes=1, milliseconds=1), id="a push that began before the pull and ends after it"),
    ],
)
@pytest.mark.parametrize("what", ["push", "pull", "enrolment"])
def test_a_clock_that_steps_back_begins_no_new_generation(home: Path, what: str, back: timedelta) -> None:
    before = epoch_of(home)
    write(home, "enrolment")
    write(home, "push")
    settle(home)
    CLOCK.jump(-back)

    write(home, what)

    assert (settle(home), epoch_of(home)) == ("", before)


@pytest.mark.parametrize("what", ["push", "pull", "enrolment"])
def test_an_older_database_is_noticed_although_the_clock_stepped_back(home: Path, what: str) -> None:
    write(home, "enrolment")
    save(home)
    CLOCK.jump(timedelta(hours=-8))
    write(home, what)
    settle(home)

    put_back(home)

    assert "older" in settle(home)


@pytest.mark.parametrize("what", ["record", "push", "pull", "enrolment"])
def test_an_older_database_begins_a_new_generation_once(home: Path, what: str) -> None:
    before = epoch_of(home)
    write(home, "enrolment")
    save(home)
    write(home, what)
    settle(home)
    put_back(home)

    reasons = [settle(home), settle(home)]

    assert "older" in reasons[0]
    assert reasons[1] == ""
    assert epoch_of(home) != before


def test_the_copy_of_a_backup_put_in_place_begins_a_new_generation_even_if_nothing_was_written_since(
    home: Path,
) -> None:
    store = opened(home)
    with store.writing() as tx:
        mark_as_copy(tx)
    store.engine.dispose()

    reasons = [settle(home), settle(home)]

    assert ["copy" in reason for reason in reasons] == [True, False]


def test_a_database_from_before_the_last_restore_begins_a_new_generation(home: Path) -> None:
    save(home)
    store = opened(home)
    with store.writing() as tx:
        begin_epoch(tx)
    store.engine.dispose()
    by_the_office = settle(home)
    put_back(home)

    assert by_the_office == ""
    assert "before its last restore" in settle(home)
    assert settle(home) == ""


def test_another_database_begins_a_new_generation(home: Path) -> None:
    (home / "rounds.db").unlink()
    store = opened(home)
    create_schema(store.engine)
    store.engine.dispose()

    assert "another one" in settle(home)
    assert settle(home) == ""


def test_a_generation_knows_those_before_it(home: Path) -> None:
    first = epoch_of(home)
    store = opened(home)
    with store.writing() as tx:
        second = begin_epoch(tx)
        begin_epoch(tx)
        known = past_epochs(tx)
    store.engine.dispose()

    assert known == (first, second)


def test_a_mark_that_cannot_be_read_is_written_anew(home: Path) -> None:
    (home / NAME).write_text("{half")

    assert settle(home) == ""
    assert epoch_of(home) in (home / NAME).read_text()
