"""The register of notice numbers: which notice bears which, what lies on tablets, what is unused; no gap without a word.

A year's numbers are 1 to the last that the series gave. Each is borne by a notice, or leased to a tablet in a block, or
was printed on a paper that the server could not take in (a letter), or was passed over when a backup was brought back.
Worked out anew at each look; only what was passed over is stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import Any, cast

from sqlalchemy import select

from server.store.schema import get_meta, put_meta
from server.store.tx import Tx
from server.tables import dead_letter, device, notice, number_block, serial
from server.tables import site as sites
from shared import wire
from shared.ids import DeviceId, NoticeId, OpId, SiteId
from shared.model.hazard import Notice
from shared.model.number import NumberBlock
from shared.model.place import Site
from shared.notice import notice_no, notice_serial
from shared.sync.spot import NOTICE_SERIAL, series_of

PASSED_OVER = 200
"""So many numbers of each series a new generation passes over: more than a site gives between two backups."""
_PASSED = "numbers_passed_over"
TURN_OF_YEAR = timedelta(days=31)
"""So long after a year's end its numbers may still have been given since the backup."""


class Use(Enum):
    """What became of a number.

    ``ON_TABLET``: may still be used there. ``RETURNED``: its tablet is out, so it came back unused. ``UNUSED``: its year
    is over. ``RESTORE``: passed over when a backup was brought back; it may stand on a paper from before. A number that
    came back is never given again: it stands here.
    """

    NOTICE = "notice"
    LETTER = "letter"
    ON_TABLET = "on_tablet"
    RETURNED = "returned"
    UNUSED = "unused"
    RESTORE = "restore"
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
    """Tell whether a number may stand on a notice of this tablet, because no notice bears it and it is the tablet's own.

    It is of a block leased to the tablet; or of no block but passed over: the paper that comes with it is older than that.
    """
    blocks = tx.every(
        NumberBlock,
        number_block.c.site == site,
        number_block.c.year == year,
        number_block.c.first <= number,
        number_block.c.last >= number,
    )
    is_own = any(one.device == tablet for one in blocks) if blocks else number in _passed_over(tx, site, year)
    if not is_own:
        return False
    return tx.scalar(select(notice.c.id).where(notice.c.site == site, notice.c.no == no).limit(1)) is None


def count_unused(tx: Tx, site: Site, tablet: DeviceId, year: int) -> int:
    """Count a tablet's leased numbers of a year that are on no paper known here: neither a notice's nor in a letter."""
    blocks = tx.every(
        NumberBlock, number_block.c.site == site.id, number_block.c.year == year, number_block.c.device == tablet
    )
    own = {notice_no(site.short_name, year, at): at for one in blocks for at in range(one.first, one.last + 1)}
    borne = tx.scalars(select(notice.c.no).where(notice.c.site == site.id, notice.c.no.in_(own))) if own else ()
    unused = {at for no, at in own.items() if no not in set(borne)}
    return len(unused - _letters(tx, site, year).keys()) if unused else 0


def pass_over(tx: Tx, times: int = 1) -> None:
    """Give no number again that was given since a backup was made: each site's series goes on ``times`` a stretch later.

    ``times`` is 1, or more if generations began since the backup that it does not know of.
    """
    years = range((tx.now - TURN_OF_YEAR).year, (tx.now + timedelta(days=1)).year + 1)
    given = {(name, year): last for name, year, last in tx.rows(select(serial.c.name, serial.c.year, serial.c.last))}
    series = {f"{NOTICE_SERIAL}:{one}" for one in tx.scalars(select(sites.c.id).where(sites.c.is_gone.is_(False)))}
    fresh = {(name, year) for name in series for year in years}
    later = {(name, year) for name, year in given if name in series and year >= years[0]}
    passed = _read_passed(tx)
    for name, year in sorted(fresh | later):
        first = given.get((name, year), 0) + 1
        last = first + times * PASSED_OVER - 1
        row = tx.insert(serial).values(name=name, year=year, last=last)
        tx.execute(row.on_conflict_do_update(index_elements=["name", "year"], set_={"last": last}))
        passed.append([name, year, first, last])
    put_meta(tx, _PASSED, wire.dumps(passed))


def years_of(tx: Tx, site: Site) -> tuple[int, ...]:
    """List the years that have numbers, the latest first."""
    found = tx.scalars(select(serial.c.year).where(serial.c.name == series_of(site)).order_by(serial.c.year.desc()))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Register:
    """A year's numbers, the latest first: one page of them, how many match, and how many there are of each use."""

    lines: tuple[Line, ...]
    total: int
    counts: Mapping[Use, int]


def numbers(
    tx: Tx, site: Site, year: int, this_year: int, *, use: Use | None = None, page: int = 1, size: int = 0
) -> Register:
    """List a year's numbers; ``size`` 0 means all. Notices are read only for the page that is shown."""
    last: int = tx.scalar(select(serial.c.last).where(serial.c.name == series_of(site), serial.c.year == year)) or 0
    borne = _borne(tx, site, year)
    blocks = _blocks(tx, site, year)
    letters = _letters(tx, site, year)
    passed = _passed_over(tx, site.id, year)
    found = []
    for number in range(last, 0, -1):
        name, is_active = blocks.get(number, ("", False))
        what = Use.RESTORE if number in passed else Use.UNKNOWN
        if number in borne:
            what = Use.NOTICE
        elif number in letters:
            what = Use.LETTER
        elif number in blocks:
            what = Use.UNUSED if year < this_year else Use.ON_TABLET if is_active else Use.RETURNED
        found.append(Line(number, notice_no(site.short_name, year, number), what, None, name, letters.get(number)))
    counts = {one: sum(line.use is one for line in found) for one in Use}
    matching = [line for line in found if use is None or line.use is use]
    shown = matching[(page - 1) * size : page * size] if size else matching
    return Register(_with_notices(tx, borne, shown), len(matching), counts)


def _borne(tx: Tx, site: Site, year: int) -> dict[int, NoticeId]:
    """Map each number that a notice bears to the notice."""
    query = select(notice.c.id, notice.c.no).where(
        notice.c.site == site.id, notice.c.no.contains(f"〔{year}〕", autoescape=True), notice.c.is_gone.is_(False)
    )
    found = ((notice_serial(no, site.short_name), record) for record, no in tx.rows(query))
    return {at[1]: NoticeId(record) for at, record in found if at is not None and at[0] == year}


def _with_notices(tx: Tx, borne: Mapping[int, NoticeId], lines: Sequence[Line]) -> tuple[Line, ...]:
    tx.prefetch("notice", [borne[line.serial] for line in lines if line.serial in borne])
    return tuple(
        replace(line, notice=tx.get(Notice, borne[line.serial])) if line.serial in borne else line for line in lines
    )


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


def _passed_over(tx: Tx, site: SiteId, year: int) -> frozenset[int]:
    stretches = [
        (first, last) for name, of, first, last in _read_passed(tx) if (name, of) == (f"{NOTICE_SERIAL}:{site}", year)
    ]
    return frozenset(number for first, last in stretches for number in range(first, last + 1))


def _read_passed(tx: Tx) -> list[list[Any]]:
    """Return stretches of numbers as series, year, first, last."""
    return cast("list[list[Any]]", wire.loads(get_meta(tx, _PASSED) or "[]"))
