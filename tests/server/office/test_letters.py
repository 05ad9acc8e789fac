"""Dead letters: a page for each, two ways out, done once, told to the tablet, kept for ever."""

import json
from dataclasses import replace

import pytest

from server.codec import CarefulCodec
from server.letters import LetterSettledError, Settler, apply_letter, set_aside
from server.store.letter import ASIDE, HELD, OPEN, acts_on, find_letter
from server.store.viewer import grant
from server.tables import device_person
from shared.model.hazard import Hazard, HazardEvent, HazardState, Recheck, RecheckResult
from shared.model.inspection import Inspection, Note
from shared.model.place import Point, Role
from shared.sync.messages import Op, OpStatus, Push
from shared.sync.ports import Caller
from shared.wire import encode_object
from tests.builders import OTHER_SITE, SITE, a_point, a_reading, an_id
from tests.estate import ROOM, SILENT, TABLET, person_id

UNKNOWN, OP = an_id(0x9F1), an_id(0x9F2)
KEEPER = person_id("keeper")


def send(parts, kind, body, author=KEEPER, op=OP):
    """Push one operation from the keeper's tablet; return its result."""
    message = Push(TABLET, "0.1", "", a_reading(), (Op(op, 1, author, kind, a_reading(), body),))
    people = frozenset({KEEPER, person_id("lead")})
    return parts.exchange.push(Caller(TABLET, KEEPER, SITE, people), message, CarefulCodec()).results[0]


def refused(parts, kind, body, author=KEEPER):
    """Push what cannot be applied whole; return the address of its letter."""
    assert send(parts, kind, body, author).status in {OpStatus.REJECTED, OpStatus.HELD, OpStatus.MERGED}
    return address(parts)


def address(parts):
    with parts.store.reading() as tx:
        return f"/letters/{find_letter(tx, OP).key}"


def letter(parts):
    with parts.store.reading() as tx:
        found = find_letter(tx, OP)
        return found, acts_on(tx, found)


def told(parts, kind, body, author=KEEPER):
    """What the tablet hears when it asks again, and what the office did about it."""
    result = send(parts, kind, body, author)
    return result.status, (result.problem or {}).get("office")


def patch(point=UNKNOWN, **fields):
    base, new = ({name: value[part] for name, value in fields.items()} for part in (0, 1))
    return {"id": point, "base": base, "set": new}


def text(answer):
    return answer.get_data(as_text=True)


# looking --------------------------------------------------------------------------------------------------------------


def test_a_letters_page_says_what_was_wanted_why_not_and_how_things_stand(sign_in, parts, estate):
    body = {"id": estate.hazards["replied"], "event": "void", "before": "draft", "base_rev": 1, "reason": "重复上报"}
    page = text(sign_in("admin").get(refused(parts, "hazard.transition", body)))

    assert "隐患已有新进展，这一步没有执行" in page
    assert "作废" in page
    assert "重复上报" in page
    assert "待复查" in page or "已回复" in page
    assert f"/hazards/{estate.hazards['replied']}" in page
    assert "王建国" in page


def test_the_letter_of_a_pin_does_not_show_what_its_digits_are_found_by(sign_in, parts):
    body = {
        "id": KEEPER, "site": SITE, "set_at": "2026-11-23T01:00:00+00:00", "set_by": KEEPER,
        "verifier": "ab" * 32, "salt": "cd" * 16, "rounds": 200_000, "replaces": "2020-01-01T00:00:00+00:00",
    }  # fmt: skip

    page = text(sign_in("admin").get(refused(parts, "pin.put", body)))

    assert "2020-01-01" in page
    assert "abab" not in page
    assert "cdcd" not in page


def test_the_list_shows_what_waits_and_filters_by_state_and_kind(sign_in, parts):
    refused(parts, "point.patch", patch(remark=("", "新")))
    admin = sign_in("admin")

    assert "修改点位信息" in text(admin.get("/letters"))
    assert "没有未采用的数据" in text(admin.get("/letters?state=aside"))
    assert "没有未采用的数据" in text(admin.get("/letters?kind=note.put"))
    assert "修改点位信息" in text(admin.get(f"/letters?state=all&tablet={TABLET}&at=all"))


