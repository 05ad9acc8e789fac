"""How far a record's time and presence can be believed: flags, each with its facts, and a grade from A to D. Pure.

A flag accuses nobody and refuses nothing: it says what a reviewer should look at, and why. All thresholds are product
decisions ([rec]: no law or standard sets them) and stand here as named constants; docs/review.md lists them.

The grade follows from the flags alone:

    A  no flag
    B  only notes: what is odd and explained (typed in, entered late, a correction)
    C  one doubt: how the round was walked cannot be told
    D  one contradiction, or two doubts: what the record says does not fit together

Start reading at ``flags_of`` and ``grade_of``.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from shared.clock import Reading
from shared.ids import DeviceId
from shared.model.fix import Fix
from shared.model.inspection import VOICE, Inspection

RULE: Final = 1
"""The version of these rules; grades of waiting records that an older one gave are worked out anew."""

JUMP_S: Final = 120
"""So far may wall and boot clock part within one record; networks set a tablet's clock by less [rec]."""
FAR_M: Final = 300
"""So far off the place of earlier rounds, beyond what the positions themselves leave open [rec]: indoors they wander."""
HOME_FIXES: Final = 3
"""So many earlier rounds must say where a point lies before anything is far from it [rec]."""
RUN_MPS: Final = 4.0
"""Faster than that over SHORTEST_M nobody walks with a tablet in hand [rec]."""
SHORTEST_M: Final = 80.0
OTHER_BUILDING_S: Final = 45
"""Less than that from the last act in one building to the first in another is no walk [rec]."""
OTHER_FLOOR_S: Final = 12
"""The same between two floors of one building [rec]."""
WALKS_WITHIN: Final = timedelta(hours=1)
"""How far back the stop before is looked for."""
READ_S: Final = 1.5
"""Fewer seconds than that for each answer, on average, leave no time to read the item and look [rec]."""
READ_ANSWERS: Final = 8
"""So many timed answers it takes to say so [rec]."""
STREAK: Final = 15
"""So many rounds in a row without a finding, where others find some [rec]."""
STREAK_LOOKS_AT: Final = 60
"""The rounds of a place and form that a streak is compared with [rec]."""
_EARTH_M: Final = 6_371_000.0


class Flag(Enum):
    """One reason to look again. The order is that of their bits in the database: new ones are added at the end."""

    MOCK = "mock"
    TWIN = "twin"
    JUMP = "jump"
    WALK = "walk"
    FAR = "far"
    READ = "read"
    STREAK = "streak"
    HAND = "hand"
    TYPED = "typed"
    LATE = "late"
    AGAIN = "again"

    @property
    def bit(self) -> int:
        """The number that stands for this flag in a sum of flags."""
        return 1 << list(Flag).index(self)


class Weight(Enum):
    """How much a flag says."""

    CONTRADICTION = "contradiction"
    DOUBT = "doubt"
    NOTE = "note"


WEIGHTS: Final[Mapping[Flag, Weight]] = {
    Flag.MOCK: Weight.CONTRADICTION,
    Flag.TWIN: Weight.CONTRADICTION,
    Flag.JUMP: Weight.CONTRADICTION,
    Flag.WALK: Weight.CONTRADICTION,
    Flag.FAR: Weight.DOUBT,
    Flag.READ: Weight.DOUBT,
    Flag.STREAK: Weight.DOUBT,
    Flag.HAND: Weight.DOUBT,
    Flag.TYPED: Weight.NOTE,
    Flag.LATE: Weight.NOTE,
    Flag.AGAIN: Weight.NOTE,
}


class Grade(Enum):
    """How far time and presence of a record can be believed; A is best."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


Fact = str | int | float


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag with what it rests on: whole seconds, metres, counts, names of records."""

    flag: Flag
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a point lies, as ``fixes`` earlier rounds there said."""

    lat: float
    lon: float
    fixes: int


@dataclass(frozen=True, slots=True)
class Stop:
    """The stop of the same person before this record: when its last act was, by the server's clock, and where.

    ``building`` and ``floor`` tell whether the place is known to lie in another one; ``place`` is the last position.
    """

    record: str
    device: DeviceId
    left_at: datetime
    is_other_building: bool = False
    is_other_floor: bool = False
    place: Fix | None = None


@dataclass(frozen=True, slots=True)
class Streak:
    """Rounds at this place and form: ``own`` without a finding in a row, this one included; of ``others`` some ``found``."""

    own: int = 0
    others: int = 0
    found: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside the record itself.

    ``began_at``: when it began by the server's clock. ``has_tag``: its point has a tag that can be read. ``twins``: photos
    whose picture was used before, ``twin_of`` one of the records that did. ``before``: the person's last stop elsewhere.
    """

    began_at: datetime
    has_tag: bool = False
    twins: int = 0
    twin_of: str = ""
    home: Home | None = None
    before: Stop | None = None
    streak: Streak = Streak()


