"""Put the demo estate into an empty server: entities, accounts, serial numbers and photos."""

from __future__ import annotations

from collections.abc import Callable

from server.demo_estate.estate import DemoEstate
from server.files import JPEG, BlobStore
from server.store import ServerStore, Tx
from server.store.account import add_account
from server.store.blob import store_whole
from server.store.schema import next_serial
from shared.model.place import Site

NOTICE_SERIES = "notice"
HAZARD_SERIES = "hazard"
"""Names of the number series, as the office and the sync draw from them."""


def is_seeded(tx: Tx, estate: DemoEstate) -> bool:
    """Tell whether this server holds the demo estate already."""
    return tx.find(Site, estate.site.id) is not None


def seed(store: ServerStore, files: BlobStore, estate: DemoEstate, password_hash: Callable[[str], str]) -> None:
    """Write everything in one transaction; a server that holds the estate already is left as it is.

    ``password_hash`` gives the stored form of the password of a login name. The photos' files are written first, so
    that no record ever names a file that is not there.

    Raises:
        StorageFullError: no space left; no record was written.
    """
    for name, data in estate.photos.items():
        files.put(name, data)
    hashes = {login.name: password_hash(login.name) for login in estate.logins}
    with store.writing() as tx:
        if is_seeded(tx, estate):
            return
        for entity in estate.entities():
            tx.put(entity)
        for login in estate.logins:
            add_account(tx, login.name, login.person, hashes[login.name])
        for name, data in estate.photos.items():
            store_whole(tx, name, len(data), JPEG)
        _take_numbers(tx, estate)


def _take_numbers(tx: Tx, estate: DemoEstate) -> None:
    """Move the number series past what the estate has used."""
    for hazard in estate.hazards:
        next_serial(tx, HAZARD_SERIES, int(hazard.no.split("-")[1]))
    for notice in estate.notices:
        year = int(notice.no.partition("〔")[2].partition("〕")[0])
        next_serial(tx, f"{NOTICE_SERIES}:{estate.site.id}", year)
