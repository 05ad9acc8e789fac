"""Hazard wordings as rows of a file: one line a wording, found again by its id, else by its Chinese words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from server.office.phrases.edit import LONGEST_MEASURES, read_codes, signed
from server.office.places.field import Field, Form, Value
from server.office.places.kinds import RecordKind
from server.office.reader import Reader
from server.store import Tx
from server.store.phrase import put_phrase
from shared.ids import PhraseId
from shared.model.phrase import LONGEST_DAYS, Phrase
from shared.model.place import Text
from shared.model.template import Certainty, HazardGrade

_ID: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,59}")
PHRASE: Final = RecordKind(
    "phrase",
    Phrase,
    (
        Field("id", longest=60),
        Field("words", is_must=True),
        Field("words_en"),
        Field("codes", longest=1500),
        Field("measures", Form.AREA),
        Field("measures_en", Form.AREA),
        Field("grade", Form.CHOICE, choices=tuple(one.value for one in HazardGrade), words="HazardGrade"),
        Field("days", Form.WHOLE, low=0, high=LONGEST_DAYS),
        Field("clause"),
        Field("certainty", Form.CHOICE, choices=tuple(one.value for one in Certainty), words="Certainty"),
    ),
    ("id", "words"),
    "message-2",
    "codes",
)


def values_of_phrase(one: Phrase) -> dict[str, Value]:
    """Read a wording into the values of its fields."""
    return {
        "id": one.id,
        "words": one.words.zh,
        "words_en": one.words.en,
        "codes": " ".join(one.codes),
        "measures": one.measures.zh,
        "measures_en": one.measures.en,
        "grade": one.grade.value if one.grade else "",
        "days": one.days,
        "clause": one.clause,
        "certainty": one.certainty.value,
    }


def build_phrase(values: Mapping[str, Value], base: Phrase | None) -> Phrase:
    """Make a wording of values, or ``base`` with these values; what they do not name stays as it was.

    A source of which nothing is said is one that is recommended: it is never shown as a basis.
    """
    before = base or Phrase(PhraseId(str(values.get("id") or "")), 1, Text(""))

    def text(name: str, old: Text) -> Text:
        return Text(str(values.get(name, old.zh) or ""), str(values.get(f"{name}_en", old.en) or ""))

    days, grade = values.get("days", before.days), values.get("grade", before.grade and before.grade.value)
    return replace(
        before,
        words=text("words", before.words),
        codes=read_codes(str(values["codes"] or ""))[0] if "codes" in values else before.codes,
        measures=text("measures", before.measures),
        grade=HazardGrade(grade) if grade else None,
        days=days if isinstance(days, int) else None,
        clause=str(values.get("clause", before.clause) or ""),
        certainty=Certainty(values.get("certainty", before.certainty.value) or Certainty.RECOMMENDED.value),
    )


def faults_of_phrase(values: Mapping[str, Value]) -> dict[str, str]:
    """Say what is wrong with values that are right one by one: text keys by field."""
    found: dict[str, str] = {}
    if values.get("id") and not _ID.fullmatch(str(values["id"])):
        found["id"] = "phrases.not_an_id"
    if not read_codes(str(values.get("codes") or ""))[1]:
        found["codes"] = "phrases.not_codes"
    for name in ("measures", "measures_en"):
        if len(str(values.get(name) or "")) > LONGEST_MEASURES:
            found[name] = "form.too_long"
    return found


def keep_phrase(tx: Tx, who: Reader, values: Mapping[str, Value], base: Phrase | None) -> None:
    """Write a new wording, or the next version of ``base``; nothing is written if nothing changes."""
    made = build_phrase(values, base)
    put_phrase(tx, signed(tx, who, made if made.id else replace(made, id=PhraseId(tx.ids.new()))))
