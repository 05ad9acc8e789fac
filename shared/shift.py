"""The rules of a shift: PINs and the wait after wrong ones, how fit a tablet is for work. Pure; clocks come as readings.

A PIN of four to six digits has ten thousand to a million values. It tells colleagues apart who share a tablet and keeps a
passer-by out; whoever can copy the tablet's database tries all of them in hours (docs/decisions/0016).
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
from collections.abc import Iterable
from datetime import datetime, timedelta

from shared.clock import Reading
from shared.ids import PersonId, SiteId
from shared.model.shift import Fitness, Pin

SHORTEST, LONGEST = 4, 6
ROUNDS = 200_000
"""About a third of a second on a tablet of 2020."""
FREE_TRIES = 3
WAITS = (
    timedelta(seconds=30),
    timedelta(minutes=1),
    timedelta(minutes=2),
    timedelta(minutes=5),
    timedelta(minutes=15),
)
"""After the third wrong try in a row, the fourth and so on; the last one counts for all that follow."""

CHECKS = ("battery", "camera", "space", "clock", "forms", "tags", "unsent", "place", "guard")
"""What is looked at before work, in the order in which it is shown."""
LOW_BATTERY, FLAT_BATTERY = 50, 20
"""A shift needs half a battery; with a fifth a tablet will not see its end."""
CLOCK_MIND_S, CLOCK_BAD_S = 120, 900
CONTACT_MIND, CONTACT_BAD = timedelta(hours=24), timedelta(hours=72)
UNSENT_MIND = timedelta(hours=8)


# ---- PIN


def is_pin(digits: str) -> bool:
    """Tell whether a text could be a PIN: four to six digits 0-9."""
    return SHORTEST <= len(digits) <= LONGEST and digits.isascii() and digits.isdigit()


def is_locked(enrolled: PersonId, pins: Iterable[Pin]) -> bool:
    """Tell whether nobody may work on a tablet before saying who he is.

    enrolled: the person that the tablet is enrolled for. pins: those of the site that are set.
    It is so where the tablet is shared and that person has a PIN; without one it is open to everybody under that name.
    """
    holders = {pin.id for pin in pins}
    return enrolled in holders and len(holders) > 1


def is_too_easy(digits: str) -> bool:
    """Tell whether a PIN is among those that are tried first: one digit only, or up or down in steps of one."""
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(digits)}
    return steps in ({0}, {1}, {9})


def make_pin(
    person: PersonId,
    site: SiteId,
    digits: str,
    salt: bytes,
    set_at: datetime,
    set_by: PersonId,
    replaces: Pin | None = None,
    rounds: int = ROUNDS,
) -> Pin:
    """Make what is stored instead of a PIN; ``salt`` are 16 random bytes.

    Raises:
        ValueError: the digits are no PIN or too easy, or the salt is not 16 bytes.
    """
    if not is_pin(digits) or is_too_easy(digits) or len(salt) != 16:
        raise ValueError("a PIN has four to six digits that are not all alike or in a row")
    before = replaces.set_at.isoformat() if replaces is not None else ""
    return Pin(person, site, set_at, set_by, _digest(digits, salt, rounds), salt.hex(), rounds, before)


def is_right(pin: Pin, digits: str) -> bool:
    """Tell whether these are the digits that a verifier was made of; takes as long as its rounds say."""
    if not pin.is_set or not is_pin(digits):
        return False
    return hmac.compare_digest(_digest(digits, bytes.fromhex(pin.salt), pin.rounds), pin.verifier)


def wait_after(wrong: int) -> timedelta:
    """Return how long to wait after so many wrong tries in a row."""
    return timedelta(0) if wrong < FREE_TRIES else WAITS[min(wrong - FREE_TRIES, len(WAITS) - 1)]


def wait_left(wrong: int, last: Reading, now: Reading) -> timedelta:
    """Return how much of the wait is left, by the boot clock alone: a wall clock can be set.

    After a restart at least the time since the restart has passed.
    """
    since_ms = now.boottime_ms - (last.boottime_ms if now.boot == last.boot else 0)
    return max(timedelta(0), wait_after(wrong) - timedelta(milliseconds=max(0, since_ms)))


def _digest(digits: str, salt: bytes, rounds: int) -> str:
    return hashlib.pbkdf2_hmac("sha256", digits.encode(), salt, rounds).hex()


# ---- the check before work


def battery_fitness(percent: int | None, *, is_saver_on: bool | None = None) -> Fitness:
    """Judge the battery (0..100) and its saver, under which cameras and uploads are held back."""
    if percent is None:
        return Fitness.MIND if is_saver_on else Fitness.UNKNOWN
    if percent < FLAT_BATTERY:
        return Fitness.BAD
    return Fitness.MIND if percent < LOW_BATTERY or is_saver_on else Fitness.GOOD


def space_fitness(free_bytes: int | None, needed_bytes: int) -> Fitness:
    """Judge the space left by what today's rounds will take; twice as much is comfortable."""
    if free_bytes is None:
        return Fitness.UNKNOWN
    if free_bytes < needed_bytes:
        return Fitness.BAD
    return Fitness.MIND if free_bytes < 2 * needed_bytes else Fitness.GOOD


def clock_fitness(offset_s: float | None) -> Fitness:
    """Judge how far the tablet's clock is from the server's; the server corrects it, but people read it."""
    if offset_s is None:
        return Fitness.UNKNOWN
    if abs(offset_s) >= CLOCK_BAD_S:
        return Fitness.BAD
    return Fitness.MIND if abs(offset_s) >= CLOCK_MIND_S else Fitness.GOOD


def forms_fitness(missing: int, since_contact: timedelta | None) -> Fitness:
    """Judge whether today's forms are here, and how long ago the office could last change them."""
    if missing or since_contact is None or since_contact >= CONTACT_BAD:
        return Fitness.BAD
    return Fitness.MIND if since_contact >= CONTACT_MIND else Fitness.GOOD


def unsent_fitness(waiting: int, refused: int, damaged: int, oldest: timedelta | None) -> Fitness:
    """Judge what earlier work has not reached the server."""
    if damaged:
        return Fitness.BAD
    if refused or (waiting and oldest is not None and oldest >= UNSENT_MIND):
        return Fitness.MIND
    return Fitness.GOOD


def worst(found: tuple[Fitness, ...]) -> Fitness:
    """Return the least good of several verdicts; what is not known stands between good and mind."""
    order = (Fitness.GOOD, Fitness.UNKNOWN, Fitness.MIND, Fitness.BAD)
    return max(found, key=order.index, default=Fitness.GOOD)
