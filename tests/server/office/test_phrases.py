"""The library of hazard wordings in the office: added, changed, retired, each as a version."""

import io
import re

import openpyxl
import pytest

from server.phrases import read_library
from server.store.phrase import phrase_versions, phrases, publish_phrases
from shared.ids import PhraseId
from shared.model.template import Certainty, HazardGrade

WORDS = {
    "words": "灭火器压力不足",
    "words_en": "Extinguisher lacks pressure",
    "codes": "LMR-09，EXT-15",
    "measures": "送修",
    "grade": "general",
    "days": "3",
    "clause": "手册 5.30.7",
    "certainty": "manual",
}
SHIPPED = PhraseId("lmr-09-missing")


def text(answer):
    return answer.get_data(as_text=True)


def held(store):
    with store.reading() as tx:
        return {one.words.zh: one for one in phrases(tx)}


@pytest.fixture
def browser(sign_in):
    return sign_in("quality")


def test_a_wording_is_added_with_what_it_brings(browser, store):
    answer = browser.post("/phrases/new", data=WORDS)

    one = held(store)["灭火器压力不足"]
    assert answer.status_code == 303
    assert (one.version, one.codes, one.grade, one.days) == (1, ("LMR-09", "EXT-15"), HazardGrade.GENERAL, 3)
    assert (one.basis, one.certainty, bool(one.changed_by_name)) == ("手册 5.30.7", Certainty.MANUAL, True)


def test_a_change_is_a_new_version_and_the_old_one_stays(browser, store):
    browser.post("/phrases/new", data=WORDS)
    one = held(store)["灭火器压力不足"]

    browser.post(f"/phrases/{one.id}", data={**WORDS, "days": "7"})
    same = browser.post(f"/phrases/{one.id}", data={**WORDS, "days": "7"})

    with store.reading() as tx:
        assert [(v.version, v.days) for v in phrase_versions(tx, one.id)] == [(1, 3), (2, 7)]
    assert same.status_code == 303
    assert "第 2 版" in text(browser.get(f"/phrases/{one.id}"))


def test_a_retired_wording_is_off_the_list_until_it_is_used_again(browser, store):
    browser.post("/phrases/new", data=WORDS)
    one = held(store)["灭火器压力不足"]

    browser.post(f"/phrases/{one.id}/retired", data={"is_retired": "yes"})

    assert held(store)["灭火器压力不足"].is_retired
    assert "灭火器压力不足" not in text(browser.get("/phrases"))
    assert "已停用" in text(browser.get("/phrases?retired=yes"))
    browser.post(f"/phrases/{one.id}/retired", data={"is_retired": ""})
    assert "灭火器压力不足" in text(browser.get("/phrases"))


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [("days", "400", "0 到 365"), ("days", "三天", "0 到 365"), ("codes", "LMR_09!", "编号只能有"), ("words", "", "")],
)
def test_a_wrong_field_is_named_and_nothing_is_written(browser, store, field, typed, said):
    before = held(store)

    answer = browser.post("/phrases/new", data={**WORDS, field: typed})

    assert answer.status_code == 422
    assert said in text(answer)
    assert held(store) == before


def test_a_clause_that_is_only_remembered_is_not_shown_as_law(browser):
    browser.post("/phrases/new", data={**WORDS, "clause": "GB 99999 1.2.3", "certainty": "memory"})

    assert "GB 99999" not in text(browser.get("/phrases"))


def test_who_may_not_publish_sees_the_list_only(sign_in, store):
    browser = sign_in("keeper")

    assert browser.get("/phrases").status_code == 200
    assert browser.post("/phrases/new", data=WORDS).status_code == 403
    assert "灭火器压力不足" not in held(store)


def test_the_library_that_ships_is_whole_and_added_once(browser, store):
    library = read_library()

    for _ in range(2):
        browser.post("/phrases/shipped")

    kept = {one.id: one for one in held(store).values()}
    assert set(kept) >= {one.id for one in library}
    assert all(one.version == 1 for one in kept.values())
    assert all(one.certainty in (Certainty.MANUAL, Certainty.READ) for one in library if one.basis)
    assert kept[SHIPPED].days == 0


@pytest.fixture
def library(store):
    with store.writing() as tx:
        publish_phrases(tx, read_library())
    return read_library()


def test_the_list_is_searched_and_filtered_by_code_and_grade(browser, library):
    one = next(phrase for phrase in library if phrase.id == SHIPPED)

    def shown(query):
        page = re.sub(r"<[^>]+>", " ", text(browser.get(f"/phrases?{query}")).split('id="list"')[1])
        return int(re.search(r"(\d+) 条", page).group(1))

    everything = shown("")
    assert everything == len(library)
    assert 0 < shown(f"q={one.words.zh[:4]}") < everything
    assert shown("code=lmr-09") == sum("LMR-09" in phrase.codes for phrase in library)
    assert shown("code=lmr-09") < shown("code=LMR")
    assert 0 < shown("grade=general") < everything
    assert "没有符合条件" in text(browser.get("/phrases?q=无此说法"))


