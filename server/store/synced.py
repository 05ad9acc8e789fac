"""Statements that read and write the tables of the synced kinds, for the transaction of ``tx``."""

from __future__ import annotations

from functools import cache

from sqlalchemy import String, Table, bindparam, literal_column, select

from server.store.statement import Lookup, Statement
from server.tables import SYNCED, blob_ref, former, inspection


@cache
def lengths_of(kind: str) -> tuple[tuple[str, int], ...]:
    """Name the columns of a kind that hold texts of limited length, with that length."""
    columns = ((column.name, column.type) for column in SYNCED[kind].columns)
    return tuple((name, of.length) for name, of in columns if isinstance(of, String) and of.length)


@cache
def insert_into(kind: str, names: frozenset[str]) -> Statement:
    """Return what writes new records of a kind, of which these columns and the id are known."""
    columns = ("id", *sorted(names))
    return Statement(lambda _insert: SYNCED[kind].insert().values({name: bindparam(name) for name in columns}))


@cache
def update_of(kind: str, names: frozenset[str]) -> Statement:
    """Return what changes these columns of the record ``of_id``, if its revision still is ``of_rev``."""
    table = SYNCED[kind]
    mine = (table.c.id == bindparam("of_id")) & (table.c.rev == bindparam("of_rev"))
    return Statement(
        lambda _insert: table.update().where(mine).values({name: bindparam(name) for name in sorted(names)})
    )


def _records_of(table: Table) -> Lookup:
    query = select(table.c.id, table.c.rev, table.c.is_gone, table.c.body)
    return Lookup(lambda ids: query.where(table.c.id.in_(ids)))


RECORDS = {kind: _records_of(table) for kind, table in SYNCED.items()}
REFER = Statement(
    lambda insert: (
        insert(blob_ref)
        .values({column.name: bindparam(column.name) for column in blob_ref.columns})
        .on_conflict_do_nothing()
    )
)
KEEP_FORMER = Statement(
    lambda insert: (
        insert(former)
        .values({column.name: bindparam(column.name) for column in former.columns})
        .on_conflict_do_nothing()
    )
)
"""Of several changes at one moment the first is kept: what stood between them was never true for a while."""
SET_REVIEW_STATE = Statement(
    lambda _insert: (
        inspection.update().where(inspection.c.id == bindparam("of")).values(review_state=bindparam("state"))
    )
)
SET_GRADE = Statement(
    lambda _insert: (
        inspection.update()
        .where(inspection.c.id == bindparam("of"))
        .values(grade=bindparam("grade"), flags=bindparam("flags"), rank=bindparam("rank"))
    )
)
FORGET_GRADES = Statement(
    lambda _insert: (
        inspection.update()
        .where(inspection.c.rank != literal_column("''"), inspection.c.review_state != bindparam("but"))
        .values(rank="")
    )
)
"""So that records are graded anew, but those in one review state."""
