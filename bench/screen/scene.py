"""What is done in the window: lists scrolled, screens switched, items tapped, a day of photos taken."""

from __future__ import annotations

import gc
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.growth.number import END
from bench.screen.window import Eye
from mobile import actions
from mobile.actions import Tablet
from mobile.app import RoundsApp, prepare
from mobile.device.camera import FolderCamera
from mobile.device.entropy import SystemIds
from mobile.device.files import PhotoFiles
from mobile.parts import Parts
from mobile.store.sqlite import SqliteTabletStore
from mobile.views.parts import CheckView, RoundView
from mobile.widgets.row import AnswerSlot, round_height
from shared.clock import Reading
from shared.ids import InspectionId, TemplateId

STEP_PX = 30
LONG_LIST = 10_000
ITEMS = 60
FRAMES, TURNS, TAPS = 200, 25, 64
EVERY_FAIL = 8
"""Each so many-th tap says 不合格, which opens what the item then needs."""


class Moved:
    """The device's clock, moved so that it began at the end of the made history."""

    def __init__(self) -> None:
        self._began_s = time.monotonic()

    def read(self) -> Reading:
        """Read it."""
        passed_ms = int((time.monotonic() - self._began_s) * 1000)
        return Reading(END + timedelta(milliseconds=passed_ms), "growth", 5_123_345 + passed_ms)


class AtOnce:
    """Runs an errand at once, so that nothing is in flight while a frame is timed."""

    def run(self, errand: Any, done: Any = None) -> None:
        """Run it."""
        outcome = errand()
        if done is not None:
            done(outcome)


def parts_of(folder: Path, pictures: Path | None = None) -> Parts:
    """Put the app together on a made tablet, without a server."""
    store = SqliteTabletStore(folder / "tablet.db", folder / "photos")
    files, clock = PhotoFiles(folder / "photos"), Moved()
    camera = FolderCamera(files, pictures or folder)
    return Parts(Tablet(store, clock, SystemIds(clock), files), camera, AtOnce(), lambda _address, _code: None)


def walk(folder: Path) -> dict[str, Any]:
    """Scroll, open, switch and tap; milliseconds, as lists that the parent takes percentiles of."""
    prepare()
    eye = Eye(RoundsApp(parts_of(folder)))
    desk = eye.app.desk
    record = long_round(eye)
    rounds = eye.app.shell.screen
    desk.router.go("checklist", record)
    eye.rest(30)
    gc.collect()
    gc.freeze()
    found: dict[str, Any] = {"items": float(items_on(eye)), "scroll_checklist": list(scrolled(eye))}
    found["tap"], found["tap_cpu"], found["commit"] = tapped(eye, folder, record)
    found["open_checklist"] = [opened(eye, record) for _ in range(TURNS)]
    found["switch_screen"] = list(switched(eye))
    desk.router.go("rounds")
    eye.rest()
    rounds.ids.rows.show(ten_thousand(rounds))
    eye.rest(30)
    found["scroll_list"] = list(scrolled(eye))
    return found


def items_on(eye: Eye) -> int:
    """Count what is to be answered on the checklist that is shown."""
    return sum(isinstance(row, CheckView) for row in eye.app.shell.screen.view.rows)


def long_round(eye: Eye) -> str:
    """Begin a round of the shortest form that asks at least sixty things; else of the longest there is."""
    desk = eye.app.desk
    point = desk.tablet.store.points()[0].id
    forms = sorted(desk.tablet.store.templates(), key=lambda form: len(form.items))
    best, most = "", -1
    for form in forms:
        if form.per_asset is not None or form.is_about_unit:
            continue
        record = actions.start_round(desk.tablet, template=form.id, point=point)
        desk.router.go("checklist", record)
        count = items_on(eye)
        desk.router.go("rounds")
        eye.rest()
        if count > most:
            best, most = record, count
        if count >= ITEMS:
            break
    return best


def scrolled(eye: Eye, frames: int = FRAMES) -> Iterator[float]:
    """Scroll the list down and up again, thirty pixels a frame."""
    rows = eye.app.shell.screen.ids.rows
    rows.scroll_y = 1
    eye.rest()
    room = rows.children[0].height - rows.height
    way, step = -1, STEP_PX / room
    for _ in range(frames):
        if not 0 < rows.scroll_y + way * step < 1:
            way = -way
        rows.scroll_y += way * step
        yield eye.frame()


def opened(eye: Eye, record: str) -> float:
    """Open the long round from the first screen."""
    router = eye.app.desk.router
    router.go("rounds")
    eye.rest()
    cost = eye.cost(lambda: router.go("checklist", record))
    eye.rest()
    return cost


def switched(eye: Eye) -> Iterator[float]:
    """Go through the four main screens, each built before."""
    router, roots = eye.app.desk.router, ("rounds", "hazards", "sync", "settings")
    for screen in roots:
        router.go(screen)
        eye.rest()
    for turn in range(TURNS * 2):
        yield eye.cost(lambda turn=turn: router.go(roots[turn % 4]))
        eye.rest(4)


