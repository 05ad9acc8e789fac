"""The setup script tells a newcomer what is missing in words that can be acted on."""

import os
import shutil
import subprocess

import pytest


@pytest.fixture
def checkout(root, tmp_path):
    """Return a bare checkout: the setup script and nothing installed."""
    (tmp_path / "tools").mkdir()
    shutil.copy(root / "tools" / "setup.sh", tmp_path / "tools" / "setup.sh")
    return tmp_path


def set_up(checkout, mode, **environment):
    return subprocess.run(
        ["sh", "tools/setup.sh", mode],
        cwd=checkout,
        env={"PATH": os.environ["PATH"], "HOME": str(checkout), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_setup_names_the_pythons_it_could_use_when_there_is_none(checkout):
    result = set_up(checkout, "check", PYTHON="no-such-python")

    assert result.returncode == 1
    assert "Python 3.11, 3.12 or 3.13 is needed" in result.stderr
    assert not (checkout / ".venv").exists()


def test_setup_refuses_a_mode_that_it_does_not_know(checkout):
    result = set_up(checkout, "everything")

    assert result.returncode == 1
    assert "unknown mode 'everything': demo, check or test" in result.stderr


def test_make_without_a_target_lists_the_targets(root):
    result = subprocess.run(["make"], cwd=root, capture_output=True, text=True, check=True)

    assert "make demo " in result.stdout
    assert "make test " in result.stdout
