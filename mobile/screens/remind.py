"""Reminders that the system shows: rounds that fall due, and somebody who is still in a machine room at the day's end."""

from __future__ import annotations

from mobile.screens.screen import Desk
from mobile.views.remind import ACCESS, ROUND, Wanted, access_reminders, round_reminders


def remind_of_rounds(desk: Desk) -> None:
    """Set the reminders of this person's rounds, and take away those of rounds that are done."""
    _keep(desk, ROUND, round_reminders(desk.setting()))


def remind_of_access(desk: Desk) -> None:
    """Set the reminders about who is in a machine room, and take away those of who has left."""
    _keep(desk, ACCESS, access_reminders(desk.setting()))


def _keep(desk: Desk, family: str, wanted: tuple[Wanted, ...]) -> None:
    kept = {one.key: (one.at, one.title, one.text) for one in desk.reminders.kept() if one.key.startswith(family)}
    for one in wanted:
        if kept.pop(one.key, None) != (one.at, one.title, one.text):
            desk.reminders.set(one.at, one.title, one.text, one.key)
    for key in kept:
        desk.reminders.clear(key)
