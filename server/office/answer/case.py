"""What a link opens: one notice with its hazards and all that was said about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from server.office.formats import Formats
from server.office.page import wording
from server.office.photos.shot import files_of
from server.store import Tx
from server.store.hazard import extensions_of, rechecks_of, replies_of
from server.store.inspection import stored_photos
from server.store.notice import hazards_of
from server.store.unit_link import UnitLink
from shared.errors import RuleError
from shared.hazard import FROM_LINK, MAX_EXTENSIONS, TERMINAL, Act, is_overdue, permit
from shared.ids import PersonId, Sha256
from shared.model.hazard import (
    Extension,
    Hazard,
    HazardEvent,
    HazardState,
    Notice,
    NoticeItem,
    NoticeState,
    Recheck,
    Reply,
    Step,
)
from shared.model.inspection import Photo
from shared.model.place import Role, Site, Unit
from shared.notice import item_of

E = HazardEvent
TOLD_STEPS = frozenset(
    {
        *(E.ISSUE, E.RECEIVE, E.REFUSE, E.WITHDRAW, E.ASK_EXTENSION, E.GRANT_EXTENSION, E.DENY_EXTENSION, E.REPLY),
        *(E.RETURN_REPLY, E.PASS_RECHECK, E.FAIL_RECHECK, E.SET_DEADLINE, E.SIGN_OFF),
    }
)
"""Steps that concern the unit; whom else the estate has told is its own matter."""

SETS_DAY = frozenset({E.ISSUE, E.GRANT_EXTENSION, E.SET_DEADLINE})


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that happened to an item: a step with the words and photos that came with it."""

    event: HazardEvent
    at: datetime
    by: str
    words: tuple[str, ...]
    photos: tuple[Photo, ...]
    deadline_on: date | None = None

    @property
    def is_of_unit(self) -> bool:
        """Tell whether the unit itself did it."""
        return self.event in (E.RECEIVE, E.REPLY, E.ASK_EXTENSION)


@dataclass(frozen=True, slots=True)
class Item:
    """One hazard of the notice: its number and ``line`` on the paper, what became of it, what the unit may do about it."""

    number: int
    hazard: Hazard
    line: NoticeItem
    said: tuple[Said, ...]
    asked: Extension | None
    is_late: bool
    is_elsewhere: bool
    may_reply: bool
    may_ask: bool
    why_not: str

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to do about it."""
        return self.hazard.state in TERMINAL

    @property
    def waits_for_unit(self) -> bool:
        """Tell whether it is the unit's turn."""
        return self.may_reply


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the pages of one link work with. ``formats`` writes in the site's zone."""

    token: str
    link: UnitLink
    notice: Notice
    site: Site
    unit: Unit | None
    items: tuple[Item, ...]
    newer: Notice | None
    stored: frozenset[Sha256]
    files: frozenset[Sha256]
    formats: Formats

    @property
    def may_receive(self) -> bool:
        """Tell whether the notice waits for the unit's signature."""
        waits = any(item.hazard.state is HazardState.ISSUED and not item.is_elsewhere for item in self.items)
        return self.notice.state is NoticeState.ISSUED and waits

    @property
    def next_item(self) -> Item | None:
        """Return the first item that waits for the unit."""
        return next((item for item in self.items if item.waits_for_unit), None)

    def item(self, number: int) -> Item | None:
        """Return an item by its number on the paper."""
        return next((item for item in self.items if item.number == number), None)


def unit_act(tx: Tx, case_notice: Notice, zone: ZoneInfo, event: HazardEvent, name: str = "") -> Act:
    """Begin what somebody of the unit does over the link, under the name that they typed."""
    return Act(
        event=event,
        by=PersonId(f"unit:{case_notice.unit}"),
        by_name=name,
        roles=frozenset({Role.INSPECTED_UNIT}),
        at=tx.now,
        today=tx.now.astimezone(zone).date(),
        actor_unit=case_notice.unit,
        signed_by=name,
        origin=FROM_LINK,
    )


def load(tx: Tx, token: str, link: UnitLink) -> Case:
    """Load what a good link opens."""
    notice = tx.get(Notice, link.notice)
    site = tx.get(Site, notice.site)
    formats = Formats(wording(), ZoneInfo(site.timezone), tx.now)
    hazards = hazards_of(tx, notice)
    items = tuple(_item(tx, notice, hazard, number, formats) for number, hazard in enumerate(hazards, 1))
    files = files_of(photo for item in items for photo in _photos(item))
    return Case(
        token=token,
        link=link,
        notice=notice,
        site=site,
        unit=tx.find(Unit, notice.unit),
        items=items,
        newer=_newer(tx, notice, hazards),
        stored=frozenset(stored_photos(tx, files)),
        files=frozenset(files),
        formats=formats,
    )


