"""Commands about operations that could not be applied."""

from __future__ import annotations

import argparse

from server.app import create_app, parts_of
from server.cli.command import Commands, add_command, open_store
from server.config import Config
from server.letters import apply_letter
from server.store.letter import HELD, OPEN, find_letter, waiting
from shared.ids import OpId


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add them."""
    letters = commands.add_parser("letters", help="operations that could not be applied")
    letters_commands = letters.add_subparsers(required=True, metavar="WHAT")
    add_command(letters_commands, "list", _letters_list, "list what waits for the office or an upgrade")
    one = add_command(letters_commands, "retry", _letters_retry, "apply one, after its reason was removed")
    one.add_argument("op", help="the operation's id")


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
