"""Who holds the tablet, who may take it, and the line over the rounds that says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from mobile.store.row import RecordHead, Shipment
from mobile.views import when
from mobile.views.parts import ChipView, Tone
from mobile.views.setting import Setting
from shared.ids import PersonId, ShiftId
from shared.model.place import Person
from shared.shift import FREE_TRIES, LONGEST, SHORTEST, is_locked, wait_after, wait_left

LONGEST_DUTY = timedelta(hours=14)
"""After so long somebody has forgotten to put a shared tablet down: it asks again."""
DOT = "●"


@dataclass(frozen=True, slots=True)
class DutyView:
    """The line over the rounds: who holds the tablet, how the shift stands, where a tap leads."""

    words: str = ""
    detail: str = ""
    icon: str = "account-check-outline"
    tone: str = Tone.IDLE
    leads_to: str = ""
    record: str = ""
    switch: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person to choose; without a ``photo`` on this tablet the initials stand for him."""

    key: str = ""
    words: str = ""
    initials: str = ""
    chip: ChipView = ChipView()
    is_chosen: bool = False
    photo: str = ""


@dataclass(frozen=True, slots=True)
class WhoView:
    """The picker with its pad. ``is_locked``: there is a wait, which counts down."""

    title: str = ""
    detail: str = ""
    people: tuple[PersonView, ...] = ()
    chosen: str = ""
    pin_title: str = ""
    cells: tuple[str, ...] = ()
    said: str = ""
    said_tone: str = Tone.IDLE
    button: str = ""
    can_enter: bool = False
    is_locked: bool = False
    needs_pin: bool = True
    forgot: str = ""
    not_listed: str = ""
    can_leave: bool = False


@dataclass(frozen=True, slots=True)
class PinView:
    """One step of choosing another PIN."""

    title: str = ""
    subtitle: str = ""
    asked: str = ""
    cells: tuple[str, ...] = ()
    said: str = ""
    button: str = ""
    can_enter: bool = False


def is_shared(setting: Setting) -> bool:
    """Tell whether somebody else than the enrolled person may take this tablet: somebody of the site has a PIN."""
    enrolment = setting.source.enrolment()
    return enrolment is not None and any(pin.id != enrolment.person for pin in setting.source.pins())


def must_say(setting: Setting) -> bool:
    """Tell whether nobody may work here before saying who he is.

    On a tablet that is shared, whose enrolled person has a PIN; without one it is open to everybody under that name, as a
    tablet that nobody shares.
    """
    source, enrolment = setting.source, setting.source.enrolment()
    if enrolment is None:
        return False
    duty = source.duty()
    if duty is None:
        return is_locked(enrolment.person, source.pins())
    return setting.clock.read().wall - duty.since.wall > LONGEST_DUTY and is_shared(setting)


def may_show(setting: Setting, screen: str, record: str) -> bool:
    """Tell whether a screen may be shown now: while somebody must say who he is, only where he does, and what just ended.

    The sheet of a handover and its paper stay to be looked at and printed until the next person takes the tablet.
    """
    if screen in ("who", "enrol") or not must_say(setting):
        return True
    kind, _, shift = record.rpartition(":")
    if setting.source.duty() is not None or (screen, kind) not in (("closing", ""), ("paper", "shift")):
        return False
    found = setting.source.shift(ShiftId(shift))
    return found is not None and found.ended_at is not None


def people_of(setting: Setting) -> tuple[Person, ...]:
    """List who may take this tablet: the enrolled person first, then all who have a PIN, by name."""
    source, enrolment = setting.source, setting.source.enrolment()
    if enrolment is None:
        return ()
    held = {pin.id for pin in source.pins()}
    known = [one for one in source.people() if one.id in held or one.id == enrolment.person]
    return tuple(sorted(known, key=lambda one: (one.id != enrolment.person, one.name, one.id)))


def name_of(setting: Setting, person: PersonId) -> str:
    """Return a person's name; the enrolled one's is known before the first sync."""
    enrolment, known = setting.source.enrolment(), setting.source.person(person)
    if known is not None:
        return known.name
    return enrolment.person_name if enrolment is not None and enrolment.person == person else ""


def duty_view(setting: Setting) -> DutyView:
    """Make the line over the rounds; empty before the tablet is enrolled."""
    source, texts = setting.source, setting.texts.shift
    person = setting.person_id()
    if person is None:
        return DutyView()
    duty, shift = source.duty(), source.last_shift(person)
    switch = texts.who_switch if is_shared(setting) else ""
    words = name_of(setting, person)
    if duty is not None and not duty.is_proved:
        words = f"{words} · {texts.duty_unproved}"
    if shift is not None and shift.ended_at is None and shift.author_rev > 1:
        began = shift.began_at.wall.astimezone(setting.zone())
        is_today = began.date() == setting.now().date()
        at = when.clock_time(began) if is_today else when.day_and_time(began, setting.now(), setting.texts)
        return DutyView(
            words, texts.duty_begun.format(time=at), "account-check-outline", Tone.OK, "closing", shift.id, switch
        )
    detail, icon = texts.duty_not_begun, "account-clock-outline"
    if shift is not None and shift.ended_at is not None:
        ended = shift.ended_at.wall.astimezone(setting.zone())
        if ended.date() == setting.now().date():
            detail = texts.duty_ended.format(time=when.clock_time(ended))
    return DutyView(words, detail, icon, Tone.WARN, "shift", "", switch)


