"""Checklists that are being written: drafts, each state that they were in, and what leads back to it.

Every save is a revision. To take back is to show an older revision's sheets as the next one, so nothing is ever lost and
two people who write at once are told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import Row, select

from server.store.template import latest, publish
from server.store.tx import Tx
from server.store.viewer import Viewer
from server.tables import rule, template_draft, template_draft_rev
from server.xlsform.sheets import Sheets, read_sheets
from shared import wire
from shared.errors import UnknownRecordError
from shared.ids import TemplateId
from shared.model.place import Text
from shared.model.plan import Rule
from shared.model.template import Template

MOST_DRAFTS = 200
"""So many drafts a page lists, the last changed first."""
LONGEST_HISTORY = 500
_D, _R = template_draft.c, template_draft_rev.c


class DraftState(Enum):
    """What became of a draft."""

    OPEN = "open"
    PUBLISHED = "published"
    DROPPED = "dropped"


class Deed(Enum):
    """What one revision did."""

    CREATED = "created"
    ADDED = "added"
    EDITED = "edited"
    MOVED = "moved"
    COPIED = "copied"
    REMOVED = "removed"
    SETTINGS = "settings"
    UNDONE = "undone"
    REDONE = "redone"
    RESTORED = "restored"


class StaleDraftError(Exception):
    """Somebody else changed the draft since it was looked at, or it is not open any more. Nothing was written."""


class FaultyDraftError(Exception):
    """The draft has problems, or says what the newest version says already; it was not published."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it stands. ``base`` is the published version that it began as, 0 if none; ``rev`` counts its states.

    ``can_undo`` and ``can_redo`` tell whether there is something to take back, or to do again.
    """

    id: str
    template: TemplateId
    base: int
    rev: int
    state: DraftState
    title: Text
    made_by_name: str
    made_at: datetime
    changed_by_name: str
    changed_at: datetime
    published: int | None
    can_undo: bool = False
    can_redo: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of a draft's history. ``about`` names the line that was changed."""

    rev: int
    deed: Deed
    about: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Use:
    """Where a checklist is walked by plan: plans of the viewer's sites, and how many there are elsewhere."""

    rules: tuple[Rule, ...]
    elsewhere: int


def drafts(tx: Tx, state: DraftState) -> list[Draft]:
    """List the drafts in a state, the last changed first."""
    query = select(template_draft).where(_D.state == state.value).order_by(_D.changed_at.desc(), _D.id)
    return [_draft(row) for row in tx.rows(query.limit(MOST_DRAFTS))]


def draft_of(tx: Tx, name: str) -> Draft:
    """Return one draft.

    Raises:
        UnknownRecordError: there is none.
    """
    row = tx.row(select(template_draft).where(_D.id == name))
    if row is None:
        raise UnknownRecordError(kind="template_draft", id=name)
    state = _state(tx, name, row.rev)
    return _draft(row, can_undo=bool(state.before), can_redo=state.tip != state.shows)


def sheets_of_draft(tx: Tx, draft: Draft, rev: int = 0) -> Sheets:
    """Return the sheets of a draft, or of one of its revisions.

    Raises:
        UnknownRecordError: there is no such revision.
    """
    shows = _state(tx, draft.id, rev or draft.rev).shows
    body = tx.scalar(select(_R.body).where(_R.draft == draft.id, _R.rev == shows))
    return wire.decode(Sheets, wire.loads(body))


def history(tx: Tx, draft: Draft) -> list[Revision]:
    """List what was done to a draft, the last first."""
    columns = (_R.rev, _R.what, _R.about, _R.by_name, _R.at)
    query = select(*columns).where(_R.draft == draft.id).order_by(_R.rev.desc()).limit(LONGEST_HISTORY)
    return [Revision(rev, Deed(what), about, by_name, at) for rev, what, about, by_name, at in tx.rows(query)]


