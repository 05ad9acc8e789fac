"""A shift travels: PINs from the office to a tablet without a network, the comparison with the real server, the handover."""

from __future__ import annotations

from mobile import actions
from mobile.actions import Entered
from mobile.text import ZH_CN
from mobile.views.closing import closing_of, closing_view
from mobile.views.setting import Setting
from server.store.shift import set_pin, shifts_of
from server.tables import op_receipt
from shared.model.hazard import Hazard, HazardEvent, HazardState
from shared.model.inspection import Inspection
from shared.model.shift import Check, Fitness
from tests.builders import KEEPER, LEAD
from tests.mobile.scene import STROKES
from tests.system.test_round_trip import Estate, estate

__all__ = ["estate"]


def give_pin(estate: Estate) -> None:
    with estate.server.writing() as tx:
        set_pin(tx, LEAD, "4711", bytes(16), KEEPER, rounds=2)
    estate.sync()


def begun(estate: Estate):
    shift = actions.begin_shift(estate.tablet)
    actions.start_work(estate.tablet, shift, (Check("battery", Fitness.GOOD, {"percent": 80}),))
    return shift


def compared(estate: Estate, shift) -> None:
    actions.ask_comparison(estate.tablet, shift)
    estate.sync()


def view(estate: Estate, shift):
    return closing_view(Setting(estate.store, estate.clock, ZH_CN), shift)


def test_a_pin_from_the_office_opens_the_tablet_offline_and_the_author_s_decision_counts(estate):
    give_pin(estate)
    estate.carrier.is_offline = True

    entered = actions.enter_pin(estate.tablet, LEAD, "4711")
    record = estate.walked()
    (hazard,) = actions.finish_round(estate.tablet, record)
    actions.move_hazard(estate.tablet, hazard, HazardEvent.VOID, reason="重复登记")
    estate.carrier.is_offline = False
    estate.sync()

    assert entered is Entered.RIGHT
    with estate.server.reading() as tx:
        assert tx.get(Inspection, record).author == LEAD
        assert tx.get(Hazard, hazard).state is HazardState.VOIDED
    assert estate.store.sync_state().parked == ()


def test_a_shift_is_compared_to_zero_and_its_signed_handover_stands_in_the_office(estate):
    shift = begun(estate)
    actions.finish_round(estate.tablet, estate.walked())
    compared(estate, shift)
    found = view(estate, shift)

    actions.sign_shift(estate.tablet, shift, STROKES)
    closing = closing_of(Setting(estate.store, estate.clock, ZH_CN), shift)
    actions.end_shift(estate.tablet, shift, closing.tally, closing.all_named, len(closing.made))
    estate.sync()

    assert (found.headline, found.differences) == ("差异为零", ())
    with estate.server.reading() as tx:
        (row,) = shifts_of(tx, estate.store.enrolment().device)
    assert (row.shift.tally.rounds, row.shift.tally.photos, row.shift.tally.photos_sent) == (1, 1, 1)
    assert (row.shift.differences, row.shift.signature.name) == ((), "王建国")
    assert row.shift.compared_at is not None
    assert row.ended_at is not None


def test_what_the_server_lost_is_named_sent_again_and_then_the_same(estate):
    shift = begun(estate)
    actions.finish_round(estate.tablet, estate.walked())
    estate.sync()
    with estate.server.writing() as tx:
        tx.execute(op_receipt.delete().where(op_receipt.c.kind == "hazard.raise"))

    compared(estate, shift)
    named = view(estate, shift)
    compared(estate, shift)

    assert [(row.chip.words, row.detail) for row in named.differences] == [
        ("服务器没有", "隐患 · 服务器上没有了，已重新排队上传，再核对一次。")
    ]
    assert view(estate, shift).headline == "差异为零"
