"""Notices: issue, receipt, refusal, withdrawal, and the sheet."""

import json
from dataclasses import replace
from datetime import date

import pytest

from server.office.stroke import paths, read_strokes
from server.store.schema import next_serial
from shared.ids import BlockId, DeviceId, NoticeId
from shared.model.fix import Fix
from shared.model.hazard import Hazard, HazardState, Notice, NoticeState
from shared.model.number import NumberBlock
from shared.model.place import Site
from shared.sync.spot import series_of
from tests.builders import NOW, SITE, an_id
from tests.estate import SHOP

STROKES = [[[0.1, 0.5], [0.2, 0.6]], [[0.5, 0.5]]]


@pytest.fixture
def filled(estate):
    record = estate.hazards["open"]
    return {
        "hazard": record,
        "unit": SHOP,
        "interim_clause": "专人看护",
        "signed": "1",
        "strokes": json.dumps(STROKES),
        f"deadline_on:{record}": "2026-11-30",
        f"required_measures:{record}": "清走杂物",
        f"responsible_person:{record}": "许老板",
    }


def text(answer):
    return answer.get_data(as_text=True)


def load(store, cls, record):
    with store.reading() as tx:
        return tx.get(cls, record)


def test_issuing_numbers_the_notice_and_moves_its_hazards(sign_in, estate, store, filled):
    answer = sign_in("lead").post("/notices/new", data=filled)

    notice = load(store, Notice, answer.location.rsplit("/", 1)[1])
    hazard = load(store, Hazard, estate.hazards["open"])
    assert notice.no == "龙物消改〔2026〕0003号"
    assert notice.state is NoticeState.ISSUED
    assert notice.issuer_signature.strokes == (((0.1, 0.5), (0.2, 0.6)), ((0.5, 0.5),))
    assert str(notice.planned_recheck_on) == "2026-12-03"
    assert (hazard.state, hazard.notice, hazard.unit) == (HazardState.ISSUED, notice.id, SHOP)


def test_a_deadline_has_no_silent_default(sign_in, estate, store, filled):
    record = estate.hazards["open"]
    page = text(sign_in("lead").get(f"/notices/new?hazard={record}"))

    answer = sign_in("lead").post("/notices/new", data={**filled, f"deadline_on:{record}": ""})

    assert f'name="deadline_on:{record}" value=""' in page
    assert "data-fill" in page
    assert answer.status_code == 422
    assert load(store, Hazard, record).state is HazardState.OPEN


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"signed": ""}, "请签名确认"),
        ({"unit": ""}, "请填写"),
        ({"interim_clause": ""}, "请填写"),
        ({"hazard": []}, "请至少选择一条隐患"),
        ({"strokes": "nonsense"}, "请重签"),
        ({"required_measures:{}": ""}, "请写明整改要求"),
        ({"responsible_person:{}": ""}, "请填责任人"),
        ({"deadline_on:{}": "2026-11-01"}, "期限不能早于今天"),
    ],
)
def test_an_incomplete_notice_takes_no_number_and_says_what_is_missing(sign_in, estate, store, filled, change, words):
    record = estate.hazards["open"]
    changed = {**filled, **{name.format(record): value for name, value in change.items()}}

    bad = sign_in("lead").post("/notices/new", data=changed)
    good = sign_in("lead").post("/notices/new", data=filled)

    assert bad.status_code == 422
    assert words in text(bad)
    assert load(store, Notice, good.location.rsplit("/", 1)[1]).no == "龙物消改〔2026〕0003号"


def test_somebody_of_the_unit_receives_the_notice(sign_in, estate, store, filled):
    record = sign_in("lead").post("/notices/new", data=filled).location.rsplit("/", 1)[1]

    answer = sign_in("unit").post(
        f"/notices/{record}/receive", data={"signed": "1", "title": "店长", "strokes": json.dumps(STROKES)}
    )

    notice = load(store, Notice, record)
    assert answer.status_code == 303
    assert (notice.state, notice.received_by, notice.received_title) == (NoticeState.RECEIVED, "许老板", "店长")
    assert load(store, Hazard, estate.hazards["open"]).state is HazardState.IN_RECTIFICATION


def test_who_issued_it_cannot_receive_it(sign_in, estate):
    answer = sign_in("lead").post(f"/notices/{estate.issued}/receive", data={"signed": "1", "signed_by": "李志强"})

    assert answer.status_code == 403


