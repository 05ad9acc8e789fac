"""The queue of what is to be sent, and records joined with how far they got; ``standing`` says it all to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from mobile.store.database import moment, stamp
from mobile.store.draft import AnswerKey
from mobile.store.row import NewOp, Past, RecordHead, Shipment
from mobile.store.standing import Standing
from shared.errors import MalformedError
from shared.ids import AssetId, InspectionId, PointId, RuleId, TemplateId
from shared.model.inspection import Answer, Inspection, Result, Status
from shared.schedule import RecordFact
from shared.wire import decode, dumps, encode, loads

if TYPE_CHECKING:
    from shared.checklist import Past as Done

MOST_PAST = 5
MOST_PAST_RECORDS = 200
MOST_KNOWN = 50
"""So many forms at places are remembered with what was found there: some kilobytes each."""
_NEWNESS = itemgetter(0, 1)
_NOT_CHECKED = Result.NOT_CHECKED.value
LONGEST_WAIT = timedelta(hours=2)
"""Nothing is set aside for longer: a ``not_before`` further ahead comes from a clock that was set back since."""


_Said = tuple[str, str, dict[str, object]]
"""One answer of a finished record: when it was given, in which record, what it says as JSON.

Plain, since hundreds of records are gone through before an item is shown with what was found there before.
"""


def _answer_of(body: dict[str, object]) -> Answer | None:
    """Decode an answer; nothing if it is beyond this app."""
    try:
        return decode(Answer, body)
    except MalformedError:
        return None


def _wall(reading: object) -> str:
    found = reading.get("wall") if isinstance(reading, dict) else None
    return found if isinstance(found, str) else ""


class Outbox(Standing):
    """The making of operations, and records with how far they got."""

    def add_op(self, op: NewOp) -> None:
        """Queue an operation."""
        self._write(
            "INSERT INTO outbox (op_id, kind, entity_id, about, author, made_at, at, body, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending')",
            op.op_id,
            op.kind,
            op.entity,
            op.about,
            op.author,
            stamp(op.at.wall),
            dumps(encode(op.at)),
            dumps(op.body),
        )

    # records ------------------------------------------------------------------------------------------------------

    def inspection(self, inspection: InspectionId) -> Inspection | None:
        """Build a record, draft or final, made here or elsewhere."""
        return self._own_inspection(inspection) or self._one(Inspection, "inspection", inspection)

    def head(self, inspection: InspectionId) -> RecordHead | None:
        """Return one record's head."""
        rows = self._rows(_OWN_HEADS + " WHERE r.id = ?", inspection) or self._rows(
            _OTHER_HEADS + " AND r.id = ?", inspection
        )
        return next(iter(self._heads(rows)), None)

    def drafts(self) -> tuple[RecordHead, ...]:
        """List the records that are not finished and not handed over, oldest first."""
        return self._heads(
            self._rows(
                _OWN_HEADS  # noqa: S608 (constants)
                + " WHERE r.status = 'draft' AND NOT EXISTS (SELECT 1 FROM given g WHERE g.record = r.id)"
                " ORDER BY r.begun_at"
            )
        )

    def records_since(self, day: date) -> tuple[RecordHead, ...]:
        """List drafts of any age, and everybody's records begun on ``day`` (UTC) or later, oldest first."""
        own = self._rows(_OWN_HEADS + " WHERE r.begun_at >= ?", day.isoformat())
        own += self._rows(_OWN_HEADS + " WHERE r.status = 'draft'")
        others = self._rows(_OTHERS_SINCE, day.isoformat())
        return tuple(sorted(self._heads([*own, *others]), key=lambda head: head.started_at.wall))

    def finished_since(self, day: date) -> tuple[RecordHead, ...]:
        """List the records finished on this tablet and begun on ``day`` (UTC) or later, the last finished first."""
        rows = self._rows(f"{_OWN_HEADS} {_FINISHED_SINCE}", day.isoformat())
        return tuple(sorted(self._heads(rows), key=lambda head: (head.ended_at or head.started_at).wall, reverse=True))

    def finished_count(self, day: date) -> int:
        """Count what ``finished_since`` lists."""
        return self._number(f"SELECT count(*) FROM record r {_FINISHED_SINCE}", day.isoformat())  # noqa: S608 (constants)

    def task_facts(self, since: Mapping[RuleId, date]) -> tuple[RecordFact, ...]:
        """List what the schedule needs of the records of rules, each rule's from a ``window_on`` on."""
        wanted = dumps({rule: day.isoformat() for rule, day in since.items()})
        return tuple(
            RecordFact(RuleId(rule), date.fromisoformat(on), datetime.fromisoformat(begun), moment(ended))
            for rule, on, begun, ended in self._rows(_TASK_FACTS, wanted)
        )

    def previous(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None = None
    ) -> Mapping[AnswerKey, tuple[Past, ...]]:
        """Map each item to its last five answers at this point in finished records, newest first.

        ``asset`` narrows a form that is walked once per asset to the records of that one.
        """
        return self.past(point, template, asset)[0]

    def history(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None = None
    ) -> Mapping[AnswerKey, Done]:
        """Map each item to when it was last done here and what was found, as ``shared.checklist.Context`` wants it.

        未检 is not done; a record that a newer one amends counts no more.
        """
        return self.past(point, template, asset)[1]

    def past(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None = None
    ) -> tuple[Mapping[AnswerKey, tuple[Past, ...]], Mapping[AnswerKey, Done]]:
        """Return both ``previous`` and ``history`` from one reading of the records, which is what they cost.

        What was found stays known until another record is among them: a finished one never changes but in its revision.
        """
        place = (template, point, asset)
        among = tuple((row["id"], row["rev"]) for row in self._rows(_AMONG, *place, MOST_PAST_RECORDS))
        known = self._known.get(place)
        if known is not None and known[0] == among:
            return known[1]
        documents = self._documents(point, template, asset)
        said = _said(documents)
        found = _previous(said), _history(documents, said)
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[place] = among, found
        return found

    @cached_property
    def _known(self) -> dict[tuple[TemplateId, PointId | None, AssetId | None], tuple[object, _Earlier]]:
        return {}

    def _documents(self, point: PointId | None, template: TemplateId, asset: AssetId | None) -> list[_Document]:
        """Read the last records of a form at a place.

        Here and not by SQLite's JSON functions, which take ten times as long over two hundred records.
        """
        rows = self._rows(_FINISHED, template, point, asset, MOST_PAST_RECORDS)
        found = ((row["id"], row["begun_at"], loads(row["body"])) for row in rows)
        return [(record, begun_at, body) for record, begun_at, body in found if isinstance(body, dict)]

    def _heads(self, rows: list[sqlite3.Row]) -> tuple[RecordHead, ...]:
        found = ((row, self._read_as(Inspection, row["header"])) for row in rows)
        heads = {header.id: _head(row, header) for row, header in found if header is not None}
        return tuple(heads.values())


