"""Plants a fault into a copy of the product and lets the simulation look for it there, in a process of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.system.simulation.mutants import Mutant

ROOT = Path(__file__).resolve().parents[3]
PARTS = ("shared", "server", "mobile", "tests/system/simulation")
_LEFT_OUT = shutil.ignore_patterns("assets", "static", "layout", "catalogue", "screens", "widgets", "demo_estate")
_VERDICT = re.compile(r"(?:AssertionError|Flaky\w*): ([SL]\d+(?:, [SL]\d+)*)")
LONGEST_S = 240


@dataclass(frozen=True)
class Verdict:
    """What the simulation said of a mutant. ``invariant`` is empty if it was not caught; ``story`` is the output."""

    invariant: str
    seconds: float
    story: str

    @property
    def is_caught(self) -> bool:
        """Tell whether an invariant failed, or the product broke where it should have gone on."""
        return bool(self.invariant)


def try_mutant(mutant: Mutant, seed: int, examples: int) -> Verdict:
    """Run ``examples`` stories from ``seed`` against a product with the fault planted."""
    folder = Path(tempfile.mkdtemp(prefix=f"mutant-{mutant.name}-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        plant(mutant, folder)
        began_s = time.monotonic()
        command = [sys.executable, "-m", "tests.system.simulation.run", str(seed), str(examples)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=LONGEST_S, check=False)
        took_s = time.monotonic() - began_s
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Verdict(_invariant(done.returncode, done.stderr), took_s, done.stdout + done.stderr)


def plant(mutant: Mutant, folder: Path) -> None:
    """Copy what the simulation needs of the product and change it.

    Raises:
        ValueError: a text to be replaced does not occur exactly once.
    """
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=_LEFT_OUT)
    shutil.copy2(ROOT / "tests" / "builders.py", folder / "tests" / "builders.py")
    for change in mutant.changes:
        path = folder / change.file
        text = path.read_text(encoding="utf-8")
        if text.count(change.old) != 1:
            raise ValueError(f"{mutant.name}: {change.file} holds {text.count(change.old)} times {change.old!r}")
        path.write_text(text.replace(change.old, change.new), encoding="utf-8")


def _invariant(code: int, output: str) -> str:
    if code == 0:
        return ""
    found = _VERDICT.search(output)
    if found is not None:
        return found[1]
    errors = re.findall(r"^(?:\w+\.)*(\w*(?:Error|Exception|Overflow|KeyError))\b.*$", output, re.MULTILINE)
    return f"crash ({errors[-1]})" if errors else "crash"
