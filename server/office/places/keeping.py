"""Reads the form of a record, says what is wrong with it, and keeps it; the import from Excel uses the same rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from zoneinfo import available_timezones

from server.office.form import Form
from server.office.places.field import Cell, Field, Known, MistakeError, Value, plain, read_value
from server.office.places.field import Form as Shape
from server.office.places.kinds import POINT, SITE, UNIT, RecordKind, build, fields_for
from server.office.reader import HOME_ZONE
from server.office.text import catalogue
from server.store import Tx
from server.store.place import holders_of, named_places
from shared.ids import SiteId

_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def known_at(tx: Tx, site: SiteId, kind: RecordKind) -> Known:
    """Collect what the values of a kind are looked up in at a site."""
    wanted = {field.refers for field in kind.fields if field.refers}
    return Known(words_of, {name: by_name(named_places(tx, name, site)) for name in wanted})


def words_of(key: str) -> Sequence[str]:
    """Return the words of a choice in both languages."""
    return catalogue().get(key, ())


def by_name(records: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, frozenset[str]]:
    """Turn records with their names into ids by each name; an id names itself."""
    found: dict[str, frozenset[str]] = {}
    for ident, names in records:
        for name in {plain(one) for one in (ident, *names)}:
            found[name] = found.get(name, frozenset()) | {ident}
    return found


def read_form(form: Form, kind: RecordKind, known: Known) -> dict[str, Value]:
    """Read the values of a record's form; what is wrong is noted in it."""
    chosen = form.value("kind") if any(field.name == "kind" for field in kind.fields) else ""
    values: dict[str, Value] = {}
    for field in fields_for(kind, chosen):
        try:
            values[field.name] = read_value(field, _typed(form, field), known)
        except MistakeError as mistake:
            form.wrong(field.name, mistake.key)
    values = completed(kind, values)
    for name, key in faults(kind, values).items():
        form.wrong(name, key)
    return values


def completed(kind: RecordKind, values: dict[str, Value]) -> dict[str, Value]:
    """Fill in what follows from other values: a tag holds its point's number unless another one is named."""
    if kind is POINT and not values.get("tag") and values.get("number"):
        return {**values, "tag": values["number"]}
    if kind is SITE and not values.get("timezone"):
        return {**values, "timezone": HOME_ZONE}
    return values


def faults(kind: RecordKind, values: Mapping[str, Value]) -> dict[str, str]:
    """Say what is wrong with values that are right one by one: text keys by field."""
    found: dict[str, str] = {}
    mail = values.get("email")
    if kind is UNIT and mail and not _MAIL.fullmatch(str(mail)):
        found["email"] = "field_wrong.email"
    if kind is SITE and values.get("timezone") and values["timezone"] not in available_timezones():
        found["timezone"] = "field_wrong.timezone"
    low, high = values.get("brake_gap_min"), values.get("brake_gap_max")
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        found["brake_gap_max"] = "field_wrong.above"
    return found


def taken(tx: Tx, kind: RecordKind, site: SiteId, values: Mapping[str, Value], ident: str) -> dict[str, str]:
    """Say which of the names that must be a record's own another record of the site has: text keys by field."""
    found: dict[str, str] = {}
    for name in kind.keys:
        value = values.get(name)
        if value and not (kind.name == "person" and name == "name"):
            others = [one for one in holders_of(tx, kind.name, site, name, str(value)) if one != ident]
            if others:
                found[name] = "field_wrong.taken"
    return found


def keep(tx: Tx, kind: RecordKind, site: SiteId, values: Mapping[str, Value], base: Any = None) -> Any:
    """Write a new record, or ``base`` with these values; nothing is written if nothing changes."""
    made = build(kind, values, base.id if base is not None else tx.ids.new(), site, base)
    if made != base:
        tx.put(made)
    return made


def _typed(form: Form, field: Field) -> Cell:
    if field.form is Shape.SEVERAL:
        return tuple(form.values.getlist(field.name))
    return form.value(field.name)
