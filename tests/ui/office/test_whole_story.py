"""The manual's whole story in browsers: found on a tablet and at a desk, one notice, the unit's phone, to the closing
signature and the paper; a notice that is refused and escalated; and the day of every role, with an act that is not its own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from server.codec import CarefulCodec
from server.store.blob import store_whole
from shared.ids import OpId, Sha256
from shared.model.hazard import Hazard, HazardState, Notice, NoticeState
from shared.sync.messages import Op, OpStatus, Push
from shared.sync.ports import Caller
from shared.wire import encode_object
from tests.builders import SITE, a_hazard, a_photo, a_reading, an_id
from tests.estate import GARAGE, SHOP, STAIRS, TABLET, person_id, picture
from tests.ui.office.conftest import PATIENCE_MS

pytestmark = pytest.mark.ui
H = HazardState
ON_TABLET = an_id(0x7A01)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "shot.jpg"
    path.write_bytes(picture("whole story", (95, 115, 100)))
    return path


def load(office, cls, record):
    with office.parts.store.reading() as tx:
        return tx.get(cls, record)


def act(page: Page, words: str):
    """Open the form of an act, if it is not open already."""
    form = page.locator("details", has=page.locator("summary", has_text=words)).first
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    return form


def raise_on_tablet(office):
    """Let the keeper's tablet report a hazard on its patrol."""
    shot = picture("on the tablet")
    name = Sha256(office.estate.photo)
    with office.parts.store.writing() as tx:
        store_whole(tx, name, len(shot), "image/jpeg")
    hazard = a_hazard(
        id=ON_TABLET,
        source_type="patrol",
        source=None,
        description="楼梯间防火门被木楔顶开",
        location="A2 栋 6 层",
        point=STAIRS,
        found_by=person_id("keeper"),
        photos_before=(a_photo(sha256=name),),
    )
    op = Op(OpId(an_id(0x7A02)), 1, person_id("keeper"), "hazard.raise", a_reading(), encode_object(hazard))
    caller = Caller(TABLET, person_id("keeper"), SITE, frozenset({person_id("keeper")}))
    answer = office.parts.exchange.push(caller, Push(TABLET, "0.1", "", a_reading(), (op,)), CarefulCodec())
    assert answer.results[0].status is OpStatus.APPLIED


def raise_at_the_desk(page: Page, photo) -> str:
    page.select_option("#source_type", "complaint")
    page.fill("#description", "住户投诉：车库消火栓箱门打不开")
    page.select_option("#point", GARAGE)
    page.select_option("#category", index=1)
    page.get_by_label("一般", exact=True).check()
    page.set_input_files("#photos", photo)
    page.get_by_role("button", name="登记隐患").click()
    page.wait_for_url(re.compile(r"/hazards/[0-9a-f-]{36}"))
    return page.url.rsplit("/", 1)[1].split("?")[0]


def confirm(page: Page, office, record: str) -> None:
    page.goto(f"{office.url}/hazards/{record}")
    form = act(page, "确认隐患")
    form.get_by_label("依据").fill("《高层民用建筑消防安全管理规定》第三十七条")
    form.get_by_role("button", name="确认").click()
    expect(page.get_by_text("隐患已确认")).to_be_visible()


def issue(page: Page, office, records: list[str]) -> str:
    """Write one notice about both, signed by hand; return its id."""
    page.goto(f"{office.url}/notices/new?hazard={records[0]}")
    for record in records:
        page.locator(f"input[name=hazard][value='{record}']").check()
        page.locator(f"[name='required_measures:{record}']").fill("立即恢复，专人每日检查")
        page.locator(f"[name='responsible_person:{record}']").fill("许老板")
        page.locator(f"[name='deadline_on:{record}']").fill("2026-11-27")
    page.select_option("#unit", SHOP)
    page.locator("summary", has_text="复查人").click()
    page.get_by_label("周敏").check()
    page.locator("[data-strokes]").scroll_into_view_if_needed()
    pad = page.locator("[data-strokes]").bounding_box()
    page.mouse.move(pad["x"] + 30, pad["y"] + 40)
    page.mouse.down()
    page.mouse.move(pad["x"] + 120, pad["y"] + 60, steps=4)
    page.mouse.up()
    page.get_by_label("签发此通知书").check()
    page.get_by_role("button", name="签发并派发").click()
    expect(page.get_by_text("通知书已签发")).to_be_visible()
    return page.url.rsplit("/", 1)[1].split("?")[0]


def reply(page: Page, address: str, number: int, photo) -> None:
    page.goto(f"{address}/reply/{number}")
    page.fill("#measures_taken", "木楔取走，闭门器更换")
    page.fill("#completed_on", "2026-11-23")
    page.fill("#done_by", "小许")
    page.fill("#signed_by", "许老板")
    page.set_input_files("#photos", photo)
    page.get_by_role("button", name="提交回执").click()
    expect(page.get_by_role("status")).to_contain_text("回执已提交")


