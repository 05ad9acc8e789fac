"""What every paper is made of: its head, data for the layout, photos by name, and the records that it was made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final, TypeVar

from server.office.photos.marks import marks_svg
from server.office.reader import Reader
from server.office.stroke import HEIGHT, WIDTH, paths
from server.office.text import Wording
from server.store import Tx
from server.store.former import as_of
from server.store.inspection import stored_photos
from server.store.unit_link import LinkKey, link_address
from shared.ids import NoticeId, Sha256, SiteId
from shared.model.inspection import Photo, Signature, pictures
from shared.model.place import Site

T = TypeVar("T")
Data = dict[str, Any]
Basis = tuple[tuple[str, str, int], ...]
MOST_PHOTOS: Final = 60
STANDING: Final = (
    "本通知书由物业管理单位依据《防火安全检查制度》签发，用于督促受检单位消除火险隐患，不是行政执法文书。"
    "一式三份：受检单位、检查方、存档各一份。"
)
"""The company is no authority (hazards facts §1): no penalty, no reconsideration, no litigation text."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, composed. ``pictures`` maps the names that ``data`` uses to the photos' files.

    ``basis`` names kind, id and revision of the records that it says; the first one is what it is about.
    """

    kind: str
    record: str
    site: SiteId
    layout: str
    title: str
    number: str
    dated_on: date
    data: Data
    pictures: Mapping[str, Sha256] = field(default_factory=dict)
    basis: Basis = ()

    @property
    def version(self) -> int:
        """The revision of the record that the paper is about."""
        return self.basis[0][2] if self.basis else 0

    @property
    def content_sha256(self) -> str:
        """The hash of all that the paper says, its photos included."""
        said = [self.kind, self.record, self.layout, self.data, sorted(self.pictures.items()), self.basis]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class Desk:
    """Composes one paper: finds records, remembers which, and writes days, names and photos as papers do."""

    def __init__(self, tx: Tx, who: Reader, base: str = "", key: LinkKey | None = None) -> None:
        self.tx = tx
        self.who = replace(who, wording=Wording("zh"))
        self._base = base
        self._key = key
        self._basis: dict[tuple[str, str], int] = {}
        self._pictures: dict[str, Sha256] = {}

    def note(self, kind: str, cls: type, record: str) -> None:
        """Remember that the paper says something of a record."""
        self._basis.setdefault((kind, record), self.tx.rev(cls, record))

    @property
    def basis(self) -> Basis:
        """The records that were noted, in that order."""
        return tuple((kind, record, rev) for (kind, record), rev in self._basis.items())

    @property
    def pictures(self) -> dict[str, Sha256]:
        """The files of the photos that were placed, by the names that the data use."""
        return dict(self._pictures)

    def link(self, notice: NoticeId) -> str:
        """Return the address over which the unit answers a notice, empty if there is none to print."""
        return link_address(self.tx, self._key, self._base, notice)

    def was(self, cls: type[T], record: str | None, at: datetime | None) -> T | None:
        """Return what a place, unit, person or equipment was at ``at``, by default now: papers name what was true then."""
        return as_of(self.tx, cls, record, at or self.tx.now) if record is not None else None

    def estate(self, site: SiteId, at: datetime | None) -> str:
        """Return the estate's name as it was at ``at``."""
        found = self.was(Site, site, at)
        return found.name.zh if found is not None else ""

    def day(self, on: date | None) -> str:
        """Write a day as papers do, empty if there is none."""
        return f"{on.year}年{on.month}月{on.day}日" if on is not None else ""

    def day_of(self, at: datetime | None) -> str:
        """Write the day of a moment, where the estate lies."""
        return self.day(self.who.formats.local(at).date()) if at is not None else ""

    def moment(self, at: datetime | None) -> str:
        """Write a moment, empty if there is none."""
        return self.who.formats.moment(at) if at is not None else ""

    def sign(self, label: str, signature: Signature | None, *, name: str = "", day: str = "", note: str = "") -> Data:
        """Lay out one signature; without one its place is left for a pen."""
        if signature is None:
            return {"label": label, "name": name, "svg": None, "day": day, "note": note, "refusal": "", "witness": ""}
        return {
            "label": label,
            "name": name or signature.name,
            "svg": drawn_signature(signature) if signature.strokes and not signature.refusal else None,
            "day": day or self.day_of(signature.at.wall),
            "note": note,
            "refusal": signature.refusal,
            "witness": signature.witness,
        }

    def photos(self, shown: Iterable[tuple[str, Photo]]) -> list[Data]:
        """Lay out photos with their captions, those whose bytes have arrived; of others their small copies."""
        found = [(caption, photo) for caption, photo in shown if pictures([photo])]
        names = {name for _, photo in found for name in (photo.sha256, photo.thumb) if name is not None}
        stored = stored_photos(self.tx, names)
        placed: list[Data] = []
        left_out = 0
        for caption, photo in found:
            name = next((one for one in (photo.sha256, photo.thumb) if one in stored), None)
            if name is None or len(placed) == MOST_PHOTOS:
                left_out += 1
                continue
            self._pictures[f"{name}.jpg"] = name
            at = self.moment(photo.taken_at.wall)
            placed.append(
                {
                    "file": f"{name}.jpg",
                    "width": photo.width or 4,
                    "height": photo.height or 3,
                    "marks": printed_marks(photo),
                    "caption": f"{caption}　{at}" if caption else at,
                }
            )
        if left_out:
            placed.append(
                {"note": f"另有 {left_out} 张照片未列出（尚未上传或超过 {MOST_PHOTOS} 张），可在系统中查看。"}
            )
        return placed


