"""A photo, or a voice note, as a page shows it: whether its bytes have arrived, its addresses and its words.

Its small copy is the tablet's own where that has arrived, which it does long before the photo itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from server.office.formats import Formats
from server.office.photos.marks import marks_svg
from server.office.text import Wording
from shared.ids import PhotoId, Sha256
from shared.model.fix import Fix
from shared.model.inspection import VOICE, Photo


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo of a page's gallery."""

    href: str
    thumb: str
    width: int
    height: int
    caption: str
    taken: str
    is_stored: bool
    has_thumb: bool
    is_twin: bool = False
    marks: Markup = Markup("")
    is_voice: bool = False
    place: str = ""
    is_mock: bool = False


Addresses = Callable[[Sha256, bool], str]
"""Where the pictures of a page lie: given a file's name and whether its small copy is wanted."""


def address(name: Sha256, is_small: bool) -> str:
    """Return where a photo that a record names is found."""
    return url_for("photos.thumb" if is_small else "photos.show", sha256=name)


def files_of(photos: Iterable[Photo]) -> set[Sha256]:
    """Name the files that a page wants of photos: their own and their small copies'."""
    return {name for photo in photos for name in (photo.sha256, photo.thumb) if name is not None}


def shots(
    photos: Iterable[Photo],
    stored: Collection[Sha256],
    f: Formats,
    label: str = "",
    twins: Collection[PhotoId] = (),
    where: Addresses = address,
) -> tuple[Shot, ...]:
    """Make what a gallery shows of ``photos``; ``stored`` names the files that have arrived, of ``files_of`` them.

    ``twins`` names the photos whose picture was used elsewhere too.
    """
    return tuple(_shot(photo, stored, f, label, where, is_twin=photo.id in twins) for photo in photos)


def shooter(
    stored: Collection[Sha256], f: Formats, twins: Collection[PhotoId] = (), where: Addresses = address
) -> Callable[..., tuple[Shot, ...]]:
    """Return ``shots`` for templates, with what all galleries of a page share filled in."""

    def show(photos: Iterable[Photo], label: str = "") -> tuple[Shot, ...]:
        return shots(photos, stored, f, label, twins, where)

    return show


def _shot(photo: Photo, stored: Collection[Sha256], f: Formats, label: str, where: Addresses, *, is_twin: bool) -> Shot:
    is_voice = photo.role == VOICE
    at = f.moment(photo.taken_at.wall)
    taken = f.wording("voice.caption", at=at) if is_voice else f.wording("photo.caption", at=at)
    small = photo.thumb if photo.thumb is not None and photo.thumb in stored else None
    return Shot(
        href=where(photo.sha256, False),
        thumb=where(small, False) if small else where(photo.sha256, True),
        width=photo.width,
        height=photo.height,
        caption=f"{label} · {taken}" if label else taken,
        taken=f"{_length(photo.seconds)} · {at}" if is_voice else at,
        is_stored=photo.sha256 in stored,
        has_thumb=photo.sha256 in stored or small is not None,
        is_twin=is_twin,
        marks=marks_svg(photo),
        is_voice=is_voice,
        place=place_words(photo.place, f.wording),
        is_mock=photo.place is not None and photo.place.is_mock,
    )


def place_words(place: Fix | None, wording: Wording) -> str:
    """Say where a photo was taken, as far as its tablet knew, and whether another app made that up."""
    if place is None:
        return ""
    said = wording("compare.place", lat=f"{place.lat:.5f}", lon=f"{place.lon:.5f}", accuracy=round(place.accuracy_m))
    return f"{said} · {wording('compare.mock')}" if place.is_mock else said


def _length(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
