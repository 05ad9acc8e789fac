"""Repeat a piece of work and tell how long it took: middle and slow values, never the best one."""

import json
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the result: what was done, how often, and the milliseconds it took."""

    name: str
    times: int
    p50_ms: float
    p95_ms: float
    note: str = ""

    def __str__(self) -> str:
        return f"{self.name:<58} {self.p50_ms:>10.3f} {self.p95_ms:>10.3f}  x{self.times:<5} {self.note}"


@dataclass(slots=True)
class Run:
    """The figures of one run and the machine they were taken on."""

    figures: list[Figure] = field(default_factory=list)

    def measure(self, name: str, work: Callable[[], object], *, times: int = 200, note: str = "") -> None:
        """Do the work once to warm up, then ``times`` times, each timed by itself."""
        work()
        taken_ms = []
        for _ in range(times):
            with stopwatch(taken_ms):
                work()
        slow = statistics.quantiles(taken_ms, n=20)[-1] if times > 1 else taken_ms[0]
        self.figures.append(Figure(name, times, statistics.median(taken_ms), slow, note))
        print(self.figures[-1])

    def write(self, folder: Path) -> Path:
        """Keep the figures beside those of earlier runs and return the file."""
        folder.mkdir(parents=True, exist_ok=True)
        now = datetime.now(UTC)
        path = folder / f"{now:%Y%m%dT%H%M%SZ}.json"
        machine = {"python": platform.python_version(), "system": platform.platform()}
        document = {"at": now.isoformat(), **machine, "figures": [asdict(figure) for figure in self.figures]}
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        return path


@contextmanager
def stopwatch(taken_ms: list[float]) -> Iterator[None]:
    """Append the milliseconds that the block took."""
    started = time.perf_counter()
    yield
    taken_ms.append((time.perf_counter() - started) * 1000)
