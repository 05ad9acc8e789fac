"""What holds for every page: headers, origin, language, site, errors, and nothing loaded from elsewhere."""

import re

import pytest

from tests.estate import TABLET

CHINESE = re.compile(r"[\u3400-\u9fff]")
PATHS = (
    "/", "/inspections", "/inspections/{record}", "/hazards", "/hazards/{draft}", "/hazards/{replied}", "/hazards/{overdue}",
    "/hazards/{passed}", "/hazards/{major}", "/notices", "/notices/new?hazard={open}", "/notices/{received}",
    "/notices/{issued_notice}", "/tablets", "/tablets/{tablet}", "/tablets/enrol", "/templates", "/templates/lmr-d",
    "/templates/import", "/people", "/nope",
)  # fmt: skip


@pytest.fixture
def everything(sign_in, store):
    """Open a browser of somebody who holds every role but that of a unit."""
    from shared.model.place import Person, Role
    from tests.estate import person_id

    with store.writing() as tx:
        found = tx.get(Person, person_id("lead"))
        roles = tuple(role for role in Role if role is not Role.INSPECTED_UNIT)
        tx.put(Person(found.id, found.site, found.name, roles))
    return sign_in("lead")


def addresses(estate):
    names = {"record": estate.record, "received": estate.notice, "issued_notice": estate.issued, "tablet": TABLET}
    return [path.format(**estate.hazards, **names) for path in PATHS]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_load_nothing_from_elsewhere_and_hold_no_inline_code(everything, estate, language):
    everything.set_cookie("language", language)

    for path in addresses(estate):
        page = everything.get(path).get_data(as_text=True)
        assert re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", page) == [], path
        assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page) == [], path


def test_pages_forbid_foreign_scripts_frames_and_sniffing(everything, estate):
    for path in addresses(estate):
        headers = everything.get(path).headers
        assert "script-src 'self'" in headers["Content-Security-Policy"], path
        assert "unsafe" not in headers["Content-Security-Policy"], path
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Cache-Control"] == "no-store", path


def test_english_pages_hold_no_chinese_but_names_and_what_people_wrote(everything, estate):
    everything.set_cookie("language", "en")
    page = everything.get("/templates/import").get_data(as_text=True)
    visible = re.sub(r"<[^>]+>", " ", page)

    words = set(re.findall(r"[\u3400-\u9fff]+", visible))

    assert words == {"巡安", "中文", "李志强"}


def test_language_is_switched_without_losing_the_page(everything):
    answer = everything.get("/hazards?group=overdue&lang=en")

    assert answer.location == "/hazards?group=overdue"
    assert 'lang="en"' in everything.get(answer.location).get_data(as_text=True)


def test_chinese_is_the_first_language_whatever_the_browser_prefers(nobody):
    page = nobody.get("/signin", headers={"Accept-Language": "en"}).get_data(as_text=True)

    assert '<html lang="zh-Hans"' in page


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:81", "https://localhost"])
def test_a_form_from_another_site_is_refused(sign_in, estate, origin):
    browser = sign_in("lead")
    browser.environ_base["HTTP_ORIGIN"] = origin

    answer = browser.post(f"/hazards/{estate.hazards['draft']}/void", data={"reason": "x"})

    assert answer.status_code == 403


def test_a_form_without_origin_is_judged_by_its_referer(sign_in, estate):
    browser = sign_in("lead")
    del browser.environ_base["HTTP_ORIGIN"]
    path = f"/hazards/{estate.hazards['draft']}/void"

    silent = browser.post(path, data={"reason": "x"})
    told = browser.post(path, data={"reason": "x"}, headers={"Referer": "http://localhost/hazards"})

    assert (silent.status_code, told.status_code) == (403, 303)


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [("/nope", 404, "找不到这个页面"), ("/hazards/none", 404, "找不到"), ("/hazards/x/confirm", 405, "不能直接打开")],
)
def test_errors_say_what_happened_and_what_to_do(sign_in, path, code, words):
    answer = sign_in("lead").get(path)

    assert answer.status_code == code
    assert words in answer.get_data(as_text=True)


