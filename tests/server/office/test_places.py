"""Buildings, points, equipment, units and sites: added, changed, retired, listed, and their tags printed."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from server.store.place import all_places
from server.store.viewer import viewer_of
from shared.ids import RuleId, TemplateId
from shared.model.place import Asset, AssetKind, Building, Point, PointKind, Role, Site, Text, Unit
from shared.model.plan import Rule
from tests.builders import SITE, a_rule, an_id
from tests.estate import LIFTS, ROOM, SHOP, STAIRS, person_id


def text_of(answer):
    return answer.get_data(as_text=True)


def send(browser, what, record="new", /, **form):
    return browser.post(f"/places/{what}/{record}", data=form)


def the_record(store, cls, answer):
    with store.reading() as tx:
        return tx.get(cls, answer.location.rsplit("/", 1)[-1])


def test_a_building_with_its_profile_is_added_and_reaches_the_feed(sign_in, store):
    admin = sign_in("admin")
    form = {
        "name": "5 号楼",
        "name_en": "Building 5",
        "kind": "highrise_residential",
        "height_m": "８１.5",
        "floors": "27",
    }

    answer = send(admin, "building", code="A5", systems=["alarm", "hydrant"], built_on="2019-06-30", is_key="1", **form)

    found = the_record(store, Building, answer)
    assert (found.name, found.code, found.height_m, found.floors) == (Text("5 号楼", "Building 5"), "A5", 81.5, 27)
    assert (found.systems, found.built_on.isoformat(), found.is_key) == (("alarm", "hydrant"), "2019-06-30", True)
    assert "5 号楼" in text_of(admin.get("/places/building"))


def test_a_point_s_tag_is_its_number_unless_said(sign_in, store):
    admin = sign_in("admin")

    plain = send(admin, "point", number="LS-A9-01", name="门厅", kind="lobby")
    other = send(admin, "point", number="LS-A9-02", name="走道", kind="corridor", tag="NFC-77")

    assert [the_record(store, Point, one).tag for one in (plain, other)] == ["LS-A9-01", "NFC-77"]


def test_what_is_wrong_is_said_beside_each_field_and_nothing_is_written(sign_in, store):
    admin = sign_in("admin")

    answer = send(
        admin,
        "asset",
        number="LS-9",
        name="",
        kind="lift",
        point=ROOM,
        brake_gap_min="0.8",
        brake_gap_max="0.2",
        load_kg="viel",
        next_inspection_on="2027-02-30",
    )

    page = text_of(answer)
    assert answer.status_code == 422
    assert {said: said in page for said in ("请填写", "请填数字", "请填日期", "上限比下限小")} == dict.fromkeys(
        ("请填写", "请填数字", "请填日期", "上限比下限小"), True
    )
    assert 'value="viel"' in page
    with store.reading() as tx:
        assert len(all_places(tx, "asset", SITE)) == len(LIFTS)


def test_a_lift_keeps_its_own_data_and_what_a_newer_app_added(sign_in, store):
    admin = sign_in("admin")
    with store.writing() as tx:
        tx.put(
            Asset(
                LIFTS[0],
                SITE,
                ROOM,
                AssetKind.LIFT,
                Text("1 号梯"),
                "1#",
                {"brake_gap_max": 0.6, "from_a_newer_app": 7},
            )
        )

    send(
        admin,
        "asset",
        LIFTS[0],
        number="1#",
        name="1 号梯",
        kind="lift",
        point=ROOM,
        is_in_service="1",
        brake_gap_max="0.5",
        reg_no="梯11浙A00321",
        next_inspection_on="2027-06-10",
        geared="1",
    )

    with store.reading() as tx:
        data = tx.get(Asset, LIFTS[0]).data
    assert data == {
        "brake_gap_max": 0.5,
        "from_a_newer_app": 7,
        "reg_no": "梯11浙A00321",
        "next_inspection_on": "2027-06-10",
        "geared": True,
    }
    assert "1#" in text_of(admin.get("/places/asset?inspection_before=2027-07-01"))
    assert ">1#<" not in text_of(admin.get("/places/asset?inspection_before=2027-05-01"))


def test_a_number_stands_for_one_record_only(sign_in):
    answer = send(sign_in("admin"), "point", number="LS-A1-JF01", name="另一处", kind="lobby")

    assert answer.status_code == 422
    assert "别的记录已用" in text_of(answer)


def test_a_retired_unit_is_listed_apart_and_comes_back(sign_in, store):
    admin = sign_in("admin")

    admin.post(f"/places/unit/{SHOP}/retired", data={"is_retired": "1"})
    lists = [text_of(admin.get(f"/places/unit{asked}")) for asked in ("", "?show=retired")]
    with store.reading() as tx:
        is_retired = tx.get(Unit, SHOP).is_retired
    admin.post(f"/places/unit/{SHOP}/retired")

    assert is_retired
    assert ["龙山便利店" in page for page in lists] == [False, True]
    assert "龙山便利店" in text_of(admin.get("/places/unit"))


def test_somebody_else_s_change_meanwhile_is_not_overwritten(sign_in, store):
    admin = sign_in("admin")
    seen = re.search(r'name="rev" value="(\d+)"', text_of(admin.get(f"/places/unit/{SHOP}"))).group(1)
    form = {"name": "龙山便利店", "kind": "shop", "head": "许老板"}
    send(admin, "unit", SHOP, phone="13900000009", **form)

    late = send(admin, "unit", SHOP, phone="1", rev=seen, **form)

    assert late.status_code == 422
    with store.reading() as tx:
        assert tx.get(Unit, SHOP).phone == "13900000009"


def test_a_new_estate_has_its_maker_as_administrator(sign_in, store):
    admin = sign_in("admin")

    answer = admin.post("/places/sites/new", data={"name": "云栖里", "short_name": "云", "timezone": "Asia/Shanghai"})
    wrong = admin.post("/places/sites/new", data={"name": "某处", "short_name": "某", "timezone": "Mars/Base"})

    assert (answer.status_code, wrong.status_code) == (303, 422)
    with store.reading() as tx:
        viewer = viewer_of(tx, person_id("admin"))
        (new,) = [tx.get(Site, site) for site in viewer.roles if tx.get(Site, site).name.zh == "云栖里"]
    assert viewer.roles_at(new.id) == {Role.ADMINISTRATOR}


def test_lists_are_excel_files_as_well(sign_in):
    answer = sign_in("admin").get("/places/asset?as=xlsx", buffered=True)

    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:2] == ["编号", "名称"]
    assert sheet.cell(2, heads.index("类别") + 1).value == "电梯"


def test_points_to_print_tags_for_are_found_by_a_part_of_their_name(sign_in):
    browser = sign_in("lead")

    found = text_of(browser.get("/places/tags?q=机房"))
    nothing = text_of(browser.get("/places/tags?q=没有这个"))

    assert f'name="point" value="{ROOM}"' in found
    assert 'name="point"' not in nothing


def test_tags_are_printed_with_code_number_and_place(sign_in):
    page = text_of(sign_in("lead").get(f"/places/tags?print=1&layout=a4-8&point={ROOM}"))

    assert page.count("tag-code") == 1
    assert "LS-A1-JF01" in page
    assert "A1 栋电梯机房" in page


@pytest.mark.parametrize("login", ["keeper", "manager"])
def test_who_only_reads_sees_the_facts_and_no_form(sign_in, login):
    browser = sign_in(login)

    page = text_of(browser.get(f"/places/unit/{SHOP}"))

    assert "13800000001" in page
    assert "<textarea" not in page
    assert 'name="rev"' not in page
    assert send(browser, "unit", SHOP, name="x").status_code == 403


def test_every_kind_of_point_has_a_word(sign_in, store):
    admin = sign_in("admin")

    for number, kind in enumerate(PointKind):
        assert send(admin, "point", number=f"K-{number}", name=kind.value, kind=kind.value).status_code == 303


def test_what_was_retired_is_offered_in_no_form_but_its_old_records_keep_their_names(sign_in, estate):
    admin, lead = sign_in("admin"), sign_in("lead")
    open_hazard = f"/hazards/{estate.hazards['open']}"  # of the shop's
    for kind, record in (("unit", SHOP), ("point", ROOM), ("asset", LIFTS[0])):
        admin.post(f"/places/{kind}/{record}/retired", data={"is_retired": "1"})

    forms = {path: text_of(lead.get(path)) for path in ("/hazards/new", "/notices/new")}
    offered = {path: set(re.findall(r'<option value="([^"]+)"', page)) for path, page in forms.items()}

    assert not offered["/hazards/new"] & {SHOP, ROOM, LIFTS[0]}
    assert SHOP not in offered["/notices/new"]
    assert offered["/hazards/new"] > {LIFTS[1]}
    assert "龙山便利店" in text_of(lead.get(open_hazard))
    assert f'value="{SHOP}"' in text_of(lead.get("/hazards"))  # a list still finds what was theirs


def test_plans_about_what_was_retired_are_due_no_more(sign_in, store):
    admin = sign_in("admin")
    with store.writing() as tx:
        tx.put(a_rule(id=RuleId(an_id(0x7101)), template=TemplateId("machine-room"), point=None, asset=LIFTS[0]))
        tx.put(a_rule(id=RuleId(an_id(0x7102)), template=TemplateId("machine-room"), point=ROOM))
        tx.put(a_rule(id=RuleId(an_id(0x7103)), template=TemplateId("machine-room"), point=STAIRS))

    admin.post(f"/places/asset/{LIFTS[0]}/retired", data={"is_retired": "1"})
    admin.post(f"/places/point/{ROOM}/retired", data={"is_retired": "1"})

    with store.reading() as tx:
        ends = {number: tx.get(Rule, an_id(number)).ends_on for number in (0x7101, 0x7102, 0x7103)}
        today = tx.now.astimezone(ZoneInfo("Asia/Shanghai")).date()
    assert ends == {0x7101: today - timedelta(days=1), 0x7102: today - timedelta(days=1), 0x7103: None}
