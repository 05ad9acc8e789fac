"""What each kind that comes from Excel brings along: who may bring it in, where its list is, how it is read and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from flask import url_for

from server.office.intake.wording import PHRASE, build_phrase, faults_of_phrase, keep_phrase, values_of_phrase
from server.office.permission import Permission
from server.office.places.field import Value
from server.office.places.keeping import completed, faults, keep
from server.office.places.kinds import FROM_EXCEL, PERSON, RecordKind, build, values_of
from server.office.reader import Reader
from server.store import Tx
from server.store.phrase import phrases
from server.store.place import all_places
from shared.ids import SiteId

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Intake:
    """How rows of one kind become records. ``list_at`` returns the address of its list.

    ``defaults`` are values of a new record that its row does not give.
    """

    kind: RecordKind
    permission: Permission
    list_at: Callable[[], str]
    every: Callable[[Tx, SiteId], list[Any]]
    values_of: Callable[[Any], dict[str, Value]]
    build: Callable[[Values, Any, SiteId], Any]
    faults: Callable[[Values], dict[str, str]]
    keep: Callable[[Tx, Reader, Values, Any], object]
    completed: Callable[[dict[str, Value]], dict[str, Value]] = dict
    defaults: Mapping[str, Value] = field(default_factory=dict)


def _of_places(kind: RecordKind) -> Intake:
    """Describe records of a site: places, units and people."""
    is_person = kind is PERSON
    return Intake(
        kind,
        Permission.MANAGE_PEOPLE if is_person else Permission.MANAGE_PLACES,
        lambda: url_for("people.show_list") if is_person else url_for("places.show_list", kind=kind.name),
        every=lambda tx, site: all_places(tx, kind.name, site),
        values_of=lambda one: values_of(kind, one),
        build=lambda values, base, site: build(kind, values, base.id, site, base),
        faults=lambda values: faults(kind, values),
        keep=lambda tx, who, values, base: keep(tx, kind, who.site, values, base),
        completed=lambda values: completed(kind, values),
        defaults={"is_in_service": True} if kind.name == "asset" else {},
    )


_WORDINGS: Final = Intake(
    PHRASE,
    Permission.PUBLISH_TEMPLATES,
    lambda: url_for("phrases.show_list"),
    every=lambda tx, _site: list(phrases(tx)),
    values_of=values_of_phrase,
    build=lambda values, base, _site: build_phrase(values, base),
    faults=faults_of_phrase,
    keep=keep_phrase,
)
INTAKES: Final[Mapping[str, Intake]] = {
    **{name: _of_places(kind) for name, kind in FROM_EXCEL.items()},
    PHRASE.name: _WORDINGS,
}
"""Kinds that come from Excel, by the name that addresses have."""
