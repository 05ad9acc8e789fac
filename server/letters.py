"""Settles dead letters: applies them after all, as they came or corrected, sets them aside, takes them up again.

Each is one transaction: the effect, the receipt (so that the tablet learns the outcome when it asks again), the letter's
state and the act. The letter is claimed by its state, so that two clicks or two people never do it twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from server.codec import CarefulCodec
from server.store import ServerStore, Tx
from server.store.device import find_device, held_by
from server.store.exchange import SqlSyncTx
from server.store.letter import APPLIED, ASIDE, HELD, Letter, LetterAct, move, note_act, reopened_state, waiting
from shared.errors import (
    BusyError,
    MalformedError,
    OpRefusedError,
    RequestError,
    Retry,
    RoundsError,
    RuleError,
    ServerFaultError,
    StorageFullError,
)
from shared.ids import PersonId
from shared.sync.exchange import Exchange
from shared.sync.messages import OP_BODIES, Json, Op
from shared.sync.ports import Caller
from shared.sync.problem import problem_of
from shared.sync.push import apply_again


class LetterSettledError(RequestError):
    """Somebody settled the letter meanwhile; nothing was done. Only the office meets it: it has no code of its own."""

    title, status, retry = "The letter has been settled", 409, Retry.NEVER


@dataclass(frozen=True, slots=True)
class Settler:
    """Who settles a letter, and a word on why; nobody: the server itself, after an upgrade."""

    id: PersonId | None = None
    name: str = ""
    word: str = ""


NOBODY = Settler()


def apply_letter(
    store: ServerStore, exchange: Exchange, letter: Letter, by: Settler = NOBODY, corrected: Op | None = None
) -> None:
    """Apply one letter's operation as of the time it happened, as it came or ``corrected``, and close the letter.

    Raises:
        OpRefusedError: it still cannot be applied; the letter stays as it was, the try is noted.
        RuleError: a rule of the trade still says no; likewise.
        UnknownRecordError: its tablet is not known any more.
        ServerFaultError: the server itself fails on it; the letter stays as it was.
        LetterSettledError: somebody was quicker.
    """
    op = corrected or letter.op
    try:
        with store.writing() as tx:
            _claim(tx, letter, APPLIED, _act(tx, by, "applied", corrected))
            said = _said(letter, tx, by, "applied", is_corrected=corrected is not None)
            caller = _caller(tx, letter, op)
            apply_again(SqlSyncTx(tx), caller, op, letter.happened_at, CarefulCodec(), letter.sha256, said)
    except (OpRefusedError, RuleError) as error:
        if by.id is not None:
            with store.writing() as tx:
                note_act(tx, letter, replace(_act(tx, by, "refused", corrected), problem=problem_of(error)))
        raise
    except RoundsError:
        raise
    except Exception as fault:  # the border round one operation: it is told of, and harms nothing else
        exchange.on_fault(op, fault)
        raise ServerFaultError from fault


def set_aside(store: ServerStore, letter: Letter, by: Settler) -> None:
    """Set a letter aside with a reason; its tablet is told. It can be taken up again.

    Raises:
        LetterSettledError: somebody was quicker.
    """
    with store.writing() as tx:
        _claim(tx, letter, ASIDE, _act(tx, by, "aside"))
        said = _said(letter, tx, by, "aside")
        _tell(tx, letter, lambda _old: said)


def reopen(store: ServerStore, letter: Letter, by: Settler) -> None:
    """Take a letter up again that was set aside; its tablet shows it again as not applied.

    Raises:
        LetterSettledError: it was not set aside, or somebody was quicker.
    """
    if letter.state != ASIDE:
        raise LetterSettledError
    with store.writing() as tx:
        _claim(tx, letter, reopened_state(letter), _act(tx, by, "reopened"))
        _tell(tx, letter, lambda old: {name: fact for name, fact in old.items() if name != "office"})


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of the letters that wait for an upgrade: those applied, and those that the database had no time for."""

    applied: int = 0
    put_off: int = 0


def apply_held(store: ServerStore, exchange: Exchange) -> Tried:
    """Apply what waited for this version of the server; what still fails waits on, what was put off is worth a second try.

    Raises:
        BusyError: the letters could not be read in time; none was tried.
    """
    with store.reading() as tx:
        held = [letter for letter in waiting(tx, HELD) if letter.kind in OP_BODIES]
    applied = put_off = 0
    for letter in held:
        try:
            apply_letter(store, exchange, letter)
        except (BusyError, StorageFullError):
            put_off += 1
        except RoundsError:
            continue
        else:
            applied += 1
    return Tried(applied, put_off)


def check_body(kind: str, body: Json) -> None:
    """Read a corrected body as a push would.

    Raises:
        MalformedError: with the path and what was expected there.
    """
    if kind not in OP_BODIES:
        raise MalformedError(detail="unknown kind", path="$.kind")
    CarefulCodec().decode(OP_BODIES[kind], body)


def _act(tx: Tx, by: Settler, act: str, corrected: Op | None = None) -> LetterAct:
    return LetterAct(tx.now, by.id, by.name, act, by.word, corrected, None)


def _claim(tx: Tx, letter: Letter, to: str, act: LetterAct) -> None:
    if letter.state in {to, APPLIED} or not move(tx, letter, to, act):
        raise LetterSettledError


def _caller(tx: Tx, letter: Letter, op: Op) -> Caller:
    """Stand in for the tablet; whoever corrects in the own name decides with the own roles, at the letter's site."""
    tablet = find_device(tx, letter.device)
    people = held_by(tx, letter.device) | {tablet.person}
    if op.author == letter.op.author:
        return Caller(tablet.id, tablet.person, tablet.site, people)
    return Caller(tablet.id, tablet.person, letter.place or tablet.site, people | {op.author})


def _said(letter: Letter, tx: Tx, by: Settler, act: str, *, is_corrected: bool = False) -> Json | None:
    """Write what the tablet is told: the problem with what the office did about it; nothing when it was the server."""
    if by.id is None:
        return None
    at: datetime = tx.now.astimezone(UTC)
    office: Json = {"act": act, "by": by.name, "at": at.isoformat(), "word": by.word, "is_corrected": is_corrected}
    return {**letter.problem, "office": office}


def _tell(tx: Tx, letter: Letter, said: Callable[[Json], Json | None]) -> None:
    """Change the problem in the receipt of a letter that stays refused."""
    port = SqlSyncTx(tx)
    known = port.receipts([letter.op_id]).get(letter.op_id)
    if known is not None and known.sha256 == letter.sha256:
        old = known.outcome.problem or {}
        port.settle({letter.op_id: replace(known.outcome, problem=said(old))})
