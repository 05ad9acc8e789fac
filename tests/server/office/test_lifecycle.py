"""A hazard's life in the office: who acted first, what is ordered meanwhile, corrections, archive, what came before."""

import hashlib
import io
import re
import threading
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from server.codec import CarefulCodec
from server.store.blob import store_whole
from server.store.hazard import replies_of
from server.store.measure import measures_of
from server.store.notice import successor
from server.store.recurrence import earlier
from server.store.register import Use, numbers
from shared.clock import Reading
from shared.hazard import is_path
from shared.ids import HazardId, OpId
from shared.model.hazard import Hazard, HazardState, Notice, NoticeState, Recheck, RecheckResult
from shared.model.place import Site
from shared.sync.messages import Op, OpStatus, Push
from shared.sync.ports import Caller
from shared.wire import encode_object
from tests.builders import SITE, a_photo, a_reading, an_id
from tests.estate import ENGINEERS, LIFTS, PUMPS, ROOM, SHOP, TABLET, person_id, picture

BASIS = "《高层民用建筑消防安全管理规定》第三十七条"


def text(answer):
    return unescape(answer.get_data(as_text=True))


def photo(words="after"):
    return (io.BytesIO(picture(words, (90, 110, 95))), f"{words}.jpg")


def load(store, cls, record):
    with store.reading() as tx:
        return tx.get(cls, record)


def seen(page, act):
    """What the form of an act says that its page showed."""
    form = page.split(f'/{act}"', 1)[1]
    return re.search(r'name="seen" value="([\d.]+)"', form)[1]


# Two at one hazard


def test_who_comes_second_is_told_what_happened_and_keeps_what_was_written(sign_in, estate, store):
    # given: the lead and the inspector's chief look at the same reply
    record, lead = estate.hazards["replied"], sign_in("lead")
    shown = seen(text(lead.get(f"/hazards/{record}")), "return_reply")
    first = lead.post(f"/hazards/{record}/return_reply", data={"reason": "照片看不清", "seen": shown})

    # when: the second form was opened before the first was sent
    answer = lead.post(
        f"/hazards/{record}/pass_recheck",
        data={"result": "passed", "mode": "on_site", "note": "三处都亮了", "seen": shown, "photos": photo()},
        content_type="multipart/form-data",
    )

    # then
    page = text(answer)
    assert (first.status_code, answer.status_code) == (303, 409)
    assert "有人先办理了" in page
    assert "退回了回执" in page
    assert "三处都亮了" in page
    assert load(store, Hazard, record).state is HazardState.IN_RECTIFICATION


def test_a_form_that_is_still_possible_comes_back_filled_and_its_photos_need_not_be_sent_again(sign_in, estate, store):
    # given
    record, unit = estate.hazards["overdue"], sign_in("unit")
    shown = seen(text(unit.get(f"/hazards/{record}")), "reply")
    ordered = sign_in("firemanager").post(
        f"/hazards/{record}/measure/explain", data={"reason": "业主出差", "interim_measures": "每班巡查"}
    )
    said = {"completion": "done", "measures_taken": "已清走", "done_by": "小许", "seen": shown}

    # when
    late = unit.post(f"/hazards/{record}/reply", data={**said, "photos": photo()}, content_type="multipart/form-data")
    page = text(late)
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    again = unit.post(f"/hazards/{record}/reply", data={**said, "seen": seen(page, "reply"), "kept": kept})

    # then
    assert (ordered.status_code, late.status_code, again.status_code) == (303, 409, 303)
    assert ">已清走</textarea>" in page
    assert "说明逾期原因" in page
    with store.reading() as tx:
        (reply,) = replies_of(tx, record)
    assert len(reply.photos_after) == 1


def test_a_photo_of_somebody_elses_record_is_not_to_be_had_by_its_name(sign_in, estate, store, parts):
    # given: a hazard of another unit names a picture that is here
    record, unit = estate.hazards["overdue"], sign_in("unit")
    data = picture("somebody else's")
    name = hashlib.sha256(data).hexdigest()
    with store.writing() as tx:
        store_whole(tx, name, len(data), parts.blobs.put(name, data))
        tx.put(replace(tx.get(Hazard, estate.hazards["issued"]), photos_before=(replace(a_photo(), sha256=name),)))
    said = {"completion": "partly", "measures_taken": "一半", "done_by": "小许", "kept": f"{name}:8:6"}

    # when
    unit.post(f"/hazards/{record}/reply", data=said)
    sign_in("lead").post(f"/hazards/{record}/reply", data={**said, "signed_by": "许老板"})

    # then: only who may see that hazard can use it
    with store.reading() as tx:
        assert [len(reply.photos_after) for reply in replies_of(tx, record)] == [0, 1]


