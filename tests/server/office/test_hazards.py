"""Hazards in the office: each act as a form, and the whole way from confirmation to the closing signature."""

import io
import re
from html import unescape

import pytest

from server.store.hazard import extensions_of, rechecks_of, replies_of
from shared.hazard.urgency import SCREENS
from shared.model.hazard import Hazard, HazardState, Notice, NoticeState
from tests.estate import SHOP, picture

BASIS = "《高层民用建筑消防安全管理规定》第三十七条"


def state_of(store, record):
    with store.reading() as tx:
        return tx.get(Hazard, record).state


def photo(words="after"):
    return (io.BytesIO(picture(words, (90, 110, 95))), f"{words}.jpg")


def text(answer):
    return answer.get_data(as_text=True)


def test_list_narrows_by_turn_and_searches_parts_of_words(sign_in):
    browser = sign_in("lead")

    def numbers(query):
        return set(re.findall(r">(YH-2026-\d{4})<", text(browser.get(f"/hazards?{query}"))))

    assert len(numbers("")) == 7
    assert numbers("group=overdue") == {"YH-2026-0004", "YH-2026-0005"}
    assert numbers("group=confirm") == {"YH-2026-0001", "YH-2026-0007"}
    assert numbers("q=电动") == {"YH-2026-0004"}
    assert numbers("grade=major") == {"YH-2026-0007"}
    assert numbers("group=issue&q=电动") == set()


def test_list_sorts_both_ways(sign_in):
    browser = sign_in("lead")

    def numbers(sort):
        return re.findall(r">(YH-2026-\d{4})</a></td>", text(browser.get(f"/hazards?sort={sort}")))

    assert numbers("no") == sorted(numbers("no"))
    assert numbers("-no") == list(reversed(numbers("no")))


def test_confirming_completes_the_hazard(sign_in, estate, store):
    record = estate.hazards["draft"]

    answer = sign_in("lead").post(
        f"/hazards/{record}/confirm",
        data={"description": "机房灭火器缺失", "grade": "general", "legal_basis": f"{BASIS}\n\n手册 5.30.7"},
    )

    assert answer.status_code == 303
    with store.reading() as tx:
        found = tx.get(Hazard, record)
    assert found.state is HazardState.OPEN
    assert found.description == "机房灭火器缺失"
    assert found.legal_basis == (BASIS, "手册 5.30.7")


def test_confirming_without_a_rule_says_so_beside_the_field_and_keeps_what_was_typed(sign_in, estate, store):
    record = estate.hazards["draft"]

    answer = sign_in("lead").post(f"/hazards/{record}/confirm", data={"description": "门后"})

    assert answer.status_code == 422
    assert re.search(r'id="confirm-basis-wrong">.*?请写明依据', text(answer), re.DOTALL)
    assert ">门后</textarea>" in text(answer)
    assert state_of(store, record) is HazardState.DRAFT


def test_a_suspected_major_hazard_must_be_graded_by_a_person(sign_in, estate):
    answer = sign_in("lead").post(
        f"/hazards/{estate.hazards['major']}/confirm", data={"description": "泵在手动", "legal_basis": BASIS}
    )

    assert "请由负责人判定等级" in text(answer)


def test_a_major_hazard_is_never_closed_on_the_spot(sign_in, estate):
    answer = sign_in("lead").post(
        f"/hazards/{estate.hazards['major']}/correct_on_spot",
        data={"responsible_person": "刘工", "photos": photo()},
        content_type="multipart/form-data",
    )

    assert answer.status_code == 403
    assert "不能当场销案" in text(answer)


def test_voiding_needs_a_reason_and_stays_visible(sign_in, estate, store):
    browser, record = sign_in("lead"), estate.hazards["open"]

    bare = browser.post(f"/hazards/{record}/void")
    told = browser.post(f"/hazards/{record}/void", data={"reason": "重复登记"})

    assert (bare.status_code, told.status_code) == (422, 303)
    assert state_of(store, record) is HazardState.VOIDED
    assert "重复登记" in text(browser.get(f"/hazards/{record}"))


