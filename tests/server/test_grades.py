"""Who grades what has arrived: a turn of the work, and the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from server import cli
from server.app import Parts
from server.config import read_config
from server.housekeeping import Housekeeping
from server.store import ServerStore
from server.store.grade import presence_of
from server.store.inspection import rank_of
from server.work import Work
from shared.presence import Grade
from tests.builders import a_person, a_point, a_site, a_template, an_inspection


def fill(store: ServerStore) -> None:
    with store.writing() as tx:
        for entity in (a_site(), a_person(), a_point(), a_template(), an_inspection()):
            tx.put(entity)


def test_a_turn_of_the_work_grades_what_has_arrived(parts: Parts) -> None:
    fill(parts.store)
    work = Work(parts.store, Housekeeping(parts.store, parts.blobs), parts.exchange)

    first, second = work.turn(), work.turn()

    assert (first["grades"], second["grades"]) == (1, 0)
    with parts.store.reading() as tx:
        found = presence_of(tx, an_inspection().id)
        assert rank_of(tx, an_inspection().id) == "12026-11-23T08:00:00"
    assert found is not None
    assert found.grade is Grade.C


def test_the_command_grades_what_has_no_grade_or_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ROUNDS_HOME", str(tmp_path))
    monkeypatch.delenv("ROUNDS_DB", raising=False)
    fill(cli.open_store(read_config()))

    for arguments in (["grades"], ["grades"], ["grades", "--all"]):
        assert cli.main(arguments) == 0

    assert capsys.readouterr().out.split() == ["1", "0", "1"]