def test_the_list_is_turned_page_by_page_and_sorted(browser, library):
    def shown(query):
        return re.findall(r'/phrases/([a-z0-9-]+)">', text(browser.get(f"/phrases?{query}")).split('id="list"')[1])

    first, second = shown(""), shown("page=2")
    longest = max(phrase.days or 0 for phrase in library if phrase.days is not None)

    assert len(first) == 50
    assert {*first, *second} == {phrase.id for phrase in library}
    none_given = [phrase.id for phrase in library if phrase.days is None]
    assert shown("sort=-days")[0] in (none_given or [phrase.id for phrase in library if phrase.days == longest])
    assert shown("sort=words") == sorted(shown("sort=words"), key={p.id: p.words.zh for p in library}.__getitem__)


def test_the_list_is_an_excel_file_as_it_is_filtered(browser, library):
    answer = browser.get("/phrases?code=LMR-09&as=xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert sheet.max_row - 1 == sum("LMR-09" in phrase.codes for phrase in library)


def test_a_clause_is_written_anew_in_every_wording_that_names_it(browser, library, store):
    clause = next(phrase.clause for phrase in library if phrase.clause)
    named = [phrase.id for phrase in library if phrase.clause == clause]
    assert clause in text(browser.get("/phrases/clauses", query_string={"q": clause}))

    answer = browser.post("/phrases/clauses", data={"old": clause, "new": "GB 0000 1.1"})

    assert answer.status_code == 303
    with store.reading() as tx:
        newest = {one.id: one for one in phrases(tx)}
    assert {(newest[name].clause, newest[name].version) for name in named} == {("GB 0000 1.1", 2)}
    assert all(one.version == 1 for name, one in newest.items() if name not in named)
    assert browser.post("/phrases/clauses", data={"old": "GB 0000 1.1", "new": ""}).status_code == 422


def test_the_clauses_are_searched_sorted_and_an_excel_file(browser, library):
    named = {phrase.clause for phrase in library if phrase.clause}
    one = min(named)

    page = text(browser.get("/phrases/clauses", query_string={"q": one}))
    sheet = openpyxl.load_workbook(io.BytesIO(browser.get("/phrases/clauses?as=xlsx&sort=-phrases").data)).worksheets[0]
    counts = [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert one in page
    assert not [other for other in named if f">{other}<" in page and one not in other]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == sum(bool(phrase.clause) for phrase in library)
    assert "没有符合条件" in text(browser.get("/phrases/clauses?q=无此条款"))


# ---- from Excel and back


def uploaded(browser, data):
    return browser.post("/import/phrase", data={"file": (io.BytesIO(data), "x.xlsx")})


def agreed(browser, report):
    form = {name: re.search(rf'name="{name}" value="([^"]*)"', text(report)).group(1) for name in ("parcel", "digest")}
    return browser.post("/import/phrase/apply", data=form)


def changed(data, change):
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_file_with_what_is_here_brings_nothing_new(browser, library):
    for address in ("/import/phrase/form.xlsx?filled=1", "/phrases?as=xlsx"):
        report = text(uploaded(browser, browser.get(address).data))

        assert "没有可导入的" in report
        assert report.count("不变") >= len(library)


def test_wordings_are_changed_and_added_from_excel_each_as_a_version(browser, library, store):
    def change(sheet):
        heads = [str(cell.value).splitlines()[0] for cell in sheet[1]]
        mine = next(row for row in sheet.iter_rows(min_row=3) if row[0].value == SHIPPED)
        mine[heads.index("建议期限（天）")].value = 9
        sheet.append(["", "新增的说法", "A new wording", "LMR-09，EXT", "处理", "", "一般", 3, "手册 5.30.7", ""])

    report = uploaded(browser, changed(browser.get("/import/phrase/form.xlsx?filled=1").data, change))
    before = held(store)
    done = agreed(browser, report)

    assert "新增的说法" not in before
    assert (done.status_code, done.location) == (303, "/phrases")
    kept = held(store)
    one, new = next(one for one in kept.values() if one.id == SHIPPED), kept["新增的说法"]
    assert (one.version, one.days, bool(one.changed_by_name)) == (2, 9, True)
    assert (new.version, new.codes, new.grade) == (1, ("LMR-09", "EXT"), HazardGrade.GENERAL)
    assert (new.clause, new.basis, new.words.en) == ("手册 5.30.7", "", "A new wording")
    assert sum(other.version == 1 for other in kept.values()) == len(kept) - 1


def test_wrong_rows_of_a_file_are_named_and_nothing_is_written(browser, library, store):
    before = held(store)

    def change(sheet):
        sheet.append(["", "", "", "", "", "", "", "", "", ""])
        sheet.append(["a b", "甲", "", "LMR_1!", "", "", "特别大", 999, "", ""])
        sheet.append([SHIPPED, "乙", "", "", "", "", "", "", "", ""])

    report = uploaded(browser, changed(browser.get("/import/phrase/form.xlsx?filled=1").data, change))

    page = text(report)
    for said in ("编号只能有字母、数字和连字符", "最多 60 个字符", "特别大", "999", "文件里前面已有同一条"):
        assert said in page
    assert 'name="parcel"' not in page
    assert held(store) == before


def test_who_may_not_publish_brings_no_wordings_in(sign_in):
    assert sign_in("keeper").get("/import/phrase").status_code == 403
    assert "/import/phrase" not in text(sign_in("keeper").get("/phrases"))


def test_the_clauses_name_the_checklists_that_cite_them(browser):
    page = text(browser.get("/phrases/clauses"))

    assert "/templates/lmr-d" in page