def test_the_unit_replies_with_photos(sign_in, estate, store):
    record = estate.hazards["overdue"]

    answer = sign_in("unit").post(
        f"/hazards/{record}/reply",
        data={"completion": "done", "measures_taken": "已清走", "done_by": "小许", "photos": [photo("a"), photo("b")]},
        content_type="multipart/form-data",
    )

    assert answer.status_code == 303
    with store.reading() as tx:
        (reply,) = replies_of(tx, record)
        hazard = tx.get(Hazard, record)
    assert hazard.state is HazardState.REPLIED
    assert len(reply.photos_after) == len(hazard.photos_after) == 2
    assert (reply.photos_after[0].width, reply.photos_after[0].height) == (800, 600)
    assert sign_in("unit").get(f"/photos/{reply.photos_after[0].sha256}", buffered=True).status_code == 200


def test_a_partly_done_reply_is_kept_and_leaves_the_hazard_in_rectification(sign_in, estate, store):
    record = estate.hazards["overdue"]

    sign_in("unit").post(
        f"/hazards/{record}/reply", data={"completion": "partly", "measures_taken": "清了一半", "done_by": "小许"}
    )

    assert state_of(store, record) is HazardState.IN_RECTIFICATION
    with store.reading() as tx:
        assert len(replies_of(tx, record)) == 1


@pytest.mark.parametrize("data", [b"no picture", b"\xff\xd8\xff but no picture either", b""])
def test_what_is_no_photo_is_refused_and_nothing_is_stored(sign_in, estate, store, parts, data):
    record = estate.hazards["overdue"]
    before = set(parts.blobs.stored())

    answer = sign_in("unit").post(
        f"/hazards/{record}/reply",
        data={"completion": "done", "measures_taken": "好", "done_by": "许", "photos": (io.BytesIO(data), "a.jpg")},
        content_type="multipart/form-data",
    )

    assert answer.status_code == 422
    assert "JPEG 或 PNG" in text(answer)
    assert state_of(store, record) is HazardState.IN_RECTIFICATION
    assert set(parts.blobs.stored()) == before


def test_a_lead_inspector_records_a_paper_reply_under_the_signers_name(sign_in, estate, store):
    record = estate.hazards["overdue"]
    said = {"completion": "done", "measures_taken": "已清走", "done_by": "小许"}
    browser = sign_in("lead")

    def send(**more):
        return browser.post(
            f"/hazards/{record}/reply", data={**said, **more, "photos": photo()}, content_type="multipart/form-data"
        )

    own, theirs = send(), send(signed_by="许老板")

    assert own.status_code == 403
    assert "请填对方签名人" in text(own)
    assert theirs.status_code == 303
    assert state_of(store, record) is HazardState.REPLIED


def test_returning_a_reply_sends_it_back_with_the_reason(sign_in, estate, store):
    record = estate.hazards["replied"]

    sign_in("lead").post(f"/hazards/{record}/return_reply", data={"reason": "照片看不清"})

    assert state_of(store, record) is HazardState.IN_RECTIFICATION
    assert "照片看不清" in text(sign_in("unit").get(f"/hazards/{record}"))


def test_a_pass_on_site_needs_a_photo_and_is_numbered_after_the_notice(sign_in, estate, store):
    browser, record = sign_in("lead"), estate.hazards["replied"]
    said = {"result": "passed", "mode": "on_site"}

    bare = browser.post(f"/hazards/{record}/pass_recheck", data=said)
    shown = browser.post(
        f"/hazards/{record}/pass_recheck", data={**said, "photos": photo()}, content_type="multipart/form-data"
    )

    assert (bare.status_code, shown.status_code) == (422, 303)
    assert "现场复查合格要有照片" in text(bare)
    with store.reading() as tx:
        (recheck,) = rechecks_of(tx, record)
    assert recheck.no == "消复〔2026〕0001-1号"
    assert state_of(store, record) is HazardState.RECHECK_PASSED


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whoever_grades_a_hazard_is_told_the_signs_of_a_major_one(sign_in, estate, language):
    signs = [sign.text.zh if language == "zh" else sign.text.en for sign in SCREENS]
    browser = sign_in("lead")
    browser.set_cookie("language", language)

    page = text(browser.get(f"/hazards/{estate.hazards['draft']}"))

    said = [unescape(line) for line in re.findall(r"form-check-label\">([^<]+)</span>", page)]
    assert [line for line in said if line in signs] == signs


def test_half_of_the_first_time_is_suggested_for_another_try(sign_in, estate):
    record = estate.hazards["replied"]
    page = text(sign_in("lead").get(f"/hazards/{record}"))

    assert 'data-fill="recheck-deadline" data-value="2026-11-24"' in page  # three days were given, on the 17th
    assert "1 天 · 首次期限的一半" in page


