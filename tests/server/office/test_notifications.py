"""Who is told of what: in the app, by mail, in groups; nobody twice, nobody of what is not for them."""

import base64
import hashlib
import hmac
import io
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from server.config import Config
from server.notify.mail import mail_settings
from server.notify.problem import ChannelError
from server.notify.send import Notify
from server.store.channel import BACKOFF, Channel, Choices, channels, choose, find_channel, put_channel
from server.store.outbox import EMAIL, Audience, Event, Kind, Sent, Way, in_app, tell, unread
from server.store.plan import SECRET_READERS
from server.store.proof import Proof, record_proof
from server.store.unit_link import link_of, shown_token
from server.store.viewer import grant, viewer_of
from server.tables import outbox
from shared.hazard.urgency import LADDER, rungs_to_tell
from shared.ids import AssetId
from shared.model.hazard import Hazard, HazardState
from shared.model.place import Asset, AssetKind, Person, Role, Text, Unit
from shared.model.plan import Rule
from shared.model.template import HazardGrade
from tests.builders import OTHER_SITE, SITE, an_id
from tests.estate import ENGINEERS, LIFTS, ROUND_RULE, SHOP, SILENT, person_id, picture
from tests.mailbox import mail_server, robot
from tests.tls import make_certificates, seal_of


@pytest.fixture
def notify(parts):
    """The sender, after the turn that tells of the furnished estate's own overdue hazards: before anybody has mail."""
    found = Notify(parts.store, replace(parts.config, public_url="https://rounds.example"))
    found.once()
    return found


@pytest.fixture
def mailbox():
    with mail_server() as box:
        yield box


@pytest.fixture
def group():
    with robot() as found:
        yield found


def with_mail(store, box, **more):
    settings = {"host": "127.0.0.1", "port": str(box.port), "security": "none", "sender": "巡安 <xunan@example.com>"}
    with store.writing() as tx:
        put_channel(tx, Channel(EMAIL, EMAIL, "", "", True, (), {**settings, **more}), "何系统")


def with_group(store, found, kind="wecom", kinds=("replied",), secret=""):
    with store.writing() as tx:
        put_channel(
            tx, Channel("g1", kind, "工程群", "", True, tuple(kinds), {"url": found.url, "secret": secret}), "何系统"
        )


def reached_at(store, login, email="someone@example.com", **ways):
    with store.writing() as tx:
        choose(tx, person_id(login), Choices(email, {Kind(kind): way for kind, way in ways.items()}))


def told(store, login, kind=None):
    with store.reading() as tx:
        viewer = viewer_of(tx, person_id(login))
        found = in_app(tx, viewer, before=None, most=100, only_unread=False)
    return [row for row in found.rows if kind is None or row.kind is kind]


def rows(store, **columns):
    where = [outbox.c[name] == value for name, value in columns.items()]
    with store.reading() as tx:
        return tx.rows(select(outbox).where(*where).order_by(outbox.c.made_at, outbox.c.id))


def about(estate, name="overdue", key="k1", kind=Kind.REPLIED, **more):
    return Event(kind, SITE, "hazard", estate.hazards[name], key, **more)


def tell_lead(store, estate, key="k1", name="overdue"):
    with store.writing() as tx:
        return tell(tx, about(estate, name, key), Audience(persons=(person_id("lead"),)))


# ---- in the app


def test_an_event_is_told_once(store, estate):
    assert tell_lead(store, estate) == 1
    assert tell_lead(store, estate) == 0

    assert [row.key for row in told(store, "lead", Kind.REPLIED)].count("k1") == 1


def test_what_is_rolled_back_was_never_told(store, estate):
    with pytest.raises(ZeroDivisionError), store.writing() as tx:
        tell(tx, about(estate), Audience(persons=(person_id("lead"),)))
        1 / 0  # noqa: B018

    assert tell_lead(store, estate) == 1


def test_whoever_may_not_see_a_record_is_not_told_of_it(store, estate):
    with store.writing() as tx:
        tell(tx, about(estate, "issued"), Audience(persons=(person_id("unit"), person_id("stranger"))))
        tell(tx, about(estate, "overdue", "k2"), Audience(persons=(person_id("unit"),)))

    assert [row.key for row in told(store, "unit") if row.key.startswith("k")] == ["k2"]
    assert told(store, "stranger") == []