def test_somebody_of_another_site_does_not_know_of_it(sign_in, parts, store):
    where = refused(parts, "point.patch", patch(remark=("", "新")))
    with store.writing() as tx:
        grant(tx, person_id("stranger"), OTHER_SITE, Role.ADMINISTRATOR)
    stranger = sign_in("stranger")

    assert stranger.get(where).status_code == 404
    assert stranger.post(f"{where}/apply").status_code == 404
    assert where not in text(stranger.get("/letters?at=all"))


def test_only_who_manages_tablets_settles_a_letter(sign_in, parts):
    where = refused(parts, "point.patch", patch(remark=("", "新")))

    seen = {login: sign_in(login).post(f"{where}/apply").status_code for login in ("quality", "keeper")}

    assert seen == {"quality": 403, "keeper": 403}
    assert f"{where}/aside" not in text(sign_in("quality").get(where))


# applying -------------------------------------------------------------------------------------------------------------


def test_what_could_not_be_applied_is_tried_again_once_its_reason_is_gone(sign_in, parts, store):
    body = patch(remark=("", "新"))
    where, admin = refused(parts, "point.patch", body), sign_in("admin")

    before = admin.post(f"{where}/apply")
    with store.writing() as tx:
        tx.put(a_point(id=UNKNOWN))
    after = admin.post(f"{where}/apply")
    again = admin.post(f"{where}/apply")

    assert (before.status_code, after.status_code, again.status_code) == (422, 303, 409)
    assert "仍然不能采用" in text(before)
    assert "没有重复执行" in text(again)
    assert [act.act for act in letter(parts)[1]] == ["refused", "applied"]
    status, office = told(parts, "point.patch", body)
    assert (status, office["act"], office["by"]) == (OpStatus.APPLIED, "applied", "何系统")
    with store.reading() as tx:
        assert tx.get(Point, UNKNOWN).remark == "新"


def test_two_who_settle_at_once_do_it_once(parts, store):
    refused(parts, "point.patch", patch(remark=("", "新")))
    found, _ = letter(parts)
    with store.writing() as tx:
        tx.put(a_point(id=UNKNOWN))
    by = Settler(person_id("admin"), "何系统", "")
    apply_letter(store, parts.exchange, found, by)

    with pytest.raises(LetterSettledError):
        apply_letter(store, parts.exchange, found, by)
    with pytest.raises(LetterSettledError):
        set_aside(store, found, by)

    with store.reading() as tx:
        assert tx.rev(Point, UNKNOWN) == 2


def test_a_missing_reference_is_chosen(sign_in, parts, store):
    where = refused(parts, "point.patch", patch(remark=("", "门锁坏了")))

    answer = sign_in("admin").post(
        f"{where}/correct", data={"point": ROOM, "whose:remark": "tablet", "word": "点位编号换过"}
    )

    found, acts = letter(parts)
    assert answer.status_code == 303
    assert found.op.body["id"] == UNKNOWN
    assert (acts[-1].corrected.body["id"], acts[-1].corrected.author, acts[-1].word) == (ROOM, KEEPER, "点位编号换过")
    with store.reading() as tx:
        assert tx.get(Point, ROOM).remark == "门锁坏了"


def test_of_each_conflicting_field_the_office_chooses_whose_value_stands(sign_in, parts, store):
    with store.writing() as tx:
        tx.put(replace(tx.get(Point, ROOM), remark="办公室写的", floor="5F"))
    body = patch(ROOM, remark=("", "平板写的"), floor=("", "6F"))
    where, admin = refused(parts, "point.patch", body), sign_in("admin")

    shown = text(admin.get(where))
    forgotten = admin.post(f"{where}/correct", data={"whose:remark": "tablet", "word": "核对过"})
    answer = admin.post(
        f"{where}/correct", data={"whose:remark": "tablet", "whose:floor": "server", "word": "核对过现场"}
    )

    assert "平板的：平板写的" in shown
    assert "服务器的：办公室写的" in shown
    assert (forgotten.status_code, answer.status_code) == (422, 303)
    with store.reading() as tx:
        point = tx.get(Point, ROOM)
    assert (point.remark, point.floor) == ("平板写的", "5F")
    assert letter(parts)[1][-1].corrected.author == KEEPER


