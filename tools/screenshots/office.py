"""Every office page, in a browser as people at a desk and with a phone see it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.demo_estate import PASSWORD, people
from tools.browser import BROWSER_ARGS, find_browser
from tools.screenshots import families
from tools.screenshots.album import Album
from tools.screenshots.estate import Served

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
CHINESE, ENGLISH = "zh-CN", "en-GB"
NOWHERE, NOT_YOURS, GONE = "/hazards/nothing-here", "/inspections?not-yours", "/u/gone"
STATUS = {NOWHERE: 404, NOT_YOURS: 403, GONE: 404}
"""Pages that say why there is nothing to see."""
LET_GO = """document.querySelectorAll("main *").forEach((part) => {
    const style = getComputedStyle(part);
    if (style.position === "sticky" && style.bottom !== "auto") part.style.position = "static";
})"""
"""What sticks to the window's lower edge would lie across the middle of a picture of the whole page."""
BROKEN_FORMS = """form_id,version,title::中文 (zh),title::English (en),inspection_type,point_kinds,signers,source
door-night,1,夜间门禁检查,Night door check,patrol,lobby corridor,inspector,手册 5.12
"""
BROKEN_SURVEY = """type,name,label::中文 (zh),label::English (en),required,relevant,constraint,limit_low,limit_high,unit
select_one pass_fail,door_01,单元门能自行关闭,The house door shuts by itself,yes,,,,,
decimal,door_02,闭门时间,Closing time,yes,,,8,3,s
select_one pass_fail,door_01,门禁读卡正常,The card reader works,yes,,,,,
select_one colour,door_03,指示灯颜色,Colour of the lamp,,,,,,
select_one pass_fail,door_04,对讲清楚,The intercom is clear,yes,${door_09} = 'pass',,,,
"""


@dataclass
class Browser:
    """Signed-in people in one browser; each keeps the session that began with the first page."""

    served: Served
    album: Album
    engines: dict[str, Any]
    folder: Path
    _contexts: dict[tuple[str, str, int], Any] = field(default_factory=dict)

    def page(self, login: str, locale: str, size: dict[str, int]) -> Any:
        """Return the page of somebody who has signed in; without a login, of nobody."""
        key = (login, locale, size["width"])
        if key not in self._contexts:
            context = self.engines[locale].new_context(
                locale=locale, timezone_id="Asia/Shanghai", viewport=size, is_mobile=size is PHONE
            )
            page = self._contexts[key] = context.new_page()
            page.clock.set_system_time(self.served.clock.read().wall)
            if login:
                self._sign_in(page, login)
            page.goto(f"{self.served.url}/?lang={locale[:2]}")
        return self._contexts[key]

    def _sign_in(self, page: Any, login: str) -> None:
        page.goto(f"{self.served.url}/signin")
        page.fill("[name=login]", login)
        page.fill("[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url(lambda address: "/signin" not in address)

    def shot(
        self,
        name: str,
        caption: str,
        path: str,
        login: str = "lead",
        act: Callable[[Any], None] | None = None,
        locale: str = CHINESE,
        size: dict[str, int] = DESK,
        whole: bool = True,
    ) -> None:
        """Open a page, do something on it if asked, and photograph it: the whole page or what the window shows.

        Raises:
            RuntimeError: the page is an error page, or the one that is not there is.
        """
        heading = "Office" if locale == CHINESE else "Office in English"
        page = self.page(login, locale, size)
        answer = page.goto(f"{self.served.url}{path}")
        expected = STATUS.get(path, 200)
        if answer.status != expected:
            raise RuntimeError(f"{path} answered {answer.status} to {login or 'nobody'}, not {expected}")
        page.wait_for_load_state("networkidle")
        page.eval_on_selector_all("img[loading=lazy]", "found => found.forEach(one => one.loading = 'eager')")
        if act is not None:
            act(page)
            page.wait_for_load_state("networkidle")
        if whole:
            page.evaluate(LET_GO)
        target = self.album.place(heading, name, caption)
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=target, full_page=whole, animations="disabled")


