"""A site's own Word forms in the office: taken in or refused with the paragraph, filled with a sample and with a notice."""

import io

import pytest
from docx import Document

from server.office.papers.forms import DOCX, SAMPLE
from server.papers.word import FIELDS, ITEM_FIELDS
from server.store.viewer import viewer_of
from server.store.word_form import add_word_form, word_forms
from tests.builders import SITE
from tests.estate import person_id


def a_form(*paragraphs):
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(rows=3, cols=1)
    rows = ("{%tr for item in items %}", "{{ item.number }} {{ item.what }} {{ item.photo }}", "{%tr endfor %}")
    for row, words in zip(table.rows, rows, strict=True):
        row.cells[0].text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sent(browser, docx, name="甲方通知单"):
    file = (io.BytesIO(docx), "form.docx")
    return browser.post("/papers/forms", data={"name": name, "file": file}, content_type="multipart/form-data")


def words_of(docx):
    document = Document(io.BytesIO(docx))
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *rows])


@pytest.fixture
def form(sign_in):
    browser = sign_in("quality")
    assert sent(browser, a_form("编号 {{ no }}", "致 {{ unit }}", "校验码 {{ code }}")).status_code == 303
    page = browser.get("/papers/forms").get_data(as_text=True)
    return page.partition("/papers/forms/")[2].partition("/sample")[0]


def test_a_form_is_offered_with_a_sample_and_on_each_notice(sign_in, form, estate):
    browser = sign_in("lead")

    sample = browser.get(f"/papers/forms/{form}/sample")
    made = browser.get(f"/papers/forms/{form}/notices/{estate.notice}")

    assert sample.mimetype == made.mimetype == DOCX
    assert "编号 龙物消改〔2026〕0017号" in words_of(sample.data)
    assert "编号 龙物消改〔2026〕0001号 致 龙山便利店" in words_of(made.data)
    assert "1 消火栓箱前停放电动自行车" in words_of(made.data)
    assert len(Document(io.BytesIO(made.data)).inline_shapes) == 3
    assert "Word · 甲方通知单" in browser.get(f"/notices/{estate.notice}").get_data(as_text=True)


def test_the_code_of_a_word_paper_is_verified_as_any_other(sign_in, nobody, form, estate):
    made = sign_in("lead").get(f"/papers/forms/{form}/notices/{estate.notice}")
    code = words_of(made.data).partition("校验码 ")[2][:14]

    page = nobody.get(f"/v/{code}").get_data(as_text=True)

    assert "甲方通知单" in page
    assert "龙物消改〔2026〕0001号" in page


def test_a_form_with_unknown_fields_is_refused_with_each_paragraph(sign_in):
    browser = sign_in("quality")

    answer = sent(browser, a_form("标题", "致 {{ unti }}"))

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "没有这个字段" in page
    assert "致 {{ unti }}" in page
    assert "还没有自有表单" in page


@pytest.mark.parametrize(("data", "said"), [(b"", "请填写"), (b"not word", "不是 Word")])
def test_what_is_no_form_is_refused(sign_in, data, said):
    answer = sent(sign_in("quality"), data)

    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)


def test_a_retired_form_is_offered_no_more(sign_in, form, estate):
    browser = sign_in("quality")

    browser.post(f"/papers/forms/{form}/retired")

    assert "Word ·" not in browser.get(f"/notices/{estate.notice}").get_data(as_text=True)


def test_forms_are_added_by_those_who_publish_checklists_and_seen_at_their_site_alone(sign_in, form):
    assert sent(sign_in("lead"), a_form()).status_code == 403
    assert sign_in("lead").post(f"/papers/forms/{form}/retired").status_code == 403
    assert sign_in("stranger").get(f"/papers/forms/{form}/sample").status_code == 404


def test_the_sample_has_a_value_for_every_field():
    assert set(SAMPLE) == set(FIELDS)
    assert all(set(item) == set(ITEM_FIELDS) for item in SAMPLE["items"])


def test_a_form_of_an_earlier_version_that_is_refused_now_says_so_and_nothing_is_printed(sign_in, store, estate):
    with store.writing() as tx:
        viewer = viewer_of(tx, person_id("quality"))
        add_word_form(tx, viewer, SITE, "旧表", "old.docx", a_form("{{ 7", "* 6 }}"))
        [old] = word_forms(tx, viewer, SITE)
    browser = sign_in("lead")

    answers = [browser.get(f"/papers/forms/{old.id}/{what}") for what in ("sample", f"notices/{estate.notice}")]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert all("这份表单不能使用" in answer.get_data(as_text=True) for answer in answers)
    assert "旧表" not in sign_in("quality").get("/papers").get_data(as_text=True)
