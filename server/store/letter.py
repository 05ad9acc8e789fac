"""Dead letters: pushed operations that could not be applied, and what the office did with them.

Nothing that a tablet sends is ever dropped, and a letter never changes: each act on it is kept beside it, with the
corrected operation where it was corrected.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, Row, Select, func, select

from server.codec import write_text
from server.store.listing import as_row
from server.store.page import Page, PageRequest
from server.store.tx import AnyColumns, Tx
from server.store.viewer import Viewer
from server.tables import dead_letter, device, letter_act, op_receipt, person, site
from shared import wire
from shared.errors import UnknownRecordError
from shared.ids import DeviceId, OpId, PersonId, SiteId
from shared.sync.messages import OP_BODIES, Json, Op

OPEN, HELD, APPLIED, ASIDE = "open", "held", "applied", "aside"
"""Refused and unread; waiting for an upgrade; applied later; set aside with a reason."""
STATES = (OPEN, HELD, APPLIED, ASIDE)
WAITING = (OPEN, HELD)
_KEY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Letter:
    """One operation that was refused or held, whole, with the problem that the tablet was told.

    ``place`` is the site that it concerns, as far as the server knows it, else its tablet's.
    """

    op_id: OpId
    sha256: str
    device: DeviceId
    device_name: str
    author: PersonId
    author_name: str
    site: SiteId | None
    place: SiteId | None
    kind: str
    op: Op
    problem: Json
    state: str
    word: str
    happened_at: datetime
    is_estimated: bool
    received_at: datetime
    settled_at: datetime | None
    settled_by: PersonId | None

    @property
    def key(self) -> str:
        """Name the letter in addresses: two operations may carry the same id."""
        return f"{self.op_id}.{self.sha256[:_KEY_LENGTH]}"

    @property
    def code(self) -> str:
        """The last part of its problem's type."""
        return str(self.problem.get("type", "")).rstrip("/").rpartition("/")[2]

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has settled it."""
        return self.state in WAITING


@dataclass(frozen=True, slots=True)
class LetterAct:
    """One act on a letter: ``refused`` (tried in vain), ``applied``, ``aside``, ``reopened``; ``by`` None: the server."""

    at: datetime
    by: PersonId | None
    by_name: str
    act: str
    word: str
    corrected: Op | None
    problem: Json | None


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters; an empty member does not limit. ``state`` may also be ``waiting``: open or held."""

    site: SiteId | None = None
    state: str = ""
    kind: str = ""
    device: DeviceId | None = None


def letters(tx: Tx, viewer: Viewer, wanted: LetterFilter, page: PageRequest) -> Page[Letter]:
    """List the letters of the viewer's sites, newest first."""
    query = _query().where(*_matching(viewer, wanted))
    total = tx.count(query.with_only_columns(dead_letter.c.op_id))
    ordered = query.order_by(dead_letter.c.received_at.desc(), dead_letter.c.op_id, dead_letter.c.sha256)
    rows = tx.rows(ordered.limit(page.size).offset(page.offset))
    more = "more" if page.offset + page.size < total else ""
    return Page(
        tuple(_letter(row) for row in rows), total, page.number, page.size, "", more, "less" if page.number > 1 else ""
    )


def letter_counts(tx: Tx, viewer: Viewer, wanted: LetterFilter) -> dict[str, int]:
    """Count letters by state."""
    names = _query().where(*_matching(viewer, wanted)).subquery()
    rows = tx.rows(select(names.c.state, func.count()).group_by(names.c.state))
    counted = {str(state): int(count) for state, count in rows}
    return {state: counted.get(state, 0) for state in STATES}


def waiting_by_device(tx: Tx, viewer: Viewer, where: SiteId | None = None) -> dict[DeviceId, int]:
    """Count the letters that nobody has settled, by tablet."""
    names = _query().where(*_matching(viewer, LetterFilter(where, "waiting"))).subquery()
    rows = tx.rows(select(names.c.device, func.count()).group_by(names.c.device))
    return {DeviceId(name): int(count) for name, count in rows}


def letter_for(tx: Tx, viewer: Viewer, key: str) -> Letter:
    """Return one letter by its key.

    Raises:
        UnknownRecordError: there is none that ``viewer`` may see.
    """
    op_id, _, sha256 = key.partition(".")
    is_it = (dead_letter.c.op_id == op_id) & dead_letter.c.sha256.startswith(sha256, autoescape=True)
    found = tx.rows(_query().where(is_it, *_matching(viewer, LetterFilter())).limit(1))
    if not found or len(sha256) != _KEY_LENGTH:
        raise UnknownRecordError(kind="dead_letter", id=key)
    return _letter(found[0])


