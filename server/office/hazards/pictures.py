"""The photos of a form: those that come with it now, and those that it brought before."""

from __future__ import annotations

from flask import request

from server.office.form import Form
from server.office.meanwhile import kept_photos
from server.office.parts import office
from server.office.photos.upload import MOST, take_photos
from server.office.reader import Reader
from shared.clock import Reading
from shared.model.inspection import Photo


def gather(who: Reader, form: Form, at: Reading) -> tuple[Photo, ...]:
    """Return a form's photos: those that came with it now and those that it brought before."""
    with office().store.reading() as tx:
        before = kept_photos(tx, who, form, at)
    fresh = take_photos(form, request.files.getlist("photos"))
    return tuple({photo.sha256: photo for photo in (*before, *fresh)}.values())[:MOST]
