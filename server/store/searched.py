"""What of a record is searched: its title, and its other words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from server.store.template import latest
from server.store.tx import Tx
from shared.model.access import Access
from shared.model.hazard import Hazard, Notice
from shared.model.inspection import Inspection
from shared.model.phrase import Phrase
from shared.model.place import Asset, Building, Person, Point, Site, Text, Unit
from shared.model.plan import Excuse, Rule, Waiver
from shared.model.template import ItemKind, Template


def words_of(tx: Tx, entity: Any) -> tuple[str, list[str]]:
    """Return what a record is called and its other words."""
    return _TEXTS[type(entity)](tx, entity)


def zone_of(site: Site | None) -> ZoneInfo:
    """Return the zone of a site's days."""
    return ZoneInfo(site.timezone if site else "Asia/Shanghai")


def _hazard(tx: Tx, one: Hazard) -> tuple[str, list[str]]:
    about = [one.no, one.location, one.item_label, one.measured, *_names(tx, one.point, one.unit)]
    return one.description, about


def _notice(tx: Tx, one: Notice) -> tuple[str, list[str]]:
    tx.prefetch("hazard", one.hazards)
    found = [tx.find(Hazard, hazard) for hazard in one.hazards]
    lines = [hazard.description for hazard in found if hazard is not None]
    return one.no or "、".join(lines)[:80], [
        one.printed_no,
        one.lead_inspector_name,
        *lines,
        *_names(tx, None, one.unit),
    ]


def _inspection(tx: Tx, one: Inspection) -> tuple[str, list[str]]:
    form = tx.find(Template, f"{one.template}@{one.template_version}")
    said = [word for answer in one.answers for word in (answer.note, answer.reason, answer.action) if word]
    written = {item.name for item in form.items if item.kind is ItemKind.TEXT} if form else set()
    values = [answer.value for answer in one.answers if isinstance(answer.value, str) and answer.item in written]
    signed = [sign.name for sign in one.signatures]
    place = tx.find(Point, one.point) if one.point else None
    site = tx.find(Site, one.site)
    day = one.started_at.wall.astimezone(zone_of(site)).date()
    parts = (form.title.zh if form else one.template, place.name.zh if place else "", day.isoformat())
    title = " · ".join(part for part in parts if part)
    return title, [
        one.conclusion,
        one.late_reason,
        one.visit,
        *said,
        *values,
        *signed,
        *_names(tx, one.point, one.unit),
    ]


def _unit(_tx: Tx, one: Unit) -> tuple[str, list[str]]:
    return one.name.zh, [one.name.en, one.code, one.head, one.phone, one.place, *one.signers]


def _person(tx: Tx, one: Person) -> tuple[str, list[str]]:
    return one.name, [one.code, one.cert_no, one.phone, *_names(tx, None, one.unit)]


def _point(tx: Tx, one: Point) -> tuple[str, list[str]]:
    building = tx.find(Building, one.building) if one.building else None
    return one.name.zh, [
        one.name.en,
        one.number,
        one.floor,
        one.tag,
        one.remark,
        *_both(building.name if building else None),
    ]


def _asset(tx: Tx, one: Asset) -> tuple[str, list[str]]:
    values = [value for value in one.data.values() if isinstance(value, str)]
    return one.name.zh, [one.name.en, one.number, *values, *_names(tx, one.point, None)]


def _building(_tx: Tx, one: Building) -> tuple[str, list[str]]:
    return one.name.zh, [one.name.en, one.code]


def _rule(tx: Tx, one: Rule) -> tuple[str, list[str]]:
    form = latest(tx, one.template)
    asset = tx.find(Asset, one.asset) if one.asset else None
    about = [*_both(form.title if form else None), *_both(asset.name if asset else None)]
    return one.name.zh, [one.name.en, one.code, one.source, *about, *_names(tx, one.point, one.unit)]


def _excuse(tx: Tx, one: Excuse) -> tuple[str, list[str]]:
    title, about = _task(tx, one.rule, one.window_on)
    return title, [one.reason, one.note, one.author_name, one.word, one.decided_by_name, *about]


def _waiver(tx: Tx, one: Waiver) -> tuple[str, list[str]]:
    title, about = _task(tx, one.rule, one.window_on)
    by = tx.find(Person, one.approved_by)
    return title, [one.reason, by.name if by else "", *about]


def _task(tx: Tx, name: str, day: date) -> tuple[str, list[str]]:
    rule = tx.find(Rule, name)
    if rule is None:
        return day.isoformat(), []
    return f"{rule.name.zh} · {day}", [rule.name.en, rule.code, *_names(tx, rule.point, rule.unit)]


def _access(tx: Tx, one: Access) -> tuple[str, list[str]]:
    room, by, left = tx.find(Point, one.point), tx.find(Person, one.author), one.leaving
    day = one.at.wall.astimezone(zone_of(tx.find(Site, one.site))).date()
    title = " · ".join(part for part in (one.name, room.name.zh if room else "", day.isoformat()) if part)
    told = [
        one.purpose,
        one.org,
        one.phone,
        one.cert_no,
        one.approved_by,
        one.escort,
        one.key_no,
        one.items,
        one.refusal,
    ]
    told += [left.state, left.items, left.by_name] if left else []
    return title, [*told, by.name if by else "", *_names(tx, one.point, None)]


def _template(_tx: Tx, one: Template) -> tuple[str, list[str]]:
    lines = [word for item in one.items for word in (item.code, item.label.zh, item.label.en, item.clause)]
    return one.title.zh, [one.title.en, one.id, one.source, *dict.fromkeys(lines)]


def _phrase(_tx: Tx, one: Phrase) -> tuple[str, list[str]]:
    return one.words.zh, [one.words.en, *one.codes, one.measures.zh, one.measures.en, one.basis]


def _names(tx: Tx, point: str | None, unit: str | None) -> list[str]:
    place = tx.find(Point, point) if point else None
    who = tx.find(Unit, unit) if unit else None
    return [*_both(place.name if place else None), place.number if place else "", *_both(who.name if who else None)]


def _both(name: Text | None) -> list[str]:
    return [name.zh, name.en] if name else []


_TEXTS: Final[dict[type, Callable[[Tx, Any], tuple[str, list[str]]]]] = {
    Hazard: _hazard,
    Notice: _notice,
    Inspection: _inspection,
    Unit: _unit,
    Person: _person,
    Point: _point,
    Asset: _asset,
    Building: _building,
    Rule: _rule,
    Excuse: _excuse,
    Waiver: _waiver,
    Access: _access,
    Template: _template,
    Phrase: _phrase,
}
