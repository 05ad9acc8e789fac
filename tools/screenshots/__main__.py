"""``python -m tools.screenshots``: live through the morning, take all pictures, write their page."""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tools.demo.tablet import prepare_window

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"


def main(folder: Path = FOLDER) -> int:
    """Take all pictures; the exit code is 0 once they are there."""
    started = time.monotonic()
    prepare_window((1280, 1280))
    logging.getLogger("kivy").setLevel(logging.CRITICAL + 1)  # it reports every clipboard that a machine lacks
    for name in ("waitress", "server", "mobile"):
        logging.getLogger(name).setLevel(logging.ERROR)
    home = Path(tempfile.mkdtemp(prefix="rounds-screenshots-"))

    def tell(words: str) -> None:
        print(f"{time.monotonic() - started:6.1f} s  {words}", flush=True)

    try:
        taken, size_bytes = take_all(home, folder, tell)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    tell(f"{taken} pictures, {size_bytes / 1e6:.1f} MB, in {folder}")
    return 0


def take_all(home: Path, folder: Path, tell: Callable[[str], None]) -> tuple[int, int]:
    """Play the morning in ``home`` and fill ``folder``; return how many pictures there are and their size in bytes."""
    from tools.screenshots import estate, fire, office, tablet
    from tools.screenshots.album import Album

    album = Album(folder)
    served = estate.Served(home / "server")
    served.enrol_others()
    served.start()
    walker = tablet.Walker(home / "tablet", estate.camera_pictures(home / "camera", served.clock), served.clock)
    try:
        record = tablet.tour(walker, served, album, tell)
        walker.close()
        walker = fire.take_tablet(home / "fire", served)
        fire.tour(walker, served, album, tell)
        office.tour(served, album, record, tell)
    finally:
        walker.close()
        served.stop()
    size_bytes = album.finish()
    return sum(map(len, album.shots.values())), size_bytes


if __name__ == "__main__":
    sys.exit(main())
