"""The import from Excel: tried first, row and cell errors, old and new, all or nothing, twice the same."""

from __future__ import annotations

import io
import re
from datetime import date, datetime

import openpyxl
import pytest

from server.office.intake.book import BookError, read_book
from server.office.intake.parcel import pack, unpack
from server.office.places.kinds import ASSET, UNIT
from server.store.place import all_places
from shared.errors import MalformedError
from shared.model.place import Asset, Person, Role, Unit
from tests.builders import SITE
from tests.estate import LIFTS, SHOP, person_id

UNITS = ("编号", "名称", "类别", "负责人", "电话", "可签收人", "重点部位")


def a_file(heads, *rows):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (heads, *rows):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def try_file(browser, kind, data, name="x.xlsx"):
    return browser.post(f"/import/{kind}", data={"file": (io.BytesIO(data), name)})


def apply(browser, kind, report):
    page = report.get_data(as_text=True)
    form = {name: re.search(rf'name="{name}" value="([^"]*)"', page).group(1) for name in ("parcel", "digest")}
    return browser.post(f"/import/{kind}/apply", data=form)


def units_of(store):
    with store.reading() as tx:
        return {one.name.zh: one for one in all_places(tx, "unit", SITE)}


def text_of(answer):
    return answer.get_data(as_text=True)


def test_a_file_is_tried_then_written_and_does_nothing_the_second_time(sign_in, store):
    admin = sign_in("admin")
    data = a_file(
        UNITS,
        ("D-01", "恒居装饰", "装修施工单位", "魏强", 13900000001, "魏强、李四", "是"),
        (None, None, None, None, None, None, None),
        ("", "龙山便利店", "shop", "许老板", "13700000007", "", None),
    )

    report = try_file(admin, "unit", data)
    before = units_of(store)
    done = apply(admin, "unit", report)
    again = text_of(try_file(admin, "unit", data))

    page = text_of(report)
    assert "恒居装饰" not in before
    assert re.search(r"<del[^>]*>13800000001</del> → <ins>13700000007</ins>", page)
    assert done.status_code == 303
    found = units_of(store)
    assert found["恒居装饰"].signers == ("魏强", "李四")
    assert (found["恒居装饰"].phone, found["恒居装饰"].is_key, found["恒居装饰"].code) == ("13900000001", True, "D-01")
    assert (found["龙山便利店"].id, found["龙山便利店"].phone) == (SHOP, "13700000007")
    assert "没有可导入的" in again


def test_wrong_cells_are_named_by_row_and_nothing_is_written(sign_in, store):
    admin = sign_in("admin")
    data = a_file(
        UNITS,
        ("D-01", "", "商铺/租户", "甲", "", "", ""),
        ("D-02", "某店", "星系", "乙", "", "", "也许"),
        ("D-02", "又一店", "商铺/租户", "丙", "", "", ""),
        ("D-03", "=1+1", "商铺/租户", "丁", "", "", ""),
    )

    report = try_file(admin, "unit", data)

    page = text_of(report)
    for said in ("请填写", "请从列表中选择", "星系", "请填 是 或 否", "文件里前面已有同一条", "这是公式"):
        assert said in page
    assert 'name="parcel"' not in page
    assert set(units_of(store)) == {"龙山便利店", "工程维修部"}


def test_rows_find_their_place_by_number_and_days_may_be_written_in_many_ways(sign_in, store):
    admin = sign_in("admin")
    heads = ("编号", "名称", "类别", "所在点位", "下次检验日期", "制动间隙上限（mm）")
    rows = [
        (f"T-{number}", f"梯 {number}", "电梯", "LS-A1-JF01", day, gap)
        for number, (day, gap) in enumerate(
            [
                ("2027-05-01", 0.5),
                ("2027/5/1", "0.5"),
                (datetime(2027, 5, 1), "０.5"),
                (date(2027, 5, 1), 0.5),
                (46508, 0.5),
            ]
        )
    ]

    done = apply(admin, "asset", try_file(admin, "asset", a_file(heads, *rows)))

    assert done.status_code == 303
    with store.reading() as tx:
        made = [one for one in all_places(tx, "asset", SITE) if one.number.startswith("T-")]
    assert {(one.data["next_inspection_on"], one.data["brake_gap_max"]) for one in made} == {("2027-05-01", 0.5)}
    assert all(one.is_in_service for one in made)


