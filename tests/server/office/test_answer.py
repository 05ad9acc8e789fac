"""The unit answers over its link: reads, signs, replies, asks for more time; and nobody else does."""

import io
import json
import re
import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PIL import Image

from server.office.answer.pictures import LARGEST_BYTES, MOST, problem_of
from server.office.answer.views import WRITES_PER_LINK, WRONG_TOKENS
from server.store.hazard import extensions_of, replies_of
from server.store.outbox import Kind
from server.store.unit_link import link_acts, link_of, make_link, revoke_link, shown_token
from shared.hazard import is_path
from shared.model.hazard import Completion, Hazard, HazardEvent, HazardState, Notice, NoticeState
from shared.model.place import Unit
from tests.builders import SITE
from tests.estate import ENGINEERS, picture

H = HazardState
NAME = "许老板"


@pytest.fixture
def link(store):
    """Give the address of a notice's link."""

    def address(notice):
        with store.reading() as tx:
            token = shown_token(store.link_key(), link_of(tx, notice))
        return f"/u/{token}"

    return address


@pytest.fixture
def issued(link, estate):
    """The link of a notice that nobody has signed for yet."""
    return link(estate.issued)


@pytest.fixture
def running(link, estate, store):
    """The link of a received notice of three items; the first is overdue, the others are replied and passed."""
    return link(estate.notice)


def receipt(**more):
    return {"signed_by": NAME, "title": "店长", "signed": "1", "once": "r1", **more}


def a_reply(*photos, **more):
    told = {"completion": "done", "cause": "图方便", "measures_taken": "已清走", "done_by": "小张", "signed_by": NAME}
    files = [(io.BytesIO(data), name) for name, data in photos]
    return {**told, "completed_on": "2026-11-22", "once": "a1", "photos": files, **more}


def hazard_of(store, estate, name):
    with store.reading() as tx:
        return tx.get(Hazard, estate.hazards[name])


def words(answer):
    return answer.get_data(as_text=True)


def test_a_link_opens_its_notice_with_its_items_and_nothing_of_others(nobody, issued):
    page = words(nobody.get(issued))

    assert "龙物消改〔2026〕0002号" in page
    assert "防火门闭门器损坏" in page
    assert "消火栓箱前停放电动自行车" not in page
    assert "不是行政机关的处罚文书" in page


def test_a_link_needs_no_cookie_and_is_told_to_nobody(nobody, issued):
    answer = nobody.get(issued)

    assert answer.headers["X-Robots-Tag"].startswith("noindex")
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_a_link_reads_in_english_when_its_address_says_so(nobody, issued):
    page = words(nobody.get(f"{issued}?lang=en"))

    assert "Sign for the notice" in page
    assert f"{issued}/receipt?lang=en" in page


def test_wrong_revoked_and_expired_links_get_the_same_answer(nobody, issued, estate, store, clock):
    wrong = nobody.get("/u/AAAAAAAAAAAAAAAAAAAAAAAA")
    with store.writing() as tx:
        revoke_link(tx, estate.issued, "李志强")
    revoked = nobody.get(issued)
    with store.writing() as tx:
        make_link(tx, store.link_key(), tx.get(Notice, estate.issued))
        token = shown_token(store.link_key(), link_of(tx, estate.issued))
    assert nobody.get(f"/u/{token}").status_code == 200
    clock.advance(timedelta(days=400))
    expired = nobody.get(f"/u/{token}")

    assert [one.status_code for one in (wrong, revoked, expired)] == [404] * 3
    alike = {re.sub(r"/u/[\w-]+", "", words(one)) for one in (wrong, revoked, expired)}
    assert len(alike) == 1
    assert "请电话联系物业管理处" in words(wrong)


def test_a_wrong_token_gets_the_same_answer_on_every_address(nobody):
    paths = ("", "/receipt", "/reply/1", "/more-time/1", "/photo/" + "ab" * 32, "/photo/" + "ab" * 32 + "/small")

    assert {nobody.get(f"/u/wrong{path}").status_code for path in paths} == {404}
    assert {nobody.post(f"/u/wrong{path}", data={}).status_code for path in paths[1:4]} == {404}


def test_who_tries_many_links_is_told_when_to_come_again(nobody):
    for _ in range(WRONG_TOKENS.times):
        nobody.get("/u/wrong")

    answer = nobody.get("/u/wrong")

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 600
    assert "10 分钟后再试" in words(answer)


