"""The server's word, as this tablet sees it: the replica overlaid with what waits here to be sent.

A scope is shown once it was seen whole. Rows beyond this app (a newer server's) are left out, never an error.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from mobile.store import spot
from mobile.store.database import Database, moment
from shared.hazard import TRANSITIONS, Transition
from shared.ids import AssetId, HazardId, InspectionId, NoticeId, PersonId, PointId, SiteId, TemplateId, UnitId
from shared.model.hazard import (
    Extension,
    Hazard,
    HazardEvent,
    Notice,
    Recheck,
    RecheckResult,
    Reply,
)
from shared.model.inspection import Note, Review, ReviewState
from shared.model.issue import NoticeMove, NoticePut
from shared.model.number import NumberBlock, NumberLease
from shared.model.phrase import Phrase
from shared.model.place import Asset, Building, Person, Point, Site, Text, Unit
from shared.model.plan import Rule, Waiver, WorkdayYear
from shared.model.template import Template, template_key
from shared.sync.messages import HazardTransition
from shared.wire import dumps

T = TypeVar("T")
Done = HazardTransition | Recheck | NoticePut | NoticeMove
"""What was done here to a hazard and waits to be sent."""
_ACTS: dict[str, type[Done]] = {
    "hazard.transition": HazardTransition,
    "recheck.put": Recheck,
    "notice.put": NoticePut,
    "notice.move": NoticeMove,
}

_IS_OPEN = "coalesce(json_extract(body, '$.state'), 'draft') NOT IN ('closed', 'corrected_on_spot', 'voided')"
_VISIBLE = "FROM replica JOIN cursor USING (scope) WHERE is_ready = 1"
_RETURNED = """
SELECT v.id, v.body, max(v.rev) FROM replica v INDEXED BY replica_returned JOIN cursor USING (scope)
 WHERE is_ready = 1 AND v.kind = 'review' AND json_extract(v.body, '$.state') = 'returned'
   AND (json_extract(v.body, '$.inspection') IN (SELECT id FROM record)
        OR json_extract(v.body, '$.author') = (SELECT json_extract(meta.v, '$.person') FROM meta WHERE k = 'enrolment')
        OR json_extract(v.body, '$.author') = (SELECT person FROM duty))
   AND NOT EXISTS (SELECT 1 FROM record r
                    WHERE r.amends = json_extract(v.body, '$.inspection') AND r.status = 'final')
   AND NOT EXISTS (SELECT 1 FROM replica a
                    WHERE a.kind = 'inspection' AND json_extract(a.body, '$.amends') = json_extract(v.body, '$.inspection'))
 GROUP BY v.id
