"""Every word the office shows, in Chinese and English: one TOML file per page family.

A line reads ``key = ["中文", "English"]``; a third entry is the English plural, chosen by the fact ``n``. Words of an
enum's members lie in ``words.toml`` under the class's name. ``{n}`` and other names in braces are filled in.

Invariant: pages hold no words of their own; a test finds a key that is missing, unused or said in one language only.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final, Literal

from shared.model.place import Text

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
HTML_LANGUAGES: Final[Mapping[Language, str]] = {"zh": "zh-Hans", "en": "en"}


@functools.cache
def catalogue() -> Mapping[str, tuple[str, ...]]:
    """Read all texts, by ``family.key``; enum words by ``Class.value``.

    Raises:
        ValueError: a line does not hold two or three texts.
    """
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        for table, lines in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for key, texts in lines.items():
                if not isinstance(texts, list) or len(texts) not in {2, 3}:
                    raise ValueError(f"{path.name}: {table}.{key} needs Chinese and English")
                found[f"{table}.{key}"] = tuple(texts)
    return found


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; called with a key and the facts to fill in."""

    language: Language

    def __call__(self, key: str, /, **facts: object) -> str:
        """Say ``key`` with ``facts`` in this language.

        Raises:
            KeyError: nobody wrote this text.
        """
        texts = catalogue()[key]
        if self.language == "zh":
            chosen = texts[0]
        else:
            chosen = texts[2] if len(texts) == 3 and facts.get("n") != 1 else texts[1]
        return chosen.format_map(facts) if facts else chosen

    def of(self, member: Enum) -> str:
        """Name a member of an enum."""
        return self(f"{type(member).__name__}.{member.value}")

    def first(self, *keys: str, **facts: object) -> str:
        """Say the first of ``keys`` that is known; the last one must be.

        Raises:
            KeyError: none of them is known.
        """
        known = next((key for key in keys if key in catalogue()), keys[-1])
        return self(known, **facts)

    def text(self, text: Text) -> str:
        """Show a text of the data in this language."""
        return text.get(self.language)
