"""The whole demo estate of one day, as facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from server.demo_estate import place, plan
from server.demo_estate.history import records
from server.demo_estate.ident import ident, moment
from server.demo_estate.months import Past
from server.demo_estate.people import Login, logins, people, person
from server.demo_estate.story import CASES, Album, Camera, Story, incidents
from server.demo_estate.workday import workday_years
from server.demo_photos import picture
from server.phrases import read_library
from server.xlsform import read_catalogue
from shared.ids import ReviewId, Sha256, TemplateId, WaiverId
from shared.model.hazard import Extension, Hazard, Notice, Recheck, Reply
from shared.model.inspection import Inspection, Remark, Review, ReviewState
from shared.model.place import Asset, Building, Person, Point, Site, Unit
from shared.model.plan import Rule, Waiver, WorkdayYear
from shared.model.template import Template

CATALOGUE = Path(__file__).parent.parent / "catalogue"
_DAY = timedelta(days=1)
WAIVED_DAYS_AGO = 13
"""The machine-room round that was excused."""


@dataclass(frozen=True, slots=True)
class DemoEstate:
    """Everything that the demo begins with. ``photos`` holds the bytes of every photo by name."""

    today: date
    site: Site
    buildings: tuple[Building, ...]
    points: tuple[Point, ...]
    assets: tuple[Asset, ...]
    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    logins: tuple[Login, ...]
    templates: tuple[Template, ...]
    workday_years: tuple[WorkdayYear, ...]
    rules: tuple[Rule, ...]
    waivers: tuple[Waiver, ...]
    inspections: tuple[Inspection, ...]
    reviews: tuple[Review, ...]
    hazards: tuple[Hazard, ...]
    notices: tuple[Notice, ...]
    replies: tuple[Reply, ...]
    extensions: tuple[Extension, ...]
    rechecks: tuple[Recheck, ...]
    photos: Mapping[Sha256, bytes]

    def entities(self) -> tuple[object, ...]:
        """List all synced entities in an order in which each finds what it names."""
        return (
            self.site,
            *self.templates,
            *self.workday_years,
            *read_library(),
            *self.buildings,
            *self.points,
            *self.assets,
            *self.units,
            *self.people,
            *self.rules,
            *self.waivers,
            *self.inspections,
            *self.reviews,
            *self.hazards,
            *self.notices,
            *self.replies,
            *self.extensions,
            *self.rechecks,
        )

    def login(self, name: str) -> Login:
        """Return a login by its name, such as ``lead``.

        Raises:
            KeyError: there is none.
        """
        for login in self.logins:
            if login.name == name:
                return login
        raise KeyError(name)


def estate(
    today: date,
    templates: tuple[Template, ...] | None = None,
    camera: Camera = picture,
    before: Past | None = None,
) -> DemoEstate:
    """Build the demo estate as it is on the morning of ``today`` (a local day of the estate).

    ``templates`` are those of the catalogue unless given. Nothing has been done today yet. ``camera`` gives the bytes
    of the photos. ``before`` has used the first numbers of hazards and notices.
    """
    held = templates or tuple(imported.template for imported in read_catalogue(CATALOGUE))
    by_id: dict[TemplateId, Template] = {template.id: template for template in held}
    rules, assets = plan.rules(today), place.assets(today)
    album = Album(today, camera)
    inspections = records(today, rules, by_id, assets, incidents(album))
    used = (before.hazard_numbers, before.notice_numbers) if before else (Counter[int](), Counter[int]())
    story = Story(album, by_id, inspections, *used).play()
    return DemoEstate(
        today,
        place.site(),
        place.buildings(),
        place.points(),
        assets,
        place.units(),
        people(),
        logins(),
        held,
        workday_years(),
        rules,
        _waivers(today),
        inspections,
        _reviews(today, inspections),
        tuple(story.hazards[case.key] for case in CASES),
        tuple(story.notices.values()),
        tuple(story.replies),
        tuple(story.extensions),
        tuple(story.rechecks),
        album.pictures,
    )


def _waivers(today: date) -> tuple[Waiver, ...]:
    on = today - WAIVED_DAYS_AGO * _DAY
    rule = plan.rule_id("SCH-05", "LS-A2-JF01")
    at = moment(on, 8, 40)
    reason = "供电局计划停电，机房断电封闭"
    return (Waiver(WaiverId(ident("waiver", rule, on)), place.SITE, rule, on, reason, person("manager"), at),)


def _reviews(today: date, inspections: tuple[Inspection, ...]) -> tuple[Review, ...]:
    """Accept what is older than two days; return yesterday's patrol of building 3; the rest waits in the office."""
    returned = next(
        record
        for record in inspections
        if record.point == place.point("LS-A3-DT01") and record.started_at.wall >= moment(today - _DAY, 0)
    )
    accepted = [record for record in inspections if record.started_at.wall < moment(today - 2 * _DAY, 0)]
    return (
        *(_review(record, ReviewState.ACCEPTED, ()) for record in accepted),
        _review(returned, ReviewState.RETURNED, (Remark("eva_21", "门厅上周刚查出充电，请补一张今天的照片"),)),
    )


def _review(record: Inspection, state: ReviewState, remarks: tuple[Remark, ...]) -> Review:
    ended = (record.ended_at or record.started_at).wall
    return Review(
        ReviewId(ident("review", record.id)),
        record.site,
        record.id,
        record.author,
        person("quality"),
        "周慧",
        state,
        ended + timedelta(hours=5),
        remarks,
        "" if state is ReviewState.ACCEPTED else "其余正常，补照片后再交",
    )
