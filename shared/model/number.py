"""Numbers that a tablet gives while it is offline: a block of a site's notice serials, leased to one tablet."""

from __future__ import annotations

from dataclasses import dataclass

from shared.ids import BlockId, DeviceId, SiteId

MOST_LEASED = 10
"""A block holds no more: what a lost tablet leaves unused stays small."""
MOST_UNUSED = 2 * MOST_LEASED
"""A tablet holds no more numbers of a year that are on no paper."""


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """``count`` serials of ``year`` from ``first`` on, for notices issued on this tablet only.

    The server gives a number of a block to nobody else; what is not used by the year's end stands in the register as unused.
    """

    id: BlockId
    site: SiteId
    device: DeviceId
    year: int
    first: int
    count: int

    def __post_init__(self) -> None:
        if not all(0 < number < 1 << 31 for number in (self.year, self.first, self.count)):
            raise ValueError("a block counts from 1")

    @property
    def last(self) -> int:
        """The last serial of the block."""
        return self.first + self.count - 1

    def holds(self, serial: int) -> bool:
        """Tell whether a serial of its year is one of this block."""
        return self.first <= serial <= self.last


@dataclass(frozen=True, slots=True)
class NumberLease:
    """Body of ``number.lease``: a tablet asks for its next block; ``id`` becomes the block's. ``count`` is 1..MOST_LEASED."""

    id: BlockId
    site: SiteId
    year: int
    count: int = 5
