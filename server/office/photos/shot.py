"""A photo as a page shows it: whether its bytes have arrived, its addresses and its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from flask import url_for

from server.office.formats import Formats
from shared.ids import Sha256
from shared.model.inspection import Photo


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


def shots(photos: Iterable[Photo], stored: Collection[Sha256], f: Formats, label: str = "") -> tuple[Shot, ...]:
    """Make what a gallery shows of ``photos``; ``stored`` names those whose bytes have arrived."""
    return tuple(_shot(photo, stored, f, label) for photo in photos)


def shooter(stored: Collection[Sha256], f: Formats) -> Callable[..., tuple[Shot, ...]]:
    """Return ``shots`` for templates, with what all galleries of a page share filled in."""

    def show(photos: Iterable[Photo], label: str = "") -> tuple[Shot, ...]:
        return shots(photos, stored, f, label)

    return show


def _shot(photo: Photo, stored: Collection[Sha256], f: Formats, label: str) -> Shot:
    taken = f.wording("photo.caption", at=f.moment(photo.taken_at.wall))
    return Shot(
        href=url_for("photos.show", sha256=photo.sha256),
        thumb=url_for("photos.thumb", sha256=photo.sha256),
        width=photo.width,
        height=photo.height,
        caption=f"{label} · {taken}" if label else taken,
        taken=f.moment(photo.taken_at.wall),
        is_stored=photo.sha256 in stored,
    )
