"""A round that goes on on another person's tablet: whole, through losses on the way, and when both go on after all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from shared.errors import AlreadyFinalError, EvidenceMissingError, HandedOverError, NotPermittedError, OfflineError
from shared.ids import DeviceId
from shared.model.handover import HandoverState
from shared.model.inspection import Result, Status
from shared.sync.session import drive, session
from tests.builders import KEEPER, LEAD, LIFT, NOW, FakeClock, SeededIds, an_id
from tests.mobile.scene import ENROLMENT, STROKES, FailPoints, Killed, Scene, a_scene, a_tablet, open_store

OTHER_DEVICE = DeviceId(an_id(0xD2))


@pytest.fixture
def giver(tmp_path):
    found = a_scene(tmp_path / "giver")
    yield found
    found.store.close()


@pytest.fixture
def receiver(giver, tmp_path):
    folder, clock, ids, fail_points = tmp_path / "receiver", FakeClock(), SeededIds(7), FailPoints()
    store = open_store(folder, fail_points)
    enrolment = replace(ENROLMENT, device=OTHER_DEVICE, person=LEAD, person_name="李敏", device_name="二号平板")
    store.enrol(enrolment, giver.server.epoch)
    tablet = a_tablet(store, folder, clock, ids, fail_points)
    found = Scene(folder, clock, ids, fail_points, giver.server, store, tablet)
    found.sync()
    fail_points.arm(None)
    yield found
    found.store.close()


def lose_the_answer(scene: Scene) -> None:
    """Let the server do all that this session asks for, and cut the line before each answer to a push."""

    def carry(request):
        answer = scene.server.carry(request)
        if request.path == "/v1/sync/push":
            raise OfflineError(reason="cut")
        return answer

    drive(session(scene.store, scene.clock, "0.1.0", schema=1), carry)


def half_done(scene: Scene):
    """Begin the short machine-room round and answer a part of it, with a photo."""
    record = scene.walked(failed=True)
    actions.clear_answer(scene.tablet, record, "LMR_10", LIFT)
    return record


def test_a_draft_travels_whole_and_is_finished_by_the_other(giver, receiver):
    record = half_done(giver)
    begun = giver.store.inspection(record)

    actions.hand_over(giver.tablet, record, LEAD, "去开会")
    giver.sync()
    receiver.sync()
    (offer,) = receiver.store.handovers_to(LEAD)
    assert actions.take_round(receiver.tablet, offer.id) == record

    taken = receiver.store.inspection(record)
    assert (taken.author, taken.device, taken.status) == (LEAD, OTHER_DEVICE, Status.DRAFT)
    assert {(one.item, one.value, one.result, one.note, one.photos) for one in taken.answers} == {
        (one.item, one.value, one.result, one.note, one.photos) for one in begun.answers
    }
    assert taken.photos == begun.photos
    assert taken.signatures == ()  # who goes on signs for himself
    receiver.sync()
    assert receiver.store.blob_path(begun.photos[0].sha256) is not None

    actions.answer(receiver.tablet, record, "LMR_10", LIFT, Result.PASS)
    actions.sign(receiver.tablet, record, "inspector", "李敏", STROKES)
    actions.finish_round(receiver.tablet, record)
    receiver.sync()
    giver.sync()

    assert giver.store.inspection(record).status is Status.FINAL
    assert giver.store.inspection(record).author == LEAD
    assert giver.store.all_given() == ()


def test_the_giver_s_signature_does_not_stay_even_where_it_names_nobody(giver, receiver):
    record = half_done(giver)
    actions.sign(giver.tablet, record, "unit_representative", "刘工", STROKES)
    with giver.store.transaction():
        (own,) = (one for one in giver.store.signatures_of(record) if one.signer == "inspector")
        giver.store.put_signature(record, replace(own, person=None))  # as an older app wrote it
    actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()
    receiver.sync()

    actions.take_round(receiver.tablet, receiver.store.handovers_to(LEAD)[0].id)

    assert [one.signer for one in receiver.store.signatures_of(record)] == ["unit_representative"]


def test_photos_of_a_round_that_was_given_stay_as_long_as_others(giver, receiver):
    record = half_done(giver)
    photo = giver.store.photos_of(record)[0]
    actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()
    receiver.sync()
    actions.take_round(receiver.tablet, receiver.store.handovers_to(LEAD)[0].id)
    actions.answer(receiver.tablet, record, "LMR_10", LIFT, Result.PASS)
    actions.sign(receiver.tablet, record, "inspector", "李敏", STROKES)
    actions.finish_round(receiver.tablet, record)
    receiver.sync()
    giver.sync()

    giver.store.tidy(NOW + timedelta(days=2))
    assert giver.store.all_given() == ()
    assert [row.id for row in giver.store.photos_of(record)] == [photo.id]

    giver.store.tidy(NOW + timedelta(days=400))
    giver.store.tidy(NOW + timedelta(days=402))
    assert giver.store.photos_of(record) == ()


def test_a_round_is_taken_or_declined_by_whom_it_is_meant_for(giver, receiver):
    record = half_done(giver)
    actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()
    offer = giver.store.handovers_to(LEAD)[0]

    for act in (actions.take_round, actions.decline):
        with pytest.raises(NotPermittedError):
            act(giver.tablet, offer.id)

    assert giver.store.handover(offer.id).state is HandoverState.OFFERED


def test_what_was_handed_over_is_only_read(giver):
    record = half_done(giver)
    photo = giver.store.photos_of(record)[0].id
    actions.hand_over(giver.tablet, record, LEAD)

    for change in (
        lambda: actions.answer(giver.tablet, record, "LMR_04", value=1),
        lambda: actions.undo_last(giver.tablet, record),
        lambda: actions.sign(giver.tablet, record, "inspector", "王建国", STROKES),
        lambda: actions.set_late_reason(giver.tablet, record, "x"),
        lambda: actions.begin_photo(giver.tablet, record),
        lambda: actions.drop_photo(giver.tablet, photo),
        lambda: actions.finish_round(giver.tablet, record),
        lambda: actions.hand_over(giver.tablet, record, LEAD),
    ):
        before = giver.store.inspection(record)
        with pytest.raises((HandedOverError, EvidenceMissingError)):
            change()
        assert giver.store.inspection(record) == before
    assert giver.store.drafts() == ()
    assert giver.store.given(record).name == "李敏"


def test_nobody_hands_a_round_to_himself_or_with_a_photo_in_work(giver):
    record = half_done(giver)
    with pytest.raises(EvidenceMissingError):
        actions.hand_over(giver.tablet, record, KEEPER)
    actions.begin_photo(giver.tablet, record)

    with pytest.raises(EvidenceMissingError):
        actions.hand_over(giver.tablet, record, LEAD)

    assert giver.store.given(record) is None


def test_taken_back_before_anybody_took_it_it_goes_on_here(giver, receiver):
    record = half_done(giver)
    handover = actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()

    actions.take_back(giver.tablet, record)
    giver.sync()
    receiver.sync()

    assert receiver.store.handovers_to(LEAD) == ()
    with pytest.raises(AlreadyFinalError):
        actions.take_round(receiver.tablet, handover)
    actions.answer(giver.tablet, record, "LMR_10", LIFT, Result.PASS)
    assert [head.id for head in giver.store.drafts()] == [record]


def test_a_declined_round_says_so_to_the_giver(giver, receiver):
    record = half_done(giver)
    handover = actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()
    receiver.sync()

    actions.decline(receiver.tablet, handover)
    receiver.sync()
    giver.sync()

    assert giver.store.handover(handover).state is HandoverState.DECLINED
    assert receiver.store.drafts() == ()
    actions.take_back(giver.tablet, record)
    assert [head.id for head in giver.store.drafts()] == [record]


def test_losses_on_the_way_neither_lose_nor_double_anything(giver, receiver):
    record = half_done(giver)
    actions.hand_over(giver.tablet, record, LEAD)
    giver.server.script("/v1/sync/push", OfflineError(reason="timeout"))
    giver.sync()
    lose_the_answer(giver)
    giver.reopen()
    giver.sync()

    receiver.server.script("/v1/sync/pull", OfflineError(reason="cut"))
    receiver.sync()
    receiver.sync()
    (offer,) = receiver.store.handovers_to(LEAD)
    actions.take_round(receiver.tablet, offer.id)
    lose_the_answer(receiver)
    receiver.reopen()
    actions.take_round(receiver.tablet, offer.id)
    receiver.sync()
    giver.sync()

    assert [head.id for head in receiver.store.drafts()] == [record]
    assert giver.store.handover(offer.id).state is HandoverState.TAKEN
    assert [op.kind for op in giver.server.ops] == ["handover.put", "handover.put"]


def test_a_kill_at_any_moment_of_taking_leaves_the_offer_or_the_draft(giver, receiver):
    half_done(giver)
    record = giver.store.drafts()[0].id
    actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()
    receiver.sync()
    (offer,) = receiver.store.handovers_to(LEAD)

    for strike in range(1, 30):
        receiver.fail_points.arm(strike)
        with suppress(Killed):
            actions.take_round(receiver.tablet, offer.id)
        receiver.reopen()
        is_offered, is_taken = bool(receiver.store.handovers_to(LEAD)), bool(receiver.store.drafts())
        assert is_offered is not is_taken
        if is_taken:
            break

    assert receiver.store.inspection(record).photos


def test_both_may_go_on_when_one_cannot_be_reached(giver, receiver):
    record = half_done(giver)
    actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()
    receiver.sync()
    actions.take_round(receiver.tablet, receiver.store.handovers_to(LEAD)[0].id)
    receiver.sync()
    giver.sync()

    actions.take_back(giver.tablet, record)  # the other tablet fell into a pit
    actions.answer(giver.tablet, record, "LMR_10", LIFT, Result.PASS)
    actions.finish_round(giver.tablet, record)

    assert giver.store.inspection(record).status is Status.FINAL
    assert giver.store.handover_of(record).state is HandoverState.TAKEN
    assert [head.id for head in receiver.store.drafts()] == [record]


def test_a_round_that_comes_back_to_where_it_was_begun_says_what_it_says_now(giver, receiver):
    record = half_done(giver)
    photo = giver.store.photos_of(record)[0].id
    actions.hand_over(giver.tablet, record, LEAD)
    giver.sync()
    receiver.sync()
    actions.take_round(receiver.tablet, receiver.store.handovers_to(LEAD)[0].id)
    actions.answer(receiver.tablet, record, "LMR_04", value=30.5)
    second = receiver.photo(record, "LMR_04", colour=(0, 0, 200))

    actions.hand_over(receiver.tablet, record, KEEPER)
    receiver.sync()
    giver.sync()
    (back,) = giver.store.handovers_to(KEEPER)
    actions.take_round(giver.tablet, back.id)

    now = giver.store.inspection(record)
    assert next(one.value for one in now.answers if one.item == "LMR_04") == 30.5
    assert {row.id for row in giver.store.photos_of(record)} == {photo, second}
    assert [head.id for head in giver.store.drafts()] == [record]
