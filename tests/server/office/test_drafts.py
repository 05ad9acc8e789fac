"""The editor of checklists: every act by plain forms, problems at their lines, test runs, and what publishing says first."""

import html
import io
import re
from datetime import UTC, datetime

import openpyxl
import pytest

from mobile.text import texts_for
from server.office.templates.sample import last_of
from server.office.text import catalogue as texts_of_pages
from server.phrases import read_library
from server.store.draft import DraftState, draft_of, drafts, sheets_of_draft
from server.store.phrase import publish_phrases
from server.store.template import latest
from shared.checklist import RowState
from shared.checklist.judge import is_outside
from shared.ids import TemplateId
from shared.model.place import Text
from shared.model.template import Item, ItemKind, Limits
from tests.estate import catalogue

BLANK = {"title": "门岗检查", "title_en": "Gate check", "form_id": "gate", "source": ""}
ITEM = {
    "kind": "pass_fail",
    "code": "GATE-01",
    "name": "",
    "label.zh": "道闸完好",
    "label.en": "Barrier works",
    "required": "yes",
}


def text(answer):
    return html.unescape(answer.get_data(as_text=True))


@pytest.fixture
def author(sign_in):
    return sign_in("quality")


def opened(answer):
    assert answer.status_code == 303, text(answer)
    return answer.headers["Location"].partition("#")[0]


@pytest.fixture
def page(author):
    """The address of a draft of a new checklist, with one item in a group."""
    address = opened(author.post("/templates/drafts/new", data=BLANK))
    add(author, address, kind="begin_group", **{"label.zh": "门岗", "label.en": "Gate"})
    add(author, address, **{**ITEM, "parent": "r1"})
    return address


@pytest.fixture
def copy(author):
    """The address of a draft of the daily machine room checklist."""
    return opened(author.post("/templates/lmr-d/1/draft"))


def rev(author, address):
    return re.search(r'name="rev" value="(\d+)"', text(author.get(address)))[1]


def add(author, address, **cells):
    return author.post(f"{address}/rows/new", data={"rev": rev(author, address), **cells})


def edit(author, address, row, **cells):
    return author.post(f"{address}/rows/{row}", data={"rev": rev(author, address), **cells})


def act(author, address, what, **facts):
    return author.post(address, data={"rev": rev(author, address), "act": what, **facts})


def held(store, address):
    with store.reading() as tx:
        return sheets_of_draft(tx, draft_of(tx, address.rpartition("/")[2]))


def names(store, address):
    return [entry.text("name") for entry in held(store, address).survey if not entry.type.startswith("end_")]


def test_a_checklist_is_written_and_published_by_plain_forms(author, page, store):
    assert names(store, page) == ["group", "gate_01"]
    assert "没有问题" not in text(author.get(page))
    released = text(author.get(f"{page}/publish"))
    newest = re.search(r'name="newest" value="(\d+)"', released)[1]

    answer = author.post(f"{page}/publish", data={"rev": rev(author, page), "newest": newest})

    assert answer.headers["Location"] == "/templates/gate/1"
    with store.reading() as tx:
        assert latest(tx, TemplateId("gate")).items[0].code == "GATE-01"
        assert [one.published for one in drafts(tx, DraftState.PUBLISHED)] == [1]


@pytest.mark.parametrize("template", [one.id for one in catalogue()])
def test_a_published_checklist_opened_as_a_draft_says_nothing_else(author, template):
    address = opened(author.post(f"/templates/{template}/1/draft"))

    assert "内容完全相同" in text(author.get(f"{address}/publish"))
    assert author.get(f"{address}/preview").status_code == 200
    assert author.get(f"/templates/{template}/1/preview").status_code == 200


def test_editing_again_goes_on_with_the_draft_that_was_begun(author, copy):
    assert opened(author.post("/templates/lmr-d/1/draft")) == copy
    assert copy in text(author.get("/templates"))


