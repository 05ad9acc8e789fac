"""How two versions of a form differ, line by line and column by column, in the author's own terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from server.xlsform.outline import Outline
from server.xlsform.sheets import Sheets
from shared.model.place import Text

GROUP, CHOICES = "group", "choices"
"""Columns that no sheet has: the group that a line lies in, and the choices of its list."""
_UNCOMPARED = ("version", "form_id")


class Kind(Enum):
    """What happened to a line."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column that says something else."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that differs; a line that was moved and changed as well is told twice. ``name`` is empty for settings."""

    kind: Kind
    name: str
    code: str
    label: Text
    cells: tuple[Cell, ...] = ()


def compare(before: Sheets, after: Sheets) -> tuple[Difference, ...]:
    """Tell what is different in ``after``: settings, then lines in its order, then what is gone. Lines go by their names.

    Line numbers and the names of lists do not count: moved are the fewest lines that explain the new order.
    """
    old, new = _lines(before), _lines(after)
    settings = _cells(_plain(before.settings), _plain(after.settings))
    found = [Difference(Kind.SETTING, "", "", after.title, settings)] if settings else []
    moved = _moved([name for name in old if name in new], [name for name in new if name in old])
    for name, line in new.items():
        if name not in old:
            found.append(_of(Kind.ADDED, name, line))
            continue
        cells = _cells(old[name], line)
        if any(cell.key == GROUP for cell in cells) or name in moved:
            found.append(_of(Kind.MOVED, name, line, tuple(cell for cell in cells if cell.key == GROUP)))
        changed = tuple(cell for cell in cells if cell.key != GROUP)
        if changed:
            found.append(_of(Kind.CHANGED, name, line, changed))
    found += [_of(Kind.REMOVED, name, line) for name, line in old.items() if name not in new]
    return tuple(found)


def _of(kind: Kind, name: str, line: Mapping[str, str], cells: tuple[Cell, ...] = ()) -> Difference:
    label = Text(line.get("label.zh", ""), line.get("label.en", ""))
    return Difference(kind, name, line.get("code", ""), label, cells)


def _plain(settings: Mapping[str, str]) -> dict[str, str]:
    return {key: cell for key, cell in settings.items() if key not in _UNCOMPARED}


def _lines(sheets: Sheets) -> dict[str, dict[str, str]]:
    """Return the lines by name, each with its group and its choices instead of its list's name."""
    found = {}
    for node in Outline(sheets).nodes():
        cells = {key: cell for key, cell in node.entry.cells.items() if key != "name"}
        words = cells.get("type", "").split()
        if len(words) == 2 and words[1] != "pass_fail":
            cells["type"] = words[0]
            cells[CHOICES] = "\n".join(_choice(line) for line in sheets.list_lines(words[1]))
        if node.parent:
            cells[GROUP] = node.parent.entry.text("label.zh") or node.parent.entry.text("name")
        found[node.entry.text("name") or node.entry.id] = cells
    return found


def _choice(line: Mapping[str, str]) -> str:
    return " ".join(line.get(key, "") for key in ("name", "label.zh", "label.en")).strip()


def _cells(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Cell, ...]:
    keys = dict.fromkeys((*before, *after))
    return tuple(
        Cell(key, before.get(key, ""), after.get(key, ""))
        for key in keys
        if before.get(key, "").split() != after.get(key, "").split()
    )


def _moved(old: list[str], new: list[str]) -> frozenset[str]:
    """Return the names outside a longest run that both orders share."""
    places = {name: place for place, name in enumerate(old)}
    tails: list[int] = []
    lengths = {}
    for name in new:
        at = bisect_left(tails, places[name])
        tails[at : at + 1] = [places[name]]
        lengths[name] = at + 1
    kept, wanted = set(), len(tails)
    last = len(old)
    for name in reversed(new):
        if lengths[name] == wanted and places[name] < last:
            kept.add(name)
            wanted, last = wanted - 1, places[name]
    return frozenset(name for name in new if name not in kept)
