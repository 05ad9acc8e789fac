"""What a tap costs on the tablet: the transaction on disk (synchronous=FULL), and reading the screen's facts back."""

import tempfile
from itertools import cycle
from pathlib import Path

from bench.measure import Run
from mobile import actions
from shared.ids import TemplateId
from shared.model.inspection import Result
from tests.builders import LIFT, POINT
from tests.mobile.scene import a_scene


def measure(run: Run) -> None:
    """Tap, finish and synchronise on a database in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        scene = a_scene(Path(folder))
        record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)
        verdicts = cycle((Result.PASS, Result.FAIL))
        run.measure(
            "one tap: answer an item, on disk",
            lambda: actions.answer(scene.tablet, record, "LMR_10", LIFT, next(verdicts)),
            times=500,
        )
        run.measure("read a round in progress", lambda: scene.store.inspection(record))
        actions.drop_draft(scene.tablet, record)
        run.measure("walk and finish a short round (6 transactions)", scene.finished, times=50)
        run.measure("a session with nothing to say", scene.sync, times=50, note="server in the same process")
        scene.store.close()
