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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, func, literal, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from server.store.phrase import phrase_versions
from server.store.searched import words_of, zone_of
from server.store.template import latest
from server.store.tx import Tx
from server.store.viewer import Viewer, visible
from server.tables import excuse, search_text
from shared.ids import PhraseId, SiteId, TemplateId
from shared.model.place import Site
from shared.model.plan import Excuse, ExcuseState, Rule, Waiver
from shared.sync.messages import ROW_BODIES

log = logging.getLogger(__name__)
FOLLOWED: Final = (
    *("hazard", "notice", "inspection", "unit", "person", "point", "asset", "building"),
    *("rule", "template", "phrase"),
)
"""Synced kinds that are searched since there is a search."""
ADDED: Final = ("access", "excuse", "waiver")
"""Synced kinds that are searched since a later version; what an older one had read is gone through for them once."""
ORDER, DEVICE, LINE = "order", "device", "line"
SEARCHED: Final = frozenset((*FOLLOWED, *ADDED))
KINDS: Final = (*FOLLOWED[:3], ORDER, *ADDED, LINE, *FOLLOWED[3:], DEVICE)
"""All kinds that are searched, in the order in which pages show them."""
_OF_ALL_SITES: Final = frozenset({"template", "phrase"})
_VERSIONED: Final = _OF_ALL_SITES
LONGEST_QUERY: Final = 100
BETWEEN: Final = " / "
_LONGEST_TEXT: Final = 20_000
_LONGEST_TITLE: Final = 500
_RUN = re.compile(r"[^\W_]+")
_AT_ONCE: Final = 500
"""Records that a transaction of the office indexes itself; what is more is left to the work turn."""
_CLASSES: Final = {kind: ROW_BODIES[kind] for kind in SEARCHED}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that contains what was searched for; ``said`` is its words as they were written, ``BETWEEN`` them."""

    kind: str
    id: str
    title: str
    said: str


def normal(words: str) -> str:
    """Return a text as it is compared: one width (NFKC), one case, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", words.replace("\x00", " ")).casefold().split())


def grams(words: str) -> list[str]:
    """List the distinct pairs of neighbouring letters and digits of a normal text, and the last letter of each run."""
    return list(dict.fromkeys(one for run in _RUN.findall(words) for one in _pairs(run)))


def search(tx: Tx, viewer: Viewer, words: str, kind: str, at: SiteId, *, most: int = 25, skip: int = 0) -> list[Hit]:
    """Find the records of a kind at a site that contain ``words``, the newest first; only what ``viewer`` may see.

    Checklists and wordings are every site's. A query without a letter or digit finds nothing.
    """
    wanted = normal(words[:LONGEST_QUERY])
    runs = _RUN.findall(wanted)
    if not runs or at not in viewer.roles:
        return []
    known, site = search_text.c, "" if kind in _OF_ALL_SITES else at
    marks = [_kind_mark(kind), _site_mark(site)]
    where = [known.kind == kind, known.site == site, _contains(tx, wanted)]
    if site:
        where.append(visible(search_text, viewer, at))
        if not viewer.sees_all_of(at):
            marks.append(_unit_mark(viewer.unit or ""))
    query = select(known.kind, known.id, known.title, known.text, known.said).where(*where)
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
    return [
        Hit(row.kind, row.id, row.title, row.said or row.text)
        for row in tx.rows(query.limit(most).offset(skip or None))
    ]


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
    changed = [key for key in tx.changed() if key[0] in SEARCHED]
    if 0 < len(changed) <= _AT_ONCE:
        index(tx, changed)


def index(tx: Tx, records: Iterable[tuple[str, str]]) -> None:
    """Index records as they stand; those that are gone, or secret until their day, are taken out.

    Of what has versions the newest one counts, whichever is named.
    """
    by_kind: dict[str, dict[str, None]] = {}
    for kind, record in records:
        by_kind.setdefault(kind, {})[record.partition("@")[0] if kind in _VERSIONED else record] = None
    entities = [found for kind, ids in by_kind.items() for found in _load(tx, kind, list(ids))]
    _prefetch_names(tx, [entity for _, _, entity in entities])
    rows = [row for found in entities if found[2] is not None and (row := _readable_row(tx, *found))]
    gone = [(kind, record) for kind, record, entity in entities if entity is None]
    _write(tx, rows)
    for kind in {kind for kind, _ in gone}:
        mine = search_text.c.id.in_([record for of, record in gone if of == kind])
        tx.execute(search_text.delete().where(search_text.c.kind == kind, mine))