def who_view(setting: Setting, chosen: str, digits: str, said: str = "", *, is_checking: bool = False) -> WhoView:
    """Make the view of the picker. ``digits`` are what was entered so far, ``said`` what became of the last try."""
    source, texts = setting.source, setting.texts.shift
    people = people_of(setting)
    person = next((one for one in people if one.id == chosen), None)
    pin = source.pin(person.id) if person is not None else None
    needs_pin = pin is not None and pin.is_set
    tries = source.tries(person.id) if person is not None else None
    left = (
        wait_left(tries.wrong, tries.last, setting.clock.read()) if tries is not None and tries.last else timedelta(0)
    )
    is_locked = bool(left)
    return WhoView(
        title=texts.who_title,
        detail=texts.who_detail,
        people=tuple(_person(setting, one, chosen) for one in people),
        chosen=person.id if person is not None else "",
        pin_title=texts.who_pin.format(name=person.name) if person is not None else texts.who_choose,
        cells=tuple(DOT if index < len(digits) else "" for index in range(LONGEST)),
        said=_said(setting, said, left, is_checking=is_checking, needs_pin=needs_pin or person is None),
        said_tone=Tone.BAD if is_locked or (said and not is_checking) else Tone.IDLE,
        button=texts.who_enter,
        can_enter=person is not None
        and not is_locked
        and not is_checking
        and (not needs_pin or SHORTEST <= len(digits) <= LONGEST),
        is_locked=is_locked,
        needs_pin=needs_pin,
        forgot=texts.who_forgot if needs_pin else "",
        not_listed=texts.who_not_listed,
        can_leave=not must_say(setting),
    )


def pin_view(setting: Setting, step: str, digits: str, said: str, *, is_checking: bool) -> PinView:
    """Make the view of one step (``old``, ``new`` or ``again``) of choosing another PIN."""
    texts = setting.texts.shift
    return PinView(
        title=texts.pin_mine,
        subtitle=setting.person_name(),
        asked=str(getattr(texts, f"pin_{step}")),
        cells=tuple(DOT if index < len(digits) else "" for index in range(LONGEST)),
        said=said,
        button=texts.who_checking if is_checking else texts.pin_set if step == "again" else texts.pin_next,
        can_enter=SHORTEST <= len(digits) <= LONGEST and not is_checking,
    )


def wrong_words(setting: Setting, person: PersonId) -> str:
    """Say that a PIN was wrong, and what the next wrong one costs."""
    texts, wrong = setting.texts.shift, setting.source.tries(person).wrong
    if wrong == FREE_TRIES - 1:
        return texts.who_wrong_last.format(span=when.span(wait_after(FREE_TRIES), setting.texts))
    return texts.who_wrong


def whose_draft(setting: Setting, head: RecordHead) -> str:
    """Return the name of somebody else who began a draft here; empty if it is the own, or none."""
    if not head.is_own or head.shipment is not Shipment.DRAFT or head.author == setting.person_id():
        return ""
    return name_of(setting, head.author)


def _person(setting: Setting, person: Person, chosen: str) -> PersonView:
    texts, enrolment = setting.texts.shift, setting.source.enrolment()
    duty = setting.source.duty()
    chip = ChipView()
    pin = setting.source.pin(person.id)
    if duty is not None and duty.person == person.id:
        chip = ChipView(texts.who_now, "account-check-outline", Tone.OK)
    elif pin is None or not pin.is_set:
        chip = ChipView(texts.who_without_pin, "account-clock-outline", Tone.IDLE)
    elif enrolment is not None and enrolment.person == person.id:
        chip = ChipView(texts.who_enrolled, "tablet", Tone.INFO)
    path = setting.source.blob_path(person.photo) if person.photo is not None else None
    photo = "" if path is None else str(path)
    return PersonView(person.id, person.name, _initials(person.name), chip, person.id == chosen, photo)


def _initials(name: str) -> str:
    """Return what stands for a name in a circle: a Chinese surname, or two initials."""
    parts = name.split()
    if not parts:
        return "?"
    if any(0x3400 <= ord(letter) <= 0x9FFF for letter in name):
        return parts[0][0]
    return "".join(part[0] for part in parts[:2]).upper()


def _said(setting: Setting, said: str, left: timedelta, *, is_checking: bool, needs_pin: bool) -> str:
    texts = setting.texts.shift
    if is_checking:
        return texts.who_checking
    if left:
        return texts.who_wait.format(span=when.span(left + timedelta(milliseconds=999), setting.texts))
    return said or ("" if needs_pin else texts.who_no_pin)
