"""Applies dead letters after all: those that waited for an upgrade, and those that the office has made possible."""

from __future__ import annotations

from server.codec import CarefulCodec
from server.store import ServerStore
from server.store.device import find_device, held_by
from server.store.letter import APPLIED, HELD, Letter, settle, waiting
from shared.errors import OpRefusedError, RuleError, UnknownRecordError
from shared.ids import PersonId
from shared.sync.exchange import Exchange
from shared.sync.messages import OP_BODIES
from shared.sync.ports import Caller


def apply_letter(store: ServerStore, exchange: Exchange, letter: Letter, by: PersonId | None = None) -> None:
    """Apply one letter's operation as of the time it happened, and close the letter.

    Raises:
        OpRefusedError: it still cannot be applied; the letter stays as it was.
        RuleError: a rule of the trade still says no; the letter stays as it was.
        UnknownRecordError: its tablet is not known any more.
    """
    with store.reading() as tx:
        tablet = find_device(tx, letter.device)
        people = held_by(tx, letter.device)
    caller = Caller(tablet.id, tablet.person, tablet.site, people | {tablet.person})
    exchange.try_again(caller, letter.op, letter.happened_at, CarefulCodec())
    with store.writing() as tx:
        settle(tx, letter, APPLIED, by)


def apply_held(store: ServerStore, exchange: Exchange) -> int:
    """Apply what waited for this version of the server; what still fails waits on. Returns how many were applied."""
    with store.reading() as tx:
        held = [letter for letter in waiting(tx, HELD) if letter.kind in OP_BODIES]
    applied = 0
    for letter in held:
        try:
            apply_letter(store, exchange, letter)
        except (OpRefusedError, RuleError, UnknownRecordError):
            continue
        applied += 1
    return applied
