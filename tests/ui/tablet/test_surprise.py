"""A surprise inspection is on the tablet only when it may be: for whom it is meant, on its day."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from mobile.device.scanner import ScriptedScanner, Tag
from shared.ids import PointId, RuleId
from shared.model.place import Point, PointKind, Text
from tests.builders import an_id
from tests.mobile.longshan import LEAD, ME, SITE, TODAY, UNIT, a_rule_of, feed
from tests.ui.tablet.estate import a_tablet

SHOP = Point(PointId(an_id(0xA1)), SITE, None, Text("沿街商铺", "Shops"), "LS-SP-01", PointKind.STAIRWELL)
NAME = Text("商铺突击检查", "Surprise inspection of the shops")


@pytest.fixture
def surprise(open_app, tmp_path):
    """Open the list on a tablet that holds a surprise inspection: of whom, on which day."""

    def begin(performer, starts_on):
        parts = a_tablet(tmp_path)
        parts.kit.scanner = ScriptedScanner()
        rule = a_rule_of(
            RuleId(an_id(0xA2)), NAME, "fire-surprise", SHOP.id, due_at=time(18),
            is_secret=True, performers=(performer,), starts_on=starts_on, unit=UNIT,
        )  # fmt: skip
        feed(parts.tablet.store, [SHOP, rule])
        return open_app((800, 1280), parts=parts)

    return begin


def search(finger, words):
    finger.tap(finger.find("SearchEntry"))
    finger.type(words)


def told(finger):
    """Return what the system was asked to remind of."""
    return " ".join(one.title + one.text for one in finger.app.desk.reminders.kept())


@pytest.mark.parametrize(("performer", "days"), [(LEAD, 0), (ME, 1)])
def test_nothing_tells_of_one_that_is_somebody_else_s_or_another_day_s(surprise, performer, days):
    finger = surprise(performer, TODAY + timedelta(days=days))
    rows = [row.title for row in finger.app.shell.screen.view.rows]

    search(finger, "tjjc")
    found = finger.texts()
    finger.tap(finger.find("ClearButton"))
    finger.app.desk.scanner.hold(Tag(SHOP.number, "nfc", "04A1"))
    finger.settle()

    assert NAME.zh not in rows
    assert not any("突击" in words for words in found)
    assert finger.shows("这里现在没有要做的巡检")
    assert not finger.shows("突击")
    assert "突击" not in told(finger)


def test_on_its_day_it_is_on_the_list_of_whom_it_is_meant_for(surprise):
    finger = surprise(ME, TODAY)

    search(finger, "tjjc")
    finger.tap(NAME.zh)
    warned = finger.shows("当天以前只有组织人看得到，请不要事先通知受检单位")
    finger.tap("开始检查")

    begun = finger.app.parts.tablet.store.inspection(finger.app.desk.router.here.record)
    assert warned
    assert (begun.unit, begun.task.rule) == (UNIT, RuleId(an_id(0xA2)))
