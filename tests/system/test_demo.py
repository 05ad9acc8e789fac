"""`make demo ONCE=1`: the story in the real app and the real office, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.port import free_port

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.process, pytest.mark.ui, pytest.mark.long]


def tell(home: Path, port: int) -> dict[str, object]:
    """Run the demo once and read its last line."""
    settings = {"ROUNDS_DEMO": str(home), "PORT": str(port), "ONCE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tools.demo"],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    summary = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(summary, dict)
    return summary


def test_the_story_ends_with_the_hazard_closed_and_goes_on_from_there(tmp_path: Path) -> None:
    home, port = tmp_path / "demo", free_port()

    first = tell(home, port)
    second = tell(home, port)

    assert first["hazard_state"] == second["hazard_state"] == "closed"
    assert first["photos_taken"] == first["photos_on_server"] == 2
    assert first["pending_on_tablet"] == second["pending_on_tablet"] == 0
    assert first["hazard_no"] == second["hazard_no"]
    assert isinstance(first["steps"], int)
    assert first["steps"] >= 10
    pictures = sorted((home / "screenshots").glob("*.png"))
    assert len(pictures) >= first["steps"]
    assert all(picture.stat().st_size > 10_000 for picture in pictures)
