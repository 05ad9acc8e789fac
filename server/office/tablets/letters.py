"""Operations of tablets that could not be applied: how many wait, and why, in plain words."""

from __future__ import annotations

from collections import Counter

from server.office.reader import Reader
from server.store import PageRequest, Tx
from server.store.letter import HELD, OPEN, Letter, letters
from shared.ids import DeviceId

MOST = 500


def waiting_letters(tx: Tx, reader: Reader) -> tuple[Letter, ...]:
    """List the letters of the chosen site that nobody has settled, newest first."""
    found = (
        *letters(tx, reader.viewer, OPEN, PageRequest(1, MOST)).rows,
        *letters(tx, reader.viewer, HELD, PageRequest(1, MOST)).rows,
    )
    return tuple(letter for letter in found if letter.site in (None, reader.site))


def open_letters(tx: Tx, reader: Reader) -> Counter[DeviceId]:
    """Count them by tablet."""
    return Counter(letter.device for letter in waiting_letters(tx, reader))


def reason_key(letter: Letter) -> str:
    """Return the text key for why an operation was not applied: the last part of its problem's type."""
    code = str(letter.problem.get("type", "")).rstrip("/").rpartition("/")[2]
    return f"problem.{code}"
