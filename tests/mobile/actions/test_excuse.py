"""A round that cannot be done: why, with a photo, for approval; offline, and through a kill."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from mobile import actions
from shared.errors import EvidenceMissingError, UnknownRecordError
from shared.model.plan import ExcuseState
from tests.builders import RULE
from tests.mobile.scene import Killed, a_scene

DAY = date(2026, 11, 23)


@pytest.fixture
def scene(tmp_path):
    found = a_scene(tmp_path)
    yield found
    found.store.close()


def test_an_excuse_goes_to_the_office_with_reason_and_photo(scene):
    excuse = actions.start_excuse(scene.tablet, RULE, DAY)
    actions.change_excuse(scene.tablet, excuse, reason="停梯维修")
    scene.photo(excuse)

    asked = actions.ask_excuse(scene.tablet, excuse)

    assert (asked.rule, asked.window_on, asked.reason, len(asked.photos)) == (RULE, DAY, "停梯维修", 1)
    assert scene.store.excuses(DAY) == (asked,)
    assert scene.store.excuse_draft(excuse) is None
    scene.sync()
    assert scene.server.kinds() == ["excuse.put"]
    assert scene.server.is_stored(asked.photos[0].sha256)


def test_without_a_reason_or_a_photo_or_a_word_on_it_nothing_is_sent(scene):
    excuse = actions.start_excuse(scene.tablet, RULE, DAY)
    with pytest.raises(EvidenceMissingError) as error:
        actions.ask_excuse(scene.tablet, excuse)
    assert error.value.facts["missing"] == ["reason", "photo"]

    actions.change_excuse(scene.tablet, excuse, reason="人员请假", note="没有到场，拍不了照片")
    actions.ask_excuse(scene.tablet, excuse)

    assert [one.note for one in scene.store.excuses(DAY)] == ["没有到场，拍不了照片"]


def test_an_excuse_that_was_begun_is_gone_on_with_after_a_kill(scene):
    excuse = actions.start_excuse(scene.tablet, RULE, DAY)
    actions.change_excuse(scene.tablet, excuse, reason="无法进入")
    photo = scene.photo(excuse)

    scene.reopen()

    assert actions.start_excuse(scene.tablet, RULE, DAY) == excuse
    assert scene.store.excuse_draft(excuse).reason == "无法进入"
    assert [row.id for row in scene.store.photos_of(excuse)] == [photo]


def test_a_kill_while_it_is_sent_leaves_the_form_or_the_operation_never_both(scene):
    excuse = actions.start_excuse(scene.tablet, RULE, DAY)
    actions.change_excuse(scene.tablet, excuse, reason="停电", note="全楼停电")
    for strike in range(1, 9):
        scene.fail_points.arm(strike)
        with suppress(Killed, UnknownRecordError):
            actions.ask_excuse(scene.tablet, excuse)
        scene.reopen()
        is_form, is_sent = scene.store.excuse_draft(excuse) is not None, bool(scene.store.excuses(DAY))
        assert is_form is not is_sent
        if is_sent:
            break

    assert scene.store.excuses(DAY)[0].reason == "停电"


def test_what_the_office_decided_comes_with_the_feed(scene):
    excuse = actions.start_excuse(scene.tablet, RULE, DAY)
    actions.change_excuse(scene.tablet, excuse, reason="停梯维修", note="无照片")
    asked = actions.ask_excuse(scene.tablet, excuse)
    scene.sync()

    scene.server.put("excuse", excuse, replace(asked, state=ExcuseState.REJECTED, word="钥匙在门岗"))
    scene.sync()

    found = scene.store.excuses(DAY)
    assert [(one.state, one.word) for one in found] == [(ExcuseState.REJECTED, "钥匙在门岗")]
