"""What a person's page shows: who it is, the account with its sessions, and the roles at other sites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.office.permission import Permission
from server.office.reader import Reader
from server.store import Tx
from server.store.account import (
    Account,
    OpenSession,
    account_of,
    is_last_administrator,
    link_until,
    locked_until,
    open_sessions,
)
from server.store.viewer import granted
from shared.errors import UnknownRecordError
from shared.ids import SiteId
from shared.model.place import Person, Role


@dataclass(frozen=True, slots=True)
class Card:
    """A person as the page shows it; what only an administrator sees is empty for others."""

    person: Person
    account: Account | None = None
    sessions: tuple[OpenSession, ...] = ()
    link_until: datetime | None = None
    locked_until: datetime | None = None
    granted: Mapping[SiteId, frozenset[Role]] | None = None

    def roles_at(self, site: SiteId) -> frozenset[Role]:
        """Return the roles granted at another site."""
        return (self.granted or {}).get(site, frozenset())

    @property
    def has_password(self) -> bool:
        """Tell whether the account can be used: a password was set."""
        return bool(self.account and self.account.password_hash)


def card_of(tx: Tx, who: Reader, person: str) -> Card:
    """Return a person of the reader's sites, or one who has a role there.

    Raises:
        UnknownRecordError: there is none that the reader may know of.
        ForbiddenError: the reader may not see people there.
    """
    found = tx.find(Person, person)
    if found is None:
        raise UnknownRecordError(kind="person", id=person)
    elsewhere = granted(tx, found.id)
    at = next((site for site in (found.site, *elsewhere) if who.viewer.sees_all_of(site)), None)
    if at is None:
        raise UnknownRecordError(kind="person", id=person)
    who.must(Permission.SEE_PEOPLE, at)
    if not who.may(Permission.MANAGE_PEOPLE, found.site):
        shown = {site: roles for site, roles in elsewhere.items() if who.may(Permission.MANAGE_PEOPLE, site)}
        return Card(found, granted=shown)
    account = account_of(tx, found.id)
    if account is None:
        return Card(found, granted=elsewhere)
    return Card(
        person=found,
        account=account,
        sessions=tuple(open_sessions(tx, account.login)),
        link_until=link_until(tx, account.login),
        locked_until=locked_until(tx, account.login),
        granted=elsewhere,
    )


def why_not_without(tx: Tx, who: Reader, person: Person) -> str:
    """Return the text key of why somebody's account or person cannot go; empty if it can.

    Every site keeps an administrator who can sign in, and nobody locks himself out.
    """
    if person.id == who.viewer.person:
        return "people.not_yourself"
    sites = {site for site, roles in granted(tx, person.id).items() if Role.ADMINISTRATOR in roles}
    if Role.ADMINISTRATOR in person.roles:
        sites.add(person.site)
    is_last = any(is_last_administrator(tx, person.id, site) for site in sites)
    return "people.last_administrator" if is_last else ""


def why_no_link(tx: Tx, who: Reader, person: Person) -> str:
    """Return the text key of why the reader may not have a link that sets somebody's password; empty if so.

    Whoever holds the link can become that person, at every site where the person has a role.
    """
    is_over_all = all(who.may(Permission.MANAGE_PEOPLE, site) for site in granted(tx, person.id))
    return "" if is_over_all else "people.has_roles_elsewhere"
