"""How things stand between this tablet and the server, for a person: what waits, why, what was refused, what became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from mobile.store.database import moment
from mobile.store.draft import Drafts
from mobile.store.replica import Replica
from mobile.store.row import Answered, Enrolment, Parked, SyncState, Waiting, WaitingPhoto
from shared.ids import OpId
from shared.wire import decode, loads

MOST_SHOWN = 40
"""So many waiting records are named; the others are counted."""


class Standing(Drafts, Replica):
    """The tables outbox, blob and meta as a person sees them.

    ``is_syncing`` and ``doing`` (the kind of request under way) are the facts that are no rows: a killed session is not
    running any more. ``unkept_try`` is how the last session ended where the disk takes no note of it.
    """

    is_syncing = False
    doing = ""
    unkept_try: Mapping[str, str | None] = MappingProxyType({})

    def enrolment(self) -> Enrolment | None:
        """Return who this tablet is, None before it was enrolled."""
        found = self._meta("enrolment")
        return None if found is None else decode(Enrolment, found)

    def sync_state(self) -> SyncState:
        """Say what waits here, since when, why, and when the next try is."""
        with self.snapshot():
            kinds = self._rows(
                "SELECT kind, count(*) AS n, min(made_at) AS oldest, sum(tries > 0 AND not_before IS NOT NULL) AS aside"
                " FROM outbox WHERE state = 'pending' GROUP BY kind ORDER BY min(seq)"
            )
            photos = self._photo_sums()
            queue, more = self._queue()
            last = self._last_try()
            salvaged_at = self._meta("salvaged_at")
            return SyncState(
                waiting=sum(row["n"] for row in kinds),
                waiting_by_kind=tuple((row["kind"], row["n"]) for row in kinds),
                oldest_waiting_at=_oldest(queue, kinds),
                photos_total=photos["total"],
                photos_sent=photos["sent"],
                photos_damaged=photos["damaged"],
                photos_without_space=self._number(
                    "SELECT count(*) FROM photo WHERE trouble <> '' AND trouble = 'no-space'"
                ),
                copies_left=photos["copies_left"],
                bytes_left=photos["size_left"],
                parked=self.parked(),
                answered=self.answered(),
                queue=queue,
                more_in_queue=more,
                set_aside=sum(one.aside_until is not None for one in queue)
                + sum(photo.aside_until is not None for one in queue for photo in one.photos),
                last_success_at=moment(last.get("success_at")),
                last_try_at=moment(last.get("try_at")),
                last_error_code=last.get("code") or "",
                next_try_at=moment(last.get("next_at")),
                is_running=self.is_syncing,
                doing=self.doing if self.is_syncing else "",
                is_offline=(last.get("code") or "").startswith("offline"),
                clock_skew_s=self._skew_s(),
                notes=tuple((last.get("notes") or "").split()),
                deletions_held=self._number("SELECT sum(held) FROM cursor WHERE held > 0"),
                salvaged_at=moment(salvaged_at) if isinstance(salvaged_at, str) else None,
                is_salvage_seen=self._seen_salvage() == salvaged_at,
            )

    def parked(self) -> tuple[Parked, ...]:
        """List what the server could not apply, or this tablet could not send; not what the office settled or was read."""
        rows = self._rows(
            "SELECT * FROM outbox WHERE state = 'parked' AND seen IS NULL"
            " AND json_extract(result, '$.problem.office') IS NULL ORDER BY seq"
        )
        return tuple(_parked(row) for row in rows)

    def answered(self) -> tuple[Answered, ...]:
        """List what the office made of what was refused, until the person has taken note of it."""
        rows = self._rows(
            "SELECT * FROM outbox WHERE json_extract(result, '$.problem.office') IS NOT NULL"
            " AND seen IS NOT json_extract(result, '$.problem.office.at') ORDER BY seq"
        )
        return tuple(_answered(row) for row in rows)

    def dismiss(self, op_id: OpId) -> None:
        """Take an operation off the list of what was refused or settled.

        What was only refused stays parked and asked for: the office's answer is still shown. What the office settled is
        done with. What only this tablet has cannot be dismissed.
        """
        self._write(
            "UPDATE outbox SET seen = json_extract(result, '$.problem.office.at'), state = 'acked'"
            " WHERE op_id = ? AND acked_epoch IS NOT NULL AND json_extract(result, '$.problem.office') IS NOT NULL",
            op_id,
        )
        self._write(
            "UPDATE outbox SET seen = 'refused' WHERE op_id = ? AND state = 'parked' AND acked_epoch IS NOT NULL", op_id
        )

    def allow_deletions(self) -> None:
        """Let the server delete as much as it wants to, once; a person has asked the office."""
        self._write("UPDATE cursor SET held = -1 WHERE held > 0")

    def ask_everything(self) -> None:
        """Let the next session say hello, and so ask what became of what was refused, however short ago the last was."""
        self._write("DELETE FROM meta WHERE k = 'hello_at'")

    def note_salvage(self) -> None:
        """Note that the person has read that the database was damaged and what could be read carried over."""
        found = self._meta("salvaged_at")
        if found is not None:
            self._set_meta("salvage_seen", found)

    def note_try(self, facts: Mapping[str, str | None]) -> None:
        """Keep when a session ran and how it ended: try_at, success_at, next_at, code, failures, notes."""
        self._set_meta("last_try", {**self._last_try(), **facts})

    def failures(self) -> int:
        """Return how many sessions in a row have failed."""
        return int(self._last_try().get("failures") or 0)

    # within -------------------------------------------------------------------------------------------------------

    def _photo_sums(self) -> dict[str, int]:
        row = self._row(_PHOTO_SUMS)
        return dict(row) if row is not None else {}

    def _queue(self) -> tuple[tuple[Waiting, ...], int]:
        """Name what waits, the oldest first: operations, and photos of what is on the server already; count the rest."""
        found: dict[str, Waiting] = {row["entity_id"]: _waiting(row) for row in self._rows(_WAITING_OPS)}
        others: set[str] = set()
        for row in self._waiting_photos():
            record = row["record"]
            if record not in found and len(found) >= MOST_SHOWN:
                others.add(record)
                continue
            one = found.get(record) or self._whose_photos(record)
            found[record] = _with_photo(one, row)
        shown = tuple(found.values())[:MOST_SHOWN]
        named = tuple(replace(one, photos_total=self._number(_PHOTOS_OF, one.entity_id)) for one in shown)
        return named, len(found) - len(shown) + len(others)

    def _waiting_photos(self) -> Iterator[sqlite3.Row]:
        """Yield a row for each file that a record waits for, however often the record shows the same picture."""
        seen: set[tuple[str, str]] = set()
        for row in self._rows(_WAITING_PHOTOS):
            name = row["record"], row["sha256"]
            if name not in seen:
                seen.add(name)
                yield row

    def _whose_photos(self, record: str) -> Waiting:
        row = self._row("SELECT kind, about, made_at FROM outbox WHERE entity_id = ? ORDER BY seq DESC LIMIT 1", record)
        if row is None:
            return Waiting(record, "", "", None, 0)
        return Waiting(record, row["kind"], row["about"], moment(row["made_at"]), 0)

    def _seen_salvage(self) -> object:
        return self._meta("salvage_seen")

    def _last_try(self) -> dict[str, str | None]:
        found = self._meta("last_try")
        return {**(found if isinstance(found, dict) else {}), **self.unkept_try}

    def clock_offset(self) -> timedelta | None:
        """Return how far the server's clock is ahead of ours, None before they were compared."""
        found = self._meta("offset_s")
        return timedelta(seconds=found) if isinstance(found, (int, float)) else None

    def _skew_s(self) -> int:
        offset = self.clock_offset()
        return 0 if offset is None else round(offset.total_seconds())


