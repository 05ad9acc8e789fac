"""What fields and their choices are called; a choice that a newer server stored has no word here and shows as it is."""

from __future__ import annotations

from server.office.places.field import Field
from server.office.reader import reader
from server.office.text import Wording, catalogue


def label_of(say: Wording, kind: str, field: str) -> str:
    """Return what a field is called."""
    return say.first(f"field.{kind}_{field}", f"field.{field}")


def word_of(field: Field, value: str, say: Wording) -> str:
    """Return the word of a choice."""
    key = f"{field.words}.{value}"
    return say(key) if key in catalogue() else value


def worded(field: Field) -> list[tuple[str, str]]:
    """Turn a field's choices into those of a select field, in the reader's language."""
    say = reader().wording
    return [(value, word_of(field, value, say)) for value in field.choices]