def test_a_link_takes_only_so_many_forms_at_a_time(nobody, issued, clock):
    for _ in range(WRITES_PER_LINK.times):
        nobody.post(f"{issued}/receipt", data={})

    assert nobody.post(f"{issued}/receipt", data={}).status_code == 429
    clock.advance(timedelta(minutes=11))
    assert nobody.post(f"{issued}/receipt", data={}).status_code == 422


def test_a_form_of_another_site_is_refused(nobody, issued):
    foreign = nobody.post(f"{issued}/receipt", data=receipt(), headers={"Origin": "https://evil.example"})
    hidden = nobody.post(f"{issued}/receipt", data=receipt(), headers={"Origin": "null"})

    assert foreign.status_code == hidden.status_code == 403


def test_the_unit_signs_for_the_notice_without_scripts(nobody, issued, estate, store):
    answer = nobody.post(f"{issued}/receipt", data=receipt())

    assert answer.status_code == 303
    assert answer.location == f"{issued}?said=received"
    with store.reading() as tx:
        notice = tx.get(Notice, estate.issued)
    assert notice.state is NoticeState.RECEIVED
    assert (notice.received_by, notice.received_title, notice.delivery_mode) == (NAME, "店长", "electronic")
    last = hazard_of(store, estate, "issued").steps[-1]
    assert (last.by_name, last.origin) == (NAME, "link")


def test_a_drawn_signature_is_kept(nobody, issued, estate, store):
    nobody.post(f"{issued}/receipt", data=receipt(strokes="[[[0.1,0.2],[0.3,0.4]]]"))

    with store.reading() as tx:
        assert tx.get(Notice, estate.issued).receiver_signature.strokes == (((0.1, 0.2), (0.3, 0.4)),)


def test_a_receipt_needs_name_and_signature_and_keeps_what_was_typed(nobody, issued, estate, store):
    answer = nobody.post(f"{issued}/receipt", data={"title": "店长"})

    assert answer.status_code == 422
    assert 'value="店长"' in words(answer)
    assert "请签名确认" in words(answer)
    assert hazard_of(store, estate, "issued").state is H.ISSUED


def test_the_issuer_cannot_sign_for_the_unit(nobody, issued, estate, store):
    answer = nobody.post(f"{issued}/receipt", data=receipt(signed_by="李志强"))

    assert answer.status_code == 422
    assert "签发人不能自己签收" in words(answer)


def test_the_same_form_sent_twice_is_taken_once(nobody, issued, store, estate):
    nobody.post(f"{issued}/receipt", data=receipt())

    again = nobody.post(f"{issued}/receipt", data=receipt())

    assert again.location == f"{issued}?said=already"
    with store.reading() as tx:
        assert [act.act for act in link_acts(tx, estate.issued)] == ["receipt"]


