"""What every database must do for the server: entities, revisions, feeds, all or nothing."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Column, Connection, MetaData, String, Table, select

from server import tables
from server.db import DatabaseFaultError
from server.store import ServerStore, Tx, feed
from server.store.schema import ensure_epoch, epoch, new_epoch, next_serial
from server.store.statement import Statement
from shared import wire
from shared.errors import BusyError, ForbiddenError, UnknownRecordError
from shared.ids import ORG_SCOPE, PersonId, SiteId, site_scope, user_scope
from shared.model.hazard import Hazard
from shared.model.place import Point, Site, Text
from shared.model.plan import Rule
from shared.sync.ports import Times
from tests.builders import FakeClock, a_hazard, a_point, a_rule, a_site, a_template, an_id, an_inspection

HERE = site_scope(a_site().id)


NOWHERE = Table("nowhere", MetaData(), Column("id", String))
ASK_NOWHERE = Statement(lambda _insert: select(NOWHERE.c.id))


def by_the_driver(connection: Connection) -> None:
    ASK_NOWHERE.rows(connection)


def by_sqlalchemy(connection: Connection) -> None:
    connection.execute(select(NOWHERE.c.id))


def undone(tx: Tx, point: Point) -> None:
    with tx.savepoint():
        tx.put(point)
        tx.flush()
        raise RuntimeError


def taken_in_vain(store: ServerStore) -> None:
    with store.writing() as tx:
        next_serial(tx, "hazard", 2026)
        raise RuntimeError


def feed_of(store: ServerStore, scope: str) -> list[tuple[int, str, str, int, bool]]:
    with store.reading() as tx:
        query = tables.sync_feed.select().where(tables.sync_feed.c.scope == scope).order_by(tables.sync_feed.c.seq)
        return [(row.seq, row.kind, row.id, row.rev, row.gone) for row in tx.rows(query)]


def test_put_gives_revisions_from_one(store: ServerStore) -> None:
    with store.writing() as tx:
        revs = [tx.put(a_site()), tx.put(a_site())]
    with store.writing() as tx:
        revs.append(tx.put(a_site()))

    assert revs == [1, 2, 3]
    with store.reading() as tx:
        assert tx.rev(Site, a_site().id) == 3
        assert tx.get(Site, a_site().id) == a_site()


def test_get_of_a_missing_record_says_which(store: ServerStore) -> None:
    with store.reading() as tx, pytest.raises(UnknownRecordError) as refused:
        tx.get(Point, "nowhere")

    assert refused.value.facts == {"kind": "point", "id": "nowhere"}


def test_a_raise_leaves_nothing_behind(store: ServerStore) -> None:
    def half_a_transaction() -> None:
        with store.writing() as tx:
            tx.put(a_site())
            tx.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_a_transaction()

    with store.reading() as tx:
        assert tx.find(Site, a_site().id) is None
    assert feed_of(store, HERE) == []


def test_feed_holds_one_row_a_record_with_a_growing_seq(store: ServerStore) -> None:
    point = a_point()
    with store.writing() as tx:
        tx.put(a_site())
        tx.put(point)
    with store.writing() as tx:
        tx.put(a_site())

    rows = feed_of(store, HERE)

    assert [row[1:] for row in rows] == [("point", point.id, 1, False), ("site", a_site().id, 2, False)]
    assert [row[0] for row in rows] == [2, 3]


def test_templates_travel_in_the_feed_of_everybody(store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_template())

    assert [row[1:3] for row in feed_of(store, ORG_SCOPE)] == [("template", a_template().key)]


def test_remove_leaves_a_gone_row_and_a_later_put_goes_on_counting(store: ServerStore) -> None:
    point = a_point()
    with store.writing() as tx:
        tx.put(point)
    with store.writing() as tx:
        tx.remove(Point, point.id)
    gone = feed_of(store, HERE)
    with store.writing() as tx:
        was_found = tx.find(Point, point.id)
        rev = tx.put(point)

    assert [row[1:] for row in gone] == [("point", point.id, 2, True)]
    assert was_found is None
    assert rev == 3
    assert [row[1:] for row in feed_of(store, HERE)] == [("point", point.id, 3, False)]


def test_a_record_that_moves_is_gone_from_its_old_feed(store: ServerStore) -> None:
    point = a_point()
    elsewhere = SiteId(an_id(0xBEEF))
    with store.writing() as tx:
        tx.put(point)
    with store.writing() as tx:
        tx.put(dataclasses.replace(point, site=elsewhere))

    assert [row[1:] for row in feed_of(store, HERE)] == [("point", point.id, 2, True)]
    assert [row[1:] for row in feed_of(store, site_scope(elsewhere))] == [("point", point.id, 2, False)]


def test_put_and_move_within_one_transaction_leave_one_carrier(store: ServerStore) -> None:
    point = a_point()
    elsewhere = SiteId(an_id(0xBEEF))
    with store.writing() as tx:
        tx.put(point)
        tx.put(dataclasses.replace(point, site=elsewhere))

    assert [row[1:] for row in feed_of(store, HERE)] == [("point", point.id, 2, True)]
    assert [row[1:] for row in feed_of(store, site_scope(elsewhere))] == [("point", point.id, 2, False)]


def test_a_secret_rule_reaches_its_organiser_only_until_its_day(store: ServerStore, clock: FakeClock) -> None:
    organiser = PersonId(an_id(77))
    secret = dataclasses.replace(
        a_rule(), is_secret=True, performers=(organiser,), starts_on=clock.wall.date().replace(day=28)
    )
    with store.writing() as tx:
        tx.put(a_site())
        tx.put(secret)
    before = [row[1] for row in feed_of(store, HERE)]
    clock.wall = clock.wall.replace(day=28)
    with store.writing() as tx:
        assert tx.needs_moving(secret)
        tx.put(secret)

    assert before == ["site"]
    assert [row[1:] for row in feed_of(store, user_scope(organiser))] == [("rule", secret.id, 2, True)]
    assert ("rule", secret.id, 2, False) in [row[1:] for row in feed_of(store, HERE)]
    with store.reading() as tx:
        assert tx.get(Rule, secret.id) == secret


def test_members_of_a_newer_app_survive_an_office_edit(store: ServerStore) -> None:
    point = a_point()
    with store.writing() as tx:
        tx.put(point, body={**wire.encode_object(point), "colour": "red"})
    with store.writing() as tx:
        tx.put(dataclasses.replace(point, name=Text("新名")))

    with store.reading() as tx:
        body = tx.scalar(tables.point.select().with_only_columns(tables.point.c.body))
    assert wire.loads(body)["colour"] == "red"  # type: ignore[index]
    assert "新名" in body


def test_a_savepoint_undoes_only_what_was_within(store: ServerStore) -> None:
    inside = a_point()
    with store.writing() as tx:
        tx.put(a_site())
        with pytest.raises(RuntimeError):
            undone(tx, inside)
        tx.put(a_template())

    with store.reading() as tx:
        assert tx.find(Site, a_site().id)
        assert tx.find(Point, inside.id) is None
    assert [row[1] for row in feed_of(store, HERE)] == ["site"]


def test_two_writers_of_one_record_never_lose_an_update(store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_site())

    def edit(text: str) -> None:
        def work(tx: Tx) -> None:
            site = tx.get(Site, a_site().id)
            tx.put(dataclasses.replace(site, address=site.address + text))

        store.act(work)

    for text in "abc":
        edit(text)

    with store.reading() as tx:
        assert tx.get(Site, a_site().id).address == a_site().address + "abc"


def test_a_reading_transaction_refuses_to_write(store: ServerStore) -> None:
    with store.reading() as tx, pytest.raises(ForbiddenError):
        tx.put(a_site())


def test_synced_tables_are_closed_to_plain_statements(store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_site())
        with pytest.raises(RuntimeError):
            tx.execute(tables.site.update().values(name="x"))


def test_a_stale_write_is_refused_as_busy(store: ServerStore) -> None:
    with store.writing() as tx:
        tx.put(a_site())

    def stale_write() -> None:
        with store.writing() as tx:
            tx.get(Site, a_site().id)
            tx.connection.execute(tables.site.update().values(rev=9))
            tx.put(a_site())

    with pytest.raises(BusyError):
        stale_write()


@pytest.mark.parametrize("ask", [by_the_driver, by_sqlalchemy])
def test_what_the_database_refuses_for_good_is_one_error_whoever_ran_the_statement(
    store: ServerStore, ask: Callable[[Connection], None]
) -> None:
    said = []
    for opened in (store.glance, store.reading, store.writing):
        with pytest.raises(DatabaseFaultError) as refused, opened() as found:
            ask(found if isinstance(found, Connection) else found.connection)
        said.append("nowhere" in str(refused.value))
    with store.writing() as tx:
        tx.put(a_site())

    assert said == [True, True, True]


def test_records_of_every_kind_come_back_as_they_were(store: ServerStore) -> None:
    records = [a_site(), a_point(), a_template(), an_inspection(), a_hazard(), a_rule()]
    with store.writing() as tx:
        for record in records:
            tx.put(record)

    with store.reading() as tx:
        found = [tx.get(type(record), getattr(record, "key", getattr(record, "id", ""))) for record in records]

    assert found == records


def test_texts_longer_than_a_column_stay_whole_in_the_body(store: ServerStore) -> None:
    hazard = dataclasses.replace(a_hazard(), category="长" * 500)
    with store.writing() as tx:
        tx.put(hazard)

    with store.reading() as tx:
        assert tx.get(Hazard, hazard.id) == hazard


def test_pages_follow_the_feed_and_carry_what_stands_now(store: ServerStore) -> None:
    points = [dataclasses.replace(a_point(), id=an_id(number)) for number in range(1, 8)]
    with store.writing() as tx:
        for point in points:
            tx.put(point)
    with store.writing() as tx:
        tx.remove(Point, points[2].id)

    with store.reading() as tx:
        first, after = feed.page(tx.connection, HERE, 0, 4, 1 << 20)
        second, last = feed.page(tx.connection, HERE, after, 4, 1 << 20)
        nothing, same = feed.page(tx.connection, HERE, last, 4, 1 << 20)

    assert [row.id for row in first] == [points[n].id for n in (0, 1, 3, 4)]
    assert [(row.id, row.gone) for row in second] == [
        (points[5].id, False),
        (points[6].id, False),
        (points[2].id, True),
    ]
    assert (nothing, same) == ((), last)


def test_a_page_stops_at_its_byte_limit_but_is_never_empty(store: ServerStore) -> None:
    with store.writing() as tx:
        for number in range(1, 4):
            tx.put(dataclasses.replace(a_point(), id=an_id(number)))

    with store.reading() as tx:
        rows, last = feed.page(tx.connection, HERE, 0, 500, 1)

    assert (len(rows), last) == (1, 1)


def test_digest_counts_what_a_scope_carries(store: ServerStore) -> None:
    with store.reading() as tx:
        empty = feed.digest(tx.connection, HERE)
    with store.writing() as tx:
        tx.put(a_site())
        tx.put(a_point())
        tx.flush()
        tx.remove(Point, a_point().id)

    with store.reading() as tx:
        count, total = feed.digest(tx.connection, HERE)

    assert empty == (0, "0" * 16)
    assert count == 1
    assert len(total) == 16


def test_serials_have_no_gap_after_a_rollback(store: ServerStore) -> None:
    with store.writing() as tx:
        first = next_serial(tx, "hazard", 2026)
    with pytest.raises(RuntimeError):
        taken_in_vain(store)
    with store.writing() as tx:
        second = next_serial(tx, "hazard", 2026)
        other_year = next_serial(tx, "hazard", 2027)

    assert (first, second, other_year) == (1, 2, 1)


def test_an_epoch_is_made_once_and_anew_only_when_told(store: ServerStore) -> None:
    with store.writing() as tx:
        first, again = ensure_epoch(tx), ensure_epoch(tx)
    with store.writing() as tx:
        changed = new_epoch(tx)

    with store.reading() as tx:
        assert first == again != changed == epoch(tx)


def test_notes_and_inspections_refer_to_their_photos_once(store: ServerStore) -> None:
    inspection = an_inspection()
    with store.writing() as tx:
        tx.put(inspection)
        tx.put(inspection)

    with store.reading() as tx:
        refs = tx.rows(tables.blob_ref.select())
    assert len(refs) == len({photo.sha256 for photo in inspection.photos})


def test_what_clock_readings_told_stays_when_the_office_edits(store: ServerStore) -> None:
    hazard, corrected = a_hazard(), a_hazard().found_at.wall - timedelta(hours=3)
    with store.writing() as tx:
        tx.put(hazard, times=Times(corrected))
        tx.put(dataclasses.replace(hazard, category="x"))
    with store.writing() as tx:
        tx.put(dataclasses.replace(hazard, category="y"))

    with store.reading() as tx:
        row = tx.rows(tables.hazard.select())[0]
    assert (row.found_at, row.category) == (corrected, "y")


def test_pushes_take_turns_where_they_are_written_one_after_the_other_anyway(store: ServerStore) -> None:
    # given a push under way
    is_sqlite = store.engine.dialect.name == "sqlite"
    entered = threading.Event()

    def push() -> None:
        with store.turn_to_push():
            entered.set()

    another = threading.Thread(target=push)
    with store.turn_to_push():
        # when another one comes
        another.start()
        # then it waits, or need not
        assert entered.wait(0.2 if is_sqlite else 300) is not is_sqlite
    another.join(300)
    assert entered.is_set()
