"""What a person makes here and has not finished: records with answers and taps, signatures, forms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from mobile.store.database import stamp
from mobile.store.photo import Photos
from mobile.store.row import (
    AdmitDraft,
    ExcuseDraft,
    HazardDraft,
    NoteDraft,
    NoticeDraft,
    PhotoRow,
    PhotoState,
    RecheckDraft,
    VisitDraft,
)
from shared.errors import AlreadyFinalError, HandedOverError, UnknownRecordError
from shared.ids import AssetId, HazardId, InspectionId, NoteId, NoticeId, RecheckId
from shared.model.inspection import AFTER, VOICE, Answer, Inspection, Signature, Status
from shared.wire import dumps, encode

S = TypeVar("S", RecheckDraft, HazardDraft, NoteDraft, NoticeDraft, VisitDraft, ExcuseDraft, AdmitDraft)
Sheet = RecheckDraft | HazardDraft | NoteDraft | NoticeDraft | VisitDraft | ExcuseDraft | AdmitDraft
_SHEETS: dict[type, str] = {
    RecheckDraft: "recheck",
    HazardDraft: "hazard",
    NoteDraft: "note",
    NoticeDraft: "notice",
    VisitDraft: "visit",
    ExcuseDraft: "excuse",
    AdmitDraft: "admit",
}
AnswerKey = tuple[str, AssetId | None]


class Drafts(Photos):
    """The tables record, answer, tap, signature and sheet."""

    # records ------------------------------------------------------------------------------------------------------

    def add_record(self, inspection: Inspection) -> None:
        """Begin a record."""
        self._write(
            "INSERT INTO record (id, status, header, amends, begun_at) VALUES (?, 'draft', ?, ?, ?)",
            inspection.id,
            _header(inspection),
            inspection.amends,
            stamp(inspection.started_at.wall),
        )

    def change_record(self, inspection: Inspection) -> None:
        """Replace what a draft says besides answers, photos and signatures.

        Raises:
            AlreadyFinalError: it is finished.
        """
        self._refuse_given(inspection.id)
        if not self._write(
            "UPDATE record SET header = ? WHERE id = ? AND status = 'draft'", _header(inspection), inspection.id
        ):
            raise AlreadyFinalError(id=inspection.id)

    def finish_record(self, inspection: Inspection) -> None:
        """Keep the whole record as its final document; its answers and taps are no longer kept apart.

        Raises:
            AlreadyFinalError: it is finished.
            HandedOverError: somebody else has it.
        """
        self._refuse_given(inspection.id)
        if not self._write(
            "UPDATE record SET status = 'final', header = ?, document = ? WHERE id = ? AND status = 'draft'",
            _header(inspection),
            dumps(encode(inspection)),
            inspection.id,
        ):
            raise AlreadyFinalError(id=inspection.id)
        for table in ("answer", "tap", "signature"):
            self._write(f"DELETE FROM {table} WHERE record = ?", inspection.id)  # noqa: S608 (own table names)

    def drop_record(self, record: str) -> None:
        """Forget a draft with all that belongs to it."""
        self._write("DELETE FROM signature WHERE record = ?", record)
        self._write("UPDATE photo SET state = 'dropped' WHERE record = ?", record)
        self._write("DELETE FROM record WHERE id = ? AND status = 'draft'", record)
        self._write("DELETE FROM sheet WHERE id = ?", record)
        self._write("DELETE FROM position WHERE record = ?", record)

    def _own_inspection(self, inspection: InspectionId) -> Inspection | None:
        """Build a record made here, draft or final, from two queries."""
        rows = self._rows(
            "SELECT 0 AS part, coalesce(document, header) AS body, document IS NOT NULL AS is_whole"
            " FROM record WHERE id = ?1"
            " UNION ALL SELECT 1, body, 0 FROM answer WHERE record = ?1"
            " UNION ALL SELECT 2, body, 0 FROM signature WHERE record = ?1 ORDER BY part",
            inspection,
        )
        header = self._read_as(Inspection, rows[0]["body"]) if rows and rows[0]["part"] == 0 else None
        if header is None or rows[0]["is_whole"]:
            return header
        photos = self.photos_of(inspection)
        answers = self._all_as(Answer, [row for row in rows if row["part"] == 1])
        return replace(
            header,
            answers=_with_photos(answers, photos),
            photos=tuple(row.as_sent() for row in photos if row.state is PhotoState.READY),
            signatures=_in_order(self._all_as(Signature, [row for row in rows if row["part"] == 2])),
        )

    # answers and taps ---------------------------------------------------------------------------------------------

    def answers(self, inspection: InspectionId) -> tuple[Answer, ...]:
        """List a record's answers with the photos that are ready."""
        found = self._own_inspection(inspection)
        return () if found is None else found.answers

    def answer(self, record: str, item: str, per: AssetId | None) -> Answer | None:
        """Return the answer of a draft, without its photos.

        Raises:
            UnknownRecordError: no such record was begun here.
            AlreadyFinalError: the record is finished.
            HandedOverError: somebody else has it.
        """
        row = self._row(
            "SELECT r.status, a.body, g.record AS given FROM record r LEFT JOIN answer a"
            " ON a.record = r.id AND a.item = ? AND a.per = ? LEFT JOIN given g ON g.record = r.id WHERE r.id = ?",
            item,
            per or "",
            record,
        )
        if row is None:
            raise UnknownRecordError(kind="inspection", id=record)
        if row["status"] != Status.DRAFT.value:
            raise AlreadyFinalError(id=record)
        if row["given"] is not None:
            raise HandedOverError(id=record)
        return self._read_as(Answer, row["body"])

    def put_answer(self, record: str, answer: Answer, *, goes_on: bool = False) -> None:
        """Set an answer; what stood there before can be had back by ``undo``.

        ``goes_on``: it is the next stroke of what the last tap began, the figure that is being typed, and one ``undo``
        takes both back. It counts only if the last tap was on this very item.
        """
        last = (
            self._row("SELECT item, per FROM tap WHERE record = ? ORDER BY seq DESC LIMIT 1", record)
            if goes_on
            else None
        )
        if last is None or (last["item"], last["per"]) != (answer.item, answer.per or ""):
            self._tap(record, answer.item, answer.per)
        self._put_answer(record, answer)

    def put_answers(self, record: str, answers: tuple[Answer, ...]) -> None:
        """Set answers that no tap made (an amended record's), without a way back."""
        for answer in answers:
            self._put_answer(record, answer)

    def drop_answer(self, record: str, item: str, per: AssetId | None) -> None:
        """Take an answer away; it can be had back by ``undo``."""
        self._tap(record, item, per)
        self._write("DELETE FROM answer WHERE record = ? AND item = ? AND per = ?", record, item, per or "")

    def can_undo(self, record: str) -> bool:
        """Tell whether there is a tap to take back."""
        return self._row("SELECT 1 FROM tap WHERE record = ? LIMIT 1", record) is not None

    def taps(self, record: str, most: int) -> tuple[AnswerKey, ...]:
        """List whose answers the last taps changed, the latest first, ``most`` of them at most."""
        rows = self._rows("SELECT item, per FROM tap WHERE record = ? ORDER BY seq DESC LIMIT ?", record, most)
        return tuple((row["item"], AssetId(row["per"]) if row["per"] else None) for row in rows)

    def undo(self, record: str) -> AnswerKey | None:
        """Take the last tap back; return whose answer changed, None if there was no tap.

        Raises:
            HandedOverError: somebody else has the record.
        """
        self._refuse_given(record)
        tap = self._row("SELECT seq, item, per, body FROM tap WHERE record = ? ORDER BY seq DESC LIMIT 1", record)
        if tap is None:
            return None
        self._write("DELETE FROM answer WHERE record = ? AND item = ? AND per = ?", record, tap["item"], tap["per"])
        if tap["body"] is not None:
            self._write("INSERT INTO answer VALUES (?, ?, ?, ?)", record, tap["item"], tap["per"], tap["body"])
        self._write("DELETE FROM tap WHERE seq = ?", tap["seq"])
        return tap["item"], AssetId(tap["per"]) if tap["per"] else None

    def _tap(self, record: str, item: str, per: AssetId | None) -> None:
        self._write(
            "INSERT INTO tap (record, item, per, body) SELECT ?1, ?2, ?3,"
            " (SELECT body FROM answer WHERE record = ?1 AND item = ?2 AND per = ?3)",
            record,
            item,
            per or "",
        )

    def _put_answer(self, record: str, answer: Answer) -> None:
        self._write(
            "INSERT INTO answer (record, item, per, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (record, item, per) DO UPDATE SET body = excluded.body",
            record,
            answer.item,
            answer.per or "",
            dumps(encode(replace(answer, photos=(), after=(), voices=()))),
        )

    # signatures and forms -----------------------------------------------------------------------------------------

    def put_signature(self, record: str, signature: Signature) -> None:
        """Set what one signer wrote, or his refusal.

        Raises:
            HandedOverError: somebody else has the record.
        """
        self._refuse_given(record)
        self._write(
            "INSERT INTO signature (record, signer, body) VALUES (?, ?, ?)"
            " ON CONFLICT (record, signer) DO UPDATE SET body = excluded.body",
            record,
            signature.signer,
            dumps(encode(signature)),
        )

    def drop_signature(self, record: str, signer: str) -> None:
        """Take one signer's signature away.

        Raises:
            HandedOverError: somebody else has the record.
        """
        self._refuse_given(record)
        self._write("DELETE FROM signature WHERE record = ? AND signer = ?", record, signer)

    def signatures_of(self, record: str) -> tuple[Signature, ...]:
        """List the signatures on a draft in the order of their making."""
        found = self._all_as(Signature, self._rows("SELECT body FROM signature WHERE record = ?", record))
        return _in_order(found)

    def put_sheet(self, sheet: Sheet) -> None:
        """Begin a form or keep what was filled in."""
        self._write(
            "INSERT INTO sheet (id, kind, about, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET about = excluded.about, body = excluded.body",
            sheet.id,
            _SHEETS[type(sheet)],
            sheet.about,
            dumps(encode(sheet)),
        )

    def has_sheet(self, sheet: str) -> bool:
        """Tell whether a form of any kind is being filled in under this id."""
        return self._row("SELECT 1 FROM sheet WHERE id = ?", sheet) is not None

    def _refuse_given(self, record: str) -> None:
        """Refuse to change a draft that was handed over.

        Raises:
            HandedOverError: it was.
        """
        if self._row("SELECT 1 FROM given WHERE record = ?", record) is not None:
            raise HandedOverError(id=record)

    def finish_sheet(self, sheet: str) -> None:
        """Forget a form that is now an operation; its photos stay."""
        self._write("DELETE FROM sheet WHERE id = ?", sheet)
        self._write("DELETE FROM signature WHERE record = ?", sheet)

    def recheck_draft(self, recheck: RecheckId) -> RecheckDraft | None:
        """Return a recheck that is being recorded."""
        return self._sheet(RecheckDraft, "id", recheck)

    def recheck_draft_for(self, hazard: HazardId) -> RecheckDraft | None:
        """Return the recheck of a hazard that is being recorded."""
        return self._sheet(RecheckDraft, "about", hazard)

    def hazard_draft(self, hazard: HazardId) -> HazardDraft | None:
        """Return a hazard that is being written up."""
        return self._sheet(HazardDraft, "id", hazard)

    def note_draft(self, note: NoteId) -> NoteDraft | None:
        """Return a note that is being written."""
        return self._sheet(NoteDraft, "id", note)

    def notice_draft(self, notice: NoticeId) -> NoticeDraft | None:
        """Return a notice that is being written."""
        return self._sheet(NoticeDraft, "id", notice)

    def visit_draft(self, visit: InspectionId) -> VisitDraft | None:
        """Return an inspection of a unit that is being set out."""
        return self._sheet(VisitDraft, "id", visit)

    def sheets(self, cls: type[S]) -> tuple[S, ...]:
        """List the forms of one kind that are being filled in, the oldest first."""
        rows = self._rows("SELECT body FROM sheet WHERE kind = ? ORDER BY id", _SHEETS[cls])
        return self._all_as(cls, rows)

    def forms(self) -> tuple[Sheet, ...]:
        """List the forms of every kind that are being filled in, the oldest first."""
        kinds: dict[str, type[Any]] = {kind: cls for cls, kind in _SHEETS.items()}
        rows = self._rows("SELECT kind, body FROM sheet ORDER BY id")
        found: list[Sheet | None] = [self._read_as(kinds[row["kind"]], row["body"]) for row in rows]
        return tuple(form for form in found if form is not None)

    def _sheet(self, cls: type[S], column: str, value: str) -> S | None:
        row = self._row(
            f"SELECT body FROM sheet WHERE kind = ? AND {column} = ? ORDER BY id DESC LIMIT 1",  # noqa: S608
            _SHEETS[cls],
            value,
        )
        return None if row is None else self._read_as(cls, row["body"])


def _with_photos(answers: tuple[Answer, ...], photos: tuple[PhotoRow, ...]) -> tuple[Answer, ...]:
    by_key: dict[AnswerKey, Answer] = {(answer.item, answer.per): answer for answer in answers}
    for photo in photos:
        if photo.item and photo.state is PhotoState.READY:
            key = (photo.item, photo.per)
            answer = by_key.get(key) or Answer(photo.item, photo.per)
            if photo.role == AFTER:
                by_key[key] = replace(answer, after=(*answer.after, photo.id))
            elif photo.role == VOICE:
                by_key[key] = replace(answer, voices=(*answer.voices, photo.id))
            else:
                by_key[key] = replace(answer, photos=(*answer.photos, photo.id))
    return tuple(by_key.values())


def _in_order(signatures: tuple[Signature, ...]) -> tuple[Signature, ...]:
    return tuple(sorted(signatures, key=lambda signature: signature.at.wall))


def _header(inspection: Inspection) -> str:
    return dumps(encode(replace(inspection, answers=(), photos=(), signatures=())))
