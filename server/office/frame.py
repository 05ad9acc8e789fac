"""Puts the pages into the app: blueprints, templates with what they all use, headers and error pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, g, request
from jinja2 import BytecodeCache, ChoiceLoader, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from server.office.access.views import blueprint as access
from server.office.agent import browser
from server.office.answer.views import blueprint as answer
from server.office.audit.views import blueprint as audit
from server.office.clearing.views import blueprint as clearing
from server.office.formats import Formats
from server.office.hazards.views import blueprint as hazards
from server.office.inspections.flags import bits as presence_bits
from server.office.inspections.views import blueprint as inspections
from server.office.intake.views import blueprint as intake
from server.office.jobs.views import blueprint as jobs
from server.office.letters.bits import bits
from server.office.letters.photos import blueprint as letter_photos
from server.office.letters.views import blueprint as letters
from server.office.links.views import blueprint as links
from server.office.look import look_of
from server.office.menu import menu
from server.office.names import placed
from server.office.notices.views import blueprint as notices
from server.office.notifications.channels import blueprint as channels
from server.office.notifications.views import bell
from server.office.notifications.views import blueprint as notifications
from server.office.numbers.views import blueprint as numbers
from server.office.orders.views import blueprint as orders
from server.office.page import LOOKS, STATIC, chosen_look, flashes, here, static, wording
from server.office.papers.bits import notice_papers
from server.office.papers.forms import blueprint as papers
from server.office.parts import office
from server.office.people.accounts import blueprint as people
from server.office.permission import Permission
from server.office.photos.views import blueprint as photos
from server.office.phrases.views import blueprint as phrases
from server.office.places.views import blueprint as places
from server.office.plan.views import blueprint as plan
from server.office.profile.views import blueprint as profile
from server.office.profile.views import links as password
from server.office.public import public_link
from server.office.reader import HOME_ZONE, Reader, reader
from server.office.review.views import blueprint as review
from server.office.search.views import blueprint as search
from server.office.session.views import blueprint as session
from server.office.session.visit import SESSION_COOKIE
from server.office.stroke import paths
from server.office.tablets.views import blueprint as tablets
from server.office.templates.views import asked as asked_items
from server.office.templates.views import blueprint as templates
from server.office.text import HTML_LANGUAGES, catalogue
from server.office.today.views import blueprint as today
from server.office.verify.views import blueprint as verify
from shared.model.place import Text

FAMILIES = (
    today,
    clearing,
    session,
    inspections,
    review,
    hazards,
    notices,
    numbers,
    orders,
    plan,
    access,
    tablets,
    letters,
    letter_photos,
    links,
    answer,
    notifications,
    channels,
    templates,
    phrases,
    people,
    places,
    intake,
    audit,
    search,
    profile,
    password,
    photos,
    jobs,
    papers,
    verify,
)


class Compiled(BytecodeCache):
    """Keeps what templates were compiled to for every app of this process: a test run makes thousands of apps."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over what was kept of this very source; ``Bucket.checksum`` is that of the source."""
        found = self._kept.get((bucket.key, bucket.checksum))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = Compiled()


def add_pages(app: Flask) -> None:
    """Register every page family and the static files."""
    app.register_blueprint(Blueprint("office", __name__, static_folder=str(STATIC), static_url_path="/static"))
    for blueprint in FAMILIES:
        app.register_blueprint(blueprint)


def prepare_templates(app: Flask) -> None:
    """Let templates lie beside their views, fail on unknown names, and know what all pages use."""
    loaders = [FileSystemLoader(Path(__file__).parent)]
    app.jinja_loader = ChoiceLoader(loaders)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.bytecode_cache = _COMPILED
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        icon=icon,
        look_of=look_of,
        chosen_look=chosen_look,
        LOOKS=LOOKS,
        menu=menu,
        flashes=flashes,
        here=here,
        public_link=public_link,
        bell=bell,
        is_signed_in=lambda: SESSION_COOKIE in request.cookies,
        static=static,
        stroke_paths=paths,
        **bits(),
        **presence_bits(),
        asked_items=asked_items,
        P=Permission,
        notice_papers=notice_papers,
    )
    app.jinja_env.filters.update(browser=browser, placed=placed, pairs=pairs, members=members, of_state=of_state)
    app.jinja_env.tests["text_key"] = catalogue().__contains__
    app.context_processor(page_facts)


def page_facts() -> dict[str, object]:
    """Return what every template knows: the words ``t``, the formats ``f`` and who reads."""
    who: Reader | None = g.get("reader")
    if who is not None:
        words, formats = who.wording, who.formats
    else:
        words = wording()
        formats = Formats(words, ZoneInfo(HOME_ZONE), office().store.now())
    return {"t": words, "f": formats, "reader": who, "html_language": HTML_LANGUAGES[words.language]}


def pairs(records: Iterable[object], value: str, label: str) -> list[tuple[str, str]]:
    """Turn records into a select field's choices; a label in two languages is shown in the reader's."""
    words = reader().wording

    def shown(found: object) -> str:
        return words.text(found) if isinstance(found, Text) else str(found)

    return [(str(getattr(record, value)), shown(getattr(record, label))) for record in records]


def members(kind: type[Enum]) -> list[tuple[str, str]]:
    """Turn an enum into a select field's choices."""
    words = reader().wording
    return [(str(member.value), words.of(member)) for member in kind]


def of_state(counts: Mapping[Enum, int], value: str) -> int:
    """Return the count of the member with this value."""
    return next((count for member, count in counts.items() if member.value == value), 0)


def icon(name: str) -> Markup:
    """Draw one of the vendored icons; it is decoration, the word stands beside it."""
    return _drawn(static("vendor/icons.svg"), name)


@lru_cache(maxsize=2048)
def _drawn(sprite: str, name: str) -> Markup:
    return Markup('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>').format(sprite, name)
