"""A tablet whose process is really killed opens again at the same place with everything tapped."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mobile.store.row import Position
from shared.model.inspection import Status
from tests.mobile.scene import open_store

ROUND = """
import os, signal, sys
from pathlib import Path
from mobile import actions
from tests.mobile.scene import a_scene
scene = a_scene(Path(sys.argv[1]))
record = scene.walked(failed=True)
actions.remember_position(scene.tablet, "item", record, "LMR_09")
print(record, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.process
def test_everything_tapped_before_a_kill_is_there_after_it(tmp_path):
    root = str(Path(__file__).parents[2])
    killed = subprocess.run(
        [sys.executable, "-c", ROUND, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root},
    )
    record = killed.stdout.strip()

    store = open_store(tmp_path, lambda _name: None)

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert store.inspection(record).status is Status.DRAFT
    assert len(store.answers(record)) == 3
    assert store.photo_path(store.photos_of(record)[0].id, "screen") is not None
    assert store.position() == Position("item", record, "LMR_09")
    store.close()
