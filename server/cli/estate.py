"""The command that makes the demo estate."""

from __future__ import annotations

import argparse
from zoneinfo import ZoneInfo

from server.app import create_app, parts_of
from server.cli.command import Commands, add_command, open_store
from server.config import Config
from server.office.session.password import Passwords


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add it."""
    add_command(commands, "demo-seed", _demo_seed, "make the demo estate in an empty database")


def _demo_seed(config: Config, _asked: argparse.Namespace) -> None:
    from server.demo_estate import PASSWORD, estate, furnish, is_seeded, past, seed

    app = create_app(config)
    store, passwords = open_store(config), Passwords()
    today = store.now().astimezone(ZoneInfo("Asia/Shanghai")).date()
    before = past(today)
    demo = estate(today, before=before)
    with store.reading() as tx:
        is_new = not is_seeded(tx, demo)
    hashed = passwords.hash(PASSWORD)
    seed(store, parts_of(app).blobs, demo, lambda _login: hashed)
    if is_new:
        furnish(store, parts_of(app).blobs, demo, before)
    for login in demo.logins:
        print(login.name, login.person_name, login.duty, sep="\t")
