"""Where photos lie, and how their bytes get there whole: written beside, flushed to disk, renamed.

``capture/<photo id>.jpg`` is where a camera writes. ``screen/<sha256>.jpg`` (at most 2048 px, what is sent) and
``thumb/<sha256>.jpg`` (320 px) are named by the hash of the former and never change. Voice notes go the same way as
``capture/<id>.m4a`` and ``screen/<sha256>.m4a``, with nothing small.

A full disk refuses photos before it refuses answers: no camera is opened with less than ``PHOTO_RESERVE_BYTES`` free
(one large camera file, the photo made of it, and room for the database to grow by weeks of answers).
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mobile.device.picture import Picture, shrink
from mobile.device.recorder import SUFFIX
from shared.errors import DiskFullError, EvidenceMissingError, ReadOnlyDiskError, StoreError
from shared.ids import PhotoId, Sha256

PHOTO_RESERVE_BYTES = 64 << 20
UNCLAIMED = timedelta(days=30)
"""So long the camera's file of a photo that no row speaks of any more is kept."""
HALF_FETCHED = timedelta(days=1)
PICTURE, VOICE = ".jpg", SUFFIX
"""What the names of files end with: pictures, and what was said."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The names of a picture's bytes and of its small copy's."""

    sha256: Sha256
    thumb: Sha256


class PhotoFiles:
    """The photo folders below ``root``. ``fail_point`` is told each place where a kill could strike.

    ``free_bytes`` tells the space left on the disk that they lie on, None where it cannot be known.
    """

    def __init__(
        self,
        root: Path,
        fail_point: Callable[[str], None] = lambda _name: None,
        free_bytes: Callable[[], int | None] | None = None,
    ) -> None:
        self.root = root
        self.fail_point = fail_point
        self.free_bytes = free_bytes or self._free_bytes

    def missing_bytes(self) -> int:
        """Return how much space is lacking before another photo may be taken; 0 if there is enough, or nobody knows."""
        free = self.free_bytes()
        return 0 if free is None else max(0, PHOTO_RESERVE_BYTES - free)

    def capture(self, photo: PhotoId, suffix: str = PICTURE) -> Path:
        """Name the file that a camera (or with ``VOICE`` a recorder) writes for a photo; its folder exists."""
        path = self.root / "capture" / f"{photo}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def keep(self, picture: Picture) -> Kept:
        """Put a picture on disk under the hash of its bytes, for good; doing it again changes nothing.

        Raises:
            DiskFullError: there is no space; what was there before is untouched.
        """
        sha256, thumb = (Sha256(hashlib.sha256(part).hexdigest()) for part in (picture.jpeg, picture.thumb))
        self._put("thumb", sha256, picture.thumb)
        self._put("screen", sha256, picture.jpeg)
        return Kept(sha256, thumb)

    def keep_on(self, picture: Picture, kept: Kept) -> None:
        """Put again what was removed since ``keep``: a session may just have let the same picture go.

        For the transaction that adds the row. From there on no session removes it.

        Raises:
            DiskFullError: there is no space.
        """
        for folder, content in (("thumb", picture.thumb), ("screen", picture.jpeg)):
            if not (self.root / folder / f"{kept.sha256}.jpg").exists():
                self._put(folder, kept.sha256, content)

    def keep_voice(self, voice: bytes) -> Sha256:
        """Put a recording on disk under the hash of its bytes, for good; doing it again changes nothing.

        Once more in the transaction that adds its row: a session may have let the same bytes go meanwhile.

        Raises:
            DiskFullError: there is no space.
        """
        sha256 = Sha256(hashlib.sha256(voice).hexdigest())
        if not (self.root / "screen" / f"{sha256}{VOICE}").exists():
            self._put("screen", sha256, voice, suffix=VOICE)
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
                    self._put("thumb", Sha256(path.stem), shrink(path).thumb, beside="fetch")
                    made += 1
        return made

    def forget_capture(self, source: Path) -> None:
        """Remove a camera's file, if it is one of ours, once its photo is kept."""
        if source.parent == self.root / "capture":
            source.unlink(missing_ok=True)

    def captured(self) -> tuple[PhotoId, ...]:
        """List the photos whose camera's file is here."""
        return tuple(PhotoId(path.stem) for path in self._captures())

    def sweep_captures(self, done: Collection[PhotoId], known: Collection[PhotoId], now: datetime) -> None:
        """Remove the camera's files of photos that are kept, and those of no ``known`` photo once they are old."""
        for path in self._captures():
            photo = PhotoId(path.stem)
            if photo in done or (photo not in known and _age_of(path, now) > UNCLAIMED):
                path.unlink(missing_ok=True)
        for half in (self.root / "fetch").glob("*.part"):
            if _age_of(half, now) > HALF_FETCHED:
                half.unlink(missing_ok=True)

    def _captures(self) -> tuple[Path, ...]:
        return tuple(path for suffix in (PICTURE, VOICE) for path in (self.root / "capture").glob(f"*{suffix}"))

    def _free_bytes(self) -> int | None:
        for folder in (self.root, *self.root.parents):
            with suppress(OSError):
                return shutil.disk_usage(folder).free
        return None

    def _put(self, folder: str, sha256: Sha256, content: bytes, beside: str = "", suffix: str = PICTURE) -> None:
        """Write a file whole; ``beside`` is where it is written first if another thread may sweep ``folder`` meanwhile."""
        final = self.root / folder / f"{sha256}{suffix}"
        half = self.root / beside / f"{sha256}-{folder}.part" if beside else final.with_suffix(".part")
        try:
            for path in (final, half):
                path.parent.mkdir(parents=True, exist_ok=True)
            with half.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self.fail_point(f"before rename of {folder}")
            half.replace(final)
            _flush_folder(final.parent)
        except OSError as error:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
                raise DiskFullError from error
            if error.errno == errno.EROFS:
                raise ReadOnlyDiskError(detail=str(error)) from error
            raise StoreError(detail=str(error)) from error
        self.fail_point(f"after rename of {folder}")


def _age_of(path: Path, now: datetime) -> timedelta:
    try:
        return now - datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return timedelta(0)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system has words for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
