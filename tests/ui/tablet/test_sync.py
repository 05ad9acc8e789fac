"""The sync screen says what waits, since when, why and what next; and that it needs no person."""

from __future__ import annotations

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
    assert finger.shows("连不上服务器。请检查网络，记录都在本机。")
    assert finger.shows("5 秒后")
    finger.tap("巡检")
    assert finger.shows("离线 · 待上传 3")
    assert finger.shows("没有网络。每一步都已存在本机，连上网会自动上传。")


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
    assert finger.shows("服务器没能处理的记录")

    finger.tap("知道了，从这里移去")

    assert finger.app.parts.tablet.store.parked() == ()
    assert not finger.shows("服务器没能处理的记录")
    assert finger.shows("已移去。数据仍在服务器，办公室看得到。")