@pytest.mark.parametrize(
    ("change", "said"),
    [({"form_id": "Gate!"}, "用小写字母开头"), ({"form_id": "lmr-d"}, "已有检查表使用"), ({"title": ""}, "必填")],
)
def test_a_new_checklist_needs_a_title_and_an_id_of_its_own(author, change, said):
    answer = author.post("/templates/drafts/new", data={**BLANK, **change})

    assert answer.status_code == 422
    assert said in text(answer)


def test_a_copy_has_the_lines_of_its_source_under_its_own_id(author, store):
    address = opened(author.post("/templates/drafts/new", data={**BLANK, "source": "lmr-w"}))

    sheets = held(store, address)

    assert sheets.settings["form_id"] == "gate"
    assert len(sheets.survey) > 10


def test_a_wrong_line_is_kept_and_named_where_it_is(author, page):
    answer = edit(
        author, page, "r3", kind="decimal", name="gap", **{"label.zh": "间隙", "low": "x", "relevant": "${nobody} >"}
    )
    shown = text(author.get(page))

    assert answer.status_code == 303
    assert "处问题" in shown
    assert 'href="#r3"' in shown
    assert "正确的表达式" in shown
    assert 'value="x"' in text(author.get(f"{page}/rows/r3"))
    assert author.post(f"{page}/publish", data={"rev": rev(author, page), "newest": "0"}).status_code == 422


def test_a_line_is_checked_while_it_is_typed_without_being_kept(author, page, store):
    before = held(store, page)

    wrong = text(author.post(f"{page}/rows/r3/check", data={**ITEM, "relevant": "${nobody} = 1"}))
    right = text(author.post(f"{page}/rows/r3/check", data={**ITEM, "relevant": ""}))

    assert "显示条件" in wrong
    assert "${nobody}" in wrong
    assert "没有问题" in right
    assert held(store, page) == before


def test_problems_are_named_in_english_too(author, page):
    author.set_cookie("language", "en")

    found = text(author.post(f"{page}/rows/r3/check", data={**ITEM, "kind": "decimal", "low": "x"}))

    assert "a number such as 0.7" in found


def test_lines_move_and_are_taken_back(author, page, store):
    add(author, page, **{**ITEM, "code": "GATE-02", "parent": "r1", "after": "r3"})
    assert names(store, page) == ["group", "gate_01", "gate_02"]

    for what, facts, expected in (
        ("down:r3", {}, ["group", "gate_02", "gate_01"]),
        ("undo:", {}, ["group", "gate_01", "gate_02"]),
        ("redo:", {}, ["group", "gate_02", "gate_01"]),
        ("out:r3", {}, ["group", "gate_02", "gate_01"]),
        ("move:", {"row": "r3", "parent": "", "before": "r1"}, ["gate_01", "group", "gate_02"]),
        ("copy:r1", {}, ["gate_01", "group", "gate_02", "group_2", "gate_02_2"]),
        ("remove:r1", {}, ["gate_01", "group_2", "gate_02_2"]),
    ):
        assert act(author, page, what, **facts).status_code == 303, what
        assert names(store, page) == expected, what


def test_a_line_that_cannot_go_there_stays(author, page, store):
    answer = act(author, page, "up:r1")

    assert answer.status_code == 409
    assert "不能移到那里" in text(answer)
    assert names(store, page) == ["group", "gate_01"]
    assert act(author, page, "up:nobody").status_code == 409
    assert act(author, page, "fly:r1").status_code == 404


def test_who_saves_too_late_is_told_and_keeps_what_was_typed(author, page, store):
    old = rev(author, page)
    edit(author, page, "r3", **{**ITEM, "label.zh": "别人写的"})

    answer = author.post(f"{page}/rows/r3", data={**ITEM, "rev": old, "label.zh": "我写的"})
    moved = author.post(page, data={"rev": old, "act": "remove:r3"})
    settings = author.post(f"{page}/settings", data={"rev": old, "title.zh": "我的标题"})

    assert (answer.status_code, moved.status_code, settings.status_code) == (409, 409, 409)
    assert 'value="我写的"' in text(answer)
    assert 'value="我的标题"' in text(settings)
    assert held(store, page).entry("r3").text("label.zh") == "别人写的"


