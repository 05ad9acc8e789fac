"""``rounds serve`` with a hand on its disk and its life, by real means: nothing of the server is replaced.

A control file beside the database is read at the beginning of every transaction (SQLAlchemy's own event); the places around
a commit are those that the server's store tells every fail point of:

- ``pages``: how many pages the database may still grow by, a real SQLITE_FULL past them (``PRAGMA max_page_count``);
- ``file_bytes``: no file may grow past that, a real EFBIG (``RLIMIT_FSIZE``);
- ``read_only``: writing is refused by the database, a real SQLITE_READONLY (``PRAGMA query_only``);
- ``commits``: the process kills itself (SIGKILL) at that place from the last change of the file, counted from 0:
  even before a commit, odd after it.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

CONTROL = "faults.json"
_MOST = 1_073_741_823


class Hand:
    """What the control file says, and how far the counting is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = ""
        self.commits: int | None = None
        self.limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def begin(self, connection: Any) -> None:
        """Heed the file at the beginning of a transaction, before SQLite is asked for one."""
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else "{}"
        asked = json.loads(text)
        if text != self.text:
            self.text, self.commits = text, asked.get("commits")
            resource.setrlimit(resource.RLIMIT_FSIZE, (asked.get("file_bytes", self.limits[0]), self.limits[1]))
        if connection.dialect.name == "sqlite":
            cursor = connection.connection.cursor()
            pages = cursor.execute("PRAGMA page_count").fetchone()[0] + asked["pages"] if "pages" in asked else _MOST
            cursor.execute(f"PRAGMA max_page_count = {pages}")
            cursor.execute(f"PRAGMA query_only = {int(asked.get('read_only', False))}")

    def step(self, _name: str) -> None:
        """Pass a place where the server may die."""
        if self.commits is not None:
            self.commits -= 1
            if self.commits < 0:
                os.kill(os.getpid(), signal.SIGKILL)


def control(home: Path, **wanted: object) -> None:
    """Tell the servers of a home what to suffer from their next transaction on; nothing: all is well."""
    fresh = home / f"{CONTROL}.new"
    fresh.write_text(json.dumps(wanted), encoding="utf-8")
    fresh.replace(home / CONTROL)


def main(_arguments: list[str]) -> int:
    """Serve until the end, as ``rounds serve`` does."""
    hand = Hand(Path(os.environ["ROUNDS_HOME"]) / CONTROL)
    event.listen(Engine, "begin", hand.begin)
    from server.cli.serving import serve_home
    from server.config import read_config

    serve_home(read_config(), lambda line: print(line, flush=True), hand.step)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
