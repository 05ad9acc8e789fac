"""What a password must be: long, not among those that everybody tries first, not the person's own name (NIST SP 800-63B)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from server.office.session.password import LONGEST, SHORTEST

_COMMON: Final = Path(__file__).with_name("common.txt")
_RUNS: Final = (
    "0123456789" * 3,
    "abcdefghijklmnopqrstuvwxyz" * 2,
    "qwertyuiopasdfghjklzxcvbnm" * 2,
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
)


def password_fault(password: str, *names: str) -> str:
    """Return the text key of what is wrong with a password, empty if nothing is; ``names`` may not stand in it."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    letters = re.sub(r"[\W_]+", "", plain)
    if len(password) < SHORTEST:
        return "password.too_short"
    if len(password) > LONGEST:
        return "password.too_long"
    if len(set(letters)) < 4 or letters in common() or letters.rstrip("0123456789") in common() or _is_run(letters):
        return "password.too_common"
    if any(_names(plain, name) for name in names):
        return "password.is_name"
    return ""


@cache
def common() -> frozenset[str]:
    """Return the passwords that are tried first, as letters and digits alone."""
    return frozenset(line.strip() for line in _COMMON.read_text(encoding="utf-8").splitlines() if line.strip())


def _is_run(letters: str) -> bool:
    return any(letters in run or letters in run[::-1] for run in _RUNS)


def _names(plain: str, name: str) -> bool:
    wanted = unicodedata.normalize("NFKC", name).casefold()
    rest = plain.replace(wanted, "") if len(wanted) >= 2 else plain
    return rest != plain and len(re.sub(r"[\W_0-9]+", "", rest)) < 4