def test_of_forms_and_acts_at_the_same_moment_one_wins_and_the_others_are_told(app, sign_in, running, estate, store):
    # given: the same reply from two phones' taps, another reply, and the lead inspector's escalation
    lead = sign_in("lead")
    answers = []
    barrier = threading.Barrier(4)

    def send(once):
        phone = app.test_client()
        data = a_reply(("a.jpg", picture("after")), once=once)
        barrier.wait()
        answers.append(phone.post(f"{running}/reply/1", data=data, headers={"Origin": "http://localhost"}).status_code)

    def escalate():
        barrier.wait()
        data = {"reason": "多次不改", "addressee": "街道办"}
        lead.post(f"/hazards/{estate.hazards['overdue']}/escalate", data=data)

    # when
    threads = [
        *(threading.Thread(target=send, args=(once,)) for once in ("x", "x", "y")),
        threading.Thread(target=escalate),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    # then: one reply at most, every form has its answer, and the steps are a path of the table
    hazard = hazard_of(store, estate, "overdue")
    with store.reading() as tx:
        replies = replies_of(tx, hazard.id)
    assert len(replies) <= 1
    assert [step.event for step in hazard.steps].count(HazardEvent.REPLY) == len(replies)
    assert hazard.state is H.ESCALATED
    assert set(answers) <= {303, 422}
    assert len(answers) == 3
    assert is_path(hazard)


def test_a_reply_before_the_receipt_leads_back_to_the_notice(nobody, issued, estate, store):
    assert nobody.get(f"{issued}/reply/1").location == issued

    answer = nobody.post(f"{issued}/reply/1", data=a_reply(("a.jpg", picture("after"))))

    assert answer.status_code == 422
    assert "通知书还没有签收" in words(answer)


def test_the_unit_replies_with_a_photo_and_the_office_is_told(nobody, running, estate, store):
    answer = nobody.post(f"{running}/reply/1", data=a_reply(("a.jpg", picture("after"))))

    assert answer.location == f"{running}?said=replied"
    with store.reading() as tx:
        hazard = tx.get(Hazard, estate.hazards["overdue"])
        (reply,) = replies_of(tx, hazard.id)
        told = {row.kind for row in tx.rows(_told(hazard.id))}
    assert hazard.state is H.REPLIED
    assert (reply.completion, reply.done_by, reply.signed_by) == (Completion.DONE, "小张", NAME)
    assert len(hazard.photos_after) == 1
    assert told == {Kind.REPLIED.value}
    assert "已提交" in words(nobody.get(answer.location))


def _told(about):
    from sqlalchemy import select

    from server.tables import outbox

    return select(outbox).where(outbox.c.about_id == about)


def test_partly_done_needs_no_photo_and_leaves_the_item_open(nobody, running, estate, store):
    data = {"completion": "partly", "cause": "等配件", "signed_by": NAME, "once": "p1"}

    nobody.post(f"{running}/reply/1", data=data)

    assert hazard_of(store, estate, "overdue").state is H.IN_RECTIFICATION
    assert "等配件" in words(nobody.get(running))


def test_a_photo_that_came_through_is_kept_when_the_form_has_an_error(nobody, running, estate, store):
    # given: one photo, no name of who did it
    first = nobody.post(f"{running}/reply/1", data=a_reply(("a.jpg", picture("after")), done_by=""))
    assert first.status_code == 422
    (kept,) = re.findall(r'name="kept" value="([^"]+)"', words(first))
    assert 'name="measures_taken"' in words(first)
    assert "已清走" in words(first)
    small = re.search(r'src="([^"]+/small)"', words(first).split('name="kept"')[0].rsplit("<li>", 1)[1])[1]
    assert nobody.get(small).mimetype == "image/jpeg"

    # when: the name is filled in, no file chosen again
    answer = nobody.post(f"{running}/reply/1", data=a_reply(kept=kept))

    # then
    assert answer.status_code == 303
    assert len(hazard_of(store, estate, "overdue").photos_after) == 1


def test_photos_can_be_added_one_after_the_other_and_taken_out_again(nobody, running):
    one = nobody.post(f"{running}/reply/1", data=a_reply(("a.jpg", picture("one")), more="1"))
    kept = re.findall(r'name="kept" value="([^"]+)"', words(one))
    two = nobody.post(f"{running}/reply/1", data=a_reply(("b.jpg", picture("two")), more="1", kept=kept))
    both = re.findall(r'name="kept" value="([^"]+)"', words(two))
    left = nobody.post(f"{running}/reply/1", data=a_reply(kept=both, drop=both[0]))

    assert (len(kept), len(both)) == (1, 2)
    assert re.findall(r'name="kept" value="([^"]+)"', words(left)) == both[1:]
    assert left.status_code == 200


def test_a_photo_of_elsewhere_cannot_be_named_in_a_form(nobody, running, estate):
    forged = f"{estate.photo}.800.600.1000.{'0' * 32}"

    answer = nobody.post(f"{running}/reply/1", data=a_reply(kept=forged))

    assert answer.status_code == 422
    assert "请附整改后的照片" in words(answer)


def test_a_photo_is_turned_upright_made_smaller_and_stripped(nobody, running, estate, store, parts):
    # given: a picture taken with the camera on its side, with a place in it
    image = Image.new("RGB", (3000, 1500), (200, 30, 30))
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretPhone"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)

    # when
    nobody.post(f"{running}/reply/1", data=a_reply(("a.jpg", out.getvalue())))

    # then
    (photo,) = hazard_of(store, estate, "overdue").photos_after
    assert (photo.width, photo.height) == (1200, 2400)
    with parts.blobs.open(photo.sha256) as file:
        data = file.read()
    assert b"SecretPhone" not in data
    assert Image.open(io.BytesIO(data)).size == (1200, 2400)


def bomb():
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "没有保存"),
        (picture("cut")[:2000], "没有保存"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 100, "HEIC"),
        (bomb(), "没有保存"),
        (b"", "没有保存"),
    ],
    ids=["svg", "cut off", "heic", "bomb", "empty"],
)
def test_what_is_no_photo_is_said_so_and_the_good_one_kept(nobody, running, data, said):
    answer = nobody.post(f"{running}/reply/1", data=a_reply(("good.jpg", picture("good")), ("bad.jpg", data)))

    assert answer.status_code == 422
    assert said in words(answer)
    assert len(re.findall(r'name="kept"', words(answer))) == 1


