"""What the server sends: pages of scopes, deletions, purges, resets, and the digest that proves them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar

from mobile.store.database import stamp
from mobile.store.outbox import Outbox
from mobile.store.photo import PICTURE, VOICE_FILE
from shared.hazard import TERMINAL
from shared.ids import ScopeId, Sha256
from shared.model.hazard import Reply
from shared.model.inspection import pictures
from shared.sync.messages import Entity, PullReply, Row, ScopePage, Verify
from shared.sync.ports import PullOutcome
from shared.wire import text_of

T = TypeVar("T")
VERIFY_EVERY = timedelta(days=1)
MOST_DELETIONS = 500
LARGEST_DELETED_SHARE = 0.3
FEW_DELETIONS = 20
"""So few rows are never alarming, whatever their share."""

_NEWER = (
    " ON CONFLICT (kind, id, scope) DO UPDATE SET rev = excluded.rev, body = excluded.body, is_stale = 0"
    " WHERE excluded.rev >= replica.rev OR replica.is_stale = 1"
)
_KEEP_HELD = "INSERT INTO replica (kind, id, scope, rev, body) VALUES (?1, ?2, ?3, ?4, ?5)" + _NEWER  # noqa: S608 (constants)
_KEEP = (
    "INSERT INTO replica (kind, id, scope, rev, body)"  # noqa: S608 (constants)
    " SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM cursor WHERE scope = ?3)" + _NEWER
)

_ORPHANS = (
    "SELECT sha256 FROM blob WHERE (state <> 'pending' OR is_photo = 0)"
    " AND NOT EXISTS (SELECT 1 FROM photo WHERE photo.sha256 = blob.sha256)"
    " AND NOT EXISTS (SELECT 1 FROM photo WHERE photo.thumb = blob.sha256)"
)


class Feed(Outbox):
    """The tables replica and cursor as a sync session writes them."""

    def cursors(self) -> dict[str, int]:
        """Return the cursor of every scope held, 0 where it begins anew."""
        return {row["scope"]: row["n"] for row in self._rows("SELECT scope, n FROM cursor ORDER BY scope")}

    def save_pull(self, reply: PullReply) -> PullOutcome:
        """Purge, upsert and delete rows, and advance cursors, all at once. Never touches drafts or the outbox."""
        doomed: list[Sha256] = []
        held: list[ScopeId] = []
        rows = 0
        with self.transaction():
            for scope in reply.purge:
                doomed += self._purge(scope)
            for page in reply.scopes:
                if self._save_page(page):
                    rows += len(page.rows)
                else:
                    held.append(page.scope)
        self._remove_files(doomed)
        return PullOutcome(rows, tuple(held))

    def _save_page(self, page: ScopePage) -> bool:
        self._write("INSERT INTO cursor (scope, n) VALUES (?, 0) ON CONFLICT DO NOTHING", page.scope)
        if page.reset:
            self._write("UPDATE replica SET is_stale = 1 WHERE scope = ?", page.scope)
            self._write("UPDATE cursor SET gone = 0, held = 0 WHERE scope = ?", page.scope)
        gone = sum(row.gone and self._has_fresh(row, page.scope) for row in page.rows)
        if self._is_alarming(page.scope, gone):
            return False
        fresh: list[tuple[str | int, ...]] = []
        for row in page.rows:
            if row.gone:
                fresh = self._upsert_all(fresh)
                self._write("DELETE FROM replica WHERE kind = ? AND id = ? AND scope = ?", row.kind, row.id, page.scope)
            elif row.body is not None:
                fresh.append((row.kind, row.id, page.scope, row.rev, text_of(row.body)))
        self._upsert_all(fresh)
        self._write(
            "UPDATE cursor SET n = ?1, is_ready = is_ready OR NOT ?2, gone = CASE ?2 WHEN 1 THEN gone + ?3 ELSE 0 END,"
            " held = CASE ?2 WHEN 1 THEN held ELSE 0 END WHERE scope = ?4",
            page.next,
            int(page.more),
            gone,
            page.scope,
        )
        return True

    def _has_fresh(self, row: Row, scope: ScopeId) -> bool:
        return (
            self._row(
                "SELECT 1 FROM replica WHERE kind = ? AND id = ? AND scope = ? AND is_stale = 0",
                row.kind,
                row.id,
                scope,
            )
            is not None
        )

    def _is_alarming(self, scope: ScopeId, gone: int) -> bool:
        """Hold a page that would bring the deletions since the scope was last whole above what anybody means."""
        cursor = self._row("SELECT gone, held FROM cursor WHERE scope = ?", scope)
        if cursor is None or not gone or cursor["held"] < 0:
            return False
        total = cursor["gone"] + gone
        had = cursor["gone"] + self._number("SELECT count(*) FROM replica WHERE scope = ?", scope)
        is_much = bool(total > MOST_DELETIONS or (total > FEW_DELETIONS and total > had * LARGEST_DELETED_SHARE))
        if is_much:
            self._write("UPDATE cursor SET held = ? WHERE scope = ?", total, scope)
        return is_much

    def _purge(self, scope: ScopeId) -> list[Sha256]:
        """Forget a scope; return the photos of what was finished there, if the server has them."""
        self._write("DELETE FROM replica WHERE scope = ?", scope)
        self._write("DELETE FROM cursor WHERE scope = ?", scope)
        kind, _, site = scope.partition(":")
        if kind != "site":
            return []
        rows = self._rows(_SENT_PHOTOS, site)
        for row in rows:
            self._write("UPDATE blob SET has_file = 0 WHERE sha256 = ?", row["sha256"])
            self._write(
                "UPDATE blob SET has_file = 0 WHERE state <> 'pending' AND is_photo = 0"
                " AND sha256 IN (SELECT thumb FROM photo WHERE sha256 = ?)",
                row["sha256"],
            )
        return [*(Sha256(row["sha256"]) for row in rows), *self._forget_orphans()]

    def _forget_orphans(self, among: Iterable[Sha256] = ()) -> list[Sha256]:
        """Forget photos that neither a record made here nor an open hazard shows; return whose files may go.

        ``among`` limits it to these, without looking through all.
        """
        known = [row for name in among for row in self._rows(_ORPHANS + " AND sha256 = ?", name)]
        return self._forget_unwanted(known if among else self._rows(_ORPHANS))

    def _forget_fetched(self) -> list[Sha256]:
        """Forget photos that were fetched for hazards which are open no more; return whose files may go."""
        return self._forget_unwanted(self._rows(_ORPHANS + " AND state = 'stored' AND acked_at IS NULL"))

    def _forget_unwanted(self, rows: list[sqlite3.Row]) -> list[Sha256]:
        wanted = set(self._wanted()) if rows else set()
        orphans = [Sha256(row["sha256"]) for row in rows if row["sha256"] not in wanted]
        for sha256 in orphans:
            self._write("DELETE FROM blob WHERE sha256 = ?", sha256)
        return orphans

    def _wanted(self) -> list[Sha256]:
        """List the photos that are wanted here: of people, of drafts, of what is rechecked with the latest hazards first."""
        still = (hazard for hazard in self._open_on_server() if hazard.state not in TERMINAL)
        photos = {hazard.id: [*hazard.photos_before, *hazard.photos_after] for hazard in still}
        for key, shown in photos.items():
            for reply in self._every(Reply, "reply", "json_extract(body, '$.hazard') = ?", key):
                shown += reply.photos_after
        names = [photo.sha256 for key in sorted(photos, reverse=True) for photo in pictures(photos[key])]
        return list(dict.fromkeys((*self._faces(), *self._taken_over(), *names)))

    def _faces(self) -> list[Sha256]:
        """List the photos of those who may take this tablet: a face is found quicker than a name."""
        rows = self._rows(
            "SELECT json_extract(p.body, '$.photo') AS photo FROM replica p WHERE p.kind = 'person'"
            " AND json_extract(p.body, '$.photo') IS NOT NULL"
            " AND EXISTS (SELECT 1 FROM replica q WHERE q.kind = 'pin' AND q.id = p.id) ORDER BY p.id"
        )
        return [Sha256(row["photo"]) for row in rows]

    def _taken_over(self) -> list[Sha256]:
        """List the photos of drafts that were begun on another tablet: who goes on with them wants to see them."""
        rows = self._rows(
            "SELECT p.sha256 FROM record r JOIN photo p ON p.record = r.id JOIN blob b ON b.sha256 = p.sha256"
            " WHERE r.status = 'draft' AND p.state = 'ready' AND b.state = 'stored' AND b.acked_at IS NULL ORDER BY p.rowid"
        )
        return [Sha256(row["sha256"]) for row in rows]

    # verify -------------------------------------------------------------------------------------------------------

    def digests(self, now: datetime) -> tuple[Verify, ...]:
        """Digest scopes that hold stale rows or were last confirmed a day ago; stale rows are left out."""
        with self.snapshot():
            due = self._rows(
                "SELECT scope, n FROM cursor c WHERE is_ready = 1 AND held <= 0 AND (verified_at IS NULL"
                " OR verified_at NOT BETWEEN ? AND ?"
                " OR EXISTS (SELECT 1 FROM replica r WHERE r.scope = c.scope AND r.is_stale = 1)) ORDER BY scope",
                stamp(now - VERIFY_EVERY),
                stamp(now),
            )
            return tuple(self._digest(row["scope"], row["n"]) for row in due)

    def confirm_scope(self, checked: Verify, now: datetime) -> None:
        """Note a matching digest and sweep the scope's stale rows, unless its cursor has moved on."""
        with self.transaction():
            if self._write(
                "UPDATE cursor SET verified_at = ? WHERE scope = ? AND n = ?", stamp(now), checked.scope, checked.at
            ):
                self._write("DELETE FROM replica WHERE scope = ? AND is_stale = 1", checked.scope)

    def doubt_scope(self, scope: ScopeId, now: datetime) -> None:
        """Note a digest that differs though everything was just pulled; look again in a day."""
        with self.transaction():
            self._write("UPDATE replica SET is_stale = 0 WHERE scope = ?", scope)
            self._write("UPDATE cursor SET verified_at = ? WHERE scope = ?", stamp(now), scope)

    def reset_scope(self, scope: ScopeId) -> None:
        """Mark the scope's rows stale and pull it from 0."""
        with self.transaction():
            self._write("UPDATE replica SET is_stale = 1 WHERE scope = ?", scope)
            self._write("UPDATE cursor SET n = 0, gone = 0, verified_at = NULL WHERE scope = ?", scope)

    def _digest(self, scope: str, at: int) -> Verify:
        rows = self._rows("SELECT kind, id, rev FROM replica WHERE scope = ? AND is_stale = 0", scope)
        total = sum(
            int.from_bytes(hashlib.sha256(f"{row['kind']}|{row['id']}|{row['rev']}".encode()).digest()[:8], "big")
            for row in rows
        )
        return Verify(ScopeId(scope), at, len(rows), f"{total % 2**64:016x}")

    def _upsert_all(self, rows: list[tuple[str | int, ...]]) -> list[tuple[str | int, ...]]:
        """Keep records of a scope that is held here, all by one statement; return an empty list for the next ones."""
        self._write_all(_KEEP_HELD, rows)
        return []

    def _upsert(self, entity: Entity) -> None:
        """Keep a record as it stands on the server, unless a newer form of it is here or its scope is not."""
        self._write(
            _KEEP,
            entity.kind,
            entity.id,
            entity.scope,
            entity.rev,
            text_of(entity.body),
        )

    def _remove_files(self, doomed: list[Sha256]) -> None:
        """Remove files after their rows have gone; what a kill leaves behind is swept by ``sweep_files``.

        A small copy that is still to be sent stays until then. The rows are looked at again where nobody else can write:
        the same picture may have been taken again since, by another thread.
        """
        for some in some_at_a_time(doomed):
            with self.transaction():
                for sha256 in some:
                    self._remove_unless_held("screen", sha256, IN_SCREEN)
                    self._remove_unless_held("thumb", sha256, _THUMB_IS_HELD)

    def _remove_unless_held(self, folder: str, sha256: Sha256, is_held: str) -> None:
        if self._row(is_held, sha256) is None:
            for suffix in (PICTURE, VOICE_FILE) if folder == "screen" else (PICTURE,):
                (self.files / folder / f"{sha256}{suffix}").unlink(missing_ok=True)


