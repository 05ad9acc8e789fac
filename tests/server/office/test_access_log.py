"""The list of who was in the machine rooms."""

import re
from dataclasses import replace
from datetime import timedelta

from shared.ids import AccessId
from shared.model.access import AccessCategory, Leaving
from tests.builders import a_reading, an_access, an_id
from tests.estate import ROOM, person_id


def words(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.get_data(as_text=True)))


def entered(store, number, **changes):
    one = an_access(id=AccessId(an_id(0x600 + number)), point=ROOM, author=person_id("keeper"), **changes)
    with store.writing() as tx:
        tx.put(one)
    return one


def test_an_entry_shows_who_why_when_and_who_approved(sign_in, store):
    left = Leaving(a_reading(-5), person_id("keeper"), "王建国", state="门已锁、灯已关")
    entered(store, 1, phone="13900000000", key_no="JF-3", leaving=left)

    page = words(sign_in("manager").get("/access"))

    assert "赵师傅 维保单位 · 海州电梯 · 13900000000" in page
    assert "半月维保 2026-11-23 15:30 王建国 登记 2026-11-23 16:25 门已锁、灯已关 冯经理 JF-3 已归还" in page


def test_who_is_still_inside_can_be_asked_for_and_nobody_who_was_turned_away(sign_in, store):
    entered(store, 1, name="还在里面的")
    entered(store, 2, name="走了的", leaving=Leaving(a_reading(), person_id("keeper"), "王建国"))
    entered(store, 3, name="没让进的", refusal="没有批准")

    page = words(sign_in("manager").get("/access?show=inside"))

    assert "还在里面的" in page
    assert "走了的" not in page
    assert "没让进的" not in page
    assert "未准进入 没有批准" in words(sign_in("manager").get("/access"))


def test_the_list_is_narrowed_to_a_room_and_to_days(sign_in, store):
    earlier = replace(a_reading(), wall=a_reading().wall - timedelta(days=3))
    entered(store, 1, name="三天前的", at=earlier)
    entered(store, 2, name="今天的", category=AccessCategory.REPAIR)
    browser = sign_in("manager")

    assert "三天前的" not in words(browser.get("/access?from=2026-11-22"))
    assert "今天的" not in words(browser.get("/access?to=2026-11-22"))
    assert "今天的" in words(browser.get(f"/access?point={ROOM}"))


def test_the_log_is_for_those_who_answer_for_the_rooms(sign_in):
    assert sign_in("keeper").get("/access").status_code == 200
    assert sign_in("unit").get("/access").status_code == 403
    assert "还没有出入登记" in words(sign_in("manager").get("/access"))
