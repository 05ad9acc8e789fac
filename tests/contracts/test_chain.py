"""The chain of who did what, on both databases: what makes a row, that it never forks, and that a change is found."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, select, text

from server.store import ServerStore
from server.store.account import add_account
from server.store.chain import FIELDS, SERVER, Actor, Entry
from server.store.device import note_push
from server.store.logbook import LOOKED, LogFilter, chain_findings, exported, is_looked_through, log_rows
from server.store.page import PageRequest
from server.store.pushed import chain_pushes, pushed_findings
from server.store.viewer import Viewer
from server.tables import chain, device, op_receipt
from shared.ids import RuleId
from shared.model.place import Role
from shared.sync.messages import DeviceHealth
from tests.builders import (
    DEVICE,
    KEEPER,
    LEAD,
    OTHER_SITE,
    SITE,
    FakeClock,
    SeededIds,
    a_hazard,
    a_person,
    a_rule,
    a_site,
    an_id,
)
from tests.contracts.test_feed_interleaving import until_done

LEADER = Actor("office 10.0.0.7", "hazards.act confirm", LEAD, "李志强", {SITE: frozenset({Role.LEAD_INSPECTOR})}, SITE)
ADMIN = Viewer(LEAD, "", {SITE: frozenset({Role.ADMINISTRATOR})}, None, SITE)


class Desk:
    """A store whose actor a test may change."""

    def __init__(self, engine: Engine, clock: FakeClock) -> None:
        self.actor: Actor | None = LEADER
        self.store = ServerStore(engine, clock, SeededIds(), who=lambda: self.actor)

    def rows(self) -> list[object]:
        with self.store.reading() as tx:
            return list(tx.rows(select(chain).order_by(chain.c.seq)))

    def put(self, *entities: object) -> None:
        with self.store.writing() as tx:
            for entity in entities:
                tx.put(entity)

    def found(self) -> list[tuple[str, str]]:
        return [(one.code, one.about) for one in (*chain_findings(self.store), *pushed_findings(self.store))]


@pytest.fixture
def desk(engine: Engine, clock: FakeClock) -> Desk:
    return Desk(engine, clock)


def spoil(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


def test_a_change_leaves_a_row_with_who_where_and_what(desk: Desk) -> None:
    desk.put(a_site(), a_hazard())

    (row,) = desk.rows()
    assert (row.person, row.name, row.roles, row.origin) == (LEAD, "李志强", "lead_inspector", "office 10.0.0.7")
    assert (row.site, row.act, row.outcome) == (SITE, "hazards.act confirm", "done")
    assert json.loads(row.about) == [["hazard", a_hazard().id], ["site", SITE]]
    assert desk.found() == []


def test_reading_and_machinery_leave_no_row(desk: Desk) -> None:
    with desk.store.writing() as tx:
        tx.execute(op_receipt.delete())
    desk.actor = None
    desk.put(a_site())
    desk.actor = SERVER
    with desk.store.writing() as tx:
        tx.put(a_person(id=KEEPER))
        tx.execute(device.delete())

    assert [(row.origin, json.loads(row.about)[0]) for row in desk.rows()] == [("server", ["person", KEEPER])]


def test_what_is_rolled_back_leaves_no_row(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError), desk.store.writing() as tx:
        tx.put(a_site())
        raise ZeroDivisionError

    assert desk.rows() == []


def test_an_account_is_named_and_its_password_is_not_in_the_row(desk: Desk) -> None:
    desk.put(a_site(), a_person(id=KEEPER))

    with desk.store.writing() as tx:
        add_account(tx, "wang", KEEPER, "argon2-of-the-password")

    row = desk.rows()[-1]
    assert ["account", "wang"] in json.loads(row.about)
    assert "argon2" not in str(tuple(row))


def test_rows_can_be_verified_elsewhere_from_the_export(desk: Desk) -> None:
    desk.put(a_site())
    desk.put(a_hazard())
    desk.put(a_site(id=OTHER_SITE))

    *lines, end = [json.loads(line) for line in exported(desk.store, ADMIN, LogFilter())]

    whole = [line for line in lines if "act" in line]
    hashed = [
        hashlib.sha256(
            json.dumps([line[name] for name in FIELDS], ensure_ascii=False, separators=(",", ":")).encode()
        ).hexdigest()
        for line in whole
    ]
    assert [line["hash"] for line in whole] == hashed
    assert [line["prev"] for line in lines] == ["", *(line["hash"] for line in lines[:-1])]
    assert [len(line) for line in lines] == [14, 14, 3]  # the other site's row is sealed
    assert end == {"head": 3, "hash": lines[-1]["hash"]}


def test_an_export_holds_up_nothing_while_it_is_sent(desk: Desk) -> None:
    desk.put(a_site())
    held = desk.store.engine.pool.checkedout()  # type: ignore[attr-defined]
    lines = exported(desk.store, ADMIN, LogFilter())
    next(lines)

    assert desk.store.engine.pool.checkedout() == held  # type: ignore[attr-defined]
    desk.put(a_site(id=OTHER_SITE))

    assert json.loads(list(lines)[-1])["head"] == 1


def test_what_a_savepoint_undoes_is_not_named(desk: Desk) -> None:
    desk.put(a_site())

    with desk.store.writing() as tx:
        tx.put(a_hazard())
        with pytest.raises(ZeroDivisionError), tx.savepoint():
            tx.put(a_person(id=KEEPER))
            add_account(tx, "wang", KEEPER, "argon2-of-the-password")
            tx.say(Entry("undone"))
            1 / 0  # noqa: B018

    row = desk.rows()[-1]
    assert [kind for kind, _ in json.loads(row.about)] == ["hazard"]
    assert "undone" not in {one.act for one in desk.rows()}


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE chain SET name = 'somebody else' WHERE seq = 2", [("chain-row", "row 2")]),
        ("UPDATE chain SET at = (SELECT at FROM (SELECT at FROM chain WHERE seq = 1) AS one), outcome = 'failed' WHERE seq = 2", [("chain-row", "row 2")]),
        ("DELETE FROM chain WHERE seq = 2", [("chain-gap", "row 3")]),
        ("DELETE FROM chain WHERE seq = 4", [("chain-end", "the chain")]),
        ("UPDATE chain SET prev = hash WHERE seq = 3", [("chain-link", "row 3"), ("chain-row", "row 3")]),
        ("DELETE FROM chain_head", [("chain-end", "the chain")]),
        ("UPDATE chain_head SET hash = 'x'", [("chain-end", "row 4")]),
    ],
)  # fmt: skip
def test_whatever_is_changed_past_the_server_is_found_and_named(desk: Desk, engine: Engine, statement, told) -> None:
    for number in range(4):
        desk.put(a_site(short_name=str(number)))
    assert desk.found() == []

    spoil(engine, statement)

    assert desk.found() == told


def test_a_row_put_in_between_is_found(desk: Desk, engine: Engine) -> None:
    for number in range(3):
        desk.put(a_site(short_name=str(number)))

    spoil(engine, "UPDATE chain SET seq = seq + 10 WHERE seq = 3")
    spoil(engine, "UPDATE chain SET seq = 4 WHERE seq = 13")
    names = ", ".join(column.name for column in chain.columns if column.name != "seq")
    spoil(engine, f"INSERT INTO chain (seq, {names}) SELECT 3, {names} FROM chain WHERE seq = 2")
    spoil(engine, "UPDATE chain_head SET seq = 4")

    assert ("chain-link", "row 3") in desk.found()


def test_writers_at_once_make_one_chain(desk: Desk, engine: Engine, clock: FakeClock) -> None:
    others = [Desk(engine, clock) for _ in range(3)]

    def write(one: int) -> None:
        for number in range(8):
            site = a_site(id=an_id(0x900 + one * 100 + number))
            until_done(lambda site=site: others[one].store.act(lambda tx: tx.put(site)))

    with ThreadPoolExecutor(3) as at_once:
        list(at_once.map(write, range(3)))

    assert [row.seq for row in desk.rows()] == list(range(1, 25))
    assert desk.found() == []


def test_a_surprise_inspection_is_not_betrayed_before_its_day(desk: Desk) -> None:
    desk.put(a_site(), a_person(id=KEEPER))
    desk.put(a_rule(id=RuleId(an_id(0x42)), is_secret=True, performers=(KEEPER,), starts_on=date(2027, 3, 1)))

    def seen(**wanted: object) -> list[int]:
        with desk.store.reading() as tx:
            return [row.seq for row in log_rows(tx, ADMIN, LogFilter(**wanted), PageRequest()).rows]

    assert seen(today=date(2026, 11, 23)) == [1]
    assert seen(today=date(2026, 11, 23), may_know=frozenset({SITE})) == [2, 1]
    assert seen(today=date(2027, 3, 1)) == [2, 1]
    sealed = list(exported(desk.store, ADMIN, LogFilter(today=date(2026, 11, 23))))[1]
    assert set(json.loads(sealed)) == {"seq", "prev", "hash"}


def test_pages_of_the_log_go_on_by_key(desk: Desk) -> None:
    for number in range(7):
        desk.put(a_site(short_name=str(number)))

    with desk.store.reading() as tx:
        first = log_rows(tx, ADMIN, LogFilter(), PageRequest(size=3))
        second = log_rows(tx, ADMIN, LogFilter(), PageRequest(2, 3, after=first.after))
        back = log_rows(tx, ADMIN, LogFilter(), PageRequest(1, 3, before=second.before))

    assert [[row.seq for row in page.rows] for page in (first, second, back)] == [[7, 6, 5], [4, 3, 2], [7, 6, 5]]
    assert (first.before, first.total) == ("", 7)


def test_a_long_log_is_looked_through_in_stretches_that_lead_on(desk: Desk, engine: Engine) -> None:
    # given: two rows of an act that is looked for, and more than a stretch of others after them
    for number in range(2):
        desk.put(a_site(short_name=str(number)))
    with engine.begin() as connection:
        ours = connection.execute(select(chain).where(chain.c.seq == 1)).one()._asdict()
        others = [{**ours, "seq": 3 + number, "act": "other"} for number in range(LOOKED + 10)]
        connection.execute(chain.insert(), others)
    wanted = LogFilter(act=ours["act"])
    # when: somebody turns pages, and back
    with desk.store.reading() as tx:
        first = log_rows(tx, ADMIN, wanted, PageRequest())
        second = log_rows(tx, ADMIN, wanted, PageRequest(2, after=first.after))
        back = log_rows(tx, ADMIN, wanted, PageRequest(1, before=second.before))
        is_whole = [is_looked_through(tx, one) for one in (wanted, LogFilter(before=ours["at"] - timedelta(days=9)))]
    # then: nothing is said to be missing before all was looked through
    assert (first.rows, first.total, bool(first.after)) == ((), 0, True)
    assert ([row.seq for row in second.rows], second.after) == ([2, 1], "")
    assert back.rows == () and back.after
    assert is_whole == [False, True]


def test_what_tablets_push_is_added_by_the_work_turn_and_a_changed_receipt_is_found(
    desk: Desk, engine: Engine, clock: FakeClock
) -> None:
    # given: a tablet that is known, and a chain that has begun
    desk.actor = None
    desk.put(a_site(), a_person(id=KEEPER, roles=(Role.MAINTENANCE_KEEPER,)))
    with desk.store.writing() as tx:
        known = {"id": DEVICE, "name": "t", "site": SITE, "person": KEEPER, "token_sha256": "x", "state": "active"}
        tx.execute(device.insert().values(enrolled_at=tx.now, **known))
    chain_pushes(desk.store)
    clock.advance(timedelta(minutes=5))
    # when: it pushes twice, and the work turn comes too early, then in time, then again
    with desk.store.writing() as tx:
        for number in (1, 2):
            outcome = {
                "status": "applied",
                "records": [["inspection", an_id(number)]],
                "photos": [],
                "conflicts": [],
                "problem": None,
            }
            told = {
                "device": DEVICE,
                "author": KEEPER,
                "kind": "inspection.put",
                "sha256": f"{number}",
                "result": json.dumps(outcome),
            }
            tx.execute(
                op_receipt.insert().values(op_id=an_id(0x700 + number), happened_at=tx.now, received_at=tx.now, **told)
            )
        note_push(tx, DEVICE, "1.0", DeviceHealth(), 0)
    early = chain_pushes(desk.store)
    clock.advance(timedelta(minutes=3))
    added = [chain_pushes(desk.store), chain_pushes(desk.store)]
    # then
    (row,) = desk.rows()
    assert (early, added) == (0, [2, 0])
    assert (row.person, row.origin, row.act, row.roles) == (KEEPER, f"tablet {DEVICE}", "push", "maintenance_keeper")
    assert json.loads(row.about)[1:] == [["inspection", an_id(1)], ["inspection", an_id(2)]]
    assert desk.found() == []
    spoil(engine, "UPDATE op_receipt SET sha256 = 'other' WHERE sha256 = '2'")
    assert desk.found() == [("chain-receipts", "row 1")]


def test_what_is_said_of_an_act_that_changed_nothing_is_a_row_of_its_own(desk: Desk) -> None:
    with desk.store.writing() as tx:
        tx.say(Entry("session.sign_in", "failed", (("login", "wang"),), origin="office 10.0.0.9"))

    (row,) = desk.rows()
    assert (row.act, row.outcome, row.origin) == ("session.sign_in", "failed", "office 10.0.0.9")