def test_of_two_people_and_a_tablet_at_once_one_wins_and_the_record_of_the_others_is_kept(
    sign_in, estate, store, parts
):
    # given: two people in the office and a tablet judge the same reply at the same moment
    record = estate.hazards["replied"]
    browsers = [sign_in("lead"), sign_in("lead")]
    shown = seen(text(browsers[0].get(f"/hazards/{record}")), "pass_recheck")
    body = encode_object(
        Recheck(
            an_id(0x9001), SITE, record, 1, RecheckResult.FAILED, person_id("lead"), "李志强", a_reading(), note="平板"
        )
    )
    op = Op(OpId(an_id(0x9002)), 1, person_id("lead"), "recheck.put", a_reading(), body)
    answers, start = {}, threading.Barrier(3)

    def at_the_desk(number):
        start.wait()
        answers[number] = browsers[number].post(
            f"/hazards/{record}/fail_recheck",
            data={"result": "failed", "mode": "documents", "note": f"办公室 {number}", "seen": shown},
        )

    def on_the_tablet():
        caller = Caller(TABLET, person_id("keeper"), SITE, frozenset({person_id("keeper"), person_id("lead")}))
        start.wait()
        answers["tablet"] = parts.exchange.push(
            caller, Push(TABLET, "0.1", "", a_reading(), (op,)), CarefulCodec()
        ).results[0]

    # when
    threads = [threading.Thread(target=at_the_desk, args=(number,)) for number in (0, 1)]
    threads.append(threading.Thread(target=on_the_tablet))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    # then: one recheck moved the hazard; the tablet's record is kept whoever won
    hazard = load(store, Hazard, record)
    desks = sorted(answers[number].status_code for number in (0, 1))
    tablet_won = answers["tablet"].status is OpStatus.APPLIED
    assert desks == ([409, 409] if tablet_won else [303, 409])
    assert answers["tablet"].status in {OpStatus.APPLIED, OpStatus.MERGED}
    assert (hazard.state, hazard.round) == (HazardState.RECHECK_FAILED, 1)
    assert is_path(hazard)
    assert load(store, Recheck, an_id(0x9001)).note == "平板"
    for number in (0, 1):
        if answers[number].status_code == 409:
            assert f"办公室 {number}" in text(answers[number])


def test_a_notice_that_somebody_received_meanwhile_is_not_refused_as_well(sign_in, estate, store):
    lead = sign_in("lead")
    shown = seen(text(lead.get(f"/notices/{estate.issued}")), "refuse")
    lead.post(f"/notices/{estate.issued}/receive", data={"signed_by": "刘振东", "signed": "1", "seen": shown})

    late = lead.post(f"/notices/{estate.issued}/refuse", data={"reason": "不肯签字", "witness": "小陈", "seen": shown})

    assert late.status_code == 409
    assert "有人先办理了" in text(late)
    assert "不肯签字" in text(late)
    assert load(store, Notice, estate.issued).state is NoticeState.RECEIVED


def test_a_hazard_that_somebody_issued_meanwhile_is_named_and_the_form_comes_back(sign_in, estate, store):
    lead, record = sign_in("lead"), estate.hazards["open"]
    form = {
        "hazard": record, "unit": SHOP, "interim_clause": "专人看护", "signed": "1", f"deadline_on:{record}": "2026-11-30",
        f"required_measures:{record}": "清走", f"responsible_person:{record}": "许老板",
    }  # fmt: skip
    first = lead.post("/notices/new", data=form)

    second = lead.post("/notices/new", data={**form, "interim_clause": "我写的要求"})

    assert (first.status_code, second.status_code) == (303, 422)
    assert "刚刚由别人办理了" in text(second)
    assert "YH-2026-0002" in text(second)
    with store.reading() as tx:
        site = tx.get(Site, SITE)
        assert numbers(tx, site, 2026, 2026).counts[Use.NOTICE] == 3


# History