def test_what_was_typed_into_a_line_that_is_gone_is_shown_still(author, page):
    old = rev(author, page)
    act(author, page, "remove:r3")

    answer = author.post(f"{page}/rows/r3", data={**ITEM, "rev": old, "label.zh": "我写的"})

    assert answer.status_code == 409
    assert "我写的" in text(answer)
    assert author.get(f"{page}/rows/r3").status_code == 404


def test_expressions_follow_a_new_name(author, page, store):
    add(
        author,
        page,
        kind="text",
        name="why",
        **{"label.zh": "原因", "label.en": "Why", "relevant": "${gate_01} = 'fail'"},
    )

    edit(author, page, "r3", **{**ITEM, "name": "barrier"})

    assert [entry.text("relevant") for entry in held(store, page).survey if entry.text("name") == "why"] == [
        "${barrier} = 'fail'"
    ]


def test_choices_are_written_one_a_line(author, page, store):
    add(
        author,
        page,
        kind="select_one",
        name="door",
        choices="open | 开 | Open\n关着\n\nlocked｜锁着",
        **{"label.zh": "门", "label.en": "Door"},
    )

    lines = held(store, page).list_lines("door")

    assert [(line["name"], line["label.zh"]) for line in lines] == [("open", "开"), ("c2", "关着"), ("locked", "锁着")]
    assert "open | 开 | Open" in text(author.get(f"{page}/rows/r4"))


def test_settings_are_kept_and_what_the_form_does_not_show_stays(author, copy, store):
    before = held(store, copy).settings

    answer = author.post(
        f"{copy}/settings",
        data={
            "rev": rev(author, copy),
            "title.zh": "新标题",
            "form_id": "other",
            "performers": ["patroller", "inspector"],
        },
    )
    after = held(store, copy).settings

    assert answer.status_code == 303
    assert (after["title.zh"], after["performers"], after["form_id"]) == ("新标题", "patroller inspector", "lmr-d")
    assert after["inspection_type"] == before["inspection_type"]


def test_publishing_says_what_differs_and_which_plans_walk_it(author, copy):
    edit(
        author, copy, "r3", **{"kind": "pass_fail", "label.zh": "全新的说法", "fail_needs": ["photo"], "has_needs": "1"}
    )

    shown = text(author.get(f"{copy}/publish"))

    assert "全新的说法" in shown
    assert "<del" in shown
    assert "/plan/rules/" in shown
    assert "个计划使用这份检查表" in shown


def test_of_two_drafts_published_at_once_one_wins_and_the_other_looks_again(author, copy, store):
    other = opened(author.post("/templates/import", data={"do": "draft", "files": [export(author, copy)]}))
    for address, word in ((copy, "甲"), (other, "乙")):
        author.post(f"{address}/settings", data={"rev": rev(author, address), "title.zh": word})
    revs = {address: rev(author, f"{address}/publish") for address in (copy, other)}

    first = author.post(f"{copy}/publish", data={"rev": revs[copy], "newest": "1"})
    second = author.post(f"{other}/publish", data={"rev": revs[other], "newest": "1"})
    again = author.post(f"{other}/publish", data={"rev": revs[other], "newest": "2"})

    assert (first.status_code, second.status_code, again.status_code) == (303, 409, 303)
    assert "请看过下面的最新差异" in text(second)
    with store.reading() as tx:
        assert latest(tx, TemplateId("lmr-d")).version == 3
    compared = text(author.get("/templates/lmr-d/compare"))
    assert "甲" in compared
    assert "乙" in compared
    assert author.get("/templates/lmr-d/compare?from=1&to=9").status_code == 404


def export(author, address, ending="xlsx"):
    answer = author.get(f"{address}/form.{ending}")
    assert answer.status_code == 200
    return io.BytesIO(answer.data), f"form.{ending}"


def test_drafts_and_versions_are_sent_as_workbooks_and_csv(author, copy):
    book = openpyxl.load_workbook(export(author, copy)[0])

    assert book.sheetnames == ["survey", "choices", "settings"]
    assert author.get("/templates/lmr-d/1/form.xlsx").status_code == 200
    assert author.get("/templates/lmr-d/1/form.zip").data.startswith(b"PK")
    assert author.get(f"{copy}/form.zip").data.startswith(b"PK")
    assert author.get(f"{copy}/form.doc").status_code == 404


