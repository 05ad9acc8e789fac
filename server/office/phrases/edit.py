"""Turn a submitted form into the next version of a wording."""

from __future__ import annotations

import re
from dataclasses import replace

from server.office.form import Form
from server.office.reader import Reader
from server.store import Tx
from server.store.phrase import phrase_versions, phrases_naming, put_phrase
from shared.ids import PhraseId
from shared.model.phrase import LONGEST_DAYS, Phrase
from shared.model.place import Person, Text
from shared.model.template import Certainty, HazardGrade

_CODE = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_BETWEEN = re.compile("[,，;；、]")
MOST_CODES = 20
LONGEST_MEASURES = 500


def write(tx: Tx, reader: Reader, form: Form, phrase: PhraseId) -> Phrase | None:
    """Keep what a form says as the next version of a wording; None if it says what the newest one says.

    Raises:
        FormError: a field is missing or wrong.
    """
    asked = Phrase(
        phrase,
        1,
        Text(form.line("words", must=True), form.line("words_en")),
        _codes(form),
        Text(form.text("measures", longest=LONGEST_MEASURES), form.text("measures_en", longest=LONGEST_MEASURES)),
        form.member("grade", HazardGrade),
        _days(form),
        form.line("clause"),
        form.member("certainty", Certainty, must=True) or Certainty.RECOMMENDED,
    )
    form.settle()
    return put_phrase(tx, signed(tx, reader, asked))


def set_retired(tx: Tx, reader: Reader, phrase: PhraseId, *, is_retired: bool) -> Phrase | None:
    """Take a wording out of use, or back into it, as its next version; None if there is no such or nothing changes."""
    held = phrase_versions(tx, phrase)
    return put_phrase(tx, signed(tx, reader, replace(held[-1], is_retired=is_retired))) if held else None


def rename_clause(tx: Tx, reader: Reader, old: str, new: str) -> int:
    """Let every wording that names a clause name it anew, each as its next version; returns how many did."""
    found = phrases_naming(tx, old) if old != new else []
    for one in found:
        put_phrase(tx, signed(tx, reader, replace(one, clause=new)))
    return len(found)


def signed(tx: Tx, reader: Reader, phrase: Phrase) -> Phrase:
    """Note on a wording who writes it, and when."""
    by = reader.viewer.person
    person = tx.find(Person, by)
    return replace(phrase, changed_by=by, changed_by_name=person.name if person else "", changed_at=tx.now)


def read_codes(text: str) -> tuple[tuple[str, ...], bool]:
    """Read codes with blanks or commas between them, each once; and whether they are codes and not too many."""
    typed = tuple(dict.fromkeys(_BETWEEN.sub(" ", text).split()))
    return typed, len(typed) <= MOST_CODES and all(_CODE.fullmatch(code) for code in typed)


def _codes(form: Form) -> tuple[str, ...]:
    codes, is_good = read_codes(form.line("codes"))
    if not is_good:
        form.wrong("codes", "phrases.not_codes")
    return codes


def _days(form: Form) -> int | None:
    typed = form.line("days")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and int(typed) <= LONGEST_DAYS):
        form.wrong("days", "phrases.not_days")
        return None
    return int(typed)
