"""Brings a backup back: photos first, then the database that names them, then a new generation, always.

Nothing is overwritten: without ``is_forced`` a place that holds anything is refused, with it the old database is set
aside. Photos that are here already stay, so that those which came after the backup need not be sent again; each is
hashed, and a damaged one is set aside and replaced. A photo that is whole neither in the backup nor here stops nothing:
the database forgets that it ever had it, so that no tablet deletes its own and those that hold it send it again.
A restore that ends half way leaves nothing that goes on under the old generation (``server.swap``).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from server import migrations
from server.check import hash_blob
from server.config import Config
from server.db import make_engine
from server.files import HEAD_BYTES, ROTTEN, BlobStore, kind_of
from server.generation import forget_mark, marked_epoch, settle_generation
from server.lock import held
from server.manifest import (
    SQLITE,
    BackupError,
    Manifest,
    blob_path,
    hash_of,
    listed_blobs,
    must_be_whole,
    read_manifest,
)
from server.store import ServerStore
from server.store.aside import has_tables
from server.store.blob import find_blobs, store_whole
from server.store.chain import Entry
from server.store.generation import begin_epoch
from server.swap import bring_database
from server.system import SystemClock, SystemIds
from shared.errors import ChecksumMismatchError
from shared.ids import Epoch, Sha256

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. ``set_aside`` names where the old database lies, ``adopted`` counts photos that were here.

    ``lost`` names the photos that are whole neither in the backup nor here; the database has forgotten them.
    """

    epoch: Epoch
    manifest: Manifest
    copied: int
    adopted: int
    damaged: int
    set_aside: str
    lost: tuple[Sha256, ...] = ()


def restore(
    config: Config, blobs: BlobStore, backup: Path, *, is_forced: bool = False, tell: Callable[[str], None]
) -> Restored:
    """Put database and photos of ``backup`` in their places, bring the schema up to date and begin a new generation.

    The servers must be stopped: a running one on SQLite is noticed and refused.

    Raises:
        BackupError: the backup's database or list is not whole, of the other kind of database, or its counts differ.
        FileExistsError: the place holds a database and ``is_forced`` was not said.
        NewerDatabaseError: a newer server made the backup.
        BlobStoreError, OSError: a disk, the photo store or ``pg_restore`` refused; the old database is in its place.
    """
    manifest = read_manifest(backup)
    url = make_url(config.database_url)
    must_be_whole(backup, manifest)
    migrations.must_know(manifest.revision)
    if (url.get_backend_name() == "sqlite") is not (manifest.kind == SQLITE):
        raise BackupError(f"the backup is of {manifest.kind}, ROUNDS_DB names {url.get_backend_name()}")
    config.home.mkdir(parents=True, exist_ok=True)
    with _no_server(url):
        tell(f"backup of {manifest.made_at.isoformat(timespec='seconds')}: {manifest.blobs} photos")
        _must_be_free(config, url, is_forced=is_forced)
        photos = _bring_blobs(blobs, backup, manifest)
        _tell_photos(photos, tell)
        set_aside = bring_database(config, backup, manifest, photos.lost)
        if set_aside:
            tell(f"the old database is set aside: {set_aside}")
        engine = make_engine(config.database_url)
        try:
            store = ServerStore(engine, SystemClock(), SystemIds())
            migrations.upgrade(engine)
            adopted = _adopt(store, blobs)
            with store.writing() as tx:
                epoch = begin_epoch(tx, marked_epoch(config.home))
                tx.say(Entry("restore", about=(("backup", manifest.made_at.isoformat()),), origin="command"))
            forget_mark(config.home)
            settle_generation(store, config.home)
        finally:
            engine.dispose()
    tell(f"new generation {epoch}: every tablet sends again what it still holds")
    return Restored(epoch, manifest, photos.copied, adopted, photos.damaged, set_aside, tuple(photos.lost))


# ---- photos