def test_what_somebody_may_not_see_any_more_leaves_the_list(store, estate):
    with store.writing() as tx:
        tell(tx, about(estate), Audience(persons=(person_id("unit"),)))
        hazard = tx.get(Hazard, estate.hazards["overdue"])
        tx.put(replace(hazard, unit=ENGINEERS))

    assert [row for row in told(store, "unit") if row.key == "k1"] == []


def test_who_did_it_is_not_told(store, estate):
    with store.writing() as tx:
        tell(tx, about(estate, by=person_id("lead")), Audience(persons=(person_id("lead"), person_id("manager"))))

    assert [row.key for row in told(store, "manager")] == ["k1"]
    assert "k1" not in [row.key for row in told(store, "lead")]


def test_acts_of_the_office_tell_whom_they_concern(sign_in, store, estate):
    lead = sign_in("lead")
    lead.post(f"/hazards/{estate.hazards['replied']}/return_reply", data={"reason": "缺照片"})

    assert len(told(store, "unit", Kind.REPLY_RETURNED)) == 1
    assert told(store, "engineering", Kind.REPLY_RETURNED) == []


def test_a_new_notice_tells_the_people_of_its_unit(store, estate):
    # the furnished estate's notices were issued by the same path as any other
    assert [row.about_id for row in told(store, "unit", Kind.NOTICE_ISSUED)] == [estate.notice]
    assert len(told(store, "lead", Kind.NOTICE_RECEIVED)) == 1
    assert len(told(store, "principal", Kind.SIGN_OFF)) == 1


def test_history_that_is_brought_in_is_not_told(store, estate, clock):
    clock.advance(timedelta(days=60))
    with store.writing() as tx:
        old = tx.get(Hazard, estate.hazards["passed"])
        tx.put(replace(old, id=an_id(0x999), no="YH-2025-0001"))

    assert all(row.about_id != an_id(0x999) for row in rows(store))


def test_the_bell_counts_and_the_list_leads_to_the_record(sign_in, store, estate):
    tell_lead(store, estate)
    lead = sign_in("lead")
    before = lead.get("/notifications").get_data(as_text=True)
    row = next(row for row in told(store, "lead") if row.key == "k1")

    assert f"{len(told(store, 'lead'))} 条未读" in before
    answer = lead.get(f"/notifications/{row.id}")
    assert answer.location == f"/hazards/{estate.hazards['overdue']}"
    assert f"{len(told(store, 'lead')) - 1} 条未读" in lead.get("/notifications").get_data(as_text=True)

    lead.post("/notifications/read")
    assert "全部已读" in lead.get("/notifications").get_data(as_text=True)


def test_somebody_elses_row_is_as_if_it_did_not_exist(sign_in, store, estate):
    tell_lead(store, estate)
    row = next(row for row in told(store, "lead") if row.key == "k1")
    other = sign_in("principal")

    assert other.get(f"/notifications/{row.id}").status_code == 404
    other.post("/notifications/read", data={"row": row.id})
    assert next(row for row in told(store, "lead") if row.key == "k1").read_at is None


def test_a_long_list_turns_its_pages(sign_in, store, estate):
    for n in range(65):
        tell_lead(store, estate, f"page{n}")
    lead, path, seen = sign_in("lead"), "/notifications", []
    while path:
        page = lead.get(path).get_data(as_text=True)
        seen += page.split('<li class="is-unread">')[1:]
        older = re.search(r'href="([^"]+)">更早', page)
        path = older[1] if older else ""

    assert len(seen) == len(told(store, "lead"))
    assert len(seen) >= 65


def test_what_may_not_be_seen_any_more_neither_ends_the_pages_nor_rings_for_ever(sign_in, store, estate):
    # given: the unit was told of many hazards; more than a page of the newest has become another unit's
    for n in range(40):
        with store.writing() as tx:
            tell(tx, about(estate, "replied", f"old{n}"), Audience(persons=(person_id("unit"),)))
    for n in range(70):
        with store.writing() as tx:
            tell(tx, about(estate, "overdue", f"lost{n}"), Audience(persons=(person_id("unit"),)))
    with store.writing() as tx:
        tx.put(replace(tx.get(Hazard, estate.hazards["overdue"]), unit=ENGINEERS))
    unit, path, seen = sign_in("unit"), "/notifications", 0

    # when: the unit turns all pages, and marks what it sees
    while path:
        page = unit.get(path).get_data(as_text=True)
        seen += len(page.split('<li class="is-unread">')[1:])
        older = re.search(r'href="([^"]+)">更早', page)
        path = older[1].replace("&amp;", "&") if older else ""

    # then
    with store.reading() as tx:
        assert unread(tx, person_id("unit")) == seen >= 40


