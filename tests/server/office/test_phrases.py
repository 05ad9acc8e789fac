"""The library of hazard wordings in the office: added, changed, retired, each as a version."""

import io

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
        return text(browser.get(f"/phrases?{query}")).count('class="lead-cell"')

    everything = shown("")
    assert everything == len(library)
    assert 0 < shown(f"q={one.words.zh[:4]}") < everything
    assert shown("code=lmr-09") == sum("LMR-09" in phrase.codes for phrase in library)
    assert shown("code=lmr-09") < shown("code=LMR")
    assert 0 < shown("grade=general") < everything
    assert "没有符合条件" in text(browser.get("/phrases?q=无此说法"))


def test_the_list_is_an_excel_file_as_it_is_filtered(browser, library):
    answer = browser.get("/phrases?code=LMR-09&as=xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert sheet.max_row - 1 == sum("LMR-09" in phrase.codes for phrase in library)


def test_a_clause_is_written_anew_in_every_wording_that_names_it(browser, library, store):
    clause = next(phrase.clause for phrase in library if phrase.clause)
    named = [phrase.id for phrase in library if phrase.clause == clause]
    assert clause in text(browser.get("/phrases/clauses"))

    answer = browser.post("/phrases/clauses", data={"old": clause, "new": "GB 0000 1.1"})

    assert answer.status_code == 303
    with store.reading() as tx:
        newest = {one.id: one for one in phrases(tx)}
    assert {(newest[name].clause, newest[name].version) for name in named} == {("GB 0000 1.1", 2)}
    assert all(one.version == 1 for name, one in newest.items() if name not in named)
    assert browser.post("/phrases/clauses", data={"old": "GB 0000 1.1", "new": ""}).status_code == 422


def test_the_clauses_name_the_checklists_that_cite_them(browser):
    page = text(browser.get("/phrases/clauses"))

    assert "/templates/lmr-d" in page
