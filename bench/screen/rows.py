"""The figures of the tablet's screens, each with its goal; every measurement is a process of its own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.figure import Better, Bound, Goal, Row, percentile
from bench.rounds import Bench
from bench.served import ROOT

WEEKS, YEARS = 1_000, 20_000
PHOTOS = 200
FIRST_FRAME_MOST = 1.5
YEARS_MOST = 1.2


def first_frame(bench: Bench) -> list[Row]:
    """Start the whole app and a bare Kivy label in turn, until each has drawn its first frame."""
    folder = _tablet(bench, WEEKS)
    for what in ("frame", "bare"):  # warm: modules are compiled, files are in memory
        _started(what, folder)
    sides: dict[str, Callable[[Path], dict[str, Any]]] = {
        "ours": lambda _scratch: _started("frame", folder),
        "floor": lambda _scratch: _started("bare", folder),
    }
    found = bench.interleave("first_frame", sides)
    ours, floor = ([one["took_ms"] for one in found[side]] for side in ("ours", "floor"))
    pairs = [mine / bare for mine, bare in zip(ours, floor, strict=True)]
    return [
        Row(
            "first_frame", "ms", statistics.median(ours), Better.LESS,
            (Goal("times_bare", Bound.MOST, FIRST_FRAME_MOST),), floor=statistics.median(floor),
            details={"times_bare": statistics.median(pairs), "rounds": found["ours"][0]["rounds"],
                     "cpu_times_bare": statistics.median(
                         mine["cpu_s"] / bare["cpu_s"] for mine, bare in zip(found["ours"], found["floor"], strict=True))},
            note="start of the process to the first drawn frame, whole app; floor: a Kivy app of one label, in pairs",
        )
    ]  # fmt: skip


def walk(bench: Bench) -> list[Row]:
    """Scroll, open, switch and tap on a tablet of a few weeks."""
    found = _run("walk", _tablet(bench, WEEKS))
    items = f"a checklist of {found['items']:.0f} items"
    beyond = percentile(found["tap"], 0.99) - percentile(found["commit"], 0.99)
    return [
        _cpu("scroll_checklist", found, 4, 7, f"UI-thread CPU a frame, {items} scrolled 30 px a frame"),
        _cpu("scroll_list", found, 2.5, 4, "UI-thread CPU a frame, a list of 10,000 cards scrolled 30 px a frame"),
        Row(
            "open_checklist", "ms CPU p50", statistics.median(found["open_checklist"]), Better.LESS,
            (Goal("ours", Bound.UNDER, 80),), details={"p95": percentile(found["open_checklist"], 0.95)},
            note=f"UI-thread CPU from the tap on a round to the frame that shows it, {items}",
        ),
        _cpu("switch_screen", found, 10, 40, "UI-thread CPU from one main screen to another"),
        Row(
            "tap_shown", "ms p99", beyond, Better.LESS, (Goal("ours", Bound.UNDER, 16),),
            details={"tap_p50": statistics.median(found["tap"]), "commit_p50": statistics.median(found["commit"]),
                     "cpu_p99": percentile(found["tap_cpu"], 0.99)},
            note="p99 of tap to frame handed over, less p99 of a bare commit of one row on the same disk",
        ),
    ]  # fmt: skip


def day_memory(bench: Bench) -> list[Row]:
    """Take two hundred photos in a day of rounds and watch the process's memory."""
    folder = bench.scratch / "day"
    shutil.copytree(_tablet(bench, WEEKS), folder)
    _camera(folder / "camera")
    found = _run("day", folder, str(PHOTOS))
    memory = found["memory_mb"]
    return [
        Row(
            "day_memory", "MB", max(memory), Better.LESS,
            (Goal("ours", Bound.UNDER, 250), Goal("growth_mb", Bound.MOST, 10)),
            details={"growth_mb": memory[-1] - memory[len(memory) // 2], "taken": found["taken"]},
            note=f"most that the whole app holds while {PHOTOS} photos of 12 megapixels are taken in 20 rounds; growth: "
            "its second half",
        )
    ]  # fmt: skip


def taps_round(bench: Bench) -> list[Row]:
    """Count the taps of an all-well machine-room round of 28 items with 5 readings."""
    folder = bench.scratch / "taps"
    folder.mkdir()
    found = _run("taps", folder)
    return [
        Row(
            "taps_round", "taps", found["taps"] - found["digits"], Better.LESS, (Goal("ours", Bound.MOST, 28 + 3),),
            details={"digits": found["digits"]},
            note="opening, 28 items, signing and submitting by touch; the digits of the 5 readings come on top",
        )
    ]  # fmt: skip


def two_years(bench: Bench) -> list[Row]:
    """Do the same on a tablet of two years; the worst ratio of all figures counts."""
    few, many = (_measures(bench, size) for size in (WEEKS, YEARS))
    ratios = {name: many[name] / few[name] for name in few}
    return [
        Row(
            "two_years", "times", max(ratios.values()), Better.LESS, (Goal("ours", Bound.MOST, YEARS_MOST),),
            details=ratios, note=f"each figure on a tablet of {YEARS:,} inspections, over the same on one of {WEEKS:,}",
        )
    ]  # fmt: skip


def _measures(bench: Bench, size: int) -> dict[str, float]:
    folder = _tablet(bench, size)
    starts = [_started("frame", folder)["took_ms"] for _ in range(bench.rounds)]
    found = _run("walk", folder)
    middles = {name: statistics.median(found[name]) for name in ("scroll_checklist", "open_checklist", "switch_screen")}
    return {"first_frame": statistics.median(starts), "tap_cpu": statistics.median(found["tap_cpu"]), **middles}


def _cpu(figure: str, found: dict[str, Any], middle: float, slow: float, note: str) -> Row:
    goals = (Goal("ours", Bound.UNDER, middle), Goal("p95", Bound.UNDER, slow))
    details = {"p95": percentile(found[figure], 0.95)}
    return Row(figure, "ms CPU p50", statistics.median(found[figure]), Better.LESS, goals, details=details, note=note)


def _tablet(bench: Bench, size: int) -> Path:
    """Give a tablet with so many rounds behind it: a copy for this run of one that is made once and kept in `build`."""
    folder = bench.scratch / f"screen-{size}"
    if not folder.exists():
        made = bench.build / f"tablet-{size}-{_mark()}"
        if not made.exists():
            bench.say(f"a tablet of {size} inspections")
            half = made.with_suffix(".part")
            command = [sys.executable, "-m", "bench.growth.tablet", str(half), str(size)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            half.rename(made)
        shutil.copytree(made, folder)
    return folder


def _mark() -> str:
    """Return what a made tablet depends on, in short: how it is made, and what its tables and forms are."""
    sources = [
        *sorted((ROOT / "bench" / "growth").glob("*.py")),
        *sorted((ROOT / "mobile" / "store" / "schema").glob("*.sql")),
        *sorted((ROOT / "shared" / "model").glob("*.py")),
    ]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


def _camera(folder: Path) -> None:
    """Draw pictures as large as a tablet's camera makes them, each different."""
    from PIL import Image

    folder.mkdir()
    for number in range(PHOTOS):
        small = Image.effect_noise((80, 60), 20 + number % 40).convert("RGB")
        small.resize((4000, 3000)).save(folder / f"{number:03}.jpg", quality=88)


def _compiled() -> dict[str, str]:
    """Let the child keep compiled modules, as a package for Android brings them, whatever this shell asks for."""
    kept = {"PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bench" / "compiled")}
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | kept


def _started(what: str, folder: Path) -> dict[str, Any]:
    began_s = time.monotonic()
    found = _run(what, folder)
    return {**found, "took_ms": (found["drawn_s"] - began_s) * 1000}


def _run(what: str, folder: Path, *more: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.screen.window", what, str(folder), *more]
    ran = subprocess.run(command, cwd=ROOT, env=_compiled(), check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(ran.stdout.strip().splitlines()[-1])
    return found
