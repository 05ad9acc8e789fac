"""A person's shift with a tablet: the PIN that says who holds it, the check before work, the handover after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from shared.clock import Reading
from shared.ids import DeviceId, PersonId, ShiftId, SiteId
from shared.model.inspection import Signature

MOST_ROUNDS = 4_000_000
"""A verifier that asks for more work than this would hold a tablet up for minutes."""
SALT_HEX, DIGEST_HEX = 32, 64


@dataclass(frozen=True, slots=True)
class Pin:
    """What a tablet needs to check a person's PIN without a network; ``id`` is the person's.

    ``verifier`` is PBKDF2-HMAC-SHA256 of the digits with ``salt`` (both hexadecimal) and so many ``rounds``; empty: the PIN
    was taken back. ``replaces`` is the ``set_at`` of the one before as whoever set this one knew it, empty for none.
    """

    id: PersonId
    site: SiteId
    set_at: datetime
    set_by: PersonId
    verifier: str = ""
    salt: str = ""
    rounds: int = 0
    replaces: str = ""

    def __post_init__(self) -> None:
        is_set = self.verifier or self.salt or self.rounds
        if is_set and not (len(self.verifier) == DIGEST_HEX and len(self.salt) == SALT_HEX):
            raise ValueError("a PIN's verifier has 64 digits and its salt 32")
        if not 0 <= self.rounds <= MOST_ROUNDS or (self.verifier and not self.rounds):
            raise ValueError("rounds are out of range")

    @property
    def is_set(self) -> bool:
        """Tell whether there is a PIN to be entered."""
        return bool(self.verifier)


class Fitness(Enum):
    """好 / 注意 / 不行, or not known on this tablet."""

    GOOD = "good"
    MIND = "mind"
    BAD = "bad"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the check before work: what was looked at, how it stands, and the figures it was judged by."""

    name: str
    fitness: Fitness
    facts: dict[str, str | int | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a shift comes to. ``photos_sent`` of ``photos`` are on the server."""

    rounds: int = 0
    late: int = 0
    missed: int = 0
    excused: int = 0
    unfinished: int = 0
    hazards: int = 0
    rechecks: int = 0
    notes: int = 0
    photos: int = 0
    photos_sent: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that stands differently on tablet and server when the tablet is handed over.

    ``state``: ``waiting`` (not sent yet), ``missing`` (the server has lost it), ``other`` (it has another content), ``refused``,
    ``held``, ``photos`` (``done`` of ``total`` photos are there), ``damaged`` (a photo's file cannot be sent), ``unfinished`` (begun and not handed in).
    """

    kind: str
    about: str
    title: str
    state: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's time with one tablet. ``author_rev`` counts up with each version that the tablet sends.

    ``is_proved``: the person entered the PIN, or the tablet is no shared one. ``is_forced``: work was begun although a check
    was not good. ``compared_at``: when the server last answered for all that the shift made, by the server's clock.
    """

    id: ShiftId
    site: SiteId
    device: DeviceId
    person: PersonId
    person_name: str
    began_at: Reading
    author_rev: int = 1
    is_proved: bool = True
    is_forced: bool = False
    checks: tuple[Check, ...] = ()
    ended_at: Reading | None = None
    compared_at: datetime | None = None
    made: int = 0
    tally: Tally = Tally()
    differences: tuple[Difference, ...] = ()
    signature: Signature | None = None
    remark: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.author_rev < 1 << 53:
            raise ValueError("author_rev counts from 1")
