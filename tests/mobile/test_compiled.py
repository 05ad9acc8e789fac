"""What was compiled at an earlier start is taken again, and only ever for the very same text."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mobile.compiled import Kept

ROOT = Path(__file__).parents[2]
TEXT = "def double(x):\n    return 2 * x\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "__pycache__" / "start.kept"


def run(kept, text):
    names = {}
    kept.execute(text, {}, names)
    return names


def a_start(path, largest=100_000):
    kept = Kept(path, largest)
    kept.recall()
    return kept


def test_code_of_an_earlier_start_does_what_its_text_says(path):
    first = a_start(path)
    run(first, TEXT)
    first.keep()

    second = a_start(path)

    assert second.find(TEXT) is not None
    assert run(second, TEXT)["double"](4) == 8


def test_another_text_is_compiled_anew(path):
    first = a_start(path)
    run(first, TEXT)
    first.keep()

    second = a_start(path)

    assert run(second, TEXT.replace("2 *", "3 *"))["double"](4) == 12


@pytest.mark.parametrize(
    "spoil", [lambda held: held[:-1], lambda held: b"", lambda held: held[:-1] + b"\x00", lambda held: b"0" + held[1:]]
)
def test_a_file_that_is_damaged_or_of_another_python_is_passed_over(path, spoil):
    first = a_start(path)
    run(first, TEXT)
    first.keep()
    path.write_bytes(spoil(path.read_bytes()))

    second = a_start(path)

    assert second.find(TEXT) is None
    assert run(second, TEXT)["double"](4) == 8


def test_nothing_is_written_where_nothing_is_new(path):
    first = a_start(path)
    run(first, TEXT)
    first.keep()
    path.unlink()

    first.keep()

    assert not path.exists()


def test_a_folder_that_cannot_be_written_stops_nothing(path):
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    kept = a_start(path)
    run(kept, TEXT)

    kept.keep()

    assert not path.exists()


def test_what_is_not_used_any_more_leaves_once_the_file_is_large(path):
    first = a_start(path)
    first.note("long ago", "x" * 2_000)
    first.keep()
    second = a_start(path, largest=2_000)
    run(second, TEXT)

    second.keep()

    third = a_start(path)
    assert third.find("long ago") is None
    assert third.find(TEXT) is not None


def test_what_comes_after_a_start_is_kept_apart_and_found_by_the_next_one(path):
    first = a_start(path)
    run(first, TEXT)
    first.keep()
    run(first, TEXT.replace("2 *", "5 *"))
    first.keep()
    written = path.read_bytes()

    second = a_start(path)
    second.keep()

    assert run(second, TEXT.replace("2 *", "5 *"))["double"](4) == 20
    assert not second.is_new
    assert path.read_bytes() == written


def test_what_a_start_takes_of_what_came_after_the_last_one_is_ready_for_the_next(path):
    first = a_start(path)
    run(first, TEXT)
    first.keep()
    first.note("another first screen", ["as plain values"])
    first.keep()

    second = a_start(path)
    found = second.find("another first screen")
    second.keep()
    path.with_suffix(".later").unlink()
    third = a_start(path)

    assert found == ["as plain values"]
    assert third.find("another first screen") == ["as plain values"]
    assert third.find(TEXT) is not None


def test_dataclasses_take_their_methods_from_an_earlier_start(tmp_path):
    # In processes of their own, since the hook stays for as long as the process lives.
    script = (
        "from mobile import compiled; compiled.begin()\n"
        "import mobile.store.row, shared.model.inspection\n"
        "print(compiled.KEPT.is_new); compiled.keep()\n"
        "print(mobile.store.row.Duty.__eq__.__name__)"
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)} | {"PYTHONDONTWRITEBYTECODE": ""}

    first, second = (
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        for _ in range(2)
    )

    assert first.stdout.split() == ["True", "__eq__"]
    assert second.stdout.split() == ["False", "__eq__"]


def test_a_dataclass_without_a_docstring_looks_for_no_signature():
    script = (
        "from mobile import compiled; compiled.begin()\n"
        "import dataclasses\n"
        "@dataclasses.dataclass(frozen=True, slots=True)\n"
        "class Bare:\n    size: int\n"
        "print(Bare.__doc__, Bare(3), dataclasses.replace(Bare(3), size=4))"
    )

    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "Bare Bare(size=3) Bare(size=4)"
