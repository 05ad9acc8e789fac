"""Run the demo: ``ONCE=1`` ends after the story, ``PORT`` chooses another port, ``STORY=1`` tells it though there is a screen."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from server.demo_estate import PASSWORD
from server.demo_estate.people import logins
from tools.demo.stage import ROOT, Stage

SHOWN = ("lead", "quality", "engineering", "firemanager", "principal", "manager", "admin")


def has_display() -> bool:
    """Tell whether a window can be opened."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Prepare, serve, and show the window or tell the story."""
    is_once = os.environ.get("ONCE", "") not in {"", "0"}
    is_told = is_once or bool(os.environ.get("STORY")) or not has_display()
    home = Path(os.environ.get("ROUNDS_DEMO") or ROOT / "demo")
    stage = Stage(home, int(os.environ.get("PORT") or 8765))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        prepare(stage)
        stage.start_server()
        return tell(stage, is_once=is_once) if is_told else show(stage)
    except KeyboardInterrupt:
        return 130
    finally:
        stage.stop_server()


def prepare(stage: Stage) -> None:
    """Build the estate, once."""
    if (stage.server_home / "rounds.db").exists():
        print("巡安演示：接着上次的数据。 Site Rounds demo: the estate is there already.")
        return
    print("巡安演示：正在建立小区“龙山国际”…… Site Rounds demo: building the estate Longshan International ...")
    stage.rounds("migrate")
    stage.rounds("demo-seed")


def where_to_look(stage: Stage) -> None:
    """Print where the office is and how to sign in."""
    print(f"\n办公室 Office: {stage.url}    密码 password of everybody: {PASSWORD}")
    for login in logins():
        if login.name in SHOWN:
            print(f"  {login.name:<12} {login.person_name}  {login.duty}")
    print("  其他人 everybody else: .venv/bin/rounds user list\n")


def tell(stage: Stage, *, is_once: bool) -> int:
    """Tell the story in the same app, offscreen; then serve on, unless once is enough."""
    from tools.demo.story import Story
    from tools.demo.tablet import prepare_window

    where_to_look(stage)
    prepare_window()
    story = Story(stage)
    summary = story.tell()
    print(f"\n每一步的截图 screenshots of each step: {stage.pictures}")
    if not is_once:
        print(f"办公室还开着 the office stays open: {stage.url}（Ctrl-C 结束 ends）")
    print(json.dumps(summary, ensure_ascii=False), flush=True)
    if not is_once:
        signal.pause()
    return 0 if summary["hazard_state"] == "closed" and not summary["pending_on_tablet"] else 1


def show(stage: Stage) -> int:
    """Open the app in a window, enrolled; serve until the window is closed."""
    enrol(stage)
    where_to_look(stage)
    camera = stage.home / "camera"
    fill_camera(camera)
    print("平板窗口已打开；关掉窗口演示结束。 The tablet's window is open; closing it ends the demo.")
    settings = {
        "ROUNDS_HOME": str(stage.tablet_home),
        "ROUNDS_CAMERA": str(camera),
        "ROUNDS_WINDOW": "1280x800",
        "KIVY_NO_FILELOG": "1",
    }
    environment = {**os.environ, **settings}
    with (stage.tablet_home / "app.log").open("ab") as log:  # Kivy's report of every input driver a machine lacks
        app = subprocess.run([sys.executable, "main.py"], cwd=ROOT, env=environment, stderr=log, check=False)
    return app.returncode


def enrol(stage: Stage) -> None:
    """Enrol the tablet by the request that its first screen makes, if it is not enrolled yet."""
    from mobile import VERSION
    from mobile.device.clock import SystemClock
    from mobile.device.entropy import SystemIds
    from mobile.store.sqlite import SqliteTabletStore
    from mobile.worker import enrol as enrol_tablet

    store = SqliteTabletStore(stage.tablet_home / "tablet.db", stage.tablet_home / "photos")
    if store.enrolment() is None:
        code = stage.rounds("enrol-code", "keeper")
        enrol_tablet(store, SystemIds(SystemClock()), stage.url, code, "演示平板 demo", VERSION)
    store.close()


def fill_camera(folder: Path) -> None:
    """Put pictures where the window's camera takes them from."""
    from server.demo_photos import picture

    folder.mkdir(parents=True, exist_ok=True)
    for number, scene in enumerate(("bracket_empty", "bracket_full", "machine", "gauge")):
        (folder / f"{number}.jpg").write_bytes(picture(scene))


if __name__ == "__main__":
    sys.exit(main())