def test_a_column_that_the_file_does_not_have_stays_as_it_is(sign_in, store):
    admin = sign_in("admin")

    apply(admin, "asset", try_file(admin, "asset", a_file(("编号", "名称"), ("1#", "一号梯"))))

    with store.reading() as tx:
        lift = tx.get(Asset, LIFTS[0])
    assert (lift.name.zh, lift.data["brake_gap_max"], lift.is_in_service) == ("一号梯", 0.6, True)


def test_what_changed_between_trial_and_act_is_shown_again(sign_in, store):
    admin = sign_in("admin")
    report = try_file(admin, "unit", a_file(UNITS, ("", "龙山便利店", "shop", "许老板", "1", "", "")))
    with store.writing() as tx:
        tx.put(
            Unit(
                **{
                    **{f: getattr(tx.get(Unit, SHOP), f) for f in ("id", "site", "name", "kind")},
                    "head": "许老板",
                    "phone": "2",
                }
            )
        )

    answer = apply(admin, "unit", report)

    assert answer.status_code == 409
    assert "请再看一遍" in text_of(answer)
    assert units_of(store)["龙山便利店"].phone == "2"


def test_the_file_with_what_is_here_comes_back_without_a_change(sign_in):
    admin = sign_in("admin")
    for kind in ("unit", "building", "point", "asset", "person"):
        data = admin.get(f"/import/{kind}/form.xlsx?filled=1", buffered=True).data

        page = text_of(try_file(admin, kind, data))

        assert 'name="parcel"' not in page, kind
        assert "没有可导入的" in page or "文件里没有数据行" in page, kind


def test_people_come_with_roles_in_words_and_no_administrator_is_taken_away(sign_in, store):
    admin = sign_in("admin")
    heads = ("工号", "姓名", "角色", "所属单位")
    good = a_file(heads, ("G-1", "林小雨", "检查人员、防火巡查员", ""), ("G-2", "林小雨", "patroller", "龙山便利店"))

    done = apply(admin, "person", try_file(admin, "person", good))
    refused = text_of(try_file(admin, "person", a_file(heads, ("", "何系统", "检查人员", ""))))

    with store.reading() as tx:
        made = {one.code: one for one in all_places(tx, "person", SITE) if one.name == "林小雨"}
        assert Role.ADMINISTRATOR in tx.get(Person, person_id("admin")).roles
    assert done.status_code == 303
    assert (made["G-1"].roles, made["G-2"].unit) == ((Role.INSPECTOR, Role.PATROLLER), SHOP)
    assert "取消系统管理员" in refused


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "form.missing"),
        (b"no excel file", "intake.not_excel"),
        (b"PK\x03\x04 broken", "intake.not_excel"),
        (a_file(("甲", "乙")), "intake.no_head"),
        (a_file(("名称", "名称", "编号")), "intake.head_twice"),
        (a_file(("编号", "名称"), *((f"n{n}", "x") for n in range(2001))), "intake.too_many"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(sign_in, data, said):
    from server.office.text import catalogue

    answer = try_file(sign_in("admin"), "unit", data)

    assert answer.status_code == 422
    assert catalogue()[said][0] in text_of(answer)


def test_heads_are_understood_in_both_languages_and_hints_are_no_rows():
    book = read_book(a_file(("名称\nName *", "Kind"), ("※文字", "x"), ("某店", "shop")), UNIT)

    assert (book.fields, [number for number, _ in book.rows]) == (("name", "kind"), [3])


def test_a_parcel_gives_back_the_rows_and_nothing_else_is_taken_for_one():
    book = read_book(a_file(("编号", "名称", "下次检验日期"), ("1#", "梯", date(2027, 5, 1))), ASSET)

    back = unpack(pack(book), ASSET)

    assert (back.fields, back.rows) == (book.fields, book.rows)
    for wrong in ("", "x", "eJw=", pack(book)[:-8]):
        with pytest.raises(MalformedError):
            unpack(wrong, ASSET)


def test_a_file_above_the_limit_is_not_opened():
    with pytest.raises(BookError):
        read_book(b"PK" + bytes(6 << 20), UNIT)
