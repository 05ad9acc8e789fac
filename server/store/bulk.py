"""Clean rounds accepted together: a sample of them is drawn, opened and judged one by one before the rest is accepted.

A draw belongs to one person and stands until that person closes it: nobody draws again until the sample suits. Its seed
is sealed before: with the draw before it, or when the page is first opened; its commitment is shown and stands in the chain
of who did what. Seed, candidates and sample are kept, so that anybody can draw it again (``shared.draw``).
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, cast

from sqlalchemy import Row, select

from server.store.chain import Entry
from server.store.inspection import CLEAN as CLEAN_RANK
from server.store.inspection import InspectionFilter, hold_for_review, queue, rank_of
from server.store.page import PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer
from server.tables import draw_sample, review, review_draw
from shared import wire
from shared.draw import commitment, draw
from shared.errors import BusyError, NotPermittedError, TransitionError, UnknownRecordError
from shared.ids import InspectionId, PersonId, ReviewId, SiteId
from shared.model.inspection import Inspection, Review, ReviewState

SHARE: Final = 0.10
"""So many of the clean rounds are opened [rec]; at least one."""
FEWEST: Final = 2
"""Below that there is nothing to accept beside the sample."""
MOST: Final = 200
"""So many rounds one draw covers, the oldest first: one transaction accepts them."""
OPEN, DONE, STOPPED = "open", "done", "stopped"
_SEALED = "sealed"
"""The state of a seed that waits for its draw."""
RECENT: Final = 10


class Left(Enum):
    """Why a round of a draw was not accepted with the others."""

    JUDGED = "judged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Sample:
    """One drawn round: its place in the draw, when its person opened it, and who judged it since."""

    record: InspectionId
    place: int
    opened_at: datetime | None
    review: Review | None

    def is_judged_by(self, person: PersonId) -> bool:
        """Tell whether this person opened it and judged it afterwards."""
        return self.opened_at is not None and self.review is not None and self.review.reviewer == person

    def is_lost_for(self, person: PersonId) -> bool:
        """Tell whether somebody else judged it: then another one is drawn in its place."""
        return self.review is not None and self.review.reviewer != person


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw with its sample. ``accepted`` and ``left`` (why, by record) are known once it is closed."""

    id: str
    site: SiteId
    person: PersonId
    person_name: str
    state: str
    seed: str
    candidates: tuple[InspectionId, ...]
    count: int
    drawn_at: datetime
    closed_at: datetime | None
    sample: tuple[Sample, ...] = ()
    accepted: int = 0
    left: tuple[tuple[InspectionId, Left], ...] = ()
    sealed_at: datetime | None = None

    @property
    def commitment(self) -> str:
        """What was shown of the seed from ``sealed_at`` on."""
        return commitment(self.seed)

    @property
    def rest(self) -> tuple[InspectionId, ...]:
        """The rounds that are to be accepted without being opened."""
        drawn = {one.record for one in self.sample}
        return tuple(one for one in self.candidates if one not in drawn)

    @property
    def open_sample(self) -> tuple[Sample, ...]:
        """The drawn rounds that its person has yet to open and judge."""
        who = self.person
        return tuple(one for one in self.sample if not one.is_judged_by(who) and not one.is_lost_for(who))

    @property
    def is_short(self) -> bool:
        """Tell whether another round is to be drawn, because somebody else judged one of the sample."""
        lost = sum(1 for one in self.sample if one.is_lost_for(self.person))
        return len(self.sample) < min(self.count + lost, len(self.candidates))

    @property
    def returned(self) -> tuple[Sample, ...]:
        """The drawn rounds that went back."""
        return tuple(one for one in self.sample if one.review and one.review.state is ReviewState.RETURNED)

    @property
    def is_ready(self) -> bool:
        """Tell whether the rest may be accepted now."""
        return self.state == OPEN and not self.open_sample and not self.returned and not self.is_short

    @property
    def is_right(self) -> bool:
        """Draw again from what was kept, and tell whether the same rounds come out."""
        return draw(self.seed, self.candidates, len(self.sample)) == tuple(one.record for one in self.sample)


def how_many(candidates: int) -> int:
    """Return how many of so many rounds are drawn."""
    return max(1, math.ceil(candidates * SHARE)) if candidates else 0


def candidates_for(tx: Tx, viewer: Viewer, site: SiteId) -> tuple[InspectionId, ...]:
    """List the clean rounds that this person may accept: whole, waiting, and somebody else's; the oldest first."""
    wanted = InspectionFilter(site=site, review_state="submitted", is_clean=True, not_by=viewer.person)
    found = queue(tx, viewer, wanted, PageRequest(size=MOST, sort="rank"))
    return tuple(row.id for row in found.rows if row.photos_stored == row.photos)


