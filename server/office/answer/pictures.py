"""Photos from somebody's phone: nothing of what was sent is kept as it came.

Each is decoded whole, turned upright, made no larger than a paper needs and written anew as JPEG; so what is stored is a
picture for certain, and where it was taken and by what phone is not in it. What a form with an error had already brought
is kept and named in the form again, by a seal that only this server can make.
"""

from __future__ import annotations

import hashlib
import hmac
import io
from collections.abc import Iterable
from typing import Final

from PIL import Image, ImageOps
from werkzeug.datastructures import FileStorage

from server.files import JPEG
from server.office.form import Form
from server.office.parts import office
from server.store import Tx
from server.store.blob import find_blob, store_whole
from server.store.unit_link import UnitLink
from shared.clock import Reading
from shared.ids import PhotoId, Sha256, is_sha256
from shared.model.inspection import Photo

MOST: Final = 9
LARGEST_BYTES: Final = 20 << 20
LONGEST_SIDE: Final = 2400
MOST_PIXELS: Final = {"JPEG": 80_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
"""A JPEG is decoded small at once (``draft``), the others take 3 or 4 bytes a pixel of memory."""
QUALITY: Final = 86
HEIC_BRANDS: Final = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")
BOMBS: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def take_pictures(form: Form, uploads: Iterable[FileStorage], link: UnitLink, field: str = "photos") -> list[Photo]:
    """Store the pictures of a form and return them after those it kept from before; what is wrong is noted in it.

    A good picture is stored though another is bad: nobody sends it twice over a slow network.
    """
    kept = _kept(form, link)
    chosen = [upload for upload in uploads if upload.filename]
    if len(kept) + len(chosen) > MOST:
        form.wrong(field, "answer.too_many_photos")
        chosen = chosen[: MOST - len(kept)]
    found = list(kept)
    for upload in chosen:
        data = upload.read(LARGEST_BYTES + 1)
        problem = problem_of(data)
        made = None if problem else _made_anew(data)
        if made is None:
            form.wrong(field, problem or "answer.not_a_photo")
        else:
            found.append(_store(*made))
    unique = {photo.sha256: photo for photo in found}
    return list(unique.values())


def seal(photo: Photo, link: UnitLink) -> str:
    """Name a stored picture in a form, so that only this link's form can bring it again."""
    return f"{photo.sha256}.{photo.width}.{photo.height}.{photo.size_bytes}.{_mac(link, photo.sha256)}"


def read_seal(text: str, link: UnitLink) -> tuple[Sha256, int, int, int] | None:
    """Return file, width, height and size that a sealed name stands for; nothing if this link did not make it."""
    name, *numbers, mac = f"{text}....".split(".")[:5]
    if not is_sha256(name) or not all(number.isascii() and number.isdecimal() for number in numbers):
        return None
    if not hmac.compare_digest(mac, _mac(link, name)):
        return None
    width, height, size = (int(number[:12]) for number in numbers)
    return Sha256(name), width, height, size


def _mac(link: UnitLink, name: str) -> str:
    key = office().store.link_key
    secret = key() if key is not None else b""
    return hmac.new(secret, f"picture {link.token_sha256} {name}".encode(), "sha256").hexdigest()[:32]


def _kept(form: Form, link: UnitLink) -> list[Photo]:
    at = office().clock.read()
    dropped = set(form.values.getlist("drop"))
    sealed = [read_seal(text, link) for text in form.values.getlist("kept") if text not in dropped][:MOST]
    with office().store.reading() as tx:
        return [
            Photo(PhotoId(office().ids.new()), name, size, at, JPEG, width, height)
            for name, width, height, size in filter(None, sealed)
            if _is_stored(tx, name)
        ]


def _is_stored(tx: Tx, name: Sha256) -> bool:
    blob = find_blob(tx, name)
    return blob is not None and blob.is_stored


def problem_of(data: bytes) -> str:
    """Name the text that says why a file is not looked at, empty if it is."""
    if len(data) > LARGEST_BYTES:
        return "answer.photo_too_large"
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return "answer.photo_is_heic"
    return ""


def _made_anew(data: bytes) -> tuple[bytes, tuple[int, int]] | None:
    """Return the picture as a fresh JPEG with its size, or nothing if it is none or asks for too much memory."""
    try:
        with Image.open(io.BytesIO(data), formats=tuple(MOST_PIXELS)) as image:
            if image.width * image.height > MOST_PIXELS[image.format or ""]:
                return None
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.load()
            upright = ImageOps.exif_transpose(image)
            if upright.mode in ("RGBA", "LA", "PA", "P"):
                upright = _on_white(upright.convert("RGBA"))
            upright = upright.convert("RGB")
    except (OSError, SyntaxError, ValueError, KeyError, MemoryError, *BOMBS):
        return None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue(), upright.size


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return paper


def _store(data: bytes, size: tuple[int, int]) -> Photo:
    name = Sha256(hashlib.sha256(data).hexdigest())
    parts = office()
    mime = parts.blobs.put(name, data)
    with parts.store.writing() as tx:
        store_whole(tx, name, len(data), mime)
    at: Reading = parts.clock.read()
    return Photo(PhotoId(parts.ids.new()), name, len(data), at, mime, *size)