def test_a_kind_that_a_newer_server_wrote_is_left_to_that_one(sign_in, store, estate, notify, mailbox):
    with_mail(store, mailbox)
    reached_at(store, "lead")
    tell_lead(store, estate, "newer")
    tell_lead(store, estate, "known", "replied")
    with store.writing() as tx:
        tx.execute(outbox.update().where(outbox.c.key == "newer").values(kind="told_tomorrow"))

    assert notify.once()["sent"] == 1
    assert sign_in("lead").get("/notifications").status_code == 200
    assert sign_in("lead").get(f"/notifications/{rows(store, key='newer')[0].id}").status_code == 404
    assert {row.state for row in rows(store, key="newer", channel=EMAIL)} == {Sent.WAITING.value}


def test_a_row_that_cannot_be_worded_holds_up_no_other(store, estate, notify, mailbox, group):
    # given: two rows by mail in one digest, two for a group; the record of one is damaged
    with_mail(store, mailbox)
    with_group(store, group)
    reached_at(store, "lead")
    tell_lead(store, estate, "damaged")
    tell_lead(store, estate, "sound", "replied")
    with store.writing() as tx:
        tx.execute(outbox.update().where(outbox.c.channel == EMAIL).values(is_digest=True))
        damaged = text("UPDATE hazard SET body = '{}' WHERE id = :id").bindparams(id=estate.hazards["overdue"])
        tx.connection.execute(damaged)

    # when
    did = notify.once()

    # then
    assert did["sent"] == 2
    assert ["YH-2026-0005" in mail.get_content() for mail in mailbox.mails] == [True]
    assert [body["text"]["content"].splitlines()[0][-12:] for _, body in group.posts] == ["YH-2026-0005"]
    lost = [row for row in rows(store, key="damaged") if row.channel != "app"]
    assert {(row.state, row.problem) for row in lost} == {(Sent.DROPPED.value, "fault")}


# ---- the ladder (hazards facts §6)


@pytest.mark.parametrize(
    ("late", "grade", "keys"),
    [
        (-4, "general", []),
        (-3, "general", ["remind_3"]),
        (-2, "general", ["remind_3"]),
        (-1, "general", ["remind_1"]),
        (0, "general", ["flag"]),
        (1, "general", ["flag", "overdue_list"]),
        (3, "general", ["flag", "overdue_list", "explain"]),
        (7, "general", ["flag", "overdue_list", "explain", "decide"]),
        (1, "major", ["flag", "overdue_list", "decide"]),
        (40, "general", ["decide"]),
        (9, "general", ["explain", "decide"]),
    ],
)
def test_rungs_that_are_told(late, grade, keys):
    day = date(2026, 11, 23)

    told_now = rungs_to_tell(HazardGrade(grade), day - timedelta(days=late), day)

    assert [rung.key for rung in told_now] == [rung.key for rung in LADDER if rung.key in keys]


def test_the_ladder_climbs_once_through_every_rung(store, estate, notify, clock):
    # given: a hazard whose deadline is in five days; nothing was told of it
    with store.writing() as tx:
        hazard = tx.get(Hazard, estate.hazards["issued"])
        today = date(2026, 11, 23)
        tx.put(replace(hazard, deadline_on=today + timedelta(days=5)))
        tx.put(Person(an_id(0xBEE), SITE, "许老板", (Role.REPAIR_WORKER,)))

    # when: every day the work turns twice
    climbed = []
    for _ in range(14):
        notify.once()
        notify.once()
        mine = rows(store, kind="deadline", about_id=estate.hazards["issued"])
        climbed.append(sorted({row.facts for row in mine}))
        clock.advance(timedelta(days=1))

    # then
    counts = [len(found) for found in climbed]
    assert counts == [0, 0, 1, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6]
    every = rows(store, kind="deadline", about_id=estate.hazards["issued"])
    assert len({(row.recipient, row.key, row.channel) for row in every}) == len(every)
    last = [row.recipient for row in every if '"decide"' in row.facts]
    assert last == [f"person:{person_id('principal')}"]


