"""Checklists: what is shown of them, and the import: whole or not at all."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest

from server.store.template import latest
from shared.ids import TemplateId
from tests.estate import catalogue

FOLDER = Path(__file__).resolve().parents[3] / "server" / "catalogue"
FORMS = """form_id,version,title::中文 (zh),title::English (en),inspection_type,point_kinds,performers,signers,source,certainty
gate,{version},门岗检查,Gate check,gate,other,inspector,inspector,手册,manual
"""
SURVEY = """type,name,code,label::中文 (zh),label::English (en),required
begin_group,gate,,门岗,Gate,
select_one pass_fail,gate_01,GATE-01,道闸完好,Barrier works,yes
end_group,,,,,
"""


def upload(*, version=1, survey=SURVEY, do="check"):
    files = {"forms.csv": FORMS.format(version=version), "gate.csv": survey}
    return {"do": do, "files": [(io.BytesIO(text.encode()), name) for name, text in files.items()]}


def send(browser, **facts):
    return browser.post("/templates/import", data=upload(**facts), content_type="multipart/form-data")


def text(answer):
    return answer.get_data(as_text=True)


def newest(store):
    with store.reading() as tx:
        found = latest(tx, TemplateId("gate"))
    return found.version if found else None


def test_checking_says_what_would_be_published_and_publishes_nothing(sign_in, store):
    answer = send(sign_in("quality"))

    assert answer.status_code == 200
    assert "门岗检查" in text(answer)
    assert "没有问题，可以发布" in text(answer)
    assert newest(store) is None


def test_publishing_a_new_version_keeps_the_old_one(sign_in, store):
    browser = sign_in("quality")

    first = send(browser, do="publish")
    second = send(browser, version=2, do="publish")

    assert (first.status_code, second.status_code) == (303, 303)
    assert newest(store) == 2
    assert browser.get("/templates/gate/1").status_code == 200


def test_problems_are_named_by_file_line_and_column_and_nothing_is_published(sign_in, store):
    broken = SURVEY.replace("select_one pass_fail", "select_one nothing")

    answer = send(sign_in("quality"), survey=broken, do="publish")

    assert answer.status_code == 422
    assert "没有导入" in text(answer)
    assert re.search(r"gate\.csv</td><td class=\"num\">3</td>", text(answer))
    assert newest(store) is None


def test_problems_are_named_in_the_readers_language(sign_in):
    broken = SURVEY.replace("select_one pass_fail", "select_one nothing")
    browser = sign_in("quality")
    browser.set_cookie("language", "en")

    page = text(send(browser, survey=broken))
    cells = re.findall(r"<td>([^<]*)</td></tr>", page)

    assert cells
    assert not any(re.search(r"[\u3400-\u9fff]", cell) for cell in cells)


def test_a_published_version_never_changes(sign_in, store):
    browser = sign_in("quality")
    send(browser, do="publish")

    changed = send(browser, survey=SURVEY.replace("道闸完好", "道闸损坏"), do="publish")
    same = send(browser, do="publish")

    assert (changed.status_code, same.status_code) == (422, 422)
    assert "请改用更大的版本号" in text(changed)
    assert "没有可发布的内容" in text(same)
    assert "道闸完好" in text(browser.get("/templates/gate"))


def workbook(name, survey):
    book = openpyxl.Workbook()
    for title, table in (("survey", survey), ("settings", FORMS.format(version=1))):
        sheet = book.create_sheet(title)
        for row in csv.reader(io.StringIO(table)):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return io.BytesIO(out.getvalue()), name


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "已发布的版本不能再改"), ("en", "a published one never changes")]
)
def test_what_stops_the_publishing_itself_is_told_too(sign_in, store, language, words):
    browser = sign_in("quality")
    browser.set_cookie("language", language)
    twice = [workbook("one.xlsx", SURVEY), workbook("two.xlsx", SURVEY.replace("道闸完好", "道闸损坏"))]

    answer = browser.post("/templates/import", data={"do": "publish", "files": twice})

    assert answer.status_code == 422
    assert words in text(answer)
    assert newest(store) is None


def test_an_upload_without_files_is_told_so(sign_in):
    answer = sign_in("quality").post("/templates/import", data={"do": "check"})

    assert answer.status_code == 422
    assert "至少一个文件" in text(answer)


def test_what_is_only_remembered_is_never_shown_as_law(sign_in):
    remembered = [
        (template.id, item)
        for template in catalogue()
        for item in template.items
        if item.certainty.value == "memory" and item.clause
    ]
    browser = sign_in("quality")

    pages = {name: text(browser.get(f"/templates/{name}")) for name in {name for name, _ in remembered}}

    for name, item in remembered:
        row = re.search(rf"{re.escape(item.label.zh)}(?:(?!</tr>).)*</tr>", pages[name], re.DOTALL)
        assert row is not None, (name, item.name)
        assert item.clause not in row.group(), (name, item.name)


def test_every_shipped_checklist_has_its_page(sign_in):
    browser = sign_in("quality")

    assert {browser.get(f"/templates/{template.id}/{template.version}").status_code for template in catalogue()} == {
        200
    }
    assert browser.get("/templates/none").status_code == 404
    assert browser.get("/templates/lmr-d/99").status_code == 404
