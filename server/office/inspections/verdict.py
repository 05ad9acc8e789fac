"""The office's verdict on a finished record: accepted, or returned with words on exact items. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shared.errors import EvidenceMissingError, NotPermittedError, TransitionError
from shared.ids import PersonId, ReviewId
from shared.model.inspection import Inspection, Remark, Review, ReviewState, Status


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, when, and under which id the verdict is kept."""

    id: PersonId
    name: str
    at: datetime
    review: ReviewId


def decide(
    record: Inspection,
    present: str,
    verdict: ReviewState,
    by: Reviewer,
    word: str = "",
    remarks: tuple[Remark, ...] = (),
) -> Review:
    """Return the review of a record whose review state is ``present`` (``submitted`` until somebody decided).

    Raises:
        TransitionError: the record is no finished one, or somebody has decided already.
        NotPermittedError: the reviewer walked this round himself.
        EvidenceMissingError: a record goes back without a word that says why.
    """
    if record.status is not Status.FINAL or present != "submitted":
        raise TransitionError(state=present or record.status.value, event=verdict.value)
    if record.author == by.id:
        raise NotPermittedError(rule="reviewer_is_not_the_author")
    if verdict is ReviewState.RETURNED and not word and not remarks:
        raise EvidenceMissingError(missing=["word"])
    return Review(by.review, record.site, record.id, record.author, by.id, by.name, verdict, by.at, remarks, word)


def read_remarks(record: Inspection, words: dict[str, str]) -> tuple[Remark, ...]:
    """Turn the words typed beside items (by ``item|asset``) into remarks; a key that is no answer's is left out."""
    known = {f"{answer.item}|{answer.per or ''}": answer for answer in record.answers}
    return tuple(Remark(known[key].item, text, known[key].per) for key, text in words.items() if text and key in known)