def test_a_new_deadline_begins_the_ladder_anew(store, estate, notify):
    before = len(rows(store, kind="deadline", about_id=estate.hazards["overdue"]))
    with store.writing() as tx:
        hazard = tx.get(Hazard, estate.hazards["overdue"])
        tx.put(replace(hazard, deadline_on=date(2026, 11, 24)))

    notify.once()

    after = rows(store, kind="deadline", about_id=estate.hazards["overdue"])
    assert before > 0
    assert '"remind_1"' in after[-1].facts


def test_a_unit_that_has_replied_is_reminded_of_nothing(store, estate, notify):
    with store.writing() as tx:
        hazard = tx.get(Hazard, estate.hazards["replied"])
        assert hazard.state is HazardState.REPLIED
        tx.put(replace(hazard, deadline_on=date(2026, 11, 24)))

    notify.once()

    unit = f"person:{person_id('unit')}"
    assert rows(store, kind="deadline", about_id=estate.hazards["replied"], recipient=unit) == []


# ---- what else time causes


def test_equipment_that_falls_due_is_told_a_month_before_in_one_word_for_each_kind(store, estate, notify):
    # given: it is 23 November 2026
    with store.writing() as tx:
        lift = tx.get(Asset, LIFTS[0])
        tx.put(replace(lift, data={"governor_verified_on": "2024-12-05"}))
        for number, made in enumerate(("2021-12-20", "2021-12-10", "2022-03-01", "2019-01-01")):
            extinguisher = replace(
                lift, id=AssetId(an_id(0x6100 + number)), kind=AssetKind.EXTINGUISHER, name=Text("干粉灭火器"),
                data={"made_on": made},
            )  # fmt: skip
            tx.put(extinguisher)

    notify.once()
    notify.once()

    def said(who):
        return {(row.facts["due"], row.facts["n"], row.facts["day"]) for row in told(store, who, Kind.EQUIPMENT_DUE)}

    assert said("manager") == {("governor", "1", "2026-12-05"), ("service", "2", "2026-12-10")}
    assert len(told(store, "manager", Kind.EQUIPMENT_DUE)) == 2
    assert said("firemanager") == {("service", "2", "2026-12-10")}


def test_silent_tablets_lifts_and_backups_are_told_once(store, estate, notify, clock):
    with store.writing() as tx:
        record_proof(tx, Proof(tx.now, "b1", tx.now, is_good=True))
        lift = tx.get(Asset, LIFTS[0])
        tx.put(replace(lift, data={**lift.data, "next_inspection_on": "2026-12-10"}))
    clock.advance(timedelta(days=8))

    notify.once()
    notify.once()

    assert SILENT in {row.about_id for row in told(store, "quality", Kind.SILENT_TABLET)}
    assert [row.about_id for row in told(store, "manager", Kind.LIFT_DUE)] == [LIFTS[0]]
    assert len(told(store, "admin", Kind.BACKUP_AGE)) == 1
    assert told(store, "manager", Kind.BACKUP_AGE) == []


def test_a_surprise_inspection_is_betrayed_to_nobody_before_its_day(store, estate, notify):
    with store.writing() as tx:
        secret = tx.get(Rule, ROUND_RULE)
        tx.put(replace(secret, id=an_id(0x777), is_secret=True, starts_on=date(2027, 1, 5)))
        event = Event(Kind.SURPRISE_DUE, SITE, "rule", an_id(0x777), "secret", is_private=True)
        tell(tx, event, Audience(SECRET_READERS | frozenset(), persons=(person_id("keeper"), person_id("manager"))))

    assert rows(store, key="secret") == []


# ---- mail


def test_a_reply_reaches_the_leads_mailbox(store, estate, notify, mailbox):
    with_mail(store, mailbox)
    reached_at(store, "lead", "lead@example.com")
    tell_lead(store, estate)

    did = notify.once()

    assert did["sent"] == 1
    (mail,) = mailbox.mails
    assert mail["To"] == "lead@example.com"
    assert mail["Subject"] == "[巡安] 整改回执已到，请安排复查 YH-2026-0004"
    assert f"https://rounds.example/hazards/{estate.hazards['overdue']}" in mail.get_content()
    (row,) = rows(store, key="k1", channel=EMAIL)
    assert (row.state, mail["Message-ID"]) == (Sent.SENT.value, f"<{row.id}@example.com>")
    assert notify.once()["sent"] == 0


