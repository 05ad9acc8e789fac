"""Commands that run the server: serve, work, migrate, epoch."""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from server import migrations
from server.app import Parts, create_app, parts_of
from server.cli.command import Commands, add_command, open_store
from server.config import Config
from server.damage import refuse_damaged
from server.files import BlobStoreError
from server.generation import settle_generation
from server.housekeeping import Housekeeping
from server.jobs import Foreman, JobWorker
from server.journal import lengthen_journal
from server.log import set_up_logs
from server.notify.send import Notify
from server.store.generation import begin_epoch
from server.work import Work

log = logging.getLogger(__name__)


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add them."""
    one = add_command(commands, "serve", _serve, "serve office and tablets until stopped")
    one.add_argument("--quiet", action="store_true", help="do not print the address")
    meaning = "do the work that one process does for all, until stopped; for servers with ROUNDS_WORK=elsewhere"
    add_command(commands, "work", _work, meaning)
    two = add_command(
        commands, "jobs", _jobs, "do the jobs that people asked for until none is due; begun by serve and work"
    )
    two.add_argument("--holder", default="by hand", help="under which name it takes them")
    add_command(commands, "migrate", _migrate, "bring the database up to date and print its revision")
    epochs = commands.add_parser("epoch", help="the server's generation").add_subparsers(required=True, metavar="WHAT")
    add_command(epochs, "new", _epoch_new, "begin a new generation, after any restore")


def _serve(config: Config, asked: argparse.Namespace) -> None:
    serve_home(config, _say if not asked.quiet else _say_nothing)


def serve_home(
    config: Config, tell: Callable[[str], None], fail_point: Callable[[str], None] = lambda _name: None
) -> None:
    """Serve until told to stop; ``tell`` hears the address, ``fail_point`` the name of each place around a commit."""
    from server.serve import alone, serve

    set_up_logs()
    config.home.mkdir(parents=True, exist_ok=True)
    with alone(config):
        refuse_damaged(config.database_url)
        _settle(config)
        app = create_app(config, fail_point=fail_point)
        _reach(parts_of(app))
        lengthen_journal(parts_of(app).engine)
        work = _work_of(parts_of(app)) if config.works_here else None
        with _foreman(parts_of(app), is_needed=config.works_here):
            serve(app, config, work, tell)
        parts_of(app).engine.dispose()


def _work(config: Config, _asked: argparse.Namespace) -> None:
    from server.serve import work_until_told

    set_up_logs()
    _settle(config)
    parts = parts_of(create_app(config))
    _reach(parts)
    with _foreman(parts):
        work_until_told(_work_of(parts))
    parts.engine.dispose()


def _jobs(config: Config, asked: argparse.Namespace) -> None:
    """Work at a low priority, beside those who serve."""
    from server.office.jobs.handlers import HANDLERS
    from server.office.parts import EXTENSION

    set_up_logs()
    if hasattr(os, "nice"):
        os.nice(10)
    app = create_app(config)
    with app.app_context():
        JobWorker(app.extensions[EXTENSION], HANDLERS, asked.holder).run()
    parts_of(app).engine.dispose()


@contextmanager
def _foreman(parts: Parts, *, is_needed: bool = True) -> Iterator[None]:
    """Let jobs be done within the ``with``, in a process of their own."""
    if not is_needed:
        yield
        return
    foreman = Foreman(parts.store, parts.config)
    foreman.start()
    try:
        yield
    finally:
        foreman.stop()


def _work_of(parts: Parts) -> Work:
    keeper = Housekeeping(parts.store, parts.blobs, parts.config.home)
    return Work(parts.store, keeper, parts.exchange, Notify(parts.store, parts.config))


def _settle(config: Config) -> None:
    """Bring the database up to date; one that was put in place by hand gets a new generation."""
    store = open_store(config)
    reason = settle_generation(store, config.home)
    store.engine.dispose()
    if reason:
        _say(f"a new generation begins: {reason}; every tablet sends again what it still holds")


def _reach(parts: Parts) -> None:
    """Say what is wrong with the place of the photos; go on where it may come back by itself.

    Raises:
        BlobStoreError: a setting is wrong: no such bucket, a refused key, a folder that cannot be written.
    """
    try:
        parts.blobs.reach()
    except BlobStoreError as error:
        if error.is_lasting:
            raise
        log.warning("photos cannot be reached yet; serving without them", extra={"reason": error.reason})
        _say(f"warning: {error.reason}; uploads wait until it does")


def _say(line: str) -> None:
    print(line, flush=True)


def _say_nothing(_line: str) -> None:
    """Print nothing."""


def _migrate(config: Config, _asked: argparse.Namespace) -> None:
    open_store(config)
    print(migrations.head())


def _epoch_new(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).writing() as tx:
        print(begin_epoch(tx))
