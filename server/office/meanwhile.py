"""Two people at one record: whose form was opened before somebody else acted is told so and keeps what was written.

A form carries what its page showed (``seen``): the record's revision and how long its history was. Photos that arrived
with a form that could not be kept stay on the server and are named in it (``kept``), so that nobody sends them twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from werkzeug.datastructures import MultiDict

from server.office.form import Form
from server.office.parts import office
from server.office.photos.upload import MOST
from server.office.reader import Reader
from server.store import Tx
from server.store.blob import find_blob, is_named, records_naming
from shared.clock import Reading
from shared.ids import PhotoId, Sha256
from shared.model.inspection import Photo

SEEN: Final = "seen"
KEPT: Final = "kept"
_SEEN = re.compile(r"(\d{1,15})\.(\d{1,6})\.(\d{1,6})\Z")
_KEPT = re.compile(r"([0-9a-f]{64}):(\d{1,5}):(\d{1,5})\Z")


class MovedOnError(Exception):
    """Somebody changed the record since the form was opened; nothing was written."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page showed: the record's revision, how many steps and how many other lines of its history."""

    rev: int
    steps: int = 0
    others: int = 0

    def __str__(self) -> str:
        return f"{self.rev}.{self.steps}.{self.others}"


def seen_by(form: Form) -> Seen | None:
    """Read what the form's page showed; None if the form does not say, as one sent by a program."""
    found = _SEEN.match(form.value(SEEN))
    return Seen(int(found[1]), int(found[2]), int(found[3])) if found else None


def expect_unchanged(tx: Tx, form: Form, cls: type, record: str) -> None:
    """Go on only if the record still is as the form's page showed it.

    Raises:
        MovedOnError: it is not.
    """
    seen = seen_by(form)
    if seen is not None and seen.rev != tx.rev(cls, record):
        raise MovedOnError


def keep_photos(form: Form, photos: Sequence[Photo]) -> None:
    """Name photos in a form that comes back, so that they go with it the next time."""
    values = MultiDict(form.values)
    values[KEPT] = ",".join(f"{photo.sha256}:{photo.width}:{photo.height}" for photo in photos)
    form.values = values


def kept_photos(tx: Tx, who: Reader, form: Form, at: Reading) -> tuple[Photo, ...]:
    """Return the photos that a form brought before.

    A file that a record names is only taken from who may see that record; one that no record names, from who knows its
    name, which is made of its bytes.
    """
    found = []
    for entry in form.value(KEPT).split(",")[:MOST]:
        named = _KEPT.match(entry)
        blob = find_blob(tx, Sha256(named[1])) if named else None
        if named is None or blob is None or not blob.is_stored:
            continue
        if is_named(tx, blob.sha256) and not records_naming(tx, who.viewer, blob.sha256):
            continue
        photo = PhotoId(office().ids.new())
        found.append(Photo(photo, blob.sha256, blob.size_bytes, at, blob.mime, int(named[2]), int(named[3])))
    return tuple(found)
