"""Names of checklists, places and units in the reader's language, by id; a list's rows hold the Chinese ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flask import g

from server.office.parts import office
from server.office.reader import Reader
from server.store import Tx
from server.store.place import points, units
from server.store.template import templates
from shared.clearing import LineKind
from shared.ids import RuleId
from shared.model.plan import Excuse, Rule


def placed_names(tx: Tx, reader: Reader) -> dict[str, str]:
    """Return the English names of checklists, places and units by their Chinese ones: where a text holds only these."""
    places, others = points(tx, reader.viewer, reader.site), units(tx, reader.viewer, reader.site)
    named = {name.zh: name.en for name in (*(one.name for one in places), *(one.name for one in others))}
    return {zh: en for zh, en in (named | {one.title.zh: one.title.en for one in templates(tx)}).items() if en}


def in_words(location: str, known: Mapping[str, str]) -> str:
    """Write where something is, beginning with the English name of the place that the text begins with, if it does."""
    found = max((zh for zh in known if location.startswith(zh)), key=len, default="")
    return f"{known[found]} {location[len(found) :].strip()}".strip() if found else location


def placed(location: str) -> str:
    """Write on an English page where something is: whoever noted it chose a place by its Chinese name."""
    who: Reader | None = g.get("reader")
    if not location or who is None or who.wording.language == "zh" or not who.chosen:
        return location
    if "placed_names" not in g:
        with office().store.reading() as tx:
            g.placed_names = placed_names(tx, who)
    return in_words(location, g.placed_names)


def in_english(title: str, known: Mapping[str, str]) -> str:
    """Write what is called by several names together, each in English as far as it has such a name."""
    return " · ".join(known.get(part, part) for part in title.split(" · "))


def plan_names(tx: Tx, lines: Iterable[tuple[LineKind, str]]) -> dict[str, str]:
    """Return the English names, by the Chinese ones, of the plans that lines of the daily clearing are about."""
    wanted = list(lines)
    asked = [about for kind, about in wanted if kind is LineKind.EXCUSE]
    tx.prefetch("excuse", asked)
    plans = [excuse.rule for name in asked if (excuse := tx.find(Excuse, name)) is not None]
    plans += [RuleId(about.rpartition(".")[0]) for kind, about in wanted if kind is LineKind.ROUND]
    tx.prefetch("rule", plans)
    found = [rule.name for name in plans if (rule := tx.find(Rule, name)) is not None]
    return {name.zh: name.en for name in found if name.en}


def names(tx: Tx, reader: Reader) -> dict[str, str]:
    """Return what the lists of the chosen site name, in one dictionary: ids never collide."""
    say = reader.wording.text
    known: dict[str, str] = {template.id: say(template.title) for template in templates(tx)}
    known |= {point.id: say(point.name) for point in points(tx, reader.viewer, reader.site)}
    return known | {unit.id: say(unit.name) for unit in units(tx, reader.viewer, reader.site)}
