"""Photos on their way: what the server has of each, and how long the bytes stay here."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path

from mobile.store.database import stamp
from mobile.store.feed import Feed
from mobile.store.outbox import LONGEST_WAIT
from shared.errors import StoreError
from shared.ids import Epoch, Sha256
from shared.sync.messages import BlobState
from shared.sync.ports import WaitingBlob

IS_SET_ASIDE = "(not_before IS NOT NULL AND not_before > ? AND not_before < ?)"
_HAS_OWNER = (
    "(EXISTS (SELECT 1 FROM record WHERE id = photo.record)"
    " OR EXISTS (SELECT 1 FROM sheet WHERE id = photo.record)"
    " OR EXISTS (SELECT 1 FROM outbox WHERE entity_id = photo.record))"
)


class Parcels(Feed):
    """The table blob as a sync session writes it, and the retention of what was acknowledged."""

    def waiting_blobs(self, limit: int, now: datetime) -> tuple[WaitingBlob, ...]:
        """Return photos of finished records that the server lacks, oldest first."""
        rows = self._rows(
            f"SELECT sha256, size_bytes, received FROM blob WHERE state = 'pending' AND NOT {IS_SET_ASIDE}"  # noqa: S608
            " ORDER BY seq, sha256 LIMIT ?",
            *set_aside_between(now),
            limit,
        )
        return tuple(
            WaitingBlob(row["sha256"], str(self.screen_path(row["sha256"])), row["size_bytes"], row["received"])
            for row in rows
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
        path = self.screen_path(sha256)
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
        return self.files / "screen" / f"{sha256}.jpg"

    def _stored(self, sha256: Sha256, epoch: Epoch, server_time: datetime | None) -> int:
        return self._write(
            "UPDATE blob SET state = 'stored', received = size_bytes, acked_epoch = ?, acked_at = ?, not_before = NULL"
            " WHERE sha256 = ? AND state = 'pending'",
            epoch,
            None if server_time is None else stamp(server_time),
            sha256,
        )

    # retention ----------------------------------------------------------------------------------------------------

    def tidy(self, server_time: datetime) -> None:
        """Delete acknowledged work older than the retention, by the server's clock; never what waits or is a draft."""
        days = self._meta("retain_days")
        cutoff = stamp(server_time - timedelta(days=days if isinstance(days, int) else 30))
        epoch = self._meta("epoch")
        if not isinstance(epoch, str):
            return
        with self.transaction():
            doomed = self._forget_acknowledged(epoch, cutoff)
        self._remove_files(doomed)

    def _forget_acknowledged(self, epoch: str, cutoff: str) -> list[Sha256]:
        self._write(
            "DELETE FROM outbox WHERE state = 'acked' AND acked_epoch = ? AND acked_at < ?"
            " AND entity_id NOT IN (SELECT entity_id FROM outbox WHERE state <> 'acked')"
            " AND NOT EXISTS (SELECT 1 FROM photo p JOIN blob b ON b.sha256 = p.sha256"
            " WHERE p.record = outbox.entity_id AND p.state = 'ready'"
            " AND (b.state = 'pending' OR b.has_file = 1 AND (b.acked_at >= ? OR b.acked_epoch IS NOT ?)))",
            epoch,
            cutoff,
            cutoff,
            epoch,
        )
        self._write(
            "DELETE FROM record WHERE status = 'final' AND NOT EXISTS (SELECT 1 FROM outbox WHERE entity_id = record.id)"
        )
        self._write(f"DELETE FROM photo WHERE state = 'dropped' OR state = 'ready' AND NOT {_HAS_OWNER}")  # noqa: S608
        return self._forget_orphans()

    def sweep_files(self) -> int:
        """Remove photo files that no row speaks of; return how many. Call it where photos are made, never beside that."""
        with self.transaction():
            known = {row["sha256"] for row in self._rows("SELECT sha256 FROM blob WHERE has_file = 1")}
            strays = [
                path
                for folder in ("screen", "thumb")
                for path in (self.files / folder).glob("*")
                if path.stem not in known or path.suffix != ".jpg"
            ]
            for path in strays:
                path.unlink(missing_ok=True)
        return len(strays)


def set_aside_between(now: datetime) -> tuple[str, str]:
    """The two times between which a ``not_before`` holds back; one further ahead comes from a clock set back since."""
    return stamp(now), stamp(now + LONGEST_WAIT)
