"""What was typed about people who are to sign, before they have: names, and why one refuses. On disk as it is typed."""

from __future__ import annotations

import json
from typing import Protocol

from mobile.actions.tablet import Tablet

NAME, REASON, WITNESS = "name", "reason", "witness"
_SETTING = "typed_of_signers"
_MOST_KEPT = 60
"""More than can be open at once; the oldest go, so that nothing has to be cleared when a form is handed in."""


class Known(Protocol):
    """What keeps the settings of a tablet; both its store and a view's source do."""

    def setting(self, name: str, default: str = "") -> str: ...


def keep_typed(tablet: Tablet, record: str, signer: str, what: str, text: str) -> None:
    """Keep what was typed about a signer of a draft or form: ``name``, ``reason`` or ``witness``; an empty text forgets it."""
    with tablet.store.transaction():
        others = [line for line in _lines(tablet.store) if line[:3] != [record, signer, what]]
        lines = [*others, [record, signer, what, text]] if text else others
        tablet.store.set_setting(_SETTING, json.dumps(lines[-_MOST_KEPT:], ensure_ascii=False))


def typed(known: Known, record: str, what: str) -> dict[str, str]:
    """Return what was typed about the signers of a draft or form, by signer."""
    return {line[1]: line[3] for line in _lines(known) if line[0] == record and line[2] == what}


def is_typed(known: Known, record: str) -> bool:
    """Tell whether anything was typed about a signer of a draft or form."""
    return any(line[0] == record for line in _lines(known))


def forget_typed(tablet: Tablet, record: str) -> None:
    """Forget what was typed about the signers of a form that is thrown away or handed in. For use in a transaction."""
    lines = _lines(tablet.store)
    kept = [line for line in lines if line[0] != record]
    if len(kept) < len(lines):
        tablet.store.set_setting(_SETTING, json.dumps(kept, ensure_ascii=False))


def _lines(known: Known) -> list[list[str]]:
    lines: list[list[str]] = json.loads(known.setting(_SETTING) or "[]")
    return lines
