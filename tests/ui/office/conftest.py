"""A real browser before a real server: the furnished estate on 127.0.0.1, Chinese first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from werkzeug.serving import make_server

from server.app import Parts, create_app, parts_of
from server.config import Config, sqlite_url
from server.office.session.password import Passwords
from server.store.schema import create_schema, ensure_epoch
from tests.builders import FakeClock, SeededIds
from tests.estate import PASSWORD, Estate, furnish
from tools.browser import BROWSER_ARGS, find_browser

WIDE, NARROW = (1366, 768), (390, 844)
PATIENCE_MS = 300_000  # how long a page is waited for, on a machine that does much else
VEIL = """
(() => {
  const veil = new CSSStyleSheet();
  veil.replaceSync("*, *::before, *::after { visibility: hidden !important; }");
  const hide = () => { document.adoptedStyleSheets = [veil]; };
  const show = () => { document.adoptedStyleSheets = []; };
  hide();
  document.addEventListener("DOMContentLoaded", show);
  addEventListener("pageshow", show);
  addEventListener("beforeunload", hide);
  addEventListener("submit", (event) => { if (event.target.method === "post") hide(); });
  addEventListener("htmx:after:swap", show, true);
  addEventListener("htmx:finally:request", show, true);
})();
"""
"""A page cannot be seen, and so not be waited for or clicked, before its own scripts have run, while a form is being sent,
and once it is being left: otherwise a key or a click comes before anybody listens to it, and words that the old page has as
well as the new one are taken for an answer. Whoever leaves a page for a download has to load it again."""


@dataclass(frozen=True, slots=True)
class Office:
    """A running office: its address, its parts and what is in it."""

    url: str
    parts: Parts
    estate: Estate


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    home = tmp_path_factory.mktemp("office")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # a line for each file of each page hides what failed
    passwords = Passwords(memory_kib=8)
    app = create_app(
        Config(home=home, database_url=sqlite_url(home)), clock=FakeClock(), ids=SeededIds(), passwords=passwords
    )
    parts = parts_of(app)
    create_schema(parts.engine)
    with parts.store.writing() as tx:
        ensure_epoch(tx)
    estate = furnish(parts, passwords)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Office(f"http://127.0.0.1:{server.server_port}", parts, estate)
    server.shutdown()
    thread.join()
    server.server_close()
    parts.engine.dispose()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = find_browser()
    opened = playwright.chromium.launch(executable_path=str(found) if found else None, args=list(BROWSER_ARGS))
    yield opened
    opened.close()


OpenAs = Callable[..., Page]
Scheme = Literal["light", "dark"]


def sign_in(context: BrowserContext, office: Office, login: str) -> None:
    """Give a browser the session of somebody, without its pages."""
    sent = {"login": login, "password": PASSWORD}
    answer = context.request.post(
        f"{office.url}/signin", form=sent, headers={"Origin": office.url}, max_redirects=0, timeout=PATIENCE_MS
    )
    assert answer.status == 303, answer.text()


@pytest.fixture
def open_as(browser: Browser, office: Office) -> Iterator[OpenAs]:
    """Open a page as somebody, or as nobody yet; what the browser complains of fails the test at its end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        login: str, path: str = "/", size: tuple[int, int] = WIDE, language: str = "zh", look: str = "light"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.add_init_script(VEIL)
        chosen = {"language": language, "look": look}
        context.add_cookies([{"name": name, "value": value, "url": office.url} for name, value in chosen.items()])
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None
        )
        if login:
            sign_in(context, office, login)
        page.goto(office.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


Violations = Callable[[Page], list[list[str]]]


@pytest.fixture(scope="session")
def violations() -> Violations:
    """Return a function that names what axe finds wrong on a page: the rule, and the first element that breaks it.

    Only that leaves the browser: to describe every element that is right takes longer than to look at them.
    """
    axe = (Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
    run = 'axe.run({ resultTypes: ["violations"] })'
    told = "found.violations.map((one) => [one.id, one.nodes[0].html.slice(0, 120)])"

    def look(page: Page) -> list[list[str]]:
        found: list[list[str]] = page.evaluate(f"(() => {{ {axe}; return {run}.then((found) => {told}); }})()")
        return found

    return look


@pytest.fixture
def phone(browser: Browser) -> Iterator[OpenAs]:
    """Open the browser of a phone whose owner has no account: it gets no cookie; ``scripts`` may be off."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_phone(*, size: tuple[int, int] = NARROW, scripts: bool = True, scheme: Scheme = "light") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=scripts,
            color_scheme=scheme,
            has_touch=True,
            is_mobile=True,
            locale="zh-CN",
        )
        contexts.append(context)
        if scripts:
            context.add_init_script(VEIL)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
        return page

    yield open_phone
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert complaints == []
