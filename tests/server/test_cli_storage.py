"""The commands about what is kept: backup, restore, drill, check."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from server import cli
from server.config import read_config
from server.files import LocalBlobStore
from server.lock import held
from server.manifest import blob_path, whole_backups
from server.store.blob import store_whole
from server.store.proof import last_proof
from shared.ids import Sha256
from tests.builders import a_person, a_point, a_site

DATA = b"\xff\xd8\xff a photo"
NAME = Sha256(hashlib.sha256(DATA).hexdigest())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("ROUNDS_HOME", str(home))
    monkeypatch.delenv("ROUNDS_DB", raising=False)
    monkeypatch.delenv("ROUNDS_BLOBS", raising=False)
    store = cli.open_store(read_config())
    blobs = LocalBlobStore(home / "blobs")
    with store.writing() as tx:
        for entity in (a_site(), a_person(), a_point()):
            tx.put(entity)
        store_whole(tx, NAME, len(DATA), blobs.put(NAME, DATA))
    store.engine.dispose()
    return home


def test_a_backup_is_made_proved_and_brought_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["backup"]) == 0
    assert cli.main(["backup", "--keep", "1"]) == 0
    assert cli.main(["drill"]) == 0
    assert cli.main(["restore", str(home / "backups")]) == 1
    refused = capsys.readouterr()
    assert cli.main(["restore", str(home / "backups"), "--force"]) == 0
    assert cli.main(["check"]) == 0
    done = capsys.readouterr().out

    (backup,) = whole_backups(home / "backups")
    assert "\t1 photos\t1 new" in refused.out
    assert f"proved: backup {backup.name}" in refused.out
    assert "--force" in refused.err
    assert "new generation" in done
    assert "set aside" in done
    assert done.endswith("no disagreement\n")


def test_a_restore_without_a_photo_names_it_and_warns(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["backup"])
    LocalBlobStore(home / "blobs").path(NAME).write_bytes(b"?" * len(DATA))

    status = cli.main(["restore", str(home / "backups"), "--force"])

    told = capsys.readouterr()
    assert status == 0
    assert f"photo {NAME}: missing or damaged" in told.out
    assert "restored without 1 photos" in told.err


def test_a_drill_beside_another_is_told_and_says_nothing_of_the_backup(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["backup"])

    with held(home / "backups" / ".drill.lock"):
        status = cli.main(["drill"])

    store = cli.open_store(read_config())
    with store.reading() as tx:
        proof = last_proof(tx)
    store.engine.dispose()
    assert (status, proof) == (1, None)
    assert "another drill" in capsys.readouterr().err
    assert cli.main(["drill"]) == 0


def test_a_failed_drill_is_told_and_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["backup"])
    (backup,) = whole_backups(home / "backups")
    blob_path(backup, NAME).unlink()

    assert cli.main(["drill"]) == 1

    assert "FAILED" in capsys.readouterr().err
    store = cli.open_store(read_config())
    with store.reading() as tx:
        proof = last_proof(tx)
    store.engine.dispose()
    assert proof is not None
    assert not proof.is_good


def test_check_says_what_it_means_and_what_to_do(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    LocalBlobStore(home / "blobs").path(NAME).unlink()

    as_text, lines = cli.main(["check"]), capsys.readouterr().out.splitlines()
    as_json, rows = cli.main(["check", "--json"]), capsys.readouterr().out.splitlines()
    mended, told = cli.main(["check", "--mend"]), capsys.readouterr().out
    after = cli.main(["check"])

    assert (as_text, as_json, mended, after) == (1, 1, 0, 0)
    assert lines[0].split("\t")[0] == "blob-missing"
    assert NAME in lines[0]
    assert "from a backup" in lines[0]
    assert lines[-1] == "1 disagreements, 0 notes"
    assert [json.loads(row)["code"] for row in rows] == ["blob-missing"]
    assert "mended: forgotten" in told


def test_a_damaged_database_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = cli.open_store(read_config())
    with store.writing() as tx:
        for number in range(300):
            tx.put(a_point(id=f"0199aaaa-0000-7000-8000-{number:012d}"))
    store.engine.dispose()
    data = bytearray((home / "rounds.db").read_bytes())
    index = data.rindex(b"0199aaaa-0000-7000-8000-000000000150")
    data[index : index + 4] = b"9999"
    (home / "rounds.db").write_bytes(data)

    assert cli.main(["check"]) == 1

    assert "database-damaged" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["check"], ["backup"], ["drill"]])
def test_a_home_without_a_database_is_refused_and_stays_empty(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ROUNDS_HOME", str(tmp_path / "nothing"))

    assert cli.main(command) == 1

    assert "there is no database" in capsys.readouterr().err
    assert not (tmp_path / "nothing" / "rounds.db").exists()


def test_a_wrong_number_of_backups_to_keep_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["backup", "--keep", "-1"]) == 1

    assert "--keep" in capsys.readouterr().err
