"""Every page in both languages, both looks, wide and narrow: axe finds nothing, nothing sticks out, no button's words are cut off."""

from dataclasses import replace

import pytest

from server.phrases import read_library
from server.store import Viewer
from server.store.clearing import cut
from server.store.draft import Deed, begin_draft, save_draft
from server.store.phrase import publish_phrases
from server.store.template import latest
from server.xlsform.sheets import sheets_of
from shared.ids import TemplateId
from tests.builders import NOW, SITE
from tests.estate import LIFTS, ROOM, SHOP, TABLET, person_id
from tests.ui.office.conftest import PATIENCE_MS
from tests.ui.office.letters import send_letters

WIDE, NARROW = (1366, 768), (390, 844)
# Words of buttons, states and headings that are wider than the room they stand in.
CUT_OFF = """[...document.querySelectorAll(".btn, .chip, .tag, .label, .nav-item > span, h1, h2, th")].filter((part) =>
    part.clientWidth > 2 && getComputedStyle(part).display !== "inline" && part.scrollWidth > part.clientWidth + 1
  ).map((part) => part.textContent.trim())"""
# Who opens it and where it is.
PAGES = {
    "today": ("quality", "/"),
    "clearing": ("desk", "/clearing"),
    "sheet": ("desk", "/clearing/2026-11-23"),
    "numbers": ("quality", "/numbers?from=2026-11-01&to=2026-11-30"),
    "numbers, where": ("quality", "/numbers/spread?from=2026-11-01&to=2026-11-30"),
    "numbers, rounds": ("quality", "/numbers/rounds?from=2026-11-01&to=2026-11-30"),
    "readings": ("quality", "/numbers/readings"),
    "inspections": ("quality", "/inspections"),
    "record": ("quality", "/inspections/{record}"),
    "review": ("quality", "/review"),
    "record_in_queue": ("quality", "/inspections/{record}?in=queue"),
    "clean_rounds": ("quality", "/review/bulk"),
    "photos_compared": ("quality", "/photos/compare/{photo}/{photo}"),
    "hazards": ("lead", "/hazards"),
    "hazards_to_issue": ("lead", "/hazards?group=issue"),
    "hazards_to_sign": ("principal", "/hazards?group=sign"),
    "hazard_new": ("desk", "/hazards/new"),
    "hazards_archive": ("lead", "/hazards/archive"),
    "hazard_overdue": ("principal", "/hazards/{overdue}"),
    "orders": ("lead", "/orders"),
    "order_new": ("lead", "/orders/new"),
    "register": ("lead", "/notices/register"),
    "hazard_draft": ("lead", "/hazards/{draft}"),
    "hazard_replied": ("lead", "/hazards/{replied}"),
    "hazard_of_the_unit": ("unit", "/hazards/{overdue}"),
    "hazard_to_sign": ("principal", "/hazards/{passed}"),
    "notices": ("lead", "/notices"),
    "notice": ("lead", "/notices/{issued_notice}"),
    "notice_received": ("lead", "/notices/{received}"),
    "link": ("lead", "/notices/{issued_notice}/link"),
    "notifications": ("lead", "/notifications"),
    "notification_choices": ("lead", "/notifications/choices"),
    "channels": ("admin", "/channels"),
    "channel_mail": ("admin", "/channels/email"),
    "channel_robot": ("admin", "/channels/new?kind=dingtalk"),
    "notice_new": ("lead", "/notices/new?hazard={open}"),
    "plan": ("quality", "/plan"),
    "excuse": ("quality", "/plan/excuse"),
    "new plan": ("quality", "/plan/rules/new?often=quarter"),
    "calendar": ("quality", "/plan/calendar"),
    "calendar day": ("quality", "/plan/calendar/2026-11-23"),
    "missed": ("quality", "/plan/missed"),
    "excuses": ("quality", "/plan/excuses"),
    "stops": ("quality", "/plan/stops"),
    "roster": ("quality", "/plan/roster"),
    "draws": ("principal", "/plan/draws"),
    "draw check": ("quality", "/plan/draws/check?seed=a&candidates=x%0Ay"),
    "dates": ("quality", "/plan/dates?within=all"),
    "catalogue": ("quality", "/plan/catalogue"),
    "workdays": ("quality", "/plan/workdays/2026"),
    "tablets": ("admin", "/tablets"),
    "tablet": ("admin", "/tablets/{tablet}"),
    "enrol": ("admin", "/tablets/enrol"),
    "letters": ("admin", "/letters?state=all"),
    "letter_point": ("admin", "/letters/{letter_point}"),
    "letter_hazard": ("admin", "/letters/{letter_hazard}"),
    "letter_lost": ("admin", "/letters/{letter_lost}"),
    "letter_record": ("manager", "/letters/{letter_record}"),
    "letter_broken": ("admin", "/letters/{letter_broken}"),
    "letter_newer": ("quality", "/letters/{letter_newer}"),
    "letter_aside": ("admin", "/letters/{letter_aside}"),
    "templates": ("quality", "/templates"),
    "template": ("quality", "/templates/lmr-d"),
    "import": ("quality", "/templates/import"),
    "template_trial": ("keeper", "/templates/lmr-d/1/preview"),
    "template_compare": ("quality", "/templates/lmr-d/compare"),
    "draft_new": ("quality", "/templates/drafts/new"),
    "draft": ("quality", "/templates/drafts/{template_draft}"),
    "draft_faulty": ("quality", "/templates/drafts/{template_draft_faulty}"),
    "draft_line": ("quality", "/templates/drafts/{template_draft_faulty}/rows/r8"),
    "draft_line_new": ("quality", "/templates/drafts/{template_draft}/rows/new"),
    "draft_settings": ("quality", "/templates/drafts/{template_draft}/settings"),
    "draft_history": ("quality", "/templates/drafts/{template_draft_faulty}/history"),
    "draft_preview": ("quality", "/templates/drafts/{template_draft_faulty}/preview"),
    "draft_publish": ("quality", "/templates/drafts/{template_draft_faulty}/publish"),
    "phrases": ("quality", "/phrases"),
    "clauses": ("quality", "/phrases/clauses"),
    "phrase": ("quality", "/phrases/lmr-09-missing"),
    "people": ("quality", "/people"),
    "papers": ("quality", "/papers"),
    "papers_together": ("quality", "/papers/batch?list=/inspections"),
    "word_forms": ("quality", "/papers/forms"),
    "jobs": ("quality", "/jobs"),
    "verify": ("quality", "/v"),
    "verify_wrong": ("quality", "/v/unknown"),
    "person": ("admin", "/people/{keeper}"),
    "person_seen": ("lead", "/people/{keeper}"),
    "person_new": ("admin", "/people/new"),
    "profile": ("keeper", "/profile"),
    "sites": ("admin", "/places/sites"),
    "units": ("admin", "/places/unit"),
    "unit": ("admin", "/places/unit/{shop}"),
    "unit_seen": ("keeper", "/places/unit/{shop}"),
    "building_new": ("admin", "/places/building/new"),
    "points": ("keeper", "/places/point"),
    "lift": ("admin", "/places/asset/{lift}"),
    "tags": ("lead", "/places/tags"),
    "tag_sheet": ("lead", "/places/tags?print=1&layout=a4-18&point={room}"),
    "intake": ("admin", "/import/unit"),
    "search": ("lead", "/search?q=机房"),
    "search_nothing": ("lead", "/search?q=无此"),
    "audit": ("admin", "/audit"),
}


