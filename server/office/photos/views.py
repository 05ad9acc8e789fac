"""The bytes of photos, for whoever may see a record that names them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, url_for
from werkzeug.exceptions import NotFound

from server.download import download
from server.office.family import pages
from server.office.page import show as show_page
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import Shot, files_of, shots
from server.office.photos.thumb import send_thumbnail
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.blob import Blob, find_blob, records_naming
from server.store.inspection import stored_photos
from server.store.projection import photos_of, site_of
from server.store.twin import records_with
from shared.ids import Sha256, is_sha256
from shared.model.fix import Fix
from shared.sync.messages import ROW_BODIES

blueprint = pages("photos", __name__)


@blueprint.get("/<sha256>")
def show(sha256: str) -> Response:
    """Send a photo as it was taken."""
    return download(office().blobs, _permitted(sha256))


@blueprint.get("/compare/<before>/<after>")
def compare(before: str, after: str) -> Response:
    """Show two photos over each other with a slider between them; without scripts side by side."""
    who = reader()
    with office().store.reading() as tx:
        sides = tuple(_side(tx, who, name) for name in (before, after))
    return show_page("photos/compare.html", sides=sides)


@blueprint.get("/<sha256>/thumb")
def thumb(sha256: str) -> Response:
    """Send a photo small, as lists show it."""
    return send_thumbnail(office(), _permitted(sha256).sha256)


def shown_with(kind: str) -> Permission:
    """Return what somebody must be permitted to see a photo that a record of this kind names."""
    if kind == "person":
        return Permission.SEE_PEOPLE
    if kind == "external_order":
        return Permission.SEE_ORDERS
    return Permission.SEE_INSPECTIONS if kind == "inspection" else Permission.SEE_HAZARDS


@dataclass(frozen=True, slots=True)
class Side:
    """One of two photos that are compared. ``address`` leads to the record that it is of."""

    shot: Shot
    place: Fix | None
    address: str


def _side(tx: Tx, who: Reader, name: str) -> Side:
    """Find a photo by its bytes in a record that the reader may see.

    Raises:
        NotFound: there is none.
    """
    for kind, record in records_with(tx, who.viewer, Sha256(name)) if is_sha256(name) else ():
        entity: object | None = tx.find(ROW_BODIES[kind], record)
        site = site_of(entity) if entity is not None else None
        if site is None or not who.may(shown_with(kind), site):
            continue
        for photo in photos_of(entity):
            if photo.sha256 == name:
                stored = stored_photos(tx, files_of([photo]))
                return Side(shots([photo], stored, who.formats)[0], photo.place, _address(kind, record))
    raise NotFound


def _address(kind: str, record: str) -> str:
    endpoints = {"inspection": "inspections.show_one", "hazard": "hazards.show_one"}
    return url_for(endpoints[kind], record=record) if kind in endpoints else ""


def _permitted(sha256: str) -> Blob:
    """Return a photo that has arrived and that the reader may see.

    Raises:
        NotFound: there is none, or none that this reader may know of.
    """
    name, who = Sha256(sha256), reader()
    with office().store.reading() as tx:
        named = records_naming(tx, who.viewer, name) if is_sha256(sha256) else ()
        blob = find_blob(tx, name) if any(who.may(shown_with(kind), site) for kind, site in named) else None
    if blob is None or not blob.is_stored:
        raise NotFound
    return blob
