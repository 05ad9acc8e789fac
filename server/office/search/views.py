"""The page of what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flask import Response, url_for

from server.office.family import pages
from server.office.listing import query
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.paper import find_paper, read_code
from server.store.search import KINDS, Hit, grams, normal, search

blueprint = pages("search", __name__)
PERMITTED: Final = {
    "hazard": Permission.SEE_HAZARDS,
    "notice": Permission.SEE_NOTICES,
    "inspection": Permission.SEE_INSPECTIONS,
    "order": Permission.SEE_ORDERS,
    "unit": Permission.SEE_PLACES,
    "person": Permission.SEE_PEOPLE,
    "point": Permission.SEE_PLACES,
    "asset": Permission.SEE_PLACES,
    "building": Permission.SEE_PLACES,
    "rule": Permission.SEE_PLAN,
    "template": Permission.SEE_TEMPLATES,
    "phrase": Permission.SEE_TEMPLATES,
    "device": Permission.SEE_TABLETS,
}
ICONS: Final = {
    "hazard": "alert-triangle",
    "notice": "file-alert",
    "inspection": "clipboard-list",
    "order": "mail-forward",
    "unit": "id-badge",
    "person": "users",
    "point": "map-pin",
    "asset": "tool",
    "building": "building",
    "rule": "calendar-event",
    "template": "checklist",
    "phrase": "message-2",
    "device": "device-tablet",
    "paper": "printer",
}
FIRST = 6
PAGE = 25
_AROUND = 40
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Found:
    """One record that was found: what it is called, where the words stand in it, and its page."""

    title: str
    before: str
    match: str
    after: str
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind; ``has_more`` if there is more than is shown."""

    kind: str
    icon: str
    found: tuple[Found, ...]
    has_more: bool


@blueprint.get("")
def show_found() -> Response:
    """Show what contains the words: some of each kind, or a page of one kind."""
    who, asked = reader(), query()
    words, kind = asked.text("q"), asked.text("kind")
    number = int(asked.text("page")) if asked.text("page").isdigit() else 1
    number = min(max(number, 1), _DEEPEST)
    kinds = [one for one in KINDS if who.chosen and who.may(PERMITTED[one]) and kind in ("", one)]
    groups: list[Group] = []
    if words and kinds:
        with office().store.reading() as tx:
            paper = _paper(tx, who, words) if not kind else None
            groups = [*([paper] if paper else []), *(_group(tx, who, words, one, kind, number) for one in kinds)]
    facts = {"groups": [one for one in groups if one.found], "words": words, "kind": kind, "number": number}
    is_askable = bool(grams(normal(words)))
    return show("search/found.html", asked=asked, is_askable=is_askable, deepest=_DEEPEST, **facts)


def _group(tx: Tx, who: Reader, words: str, kind: str, only: str, number: int) -> Group:
    most = PAGE if only else FIRST
    skip = (number - 1) * PAGE if only else 0
    hits = search(tx, who.viewer, words, kind, who.site, most=most + 1, skip=skip)
    found = tuple(_found(hit, words) for hit in hits[:most])
    return Group(kind, ICONS[kind], found, len(hits) > most)


def _found(hit: Hit, words: str) -> Found:
    wanted = normal(words)
    at = max(hit.text.find(wanted), 0)
    start, end = max(0, at - _AROUND), at + len(wanted) + _AROUND * 2
    before = ("…" if start else "") + hit.text[start:at]
    after = hit.text[at + len(wanted) : end] + ("…" if len(hit.text) > end else "")
    return Found(hit.title or hit.id[-6:], before, hit.text[at : at + len(wanted)], after, _href(hit))


def _href(hit: Hit) -> str:
    endpoint, name = _PAGES.get(hit.kind, ("places.show_one", "record"))
    return url_for(endpoint, **{name: hit.id}, **({} if hit.kind in _PAGES else {"kind": hit.kind}))  # type: ignore[arg-type]


def _paper(tx: Tx, who: Reader, words: str) -> Group | None:
    """Find the paper whose check code was typed."""
    known = find_paper(tx, read_code(words)) if who.may(Permission.SEE_INSPECTIONS) else None
    if known is None or not who.viewer.sees_all_of(known.site):
        return None
    title = " ".join(part for part in (known.title, known.number) if part)
    found = Found(title, "", known.shown_code, "", url_for("verify.show_one", code=known.shown_code))
    return Group("paper", ICONS["paper"], (found,), has_more=False)


_PAGES: Final = {
    "hazard": ("hazards.show_one", "record"),
    "notice": ("notices.show_one", "record"),
    "inspection": ("inspections.show_one", "record"),
    "order": ("orders.show_one", "record"),
    "person": ("people.show_one", "person"),
    "rule": ("plan.show_one", "record"),
    "template": ("templates.show_newest", "template"),
    "phrase": ("phrases.show_one", "phrase"),
    "device": ("tablets.show_one", "device"),
}
"""The page of a record and what its address calls it; other kinds are places."""