def test_a_failed_recheck_with_a_new_deadline_goes_back_into_rectification(sign_in, estate, store):
    record = estate.hazards["replied"]

    sign_in("lead").post(
        f"/hazards/{record}/pass_recheck",
        data={"result": "failed", "mode": "on_site", "note": "仍有一盏不亮", "new_deadline_on": "2026-11-30"},
    )

    with store.reading() as tx:
        found = tx.get(Hazard, record)
    assert found.state is HazardState.IN_RECTIFICATION
    assert str(found.deadline_on) == "2026-11-30"
    assert found.round == 1


def test_more_time_is_asked_by_the_unit_and_granted_by_somebody_else(sign_in, estate, store):
    record = estate.hazards["issued"]
    lead = sign_in("lead")
    lead.post(f"/notices/{estate.issued}/receive", data={"signed_by": "刘振东", "signed": "1"})

    asked = lead.post(
        f"/hazards/{record}/ask_extension",
        data={"deadline_on": "2026-12-05", "reason": "等配件", "interim_measures": "专人看护", "signed_by": "刘振东"},
    )
    own = lead.post(f"/hazards/{record}/grant_extension", data={"deadline_on": "2026-12-05"})
    granted = sign_in("firemanager").post(f"/hazards/{record}/grant_extension", data={"deadline_on": "2026-12-03"})

    assert (asked.status_code, own.status_code, granted.status_code) == (303, 403, 303)
    with store.reading() as tx:
        (extension,) = extensions_of(tx, record)
        found = tx.get(Hazard, record)
    assert extension.is_granted is True
    assert str(extension.new_deadline_on) == str(found.deadline_on) == "2026-12-03"
    assert found.state is HazardState.IN_RECTIFICATION


def test_signing_off_needs_the_signature_and_closes(sign_in, estate, store):
    browser, record = sign_in("principal"), estate.hazards["passed"]

    bare = browser.post(f"/hazards/{record}/sign_off")
    signed = browser.post(f"/hazards/{record}/sign_off", data={"signed": "1"})

    assert (bare.status_code, signed.status_code) == (422, 303)
    assert state_of(store, record) is HazardState.CLOSED
    with store.reading() as tx:
        assert tx.get(Notice, estate.notice).state is NoticeState.PARTLY_CLOSED


def test_escalation_says_to_whom_and_ends_by_a_paper(sign_in, estate, store):
    record, lead = estate.hazards["overdue"], sign_in("lead")

    lead.post(f"/hazards/{record}/escalate", data={"addressee": "消防救援机构", "reason": "拒不清理"})
    escalated = state_of(store, record)
    lead.post(f"/hazards/{record}/resume", data={"ref": "消限字 12 号", "deadline_on": "2026-12-01", "unit": SHOP})

    assert escalated is HazardState.ESCALATED
    assert state_of(store, record) is HazardState.IN_RECTIFICATION
    assert "消防救援机构: 拒不清理" in text(lead.get(f"/hazards/{record}"))


def test_an_act_that_the_state_does_not_know_is_refused_in_plain_words(sign_in, estate):
    answer = sign_in("lead").post(
        f"/hazards/{estate.hazards['draft']}/escalate", data={"addressee": "a", "reason": "b"}
    )

    assert answer.status_code == 422
    assert "请先确认隐患" in text(answer)


def test_buttons_are_those_that_the_rules_allow(sign_in, estate):
    def acts(login, name):
        page = text(sign_in(login).get(f"/hazards/{estate.hazards[name]}"))
        return set(re.findall(rf"/hazards/{estate.hazards[name]}/(\w+)\"", page))

    assert acts("lead", "draft") == {"confirm", "correct_on_spot", "void"}
    assert acts("unit", "overdue") == {"reply"}
    assert acts("quality", "overdue") == set()
    assert acts("principal", "passed") == {"sign_off", "escalate"}
    assert acts("lead", "replied") == {"return_reply", "pass_recheck", "escalate"}


def test_what_people_wrote_is_never_markup(sign_in, estate):
    browser, record = sign_in("lead"), estate.hazards["draft"]
    browser.post(
        f"/hazards/{record}/confirm",
        data={"description": "<script>alert(1)</script>", "legal_basis": BASIS, "grade": "general"},
    )

    page = text(browser.get(f"/hazards/{record}"))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