def recheck(page: Page, office, record: str, result: str, photo, deadline: str = "") -> None:
    page.goto(f"{office.url}/hazards/{record}")
    form = act(page, "记录复查结果")
    form.locator(f"input[value={result}]").check()
    form.get_by_label("复查照片").set_input_files(photo)
    form.get_by_label("复查情况").fill("逐处看过")
    if deadline:
        form.locator("[name=new_deadline_on]").fill(deadline)
    form.get_by_role("button", name="保存复查结果").click()
    expect(page.get_by_text("复查结果已保存")).to_be_visible()


def test_a_hazard_of_the_tablet_and_one_of_the_desk_go_by_one_notice_to_the_paper(open_as, office, phone, photo):
    # given: the tablet finds one on its round, the front desk takes a complaint
    raise_on_tablet(office)
    desk = raise_at_the_desk(open_as("desk", "/hazards/new"), photo)
    both = [ON_TABLET, desk]

    # when: the lead inspector confirms both and issues one notice
    lead = open_as("lead")
    for record in both:
        confirm(lead, office, record)
    notice = issue(lead, office, both)
    lead.goto(f"{office.url}/notices/{notice}/link")
    address = lead.locator(".enrol a").get_attribute("href")
    no = load(office, Notice, notice).no

    # when: the unit signs for it and replies to the first without scripts, and asks for more time on a newer phone
    plain, phone_page = phone(scripts=False), phone()
    plain.goto(f"{address}/receipt")
    plain.fill("#signed_by", "许老板")
    plain.check("#signed")
    plain.get_by_role("button", name="确认签收").click()
    expect(plain.get_by_role("status")).to_contain_text("签收成功")
    order = load(office, Notice, notice).hazards
    numbers = {record: order.index(record) + 1 for record in both}
    reply(plain, address, numbers[ON_TABLET], photo)
    phone_page.goto(f"{address}/more-time/{numbers[desk]}")
    for field, words in (
        ("deadline_on", "2026-12-05"),
        ("reason", "箱门铰链要订货"),
        ("interim_measures", "箱门先不锁，旁设灭火器"),
        ("signed_by", "许老板"),
    ):
        phone_page.fill(f"#{field}", words)
    phone_page.get_by_role("button", name="提交申请").click()
    expect(phone_page.get_by_text("延期申请已提交")).to_be_visible()

    # then: the lead grants it; the first recheck of the other fails and sets a new deadline
    lead.goto(f"{office.url}/hazards/{desk}")
    act(lead, "批准延期").get_by_role("button", name="批准").click()
    expect(lead.get_by_text("2026-12-05").first).to_be_visible()
    assert load(office, Hazard, desk).deadline_on == date(2026, 12, 5)
    recheck(lead, office, ON_TABLET, "failed", photo, "2026-11-26")
    assert load(office, Hazard, ON_TABLET).state is H.IN_RECTIFICATION

    # when: the new deadline is missed by a week and a day
    office.parts.store.clock.advance(timedelta(days=11))
    principal = open_as("principal", f"/hazards/{ON_TABLET}")
    expect(principal.get_by_text("消防第一责任人：决定停用、拨款、委托单位或上报")).to_be_visible()

    # then: it stands on the sheet of the day as late
    clerk = open_as("desk", "/clearing")
    clerk.get_by_role("button", name="现在生成今天的清单").click()
    expect(clerk.locator("#list tr", has_text="楼梯间防火门被木楔顶开")).to_contain_text("超期")

    # when: the unit replies again and to the second one; another person rechecks; the fire manager signs off
    reply(plain, address, numbers[ON_TABLET], photo)
    reply(phone_page, address, numbers[desk], photo)
    inspector, manager = open_as("inspector"), open_as("firemanager")
    for record in both:
        recheck(inspector, office, record, "passed", photo)
        manager.goto(f"{office.url}/hazards/{record}")
        form = act(manager, "签字销案")
        form.get_by_label("签字销案").check()
        form.get_by_role("button", name="签字销案").click()
        expect(manager.get_by_text("已签字销案")).to_be_visible()

    # then
    assert [load(office, Hazard, record).state for record in both] == [H.CLOSED, H.CLOSED]
    assert load(office, Hazard, ON_TABLET).round == 2
    assert load(office, Notice, notice).state is NoticeState.CLOSED

    # then: the notice as it is printed says what it is about, and its code is known to anybody
    pdf = manager.request.get(f"{office.url}/papers/notice/{notice}", timeout=PATIENCE_MS)
    said = re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in read(pdf.body())))
    assert no in said
    assert "楼梯间防火门被木楔顶开" in said
    code = re.search(r"校验码([A-Z2-9]{4}-?[A-Z2-9]{4}-?[A-Z2-9]{4})", said)[1]
    phone_page.goto(f"{office.url}/v/{code}")
    expect(phone_page.get_by_text("这是本系统出具的文书")).to_be_visible()
    expect(phone_page.get_by_text(no)).to_be_visible()

    # then: figures, the archive and the log have it
    manager.goto(f"{office.url}/hazards/archive?q={load(office, Hazard, desk).no}")
    expect(manager.get_by_role("link", name="住户投诉：车库消火栓箱门打不开")).to_be_visible()
    manager.goto(f"{office.url}/numbers")
    expect(manager.get_by_role("heading", name="每周发现与销案")).to_be_visible()
    log = open_as("admin", f"/audit?q={ON_TABLET}")
    for who, words in (("赵立新", "签字销案"), ("周敏", "复查"), ("李志强", "确认隐患"), ("李志强", "复查")):
        expect(log.locator("#list tr", has_text=who).filter(has_text=words).first).to_be_visible()


