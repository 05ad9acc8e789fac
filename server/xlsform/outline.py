"""The lines of a survey as a tree: groups hold lines. Lines are moved, added, copied and removed with all that they hold.

Invariant: after a move the groups are closed where they were opened, whatever was missing before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from server.xlsform.name import ITEM_NAME
from server.xlsform.sheets import Entry, Sheets

BEGINS = {"begin_group": "end_group", "begin_repeat": "end_repeat"}
EXPRESSIONS = ("required", "relevant", "constraint", "calculation", "default")
"""The columns that name other lines in ``${…}``."""
_ENDS = frozenset(BEGINS.values())


@dataclass(slots=True)
class Node:
    """One line with what it holds; ``parent`` is the group around it, nothing at the top."""

    entry: Entry
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    end: Entry | None = None

    @property
    def is_group(self) -> bool:
        """Tell whether it holds lines."""
        return self.entry.type in BEGINS

    @property
    def is_repeat(self) -> bool:
        """Tell whether it is answered once for each asset."""
        return self.entry.type == "begin_repeat"

    @property
    def depth(self) -> int:
        """How many groups are around it."""
        return self.parent.depth + 1 if self.parent else 0

    def walk(self) -> Iterator[Node]:
        """Yield the node and everything in it, in the order of the form."""
        yield self
        for child in self.children:
            yield from child.walk()


class OutlineError(Exception):
    """A line cannot go there: there is no such place, or it lies within the line itself."""


class Outline:
    """A survey's tree, to be changed and written back as lines."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.roots: list[Node] = []
        group: Node | None = None
        for entry in sheets.survey:
            if entry.type in _ENDS and group is not None:
                group.end = entry
                group = group.parent
                continue
            node = Node(entry, group)
            self._among(group).append(node)
            if node.is_group:
                group = node

    def nodes(self) -> Iterator[Node]:
        """Yield every line but the ends of groups, in the order of the form."""
        for root in self.roots:
            yield from root.walk()

    def node(self, name: str) -> Node:
        """Find a line by its id.

        Raises:
            OutlineError: there is none.
        """
        found = next((node for node in self.nodes() if node.entry.id == name), None)
        if found is None:
            raise OutlineError
        return found

    def neighbours(self, node: Node) -> tuple[Node | None, Node | None]:
        """Return the lines before and after one in its group."""
        among = self._among(node.parent)
        at = _at(among, node)
        return (among[at - 1] if at else None), (among[at + 1] if at + 1 < len(among) else None)

    def written(self) -> Sheets:
        """Return the sheets with the lines as they stand now; a group without an end gets one."""
        lines: list[Entry] = []
        fresh = _fresh(self.sheets)

        def write(node: Node) -> None:
            lines.append(node.entry)
            for child in node.children:
                write(child)
            if node.is_group:
                word = BEGINS[node.entry.type]
                end = node.end or Entry(next(fresh))
                lines.append(replace(end, cells={**end.cells, "type": word}) if end.type != word else end)

        for root in self.roots:
            write(root)
        return replace(self.sheets, survey=tuple(lines))

    # ---- changes

    def move(self, name: str, parent: str, before: str) -> Node:
        """Put a line into a group (``""``: the top), before another line of it (``""``: at its end).

        Raises:
            OutlineError: there is no such place, or it lies within the line itself.
        """
        node = self.node(name)
        into = self.node(parent) if parent else None
        if into is not None and (not into.is_group or into in list(node.walk())):
            raise OutlineError
        if before == name:
            return node
        ahead = self.node(before) if before else None
        if ahead is not None and ahead.parent is not into:
            raise OutlineError
        among = self._among(node.parent)
        del among[_at(among, node)]
        node.parent = into
        self._put(node, ahead)
        return node

    def shift(self, name: str, way: str) -> Node:
        """Move a line by one place: ``up``, ``down``, ``into`` the group above it, or ``out`` of its group.

        Raises:
            OutlineError: there is no place on that way.
        """
        node = self.node(name)
        before, after = self.neighbours(node)
        group = node.parent.entry.id if node.parent else ""
        if way == "up" and before:
            return self.move(name, group, before.entry.id)
        if way == "down" and after:
            return self.move(after.entry.id, group, name)
        if way == "into" and before and before.is_group:
            return self.move(name, before.entry.id, "")
        if way == "out" and node.parent:
            around = node.parent.parent.entry.id if node.parent.parent else ""
            _, behind = self.neighbours(node.parent)
            return self.move(name, around, behind.entry.id if behind else "")
        raise OutlineError

    def add(self, cells: dict[str, str], parent: str, after: str) -> Node:
        """Add a line behind another one (``""``: at the end) of a group (``""``: the top).

        Raises:
            OutlineError: there is no such place.
        """
        into = self.node(parent) if parent else None
        if into is not None and not into.is_group:
            raise OutlineError
        behind = self.node(after) if after else None
        if behind is not None and behind.parent is not into:
            raise OutlineError
        fresh = _fresh(self.sheets)
        node = Node(Entry(next(fresh), dict(cells)), into)
        ahead = self.neighbours(behind)[1] if behind else None
        self._put(node, ahead)
        if node.is_group:
            node.end = Entry(next(fresh), {"type": BEGINS[node.entry.type]})
        return node

    def remove(self, name: str) -> int:
        """Take a line out, with all that it holds; returns how many lines that were.

        Raises:
            OutlineError: there is no such line.
        """
        node = self.node(name)
        among = self._among(node.parent)
        del among[_at(among, node)]
        return sum(1 for _ in node.walk())

    def copy(self, name: str) -> Node:
        """Put a copy of a line behind it, with all that it holds, under new names.

        Raises:
            OutlineError: there is no such line.
        """
        node = self.node(name)
        fresh = _fresh(self.sheets)
        taken = {entry.text("name") for entry in self.sheets.survey}
        names: dict[str, str] = {}
        for one in node.walk():
            old = one.entry.text("name")
            if old:
                names[old] = free_name(old, taken)
                taken.add(names[old])

        def twin(one: Node, parent: Node | None) -> Node:
            cells = {**one.entry.cells}
            if cells.get("name"):
                cells["name"] = names[cells["name"]]
            made = Node(Entry(next(fresh), renamed(cells, names)), parent)
            made.children = [twin(child, made) for child in one.children]
            if one.end:
                made.end = Entry(next(fresh), {**one.end.cells})
            return made

        copied = twin(node, node.parent)
        self._put(copied, self.neighbours(node)[1])
        return copied

    def _put(self, node: Node, ahead: Node | None) -> None:
        among = self._among(node.parent)
        among.insert(_at(among, ahead) if ahead else len(among), node)

    def _among(self, parent: Node | None) -> list[Node]:
        return parent.children if parent else self.roots


