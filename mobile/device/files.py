"""Where photos lie, and how their bytes get there whole: written beside, flushed to disk, renamed.

``capture/<photo id>.jpg`` is where a camera writes. ``screen/<sha256>.jpg`` (at most 2048 px, what is sent) and
``thumb/<sha256>.jpg`` (320 px) are named by the hash of the former and never change.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mobile.device.picture import Picture, shrink
from shared.errors import DiskFullError, EvidenceMissingError, StoreError
from shared.ids import PhotoId, Sha256


class PhotoFiles:
    """The photo folders below ``root``. ``fail_point`` is told each place where a kill could strike."""

    def __init__(self, root: Path, fail_point: Callable[[str], None] = lambda _name: None) -> None:
        self.root = root
        self.fail_point = fail_point

    def capture(self, photo: PhotoId) -> Path:
        """Name the file that a camera writes for a photo; its folder exists."""
        path = self.root / "capture" / f"{photo}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def keep(self, picture: Picture) -> Sha256:
        """Put a picture on disk under the hash of its bytes, for good; doing it again changes nothing.

        Raises:
            DiskFullError: there is no space; what was there before is untouched.
        """
        sha256 = Sha256(hashlib.sha256(picture.jpeg).hexdigest())
        self._put("thumb", sha256, picture.thumb)
        self._put("screen", sha256, picture.jpeg)
        return sha256

    def make_missing_thumbs(self) -> int:
        """Make the thumbnails of photos that were fetched and not taken here; return how many.

        For a worker thread. A file that is no picture is passed over: the screen then shows that there is none.

        Raises:
            DiskFullError: there is no space for one.
        """
        made = 0
        have = {path.name for path in (self.root / "thumb").glob("*.jpg")}
        for path in (self.root / "screen").glob("*.jpg"):
            if path.name not in have:
                with suppress(EvidenceMissingError):
                    self._put("thumb", Sha256(path.stem), shrink(path).thumb)
                    made += 1
        return made

    def forget_capture(self, source: Path) -> None:
        """Remove a camera's file, if it is one of ours, once its photo is kept."""
        if source.parent == self.root / "capture":
            source.unlink(missing_ok=True)

    def _put(self, folder: str, sha256: Sha256, content: bytes) -> None:
        final = self.root / folder / f"{sha256}.jpg"
        beside = final.with_suffix(".part")
        try:
            final.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self.fail_point(f"before rename of {folder}")
            beside.replace(final)
            _flush_folder(final.parent)
        except OSError as error:
            beside.unlink(missing_ok=True)
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise DiskFullError from error
            raise StoreError(detail=str(error)) from error
        self.fail_point(f"after rename of {folder}")


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system has words for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
