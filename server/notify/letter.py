"""A row of the outbox becomes words, through the eyes of who gets it: what that person may not see makes no letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from server.notify import words
from server.store import Tx
from server.store.channel import email_of, language_of
from server.store.device import device_names
from server.store.outbox import Kind, Told, may_know
from server.store.unit_link import LinkKey, link_address
from server.store.viewer import viewer_of
from shared.ids import DeviceId, PersonId, SiteId, UnitId
from shared.model.hazard import Hazard, Notice
from shared.model.inspection import Inspection
from shared.model.place import Asset, Point, Site, Text, Unit
from shared.model.plan import Excuse, Rule
from shared.model.template import Template

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Line:
    """What one row says: its kind in words, its number or name, the rest, and where it leads on this server."""

    title: str
    name: str
    detail: str
    path: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that is ready to be sent. ``id`` names it for whoever gets it twice."""

    id: str
    to: str
    subject: str
    body: str


def line_of(tx: Tx, row: Told, language: Language) -> Line:
    """Say what a row is about; whoever calls has asked whether its reader may know (``may_know``)."""
    title = words.TITLES[row.kind].get(language)
    more = [words.MORE[code].get(language) for code in row.facts.values() if code in words.MORE]
    name, rest, path = _about(tx, row, language)
    return Line(title, name, " · ".join(part for part in (*more, *rest) if part), path)


def _about(tx: Tx, row: Told, language: Language) -> tuple[str, tuple[str, ...], str]:
    found = _record(tx, row)
    if isinstance(found, Hazard):
        due = words.DUE_ON.get(language).format(day=found.deadline_on) if found.deadline_on else ""
        unit = tx.find(Unit, found.unit) if found.unit else None
        rest = (found.description, _placed(tx, found, language), _said(unit.name if unit else None, language), due)
        return found.no, rest, f"/hazards/{found.id}"
    if isinstance(found, Notice):
        unit = tx.find(Unit, found.unit)
        due = words.DUE_ON.get(language).format(day=found.deadline_on) if found.deadline_on else ""
        return found.no, (_said(unit.name if unit else None, language), due), f"/notices/{found.id}"
    if isinstance(found, Inspection):
        template = tx.find(Template, found.template_key)
        point = tx.find(Point, found.point) if found.point else None
        name = _said(template.title if template else None, language)
        return name, (_said(point.name if point else None, language),), f"/inspections/{found.id}"
    if isinstance(found, Excuse):
        rule = tx.find(Rule, found.rule)
        return _said(rule.name if rule else None, language), (str(found.window_on), found.reason), "/plan"
    if isinstance(found, Asset):
        day = words.NEXT_ON.get(language).format(day=row.facts.get("day", ""))
        return f"{found.number} {_said(found.name, language)}".strip(), (day,), "/places"
    return _other(tx, row, language)


def _other(tx: Tx, row: Told, language: Language) -> tuple[str, tuple[str, ...], str]:
    if row.kind is Kind.SILENT_TABLET:
        tablet = DeviceId(row.about_id)
        return device_names(tx, [tablet]).get(tablet, ""), (), f"/tablets/{tablet}"
    if row.kind is Kind.ROUND_MISSED:
        return "", (words.MISSED.get(language).format(**{"n": "?", "all": "?", **row.facts}),), "/plan/missed"
    if row.kind is Kind.SURPRISE_DUE:
        left = words.LEFT.get(language).format(n=row.facts["left"]) if "left" in row.facts else ""
        return "", (left,), "/plan"
    if row.kind is Kind.EQUIPMENT_DUE:
        said = words.EQUIPMENT[row.facts["due"]].get(language)
        return "", (said.format(n=row.facts["n"], day=row.facts["day"]),), "/plan/dates"
    return "", (), {Kind.DEAD_LETTER: "/letters", Kind.BACKUP_AGE: "/"}.get(row.kind, "/notifications")


def _record(tx: Tx, row: Told) -> object | None:
    kinds: dict[str, type] = {
        "hazard": Hazard,
        "notice": Notice,
        "inspection": Inspection,
        "excuse": Excuse,
        "asset": Asset,
    }
    kind = kinds.get(row.about_kind)
    found: object | None = tx.find(kind, row.about_id) if kind is not None else None
    return found


