"""The unit's whole story on a phone, over the link of its notice, with scripts and without; and how its pages look."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from server.store.unit_link import link_of, make_link, shown_token
from shared import notice as notice_rules
from shared.hazard import Act, advance
from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice, NoticeState
from shared.model.place import Role
from tests.builders import an_id
from tests.estate import SHOP, person_id, picture
from tests.ui.office.conftest import NARROW

SMALL = (360, 640)
H = HazardState


@pytest.fixture
def link(office):
    """Give a notice's address; a fresh link for each test, so that none waits for another's limit."""

    def address(notice):
        store = office.parts.store
        with store.writing() as tx:
            make_link(tx, store.link_key(), tx.get(Notice, notice))
            return f"{office.url}/u/{shown_token(store.link_key(), link_of(tx, notice))}"

    return address


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "after.jpg"
    path.write_bytes(picture("after", (110, 120, 105)))
    return path


def state(office, name):
    with office.parts.store.reading() as tx:
        return tx.get(Hazard, office.estate.hazards[name]).state


def decide(office, name, event, **facts):
    """Let the office act meanwhile."""
    store = office.parts.store
    with store.writing() as tx:
        hazard = tx.get(Hazard, office.estate.hazards[name])
        act = Act(
            event=event,
            by=person_id("lead"),
            by_name="李志强",
            roles=frozenset({Role.LEAD_INSPECTOR}),
            at=tx.now,
            today=tx.now.date(),
            **facts,
        )
        tx.put(advance(hazard, act))


def issued_anew(office):
    """Issue a notice about the hazard that waits for one, and return its address."""
    store = office.parts.store
    with store.writing() as tx:
        hazard = tx.get(Hazard, office.estate.hazards["open"])
        model = tx.get(Notice, office.estate.issued)
        draft = replace(
            model,
            id=an_id(0x399),
            no="龙物消改〔2026〕0099号",
            state=NoticeState.DRAFT,
            hazards=(hazard.id,),
            unit=SHOP,
        )
        act = Act(
            event=HazardEvent.ISSUE,
            by=person_id("lead"),
            by_name="李志强",
            roles=frozenset({Role.LEAD_INSPECTOR}),
            at=tx.now,
            today=tx.now.date(),
            is_signed=True,
            required_measures="清理",
            responsible_person="许老板",
            deadline_on=tx.now.date() + timedelta(days=5),
        )
        issued, moved = notice_rules.issue(replace(draft, received_at=None), [hazard], act)
        for entity in (issued, *moved):
            tx.put(entity)
    with store.reading() as tx:
        return f"{office.url}/u/{shown_token(store.link_key(), link_of(tx, draft.id))}"


def reply(page, photo, measures="已更换闭门器"):
    page.fill("#measures_taken", measures)
    page.fill("#completed_on", "2026-11-22")
    page.fill("#done_by", "小张")
    page.fill("#signed_by", "许老板")
    page.set_input_files("#photos", photo)
    page.get_by_role("button", name="提交回执").click()


def test_a_unit_answers_from_the_receipt_to_the_end_on_a_phone(phone, link, office, photo):
    # given: the link of the paper, opened on a phone
    page = phone()
    address = link(office.estate.issued)
    page.goto(address)
    expect(page.get_by_role("heading", name="火险隐患整改通知书")).to_be_visible()

    # when: it is signed for by hand
    page.get_by_role("link", name="签收通知书").click()
    page.fill("#signed_by", "许老板")
    page.locator("[data-pad]").scroll_into_view_if_needed()
    box = page.locator("[data-pad]").bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 20, steps=4)
    page.mouse.up()
    page.check("#signed")
    page.get_by_role("button", name="确认签收").click()

    # then
    expect(page.get_by_role("status")).to_contain_text("签收成功")
    with office.parts.store.reading() as tx:
        strokes = tx.get(Notice, office.estate.issued).receiver_signature.strokes
    assert len(strokes) == 1
    assert len(strokes[0]) > 2

    # when: more time is asked for, and denied
    page.get_by_role("link", name="第 1 项申请延期").click()
    page.fill("#deadline_on", "2026-12-20")
    page.fill("#reason", "配件要订货")
    page.fill("#interim_measures", "派人看守")
    page.fill("#signed_by", "许老板")
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_text("等待批复；批复前原期限有效")).to_be_visible()
    decide(office, "issued", HazardEvent.DENY_EXTENSION, reason="请先临时处理")
    page.goto(address)

    # then: the unit reads why, and replies
    expect(page.get_by_text("请先临时处理")).to_be_visible()
    page.get_by_role("link", name="回复第 1 项").click()
    reply(page, photo)
    expect(page.get_by_role("status")).to_contain_text("回执已提交")
    assert state(office, "issued") is H.REPLIED

    # when: the reply comes back, it is answered anew
    decide(office, "issued", HazardEvent.RETURN_REPLY, reason="照片看不清")
    page.goto(address)
    expect(page.get_by_text("照片看不清")).to_be_visible()
    page.get_by_role("link", name="回复第 1 项").click()
    expect(page.locator("#measures_taken")).to_have_value("")  # what was sent is no draft any more
    reply(page, photo, "已更换闭门器并重拍")

    # then
    expect(page.get_by_role("status")).to_contain_text("回执已提交")
    assert state(office, "issued") is H.REPLIED


def test_a_unit_replies_without_scripts_and_style_sheets(phone, link, office, photo):
    page = phone(scripts=False, size=SMALL)
    page.route("**/*.css*", lambda route: route.abort())
    page.goto(link(office.estate.notice))
    page.get_by_role("link", name="回复第 1 项").click()
    assert page.locator("[data-pad]").count() == 0

    # when: the first try lacks a name, after the photo came through
    page.fill("#measures_taken", "已移走电动自行车")
    page.fill("#completed_on", "2026-11-22")
    page.fill("#done_by", "小张")
    page.set_input_files("#photos", photo)
    page.get_by_role("button", name="提交回执").click()

    # then: nothing is lost, and the second try needs only the name
    expect(page.get_by_role("alert")).to_contain_text("已填写的内容和已上传的照片都还在")
    expect(page.locator("#measures_taken")).to_have_value("已移走电动自行车")
    expect(page.get_by_alt_text("已上传的第 1 张照片")).to_be_visible()
    page.fill("#signed_by", "许老板")
    page.press("#signed_by", "Enter")
    expect(page.get_by_role("status")).to_contain_text("回执已提交")
    assert state(office, "overdue") is H.REPLIED


def test_what_was_typed_survives_a_closed_page(phone, office):
    # given: a receipt that nobody has signed yet, of a notice of its own
    page = phone()
    path = f"{issued_anew(office)}/receipt"
    page.goto(path)
    page.fill("#signed_by", "写到一半")
    page.fill("#title", "店长")

    # when
    page.goto("about:blank")
    page.goto(path)

    # then
    expect(page.locator("#signed_by")).to_have_value("写到一半")
    expect(page.locator("#title")).to_have_value("店长")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("size", "scheme"), [(NARROW, "light"), (SMALL, "dark")], ids=["phone", "small and dark"])
def test_the_units_pages_are_accessible_and_fit_a_small_phone(phone, link, office, violations, size, scheme, language):
    page = phone(size=size, scheme=scheme)
    issued, running = link(office.estate.issued), link(office.estate.notice)
    paths = {
        "notice": issued,
        "receipt": f"{issued}/receipt",
        "running": running,
        "reply": f"{running}/reply/1",
        "more-time": f"{issued}/more-time/1",
        "gone": f"{office.url}/u/gone",
    }
    found = {}

    for name, address in paths.items():
        page.goto(f"{address}?lang={language}")
        sticks_out = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        problems = violations(page)
        if sticks_out > 0 or problems:
            found[name] = (sticks_out, problems)

    assert found == {}