@contextmanager
def browser(served: Served, album: Album) -> Iterator[Browser]:
    """Start a browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        engines = {
            locale: playwright.chromium.launch(
                executable_path=find_browser(),
                args=[*BROWSER_ARGS, f"--lang={locale}"],
                env={**os.environ, "LANGUAGE": locale},
            )
            for locale in (CHINESE, ENGLISH)
        }
        try:
            yield Browser(served, album, engines, served.home)
        finally:
            for engine in engines.values():
                engine.close()


def tour(served: Served, album: Album, record: str, tell: Callable[[str], None]) -> None:
    """Photograph the office: sign-in, today, records, hazards, notices, tablets, checklists, people, what is not there."""
    with browser(served, album) as eyes:
        tell("office: records and hazards")
        _entrance(eyes)
        _inspections(eyes, record)
        _hazards(eyes)
        _notices(eyes)
        _plan(eyes)
        tell("office: tablets, checklists, people")
        _tablets(eyes)
        _letters(eyes)
        _templates(eyes)
        eyes.shot("office-people", "People and their roles", "/people", "admin")
        eyes.shot("office-pin", "A person's PIN for shared tablets", f"/people/{people.person('patrol')}/pin", "admin")
        eyes.shot("office-not-found", "A page that is not there", NOWHERE)
        eyes.shot("office-not-permitted", "A page of somebody else's work", NOT_YOURS, "shop")
        eyes.shot("office-link-gone", "A link of a notice that does not work any more", GONE, "")
        tell("office: families of pages")
        families.tour(eyes)
        tell("office: phone and English")
        _phone(eyes, record)
        _english(eyes, record)


def _entrance(eyes: Browser) -> None:
    def wrong(page: Any) -> None:
        page.fill("[name=login]", "lead")
        page.fill("[name=password]", "not the password")
        page.click("button[type=submit]")
        page.wait_for_selector("[role=alert]")

    eyes.shot("office-sign-in", "Sign in", "/signin", "")
    eyes.shot("office-sign-in-refused", "Sign in: refused", "/signin", "", wrong)
    eyes.shot("office-today", "Today", "/")
    eyes.shot("office-today-unit", "Today, for an inspected unit", "/", "shop")


def _inspections(eyes: Browser, record: str) -> None:
    eyes.shot("office-inspections", "Inspections", "/inspections")
    eyes.shot("office-inspection", "A record with a failed item and its photo", f"/inspections/{record}", "quality")
    eyes.shot(
        "office-inspection-returned", "A record that was returned", f"/inspections/{_returned(eyes.served)}", "quality"
    )


def _returned(served: Served) -> str:
    return str(next(review.inspection for review in served.demo.reviews if review.state.value == "returned"))


HAZARDS = (
    ("draft", "charging", "lead", "just found, to be confirmed"),
    ("open", "garage", "lead", "confirmed, without a notice yet"),
    ("issued", "renovation", "lead", "the notice is issued"),
    ("overdue", "rear_exit", "lead", "past its deadline"),
    ("extension", "exit_lamp", "lead", "more time is asked for"),
    ("replied", "fire_door", "lead", "the unit has replied"),
    ("recheck-failed", "lobby_bike", "lead", "the recheck failed"),
    ("passed", "hydrant", "firemanager", "the recheck passed, to be signed off"),
    ("closed", "stairs", "lead", "closed"),
    ("escalated", "ladder", "principal", "escalated"),
)


def _hazards(eyes: Browser) -> None:
    eyes.shot("office-hazards", "Hazards", "/hazards")
    for name, key, login, words in HAZARDS:
        path = f"/hazards/{eyes.served.hazard_of(key)}"
        eyes.shot(f"office-hazard-{name}", f"A hazard: {words}", path, login)
    path = f"/hazards/{eyes.served.hazard_of('charging')}"
    eyes.shot(
        "office-hazard-confirm", "A hazard: confirming it", path, act=lambda page: page.click("details.act summary")
    )
    path = f"/hazards/{eyes.served.hazard_of('fire_door')}"
    eyes.shot("office-photo", "The photo viewer", path, act=_look_closer, whole=False)


def _look_closer(page: Any) -> None:
    page.click("[data-gallery] a")
    page.wait_for_selector(".pswp--open .pswp__img:not(.pswp__img--placeholder)")
    page.wait_for_timeout(600)  # the viewer grows out of the thumbnail


def _notices(eyes: Browser) -> None:
    served = eyes.served
    garage = served.hazard_of("garage")
    paper = {key: served.demo_notice(key) for key in ("fire_door", "renovation")}
    eyes.shot("office-notices", "Notices", "/notices")
    eyes.shot("office-notice-new", "A new notice", f"/notices/new?hazard={garage}")
    eyes.shot("office-notice", "A notice, received and signed", f"/notices/{paper['fire_door']}")
    eyes.shot("office-notice-issued", "A notice that waits for its receipt", f"/notices/{paper['renovation']}")


def _plan(eyes: Browser) -> None:
    eyes.shot("office-plan", "The schedule: rules in words, what was excused", "/plan", "manager")
    eyes.shot("office-plan-excuse", "Excuse a task", "/plan/excuse", "manager")
    year = eyes.served.clock.today.year
    eyes.shot("office-plan-workdays", "The workday table of a year", f"/plan/workdays/{year}", "admin")


def _tablets(eyes: Browser) -> None:
    def make_code(page: Any) -> None:
        page.select_option("[name=person]", index=2)
        page.click("main button[type=submit]")
        page.wait_for_selector(".enrol-code")

    eyes.shot("office-tablets", "Tablets", "/tablets", "admin")
    eyes.shot("office-tablet-enrol", "Enrol a tablet", "/tablets/enrol", "admin")
    eyes.shot("office-tablet-code", "The code that enrols a tablet", "/tablets/enrol", "admin", make_code)
    for name, caption, wanted in (
        ("office-tablet", "A tablet with something that could not be applied", "机房"),
        ("office-tablet-silent", "A tablet that has been silent with work on it", "控制室"),
    ):
        eyes.shot(name, caption, f"/tablets/{eyes.served.tablet(wanted)}", "admin")


def _letters(eyes: Browser) -> None:
    key = eyes.served.letters()[0].key
    eyes.shot("office-letters", "What could not be applied", "/letters?state=all", "admin")
    eyes.shot("office-letter", "A dead letter: what it wanted, why not, and two ways out", f"/letters/{key}", "admin")
    eyes.shot("office-letter-phone", "A dead letter on a phone", f"/letters/{key}", "admin", size=PHONE)
    eyes.shot("office-letter-english", "A dead letter", f"/letters/{key}", "admin", locale=ENGLISH)


def _templates(eyes: Browser) -> None:
    folder = eyes.folder / "broken"
    folder.mkdir(exist_ok=True)
    (folder / "forms.csv").write_text(BROKEN_FORMS, encoding="utf-8")
    (folder / "door-night.csv").write_text(BROKEN_SURVEY, encoding="utf-8")

    def bring(page: Any) -> None:
        page.set_input_files("[name=files]", sorted(folder.iterdir()))
        page.click("button[value=check]")
        page.wait_for_selector("table.problems")

    eyes.shot("office-templates", "Checklists", "/templates", "admin")
    eyes.shot("office-template", "A checklist", "/templates/lmr-d", "admin")
    eyes.shot("office-phrases", "The library of hazard wordings", "/phrases", "quality")
    eyes.shot("office-phrase", "A wording and its versions", "/phrases/lmr-09-missing", "quality")
    eyes.shot("office-template-import", "Import: the files", "/templates/import", "admin")
    eyes.shot(
        "office-template-errors", "Import: what is wrong, by file, line and column", "/templates/import", "admin", bring
    )


def _phone(eyes: Browser, record: str) -> None:
    for name, path in (
        ("sign-in", "/signin"),
        ("today", "/"),
        ("inspections", "/inspections"),
        ("inspection", f"/inspections/{record}"),
        ("hazards", "/hazards"),
        ("hazard-passed", f"/hazards/{eyes.served.hazard_of('hydrant')}"),
        ("notice", f"/notices/{eyes.served.demo_notice('fire_door')}"),
    ):
        login = {"sign-in": "", "hazard-passed": "firemanager"}.get(name, "lead")
        eyes.shot(f"office-{name}-phone", f"{name.capitalize().replace('-', ' ')} on a phone", path, login, size=PHONE)


def _english(eyes: Browser, record: str) -> None:
    for name, path in (
        ("today", "/"),
        ("inspection", f"/inspections/{record}"),
        ("hazards", "/hazards"),
        ("hazard-replied", f"/hazards/{eyes.served.hazard_of('fire_door')}"),
        ("notice", f"/notices/{eyes.served.demo_notice('fire_door')}"),
        ("tablets", "/tablets"),
    ):
        login = "admin" if name == "tablets" else "lead"
        eyes.shot(
            f"office-{name}-english", f"{name.capitalize().replace('-', ' ')} in English", path, login, locale=ENGLISH
        )
