"""The register of notice numbers: which notice bears which, what lies on tablets, what is unused; no gap without a word.

A year's numbers are 1 to the last that the series gave. Each is borne by a notice, or leased to a tablet in a block, or
was printed on a paper that the server could not take in (a letter). Worked out anew at each look, never stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import select

from server.store.tx import Tx
from server.tables import dead_letter, device, notice, number_block, serial
from shared import wire
from shared.ids import DeviceId, NoticeId, OpId, SiteId
from shared.model.hazard import Notice
from shared.model.number import NumberBlock
from shared.model.place import Site
from shared.notice import notice_no, notice_serial
from shared.sync.spot import series_of


class Use(Enum):
    """What became of a number. ``ON_TABLET``: may still be used there; ``UNUSED``: its year is over, or its tablet out."""

    NOTICE = "notice"
    LETTER = "letter"
    ON_TABLET = "on_tablet"
    UNUSED = "unused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """One number of the register."""

    serial: int
    no: str
    use: Use
    notice: Notice | None = None
    device_name: str = ""
    letter: OpId | None = None


def is_free(tx: Tx, site: SiteId, tablet: DeviceId, year: int, number: int, no: str) -> bool:
    """Tell whether a number is of a block leased to this tablet, and no notice bears it."""
    mine = tx.every(
        NumberBlock,
        number_block.c.site == site,
        number_block.c.year == year,
        number_block.c.first <= number,
        number_block.c.last >= number,
    )
    if not any(block.device == tablet for block in mine):
        return False
    return tx.scalar(select(notice.c.id).where(notice.c.site == site, notice.c.no == no).limit(1)) is None


def years_of(tx: Tx, site: Site) -> tuple[int, ...]:
    """List the years that have numbers, the latest first."""
    found = tx.scalars(select(serial.c.year).where(serial.c.name == series_of(site)).order_by(serial.c.year.desc()))
    return tuple(found)


def numbers(tx: Tx, site: Site, year: int, this_year: int) -> tuple[Line, ...]:
    """List a year's numbers, the latest first."""
    last: int = tx.scalar(select(serial.c.last).where(serial.c.name == series_of(site), serial.c.year == year)) or 0
    notices = _notices(tx, site, year)
    blocks = _blocks(tx, site, year)
    letters = _letters(tx, site, year)
    found = []
    for number in range(last, 0, -1):
        no = notice_no(site.short_name, year, number)
        if number in notices:
            found.append(Line(number, no, Use.NOTICE, notices[number]))
        elif number in letters:
            found.append(Line(number, no, Use.LETTER, letter=letters[number]))
        elif number in blocks:
            name, is_active = blocks[number]
            use = Use.ON_TABLET if is_active and year >= this_year else Use.UNUSED
            found.append(Line(number, no, use, device_name=name))
        else:
            found.append(Line(number, no, Use.UNKNOWN))
    return tuple(found)


def _notices(tx: Tx, site: Site, year: int) -> dict[int, Notice]:
    ids = tx.scalars(
        select(notice.c.id).where(
            notice.c.site == site.id, notice.c.no.contains(f"〔{year}〕", autoescape=True), notice.c.is_gone.is_(False)
        )
    )
    tx.prefetch("notice", ids)
    found: dict[int, Notice] = {}
    for name in ids:
        one = tx.get(Notice, NoticeId(name))
        at = notice_serial(one.no, site.short_name)
        if at is not None and at[0] == year:
            found[at[1]] = one
    return found


def _blocks(tx: Tx, site: Site, year: int) -> dict[int, tuple[str, bool]]:
    """Map each leased number to its tablet's name and whether that tablet is in use."""
    query = (
        select(number_block.c.first, number_block.c.last, device.c.name, device.c.state)
        .select_from(number_block.outerjoin(device, device.c.id == number_block.c.device))
        .where(number_block.c.site == site.id, number_block.c.year == year, number_block.c.is_gone.is_(False))
    )
    return {
        number: (name or "", state == "active")
        for first, last, name, state in tx.rows(query)
        for number in range(first, last + 1)
    }


def _letters(tx: Tx, site: Site, year: int) -> dict[int, OpId]:
    """Map numbers printed on papers that could not be taken in to the letter that keeps them."""
    query = select(dead_letter.c.op_id, dead_letter.c.body).where(
        dead_letter.c.kind == "notice.put", dead_letter.c.site == site.id
    )
    found: dict[int, OpId] = {}
    for op_id, text in tx.rows(query):
        op = wire.loads(text)
        body = op.get("body") if isinstance(op, dict) else None
        no = body.get("no") if isinstance(body, dict) else None
        at = notice_serial(no, site.short_name) if isinstance(no, str) else None
        if at is not None and at[0] == year:
            found[at[1]] = OpId(op_id)
    return found
