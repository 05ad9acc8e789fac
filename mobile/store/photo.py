"""Pictures taken here: a row before the camera opens, bytes named by their hash once they are on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mobile.store.database import Database, FailPoint, unharmed
from mobile.store.row import PhotoRow, PhotoState
from shared.clock import Reading
from shared.ids import AssetId, PhotoId, Sha256
from shared.model.inspection import Photo
from shared.wire import decode, dumps, encode, loads


class Photos(Database):
    """The table photo, and the rows of blob as far as capture makes them.

    ``files`` is the folder that holds ``screen/<sha256>.jpg`` and ``thumb/<sha256>.jpg``.
    """

    def __init__(self, path: Path, files: Path, fail_point: FailPoint = unharmed) -> None:
        super().__init__(path, fail_point)
        self.files = files

    def add_photo(self, photo: PhotoRow) -> None:
        """Note that a camera is opened."""
        self._write(
            "INSERT INTO photo (id, record, item, per, state, begun_at, source, size_bytes, width, height)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
            photo.id,
            photo.record,
            photo.item,
            photo.per or "",
            photo.state.value,
            dumps(encode(photo.begun_at)),
            photo.source,
        )

    def change_photo(self, photo: PhotoRow) -> None:
        """Set a photo's state, source and, once it is ready, its bytes' name and measures."""
        self._write(
            "UPDATE photo SET state = ?, source = ?, sha256 = ?, size_bytes = ?, width = ?, height = ? WHERE id = ?",
            photo.state.value,
            photo.source,
            photo.sha256 or None,
            photo.size_bytes,
            photo.width,
            photo.height,
            photo.id,
        )
        if photo.state is PhotoState.READY:
            self._write(
                "INSERT INTO blob (sha256, seq, size_bytes, state) VALUES (?, 0, ?, 'local')"
                " ON CONFLICT (sha256) DO UPDATE SET has_file = 1, size_bytes = excluded.size_bytes, not_before = NULL,"
                " state = CASE WHEN state = 'stored' AND acked_epoch IS NULL THEN 'local' ELSE state END",
                photo.sha256,
                photo.size_bytes,
            )

    def adopt_photo(self, record: str, photo: Photo) -> None:
        """Let ``record`` show a photo of an earlier record, which the server has or is still sent from here."""
        self._write(
            "INSERT INTO photo (id, record, item, per, state, begun_at, source, sha256, size_bytes, width, height)"
            " VALUES (?, ?, ?, ?, 'ready', ?, '', ?, ?, ?, ?)",
            photo.id,
            record,
            photo.item,
            photo.per or "",
            dumps(encode(photo.taken_at)),
            photo.sha256,
            photo.size_bytes,
            photo.width,
            photo.height,
        )
        self._write(
            "INSERT INTO blob (sha256, seq, size_bytes, state, has_file) VALUES (?, 0, ?, 'stored', 0)"
            " ON CONFLICT DO NOTHING",
            photo.sha256,
            photo.size_bytes,
        )

    def send_photos(self, record: str) -> None:
        """Queue the bytes of a finished record's photos, in the order of their taking."""
        first = self._number("SELECT max(seq) FROM blob") + 1
        rows = self._rows("SELECT sha256 FROM photo WHERE record = ? AND state = 'ready' ORDER BY rowid", record)
        for seq, row in enumerate(rows, start=first):
            self._write(
                "UPDATE blob SET state = 'pending', seq = ? WHERE sha256 = ? AND state = 'local'", seq, row["sha256"]
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

    def photo_path(self, photo: PhotoId, size: str = "thumb") -> Path | None:
        """Return the file of a photo: ``thumb`` (320 px) or ``screen``; None while it is not on this tablet."""
        row = self._row("SELECT sha256 FROM photo WHERE id = ? AND sha256 IS NOT NULL", photo)
        return None if row is None else self.blob_path(Sha256(row["sha256"]), size)

    def blob_path(self, sha256: Sha256, size: str = "thumb") -> Path | None:
        """Return the file of the bytes with this name; a missing thumb is stood in for by the whole picture."""
        for folder in (size, "screen"):
            path = self.files / folder / f"{sha256}.jpg"
            if path.exists():
                return path
        return None


_PHOTO = "SELECT p.*, coalesce(b.state = 'stored', 0) AS is_sent FROM photo p LEFT JOIN blob b ON b.sha256 = p.sha256"


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
    )