def test_history_says_who_did_what_when_and_from_where_in_both_languages(sign_in, estate, store, parts):
    # given: the office grants time, a tablet escalates
    record, lead = estate.hazards["overdue"], sign_in("lead")
    body = {"id": record, "event": "escalate", "before": "in_rectification", "base_rev": 1, "reason": "拒不清理",
            "addressee": "街道办事处"}  # fmt: skip
    caller = Caller(TABLET, person_id("keeper"), SITE, frozenset({person_id("keeper"), person_id("lead")}))
    op = Op(OpId(an_id(0x9003)), 1, person_id("lead"), "hazard.transition", a_reading(), body)
    sent = parts.exchange.push(caller, Push(TABLET, "0.1", "", a_reading(), (op,)), CarefulCodec()).results[0]
    lead.post(
        f"/hazards/{record}/resume",
        data={"ref": "街办〔2026〕7 号", "paper_on": "2026-11-22", "deadline_on": "2026-12-01", "unit": SHOP},
    )

    # when
    chinese = text(lead.get(f"/hazards/{record}"))
    lead.set_cookie("language", "en")
    english = text(lead.get(f"/hazards/{record}"))

    # then
    assert sent.status is OpStatus.APPLIED
    assert "街道办事处: 拒不清理" in chinese
    assert "平板 平板 1（机房）" in chinese
    assert "办公室" in chinese
    assert "街办〔2026〕7 号" in chinese
    assert "2026-11-22" in chinese
    assert "Escalated the hazard" in english
    assert "The outcome came; rectification resumed" in english
    assert "on the tablet" in english
    steps = load(store, Hazard, record).steps
    assert [step.origin for step in steps[-2:]] == ["tablet", "office"]
    assert steps[-2].device == TABLET


def test_nobody_edits_what_happened(store, estate):
    record = estate.hazards["replied"]
    hazard = load(store, Hazard, record)
    forged = replace(hazard, steps=(*hazard.steps[:-1], replace(hazard.steps[-1], by_name="别人")))

    for wrong in (forged, replace(hazard, steps=hazard.steps[:-1])):
        with pytest.raises(RuntimeError, match="never edited"), store.writing() as tx:
            tx.put(wrong)

    assert load(store, Hazard, record) == hazard


# Grading


def test_signs_of_a_major_hazard_ask_for_a_grade_and_for_a_reason_if_it_is_not_major(sign_in, estate, store):
    lead, record = sign_in("lead"), estate.hazards["draft"]
    said = {"description": "泵控制柜在手动", "legal_basis": BASIS, "screen": ["system_down", "no_water_or_power"]}

    ungraded = lead.post(f"/hazards/{record}/confirm", data=said)
    unsaid = lead.post(f"/hazards/{record}/confirm", data={**said, "grade": "general"})
    done = lead.post(
        f"/hazards/{record}/confirm", data={**said, "grade": "general", "judgement": "当场恢复自动，未失效"}
    )

    assert (ungraded.status_code, unsaid.status_code, done.status_code) == (422, 422, 303)
    assert "请由负责人判定等级" in text(ungraded)
    assert "请写明理由" in text(unsaid)
    hazard = load(store, Hazard, record)
    assert hazard.screens == ("system_down", "no_water_or_power")
    assert (hazard.steps[-1].by_name, hazard.steps[-1].reason) == ("李志强", "当场恢复自动，未失效")
    assert "消防水池、水箱无水" in text(lead.get(f"/hazards/{record}"))


# Meanwhile


def test_the_ladder_asks_for_words_until_they_are_said_and_again_after_a_new_deadline(sign_in, estate, store, clock):
    record, manager = estate.hazards["overdue"], sign_in("firemanager")  # its deadline was three days ago

    asked = text(manager.get(f"/hazards/{record}"))
    bare = manager.post(f"/hazards/{record}/measure/explain", data={"reason": "业主出差"})
    said = manager.post(
        f"/hazards/{record}/measure/explain", data={"reason": "业主出差", "interim_measures": "配灭火器，每班巡查"}
    )
    clock.advance(timedelta(days=4))
    principal = sign_in("principal")
    later = text(principal.get(f"/hazards/{record}"))
    decided = principal.post(
        f"/hazards/{record}/measure/decide",
        data={"reason": "委托清运", "decision": "contractor", "budget": "1,200.50", "fund_source": "owner"},
    )

    assert "说明逾期原因，另定防范措施" in asked
    assert (bare.status_code, said.status_code, decided.status_code) == (422, 303, 303)
    assert "决定停用、拨款、委托单位或上报" in later
    assert "说明逾期原因，另定防范措施" not in later
    hazard = load(store, Hazard, record)
    assert (hazard.interim_measures, hazard.budget_fen, hazard.fund_source) == ("配灭火器，每班巡查", 120_050, "owner")
    assert hazard.state is HazardState.IN_RECTIFICATION
    with store.reading() as tx:
        assert [(one.by_name, one.origin) for one in measures_of(tx, record)] == [
            ("赵立新", "office"),
            ("陈国平", "office"),
        ]