def free_name(wish: str, taken: Iterable[str]) -> str:
    """Return a name that nothing has yet: the wish itself, or with a number behind it."""
    held = set(taken)
    stem = re.sub(r"_[2-9]$", "", wish)[:56]
    numbered = (f"{stem}_{number}" for number in range(2, 10_000))
    return wish if wish not in held else next(name for name in numbered if name not in held)


def name_for(code: str, kind: str, taken: Iterable[str]) -> str:
    """Suggest a line's name by its printed code, or else by its kind."""
    wish = re.sub(r"[^a-z0-9]+", "_", code.lower()).strip("_") or kind
    wish = wish if ITEM_NAME.fullmatch(wish) else f"item_{wish}"[:64]
    return free_name(wish if ITEM_NAME.fullmatch(wish) else "item", taken)


def renamed(cells: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    """Let a line's expressions and its ``part_of`` follow lines that got other names."""
    found = dict(cells)
    for key in EXPRESSIONS:
        if found.get(key):
            found[key] = re.sub(
                r"\$\{\s*(last-saved#)?([^}\s]+)\s*\}",
                lambda match: f"${{{match[1] or ''}{names.get(match[2], match[2])}}}",
                found[key],
            )
    if found.get("part_of") in names:
        found["part_of"] = names[found["part_of"]]
    return found


def rename(sheets: Sheets, old: str, new: str) -> Sheets:
    """Let everything that names a line follow its new name."""
    survey = tuple(replace(entry, cells=renamed(entry.cells, {old: new})) for entry in sheets.survey)
    return replace(sheets, survey=survey)


def _at(among: list[Node], node: Node) -> int:
    return next(index for index, one in enumerate(among) if one is node)


def _fresh(sheets: Sheets) -> Iterator[str]:
    numbers = (int(entry.id[1:]) for entry in sheets.survey if re.fullmatch(r"r\d+", entry.id))
    last = max(numbers, default=0)
    while True:
        last += 1
        yield f"r{last}"
