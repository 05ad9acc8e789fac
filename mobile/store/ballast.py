"""A file that takes up room until the database needs it: a full disk refuses photos first, answers last.

Photos are refused well before the disk is full (``mobile.device.files.PHOTO_RESERVE_BYTES``), but other apps may fill it. Then
this file goes, and what a person taps can be kept for weeks more: an answer takes a few hundred bytes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

BALLAST_BYTES = 16 << 20
GIVES_WAY_BELOW_BYTES = 8 << 20
COMES_BACK_ABOVE_BYTES = 256 << 20
_PIECE = 1 << 20


class Ballast:
    """One file of real bytes beside the database. ``free_bytes`` tells the space left, None where nobody knows."""

    def __init__(self, path: Path, free_bytes: Callable[[], int | None] | None = None) -> None:
        self.path = path
        self.free_bytes = free_bytes or self._free_bytes
        self.is_there = path.exists()

    def keep(self) -> None:
        """Put the file there if there is room enough; does nothing where there is not."""
        free = self.free_bytes()
        if self.is_there or free is None or free < COMES_BACK_ABOVE_BYTES:
            return
        try:
            with self.path.open("wb") as file:
                for _ in range(BALLAST_BYTES // _PIECE):
                    file.write(os.urandom(_PIECE))  # a file system that packs zeros would keep no room with them
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self.drop()
        else:
            self.is_there = True

    def give_way(self) -> None:
        """Let the file go when the disk is all but full; asked before each transaction, so it is quick."""
        if self.is_there:
            free = self.free_bytes()
            if free is not None and free < GIVES_WAY_BELOW_BYTES:
                self.drop()

    def drop(self) -> None:
        """Let the file go."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.is_there = False

    def _free_bytes(self) -> int | None:
        try:
            return shutil.disk_usage(self.path.parent).free
        except OSError:
            return None