def test_what_is_out_of_use_is_so_until_somebody_allows_it_or_it_is_signed_off(sign_in, estate, store):
    record, manager = estate.hazards["passed"], sign_in("firemanager")

    stopped = manager.post(f"/hazards/{record}/measure/suspend", data={"reason": "标志灯脱落", "ref": "公告 12 号"})
    again = manager.post(f"/hazards/{record}/measure/suspend", data={"reason": "再停一次"})
    page = text(manager.get(f"/hazards/{record}"))
    sign_in("principal").post(f"/hazards/{record}/sign_off", data={"signed": "1"})

    assert (stopped.status_code, again.status_code) == (303, 403)
    assert "公告 12 号" in page
    assert not load(store, Hazard, record).is_suspended


def test_who_rechecked_does_not_sign_off(sign_in, estate, store):
    record, manager = estate.hazards["replied"], sign_in("firemanager")
    with store.writing() as tx:
        tx.put(replace(tx.get(Hazard, record), recheckers=(person_id("firemanager"),)))
    passed = manager.post(
        f"/hazards/{record}/pass_recheck",
        data={"result": "passed", "mode": "on_site", "unit_present": "许老板", "photos": photo()},
        content_type="multipart/form-data",
    )

    own = manager.post(f"/hazards/{record}/sign_off", data={"signed": "1"})
    other = sign_in("principal").post(f"/hazards/{record}/sign_off", data={"signed": "1"})

    assert (passed.status_code, own.status_code, other.status_code) == (303, 403, 303)
    assert "复查人不能自己签字销案" in text(own)
    with store.reading() as tx:
        (recheck,) = tx.every(Recheck)
    assert [(sign.signer, sign.name) for sign in recheck.signatures] == [("rechecker", "赵立新"), ("unit", "许老板")]


def test_several_are_signed_off_together_and_what_one_rule_forbids_stays(sign_in, estate, store):
    passed, other = estate.hazards["passed"], estate.hazards["replied"]
    principal = sign_in("principal")

    unsigned = principal.post("/hazards/together/sign_off", data={"hazard": [passed]})
    still = load(store, Hazard, passed).state
    signed = principal.post("/hazards/together/sign_off", data={"hazard": [passed, other, "nothing"], "signed": "1"})

    assert still is HazardState.RECHECK_PASSED
    assert (unsigned.status_code, signed.status_code) == (303, 303)
    assert "部分隐患已签字销案" in text(principal.get(signed.location))
    assert load(store, Hazard, passed).state is HazardState.CLOSED
    assert load(store, Hazard, other).state is HazardState.REPLIED


def test_a_reply_is_to_be_rechecked_within_three_working_days_or_of_the_deadline(sign_in, estate):
    page = text(sign_in("lead").get(f"/hazards/{estate.hazards['replied']}"))  # due on Friday, replied on Saturday

    assert "最迟 2026-11-25 复查" in page


# Corrections of a notice