@pytest.fixture(scope="module")
def letters(office):
    with office.parts.store.writing() as tx:
        publish_phrases(tx, read_library())
        cut(tx, SITE, NOW.date())
        drafted = begin_both_drafts(tx)
    return drafted | {f"letter_{name}": key for name, key in send_letters(office.parts, office.estate).items()}


def begin_both_drafts(tx):
    """Begin a draft without a fault and one with faults of every place."""
    who = Viewer(person_id("quality"), "孙晓燕", {})
    whole = sheets_of(latest(tx, TemplateId("lmr-d")))
    survey = [*whole.survey]
    survey[7] = replace(survey[7], cells={**survey[7].cells, "label.zh": "改过", "relevant": "${nobody} >", "low": "x"})
    survey[8], survey[9] = survey[9], survey[8]
    faulty = begin_draft(tx, who, whole, 1)
    save_draft(
        tx, who, faulty, 1, replace(whole, survey=tuple(survey), settings={"form_id": "lmr-d"}), Deed.EDITED, "LMR"
    )
    return {"template_draft": begin_draft(tx, who, whole, 1), "template_draft_faulty": faulty}


def address(name, estate, letters):
    facts = {"record": estate.record, "received": estate.notice, "issued_notice": estate.issued, "tablet": TABLET}
    facts |= {"photo": estate.photo, "keeper": person_id("keeper"), "shop": SHOP, "lift": LIFTS[0], "room": ROOM}
    facts |= letters
    return PAGES[name][1].format(**estate.hazards, **facts)


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "language", "look"),
    [(WIDE, "zh", "light"), (NARROW, "en", "dark")],
    ids=["wide-zh-light", "narrow-en-dark"],  # English is the longer one, so it is held to the narrow window
)
def test_pages_are_accessible_and_fit_their_window(open_as, office, letters, violations, size, language, look):
    found = {}
    opened = {}

    for name, (login, _) in PAGES.items():
        if login not in opened:
            opened[login] = open_as(login, size=size, language=language, look=look)
        page = opened[login]
        page.goto(office.url + address(name, office.estate, letters))
        sticks_out = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        cut_off = page.evaluate(CUT_OFF)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        problems = violations(page)
        if sticks_out > 0 or cut_off or problems:
            found[name] = (sticks_out, cut_off, problems)

    assert found == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sign_in_and_error_pages_are_accessible(browser, office, violations, language):
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    context.add_cookies([{"name": "language", "value": language, "url": office.url}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    found = {}

    for path in ("/signin", "/nope"):
        page.goto(office.url + path)
        found[path] = violations(page)
    page.goto(office.url + "/signin")
    page.fill("#login", "x")
    page.fill("#password", "y")
    page.click("button[type=submit]")
    page.wait_for_selector("[role=alert]")
    page.mouse.move(0, 0)  # off whatever the answer has moved under the pointer
    page.wait_for_load_state("networkidle")  # the alert is there before the last style sheet
    found["wrong"] = violations(page)
    context.close()

    assert found == {"/signin": [], "/nope": [], "wrong": []}
