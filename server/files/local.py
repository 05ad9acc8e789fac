"""Photo bytes in a folder of this machine.

``partial/<sha256>`` while a file arrives, ``stored/ab/<sha256>`` for good (``stored/ab/cd/<sha256>`` those of the first
version), ``thumbs/ab/<sha256>.jpg`` small copies, ``aside/`` what turned out to be damaged. A file that is here whole is
hashed while it is in memory, written beside, renamed and made durable: two fsyncs, file and folder, which one commit of
the file system's journal serves because the name is there before the first; the folders are made before they are needed.
Parts are written where they belong and checked at the end. A power cut may leave a torn file that no row calls stored:
whatever lies under a name already is hashed, and made durable, before it is trusted.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from server.files.disk import is_linked, sync
from server.files.port import HEAD_BYTES, ROTTEN, BlobStoreError, kind_of
from shared.errors import ChecksumMismatchError, StorageFullError, UnknownRecordError
from shared.ids import Sha256, is_sha256

_CHUNK = 1 << 20
_MODE = 0o640
_LEAST_FREE = 64 << 20
_FOLDERS = 256


class LocalBlobStore:
    """Keeps files in a folder; any number of threads and processes may share it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._partial = root / "partial"
        self._stored = root / "stored"
        self._thumbs = root / "thumbs"
        with _told(root):
            self._partial.mkdir(parents=True, exist_ok=True)
            self._stored.mkdir(parents=True, exist_ok=True)

    def path(self, name: Sha256) -> Path:
        """Return where a stored file lies, or is to lie."""
        path = Path(f"{self._stored}/{name[:2]}/{name}")
        earlier = Path(f"{self._stored}/{name[:2]}/{name[2:4]}/{name}")
        return earlier if not path.exists() and earlier.exists() else path

    def put(self, name: Sha256, data: bytes) -> str:
        if hashlib.sha256(data).hexdigest() != name:
            raise ChecksumMismatchError(sha256=name)
        with _told(self._root):
            path = self.path(name)
            if not self._is_whole(name, path):
                self._write_in(self._own(name), path, data)
        return kind_of(data[:HEAD_BYTES])

    def take(self, name: Sha256, path: Path) -> None:
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != name:
                raise ChecksumMismatchError(sha256=name)
        with _told(self._root):
            if self._is_whole(name, self.path(name)):
                return
            fresh = self._own(name)
            fresh.unlink(missing_ok=True)  # what a process of our number left behind
            if not is_linked(path, fresh):
                _write(fresh, path.read_bytes())
            self._move_in(fresh, self.path(name))

    def write_part(self, name: Sha256, offset: int, data: bytes) -> None:
        with _told(self._root), _current(self._partial / name, os.O_WRONLY | os.O_CREAT, fcntl.LOCK_SH) as file:
            written = 0
            while written < len(data):
                written += os.pwrite(file, memoryview(data)[written:], offset + written)

    def finish(self, name: Sha256, size_bytes: int) -> str:
        part = self._partial / name
        with _told(self._root):
            if self._is_whole(name, self.path(name)):
                part.unlink(missing_ok=True)
                return _kind_of(self.path(name))
        # Under the lock nobody writes to the part between its hash and its name: what was checked is what is stored.
        with _told(self._root), _current(part, os.O_RDWR | os.O_CREAT, fcntl.LOCK_EX) as file:
            if _hash_of(file, size_bytes) != name:
                part.unlink(missing_ok=True)
                raise ChecksumMismatchError(sha256=name)
            self._move_in(part, self.path(name))
        return _kind_of(self.path(name))

    def discard_part(self, name: Sha256) -> None:
        with _told(self._root):
            for path in (self._partial / name, *self._partial.glob(f"{name}.*")):
                path.unlink(missing_ok=True)

    def has(self, name: Sha256) -> bool:
        return self.path(name).exists()

    def open(self, name: Sha256) -> BinaryIO:
        with _told(self._root):
            try:
                return self.path(name).open("rb")
            except FileNotFoundError as error:
                raise UnknownRecordError(kind="blob", id=name) from error

    def stored(self) -> Iterator[tuple[Sha256, int]]:
        with _told(self._root):
            for folder in filter(Path.is_dir, _sorted(self._stored)):
                found = {path.name: path for path in folder.glob("*/*")} | {
                    path.name: path for path in folder.iterdir()
                }
                for name in sorted(found):
                    if is_sha256(name):
                        yield Sha256(name), found[name].stat().st_size

    def parts(self) -> Iterator[tuple[Sha256, datetime]]:
        with _told(self._root):
            for path in _sorted(self._partial):
                with contextlib.suppress(FileNotFoundError):
                    yield Sha256(path.name[:64]), datetime.fromtimestamp(path.stat().st_mtime, UTC)

    def set_aside(self, name: Sha256) -> str:
        target = self._root / "aside" / name
        with _told(self._root):
            target.parent.mkdir(exist_ok=True)
            try:
                self.path(name).replace(target)
            except FileNotFoundError as error:
                raise UnknownRecordError(kind="blob", id=name) from error
            sync(self.path(name).parent)
        return str(target)

    def thumb(self, name: Sha256) -> bytes | None:
        with contextlib.suppress(FileNotFoundError), _told(self._root):
            return self._thumb_path(name).read_bytes()
        return None

    def keep_thumb(self, name: Sha256, data: bytes) -> None:
        path = self._thumb_path(name)
        fresh = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        with _told(self._root):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(fresh, data)
            sync(fresh)
            fresh.replace(path)  # two threads may draw the same one; either is right

    def path_of(self, name: Sha256) -> Path | None:
        path = self.path(name)
        return path if path.exists() else None

    def reach(self) -> None:
        with _told(self._root):
            for folder in (self._partial, self._stored):
                if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                    raise PermissionError(errno.EACCES, "may not be written", str(folder))
            self._make_folders()
        if shutil.disk_usage(self._root).free < _LEAST_FREE:
            raise StorageFullError

    def _make_folders(self) -> None:
        """Make the folders of stored files at once, so that no photo has to wait for its folder to be durable."""
        if sum(1 for _ in self._stored.iterdir()) < _FOLDERS:
            for number in range(_FOLDERS):
                (self._stored / f"{number:02x}").mkdir(exist_ok=True)
            sync(self._stored)

    def _own(self, name: Sha256) -> Path:
        """Name a file beside that no other thread or process writes to."""
        return self._partial / f"{name}.{os.getpid()}-{threading.get_ident()}"

    def _thumb_path(self, name: Sha256) -> Path:
        return self._thumbs / name[:2] / f"{name}.jpg"

    def _is_whole(self, name: Sha256, path: Path) -> bool:
        """Tell whether the file at ``path`` is there and is what its name says; it is durable then."""
        try:
            with path.open("rb") as file:
                is_whole = hashlib.file_digest(file, "sha256").hexdigest() == name
        except FileNotFoundError:
            return False
        except OSError as error:
            if error.errno not in ROTTEN:
                raise
            return False  # what cannot be read may be replaced
        if is_whole:
            sync(path)
            sync(path.parent)
        return is_whole

    def _write_in(self, fresh: Path, target: Path, data: bytes) -> None:
        """Write a file beside, give it its name and make both durable; nothing half-written is left where that fails."""
        try:
            with _opened(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                _write_all(file, data)
                is_new = self._make_folder(target.parent)
                fresh.replace(target)
                os.fsync(file)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        self._sync_name(target, is_new=is_new)

    def _move_in(self, source: Path, target: Path) -> None:
        """Give a whole file its name and make both durable."""
        is_new = self._make_folder(target.parent)
        source.replace(target)
        sync(target)
        self._sync_name(target, is_new=is_new)

    def _make_folder(self, folder: Path) -> bool:
        is_new = not folder.exists()
        if is_new:
            folder.mkdir(parents=True, exist_ok=True)
        return is_new

    def _sync_name(self, target: Path, *, is_new: bool) -> None:
        """Make a file's name durable, and a new folder's own entry in its parent."""
        sync(target.parent)
        if is_new:
            sync(self._stored)


def _kind_of(path: Path) -> str:
    with path.open("rb") as file:
        return kind_of(file.read(HEAD_BYTES))


def _write(path: Path, data: bytes) -> None:
    """Write a file; nothing half-written is left where that fails."""
    try:
        with _opened(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
            _write_all(file, data)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _write_all(file: int, data: bytes) -> None:
    written = 0
    while written < len(data):
        written += os.write(file, memoryview(data)[written:])


def _hash_of(file: int, size_bytes: int) -> str:
    """Return the hash of the first ``size_bytes`` bytes of a part; longer leftovers are cut off."""
    found = os.fstat(file).st_size
    if found < size_bytes:
        return ""
    if found > size_bytes:
        os.ftruncate(file, size_bytes)
    digest, offset = hashlib.sha256(), 0
    while chunk := os.pread(file, _CHUNK, offset):
        digest.update(chunk)
        offset += len(chunk)
    return digest.hexdigest()


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), _MODE)
    try:
        yield file
    finally:
        os.close(file)


@contextmanager
def _current(path: Path, flags: int, lock: int) -> Iterator[int]:
    """Open a part and lock it; one that was moved or thrown away while we waited is opened anew.

    The lock is held while bytes are written or checked, never across a request, and dies with its process.
    """
    while True:
        with _opened(path, flags) as file:
            fcntl.flock(file, lock)
            if os.fstat(file).st_ino == _inode(path):
                yield file
                return


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return 0


def _sorted(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


@contextmanager
def _told(root: Path) -> Iterator[None]:
    """Turn what a disk refuses into errors that clients wait for; a missing file stays what it is."""
    try:
        yield
    except FileNotFoundError as error:
        if root.is_dir():
            raise
        reason = f"the photo folder {root} is not there"
        raise BlobStoreError("the photo folder is not there", reason, is_lasting=True) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise StorageFullError from error
        reason = f"the photo folder {root} cannot be used: {error.strerror or error}"
        raise BlobStoreError("the photo folder cannot be used", reason, is_lasting=True) from error
