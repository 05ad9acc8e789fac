"""The ``rounds`` command: serve, users, codes, templates, workdays, epoch, backup, migrations, the demo estate.

Every command reads the same settings from the environment as the server (``server.config``) and prints for a person;
what another program may want (a code, an epoch) is the only thing on its line.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from server import migrations
from server.app import Parts, create_app, parts_of
from server.backup import back_up
from server.config import Config, read_config
from server.damage import refuse_damaged
from server.db import make_engine
from server.files import open_blobs
from server.housekeeping import Housekeeping
from server.letters import apply_letter
from server.log import set_up_logs
from server.office.session.password import LONGEST, SHORTEST, Passwords
from server.store import ServerStore, Tx
from server.store import account as accounts
from server.store.device import make_code
from server.store.letter import HELD, OPEN, find_letter, waiting
from server.store.plan import workdays
from server.store.schema import ensure_epoch, new_epoch
from server.store.template import publish, templates
from server.store.workday import publish_workdays
from server.system import SystemClock, SystemIds
from server.work import Work
from server.workdays import read_csv
from server.xlsform import Imported, read_catalogue, read_xlsx
from shared.errors import RoundsError, TemplateError, UnknownRecordError
from shared.ids import OpId, PersonId, SiteId
from shared.model.place import Person

CATALOGUE = Path(__file__).with_name("catalogue")
Command = Callable[[Config, argparse.Namespace], None]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 refused with a reason, 2 wrong usage."""
    asked = _parser().parse_args(arguments)
    try:
        config = read_config()
        command: Command = asked.command
        command(config, asked)
    except (RoundsError, ValueError, OSError) as error:
        print(_reason(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def open_store(config: Config) -> ServerStore:
    """Open the database, brought up to date, with an epoch."""
    config.home.mkdir(parents=True, exist_ok=True)
    engine = make_engine(config.database_url)
    migrations.upgrade(engine)
    store = ServerStore(engine, SystemClock(), SystemIds())
    with store.writing() as tx:
        ensure_epoch(tx)
    return store


def _serve(config: Config, asked: argparse.Namespace) -> None:
    from server.serve import alone, serve

    set_up_logs()
    config.home.mkdir(parents=True, exist_ok=True)
    with alone(config):
        refuse_damaged(config.database_url)
        open_store(config).engine.dispose()
        app = create_app(config)
        work = _work_of(parts_of(app)) if config.works_here else None
        serve(app, config, work, _say if not asked.quiet else _say_nothing)
        parts_of(app).engine.dispose()


def _work(config: Config, _asked: argparse.Namespace) -> None:
    from server.serve import work_until_told

    set_up_logs()
    open_store(config).engine.dispose()
    parts = parts_of(create_app(config))
    work_until_told(_work_of(parts))
    parts.engine.dispose()


def _work_of(parts: Parts) -> Work:
    return Work(parts.store, Housekeeping(parts.store, parts.blobs), parts.exchange)


def _say(line: str) -> None:
    print(line, flush=True)


def _say_nothing(_line: str) -> None:
    """Print nothing."""


def _migrate(config: Config, _asked: argparse.Namespace) -> None:
    open_store(config)
    print(migrations.head())


def _user_add(config: Config, asked: argparse.Namespace) -> None:
    password = _new_password(asked)
    with open_store(config).writing() as tx:
        accounts.add_account(tx, asked.login, PersonId(asked.person), Passwords().hash(password))
    print(f"{asked.login} can sign in")


def _user_passwd(config: Config, asked: argparse.Namespace) -> None:
    password = _new_password(asked)
    with open_store(config).writing() as tx:
        accounts.set_password(tx, asked.login, Passwords().hash(password))
    print(f"{asked.login} has a new password; all sessions have ended")


def _user_disable(config: Config, asked: argparse.Namespace) -> None:
    with open_store(config).writing() as tx:
        accounts.set_disabled(tx, asked.login, is_disabled=not asked.enable)
    print(f"{asked.login} is {'enabled' if asked.enable else 'disabled'}")


def _user_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for one in accounts.accounts(tx):
            seen = one.last_seen_at.isoformat(timespec="minutes") if one.last_seen_at else "never"
            print(one.login, one.person, one.person_name, "disabled" if one.is_disabled else "active", seen, sep="\t")


def _enrol_code(config: Config, asked: argparse.Namespace) -> None:
    with open_store(config).writing() as tx:
        person = _person(tx, asked.person)
        print(make_code(tx, SiteId(asked.site) if asked.site else person.site, person.id, "cli"))


def _templates_import(config: Config, asked: argparse.Namespace) -> None:
    read = _read_templates(Path(asked.source))
    with open_store(config).writing() as tx:
        for one in read:
            is_new = publish(tx, one.template)
            print(one.template.key, "published" if is_new else "unchanged", one.template.title.zh, sep="\t")
    for warning in {warning: None for one in read for warning in one.warnings}:
        print(f"warning: {warning}", file=sys.stderr)


def _templates_check(_config: Config, asked: argparse.Namespace) -> None:
    for one in _read_templates(Path(asked.source)):
        print(one.template.key, len(one.template.items), one.template.title.zh, sep="\t")


def _templates_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for one in templates(tx):
            print(one.key, len(one.items), one.title.zh, sep="\t")


def _workdays_import(config: Config, asked: argparse.Namespace) -> None:
    tables = read_csv(Path(asked.source).read_text(encoding="utf-8-sig"))
    with open_store(config).writing() as tx:
        done = [(table, publish_workdays(tx, table)) for table in tables]
    for table, version in done:
        print(table.year, f"version {version}" if version else "unchanged", sep="\t")


def _workdays_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for table in workdays(tx):
            print(table.year, f"version {table.version}", sep="\t")
            days = [(day, "holiday") for day in table.holidays] + [(day, "make_up") for day in table.make_up_days]
            for day, kind in sorted(days):
                print(day, kind, sep="\t")


def _epoch_new(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).writing() as tx:
        print(new_epoch(tx))


def _letters_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for one in waiting(tx, OPEN, HELD):
            received = one.received_at.isoformat(timespec="minutes")
            print(one.op_id, one.state, one.kind, one.device_name, received, one.problem.get("type"), sep="\t")


def _letters_retry(config: Config, asked: argparse.Namespace) -> None:
    app = create_app(config)
    parts = parts_of(app)
    with open_store(config).reading() as tx:
        letter = find_letter(tx, OpId(asked.op))
    apply_letter(parts.store, parts.exchange, letter)
    print(f"{asked.op} is applied")


def _backup(config: Config, asked: argparse.Namespace) -> None:
    done = back_up(config, open_blobs(config.blob_place), Path(asked.folder))
    print(done.database, f"{done.photos} photos", f"{done.new_photos} new", sep="\t")


def _demo_seed(config: Config, _asked: argparse.Namespace) -> None:
    from server.demo_estate import PASSWORD, estate, seed

    app = create_app(config)
    store, passwords = open_store(config), Passwords()
    demo = estate(store.now().astimezone(ZoneInfo("Asia/Shanghai")).date())
    hashed = passwords.hash(PASSWORD)
    seed(store, parts_of(app).blobs, demo, lambda _login: hashed)
    for login in demo.logins:
        print(login.name, login.person_name, login.duty, sep="\t")


def _read_templates(source: Path) -> tuple[Imported, ...]:
    if source.is_dir():
        return read_catalogue(source)
    return (read_xlsx(source.name, source.read_bytes()),)


def _person(tx: Tx, name: str) -> Person:
    account = accounts.find_account(tx, name)
    found = tx.find(Person, account.person if account else name)
    if found is None:
        raise UnknownRecordError(kind="person", id=name)
    return found


def _new_password(asked: argparse.Namespace) -> str:
    password = sys.stdin.readline().rstrip("\n") if asked.stdin else getpass.getpass("New password: ")
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"a password has {SHORTEST} to {LONGEST} characters")
    return password


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateError):
        problems = error.facts.get("problems")
        return "\n".join(str(problem) for problem in problems) if isinstance(problems, list) else str(error)
    return f"{error.title}: {error.facts}" if isinstance(error, RoundsError) else str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rounds", description="Site Rounds: the estate's server")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    one = _command(commands, "serve", _serve, "serve office and tablets until stopped")
    one.add_argument("--quiet", action="store_true", help="do not print the address")
    meaning = "do the work that one process does for all, until stopped; for servers with ROUNDS_WORK=elsewhere"
    _command(commands, "work", _work, meaning)
    _command(commands, "migrate", _migrate, "bring the database up to date and print its revision")

    users = commands.add_parser("user", help="who may sign in").add_subparsers(required=True, metavar="WHAT")
    one = _command(users, "add", _user_add, "give a person an account")
    one.add_argument("login")
    one.add_argument("--person", required=True, help="the person's id")
    one.add_argument("--stdin", action="store_true", help="read the password from standard input")
    one = _command(users, "passwd", _user_passwd, "set a new password and end all sessions")
    one.add_argument("login")
    one.add_argument("--stdin", action="store_true", help="read the password from standard input")
    one = _command(users, "disable", _user_disable, "refuse an account from now on")
    one.add_argument("login")
    one.add_argument("--enable", action="store_true", help="let it in again")
    _command(users, "list", _user_list, "list accounts")

    one = _command(commands, "enrol-code", _enrol_code, "print a one-time code that enrols a tablet within ten minutes")
    one.add_argument("person", help="login name or id of the person who will carry it")
    one.add_argument("--site", default="", help="the site's id, if not the person's own")

    forms = commands.add_parser("templates", help="checklists").add_subparsers(required=True, metavar="WHAT")
    for name, function, meaning in (
        ("publish", _templates_import, "publish the forms of a folder of CSV files or of a workbook"),
        ("import", _templates_check, "read such forms and report, without publishing"),
    ):
        one = _command(forms, name, function, meaning)
        one.add_argument("source", nargs="?", default=str(CATALOGUE), help="default: the catalogue that ships")
    _command(forms, "list", _templates_list, "list published forms")

    days = commands.add_parser("workdays", help="holidays, make-up days").add_subparsers(required=True, metavar="WHAT")
    one = _command(days, "import", _workdays_import, "make the days of a CSV (date,kind) a new version of their years")
    one.add_argument("source", metavar="FILE.csv")
    _command(days, "list", _workdays_list, "list the table of every year")

    epochs = commands.add_parser("epoch", help="the server's generation").add_subparsers(required=True, metavar="WHAT")
    _command(epochs, "new", _epoch_new, "begin a new generation, after any restore")
    letters = commands.add_parser("letters", help="operations that could not be applied")
    letters_commands = letters.add_subparsers(required=True, metavar="WHAT")
    _command(letters_commands, "list", _letters_list, "list what waits for the office or an upgrade")
    one = _command(letters_commands, "retry", _letters_retry, "apply one, after its reason was removed")
    one.add_argument("op", help="the operation's id")
    one = _command(commands, "backup", _backup, "copy database and photos into a folder, while serving")
    one.add_argument("folder")
    _command(commands, "demo-seed", _demo_seed, "make the demo estate in an empty database")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, command: Command, meaning: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=meaning, description=meaning)
    parser.set_defaults(command=command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
