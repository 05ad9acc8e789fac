"""The ``rounds`` command: one module for each family of commands, put together here.

``serving`` serve, work, migrate, epoch · ``people`` accounts, enrolment codes · ``forms`` templates, workdays ·
``letters`` what could not be applied · ``grades`` of records · ``storage`` backup, restore, drill, check · ``estate`` the demo.

Every command reads the same settings from the environment as the server (``server.config``) and prints for a person;
what another program may want (a code, an epoch) is the only thing on its line.
"""

from __future__ import annotations

import argparse
import sys

from server.cli import estate, forms, grades, letters, people, serving, storage
from server.cli.command import Command, open_store
from server.config import read_config
from server.db import DATABASE_ERRORS
from server.files import BlobStoreError
from shared.errors import BusyError, RoundsError, StorageFullError, TemplateError

__all__ = ["main", "open_store"]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 refused or found wanting, 2 wrong usage."""
    asked = _parser().parse_args(arguments)
    try:
        config = read_config()
        command: Command = asked.command
        return command(config, asked) or 0
    except (RoundsError, ValueError, OSError, *DATABASE_ERRORS) as error:
        print(_reason(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateError):
        problems = error.facts.get("problems")
        return "\n".join(str(problem) for problem in problems) if isinstance(problems, list) else str(error)
    if isinstance(error, BlobStoreError):
        return error.reason
    is_busy = isinstance(error, BusyError | StorageFullError)  # for tablets; a person is told what the database said
    refused = error.__cause__ if is_busy else error
    if refused is not None and (is_busy or isinstance(refused, DATABASE_ERRORS)):
        return f"the database refuses: {getattr(refused, 'orig', None) or refused}"
    return f"{error.title}: {error.facts}" if isinstance(error, RoundsError) else str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rounds", description="Site Rounds: the estate's server")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for family in (serving, people, forms, letters, grades, storage, estate):
        family.add(commands)
    return parser
