"""Under which conditions figures were taken: the machine, what others did on it, how fast its disk forgets nothing."""

from __future__ import annotations

import os
import platform
import resource
import sqlite3
import statistics
import subprocess
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_LOOK_S = 3.0
_FSYNCS = 200


@dataclass(slots=True)
class Watch:
    """Looks at the machine before the run, and at its end at what others took of it meanwhile."""

    scratch: Path
    before: float = 0.0
    fsync_before_ms: float = 0.0
    _busy_s: float = 0.0
    _own_s: float = 0.0
    _began_s: float = field(default_factory=time.monotonic)

    def begin(self) -> None:
        """Look for three seconds, then start the watch."""
        busy, own, began = _busy_s(), _own_s(), time.monotonic()
        time.sleep(_LOOK_S)
        self.before = _others(_busy_s() - busy, _own_s() - own, time.monotonic() - began)
        self.fsync_before_ms = fsync_ms(self.scratch)
        self._busy_s, self._own_s, self._began_s = _busy_s(), _own_s(), time.monotonic()

    def end(self) -> dict[str, object]:
        """Say what the machine is and what others did on it; all processes of this run must have ended."""
        wall = time.monotonic() - self._began_s
        during = _others(_busy_s() - self._busy_s, _own_s() - self._own_s, wall)
        return {
            "date": datetime.now(UTC).isoformat(timespec="seconds"),
            "cores": os.cpu_count(),
            "cpu": _cpu(),
            "system": platform.platform(),
            "others_cores_before": round(self.before, 2),
            "others_cores_during": round(during, 2),
            "fdatasync_ms_before": round(self.fsync_before_ms, 3),
            "fdatasync_ms_after": round(fsync_ms(self.scratch), 3),
            "took_s": round(wall),
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            "server": ", ".join(f"{name} {version(name)}" for name in ("flask", "waitress", "sqlalchemy", "msgspec")),
            "node": _said("node", "--version"),
        }


def fsync_ms(folder: Path) -> float:
    """Return the median time of making 4 KiB at the end of a file durable, in milliseconds."""
    path = folder / "fsync"
    took = []
    with path.open("wb") as file:
        for _ in range(_FSYNCS):
            file.write(b"\x5a" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    path.unlink()
    return statistics.median(took)


def _others(busy_s: float, own_s: float, wall_s: float) -> float:
    return max(0.0, (busy_s - own_s) / wall_s)


def _busy_s() -> float:
    """Seconds that all processors together were busy since the machine started (user, nice, system, irq, softirq)."""
    fields = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    ticks = sum(int(fields[at]) for at in (0, 1, 2, 5, 6))
    return ticks / os.sysconf("SC_CLK_TCK")


def _own_s() -> float:
    found = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in found)


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _said(*command: str) -> str | None:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
