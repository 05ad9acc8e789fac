"""The queue of what is to be sent, and records joined with how far they got; ``standing`` says it all to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from mobile.store.database import moment, stamp
from mobile.store.draft import AnswerKey
from mobile.store.row import NewOp, Past, RecordHead, Shipment
from mobile.store.standing import Standing
from shared.checklist import Past as Done
from shared.ids import AssetId, InspectionId, PointId, RuleId, TemplateId
from shared.model.inspection import Answer, Inspection, Status
from shared.schedule import RecordFact
from shared.wire import dumps, encode

MOST_PAST = 5
MOST_PAST_RECORDS = 200
LONGEST_WAIT = timedelta(hours=2)
"""Nothing is set aside for longer: a ``not_before`` further ahead comes from a clock that was set back since."""


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
        """List the records that are not finished, oldest first."""
        return self._heads(self._rows(_OWN_HEADS + " WHERE r.status = 'draft' ORDER BY r.begun_at"))

    def records_since(self, day: date) -> tuple[RecordHead, ...]:
        """List drafts of any age, and everybody's records begun on ``day`` (UTC) or later, oldest first."""
        own = self._rows(_OWN_HEADS + " WHERE r.status = 'draft' OR r.begun_at >= ?", day.isoformat())
        others = self._rows(_OTHERS_SINCE, day.isoformat())
        return tuple(sorted(self._heads([*own, *others]), key=lambda head: head.started_at.wall))

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
        past: dict[AnswerKey, list[Past]] = {}
        for row in self._said(point, template, asset, MOST_PAST):
            answer = self._read_as(Answer, row["body"])
            if answer is not None:
                past.setdefault((answer.item, answer.per), []).append(
                    Past(
                        InspectionId(row["id"]),
                        datetime.fromisoformat(row["said_at"]),
                        answer.result,
                        answer.value,
                        answer.note,
                        answer.photos,
                    )
                )
        return {key: tuple(entries) for key, entries in past.items()}

    def history(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None = None
    ) -> Mapping[AnswerKey, Done]:
        """Map each item to when it was last done here and what was found, as ``shared.checklist.Context`` wants it.

        未检 is not done; a record that a newer one amends counts no more.
        """
        last: dict[AnswerKey, Done] = {}
        for row in self._said(point, template, asset, 1, is_done=True):
            answer = self._read_as(Answer, row["body"])
            if answer is not None:
                at = datetime.fromisoformat(row["said_at"])
                last[answer.item, answer.per] = Done(at, answer.value, answer.result)
        return last

    def _said(
        self, point: PointId | None, template: TemplateId, asset: AssetId | None, most: int, *, is_done: bool = False
    ) -> list[sqlite3.Row]:
        return self._rows(_SAID, template, point, asset, int(is_done), MOST_PAST_RECORDS, most)

    def _heads(self, rows: list[sqlite3.Row]) -> tuple[RecordHead, ...]:
        found = ((row, self._read_as(Inspection, row["header"])) for row in rows)
        heads = {header.id: _head(row, header) for row, header in found if header is not None}
        return tuple(heads.values())


_SHIPMENT = "(SELECT state FROM outbox o WHERE o.entity_id = r.id ORDER BY seq DESC LIMIT 1) AS shipment"
_COUNTS = (
    "(SELECT count(DISTINCT p.sha256) FROM photo p WHERE p.record = r.id AND p.state = 'ready') AS photos_total,"
    " (SELECT count(DISTINCT p.sha256) FROM photo p JOIN blob b ON b.sha256 = p.sha256"
    " WHERE p.record = r.id AND p.state = 'ready' AND b.state = 'stored') AS photos_sent"
)
_OWN_HEADS = f"SELECT r.header, 1 AS is_own, {_SHIPMENT}, {_COUNTS} FROM record r"  # noqa: S608 (constants)
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
_SAID = """
WITH finished (id, begun_at, body) AS (
    SELECT id, json_extract(body, '$.started_at.wall'), body FROM replica
     WHERE kind = 'inspection' AND json_extract(body, '$.template') = ?1 AND json_extract(body, '$.point') IS ?2
       AND json_extract(body, '$.status') = 'final'
       AND NOT EXISTS (SELECT 1 FROM record own WHERE own.id = replica.id)
     GROUP BY +id
    UNION ALL
    SELECT id, begun_at, document FROM record
     WHERE document IS NOT NULL AND json_extract(document, '$.template') = ?1
       AND json_extract(document, '$.point') IS ?2
),
newest AS (
    SELECT * FROM finished
     WHERE ?3 IS NULL OR EXISTS (SELECT 1 FROM json_each(finished.body, '$.assets') a WHERE a.value = ?3)
     ORDER BY begun_at DESC LIMIT ?5
),
said AS (
    SELECT newest.id, answer.value AS body,
           coalesce(json_extract(answer.value, '$.at.wall'), json_extract(newest.body, '$.ended_at.wall'),
                    newest.begun_at) AS said_at
      FROM newest, json_each(newest.body, '$.answers') AS answer
     WHERE (json_extract(answer.value, '$.result') IS NOT NULL OR json_extract(answer.value, '$.value') IS NOT NULL)
       AND (?4 = 0 OR json_extract(answer.value, '$.result') IS NOT 'not_checked'
            AND newest.id NOT IN (SELECT json_extract(body, '$.amends') FROM newest
                                   WHERE json_extract(body, '$.amends') IS NOT NULL))
),
counted AS (
    SELECT id, said_at, body, row_number() OVER (
               PARTITION BY json_extract(body, '$.item'), json_extract(body, '$.per')
               ORDER BY said_at DESC, id DESC) AS n
      FROM said
)
SELECT id, said_at, body FROM counted WHERE n <= ?6 ORDER BY said_at DESC, id DESC
"""
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
