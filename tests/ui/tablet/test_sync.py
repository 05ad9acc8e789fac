"""The sync screen says what waits, since when, why and what next; and that it needs no person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.errors import OfflineError
from shared.sync.messages import OpResult, OpStatus, PushReply
from shared.sync.request import Response
from tests.ui.tablet.estate import MORNING, a_tablet
from tests.ui.tablet.finger import answer_all, sign


class Nowhere:
    """A network that is not there."""

    def carry(self, request: object) -> Response:
        raise OfflineError(reason="unreachable")

    def close(self) -> None:
        pass


def walked(open_app, tmp_path):
    finger = open_app(parts=a_tablet(tmp_path))
    finger.tap("1号楼电梯机房 日巡视")
    answer_all(finger, fail="lmr_09")
    finger.tap("签名提交", nth=-1)
    sign(finger)
    finger.tap("提交")
    return finger


def test_what_waits_is_shown_with_why_the_last_try_failed(open_app, tmp_path):
    from mobile.worker import Worker

    finger = walked(open_app, tmp_path)
    tablet = finger.app.parts.tablet
    worker = Worker(tablet.store, tablet.clock, "0.1.0", connect=lambda _enrolment: Nowhere(), draw=lambda: 1.0)
    worker.run_once()

    finger.tap("同步")

    assert finger.shows("2 条记录等待上传")
    assert finger.shows("0/1 张已在服务器")
    assert finger.shows("连不上服务器")
    assert finger.shows("没传的都存在本机，一条不少，照常巡检。")
    assert finger.shows("走到有信号的地方会自动上传")
    assert finger.shows("5 秒后")
    finger.tap("巡检")
    assert finger.shows("离线 · 待上传 3")
    assert finger.shows("没有网络。每一步都已存在本机，连上网会自动上传。")


def test_what_waits_is_named_with_its_place_time_and_photos(open_app, tmp_path):
    finger = walked(open_app, tmp_path)

    finger.tap("同步")

    rows = finger.all("ReadCard")
    assert [row.view.title for row in rows] == ["1号楼电梯机房 · 电梯机房每日巡视记录", "机房灭火器在位有效：缺失"]
    assert "照片 0/1" in rows[0].view.right
    assert rows[0].view.word == "没传的照片：机房灭火器在位有效"


def test_the_button_wakes_the_worker(open_app, tmp_path):
    woken = []
    parts = a_tablet(tmp_path, MORNING)
    parts.wake = lambda: woken.append(True)
    finger = open_app(parts=parts)
    finger.tap("同步")

    finger.tap("立即同步")

    assert woken == [True]
    assert finger.shows("正在同步")


def test_what_the_server_could_not_apply_is_shown_until_it_is_understood(open_app, tmp_path):
    finger = walked(open_app, tmp_path)
    store = finger.app.parts.tablet.store
    ops = store.waiting_ops(10, 1 << 20, MORNING)
    problem = {"type": "/problems/already-final", "status": 409, "retry": "never"}
    results = tuple(OpResult(op.op_id, OpStatus.REJECTED, (), problem) for op in ops)
    store.save_push(PushReply(store.memory().epoch, MORNING, results), tuple(op.op_id for op in ops))
    finger = open_app((800, 1280))
    finger.tap("同步")
    assert finger.shows("服务器未采用的记录")

    finger.tap("知道了，从这里移去")

    assert finger.app.parts.tablet.store.parked() == ()
    assert [place.badge for place in finger.app.shell.destinations if place.key == "sync"] == [""]
    assert not finger.shows("服务器未采用的记录")
    assert finger.shows("已移去。数据仍在服务器，办公室看得到。")


def everything_at_once(tmp_path, scale="1.0", language="zh"):
    """A tablet with all that the screen can say: refused, answered and set-aside work, a salvage, a wrong clock."""
    from mobile import actions
    from tests.mobile.longshan import a_picture

    parts = a_tablet(tmp_path)
    tablet, store = parts.tablet, parts.tablet.store
    actions.set_setting(tablet, "text_scale", scale)
    actions.set_setting(tablet, "language", language)
    for text in ("路面有积水，已放警示牌", "灯坏了", "门锁松动", "箱内缺水带"):
        actions.add_note(tablet, "point", store.points()[0].id, text)
    photo = actions.begin_photo(tablet, note := actions.start_note(tablet, "point", store.points()[0].id))
    actions.finish_photo(tablet, photo, a_picture(tmp_path))
    actions.add_note(tablet, "point", store.points()[0].id, "有照片", note=note)
    office = {"act": "applied", "by": "何系统", "at": "2026-11-23T01:00:00+00:00", "word": "已与王建国核对"}
    ops = store.waiting_ops(10, 1 << 20, MORNING)
    refusals = (
        {"type": "/problems/transition-conflict", "status": 200, "retry": "never"},
        {"type": "/problems/invalid-body", "status": 200, "retry": "never"},
        {"type": "/problems/invalid-body", "status": 200, "retry": "never", "office": office},
    )
    results = tuple(
        OpResult(op.op_id, OpStatus.REJECTED, (), problem) for op, problem in zip(ops, refusals, strict=False)
    )
    store.save_push(PushReply(store.memory().epoch, MORNING, results), tuple(op.op_id for op in ops[:3]))
    store.fail_op(ops[3].op_id, MORNING + timedelta(minutes=40))
    with store.transaction():
        store.note_try(
            {
                "try_at": (MORNING - timedelta(minutes=3)).isoformat(),
                "code": "offline-portal",
                "failures": "4",
                "notes": "upgrade digest-mismatch",
                "next_at": (MORNING + timedelta(minutes=2)).isoformat(),
                "success_at": (MORNING - timedelta(hours=5)).isoformat(),
            }
        )
        store._set_meta("salvaged_at", (MORNING - timedelta(days=1)).isoformat())
        store._set_meta("offset_s", 900)
    parts.free_bytes = lambda: 210_000_000
    return parts


SIZES = [((1280, 800), "1.0", "zh"), ((800, 1280), "1.0", "zh"), ((800, 1280), "1.3", "zh"), ((1280, 800), "1.3", "en")]


@pytest.mark.parametrize(("size", "scale", "language"), SIZES)
def test_all_that_the_screen_can_say_fits(open_app, tmp_path, size, scale, language):
    finger = open_app(size, parts=everything_at_once(tmp_path, scale, language))
    cut = []

    finger.tap("同步" if language == "zh" else "Sync")
    for _ in range(5):
        cut += finger.clipped()
        finger.swipe_up()

    assert cut == []


def test_each_trouble_says_what_happened_what_is_safe_and_what_to_do(open_app, tmp_path):
    finger = open_app(parts=everything_at_once(tmp_path))

    finger.tap("同步")

    cards = [card.view for card in finger.all("TroubleCard")]
    assert [card.key for card in cards[:6]] == ["session:portal", "salvaged", "space", "clock", "update", "digest"]
    assert all(card.what and card.safe and card.todo for card in cards if card.key.startswith(("session", "parked")))
    (answer,) = [card for card in cards if card.key.startswith("answered")]
    assert (answer.what, answer.safe) == ("已采用：已与王建国核对", "何系统 · 今天 09:00")


def test_what_the_office_decided_leaves_once_it_was_read(open_app, tmp_path):
    finger = open_app((800, 1280), parts=everything_at_once(tmp_path))
    finger.tap("同步")
    store = finger.app.parts.tablet.store

    finger.app.shell.screen.take_note()
    finger.app.shell.screen.note_salvage()
    finger.settle()

    assert store.sync_state().answered == ()
    assert len(store.sync_state().parked) == 2
    assert not any(card.view.key == "salvaged" for card in finger.all("TroubleCard"))
