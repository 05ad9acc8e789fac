"""The library of hazard wordings: every version is kept for ever, the newest one counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, case, exists, func, or_, select

from server.store.listing import Listed, paged
from server.store.page import Page, PageRequest
from server.store.tx import Tx
from server.tables import phrase
from shared import wire
from shared.ids import PhraseId
from shared.model.phrase import LONGEST_DAYS, Phrase


def phrases(tx: Tx) -> list[Phrase]:
    """List the newest version of every wording, retired ones too, by id."""
    newest = {one.id: one for one in tx.every(Phrase, order=(phrase.c.phrase_id, phrase.c.version))}
    return list(newest.values())


@dataclass(frozen=True, slots=True)
class PhraseFilter:
    """Which wordings; an empty member does not limit. ``code`` finds LMR-09 itself and, of LMR, all its items."""

    text: str = ""
    code: str = ""
    grade: str = ""
    clause: str = ""
    with_retired: bool = False


PHRASE_SORTS = ("codes", "words", "grade", "days", "clause")


def phrase_rows(tx: Tx, wanted: PhraseFilter, page: PageRequest, language: str = "zh") -> Page[Phrase]:
    """List the newest version of wordings, by the codes of their items unless ``page.sort`` says otherwise.

    Raises:
        MalformedError: the list has no such sort.
    """
    found = paged(tx, _LISTED[language == "en"], _matching(wanted), page)
    tx.prefetch("phrase", [row.id for row in found.rows])
    return replace(found, rows=tuple(tx.get(Phrase, row.id) for row in found.rows))  # type: ignore[return-value, arg-type]


def has_phrases(tx: Tx) -> bool:
    """Tell whether the library holds anything."""
    return tx.scalar(select(_KNOWN.id).limit(1)) is not None


def phrases_naming(tx: Tx, clause: str) -> list[Phrase]:
    """List the wordings whose newest version names a clause, retired ones too."""
    return tx.every(Phrase, is_newest(), _KNOWN.clause == clause[:_LONGEST_CLAUSE])


def phrase_versions(tx: Tx, of: PhraseId) -> list[Phrase]:
    """List the versions of one wording, oldest first."""
    return tx.every(Phrase, phrase.c.phrase_id == of, order=(phrase.c.version,))


def put_phrase(tx: Tx, new: Phrase) -> Phrase | None:
    """Keep a wording as the next version of its id; None if it says the same as the newest one.

    The version that ``new`` names is not looked at.
    """
    held = phrase_versions(tx, new.id)
    if not held:
        first = replace(new, version=1)
        tx.put(first)
        return first
    following = replace(new, version=held[-1].version + 1)
    if _says(following) == _says(held[-1]):
        return None
    tx.put(following)
    return following


def publish_phrases(tx: Tx, library: Iterable[Phrase]) -> int:
    """Add the wordings of a library that this server does not know; what the office changed stays. Return how many."""
    known = {one.id for one in phrases(tx)}
    fresh = [one for one in library if one.id not in known]
    for one in fresh:
        tx.put(one)
    return len(fresh)


def is_newest() -> ColumnElement[bool]:
    """Limit a query over wordings to the newest version of each."""
    later = phrase.alias("later")
    return ~exists().where(later.c.phrase_id == _KNOWN.phrase_id, later.c.version > _KNOWN.version)


_KNOWN = phrase.c
_LONGEST_CLAUSE = 200
_OF_ANY_ITEM = "zzzz"
"""Stands for no code in an order by codes."""
_IN_ENGLISH = func.coalesce(func.nullif(_KNOWN.words_en, ""), _KNOWN.words)
_SORTS: dict[str, ColumnElement[Any]] = {
    "codes": case((_KNOWN.codes == "", _OF_ANY_ITEM), else_=_KNOWN.codes),
    "grade": _KNOWN.grade,
    "days": func.coalesce(_KNOWN.days, LONGEST_DAYS + 1),
    "clause": _KNOWN.clause,
}
_LISTED = tuple(
    Listed(phrase, select(_KNOWN.id), {"words": words, **_SORTS}, "codes") for words in (_KNOWN.words, _IN_ENGLISH)
)


def _matching(wanted: PhraseFilter) -> list[ColumnElement[bool]]:
    where = [_KNOWN.is_gone.is_(False), is_newest()]
    if not wanted.with_retired:
        where.append(_KNOWN.is_retired.is_(False))
    if wanted.grade:
        where.append(_KNOWN.grade == wanted.grade)
    if wanted.clause:
        where.append(_KNOWN.clause == wanted.clause[:_LONGEST_CLAUSE])
    if wanted.code:
        its = (f" {wanted.code}{end}" for end in (" ", "-"))
        where.append(or_(*(_KNOWN.codes.icontains(one, autoescape=True) for one in its)))
    if wanted.text:
        where.append(_KNOWN.said.icontains(wanted.text, autoescape=True))
    return where


def _says(one: Phrase) -> object:
    return wire.encode(replace(one, version=1, changed_by=None, changed_by_name="", changed_at=None))