def test_who_turned_a_kind_off_gets_it_in_the_app_only(store, estate, notify, mailbox):
    with_mail(store, mailbox)
    reached_at(store, "lead", replied=Way.OFF)
    tell_lead(store, estate)

    notify.once()

    assert mailbox.mails == []
    assert len(told(store, "lead", Kind.REPLIED)) >= 1


def test_a_digest_is_one_mail_in_the_morning(store, estate, notify, mailbox, clock):
    with_mail(store, mailbox)
    reached_at(store, "lead", replied=Way.DIGEST)
    tell_lead(store, estate, "d1")
    tell_lead(store, estate, "d2", "replied")
    notify.once()
    assert mailbox.mails == []

    clock.advance(timedelta(days=1))
    notify.once()

    digests = [mail for mail in mailbox.mails if "今日汇总：2 条" in mail["Subject"]]
    assert len(digests) == 1
    assert "YH-2026-0004" in digests[0].get_content()
    assert "YH-2026-0005" in digests[0].get_content()


def test_what_somebody_may_not_see_when_it_is_sent_is_not_sent(store, estate, notify, mailbox):
    with_mail(store, mailbox)
    reached_at(store, "unit")
    with store.writing() as tx:
        tell(tx, about(estate), Audience(persons=(person_id("unit"),)))
        tx.put(replace(tx.get(Hazard, estate.hazards["overdue"]), unit=ENGINEERS))

    notify.once()

    assert mailbox.mails == []
    (row,) = rows(store, key="k1", channel=EMAIL)
    assert (row.state, row.problem) == (Sent.DROPPED.value, "not_to_be_seen")


def test_the_unit_gets_its_link_by_mail_in_both_languages(sign_in, store, estate, notify, mailbox, nobody):
    # given: the shop has an address, and a new notice is issued
    with_mail(store, mailbox)
    with store.writing() as tx:
        tx.put(replace(tx.get(Unit, SHOP), email="shop@example.com"))
    hazard = estate.hazards["open"]
    form = {
        "hazard": hazard,
        "unit": SHOP,
        f"deadline_on:{hazard}": "2026-12-01",
        f"required_measures:{hazard}": "清理干净",
        f"responsible_person:{hazard}": "许老板",
        "interim_clause": "派人看护",
        "signed": "1",
    }
    assert sign_in("lead").post("/notices/new", data=form).status_code == 303

    # when
    notify.once()

    # then: the link opens the notice, and no row holds it
    mail = next(mail for mail in mailbox.mails if mail["To"] == "shop@example.com")
    body = mail.get_content()
    (address,) = [line for line in body.splitlines() if line.startswith("https://rounds.example/u/")]
    token = address.rpartition("/")[2]
    assert "疏散楼梯堆放纸箱" in nobody.get(f"/u/{token}").get_data(as_text=True)
    assert "no account is needed" in body
    assert all(token not in str(tuple(row)) for row in rows(store))


def test_a_mail_server_that_is_away_is_tried_again_later_and_then_works(store, estate, notify, mailbox, clock):
    with_mail(store, mailbox, port="1")
    reached_at(store, "lead")
    tell_lead(store, estate)
    assert notify.once()["failed"] == 1
    assert notify.once()["failed"] == 0
    with store.reading() as tx:
        assert find_channel(tx, EMAIL).problem == "unreachable ConnectionRefusedError"

    with_mail(store, mailbox)
    clock.advance(BACKOFF[0])

    assert notify.once()["sent"] == 1
    with store.reading() as tx:
        assert find_channel(tx, EMAIL).problem == ""


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_server_without_encryption_gets_neither_password_nor_mail(store, estate, notify, mailbox, security):
    with_mail(store, mailbox, security=security, user="xunan", password="hunter2")
    reached_at(store, "lead")
    tell_lead(store, estate)

    assert notify.once()["failed"] == 1

    assert mailbox.mails == []
    assert not any("AUTH" in line for line in mailbox.heard)


def test_a_certificate_that_nobody_trusts_is_refused_and_shown(sign_in, store, estate, notify, tmp_path):
    admin = over_all(sign_in, store)
    with mail_server(seal_of(make_certificates(tmp_path, {"right": "IP:127.0.0.1"}), "right")) as box:
        with_mail(store, box, security="starttls", user="xunan", password="hunter2")
        for login in ("lead", "admin"):
            reached_at(store, login)
        tell_lead(store, estate)
        did = notify.once()
        shown = admin.post("/channels/email/test", follow_redirects=True).get_data(as_text=True)

    assert (did["sent"], did["failed"], box.mails, box.sealed) == (0, 1, [], [])
    assert "证书不受信任" in shown


