"""What the tablet's own steps cost: reading a round back, walking a short one, a session with nothing to say."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from bench.figure import Row
from bench.measure import repeated
from bench.rounds import Bench
from mobile import actions
from shared.ids import TemplateId
from tests.builders import POINT
from tests.mobile.scene import a_scene


def measure(bench: Bench) -> list[Row]:
    """Walk, finish and synchronise on a database in a temporary folder, the server in the same process."""
    with tempfile.TemporaryDirectory(dir=bench.scratch) as folder:
        scene = a_scene(Path(folder))
        record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
        rows = [repeated("tablet_read", partial(scene.store.inspection, record), note="read a round in progress")]
        actions.drop_draft(scene.tablet, record)
        rows += [
            repeated("tablet_walk", scene.finished, times=50, note="walk and finish a short round, 6 transactions"),
            repeated("tablet_idle_session", scene.sync, times=50, note="a session with nothing to say"),
        ]
        scene.store.close()
    return rows
