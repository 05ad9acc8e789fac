"""Who reads this page: the signed-in person with roles, the chosen site and the language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import g

from server.office.formats import Formats
from server.office.permission import PERMISSIONS, Permission, may
from server.office.text import Wording
from server.store import Viewer
from shared.errors import ForbiddenError
from shared.hazard import FROM_OFFICE, Act
from shared.ids import SiteId
from shared.model.hazard import HazardEvent
from shared.model.place import Role, Site

HOME_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Reader:
    """A signed-in person in front of a page. ``site`` is the chosen one of ``sites``; None: the person has none."""

    viewer: Viewer
    wording: Wording
    now: datetime
    sites: tuple[Site, ...]
    chosen: Site | None

    @property
    def name(self) -> str:
        """The person's name."""
        return self.viewer.name

    @property
    def site(self) -> SiteId:
        """The chosen site.

        Raises:
            ForbiddenError: the person has no site.
        """
        if self.chosen is None:
            raise ForbiddenError(needs=["site"])
        return self.chosen.id

    @property
    def site_name(self) -> str:
        """The chosen site's name, empty if none."""
        return self.wording.text(self.chosen.name) if self.chosen else ""

    @property
    def roles(self) -> frozenset[Role]:
        """Roles held at the chosen site."""
        return self.viewer.roles_at(self.chosen.id) if self.chosen else frozenset()

    @property
    def role_words(self) -> str:
        """The roles in words."""
        return " · ".join(self.wording.of(role) for role in Role if role in self.roles)

    @property
    def formats(self) -> Formats:
        """How times read for this person."""
        return Formats(self.wording, ZoneInfo(self.chosen.timezone if self.chosen else HOME_ZONE), self.now)

    def may(self, permission: Permission, site: SiteId | None = None) -> bool:
        """Tell whether the person may do this at ``site`` (the chosen one if not named)."""
        return may(self.viewer.roles_at(site) if site else self.roles, permission)

    def must(self, permission: Permission, site: SiteId | None = None) -> None:
        """Go on only if the person may do this.

        Raises:
            ForbiddenError: with the roles that would do (fact ``needs``).
        """
        if not self.may(permission, site):
            raise ForbiddenError(needs=sorted(role.value for role in PERMISSIONS[permission]))


def begin(who: Reader, event: HazardEvent, site: SiteId, at: datetime) -> Act:
    """Begin what a person does to a hazard or a notice of ``site``; what the form says is added with `replace`.

    ``today`` is the day of ``at`` where the site lies, not that of the site whose pages are open.
    """
    zone = next((one.timezone for one in who.sites if one.id == site), HOME_ZONE)
    return Act(
        event=event,
        by=who.viewer.person,
        by_name=who.name,
        roles=who.viewer.roles_at(site),
        at=at,
        today=at.astimezone(ZoneInfo(zone)).date(),
        actor_unit=who.viewer.unit,
        origin=FROM_OFFICE,
    )


def reader() -> Reader:
    """Return who reads this page; only where a page asked for a signed-in person."""
    found = g.reader
    if not isinstance(found, Reader):
        raise TypeError("this page did not ask who reads it")
    return found