def test_another_value_is_the_correctors_own(sign_in, parts, store):
    with store.writing() as tx:
        tx.put(replace(tx.get(Point, ROOM), remark="办公室写的"))
    where = refused(parts, "point.patch", patch(ROOM, remark=("", "平板写的")))

    answer = sign_in("admin").post(
        f"{where}/correct", data={"whose:remark": "other", "other:remark": "两边都不对", "word": "现场看过"}
    )

    assert answer.status_code == 303
    assert letter(parts)[1][-1].corrected.author == person_id("admin")
    with store.reading() as tx:
        assert tx.get(Point, ROOM).remark == "两边都不对"


def test_keeping_every_value_of_the_server_is_no_application(sign_in, parts, store):
    with store.writing() as tx:
        tx.put(replace(tx.get(Point, ROOM), remark="办公室写的"))
    where = refused(parts, "point.patch", patch(ROOM, remark=("", "平板写的")))

    answer = sign_in("admin").post(f"{where}/correct", data={"whose:remark": "server", "word": "以办公室为准"})

    assert answer.status_code == 422
    assert "没有要采用的内容" in text(answer)


def test_a_step_that_came_late_is_applied_to_the_present_state_in_the_authors_name(sign_in, parts, store, estate):
    hazard = estate.hazards["open"]
    body = {"id": hazard, "event": "void", "before": "draft", "base_rev": 1, "reason": "重复上报"}
    lead = person_id("lead")
    with store.writing() as tx:
        tx.execute(device_person.insert().values(device=TABLET, person=lead, since=tx.now))
    where = refused(parts, "hazard.transition", body, lead)

    answer = sign_in("manager").post(
        f"{where}/correct", data={"event": "void", "reason": "重复上报", "word": "与李志强核对过"}
    )

    assert answer.status_code == 303, text(answer)
    with store.reading() as tx:
        found = tx.get(Hazard, hazard)
    assert (found.state, found.steps[-1].by, found.steps[-1].event) == (HazardState.VOIDED, lead, HazardEvent.VOID)
    assert told(parts, "hazard.transition", body, lead)[0] is OpStatus.APPLIED


def test_another_step_needs_the_correctors_own_permission(sign_in, parts, store, estate):
    hazard = estate.hazards["open"]
    body = {"id": hazard, "event": "correct_on_spot", "before": "draft", "base_rev": 1, "reason": "已改"}
    where = refused(parts, "hazard.transition", body, person_id("lead"))

    answer = sign_in("manager").post(f"{where}/correct", data={"event": "void", "reason": "重复", "word": "作废算了"})

    assert answer.status_code == 422
    assert "提交人没有这项权限" in text(answer)
    with store.reading() as tx:
        assert tx.get(Hazard, hazard).state is HazardState.OPEN
    assert letter(parts)[0].state == OPEN


def test_a_change_of_a_finished_record_is_kept_as_its_correction(sign_in, parts, store, estate):
    with store.reading() as tx:
        held = tx.get(Inspection, estate.record)
    body = {**encode_object(held), "author_rev": 2, "conclusion": "补充：已补齐灭火器"}
    where = refused(parts, "inspection.put", body)

    page = text(sign_in("admin").get(where))
    answer = sign_in("admin").post(f"{where}/correct", data={"amend": "1", "word": "存为更正"})

    assert "记录已经完成，不能再改" in page
    assert answer.status_code == 303, text(answer)
    new = letter(parts)[1][-1].corrected.body["id"]
    with store.reading() as tx:
        kept, made = tx.get(Inspection, estate.record), tx.get(Inspection, new)
    assert kept == held
    assert (made.amends, made.conclusion) == (estate.record, "补充：已补齐灭火器")


def test_a_malformed_body_is_corrected_under_the_same_eyes_as_an_upload(sign_in, parts, store):
    good = encode_object(Note(an_id(0x9F5), SITE, "point", ROOM, KEEPER, a_reading(), "路滑"))
    where, admin = refused(parts, "note.put", {**good, "text": 7}), sign_in("admin")

    shown = text(admin.get(where))
    wrong = admin.post(f"{where}/raw", data={"body": json.dumps({**good, "text": 8}), "word": "改文字"})
    nonsense = admin.post(f"{where}/raw", data={"body": "{", "word": "改文字"})
    right = admin.post(f"{where}/raw", data={"body": json.dumps(good), "word": "改文字"})

    assert "$.text" in shown
    assert (wrong.status_code, nonsense.status_code, right.status_code) == (422, 422, 303)
    assert "$.text" in text(wrong)
    assert "不是有效的 JSON" in text(nonsense)
    found, acts = letter(parts)
    assert found.op.body["text"] == 7
    assert (acts[-1].corrected.body["text"], acts[-1].by_name) == ("路滑", "何系统")
    with store.reading() as tx:
        assert tx.get(Note, an_id(0x9F5)).text == "路滑"


