"""Gives a composed paper its check code, remembers that it was printed, and makes the order for the typesetter."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Final
from urllib.parse import urlsplit

from PIL import Image, ImageDraw, ImageOps

from server.files import BlobStoreError
from server.office.papers.notice import COPIES, qr_svg
from server.office.papers.paper import Paper
from server.office.parts import OfficeParts
from server.office.photos.thumb import FORMATS
from server.papers import Order
from server.store import Tx, Viewer
from server.store.paper import PaperRow, Said, note_print, register
from shared.errors import UnknownRecordError
from shared.ids import Sha256

LONGEST_PX: Final = 1000
"""Photos are printed some five centimetres wide: 300 dots an inch would be 640."""


def issue(tx: Tx, viewer: Viewer, paper: Paper) -> PaperRow:
    """Give a paper its code and remember that ``viewer`` printed it."""
    said = Said(
        paper.kind,
        paper.record,
        paper.site,
        paper.title,
        paper.number,
        paper.dated_on,
        paper.version,
        paper.content_sha256,
        paper.basis,
    )
    row = register(tx, said)
    note_print(tx, row, viewer.person, viewer.name)
    return row


def order_of(parts: OfficeParts, paper: Paper, row: PaperRow, base: str, copies: int = 1) -> Order:
    """Make the order: the data with the check code, photos small enough, and the day that the paper is of.

    ``copies`` above 1 prints so many sheets of a notice, each named by whom it is for.
    """
    address = f"{base}/v/{row.code}"
    check = {"code": row.shown_code, "qr": qr_svg(address), "short": f"{urlsplit(base).netloc}/v"}
    data = {**paper.data, "check": check}
    if copies > 1 and "copies" in data:
        data["copies"] = list(COPIES[:copies])
    made_at = int(datetime.combine(paper.dated_on, time(0), UTC).timestamp())
    return Order(paper.layout, data, printable(parts, paper.pictures), made_at)


def printable(parts: OfficeParts, pictures: Mapping[str, Sha256]) -> dict[str, bytes]:
    """Read photos and make them small and upright; one that cannot be read becomes a grey field that says so."""
    return {name: _printable(parts, sha256) for name, sha256 in pictures.items()}


def _printable(parts: OfficeParts, name: Sha256) -> bytes:
    out = io.BytesIO()
    try:
        with parts.blobs.open(name) as file, Image.open(file, formats=FORMATS) as image:
            image.draft("RGB", (LONGEST_PX, LONGEST_PX))
            upright = ImageOps.exif_transpose(image).convert("RGB")
            upright.thumbnail((LONGEST_PX, LONGEST_PX))
    except (UnknownRecordError, BlobStoreError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        upright = Image.new("RGB", (400, 300), (225, 225, 225))
        draw = ImageDraw.Draw(upright)
        draw.line((0, 0, 400, 300), fill=(160, 160, 160), width=3)
        draw.line((0, 300, 400, 0), fill=(160, 160, 160), width=3)
    upright.save(out, "JPEG", quality=82)
    return out.getvalue()
