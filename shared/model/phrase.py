"""The library of hazard wordings 常用隐患描述 that the office keeps and every tablet carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.ids import PersonId, PhraseId
from shared.model.place import Text
from shared.model.template import Certainty, HazardGrade

LONGEST_DAYS = 365
SURE = frozenset({Certainty.MANUAL, Certainty.READ})
"""What may stand as a hazard's basis: the manual, and clauses that were read. Nothing remembered is shown as law."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One version of one wording. ``(id, version)`` names it for ever; a retired one is a version that says so.

    ``codes`` are the printed codes of the items that it is about (LMR-09, or LMR for all of them); none: any item.
    ``days`` is the deadline to suggest, in days from the day it was found (0: that day); it is never a hazard's deadline
    until somebody has chosen it. ``measures`` is what is to be done.
    """

    id: PhraseId
    version: int
    words: Text
    codes: tuple[str, ...] = ()
    measures: Text = Text("")
    grade: HazardGrade | None = None
    days: int | None = None
    clause: str = ""
    certainty: Certainty = Certainty.RECOMMENDED
    is_retired: bool = False
    changed_by: PersonId | None = None
    changed_by_name: str = ""
    changed_at: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 < self.version < 1 << 31:
            raise ValueError("versions count from 1")
        if self.days is not None and not 0 <= self.days < 1 << 31:
            raise ValueError("a suggested deadline counts days from 0")

    @property
    def key(self) -> str:
        """The id of this version as one text, such as ``lmr-09-expired@2``."""
        return phrase_key(self.id, self.version)

    @property
    def basis(self) -> str:
        """The clause, if its source is certain; else nothing."""
        return self.clause if self.certainty in SURE else ""

    def suggested_on(self, found_on: date) -> date | None:
        """Return the day to suggest as deadline of a hazard found on ``found_on``; None without one within a year."""
        if self.days is None or self.days > LONGEST_DAYS:
            return None
        return found_on + timedelta(days=self.days)


def phrase_key(phrase: PhraseId, version: int) -> str:
    """Join a phrase's id and version as answers and feeds name it."""
    return f"{phrase}@{version}"
