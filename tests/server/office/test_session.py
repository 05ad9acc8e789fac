"""Signing in and out."""

from datetime import timedelta

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
