"""Photos on their way: what the server has of each, and how long the bytes stay here."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path

from mobile.store.database import moment, stamp
from mobile.store.feed import IN_SCREEN, Feed, some_at_a_time
from mobile.store.outbox import LONGEST_WAIT
from mobile.store.photo import PICTURE, VOICE_FILE, bytes_path
from shared.errors import StoreError
from shared.ids import Epoch, Sha256
from shared.sync.messages import BlobState
from shared.sync.ports import WaitingBlob

IS_SET_ASIDE = "(not_before IS NOT NULL AND not_before > ? AND not_before < ?)"
LOW_BYTES = 400 << 20
"""With less space free, photos that are safe on the server leave this tablet before their time ..."""
ENOUGH_BYTES = 450 << 20
"""... until so much is free. Both lie below what fetching others' photos needs, so that nothing comes back at once."""
_RELEASABLE = """
SELECT b.sha256, b.size_bytes FROM blob b INDEXED BY blob_releasable
 WHERE b.state = 'stored' AND b.has_file = 1 AND b.is_photo = 1 AND b.acked_epoch = ?1
   AND EXISTS (SELECT 1 FROM photo p WHERE p.sha256 = b.sha256)
   AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.sha256 = b.sha256 AND p.state = 'ready' AND (
           EXISTS (SELECT 1 FROM record r WHERE r.id = p.record AND r.status = 'draft')
        OR EXISTS (SELECT 1 FROM sheet s WHERE s.id = p.record)
        OR NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entity_id = p.record)
        OR EXISTS (SELECT 1 FROM outbox o
                    WHERE o.entity_id = p.record AND NOT (o.state = 'acked' AND o.acked_epoch IS ?1))))
 ORDER BY b.acked_at, b.seq
"""
_OVER = """
SELECT seq, entity_id FROM outbox INDEXED BY outbox_acked
 WHERE state = 'acked' AND acked_at < ?2 AND acked_epoch = ?1
   AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entity_id = outbox.entity_id AND o.state <> 'acked')
   AND NOT EXISTS (SELECT 1 FROM photo p JOIN blob b ON b.sha256 IN (p.sha256, p.thumb)
                    WHERE p.record IN (outbox.entity_id, CASE outbox.kind WHEN 'handover.put' THEN outbox.about END)
                      AND p.state = 'ready'
                      AND (b.state = 'pending' OR b.has_file = 1 AND (b.acked_at >= ?2 OR b.acked_epoch IS NOT ?1)))
 ORDER BY acked_at LIMIT ?3
"""
# A draft that was handed over and has come back finished by somebody else is no longer needed here; its photos stay as long as
# those of a record of one's own.
_GIVEN_AND_BACK = (
    "SELECT id FROM record WHERE status = 'draft' AND id IN (SELECT record FROM given)"
    " AND EXISTS (SELECT 1 FROM replica r JOIN cursor USING (scope) WHERE is_ready = 1 AND r.kind = 'inspection'"
    " AND r.id = record.id AND json_extract(r.body, '$.status') = 'final')"
    " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.about = record.id AND o.kind = 'handover.put' AND o.state = 'pending')"
)
MOST_FORGOTTEN = 500
"""So many operations leave in one transaction; the next session goes on."""
SWEEP_EVERY = timedelta(days=1)
_HAS_OWNER = (
    "(EXISTS (SELECT 1 FROM record WHERE id = photo.record)"
    " OR EXISTS (SELECT 1 FROM sheet WHERE id = photo.record)"
    " OR EXISTS (SELECT 1 FROM outbox WHERE entity_id = photo.record)"
    " OR EXISTS (SELECT 1 FROM outbox WHERE about = photo.record AND kind = 'handover.put'))"
)