def _newer(tx: Tx, notice: Notice, hazards: Iterable[Hazard]) -> Notice | None:
    """Return the notice that took this one's place, if there is one: its number is on a paper the unit holds."""
    if notice.state is not NoticeState.WITHDRAWN:
        return None
    others = {hazard.notice for hazard in hazards if hazard.notice not in (None, notice.id)}
    found = (tx.find(Notice, other) for other in sorted(str(other) for other in others))
    return next((one for one in found if one is not None and one.unit == notice.unit), None)


def _item(tx: Tx, notice: Notice, hazard: Hazard, number: int, formats: Formats) -> Item:
    is_elsewhere, line = hazard.notice != notice.id, item_of(notice, hazard)
    if is_elsewhere:  # withdrawn; what became of it since is another paper's matter
        return Item(number, hazard, line, (), None, False, True, False, False, "")
    replies, rechecks = replies_of(tx, hazard.id), rechecks_of(tx, hazard.id)
    extensions = extensions_of(tx, hazard.id)
    may_reply = _may(tx, notice, hazard, E.REPLY, formats)
    may_ask = _may(tx, notice, hazard, E.ASK_EXTENSION, formats)
    return Item(
        number=number,
        hazard=hazard,
        line=line,
        said=tuple(reversed(_said(notice, hazard, replies, rechecks, extensions))),
        asked=next((one for one in reversed(extensions) if one.is_granted is None), None),
        is_late=is_overdue(hazard, formats.today),
        is_elsewhere=False,
        may_reply=may_reply,
        may_ask=may_ask,
        why_not="" if may_ask or not may_reply else _why_not(hazard, formats.today),
    )


def _may(tx: Tx, notice: Notice, hazard: Hazard, event: HazardEvent, formats: Formats) -> bool:
    if notice.state is NoticeState.WITHDRAWN:
        return False
    try:
        permit(hazard, unit_act(tx, notice, formats.zone, event, "?"))
    except RuleError:
        return False
    return True


def _why_not(hazard: Hazard, today: date) -> str:
    """Name the text that says why no more time can be asked for, while it can be replied."""
    if hazard.extensions >= MAX_EXTENSIONS:
        return "answer.no_more_twice"
    if hazard.deadline_on is not None and today > hazard.deadline_on:
        return "answer.no_more_late"
    return ""


def _said(
    notice: Notice, hazard: Hazard, replies: list[Reply], rechecks: list[Recheck], extensions: list[Extension]
) -> list[Said]:
    """Join the steps since this notice with the records that they left, oldest first; replies without a step too."""
    steps = [step for step in hazard.steps if step.event in TOLD_STEPS]
    last_issue = max((at for at, step in enumerate(steps) if step.event is E.ISSUE), default=0)
    asked = {extension.asked_at: extension for extension in extensions}
    checked = {recheck.no or str(recheck.id): recheck for recheck in rechecks}
    # Replies are told from themselves: "partly" and "not done" leave no step.
    found = [_of_step(step, asked, checked) for step in steps[last_issue:] if step.event is not E.REPLY]
    mine = [reply for reply in replies if reply.notice == notice.id]
    found += [_of_reply(reply) for reply in mine]
    return sorted(found, key=lambda said: said.at)


def _of_step(step: Step, asked: Mapping[datetime, Extension], checked: Mapping[str, Recheck]) -> Said:
    if step.event is E.ASK_EXTENSION:
        extension = asked.get(step.at)
        wanted = extension.new_deadline_on if extension else None
        more = (extension.interim_measures,) if extension and extension.interim_measures else ()
        return Said(step.event, step.at, step.by_name, (step.reason, *more), (), wanted)
    if step.event in (E.PASS_RECHECK, E.FAIL_RECHECK):
        recheck = checked.get(step.ref)
        words = (recheck.note or step.reason,) if recheck else (step.reason,)
        return Said(step.event, step.at, step.by_name, words, recheck.photos if recheck else ())
    day = step.deadline_on if step.event in SETS_DAY else None
    by = step.signed_by or step.by_name if step.event is E.RECEIVE else step.by_name
    return Said(step.event, step.at, by, (step.reason,) if step.reason else (), (), day)


def _of_reply(reply: Reply) -> Said:
    words = tuple(word for word in (reply.cause, reply.measures_taken) if word)
    return Said(E.REPLY, reply.submitted_at, reply.signed_by or reply.done_by, words, reply.photos_after)


def _photos(item: Item) -> list[Photo]:
    if item.is_elsewhere:
        return []
    return [*item.hazard.photos_before, *(photo for said in item.said for photo in said.photos)]