_Earlier: TypeAlias = "tuple[Mapping[AnswerKey, tuple[Past, ...]], Mapping[AnswerKey, Done]]"
_Document = tuple[str, str, dict[str, object]]
"""A finished record's id, when it was begun, and its body."""


def _said(documents: list[_Document]) -> dict[tuple[object, object], list[_Said]]:
    """Gather what was answered to each item of each asset, newest first; without a time of its own, at the record's end."""
    by_item: dict[tuple[object, object], list[_Said]] = {}
    for record, begun_at, document in documents:
        ended_at = _wall(document.get("ended_at")) or begun_at
        answers = document.get("answers")
        for body in answers if isinstance(answers, list) else ():
            if isinstance(body, dict) and (body.get("result") is not None or body.get("value") is not None):
                said = (_wall(body.get("at")) or ended_at, record, body)
                by_item.setdefault((body.get("item"), body.get("per")), []).append(said)
    for entries in by_item.values():
        entries.sort(key=_NEWNESS, reverse=True)
    return by_item


def _previous(said: dict[tuple[object, object], list[_Said]]) -> Mapping[AnswerKey, tuple[Past, ...]]:
    past: dict[AnswerKey, list[Past]] = {}
    latest = [one for entries in said.values() for one in entries[:MOST_PAST]]
    for at, record, body in sorted(latest, key=_NEWNESS, reverse=True):
        answer = _answer_of(body)
        if answer is not None:
            entry = Past(
                InspectionId(record),
                datetime.fromisoformat(at),
                answer.result,
                answer.value,
                answer.note,
                answer.photos,
            )
            past.setdefault((answer.item, answer.per), []).append(entry)
    return {key: tuple(entries) for key, entries in past.items()}


def _history(documents: list[_Document], said: dict[tuple[object, object], list[_Said]]) -> Mapping[AnswerKey, Done]:
    from shared.checklist import Past as Done

    amended = {body.get("amends") for _, _, body in documents}
    last: dict[AnswerKey, Done] = {}
    for entries in said.values():
        done = (one for one in entries if one[1] not in amended and one[2].get("result") != _NOT_CHECKED)
        found = next(done, None)
        answer = _answer_of(found[2]) if found is not None else None
        if found is not None and answer is not None:
            last[answer.item, answer.per] = Done(datetime.fromisoformat(found[0]), answer.value, answer.result)
    return last


