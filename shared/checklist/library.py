"""Which wordings of the office's library to offer for a fail."""

from __future__ import annotations

from collections.abc import Iterable

from shared.checklist.judge import has_code
from shared.model.phrase import Phrase
from shared.model.template import Item


def newest(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Return the newest version of each wording that is not retired, by id."""
    latest: dict[str, Phrase] = {}
    for phrase in phrases:
        held = latest.get(phrase.id)
        if held is None or held.version < phrase.version:
            latest[phrase.id] = phrase
    return tuple(latest[name] for name in sorted(latest) if not latest[name].is_retired)


def offered(phrases: Iterable[Phrase], item: Item) -> tuple[Phrase, ...]:
    """Return the wordings that are about an item: those of its own printed code first, then those of its family.

    A wording without codes is about any item and comes last. An item without a code is offered only such.
    """
    ranked = [(rank, phrase.id, phrase) for phrase in newest(phrases) if (rank := _rank(phrase, item)) is not None]
    return tuple(phrase for _, _, phrase in sorted(ranked, key=lambda one: one[:2]))


def _rank(phrase: Phrase, item: Item) -> int | None:
    if not phrase.codes:
        return 2
    if item.code and item.code in phrase.codes:
        return 0
    return 1 if item.code and has_code(item, phrase.codes) else None
