"""What every view function is given: the tablet's data, the time, the language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mobile.store.port import Source
from mobile.text import Texts
from shared.clock import Clock
from shared.ids import AssetId
from shared.model.place import Text

CHINA = timezone(timedelta(hours=8), "+08:00")
"""What a tablet without time zone data uses: China has one zone and no summer time."""


def zone_of(name: str) -> tzinfo:
    """Return a site's time zone; China's where the name or the zone data is unknown."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return CHINA


@dataclass(frozen=True, slots=True)
class Setting:
    """The tablet's data, its clock and the texts of the chosen language."""

    source: Source
    clock: Clock
    texts: Texts

    def say(self, text: Text) -> str:
        """Return a text of the model in the chosen language."""
        return text.get(self.texts.language)

    def zone(self) -> tzinfo:
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