def test_an_unexpected_fault_is_a_page_that_says_nothing_of_itself(sign_in, app):
    def fault():
        raise ZeroDivisionError("a secret")

    app.view_functions["people.show_list"] = fault

    answer = sign_in("lead").get("/people")

    assert answer.status_code == 500
    assert "服务器出了问题" in answer.get_data(as_text=True)
    assert "a secret" not in answer.get_data(as_text=True)


def test_an_unreadable_filter_counts_as_none(sign_in):
    query = "page=-3&sort=body&from=soon&grade=huge&group=x&q=%00%25"

    for path in ("/hazards", "/inspections", "/notices"):
        assert sign_in("lead").get(f"{path}?{query}").status_code == 200, path


def test_static_files_are_kept_by_browsers_and_change_their_address_with_their_content(sign_in):
    page = sign_in("lead").get("/hazards").get_data(as_text=True)
    styles = re.findall(r'href="(/static/[^"]+\.css\?v=[0-9a-f]{10})"', page)

    answers = [sign_in("lead").get(path, buffered=True) for path in styles]

    assert len(styles) == 4
    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize(
    "address",
    [
        "/audit?from=0001-01-01&to=9999-12-31",
        "/access?from=0001-01-01",
        "/inspections?from=0001-01-01",
        "/hazards?to=9999-12-31",
        "/clearing?month=9999-12",
        "/numbers?from=0001-01-01&to=9999-12-31",
        "/plan/calendar?month=9999-12",
        "/plan/missed?from=0001-01-01",
    ],
)
def test_a_day_beyond_all_calendars_is_as_if_it_was_not_asked_for(sign_in, address):
    assert sign_in("admin" if address.startswith("/audit") else "manager").get(address).status_code == 200


def test_a_deadline_beyond_all_calendars_is_refused_beside_its_field(sign_in, estate):
    data = {"hazard": estate.hazards["open"], f"deadline_on-{estate.hazards['open']}": "9999-12-31"}

    answer = sign_in("lead").post("/notices/new", data=data)

    assert answer.status_code == 422


def test_the_menu_marks_where_the_reader_comes_from(everything, estate):
    def current(address):
        page = everything.get(address).get_data(as_text=True).split('id="main"')[0]
        return re.findall(r'<a [^>]*href="(/[^"]*)"[^>]*aria-current="page"', page)

    assert current(f"/inspections/{estate.record}") == ["/inspections"]
    assert current(f"/inspections/{estate.record}?in=queue&grade=D") == ["/review"]
    assert current("/import/phrase") == ["/phrases"]
    assert current("/import/unit") == ["/places"]


NAMING = (
    "/", "/inspections", "/hazards", "/hazards/archive", "/hazards/{draft}", "/hazards/{replied}", "/notices",
    "/notices/new?hazard={open}", "/review", "/plan", "/plan/missed", "/plan/stops", "/access", "/numbers",
    "/places/point", "/places/unit", "/places/asset", "/tablets/{tablet}", "/search?q=LS-A1", "/search?q=lift",
)  # fmt: skip


def test_english_pages_call_places_units_and_checklists_by_their_english_names(everything, estate, store):
    from server.store.follow import follow
    from shared.model.place import Asset, Point, Site, Unit
    from shared.model.template import Template

    everything.set_cookie("language", "en")
    follow(store)
    with store.reading() as tx:
        named = [one.name for kind in (Point, Unit, Asset, Site) for one in tx.every(kind)]
        chinese = {name.zh for name in (*named, *(one.title for one in tx.every(Template))) if name.en}
    names = {"tablet": TABLET, **estate.hazards}

    for path in NAMING:
        page = everything.get(path.format(**names)).get_data(as_text=True)
        visible = re.sub(r"<[^>]+>", "|", re.sub(r"<textarea.*?</textarea>", "", page, flags=re.DOTALL))
        assert [name for name in chinese if name in visible] == [], path
