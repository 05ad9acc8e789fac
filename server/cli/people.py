"""Commands about people: accounts and enrolment codes."""

from __future__ import annotations

import argparse
import getpass
import sys
from zoneinfo import ZoneInfo

from server.cli.command import Commands, add_command, open_store
from server.config import Config
from server.office.session.password import Passwords
from server.office.session.rule import password_fault
from server.office.text import catalogue
from server.store import Tx
from server.store import account as accounts
from server.store.device import make_code
from shared.errors import UnknownRecordError
from shared.ids import PersonId, SiteId
from shared.model.place import Person, Role, Site, Text


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add them."""
    one = add_command(commands, "setup", _setup, "make the first estate and its first administrator")
    one.add_argument("--estate", required=True, help="the estate's name, such as 龙山国际")
    one.add_argument("--short", required=True, help="its short name, which begins the numbers of notices, such as 龙")
    one.add_argument("--name", required=True, help="the administrator's name")
    one.add_argument("--login", default="admin", help="the administrator's user name (admin)")
    one.add_argument("--timezone", default="Asia/Shanghai", help="where the estate lies (Asia/Shanghai)")
    one.add_argument("--stdin", action="store_true", help="read the password from standard input")
    users = commands.add_parser("user", help="who may sign in").add_subparsers(required=True, metavar="WHAT")
    one = add_command(users, "add", _user_add, "give a person an account")
    one.add_argument("login")
    one.add_argument("--person", required=True, help="the person's id")
    one.add_argument("--stdin", action="store_true", help="read the password from standard input")
    one = add_command(users, "passwd", _user_passwd, "set a new password and end all sessions")
    one.add_argument("login")
    one.add_argument("--stdin", action="store_true", help="read the password from standard input")
    one = add_command(users, "disable", _user_disable, "refuse an account from now on")
    one.add_argument("login")
    one.add_argument("--enable", action="store_true", help="let it in again")
    add_command(users, "list", _user_list, "list accounts")
    one = add_command(
        commands, "enrol-code", _enrol_code, "print a one-time code that enrols a tablet within ten minutes"
    )
    one.add_argument("person", help="login name or id of the person who will carry it")
    one.add_argument("--site", default="", help="the site's id, if not the person's own")


def _setup(config: Config, asked: argparse.Namespace) -> None:
    store = open_store(config, "setup")
    with store.reading() as tx:
        if accounts.accounts(tx):
            raise ValueError("somebody can sign in already; the office's pages about people and places do the rest")
    ZoneInfo(asked.timezone)
    password = _new_password(asked, asked.login, asked.name)
    with store.writing() as tx:
        site = Site(SiteId(tx.ids.new()), Text(asked.estate), asked.short, timezone=asked.timezone)
        who = Person(PersonId(tx.ids.new()), site.id, asked.name, (Role.ADMINISTRATOR,))
        tx.put(site)
        tx.put(who)
        accounts.add_account(tx, asked.login, who.id, Passwords().hash(password))
    print(f"{asked.login} can sign in and is the administrator of {asked.estate}")


def _user_add(config: Config, asked: argparse.Namespace) -> None:
    password = _new_password(asked, asked.login)
    with open_store(config, "user add").writing() as tx:
        accounts.add_account(tx, asked.login, PersonId(asked.person), Passwords().hash(password))
    print(f"{asked.login} can sign in")


def _user_passwd(config: Config, asked: argparse.Namespace) -> None:
    password = _new_password(asked, asked.login)
    with open_store(config, "user passwd").writing() as tx:
        accounts.set_password(tx, asked.login, Passwords().hash(password))
    print(f"{asked.login} has a new password; all sessions have ended")


def _user_disable(config: Config, asked: argparse.Namespace) -> None:
    with open_store(config, "user disable").writing() as tx:
        accounts.set_disabled(tx, asked.login, is_disabled=not asked.enable)
    print(f"{asked.login} is {'enabled' if asked.enable else 'disabled'}")


def _user_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for one in accounts.accounts(tx):
            seen = one.last_seen_at.isoformat(timespec="minutes") if one.last_seen_at else "never"
            print(one.login, one.person, one.person_name, "disabled" if one.is_disabled else "active", seen, sep="\t")


def _enrol_code(config: Config, asked: argparse.Namespace) -> None:
    with open_store(config, "enrol-code").writing() as tx:
        person = _person(tx, asked.person)
        print(make_code(tx, SiteId(asked.site) if asked.site else person.site, person.id, "cli"))


def _person(tx: Tx, name: str) -> Person:
    account = accounts.find_account(tx, name)
    found = tx.find(Person, account.person if account else name)
    if found is None:
        raise UnknownRecordError(kind="person", id=name)
    return found


def _new_password(asked: argparse.Namespace, *names: str) -> str:
    """Read a new password; ``names`` may not be it.

    Raises:
        ValueError: it will not do, with the reason.
    """
    password = sys.stdin.readline().rstrip("\n") if asked.stdin else getpass.getpass("New password: ")
    fault = password_fault(password, *names)
    if fault:
        raise ValueError(catalogue()[fault][1])
    return password
