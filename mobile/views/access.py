"""The access log of a machine room: who is inside, who was, and the form for whoever comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mobile.store.row import AdmitDraft
from mobile.text import Texts
from mobile.views import when
from mobile.views.form import FormView, PartView, field, options, text
from mobile.views.parts import ChipView, OptionView, RoundView, SectionView, Tone
from mobile.views.setting import Setting
from shared.ids import AccessId, PointId
from shared.model.access import Access, AccessCategory, category_of
from shared.model.place import PointKind

BACK = timedelta(days=7)
EVERY_ROOM = "all"
"""Instead of a point: all machine rooms."""
ICONS = {
    AccessCategory.REPAIR: "wrench-outline",
    AccessCategory.MANAGEMENT: "account",
    AccessCategory.CONTRACTOR: "account-hard-hat-outline",
    AccessCategory.INSPECTION_BODY: "clipboard-account-outline",
    AccessCategory.OTHER: "account-multiple-outline",
}
FIELDS = ("name", "org", "phone", "cert_no", "purpose", "approved_by", "escort", "key_no", "items")


@dataclass(frozen=True, slots=True)
class AccessView:
    """The log of one room, or of all; no ``lines`` where nobody is or was inside. ``rooms`` are asked for where more than one is meant."""

    title: str = ""
    subtitle: str = ""
    lines: tuple[SectionView | RoundView, ...] = ()
    me_in: str = ""
    other_in: str = ""
    rooms: tuple[OptionView, ...] = ()


def access_view(setting: Setting, where: str) -> AccessView:
    """Make the view of a room's log, or of all rooms' (``EVERY_ROOM``)."""
    texts, source = setting.texts, setting.source
    rooms = [point for point in source.points() if point.kind is PointKind.MACHINE_ROOM]
    here = {point.id: setting.say(point.name) for point in rooms if where in (EVERY_ROOM, point.id)}
    inside = [one for one in source.people_inside() if one.point in here]
    since: date = (setting.now() - BACK).date()
    before = [one for one in source.accesses_since(since) if one.point in here and not one.is_inside]
    lines: list[SectionView | RoundView] = [
        SectionView("section:inside", texts.access.inside, str(len(inside)) if inside else texts.access.nobody_inside),
        *(_inside_row(setting, one, here, is_many=len(here) > 1) for one in inside),
        SectionView("section:before", texts.access.before, str(len(before)) if before else texts.access.nothing_before),
        *(_past_row(setting, one, here, is_many=len(here) > 1) for one in reversed(before)),
    ]
    is_me_inside = any(one.person == setting.person_id() for one in inside)
    return AccessView(
        title=texts.access.title,
        subtitle=next(iter(here.values())) if len(here) == 1 else texts.access.law,
        lines=tuple(lines) if inside or before else (),
        me_in=texts.access.me_in if may_go_in(setting) and not is_me_inside and here else "",
        other_in=texts.access.other_in if here else "",
        rooms=tuple(OptionView(key, name, "elevator-passenger-outline") for key, name in here.items()),
    )


def is_inside(setting: Setting, point: PointId) -> bool:
    """Tell whether the person with the tablet is logged into a room."""
    me = setting.person_id()
    return any(one.point == point and one.person == me for one in setting.source.people_inside())


def may_go_in(setting: Setting) -> bool:
    """Tell whether the person with the tablet may enter without anybody's approval."""
    ident = setting.person_id()
    person = setting.source.person(ident) if ident is not None else None
    return person is not None and not category_of(person).needs_approval


def leave_options(setting: Setting) -> tuple[OptionView, ...]:
    """List how a room can be left behind; the key is what is written down."""
    texts = setting.texts
    return (
        OptionView(texts.access.leave_all_well, texts.access.leave_all_well, "check-circle-outline", Tone.OK),
        OptionView(texts.access.leave_key_kept, texts.access.leave_key_kept, "key-variant", Tone.WARN),
        OptionView("", texts.access.leave_note, "pencil-outline"),
    )


def admit_view(setting: Setting, access: AccessId) -> FormView | None:
    """Make the view of the form for somebody at the door; None if it is not being filled in."""
    draft = setting.source.admit_draft(access)
    if draft is None:
        return None
    texts = setting.texts
    point = setting.source.point(draft.point)
    missing = draft.missing
    needs = draft.category is not None and draft.category.needs_approval
    first: list[PartView] = [text(texts.access.law), _categories(texts, draft)]
    who = [_field(setting, draft, name) for name in ("name", "org", "phone", "cert_no")]
    why = [_field(setting, draft, name) for name in ("purpose", *(("approved_by", "escort") if needs else ()))]
    more = [_field(setting, draft, name) for name in ("key_no", "items")]
    return FormView(
        title=texts.access.form_title,
        subtitle=setting.say(point.name) if point else "",
        menu=texts.access.refuse if draft.name and draft.category is not None else "",
        menu_icon="cancel" if draft.name and draft.category is not None else "",
        cards=(tuple(first), tuple(who), tuple(why), tuple(more)),
        missing=str(getattr(texts.access, f"need_{missing[0]}")) if missing else "",
        is_complete=not missing,
        button=texts.access.let_in,
        icon="login",
    )


