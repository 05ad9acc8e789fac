"""The bytes of photos, for whoever may see a record that names them."""

from __future__ import annotations

from flask import Response, send_file
from werkzeug.exceptions import NotFound

from server.files import JPEG, PNG
from server.office.family import pages
from server.office.parts import office
from server.office.photos.thumb import thumbnail
from server.office.reader import reader
from server.store.blob import find_blob, may_see_blob
from shared.ids import Sha256, is_sha256

blueprint = pages("photos", __name__)
YEAR_S = 365 * 24 * 3600
SHOWN = frozenset({JPEG, PNG})


@blueprint.get("/<sha256>")
def show(sha256: str) -> Response:
    """Send a photo as it was taken."""
    name, mime = _permitted(sha256)
    return _kept(send_file(office().blobs.open(name), mimetype=mime, download_name=f"{sha256[:12]}.jpg"))


@blueprint.get("/<sha256>/thumb")
def thumb(sha256: str) -> Response:
    """Send a photo small, as lists show it."""
    name, _ = _permitted(sha256)
    return _kept(send_file(thumbnail(office(), name), mimetype="image/jpeg"))


def _permitted(sha256: str) -> tuple[Sha256, str]:
    """Return a photo that has arrived and that the reader may see.

    Raises:
        NotFound: there is none, or none that this reader may know of.
    """
    name = Sha256(sha256)
    with office().store.reading() as tx:
        blob = find_blob(tx, name) if is_sha256(sha256) and may_see_blob(tx, reader().viewer, name) else None
    if blob is None or not blob.is_stored:
        raise NotFound
    return name, blob.mime if blob.mime in SHOWN else "application/octet-stream"


def _kept(answer: Response) -> Response:
    """Let this browser keep it: its address names its content."""
    answer.headers["Cache-Control"] = f"private, max-age={YEAR_S}, immutable"
    return answer
