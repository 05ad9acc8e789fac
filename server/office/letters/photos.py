"""The photos that a dead letter names: no record names them yet, so they are seen with the letter, by whoever may read it."""

from __future__ import annotations

from flask import Response, url_for
from werkzeug.exceptions import NotFound

from server.download import download
from server.office.family import pages
from server.office.letters.reading import read
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import Addresses, files_of
from server.office.photos.thumb import send_thumbnail
from server.office.reader import reader
from server.store.blob import Blob, find_blob
from server.store.letter import letter_for
from shared.ids import Sha256

blueprint = pages("letter_photos", __name__, "/letters/<key>/photos")


@blueprint.get("/<sha256>")
def photo(key: str, sha256: str) -> Response:
    """Send a photo that a letter names, or a tablet's small copy of one, as it came."""
    return download(office().blobs, _permitted(key, Sha256(sha256)))


@blueprint.get("/<sha256>/thumb")
def thumb(key: str, sha256: str) -> Response:
    """Send a photo that a letter names small, as its page shows it."""
    return send_thumbnail(office(), _permitted(key, Sha256(sha256)).sha256)


def addresses(key: str) -> Addresses:
    """Return where the photos of one letter are found."""

    def where(name: Sha256, is_small: bool) -> str:
        return url_for("letter_photos.thumb" if is_small else "letter_photos.photo", key=key, sha256=name)

    return where


def _permitted(key: str, name: Sha256) -> Blob:
    """Return a photo that has arrived and that a letter of the reader's names.

    Raises:
        UnknownRecordError: there is no such letter that this reader may know of.
        NotFound: it names no such photo, or the photo has not arrived.
    """
    who = reader()
    who.must(Permission.SEE_TABLETS)
    with office().store.reading() as tx:
        letter = letter_for(tx, who.viewer, key)
        is_named = name in files_of(read(tx, who, letter.op).photos)
        blob = find_blob(tx, name) if is_named else None
    if blob is None or not blob.is_stored:
        raise NotFound
    return blob