# What waits and what is damaged is few and looked at; what was sent (it has a time) is counted in its index alone, the last
# month of it: longer, a tablet keeps it only where the server asks it to.
_UNSENT = "FROM blob WHERE state = '{}' AND is_photo AND EXISTS (SELECT 1 FROM photo WHERE photo.sha256 = blob.sha256)"
_PHOTO_SUMS = (
    "SELECT sent + waiting + damaged AS total, sent, damaged, copies_left, size_left FROM ("  # noqa: S608 (constants)
    "SELECT (SELECT count(*) FROM blob WHERE state = 'stored' AND acked_at IS NOT NULL AND is_photo = 1"
    "  AND acked_at >= (SELECT date(max(acked_at), '-30 days') FROM blob"
    "   WHERE state = 'stored' AND acked_at IS NOT NULL AND is_photo = 1)) AS sent,"
    f" (SELECT count(*) {_UNSENT.format('pending')}) AS waiting,"
    f" (SELECT count(*) {_UNSENT.format('damaged')}) AS damaged,"
    " (SELECT count(*) FROM blob WHERE state = 'pending' AND is_photo = 0) AS copies_left,"
    " (SELECT coalesce(sum(size_bytes - received), 0) FROM blob WHERE state = 'pending'"
    " AND (NOT is_photo OR EXISTS (SELECT 1 FROM photo WHERE photo.sha256 = blob.sha256))) AS size_left)"
)
_WAITING_OPS = (
    "SELECT entity_id, min(seq) AS first, kind, about, made_at, count(*) AS n, max(tries) AS tries,"
    " max(CASE WHEN tries > 0 THEN not_before END) AS not_before"
    " FROM outbox WHERE state = 'pending' GROUP BY +entity_id ORDER BY first"
)
_WAITING_PHOTOS = (
    "SELECT p.record, p.item, b.sha256, b.size_bytes, b.received, b.state, CASE WHEN b.tries > 0 THEN b.not_before END AS not_before"
    " FROM blob b JOIN photo p ON p.sha256 = b.sha256"
    " WHERE b.state = 'pending' AND b.is_photo = 1 AND p.state = 'ready'"
    " UNION ALL SELECT p.record, p.item, b.sha256, b.size_bytes, 0, b.state, NULL"
    " FROM blob b CROSS JOIN photo p ON p.sha256 = b.sha256 WHERE b.state = 'damaged' AND p.state = 'ready'"
)
_PHOTOS_OF = "SELECT count(DISTINCT sha256) FROM photo WHERE record = ? AND state = 'ready'"


