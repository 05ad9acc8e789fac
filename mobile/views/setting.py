"""What every view function is given: the tablet's data, the time, the language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cached_property
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mobile.store.port import Source
from mobile.text import Texts
from shared.clock import Clock
from shared.ids import AssetId, PersonId
from shared.model.place import Text

CHINA = timezone(timedelta(hours=8), "+08:00")
"""What a tablet without time zone data uses: China has one zone and no summer time."""


def zone_of(name: str) -> tzinfo:
    """Return a site's time zone; China's where the name or the zone data is unknown."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return CHINA


@dataclass(frozen=True)
class Setting:
    """The tablet's data, its clock and the texts of the chosen language; made anew for each view.

    Without slots, so that the site's zone is looked up once: a list asks for the time of each of its rows.
    """

    source: Source
    clock: Clock
    texts: Texts

    def say(self, text: Text) -> str:
        """Return a text of the model in the chosen language."""
        return text.get(self.texts.language)

    def person_id(self) -> PersonId | None:
        """Return who holds the tablet: whoever said so with a PIN, else the person that it is enrolled for."""
        duty, enrolment = self.source.duty(), self.source.enrolment()
        if duty is not None:
            return duty.person
        return enrolment.person if enrolment is not None else None

    def person_name(self) -> str:
        """Return the name of who holds the tablet, empty before it is enrolled."""
        person, enrolment = self.person_id(), self.source.enrolment()
        known = self.source.person(person) if person is not None else None
        if known is not None:
            return known.name
        return enrolment.person_name if enrolment is not None and enrolment.person == person else ""

    def zone(self) -> tzinfo:
        """Return the time zone of the tablet's site."""
        return self._zone

    @cached_property
    def _zone(self) -> tzinfo:
        enrolment = self.source.enrolment()
        site = self.source.site(enrolment.site) if enrolment else None
        return zone_of(site.timezone) if site else CHINA

    def zone_info(self) -> ZoneInfo:
        """Return the zone for `shared.schedule`, which uses no more of it than any tzinfo has."""
        return cast("ZoneInfo", self.zone())

    def now(self) -> datetime:
        """Return the time now, in the site's zone."""
        return self.clock.read().wall.astimezone(self.zone())


def row_key(item: str, per: AssetId | None) -> str:
    """Join an item and its asset into the key of a row."""
    return f"{item}\x1f{per or ''}"


def split_key(key: str) -> tuple[str, AssetId | None]:
    """Undo `row_key`."""
    item, _, per = key.partition("\x1f")
    return item, AssetId(per) if per else None
