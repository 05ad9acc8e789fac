"""What every command shares: how it is added, and how it opens the database."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import make_url

from server import migrations
from server.config import Config
from server.db import make_engine
from server.store import ServerStore
from server.store.chain import Actor
from server.store.schema import ensure_epoch
from server.system import SystemClock, SystemIds

Command = Callable[[Config, argparse.Namespace], int | None]
"""Runs; returns the exit status, nothing for 0."""
Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for what add_subparsers returns


def add_command(
    commands: Commands[argparse.ArgumentParser], name: str, command: Command, meaning: str
) -> argparse.ArgumentParser:
    """Add a command by its name; its options are added to what this returns."""
    parser = commands.add_parser(name, help=meaning, description=meaning)
    parser.set_defaults(command=command)
    return parser


def open_store(config: Config, act: str = "command") -> ServerStore:
    """Open the database, brought up to date, with an epoch; ``act`` names in the chain what a command does."""
    config.home.mkdir(parents=True, exist_ok=True)
    engine = make_engine(config.database_url)
    migrations.upgrade(engine)
    with ServerStore(engine, SystemClock(), SystemIds()).writing() as tx:
        ensure_epoch(tx)
    behind = Actor(f"command {_user()}", act)
    return ServerStore(engine, SystemClock(), SystemIds(), who=lambda: behind)


def _user() -> str:
    """Name who runs the command on this machine; a container may have no name for him."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def plain_store(config: Config) -> ServerStore:
    """Open the database as it is, for commands that look at it and change nothing of its schema.

    Raises:
        FileNotFoundError: there is none.
    """
    url = make_url(config.database_url)
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).is_file():
        raise FileNotFoundError(f"there is no database {url.database}; is ROUNDS_HOME right?")
    return ServerStore(make_engine(config.database_url), SystemClock(), SystemIds())