def test_a_mail_goes_out_under_tls_by_the_houses_own_authority(parts, store, estate, notify, tmp_path):
    made = make_certificates(tmp_path, {"right": "IP:127.0.0.1"})
    house = Notify(parts.store, replace(parts.config, smtp_ca=made / "ca.pem"))
    with mail_server(seal_of(made, "right")) as box:
        with_mail(store, box, security="starttls", user="xunan", password="hunter2")
        reached_at(store, "lead")
        tell_lead(store, estate)
        did = house.once()

    assert (did["sent"], len(box.mails)) == (1, 1)


def test_a_connection_that_breaks_in_the_middle_loses_nothing(store, estate, notify, mailbox, clock):
    with_mail(store, mailbox)
    reached_at(store, "lead")
    tell_lead(store, estate, "b1")
    tell_lead(store, estate, "b2", "replied")
    mailbox.drops = True
    notify.once()

    clock.advance(BACKOFF[0])
    notify.once()

    assert len(mailbox.mails) == 2
    assert {row.state for row in rows(store, channel=EMAIL)} == {Sent.SENT.value}


def test_one_bad_address_holds_up_nobody_else(store, estate, notify, mailbox):
    with_mail(store, mailbox)
    reached_at(store, "lead", "gone@example.com")
    reached_at(store, "manager", "manager@example.com")
    mailbox.refuses["gone@example.com"] = "550 no such mailbox"
    with store.writing() as tx:
        tell(tx, about(estate), Audience(persons=(person_id("lead"), person_id("manager"))))

    did = notify.once()

    assert (did["sent"], did["failed"]) == (1, 1)
    assert [mail["To"] for mail in mailbox.mails] == ["manager@example.com"]
    (row,) = rows(store, key="k1", channel=EMAIL, recipient=f"person:{person_id('lead')}")
    assert row.problem == "address 550"


def test_what_fails_to_the_end_is_given_up_visibly_and_can_be_tried_again(
    sign_in, store, estate, notify, mailbox, clock
):
    with_mail(store, mailbox, port="1")
    reached_at(store, "lead")
    tell_lead(store, estate)
    given_up = 0
    for wait in (*BACKOFF, timedelta(0)):
        given_up += notify.once()["given_up"]
        clock.advance(wait)
    assert given_up == 1
    admin = over_all(sign_in, store)
    assert "1 条多次失败，已停止" in admin.get("/channels").get_data(as_text=True)

    with_mail(store, mailbox)
    admin.post("/channels/email/again")

    assert notify.once()["sent"] == 1
    assert len(mailbox.mails) == 1


def test_a_process_that_died_after_sending_sends_the_same_message_again(store, estate, notify, mailbox, clock):
    # given: it was sent, but the row still waits, as after a kill between the two
    with_mail(store, mailbox)
    reached_at(store, "lead")
    tell_lead(store, estate)
    notify.once()
    with store.writing() as tx:
        tx.execute(outbox.update().where(outbox.c.channel == EMAIL).values(state=Sent.WAITING.value, sent_at=None))

    clock.advance(BACKOFF[0])
    notify.once()

    first, second = mailbox.mails
    assert first["Message-ID"] == second["Message-ID"]


# ---- groups


def test_a_group_gets_numbers_and_a_link_only(store, estate, notify, group):
    with_group(store, group)
    tell_lead(store, estate, "g1")

    notify.once()

    ((_, body),) = group.posts
    text = body["text"]["content"]
    assert text == "整改回执已到，请安排复查 YH-2026-0004\n打开：https://rounds.example/notifications"


def test_many_events_are_one_message_of_a_group(store, estate, notify, group):
    with_group(store, group)
    for n in range(5):
        tell_lead(store, estate, f"many{n}")

    notify.once()

    ((_, body),) = group.posts
    assert "：5 条" in body["text"]["content"]


def test_no_group_is_told_of_what_is_private(store, estate, notify, group):
    with_group(store, group)
    with store.writing() as tx:
        tell(tx, about(estate, is_private=True), Audience(persons=(person_id("lead"),)))

    notify.once()

    assert group.posts == []


