"""What every action is given: the store, the clocks, ids and files of this tablet; and who is acting, where and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mobile.device.files import PhotoFiles
from mobile.store.port import ActingStore
from mobile.store.row import Enrolment, NewOp
from shared.clock import Clock, Reading
from shared.errors import UnknownRecordError
from shared.hazard import Act
from shared.ids import IdSource, OpId, PersonId
from shared.model.fix import Fix
from shared.model.hazard import HazardEvent
from shared.model.inspection import Photo
from shared.model.place import Person
from shared.shift import is_locked
from shared.wire import encode_object

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Tablet:
    """The tablet as actions see it. ``queued`` is called after a commit that left something to send.

    ``locate`` answers at once with where the tablet is, None where nobody knows; what is recorded never waits for it.
    """

    store: ActingStore
    clock: Clock
    ids: IdSource
    files: PhotoFiles
    queued: Callable[[], None] = field(default=lambda: None)
    locate: Callable[[], Fix | None] = field(default=lambda: None)

    def enrolment(self) -> Enrolment:
        """Return who this tablet is.

        Raises:
            UnknownRecordError: it is not enrolled.
        """
        found = self.store.enrolment()
        if found is None:
            raise UnknownRecordError(kind="enrolment")
        return found

    def person_id(self) -> PersonId:
        """Return who is acting: whoever said so with a PIN, else the person that the tablet is enrolled for."""
        duty = self.store.duty()
        return duty.person if duty is not None else self.enrolment().person

    def is_proved(self) -> bool:
        """Tell whether whoever holds the tablet entered the PIN; on a tablet that nobody shares there is none to enter."""
        duty = self.store.duty()
        return duty.is_proved if duty is not None else not self.is_locked()

    def is_locked(self) -> bool:
        """Tell whether the tablet is put down and shared: nobody acts with any authority before saying who he is."""
        return self.store.duty() is None and is_locked(self.enrolment().person, self.store.pins())

    def person(self) -> Person:
        """Return who is acting; somebody whom this tablet has not been told about yet acts without roles."""
        enrolment, ident = self.enrolment(), self.person_id()
        name = enrolment.person_name if ident == enrolment.person else ""
        return self.store.person(ident) or Person(ident, enrolment.site, name, ())

    def zone(self) -> tzinfo:
        """Return the site's time zone; a tablet without zone data or site takes Beijing's."""
        site = self.store.site(self.enrolment().site)
        try:
            return ZoneInfo(site.timezone) if site is not None else BEIJING
        except (ZoneInfoNotFoundError, ValueError):
            return BEIJING

    def local(self, at: Reading) -> datetime:
        """Turn a reading into the site's wall time."""
        return at.wall.astimezone(self.zone())

    def act(self, event: HazardEvent, photos: tuple[Photo, ...] = (), ref: str = "", reason: str = "") -> Act:
        """Describe what the person is about to do to a hazard."""
        person, at = self.person(), self.clock.read()
        return Act(
            event=event,
            by=person.id,
            by_name=person.name,
            roles=frozenset(person.roles) if self.is_proved() else frozenset(),
            at=at.wall,
            today=self.today(at),
            actor_unit=person.unit,
            photos=photos,
            ref=ref,
            reason=reason,
        )

    def today(self, at: Reading | None = None) -> date:
        """Return the site's date."""
        return self.local(at or self.clock.read()).date()

    def op(self, kind: str, body: object, entity: str, about: str = "", at: Reading | None = None) -> NewOp:
        """Make an operation of a message body, authored now by the person who holds the tablet."""
        moment = at or self.clock.read()
        return NewOp(OpId(self.ids.new()), kind, self.person_id(), moment, encode_object(body), entity, about)