def a_note(**changes):
    return {**encode_object(Note(an_id(0x9F5), SITE, "point", ROOM, KEEPER, a_reading(), "路滑")), **changes}


def correct_raw(client, where, body):
    return client.post(f"{where}/raw", data={"body": json.dumps(body), "word": "改内容"})


def test_a_correction_writes_into_no_estate_where_the_corrector_does_not_manage_tablets(sign_in, parts, store):
    where, admin = refused(parts, "note.put", a_note(text=7)), sign_in("admin")
    with store.writing() as tx:
        grant(tx, person_id("admin"), OTHER_SITE, Role.QUALITY_DEPT)  # sees that estate, and no more

    answer = correct_raw(admin, where, a_note(site=OTHER_SITE))

    assert answer.status_code == 403
    assert (letter(parts)[0].state, letter(parts)[1]) == (OPEN, [])
    with store.writing() as tx:
        assert tx.find(Note, an_id(0x9F5)) is None
        grant(tx, person_id("admin"), OTHER_SITE, Role.ADMINISTRATOR)
    assert correct_raw(admin, where, a_note(site=OTHER_SITE)).status_code == 303
    with store.reading() as tx:
        assert tx.get(Note, an_id(0x9F5)).site == OTHER_SITE


def test_a_correction_moves_no_hazard_of_another_estate(sign_in, parts, store, estate):
    with store.writing() as tx:
        theirs = replace(tx.get(Hazard, estate.hazards["replied"]), id=an_id(0x9F7), site=OTHER_SITE)
        tx.put(theirs)
    sent = Recheck(an_id(0x9F5), SITE, an_id(0x9F8), 1, RecheckResult.PASSED, KEEPER, "王建国", a_reading())
    where = refused(parts, "recheck.put", {**encode_object(sent), "note": 7})

    answer = correct_raw(sign_in("admin"), where, encode_object(replace(sent, hazard=theirs.id)))

    assert answer.status_code == 403
    with store.reading() as tx:
        assert tx.get(Hazard, theirs.id) == theirs
        assert tx.find(Recheck, sent.id) is None


def test_only_estates_whose_tablets_the_corrector_manages_are_offered(sign_in, parts, store):
    where, admin = refused(parts, "note.put", a_note(site=an_id(0x9F9))), sign_in("admin")
    with store.writing() as tx:
        grant(tx, person_id("admin"), OTHER_SITE, Role.QUALITY_DEPT)

    other, own = (
        admin.post(f"{where}/correct", data={"site": site, "word": "园区填错了"}) for site in (OTHER_SITE, SITE)
    )

    assert (other.status_code, own.status_code) == (422, 303)
    with store.reading() as tx:
        assert tx.get(Note, an_id(0x9F5)).site == SITE


@pytest.mark.parametrize("name", ["id", "device"])
def test_an_edited_body_stays_of_its_record_and_its_tablet(sign_in, parts, store, estate, name):
    with store.reading() as tx:
        held = encode_object(tx.get(Inspection, estate.record))
    where = refused(parts, "inspection.put", {**held, "conclusion": 7})

    answer = correct_raw(sign_in("admin"), where, {**held, name: an_id(0x9F6)})

    assert answer.status_code == 422
    assert "id 和 device 不能改" in text(answer)
    assert letter(parts)[0].state == OPEN
    with store.reading() as tx:
        assert encode_object(tx.get(Inspection, estate.record)) == held
        assert tx.find(Inspection, an_id(0x9F6)) is None


