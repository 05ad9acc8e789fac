"""Make rows that were read out of a damaged database fit to be worked with: nothing half, nothing forgotten, all sent again.

- A finished record whose operation was lost is queued anew: the server knows it by its id, so twice does no harm.
- A record, photo or small copy whose row was lost is made again from the document or operation that names it.
- Photo files that no row, document or operation knows are put beside the damaged file; nobody can say what they show.
- The server's rows are stale and its feeds begin anew, as after a restore of the server.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mobile.store.database import stamp
from mobile.store.photo import PICTURE, VOICE_FILE, bytes_path
from shared.ids import IdSource, is_sha256

Json = dict[str, object]
_APART = frozenset({"answers", "photos", "signatures"})


@dataclass(frozen=True, slots=True)
class Mended:
    """How many finished records are sent anew, how many files belong to nothing, and whether to enrol anew."""

    requeued: int
    loose_photos: int
    must_enrol: bool


def mend(connection: sqlite3.Connection, files: Path, loose: Path, ids: IdSource, now: datetime) -> Mended:
    """Make a carried-over database whole; ``files`` is the folder of photos, ``loose`` takes those that belong to nothing.

    Raises:
        OSError: a file could not be moved.
        sqlite3.Error: the new database could not be written.
    """
    with connection:
        _finish_what_was_sent(connection)
        _drop_what_hangs_loose(connection)
        requeued = _requeue(connection, ids, now)
        _say_so_soon(connection)
        _name_photos_again(connection)
        _queue_photos(connection, files)
        _begin_feeds_anew(connection)
        must_enrol = _keep_device(connection)
    return Mended(requeued, _move_loose(connection, files, loose), must_enrol)


def _finish_what_was_sent(connection: sqlite3.Connection) -> None:
    """Make the record of each finished round from its operation, where the row is lost or an old draft came to light."""
    for entity, body in connection.execute(
        "SELECT entity_id, body FROM outbox WHERE kind = 'inspection.put' AND NOT EXISTS"
        " (SELECT 1 FROM record WHERE id = entity_id AND status = 'final') ORDER BY seq"
    ).fetchall():
        document = _members(body)
        header = {name: value for name, value in document.items() if name not in _APART}
        began = _wall(document.get("started_at"))
        if began:
            connection.execute(
                "INSERT OR REPLACE INTO record (id, status, header, document, amends, begun_at)"
                " VALUES (?, 'final', ?, ?, ?, ?)",
                (entity, _text(header), body, document.get("amends"), began),
            )
    connection.execute("DELETE FROM sheet WHERE id IN (SELECT entity_id FROM outbox)")


def _drop_what_hangs_loose(connection: sqlite3.Connection) -> None:
    drafts = "(SELECT id FROM record WHERE status = 'draft')"
    connection.execute(f"DELETE FROM answer WHERE record NOT IN {drafts}")  # noqa: S608 (constants)
    connection.execute(
        f"DELETE FROM signature WHERE record NOT IN {drafts} AND record NOT IN (SELECT id FROM sheet)"  # noqa: S608
    )


def _requeue(connection: sqlite3.Connection, ids: IdSource, now: datetime) -> int:
    lost = connection.execute(
        "SELECT id, document, amends FROM record WHERE status = 'final' AND document IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM outbox WHERE entity_id = record.id) ORDER BY begun_at"
    ).fetchall()
    for record, text, amends in lost:
        document = _members(text)
        at = document.get("ended_at") or document.get("started_at")
        connection.execute(
            "INSERT INTO outbox (op_id, kind, entity_id, about, author, made_at, at, body, state)"
            " VALUES (?, 'inspection.put', ?, ?, ?, ?, ?, ?, 'pending')",
            (ids.new(), record, amends or "", document.get("author"), _wall(at) or stamp(now), _text(at), text),
        )
    return len(lost)


def _say_so_soon(connection: sqlite3.Connection) -> None:
    """Send the last settled operation once more if none waits: the office hears of the damage with a push, and only so."""
    connection.execute(
        "UPDATE outbox SET state = 'pending', tries = 0, not_before = NULL WHERE state = 'acked'"
        " AND seq = (SELECT max(seq) FROM outbox WHERE state = 'acked')"
        " AND NOT EXISTS (SELECT 1 FROM outbox WHERE state = 'pending')"
    )


def _name_photos_again(connection: sqlite3.Connection) -> None:
    """Make a row for each photo that a finished record or an operation names and that has none."""
    named = connection.execute(
        "SELECT id, document FROM record WHERE document IS NOT NULL UNION ALL SELECT entity_id, body FROM outbox"
    ).fetchall()
    for record, text in named:
        for photo in _photos_in(_members(text)):
            connection.execute(
                "INSERT OR IGNORE INTO photo (id, record, item, per, state, begun_at, source, sha256, size_bytes, width,"
                " height, thumb, camera, role, marks, seconds, place)"
                " VALUES (?, ?, ?, ?, 'ready', ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    photo["id"],
                    record,
                    photo.get("item", ""),
                    photo.get("per", ""),
                    _text(photo["taken_at"]),
                    photo["sha256"],
                    photo["size_bytes"],
                    photo.get("width", 0),
                    photo.get("height", 0),
                    photo.get("thumb"),
                    photo.get("camera"),
                    photo.get("role", ""),
                    _text(photo.get("marks", [])),
                    photo.get("seconds", 0),
                    _text(photo["place"]) if photo.get("place") else None,
                ),
            )


def _queue_photos(connection: sqlite3.Connection, files: Path) -> None:
    """Make a row for the bytes of each photo that has none: the server will say whether it has them."""
    seq = connection.execute("SELECT coalesce(max(seq), 0) FROM blob").fetchone()[0]
    open_ = {
        row[0] for row in connection.execute("SELECT id FROM record WHERE status = 'draft' UNION SELECT id FROM sheet")
    }
    for record, sha256, thumb, size_bytes in connection.execute(
        "SELECT record, sha256, thumb, size_bytes FROM photo WHERE state = 'ready' ORDER BY rowid"
    ).fetchall():
        seq += 1
        state = "local" if record in open_ else "pending"
        small = files / "thumb" / f"{sha256}.jpg"
        has_file = bytes_path(files, sha256).exists()
        _add_blob(connection, (sha256, seq, size_bytes, state, int(has_file), 1))
        if thumb and thumb != sha256 and small.exists():
            _add_blob(connection, (thumb, seq, small.stat().st_size, state, 1, 0))


def _add_blob(connection: sqlite3.Connection, row: tuple[object, ...]) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO blob (sha256, seq, size_bytes, state, has_file, is_photo) VALUES (?, ?, ?, ?, ?, ?)", row
    )


def _begin_feeds_anew(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE replica SET is_stale = 1")
    connection.execute("UPDATE cursor SET n = 0, gone = 0, held = 0, verified_at = NULL")
    connection.execute("INSERT OR IGNORE INTO cursor (scope, n, is_ready) SELECT DISTINCT scope, 0, 1 FROM replica")


def _keep_device(connection: sqlite3.Connection) -> bool:
    """Keep this tablet's id, from its records if need be, so that work made here stays its own; tell whether to enrol anew."""
    known = dict(connection.execute("SELECT k, v FROM meta WHERE k IN ('enrolment', 'own_device')").fetchall())
    device = connection.execute("SELECT json_extract(header, '$.device') FROM record LIMIT 1").fetchone()
    if "enrolment" not in known and "own_device" not in known and device is not None and device[0]:
        connection.execute("INSERT INTO meta (k, v) VALUES ('own_device', ?)", (json.dumps(device[0]),))
    return "enrolment" not in known


def _move_loose(connection: sqlite3.Connection, files: Path, loose: Path) -> int:
    known = {row[0] for row in connection.execute("SELECT sha256 FROM blob")}
    kept = (path for suffix in (PICTURE, VOICE_FILE) for path in (files / "screen").glob(f"*{suffix}"))
    strays = [path for path in kept if path.stem not in known]
    for path in strays:
        loose.mkdir(parents=True, exist_ok=True)
        path.replace(loose / path.name)
    return len(strays)


def _photos_in(value: object) -> Iterator[Json]:
    """Find the photos that a document names, wherever they stand in it."""
    if isinstance(value, dict):
        name, size = value.get("sha256"), value.get("size_bytes")
        if isinstance(name, str) and is_sha256(name) and isinstance(size, int) and {"id", "taken_at"} <= value.keys():
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _photos_in(part)


def _members(text: str) -> Json:
    found = json.loads(text)
    return found if isinstance(found, dict) else {}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _wall(reading: object) -> str:
    """Return the wall time of a reading as ``stamp`` writes it; "" if it says none."""
    said = reading.get("wall") if isinstance(reading, dict) else None
    try:
        return stamp(datetime.fromisoformat(said)) if isinstance(said, str) else ""
    except ValueError:
        return ""