def open_draw(tx: Tx, person: PersonId, site: SiteId) -> Draw | None:
    """Return the draw that a person has begun at a site and not closed."""
    query = select(review_draw).where(
        review_draw.c.site == site, review_draw.c.person == person, review_draw.c.state == OPEN
    )
    row = tx.row(query.order_by(review_draw.c.drawn_at.desc()).limit(1))
    return _draws(tx, [row])[0] if row else None


def recent_draws(tx: Tx, site: SiteId) -> list[Draw]:
    """List the last draws at a site, the latest first."""
    mine = (review_draw.c.site == site) & (review_draw.c.state != _SEALED)
    query = select(review_draw).where(mine).order_by(review_draw.c.drawn_at.desc())
    return _draws(tx, tx.rows(query.limit(RECENT)))


def get_draw(tx: Tx, viewer: Viewer, name: str) -> Draw:
    """Return a draw.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    row = tx.row(select(review_draw).where(review_draw.c.id == name, review_draw.c.state != _SEALED))
    if row is None:
        raise UnknownRecordError(kind="draw", id=name)
    viewer.check(SiteId(row.site))
    return _draws(tx, [row])[0]


@dataclass(frozen=True, slots=True)
class Seal:
    """The seed that waits for somebody's next draw: all that may be known of it, and since when."""

    commitment: str
    at: datetime


def seal_of(tx: Tx, person: PersonId, site: SiteId) -> Seal | None:
    """Return what is sealed for somebody's next draw at a site."""
    row = _sealed(tx, person, site)
    return Seal(commitment(row.seed), row.sealed_at) if row is not None else None


def seal(tx: Tx, viewer: Viewer, site: SiteId) -> None:
    """Make the seed of somebody's next draw by chance and keep it sealed, if that was not done yet."""
    viewer.check(site)
    if _sealed(tx, viewer.person, site) is not None:
        return
    seed = secrets.token_hex(16)
    values: dict[str, object] = {"id": tx.ids.new(), "site": site, "person": viewer.person, "seed": seed}
    values |= {"person_name": viewer.name, "state": _SEALED, "candidates": "[]", "outcome": "{}", "count": 0}
    tx.execute(review_draw.insert().values(**values, drawn_at=tx.now, sealed_at=tx.now))
    tx.say(Entry("review.seal", about=(("seal", commitment(seed)),), site=site))


def _sealed(tx: Tx, person: PersonId, site: SiteId) -> Any:
    known = review_draw.c
    mine = (known.site == site) & (known.person == person) & (known.state == _SEALED)
    return tx.row(select(review_draw).where(mine).order_by(known.sealed_at, known.id).limit(1))


def begin_draw(tx: Tx, viewer: Viewer, site: SiteId) -> Draw:
    """Draw a sample of the clean rounds with the sealed seed, and seal that of the next draw.

    A draw that this person has not closed yet is gone on with.

    Raises:
        TransitionError: there are too few clean rounds.
        BusyError: the same person draws in another window at this moment.
    """
    begun = open_draw(tx, viewer.person, site)
    if begun is not None:
        return begun
    found = candidates_for(tx, viewer, site)
    if len(found) < FEWEST:
        raise TransitionError(why="too_few")
    seal(tx, viewer, site)
    sealed, number = _sealed(tx, viewer.person, site), how_many(len(found))
    values = {"state": OPEN, "candidates": wire.dumps(list(found)), "count": number, "drawn_at": tx.now}
    mine = (review_draw.c.id == sealed.id) & (review_draw.c.state == _SEALED)
    if not tx.execute(review_draw.update().where(mine).values(**values)).rowcount:
        raise BusyError(retry_after_s=1)  # the same person has drawn in another window
    _keep_sample(tx, sealed.id, draw(sealed.seed, found, number))
    seal(tx, viewer, site)
    return get_draw(tx, viewer, sealed.id)


def unopened_in(tx: Tx, person: PersonId, site: SiteId, record: InspectionId) -> str:
    """Name the open draw in whose sample this person has yet to open a record, empty if there is none."""
    mine = (review_draw.c.site == site) & (review_draw.c.person == person) & (review_draw.c.state == OPEN)
    here = (draw_sample.c.draw == review_draw.c.id) & (draw_sample.c.record == record)
    query = select(review_draw.c.id).where(mine, here, draw_sample.c.opened_at.is_(None))
    found: str | None = tx.scalar(query.limit(1))
    return found or ""


def note_opened(tx: Tx, name: str, record: InspectionId) -> None:
    """Remember that the person of a draw has opened one of its sample; the first time counts."""
    here = (draw_sample.c.draw == name) & (draw_sample.c.record == record) & draw_sample.c.opened_at.is_(None)
    tx.execute(draw_sample.update().where(here).values(opened_at=tx.now))


