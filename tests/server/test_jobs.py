"""The worker of jobs and the process that it is."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.app import Parts, create_app, parts_of
from server.config import Config, sqlite_url
from server.files import BlobStoreError
from server.jobs import Foreman, JobWorker
from server.office.jobs.handler import Handler, JobRefusedError, Made, Running
from server.office.parts import OfficeParts
from server.office.session.password import Passwords
from server.store import Viewer
from server.store.job import (
    CANCELLED,
    DONE,
    FAILED,
    PART_BYTES,
    RUNNING,
    WAITING,
    Job,
    Wish,
    cancel,
    enqueue,
    job_for,
    part,
)
from server.store.schema import create_schema, ensure_epoch
from server.store.viewer import viewer_of
from shared.model.place import Person, Role
from tests.builders import LEAD, SITE, a_person, a_site

CHILD = Path(__file__).parents[1] / "child_of_jobs.py"


@pytest.fixture
def owner(parts: Parts) -> Viewer:
    with parts.store.reading() as tx:
        found = viewer_of(tx, LEAD)
    assert found is not None
    return found


@pytest.fixture
def office_parts(app: object) -> OfficeParts:
    found: OfficeParts = app.extensions["rounds_office"]  # type: ignore[attr-defined]
    return found


def asked(parts: Parts, owner: Viewer, kind: str = "paper") -> str:
    with parts.store.writing() as tx:
        return enqueue(tx, owner, SITE, Wish(kind, "批量打印", {}))


def looked_at(parts: Parts, owner: Viewer, ident: str) -> Job:
    with parts.store.reading() as tx:
        return job_for(tx, owner, ident)


def writing(size: int) -> Handler:
    def handler(job: Running) -> Made:
        target = job.folder / "made"
        target.write_bytes(b"x" * size)
        job.tell(1, 1)
        return Made(target, "纸.zip", "application/zip")

    return handler


def raising(error: Exception) -> Handler:
    def handler(_job: Running) -> Made:
        raise error

    return handler


def test_what_a_job_made_is_kept_whole_in_parts(parts: Parts, owner: Viewer, office_parts: OfficeParts) -> None:
    ident = asked(parts, owner)

    JobWorker(office_parts, {"paper": writing(PART_BYTES + 7)}, "one").turn()

    found = looked_at(parts, owner, ident)
    assert (found.state, found.result_bytes, found.result_name) == (DONE, PART_BYTES + 7, "纸.zip")
    with parts.store.reading() as tx:
        assert [len(part(tx, ident, place)) for place in range(3)] == [PART_BYTES, 7, 0]


@pytest.mark.parametrize(
    ("error", "state", "key"),
    [
        (JobRefusedError("jobs.error_nothing"), FAILED, "jobs.error_nothing"),
        (ZeroDivisionError(), FAILED, "jobs.error_fault"),
        (BlobStoreError("away", "away"), WAITING, ""),
    ],
)
def test_a_job_that_cannot_be_done_says_why_and_one_that_cannot_now_waits(
    parts: Parts, owner: Viewer, office_parts: OfficeParts, error: Exception, state: str, key: str
) -> None:
    ident = asked(parts, owner)

    JobWorker(office_parts, {"paper": raising(error)}, "one").turn()

    assert (looked_at(parts, owner, ident).state, looked_at(parts, owner, ident).error) == (state, key)


def test_a_job_of_somebody_who_left_is_refused(parts: Parts, owner: Viewer, office_parts: OfficeParts) -> None:
    ident = asked(parts, owner)
    with parts.store.writing() as tx:
        tx.put(Person(LEAD, SITE, "李志强", (Role.LEAD_INSPECTOR,), is_active=False))

    JobWorker(office_parts, {"paper": writing(1)}, "one").turn()

    assert looked_at(parts, owner, ident).error == "jobs.error_forbidden"


def test_a_job_that_is_cancelled_while_it_runs_leaves_nothing(
    parts: Parts, owner: Viewer, office_parts: OfficeParts
) -> None:
    ident = asked(parts, owner)

    def handler(job: Running) -> Made:
        with parts.store.writing() as tx:
            cancel(tx, owner, ident)
        return writing(3)(job)

    assert JobWorker(office_parts, {"paper": handler}, "one").turn()
    assert looked_at(parts, owner, ident).state == CANCELLED
    with parts.store.reading() as tx:
        assert part(tx, ident, 0) == b""


@pytest.fixture
def timely(tmp_path: Path) -> Iterator[Parts]:
    """A server by the computer's own clock, as its worker processes are."""
    app = create_app(Config(home=tmp_path, database_url=sqlite_url(tmp_path)), passwords=Passwords(memory_kib=8))
    parts = parts_of(app)
    create_schema(parts.engine)
    with parts.store.writing() as tx:
        ensure_epoch(tx)
        tx.put(a_site())
        tx.put(a_person(id=LEAD, name="李志强", roles=(Role.LEAD_INSPECTOR,)))
    yield parts
    parts.engine.dispose()


@pytest.mark.process
def test_a_job_whose_process_is_killed_is_begun_again_by_the_next(timely: Parts, tmp_path: Path) -> None:
    # given: a worker process in the middle of its job
    with timely.store.reading() as tx:
        owner = viewer_of(tx, LEAD)
    assert owner is not None
    ident, gate = asked(timely, owner), tmp_path / "gate"
    os.mkfifo(gate)
    opened = os.open(gate, os.O_RDONLY | os.O_NONBLOCK)
    foreman = Foreman(timely.store, timely.config, (sys.executable, str(CHILD), str(gate)))
    foreman.turn()
    assert select.select([opened], [], [], 300)[0]
    first = foreman.child
    assert first is not None
    assert looked_at(timely, owner, ident).state == RUNNING
    # when
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    foreman.turn()
    second = foreman.child
    assert second not in (None, first)
    os.waitid(os.P_PID, int(second or 0), os.WEXITED | os.WNOWAIT)
    # then
    found = looked_at(timely, owner, ident)
    assert (found.state, found.tries, found.result_bytes) == (DONE, 2, 5)
    foreman.stop()
    os.close(opened)
    assert foreman.child is None


@pytest.mark.process
def test_a_foreman_starts_nothing_while_nothing_is_due(timely: Parts) -> None:
    foreman = Foreman(timely.store, timely.config)

    foreman.turn()

    assert foreman.child is None
