"""Signing in and out."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest

from server.store.account import SESSION_IDLE, SESSION_LIFE, set_disabled
from tests.estate import PASSWORD


def attempt(browser, login="lead", password=PASSWORD, **more):
    return browser.post("/signin", data={"login": login, "password": password, **more})


def test_signing_in_goes_on_to_the_page_that_was_asked_for(nobody):
    asked = nobody.get("/hazards?group=overdue")

    answer = attempt(nobody, next="/hazards?group=overdue")

    assert asked.status_code == 303
    assert "next=/hazards?group%3Doverdue" in asked.location or "next=%2Fhazards%3Fgroup%3Doverdue" in asked.location
    assert (answer.status_code, answer.location) == (303, "/hazards?group=overdue")


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_server(nobody, elsewhere):
    answer = attempt(nobody, next=elsewhere)

    assert answer.location == "/"


def test_session_cookie_is_unreadable_for_scripts_and_stays_on_this_site(nobody):
    cookie = attempt(nobody).headers["Set-Cookie"]

    assert cookie.startswith("session=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_session_cookie_is_sent_by_https_only_when_the_page_came_by_https(nobody):
    nobody.environ_base["HTTP_ORIGIN"] = "https://localhost"

    answer = nobody.post("/signin", data={"login": "lead", "password": PASSWORD}, base_url="https://localhost")

    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_database_holds_no_session_token_and_no_password(nobody, parts):
    token = attempt(nobody).headers["Set-Cookie"].split(";")[0].removeprefix("session=")

    stored = (parts.config.home / "rounds.db").read_bytes() + (parts.config.home / "rounds.db-wal").read_bytes()

    assert token.encode() not in stored
    assert PASSWORD.encode() not in stored


@pytest.mark.parametrize(("login", "password"), [("lead", "wrong"), ("nobody", PASSWORD), ("lead", "x" * 10_000)])
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(nobody, login, password):
    answer = attempt(nobody, login, password)

    assert answer.status_code == 422
    assert "用户名或密码不对" in answer.get_data(as_text=True)
    assert password not in answer.get_data(as_text=True)


def test_empty_fields_are_named(nobody):
    answer = attempt(nobody, "", "")

    assert answer.get_data(as_text=True).count("请填写") == 2


def test_after_eight_failures_even_the_right_password_waits(nobody, clock):
    for _ in range(8):
        attempt(nobody, password="wrong")

    slow = attempt(nobody)
    clock.advance(timedelta(minutes=16))
    later = attempt(nobody)

    assert slow.status_code == 429
    assert "等一刻钟" in slow.get_data(as_text=True)
    assert later.status_code == 303


def test_a_disabled_account_is_out_at_once(sign_in, store):
    browser = sign_in("lead")

    with store.writing() as tx:
        set_disabled(tx, "lead", is_disabled=True)

    assert browser.get("/hazards").status_code == 303
    assert attempt(browser).status_code == 422


@pytest.mark.parametrize("pause", [SESSION_IDLE, SESSION_LIFE])
def test_a_session_ends_when_it_is_left_alone(sign_in, clock, pause):
    browser = sign_in("lead")

    clock.advance(pause)

    assert browser.get("/hazards").status_code == 303


def test_a_session_in_use_lives_on_until_its_last_day(sign_in, clock):
    browser = sign_in("lead")
    codes = []

    for _ in range(40):
        clock.advance(timedelta(hours=9))
        codes.append(browser.get("/hazards").status_code)

    assert codes[:36] == [200] * 36
    assert codes[-1] == 303


def test_signing_out_ends_the_session_also_for_a_copied_cookie(sign_in, app):
    browser = sign_in("lead")
    copied = browser.get_cookie("session").value

    answer = browser.post("/signout")
    thief = app.test_client()
    thief.set_cookie("session", copied)

    assert answer.location == "/signin"
    assert thief.get("/hazards").status_code == 303


def test_htmx_is_told_to_leave_for_the_sign_in_page(nobody):
    answer = nobody.get("/hazards", headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"].startswith("/signin")


def test_sign_in_page_is_skipped_by_who_is_signed_in(sign_in):
    assert sign_in("lead").get("/signin").location == "/"


def carried(page):
    """Read the hidden fields of a page: name -> value."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page, re.DOTALL)
    return {name: unescape(value) for name, value in found}


RAISED = {"description": "三层防火门闭门器损坏\n门扇下沉，<b>关不严</b>", "source": "patrol", "grade": "general"}


def test_what_was_typed_while_the_session_ended_goes_along_through_the_sign_in_page(sign_in, clock):
    browser = sign_in("lead")
    clock.advance(SESSION_IDLE + timedelta(minutes=1))

    refused = browser.post("/hazards/new?q=1", data=RAISED)
    hidden = carried(refused.get_data(as_text=True))
    wrong = attempt(browser, password="not this one", **hidden)
    again = carried(wrong.get_data(as_text=True))
    signed_in = attempt(browser, **again)
    page = signed_in.get_data(as_text=True)

    assert (refused.status_code, wrong.status_code, signed_in.status_code) == (403, 422, 200)
    assert 'action="/hazards/new?q=1"' in page
    assert carried(page) == RAISED
    assert browser.get("/hazards").status_code == 200


def test_photos_of_a_form_that_came_too_late_are_asked_for_again(sign_in, clock):
    browser = sign_in("lead")
    clock.advance(SESSION_IDLE + timedelta(minutes=1))

    refused = browser.post("/hazards/new", data={**RAISED, "photos": (BytesIO(b"x"), "1.jpg")})
    page = attempt(browser, **carried(refused.get_data(as_text=True))).get_data(as_text=True)

    assert 'enctype="multipart/form-data"' in page
    assert 'type="file" id="typed-photos" name="photos"' in page


def test_a_form_that_came_too_late_is_shown_in_place_by_htmx(sign_in, clock):
    browser = sign_in("lead")
    clock.advance(SESSION_IDLE + timedelta(minutes=1))
    asked = {"HX-Request": "true", "HX-Target": "main#main"}

    in_place = browser.post("/hazards/new", data=RAISED, headers=asked)
    elsewhere = browser.post("/hazards/new", data=RAISED, headers={**asked, "HX-Target": "div#draft"})

    assert carried(in_place.get_data(as_text=True))["typed_to"] == "/hazards/new"
    assert elsewhere.headers["HX-Redirect"].startswith("/signin")


def test_a_password_that_came_too_late_is_not_carried_along(nobody):
    answer = nobody.post("/profile/password", data={"old": PASSWORD, "new": "a new and long one", "again": ""})

    assert answer.status_code == 303
    assert answer.location.startswith("/signin")


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", ""])
def test_what_was_typed_is_never_sent_to_another_server(nobody, elsewhere):
    answer = attempt(nobody, typed_to=elsewhere, typed="q=1", typed_files="")

    assert (answer.status_code, answer.location) == (303, "/")
