"""Somebody in the office: signs in, reads pages, fills the forms that stand on them, and has his picture taken.

A browser without the browser: forms are found in the page and sent with what stands in their fields, so that the story
does exactly what a person's clicks do. Pictures need an installed Chromium or Chrome; without one the pages are kept.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from tools.browser import BROWSER_ARGS, find_browser

WIDE = {"width": 1366, "height": 768}
_PATIENCE_MS = 300_000


@dataclass
class PageForm:
    """One form of a page as a browser would send it untouched."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)


class FormReader(HTMLParser):
    """Collects the forms of a page with the values that stand in them."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._form: PageForm | None = None
        self._select = ""
        self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        name = facts.get("name", "")
        if tag == "form":
            action = facts.get("action") or facts.get("hx-post", "")
            self._form = PageForm(action, facts.get("method", "post" if "hx-post" in facts else "get").lower())
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input" and name:
            self._input(self._form, facts, name, "checked" in facts)
        elif tag == "button" and name:
            self._form.choices.setdefault(name, []).append(facts.get("value", ""))
        elif tag == "textarea":
            self._area = name
            self._form.fields.setdefault(name, [""])
        elif tag == "select":
            self._select = name
            self._form.choices[name] = []
        elif tag == "option" and self._select:
            self._form.choices[self._select].append(facts.get("value", ""))
            if "selected" in facts:
                self._form.fields[self._select] = [facts.get("value", "")]

    def _input(self, form: PageForm, facts: dict[str, str], name: str, is_checked: bool) -> None:
        kind = facts.get("type", "text")
        if kind == "file":
            form.files.append(name)
        elif kind in {"checkbox", "radio"}:
            form.choices.setdefault(name, []).append(facts.get("value", "on"))
            if is_checked:
                form.fields.setdefault(name, []).append(facts.get("value", "on"))
        elif kind not in {"submit", "button", "reset"}:
            form.fields.setdefault(name, []).append(facts.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._form is not None and self._area:
            self._form.fields[self._area] = [self._form.fields[self._area][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            if self._form is not None and self._select not in self._form.fields:
                first = self._form.choices.get(self._select) or [""]
                self._form.fields[self._select] = [first[0]]
            self._select = ""
        elif tag == "textarea":
            self._area = ""


class Camera:
    """The browser that photographs pages: opened for the first picture, kept until it is closed."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._browser: Any = None

    @property
    def browser(self) -> Any:
        """The browser, opened if it is not."""
        if self._browser is None:
            from playwright.sync_api import sync_playwright

            playwright = self._open.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER_ARGS))
            self._open.callback(self._browser.close)
        return self._browser

    def close(self) -> None:
        """Close the browser, if it is open."""
        self._browser = None
        self._open.close()


class Visitor:
    """One signed-in person, photographed by a camera."""

    def __init__(self, url: str, login: str, password: str, camera: Camera) -> None:
        import requests  # here, as in the app: the story starts before anything needs it

        self.url = url
        self.camera = camera
        self.session = requests.Session()
        self.session.headers["Origin"] = url
        self.session.headers["Accept-Language"] = "zh-CN"
        self.submit("/signin", "", {"login": login, "password": password})

    def page(self, path: str) -> str:
        """Return a page's HTML.

        Raises:
            RuntimeError: the page is refused or failed.
        """
        answer = self.session.get(urljoin(self.url, path), timeout=300)
        return _good(answer)

    def forms(self, path: str) -> list[PageForm]:
        """Return the forms of a page."""
        reader = FormReader()
        reader.feed(self.page(path))
        return reader.forms

    def form(self, path: str, action: str) -> PageForm:
        """Return the form of a page whose address matches ``action`` (a regular expression; empty: the first to post).

        Raises:
            RuntimeError: there is none.
        """
        forms = [one for one in self.forms(path) if one.method == "post" and re.search(action, one.action or path)]
        if not forms:
            raise RuntimeError(f"{path} has no form for {action!r}: {[one.action for one in self.forms(path)]}")
        return forms[0]

    def submit(self, path: str, action: str, fields: dict[str, str | list[str]], photos: tuple[Path, ...] = ()) -> str:
        """Fill the form of a page and send it; return the page that follows.

        Raises:
            RuntimeError: the form was refused.
        """
        form = self.form(path, action)
        unknown = set(fields) - set(form.fields) - set(form.choices)
        if unknown:
            raise RuntimeError(f"{form.action} has no fields {sorted(unknown)}; it has {sorted(form.fields)}")
        values = {
            **form.fields,
            **{name: [value] if isinstance(value, str) else value for name, value in fields.items()},
        }
        data = [(name, value) for name, several in values.items() for value in several]
        with ExitStack() as open_files:
            name = form.files[0] if form.files else ""
            files = [(name, (p.name, open_files.enter_context(p.open("rb")), "image/jpeg")) for p in photos]
            target = urljoin(urljoin(self.url, path), form.action or path)
            answer = self.session.post(target, data=data, files=files or None, timeout=300)
        return _good(answer)

    def picture(self, path: str, target: Path) -> Path:
        """Photograph a page as this person sees it; without a browser keep its HTML beside."""
        target.parent.mkdir(parents=True, exist_ok=True)
        if find_browser() is None:
            kept = target.with_suffix(".html")
            kept.write_text(self.page(path), encoding="utf-8")
            return kept
        host = urlsplit(self.url).hostname or ""
        cookies: Any = [
            {"name": one.name, "value": one.value or "", "domain": host, "path": "/"} for one in self.session.cookies
        ]
        context = self.camera.browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport=WIDE)
        context.set_default_timeout(_PATIENCE_MS)
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto(urljoin(self.url, path))
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target, full_page=True)
        context.close()
        return target


def _good(answer: Any) -> str:
    if answer.status_code >= 400:
        words = re.sub(r"<[^>]+>|\s+", " ", answer.text)
        raise RuntimeError(f"{answer.request.method} {answer.url}: {answer.status_code}: {words[:600]}")
    text: str = answer.text
    return text