def flags_of(record: Inspection, known: Surroundings) -> tuple[Flagged, ...]:
    """List what a reviewer should look at, contradictions first.

    A correction is written afterwards: how quickly and from where is asked of the record that it corrects only.
    """
    is_first = record.amends is None
    found = [_mock(record), _twin(known), _jump(record)]
    if is_first:
        found += [_walk(record, known), _far(record, known.home), _read(record), _streak(known.streak)]
        found += [_tag(record, known)]
    found += [Flagged(Flag.LATE) if record.late_reason else None, None if is_first else Flagged(Flag.AGAIN)]
    return tuple(one for one in found if one is not None)


def grade_of(flags: Iterable[Flag]) -> Grade:
    """Return the grade that flags amount to, by the table at the top of this module."""
    weights = [WEIGHTS[flag] for flag in set(flags)]
    if Weight.CONTRADICTION in weights or weights.count(Weight.DOUBT) > 1:
        return Grade.D
    if Weight.DOUBT in weights:
        return Grade.C
    return Grade.B if weights else Grade.A


def home_of(records: Iterable[Inspection]) -> Home | None:
    """Return where earlier rounds of a point were begun: the middle of their positions; None for too few.

    Made-up positions do not count, nor do corrections, which are written elsewhere.
    """
    fixes = [one.place for one in records if one.amends is None and one.place is not None and not one.place.is_mock]
    if len(fixes) < HOME_FIXES:
        return None
    lats, lons = sorted(fix.lat for fix in fixes), sorted(fix.lon for fix in fixes)
    return Home(lats[len(lats) // 2], lons[len(lons) // 2], len(fixes))


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return how far two places (WGS 84 degrees) are apart, in metres, on a sphere (haversine)."""
    up, across = math.radians(other_lat - lat), math.radians(other_lon - lon)
    part = math.sin(up / 2) ** 2
    part += math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(across / 2) ** 2
    return 2 * _EARTH_M * math.asin(min(1.0, math.sqrt(part)))


def last_act(record: Inspection, began_at: datetime) -> datetime:
    """Return when a record's last scan or answer was, by the server's clock (``began_at`` of its start).

    Of a record whose answers have no times, as older apps wrote them, it is the end.
    """
    end = record.ended_at or record.started_at
    return max(_acts(record, began_at), default=began_at + timedelta(seconds=_seconds(record.started_at, end)))


def last_place(record: Inspection) -> Fix | None:
    """Return the last true position that a record holds."""
    fixes = [fix for fix in _fixes(record) if not fix.is_mock]
    return max(fixes, key=lambda fix: fix.at, default=None)


# ---- the flags


def _mock(record: Inspection) -> Flagged | None:
    number = sum(1 for fix in _fixes(record) if fix.is_mock)
    return Flagged(Flag.MOCK, {"n": number}) if number else None


def _twin(known: Surroundings) -> Flagged | None:
    return Flagged(Flag.TWIN, {"n": known.twins, "record": known.twin_of}) if known.twins else None


def _jump(record: Inspection) -> Flagged | None:
    """Compare both clocks within the boot that the record began in; across a restart time may at least not run back."""
    start = record.started_at
    parted = [_parted_s(start, one) for one in _readings(record) if one.boot == start.boot]
    widest = max(parted, key=abs, default=0.0)
    if abs(widest) <= JUMP_S and record.ended_at is not None and record.ended_at.boot != start.boot:
        widest = min(0.0, (record.ended_at.wall - start.wall).total_seconds())
    return Flagged(Flag.JUMP, {"seconds": round(widest)}) if abs(widest) > JUMP_S else None


def _walk(record: Inspection, known: Surroundings) -> Flagged | None:
    stop = known.before
    if stop is None:
        return None
    gap_s = (min(_acts(record, known.began_at), default=known.began_at) - stop.left_at).total_seconds()
    if gap_s < 0 and stop.device == record.device:
        return None  # two rounds side by side on one tablet: neither tells when the person was where
    gap_s = max(0.0, gap_s)
    facts: dict[str, Fact] = {"seconds": round(gap_s), "record": stop.record}
    if record.place is not None and stop.place is not None and not record.place.is_mock:
        apart = metres(record.place.lat, record.place.lon, stop.place.lat, stop.place.lon)
        apart -= record.place.accuracy_m + stop.place.accuracy_m
        if apart >= SHORTEST_M and apart > RUN_MPS * gap_s:
            return Flagged(Flag.WALK, {**facts, "metres": round(apart)})
    needed = OTHER_BUILDING_S if stop.is_other_building else OTHER_FLOOR_S if stop.is_other_floor else 0
    return Flagged(Flag.WALK, {**facts, "metres": 0}) if gap_s < needed else None


def _far(record: Inspection, home: Home | None) -> Flagged | None:
    if home is None:
        return None
    fixes = [fix for fix in _fixes(record) if not fix.is_mock]
    apart = [metres(fix.lat, fix.lon, home.lat, home.lon) - fix.accuracy_m for fix in fixes]
    widest = max(apart, default=0.0)
    return Flagged(Flag.FAR, {"metres": round(widest), "n": home.fixes}) if widest > FAR_M else None


def _read(record: Inspection) -> Flagged | None:
    start = record.started_at
    moments = sorted(_seconds(start, one.at) for one in record.answers if one.at is not None)
    if len(moments) < READ_ANSWERS:
        return None
    each = (moments[-1] - moments[0]) / (len(moments) - 1)
    return Flagged(Flag.READ, {"seconds": round(each, 1), "n": len(moments)}) if each < READ_S else None


def _streak(streak: Streak) -> Flagged | None:
    if streak.own < STREAK or not streak.found:
        return None
    return Flagged(Flag.STREAK, {"n": streak.own, "others": streak.others, "found": streak.found})


def _tag(record: Inspection, known: Surroundings) -> Flagged | None:
    is_read = record.start_mode in {"scan", "qr", "nfc"} or any(scan.how in {"qr", "nfc"} for scan in record.scans)
    if not known.has_tag or is_read:
        return None
    is_typed = record.start_mode == "typed" or any(scan.how == "typed" for scan in record.scans)
    return Flagged(Flag.TYPED if is_typed else Flag.HAND)


# ---- clocks and places of a record


def _readings(record: Inspection) -> Iterator[Reading]:
    yield from (scan.at for scan in record.scans)
    yield from (answer.at for answer in record.answers if answer.at is not None)
    if record.ended_at is not None:
        yield record.ended_at


def _fixes(record: Inspection) -> Iterator[Fix]:
    own = (record.place, record.ended_place, *(scan.place for scan in record.scans))
    shot = (photo.place for photo in record.photos if photo.role != VOICE)
    signed = (signature.place for signature in record.signatures)
    yield from (fix for fix in itertools.chain(own, shot, signed) if fix is not None)


def _parted_s(one: Reading, other: Reading) -> float:
    """Return by how many seconds the wall clock ran ahead of the boot clock between two readings of one boot."""
    return (other.wall - one.wall).total_seconds() - (other.boottime_ms - one.boottime_ms) / 1000


def _seconds(start: Reading, other: Reading) -> float:
    """Return how many seconds after ``start`` another reading was: by the boot clock where it can tell."""
    if other.boot == start.boot:
        return (other.boottime_ms - start.boottime_ms) / 1000
    return (other.wall - start.wall).total_seconds()


def _acts(record: Inspection, began_at: datetime) -> list[datetime]:
    """List when tags were read and items answered, by the server's clock; what was carried over from before is left out."""
    moments = [scan.at for scan in record.scans] + [answer.at for answer in record.answers if answer.at is not None]
    after = (_seconds(record.started_at, one) for one in moments)
    return [began_at + timedelta(seconds=seconds) for seconds in after if 0 <= seconds < 1e7]
