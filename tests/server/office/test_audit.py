"""The page about who did what: acts of the office, sign-ins, downloads and refusals are in it, secrets are not."""

from __future__ import annotations

import io
import json
from datetime import timedelta

import openpyxl
import pytest

from server.jobs import JobWorker
from server.office.jobs.handlers import HANDLERS
from server.office.parts import EXTENSION
from server.store.logbook import chain_findings
from shared.ids import RuleId, TemplateId
from shared.model.place import Text
from shared.model.plan import Recurrence, Rule
from tests.builders import NOW, SITE, an_id
from tests.estate import PASSWORD, ROOM, SHOP, person_id


def text_of(answer):
    return answer.get_data(as_text=True)


def lines_of(browser):
    *lines, end = [json.loads(line) for line in text_of(browser.get("/audit/chain.jsonl")).splitlines()]
    assert end == {"head": lines[-1]["seq"], "hash": lines[-1]["hash"]}
    return lines


def test_what_somebody_does_is_listed_with_who_where_and_what(sign_in, store):
    admin = sign_in("admin")
    admin.post(f"/places/unit/{SHOP}", data={"name": "龙山便利店", "kind": "shop", "head": "许老板", "phone": "1"})

    row = lines_of(admin)[-2]  # before the export itself

    assert (row["name"], row["person"], row["site"]) == ("何系统", person_id("admin"), SITE)
    assert (row["act"], row["origin"], row["roles"]) == ("places.send_one unit", "office 127.0.0.1", "administrator")
    assert json.loads(row["about"]) == [["unit", SHOP]]
    page = text_of(admin.get("/audit"))
    assert "地点与单位 · 修改" in page
    assert "龙山便利店" in page
    assert list(chain_findings(store)) == []


def test_signing_in_and_out_and_failing_to_are_listed_without_the_password(sign_in, nobody):
    nobody.post("/signin", data={"login": "keeper", "password": "wrong password"})
    keeper = sign_in("keeper")
    keeper.post("/signout")

    found = [(row["act"], row["outcome"], row["name"]) for row in lines_of(sign_in("admin"))]

    assert ("session.sign_in", "failed", "") in found
    assert ("session.sign_in", "done", "王建国") in found
    assert ("session.sign_out", "done", "王建国") in found
    assert PASSWORD not in str(found)
    assert "wrong password" not in str(found)


def test_what_was_typed_as_a_name_is_kept_only_if_it_is_an_account(sign_in, nobody):
    nobody.post("/signin", data={"login": "my secret passphrase", "password": "x"})
    nobody.post("/signin", data={"login": "keeper", "password": "x"})

    admin = sign_in("admin")
    failed = [json.loads(row["about"]) for row in lines_of(admin) if row.get("outcome") == "failed"]

    assert failed == [[["login", ""]], [["login", "keeper"]]]
    assert "没有这个用户名" in text_of(admin.get("/audit?outcome=failed"))


def test_a_file_made_in_the_background_is_named_by_its_list_when_asked_for_and_when_fetched(sign_in, app):
    lead = sign_in("lead")
    asked = lead.post("/papers/batch", data={"list": "/notices"})
    job = asked.location.rsplit("/", 1)[-1]
    with app.app_context():
        JobWorker(app.extensions[EXTENSION], HANDLERS, "test").turn()

    assert lead.get(f"/jobs/{job}/result", buffered=True).status_code == 200

    rows = {row["act"]: json.loads(row["about"]) for row in lines_of(sign_in("admin")) if "act" in row}
    assert rows["jobs.ask papers"] == [["job", job], ["list", "/notices"]]
    assert rows["jobs.send_result"] == [["download", f"/jobs/{job}/result"], ["list", "/notices"]]


def test_a_file_that_leaves_the_office_and_a_refused_act_are_listed(sign_in):
    sign_in("lead").get("/hazards?as=xlsx&group=overdue", buffered=True)
    sign_in("keeper").post("/people/new", data={"name": "x"})

    rows = {row["act"]: row for row in lines_of(sign_in("admin")) if "act" in row}

    assert json.loads(rows["hazards.show_list"]["about"]) == [["download", "/hazards?as=xlsx&group=overdue"]]
    assert (rows["people.send_new"]["outcome"], rows["people.send_new"]["name"]) == ("refused", "王建国")


def test_reading_pages_is_not_listed(sign_in):
    admin = sign_in("admin")
    before = len(lines_of(admin))

    for path in ("/", "/hazards", "/people", "/audit", "/plan"):
        admin.get(path)

    assert len(lines_of(admin)) - before == 1  # the export before


def test_a_surprise_inspection_is_betrayed_to_nobody_who_may_not_know(sign_in, store, app, clock):
    day = (NOW + timedelta(days=30)).date()
    lead = person_id("lead")
    rule = Rule(
        RuleId(an_id(0x4F)),
        SITE,
        "SCH-02",
        Text("突击检查"),
        TemplateId("fire-surprise"),
        Recurrence.PER_PERIOD,
        day,
        ROOM,
        performers=(lead,),
        is_secret=True,
    )
    with app.test_request_context("/"), store.writing() as tx:
        tx.put(rule)

    def knows(login):
        browser = sign_in(login)
        sheet = openpyxl.load_workbook(io.BytesIO(browser.get("/audit?as=xlsx", buffered=True).data)).worksheets[0]
        said = str([[cell.value for cell in row] for row in sheet.iter_rows()])
        page = text_of(browser.get("/audit"))
        return [rule.id[-6:] in page, rule.id in said, rule.id in str(lines_of(browser))]

    assert knows("admin") == [False, False, False]
    assert knows("principal") == [True, True, True]
    clock.advance(timedelta(days=31))
    assert knows("admin") == [True, True, True]


def test_the_list_is_narrowed_by_act_outcome_day_and_words(sign_in, clock):
    admin = sign_in("admin")
    admin.post("/people/new", data={"name": "林小雨", "roles": "inspector"})

    assert "登录" in text_of(admin.get("/audit?act=session.sign_in"))
    assert "林小雨" not in text_of(admin.get("/audit?act=session.sign_in"))
    assert "林小雨" in text_of(admin.get("/audit?q=people.send_new"))
    assert "没有符合条件" in text_of(admin.get("/audit?outcome=failed"))
    assert "没有符合条件" in text_of(admin.get("/audit?to=2026-11-01"))


@pytest.mark.parametrize("login", ["keeper", "lead", "unit", "engineering"])
def test_the_list_and_its_exports_are_for_few(sign_in, login):
    browser = sign_in(login)

    assert {browser.get(path).status_code for path in ("/audit", "/audit?as=xlsx", "/audit/chain.jsonl")} == {403}


def test_a_changed_row_is_told_by_the_check(sign_in, store, parts):
    sign_in("admin")
    with parts.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE chain SET name = 'somebody else' WHERE seq = 1")

    found = [(one.code, one.about) for one in chain_findings(store)]

    assert found == [("chain-row", "row 1")]


def test_an_english_log_calls_records_by_their_english_names(sign_in):
    admin = sign_in("admin")
    names = {"number": "LS-X-2", "name": "屋顶水箱间", "name_en": "Roof tank room", "kind": "other"}
    admin.post("/places/point/new", data=names)

    chinese = admin.get("/audit").get_data(as_text=True)
    admin.set_cookie("language", "en")
    english = admin.get("/audit").get_data(as_text=True)

    assert ">屋顶水箱间</a>" in chinese
    assert ">Roof tank room</a>" in english
    assert "屋顶水箱间" not in english
