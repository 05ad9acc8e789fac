"""The rounds command, on a fresh SQLite folder."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import text

from server import cli
from server.config import read_config, sqlite_url
from server.db import make_engine
from server.office.session.password import Passwords
from server.store.account import find_account
from server.store.viewer import viewer_of
from shared.model.place import Role
from tests.builders import KEEPER, a_person, a_site


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ROUNDS_HOME", str(tmp_path))
    monkeypatch.delenv("ROUNDS_DB", raising=False)
    with cli.open_store(read_config()).writing() as tx:
        tx.put(a_site())
        tx.put(a_person())
    return tmp_path


def type_password(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(password + "\n"))


def test_a_user_is_added_changed_and_disabled(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_password(monkeypatch, "harbour light 26")
    assert cli.main(["user", "add", "wang", "--person", KEEPER, "--stdin"]) == 0
    type_password(monkeypatch, "another harbour 26")
    assert cli.main(["user", "passwd", "wang", "--stdin"]) == 0
    assert cli.main(["user", "disable", "wang"]) == 0
    assert cli.main(["user", "list"]) == 0

    with cli.open_store(read_config()).reading() as tx:
        account = find_account(tx, "wang")
    assert account is not None
    assert Passwords().verify(account.password_hash, "another harbour 26")
    assert account.is_disabled
    assert f"wang\t{KEEPER}\t王建国\tdisabled" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["user", "add", "wang", "--person", "nobody", "--stdin"], "No such record"),
        (["user", "add", "w", "--person", KEEPER, "--stdin"], "2 to 64 characters"),
        (["user", "disable", "nobody"], "No such record"),
        (["enrol-code", "nobody"], "No such record"),
        (["templates", "publish", "/nowhere/x.xlsx"], "No such file"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], reason: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_password(monkeypatch, "harbour light 26")

    assert cli.main(arguments) == 1
    assert reason in capsys.readouterr().err


def test_a_database_without_a_table_is_told_in_a_sentence(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = make_engine(sqlite_url(home))
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE site"))
    engine.dispose()

    assert cli.main(["enrol-code", KEEPER]) == 1
    assert capsys.readouterr().err == "the database refuses: no such table: site\n"


def test_a_database_that_takes_no_writes_is_told_in_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = make_engine(sqlite_url(home))
    monkeypatch.setenv("ROUNDS_DB", f"sqlite:///file:{home / 'rounds.db'}?mode=ro&uri=true")

    with engine.connect():  # holds the files open that a reader of the journal cannot make
        status = cli.main(["migrate"])

    engine.dispose()
    assert status == 1
    assert capsys.readouterr().err == "the database refuses: attempt to write a readonly database\n"


def test_a_short_password_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    type_password(monkeypatch, "short")

    assert cli.main(["user", "add", "wang", "--person", KEEPER, "--stdin"]) == 1
    assert "At least 10" in capsys.readouterr().err


def test_a_password_that_everybody_tries_or_that_is_the_name_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for password, reason in (("Password-1234", "Too common"), ("xiaowang-2026", "own name")):
        type_password(monkeypatch, password)

        assert cli.main(["user", "add", "xiaowang", "--person", KEEPER, "--stdin"]) == 1
        assert reason in capsys.readouterr().err


def test_the_first_estate_and_its_administrator_are_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ROUNDS_HOME", str(tmp_path / "new"))
    arguments = ["setup", "--estate", "龙山国际", "--short", "龙", "--name", "孙涛", "--stdin"]
    type_password(monkeypatch, "harbour light 26")

    first = cli.main(arguments)
    type_password(monkeypatch, "harbour light 26")
    second = cli.main(arguments)

    assert (first, second) == (0, 1)
    assert "somebody can sign in already" in capsys.readouterr().err
    with cli.open_store(read_config()).reading() as tx:
        account = find_account(tx, "admin")
        assert account is not None
        viewer = viewer_of(tx, account.person)
    assert viewer is not None
    assert [set(roles) for roles in viewer.roles.values()] == [{Role.ADMINISTRATOR}]


def test_an_enrolment_code_is_the_only_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["enrol-code", KEEPER]) == 0

    assert len(capsys.readouterr().out.strip()) == 8


def test_templates_that_ship_are_published_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["templates", "publish"]) == 0
    first = capsys.readouterr().out
    assert cli.main(["templates", "publish"]) == 0
    second = capsys.readouterr().out
    assert cli.main(["templates", "list"]) == 0

    assert "lmr-d@1\tpublished" in first
    assert "lmr-d@1\tunchanged" in second
    assert len(capsys.readouterr().out.splitlines()) == len(first.splitlines())


def test_a_workday_table_becomes_a_new_version_only_when_it_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "days.csv"
    file.write_text("\ufeffdate,kind,name\n2026-10-01,holiday,国庆节\n2027-01-01,holiday,元旦\n", encoding="utf-8")
    assert cli.main(["workdays", "import", str(file)]) == 0
    file.write_text("date,kind\n2026-10-01,holiday\n2026-10-10,make_up\n2027-01-01,holiday\n", encoding="utf-8")
    assert cli.main(["workdays", "import", str(file)]) == 0
    assert cli.main(["workdays", "list"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "2026\tversion 1",
        "2027\tversion 1",
        "2026\tversion 2",
        "2027\tunchanged",
        "2026\tversion 2",
        "2026-10-01\tholiday",
        "2026-10-10\tmake_up",
        "2027\tversion 1",
        "2027-01-01\tholiday",
    ]


def test_every_wrong_line_of_a_workday_table_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "days.csv"
    file.write_text("date,kind\n2026-10-01,holiday\n2026-13-01,holiday\n2026-10-02,party\n", encoding="utf-8")

    assert cli.main(["workdays", "import", str(file)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "line 3: 2026-13-01: no day such as 2026-10-01",
        "line 4: 2026-10-02: neither holiday nor make_up",
    ]


def test_a_new_epoch_is_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["epoch", "new"])
    cli.main(["epoch", "new"])

    first, second = capsys.readouterr().out.split()
    assert first != second


def test_wrong_settings_are_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("ROUNDS_PORT", "many")

    assert cli.main(["migrate"]) == 1
    assert "ROUNDS_PORT" in capsys.readouterr().err
