"""Removes what uploads that never ended left behind: rows and bytes, and bytes that no row knows of."""

from __future__ import annotations

from server.files import BlobStore
from server.store import ServerStore
from server.store.blob import IDLE, find_blob, forget_partial, idle_partials


def sweep_partials(store: ServerStore, blobs: BlobStore) -> int:
    """Forget uploads that stopped more than fourteen days ago and discard their bytes; returns how many.

    An upload that goes on meanwhile is left alone: its row, then its bytes are looked at again before they go. May run
    in several processes at once.

    Raises:
        BlobStoreError: the bytes cannot be reached; it is tried again at the next round.
    """
    with store.reading() as tx:
        idle = idle_partials(tx)
    swept = 0
    for name in idle:
        with store.writing() as tx:
            is_over = forget_partial(tx, name)
        if is_over:
            blobs.discard_part(name)
            swept += 1
    until = store.now() - IDLE
    for name in {name for name, touched_at in blobs.parts() if touched_at <= until}:
        with store.reading() as tx:
            row = find_blob(tx, name)
        if row is None or row.is_stored:
            blobs.discard_part(name)
            swept += 1
    return swept