def _oldest(queue: Iterable[Waiting], kinds: Iterable[sqlite3.Row]) -> datetime | None:
    made = (*(one.at for one in queue), *(moment(row["oldest"]) for row in kinds))
    return min((at for at in made if at is not None), default=None)


def _waiting(row: sqlite3.Row) -> Waiting:
    return Waiting(
        row["entity_id"],
        row["kind"],
        row["about"],
        moment(row["made_at"]),
        row["n"],
        row["tries"],
        moment(row["not_before"]),
    )


def _with_photo(one: Waiting, row: sqlite3.Row) -> Waiting:
    photo = WaitingPhoto(
        row["item"], row["size_bytes"], row["received"], moment(row["not_before"]), row["state"] == "damaged"
    )
    return replace(one, photos=(*one.photos, photo))


def _problem(row: sqlite3.Row) -> dict[str, object]:
    result = loads(row["result"]) if row["result"] is not None else None
    problem = result.get("problem") if isinstance(result, dict) else None
    return problem if isinstance(problem, dict) else {}


def _parked(row: sqlite3.Row) -> Parked:
    members = _problem(row)
    code = str(members.get("type", "unknown")).rpartition("/")[2]
    return Parked(
        OpId(row["op_id"]),
        row["kind"],
        row["entity_id"],
        code,
        moment(row["made_at"]),
        members,
        row["about"],
        row["acked_epoch"] is None,
    )


def _answered(row: sqlite3.Row) -> Answered:
    office = _problem(row).get("office")
    said = {name: str(fact) for name, fact in office.items()} if isinstance(office, dict) else {}
    return Answered(
        OpId(row["op_id"]),
        row["kind"],
        row["entity_id"],
        said.get("act", ""),
        said.get("by", ""),
        said.get("word", ""),
        _moment(said.get("at")),
        moment(row["made_at"]),
        row["about"],
    )


def _moment(text: str | None) -> datetime | None:
    """Read a time that came from elsewhere."""
    try:
        found = moment(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
