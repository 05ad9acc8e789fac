"""The page of what was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask import Response, url_for

from server.office.family import pages
from server.office.listing import query
from server.office.names import placed_names
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.search.titles import english_titles
from server.store import Tx
from server.store.clearing import named_line
from server.store.follow import minutes_left
from server.store.paper import find_paper, read_code
from server.store.search import BETWEEN, KINDS, Hit, grams, normal, search

blueprint = pages("search", __name__)
PERMITTED: Final = {
    "hazard": Permission.SEE_HAZARDS,
    "notice": Permission.SEE_NOTICES,
    "inspection": Permission.SEE_INSPECTIONS,
    "order": Permission.SEE_ORDERS,
    "access": Permission.SEE_ACCESS,
    "excuse": Permission.SEE_PLAN,
    "waiver": Permission.SEE_PLAN,
    "line": Permission.SEE_CLEARING,
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
    "access": "key",
    "excuse": "circle-minus",
    "waiver": "circle-minus",
    "line": "list-check",
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
_MOST_BESIDE = 4
_WORD = re.compile(r"[a-z]{3}")
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Found:
    """One record that was found: what it is called, where the words stand in it, what else is said, and its page."""

    title: str
    before: str
    match: str
    after: str
    about: str
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
    minutes = 0
    if words and kinds:
        with office().store.reading() as tx:
            paper = _paper(tx, who, words) if not kind else None
            groups = [*([paper] if paper else []), *(_group(tx, who, words, one, kind, number) for one in kinds)]
            minutes = minutes_left(tx)
    facts = {"groups": [one for one in groups if one.found], "words": words, "kind": kind, "number": number}
    facts["minutes"] = minutes
    is_askable = bool(grams(normal(words)))
    return show("search/found.html", asked=asked, is_askable=is_askable, deepest=_DEEPEST, **facts)


def _group(tx: Tx, who: Reader, words: str, kind: str, only: str, number: int) -> Group:
    most = PAGE if only else FIRST
    skip = (number - 1) * PAGE if only else 0
    hits = search(tx, who.viewer, words, kind, who.site, most=most + 1, skip=skip)
    known = placed_names(tx, who) if hits and who.wording.language == "en" else {}
    titles = english_titles(tx, who, kind, {hit.id: hit.title for hit in hits[:most]}, known) if known else {}
    found = tuple(_found(hit, words, titles.get(hit.id, hit.title), known) for hit in hits[:most])
    return Group(kind, ICONS[kind], found, len(hits) > most)


def _found(hit: Hit, words: str, title: str, english: Mapping[str, str]) -> Found:
    """Show the piece of a record that holds the words, as it was written, and where they stand in it.

    What else is said leaves out what names the same in the other language.
    """
    wanted = normal(words)
    pieces = hit.said.split(BETWEEN)
    piece = next((one for one in pieces if wanted in normal(one)), hit.said)
    start, end = place_in(piece, wanted)
    first, last = max(0, start - _AROUND), end + _AROUND * 2
    before = ("…" if first else "") + piece[first:start]
    after = piece[end:last] + ("…" if len(piece) > last else "")
    is_doubled = english.__contains__ if english else _is_english
    beside = (one for one in pieces[1:] if one not in (piece, title) and len(one) <= _AROUND and not is_doubled(one))
    about = " · ".join(list(dict.fromkeys(beside))[:_MOST_BESIDE])
    return Found(title or hit.id[-6:], before, piece[start:end], after, about, _href(hit))


def _is_english(piece: str) -> bool:
    """Tell whether these are words of English; numbers and codes, written in capitals, are none."""
    return piece.isascii() and _WORD.search(piece) is not None


def place_in(piece: str, wanted: str) -> tuple[int, int]:
    """Return from where to where normal words stand in a text as it was written; nowhere if letter by letter they do not."""
    letters, places = "", []
    for at, letter in enumerate(piece):
        plain = normal(letter) or ("" if not letters or letters.endswith(" ") else " ")
        letters += plain
        places += [at] * len(plain)
    at = letters.find(wanted)
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else (0, 0)


def _href(hit: Hit) -> str:
    if hit.kind == "line":
        return url_for("clearing.show_sheet", day=named_line(hit.id)[0].isoformat(), _anchor=hit.id)
    if hit.kind in ("excuse", "waiver"):
        return url_for("plan.show_excuses", only=hit.id)
    if hit.kind == "access":
        return url_for("access.show_list", entry=hit.id)
    endpoint, name = _PAGES.get(hit.kind, ("places.show_one", "record"))
    return url_for(endpoint, **{name: hit.id}, **({} if hit.kind in _PAGES else {"kind": hit.kind}))  # type: ignore[arg-type]


def _paper(tx: Tx, who: Reader, words: str) -> Group | None:
    """Find the paper whose check code was typed."""
    known = find_paper(tx, read_code(words)) if who.may(Permission.SEE_INSPECTIONS) else None
    if known is None or not who.viewer.sees_all_of(known.site):
        return None
    title = " ".join(part for part in (known.title, known.number) if part)
    found = Found(title, "", known.shown_code, "", "", url_for("verify.show_one", code=known.shown_code))
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
