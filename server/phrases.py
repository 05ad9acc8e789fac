"""The library of hazard wordings as people write it: a CSV with one wording a line.

Columns: ``id``, ``codes`` (printed codes with spaces between, none: any item), ``zh``, ``en``, ``measures_zh``,
``measures_en``, ``grade`` (immediate, general, major), ``days`` (the deadline to suggest), ``clause``, ``certainty``.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from shared.ids import PhraseId
from shared.model.phrase import Phrase
from shared.model.place import Text
from shared.model.template import Certainty, HazardGrade

LIBRARY = Path(__file__).parent / "library" / "phrases.csv"
"""The library that ships."""


def read_library(path: Path = LIBRARY) -> tuple[Phrase, ...]:
    """Read a library.

    Raises:
        ValueError: a line is not as it should be; the message names its id.
        OSError: the file cannot be read.
    """
    found = tuple(_phrase(row) for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    names = [one.id for one in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"more than once: {', '.join(twice)}")
    return found


def _phrase(row: dict[str, str]) -> Phrase:
    try:
        if not row["id"] or not row["zh"]:
            raise ValueError("a wording needs an id and Chinese words")
        return Phrase(
            PhraseId(row["id"]),
            1,
            Text(row["zh"], row["en"]),
            tuple(row["codes"].split()),
            Text(row["measures_zh"], row["measures_en"]),
            HazardGrade(row["grade"]) if row["grade"] else None,
            int(row["days"]) if row["days"] else None,
            row["clause"],
            Certainty(row["certainty"]),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{row.get('id')}: {error}") from error
