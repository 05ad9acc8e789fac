"""Who holds the tablet: enter a PIN, work on without one, hand the tablet on, choose another PIN."""

from __future__ import annotations

import secrets
from dataclasses import replace
from enum import Enum

from mobile.actions.tablet import Tablet
from mobile.store.row import Duty, Tries
from shared.errors import EvidenceMissingError, NotPermittedError, UnknownRecordError
from shared.ids import InspectionId, PersonId
from shared.model.shift import Pin
from shared.shift import is_pin, is_right, is_too_easy, make_pin, wait_left


class Entered(Enum):
    """What became of digits that were entered. ``LOCKED``: they were not looked at, there is a wait."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


def enter_pin(tablet: Tablet, person: PersonId, digits: str) -> Entered:
    """Take over the tablet with a PIN; takes a third of a second, so call it off the UI thread.

    The try is counted on disk before the digits are looked at, so that ending the app in between gives nobody another.

    Raises:
        UnknownRecordError: this person has no PIN.
    """
    pin = _count_try(tablet, person)
    if pin is None:
        return Entered.LOCKED
    if not is_right(pin, digits):
        return Entered.WRONG
    with tablet.store.transaction():
        tablet.store.set_tries(person, Tries())
        _take(tablet, person, is_proved=True)
    return Entered.RIGHT


def take_without_pin(tablet: Tablet, person: PersonId) -> None:
    """Work under a name whose PIN is forgotten: rounds can be walked, nothing can be decided, and the shift says so.

    Raises:
        UnknownRecordError: this person is not known here.
    """
    if tablet.store.person(person) is None:
        raise UnknownRecordError(kind="person", id=person)
    with tablet.store.transaction():
        _take(tablet, person, is_proved=False)
        shift = tablet.store.open_shift(person)
        if shift is not None:
            tablet.store.put_shift(replace(shift, is_proved=False))


def leave(tablet: Tablet) -> None:
    """Put the tablet down: whoever takes it next says who he is. What was begun stays, under its author's name."""
    with tablet.store.transaction():
        tablet.store.set_duty(None)


def choose_pin(tablet: Tablet, digits: str, old: str = "") -> None:
    """Give the person who holds the tablet another PIN; the office and the site's other tablets learn it with the sync.

    Raises:
        EvidenceMissingError: the new PIN is not four to six digits, or too easy.
        NotPermittedError: the old one is wrong, or the person never entered it here.
    """
    person = tablet.person_id()
    if not is_pin(digits) or is_too_easy(digits):
        raise EvidenceMissingError(missing=["pin"])
    known = tablet.store.pin(person)
    if known is not None and known.is_set:
        held = _count_try(tablet, person)
        if held is None or not is_right(held, old):
            raise NotPermittedError(rule="own_pin_only")
    elif not tablet.is_proved():
        raise NotPermittedError(rule="own_pin_only")
    at = tablet.clock.read()
    site = tablet.enrolment().site
    pin = make_pin(person, site, digits, secrets.token_bytes(16), at.wall, person, replaces=known)
    with tablet.store.transaction():
        tablet.store.set_tries(person, Tries())
        tablet.store.add_op(tablet.op("pin.put", pin, person, at=at))
        if tablet.is_locked():  # by this very PIN: its owner need not enter it once more
            _take(tablet, person, is_proved=True)
    tablet.queued()


def take_over(tablet: Tablet, record: InspectionId) -> None:
    """Go on with a colleague's unfinished round as one's own: from now on it is this person's, who signs for it.

    Raises:
        UnknownRecordError: no such record is here.
        AlreadyFinalError: it is finished.
    """
    with tablet.store.transaction():
        draft = tablet.store.inspection(record)
        if draft is None:
            raise UnknownRecordError(kind="inspection", id=record)
        tablet.store.change_record(replace(draft, author=tablet.person_id()))
        tablet.store.drop_signature(record, "inspector")


def _count_try(tablet: Tablet, person: PersonId) -> Pin | None:
    """Count a try and return the verifier, nothing while there is a wait."""
    with tablet.store.transaction():
        pin = tablet.store.pin(person)
        if pin is None or not pin.is_set:
            raise UnknownRecordError(kind="pin", id=person)
        tries, now = tablet.store.tries(person), tablet.clock.read()
        if tries.last is not None and wait_left(tries.wrong, tries.last, now):
            return None
        tablet.store.set_tries(person, Tries(tries.wrong + 1, now))
    return pin


def _take(tablet: Tablet, person: PersonId, *, is_proved: bool) -> None:
    tablet.store.set_duty(Duty(person, tablet.clock.read(), is_proved))
