"""Proves that the newest backup can be restored: in a scratch place, with counts and hashes compared.

The verdict is kept in the live database; the office's first page shows it.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from sqlalchemy.engine import make_url

from server.check import check, is_wrong
from server.config import Config, sqlite_url
from server.db import DATABASE_ERRORS, make_engine
from server.files import LocalBlobStore
from server.lock import held
from server.manifest import SQLITE, BackupError, Manifest, find_backup, read_manifest
from server.restore import restore
from server.store import ServerStore
from server.store.aside import scratch_database
from server.store.proof import Proof, record_proof
from server.system import SystemClock, SystemIds
from shared.errors import RoundsError

_TOLD = 5
_PREFIX = ".drill-place-"


class DrillUnderWayError(OSError):
    """Somebody else drills these backups now; that drill gives the verdict."""


def drill(
    config: Config, store: ServerStore, folder: Path, *, scratch: Path | None, tell: Callable[[str], None]
) -> Proof:
    """Restore the newest backup in ``folder`` to a scratch place, check it, and record the verdict.

    The scratch place is a folder within ``scratch`` (default: beside the backup, where photos are hard links), on
    PostgreSQL also a database beside the live one. Both are gone at the end. A failure is a verdict, not an error.

    Raises:
        DrillUnderWayError: another drill holds the scratch place; nothing is recorded.
        StorageFullError, BusyError: the verdict could not be written.
    """
    backup, manifest, reason = folder, None, ""
    try:
        backup = find_backup(folder)
        manifest = read_manifest(backup)
        tell(f"restoring {backup} to a scratch place")
        reason = _why_not(config, backup, manifest, scratch or backup.parent)
    except DrillUnderWayError:
        raise
    except (RoundsError, ValueError, OSError, *DATABASE_ERRORS) as error:
        reason = str(error)
    made_at = manifest.made_at if manifest else None
    with store.writing() as tx:
        return record_proof(tx, Proof(tx.now, backup.name, made_at, is_good=not reason, reason=reason))


def _why_not(config: Config, backup: Path, manifest: Manifest, scratch: Path) -> str:
    """Return what is wrong with a backup, empty if nothing is."""
    if manifest.missing:
        return f"{len(manifest.missing)} photos were missing when the backup was made; run `rounds check`"
    with _scratch(config, manifest, scratch) as place:
        blobs = LocalBlobStore(place.home / "blobs")
        lost = restore(place, blobs, backup, tell=lambda _line: None).lost
        if lost:
            return f"{len(lost)} photos are missing or damaged in the backup: {', '.join(lost[:_TOLD])}"
        engine = make_engine(place.database_url)
        try:
            copy = ServerStore(engine, SystemClock(), SystemIds())
            # Every photo was hashed a moment ago, when it was restored: sizes are enough now.
            wrong = (finding for finding in check(copy, blobs, is_quick=True) if is_wrong(finding))
            found = [f"{one.code} {one.about} {one.facts}".strip() for one in islice(wrong, _TOLD)]
        finally:
            engine.dispose()
    return "; ".join(found)


@contextmanager
def _scratch(config: Config, manifest: Manifest, folder: Path) -> Iterator[Config]:
    """Give an empty place of the backup's kind, gone at the end."""
    with _alone(folder):  # nobody else drills here, so what a killed drill left may go
        for left in folder.glob(f"{_PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)
        with _place(config, manifest, Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))) as place:
            yield place


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(held(folder / ".drill.lock"))
        except BlockingIOError as error:
            raise DrillUnderWayError(f"another drill in {folder} is under way; its verdict counts") from error
        yield


@contextmanager
def _place(config: Config, manifest: Manifest, home: Path) -> Iterator[Config]:
    place = replace(config, home=home, blobs=None, database_url=sqlite_url(home))
    try:
        if manifest.kind == SQLITE:
            yield place
            return
        url = make_url(config.database_url)
        if url.get_backend_name() == "sqlite":
            raise BackupError("the backup is of postgresql; set ROUNDS_DB to the PostgreSQL server to drill it")
        engine = make_engine(config.database_url)
        name = f"rounds_drill_{secrets.token_hex(4)}"
        try:
            with scratch_database(engine, name):
                address = url.set(database=name).render_as_string(hide_password=False)
                yield replace(place, database_url=address)
        finally:
            engine.dispose()
    finally:
        shutil.rmtree(home, ignore_errors=True)
