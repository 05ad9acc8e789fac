"""What names may look like."""

from __future__ import annotations

import re

FORM_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
ITEM_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
LIST_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
UNIT_LETTERS = 20


def is_choice_name(name: str) -> bool:
    """Tell whether ``name`` can be one of several in a space-separated answer."""
    return 0 < len(name) <= 64 and not any(letter.isspace() or letter in "'\"" for letter in name)
