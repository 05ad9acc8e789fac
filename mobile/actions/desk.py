"""How the person likes the tablet, where he is, and what he decides about the sync."""

from __future__ import annotations

from mobile.actions.tablet import Tablet
from mobile.store.row import Position
from shared.errors import EvidenceMissingError
from shared.ids import AssetId, OpId

LANGUAGES = frozenset({"zh", "en"})


def remember_position(
    tablet: Tablet, screen: str, record: str = "", item: str = "", per: AssetId | None = None
) -> None:
    """Remember the screen, record and item, so that a killed app reopens there."""
    with tablet.store.transaction():
        tablet.store.set_position(Position(screen, record, item, per))


def set_setting(tablet: Tablet, name: str, value: str) -> None:
    """Keep one setting of this tablet."""
    with tablet.store.transaction():
        tablet.store.set_setting(name, value)


def set_language(tablet: Tablet, language: str) -> None:
    """Switch between ``zh`` and ``en``.

    Raises:
        EvidenceMissingError: it is neither.
    """
    if language not in LANGUAGES:
        raise EvidenceMissingError(missing=["language"])
    set_setting(tablet, "language", language)


def forget_phrase(tablet: Tablet, text: str) -> None:
    """Take a phrase off the list of what was written before."""
    with tablet.store.transaction():
        tablet.store.forget_phrase(text)


def dismiss(tablet: Tablet, op_id: OpId) -> None:
    """Take what the server could not apply off this tablet's list; the office keeps it."""
    with tablet.store.transaction():
        tablet.store.dismiss(op_id)


def allow_deletions(tablet: Tablet) -> None:
    """Let the server delete as much as it wants to, once, after the office was asked."""
    with tablet.store.transaction():
        tablet.store.allow_deletions()
    tablet.queued()


def note_salvage(tablet: Tablet) -> None:
    """Note that the person has read that this tablet's data was damaged and saved."""
    with tablet.store.transaction():
        tablet.store.note_salvage()


def ask_everything(tablet: Tablet) -> None:
    """Let the next session also ask what became of what the server refused."""
    with tablet.store.transaction():
        tablet.store.ask_everything()
