"""Tablets: risk, enrolment, revocation, and what could not be applied."""

import re
from datetime import timedelta

import pytest

from server.codec import CarefulCodec
from server.office.tablets.risk import needs_a_look, watch, watched
from server.store.device import DeviceRow, devices, visitor_of
from server.store.letter import ASIDE, find_letter
from server.store.viewer import viewer_of
from shared.errors import DeviceRevokedError
from shared.model.place import Point
from shared.sync.messages import DeviceHealth, Op, OpStatus, Push
from shared.sync.ports import Caller
from tests.builders import DEVICE, KEEPER, NOW, SITE, a_point, a_reading, an_id
from tests.estate import SILENT, TABLET, person_id

NEW, OTHER = an_id(0xD8), an_id(0xD9)
WELL = DeviceHealth()


def a_row(health=WELL, **changes):
    facts = {
        "id": DEVICE,
        "name": "平板 1",
        "site": SITE,
        "site_name": "龙山国际",
        "person": KEEPER,
        "person_name": "王建国",
        "is_person_active": True,
        "state": "active",
        "app": "0.1",
        "enrolled_at": NOW - timedelta(days=30),
        "seen_at": NOW,
        "pushed_at": NOW,
        "pulled_at": NOW,
        "revoked_at": None,
        "clock_offset_ms": 0,
    }
    return DeviceRow(**{**facts, **changes}, health=health)


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
        (a_row(seen_at=NOW - timedelta(days=9), state="revoked"), 3, ()),
    ],
)
def test_risks_of_a_tablet(row, letters, risks):
    assert watch(row, letters, NOW).risks == risks


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
    assert "隐患处理" in listed
    assert "有数据未采用" in listed
    assert "未采用 1" in today


UNKNOWN = an_id(0x9F1)


def push_what_cannot_be_applied(parts):
    """Let the keeper's tablet edit a point that the server does not know; return the operation's id."""
    who = person_id("keeper")
    op = Op(
        an_id(0x9F2),
        1,
        who,
        "point.patch",
        a_reading(),
        {"id": UNKNOWN, "base": {"remark": ""}, "set": {"remark": "新"}},
    )
    message = Push(TABLET, "0.1", "", a_reading(), (op,))
    reply = parts.exchange.push(Caller(TABLET, who, SITE, frozenset({who})), message, CarefulCodec())
    assert [result.status for result in reply.results] == [OpStatus.REJECTED]
    return op.op_id


def test_what_could_not_be_applied_is_tried_again_once_its_reason_is_gone(sign_in, parts, store):
    op, browser = push_what_cannot_be_applied(parts), sign_in("admin")

    before = browser.post(f"/tablets/letters/{op}/retry")
    with store.writing() as tx:
        tx.put(a_point(id=UNKNOWN))
    after = browser.post(f"/tablets/letters/{op}/retry")

    assert (before.status_code, after.status_code) == (422, 303)
    assert "仍然不能采用" in before.get_data(as_text=True)
    with store.reading() as tx:
        assert tx.get(Point, UNKNOWN).remark == "新"
    assert browser.post(f"/tablets/letters/{op}/retry").status_code == 404


def test_what_will_not_be_applied_is_set_aside_with_a_word(sign_in, parts, store):
    op, browser = push_what_cannot_be_applied(parts), sign_in("manager")

    bare = browser.post(f"/tablets/letters/{op}/aside")
    told = browser.post(f"/tablets/letters/{op}/aside", data={"word": "点位早已拆除"})

    assert (bare.status_code, told.status_code) == (422, 303)
    assert f"{op}/aside" not in browser.get(f"/tablets/{TABLET}").get_data(as_text=True)
    with store.reading() as tx:
        kept = find_letter(tx, op)
    assert (kept.state, kept.word, kept.settled_by) == (ASIDE, "点位早已拆除", person_id("manager"))


def test_only_who_manages_tablets_settles_what_was_not_applied(sign_in, parts):
    op = push_what_cannot_be_applied(parts)

    seen = {login: sign_in(login).post(f"/tablets/letters/{op}/retry").status_code for login in ("quality", "keeper")}

    assert seen == {"quality": 403, "keeper": 403}
    assert f"{op}/aside" not in sign_in("quality").get(f"/tablets/{TABLET}").get_data(as_text=True)
