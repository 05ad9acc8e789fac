"""Tablets: risk, enrolment, revocation, and what could not be applied."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from server.codec import CarefulCodec
from server.office.tablets.risk import Apps, needs_a_look, watch, watched
from server.store.device import devices, enrol, make_code, visitor_of
from server.store.viewer import viewer_of
from shared.errors import DeviceRevokedError
from shared.model.shift import Difference, Tally
from shared.sync.messages import DeviceHealth, Op, OpStatus, Push
from shared.sync.ports import Caller
from shared.wire import encode
from tests.builders import DEVICE, NOW, SITE, a_reading, an_id
from tests.estate import SILENT, TABLET, person_id
from tests.server.office.rows import a_row, a_shift, a_signature

NEW, OTHER = an_id(0xD8), an_id(0xD9)


@pytest.mark.parametrize(
    ("row", "letters", "risks"),
    [
        (a_row(), 0, ()),
        (a_row(), 2, ("refused",)),
        (a_row(DeviceHealth(parked_ops=1)), 0, ("refused",)),
        (a_row(DeviceHealth(3, 0, NOW - timedelta(hours=9))), 0, ("stuck", "waiting")),
        (a_row(DeviceHealth(3, 0, NOW - timedelta(hours=7))), 0, ("waiting",)),
        (a_row(seen_at=NOW - timedelta(hours=25)), 0, ("silent",)),
        (a_row(DeviceHealth(free_bytes=500_000_000)), 0, ("space",)),
        (a_row(clock_offset_ms=-301_000), 0, ("clock",)),
        (a_row(DeviceHealth(battery_percent=9)), 0, ("battery",)),
        (a_row(pushed_at=None), 0, ("new",)),
        (a_row(DeviceHealth(salvaged_at=NOW - timedelta(days=2))), 0, ("salvaged",)),
        (a_row(DeviceHealth(salvaged_at=NOW - timedelta(days=31))), 0, ()),
        (a_row(app="0.0.9"), 0, ("too_old",)),
        (a_row(app="0.1.4"), 0, ("old_app",)),
        (a_row(app="0.10.0"), 0, ()),
        (a_row(seen_at=NOW - timedelta(days=9), state="revoked"), 3, ()),
    ],
)
def test_risks_of_a_tablet(row, letters, risks):
    assert watch(row, letters, NOW, Apps("0.1", "0.2.0" if row.app == "0.1.4" else "")).risks == risks


def test_tablets_that_may_lose_work_come_first_and_revoked_ones_last():
    well, stuck = a_row(name="well"), a_row(DeviceHealth(1, 0, NOW - timedelta(hours=9)), name="stuck")
    revoked = a_row(name="revoked", state="revoked")

    found = watched([revoked, well, stuck], {}, NOW)

    assert [entry.row.name for entry in found] == ["stuck", "well", "revoked"]
    assert [needs_a_look(entry) for entry in found] == [True, False, False]


def test_list_says_what_each_tablet_still_holds(sign_in):
    page = sign_in("admin").get("/tablets").get_data(as_text=True)

    assert "2 条、照片 5 张" in page
    assert "10 小时前" in page
    assert "快 12 分钟" in page
    assert "数据超过 8 小时未上传" in page
    assert "2 台需要关注" in page
    assert "最早一条是 10 小时前做的，还没传上来" in page


def test_the_list_is_narrowed_by_risk_and_by_name(sign_in):
    admin = sign_in("admin")

    waiting = admin.get("/tablets?show=waiting").get_data(as_text=True)
    named = admin.get("/tablets?q=没有这台").get_data(as_text=True)

    assert f"/tablets/{TABLET}" in waiting
    assert f"/tablets/{SILENT}" not in named
    assert "没有符合条件的" in named


def test_a_tablets_page_says_why_it_is_at_risk_what_to_do_who_held_it_and_what_came(sign_in, parts):
    page = sign_in("admin").get(f"/tablets/{TABLET}").get_data(as_text=True)

    assert "最早一条是 10 小时前做的，还没传上来" in page
    assert "打开巡安点“立即同步”" in page
    assert "登记过的人" in page
    assert "还没有上传过" in page
    push_note(parts)
    assert "1 条</dd>" in sign_in("admin").get(f"/tablets/{TABLET}").get_data(as_text=True)


def test_the_list_asks_the_database_no_more_for_more_tablets(sign_in, parts, store):
    admin = sign_in("admin")
    few = statements(parts, lambda: admin.get("/tablets"))
    with store.writing() as tx:
        for n in range(12):
            enrol(tx, make_code(tx, SITE, person_id("keeper")), an_id(0xE00 + n), f"平板 {n}", "0.1")

    assert statements(parts, lambda: admin.get("/tablets")) == few


def statements(parts, act):
    """Count the statements that an act runs."""
    ran = []

    def note(*_):
        ran.append(1)

    event.listen(parts.engine, "before_cursor_execute", note)
    act()
    event.remove(parts.engine, "before_cursor_execute", note)
    return len(ran)


def push_note(parts):
    """Let the keeper's tablet bring one note."""
    who, ident = person_id("keeper"), an_id(0x9F7)
    body = {"id": ident, "site": SITE, "about_kind": "point", "about_id": an_id(0x11), "author": who,
            "at": encode(a_reading()), "text": "路滑", "photos": []}  # fmt: skip
    op = Op(an_id(0x9F8), 1, who, "note.put", a_reading(), body)
    reply = parts.exchange.push(
        Caller(TABLET, who, SITE, frozenset({who})), Push(TABLET, "0.1", "", a_reading(), (op,)), CarefulCodec()
    )
    assert [result.status for result in reply.results] == [OpStatus.APPLIED]