def find_letter(tx: Tx, op_id: OpId) -> Letter:
    """Return the letter of an operation, whatever its state and whoever asks.

    Raises:
        UnknownRecordError: there is none.
    """
    row = next(iter(tx.rows(_query().where(dead_letter.c.op_id == op_id).limit(1))), None)
    if row is None:
        raise UnknownRecordError(kind="dead_letter", id=op_id)
    return _letter(row)


def waiting(tx: Tx, *states: str) -> list[Letter]:
    """List the letters in any of ``states``, oldest first."""
    query = _query().where(dead_letter.c.state.in_(states)).order_by(dead_letter.c.received_at, dead_letter.c.op_id)
    return [_letter(row) for row in tx.rows(query)]


def acts_on(tx: Tx, letter: Letter) -> list[LetterAct]:
    """List what was done with a letter, oldest first."""
    mine = (letter_act.c.op_id == letter.op_id) & (letter_act.c.sha256 == letter.sha256)
    rows = tx.rows(select(letter_act).where(mine).order_by(letter_act.c.id))
    return [
        as_row(
            LetterAct,
            row,
            corrected=wire.decode(Op, wire.loads(row.corrected)) if row.corrected else None,
            problem=cast("Json", wire.loads(row.problem)) if row.problem else None,
        )
        for row in rows
    ]


def move(tx: Tx, letter: Letter, to: str, act: LetterAct) -> bool:
    """Move a letter from the state that it was read in, and keep the act; False if somebody was quicker."""
    mine = (
        (dead_letter.c.op_id == letter.op_id)
        & (dead_letter.c.sha256 == letter.sha256)
        & (dead_letter.c.state == letter.state)
    )
    is_over = to not in WAITING
    values = {
        "state": to,
        "word": act.word[:500] if is_over else "",
        "settled_at": tx.now if is_over else None,
        "settled_by": act.by if is_over else None,
    }
    if tx.execute(dead_letter.update().where(mine).values(**values)).rowcount != 1:
        return False
    note_act(tx, letter, act)
    return True


def note_act(tx: Tx, letter: Letter, act: LetterAct) -> None:
    """Keep what was done with a letter, for ever."""
    tx.execute(
        letter_act.insert().values(
            op_id=letter.op_id,
            sha256=letter.sha256,
            at=act.at,
            by=act.by,
            by_name=act.by_name[:100],
            act=act.act,
            word=act.word[:500],
            corrected=write_text(act.corrected) if act.corrected is not None else None,
            problem=wire.dumps(act.problem) if act.problem is not None else None,
        )
    )


def reopened_state(letter: Letter) -> str:
    """Return the state of a letter that is taken up again."""
    return OPEN if letter.kind in OP_BODIES else HELD


_PLACE = func.coalesce(site.c.id, device.c.site)


def _matching(viewer: Viewer, wanted: LetterFilter) -> list[ColumnElement[bool]]:
    """Limit to sites of which the viewer sees all, in the query itself."""
    where: list[ColumnElement[bool]] = [_PLACE.in_([one for one in viewer.roles if viewer.sees_all_of(one)])]
    if wanted.site is not None:
        where.append(_PLACE.in_([wanted.site]))
    if wanted.state:
        where.append(dead_letter.c.state.in_(WAITING if wanted.state == "waiting" else (wanted.state,)))
    if wanted.kind:
        where.append(dead_letter.c.kind == wanted.kind)
    if wanted.device is not None:
        where.append(dead_letter.c.device == wanted.device)
    return where


def _query() -> Select[*AnyColumns]:
    happened = func.coalesce(op_receipt.c.happened_at, dead_letter.c.received_at, type_=dead_letter.c.received_at.type)
    is_its_receipt = (op_receipt.c.op_id == dead_letter.c.op_id) & (op_receipt.c.sha256 == dead_letter.c.sha256)
    return (
        select(
            dead_letter,
            device.c.name.label("device_name"),
            person.c.name.label("author_name"),
            happened.label("happened_at"),
            op_receipt.c.is_estimated,
            _PLACE.label("place"),
        )
        .outerjoin(device, device.c.id == dead_letter.c.device)
        .outerjoin(site, site.c.id == dead_letter.c.site)
        .outerjoin(person, person.c.id == dead_letter.c.author)
        .outerjoin(op_receipt, is_its_receipt)
    )


def _letter(row: Row[*AnyColumns]) -> Letter:
    return as_row(
        Letter,
        row,
        op=wire.decode(Op, wire.loads(row.body)),
        problem=cast("Json", wire.loads(row.problem)),
        device_name=row.device_name or "",
        author_name=row.author_name or "",
        is_estimated=bool(row.is_estimated),
    )