def begin_draft(tx: Tx, who: Viewer, sheets: Sheets, base: int = 0) -> str:
    """Keep new sheets as a draft; ``base`` is the version that they were taken from. Returns its id."""
    name = tx.ids.new()
    made = {"made_by_name": who.name, "made_at": tx.now, "changed_by_name": who.name, "changed_at": tx.now}
    row = {"id": name, "base_version": base, "rev": 1, "state": DraftState.OPEN.value, "published_version": None}
    tx.execute(template_draft.insert(), [{**row, **made, **_facts(sheets)}])
    _add(tx, who, name, 1, Deed.CREATED, shows=1, before=0, tip=1, body=_body(sheets))
    return name


def save_draft(tx: Tx, who: Viewer, name: str, rev: int, sheets: Sheets, deed: Deed, about: str = "") -> int:
    """Keep changed sheets as the next revision of the draft that was looked at as ``rev``; returns its number.

    Sheets that say what it says already make no revision.

    Raises:
        StaleDraftError: it was changed since, or is not open.
    """
    held = _held(tx, name, rev)
    before = _state(tx, name, rev)
    if sheets_of_draft(tx, held) == sheets:
        return rev
    new = _advance(tx, who, held, sheets)
    _add(tx, who, name, new, deed, about, shows=new, before=before.shows, tip=new, body=_body(sheets))
    return new


def undo(tx: Tx, who: Viewer, name: str, rev: int) -> int:
    """Take the last change back; nothing happens at the first state.

    Raises:
        StaleDraftError: the draft was changed since, or is not open.
    """
    state = _state(tx, name, rev)
    return _show(tx, who, name, rev, state.before, Deed.UNDONE, state.tip) if state.before else rev


def redo(tx: Tx, who: Viewer, name: str, rev: int) -> int:
    """Do again what was taken back last; nothing happens if nothing was.

    Raises:
        StaleDraftError: the draft was changed since, or is not open.
    """
    state = _state(tx, name, rev)
    if state.tip == state.shows:
        return rev
    befores: dict[int, int] = dict(tx.rows(select(_R.rev, _R.before).where(_R.draft == name, _R.rev == _R.shows)))
    target = state.tip
    while befores.get(target, 0) not in (0, state.shows):
        target = befores[target]
    return _show(tx, who, name, rev, target, Deed.REDONE, state.tip)


def restore(tx: Tx, who: Viewer, name: str, rev: int, old: int) -> int:
    """Make an older revision the next one.

    Raises:
        StaleDraftError: the draft was changed since, or is not open.
        UnknownRecordError: there is no such revision.
    """
    held = _held(tx, name, rev)
    return save_draft(tx, who, name, rev, sheets_of_draft(tx, held, old), Deed.RESTORED, str(old))


def set_dropped(tx: Tx, who: Viewer, name: str, *, is_dropped: bool) -> None:
    """Put a draft away, or take it up again; one that was published stays published."""
    states = (DraftState.OPEN, DraftState.DROPPED)
    old, new = states if is_dropped else states[::-1]
    update = template_draft.update().where(_D.id == name, _D.state == old.value)
    tx.execute(update.values(state=new.value, changed_by_name=who.name, changed_at=tx.now))


def publish_draft(tx: Tx, who: Viewer, name: str, rev: int, newest: int) -> Template:
    """Publish a draft as the version after ``newest``, which the publisher compared it with.

    Raises:
        StaleDraftError: the draft was changed since, is not open, or another version was published meanwhile.
        FaultyDraftError: it has problems, or nothing is different.
    """
    held = _held(tx, name, rev)
    published = latest(tx, held.template)
    if (published.version if published else 0) != newest:
        raise StaleDraftError
    sheets = numbered(sheets_of_draft(tx, held), newest + 1)
    reading = read_sheets(sheets)
    if reading.problems or (published and is_same(published, reading.template)):
        raise FaultyDraftError
    publish(tx, reading.template)
    done = {"state": DraftState.PUBLISHED.value, "published_version": newest + 1}
    _advance(tx, who, held, sheets, is_kept=True, **done)
    return reading.template


