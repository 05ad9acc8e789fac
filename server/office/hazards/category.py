"""What a hazard is about: the parts of the printed codes of checklists (fire-safety facts §3)."""

from __future__ import annotations

from typing import Final

from server.office.text import Wording, catalogue

CATEGORIES: Final = (
    "eva", "dor", "fas", "hyd", "ext", "spr", "wat", "pmp", "smk", "pwr", "ele", "gas", "hot", "ebk", "lmr", "lft", "mgt",
)  # fmt: skip


def category_word(t: Wording, code: str) -> str:
    """Name a category; one that nobody named is shown as it is."""
    key = f"category.{code.lower()}"
    return t(key) if key in catalogue() else code


def category_pairs(t: Wording) -> list[tuple[str, str]]:
    """List the categories as choices of a field."""
    return [(code, t(f"category.{code}")) for code in CATEGORIES]
