"""Who looks: a person with the roles held at each site, and what that lets a query return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, FromClause, and_, false, or_, select

from server.store.tx import Tx
from server.tables import account, password_link, site_role
from shared.errors import ForbiddenError, UnknownRecordError
from shared.ids import PersonId, SiteId, UnitId
from shared.model.place import Person, Role, Site

OWN_ONLY = frozenset({Role.INSPECTED_UNIT})
"""Roles that show only what concerns the person's own unit (roles facts §4, "R own")."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in person. ``roles`` by site; a site without roles is not in it. ``unit`` is the person's own."""

    person: PersonId
    name: str
    roles: Mapping[SiteId, frozenset[Role]]
    unit: UnitId | None = None
    home: SiteId | None = field(default=None)

    @property
    def sites(self) -> tuple[SiteId, ...]:
        """Sites that this person may see anything of, the own one first."""
        return tuple(sorted(self.roles, key=lambda site: (site != self.home, site)))

    def roles_at(self, site: SiteId) -> frozenset[Role]:
        """Return the roles held at ``site``, none if it is not the person's."""
        return self.roles.get(site, frozenset())

    def has(self, *roles: Role) -> bool:
        """Tell whether any of ``roles`` is held at any site."""
        return any(held & set(roles) for held in self.roles.values())

    def sees_all_of(self, site: SiteId) -> bool:
        """Tell whether the person sees more of ``site`` than the own unit's matters."""
        return bool(self.roles_at(site) - OWN_ONLY)

    def may_see(self, site: SiteId | None, unit: UnitId | None = None) -> bool:
        """Tell whether a record of ``site`` that concerns ``unit`` may be shown; no site means everybody's."""
        if site is None or self.sees_all_of(site):
            return True
        return site in self.roles and self.unit is not None and unit == self.unit

    def check(self, site: SiteId, unit: UnitId | None = None) -> None:
        """Refuse to know a record that may not be shown.

        Raises:
            UnknownRecordError: as if it did not exist.
        """
        if not self.may_see(site, unit):
            raise UnknownRecordError

    def check_role(self, site: SiteId, roles: Iterable[Role]) -> None:
        """Refuse what none of the person's roles at ``site`` allows.

        Raises:
            ForbiddenError: with the roles that would do (fact ``needs``).
        """
        wanted = frozenset(roles)
        if not self.roles_at(site) & wanted:
            raise ForbiddenError(needs=sorted(role.value for role in wanted))


def visible(table: FromClause, viewer: Viewer, at: SiteId | None = None) -> ColumnElement[bool]:
    """Limit a query over ``table`` (with columns ``site`` and perhaps ``unit``) to what ``viewer`` may see.

    ``at`` limits it to one site: a single value, which an index answers in order, for viewers of many sites too.
    """
    sites = viewer.roles if at is None else {at} & viewer.roles.keys()
    whole = [site for site in sites if viewer.sees_all_of(site)]
    own = [site for site in sites if not viewer.sees_all_of(site)]
    if at is not None and whole:
        return table.c.site == at
    allowed: ColumnElement[bool] = table.c.site.in_(whole) if whole else false()
    if own and viewer.unit is not None and "unit" in table.c:
        allowed = or_(allowed, and_(table.c.site.in_(own), table.c.unit == viewer.unit))
    return allowed


def viewer_of(tx: Tx, person_id: PersonId) -> Viewer | None:
    """Look up what a person may see: the own site's roles, and those granted at other sites.

    Returns nothing for a person that is unknown or no longer active.
    """
    person = tx.find(Person, person_id)
    if person is None or not person.is_active:
        return None
    roles: dict[SiteId, set[Role]] = {person.site: set(person.roles)} if person.roles else {}
    for row in tx.aside(select(site_role).where(site_role.c.person == person_id)):
        roles.setdefault(SiteId(row.site), set()).add(Role(row.role))
    held = {site: frozenset(entries) for site, entries in roles.items()}
    return Viewer(person.id, person.name, held, person.unit, person.site)


def grant(tx: Tx, person: PersonId, site: SiteId, role: Role) -> None:
    """Let a person act in ``role`` at a site besides the own one; granting twice changes nothing."""
    tx.get(Person, person)
    tx.get(Site, site)
    if role not in (viewer_of(tx, person) or Viewer(person, "", {})).roles_at(site):
        tx.execute(site_role.insert().values(person=person, site=site, role=role.value))
        _void_links(tx, person)


def set_roles(tx: Tx, person: PersonId, site: SiteId, roles: Iterable[Role]) -> None:
    """Let a person hold exactly these roles at a site besides the own one."""
    wanted = {role.value for role in roles}
    mine = (site_role.c.person == person) & (site_role.c.site == site)
    held = {row.role for row in tx.aside(select(site_role).where(mine))}
    if held - wanted:
        tx.execute(site_role.delete().where(mine, site_role.c.role.in_(held - wanted)))
    if wanted - held:
        rows = [{"person": person, "site": site, "role": role} for role in sorted(wanted - held)]
        tx.execute(site_role.insert(), rows)
        _void_links(tx, person)
    if held != wanted:
        tx.touch("person", person)


def _void_links(tx: Tx, person: PersonId) -> None:
    """End the link that sets somebody's password: whoever holds it was trusted with fewer roles than there are now."""
    logins = select(account.c.login).where(account.c.person == person)
    tx.execute(password_link.delete().where(password_link.c.login.in_(logins)))


def granted(tx: Tx, person: PersonId) -> dict[SiteId, frozenset[Role]]:
    """Return the roles that a person holds at other sites than the own one."""
    found: dict[SiteId, set[Role]] = {}
    for row in tx.aside(select(site_role).where(site_role.c.person == person)):
        found.setdefault(SiteId(row.site), set()).add(Role(row.role))
    return {site: frozenset(roles) for site, roles in found.items()}


def withdraw(tx: Tx, person: PersonId, site: SiteId) -> None:
    """Take back all roles granted to a person at a site that is not the own one."""
    tx.execute(site_role.delete().where(site_role.c.person == person, site_role.c.site == site))
