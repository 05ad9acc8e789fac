"""Photo bytes, named by their SHA-256: a port and its twin on local disk.

How much of a file has arrived is the database's to say (``store.blob``); here are only bytes. Parts are written where
they belong, checked whole, made durable and renamed: a reader sees a whole file or none.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from shared.errors import ChecksumMismatchError, StorageFullError, UnknownRecordError
from shared.ids import Sha256

JPEG, PNG, UNKNOWN = "image/jpeg", "image/png", "application/octet-stream"
_CHUNK = 1 << 20


class BlobStore(Protocol):
    """Keeps files by the SHA-256 of their bytes; a stored file never changes."""

    def write_part(self, name: Sha256, offset: int, data: bytes) -> None:
        """Write bytes of a file that is arriving.

        Raises:
            StorageFullError: no space left.
        """

    def finish(self, name: Sha256, size_bytes: int) -> str:
        """Check the parts against their name, make the file durable and visible, and return what it is by its content.

        Finishing a stored file again changes nothing.

        Raises:
            ChecksumMismatchError: the bytes are others; they are thrown away.
            StorageFullError: no space left.
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

    def names(self) -> Iterator[Sha256]:
        """Yield the names of all stored files, in no order."""


class LocalBlobStore:
    """Keeps files in a folder: ``partial/<sha256>`` while they arrive, ``stored/ab/cd/<sha256>`` for good."""

    def __init__(self, root: Path) -> None:
        self._partial = root / "partial"
        self._stored = root / "stored"
        self._partial.mkdir(parents=True, exist_ok=True)
        self._stored.mkdir(parents=True, exist_ok=True)

    def path(self, name: Sha256) -> Path:
        """Return where a stored file lies."""
        return self._stored / name[:2] / name[2:4] / name

    def write_part(self, name: Sha256, offset: int, data: bytes) -> None:
        with _full_disk_is_an_error(), _opened(self._partial / name, os.O_WRONLY | os.O_CREAT) as file:
            written = 0
            while written < len(data):
                written += os.pwrite(file, memoryview(data)[written:], offset + written)

    def finish(self, name: Sha256, size_bytes: int) -> str:
        target, part = self.path(name), self._partial / name
        if target.exists():
            part.unlink(missing_ok=True)
            return _kind_of(target)
        with _full_disk_is_an_error():
            if not part.exists() and size_bytes == 0:
                part.touch()
            if not part.exists() or _hash_of(part, size_bytes) != name:
                self.discard_part(name)
                raise ChecksumMismatchError(sha256=name)
            target.parent.mkdir(parents=True, exist_ok=True)
            part.replace(target)
            for folder in (target.parent, target.parent.parent, self._stored):
                _sync_folder(folder)
        return _kind_of(target)

    def discard_part(self, name: Sha256) -> None:
        (self._partial / name).unlink(missing_ok=True)

    def has(self, name: Sha256) -> bool:
        return self.path(name).exists()

    def open(self, name: Sha256) -> BinaryIO:
        try:
            return self.path(name).open("rb")
        except FileNotFoundError as error:
            raise UnknownRecordError(kind="blob", id=name) from error

    def names(self) -> Iterator[Sha256]:
        for path in self._stored.glob("??/??/*"):
            yield Sha256(path.name)


def kind_of(head: bytes) -> str:
    """Tell what a file is by its first bytes; whatever it is called, only pictures are ever shown in a page."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    return PNG if head.startswith(b"\x89PNG\r\n\x1a\n") else UNKNOWN


def _kind_of(path: Path) -> str:
    with path.open("rb") as file:
        return kind_of(file.read(16))


def _hash_of(part: Path, size_bytes: int) -> str:
    """Make the part durable and return the hash of its first ``size_bytes`` bytes; longer leftovers are cut off."""
    digest = hashlib.sha256()
    with part.open("r+b") as file:
        if part.stat().st_size > size_bytes:
            file.truncate(size_bytes)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
        os.fsync(file.fileno())
    return digest.hexdigest() if part.stat().st_size == size_bytes else ""


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), 0o640)
    try:
        yield file
    finally:
        os.close(file)


def _sync_folder(folder: Path) -> None:
    with _opened(folder, os.O_RDONLY) as file:
        os.fsync(file)


@contextmanager
def _full_disk_is_an_error() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageFullError from error
        raise
