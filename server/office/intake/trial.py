"""Says what each row of a file would do: a new record, a changed one with old and new, the same, or what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from server.office.intake.book import Book, Row
from server.office.intake.kind import Intake
from server.office.places.field import Field, Form, Known, MistakeError, Value, as_text, plain, read_value
from server.office.places.keeping import known_at
from server.office.places.kinds import ASSET, PERSON, fields_for
from server.office.reader import Reader
from server.store import Tx
from shared.ids import SiteId
from shared.model.place import Role

TITLES: Final = ("name", "words")
"""The fields that say what a row is about."""
ROW: Final = ""
"""The field of a mistake that is the row's own."""


class RowState(Enum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a row would change, as it reads before and after."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Tried:
    """One row. ``mistakes`` are text keys by field, with the cell as it reads."""

    number: int
    title: str
    state: RowState
    values: Mapping[str, Value] = field(default_factory=dict)
    base: Any = None
    changes: tuple[Change, ...] = ()
    mistakes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trial:
    """All rows of a file, and how many of each state."""

    rows: tuple[Tried, ...]
    ignored: tuple[str, ...] = ()

    def count(self, state: RowState) -> int:
        """Count the rows of a state."""
        return sum(row.state is state for row in self.rows)

    @property
    def is_good(self) -> bool:
        """Tell whether nothing is wrong and something would be written."""
        return not self.count(RowState.WRONG) and bool(self.count(RowState.NEW) + self.count(RowState.CHANGED))

    @property
    def digest(self) -> str:
        """Return what names this outcome: another one was not shown to whoever agreed to it."""
        facts = [
            (row.number, row.state.value, row.base.id if row.base is not None else "", repr(row.changes))
            for row in self.rows
        ]
        return hashlib.sha256(repr(facts).encode()).hexdigest()[:32]


def try_rows(tx: Tx, intake: Intake, site: SiteId, book: Book) -> Trial:
    """Try every row; nothing is written."""
    desk = _Desk(tx, intake, site, known_at(tx, site, intake.kind), book)
    return Trial(tuple(desk.tried(number, row) for number, row in book.rows), book.ignored)


def apply(tx: Tx, intake: Intake, who: Reader, trial: Trial) -> None:
    """Write what the rows say, in this one transaction."""
    for row in trial.rows:
        if row.state in (RowState.NEW, RowState.CHANGED):
            intake.keep(tx, who, row.values, row.base)


class _Desk:
    """Tries one row after the other; knows the site's records by their keys and which were met in the file."""

    def __init__(self, tx: Tx, intake: Intake, site: SiteId, known: Known, book: Book) -> None:
        self.intake, self.kind, self.site, self.known, self.book = intake, intake.kind, site, known, book
        self._met: dict[str, int] = {}
        self._by_key: dict[tuple[str, str], list[Any]] = {}
        for one in intake.every(tx, site):
            values = intake.values_of(one)
            for name in self.kind.keys:
                if values[name]:
                    self._by_key.setdefault((name, plain(str(values[name]))), []).append(one)

    def tried(self, number: int, row: Row) -> Tried:
        values, mistakes = self._read(number, row)
        title = next((as_text(row.get(name)) for name in (*TITLES, *self.kind.keys) if row.get(name)), "")
        base, why = self._find(values)
        if why:
            mistakes[self.kind.keys[0] if len(self.kind.keys) == 1 else ROW] = (why, "")
        mistakes |= self._twice(number, values, base)
        if base is None:
            missing = (one.name for one in self.kind.fields if one.is_must and one.name not in values)
            mistakes |= {name: ("form.missing", "") for name in missing if name not in mistakes}
            values = self.intake.completed({**self.intake.defaults, **values})
        mistakes |= {name: (key, as_text(row.get(name))) for name, key in self.intake.faults(values).items()}
        if base is not None and self.kind is PERSON and _loses_admin(base, values):
            mistakes["roles"] = ("intake.administrator", "")
        if mistakes:
            return Tried(number, title, RowState.WRONG, values, base, (), mistakes)
        return self._compared(number, title, values, base)

    def _read(self, number: int, row: Row) -> tuple[dict[str, Value], dict[str, tuple[str, str]]]:
        values: dict[str, Value] = {}
        mistakes: dict[str, tuple[str, str]] = {}
        for one in self._fields(row):
            cell = row[one.name]
            if (number, one.name) in self.book.faults:
                mistakes[one.name] = (self.book.faults[number, one.name], as_text(cell))
                continue
            if one.form is Form.YES and not as_text(cell):
                continue  # an empty cell says nothing: neither yes nor no
            try:
                values[one.name] = read_value(one, cell, self.known)
            except MistakeError as mistake:
                mistakes[one.name] = (mistake.key, as_text(cell))
        return values, mistakes

    def _fields(self, row: Row) -> list[Field]:
        """List the fields that the file has and this record can have: a lift's data are a lift's only."""
        given = [one for one in self.kind.fields if one.name in row]
        if self.kind is not ASSET or "kind" not in row:
            return given
        try:
            chosen = str(read_value(self.kind.field("kind"), row["kind"], self.known))
        except MistakeError:
            return given
        return [one for one in fields_for(self.kind, chosen) if one.name in row]

    def _find(self, values: Mapping[str, Value]) -> tuple[Any, str]:
        """Find the record that a row is about, by its surest key that is given; says why not if it cannot be told."""
        for name in self.kind.keys:
            value = values.get(name)
            if not value:
                continue
            found = self._by_key.get((name, plain(str(value))), [])
            if len(found) > 1:
                return None, "intake.ambiguous"
            if found and getattr(found[0], "is_retired", False):
                return None, "intake.retired"
            if found and getattr(found[0], "is_active", True) is False:
                return None, "intake.has_left"
            if found and name == "name" and values.get("code") and self.intake.values_of(found[0])["code"]:
                continue  # another code: another record of the same name
            if found:
                return found[0], ""
        return None, ""

    def _twice(self, number: int, values: Mapping[str, Value], base: Any) -> dict[str, tuple[str, str]]:
        names = [f"id {base.id}"] if base is not None else []
        if base is None:
            given = next(((name, values[name]) for name in self.kind.keys if values.get(name)), None)
            names = [f"{given[0]} {plain(str(given[1]))}"] if given else []
        for name in names:
            before = self._met.setdefault(name, number)
            if before != number:
                return {ROW: ("intake.twice", str(before))}
        return {}

    def _compared(self, number: int, title: str, values: dict[str, Value], base: Any) -> Tried:
        if base is None:
            return Tried(number, title, RowState.NEW, values)
        old = self.intake.values_of(base)
        new = self.intake.values_of(self.intake.build(values, base, self.site))
        changes = tuple(
            Change(one.name, old[one.name], new[one.name]) for one in self.kind.fields if old[one.name] != new[one.name]
        )
        return Tried(number, title, RowState.CHANGED if changes else RowState.SAME, values, base, changes)


def _loses_admin(base: Any, values: Mapping[str, Value]) -> bool:
    roles = values.get("roles")
    return Role.ADMINISTRATOR in base.roles and isinstance(roles, tuple) and Role.ADMINISTRATOR.value not in roles
