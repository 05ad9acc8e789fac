"""Everything that one hazard's page shows, loaded at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from server.office.hazards.history import Entry, Told, count_others, history, news
from server.office.meanwhile import Seen
from server.office.permission import Permission
from server.office.photos.shot import files_of
from server.office.reader import Reader, begin
from server.store import Tx, recurrence
from server.store.device import device_names
from server.store.hazard import extensions_of, hazard_for, pending_extension, rechecks_of, replies_of
from server.store.inspection import notes_about, stored_photos
from server.store.measure import measures_of
from server.store.order import orders_naming
from server.store.place import in_use, units
from server.store.plan import workdays as workday_years
from shared.errors import RuleError
from shared.hazard import TERMINAL, allowed, is_overdue, last_step, permit
from shared.hazard.measure import LINKS, Measure, MeasureKind, owed, plan_due_on, possible
from shared.hazard.order import ExternalOrder
from shared.hazard.urgency import SCREENS, Rung, Screen, rung, suggested_retry
from shared.ids import HazardId, Sha256
from shared.model.hazard import Extension, Hazard, HazardEvent, HazardState, Notice, Recheck, Reply
from shared.model.inspection import Inspection, Note, Photo, pictures
from shared.model.place import Asset, Point, Role, Unit
from shared.model.template import HazardGrade, Template
from shared.notice import recheck_due
from shared.schedule import workdays

OF_THE_NOTICE = frozenset({HazardEvent.ISSUE, HazardEvent.WITHDRAW, HazardEvent.RECEIVE, HazardEvent.REFUSE})
"""Acts that move a whole notice; their forms are on the notice's page."""
TURNS_BACK = frozenset({HazardEvent.RETURN_REPLY, HazardEvent.DENY_EXTENSION, HazardEvent.ESCALATE, HazardEvent.VOID})
BY_RECHECK = frozenset({HazardEvent.PASS_RECHECK, HazardEvent.FAIL_RECHECK})
SOMEBODY = "?"
"""Stands for a name that a form will bring."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One hazard with its notice, records and photos, and what this reader may do next."""

    hazard: Hazard
    point: Point | None
    asset: Asset | None
    unit: Unit | None
    notice: Notice | None
    source: Inspection | None
    source_template: Template | None
    replies: tuple[Reply, ...]
    rechecks: tuple[Recheck, ...]
    extensions: tuple[Extension, ...]
    asked: Extension | None
    notes: tuple[Note, ...]
    orders: tuple[ExternalOrder, ...]
    earlier: Hazard | None
    later: tuple[Hazard, ...]
    similar: tuple[Hazard, ...]
    linked: Measure | None
    units: tuple[Unit, ...]
    stored: frozenset[Sha256]
    events: tuple[HazardEvent, ...]
    measures: tuple[MeasureKind, ...]
    links: tuple[MeasureKind, ...]
    owed: tuple[MeasureKind, ...]
    plan_due_on: date | None
    recheck_by: date | None
    is_overdue: bool
    retry_on: date | None
    rung: Rung | None
    is_of_unit: bool
    seen: Seen
    history: tuple[Entry, ...]
    news: tuple[Entry, ...]

    @property
    def own_acts(self) -> tuple[HazardEvent, ...]:
        """Acts whose form is on this page, onward first; the two results of a recheck share one."""
        hidden = OF_THE_NOTICE | {HazardEvent.FAIL_RECHECK}
        return tuple(sorted((event for event in self.events if event not in hidden), key=TURNS_BACK.__contains__))

    @property
    def may_issue(self) -> bool:
        """Tell whether this reader may issue a notice now."""
        return HazardEvent.ISSUE in self.events

    @property
    def waits_for_receipt(self) -> bool:
        """Tell whether this reader may see the notice signed for or refused."""
        return bool({HazardEvent.RECEIVE, HazardEvent.REFUSE} & set(self.events))

    @property
    def may_withdraw(self) -> bool:
        """Tell whether this reader may withdraw the notice, signed for or not."""
        return HazardEvent.WITHDRAW in self.events

    @property
    def is_running(self) -> bool:
        """Tell whether the deadline still matters."""
        return self.hazard.state not in TERMINAL and self.hazard.state is not HazardState.RECHECK_PASSED

    @property
    def compared(self) -> tuple[Photo, Photo] | None:
        """The first pictures before and after, to be laid over each other, if both have arrived."""
        before, after = pictures(self.hazard.photos_before), pictures(self.hazard.photos_after)
        if not before or not after or not {before[0].sha256, after[0].sha256} <= self.stored:
            return None
        return before[0], after[0]

    @property
    def signs_of_major(self) -> tuple[Screen, ...]:
        """What may make it a major hazard: shown to whoever grades it, never decided from."""
        return SCREENS

    @property
    def signs_seen(self) -> tuple[Screen, ...]:
        """The signs that whoever graded it ticked."""
        return tuple(screen for screen in SCREENS if screen.key in self.hazard.screens)