def test_a_file_with_faults_opens_as_a_draft_and_an_unreadable_one_does_not(author, page):
    edit(author, page, "r3", **{**ITEM, "relevant": "("})

    opened_again = opened(author.post("/templates/import", data={"do": "draft", "files": [export(author, page)]}))
    nothing = author.post("/templates/import", data={"do": "draft", "files": [(io.BytesIO(b"x"), "a.xlsx")]})

    assert "正确的表达式" in text(author.get(opened_again))
    assert nothing.status_code == 422


def test_history_leads_back_to_any_step(author, page, store):
    act(author, page, "remove:r3")
    listed = text(author.get(f"{page}/history"))

    answer = author.post(f"{page}/history", data={"rev": rev(author, page), "old": "3"})

    assert "删除" in listed
    assert "GATE-01" in listed
    assert answer.status_code == 303
    assert names(store, page) == ["group", "gate_01"]


def test_a_dropped_draft_leaves_the_list_and_comes_back(author, page):
    author.post(f"{page}/dropped", data={"is_dropped": "yes"})

    assert page not in text(author.get("/templates"))
    assert page in text(author.get("/templates?dropped=yes"))
    assert act(author, page, "remove:r3").status_code == 409
    author.post(f"{page}/dropped", data={"is_dropped": ""})
    assert page in text(author.get("/templates"))


def test_a_test_run_shows_what_the_answers_amount_to(author, copy):
    first = text(author.get(f"{copy}/preview"))
    field = re.search(r'name="(r\.[^"]+)" value="fail"', first)[1]

    failed = text(author.post(f"{copy}/preview", data={"on": "1", field: "fail"}))

    assert "1 项不合格" not in first
    assert "1 项不合格" in failed
    assert "还需要" in failed


def test_a_test_run_judges_readings_by_the_equipments_own_limits(author):
    address = "/templates/lmr-d/1/preview"
    shown = text(author.get(address))
    field, limits = re.search(r'name="(v\.lmr_15_gap@lift-1)"', shown), re.search(r"data\.(lift-1)", shown)
    assert field
    assert limits

    fine = text(author.post(address, data={"on": "1", field[1]: "0.5"}))
    over = text(author.post(address, data={"on": "1", field[1]: "0.5", "data.lift-1": "brake_gap_max = 0.4"}))

    assert "超过上限" not in fine
    assert "超过上限 0.4 mm" in over


def test_a_test_run_tells_of_expressions_that_fail_and_of_broken_rules(author, page):
    add(
        author,
        page,
        kind="integer",
        name="n",
        **{"label.zh": "数", "label.en": "N", "constraint": ". < 3", "constraint_message.zh": "太多了"},
    )
    add(author, page, kind="calculate", name="c", calculation="${n} * 2")

    shown = text(author.post(f"{page}/preview", data={"on": "1", "v.n": "5"}))
    nonsense = author.post(f"{page}/preview", data={"on": "1", "v.n": "五", "r.gate_01": "maybe"})

    assert "太多了" in shown
    assert re.search(r"trial-output.*10", shown, re.DOTALL)
    assert nonsense.status_code == 200


def test_a_test_run_speaks_as_the_tablet_does():
    known = {key: words for key, words in texts_of_pages().items() if key.startswith("trial.")}
    own = {"trial.optional", "trial.as_on_the_tablet", "trial.reason", "trial.sample", "trial.last_values"}

    for key, words in known.items():
        for language, said in zip(("zh", "en"), words, strict=True):
            tablet = texts_for(language)
            name = key.removeprefix("trial.")
            texts = tablet if hasattr(tablet, name) else tablet.checklist
            assert key in own or said == getattr(texts, name), key


