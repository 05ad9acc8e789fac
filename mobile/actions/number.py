"""Notice numbers of this tablet: ask the server for a block in time, take the next one, or a temporary one."""

from __future__ import annotations

from datetime import timedelta

from mobile.actions.tablet import Tablet
from shared.hazard.table import LEAD
from shared.ids import BlockId
from shared.model.hazard import HazardEvent
from shared.model.number import NumberLease
from shared.notice import notice_no, temporary_no

FEW = 2
"""So many numbers left ask for the next block."""
BLOCK = 5
AGAIN_AFTER = timedelta(days=7)
"""So long after the server refused numbers of a year they are asked for again: a role may have come back."""
MOST_SKEW = timedelta(days=1)
"""A clock that is further off the server's asks for no numbers: it may be of another year."""
_USED = "numbers_used"
_TEMPORARY = "temporary_numbers"
_MOST_KEPT = 300


def renew_numbers(tablet: Tablet) -> bool:
    """Ask for the next block of numbers if few are left and this person issues notices; tell whether it was asked.

    A tablet whose clock is off the server's by days, or not yet compared with it, waits; so does one that was refused lately.
    """
    with tablet.store.transaction():
        enrolment = tablet.store.enrolment()
        if enrolment is None or LEAD.isdisjoint(tablet.act(HazardEvent.ISSUE).roles):
            return False
        offset = tablet.store.clock_offset()
        year = tablet.today().year
        if offset is None or abs(offset) > MOST_SKEW:
            return False
        if tablet.store.is_lease_asked(year, tablet.clock.read().wall - AGAIN_AFTER):
            return False
        if len(free_numbers(tablet, year)) > FEW:
            return False
        asked = NumberLease(BlockId(tablet.ids.new()), enrolment.site, year, BLOCK)
        tablet.store.add_op(tablet.op("number.lease", asked, asked.id))
    tablet.queued()
    return True


def free_numbers(tablet: Tablet, year: int) -> tuple[str, ...]:
    """List the numbers of this tablet's blocks that no notice bears, in order."""
    enrolment = tablet.enrolment()
    site = tablet.store.site(enrolment.site)
    if site is None:
        return ()
    used = tablet.store.printed_numbers() | set(tablet.store.setting(_USED).split())
    return tuple(
        no
        for block in tablet.store.number_blocks()
        if block.year == year and block.site == enrolment.site
        for serial in range(block.first, block.last + 1)
        if (no := notice_no(site.short_name, year, serial)) not in used
    )


def take_number(tablet: Tablet, year: int) -> str:
    """Take the next number within the transaction of an issue; without a block, the next temporary one of this tablet."""
    free = free_numbers(tablet, year)
    if free:
        used = [*tablet.store.setting(_USED).split(), free[0]][-_MOST_KEPT:]
        tablet.store.set_setting(_USED, " ".join(used))
        return free[0]
    serial = int(tablet.store.setting(_TEMPORARY) or "0") + 1
    tablet.store.set_setting(_TEMPORARY, str(serial))
    return temporary_no(tablet.enrolment().device_name, serial)


def is_temporary(no: str) -> bool:
    """Tell whether a number is to be replaced by the server."""
    return no.startswith("暂-")
