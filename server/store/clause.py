"""The clauses that wordings in use and the newest checklists name, counted by the database itself."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    JSON,
    ColumnElement,
    CompoundSelect,
    Subquery,
    case,
    cast,
    exists,
    func,
    literal,
    select,
    union_all,
)

from server.store.page import MOST, Count, Page, PageRequest
from server.store.phrase import is_newest
from server.store.tx import Tx
from server.tables import phrase, template
from shared.ids import TemplateId
from shared.model.template import Certainty


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: how sure its sources are, how many wordings name it, and how many lines of which checklists."""

    name: str
    certainties: tuple[Certainty, ...]
    phrases: int
    items: int
    templates: tuple[TemplateId, ...]


@dataclass(frozen=True, slots=True)
class ClauseFilter:
    """Which clauses; an empty member does not limit.

    One that is only remembered is no basis: it is listed for those who may put that right (``with_remembered``).
    """

    text: str = ""
    certainty: str = ""
    with_remembered: bool = False


CLAUSE_SORTS = ("clause", "phrases", "items")


def clauses(tx: Tx, wanted: ClauseFilter, page: PageRequest) -> Page[Clause]:
    """List clauses by name unless ``page.sort`` says otherwise."""
    named = _named(tx).subquery()
    name = named.c.clause
    in_phrases = func.sum(case((named.c.template == "", 1), else_=0))
    in_items = func.sum(case((named.c.template != "", 1), else_=0))
    query = select(name, in_phrases.label("phrases"), in_items.label("items")).group_by(name)
    if not wanted.with_remembered:
        query = query.having(func.max(case((named.c.certainty != Certainty.MEMORY.value, 1), else_=0)) == 1)
    if wanted.certainty:
        query = query.having(func.max(case((named.c.certainty == wanted.certainty, 1), else_=0)) == 1)
    if wanted.text:
        query = query.where(name.icontains(wanted.text, autoescape=True))
    total = Count(tx.count(query.limit(MOST + 1)))
    first = {"phrases": in_phrases, "items": in_items}.get(page.sort.removeprefix("-"), name)
    order = (first.desc() if page.sort.startswith("-") else first, name)
    rows = tx.rows(query.order_by(*order).limit(page.size + 1).offset(page.offset or None))
    about = _about(tx, named, [row.clause for row in rows[: page.size]])
    found = tuple(
        Clause(row.clause, about[row.clause][0], row.phrases, row.items, about[row.clause][1])
        for row in rows[: page.size]
    )
    after, before = "~" if len(rows) > page.size else "", "~" if page.number > 1 else ""
    return Page(found, total, page.number, page.size, page.sort, after, before)


def _about(
    tx: Tx, named: Subquery, names: list[str]
) -> dict[str, tuple[tuple[Certainty, ...], tuple[TemplateId, ...]]]:
    """Return of some clauses how sure they are, the surest first, and the checklists that name them."""
    columns = (named.c.clause, named.c.certainty, named.c.template)
    rows = tx.rows(select(*columns).where(named.c.clause.in_(names)).distinct().order_by(*columns))
    found = {}
    for name in names:
        mine = [row for row in rows if row.clause == name]
        sure = {row.certainty for row in mine}
        lists = dict.fromkeys(TemplateId(row.template) for row in mine if row.template)
        found[name] = (tuple(one for one in Certainty if one.value in sure), tuple(lists))
    return found


def _named(tx: Tx) -> CompoundSelect[str, str, str]:
    """Select every naming of a clause: the clause, how sure it is, and the checklist, empty for a wording."""
    worded = select(phrase.c.clause, phrase.c.certainty, literal("").label("template")).where(
        phrase.c.is_gone.is_(False), phrase.c.is_retired.is_(False), phrase.c.clause != "", is_newest()
    )
    later = template.alias("later")
    is_last = ~exists().where(later.c.template_id == template.c.template_id, later.c.version > template.c.version)
    said: ColumnElement[str]
    sure: ColumnElement[str]
    if tx.connection.dialect.name == "sqlite":
        items = func.json_each(template.c.body, "$.items").table_valued("value", joins_implicitly=True)
        said, sure = (func.json_extract(items.c.value, f"$.{name}") for name in ("clause", "certainty"))
    else:
        lines = cast(template.c.body, JSON)["items"]
        items = func.json_array_elements(lines).table_valued("value", joins_implicitly=True)
        said, sure = (items.c.value.op("->>")(name) for name in ("clause", "certainty"))
    certainty = func.coalesce(sure, Certainty.RECOMMENDED.value)
    listed = select(said, certainty, template.c.template_id).select_from(template).select_from(items)
    return union_all(worded, listed.where(template.c.is_gone.is_(False), is_last, said != ""))