def load(tx: Tx, reader: Reader, record: HazardId, seen: Seen | None = None) -> Sheet:
    """Load a hazard's page; ``seen`` is what the reader's page showed before: what came since is told as news.

    Raises:
        UnknownRecordError: there is none that the reader may see.
        ForbiddenError: hazards of its site are not for the reader's roles there.
    """
    hazard = hazard_for(tx, reader.viewer, record)
    reader.must(Permission.SEE_HAZARDS, hazard.site)
    roles = reader.viewer.roles_at(hazard.site)
    replies, rechecks = tuple(replies_of(tx, record)), tuple(rechecks_of(tx, record))
    notes = tuple(notes_about(tx, record))
    given = tuple(measures_of(tx, record))
    photos = _photos(hazard, replies, rechecks, notes)
    told = Told(
        hazard,
        given,
        replies,
        rechecks,
        {photo.id: photo for photo in photos},
        device_names(tx, {step.device for step in hazard.steps if step.device}),
    )
    source = tx.find(Inspection, hazard.source) if hazard.source else None
    asset = hazard.per or hazard.asset
    ways = possible(hazard, roles)
    today = reader.formats.today
    return Sheet(
        hazard=hazard,
        point=tx.find(Point, hazard.point) if hazard.point else None,
        asset=tx.find(Asset, asset) if asset else None,
        unit=tx.find(Unit, hazard.unit) if hazard.unit else None,
        notice=tx.find(Notice, hazard.notice) if hazard.notice else None,
        source=source,
        source_template=tx.find(Template, source.template_key) if source else None,
        replies=replies,
        rechecks=rechecks,
        extensions=tuple(extensions_of(tx, record)),
        asked=pending_extension(tx, record),
        notes=notes,
        orders=tuple(orders_naming(tx, record)) if reader.may(Permission.SEE_ORDERS, hazard.site) else (),
        earlier=_earlier(tx, reader, hazard),
        later=tuple(one for one in recurrence.later(tx, record) if reader.viewer.may_see(one.site, one.unit)),
        similar=tuple(recurrence.similar(tx, reader.viewer, hazard)) if MeasureKind.AGAIN in ways else (),
        linked=next((one for one in reversed(given) if one.kind in LINKS), None),
        units=tuple(in_use(units(tx, reader.viewer, hazard.site), hazard.unit)),
        stored=frozenset(stored_photos(tx, files_of(photos))),
        events=tuple(event for event in allowed(hazard.state, roles) if _is_permitted(tx, reader, hazard, event)),
        measures=tuple(kind for kind in ways if kind not in LINKS),
        links=tuple(kind for kind in ways if kind in LINKS),
        owed=owed(hazard, today, given),
        plan_due_on=_plan_due_on(reader, hazard, given),
        recheck_by=_recheck_by(tx, reader, hazard),
        is_overdue=is_overdue(hazard, today),
        retry_on=_retry_on(reader, hazard),
        rung=rung(hazard, today),
        is_of_unit=not (roles - {Role.INSPECTED_UNIT}),
        seen=Seen(tx.rev(Hazard, record), len(hazard.steps), count_others(told)),
        history=history(reader, told),
        news=news(reader, told, seen.steps, seen.others) if seen else (),
    )


def _earlier(tx: Tx, reader: Reader, hazard: Hazard) -> Hazard | None:
    """Return the hazard that this one repeats, if the reader may see it."""
    found = tx.find(Hazard, hazard.recurs_from) if hazard.recurs_from else None
    return found if found and reader.viewer.may_see(found.site, found.unit) else None


def _issued_on(reader: Reader, hazard: Hazard) -> date | None:
    issued = next((step for step in hazard.steps if step.event is HazardEvent.ISSUE), None)
    return reader.formats.local(issued.at).date() if issued else None


def _plan_due_on(reader: Reader, hazard: Hazard, given: tuple[Measure, ...]) -> date | None:
    issued = _issued_on(reader, hazard)
    is_planned = any(one.kind is MeasureKind.PLAN for one in given)
    return None if issued is None or is_planned else plan_due_on(hazard, issued)


def _recheck_by(tx: Tx, reader: Reader, hazard: Hazard) -> date | None:
    """Return the day by which to recheck what the unit says is done: three working days after that, or the deadline."""
    reply = last_step(hazard, HazardEvent.REPLY)
    if hazard.state is not HazardState.REPLIED or reply is None or hazard.deadline_on is None:
        return None
    replied_on = reader.formats.local(reply.at).date()
    return recheck_due(workdays(workday_years(tx)), hazard.deadline_on, replied_on)


def _retry_on(reader: Reader, hazard: Hazard) -> date | None:
    """Suggest the deadline after a failed recheck, from the time that the notice gave at first."""
    issued = _issued_on(reader, hazard)
    if issued is None or hazard.first_deadline_on is None:
        return None
    return suggested_retry((hazard.first_deadline_on - issued).days, reader.formats.today)


def _is_permitted(tx: Tx, reader: Reader, hazard: Hazard, event: HazardEvent) -> bool:
    """Tell whether the rules would let this reader do it now, if all that a form can bring were brought."""
    viewer = reader.viewer
    is_of_unit = viewer.unit is not None and viewer.unit == hazard.unit
    act = replace(
        begin(reader, event, hazard.site, tx.now),
        signed_by="" if is_of_unit else SOMEBODY,
        witness=SOMEBODY,
        grade=HazardGrade.GENERAL,
        deadline_on=date.max,
    )
    try:
        permit(hazard, act)
    except RuleError:
        return False
    return True


def _photos(
    hazard: Hazard, replies: tuple[Reply, ...], rechecks: tuple[Recheck, ...], notes: tuple[Note, ...]
) -> list[Photo]:
    found = [*hazard.photos_before, *hazard.photos_after]
    for reply in replies:
        found += reply.photos_after
    for recheck in rechecks:
        found += recheck.photos
    for note in notes:
        found += note.photos
    return found