def test_a_refusal_names_its_witness_and_the_clock_runs(sign_in, estate, store):
    browser = sign_in("lead")

    own = browser.post(f"/notices/{estate.issued}/refuse", data={"reason": "拒签", "witness": "李志强"})
    seen = browser.post(f"/notices/{estate.issued}/refuse", data={"reason": "拒签", "witness": "王建国"})

    notice = load(store, Notice, estate.issued)
    assert (own.status_code, seen.status_code) == (403, 303)
    assert (notice.state, notice.witness) == (NoticeState.REFUSED, "王建国")
    assert load(store, Hazard, estate.hazards["issued"]).state is HazardState.IN_RECTIFICATION
    assert "见证人：王建国" in text(browser.get(f"/notices/{estate.issued}"))


def test_a_withdrawn_notice_frees_its_hazards(sign_in, estate, store):
    sign_in("lead").post(f"/notices/{estate.issued}/withdraw", data={"reason": "单位写错"})

    hazard = load(store, Hazard, estate.hazards["issued"])
    assert load(store, Notice, estate.issued).state is NoticeState.WITHDRAWN
    assert (hazard.state, hazard.notice) == (HazardState.OPEN, None)


def test_a_notice_with_replies_cannot_be_withdrawn(sign_in, estate, store):
    answer = sign_in("lead").post(f"/notices/{estate.notice}/withdraw", data={"reason": "算了"})

    assert answer.status_code in {403, 422}
    assert load(store, Notice, estate.notice).state is NoticeState.RECEIVED


def test_sheet_is_the_manuals_form(sign_in, estate):
    page = text(sign_in("lead").get(f"/notices/{estate.notice}"))

    for words in (
        "火险隐患整改通知书",
        "龙物消改〔2026〕0001号",
        "龙山便利店",
        "整改期限",
        "签发人",
        "签收人",
        "一式两份",
        "许老板",
    ):
        assert words in page
    assert page.count("<path d=") >= 2
    assert "罚款" not in page
    assert "行政复议" not in page


def test_an_address_that_is_no_act_is_not_found(sign_in, estate):
    assert sign_in("lead").post(f"/notices/{estate.issued}/burn").status_code == 404


@pytest.mark.parametrize("sent", ["[[[2, 0]]]", "{}", "[[0, 1]]", "[[[true, 0]]]", "[1", "[[[null, 0]]]"])
def test_strokes_that_are_none_are_refused(sent):
    with pytest.raises(ValueError, match=r"strokes|share"):
        read_strokes(sent)


def test_strokes_become_paths_and_a_dot_becomes_a_short_line():
    assert paths((((0, 0), (1, 1)), ((0.5, 0.5),))) == ("M0 0L180 60", "M90 30L90.1 30")


def test_the_register_shows_every_number_with_what_became_of_it(sign_in, estate, store):
    block = NumberBlock(BlockId(an_id(0x801)), SITE, DeviceId(an_id(0x99)), 2026, 3, 2)
    with store.writing() as tx:
        site = tx.get(Site, SITE)
        for _ in range(3):
            next_serial(tx, series_of(site), 2026)
        tx.put(block)

    page = text(sign_in("lead").get("/notices/register"))

    assert "龙物消改〔2026〕0003号" in page
    assert "未使用" in page
    assert "/notices/register" in text(sign_in("lead").get("/notices"))


def test_a_deadline_from_a_tablet_beyond_all_calendars_stops_no_push(store, estate):
    with store.writing() as tx:
        issued = tx.get(Notice, estate.issued)
        tx.put(replace(issued, id=NoticeId(an_id(0x7F1)), no="龙物消改〔2026〕0099号", deadline_on=date(9999, 12, 31)))

    with store.reading() as tx:
        assert tx.get(Notice, NoticeId(an_id(0x7F1))).deadline_on == date(9999, 12, 31)


def test_the_sheet_shows_where_each_signed_and_which_position_another_app_made_up(sign_in, estate, store):
    here, there = (Fix(31.23041, lon, 12.4, is_mock=lon > 121.48, at=NOW) for lon in (121.47372, 121.48001))
    with store.writing() as tx:
        known = tx.get(Notice, estate.notice)
        issuer = replace(known.issuer_signature, place=here)
        receiver = replace(known.issuer_signature, name="许老板", place=there)
        tx.put(replace(known, issuer_signature=issuer, receiver_signature=receiver))

    page = text(sign_in("lead").get(f"/notices/{estate.notice}"))

    assert page.count("31.23041, 121.47372") == 1
    assert page.count("31.23041, 121.48001") == 1
    assert page.count("模拟位置") == 1
