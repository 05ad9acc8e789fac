"""What a person and the sync do on a tablet all day, step by step, over a grown database.

Each step is done several times; its CPU time says what it costs, and comparing a small with a large database says whether
it depends on history.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.growth.estate import Still
from bench.growth.number import END
from bench.growth.tablet import EPOCH, INSPECTIONS, LOCAL, OneSite, an_inspection_of, make_tablet
from mobile import actions
from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.sqlite import SqliteTabletStore
from mobile.text import texts_for
from mobile.views.checklist import checklist_view
from mobile.views.finish import finish_view
from mobile.views.hazard import hazard_view
from mobile.views.hazards import hazards_view
from mobile.views.record import record_view
from mobile.views.rounds import DONE, RECHECKS, TODO, rounds_view
from mobile.views.setting import Setting
from mobile.views.sync import sync_view
from server.system import SystemIds
from shared import wire
from shared.ids import InspectionId, TemplateId, site_scope
from shared.model.inspection import Result
from shared.model.template import ItemKind
from shared.sync.messages import PullReply, Row, ScopePage

Step = Callable[[], object]
TIMES = 10
ROUND = TemplateId("lmr-d")


@dataclass(frozen=True, slots=True)
class StepFigure:
    """Milliseconds of CPU that a step takes: middle and slowest."""

    name: str
    cpu_ms: float
    worst_ms: float


class Shift:
    """One person's day on a tablet."""

    def __init__(self, store: SqliteTabletStore) -> None:
        self.store = store
        clock = Still()
        self.tablet = Tablet(store, clock, SystemIds(), PhotoFiles(store.files))
        self.setting = Setting(store, clock, texts_for("zh"))
        self._template = store.latest_template(ROUND)
        self._point, self._elsewhere = (point.id for point in store.points()[:2])
        self._taps = 0
        self._pulled = 0
        self._found = next(OneSite(1_000).records(17))

    def steps(self) -> dict[str, Step]:
        """Name every step; each may be done any number of times."""
        record = an_inspection_of(self.store)
        draft = actions.start_round(self.tablet, template=ROUND, point=self._point)
        known = self.store.hazards()
        return {
            "first screen, to do": lambda: rounds_view(self.setting, TODO),
            "first screen, done": lambda: rounds_view(self.setting, DONE),
            "first screen, rechecks": lambda: rounds_view(self.setting, RECHECKS),
            "hazards": lambda: hazards_view(self.setting),
            "one hazard": lambda: hazard_view(self.setting, known[-1].id) if known else None,
            "sync screen": lambda: sync_view(self.setting),
            "one record": lambda: record_view(self.setting, record.id),
            "begin a round": self._begin,
            "a tap, on disk": lambda: self._tap(draft),
            "the round's screen": lambda: checklist_view(self.setting, draft),
            "the round's last screen": lambda: finish_view(self.setting, draft),
            "a photo begun": lambda: actions.begin_photo(self.tablet, draft, "LMR_01"),
            "pull of ten changes": self._pull,
            "what waits to be sent": lambda: self.store.waiting_ops(200, 1 << 20, END),
            "which photos wait": lambda: self.store.waiting_blobs(20, END),
            "which photos are wanted": lambda: self.store.wanted_blobs(20, END),
            "what the tablet says about itself": self.store.health,
            "which scopes to verify": self._digests,
            "tidy": lambda: self.store.tidy(END),
            "tidy when the disk is low": lambda: self.store.tidy(END, 410 << 20),
            "sweep the photo files": self.store.sweep_files,
            "photos a kill left behind": lambda: actions.recover_photos(self.tablet),
        }

    def _begin(self) -> None:
        actions.drop_draft(self.tablet, actions.start_round(self.tablet, template=ROUND, point=self._elsewhere))

    def _tap(self, draft: InspectionId) -> None:
        asked = [item for item in self._template.items if item.kind is ItemKind.PASS_FAIL] if self._template else []
        self._taps += 1
        actions.answer(self.tablet, draft, asked[self._taps % len(asked)].name, result=Result.PASS)

    def _pull(self) -> None:
        scope = site_scope(self.setting.source.enrolment().site)  # type: ignore[union-attr]
        self._pulled += 1
        rows = tuple(
            Row(
                "inspection",
                f"{self._found.id[:-12]}{self._pulled:04x}{number:08x}",
                1,
                body=dict(wire.loads(self._found.body)),
            )  # type: ignore[arg-type, call-overload]
            for number in range(10)
        )
        last = self.store.cursors()[scope] + len(rows)
        self.store.save_pull(PullReply(EPOCH, END, (ScopePage(scope, last, False, rows),)))

    def _digests(self) -> None:
        """As in most sessions: every scope was verified within the last day."""
        for checked in self.store.digests(END):
            self.store.confirm_scope(checked, END)


def figures(store: SqliteTabletStore, times: int = TIMES) -> Iterator[StepFigure]:
    """Do every step and tell what it costs."""
    for name, step in Shift(store).steps().items():
        taken_ms = []
        for _ in range(times):
            begun_s = time.process_time()
            step()
            taken_ms.append((time.process_time() - begun_s) * 1000)
        yield StepFigure(name, statistics.median(taken_ms), max(taken_ms))


def measure(folder: Path, inspections: int = INSPECTIONS) -> list[StepFigure]:
    """Make a tablet of that size in ``folder``, start it anew and measure; the first figure is its start."""
    local = min(LOCAL, inspections)
    make_tablet(folder, inspections, local).close()
    begun_s = time.process_time()
    store = SqliteTabletStore(folder / "tablet.db", folder / "photos")
    store.enrolment()
    opened_ms = (time.process_time() - begun_s) * 1000
    try:
        return [StepFigure("open the database", opened_ms, opened_ms), *figures(store)]
    finally:
        store.close()


def main() -> int:
    """Print a table for a small and a large tablet, and the memory: ``python -m bench.growth.shift [INSPECTIONS]``."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else INSPECTIONS
    found: dict[str, list[StepFigure]] = {}
    memory_mb = []
    for size in (large // 20, large):
        with TemporaryDirectory() as folder:
            pid = os.fork()  # each in a process of its own, whose memory is then its own
            if pid == 0:
                for one in measure(Path(folder), size):
                    line = f"{one.name}\t{one.cpu_ms}\t{one.worst_ms}\n"
                    (Path(folder) / "figures").open("a").write(line)
                os._exit(0)
            os.waitpid(pid, 0)
            for line in (Path(folder) / "figures").read_text().splitlines():
                name, middle, worst = line.split("\t")
                found.setdefault(name, []).append(StepFigure(name, float(middle), float(worst)))
            memory_mb.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    print(f"{'CPU ms, middle (slowest)':<36}{large // 20:>18,}{large:>18,}")
    for name, (small, big) in found.items():
        print(f"{name:<36}{small.cpu_ms:>9.2f} ({small.worst_ms:6.2f}){big.cpu_ms:>9.2f} ({big.worst_ms:6.2f})")
    print(f"{'most memory, MB (with the making)':<36}{memory_mb[0]:>18.0f}{memory_mb[1]:>18.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