@dataclass(slots=True)
class _Photos:
    """What became of a backup's photos: brought, whole here already, here damaged and replaced, whole nowhere."""

    copied: int = 0
    here: int = 0
    damaged: int = 0
    lost: list[Sha256] = field(default_factory=list)


def _bring_blobs(blobs: BlobStore, backup: Path, manifest: Manifest) -> _Photos:
    if manifest.blobs and not (backup / "blobs").is_dir():
        raise BackupError(f"{backup / 'blobs'} is missing; make an empty folder there to restore without any photo")
    photos = _Photos(lost=[name for name in manifest.missing if hash_blob(blobs, name) != name])
    for name, _ in listed_blobs(backup):
        if hash_blob(blobs, name) == name:
            photos.here += 1
            continue
        is_damaged = blobs.has(name)
        if _is_brought(blobs, blob_path(backup, name), name, is_damaged=is_damaged):
            photos.copied, photos.damaged = photos.copied + 1, photos.damaged + is_damaged
        else:
            photos.lost.append(name)
    return photos


def _is_brought(blobs: BlobStore, copy: Path, name: Sha256, *, is_damaged: bool) -> bool:
    """Store a photo from the backup; tells whether its copy is whole, and touches nothing that is here if not."""
    try:
        if is_damaged:
            if hash_of(copy) != name:  # often the very same file, by hard link
                return False
            blobs.set_aside(name)
        blobs.take(name, copy)
    except (ChecksumMismatchError, FileNotFoundError):
        return False
    except OSError as error:
        if error.errno not in ROTTEN:
            raise
        return False
    return True


def _tell_photos(photos: _Photos, tell: Callable[[str], None]) -> None:
    tell(f"photos: {photos.copied} brought, {photos.here} here already, {photos.damaged} damaged ones here replaced")
    for name in photos.lost:
        tell(f"photo {name}: missing or damaged in the backup, and not here whole")
    if photos.lost:
        tell(f"{len(photos.lost)} photos are forgotten, so that tablets that still hold them send them again")


def _adopt(store: ServerStore, blobs: BlobStore) -> int:
    """Make known again the photos that came after the backup and lie here still; only what hashes to its name."""
    adopted = 0
    page: list[tuple[Sha256, int]] = []
    for entry in blobs.stored():
        page.append(entry)
        if len(page) == _PAGE:
            adopted, page = adopted + _adopt_page(store, blobs, page), []
    return adopted + _adopt_page(store, blobs, page)


def _adopt_page(store: ServerStore, blobs: BlobStore, page: list[tuple[Sha256, int]]) -> int:
    with store.reading() as tx:
        known = find_blobs(tx, [name for name, _ in page])
    strange = [(name, size) for name, size in page if name not in known or not known[name].is_stored]
    whole = [(name, size, _kind(blobs, name)) for name, size in strange if hash_blob(blobs, name) == name]
    with store.writing() as tx:
        for name, size, mime in whole:
            store_whole(tx, name, size, mime)
    return len(whole)


def _kind(blobs: BlobStore, name: Sha256) -> str:
    with blobs.open(name) as file:
        return kind_of(file.read(HEAD_BYTES))


# ---- the database


def _must_be_free(config: Config, url: URL, *, is_forced: bool) -> None:
    if is_forced:
        return
    if url.get_backend_name() == "sqlite":
        is_taken = Path(str(url.database)).exists()
    else:
        engine = make_engine(config.database_url)
        is_taken = has_tables(engine)
        engine.dispose()
    if is_taken:
        where = url.render_as_string(hide_password=True)
        raise FileExistsError(f"there is a database already: {where}; --force sets it aside and goes on")


@contextlib.contextmanager
def _no_server(url: URL) -> Iterator[None]:
    """Keep servers off a SQLite file meanwhile; ``rounds serve`` holds the same lock."""
    if url.get_backend_name() != "sqlite":
        yield
        return
    target = Path(str(url.database))
    try:
        with held(target.with_name(f"{target.name}.serving")):
            yield
    except BlockingIOError as error:
        raise BackupError(f"a server runs on {target}; stop it first") from error
