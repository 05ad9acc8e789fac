"""Authorities' orders: filed as they came, answered in writing, closed; the hazards that they name."""

import io
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from server.store.order import add_order, order_for
from server.store.viewer import viewer_of
from shared.hazard.order import OrderState
from shared.ids import Sha256
from shared.model.hazard import Hazard
from tests.builders import an_id
from tests.estate import person_id, picture

FORM = {
    "authority": "龙山区消防救援大队",
    "kind": "correct_by",
    "no": "龙消限字〔2026〕第0021号",
    "issued_on": "2026-11-18",
    "received_on": "2026-11-19",
    "received_by": "赵立新",
    "deadline_on": "2026-11-22",
    "content": "消防水泵控制柜处于手动位置，责令立即恢复自动。",
}


def text(answer):
    return answer.get_data(as_text=True)


def filed(browser, **changes):
    data = {**FORM, "photos": (io.BytesIO(picture("order")), "a.jpg"), **changes}
    return browser.post("/orders/new", data=data, content_type="multipart/form-data")


def load(store, record):
    with store.reading() as tx:
        return order_for(tx, viewer_of(tx, person_id("firemanager")), record)


def test_an_order_is_filed_with_pictures_of_its_paper_and_seen_by_staff_alone(sign_in, store):
    manager = sign_in("firemanager")

    answer = filed(manager)

    record = answer.location.rsplit("/", 1)[1]
    order = load(store, record)
    assert (order.no, order.state, order.rev, len(order.photos)) == (FORM["no"], OrderState.OPEN, 1, 1)
    assert "逾期 1 天" in text(manager.get(f"/orders/{record}"))
    assert FORM["no"] in text(manager.get("/orders?state=late"))
    assert FORM["no"] not in text(manager.get("/orders?state=answered"))
    assert FORM["no"] in text(manager.get("/orders?q=水泵"))
    photo = Sha256(order.photos[0].sha256)
    assert manager.get(f"/photos/{photo}", buffered=True).status_code == 200
    assert sign_in("unit").get(f"/orders/{record}").status_code in (403, 404)
    assert sign_in("desk").get(f"/photos/{photo}").status_code == 404
    assert sign_in("stranger").get(f"/orders/{record}").status_code == 404
    assert sign_in("desk").get("/orders").status_code == 403


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"no": ""}, "请填写"),
        ({"deadline_on": "2026-11-01"}, "早"),
        ({"received_on": "18.11."}, "日期"),
        ({"kind": "x"}, "列表"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_and_nothing_is_filed(sign_in, wrong, words):
    manager = sign_in("firemanager")

    answer = filed(manager, **wrong)

    assert answer.status_code == 422
    assert words in text(answer)
    assert 'name="kept"' in text(answer)
    assert "没有登记过外部文书" in text(manager.get("/orders"))


def test_a_number_is_filed_once(sign_in):
    manager = sign_in("firemanager")
    filed(manager)

    assert "已经登记过" in text(filed(manager))


def test_the_written_answer_and_the_end_are_signed_by_who_is_responsible(sign_in, store):
    manager, lead = sign_in("firemanager"), sign_in("lead")
    record = filed(lead).location.rsplit("/", 1)[1]
    reply = {"reply_no": "龙物复〔2026〕2 号", "replied_on": "2026-11-21", "reply_text": "已恢复自动，附照片"}

    early = manager.post(f"/orders/{record}/close", data={"closed_on": "2026-11-23", "outcome": "合格"})
    not_his = lead.post(f"/orders/{record}/reply", data=reply)
    bare = manager.post(f"/orders/{record}/reply", data={"reply_no": "1"})
    answered = manager.post(f"/orders/{record}/reply", data=reply)
    twice = manager.post(f"/orders/{record}/reply", data=reply)
    closed = sign_in("principal").post(
        f"/orders/{record}/close", data={"closed_on": "2026-11-23", "outcome": "复查合格"}
    )

    codes = [answer.status_code for answer in (early, not_his, bare, answered, twice, closed)]
    assert codes == [422, 403, 422, 303, 422, 303]
    order = load(store, record)
    assert (order.state, order.reply_no, order.replied_by_name) == (OrderState.CLOSED, "龙物复〔2026〕2 号", "赵立新")
    assert "复查合格" in text(manager.get(f"/orders/{record}"))
    assert manager.get("/orders?as=xlsx").get_data()[:2] == b"PK"


def test_whoever_comes_second_is_told(sign_in, store):
    manager = sign_in("firemanager")
    record = filed(manager).location.rsplit("/", 1)[1]
    manager.post(f"/orders/{record}/link", data={"hazard_no": "YH-2026-0007", "seen": "1.0.0"})

    late = manager.post(
        f"/orders/{record}/reply",
        data={"reply_no": "2 号", "replied_on": "2026-11-21", "reply_text": "已恢复", "seen": "1.0.0"},
    )

    assert late.status_code == 409
    assert "有人先办理了" in text(late)
    assert "已恢复</textarea>" in text(late)
    assert load(store, record).state is OrderState.OPEN


def test_hazards_are_linked_and_shown_both_ways(sign_in, estate, store):
    manager, lead = sign_in("firemanager"), sign_in("lead")
    record = filed(manager).location.rsplit("/", 1)[1]

    unknown = manager.post(f"/orders/{record}/link", data={"hazard_no": "YH-2026-9999"})
    linked = manager.post(f"/orders/{record}/link", data={"hazard_no": "YH-2026-0007"})
    raised = lead.post(
        "/hazards/new",
        data={
            "source_type": "authority", "source_ref": FORM["no"], "order": record, "description": "防火门损坏",
            "location": "A2 栋", "category": "dor", "grade": "general", "photos": (io.BytesIO(picture("door")), "a.jpg"),
        },
        content_type="multipart/form-data",
    )  # fmt: skip

    assert (unknown.status_code, linked.status_code, raised.status_code) == (422, 303, 303)
    page = text(manager.get(f"/orders/{record}"))
    assert "YH-2026-0007" in page
    assert "防火门损坏" in page
    assert FORM["no"] in text(lead.get(f"/hazards/{estate.hazards['major']}"))
    assert "YH-2026-0007" in text(lead.get("/hazards?only=external"))
    assert "YH-2026-0002" not in text(lead.get("/hazards?only=external"))
    with store.reading() as tx:
        assert tx.get(Hazard, raised.location.rsplit("/", 1)[1]).source_ref == FORM["no"]


def test_the_list_is_sorted_both_ways_and_turned_page_by_page(sign_in, store):
    # given: thirty orders, received one a day
    manager = sign_in("firemanager")
    record = filed(manager).location.rsplit("/", 1)[1]
    first = load(store, record)
    with store.writing() as tx:
        for number in range(1, 30):
            day = first.received_on - timedelta(days=number)
            add_order(tx, replace(first, id=an_id(0xE00 + number), no=f"{number:04d}", received_on=day, photos=()))

    def numbers(query):
        return re.findall(r"/orders/[\w-]+\">([^<]+)</a><span", text(manager.get(f"/orders?{query}")))

    # when
    page = text(manager.get("/orders?sort=-received_on"))
    following = re.search(r'href="/orders\?([^"]*after=[^"]*)"', page)[1].replace("&amp;", "&")

    # then
    assert numbers("sort=-received_on")[:2] == [first.no, "0001"]
    assert numbers("sort=received_on")[0] == "0029"
    assert numbers(following) == [f"{number:04d}" for number in range(25, 30)]
    for sort in ("deadline_on", "-deadline_on", "no", "-no", "authority", "-authority", "state", "-state"):
        assert len(numbers(f"sort={sort}")) == 25