def test_dingtalk_is_signed_by_time_and_secret(store, estate, notify, group, clock):
    with_group(store, group, "dingtalk", secret="SEC123")
    tell_lead(store, estate)

    notify.once()

    ((path, _),) = group.posts
    stamp = str(int(clock.wall.timestamp() * 1000))
    sign = base64.b64encode(hmac.new(b"SEC123", f"{stamp}\nSEC123".encode(), hashlib.sha256).digest()).decode()
    assert f"timestamp={stamp}" in path
    assert sign.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D") in path


def test_feishu_is_signed_in_the_message(store, estate, notify, group, clock):
    with_group(store, group, "feishu", secret="SEC123")
    group.answer = {"code": 0}
    tell_lead(store, estate)

    notify.once()

    ((_, body),) = group.posts
    stamp = str(int(clock.wall.timestamp()))
    sign = base64.b64encode(hmac.new(f"{stamp}\nSEC123".encode(), b"", hashlib.sha256).digest()).decode()
    assert (body["timestamp"], body["sign"], body["msg_type"]) == (stamp, sign, "text")


@pytest.mark.parametrize(
    ("status", "answer", "problem"),
    [(200, {"errcode": 93000}, "refused 93000"), (502, {}, "refused HTTP 502"), (302, {}, "refused HTTP 302")],
)
def test_a_robot_that_refuses_is_kept_for_later(store, estate, notify, group, status, answer, problem):
    with_group(store, group)
    group.status, group.answer = status, answer
    tell_lead(store, estate)

    notify.once()

    (row,) = rows(store, channel="g1")
    assert (row.state, row.problem) == (Sent.WAITING.value, problem)
    assert len(group.posts) == 1


# ---- pages


def test_somebody_chooses_an_address_and_what_comes_there(sign_in, store):
    lead = sign_in("lead")

    assert lead.post("/notifications/choices", data={"email": "not an address"}).status_code == 422
    kept = lead.post("/notifications/choices", data={"email": "li@example.com", "replied": "digest"})

    assert kept.status_code == 303
    page = lead.get("/notifications/choices").get_data(as_text=True)
    assert 'value="li@example.com"' in page
    assert 'name="replied" value="digest" checked' in page


def over_all(sign_in, store):
    """Sign the administrator in who is so at every site."""
    with store.writing() as tx:
        grant(tx, person_id("admin"), OTHER_SITE, Role.ADMINISTRATOR)
    return sign_in("admin")


def test_the_administrator_sets_up_mail_and_no_secret_comes_out_again(sign_in, store, mailbox, caplog):
    admin = over_all(sign_in, store)
    form = {
        "host": "127.0.0.1",
        "port": str(mailbox.port),
        "security": "none",
        "sender": "xunan@example.com",
        "password": "hunter2-secret",
        "is_on": "1",
    }
    with caplog.at_level("DEBUG"):
        assert admin.post("/channels/email", data=form).status_code == 303
        admin.post("/notifications/choices", data={"email": "he@example.com"})
        answer = admin.post("/channels/email/test")

    assert answer.status_code == 303
    assert mailbox.mails[0]["To"] == "he@example.com"
    pages = "".join(admin.get(path).get_data(as_text=True) for path in ("/channels", "/channels/email"))
    assert "hunter2-secret" not in pages + caplog.text
    with store.reading() as tx:
        channel = find_channel(tx, EMAIL)
    assert channel.settings["password"] == "hunter2-secret"
    assert "hunter2-secret" not in repr(channel)
    admin.post("/channels/email", data={**form, "password": ""})
    with store.reading() as tx:
        assert find_channel(tx, EMAIL).settings["password"] == "hunter2-secret"


def test_a_test_that_fails_says_why(sign_in, store, group):
    admin = sign_in("admin")
    data = {"name": "工程群", "site": SITE, "url": group.url, "kinds": ["replied"], "is_on": "1"}
    assert admin.post("/channels/new?kind=wecom", data=data).status_code == 303
    with store.reading() as tx:
        (name,) = [one.id for one in channels(tx)]
    group.answer = {"errcode": 45009}

    answer = admin.post(f"/channels/{name}/test")

    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "被对方拒绝" in page
    assert "45009" in page
    assert "SECRETKEY" not in page


