"""What a backup says of itself: written last, so that a folder without it is no backup.

``manifest.json`` beside the database's copy, ``blobs.tsv`` (name and size of each photo) and ``blobs/ab/<sha256>``.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from server.codec import read, write
from shared.errors import MalformedError
from shared.ids import Epoch, Sha256, is_sha256

NAME, LIST = "manifest.json", "blobs.tsv"
SQLITE, POSTGRESQL = "sqlite", "postgresql"
FORMAT = 1
_FOLDER = re.compile(r"\d{8}T\d{6}Z(-\d+)?")
_CHUNK = 1 << 20


class BackupError(ValueError):
    """A folder is no whole backup, or one that does not fit; the sentence says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One backup. ``missing`` names photos that the database counts as stored and that were not to be had."""

    made_at: datetime
    epoch: Epoch
    kind: str
    revision: str
    database: str
    database_bytes: int
    database_sha256: Sha256
    blobs: int
    blob_bytes: int
    blob_list_sha256: Sha256
    tables: dict[str, int] = field(default_factory=dict)
    tools: dict[str, str] = field(default_factory=dict)
    missing: tuple[Sha256, ...] = ()
    format: int = FORMAT


def folder_name(moment: datetime, beside: Path) -> str:
    """Name a new backup by its moment in UTC; a second one in the same second is numbered."""
    name = moment.strftime("%Y%m%dT%H%M%SZ")
    taken = {path.name for path in beside.glob(f"{name}*")}
    return next(one for one in (name, *(f"{name}-{number}" for number in range(2, 99))) if one not in taken)


def whole_backups(folder: Path) -> list[Path]:
    """List the whole backups in a folder, oldest first; what a cut backup left is none."""
    found = (path for path in folder.glob("*/") if _FOLDER.fullmatch(path.name) and (path / NAME).is_file())
    return sorted(found, key=_order)


def find_backup(folder: Path) -> Path:
    """Return ``folder`` if it is a backup, else the newest backup in it.

    Raises:
        BackupError: there is none.
    """
    if (folder / NAME).is_file():
        return folder
    whole = whole_backups(folder)
    if not whole:
        raise BackupError(f"{folder} is no backup and holds none (a backup has a {NAME})")
    return whole[-1]


def read_manifest(backup: Path) -> Manifest:
    """Read what a backup says of itself.

    Raises:
        BackupError: it cannot be read, or a newer server wrote it.
    """
    try:
        found = read(Manifest, (backup / NAME).read_bytes())
    except (OSError, MalformedError) as error:
        raise BackupError(f"{backup / NAME} cannot be read: {error}") from error
    if found.format != FORMAT:
        raise BackupError(f"{backup} was made by a newer server (format {found.format})")
    return found


def write_manifest(backup: Path, manifest: Manifest) -> None:
    """Write the manifest, durably; the last file of a backup."""
    with (backup / NAME).open("wb") as file:
        file.write(write(manifest) + b"\n")
        file.flush()
        os.fsync(file.fileno())


def must_be_whole(backup: Path, manifest: Manifest) -> None:
    """Compare the database's copy and the list of photos with the manifest, byte by byte.

    Raises:
        BackupError: a file is missing or another than was written.
    """
    for name, wanted in ((manifest.database, manifest.database_sha256), (LIST, manifest.blob_list_sha256)):
        path = backup / Path(name).name
        if not path.is_file():
            raise BackupError(f"{path} is missing")
        if hash_of(path) != wanted:
            raise BackupError(f"{path} is not what the backup wrote: its hash differs")


def blob_path(backup: Path, name: Sha256) -> Path:
    """Return where a backup keeps a photo."""
    return backup / "blobs" / name[:2] / name


def write_list(backup: Path, files: Iterable[tuple[Sha256, int]]) -> tuple[int, int, Sha256]:
    """Write names and sizes, durably; returns how many, their bytes and the list's hash."""
    count = total = 0
    digest = hashlib.sha256()
    with (backup / LIST).open("wb") as file:
        for name, size_bytes in files:
            line = f"{name}\t{size_bytes}\n".encode()
            file.write(line)
            digest.update(line)
            count, total = count + 1, total + size_bytes
        file.flush()
        os.fsync(file.fileno())
    return count, total, Sha256(digest.hexdigest())


def listed_blobs(backup: Path, file_name: str = LIST) -> Iterator[tuple[Sha256, int]]:
    """Yield name and size of each photo of a backup, sorted by name.

    Raises:
        BackupError: a line is not what the backup writes.
    """
    with (backup / file_name).open(encoding="ascii") as file:
        for line in file:
            name, _, size = line.rstrip("\n").partition("\t")
            if not is_sha256(name) or not size.isdigit():
                raise BackupError(f"{backup / LIST} has a line that is no photo: {line.strip()[:100]!r}")
            yield Sha256(name), int(size)


def hash_of(path: Path) -> Sha256:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return Sha256(digest.hexdigest())


def _order(path: Path) -> tuple[str, int]:
    name, _, number = path.name.partition("-")
    return name, int(number or 1)
