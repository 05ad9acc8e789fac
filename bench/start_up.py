"""How long the interpreter needs before the first line of each composition root runs."""

import os
import subprocess
import sys

from bench.measure import Run

WITHOUT_A_SCREEN = {"SDL_VIDEODRIVER": "offscreen", "KIVY_NO_ARGS": "1", "KIVY_NO_CONFIG": "1", "KIVY_NO_FILELOG": "1"}


def measure(run: Run) -> None:
    """Start a new interpreter for each import, as a person starting the app does."""
    for name in ("shared.checklist", "mobile.app", "server.app"):
        run.measure(f"start Python and import {name}", lambda name=name: _import(name), times=5)


def _import(name: str) -> None:
    environment = {**os.environ, **WITHOUT_A_SCREEN}
    subprocess.run([sys.executable, "-c", f"import {name}"], check=True, env=environment, stderr=subprocess.DEVNULL)
