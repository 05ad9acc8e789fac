"""The library of hazard wordings: every version is kept for ever, the newest one counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from server.store.tx import Tx
from server.tables import phrase
from shared import wire
from shared.ids import PhraseId
from shared.model.phrase import Phrase


def phrases(tx: Tx) -> list[Phrase]:
    """List the newest version of every wording, retired ones too, by id."""
    newest = {one.id: one for one in tx.every(Phrase, order=(phrase.c.phrase_id, phrase.c.version))}
    return list(newest.values())


def phrase_versions(tx: Tx, of: PhraseId) -> list[Phrase]:
    """List the versions of one wording, oldest first."""
    return tx.every(Phrase, phrase.c.phrase_id == of, order=(phrase.c.version,))


def put_phrase(tx: Tx, new: Phrase) -> Phrase | None:
    """Keep a wording as the next version of its id; None if it says the same as the newest one.

    The version that ``new`` names is not looked at.
    """
    held = phrase_versions(tx, new.id)
    if not held:
        first = replace(new, version=1)
        tx.put(first)
        return first
    following = replace(new, version=held[-1].version + 1)
    if _says(following) == _says(held[-1]):
        return None
    tx.put(following)
    return following


def publish_phrases(tx: Tx, library: Iterable[Phrase]) -> int:
    """Add the wordings of a library that this server does not know; what the office changed stays. Return how many."""
    known = {one.id for one in phrases(tx)}
    fresh = [one for one in library if one.id not in known]
    for one in fresh:
        tx.put(one)
    return len(fresh)


def _says(one: Phrase) -> object:
    return wire.encode(replace(one, version=1, changed_by=None, changed_by_name="", changed_at=None))
