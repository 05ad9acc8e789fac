"""Photo bytes, named by their SHA-256: a port and its twins on local disk and in an S3-compatible store.

How much of a file has arrived is the database's to say (``server.store.blob``); here are only bytes.

Invariant: what a row calls stored is durable, hashes to its name and never changes; a reader sees a whole file or none.
Invariant: nothing is remembered between calls, so that any number of processes may share one place.

Start in ``port`` · ``local`` a folder · ``s3`` a bucket.
"""

from __future__ import annotations

from pathlib import Path

from server.config import S3Place
from server.files.disk import is_linked, sync
from server.files.local import LocalBlobStore
from server.files.port import HEAD_BYTES, JPEG, PNG, ROTTEN, UNKNOWN, VOICE, BlobStore, BlobStoreError, kind_of

__all__ = [
    "HEAD_BYTES",
    "JPEG",
    "PNG",
    "ROTTEN",
    "UNKNOWN",
    "VOICE",
    "BlobStore",
    "BlobStoreError",
    "LocalBlobStore",
    "is_linked",
    "kind_of",
    "open_blobs",
    "sync",
]


def open_blobs(place: Path | S3Place) -> BlobStore:
    """Open the place where photos lie; a folder is made, a bucket must be there and is not asked for yet.

    Raises:
        ValueError: the extra ``s3`` is not installed.
    """
    if isinstance(place, Path):
        return LocalBlobStore(place)
    from server.files.s3 import S3BlobStore

    return S3BlobStore(place)