def test_a_correction_is_a_new_notice_that_cites_the_old_which_stays_as_it_was_printed(sign_in, estate, store):
    # given
    lead, record = sign_in("lead"), estate.hazards["issued"]
    old = load(store, Notice, estate.issued)
    lead.post(f"/notices/{estate.issued}/withdraw", data={"reason": "责任单位写错"})
    offered = text(lead.get(f"/notices/new?supersedes={estate.issued}"))
    form = {
        "hazard": record, "unit": SHOP, "interim_clause": "专人看护", "signed": "1", "supersedes": estate.issued,
        f"deadline_on:{record}": "2026-11-30", f"required_measures:{record}": "更换整樘防火门",
        f"responsible_person:{record}": "许老板", f"budget:{record}": "3600", f"fund_source:{record}": "maintenance_fund",
    }  # fmt: skip

    # when
    answer = lead.post("/notices/new", data=form)
    again = lead.post("/notices/new", data=form)

    # then
    new = load(store, Notice, answer.location.rsplit("/", 1)[1])
    page = text(lead.get(f"/notices/{estate.issued}"))
    assert 'name="supersedes"' in offered
    assert (new.supersedes, new.no) == (estate.issued, "龙物消改〔2026〕0003号")
    assert again.status_code == 422
    with store.reading() as tx:
        assert successor(tx, estate.issued).id == new.id
    assert load(store, Notice, estate.issued).items == old.items
    assert "立即清理，恢复原状，安排专人每日检查" in page
    assert "更换整樘防火门" not in page
    assert new.no in page
    assert load(store, Hazard, record).budget_fen == 360_000


# Lists


def test_lists_narrow_by_category_building_what_came_back_and_orders(sign_in, estate, store):
    lead = sign_in("lead")
    with store.writing() as tx:
        hazard = tx.get(Hazard, estate.hazards["open"])
        tx.put(replace(hazard, category="EVA", recurs_from=estate.hazards["passed"]))

    def found(query):
        return set(re.findall(r">(YH-2026-\d{4})<", text(lead.get(f"/hazards?{query}"))))

    assert found("category=eva") == {"YH-2026-0002"}
    assert found("only=recurring") == {"YH-2026-0002"}
    assert found("only=external") == set()
    assert found("only=suspected") == {"YH-2026-0007"}
    assert found("building=nowhere") == set()
    page = text(lead.get(f"/hazards/{estate.hazards['passed']}"))
    assert "之后又出现" in page
    assert "YH-2026-0002" in page


def test_the_archive_holds_what_is_finished_with_its_days(sign_in, estate):
    principal = sign_in("principal")
    principal.post(f"/hazards/{estate.hazards['passed']}/sign_off", data={"signed": "1"})
    sign_in("lead").post(f"/hazards/{estate.hazards['open']}/void", data={"reason": "重复登记"})

    def found(query=""):
        return re.findall(r">(YH-2026-\d{4})</a></td>", text(principal.get(f"/hazards/archive?{query}")))

    assert set(found()) == {"YH-2026-0006", "YH-2026-0002"}
    assert found("category=ext&q=标志灯") == ["YH-2026-0006"]
    assert found("to=2026-11-22") == []
    assert "逾期完成" in text(principal.get("/hazards/archive"))
    book = principal.get("/hazards/archive?as=xlsx")
    assert book.status_code == 200
    assert book.get_data()[:2] == b"PK"


# What comes in


def test_a_hazard_told_of_at_the_desk_waits_for_the_lead_inspector(sign_in, estate, store):
    desk = sign_in("desk")
    form = {
        "source_type": "complaint", "source_ref": "TS-0021", "description": "楼梯间堆放纸箱", "location": "A2 栋 6 层",
        "category": "eva", "grade": "major", "unit": SHOP,
    }  # fmt: skip

    bare = desk.post("/hazards/new", data=form)
    answer = desk.post("/hazards/new", data={**form, "photos": photo("before")}, content_type="multipart/form-data")

    assert (bare.status_code, answer.status_code) == (422, 303)
    hazard = load(store, Hazard, answer.location.rsplit("/", 1)[1])
    assert (hazard.state, hazard.source_type, hazard.source_ref) == (HazardState.DRAFT, "complaint", "TS-0021")
    assert hazard.no.startswith("YH-2026-")
    assert hazard.is_suspected_major
    assert sign_in("quality").get("/hazards/new").status_code == 403


def test_the_same_item_at_the_same_asset_within_a_year_is_linked_whoever_raises_it(store, parts):
    # given: a tablet raises the same fault of the same lift twice, and once of another lift, a year and more apart
    def raised(number, days, lift):
        at = Reading(a_reading().wall - timedelta(days=days), f"b00{number}", 1)
        hazard = Hazard(
            HazardId(an_id(0x7100 + number)), SITE, "inspection", "曳引机漏油", person_id("keeper"), "王建国", at,
            item="lmr_04", point=ROOM, per=lift, photos_before=(a_photo(),),
        )  # fmt: skip
        return Op(OpId(an_id(0x7200 + number)), number, person_id("keeper"), "hazard.raise", at, encode_object(hazard))

    ops = (raised(1, 500, LIFTS[0]), raised(2, 40, LIFTS[0]), raised(3, 20, LIFTS[1]), raised(4, 1, LIFTS[0]))
    caller = Caller(TABLET, person_id("keeper"), SITE, frozenset({person_id("keeper")}))

    # when
    results = parts.exchange.push(caller, Push(TABLET, "0.1", "", a_reading(), ops), CarefulCodec()).results

    # then
    assert [result.status for result in results] == [OpStatus.APPLIED] * 4
    earlier = [load(store, Hazard, an_id(0x7100 + number)).recurs_from for number in (1, 2, 3, 4)]
    assert earlier == [None, None, None, an_id(0x7102)]


