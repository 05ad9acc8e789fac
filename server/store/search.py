"""Search by any part of a word, Chinese or not, through the index that each database keeps (design/server.md §10).

A text is kept as it is compared (one width, one case) and as its pairs of neighbouring letters; a query is looked up by
its pairs, and what is found is held against the text itself, so that a search finds exactly what contains the query.

What the office writes is indexed in the transaction that writes it; what tablets push is indexed by the work turn
(``server.store.follow``), so that a push costs nothing more. Names of places and units are indexed with the
records about them as they were when the record last changed.
"""

from __future__ import annotations

import hashlib
import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, literal, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import search_text
from shared.ids import SiteId
from shared.model.hazard import Hazard, Notice
from shared.model.inspection import Inspection
from shared.model.place import Asset, Building, Person, Point, Site, Text, Unit
from shared.model.template import ItemKind, Template
from shared.sync.messages import ROW_BODIES

log = logging.getLogger(__name__)
KINDS: Final = ("hazard", "notice", "inspection", "unit", "person", "point", "asset", "building")
LONGEST_QUERY: Final = 100
_LONGEST_TEXT: Final = 20_000
_LONGEST_TITLE: Final = 500
_RUN = re.compile(r"[^\W_]+")
_AT_ONCE: Final = 500
"""Records that a transaction of the office indexes itself; what is more is left to the work turn."""
_CLASSES: Final = {kind: ROW_BODIES[kind] for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that contains what was searched for."""

    kind: str
    id: str
    title: str
    text: str


def normal(words: str) -> str:
    """Return a text as it is compared: one width (NFKC), one case, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", words.replace("\x00", " ")).casefold().split())


def grams(words: str) -> list[str]:
    """List the distinct pairs of neighbouring letters and digits of a normal text, and the last letter of each run."""
    return list(dict.fromkeys(one for run in _RUN.findall(words) for one in _pairs(run)))


def search(tx: Tx, viewer: Viewer, words: str, kind: str, at: SiteId, *, most: int = 25, skip: int = 0) -> list[Hit]:
    """Find the records of a kind at a site that contain ``words``, the newest first; only what ``viewer`` may see.

    A query without a letter or digit finds nothing.
    """
    wanted = normal(words[:LONGEST_QUERY])
    runs = _RUN.findall(wanted)
    if not runs or at not in viewer.roles:
        return []
    marks = [_kind_mark(kind), _site_mark(at)]
    if not viewer.sees_all_of(at):
        marks.append(_unit_mark(viewer.unit or ""))
    known = search_text.c
    where = [visible(search_text, viewer, at), known.kind == kind, known.site == at, _contains(tx, wanted)]
    query = select(known.kind, known.id, known.title, known.text).where(*where)
    if tx.connection.dialect.name == "sqlite":
        index = table("search_index", literal_column("rowid"))
        asked = " ".join([*(f'"{mark}"' for mark in marks), *(_fts(one) for one in _asked(runs))])
        rowid: ColumnElement[int] = literal_column("search_index.rowid")
        query = query.select_from(index.join(search_text, known.no == rowid))
        query = query.where(text("search_index MATCH :asked").bindparams(asked=asked)).order_by(rowid.desc())
    else:
        asked = " & ".join([*(f"'{mark}'" for mark in marks), *(_lexeme(one) for one in _asked(runs))])
        held = func.array_to_tsvector(func.string_to_array(known.grams, literal_column("' '")))
        query = query.where(held.op("@@")(literal(asked).cast(TSQUERY))).order_by(known.no.desc())
    return [Hit(row.kind, row.id, row.title, row.text) for row in tx.rows(query.limit(most).offset(skip or None))]


def titles_of(tx: Tx, records: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return what records are called, as far as they are in the index."""
    if not records:
        return {}
    known = search_text.c
    of_any = known.kind.in_({kind for kind, _ in records}) & known.id.in_({record for _, record in records})
    rows = tx.rows(select(known.kind, known.id, known.title).where(of_any))
    return {(row.kind, row.id): row.title for row in rows}  # an id is of one kind, so nothing else is among them


# ---- upkeep


def keep(tx: Tx) -> None:
    """Index what this transaction of the office has changed; more than some hundred records wait for the work turn."""
    changed = [key for key in tx.changed() if key[0] in KINDS]
    if 0 < len(changed) <= _AT_ONCE:
        index(tx, changed)


def index(tx: Tx, records: Iterable[tuple[str, str]]) -> None:
    """Index records as they stand; those that are gone are taken out."""
    by_kind: dict[str, list[str]] = {}
    for kind, record in records:
        by_kind.setdefault(kind, []).append(record)
    entities = [found for kind, ids in by_kind.items() for found in _load(tx, kind, ids)]
    _prefetch_names(tx, [entity for _, _, entity in entities])
    rows = [row for found in entities if found[2] is not None and (row := _readable_row(tx, *found))]
    gone = [(kind, record) for kind, record, entity in entities if entity is None]
    if rows:
        fresh = tx.insert(search_text)
        new = {name: fresh.excluded[name] for name in ("site", "unit", "title", "text", "grams")}
        tx.execute(fresh.on_conflict_do_update(index_elements=["kind", "id"], set_=new), rows)
    for kind in {kind for kind, _ in gone}:
        mine = search_text.c.id.in_([record for of, record in gone if of == kind])
        tx.execute(search_text.delete().where(search_text.c.kind == kind, mine))


def _load(tx: Tx, kind: str, ids: Sequence[str]) -> Iterator[tuple[str, str, object | None]]:
    tx.prefetch(kind, ids)
    for record in ids:
        yield kind, record, tx.find(_CLASSES[kind], record)


def _prefetch_names(tx: Tx, entities: Iterable[object]) -> None:
    for name in ("point", "unit", "building"):
        tx.prefetch(name, [found for one in entities if (found := getattr(one, name, None))])


def _readable_row(tx: Tx, kind: str, record: str, entity: object) -> dict[str, Any] | None:
    """Return a record's row; nothing of one that cannot be read, such as one of a clock beyond all calendars."""
    try:
        return _row(tx, kind, record, entity)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        log.exception("a record cannot be searched for", extra={"kind": kind, "id": record})
        return None


def _row(tx: Tx, kind: str, record: str, entity: Any) -> dict[str, Any]:
    title, words = _TEXTS[type(entity)](tx, entity)
    shown = normal(" / ".join([title, *(one for one in words if one)]))[:_LONGEST_TEXT]
    unit = entity.id if kind == "unit" else getattr(entity, "unit", None)
    marks = [_kind_mark(kind), _site_mark(entity.site), *([_unit_mark(unit)] if unit else [])]
    return {
        "kind": kind,
        "id": record,
        "site": entity.site,
        "unit": unit,
        "title": title[:_LONGEST_TITLE],
        "text": shown,
        "grams": " ".join([*marks, *grams(shown)]),
    }


# ---- what of a record is searched: its title and its other words


def _hazard(tx: Tx, one: Hazard) -> tuple[str, list[str]]:
    about = [one.no, one.location, one.item_label, one.measured, *_names(tx, one.point, one.unit)]
    return one.description, about


def _notice(tx: Tx, one: Notice) -> tuple[str, list[str]]:
    tx.prefetch("hazard", one.hazards)
    found = [tx.find(Hazard, hazard) for hazard in one.hazards]
    lines = [hazard.description for hazard in found if hazard is not None]
    return one.no or "、".join(lines)[:80], [
        one.printed_no,
        one.lead_inspector_name,
        *lines,
        *_names(tx, None, one.unit),
    ]


def _inspection(tx: Tx, one: Inspection) -> tuple[str, list[str]]:
    form = tx.find(Template, f"{one.template}@{one.template_version}")
    said = [word for answer in one.answers for word in (answer.note, answer.reason, answer.action) if word]
    written = {item.name for item in form.items if item.kind is ItemKind.TEXT} if form else set()
    values = [answer.value for answer in one.answers if isinstance(answer.value, str) and answer.item in written]
    signed = [sign.name for sign in one.signatures]
    place = tx.find(Point, one.point) if one.point else None
    site = tx.find(Site, one.site)
    day = one.started_at.wall.astimezone(ZoneInfo(site.timezone if site else "Asia/Shanghai")).date()
    parts = (form.title.zh if form else one.template, place.name.zh if place else "", day.isoformat())
    title = " · ".join(part for part in parts if part)
    return title, [
        one.conclusion,
        one.late_reason,
        one.visit,
        *said,
        *values,
        *signed,
        *_names(tx, one.point, one.unit),
    ]


def _unit(_tx: Tx, one: Unit) -> tuple[str, list[str]]:
    return one.name.zh, [one.name.en, one.code, one.head, one.phone, one.place, *one.signers]


def _person(tx: Tx, one: Person) -> tuple[str, list[str]]:
    return one.name, [one.code, one.cert_no, one.phone, *_names(tx, None, one.unit)]


def _point(tx: Tx, one: Point) -> tuple[str, list[str]]:
    building = tx.find(Building, one.building) if one.building else None
    return one.name.zh, [
        one.name.en,
        one.number,
        one.floor,
        one.tag,
        one.remark,
        *_both(building.name if building else None),
    ]


def _asset(tx: Tx, one: Asset) -> tuple[str, list[str]]:
    values = [value for value in one.data.values() if isinstance(value, str)]
    return one.name.zh, [one.name.en, one.number, *values, *_names(tx, one.point, None)]


def _building(_tx: Tx, one: Building) -> tuple[str, list[str]]:
    return one.name.zh, [one.name.en, one.code]


def _names(tx: Tx, point: str | None, unit: str | None) -> list[str]:
    place = tx.find(Point, point) if point else None
    who = tx.find(Unit, unit) if unit else None
    return [*_both(place.name if place else None), place.number if place else "", *_both(who.name if who else None)]


def _both(name: Text | None) -> list[str]:
    return [name.zh, name.en] if name else []


_TEXTS: Final[dict[type, Callable[[Tx, Any], tuple[str, list[str]]]]] = {
    Hazard: _hazard,
    Notice: _notice,
    Inspection: _inspection,
    Unit: _unit,
    Person: _person,
    Point: _point,
    Asset: _asset,
    Building: _building,
}


# ---- the query


def _pairs(run: str) -> Iterator[str]:
    yield from (run[place : place + 2] for place in range(len(run) - 1))
    yield run[-1]


def _asked(runs: Sequence[str]) -> list[str]:
    """List what a text that contains these runs must hold: their pairs; of a single letter, a pair that begins with it."""
    return list(dict.fromkeys(one for run in runs for one in (list(_pairs(run))[:-1] if len(run) > 1 else [run])))


def _fts(one: str) -> str:
    return f'"{one}"' if len(one) > 1 else f'"{one}"*'


def _lexeme(one: str) -> str:
    return f"'{one}'" if len(one) > 1 else f"'{one}':*"


def _contains(tx: Tx, wanted: str) -> ColumnElement[bool]:
    place = func.instr if tx.connection.dialect.name == "sqlite" else func.strpos
    return place(search_text.c.text, wanted) > 0


def _kind_mark(kind: str) -> str:
    return f"kind{kind}"


def _site_mark(site: str) -> str:
    return f"site{hashlib.sha256(site.encode()).hexdigest()[:16]}"


def _unit_mark(unit: str) -> str:
    return f"unit{hashlib.sha256(unit.encode()).hexdigest()[:16]}"