"""
# A record may be in several scopes; max(rev) picks the row that SQLite shows. The plus keeps SQLite from reading all rows
# of a kind in the order of their ids where an index of the condition finds a few.
_NEWEST = "GROUP BY +id ORDER BY +id"


class Replica(Database):
    """Reads the tables replica and, for the overlay, outbox."""

    # who and where ------------------------------------------------------------------------------------------------

    def site(self, site: SiteId) -> Site | None:
        """Return one estate."""
        return self._one(Site, "site", site)

    def building(self, building: str) -> Building | None:
        """Return one building."""
        return self._one(Building, "building", building)

    def point(self, point: PointId) -> Point | None:
        """Return one point."""
        return self._one(Point, "point", point)

    def points(self) -> tuple[Point, ...]:
        """List the points by their printed numbers."""
        return tuple(sorted(self._every(Point, "point"), key=lambda point: point.number))

    def point_by_tag(self, text: str) -> Point | None:
        """Find the point whose tag or printed number is ``text``; a retired tag finds nothing."""
        wanted = text.strip()
        if not wanted:
            return None
        points = [point for point in self.points() if not point.is_tag_retired]
        by_tag = (point for point in points if point.tag == wanted)
        by_number = (point for point in points if point.number.casefold() == wanted.casefold())
        return next(by_tag, None) or next(by_number, None)

    def asset(self, asset: AssetId) -> Asset | None:
        """Return one piece of equipment."""
        return self._one(Asset, "asset", asset)

    def assets_at(self, point: PointId) -> tuple[Asset, ...]:
        """List the equipment in service at a point by number."""
        found = self._every(Asset, "asset", "json_extract(body, '$.point') = ?", point)
        return tuple(sorted((asset for asset in found if asset.is_in_service), key=lambda asset: asset.number))

    def unit(self, unit: UnitId) -> Unit | None:
        """Return one inspected unit."""
        return self._one(Unit, "unit", unit)

    def units(self) -> tuple[Unit, ...]:
        """List the inspected units."""
        return self._every(Unit, "unit")

    def person(self, person: PersonId) -> Person | None:
        """Return one person."""
        return self._one(Person, "person", person)

    def people(self) -> tuple[Person, ...]:
        """List the active people."""
        return tuple(person for person in self._every(Person, "person") if person.is_active)

    # the plan -----------------------------------------------------------------------------------------------------

    def template(self, template: TemplateId, version: int) -> Template | None:
        """Return one version of a template."""
        return self._one(Template, "template", template_key(template, version))

    def template_title(self, template: TemplateId, version: int) -> Text | None:
        """Return what a version of a template is called, without reading all of it."""
        row = self._row(
            f"SELECT json_extract(body, '$.title') AS title {_VISIBLE} AND kind = 'template' AND id = ?"
            " ORDER BY rev DESC LIMIT 1",
            template_key(template, version),
        )
        return None if row is None else self._read_as(Text, row["title"])

    def latest_template(self, template: TemplateId) -> Template | None:
        """Return the newest version of a template."""
        return next((found for found in self.templates() if found.id == template), None)

    def has_templates(self) -> bool:
        """Tell whether there is any form."""
        return self._row(f"SELECT 1 {_VISIBLE} AND kind = 'template' LIMIT 1") is not None

    def templates(self) -> tuple[Template, ...]:
        """List the newest version of each template, by id."""
        newest: dict[TemplateId, Template] = {}
        for found in self._every(Template, "template"):
            if found.id not in newest or newest[found.id].version < found.version:
                newest[found.id] = found
        return tuple(newest[key] for key in sorted(newest))

    def library(self) -> tuple[Phrase, ...]:
        """List the newest version of each hazard wording of the office that is in use."""
        from shared.checklist import newest

        return newest(self._every(Phrase, "phrase"))

    def library_phrase(self, key: str) -> Phrase | None:
        """Return one version of a wording."""
        return self._one(Phrase, "phrase", key) if key else None

    def rules(self) -> tuple[Rule, ...]:
        """List the schedule's rules."""
        return self._every(Rule, "rule")

    def workdays(self) -> tuple[WorkdayYear, ...]:
        """List the years of the workday table, the newest version of each."""
        newest: dict[int, WorkdayYear] = {}
        for found in self._every(WorkdayYear, "workday_year"):
            if found.year not in newest or newest[found.year].version < found.version:
                newest[found.year] = found
        return tuple(newest[year] for year in sorted(newest))

    def waivers(self) -> tuple[Waiver, ...]:
        """List the approved excuses."""
        return self._every(Waiver, "waiver")

    # about records ------------------------------------------------------------------------------------------------

    def returned(self) -> tuple[Review, ...]:
        """List the reviews that sent records of this tablet or its person back, and that nothing answers, oldest first."""
        rows = self._rows(_RETURNED)
        latest = {review.inspection: self.review_of(review.inspection) for review in self._all_as(Review, rows)}
        still = (review for review in latest.values() if review is not None)
        return tuple(
            sorted((review for review in still if review.state is ReviewState.RETURNED), key=lambda review: review.at)
        )

    def review_of(self, inspection: InspectionId) -> Review | None:
        """Return the office's latest verdict on a record."""
        found = self._every(Review, "review", "json_extract(body, '$.inspection') = ?", inspection)
        return max(found, key=lambda review: review.at, default=None)

    def notes_about(self, kind: str, entity: str) -> tuple[Note, ...]:
        """List the notes about a record, oldest first, those that wait here too."""
        sent = self._every(Note, "note", "json_extract(body, '$.about_id') = ?", entity)
        own = self._waiting(Note, "note.put", entity)
        every = {note.id: note for note in (*own, *sent) if note.about_kind == kind}
        return tuple(sorted(every.values(), key=lambda note: note.at.wall))

    # hazards ------------------------------------------------------------------------------------------------------

    def hazards(self) -> tuple[Hazard, ...]:
        """List the hazards, those that wait here too, with what was done to them here."""
        return tuple(self._overlay((*self._every(Hazard, "hazard"), *self._raised_here())))

    def current_hazards(self) -> tuple[Hazard, ...]:
        """List the hazards that are not over on the server, those that wait here too, with what was done to them here."""
        return tuple(self._overlay((*self._open_on_server(), *self._raised_here())))

    def hazards_from(self, records: Collection[InspectionId]) -> tuple[Hazard, ...]:
        """List the hazards that were found in some records, those that wait here too, with what was done to them here."""
        rows = self._rows(
            "SELECT body, max(rev) FROM replica INDEXED BY replica_hazard_source JOIN cursor USING (scope)"  # noqa: S608
            " WHERE is_ready = 1 AND kind = 'hazard'"
            f" AND json_extract(body, '$.source') IN (SELECT value FROM json_each(?)) {_NEWEST}",
            dumps(list(records)),
        )
        here = (hazard for hazard in self._raised_here() if hazard.source in records)
        return tuple(self._overlay((*self._all_as(Hazard, rows), *here)))

    def hazard_count(self, found_by: PersonId | None = None) -> int:
        """Count the hazards of any state, or those that a person found; those that wait here too."""
        condition, values = ("", ()) if found_by is None else ("AND json_extract(body, '$.found_by') = ?", (found_by,))
        known = self._number(
            "SELECT count(DISTINCT id) FROM replica INDEXED BY replica_hazard_found JOIN cursor USING (scope)"  # noqa: S608
            f" WHERE is_ready = 1 AND kind = 'hazard' {condition}",
            *values,
        )
        return known + sum(found_by in (None, hazard.found_by) for hazard in self._raised_here())

    def _raised_here(self) -> tuple[Hazard, ...]:
        """List what was raised here and has not come back from the server."""
        bodies = self._unsettled("hazard.raise", "pending", "parked")
        raised = {one.id: one for body in bodies if (one := self._read_as(Hazard, body)) is not None}
        return tuple(one for one in raised.values() if self._one(Hazard, "hazard", one.id) is None)

    def open_hazards(self) -> tuple[Hazard, ...]:
        """List the hazards that are not over on the server, without those that only wait here."""
        return tuple(self._overlay(self._open_on_server()))

    def hazard(self, hazard: HazardId) -> Hazard | None:
        """Return one hazard as this tablet sees it."""
        found = self._one(Hazard, "hazard", hazard) or next(
            iter(self._own_bodies(Hazard, "hazard.raise", "entity_id", hazard)), None
        )
        return None if found is None else next(iter(self._overlay([found])))

    def hazard_rev(self, hazard: HazardId) -> int:
        """Return the server's revision of a hazard that this tablet has seen; 0 if it only exists here."""
        return self._number("SELECT max(rev) FROM replica WHERE kind = 'hazard' AND id = ?", hazard)

    def notice(self, notice: NoticeId) -> Notice | None:
        """Return one notice, one that waits here too, with the receipt that was given here."""
        found = self._one(Notice, "notice", notice) or next(
            (spot.issued(put) for put in self._own_bodies(NoticePut, "notice.put", "entity_id", notice)), None
        )
        return None if found is None else self._received([found])[0]

    def notices(self) -> tuple[Notice, ...]:
        """List the notices, those that wait here too, the latest first."""
        known = {notice.id: notice for notice in self._every(Notice, "notice")}
        for body in self._unsettled("notice.put", "pending", "parked"):
            put = self._read_as(NoticePut, body)
            if put is not None:
                known.setdefault(put.id, spot.issued(put))
        return tuple(sorted(self._received(known.values()), key=spot.issue_time, reverse=True))

    def number_blocks(self) -> tuple[NumberBlock, ...]:
        """List the blocks of notice numbers leased to this tablet, the earliest first."""
        own = self._meta("enrolment")
        device = own.get("device") if isinstance(own, dict) else None
        found = self._every(NumberBlock, "number_block", "json_extract(body, '$.device') = ?", str(device))
        return tuple(sorted(found, key=lambda block: (block.year, block.first)))

    def printed_numbers(self) -> frozenset[str]:
        """Return every notice number that stands on a notice known here, sent or not."""
        rows = self._rows(
            "SELECT json_extract(body, '$.no') AS no FROM replica WHERE kind = 'notice'"
            " UNION SELECT json_extract(body, '$.no') FROM outbox WHERE kind = 'notice.put'"
        )
        return frozenset(str(row["no"]) for row in rows)

    def is_lease_asked(self, year: int, since: datetime) -> bool:
        """Tell whether a request for numbers waits to be sent, or one of ``year`` made after ``since`` was refused."""
        if self._unsettled("number.lease", "pending"):
            return True
        refused = self._rows("SELECT made_at, body FROM outbox WHERE state = 'parked' AND kind = 'number.lease'")
        asked = ((moment(row["made_at"]), self._read_as(NumberLease, row["body"])) for row in refused)
        return any(at is not None and at > since and lease is not None and lease.year == year for at, lease in asked)

    def _received(self, notices: Iterable[Notice]) -> list[Notice]:
        moves = {
            move.id: move
            for body in self._unsettled("notice.move", "pending")
            if (move := self._read_as(NoticeMove, body)) is not None
        }
        return [spot.received(notice, moves.get(notice.id)) for notice in notices]

    def reply_for(self, hazard: HazardId) -> Reply | None:
        """Return the unit's latest reply for a hazard."""
        found = self._every(Reply, "reply", "json_extract(body, '$.hazard') = ?", hazard)
        return max(found, key=lambda reply: reply.submitted_at, default=None)

    def extensions_of(self, hazard: HazardId) -> tuple[Extension, ...]:
        """List the requests for more time, oldest first."""
        found = self._every(Extension, "extension", "json_extract(body, '$.hazard') = ?", hazard)
        return tuple(sorted(found, key=lambda extension: extension.asked_at))

    def rechecks_of(self, hazard: HazardId) -> tuple[Recheck, ...]:
        """List the rechecks of a hazard, oldest first, those that wait here too."""
        sent = self._every(Recheck, "recheck", "json_extract(body, '$.hazard') = ?", hazard)
        every = {recheck.id: recheck for recheck in (*self._waiting(Recheck, "recheck.put", hazard), *sent)}
        return tuple(sorted(every.values(), key=lambda recheck: (recheck.round, recheck.at.wall)))

    def recheck_rounds(self, hazards: Collection[HazardId]) -> Mapping[HazardId, int]:
        """Map those of the hazards that were rechecked to their last recheck's round, one that waits here included."""
        rows = self._rows(_LAST_ROUNDS, dumps(list(hazards)))
        found = {HazardId(row["hazard"]): int(row["round"]) for row in rows}
        for body in self._unsettled("recheck.put", "pending", "parked"):
            recheck = self._read_as(Recheck, body)
            if recheck is not None:
                found[recheck.hazard] = max(recheck.round, found.get(recheck.hazard, 0))
        return found

    def _open_on_server(self) -> tuple[Hazard, ...]:
        # By this index: SQLite would rather read all hazards there ever were by the primary key.
        rows = self._rows(
            "SELECT body, max(rev) FROM replica INDEXED BY replica_hazard_open JOIN cursor USING (scope)"  # noqa: S608
            f" WHERE is_ready = 1 AND kind = 'hazard' AND {_IS_OPEN} {_NEWEST}"
        )
        return self._all_as(Hazard, rows)

    # the overlay --------------------------------------------------------------------------------------------------

    def _overlay(self, hazards: Iterable[Hazard]) -> list[Hazard]:
        done: dict[str, list[Done]] = {}
        for row in self._rows(
            "SELECT kind, about, body FROM outbox WHERE state = 'pending'"
            " AND kind IN ('hazard.transition', 'recheck.put', 'notice.put', 'notice.move') ORDER BY seq"
        ):
            act: Done | None = self._read_as(_ACTS[row["kind"]], row["body"])
            if act is None:
                continue
            notice = self.notice(act.id) if isinstance(act, (NoticePut, NoticeMove)) else None
            for about in notice.hazards if notice is not None else (row["about"],):
                done.setdefault(about, []).append(act)
        return [_moved(hazard, done.get(hazard.id, [])) for hazard in hazards]

    def _unsettled(self, kind: str, *states: str) -> list[str]:
        """List bodies in the order of their making; a state stands in the text, where the index over few rows needs it."""
        rows = [
            row
            for state in states
            for row in self._rows(f"SELECT seq, body FROM outbox WHERE state = '{state}' AND kind = ?", kind)  # noqa: S608
        ]
        return [row["body"] for row in sorted(rows, key=lambda row: row["seq"])]

    def _waiting(self, cls: type[T], kind: str, about: str) -> tuple[T, ...]:
        return self._own_bodies(cls, kind, "about", about)

    def _own_bodies(self, cls: type[T], kind: str, column: str, value: str) -> tuple[T, ...]:
        rows = self._rows(
            f"SELECT body FROM outbox WHERE kind = ? AND {column} = ?"  # noqa: S608 (own column names)
            " AND state IN ('pending', 'parked') ORDER BY seq",
            kind,
            value,
        )
        return self._all_as(cls, rows)

    # rows ---------------------------------------------------------------------------------------------------------

    def _one(self, cls: type[T], kind: str, key: str) -> T | None:
        row = self._row(
            f"SELECT body {_VISIBLE} AND kind = '{kind}' AND id = ? ORDER BY rev DESC LIMIT 1",
            key,
        )
        return None if row is None else self._read_as(cls, row["body"])

    def _every(self, cls: type[T], kind: str, condition: str = "1", *values: str) -> tuple[T, ...]:
        # The kind stands in the text, not in a parameter, so that SQLite may use the indexes for one kind only.
        rows = self._rows(
            f"SELECT body, max(rev) {_VISIBLE} AND kind = '{kind}' AND {condition} {_NEWEST}",
            *values,
        )
        return self._all_as(cls, rows)


