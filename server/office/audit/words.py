"""Says in words what a row of the chain names: acts by the page's own name and what was asked of it, records by their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from server.office.text import Wording, catalogue
from server.store.logbook import LogRow

_EVENTS = ("HazardEvent", "act_of")
_SHOWN = 4
_NOT_RECORDS = frozenset(
    {"download", "page", "table", "receipts", "more", "login", "reason", "backup", "job", "list", "seal"}
)


_MACHINERY = frozenset({"table", "receipts", "more"})


@dataclass(frozen=True, slots=True)
class Named:
    """What a row is about: its kind in words, what it is called, and where its page is."""

    kind: str
    title: str
    href: str = ""


def act_word(act: str, say: Wording) -> str:
    """Say an act: by its own text, else by the family of pages and what was asked there."""
    known = catalogue()
    name, _, asked = act.partition(" ")
    for key in (f"act.{act.replace('.', '_').replace(' ', '_')}", f"act.{name.replace('.', '_')}"):
        if key in known:
            return say(key)
    family, _, view = name.partition(".")
    menu = say.first(f"menu.{family}", f"act_family.{family}", "audit.other_page")
    event = next((say(key) for key in (f"{kind}.{asked}" for kind in _EVENTS) if key in known), "")
    verb = event or say.first(f"act_verb.{view}", "act_verb.other")
    return f"{menu} · {verb}"


def outcome_tone(outcome: str) -> tuple[str, str]:
    """Return tone and icon of an outcome."""
    return {"refused": ("warn", "ban"), "failed": ("bad", "alert-triangle")}.get(outcome, ("ok", "check"))


def origin_word(origin: str, say: Wording) -> str:
    """Say from where: the office's network address, a tablet, a unit's link, a command, the server itself."""
    place, _, rest = origin.partition(" ")
    return f"{say.first(f'origin.{place}', 'origin.other')} {rest}".strip()


def named(row: LogRow, titles: Mapping[tuple[str, str], str], say: Wording) -> Sequence[Named]:
    """Name the first few records that a row is about."""
    records = [one for one in row.about if one[0] not in _MACHINERY]
    shown = records or [one for one in row.about if one[0] == "table"]
    found = [_named(kind, ident, titles, say) for kind, ident in shown[:_SHOWN]]
    left = max(len(shown) - _SHOWN, 0)
    left += sum(int(ident) for kind, ident in row.about if kind == "more" and ident.isdigit())
    return [*found, Named("", say("audit.and_more", n=left))] if left > 0 else found


def records_of(rows: Sequence[LogRow]) -> list[tuple[str, str]]:
    """List the records that rows will name, so that their titles are read at once."""
    return [one for row in rows for one in row.about[:_SHOWN] if one[0] not in _NOT_RECORDS]


def _named(kind: str, ident: str, titles: Mapping[tuple[str, str], str], say: Wording) -> Named:
    word = say.first(f"about.{kind}", "about.other")
    if kind in _NOT_RECORDS:
        return Named(word, ident or say("audit.unknown_login"))
    return Named(
        word, titles.get((kind, ident)) or (ident if len(ident) < 30 else f"…{ident[-6:]}"), _href(kind, ident)
    )


def _href(kind: str, ident: str) -> str:
    endpoints = {"hazard": "hazards.show_one", "notice": "notices.show_one", "inspection": "inspections.show_one"}
    if kind in endpoints:
        return url_for(endpoints[kind], record=ident)
    if kind in {"unit", "building", "point", "asset"}:
        return url_for("places.show_one", kind=kind, record=ident)
    return url_for("people.show_one", person=ident) if kind == "person" else ""