@pytest.mark.parametrize("url", ["http://example.com/x", "ftp://a/b", "https://user:pw@a/b", "//x", "https://a b/"])
def test_a_robots_address_is_checked(sign_in, url):
    data = {"name": "群", "site": SITE, "url": url, "kinds": ["replied"]}

    answer = sign_in("admin").post("/channels/new?kind=feishu", data=data)

    assert (answer.status_code, "地址要以 https:// 开头" in answer.get_data(as_text=True)) == (422, True)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, 303),
        ({"sender": "other@example.com"}, 303),
        ({"host": "evil.example"}, 422),
        ({"port": "2525"}, 422),
        ({"user": "another"}, 422),
        ({"security": "starttls"}, 422),
        ({"host": "evil.example", "password": "given anew"}, 303),
        ({"host": "evil.example", "forget": "1"}, 303),
    ],
)
def test_a_kept_password_goes_to_no_other_server_than_it_was_given_for(sign_in, store, change, status):
    admin = over_all(sign_in, store)
    form = {"host": "mail.example", "port": "465", "user": "xunan", "security": "tls", "sender": "x@example.com"}
    assert admin.post("/channels/email", data={**form, "password": "hunter2"}).status_code == 303

    answer = admin.post("/channels/email", data={**form, "password": "", **change})

    with store.reading() as tx:
        kept = find_channel(tx, EMAIL).settings
    assert answer.status_code == status
    assert kept["host"] == "mail.example" or kept["password"] != "hunter2"


def test_the_password_of_the_environment_goes_to_its_host_only():
    settings = {"host": "evil.example", "port": "465", "security": "tls", "sender": "x@example.com", "user": "xunan"}

    config = Config(Path(), "", smtp_password="hunter2", smtp_host="mail.example")

    with pytest.raises(ChannelError, match="host"):
        mail_settings(settings, config)
    assert mail_settings({**settings, "host": "Mail.example"}, config).password == "hunter2"


def test_an_administrator_of_one_site_sees_to_no_other_sites_robots_nor_to_what_all_share(sign_in, store):
    # given: a robot of the other site, one of all sites, and mail
    with store.writing() as tx:
        put_channel(
            tx, Channel("theirs", "wecom", "邻居群", OTHER_SITE, True, ("replied",), {"url": "https://a/b"}), ""
        )
        put_channel(tx, Channel("shared", "wecom", "总群", "", True, ("replied",), {"url": "https://a/b"}), "")
        put_channel(tx, Channel(EMAIL, EMAIL, "", "", True, (), {"host": "mail.example"}), "")
    admin = sign_in("admin")
    data = {"name": "群", "url": "https://evil.example/x", "kinds": ["replied"]}

    # when, then
    page = admin.get("/channels").get_data(as_text=True)
    assert "邻居群" not in page
    assert "总群" not in page
    for name in ("theirs", "shared", EMAIL):
        assert admin.get(f"/channels/{name}").status_code == 404
        for act in ("", "/test", "/again", "/remove"):
            assert admin.post(f"/channels/{name}{act}", data=data).status_code == 404
    for site in ("", OTHER_SITE):
        assert admin.post("/channels/new?kind=wecom", data={**data, "site": site}).status_code == 422
    assert admin.post("/channels/new?kind=wecom", data={**data, "site": SITE}).status_code == 303
    assert "总群" in over_all(sign_in, store).get("/channels").get_data(as_text=True)


def test_the_units_reply_rings_at_the_office(sign_in, nobody, store, estate):

    with store.reading() as tx:
        token = shown_token(store.link_key(), link_of(tx, estate.notice))
    form = {"completion": "done", "measures_taken": "已清走", "done_by": "小张", "signed_by": "许老板", "once": "1"}
    files = {"photos": (io.BytesIO(picture("after")), "a.jpg"), "completed_on": "2026-11-22"}
    nobody.post(f"/u/{token}/reply/1", data={**form, **files})

    assert "整改回执已到，请安排复查" in sign_in("lead").get("/notifications").get_data(as_text=True)


def test_a_reply_that_says_not_yet_rings_too_with_its_cause_to_be_seen(sign_in, nobody, store, estate):
    with store.reading() as tx:
        token = shown_token(store.link_key(), link_of(tx, estate.notice))
    form = {
        "completion": "partly",
        "cause": "等配件",
        "measures_taken": "已清走一半",
        "signed_by": "许老板",
        "once": "1",
    }

    assert nobody.post(f"/u/{token}/reply/1", data={**form, "done_by": "小张"}).status_code == 303

    page = sign_in("lead").get("/notifications").get_data(as_text=True)
    assert "受检单位已回复：还没有整改完" in page
    assert "部分完成，请看原因" in page