def a_find(number, days, item="lmr_04", lift=LIFTS[0], words="曳引机漏油"):
    at = Reading(a_reading().wall - timedelta(days=days), f"b00{number}", 1)
    return Hazard(
        HazardId(an_id(0x7100 + number)), SITE, "inspection", words, person_id("keeper"), "王建国", at,
        item=item, point=ROOM, per=lift, photos_before=(a_photo(),),
    )  # fmt: skip


def send(parts, *found):
    """Push hazards as a tablet does; what each is linked to."""
    ops = tuple(
        Op(
            OpId(an_id(0x7200 + int(one.id[-4:], 16))),
            number,
            person_id("keeper"),
            "hazard.raise",
            one.found_at,
            encode_object(one),
        )
        for number, one in enumerate(found, 1)
    )
    caller = Caller(TABLET, person_id("keeper"), SITE, frozenset({person_id("keeper")}))
    results = parts.exchange.push(caller, Push(TABLET, "0.1", "", a_reading(), ops), CarefulCodec()).results
    assert [result.status for result in results] == [OpStatus.APPLIED] * len(found)


def test_a_hazard_that_comes_late_takes_its_place_between_its_like(store, parts):
    first, second, late, third = a_find(1, 60), a_find(2, 10), a_find(3, 30), a_find(4, 5)
    send(parts, first, second, third)

    send(parts, late)

    linked = [load(store, Hazard, one.id).recurs_from for one in (first, late, second, third)]
    assert linked == [None, first.id, late.id, second.id]


def test_what_somebody_said_of_a_hazard_stands_when_another_comes_late(sign_in, estate, store, parts):
    first, second, late = a_find(1, 60), a_find(2, 10), a_find(3, 30)
    send(parts, first, second)
    sign_in("lead").post(f"/hazards/{second.id}/measure/apart", data={"reason": "换了新机器"})

    send(parts, late)

    assert [load(store, Hazard, one.id).recurs_from for one in (late, second)] == [first.id, None]


# What is the same again, as somebody says


def test_a_reviewer_links_a_typed_hazard_with_an_earlier_one_and_takes_it_back(sign_in, estate, store, parts):
    # given: two words for one fault, typed by hand; something older than a year and something of another place
    first, second = (
        a_find(1, 60, item="", words="曳引机下面有油迹"),
        a_find(2, 1, item="", words="主机渗油，地面有油迹"),
    )
    send(parts, first, second, a_find(3, 400, item="", words="地面有油"))
    lead, page = sign_in("lead"), f"/hazards/{second.id}"

    # when
    offered = text(lead.get(page))
    bare = lead.post(f"{page}/measure/again", data={})
    said = lead.post(
        f"{page}/measure/again", data={"earlier": first.id, "reason": "同一处漏油", "seen": seen(offered, "again")}
    )

    # then: only what was found here within the year is offered; the act stands in the history with its earlier one
    assert f'name="earlier" value="{first.id}"' in offered
    assert an_id(0x7103) not in offered
    assert (bare.status_code, said.status_code) == (422, 303)
    assert load(store, Hazard, second.id).recurs_from == first.id
    shown = text(lead.get(page))
    assert "认定为重复出现的同一隐患" in shown
    assert "同一处漏油" in shown
    assert "之后又出现" in text(lead.get(f"/hazards/{first.id}"))

    # when: taken back
    silent = lead.post(f"{page}/measure/apart", data={"reason": ""})
    back = lead.post(f"{page}/measure/apart", data={"reason": "两台不同的主机"})

    # then
    assert (silent.status_code, back.status_code) == (422, 303)
    assert load(store, Hazard, second.id).recurs_from is None
    with store.reading() as tx:
        told = [(one.kind.value, one.earlier) for one in measures_of(tx, second.id)]
    assert told == [("again", first.id), ("apart", None)]


