"""Hazards and rechecks by touch."""

from __future__ import annotations

from shared.model.hazard import RecheckResult
from tests.ui.tablet.estate import HAZARD
from tests.ui.tablet.finger import sign


def test_a_hazard_is_rechecked_with_photo_and_signature(open_app):
    finger = open_app()
    finger.tap("隐患复查")
    finger.tap("1号楼电梯机房灭火器缺失 2 具")
    assert finger.shows("已补充 2 具 CO₂ 灭火器，挂检查牌")

    finger.tap("开始复查")
    finger.tap("已改")
    finger.tap("拍照")
    finger.tap("对着这个位置拍", nth=-1)
    sign(finger)
    finger.tap("提交复查")

    done = finger.app.parts.tablet.store.rechecks_of(HAZARD)
    assert [(r.result, r.round, len(r.photos), len(r.signatures)) for r in done] == [(RecheckResult.PASSED, 1, 1, 1)]
    assert finger.shows("复查记录已存本机")
    finger.back()
    assert not finger.shows("隐患复查  2")


def test_a_failed_recheck_asks_for_findings_and_a_new_deadline(open_app):
    finger = open_app()
    finger.tap("隐患复查")
    finger.tap("1号楼电梯机房灭火器缺失 2 具")
    finger.tap("开始复查")

    finger.tap("未改")

    assert finger.shows("还缺照片、复查情况说明、新期限、签名")
    finger.tap("拍照")
    finger.tap("提交复查")
    assert finger.app.parts.tablet.store.rechecks_of(HAZARD) == ()


def test_a_recheck_is_gone_on_with_after_a_kill(open_app):
    finger = open_app()
    finger.tap("隐患复查")
    finger.tap("1号楼电梯机房灭火器缺失 2 具")
    finger.tap("开始复查")
    finger.tap("部分改")

    again = open_app()

    assert again.app.desk.router.here.screen == "recheck"
    assert next(o for o in again.app.shell.screen.view.results if o.is_chosen).key == "partly"


def test_an_overdue_hazard_stands_first_and_says_how_long(open_app):
    finger = open_app()

    finger.tap("隐患")

    rows = finger.app.shell.screen.view.rows
    assert rows[0].word == "逾期 3 天"
    assert finger.shows("逾期 3 天")


def test_a_photo_opens_large_and_back_closes_it_first(open_app):
    finger = open_app()
    finger.tap("隐患")
    finger.tap("1号楼电梯机房灭火器缺失 2 具")
    finger.tap(finger.find("PhotoTile"))
    assert finger.all("PhotoSheet")

    finger.back()

    assert not finger.all("PhotoSheet")
    assert finger.app.desk.router.here.screen == "hazard"