_SHIPMENT = "(SELECT state FROM outbox o WHERE o.entity_id = r.id ORDER BY seq DESC LIMIT 1) AS shipment"
_COUNTS = (
    "(SELECT count(DISTINCT p.sha256) FROM photo p WHERE p.record = r.id AND p.state = 'ready') AS photos_total,"
    " (SELECT count(DISTINCT p.sha256) FROM photo p JOIN blob b ON b.sha256 = p.sha256"
    " WHERE p.record = r.id AND p.state = 'ready' AND b.state = 'stored') AS photos_sent"
)
_OWN_HEADS = f"SELECT r.header, 1 AS is_own, {_SHIPMENT}, {_COUNTS} FROM record r"  # noqa: S608 (constants)
_FINISHED_SINCE = "WHERE r.status = 'final' AND r.begun_at >= ?"
_OTHER_HEADS = (
    "SELECT json_remove(r.body, '$.answers', '$.photos', '$.signatures') AS header, 0 AS is_own,"
    " 'acked' AS shipment, 0 AS photos_total, 0 AS photos_sent"
    " FROM replica r JOIN cursor USING (scope)"
    " WHERE r.kind = 'inspection' AND is_ready = 1 AND r.id NOT IN (SELECT id FROM record)"
)
_OTHERS_SINCE = (
    _OTHER_HEADS.replace("FROM replica r", "FROM replica r INDEXED BY replica_inspection_begin")
    + " AND json_extract(r.body, '$.started_at.wall') >= ?"
)
_TASK_FACTS = """
WITH wanted (rule, since) AS (SELECT key, value FROM json_each(?1)),
found (rule, window_on, header) AS (
    SELECT wanted.rule, json_extract(header, '$.task.window_on'), header
      FROM wanted CROSS JOIN record INDEXED BY record_by_task
     WHERE json_extract(header, '$.task.rule') = wanted.rule AND json_extract(header, '$.task.window_on') >= wanted.since
    UNION ALL
    SELECT wanted.rule, json_extract(body, '$.task.window_on'), body
      FROM wanted CROSS JOIN replica r INDEXED BY replica_inspection_task JOIN cursor USING (scope)
     WHERE r.kind = 'inspection' AND is_ready = 1 AND r.id NOT IN (SELECT id FROM record)
       AND json_extract(body, '$.task.rule') = wanted.rule AND json_extract(body, '$.task.window_on') >= wanted.since
)
SELECT rule, window_on, json_extract(header, '$.started_at.wall'),
       CASE json_extract(header, '$.status') WHEN 'final' THEN json_extract(header, '$.ended_at.wall') END
  FROM found
"""
_FINISHED = """
WITH own (id, begun_at, body) AS (
    SELECT id, begun_at, document FROM record INDEXED BY record_by_place
     WHERE document IS NOT NULL AND json_extract(document, '$.template') = ?1
       AND json_extract(document, '$.point') IS ?2
       AND (?3 IS NULL OR EXISTS (SELECT 1 FROM json_each(document, '$.assets') a WHERE a.value = ?3))
     ORDER BY begun_at DESC LIMIT ?4
),
theirs (id, begun_at, body) AS (
    SELECT id, json_extract(body, '$.started_at.wall'), body FROM replica INDEXED BY replica_inspection
     WHERE kind = 'inspection' AND json_extract(body, '$.template') = ?1 AND json_extract(body, '$.point') IS ?2
       AND json_extract(body, '$.status') = 'final'
       AND (?3 IS NULL OR EXISTS (SELECT 1 FROM json_each(body, '$.assets') a WHERE a.value = ?3))
     ORDER BY json_extract(body, '$.started_at.wall') DESC LIMIT ?4
),
finished (id, begun_at, body) AS (
    SELECT * FROM own
    UNION ALL
    SELECT * FROM theirs WHERE id NOT IN (SELECT id FROM own) GROUP BY +id
)
SELECT id, begun_at, body FROM finished ORDER BY begun_at DESC LIMIT ?4
"""
_AMONG = (
    _FINISHED.replace("own (id, begun_at, body)", "own (id, begun_at, rev)")
    .replace("begun_at, document FROM", "begun_at, 0 FROM")
    .replace("theirs (id, begun_at, body)", "theirs (id, begun_at, rev)")
    .replace("'$.started_at.wall'), body FROM", "'$.started_at.wall'), rev FROM")
    .replace("finished (id, begun_at, body)", "finished (id, begun_at, rev)")
    .replace("SELECT id, begun_at, body FROM finished", "SELECT id, rev FROM finished")
)
"""The records that `_FINISHED` reads, without what they say."""
_SHIPMENTS = {"pending": Shipment.WAITING, "acked": Shipment.SENT, "parked": Shipment.PARKED}


def _head(row: sqlite3.Row, header: Inspection) -> RecordHead:
    is_draft = header.status is Status.DRAFT
    return RecordHead(
        header.id,
        header.site,
        header.template,
        header.template_version,
        header.point,
        header.task,
        header.author,
        header.status,
        header.started_at,
        header.ended_at,
        header.amends,
        Shipment.DRAFT if is_draft and row["is_own"] else _SHIPMENTS.get(row["shipment"], Shipment.SENT),
        bool(row["is_own"]),
        row["photos_total"],
        row["photos_sent"],
    )