def test_only_what_was_found_here_before_can_be_the_same(sign_in, estate, store, parts):
    first, second = a_find(1, 60, item=""), a_find(2, 1, item="")
    send(parts, first, second)
    lead = sign_in("lead")

    answers = [
        lead.post(f"/hazards/{one}/measure/again", data={"earlier": other}).status_code
        for one, other in (
            (first.id, second.id), (second.id, second.id), (second.id, estate.hazards["open"]), (second.id, an_id(0x7999)),
        )
    ]  # fmt: skip

    assert answers == [422] * 4
    assert load(store, Hazard, second.id).recurs_from is None


def test_a_finished_hazard_is_still_linked_and_a_void_one_is_not(sign_in, estate, store, parts):
    first, second, third = (a_find(number, 90 - number, item="") for number in (1, 2, 3))
    send(parts, first, second, third)
    with store.writing() as tx:
        tx.put(replace(tx.get(Hazard, second.id), state=HazardState.CLOSED))
        tx.put(replace(tx.get(Hazard, third.id), state=HazardState.VOIDED))
    lead = sign_in("lead")

    answers = [
        lead.post(f"/hazards/{one.id}/measure/again", data={"earlier": first.id}).status_code for one in (second, third)
    ]

    assert answers == [303, 422]
    assert "是否重复出现" not in text(sign_in("keeper").get(f"/hazards/{second.id}"))


# Numbers


def test_every_number_of_the_register_is_explained_and_none_is_given_twice(sign_in, estate, store, clock):
    # given: numbers are used, withdrawn and used anew
    lead = sign_in("lead")
    lead.post(f"/notices/{estate.issued}/withdraw", data={"reason": "写错"})
    for name, unit in (("issued", ENGINEERS), ("open", SHOP)):
        record = estate.hazards[name]
        lead.post(
            "/notices/new",
            data={
                "hazard": record, "unit": unit, "interim_clause": "专人看护", "signed": "1",
                f"deadline_on:{record}": "2026-11-30", f"required_measures:{record}": "换",
                f"responsible_person:{record}": "刘",
            },
        )  # fmt: skip

    # when
    with store.reading() as tx:
        register = numbers(tx, tx.get(Site, SITE), 2026, 2026)
        pages = [numbers(tx, tx.get(Site, SITE), 2026, 2026, page=page, size=3).lines for page in (1, 2)]
        only = numbers(tx, tx.get(Site, SITE), 2026, 2026, use=Use.UNKNOWN)

    # then
    assert [line.serial for line in register.lines] == [4, 3, 2, 1]
    assert {line.use for line in register.lines} == {Use.NOTICE}
    assert len({line.notice.id for line in register.lines}) == 4
    assert [line.no for page in pages for line in page] == [line.no for line in register.lines]
    assert (only.lines, only.total) == ((), 0)
    assert "已撤回" in text(lead.get("/notices/register?use=notice"))


@pytest.mark.parametrize(
    ("changes", "comes_back"),
    [
        ({}, True),
        ({"phrase": "lmr-09-missing@4"}, True),
        ({"phrase": "lmr-03-way@1"}, False),
        ({"phrase": ""}, False),
        ({"asset": LIFTS[1]}, False),
        ({"point": PUMPS, "asset": None}, False),
        ({"item": "lmr_09", "phrase": "lmr-09-missing@1"}, True),
    ],
)
def test_a_hazard_of_no_checklist_comes_back_by_its_wording(store, estate, changes, comes_back):
    with store.writing() as tx:
        like = tx.get(Hazard, estate.hazards["draft"])
        free = {"point": ROOM, "asset": LIFTS[0], "per": None, "item": "", "phrase": "lmr-09-missing@1", "no": ""}
        first = replace(like, id=HazardId(an_id(0x7201)), **free)
        again, found_at = replace(first, id=HazardId(an_id(0x7202)), **changes), first.found_at.wall
        tx.put(first)
        waiting = earlier(tx, again, found_at + timedelta(days=364))
        tx.flush()
        kept = earlier(tx, again, found_at + timedelta(days=364))
        late = earlier(tx, again, found_at + timedelta(days=366))

    assert waiting == kept == (first.id if comes_back else None)
    assert late is None