class Parcels(Feed):
    """The table blob as a sync session writes it, and the retention of what was acknowledged."""

    def waiting_blobs(self, limit: int, now: datetime) -> tuple[WaitingBlob, ...]:
        """Return what the server lacks of finished records' photos: all small copies first, each oldest first."""
        rows = self._rows(
            f"SELECT sha256, size_bytes, received, is_photo FROM blob WHERE state = 'pending' AND NOT {IS_SET_ASIDE}"  # noqa: S608
            " ORDER BY is_photo, seq, sha256 LIMIT ?",
            *set_aside_between(now),
            limit,
        )
        return tuple(
            WaitingBlob(
                row["sha256"],
                str(self._file_of(row["sha256"], is_photo=bool(row["is_photo"]))),
                row["size_bytes"],
                row["received"],
                not row["is_photo"],
            )
            for row in rows
        )

    def has_waiting_thumb(self, now: datetime) -> bool:
        """Tell whether a small copy waits that may be sent now."""
        return (
            self._row(
                f"SELECT 1 FROM blob WHERE state = 'pending' AND is_photo = 0 AND NOT {IS_SET_ASIDE} LIMIT 1",  # noqa: S608
                *set_aside_between(now),
            )
            is not None
        )

    def save_blobs(self, state: BlobState, server_time: datetime | None) -> int:
        """Keep what the server said about photos; return how many are stored whole."""
        with self.transaction():
            for sha256, received in state.partial.items():
                self._write("UPDATE blob SET received = ? WHERE sha256 = ? AND state = 'pending'", received, sha256)
            for sha256 in state.missing:
                self._write("UPDATE blob SET received = 0 WHERE sha256 = ? AND state = 'pending'", sha256)
            return sum(self._stored(sha256, state.epoch, server_time) for sha256 in state.stored)

    def save_offset(self, sha256: Sha256, received: int) -> None:
        """Keep how much of a photo the server has."""
        with self.transaction():
            self._write("UPDATE blob SET received = ? WHERE sha256 = ? AND state = 'pending'", received, sha256)

    def blob_stored(self, sha256: Sha256, epoch: Epoch, server_time: datetime | None) -> None:
        """Note that the server has a photo whole and verified, under ``epoch``."""
        with self.transaction():
            self._stored(sha256, epoch, server_time)

    def fail_blob(self, sha256: Sha256, not_before: datetime) -> None:
        """Count a failed try and wait until ``not_before``."""
        with self.transaction():
            self._write("UPDATE blob SET tries = tries + 1, not_before = ? WHERE sha256 = ?", stamp(not_before), sha256)

    def check_blob(self, sha256: Sha256) -> bool:
        """Hash the file again; if it is gone or differs from its name, mark the photo damaged and say False."""
        row = self._row("SELECT is_photo FROM blob WHERE sha256 = ?", sha256)
        path = self._file_of(sha256, is_photo=row is None or bool(row["is_photo"]))
        if path.is_file():
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == sha256:
                    return True
        with self.transaction():
            self._write("UPDATE blob SET state = 'damaged' WHERE sha256 = ? AND state = 'pending'", sha256)
        return False

    def wanted_blobs(self, limit: int, now: datetime) -> tuple[Sha256, ...]:
        """Return photos of open hazards and their replies that are not on this tablet, the latest hazards first."""
        with self.snapshot():
            aside = self._rows(f"SELECT sha256 FROM blob WHERE {IS_SET_ASIDE}", *set_aside_between(now))  # noqa: S608
            unwanted = {row["sha256"] for row in aside}
            wanted = (sha256 for sha256 in self._wanted() if sha256 not in unwanted)
            return tuple(sha256 for sha256 in wanted if not self.screen_path(sha256).exists())[:limit]

    def keep_blob(self, sha256: Sha256, content: bytes) -> bool:
        """Keep a fetched photo if it hashes to its name, and tell whether it did.

        Raises:
            StoreError: the file could not be written.
        """
        if hashlib.sha256(content).hexdigest() != sha256:
            return False
        path = self.screen_path(sha256)
        beside = self.files / "fetch" / f"{sha256}.part"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            with self.transaction():  # row and name together, so that ``sweep_files`` never sees one without the other
                self._note_kept(sha256, len(content))
                beside.replace(path)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise StoreError(detail=str(error)) from error
        return True

    def _note_kept(self, sha256: Sha256, size_bytes: int) -> None:
        epoch = self._meta("epoch")
        self._write(
            "INSERT INTO blob (sha256, seq, size_bytes, state, received, acked_epoch) VALUES (?1, 0, ?2, 'stored', ?2, ?3)"
            " ON CONFLICT (sha256) DO UPDATE SET has_file = 1, size_bytes = excluded.size_bytes, received = excluded.received,"
            " state = CASE state WHEN 'local' THEN 'local' ELSE 'stored' END, acked_epoch = excluded.acked_epoch,"
            " not_before = NULL",
            sha256,
            size_bytes,
            epoch if isinstance(epoch, str) else None,
        )

    def skip_blob(self, sha256: Sha256, not_before: datetime) -> None:
        """Do not want a photo until ``not_before``."""
        with self.transaction():
            self._write(
                "INSERT INTO blob (sha256, seq, size_bytes, state, has_file, not_before) VALUES (?, 0, 0, 'stored', 0, ?)"
                " ON CONFLICT (sha256) DO UPDATE SET not_before = excluded.not_before",
                sha256,
                stamp(not_before),
            )

    def screen_path(self, sha256: Sha256) -> Path:
        """Name the file that holds the bytes with this hash."""
        return bytes_path(self.files, sha256)

    def _file_of(self, sha256: Sha256, *, is_photo: bool) -> Path:
        return self.screen_path(sha256) if is_photo else self.thumb_path(sha256)

    def _stored(self, sha256: Sha256, epoch: Epoch, server_time: datetime | None) -> int:
        return self._write(
            "UPDATE blob SET state = 'stored', received = size_bytes, acked_epoch = ?, acked_at = ?, not_before = NULL"
            " WHERE sha256 = ? AND state = 'pending'",
            epoch,
            None if server_time is None else stamp(server_time),
            sha256,
        )

    # retention ----------------------------------------------------------------------------------------------------

    def tidy(self, server_time: datetime, free_bytes: int | None = None) -> None:
        """Delete acknowledged work older than the retention, by the server's clock; never what waits or is a draft.

        With less than ``LOW_BYTES`` free, photos that are safe on the server leave before that; see ``release_photos``.
        """
        days = self._meta("retain_days")
        cutoff = stamp(server_time - timedelta(days=days if isinstance(days, int) else 30))
        epoch = self._meta("epoch")
        if not isinstance(epoch, str):
            return
        with self.transaction():
            self._forget_given()
            doomed = self._forget_acknowledged(epoch, cutoff) + self._forget_dropped() + self._forget_fetched()
            if self._is_sweep_due(server_time):
                doomed += self._sweep_rows()
                self._set_meta("swept_at", stamp(server_time))
        self._remove_files(doomed)
        if free_bytes is not None and free_bytes < LOW_BYTES:
            self.release_photos(ENOUGH_BYTES - free_bytes)

    def release_photos(self, size_bytes: int) -> int:
        """Remove photos worth at least ``size_bytes``, if there are as many, and return what their files took.

        Only those that are stored under the current epoch and whose records are all acknowledged, under that epoch too;
        oldest acknowledgement first. Small copies stay. Nothing unsent, damaged or of a draft is ever touched.
        """
        epoch = self._meta("epoch")
        if not isinstance(epoch, str):
            return 0
        freed = 0
        released: list[Sha256] = []
        with self.transaction():
            for row in self._rows(_RELEASABLE, epoch):
                if freed >= size_bytes:
                    break
                self._write("UPDATE blob SET has_file = 0 WHERE sha256 = ?", row["sha256"])
                released.append(Sha256(row["sha256"]))
                freed += row["size_bytes"]
        for some in some_at_a_time(released):  # what a kill leaves in between, ``sweep_files`` removes
            with self.transaction():
                for sha256 in some:
                    self._remove_unless_held("screen", sha256, IN_SCREEN)
        return freed

    def _forget_given(self) -> None:
        for row in self._rows(_GIVEN_AND_BACK):
            for table, column in (("signature", "record"), ("position", "record"), ("record", "id")):
                self._write(f"DELETE FROM {table} WHERE {column} = ?", row["id"])  # noqa: S608 (names of our own)

    def _forget_acknowledged(self, epoch: str, cutoff: str) -> list[Sha256]:
        """Let go what is over, oldest first, with its record and photos; what it costs depends on that alone."""
        over = self._rows(_OVER, epoch, cutoff, MOST_FORGOTTEN)
        for row in over:
            self._write("DELETE FROM outbox WHERE seq = ?", row["seq"])
        doomed: list[Sha256] = []
        for record in dict.fromkeys(row["entity_id"] for row in over):
            self._write(
                "DELETE FROM record WHERE id = ?1 AND status = 'final'"
                " AND NOT EXISTS (SELECT 1 FROM outbox WHERE entity_id = ?1)",
                record,
            )
            shown = self._rows("SELECT sha256, thumb FROM photo WHERE record = ?", record)
            if self._write(f"DELETE FROM photo WHERE record = ? AND state <> 'pending' AND NOT {_HAS_OWNER}", record):  # noqa: S608
                doomed += (Sha256(name) for row in shown for name in row if name)
        return self._forget_orphans(dict.fromkeys(doomed)) if doomed else []

    def _forget_dropped(self) -> list[Sha256]:
        """Let go what a person has taken away, and did not take back."""
        shown = self._rows("SELECT sha256, thumb FROM photo WHERE state = 'dropped' AND trouble = ''")
        self._write("DELETE FROM photo WHERE state = 'dropped' AND trouble = ''")
        names = dict.fromkeys(Sha256(name) for row in shown for name in row if name)
        return self._forget_orphans(names) if names else []

    def _is_sweep_due(self, server_time: datetime) -> bool:
        """Tell whether all rows were last looked through a day ago; that time is the server's and may be ahead."""
        swept_at = self._meta("swept_at")
        last = moment(swept_at) if isinstance(swept_at, str) else None
        return last is None or not timedelta(0) <= server_time - last < SWEEP_EVERY

    def _sweep_rows(self) -> list[Sha256]:
        """Forget what nothing holds any more, whatever became of its owner: once a day, as it reads every row."""
        self._write(
            "DELETE FROM record WHERE status = 'final' AND NOT EXISTS (SELECT 1 FROM outbox WHERE entity_id = record.id)"
        )
        self._write(f"DELETE FROM photo WHERE state <> 'pending' AND NOT {_HAS_OWNER}")  # noqa: S608
        return self._forget_orphans()

    def sweep_files(self) -> int:
        """Remove photo files that no row speaks of; return how many. Call it where photos are made, never beside that."""
        strays = 0
        for folder, is_known in (("screen", IN_SCREEN), ("thumb", _IN_THUMB)):
            for paths in some_at_a_time((self.files / folder).glob("*")):
                strays += self._sweep_some(paths, is_known)
        return strays

    def _sweep_some(self, paths: list[Path], is_known: str) -> int:
        """Remove those that no row names; a file and its row come in one transaction, which this one waits for."""
        with self.transaction():
            strays = [
                path
                for path in paths
                if path.suffix not in (PICTURE, VOICE_FILE) or self._row(is_known, path.stem) is None
            ]
            for path in strays:
                path.unlink(missing_ok=True)
        return len(strays)


_IN_THUMB = (
    "SELECT 1 FROM blob WHERE sha256 = ?1 AND has_file = 1 UNION ALL SELECT 1 FROM photo WHERE sha256 = ?1 LIMIT 1"
)


def set_aside_between(now: datetime) -> tuple[str, str]:
    """The two times between which a ``not_before`` holds back; one further ahead comes from a clock set back since."""
    return stamp(now), stamp(now + LONGEST_WAIT)