def test_an_enrolment_code_enrols_one_tablet(sign_in, nobody):
    page = sign_in("admin").post("/tablets/enrol", data={"person": person_id("inspector")}).get_data(as_text=True)
    code = re.search(r'enrol-code">([A-Z0-9]{4} [A-Z0-9]{4})<', page).group(1)
    body = {"code": code, "device": NEW, "name": "新平板", "app": "0.1.0"}

    enrolled = nobody.post("/v1/enrol", json=body, headers={"Sync-Protocol": "1"})
    again = nobody.post("/v1/enrol", json={**body, "device": OTHER}, headers={"Sync-Protocol": "1"})

    assert enrolled.status_code == 200
    assert enrolled.json["person_name"] == "周敏"
    assert again.status_code == 403
    assert "<svg" in page
    assert 'class="qr"' in page


@pytest.mark.parametrize(("language", "words"), [("zh", "还剩 10:00"), ("en", "10:00 left")])
def test_the_page_itself_says_how_long_a_code_is_good(sign_in, language, words):
    client = sign_in("admin")
    client.set_cookie("language", language)

    page = client.post("/tablets/enrol", data={"person": person_id("inspector")}).get_data(as_text=True)

    assert re.search(r'data-seconds="600"[^>]*>([^<]*)<', page).group(1) == words


def test_a_code_is_for_somebody_of_this_site(sign_in):
    answer = sign_in("admin").post("/tablets/enrol", data={"person": person_id("stranger")})

    assert answer.status_code == 422


def test_a_revoked_tablet_is_refused_at_once(sign_in, store):
    with store.reading() as tx:
        before = {row.id: row.state for row in devices(tx, viewer_of(tx, person_id("admin")))}

    sign_in("admin").post(f"/tablets/{SILENT}/revoke")

    with store.reading() as tx:
        after = {row.id: row.state for row in devices(tx, viewer_of(tx, person_id("admin")))}
    assert before == {TABLET: "active", SILENT: "active"}
    assert after == {TABLET: "active", SILENT: "revoked"}


def test_the_token_of_a_revoked_tablet_opens_nothing(sign_in, nobody, store):
    page = sign_in("admin").post("/tablets/enrol", data={"person": person_id("inspector")}).get_data(as_text=True)
    code = re.search(r'enrol-code">([A-Z0-9 ]+)<', page).group(1)
    body = {"code": code, "device": NEW, "name": "新平板", "app": "0.1.0"}
    token = nobody.post("/v1/enrol", json=body, headers={"Sync-Protocol": "1"}).json["token"]

    sign_in("admin").post(f"/tablets/{NEW}/revoke")

    with store.glance() as connection, pytest.raises(DeviceRevokedError):
        visitor_of(connection, token)


def test_work_that_was_not_applied_is_shown_with_its_reason(sign_in, nobody, store, estate):
    page = sign_in("admin").post("/tablets/enrol", data={"person": person_id("keeper")}).get_data(as_text=True)
    code = re.search(r'enrol-code">([A-Z0-9 ]+)<', page).group(1)
    token = nobody.post(
        "/v1/enrol",
        json={"code": code, "device": DEVICE, "name": "新平板", "app": "0.1.0"},
        headers={"Sync-Protocol": "1"},
    ).json["token"]
    reading = {"wall": "2026-11-23T08:30:00+00:00", "boot": "b", "boottime_ms": 1}
    op = {
        "op_id": "0193b1f0-0000-7000-8000-00000000aaaa",
        "seq": 1,
        "author": person_id("keeper"),
        "kind": "hazard.transition",
        "at": reading,
        "body": {"id": estate.hazards["replied"], "event": "sign_off", "before": "replied", "base_rev": 1},
    }
    push = {"device": DEVICE, "app": "0.1.0", "epoch": "", "clock": reading, "ops": [op]}
    headers = {"Sync-Protocol": "1", "Authorization": f"Bearer {token}"}

    result = nobody.post("/v1/sync/push", json=push, headers=headers).json["results"][0]
    listed = sign_in("admin").get("/tablets").get_data(as_text=True)
    today = sign_in("admin").get("/").get_data(as_text=True)

    assert result["status"] == "rejected"
    assert "未采用的数据 1 条" in listed
    assert "有数据未采用" in listed
    assert re.search(r'<a class="figure[^"]*" href="/letters">.*?<span class="number[^"]*">1</span>', today, re.DOTALL)


def test_one_tablet_shows_the_check_before_work_and_the_signed_handover(sign_in, store):
    tally = Tally(rounds=3, late=1, missed=1, hazards=2, photos=14, photos_sent=12)
    differs = Difference("inspection", an_id(0x101), "A1 栋电梯机房", "photos", 12, 14)
    shift = a_shift(device=TABLET, is_forced=True, ended_at=a_reading(), tally=tally, differences=(differs,))
    with store.writing() as tx:
        tx.put(replace(shift, signature=a_signature(), made=5, compared_at=NOW))

    page = sign_in("admin").get(f"/tablets/{TABLET}").get_data(as_text=True)

    assert "电量" in page
    assert "注意 · 41%" in page
    assert "有问题仍然开工" in page
    assert "完成 3 次（迟 1），漏检 1，免检 0；隐患 2；照片 12/14" in page
    assert "A1 栋电梯机房" in page
    assert "照片 12/14" in page
    assert 'aria-label="王建国 的签名"' in page
    assert "没有网络" not in page
