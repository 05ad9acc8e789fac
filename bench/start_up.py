"""How long the interpreter needs before the first line of each composition root runs."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial

from bench.figure import Row
from bench.measure import repeated
from bench.rounds import Bench

WITHOUT_A_SCREEN = {"SDL_VIDEODRIVER": "offscreen", "KIVY_NO_ARGS": "1", "KIVY_NO_CONFIG": "1", "KIVY_NO_FILELOG": "1"}
ROOTS = {"start_shared": "shared.checklist", "start_tablet": "mobile.app", "start_server": "server.app"}


def measure(_bench: Bench) -> list[Row]:
    """Start a new interpreter for each import, as a person starting the app does."""
    return [
        repeated(figure, partial(_import, name), times=5, note=f"start Python and import {name}")
        for figure, name in ROOTS.items()
    ]


def _import(name: str) -> None:
    environment = {**os.environ, **WITHOUT_A_SCREEN}
    subprocess.run([sys.executable, "-c", f"import {name}"], check=True, env=environment, stderr=subprocess.DEVNULL)