def test_a_file_above_the_limit_is_not_even_looked_at():
    assert problem_of(b"\xff\xd8\xff" + bytes(LARGEST_BYTES)) == "answer.photo_too_large"
    assert problem_of(picture("good")) == ""


def test_more_than_nine_photos_are_too_many(nobody, running):
    shots = [(f"{n}.jpg", picture(str(n))) for n in range(MOST + 1)]

    answer = nobody.post(f"{running}/reply/1", data=a_reply(*shots))

    assert "最多 9 张照片" in words(answer)
    assert len(re.findall(r'name="kept"', words(answer))) == MOST


def test_the_unit_asks_for_more_time_before_the_deadline(nobody, issued, estate, store):
    nobody.post(f"{issued}/receipt", data=receipt())
    data = {"deadline_on": "2026-12-20", "reason": "配件要订货", "interim_measures": "派人看守", "signed_by": NAME}

    answer = nobody.post(f"{issued}/more-time/1", data=data)

    assert answer.location == f"{issued}?said=asked"
    assert hazard_of(store, estate, "issued").state is H.EXTENSION_PENDING
    with store.reading() as tx:
        (asked,) = extensions_of(tx, estate.hazards["issued"])
    assert (asked.asked_by, asked.reason) == (NAME, "配件要订货")
    assert "等待批复" in words(nobody.get(issued))


def test_no_more_time_after_the_deadline(nobody, running, estate, store):
    assert "期限已过，不能再申请延期" in words(nobody.get(running))
    assert nobody.get(f"{running}/more-time/1").location == running
    data = {"deadline_on": "2026-12-20", "reason": "忙", "interim_measures": "看守", "signed_by": NAME}

    answer = nobody.post(f"{running}/more-time/1", data=data)

    assert answer.status_code == 422
    assert "期限已过，不能再申请延期" in words(answer)
    assert hazard_of(store, estate, "overdue").state is H.IN_RECTIFICATION


def test_the_unit_reads_what_the_office_answered(nobody, sign_in, running, estate):
    nobody.post(f"{running}/reply/1", data=a_reply(("a.jpg", picture("after"))))
    lead = sign_in("lead")
    lead.post(f"/hazards/{estate.hazards['overdue']}/return_reply", data={"reason": "照片看不清，请重拍"})

    page = words(nobody.get(running))

    assert "退回回执" in page
    assert "照片看不清，请重拍" in page
    assert f"{running}/reply/1" in page


def test_whoever_is_overtaken_by_the_office_keeps_what_was_typed(nobody, sign_in, running, estate, store):
    # given: the form is open while the office escalates the hazard
    nobody.get(f"{running}/reply/1")
    escalated = sign_in("lead").post(
        f"/hazards/{estate.hazards['overdue']}/escalate", data={"reason": "多次不改", "addressee": "街道办"}
    )
    assert escalated.status_code == 303

    answer = nobody.post(f"{running}/reply/1", data=a_reply(("a.jpg", picture("after"))))

    assert answer.status_code == 422
    assert "已经上报" in words(answer)
    assert "已清走" in words(answer)
    with store.reading() as tx:
        assert replies_of(tx, estate.hazards["overdue"]) == []
        assert link_acts(tx, estate.notice) == []


def test_photos_of_the_notice_open_over_the_link_and_no_others(nobody, running, issued, estate, store):
    after = hazard_of(store, estate, "replied").photos_after[0].sha256

    assert nobody.get(f"{running}/photo/{estate.photo}").mimetype == "image/jpeg"
    assert nobody.get(f"{running}/photo/{after}/small").mimetype == "image/jpeg"
    assert nobody.get(f"{issued}/photo/{after}").status_code == 404