def _said(text: Text | None, language: Language) -> str:
    return text.get(language) if text is not None else ""


def _placed(tx: Tx, found: Hazard, language: Language) -> str:
    """Say where a hazard is; whoever noted it chose its place by the Chinese name, which begins the text."""
    place = tx.find(Point, found.point) if found.point and language == "en" else None
    if place is None or not place.name.en or not found.location.startswith(place.name.zh):
        return found.location
    return f"{place.name.en} {found.location[len(place.name.zh) :].strip()}".strip()


# ---- mails


def to_person(tx: Tx, rows: Sequence[Told], base: str) -> tuple[Letter | None, list[Told]]:
    """Write one mail of rows to the same person; also returns the rows that the person may not see any more."""
    who = PersonId(rows[0].recipient.removeprefix("person:"))
    viewer, address = viewer_of(tx, who), email_of(tx, who)
    if viewer is None or not address:
        return None, list(rows)
    lost = [row for row in rows if not may_know(tx, viewer, row.about_kind, row.about_id, row.site)]
    kept = [row for row in rows if row not in lost]
    if not kept:
        return None, lost
    language: Language = "en" if language_of(tx, who) == "en" else "zh"
    lines = [line_of(tx, row, language) for row in kept]
    first = lines[0]
    subject = f"{first.title} {first.name}".strip()
    if len(kept) > 1:
        subject = words.DIGEST.get(language).format(n=len(kept))
    parts = [words.GREETING.get(language).format(name=viewer.name), ""]
    for line in lines:
        parts += [_sentence(line), f"{words.OPEN.get(language)}{base}{line.path}", ""]
    parts += ["--", words.CHOOSE.get(language), _why(tx, kept[0].site, language)]
    return Letter(kept[0].id, address, f"[{words.PRODUCT.get(language)}] {subject}", "\n".join(parts)), lost


def to_unit(tx: Tx, row: Told, base: str, key: LinkKey | None) -> Letter | None:
    """Write a mail to the address of a unit, in both languages, with the link that opens its notice."""
    unit = tx.find(Unit, UnitId(row.recipient.removeprefix("unit:")))
    found = _record(tx, row)
    if unit is None or not unit.email.strip() or getattr(found, "unit", None) != unit.id:
        return None
    notice = found.id if isinstance(found, Notice) else found.notice if isinstance(found, Hazard) else None
    link = link_address(tx, key, base, notice) if notice else ""
    zh, en = line_of(tx, row, "zh"), line_of(tx, row, "en")
    parts = [words.GREETING.get("zh").format(name=unit.name.zh), "", _sentence(zh), _sentence(en), ""]
    if link:
        parts += [words.UNIT_LINK.get("zh"), words.UNIT_LINK.get("en"), "", link, ""]
    parts += ["--", _why(tx, row.site, "zh"), _why(tx, row.site, "en")]
    subject = f"[{words.PRODUCT.get('zh')}] {zh.title} {zh.name}".strip()
    return Letter(row.id, unit.email.strip(), subject, "\n".join(parts))


def to_group(tx: Tx, rows: Sequence[Told], base: str) -> str:
    """Write one message for a group: what happened how often, by number, and one link; no names, no words of records."""
    counted = Counter(row.kind for row in rows)
    said = []
    for kind, n in counted.items():
        names = [_number(tx, row) for row in rows if row.kind is kind]
        title = words.TITLES[kind].get("zh")
        head = f"{title} {names[0]}".strip() if n == 1 else words.GROUP_MANY.get("zh").format(title=title, n=n)
        said.append(head)
    return "\n".join((*said, f"{words.OPEN.get('zh')}{base}/notifications"))


def _number(tx: Tx, row: Told) -> str:
    found = _record(tx, row)
    return found.no if isinstance(found, (Hazard, Notice)) else ""


def _sentence(line: Line) -> str:
    return (
        f"{line.title}  {line.name}\n  {line.detail}".rstrip() if line.detail else f"{line.title}  {line.name}".strip()
    )


def _why(tx: Tx, site: SiteId | None, language: Language) -> str:
    found = tx.find(Site, site) if site else None
    name = _said(found.name, language) if found is not None else words.PRODUCT.get(language)
    return words.WHY.get(language).format(site=name)
