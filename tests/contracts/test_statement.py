"""Statements of the hot path do what SQLAlchemy's do: same rows, same types, same transaction, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import Executable, bindparam, select

from server.store import ServerStore
from server.store.statement import InsertInto, Lookup, Statement
from server.tables import device_person, op_receipt, waiver
from shared.errors import BusyError
from tests.builders import an_id

AT = datetime(2026, 11, 23, 16, 0, 1, 250, tzinfo=timezone(timedelta(hours=8)))
ADD = Statement(
    lambda _insert: op_receipt.insert().values({one.name: bindparam(one.name) for one in op_receipt.columns})
)
TIMES = Lookup(
    lambda ids: select(
        op_receipt.c.op_id, op_receipt.c.happened_at, op_receipt.c.is_estimated, op_receipt.c.result
    ).where(op_receipt.c.op_id.in_(ids))
)
ESTIMATED = Statement(lambda _insert: select(op_receipt.c.op_id).where(op_receipt.c.is_estimated.is_(True)).limit(1))
SETTLE = Statement(
    lambda _insert: op_receipt.update().where(op_receipt.c.device == bindparam("of")).values(result=bindparam("became"))
)


def hold(insert: InsertInto) -> Executable:
    values = {column.name: bindparam(column.name) for column in device_person.columns}
    held: Executable = insert(device_person).values(values).on_conflict_do_nothing().returning(device_person.c.since)
    return held


HOLD = Statement(hold)


def a_receipt(number: int, **changes: object) -> dict[str, object]:
    values = {"op_id": an_id(number), "device": "d", "author": "a", "kind": "note.put", "sha256": "0" * 64}
    times = {"happened_at": AT, "received_at": AT, "is_estimated": False, "result": None}
    return {**values, **times, **changes}


@pytest.mark.parametrize("count", [1, 2, 3, 511, 513, 1100])
def test_a_lookup_finds_each_of_any_number_of_ids_once(store: ServerStore, count: int) -> None:
    with store.writing() as tx:
        ADD.run_many(tx.connection, [a_receipt(number) for number in range(count)])

    with store.reading() as tx:
        found = TIMES.rows(tx.connection, [an_id(number) for number in range(count + 5)])
        nothing = TIMES.rows(tx.connection, [])

    assert sorted(row[0] for row in found) == sorted(an_id(number) for number in range(count))
    assert nothing == []


def test_values_are_converted_as_the_columns_say(store: ServerStore) -> None:
    with store.writing() as tx:
        written = ADD.run_many(tx.connection, [a_receipt(1), a_receipt(2, is_estimated=True, result="{}")])
        HOLD.run(tx.connection, device="d", person="p", since=AT)

    with store.reading() as tx:
        rows = sorted(TIMES.rows(tx.connection, [an_id(1), an_id(2)]))
        same = sorted(tx.rows(select(op_receipt.c.op_id, op_receipt.c.happened_at, op_receipt.c.is_estimated)))
        estimated = ESTIMATED.rows(tx.connection)
    assert written == 2
    assert rows == [(an_id(1), AT, False, None), (an_id(2), AT, True, "{}")]
    assert all(at.tzinfo is not None and at.utcoffset() == timedelta(0) for _, at, _, _ in rows)
    assert [tuple(row) for row in same] == [row[:3] for row in rows]
    assert estimated == [(an_id(2),)]


def test_what_was_written_is_counted_and_answered(store: ServerStore) -> None:
    with store.writing() as tx:
        ADD.run_many(tx.connection, [a_receipt(1), a_receipt(2), a_receipt(3, device="other")])
        counts = [SETTLE.run(tx.connection, of=of, became="{}") for of in ("d", "nobody")]
        none = SETTLE.run_many(tx.connection, [])
        fresh = HOLD.rows(tx.connection, device="d", person="p", since=AT)
        again = HOLD.rows(tx.connection, device="d", person="p", since=AT)

    assert (counts, none) == ([2, 0], 0)
    assert (fresh, again) == ([(AT.astimezone(UTC),)], [])


def test_a_time_without_offset_is_not_stored(store: ServerStore) -> None:
    with pytest.raises(ValueError, match="without offset"), store.writing() as tx:
        ADD.run(tx.connection, **a_receipt(1, happened_at=AT.replace(tzinfo=None)))


def test_dates_are_kept_as_dates(store: ServerStore) -> None:
    names = ("id", "rev", "is_gone", "body", "stored_at", "site", "rule", "window_on")
    add = Statement(lambda _insert: waiver.insert().values({name: bindparam(name) for name in names}))
    read = Statement(lambda _insert: select(waiver.c.window_on).where(waiver.c.id == bindparam("of")))
    values = {"id": "w", "rev": 1, "is_gone": False, "body": "{}", "stored_at": AT, "site": "s", "rule": "r"}
    with store.writing() as tx:
        add.run(tx.connection, **values, window_on=date(2026, 11, 23))

    with store.reading() as tx:
        assert read.rows(tx.connection, of="w") == [(date(2026, 11, 23),)]


def test_a_second_row_of_a_key_is_busy_and_takes_the_transaction_with_it(store: ServerStore) -> None:
    with store.writing() as tx:
        ADD.run(tx.connection, **a_receipt(1))

    with pytest.raises(BusyError), store.writing() as tx:
        ADD.run(tx.connection, **a_receipt(2))
        ADD.run(tx.connection, **a_receipt(1))

    with store.reading() as tx:
        assert [row[0] for row in TIMES.rows(tx.connection, [an_id(1), an_id(2)])] == [an_id(1)]


def test_what_is_written_first_is_written_before_records_serials_and_readings(store: ServerStore) -> None:
    # given a receipt that is to be the first thing a transaction writes
    def look(tx: object) -> int:
        return len(TIMES.rows(tx.connection, [an_id(1)]))  # type: ignore[attr-defined]

    with store.writing() as tx:
        tx.write_first(lambda: ADD.run(tx.connection, **a_receipt(1)) and None)
        before = look(tx)
        # when anything is asked for that may write
        tx.rows(select(op_receipt.c.op_id))
        after = look(tx)
    # then
    assert (before, after) == (0, 1)
    with store.reading() as tx:
        assert look(tx) == 1
