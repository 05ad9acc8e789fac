"""What a place for photo bytes can do; both twins pass ``tests/contracts/test_blob_store.py``."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from shared.errors import BusyError
from shared.ids import Sha256

JPEG, PNG, VOICE, UNKNOWN = "image/jpeg", "image/png", "audio/mp4", "application/octet-stream"
HEAD_BYTES = 16
ROTTEN = frozenset({errno.EIO, errno.EBADMSG, getattr(errno, "EUCLEAN", errno.EIO)})
"""What a disk says of bytes that it can no longer read, while all others are well."""


class BlobStoreError(BusyError):
    """The place where photos lie cannot be used now; nothing was stored. Facts: ``detail``, ``retry_after_s``.

    ``detail`` is for everybody and names nothing; ``reason`` says all of it, for the log and the command line.
    ``is_lasting`` is set where a setting is wrong and waiting does not help.
    """

    def __init__(self, detail: str, reason: str, *, is_lasting: bool = False) -> None:
        super().__init__(detail=detail, retry_after_s=30)
        self.reason = reason
        self.is_lasting = is_lasting

    def __str__(self) -> str:
        return self.reason

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.facts["detail"], self.reason)


class BlobStore(Protocol):
    """Keeps files by the SHA-256 of their bytes; a stored file never changes.

    Every method may raise ``BlobStoreError`` (the place cannot be used now); those that write, ``StorageFullError``.
    """

    def put(self, name: Sha256, data: bytes) -> str:
        """Store a file that is here whole, durable once this returns, and return what it is by its content.

        Raises:
            ChecksumMismatchError: the bytes are others; nothing was written.
        """

    def take(self, name: Sha256, path: Path) -> None:
        """Store a file that lies on this machine's disk and never changes: by hard link if that can be, else a copy.

        Raises:
            ChecksumMismatchError: its bytes are others; nothing was stored.
        """

    def write_part(self, name: Sha256, offset: int, data: bytes) -> None:
        """Write bytes of a file that is arriving; they need not survive a power cut."""

    def finish(self, name: Sha256, size_bytes: int) -> str:
        """Check the parts against their name, make the file durable and visible, and return what it is by its content.

        Finishing a stored file again changes nothing; one that was damaged since is replaced. Where the place cannot be
        used now, the parts stay and it can be tried again.

        Raises:
            ChecksumMismatchError: the bytes are others; they are thrown away.
        """

    def discard_part(self, name: Sha256) -> None:
        """Throw away what arrived of a file; nothing happens to a stored one."""

    def has(self, name: Sha256) -> bool:
        """Tell whether a file is stored."""

    def open(self, name: Sha256) -> BinaryIO:
        """Open a stored file for reading; it can seek.

        Raises:
            UnknownRecordError: it is not stored.
        """

    def stored(self) -> Iterator[tuple[Sha256, int]]:
        """Yield name and size in bytes of all stored files, sorted by name, without holding them all."""

    def parts(self) -> Iterator[tuple[Sha256, datetime]]:
        """Yield the names of files of which parts lie here, with the moment of the last write, in no order."""

    def set_aside(self, name: Sha256) -> str:
        """Take a file that is not what its name says out of the way, kept for a look; returns where it lies now.

        Raises:
            UnknownRecordError: it is not stored.
        """

    def thumb(self, name: Sha256) -> bytes | None:
        """Return the small copy that was kept of a stored file; nothing if none was."""

    def keep_thumb(self, name: Sha256, data: bytes) -> None:
        """Keep a small copy for everybody who shares this place; it may be lost at any time and is made anew then."""

    def path_of(self, name: Sha256) -> Path | None:
        """Return where a stored file lies on this machine's disk, for a hard link; nothing if elsewhere."""

    def reach(self) -> None:
        """Look whether the place is there and lets us in; raises ``BlobStoreError`` if not."""


def kind_of(head: bytes) -> str:
    """Tell what a file is by its first bytes; whatever it is called, only pictures and voice notes ever get into a page.

    MPEG-4 files are served as sound: of those that tablets send, none shows anything.
    """
    if head[4:8] == b"ftyp":
        return VOICE
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    return PNG if head.startswith(b"\x89PNG\r\n\x1a\n") else UNKNOWN
