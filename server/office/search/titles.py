"""What records are called on an English page; the index holds their Chinese titles, or those that were written down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from server.office.names import in_english, names, plan_names
from server.office.reader import Reader
from server.store import Tx
from server.store.clearing import named_line
from server.store.phrase import phrase_versions
from shared.ids import PhraseId
from shared.model.place import Asset, Building, Point, Unit
from shared.model.plan import Excuse, Rule, Waiver

_NAMED: Final[Mapping[str, type[Any]]] = {
    "unit": Unit,
    "point": Point,
    "asset": Asset,
    "building": Building,
    "rule": Rule,
}
"""Kinds whose records have a name in both languages."""
_JOINED: Final = frozenset({"inspection", "access", "line"})
"""Kinds that are called by several names together, some of which are also English."""
_ABOUT_PLANS: Final[Mapping[str, type[Excuse | Waiver]]] = {"excuse": Excuse, "waiver": Waiver}


def english_titles(
    tx: Tx, who: Reader, kind: str, titles: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, str]:
    """Return the English titles, by their ids, of records of a kind that have one.

    ``titles`` are the indexed ones; ``known`` are English names by the Chinese ones (``placed_names``).
    """
    say = who.wording
    if kind in _JOINED:
        known = {**known, **(plan_names(tx, [named_line(name)[1:] for name in titles]) if kind == "line" else {})}
        return {name: in_english(title, known) for name, title in titles.items()}
    if kind in _ABOUT_PLANS:
        return _planned(tx, who, kind, titles)
    if kind == "template":
        return {name: title for name, title in names(tx, who).items() if name in titles}
    if kind == "phrase":
        return {name: say.text(phrase_versions(tx, PhraseId(name))[-1].words) for name in titles}
    if kind not in _NAMED:
        return {}
    tx.prefetch(kind, list(titles))
    found = {name: tx.find(_NAMED[kind], name) for name in titles}
    return {name: say.text(one.name) for name, one in found.items() if one is not None}


def _planned(tx: Tx, who: Reader, kind: str, titles: Mapping[str, str]) -> dict[str, str]:
    tx.prefetch(kind, list(titles))
    found = {name: tx.find(_ABOUT_PLANS[kind], name) for name in titles}
    plans = {one.rule: tx.find(Rule, one.rule) for one in found.values() if one is not None}
    return {
        name: f"{who.wording.text(plan.name)} · {one.window_on}"
        for name, one in found.items()
        if one is not None and (plan := plans[one.rule]) is not None
    }