def close_draw(tx: Tx, viewer: Viewer, name: str, word: str) -> Draw:
    """Accept what was not drawn, in this one transaction; what changed or was judged meanwhile is left out and named.

    A drawn round that went back ends the draw: the others stay in the queue. Where somebody else judged a drawn one,
    the next of the draw takes its place and nothing is accepted yet. ``word`` is what the reviews say.

    Raises:
        UnknownRecordError: there is no such draw.
        NotPermittedError: it is somebody else's.
        TransitionError: it is closed, or part of its sample was not opened and judged (facts ``why``).
    """
    tx.scalar(select(review_draw.c.id).where(review_draw.c.id == name).with_for_update())
    found = get_draw(tx, viewer, name)
    if found.person != viewer.person:
        raise NotPermittedError(rule="draw_is_anothers")
    if found.state != OPEN:
        raise TransitionError(why="closed")
    if found.returned:
        return _close(tx, viewer, found, STOPPED, 0, {})
    if _replaced(tx, found):
        return get_draw(tx, viewer, name)
    if found.open_sample:
        raise TransitionError(why="sample_open")
    left = {record: why for record in found.rest if (why := _why_left(tx, viewer, record)) is not None}
    rest = [record for record in found.rest if record not in left]
    for record in rest:
        tx.put(_accepted(tx, viewer, tx.get(Inspection, record), word))
    return _close(tx, viewer, found, DONE, len(rest), left)


# ---- within


def _why_left(tx: Tx, viewer: Viewer, record: InspectionId) -> Left | None:
    if hold_for_review(tx, record) != "submitted":
        return Left.JUDGED
    found = tx.find(Inspection, record)
    is_same = found is not None and found.author != viewer.person and rank_of(tx, record) >= CLEAN_RANK
    return None if is_same else Left.CHANGED


def _accepted(tx: Tx, viewer: Viewer, record: Inspection, word: str) -> Review:
    state, name = ReviewState.ACCEPTED, ReviewId(tx.ids.new())
    by = (viewer.person, viewer.name)
    return Review(name, record.site, record.id, record.author, *by, state, tx.now, (), word)


def _replaced(tx: Tx, found: Draw) -> bool:
    """Draw another one for each that somebody else judged, as far as there are any; tells whether it did."""
    if not found.is_short:
        return False
    lost = sum(1 for one in found.sample if one.is_lost_for(found.person))
    order = draw(found.seed, found.candidates, found.count + lost)
    _keep_sample(tx, found.id, order, after=len(found.sample))
    return True


def _keep_sample(tx: Tx, name: str, records: tuple[str, ...], after: int = 0) -> None:
    rows = [{"draw": name, "record": record, "place": place} for place, record in enumerate(records)][after:]
    tx.execute(draw_sample.insert(), rows)


def _close(tx: Tx, viewer: Viewer, found: Draw, state: str, accepted: int, left: dict[InspectionId, Left]) -> Draw:
    outcome = {"accepted": accepted, "left": {record: why.value for record, why in left.items()}}
    values = {"state": state, "closed_at": tx.now, "outcome": wire.dumps(outcome)}
    tx.execute(review_draw.update().where(review_draw.c.id == found.id).values(**values))
    return get_draw(tx, viewer, found.id)


def _draws(tx: Tx, rows: Sequence[Row[*AnyColumns]]) -> list[Draw]:
    samples = _samples(tx, [row.id for row in rows])
    return [_draw(row, tuple(samples.get(row.id, ()))) for row in rows]


def _draw(row: Row[*AnyColumns], sample: tuple[Sample, ...]) -> Draw:
    outcome = cast("dict[str, Any]", wire.loads(row.outcome))
    left = tuple((InspectionId(record), Left(why)) for record, why in outcome.get("left", {}).items())
    return Draw(
        id=row.id,
        site=SiteId(row.site),
        person=PersonId(row.person),
        person_name=row.person_name,
        state=row.state,
        seed=row.seed,
        candidates=tuple(InspectionId(one) for one in cast("list[str]", wire.loads(row.candidates))),
        count=row._mapping["count"],  # noqa: SLF001 - SQLAlchemy's public name; a row has a method count
        drawn_at=row.drawn_at,
        closed_at=row.closed_at,
        accepted=int(outcome.get("accepted", 0)),
        left=left,
        sample=sample,
        sealed_at=row.sealed_at,
    )


def _samples(tx: Tx, draws: Sequence[str]) -> dict[str, list[Sample]]:
    """Return the drawn rounds of some draws by place, each with its last review; two statements for all."""
    known = draw_sample.c
    rows = tx.rows(select(draw_sample).where(known.draw.in_(draws)).order_by(known.draw, known.place))
    last: dict[InspectionId, Review] = {}
    of_any = review.c.inspection.in_({row.record for row in rows})
    for one in tx.every(Review, of_any, order=(review.c.at, review.c.id)) if rows else ():
        last[one.inspection] = one
    found: dict[str, list[Sample]] = {}
    for row in rows:
        record = InspectionId(row.record)
        found.setdefault(row.draw, []).append(Sample(record, row.place, row.opened_at, last.get(record)))
    return found