def purposes(texts: Texts) -> tuple[str, ...]:
    """List the usual reasons to enter a machine room."""
    return (
        texts.access.why_round,
        texts.access.why_maintenance,
        texts.access.why_repair,
        texts.access.why_inspection,
        texts.access.why_cleaning,
        texts.access.why_visit,
    )


def field_words(texts: Texts, name: str) -> tuple[str, str]:
    """Return a field's name and what stands there while it is empty."""
    return {
        "name": (texts.access.name, texts.access.name_hint),
        "org": (texts.access.org, texts.access.org_hint),
        "phone": (texts.access.phone, texts.access.phone_hint),
        "cert_no": (texts.access.cert, texts.access.cert_hint),
        "purpose": (texts.access.purpose, texts.access.purpose_hint),
        "approved_by": (texts.access.approved, texts.access.approved_hint),
        "escort": (texts.access.escort, texts.access.escort_hint),
        "key_no": (texts.access.key, texts.access.key_hint),
        "items": (texts.access.items, texts.access.items_hint),
    }[name]


def _field(setting: Setting, draft: AdmitDraft, name: str) -> PartView:
    words, hint = field_words(setting.texts, name)
    icons = {
        "phone": "phone-outline",
        "key_no": "key-variant",
        "name": "account",
        "approved_by": "shield-check-outline",
    }
    tone = Tone.WARN if name in draft.missing else Tone.IDLE
    return field(name, words, str(getattr(draft, name)), hint, icons.get(name, "pencil-outline"), tone)


def _categories(texts: Texts, draft: AdmitDraft) -> PartView:
    chips = tuple(
        OptionView(one.value, category_words(texts, one), ICONS[one], is_chosen=draft.category is one)
        for one in AccessCategory
    )
    return options("category", texts.access.category, chips, texts.access.category_hint)


def category_words(texts: Texts, category: AccessCategory) -> str:
    """Name what somebody is to a machine room."""
    return str(getattr(texts.access, f"kind_{category.value}"))


def _inside_row(setting: Setting, entry: Access, here: dict[PointId, str], *, is_many: bool) -> RoundView:
    texts = setting.texts
    at = when.day_and_time(entry.at.wall.astimezone(setting.zone()), setting.now(), texts)
    place = here[entry.point] if is_many else ""
    return RoundView(
        key=f"inside:{entry.id}",
        title=entry.name,
        detail=" · ".join(part for part in (texts.access.since.format(time=at), place, entry.purpose) if part),
        icon=ICONS[entry.category],
        tone=Tone.WARN,
        chip=ChipView(texts.access.leave, "logout", Tone.WARN),
        word=_who(texts, entry),
        word_tone=Tone.IDLE,
    )


def _past_row(setting: Setting, entry: Access, here: dict[PointId, str], *, is_many: bool) -> RoundView:
    texts, zone = setting.texts, setting.zone()
    entered = entry.at.wall.astimezone(zone)
    at = when.day_and_time(entered, setting.now(), texts)
    words, tone, icon = at, Tone.IDLE, ICONS[entry.category]
    if entry.refusal:
        words, tone, icon = f"{at} · {texts.access.turned_away.format(why=entry.refusal)}", Tone.BAD, "cancel"
    elif entry.leaving is not None:
        left = entry.leaving.at.wall.astimezone(zone)
        is_same_day = left.date() == entered.date()
        end = when.clock_time(left) if is_same_day else when.day_and_time(left, setting.now(), texts)
        words = texts.access.from_to.format(start=at, end=end)
    place = here[entry.point] if is_many else ""
    return RoundView(
        key=f"past:{entry.id}",
        title=entry.name,
        detail=" · ".join(part for part in (words, place, entry.purpose) if part),
        icon=icon,
        tone=tone,
        word=_who(texts, entry),
        word_tone=Tone.IDLE,
    )


def _who(texts: Texts, entry: Access) -> str:
    return " · ".join(
        part for part in (category_words(texts, entry.category), entry.org, entry.phone, entry.approved_by) if part
    )
