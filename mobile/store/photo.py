"""Pictures taken here: a row before the camera opens, bytes named by their hash once they are on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mobile.store.database import Database, FailPoint, unharmed
from mobile.store.row import PhotoRow, PhotoState
from shared.clock import Reading
from shared.ids import AssetId, PhotoId, PointId, Sha256, TemplateId
from shared.model.fix import Fix
from shared.model.inspection import VOICE, Photo
from shared.model.mark import Mark
from shared.wire import decode, dumps, encode, loads

MOST_ROUNDS = 5
PICTURE, VOICE_FILE = ".jpg", ".m4a"
"""What the names of files end with, by what is in them."""
_PHOTO_COUNTS = """
SELECT json_array_length(body, '$.photos') AS photos FROM (
    SELECT * FROM (
        SELECT begun_at, document AS body FROM record
         WHERE document IS NOT NULL
           AND json_extract(document, '$.template') = ?1 AND json_extract(document, '$.point') IS ?2
         ORDER BY begun_at DESC LIMIT ?3)
    UNION ALL
    SELECT * FROM (
        SELECT json_extract(body, '$.started_at.wall') AS begun_at, body FROM replica
         WHERE kind = 'inspection'
           AND json_extract(body, '$.template') = ?1 AND json_extract(body, '$.point') IS ?2
           AND NOT EXISTS (SELECT 1 FROM record own WHERE own.id = replica.id)
         ORDER BY json_extract(body, '$.started_at.wall') DESC LIMIT ?3)
) ORDER BY begun_at DESC LIMIT ?3
"""
THUMB_BYTES = 15_000
"""What a small copy takes at most, as a rule."""


class Photos(Database):
    """The table photo, and the rows of blob as far as capture makes them.

    ``files`` is the folder that holds ``screen/<sha256>.jpg`` (``.m4a``: a voice note) and ``thumb/<sha256>.jpg``.
    """

    def __init__(self, path: Path, files: Path, fail_point: FailPoint = unharmed) -> None:
        super().__init__(path, fail_point)
        self.files = files

    def add_photo(self, photo: PhotoRow) -> None:
        """Note that a camera is opened."""
        self._write(
            "INSERT INTO photo (id, record, item, per, state, begun_at, source, role, place, size_bytes, width, height)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
            photo.id,
            photo.record,
            photo.item,
            photo.per or "",
            photo.state.value,
            dumps(encode(photo.begun_at)),
            photo.source,
            photo.role,
            _fix_text(photo.place),
        )

    def change_photo(self, photo: PhotoRow) -> None:
        """Set a photo's state, source, trouble and, once it is ready, its bytes' names and measures."""
        self._write(
            "UPDATE photo SET state = ?, source = ?, sha256 = ?, size_bytes = ?, width = ?, height = ?,"
            " thumb = ?, camera = ?, trouble = ?, seconds = ? WHERE id = ?",
            photo.state.value,
            photo.source,
            photo.sha256 or None,
            photo.size_bytes,
            photo.width,
            photo.height,
            photo.thumb or None,
            photo.camera or None,
            photo.trouble,
            photo.seconds,
            photo.id,
        )
        if photo.state is PhotoState.READY:
            self._write(
                "INSERT INTO blob (sha256, seq, size_bytes, state) VALUES (?, 0, ?, 'local')"
                " ON CONFLICT (sha256) DO UPDATE SET has_file = 1, size_bytes = excluded.size_bytes, not_before = NULL,"
                " state = CASE WHEN state = 'stored' AND acked_epoch IS NULL THEN 'local' ELSE state END, is_photo = 1",
                photo.sha256,
                photo.size_bytes,
            )
            self._add_thumb(photo)

    def put_marks(self, photo: PhotoId, marks: tuple[Mark, ...]) -> None:
        """Set what is drawn on a photo."""
        self._write("UPDATE photo SET marks = ? WHERE id = ?", dumps([encode(mark) for mark in marks]), photo)

    def adopt_photo(self, record: str, photo: Photo) -> None:
        """Let ``record`` show a photo of an earlier record, which the server has or is still sent from here."""
        self._write(
            "INSERT INTO photo (id, record, item, per, state, begun_at, source, sha256, size_bytes, width, height,"
            " thumb, camera, role, marks, seconds, place)"
            " VALUES (?, ?, ?, ?, 'ready', ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            photo.id,
            record,
            photo.item,
            photo.per or "",
            dumps(encode(photo.taken_at)),
            photo.sha256,
            photo.size_bytes,
            photo.width,
            photo.height,
            photo.thumb,
            photo.camera,
            photo.role,
            dumps([encode(mark) for mark in photo.marks]),
            photo.seconds,
            _fix_text(photo.place),
        )
        self._write(
            "INSERT INTO blob (sha256, seq, size_bytes, state, has_file) VALUES (?, 0, ?, 'stored', 0)"
            " ON CONFLICT DO NOTHING",
            photo.sha256,
            photo.size_bytes,
        )

    def send_photos(self, record: str) -> None:
        """Queue the bytes of a finished record's photos and of their small copies, in the order of their taking."""
        first = self._number("SELECT max(seq) FROM blob") + 1
        rows = self._rows("SELECT sha256, thumb FROM photo WHERE record = ? AND state = 'ready' ORDER BY rowid", record)
        for seq, row in enumerate(rows, start=first):
            self._write(
                "UPDATE blob SET state = 'pending', seq = ? WHERE sha256 IN (?, ?) AND state = 'local'",
                seq,
                row["sha256"],
                row["thumb"],
            )

    def photos_of(self, record: str) -> tuple[PhotoRow, ...]:
        """List a record's photos that are not dropped, oldest first."""
        return tuple(
            _photo(row)
            for row in self._rows(_PHOTO + " WHERE p.record = ? AND p.state <> 'dropped' ORDER BY p.rowid", record)
        )

    def photo(self, photo: PhotoId) -> PhotoRow | None:
        """Return one photo, dropped ones too."""
        row = self._row(_PHOTO + " WHERE p.id = ?", photo)
        return None if row is None else _photo(row)

    def pending_photos(self) -> tuple[PhotoRow, ...]:
        """List photos whose camera was opened and whose bytes are not in place."""
        return tuple(_photo(row) for row in self._rows(_PHOTO + " WHERE p.state = 'pending' ORDER BY p.rowid"))

    def troubled_photos(self) -> tuple[PhotoRow, ...]:
        """List photos that no picture came of: without space (still pending), or not understood (dropped)."""
        return tuple(_photo(row) for row in self._rows(_PHOTO + " WHERE p.trouble <> '' ORDER BY +p.rowid"))

    def photo_path(self, photo: PhotoId, size: str = "thumb") -> Path | None:
        """Return the file of a photo: ``thumb`` (320 px) or ``screen``; None while it is not on this tablet."""
        row = self._row("SELECT sha256 FROM photo WHERE id = ? AND sha256 IS NOT NULL", photo)
        return None if row is None else self.blob_path(Sha256(row["sha256"]), size)

    def usual_photo(self) -> tuple[int, int]:
        """Return how many bytes the last photos took each, small copies included, and how many photos say so."""
        row = self._row(
            "SELECT count(*) AS n, sum(size_bytes) AS size FROM"
            " (SELECT size_bytes FROM photo WHERE state = 'ready' AND role <> 'voice' ORDER BY rowid DESC LIMIT 50)"
        )
        return (0, 0) if row is None or not row["n"] else (row["size"] // row["n"] + THUMB_BYTES, row["n"])

    def usual_photos(self, template: TemplateId, point: PointId | None) -> tuple[int, ...]:
        """Return how many photos the last rounds of a checklist at a point had, newest first."""
        rows = self._rows(_PHOTO_COUNTS, template, point, MOST_ROUNDS)
        return tuple(int(row["photos"] or 0) for row in rows)

    def thumb_path(self, thumb: Sha256) -> Path:
        """Name the file that holds the bytes of a small copy; several photos may have the same."""
        rows = self._rows("SELECT sha256 FROM photo WHERE thumb = ? AND sha256 IS NOT NULL ORDER BY rowid", thumb)
        paths = [self.files / "thumb" / f"{row['sha256']}.jpg" for row in rows]
        missing = self.files / "thumb" / f"{thumb}.jpg"
        return next((path for path in paths if path.exists()), paths[0] if paths else missing)

    def _add_thumb(self, photo: PhotoRow) -> None:
        """Keep a row for the small copy's bytes; a picture that is small itself is its own small copy."""
        path = self.files / "thumb" / f"{photo.sha256}.jpg"
        if photo.thumb and photo.thumb != photo.sha256:
            self._write(
                "INSERT INTO blob (sha256, seq, size_bytes, state, is_photo) VALUES (?, 0, ?, 'local', 0)"
                " ON CONFLICT DO NOTHING",
                photo.thumb,
                path.stat().st_size if path.exists() else 0,
            )

    def blob_path(self, sha256: Sha256, size: str = "thumb") -> Path | None:
        """Return the file of the bytes with this name; a missing thumb is stood in for by the whole picture."""
        for folder in (size, "screen"):
            path = self.files / folder / f"{sha256}.jpg"
            if path.exists():
                return path
        return None

    def voice_path(self, voice: PhotoId) -> Path | None:
        """Return the file of a voice note; None while it is not on this tablet."""
        row = self._row("SELECT sha256 FROM photo WHERE id = ? AND sha256 IS NOT NULL AND role = ?", voice, VOICE)
        path = None if row is None else bytes_path(self.files, Sha256(row["sha256"]))
        return path if path is not None and path.exists() else None


def bytes_path(files: Path, sha256: Sha256) -> Path:
    """Name the file below ``files`` that holds what is sent under a hash: a picture's, unless a voice note's is there."""
    picture, voice = (files / "screen" / f"{sha256}{suffix}" for suffix in (PICTURE, VOICE_FILE))
    return voice if not picture.exists() and voice.exists() else picture


_TWIN = (
    "EXISTS (SELECT 1 FROM photo t WHERE (t.sha256 = p.sha256 OR t.camera = p.camera) AND t.id <> p.id"
    " AND t.state = 'ready' AND t.begun_at <> p.begun_at AND t.role <> 'voice' AND p.role <> 'voice')"
)
"""The same bytes at another moment: what an amended record takes over keeps the moment of its taking."""
_PHOTO = (
    "SELECT p.*, coalesce(b.state = 'stored', 0) AS is_sent, p.sha256 IS NOT NULL AND "  # noqa: S608 (constants)
    + _TWIN
    + " AS is_twin FROM photo p LEFT JOIN blob b ON b.sha256 = p.sha256"
)


def _photo(row: sqlite3.Row) -> PhotoRow:
    return PhotoRow(
        PhotoId(row["id"]),
        row["record"],
        row["item"],
        AssetId(row["per"]) if row["per"] else None,
        PhotoState(row["state"]),
        decode(Reading, loads(row["begun_at"])),
        row["source"],
        row["sha256"] or "",
        row["size_bytes"],
        row["width"],
        row["height"],
        bool(row["is_sent"]),
        row["thumb"] or "",
        row["camera"] or "",
        row["trouble"],
        bool(row["is_twin"]),
        row["role"],
        decode(tuple[Mark, ...], loads(row["marks"])) if row["marks"] != "[]" else (),
        row["seconds"],
        decode(Fix, loads(row["place"])) if row["place"] else None,
    )


def _fix_text(place: Fix | None) -> str | None:
    return None if place is None else dumps(encode(place))