def test_a_fail_of_a_test_run_offers_the_wordings_of_its_item(author, store):
    with store.writing() as tx:
        publish_phrases(tx, read_library())
    address = "/templates/lmr-d/1/preview"

    shown = text(author.post(address, data={"on": "1", "r.lmr_09": "fail"}))
    offered = re.findall(r'name="h\.lmr_09" value="([^"]+)"', shown)
    wording = next(one for one in read_library() if one.key == offered[0])
    chosen = text(author.post(address, data={"on": "1", "r.lmr_09": "fail", "h.lmr_09": wording.key}))
    typed = text(
        author.post(address, data={"on": "1", "r.lmr_09": "fail", "h.lmr_09": wording.key, "n.lmr_09": "两具都不在"})
    )
    other = text(author.post(address, data={"on": "1", "r.lmr_09": "fail", "h.lmr_09": "nothing@1"}))

    # then: its own come first; the chosen one is the note, unless somebody wrote another
    assert "LMR-09" in wording.codes
    assert f'name="n.lmr_09" value="{wording.words.zh}"' in chosen
    assert re.search(rf'value="{wording.key}" checked', chosen)
    assert 'name="n.lmr_09" value="两具都不在"' in typed
    assert 'name="n.lmr_09" value=""' in other


def test_a_reading_of_a_test_run_has_sample_values_before_it(author):
    shown = text(author.get("/templates/lmr-d/1/preview"))
    english = text(author.get("/templates/lmr-d/1/preview", headers={"Accept-Language": "en"}))

    assert re.search(r"示例</span>.*?前 5 次 [\d. ·]+ ", shown, re.DOTALL)
    assert "按此趋势" in shown
    assert "tablet-last" in english


def test_sample_readings_lie_between_the_limits_whatever_they_are():
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    cases = [
        (ItemKind.NUMBER, Limits(None, 40.0)), (ItemKind.NUMBER, Limits(0.3, None)), (ItemKind.NUMBER, Limits(0.3, 0.6)),
        (ItemKind.COUNT, Limits(2.0, 9.0)), (ItemKind.NUMBER, Limits(-5.0, -1.0)), (ItemKind.NUMBER, Limits(None, -3.0)),
    ]  # fmt: skip

    for kind, limits in cases:
        found = last_of(RowState(Item("n", kind, Text("温度")), limits=limits), now)
        assert found is not None
        assert not any(is_outside(limits, value) for value in found.values), (limits, found.values)
    none = [last_of(RowState(Item("n", kind, Text("温度")), limits=limits), now) for kind, limits in (
        (ItemKind.NUMBER, None), (ItemKind.NUMBER, Limits(5.0, 5.0)), (ItemKind.TEXT, Limits(1.0, 2.0)),
    )]  # fmt: skip
    assert none == [None, None, None]


def test_a_test_run_shows_what_stands_in_the_tablets_rows(author):
    answers = {"on": "1", "r.lmr_25": "not_checked", "v.lmr_04": "42.5"}

    shown = text(author.post("/templates/lmr-d/1/preview", data=answers))

    # the three big answers, of which a set-aside one takes the last place, and one behind the dots
    assert re.findall(r'name="r\.lmr_25" value="(\w+)"', shown) == ["pass", "fail", "not_checked", "na"]
    assert re.findall(r'name="r\.lmr_01" value="(\w+)"', shown) == ["pass", "fail", "na", "not_checked"]
    assert "超过上限 40 " in shown
    for words in ("超出范围，还需要照片、说明", "未检，请写原因", "1号 · 电梯", "不合格 1", "下一项：", "填写读数"):
        assert words in shown, words


def test_a_test_run_in_english_says_it_in_english(author):
    author.get("/templates?lang=en")

    shown = text(author.post("/templates/lmr-d/1/preview", data={"on": "1", "r.lmr_09": "fail"}))

    assert "Failed: still needs photo, note, action taken" in shown


def test_a_draft_that_nobody_made_is_not_there(author):
    assert author.get("/templates/drafts/nobody").status_code == 404
    assert author.post("/templates/nobody/1/draft").status_code == 404
    assert author.get("/templates/lmr-d/9/form.xlsx").status_code == 404
    assert author.get("/templates/lmr-d/9/preview").status_code == 404
    assert author.get("/templates/nobody/compare").status_code == 404