def tapped(eye: Eye, folder: Path, record: str) -> tuple[list[float], list[float], list[float]]:
    """Answer open items one after the other, in as many rounds of the form as it takes.

    Wall and CPU time from the moment in which the finger goes until the frame is handed over, and a bare commit after each.
    """
    walls: list[float] = []
    cpus: list[float] = []
    commits: list[float] = []
    floor = bare_commits(folder)
    while len(walls) < TAPS:
        before = len(walls)
        for key, slot in open_slots(eye, record):
            touch = held(eye, slot(len(walls) % EVERY_FAIL == EVERY_FAIL - 1))
            began, began_cpu = time.perf_counter(), time.thread_time()
            touch.touch_up()
            eye._loop.idle()  # noqa: SLF001 - the frame is handed over here; rasterising is the GPU's on a tablet
            cpus.append((time.thread_time() - began_cpu) * 1000)
            walls.append((time.perf_counter() - began) * 1000)
            if not eye.app.shell.screen.entry.row(key).is_answered:
                raise RuntimeError(f"the tap missed {key}")
            eye.rest(8)
            commits.append(next(floor))
            if len(walls) == TAPS:
                break
        if len(walls) == before:
            break
        record = another(eye, record)
    return walls, cpus, commits


def held(eye: Eye, slot: AnswerSlot) -> Any:
    """Lay a finger on a button, for a frame."""
    from tools.tablet_driver import Fingertip

    touch = Fingertip(*slot.to_window(*slot.center))
    touch.touch_down()
    eye.frame()
    return touch


def open_slots(eye: Eye, record: str) -> Iterator[tuple[str, Callable[[bool], AnswerSlot]]]:
    """Go through the items that are answered by one tap; each time give what finds the button, 合格 or 不合格."""
    eye.app.desk.router.go("checklist", record)
    eye.rest()
    screen = eye.app.shell.screen
    views = [row for row in screen.view.rows if isinstance(row, CheckView) and row.kind == "answers"]
    for view in views:
        screen.entry.emit("open", view.key)
        eye.settle()
        slots = [slot for slot in screen.ids.rows.walk() if isinstance(slot, AnswerSlot) and slot.view.key == view.key]
        if slots:
            yield view.key, lambda fails, slots=slots: slots[int(fails)]


def another(eye: Eye, record: str) -> str:
    """Begin another round of the same form."""
    tablet = eye.app.desk.tablet
    found = tablet.store.inspection(InspectionId(record))
    return str(actions.start_round(tablet, template=found.template, point=tablet.store.points()[0].id))


def bare_commits(folder: Path) -> Iterator[float]:
    """Commit one row after the other on the same disk, as durable as the app's; milliseconds of each."""
    floor = sqlite3.connect(folder / "floor.db", isolation_level=None)
    floor.execute("PRAGMA journal_mode = WAL")
    floor.execute("PRAGMA synchronous = FULL")
    floor.execute("CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, body TEXT)")
    while True:
        began = time.perf_counter()
        floor.execute("BEGIN IMMEDIATE")
        floor.execute("INSERT INTO answer (body) VALUES (?)", ("x" * 200,))
        floor.execute("COMMIT")
        yield (time.perf_counter() - began) * 1000


def ten_thousand(screen: Any) -> list[dict[str, Any]]:
    """Make the data of a list of ten thousand cards for the first screen's own list."""
    theme, rows = screen.desk.theme(), screen.ids.rows
    views = (RoundView(f"x:{n}", f"{n} 号点位 每日防火巡查", f"{n} 号楼 · 今天 18:00 前完成") for n in range(LONG_LIST))
    return [
        {"row": "RoundRow", "view": view, "emit": screen.on_row, "size": (0, round_height(theme, view, rows.width))}
        for view in views
    ]


def day(folder: Path, photos: int) -> dict[str, Any]:
    """Walk rounds all day and take photos in them; the process's memory after each tenth of them, in MB."""
    prepare()
    eye = Eye(RoundsApp(parts_of(folder, folder / "camera")))
    desk = eye.app.desk
    points = desk.tablet.store.points()
    seen, record = [], ""
    for number in range(photos):
        if number % 10 == 0:
            point = points[number // 10 % len(points)].id
            record = actions.start_round(desk.tablet, template=TemplateId("lmr-d"), point=point)
            desk.router.go("checklist", record)
            eye.rest()
        desk.take_photo(record, "lmr_09")
        eye.rest(3)
        if (number + 1) % (photos // 10) == 0:
            desk.router.go("rounds")
            eye.rest()
            seen.append(resident_mb())
    return {"memory_mb": seen, "taken": float(sum(1 for _ in (folder / "photos" / "screen").iterdir()))}


def taps(folder: Path) -> dict[str, Any]:
    """Walk an all-well round of 28 items by touch, as the test of it does; how many taps it takes, digits apart."""
    from tests.ui.tablet import allwell
    from tests.ui.tablet.estate import a_tablet
    from tools.tablet_driver import Driver

    prepare()
    finger = Driver(RoundsApp(a_tablet(folder)), (1280, 800))
    count, _ = allwell.walk(finger)
    return {"taps": float(count), "digits": float(allwell.DIGITS)}


def resident_mb() -> float:
    """Return what this process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
