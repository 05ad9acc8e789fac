"""A shift from the check before work to the handover: each step is a row at once and travels to the office."""

from __future__ import annotations

from dataclasses import replace

from mobile.actions.round import Strokes
from mobile.actions.tablet import Tablet
from shared.errors import AlreadyFinalError, EvidenceMissingError, UnknownRecordError
from shared.ids import ShiftId
from shared.model.inspection import Signature
from shared.model.shift import Check, Difference, Fitness, Shift, Tally

SIGNER = "inspector"


def begin_shift(tablet: Tablet) -> ShiftId:
    """Begin a shift of the person who holds the tablet; one that is open is gone on with."""
    person, enrolment = tablet.person(), tablet.enrolment()
    with tablet.store.transaction():
        begun = tablet.store.open_shift(person.id)
        if begun is not None:
            return begun.id
        shift = Shift(
            ShiftId(tablet.ids.new()),
            enrolment.site,
            enrolment.device,
            person.id,
            person.name,
            tablet.clock.read(),
            is_proved=tablet.is_proved(),
        )
        tablet.store.put_shift(shift)
    return shift.id


def keep_check(tablet: Tablet, shift: ShiftId, check: Check) -> None:
    """Keep what a check found, in the place of what it found before.

    Raises:
        UnknownRecordError, AlreadyFinalError: there is no such shift, or it was handed over.
    """
    with tablet.store.transaction():
        now = _open(tablet, shift)
        others = tuple(one for one in now.checks if one.name != check.name)
        tablet.store.put_shift(replace(now, checks=(*others, check)))


def start_work(tablet: Tablet, shift: ShiftId, checks: tuple[Check, ...]) -> Shift:
    """Note how fit the tablet was when work began, whatever was found, and tell the office.

    Raises:
        UnknownRecordError, AlreadyFinalError: as ``keep_check``.
    """
    with tablet.store.transaction():
        now = _open(tablet, shift)
        is_forced = any(check.fitness in {Fitness.BAD, Fitness.MIND} for check in checks)
        sent = _send(tablet, replace(now, checks=checks, is_forced=is_forced))
    tablet.queued()
    return sent


def ask_comparison(tablet: Tablet, shift: ShiftId) -> None:
    """Let the next session ask the server how all that a shift made stands there.

    Raises:
        UnknownRecordError: there is no such shift.
    """
    with tablet.store.transaction():
        tablet.store.ask_comparison(shift)


def sign_shift(tablet: Tablet, shift: ShiftId, strokes: Strokes) -> None:
    """Sign for the handover; without a stroke the signature is wiped off.

    Raises:
        UnknownRecordError, AlreadyFinalError: as ``keep_check``.
    """
    with tablet.store.transaction():
        now = _open(tablet, shift)
        written = Signature(SIGNER, now.person_name, tablet.clock.read(), now.person, strokes) if any(strokes) else None
        tablet.store.put_shift(replace(now, signature=written))


def end_shift(tablet: Tablet, shift: ShiftId, tally: Tally, differences: tuple[Difference, ...], made: int) -> Shift:
    """Hand the tablet over: the shift is signed, says what it came to and what differs, and travels to the office.

    Raises:
        EvidenceMissingError: it is not signed.
        UnknownRecordError, AlreadyFinalError: as ``keep_check``.
    """
    with tablet.store.transaction():
        now = _open(tablet, shift)
        if now.signature is None:
            raise EvidenceMissingError(missing=["signature"])
        final = replace(now, ended_at=tablet.clock.read(), tally=tally, differences=differences, made=made)
        sent = _send(tablet, final)
        tablet.store.set_duty(None)
    tablet.queued()
    return sent


def _open(tablet: Tablet, shift: ShiftId) -> Shift:
    found = tablet.store.shift(shift)
    if found is None:
        raise UnknownRecordError(kind="shift", id=shift)
    if found.ended_at is not None:
        raise AlreadyFinalError(id=shift)
    return found


def _send(tablet: Tablet, shift: Shift) -> Shift:
    """Queue the next version of a shift."""
    new = replace(shift, author_rev=shift.author_rev + 1)
    tablet.store.put_shift(new)
    tablet.store.add_op(replace(tablet.op("shift.put", new, new.id), author=new.person))
    return new
