"""Papers as PDF: what they say, read back; how they look, against kept pictures; their codes; batches."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import openpyxl
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from server.jobs import JobWorker
from server.office.excel import MOST_PHOTOS_AT_ONCE
from server.office.jobs.export import find_export
from server.office.jobs.handler import JobRefusedError
from server.office.jobs.handlers import HANDLERS
from server.office.papers.kinds import COMPOSERS
from server.office.papers.paper import Desk
from server.office.parts import EXTENSION
from server.office.text import Wording
from server.papers import Order, PaperError, Typesetter
from server.store.notice import notice_for
from server.store.page import PageRequest
from server.store.paper import prints
from server.store.viewer import grant, viewer_of
from shared.ids import AccessId, AssetId, HazardId, InspectionId
from shared.model.hazard import Hazard, HazardState, Notice, NoticeState
from shared.model.inspection import Inspection
from shared.model.place import Asset, Person, Point, Role, Site, Text, Unit
from shared.schedule.equipment import end_of_life
from tests.builders import OTHER_SITE, SITE, a_hazard, an_access, an_id
from tests.estate import ENGINEERS, LIFTS, ROOM, SHOP, person_id
from tests.papers import BASE, EXTINGUISHER, GOLDENS, PERIODIC, PPI, composed, furnish_papers, grey, ordered

PAPERS = ("periodic", "machine-room", "extinguisher", "notice", "notice-open", "reply", "recheck", "access", "month")


@pytest.fixture(scope="module")
def typesetter():
    found = Typesetter()
    yield found
    found.close()


@pytest.fixture
def kept(app, estate):
    return furnish_papers(app.extensions[EXTENSION], estate)


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]


def said(pdf):
    """All words of a PDF without blanks: lines break where they may."""
    return re.sub(r"\s+", "", "".join(pages(pdf)))


def strangeness(seen, wanted):
    """The share of dots that clearly differ."""
    differing = ImageChops.difference(seen, wanted).point(lambda value: 255 if value > 48 else 0)
    return ImageStat.Stat(differing).mean[0] / 255


def printed(app, kept, typesetter, name):
    return said(typesetter.pdf(ordered(app, composed(app, kept, name))))


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_looks_as_it_was_kept(app, kept, typesetter, name):
    shown = [grey(png) for png in typesetter.pages(ordered(app, composed(app, kept, name)), PPI)]

    kept_pages = sorted(GOLDENS.glob(f"{name}-[0-9].png"))
    assert len(shown) == len(kept_pages)
    for seen, path in zip(shown, kept_pages, strict=True):
        with Image.open(path) as image:
            wanted = image.convert("L")
        assert seen.size == wanted.size
        assert strangeness(seen, wanted) < 0.001, path.name


def test_the_record_of_an_inspection_says_what_the_manual_wants(app, kept, typesetter):
    words = printed(app, kept, typesetter, "periodic")

    for part in (
        "龙山国际防火安全检查记录表", "编号：FJ-20261123-K7Q2", "受检单位龙山便利店", "检查类型定期检查",
        "检查负责人李志强检查人员李志强、周敏", "闭门器损坏，门不能自行关闭", "本单位无此项", "以前隐患的整改情况隐患编号",
        "检查结论基本合格，限期整改。", "受检单位负责人：拒绝签字（对结果有异议），见证人：郑小美", "校验码ABCD-2345-EFGH",
        "第1页/共2页", "第2页/共2页",
    ):  # fmt: skip
        assert part.replace(" ", "") in words.replace("\u3000", ""), part


def test_a_machine_room_record_has_a_column_for_each_lift_and_its_readings(app, kept, typesetter):
    words = printed(app, kept, typesetter, "machine-room")

    assert "电梯机房每日巡视记录" in words
    assert "1号梯2号梯3号梯" in words
    assert "42.5°C（超限）" in words.replace("℃", "°C")
    assert "灭火器不在位，支架空着；现场处理：已通知工程部当天补齐" in words


def test_an_extinguishers_record_says_what_it_is_and_each_check_with_its_verdict(app, kept, typesetter):
    words = printed(app, kept, typesetter, "extinguisher")

    for part in (
        "灭火器检查记录", "编号：MH-20261123-", "MH-004机房门内侧干粉MFZ/ABC42A55B2021-03-152026-03-20龙安消防器材公司",
        "2026-03-202031-03-15", "EXT-02设置方式和离地高度符合要求", "设置方式挂钩；顶部离地高度1.62m（超限）不合格",
        "铅封已断；现场处理：已换上备用灭火器，送修不合格", "室内一般场所不适用", "共发现不合格2项。", "主管人员：日期：",
    ):  # fmt: skip
        assert part in words.replace("\u3000", ""), part


def test_an_extinguisher_of_which_nothing_is_known_is_printed_all_the_same(app, kept, typesetter, store):
    with store.writing() as tx:
        record = tx.get(Inspection, EXTINGUISHER)
        bare = replace(tx.get(Asset, record.assets[0]), id=AssetId(an_id(0x192)), data={"made_on": "soon"})
        tx.put(bare)
        tx.put(replace(record, answers=(), assets=(bare.id,)))

    paper = composed(app, kept, "extinguisher")

    assert paper.data["equipment"] == [["MH-004", "", "干粉灭火器", "", "", "", "", ""]]
    assert "MH-004—干粉灭火器———" in said(typesetter.pdf(ordered(app, paper)))


@pytest.mark.parametrize(
    ("kind", "made_on", "end"),
    [
        ("干粉 MFZ/ABC4", date(2021, 3, 15), date(2031, 3, 15)),
        ("二氧化碳 MT/3", date(2024, 2, 29), date(2036, 2, 28)),
        ("水基型 MSWZ/3", date(2021, 3, 15), date(2027, 3, 15)),
        ("洁净气体", date(9995, 1, 1), None),
        ("手推车", date(2021, 3, 15), None),
        ("干粉", None, None),
    ],
)
def test_the_life_of_an_extinguisher_ends_by_what_it_holds(kind, made_on, end):
    assert end_of_life(kind, made_on) == end


def test_a_notice_says_its_lines_and_carries_no_threat_of_penalties(app, kept, typesetter):
    words = printed(app, kept, typesetter, "notice")

    assert "编号：龙物消改〔2026〕0001号" in words
    assert "发现火险隐患3项" in words
    assert "于2026年11月20日前全部完成" in words
    assert "检查单位盖章处" in words
    assert "受检单位盖章处" in words
    assert "签收人：许老板（店长）" in words.replace("\u3000", "")
    assert not re.search("罚款|处罚|复议|诉讼", words)


def test_a_notice_carries_the_units_link_while_that_opens(app, kept, store, estate):
    def link(notice):
        with app.app_context(), store.reading() as tx:
            return COMPOSERS["notice"](Desk(tx, kept.who, BASE, store.link_key), notice).data["link"]

    opens = link(estate.issued)
    with store.writing() as tx:
        tx.put(replace(tx.get(Notice, estate.issued), state=NoticeState.WITHDRAWN))

    assert opens["qr"].startswith("<svg")
    assert link(estate.issued) is None


def test_a_notice_comes_in_copies_each_counted_for_itself(app, kept, typesetter):
    order = ordered(app, composed(app, kept, "notice"), copies=3)

    found = pages(typesetter.pdf(order))

    assert len(found) == 6
    assert [bool(re.search(f"第{name}联", found[at])) for at, name in ((0, "一"), (2, "二"), (4, "三"))] == [True] * 3
    assert all("第 1 页 / 共 2 页" in found[at] for at in (0, 2, 4))


def test_a_notice_that_nobody_signed_for_leaves_places_for_a_pen(app, kept, typesetter):
    words = printed(app, kept, typesetter, "notice-open")

    assert "签收人：日期：年月日" in words.replace("\u3000", "")
    assert "□当面□留置□电子□快递" in words.replace("\u3000", "")


def test_a_reply_says_what_was_answered_and_leaves_lines_for_the_rest(app, kept, typesetter):
    words = printed(app, kept, typesetter, "reply")

    assert "1.消火栓箱前停放电动自行车" in words
    assert "□已完成□部分完成□未完成" in words
    assert "更换灯具三套，逐一测试正常" in words
    assert "单位负责人：许老板" in words


def test_a_recheck_says_result_and_what_follows_line_by_line(app, kept, typesetter):
    words = printed(app, kept, typesetter, "recheck")

    assert "编号：消复〔2026〕0001-1号" in words
    assert "不合格现场仍有车辆停放再次限期整改，于2026年11月26日前完成" in words
    assert "实测值：应急转换2s同意销案" in words


def test_the_access_log_says_who_was_turned_away_and_what_came_in(app, kept, typesetter):
    words = printed(app, kept, typesetter, "access")

    assert "A1栋电梯机房（LS-A1-JF01）" in words
    assert "未准进入：没有批准" in words
    assert "钥匙JF-3已还；携入：万用表、接触器；携出：旧接触器" in words


def test_the_monthly_report_counts_rounds_and_hazards(app, kept, typesetter):
    paper = composed(app, kept, "month")
    figures = {one["name"]: one["words"] for one in paper.data["figures"]}

    words = said(typesetter.pdf(ordered(app, paper)))

    assert figures["新发现隐患（项）"] == "7"
    assert int(figures["应完成巡检（次）"]) == int(figures["已完成（次）"]) + int(figures["漏检（次）"]) > 0
    assert f"本月应完成巡检{figures['应完成巡检（次）']}次" in words
    assert "复查一次通过率50%" in words
    assert all(one["svg"] for one in paper.data["tables"])


def test_the_same_paper_is_the_same_file_whenever_it_is_set(app, kept, typesetter):
    first, again = (typesetter.pdf(ordered(app, composed(app, kept, "notice"))) for _ in range(2))

    assert first == again


def test_words_of_people_are_never_read_as_instructions(app, kept, typesetter):
    paper = composed(app, kept, "notice")
    hostile = '#panic("x") *b* $x$ @y <z> \\ `code` // no'
    data = {**paper.data, "items": [{**paper.data["items"][0], "what": hostile}]}

    assert re.sub(r"\s+", "", hostile) in said(typesetter.pdf(ordered(app, replace(paper, data=data))))


def test_a_layout_that_is_none_and_a_picture_that_would_leave_its_folder_are_refused(typesetter):
    with pytest.raises(PaperError):
        typesetter.pdf(Order("../form", {}))
    with pytest.raises(PaperError):
        typesetter.pdf(Order("notice", {}, {"../x.jpg": b""}))


def test_a_photo_that_cannot_be_read_leaves_a_grey_field(app, kept, typesetter, parts):
    paper = composed(app, kept, "notice-open")
    missing = replace(paper, pictures=dict.fromkeys(paper.pictures, "0" * 64))

    assert "附：隐患照片" in said(typesetter.pdf(ordered(app, missing)))


# ---- over the pages


def test_a_paper_opens_on_screen_comes_as_a_file_and_is_remembered(sign_in, kept, store, estate):
    browser = sign_in("lead")

    shown = browser.get(f"/papers/notice/{estate.notice}")
    fetched = browser.get(f"/papers/notice/{estate.notice}?download=1&copies=3")

    assert (shown.status_code, shown.mimetype) == (200, "application/pdf")
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert fetched.headers["Content-Disposition"].startswith("attachment")
    assert len(pages(fetched.data)) == 6
    with store.reading() as tx:
        (row,) = prints(tx, viewer_of(tx, person_id("lead")), SITE, PageRequest()).rows
    assert (row.title, row.number, row.by_name) == ("火险隐患整改通知书", "龙物消改〔2026〕0001号", "李志强")
    assert row.shown_code in pages(shown.data)[0]
    assert row.shown_code in browser.get("/papers").get_data(as_text=True)


def test_the_page_of_papers_leads_only_to_what_its_reader_may_open(sign_in, kept, estate):
    paper = f"/papers/notice/{estate.notice}"
    sign_in("lead").get(paper)

    walker, lead = sign_in("patroller"), sign_in("lead")

    assert f'href="{paper}"' in lead.get("/papers").get_data(as_text=True)
    assert f'href="{paper}"' not in walker.get("/papers").get_data(as_text=True)
    assert walker.get(paper).status_code == 403


def test_a_unit_prints_its_own_notice_and_no_other(sign_in, kept, estate):
    browser = sign_in("unit")

    assert browser.get(f"/papers/reply/{estate.notice}").status_code == 200
    assert browser.get(f"/papers/notice/{estate.issued}").status_code == 404
    assert browser.get(f"/papers/record/{estate.record}").status_code == 404
    assert browser.get(f"/papers/month/{SITE}.2026-11").status_code == 404


@pytest.mark.parametrize(
    "path", ["notice/none", "recheck/none.1", "month/none.2026-11", "access/none.x.y", "nothing/x", "record/none"]
)
def test_a_paper_of_nothing_is_not_found(sign_in, kept, path):
    assert sign_in("lead").get(f"/papers/{path}").status_code == 404


def test_a_month_that_has_not_begun_has_no_report(sign_in, kept):
    assert sign_in("lead").get(f"/papers/month/{SITE}.2027-01").status_code == 404


def test_a_period_that_ends_before_it_begins_is_shown_again(sign_in, kept):
    answer = sign_in("lead").get("/papers/period?kind=access&point=x&first=2026-11-20&last=2026-11-01")

    assert answer.status_code == 422
    assert "结束日期不能早于开始日期" in answer.get_data(as_text=True)


# ---- batches


def worked(app):
    with app.app_context():
        return JobWorker(app.extensions[EXTENSION], HANDLERS, "test").turn()


def asked(browser, path, **form):
    answer = browser.post("/papers/batch", data={"list": path, **form})
    assert answer.status_code == 303
    return answer.location


def test_a_batch_is_a_zip_of_the_papers_of_a_list_with_their_codes(app, sign_in, kept):
    browser = sign_in("lead")
    page = browser.get("/papers/batch?list=/notices").get_data(as_text=True)
    job = asked(browser, "/notices", photos="1")
    waiting = browser.get(job).get_data(as_text=True)

    worked(app)

    archive = zipfile.ZipFile(io.BytesIO(browser.get(f"{job}/result").data))
    index = archive.read("目录.txt").decode()
    assert "将打印 2 份整改通知书" in page
    assert 'http-equiv="refresh"' in waiting
    assert sorted(archive.namelist()) == [
        "火险隐患整改通知书-龙物消改〔2026〕0001号.pdf", "火险隐患整改通知书-龙物消改〔2026〕0002号.pdf", "目录.txt",
    ]  # fmt: skip
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", index).group()
    assert code in said(archive.read(archive.namelist()[0])) + said(archive.read(archive.namelist()[1]))
    assert "已完成" in browser.get(job).get_data(as_text=True)


def test_a_batch_goes_without_photos_if_so_asked(app, sign_in, kept):
    browser = sign_in("lead")
    with_photos, without = asked(browser, "/notices", photos="1"), asked(browser, "/notices")

    worked(app)
    worked(app)

    sizes = [len(browser.get(f"{job}/result").data) for job in (with_photos, without)]
    assert sizes[0] > sizes[1]


def test_a_batch_of_nothing_says_so(app, sign_in, kept):
    browser = sign_in("lead")
    job = asked(browser, "/notices?q=nothing-like-it")

    worked(app)

    assert "没有符合条件的记录" in browser.get(job).get_data(as_text=True)
    assert browser.get(f"{job}/result").status_code == 404


def test_a_result_is_its_owners_alone(app, sign_in, kept):
    job = asked(sign_in("lead"), "/notices")
    worked(app)

    other = sign_in("quality")

    assert {other.get(job).status_code, other.get(f"{job}/result").status_code} == {404}
    assert other.post(f"{job}/cancel").status_code == 404


def test_who_lost_the_role_meanwhile_gets_no_batch(app, sign_in, kept, store):
    browser = sign_in("unit")
    answer = browser.post("/papers/batch", data={"list": "/inspections"})

    worked(app)

    assert "您已没有查看这些记录的权限" in browser.get(answer.location).get_data(as_text=True)


def test_a_job_is_cancelled_from_its_page(app, sign_in, kept):
    browser = sign_in("lead")
    job = asked(browser, "/notices")

    browser.post(f"{job}/cancel")

    assert not worked(app)
    assert "已取消" in browser.get(job).get_data(as_text=True)


def test_a_list_with_more_photos_than_a_page_waits_for_becomes_a_job(app, sign_in, kept, store, estate):
    with store.writing() as tx:
        one = tx.get(Hazard, estate.hazards["open"])
        for _ in range(MOST_PHOTOS_AT_ONCE):
            tx.put(replace(one, id=HazardId(tx.ids.new())))
    browser = sign_in("lead")

    answer = browser.get("/hazards?as=xlsx&photos=1")
    worked(app)

    assert answer.status_code == 303
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{answer.location}/result").data))
    assert book.worksheets[0].max_row == MOST_PHOTOS_AT_ONCE + len(estate.hazards) + 1


def test_a_job_of_a_list_that_is_none_of_the_office_is_refused():
    for name in ("os:system", "server.office.hazards.lists:nothing", "server.office.nothing:export", "x"):
        with pytest.raises(JobRefusedError):
            find_export(name)


# ---- verification


def a_code(browser, path):
    words = said(browser.get(path).data)
    return re.search(r"校验码([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})", words).group(1)


def test_anybody_can_verify_a_paper_and_reads_nothing_of_what_it_says(sign_in, nobody, kept, estate):
    code = a_code(sign_in("lead"), f"/papers/notice/{estate.notice}")

    answer = nobody.get(f"/v/{code.lower()}")

    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "这是本系统出具的文书" in page
    assert "龙物消改〔2026〕0001号" in page
    assert "没有变化" in page
    assert not any(word in page for word in ("消火栓箱", "许老板", "李志强", "龙山便利店"))
    assert "Set-Cookie" not in answer.headers


def test_a_paper_whose_records_have_changed_says_so(sign_in, nobody, kept, store, estate):
    code = a_code(sign_in("lead"), f"/papers/notice/{estate.issued}")
    with store.writing() as tx:
        viewer = viewer_of(tx, person_id("lead"))
        tx.put(replace(notice_for(tx, viewer, estate.issued), state=NoticeState.WITHDRAWN, withdrawn_reason="重复"))

    page = nobody.get(f"/v/{code}").get_data(as_text=True)

    assert "记录有更新" in page
    assert "通知书已撤回" in page
    assert "重复" not in page


def test_a_record_that_was_corrected_says_so(sign_in, nobody, kept, store):
    code = a_code(sign_in("lead"), f"/papers/record/{PERIODIC}")
    with store.writing() as tx:
        tx.put(
            replace(
                tx.get(Inspection, PERIODIC), id=InspectionId("0193b1f0-0000-7000-8000-000000000199"), amends=PERIODIC
            )
        )

    assert "已由更正后的记录代替" in nobody.get(f"/v/{code}").get_data(as_text=True)


def test_a_wrong_code_gets_an_honest_page_and_guessing_is_slowed_down(nobody):
    found = [nobody.get(f"/v/AAAA-BBBB-{at:04d}") for at in range(2222, 2250)]

    assert found[0].status_code == 404
    assert "没有这个校验码" in found[0].get_data(as_text=True)
    assert found[-1].status_code == 429


def test_a_code_is_typed_as_it_stands_on_the_paper(nobody):
    answer = nobody.get("/v?code=abcd 2345–efgh")

    assert answer.status_code == 303
    assert answer.location == "/v/ABCD2345EFGH"
    assert "校验码" in nobody.get("/v").get_data(as_text=True)
    assert "Check code" in nobody.get("/v?lang=en").get_data(as_text=True)


def test_one_content_has_one_code_and_another_content_another(sign_in, kept, store, estate):
    browser = sign_in("lead")
    path = f"/papers/notice/{estate.notice}"
    first, again = a_code(browser, path), a_code(browser, path)
    with store.writing() as tx:
        notice = tx.get(Notice, estate.notice)
        tx.put(replace(notice, received_title="经理"))

    assert first == again != a_code(browser, path)


def test_a_report_of_a_past_month_says_how_things_stood_at_its_end(app, kept, store, clock, estate):
    clock.advance(timedelta(days=20))  # 13 December
    with store.writing() as tx:
        late = tx.get(Hazard, estate.hazards["passed"])
        step = replace(late.steps[-1], after=HazardState.CLOSED, at=store.now())
        tx.put(replace(late, state=HazardState.CLOSED, steps=(*late.steps, step)))
        tx.put(a_hazard(id=HazardId(an_id(0x7A1)), no="YH-2026-0099", found_at=clock.read()))

    with app.app_context(), store.reading() as tx:
        now = replace(kept.who, now=tx.now, wording=Wording("zh"))
        paper = COMPOSERS["month"](Desk(tx, now, BASE), f"{SITE}.2026-11")

    numbers = [row[0] for row in paper.data["open"]]
    assert late.no in numbers  # closed in December
    assert "YH-2026-0099" not in numbers  # found in December
    assert dict(zip(numbers, (row[4] for row in paper.data["open"]), strict=True))[late.no] == "复查合格待确认"


def test_a_report_counts_as_overdue_what_the_first_page_counts(app, sign_in, kept, store, clock, estate):
    with store.writing() as tx:
        today = clock.wall.astimezone(ZoneInfo("Asia/Shanghai")).date()
        for name in ("passed", "replied"):  # the one waits for a signature alone; the other is due today
            tx.put(replace(tx.get(Hazard, estate.hazards[name]), deadline_on=today - timedelta(days=name == "passed")))

    figures = {one["name"]: one["words"] for one in composed(app, kept, "month").data["figures"]}

    listed = sign_in("lead").get("/hazards?group=overdue").get_data(as_text=True)
    assert f"共 {figures['其中逾期（项）']} 条" in listed


def test_papers_of_the_past_say_the_names_of_their_time(app, sign_in, nobody, kept, store, clock, estate):
    # given: all papers printed, and a code of one of them
    of_the_past = [name for name in PAPERS if name not in ("access", "month")]  # whose periods have not ended
    was = {name: composed(app, kept, name).content_sha256 for name in of_the_past}
    code = a_code(sign_in("lead"), f"/papers/notice/{estate.notice}")
    clock.advance(timedelta(minutes=1))
    # when: whatever they name is called otherwise
    with store.writing() as tx:
        for cls, ident in ((Site, SITE), (Unit, SHOP), (Point, ROOM), (Asset, LIFTS[0])):
            tx.put(replace(tx.get(cls, ident), name=Text("改了名的")))
        for login in ("lead", "keeper"):
            tx.put(replace(tx.get(Person, person_id(login)), name="改了名的"))
        tx.put(replace(tx.get(Unit, ENGINEERS), name=Text("改了名的"), head="改了名的"))
    # then: they say what they said, under the same code
    assert {name: composed(app, kept, name).content_sha256 for name in of_the_past} == was
    assert a_code(sign_in("lead"), f"/papers/notice/{estate.notice}") == code
    verified = nobody.get(f"/v/{code}").get_data(as_text=True)
    assert "没有变化" in verified
    assert re.search("龙山国际.*（现名：改了名的）", verified)


@pytest.mark.parametrize(("name", "part"), [("month", "龙山便利店"), ("access", "A1 栋电梯机房（LS-A1-JF01）")])
def test_a_period_is_reported_by_the_names_at_its_end(app, kept, store, clock, name, part):
    clock.advance(timedelta(days=20))  # 13 December
    with store.writing() as tx:
        for cls, ident in ((Site, SITE), (Unit, SHOP), (Point, ROOM)):
            tx.put(replace(tx.get(cls, ident), name=Text("改了名的")))

    kind, record = kept.records[name]
    with app.app_context(), store.reading() as tx:
        data = COMPOSERS[kind](Desk(tx, replace(kept.who, now=tx.now), BASE), record).data

    assert data["estate"] == "龙山国际"
    assert part in str(data)
    assert "改了名的" not in str(data)


def test_what_was_recorded_after_a_change_of_name_says_the_new_one(app, kept, store, clock):
    with store.writing() as tx:
        tx.put(replace(tx.get(Unit, SHOP), name=Text("改了名的")))
    clock.advance(timedelta(minutes=1))
    with store.writing() as tx:
        later = InspectionId(an_id(0x7A2))
        tx.put(replace(tx.get(Inspection, PERIODIC), id=later, started_at=clock.read(), visit=""))

    with app.app_context(), store.reading() as tx:
        paper = COMPOSERS["record"](Desk(tx, kept.who, BASE), later)

    assert {one["name"]: one["words"] for one in paper.data["facts"]}["受检单位"] == "改了名的"


def test_a_limit_that_is_set_otherwise_judges_no_record_of_before(app, kept, store, clock):
    clock.advance(timedelta(minutes=1))
    was = composed(app, kept, "machine-room").data["sections"]
    with store.writing() as tx:
        lift = tx.get(Asset, LIFTS[0])
        tx.put(replace(lift, data={**lift.data, "brake_gap_max": 0.1}))

    assert "超限" not in str([row for part in was for row in part["rows"] if "制动间隙" in row["label"]])
    assert composed(app, kept, "machine-room").data["sections"] == was


def test_an_access_log_has_every_entry_of_its_period(app, kept, store):
    with store.writing() as tx:
        for number in range(600):
            tx.put(an_access(id=AccessId(an_id(0x9000 + number)), point=ROOM))

    paper = composed(app, kept, "access")

    assert len(paper.data["rows"]) >= 600


def test_only_the_very_same_batch_is_the_same_work(sign_in, kept, store):
    browser = sign_in("lead")
    long = f"/notices?q={'%E7%81%AB' * 20}"
    with store.writing() as tx:
        grant(tx, person_id("lead"), OTHER_SITE, Role.LEAD_INSPECTOR)

    jobs = [asked(browser, f"{long}{end}") for end in ("1", "2", "1")]
    browser.get("/notices", query_string={"site": OTHER_SITE})
    elsewhere = asked(browser, f"{long}1")

    assert jobs[0] == jobs[2] != jobs[1]
    assert elsewhere not in jobs
