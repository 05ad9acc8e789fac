"""Walks database and photos and tells of every disagreement, with what it means and what to do.

Nothing is changed. A server may go on meanwhile: what looks wrong between two steps of an upload is looked at again
before it is told. Findings come as they are found, so that a million records take no more memory than a thousand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from server import migrations
from server.files import ROTTEN, BlobStore
from server.store import ServerStore
from server.store.audit import (
    Finding,
    database_findings,
    feed_findings,
    partial_rows,
    photo_row_findings,
    receipt_findings,
    record_findings,
    reference_findings,
    stored_rows,
)
from server.store.blob import IDLE, find_blob
from server.store.logbook import chain_findings
from server.store.pushed import pushed_findings
from shared.errors import UnknownRecordError
from shared.ids import Sha256

_CHUNK = 1 << 20
_LATE = IDLE + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a kind of finding means and what to do; ``is_wrong`` is not set where it is only worth knowing."""

    means: str
    to_do: str
    is_wrong: bool = True


_REPORT = "report it with this line; restoring the last proved backup heals it"
_FROM_BACKUP = "copy it from a backup's blobs/ folder; without one: `rounds check --mend`, then `rounds epoch new`"
_TAMPERED = "compare with an export or a backup from before; somebody wrote to the database past the server"
MEANINGS = {
    "database-damaged": Meaning("the database file is damaged", "stop the server and restore the last proved backup"),
    "database-schema": Meaning("the schema is not this version's", "run `rounds migrate`"),
    "record-body": Meaning("a record cannot be read", "restore it from a backup; report it with this line"),
    "record-columns": Meaning("lists and filters show something else than the record says", _REPORT),
    "feed-missing": Meaning("tablets do not get this record", _REPORT),
    "feed-gone": Meaning("tablets are told of a record that is gone", _REPORT),
    "feed-rev": Meaning("tablets are told of another revision", _REPORT),
    "feed-record": Meaning("tablets are told of a record that does not exist", _REPORT),
    "feed-scope": Meaning("tablets get a record of another site", _REPORT),
    "scope-seq": Meaning("the next changes of this scope cannot be written", _REPORT),
    "ref-record": Meaning(
        "a photo is said to belong to a record that does not exist", "harmless: nobody can see it so"
    ),
    "ref-missing": Meaning("nobody can open a photo that a record names", _REPORT),
    "photo-waiting": Meaning("a photo has not arrived yet", "let the tablet sync", is_wrong=False),
    "photo-overdue": Meaning(
        "a photo has not arrived for fourteen days", "look for the tablet on the office's tablets page and let it sync"
    ),
    "blob-row": Meaning("a photo counts as stored, but not all of it as received", _FROM_BACKUP),
    "blob-missing": Meaning("a photo that counts as stored is not there", _FROM_BACKUP),
    "blob-size": Meaning("a stored photo has another size than it should", _FROM_BACKUP),
    "blob-hash": Meaning("a stored photo is damaged", _FROM_BACKUP),
    "blob-unknown": Meaning(
        "a whole photo lies here that the database does not know", "`rounds check --mend` makes it known again"
    ),
    "part-stale": Meaning("bytes of an upload that ended long ago were not swept", "is `rounds work` running?"),
    "part-missing": Meaning(
        "the bytes of an upload under way are gone", "nothing: the tablet begins it anew by itself", is_wrong=False
    ),
    "chain-row": Meaning("a row of who did what was changed", _TAMPERED),
    "chain-gap": Meaning("rows of who did what were removed", _TAMPERED),
    "chain-link": Meaning("a row of who did what was put in between, or exchanged", _TAMPERED),
    "chain-end": Meaning("the last rows of who did what were removed or exchanged", _TAMPERED),
    "chain-receipts": Meaning("what a tablet pushed was changed afterwards, or a clock was set back", _TAMPERED),
    "receipt-open": Meaning("an operation has no outcome", "restart the server; the tablet asks again by itself"),
    "letter-applied": Meaning(
        "a letter waits although its operation was applied", "set it aside on the office's page of letters"
    ),
}


