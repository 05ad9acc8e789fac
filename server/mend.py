"""Mends what ``rounds check`` finds about photos and what can be mended without guessing."""

from __future__ import annotations

import contextlib

from server.check import hash_blob
from server.files import HEAD_BYTES, BlobStore, kind_of
from server.store import ServerStore
from server.store.audit import Finding
from server.store.blob import forget_stored, store_whole
from shared.errors import UnknownRecordError
from shared.ids import Sha256

_LOST = frozenset({"blob-row", "blob-missing", "blob-size", "blob-hash"})


def mend(store: ServerStore, blobs: BlobStore, finding: Finding) -> str:
    """Mend one finding and say what was done; empty if it is none that can be mended here.

    A photo that is here whole but unknown is made known. One that is lost or damaged is set aside and forgotten, so
    that a tablet that still holds it sends it again under a new generation. Doing it twice changes nothing more.
    """
    name = Sha256(finding.about.removeprefix("photo "))
    if finding.code == "blob-unknown" and hash_blob(blobs, name) == name:
        with blobs.open(name) as file:
            mime = kind_of(file.read(HEAD_BYTES))
            size_bytes = file.seek(0, 2)
        with store.writing() as tx:
            store_whole(tx, name, size_bytes, mime)
        return "made known"
    if finding.code in _LOST or finding.code == "blob-unknown":
        where = ""
        with contextlib.suppress(UnknownRecordError):
            where = f", what was there lies at {blobs.set_aside(name)}"
        with store.writing() as tx:
            forget_stored(tx, name)
        return f"forgotten, to be sent again{where}"
    return ""
