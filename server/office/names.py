"""Names of checklists, places and units in the reader's language, by id; a list's rows hold the Chinese ones."""

from __future__ import annotations

from server.office.reader import Reader
from server.store import Tx
from server.store.place import points, units
from server.store.template import templates


def placed_names(tx: Tx, reader: Reader) -> dict[str, str]:
    """Return the English names of checklists, places and units by their Chinese ones: where a text holds only these."""
    places, others = points(tx, reader.viewer, reader.site), units(tx, reader.viewer, reader.site)
    named = {name.zh: name.en for name in (*(one.name for one in places), *(one.name for one in others))}
    return {zh: en for zh, en in (named | {one.title.zh: one.title.en for one in templates(tx)}).items() if en}


def names(tx: Tx, reader: Reader) -> dict[str, str]:
    """Return what the lists of the chosen site name, in one dictionary: ids never collide."""
    say = reader.wording.text
    known: dict[str, str] = {template.id: say(template.title) for template in templates(tx)}
    known |= {point.id: say(point.name) for point in points(tx, reader.viewer, reader.site)}
    return known | {unit.id: say(unit.name) for unit in units(tx, reader.viewer, reader.site)}