def note(tx: Tx, kind: str, record: str, site: SiteId, title: str, words: Iterable[str]) -> None:
    """Index what is no synced record, such as an authority's order."""
    note_all(tx, kind, site, [(record, title, words)])


def note_all(tx: Tx, kind: str, site: SiteId, told: Iterable[tuple[str, str, Iterable[str]]]) -> None:
    """Index several such records, each as its id, its title and its other words."""
    _write(tx, [_row_of(kind, record, site, None, title, words) for record, title, words in told])


def _write(tx: Tx, rows: list[dict[str, Any]]) -> None:
    if rows:
        fresh = tx.insert(search_text)
        new = {name: fresh.excluded[name] for name in ("site", "unit", "title", "text", "grams", "said")}
        tx.execute(fresh.on_conflict_do_update(index_elements=["kind", "id"], set_=new), rows)


def _load(tx: Tx, kind: str, ids: Sequence[str]) -> Iterator[tuple[str, str, object | None]]:
    if kind not in _VERSIONED:
        tx.prefetch(kind, ids)
    for record in ids:
        found = _find(tx, kind, record)
        yield kind, record, None if found is not None and _is_hidden(tx, found) else found


def _find(tx: Tx, kind: str, record: str) -> object | None:
    if kind == "template":
        return latest(tx, TemplateId(record))
    if kind == "phrase":
        return next(reversed(phrase_versions(tx, PhraseId(record))), None)
    found: object | None = tx.find(_CLASSES[kind], record)
    return found


def _is_hidden(tx: Tx, found: object) -> bool:
    """Tell whether nobody is to find something: what tells of a secret, or a waiver that repeats an approved excuse."""
    rule = tx.find(Rule, found.rule) if isinstance(found, (Excuse, Waiver)) else found
    if isinstance(rule, Rule) and _is_secret(tx, rule):
        return True
    if not isinstance(found, Waiver):
        return False
    known, approved = excuse.c, ExcuseState.APPROVED.value
    same = (known.site == found.site, known.is_gone.is_(False), known.state == approved, known.rule == found.rule)
    return bool(tx.scalars(select(known.id).where(*same, known.window_on == found.window_on).limit(1)))


def _is_secret(tx: Tx, rule: Rule) -> bool:
    """Tell whether a surprise inspection's day has not come: till then no search says that there is one."""
    site = tx.find(Site, rule.site)
    return rule.is_secret and tx.now.astimezone(zone_of(site)).date() < rule.starts_on


def _prefetch_names(tx: Tx, entities: Iterable[object]) -> None:
    for name in ("point", "unit", "building", "asset", "rule"):
        tx.prefetch(name, [found for one in entities if (found := getattr(one, name, None))])


def _readable_row(tx: Tx, kind: str, record: str, entity: object) -> dict[str, Any] | None:
    """Return a record's row; nothing of one that cannot be read, such as one of a clock beyond all calendars."""
    try:
        title, words = words_of(tx, entity)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        log.exception("a record cannot be searched for", extra={"kind": kind, "id": record})
        return None
    unit = record if kind == "unit" else getattr(entity, "unit", None)
    if kind == "rule":
        unit = None  # plans are no unit's to see
    return _row_of(kind, record, getattr(entity, "site", SiteId("")), unit, title, words)


def _row_of(kind: str, record: str, site: SiteId, unit: str | None, title: str, words: Iterable[str]) -> dict[str, Any]:
    said = BETWEEN.join([title, *(one.replace("\x00", " ") for one in words if one)])[:_LONGEST_TEXT]
    shown = normal(said)[:_LONGEST_TEXT]
    marks = [_kind_mark(kind), _site_mark(site), *([_unit_mark(unit)] if unit else [])]
    return {
        "kind": kind,
        "id": record,
        "site": site,
        "unit": unit,
        "title": title[:_LONGEST_TITLE],
        "text": shown,
        "grams": " ".join([*marks, *grams(shown)]),
        "said": said,
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
