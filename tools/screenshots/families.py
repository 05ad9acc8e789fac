"""The pages of the office's families: review, schedule, clearing, figures, papers, the unit's link, places, the log."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.demo_estate import people
from server.demo_estate.place import SITE, point
from server.store.draft import begin_draft, numbered
from server.store.inspection import InspectionFilter, queue
from server.store.page import PageRequest
from server.store.template import latest
from server.store.unit_link import link_address
from server.store.viewer import viewer_of
from server.xlsform.sheets import sheets_of
from shared.errors import UnknownRecordError
from shared.ids import TemplateId
from shared.model.hazard import Hazard, HazardState
from shared.model.place import Asset, AssetKind

if TYPE_CHECKING:
    from tools.screenshots.office import Browser

DOTS_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class Sight:
    """One page: the picture's name, what it shows, where it is, who looks; ``act`` is done there first."""

    name: str
    caption: str
    path: str
    login: str = "lead"
    act: Callable[[Any], None] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the pages are about."""

    record: str
    closed: str
    pair: tuple[str, str]
    lift: str
    link: str
    running: str
    draft: str

    @classmethod
    def look(cls, eyes: Browser) -> Found:
        """Find the records worth showing in the estate as it is now."""
        served = eyes.served
        with served.store.writing() as tx:
            form = latest(tx, TemplateId("lmr-d"))
            writer = viewer_of(tx, people.person("quality"))
            if form is None or writer is None:
                raise UnknownRecordError(kind="template", id="lmr-d")
            draft = begin_draft(tx, writer, numbered(sheets_of(form), form.version + 1), form.version)
        with served.store.reading() as tx:
            who = viewer_of(tx, people.person("quality"))
            if who is None:
                raise UnknownRecordError(kind="person", id="quality")
            waiting = queue(tx, who, InspectionFilter(site=SITE, review_state="submitted"), PageRequest(size=1))
            hazards = tx.every(Hazard)
            failed = [one for one in hazards if one.round > 1 and one.state is HazardState.CLOSED]
            shown = max(failed or hazards, key=lambda one: one.found_at.wall)
            both = next(one for one in hazards if one.photos_before and one.photos_after)
            lift = next(one for one in tx.every(Asset) if one.kind is AssetKind.LIFT)
            link, running = (
                link_address(tx, served.store.link_key, f"{served.url}/", served.demo_notice(key))
                for key in ("renovation", "rear_exit")
            )
        pair = (both.photos_before[0].sha256, both.photos_after[0].sha256)
        return cls(waiting.rows[0].id, shown.id, pair, lift.id, link, running, draft)


def sights(eyes: Browser) -> tuple[Sight, ...]:
    """List the pages, family by family."""
    found, today = Found.look(eyes), eyes.served.clock.today
    link, running = (one.removeprefix(eyes.served.url) for one in (found.link, found.running))
    yesterday = today.fromordinal(today.toordinal() - 1)
    before = today.fromordinal(today.toordinal() - 2)
    return (
        Sight("review", "What waits for review, by risk", "/review", "quality"),
        Sight("review-record", "A record in the queue, beside the one before", f"/inspections/{found.record}?in=queue", "quality"),
        Sight("review-bulk", "Accepting clean rounds together after a random sample", "/review/bulk", "quality"),
        Sight("compare", "Before and after", f"/photos/compare/{found.pair[0]}/{found.pair[1]}"),
        Sight("hazard-history", "A closed hazard with its whole history", f"/hazards/{found.closed}"),
        Sight("hazards-archive", "The archive of hazards", "/hazards/archive"),
        Sight("hazard-new", "Reporting a hazard at a desk", "/hazards/new", "frontdesk"),
        Sight("register", "The register of notice numbers", "/notices/register"),
        Sight("notice-link", "The unit's link to its notice", f"/notices/{eyes.served.demo_notice('renovation')}/link"),
        Sight("orders", "Orders of an authority", "/orders", "firemanager"),
        Sight("plan-catalogue", "Rounds that the regulations ask for", "/plan/catalogue", "manager"),
        Sight("plan-new", "A new plan with its dates", "/plan/rules/new?often=quarter", "manager"),
        Sight("plan-calendar", "The calendar of rounds", "/plan/calendar", "manager"),
        Sight("plan-day", "A day of the calendar", f"/plan/calendar/{yesterday}", "manager"),
        Sight("plan-missed", "Missed rounds and what was made of them", "/plan/missed?show=all", "manager"),
        Sight("plan-roster", "The roster: shifts and absences", "/plan/roster", "manager"),
        Sight("plan-draws", "Draws of surprise inspections", "/plan/draws", "principal"),
        Sight("plan-excuses", "Requests to excuse a round", "/plan/excuses", "manager"),
        Sight("plan-dates", "What falls due at equipment", "/plan/dates", "manager"),
        Sight("plan-stops", "Equipment out of service", "/plan/stops", "manager"),
        Sight("clearing", "The daily clearing, day by day", "/clearing", "manager"),
        Sight("clearing-sheet", "The sheet of a day: each open line has its word", f"/clearing/{yesterday}", "assistant"),
        Sight("clearing-audited", "A sheet that was cleared and audited", f"/clearing/{before}", "manager"),
        Sight("numbers", "Figures of the half-year", f"/numbers?from={today.fromordinal(today.toordinal() - 180)}&to={today}"),
        Sight("numbers-spread", "Where the hazards of the half-year gather", f"/numbers/spread?from={today.fromordinal(today.toordinal() - 180)}&to={today}"),
        Sight("numbers-rounds", "Rounds of the half-year, day by day", f"/numbers/rounds?from={today.fromordinal(today.toordinal() - 180)}&to={today}"),
        Sight("readings", "Readings of a machine room with their limits", f"/numbers/readings?point={point('LS-A1-JF01')}"),
        Sight("draft", "A checklist being written", f"/templates/drafts/{found.draft}", "quality"),
        Sight("draft-preview", "Trying a checklist out before it is published", f"/templates/drafts/{found.draft}/preview", "quality"),
        Sight("draft-publish", "What publishing would change", f"/templates/drafts/{found.draft}/publish", "quality"),
        Sight("clauses", "The clauses that wordings cite", "/phrases/clauses", "quality"),
        Sight("papers", "Papers to print", "/papers"),
        Sight("papers-batch", "A batch of papers", "/papers/batch?list=/inspections", "quality"),
        Sight("papers-forms", "An own Word form of the notice", "/papers/forms", "admin"),
        Sight("jobs", "What runs in the background", "/jobs"),
        Sight("verify", "Checking a paper's code", "/v", ""),
        Sight("unit-notice", "The unit's page of its notice", link, ""),
        Sight("unit-receipt", "The unit signs for its notice", f"{link}/receipt", ""),
        Sight("unit-reply", "The unit replies with photos", f"{running}/reply/1", ""),
        Sight("search", "Searching everything by part of a word", "/search?q=%E9%98%B2%E7%81%AB%E9%97%A8"),
        Sight("audit", "Who did what, from where", "/audit", "admin"),
        Sight("person", "One person: roles, account, sessions", f"/people/{people.person('keeper')}", "admin"),
        Sight("places", "Places", "/places", "admin"),
        Sight("points", "Points of inspection", "/places/point", "admin"),
        Sight("lifts", "Equipment", "/places/asset", "admin"),
        Sight("lift", "A lift and its data", f"/places/asset/{found.lift}", "admin"),
        Sight("units", "Units", "/places/unit", "admin"),
        Sight("site", "The estate's own data", f"/places/sites/{SITE}", "admin"),
        Sight("tags", "Tags to print", "/places/tags", "admin"),
        Sight("import", "Bringing in places from Excel", "/import/point", "admin"),
        Sight("notifications", "What I was told", "/notifications"),
        Sight("choices", "What I want to be told, and how", "/notifications/choices"),
        Sight("channels", "Ways to tell people", "/channels", "admin"),
        Sight("profile", "My profile and my sessions", "/profile"),
        Sight("access", "The machine rooms' access log", "/access", "frontdesk"),
    )  # fmt: skip


IN_ENGLISH = ("review", "plan-calendar", "numbers", "unit-notice", "clearing-sheet")
ON_A_PHONE = (
    "unit-notice",
    "unit-receipt",
    "unit-reply",
    "review-record",
    "numbers",
    "clearing-sheet",
    "plan-calendar",
)


def tour(eyes: Browser) -> None:
    """Photograph them all; some also in English and on a phone, the papers as they are printed."""
    from tools.screenshots.office import ENGLISH, PHONE

    for one in sights(eyes):
        eyes.shot(f"office-{one.name}", one.caption, one.path, one.login, one.act)
        if one.name in ON_A_PHONE:
            eyes.shot(f"office-{one.name}-phone", f"{one.caption}, on a phone", one.path, one.login, size=PHONE)
        if one.name in IN_ENGLISH:
            eyes.shot(f"office-{one.name}-english", one.caption, one.path, one.login, locale=ENGLISH)
    papers(eyes)


def papers(eyes: Browser) -> None:
    """Photograph the first page of some papers."""
    served = eyes.served
    notice, record = served.demo_notice("fire_door"), Found.look(eyes).record
    for kind, about, caption in (
        ("notice", notice, "The notice as it is printed"),
        ("reply", notice, "The unit's reply form"),
        ("record", record, "A record as it is printed"),
    ):
        page = eyes.page("lead", "zh-CN", {"width": 1366, "height": 768})
        answer = page.request.get(f"{served.url}/papers/{kind}/{about}")
        if answer.status != 200:
            raise RuntimeError(f"paper {kind} answered {answer.status}")
        first_page(answer.body()).save(eyes.album.place("Office", f"office-paper-{kind}", caption))


def first_page(pdf: bytes) -> Any:
    """Return the first page of a PDF as a picture."""
    import pypdfium2

    return pypdfium2.PdfDocument(io.BytesIO(pdf))[0].render(scale=DOTS_PER_INCH / 72).to_pil()