FILES_AT_ONCE = 500
"""Files looked up in one transaction: so a tap does not wait for all of them."""
IN_SCREEN = "SELECT 1 FROM blob WHERE sha256 = ? AND has_file = 1"
_THUMB_IS_HELD = (
    "SELECT 1 FROM blob WHERE sha256 = ?1 AND has_file = 1"
    " UNION ALL SELECT 1 FROM photo p JOIN blob b ON b.sha256 = p.thumb WHERE p.sha256 = ?1 AND b.has_file = 1 LIMIT 1"
)
# Of a site, what the server has and no draft or open form shows: photos of rounds, and of hazards, notes and rechecks, which
# stand in the outbox once they are handed in.
_SENT_PHOTOS = """
SELECT DISTINCT b.sha256 FROM blob b JOIN photo p ON p.sha256 = b.sha256
 WHERE b.state = 'stored'
   AND (EXISTS (SELECT 1 FROM record r
                 WHERE r.id = p.record AND r.status = 'final' AND json_extract(r.header, '$.site') = ?1)
        OR EXISTS (SELECT 1 FROM outbox o WHERE o.entity_id = p.record AND json_extract(o.body, '$.site') = ?1))
   AND NOT EXISTS (SELECT 1 FROM photo q
                    WHERE q.sha256 = b.sha256
                      AND (EXISTS (SELECT 1 FROM record d WHERE d.id = q.record AND d.status = 'draft')
                           OR EXISTS (SELECT 1 FROM sheet s WHERE s.id = q.record)))
"""


def some_at_a_time(every: Iterable[T]) -> Iterator[list[T]]:
    """Cut into lists of at most ``FILES_AT_ONCE``."""
    rest = iter(every)
    while some := list(islice(rest, FILES_AT_ONCE)):
        yield some
