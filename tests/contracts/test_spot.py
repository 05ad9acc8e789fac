"""Notices issued on a tablet and the numbers leased to it, over the server's real store, on every database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from server.codec import FastCodec
from server.store import ServerStore, register
from server.store.device import enrol, make_code
from server.store.exchange import SqlSyncStore
from server.store.generation import begin_epoch
from server.store.register import Use
from server.store.schema import ensure_epoch
from shared.ids import BlockId, DeviceId, Epoch, HazardId, NoticeId, OpId, PersonId, UnitId, user_scope
from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice, NoticeState
from shared.model.inspection import Signature
from shared.model.issue import NoticeLine, NoticeMove, NoticePut
from shared.model.number import MOST_UNUSED, NumberBlock, NumberLease
from shared.model.place import Role, Site
from shared.model.template import HazardGrade
from shared.sync.exchange import Exchange, scopes_for
from shared.sync.messages import Op, OpStatus, Pull, Push, PushReply, SyncLimits
from shared.sync.ports import Caller
from shared.wire import encode_object
from tests.builders import (
    DEVICE,
    KEEPER,
    LEAD,
    SITE,
    FakeClock,
    a_hazard,
    a_person,
    a_photo,
    a_reading,
    a_rule,
    a_site,
    a_unit,
    an_id,
)

CALLER = Caller(DEVICE, LEAD, SITE, frozenset({LEAD, KEEPER}))
OTHER = Caller(DeviceId(an_id(0x99)), LEAD, SITE, frozenset({LEAD}))
HAZARD, SECOND = HazardId(an_id(0x501)), HazardId(an_id(0x502))
NOTICE = NoticeId(an_id(0x600))
STROKES = (((0.1, 0.2), (0.5, 0.6)),)
SHORT = a_site().short_name


def fail(_op: Op, fault: Exception) -> None:
    raise fault


@pytest.fixture
def exchange(store: ServerStore) -> Exchange:
    with store.writing() as tx:
        ensure_epoch(tx)
        for entity in (
            a_site(),
            a_unit(),
            a_person(id=LEAD, name="李敏", roles=(Role.LEAD_INSPECTOR,)),
            a_person(),
            *(
                a_hazard(id=name, state=HazardState.DRAFT, photos_before=(a_photo(),), location="后门", notice=None)
                for name in (HAZARD, SECOND)
            ),
        ):
            tx.put(entity)
    return Exchange(SqlSyncStore(store), SyncLimits(), "0.1.0", 30, fail)


def an_op(number: int, kind: str, body: object, author: PersonId = LEAD) -> Op:
    return Op(OpId(an_id(0x7000 + number)), number, author, kind, a_reading(), encode_object(body))


def push(exchange: Exchange, *ops: Op, caller: Caller = CALLER) -> PushReply:
    message = Push(caller.device, "0.1.0", Epoch(""), a_reading(), ops)
    return exchange.push(caller, message, FastCodec())


def statuses(reply: PushReply) -> list[OpStatus]:
    return [result.status for result in reply.results]


def a_line(hazard: HazardId, **changes: Any) -> NoticeLine:
    line = NoticeLine(
        hazard,
        HazardGrade.GENERAL,
        date(2026, 12, 1),
        "立即清理",
        interim_measures="派专人看护",
        responsible_person="陈志强",
        legal_basis=("61号令 §28",),
    )
    return replace(line, **changes)


def a_put(**changes: Any) -> NoticePut:
    put = NoticePut(
        NOTICE,
        SITE,
        "暂-一号平板-1",
        UnitId(a_unit().id),
        (a_line(HAZARD), a_line(SECOND)),
        a_reading(),
        LEAD,
        "李敏",
        "隐患消除前派专人看护",
        issuer_signature=Signature("lead_inspector", "李敏", a_reading(), LEAD, STROKES),
    )
    return replace(put, **changes)


def a_receipt(**changes: Any) -> NoticeMove:
    signature = Signature("receiver", "陈志强", a_reading(), None, STROKES)
    move = NoticeMove(NOTICE, HazardEvent.RECEIVE, a_reading(), "陈志强", "店长", signature=signature)
    return replace(move, **changes)


def leased(exchange: Exchange, caller: Caller = CALLER, number: int = 1) -> PushReply:
    asked = NumberLease(BlockId(an_id(0x800 + number)), SITE, 2026, 3)
    return push(exchange, an_op(number, "number.lease", asked), caller=caller)


def test_a_tablet_gets_a_block_of_numbers_that_nobody_else_gets(exchange: Exchange, store: ServerStore) -> None:
    first, again, other = leased(exchange), leased(exchange), leased(exchange, OTHER, 2)

    assert statuses(first) == statuses(again) == statuses(other) == [OpStatus.APPLIED]
    with store.reading() as tx:
        blocks = tx.every(NumberBlock)
    assert {(block.device, block.first, block.last) for block in blocks} == {(DEVICE, 1, 3), (OTHER.device, 4, 6)}


def test_only_who_issues_notices_gets_numbers(exchange: Exchange) -> None:
    asked = NumberLease(BlockId(an_id(0x801)), SITE, 2026, 3)

    reply = push(exchange, an_op(1, "number.lease", asked, KEEPER))

    assert statuses(reply) == [OpStatus.REJECTED]


def many_leases(exchange: Exchange, count: int, first: int = 1) -> list[OpStatus]:
    """Ask for ``count`` blocks of five numbers."""
    asked = (NumberLease(BlockId(an_id(0x800 + number)), SITE, 2026, 5) for number in range(first, first + count))
    return statuses(push(exchange, *(an_op(first + at, "number.lease", one) for at, one in enumerate(asked))))


def test_a_tablet_that_uses_none_of_its_numbers_gets_no_more(exchange: Exchange, store: ServerStore) -> None:
    got = many_leases(exchange, 6)

    assert got == [OpStatus.APPLIED] * 4 + [OpStatus.REJECTED] * 2
    with store.reading() as tx:
        assert sum(block.count for block in tx.every(NumberBlock)) == MOST_UNUSED


def test_numbers_on_papers_make_room_for_more(exchange: Exchange, store: ServerStore) -> None:
    many_leases(exchange, 4)
    papers = [
        an_op(
            20 + at, "notice.put", a_put(id=NoticeId(an_id(0x610 + at)), no=f"{SHORT}物消改〔2026〕{at:04d}号", **how)
        )
        for at, how in enumerate([{"lines": (a_line(HAZARD),)}, *[{"interim_clause": ""}] * 4], 1)
    ]

    assert statuses(push(exchange, *papers)) == [OpStatus.APPLIED] + [OpStatus.REJECTED] * 4

    assert many_leases(exchange, 2, 30) == [OpStatus.APPLIED, OpStatus.REJECTED]


def test_a_number_from_before_a_restore_stands_on_its_paper_and_is_never_given_again(
    exchange: Exchange, store: ServerStore
) -> None:
    with store.writing() as tx:
        begin_epoch(tx)
    before = f"{SHORT}物消改〔2026〕0007号"

    leased(exchange, OTHER)
    push(exchange, an_op(2, "notice.put", a_put(no=before, lines=(a_line(HAZARD),))))
    push(
        exchange,
        an_op(3, "notice.put", a_put(id=NoticeId(an_id(0x601)), no=before, lines=(a_line(SECOND),))),
        caller=OTHER,
    )

    with store.reading() as tx:
        first, second = tx.get(Notice, NOTICE), tx.get(Notice, NoticeId(an_id(0x601)))
        blocks = tx.every(NumberBlock)
        lines = {line.serial: line.use for line in register.numbers(tx, tx.get(Site, SITE), 2026, 2026).lines}
    assert (first.no, first.printed_no) == (before, "")
    assert (second.no, second.printed_no) == (f"{SHORT}物消改〔2026〕0204号", before)
    assert [block.first for block in blocks] == [201]
    assert (lines[6], lines[7], lines[8], lines[200]) == (Use.RESTORE, Use.NOTICE, Use.RESTORE, Use.RESTORE)


def test_a_backup_that_is_brought_back_twice_gives_the_numbers_between_to_nobody(
    exchange: Exchange, store: ServerStore
) -> None:
    with store.writing() as tx:
        begin_epoch(tx, Epoch("a generation that the backup does not know"))

    leased(exchange)

    with store.reading() as tx:
        assert [block.first for block in tx.every(NumberBlock)] == [401]


def test_a_notice_with_a_leased_number_is_issued_under_it_and_its_drafts_are_confirmed(
    exchange: Exchange, store: ServerStore
) -> None:
    leased(exchange)

    reply = push(exchange, an_op(2, "notice.put", a_put(no=f"{SHORT}物消改〔2026〕0002号")))

    assert statuses(reply) == [OpStatus.APPLIED]
    with store.reading() as tx:
        notice, hazard = tx.get(Notice, NOTICE), tx.get(Hazard, HAZARD)
    assert (notice.no, notice.printed_no, notice.state) == (f"{SHORT}物消改〔2026〕0002号", "", NoticeState.ISSUED)
    assert (hazard.state, hazard.notice, hazard.deadline_on) == (HazardState.ISSUED, NOTICE, date(2026, 12, 1))
    assert [step.event for step in hazard.steps[-2:]] == [HazardEvent.CONFIRM, HazardEvent.ISSUE]


@pytest.mark.parametrize("no", ["暂-一号平板-1", f"{SHORT}物消改〔2026〕0009号"])
def test_a_number_that_was_not_leased_is_replaced_and_kept_beside(
    exchange: Exchange, store: ServerStore, no: str
) -> None:
    leased(exchange)

    push(exchange, an_op(2, "notice.put", a_put(no=no)))

    with store.reading() as tx:
        notice = tx.get(Notice, NOTICE)
    assert (notice.no, notice.printed_no) == (f"{SHORT}物消改〔2026〕0004号", no)


def test_a_number_stands_on_one_notice_only(exchange: Exchange, store: ServerStore) -> None:
    leased(exchange)
    no = f"{SHORT}物消改〔2026〕0001号"
    later = NoticeId(an_id(0x601))

    push(exchange, an_op(2, "notice.put", a_put(no=no, lines=(a_line(HAZARD),))))
    push(exchange, an_op(3, "notice.put", a_put(id=later, no=no, lines=(a_line(SECOND),))))

    with store.reading() as tx:
        assert tx.get(Notice, NOTICE).no == no
        assert (tx.get(Notice, later).no, tx.get(Notice, later).printed_no) == (f"{SHORT}物消改〔2026〕0004号", no)


@pytest.mark.parametrize("signed", [{"person": KEEPER}, {"strokes": ()}, {"refusal": "不签"}])
def test_a_notice_is_signed_with_strokes_by_whoever_issues_it(
    exchange: Exchange, store: ServerStore, signed: dict[str, Any]
) -> None:
    put = a_put()
    other = replace(put, issuer_signature=replace(put.issuer_signature, **signed))
    older = replace(put, issuer_signature=replace(put.issuer_signature, person=None))

    refused = push(exchange, an_op(1, "notice.put", other))
    issued = push(exchange, an_op(2, "notice.put", older))

    assert refused.results[0].problem["missing"] == ["signature"]
    assert statuses(issued) == [OpStatus.APPLIED]


def test_receipt_and_refusal_set_the_hazards_going(exchange: Exchange, store: ServerStore) -> None:
    reply = push(exchange, an_op(1, "notice.put", a_put()), an_op(2, "notice.move", a_receipt()))

    assert statuses(reply) == [OpStatus.APPLIED, OpStatus.APPLIED]
    with store.reading() as tx:
        notice, hazard = tx.get(Notice, NOTICE), tx.get(Hazard, HAZARD)
    assert (notice.state, notice.received_by, notice.received_title) == (NoticeState.RECEIVED, "陈志强", "店长")
    assert hazard.state is HazardState.IN_RECTIFICATION
    assert statuses(push(exchange, an_op(3, "notice.move", a_receipt()))) == [OpStatus.DUPLICATE]


def test_a_refusal_needs_its_reason_and_a_witness(exchange: Exchange, store: ServerStore) -> None:
    push(exchange, an_op(1, "notice.put", a_put()))
    refusal = a_receipt(event=HazardEvent.REFUSE, signature=None, reason="不认可")

    alone = push(exchange, an_op(2, "notice.move", refusal))
    seen = push(exchange, an_op(3, "notice.move", replace(refusal, witness="周洋")))

    assert (statuses(alone), statuses(seen)) == ([OpStatus.REJECTED], [OpStatus.APPLIED])
    with store.reading() as tx:
        assert (tx.get(Notice, NOTICE).state, tx.get(Notice, NOTICE).witness) == (NoticeState.REFUSED, "周洋")


def test_nobody_signs_for_the_notice_that_he_issued(exchange: Exchange) -> None:
    own = a_receipt(name="李敏", signature=Signature("receiver", "李敏", a_reading(), LEAD, STROKES))

    reply = push(exchange, an_op(1, "notice.put", a_put()), an_op(2, "notice.move", own))

    assert statuses(reply) == [OpStatus.APPLIED, OpStatus.REJECTED]


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer_signature": None},
        {"lines": (a_line(HAZARD, required_measures=""),)},
        {"lines": (a_line(HAZARD, deadline_on=date(2026, 11, 1)),)},
        {"lines": (a_line(HazardId(an_id(0x5FF))),)},
        {"unit": UnitId(an_id(0x5FE))},
        {"interim_clause": ""},
        {"lines": (a_line(HAZARD), a_line(HAZARD))},
    ],
)
def test_what_breaks_a_rule_is_kept_whole_takes_no_number_and_moves_nothing(
    exchange: Exchange, store: ServerStore, wrong: dict[str, Any]
) -> None:
    leased(exchange)

    reply = push(exchange, an_op(2, "notice.put", a_put(**wrong)))

    assert statuses(reply) == [OpStatus.REJECTED]
    with store.reading() as tx:
        assert tx.find(Notice, NOTICE) is None
        assert tx.get(Hazard, HAZARD).state is HazardState.DRAFT
        assert [line.use for line in register.numbers(tx, tx.get(Site, SITE), 2026, 2026).lines].count(Use.UNKNOWN) == 0


def test_a_patroller_issues_nothing(exchange: Exchange) -> None:
    reply = push(exchange, an_op(1, "notice.put", a_put(lead_inspector=KEEPER), KEEPER))

    assert statuses(reply) == [OpStatus.REJECTED]


def test_a_hazard_that_moved_on_meanwhile_keeps_the_office_s_state_and_the_letter_its_number(
    exchange: Exchange, store: ServerStore
) -> None:
    leased(exchange)
    no = f"{SHORT}物消改〔2026〕0001号"
    with store.writing() as tx:
        tx.put(replace(tx.get(Hazard, SECOND), state=HazardState.VOIDED))

    reply = push(exchange, an_op(2, "notice.put", a_put(no=no)))

    assert statuses(reply) == [OpStatus.REJECTED]
    with store.reading() as tx:
        assert tx.get(Hazard, HAZARD).state is HazardState.DRAFT
        lines = {line.serial: line for line in register.numbers(tx, tx.get(Site, SITE), 2026, 2026).lines}
    assert lines[1].use is Use.LETTER


def test_the_register_says_where_every_number_went(exchange: Exchange, store: ServerStore) -> None:
    with store.writing() as tx:
        enrol(tx, make_code(tx, SITE, LEAD), DEVICE, "一号平板", "0.1.0")
    leased(exchange)
    push(exchange, an_op(2, "notice.put", a_put(no=f"{SHORT}物消改〔2026〕0002号")))

    with store.reading() as tx:
        site = tx.get(Site, SITE)
        now = register.numbers(tx, site, 2026, 2026).lines
        later = register.numbers(tx, site, 2026, 2027).lines

    assert [(line.serial, line.use) for line in now] == [(3, Use.ON_TABLET), (2, Use.NOTICE), (1, Use.ON_TABLET)]
    assert [line.use for line in later] == [Use.UNUSED, Use.NOTICE, Use.UNUSED]
    assert now[0].device_name == "一号平板"


def pulled_rules(exchange: Exchange, caller: Caller) -> set[str]:
    reply = exchange.pull(caller, Pull(caller.device, Epoch(""), 1, {}))
    again = exchange.pull(caller, Pull(caller.device, reply.epoch, 1, {}))
    return {row.id for page in again.scopes for row in page.rows if row.kind == "rule" and not row.gone}


def test_a_surprise_inspection_is_in_nobody_else_s_feed_before_its_day(
    exchange: Exchange, store: ServerStore, clock: FakeClock
) -> None:
    secret = a_rule(is_secret=True, performers=(LEAD,), starts_on=clock.wall.date() + timedelta(days=9))
    with store.writing() as tx:
        tx.put(secret)
    organiser = CALLER
    colleague = Caller(OTHER.device, KEEPER, SITE, frozenset({KEEPER}))

    assert pulled_rules(exchange, organiser) == {secret.id}
    assert pulled_rules(exchange, colleague) == set()
    assert exchange.pull(colleague, Pull(colleague.device, Epoch(""), 1, {})).scopes
    assert user_scope(LEAD) not in scopes_for(colleague)