@pytest.mark.parametrize(("device", "status"), [(TABLET, 303), (SILENT, 422)])
def test_a_record_that_came_without_names_is_given_them_as_its_own_tablets(
    sign_in, parts, store, estate, device, status
):
    with store.reading() as tx:
        held = encode_object(tx.get(Inspection, estate.record))
    where = refused(parts, "inspection.put", {**held, "id": "?", "device": 7})

    answer = correct_raw(sign_in("admin"), where, {**held, "id": an_id(0x9F6), "device": device})

    assert answer.status_code == status, text(answer)
    with store.reading() as tx:
        assert (tx.find(Inspection, an_id(0x9F6)) is None) == (status == 422)


# setting aside --------------------------------------------------------------------------------------------------------


def test_what_will_not_be_applied_is_set_aside_with_a_word_that_the_tablet_hears_and_can_be_taken_up(sign_in, parts):
    body = patch(remark=("", "新"))
    where, manager = refused(parts, "point.patch", body), sign_in("manager")

    bare = manager.post(f"{where}/aside")
    done = manager.post(f"{where}/aside", data={"word": "点位早已拆除"})

    assert (bare.status_code, done.status_code) == (422, 303)
    found, acts = letter(parts)
    assert (found.state, found.word, found.settled_by) == (ASIDE, "点位早已拆除", person_id("manager"))
    status, office = told(parts, "point.patch", body)
    assert (status, office["act"], office["word"]) == (OpStatus.REJECTED, "aside", "点位早已拆除")
    assert manager.post(f"{where}/reopen").status_code == 303
    assert letter(parts)[0].state == OPEN
    assert told(parts, "point.patch", body) == (OpStatus.REJECTED, None)
    assert [act.act for act in letter(parts)[1]] == ["aside", "reopened"]
    assert [act.word for act in acts] == ["点位早已拆除"]


def test_an_open_letter_is_not_reopened_and_a_foolish_act_does_not_exist(sign_in, parts):
    where, admin = refused(parts, "point.patch", patch(remark=("", "新"))), sign_in("admin")

    assert admin.post(f"{where}/reopen").status_code == 409
    assert admin.post(f"{where}/burn").status_code == 404
    assert admin.get("/letters/nothing.12345678").status_code == 404


def test_what_waits_for_an_upgrade_says_so(sign_in, parts):
    where = refused(parts, "hazard.transition2", {"id": an_id(0x9F6), "event": "later", "小": "中"})

    page = text(sign_in("admin").get(where))

    assert letter(parts)[0].state == HELD
    assert "平板版本较新" in page
    assert "later" in page


def test_a_hazard_that_can_take_no_step_by_itself_is_dealt_with_on_its_own_page(sign_in, parts, estate):
    # given: it was signed off meanwhile
    record = estate.hazards["passed"]
    sign_in("principal").post(f"/hazards/{record}/sign_off", data={"signed": "1"})
    body = {"id": record, "event": "void", "before": "draft", "base_rev": 1, "reason": "重复上报"}
    where, admin = refused(parts, "hazard.transition", body), sign_in("admin")

    assert "请打开隐患处理，再把这里设为不再处理" in text(admin.get(where))
    assert admin.post(f"{where}/correct", data={"event": "void", "word": "作废"}).status_code == 404


def test_an_escalation_that_came_late_is_made_of_its_letter_with_its_addressee(sign_in, parts, store, estate):
    # given: a tablet of an earlier version wanted to escalate and could not say to whom
    hazard, lead = estate.hazards["overdue"], person_id("lead")
    body = {"id": hazard, "event": "escalate", "before": "issued", "base_rev": 1, "reason": "拒不清理"}
    with store.writing() as tx:
        tx.execute(device_person.insert().values(device=TABLET, person=lead, since=tx.now))
        grant(tx, lead, SITE, Role.MANAGER)
    where, manager = refused(parts, "hazard.transition", body, lead), sign_in("lead")
    said = {"event": "escalate", "reason": "拒不清理", "word": "与消防大队通过电话"}

    # when
    page = text(manager.get(where))
    bare = manager.post(f"{where}/correct", data=said)
    answer = manager.post(f"{where}/correct", data={**said, "addressee": "消防救援机构"})

    # then
    assert 'name="addressee"' in page
    assert (bare.status_code, answer.status_code) == (422, 303)
    with store.reading() as tx:
        found = tx.get(Hazard, hazard)
    assert found.state is HazardState.ESCALATED
    assert found.steps[-1].reason == "消防救援机构: 拒不清理"
