"""A worker process of jobs for tests: its first job never ends, the next one makes five bytes.

Arguments: a named pipe at which it says that the first job is under way, ``--holder``, a name.
"""

import sys
import threading
from pathlib import Path

from server.app import create_app
from server.config import read_config
from server.jobs import JobWorker
from server.office.jobs.handler import Made, Running
from server.office.parts import EXTENSION

gate, holder = Path(sys.argv[1]), sys.argv[3]


def handle(job: Running) -> Made:
    passed = gate.with_name("passed")
    if not passed.exists():
        passed.touch()
        gate.write_text("under way")
        threading.Event().wait()
    target = job.folder / "made"
    target.write_bytes(b"paper")
    return Made(target, "paper.txt", "text/plain")


app = create_app(read_config())
JobWorker(app.extensions[EXTENSION], {"paper": handle}, holder).run(idle_s=0)
