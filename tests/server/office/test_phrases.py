"""The library of hazard wordings in the office: added, changed, retired, each as a version."""

import pytest

from server.phrases import read_library
from server.store.phrase import phrase_versions, phrases
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