_LAST_ROUNDS = """
SELECT wanted.value AS hazard, max(json_extract(body, '$.round')) AS round
  FROM json_each(?) wanted CROSS JOIN replica INDEXED BY replica_recheck JOIN cursor USING (scope)
 WHERE is_ready = 1 AND kind = 'recheck' AND json_extract(body, '$.hazard') = wanted.value
 GROUP BY wanted.value
"""


def _moved(hazard: Hazard, done: list[Done]) -> Hazard:
    """Show where a hazard will be once the server has agreed to what was done here; the steps are the server's."""
    for act in done:
        if isinstance(act, (NoticePut, NoticeMove)):
            hazard = spot.moved(hazard, act)
            continue
        event = act.event if isinstance(act, HazardTransition) else _event_of(act, hazard)
        cell = None if event is None else TRANSITIONS[hazard.state][event]
        if isinstance(cell, Transition):
            hazard = replace(hazard, state=cell.target, round=hazard.round + isinstance(act, Recheck))
    return hazard


def _event_of(recheck: Recheck, hazard: Hazard) -> HazardEvent | None:
    if recheck.result is RecheckResult.IMPOSSIBLE or recheck.round != hazard.round + 1:
        return None
    return HazardEvent.PASS_RECHECK if recheck.result is RecheckResult.PASSED else HazardEvent.FAIL_RECHECK
