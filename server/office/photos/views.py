"""The bytes of photos, for whoever may see a record that names them."""

from __future__ import annotations

from flask import Response
from werkzeug.exceptions import NotFound

from server.download import download
from server.office.family import pages
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.thumb import send_thumbnail
from server.office.reader import reader
from server.store.blob import Blob, find_blob, records_naming
from shared.ids import Sha256, is_sha256

blueprint = pages("photos", __name__)


@blueprint.get("/<sha256>")
def show(sha256: str) -> Response:
    """Send a photo as it was taken."""
    return download(office().blobs, _permitted(sha256))


@blueprint.get("/<sha256>/thumb")
def thumb(sha256: str) -> Response:
    """Send a photo small, as lists show it."""
    return send_thumbnail(office(), _permitted(sha256).sha256)


def shown_with(kind: str) -> Permission:
    """Return what somebody must be permitted to see a photo that a record of this kind names."""
    return Permission.SEE_INSPECTIONS if kind == "inspection" else Permission.SEE_HAZARDS


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
