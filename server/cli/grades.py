"""The command about grades of records: how far their time and presence can be believed."""

from __future__ import annotations

import argparse

from server.cli.command import Commands, add_command, open_store
from server.config import Config
from server.store.grade import A_TURN, begin_anew, forget_all, grade_waiting


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add it."""
    one = add_command(commands, "grades", _grades, "grade the records that have none, and say how many")
    one.add_argument("--all", action="store_true", help="grade every record anew by the present rules")


def _grades(config: Config, asked: argparse.Namespace) -> None:
    store = open_store(config)
    store.act(begin_anew)
    if asked.all:
        store.act(forget_all)
    graded = 0
    while found := grade_waiting(store, A_TURN):
        graded += len(found)
    print(graded)