Composer = Callable[[Desk, str], Paper]


def facts(*rows: tuple[str, str] | tuple[str, str, bool]) -> list[Data]:
    """Lay out facts of a head; a third member True gives a fact a line of its own. Those without words fall away."""
    return [{"name": row[0], "words": row[1], "wide": len(row) > 2 and bool(row[2])} for row in rows if row[1]]


def drawn_signature(signature: Signature) -> str:
    """Draw a signature's strokes as ink on paper."""
    lines = "".join(f'<path d="{path}"/>' for path in paths(signature.strokes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><g fill="none" stroke="#14243a"'
        f' stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">{lines}</g></svg>'
    )


_MARKS: Final = (
    ".marks path{fill:none;stroke-linecap:round;stroke-linejoin:round}"
    ".marks path.rim{stroke:#0a0f17}.marks path.red{stroke:#e0231b}.marks path.yellow{stroke:#ffd60a}"
    ".marks path.blue{stroke:#1f7ae0}.marks rect{stroke:#0a0f17}.marks text{fill:#fff;text-anchor:middle}"
    ".marks .red rect{fill:#c4242c}.marks .yellow rect{fill:#ffd60a}.marks .blue rect{fill:#1457b8}"
    ".marks .yellow text{fill:#101823}"
)


def printed_marks(photo: Photo) -> str | None:
    """Draw what was marked on a photo, thick enough for a picture a few centimetres wide; nothing without marks."""
    drawn = str(marks_svg(photo))
    if not drawn:
        return None
    unit = min(photo.width, photo.height) / 100
    widths = (
        f".marks path.rim{{stroke-width:{2.2 * unit:.1f}}}.marks path.red,.marks path.yellow,.marks path.blue"
        f"{{stroke-width:{1.3 * unit:.1f}}}.marks rect{{stroke-width:{0.3 * unit:.1f}}}.marks text{{dominant-baseline:central}}"
    )
    head, _, rest = drawn.partition(">")
    return f'{head} xmlns="http://www.w3.org/2000/svg"><style>{_MARKS}{widths}</style>{rest}'


def joined(parts: Sequence[str], by: str = "；") -> str:
    """Join what is not empty."""
    return by.join(part for part in parts if part)
