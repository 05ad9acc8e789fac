"""What a shift needs beside records: excuses, the access log, rounds on their way to somebody else.

Each is the server's word overlaid with what waits here, as in ``replica``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from mobile.store.database import moment, stamp
from mobile.store.draft import Drafts
from mobile.store.replica import Replica
from mobile.store.row import AdmitDraft, ExcuseDraft, Given
from shared.clock import Reading
from shared.errors import AlreadyFinalError
from shared.ids import AccessId, ExcuseId, HandoverId, InspectionId, PersonId, PointId
from shared.model.access import Access
from shared.model.handover import Handover, HandoverState
from shared.model.place import Asset, Point
from shared.model.plan import Excuse
from shared.sync.merge import join_access, join_handover

_T = TypeVar("_T")
_INSIDE = "json_extract(body, '$.leaving') IS NULL AND json_extract(body, '$.refusal') IS NULL"
_OFFERED = "json_extract(body, '$.state') IS NULL"  # a member that equals its default is not written


class Rounds(Drafts, Replica):
    """Reads excuses, accesses and handovers; the table given."""

    # places -------------------------------------------------------------------------------------------------------

    def tag_owner(self, text: str) -> Point | None:
        """Find the point whose tag or printed number is ``text``, also if its tag is retired; one in use first."""
        wanted = text.strip()
        if not wanted:
            return None
        found = self._every(
            Point,
            "point",
            "(json_extract(body, '$.tag') = ? OR lower(json_extract(body, '$.number')) = ?)",
            wanted,
            wanted.lower(),
        )
        return min(found, key=lambda one: (one.is_tag_retired, one.tag != wanted, one.number), default=None)

    def assets(self) -> tuple[Asset, ...]:
        """List all equipment."""
        return self._every(Asset, "asset")

    # excuses ------------------------------------------------------------------------------------------------------

    def excuses(self, since: date) -> tuple[Excuse, ...]:
        """List what was asked for windows from ``since`` on, oldest first, what waits here too."""
        known = self._by_index(
            Excuse, "excuse", "replica_excuse", "json_extract(body, '$.window_on') >= ?", since.isoformat()
        )
        every = {one.id: one for one in (*self._own(Excuse, "excuse.put"), *known) if one.window_on >= since}
        return tuple(sorted(every.values(), key=lambda one: (one.at.wall, one.id)))

    def excuse_draft(self, excuse: ExcuseId) -> ExcuseDraft | None:
        """Return an excuse that is being written."""
        return self._sheet(ExcuseDraft, "id", excuse)

    def excuse_draft_for(self, about: str) -> ExcuseDraft | None:
        """Return the excuse of a window (``ExcuseDraft.about``) that is being written."""
        return self._sheet(ExcuseDraft, "about", about)

    # the access log -----------------------------------------------------------------------------------------------

    def people_inside(self) -> tuple[Access, ...]:
        """List who is in a machine room now, as far as this tablet knows, the longest there first."""
        known = self._by_index(Access, "access", "replica_access_inside", _INSIDE)
        return tuple(one for one in self._with_own_access(known, is_whole=True) if one.is_inside)

    def accesses_since(self, day: date) -> tuple[Access, ...]:
        """List the entries from a day (UTC) on, oldest first."""
        known = self._by_index(
            Access, "access", "replica_access_at", "json_extract(body, '$.at.wall') >= ?", day.isoformat()
        )
        return tuple(one for one in self._with_own_access(known) if one.at.wall.date() >= day)

    def access(self, access: AccessId) -> Access | None:
        """Return one entry."""
        found = self._one(Access, "access", access)
        own = self._own_bodies(Access, "access.put", "entity_id", access)
        for one in own:
            found = _joined(found, one)
        return found

    def admit_draft(self, access: AccessId) -> AdmitDraft | None:
        """Return an entry that is being written."""
        return self._sheet(AdmitDraft, "id", access)

    def admit_draft_for(self, point: PointId) -> AdmitDraft | None:
        """Return the entry to a room that is being written."""
        return self._sheet(AdmitDraft, "about", point)

    def _with_own_access(self, known: Iterable[Access], *, is_whole: bool = False) -> list[Access]:
        """Overlay entries with what waits here; ``is_whole``: also of entries of which the server's word was left out."""
        every = {one.id: one for one in known}
        for own in self._own(Access, "access.put"):
            held = every.get(own.id)
            if held is None and is_whole:
                held = self._one(Access, "access", own.id)
            every[own.id] = _joined(held, own)
        return sorted(every.values(), key=lambda one: (one.at.wall, one.id))

    # rounds that are handed over ----------------------------------------------------------------------------------

    def handovers_to(self, person: PersonId) -> tuple[Handover, ...]:
        """List the rounds that are offered to somebody, oldest first."""
        known = {one.id: one for one in self._by_index(Handover, "handover", "replica_handover_open", _OFFERED)}
        for own in self._own(Handover, "handover.put"):
            known[own.id] = _settled(known.get(own.id), own)
        open_ones = [one for one in known.values() if one.state is HandoverState.OFFERED and one.to == person]
        return tuple(sorted(open_ones, key=lambda one: (one.at.wall, one.id)))

    def handover(self, handover: HandoverId) -> Handover | None:
        """Return one handover as the server has it, else as this tablet made it."""
        found = self._one(Handover, "handover", handover)
        for own in self._own_bodies(Handover, "handover.put", "entity_id", handover):
            found = _settled(found, own)
        return found

    def handover_of(self, record: InspectionId) -> Handover | None:
        """Return the last handover of a record."""
        of_record = "json_extract(body, '$.record.id') = ?"
        found = self._by_index(Handover, "handover", "replica_handover_record", of_record, record)
        known = {one.id: one for one in found}
        for own in self._own_bodies(Handover, "handover.put", "about", record):
            known[own.id] = _settled(known.get(own.id), own)
        return max(known.values(), key=lambda one: (one.at.wall, one.id), default=None)

    def given(self, record: InspectionId) -> Given | None:
        """Tell whether and to whom a draft was handed over."""
        row = self._row("SELECT record, handover, name, at FROM given WHERE record = ?", record)
        if row is None:
            return None
        at = moment(row["at"])
        return None if at is None else Given(record, HandoverId(row["handover"]), row["name"], at)

    def all_given(self) -> tuple[InspectionId, ...]:
        """List the drafts that were handed over, oldest first."""
        return tuple(InspectionId(row["record"]) for row in self._rows("SELECT record FROM given ORDER BY at, record"))

    def give(self, record: InspectionId, handover: HandoverId, name: str, at: Reading) -> None:
        """Let a draft be read only, because somebody else has it."""
        self._refuse_given(record)
        self._write(
            "INSERT INTO given (record, handover, name, at) VALUES (?, ?, ?, ?)", record, handover, name, stamp(at.wall)
        )

    def take_back(self, record: InspectionId) -> None:
        """Let a draft that was handed over be written on again."""
        self._write("DELETE FROM given WHERE record = ?", record)

    def _by_index(self, cls: type[_T], kind: str, index: str, condition: str, *values: str) -> tuple[_T, ...]:
        """List rows of a kind that grows with the years: by its index, where SQLite would rather read all of the kind."""
        rows = self._rows(
            f"SELECT body, max(rev) FROM replica INDEXED BY {index} JOIN cursor USING (scope)"  # noqa: S608 (constants)
            f" WHERE is_ready = 1 AND kind = '{kind}' AND {condition} GROUP BY +id ORDER BY +id",
            *values,
        )
        return self._all_as(cls, rows)

    def _own(self, cls: type[_T], kind: str) -> tuple[_T, ...]:
        read = (self._read_as(cls, body) for body in self._unsettled(kind, "pending", "parked"))
        return tuple(one for one in read if one is not None)


def _joined(held: Access | None, own: Access) -> Access:
    """Overlay an entry with this tablet's version; one that the server will refuse does not hide its word."""
    try:
        return join_access(held, own)
    except AlreadyFinalError:
        return own if held is None else held


def _settled(held: Handover | None, own: Handover) -> Handover:
    try:
        return join_handover(held, own)
    except AlreadyFinalError:
        return own if held is None else held