def numbered(sheets: Sheets, version: int) -> Sheets:
    """Return sheets under a version's number."""
    return Sheets({**sheets.settings, "version": str(version)}, sheets.survey, sheets.choices)


def is_same(one: Template, other: Template) -> bool:
    """Tell whether two versions say the same but for their numbers."""
    texts = [{**(wire.encode_object(template)), "version": 0} for template in (one, other)]
    return texts[0] == texts[1]


def use_of(tx: Tx, viewer: Viewer, of: TemplateId) -> Use:
    """Tell which plans of today or later walk a checklist; those of other sites are only counted, surprise ones left out."""
    today = tx.now.date()
    found = tx.every(
        Rule, rule.c.template == of, rule.c.ends_on.is_(None) | (rule.c.ends_on >= today), order=(rule.c.code,)
    )
    open_ones = [one for one in found if not one.is_secret]
    shown = tuple(one for one in open_ones if viewer.sees_all_of(one.site))
    return Use(shown, len(open_ones) - len(shown))


def _held(tx: Tx, name: str, rev: int) -> Draft:
    held = draft_of(tx, name)
    if held.rev != rev or held.state is not DraftState.OPEN:
        raise StaleDraftError
    return held


def _show(tx: Tx, who: Viewer, name: str, rev: int, shows: int, deed: Deed, tip: int) -> int:
    held = _held(tx, name, rev)
    shown = _state(tx, name, shows)
    new = _advance(tx, who, held, sheets_of_draft(tx, held, shows))
    _add(tx, who, name, new, deed, shows=shows, before=shown.before, tip=tip, body="")
    return new


def _advance(tx: Tx, who: Viewer, held: Draft, sheets: Sheets, *, is_kept: bool = False, **facts: object) -> int:
    """Count a draft's revision up if nobody else did; ``is_kept``: it stays, only other facts change."""
    new = held.rev if is_kept else held.rev + 1
    changed = {**_facts(sheets), "rev": new, "changed_by_name": who.name, "changed_at": tx.now, **facts}
    where = (_D.id == held.id, _D.rev == held.rev, _D.state == DraftState.OPEN.value)
    if tx.execute(template_draft.update().where(*where).values(**changed).returning(_D.rev)).scalar() is None:
        raise StaleDraftError
    return new


def _add(tx: Tx, who: Viewer, draft: str, rev: int, deed: Deed, about: str = "", **state: object) -> None:
    by = {"what": deed.value, "about": about[:200], "by": who.person, "by_name": who.name, "at": tx.now}
    tx.execute(template_draft_rev.insert(), [{"draft": draft, "rev": rev, **by, **state}])


def _state(tx: Tx, draft: str, rev: int) -> Any:
    query = select(_R.shows, _R.before, _R.tip).where(_R.draft == draft, _R.rev == rev)
    row = tx.row(query)
    if row is None:
        raise UnknownRecordError(kind="template_draft_rev", id=f"{draft}.{rev}")
    return row


def _facts(sheets: Sheets) -> dict[str, object]:
    return {
        "template_id": sheets.settings.get("form_id", "")[:64],
        "title": sheets.title.zh[:200],
        "title_en": sheets.title.en[:200],
    }


def _body(sheets: Sheets) -> str:
    return wire.dumps(wire.encode(sheets))


def _draft(row: Row[Any], *, can_undo: bool = False, can_redo: bool = False) -> Draft:
    return Draft(
        row.id,
        TemplateId(row.template_id),
        row.base_version,
        row.rev,
        DraftState(row.state),
        Text(row.title, row.title_en),
        row.made_by_name,
        row.made_at,
        row.changed_by_name,
        row.changed_at,
        row.published_version,
        can_undo,
        can_redo,
    )