def read(pdf: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(io.BytesIO(pdf))


def test_a_refused_notice_is_left_before_a_witness_and_the_principal_escalates(open_as, office):
    # given: the unit will not sign; the lead inspector records it with a witness
    record = office.estate.hazards["issued"]
    lead = open_as("lead", f"/notices/{office.estate.issued}")
    form = act(lead, "拒签")
    form.get_by_label("拒签情况说明").fill("负责人称不归本部门管，拒绝签收，已留置送达")
    form.get_by_label("见证人").fill("郑小美")
    form.get_by_role("button", name="记录拒签").click()
    expect(lead.locator("article")).to_contain_text("郑小美")
    assert load(office, Hazard, record).state is H.IN_RECTIFICATION

    # when: the principal reports it
    principal = open_as("principal", f"/hazards/{record}")
    form = act(principal, "上报")
    form.locator("[name=addressee]").fill("消防救援机构")
    form.locator("[name=reason]").fill("拒不整改")
    form.get_by_role("button", name="上报").click()

    # then
    expect(principal.locator(".page-head")).to_contain_text("已上报")
    assert load(office, Hazard, record).state is H.ESCALATED


# ---- a day of each role


def _say(page: Page, words: str) -> None:
    expect(page.locator("#main")).to_contain_text(words)


def _accept_record(page: Page, office, _photo) -> None:
    page.goto(f"{office.url}/inspections/{office.estate.accepted}")
    page.get_by_role("button", name="通过").first.click()
    _say(page, "记录已通过")


def _plan_surprises(page: Page, office, _photo) -> None:
    page.goto(f"{office.url}/plan/draws")
    form = act(page, "突击检查安排")
    form.get_by_label("陈国平").check()
    form.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="抽签").click()
    _say(page, "保密中")


def _excuse(page: Page, office, _photo) -> None:
    page.goto(f"{office.url}/plan/excuse")
    page.select_option("#task", index=1)
    page.fill("#reason", "消防主机更换，现场封闭一天")
    page.get_by_role("button", name="批准").click()
    _say(page, "消防主机更换")


def _enrol(page: Page, office, _photo) -> None:
    page.goto(f"{office.url}/tablets/enrol")
    page.select_option("[name=person]", index=1)
    page.locator("main button[type=submit]").first.click()
    expect(page.locator(".enrol-code")).to_be_visible()


def _new_person(page: Page, office, _photo) -> None:
    page.goto(f"{office.url}/people/new")
    page.get_by_label("姓名").fill("新同事")
    page.get_by_label("防火巡查员").check()
    page.get_by_role("button", name="保存").click()
    _say(page, "新同事")


def _own_hazards(page: Page, office, _photo) -> None:
    page.goto(f"{office.url}/hazards?group=all")
    expect(page.locator("#list")).to_contain_text("消火栓箱前停放电动自行车")
    expect(page.locator("#list")).not_to_contain_text("防火门闭门器损坏")


def _report(page: Page, office, photo) -> None:
    page.goto(f"{office.url}/hazards/new")
    raise_at_the_desk(page, photo)
    _say(page, "车库消火栓箱门打不开")


def _room_log(page: Page, office, _photo) -> None:
    page.goto(f"{office.url}/access")
    _say(page, "机房出入")


DAYS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("patroller", _report, "/notices/new"),
    ("keeper", _room_log, "/plan/rules/new"),
    ("quality", _accept_record, "/channels"),
    ("lead", lambda page, office, _photo: confirm(page, office, office.estate.hazards["draft"]), "/people/new"),
    ("principal", _plan_surprises, "/plan/rules/new"),
    ("firemanager", _excuse, "/tablets/enrol"),
    ("manager", _enrol, "/templates/import"),
    ("desk", _report, "/numbers"),
    ("admin", _new_person, "/review"),
    ("unit", _own_hazards, "/inspections"),
)
"""Who, an act of that day, and a page of somebody else's work."""


@pytest.mark.parametrize("half", [0, 1])
def test_everybody_does_the_work_of_the_day_and_is_helped_away_from_anothers(open_as, office, photo, half):
    for login, work, other in DAYS[half::2]:
        page = open_as(login)

        work(page, office, photo)
        refused = page.goto(f"{office.url}{other}")

        assert (login, refused.status) == (login, 403)
        expect(page.get_by_role("heading", name="没有权限")).to_be_visible()
        expect(page.get_by_text("请联系系统管理员")).to_be_visible()
        page.get_by_role("link", name="回到今日").click()
        expect(page.locator("#main")).to_be_visible()