def test_a_withdrawn_notice_says_so_and_takes_nothing(nobody, sign_in, issued, estate):
    sign_in("lead").post(f"/notices/{estate.issued}/withdraw", data={"reason": "写错单位"})

    page = words(nobody.get(issued))

    assert "本通知书已撤回" in page
    assert "写错单位" in page
    assert nobody.get(f"{issued}/receipt").status_code == 303
    assert nobody.get(f"{issued}/reply/1").status_code == 404


def test_the_office_sees_the_link_and_what_came_over_it(sign_in, nobody, issued, estate):
    nobody.post(f"{issued}/receipt", data=receipt(), environ_overrides={"REMOTE_ADDR": "10.1.2.3"})

    page = words(sign_in("lead").get(f"/notices/{estate.issued}/link"))

    assert issued in page
    assert "<svg" in page
    assert "10.1.2.3" in page
    assert NAME in page


def test_the_office_renews_and_revokes_a_link(sign_in, nobody, issued, estate, link):
    lead = sign_in("lead")

    lead.post(f"/notices/{estate.issued}/link/renew")
    fresh = link(estate.issued)
    assert nobody.get(issued).status_code == 404
    assert nobody.get(fresh).status_code == 200

    lead.post(f"/notices/{estate.issued}/link/revoke")
    assert nobody.get(fresh).status_code == 404
    assert "已收回" in words(lead.get(f"/notices/{estate.issued}/link"))


def test_only_staff_who_answer_for_notices_handle_links(sign_in, estate):
    assert sign_in("unit").get(f"/notices/{estate.notice}/link").status_code == 403
    assert sign_in("stranger").get(f"/notices/{estate.issued}/link").status_code == 404
    assert sign_in("engineering").post(f"/notices/{estate.issued}/link/revoke").status_code == 403


def test_no_token_is_in_the_database_and_a_later_deadline_prolongs_the_link(sign_in, nobody, issued, estate, store):
    with store.reading() as tx:
        before = link_of(tx, estate.issued)
    assert issued.removeprefix("/u/") not in (before.token_sha256, before.notice)
    assert len(issued.removeprefix("/u/")) == 24
    nobody.post(f"{issued}/receipt", data=receipt())
    data = {"deadline_on": "2027-03-20", "reason": "配件要订货", "interim_measures": "派人看守", "signed_by": NAME}
    nobody.post(f"{issued}/more-time/1", data=data)

    granted = sign_in("lead").post(
        f"/hazards/{estate.hazards['issued']}/grant_extension", data={"deadline_on": "2027-03-20", "reason": "同意"}
    )

    assert granted.status_code == 303
    with store.reading() as tx:
        assert link_of(tx, estate.issued).expires_at > before.expires_at + timedelta(days=60)


def test_the_log_keeps_no_token(nobody, issued, caplog):
    with caplog.at_level("INFO"):
        nobody.get(issued)
        nobody.post(f"{issued}/receipt", data=receipt())

    assert issued.removeprefix("/u/") not in "".join(str(record.__dict__) for record in caplog.records)


def test_the_unit_reads_the_lines_as_they_were_printed_and_the_day_that_holds_now(nobody, running, estate, store):
    with store.writing() as tx:  # the office moved the day and worded the hazard anew after the paper went out
        late = tx.get(Hazard, estate.hazards["overdue"])
        tx.put(replace(late, description="改过的描述", location="改过的部位", deadline_on=date(2026, 12, 24)))

    pages = [words(nobody.get(address)) for address in (running, f"{running}/reply/1")]

    assert all("消火栓箱前停放电动自行车" in page and "地下车库 B1 层 C 区" in page for page in pages)
    assert not any("改过的" in page for page in pages)
    assert "通知书上的期限" in pages[0]
    assert "2026年12月24日" in pages[0]


def test_the_log_names_the_unit_whose_link_it_was(nobody, sign_in, issued, store):
    nobody.post(f"{issued}/receipt", data=receipt())

    rows = [json.loads(line) for line in words(sign_in("admin").get("/audit/chain.jsonl")).splitlines()]

    [row] = [one for one in rows if one.get("act") == "answer.send_receipt"]
    with store.reading() as tx:
        assert row["name"] == tx.get(Unit, ENGINEERS).name.zh
    assert (row["origin"], row["site"]) == ("link 127.0.0.1", SITE)
    assert issued.rpartition("/")[2] not in str(rows)