def check(store: ServerStore, blobs: BlobStore, *, is_quick: bool = False) -> Iterator[Finding]:
    """Yield every disagreement; with ``is_quick`` photos are compared by size only and SQLite's pages less thoroughly.

    Raises:
        BlobStoreError: the photos cannot be reached.
    """
    blobs.reach()
    other = list(_schema(store))
    yield from other
    if other:
        return  # another schema cannot be read by this version's queries
    yield from database_findings(store, is_quick=is_quick)
    yield from record_findings(store)
    yield from feed_findings(store)
    yield from reference_findings(store)
    yield from receipt_findings(store)
    yield from chain_findings(store)
    yield from pushed_findings(store)
    yield from photo_row_findings(store)
    yield from _stored(store, blobs, is_quick=is_quick)
    yield from _partial(store, blobs)


def is_wrong(finding: Finding) -> bool:
    """Tell whether a finding is a disagreement, or only worth knowing."""
    return MEANINGS[finding.code].is_wrong


def _schema(store: ServerStore) -> Iterator[Finding]:
    found = migrations.revision_of(store.engine)
    if found != migrations.head():
        yield Finding("database-schema", "database", f"revision {found}, this server's is {migrations.head()}")


def _stored(store: ServerStore, blobs: BlobStore, *, is_quick: bool) -> Iterator[Finding]:
    """Walk rows and files side by side, both sorted by name."""
    rows, files = stored_rows(store), blobs.stored()
    row, file = next(rows, None), next(files, None)
    while row or file:
        if file is None or (row is not None and row[0] < file[0]):
            if row and not blobs.has(row[0]):
                yield Finding("blob-missing", f"photo {row[0]}", f"{row[1]} bytes")
            row = next(rows, None)
        elif row is None or file[0] < row[0]:
            yield from _unknown(store, blobs, *file)
            file = next(files, None)
        else:
            yield from _compared(blobs, row[0], row[1], file[1], is_quick=is_quick)
            row, file = next(rows, None), next(files, None)


def _unknown(store: ServerStore, blobs: BlobStore, name: Sha256, size_bytes: int) -> Iterator[Finding]:
    """A photo may have come since its page of rows was read; then its row is there by now."""
    with store.reading() as tx:
        known = find_blob(tx, name)
    if known and known.is_stored:
        yield from _compared(blobs, name, known.size_bytes, size_bytes, is_quick=True)
    else:
        yield Finding("blob-unknown", f"photo {name}", f"{size_bytes} bytes")


def _compared(blobs: BlobStore, name: Sha256, wanted: int, found: int, *, is_quick: bool) -> Iterator[Finding]:
    if wanted != found:
        yield Finding("blob-size", f"photo {name}", f"{found} bytes instead of {wanted}")
    elif not is_quick and (hashed := hash_blob(blobs, name)) != name:
        yield Finding("blob-hash", f"photo {name}", f"its bytes hash to {hashed}" if hashed else "it cannot be read")


def hash_blob(blobs: BlobStore, name: Sha256) -> str:
    """Return the SHA-256 of a stored photo's bytes; empty if it is not there any more, or the disk cannot read it."""
    digest = hashlib.sha256()
    try:
        with blobs.open(name) as file:
            while piece := file.read(_CHUNK):
                digest.update(piece)
    except UnknownRecordError:
        return ""
    except OSError as error:
        if error.errno not in ROTTEN:
            raise
        return ""
    return digest.hexdigest()


def _partial(store: ServerStore, blobs: BlobStore) -> Iterator[Finding]:
    """Uploads under way are few: their names are held in memory."""
    with store.reading() as tx:
        now = tx.now
    touched: dict[Sha256, datetime] = {}
    for name, touched_at in blobs.parts():
        touched[name] = max(touched_at, touched.get(name, touched_at))
    for name, touched_at in sorted(touched.items()):
        if touched_at <= now - _LATE:
            yield Finding("part-stale", f"photo {name}", f"last written {touched_at:%Y-%m-%d}")
    for name, received, touched_at in partial_rows(store):
        if received and name not in touched and not blobs.has(name):
            yield Finding("part-missing", f"photo {name}", f"{received} bytes, last moved {touched_at:%Y-%m-%d}")
