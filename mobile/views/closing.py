"""The handover 交班归零: what the shift came to, what the server does not have of it, line by line, and who signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mobile.device.paper import Block, Facts, Grid, Paper, Para, Sign, Signs, Title
from mobile.store.row import Made, RecordHead
from mobile.views import thing, when
from mobile.views.finish import SignerView
from mobile.views.parts import ChipView, RoundView, Tone
from mobile.views.setting import Setting
from mobile.views.shift import fitness_words
from mobile.views.todo import plan_tasks
from shared.ids import InspectionId, ShiftId
from shared.model.plan import TaskState
from shared.model.shift import Difference, Shift, Tally

SIGNER = "inspector"
UNFINISHED = "unfinished"
NOT_WORK = frozenset({"shift.put", "pin.put"})
"""Kinds of what is sent that nobody made on a walk."""
LOOKS = {
    "waiting": ("cloud-upload-outline", Tone.WARN),
    "missing": ("cloud-alert-outline", Tone.BAD),
    "other": ("cloud-alert-outline", Tone.BAD),
    "refused": ("cloud-alert-outline", Tone.BAD),
    "held": ("cloud-alert-outline", Tone.WARN),
    "photos": ("camera-outline", Tone.WARN),
    "damaged": ("image-broken-variant", Tone.BAD),
    UNFINISHED: ("progress-clock", Tone.INFO),
}


@dataclass(frozen=True, slots=True)
class Closing:
    """A shift as it stands now: the records it made, what it came to, what differs, what is unfinished."""

    shift: Shift
    made: tuple[Made, ...]
    tally: Tally
    differences: tuple[Difference, ...]
    unfinished: tuple[Difference, ...]

    @property
    def all_named(self) -> tuple[Difference, ...]:
        """Everything that is named when the tablet is handed over."""
        return (*self.differences, *self.unfinished)


@dataclass(frozen=True, slots=True)
class ClosingView:
    """The handover of one shift."""

    shift: str = ""
    title: str = ""
    subtitle: str = ""
    icon: str = ""
    tone: str = Tone.IDLE
    headline: str = ""
    detail: str = ""
    share: float = -1.0
    compare: str = ""
    tally_title: str = ""
    tally: tuple[ChipView, ...] = ()
    differences_title: str = ""
    differences: tuple[RoundView, ...] = ()
    unfinished_title: str = ""
    unfinished: tuple[RoundView, ...] = ()
    sign_title: str = ""
    signers: tuple[SignerView, ...] = ()
    paper: str = ""
    blocked: str = ""
    button: str = ""
    is_ended: bool = False


def closing_of(setting: Setting, shift: ShiftId) -> Closing | None:
    """Gather what a shift made and how far it is on the server; None if there is no such shift."""
    found = setting.source.shift(shift)
    if found is None:
        return None
    if found.ended_at is not None:
        unfinished = tuple(one for one in found.differences if one.state == UNFINISHED)
        differs = tuple(one for one in found.differences if one.state != UNFINISHED)
        return Closing(found, (), found.tally, differs, unfinished)
    with setting.source.snapshot():
        made = setting.source.made_in(shift)
        drafts = [head for head in setting.source.drafts() if head.is_own and head.author == found.person]
        tally = _tally(setting, found, made, len(drafts))
    differences = tuple(one for record in made if (one := _difference(setting, record)) is not None)
    return Closing(found, made, tally, differences, tuple(_unfinished(setting, head) for head in drafts))


def closing_view(setting: Setting, shift: ShiftId) -> ClosingView | None:
    """Make the view of the handover; None if there is no such shift."""
    closing = closing_of(setting, shift)
    if closing is None:
        return None
    texts, found = setting.texts.shift, closing.shift
    is_ended = found.ended_at is not None
    icon, tone, headline, detail, share = _verdict(setting, closing)
    return ClosingView(
        shift=found.id,
        title=texts.closing_title,
        subtitle=texts.closing_of.format(name=found.person_name, from_=_time(setting, found)),
        icon=icon,
        tone=tone,
        headline=headline,
        detail=detail,
        share=share,
        compare="" if is_ended or not closing.made else texts.closing_compare,
        tally_title=texts.closing_tally,
        tally=tuple(_chips(setting, closing.tally)),
        differences_title=texts.closing_differences if closing.differences else "",
        differences=tuple(_row(setting, one) for one in closing.differences),
        unfinished_title=texts.closing_unfinished if closing.unfinished else "",
        unfinished=tuple(_row(setting, one) for one in closing.unfinished),
        sign_title=texts.closing_sign,
        signers=(_signer(setting, found),),
        paper=texts.closing_paper,
        blocked="" if found.signature is not None or is_ended else texts.closing_unsigned,
        button=texts.closing_next if is_ended else texts.closing_end,
        is_ended=is_ended,
    )


def shift_paper(setting: Setting, ident: str) -> Paper | None:
    """Write the handover sheet of a shift; None if there is no such shift."""
    closing = closing_of(setting, ShiftId(ident))
    if closing is None:
        return None
    texts, shift = setting.texts.shift, closing.shift
    site, enrolment = setting.source.site(shift.site), setting.source.enrolment()
    ended = shift.ended_at.wall.astimezone(setting.zone()) if shift.ended_at is not None else None
    view = closing_view(setting, shift.id)
    facts = (
        (setting.texts.about_site, setting.say(site.name) if site is not None else ""),
        (setting.texts.about_device, enrolment.device_name if enrolment is not None else ""),
        (setting.texts.about_person, shift.person_name),
        (texts.paper_began, f"{shift.began_at.wall.astimezone(setting.zone()):%Y-%m-%d %H:%M}"),
        (texts.paper_ended, f"{ended:%Y-%m-%d %H:%M}" if ended is not None else ""),
        (texts.paper_checks, _checks(setting, shift)),
        (texts.closing_tally, "  ".join(chip.words for chip in view.tally) if view is not None else ""),
    )
    blocks: list[Block] = [
        Title(texts.paper_title),
        Facts(tuple((name, words) for name, words in facts if words)),
        Para(f"{view.headline}  {view.detail}" if view is not None else "", is_strong=True),
    ]
    if closing.all_named:
        rows = tuple((one.title, _state(setting, one), _todo(setting, one)) for one in closing.all_named)
        blocks.append(Grid((texts.closing_differences, texts.paper_state, texts.paper_todo), rows, (5, 2, 5)))
    sign = shift.signature
    at = f"{sign.at.wall.astimezone(setting.zone()):%Y-%m-%d %H:%M}" if sign is not None else ""
    blocks.append(Signs((Sign(texts.paper_signed, shift.person_name, at, sign.strokes if sign is not None else ()),)))
    return Paper(tuple(blocks))


# ---- what a shift came to


def _tally(setting: Setting, shift: Shift, made: tuple[Made, ...], unfinished: int) -> Tally:
    rounds = [one for one in made if one.kind == "inspection.put"]
    records = [setting.source.inspection(InspectionId(one.entity_id)) for one in rounds]
    since, now = shift.began_at.wall, setting.clock.read().wall
    tasks = plan_tasks(setting)
    missed = sum(task.state is TaskState.MISSED and since <= task.window.closes_at <= now for task in tasks)
    waived = sum(task.state is TaskState.WAIVED and since <= task.window.closes_at for task in tasks)
    return Tally(
        rounds=len(rounds),
        late=sum(bool(record is not None and record.late_reason) for record in records),
        missed=missed,
        excused=max(waived, sum(one.kind == "excuse.put" for one in made)),
        unfinished=unfinished,
        hazards=sum(one.kind == "hazard.raise" for one in made),
        rechecks=sum(one.kind == "recheck.put" for one in made),
        notes=sum(one.kind == "note.put" for one in made),
        photos=sum(one.photos for one in made),
        photos_sent=sum(one.photos_sent for one in made),
    )


def _difference(setting: Setting, one: Made) -> Difference | None:
    state = "refused" if one.refused else one.standing
    if not state and one.waiting:
        state = "waiting"
    if not state and one.photos_sent < one.photos:
        state = "damaged" if one.photos_damaged else "photos"
    if not state:
        return None
    title = thing.title_of(setting, one.kind, one.entity_id, one.about)
    return Difference(one.kind, one.entity_id, title, state, one.photos_sent, one.photos)


def _unfinished(setting: Setting, head: RecordHead) -> Difference:
    return Difference("inspection.put", head.id, thing.record_title(setting, head), UNFINISHED)


# ---- how it is said


def _verdict(setting: Setting, closing: Closing) -> tuple[str, str, str, str, float]:
    """Return icon, tone, headline, detail and how much was compared (under 0: nothing to draw)."""
    texts, source, shift = setting.texts.shift, setting.source, closing.shift
    if shift.ended_at is not None:
        return _ended(setting, closing)
    if not closing.made:
        return _zero(setting, texts.closing_nothing)
    done, total = source.compared(shift.id)
    is_asked, is_done = bool(total), bool(total) and done == total
    if not is_done and "not-compared" in source.sync_state().notes:
        return "cloud-alert-outline", Tone.WARN, texts.closing_not_asked, texts.closing_old_server, -1.0
    if is_asked and not is_done and not source.sync_state().is_offline:
        detail = texts.closing_comparing_detail.format(done=done, total=total)
        return "cloud-sync-outline", Tone.INFO, texts.closing_comparing, detail, done / total
    if not is_done:
        headline = texts.closing_offline if source.sync_state().is_offline else texts.closing_not_asked
        return "cloud-off-outline", Tone.WARN, headline, texts.closing_offline_detail, -1.0
    fresh = sum(one.is_new for one in closing.made)
    if closing.differences:
        headline = texts.closing_differs.format(n=len(closing.differences))
        return "alert-circle-outline", Tone.BAD, headline, texts.closing_differs_detail, -1.0
    if fresh:
        return "compare", Tone.WARN, texts.closing_not_asked, texts.closing_since.format(n=fresh), -1.0
    detail = texts.closing_zero_detail.format(n=len(closing.made), photos=closing.tally.photos)
    return _zero(setting, f"{detail} {_compared(setting, shift)}".strip())


def _zero(setting: Setting, detail: str) -> tuple[str, str, str, str, float]:
    """Say that nothing of the shift differs, and what was made before it that the server does not have yet."""
    texts = setting.texts.shift
    earlier = sum(n for kind, n in setting.source.sync_state().waiting_by_kind if kind not in NOT_WORK)
    if not earlier:
        return "check-circle", Tone.OK, texts.closing_zero, detail, -1.0
    detail = f"{detail} {texts.closing_earlier.format(n=earlier)}"
    return "cloud-upload-outline", Tone.WARN, texts.closing_zero, detail, -1.0


def _ended(setting: Setting, closing: Closing) -> tuple[str, str, str, str, float]:
    texts, shift = setting.texts.shift, closing.shift
    if closing.differences:
        headline = texts.closing_differs.format(n=len(closing.differences))
        return "alert-circle-outline", Tone.WARN, headline, _compared(setting, shift), -1.0
    if shift.made and shift.compared_at is None:
        return "cloud-off-outline", Tone.WARN, texts.closing_not_asked, _handed(setting, shift), -1.0
    return "check-circle", Tone.OK, texts.closing_zero, _handed(setting, shift), -1.0


def _compared(setting: Setting, shift: Shift) -> str:
    if shift.compared_at is None:
        return ""
    at = when.day_and_time(shift.compared_at.astimezone(setting.zone()), setting.now(), setting.texts)
    return setting.texts.shift.closing_compared_at.format(time=at)


def _handed(setting: Setting, shift: Shift) -> str:
    if shift.ended_at is None:
        return ""
    at = when.day_and_time(shift.ended_at.wall.astimezone(setting.zone()), setting.now(), setting.texts)
    return setting.texts.shift.closing_ended_at.format(time=at)


def _time(setting: Setting, shift: Shift) -> str:
    return when.day_and_time(shift.began_at.wall.astimezone(setting.zone()), setting.now(), setting.texts)


def _chips(setting: Setting, tally: Tally) -> Iterator[ChipView]:
    texts = setting.texts.shift
    counts = (
        (texts.tally_done, tally.rounds, "clipboard-check-outline", Tone.OK, True),
        (texts.tally_late, tally.late, "clock-alert-outline", Tone.WARN, False),
        (texts.tally_missed, tally.missed, "alert-octagon-outline", Tone.BAD, True),
        (texts.tally_excused, tally.excused, "minus-circle-outline", Tone.IDLE, False),
        (texts.tally_unfinished, tally.unfinished, "progress-clock", Tone.INFO, False),
        (texts.tally_hazards, tally.hazards, "shield-alert-outline", Tone.INFO, True),
        (texts.tally_rechecks, tally.rechecks, "clipboard-text-outline", Tone.INFO, False),
        (texts.tally_notes, tally.notes, "comment-text-outline", Tone.INFO, False),
    )
    for words, count, icon, tone, is_always in counts:
        if count or is_always:
            yield ChipView(words.format(n=count), icon, tone if count else Tone.IDLE)
    if tally.photos:
        is_whole = tally.photos_sent >= tally.photos
        words = texts.tally_photos.format(done=tally.photos_sent, total=tally.photos)
        yield ChipView(words, "camera-outline", Tone.OK if is_whole else Tone.WARN)


def _row(setting: Setting, one: Difference) -> RoundView:
    icon, tone = LOOKS[one.state]
    return RoundView(
        key=f"{one.kind}:{one.about}",
        title=one.title,
        detail=f"{thing.kind_words(one.kind, setting)} · {_todo(setting, one)}",
        icon=thing.icon_of(one.kind),
        tone=tone,
        chip=ChipView(_state(setting, one), icon, tone),
    )


def _state(setting: Setting, one: Difference) -> str:
    return str(getattr(setting.texts.shift, f"diff_{one.state}")).format(done=one.done, total=one.total)


def _todo(setting: Setting, one: Difference) -> str:
    texts = setting.texts.shift
    todo = str(getattr(texts, f"todo_{one.state}"))
    if one.state not in {"photos", "damaged"} and one.total and one.done < one.total:
        todo = f"{texts.diff_photos.format(done=one.done, total=one.total)} · {todo}"
    return todo


def _checks(setting: Setting, shift: Shift) -> str:
    texts = setting.texts.shift
    said = [f"{getattr(texts, one.name, one.name)} {fitness_words(setting, one.fitness)}" for one in shift.checks]
    if shift.is_forced:
        said.append(texts.paper_forced)
    return setting.texts.joiner.join(said)


def _signer(setting: Setting, shift: Shift) -> SignerView:
    texts, sign = setting.texts, shift.signature
    line = ""
    if sign is not None:
        at = when.day_and_time(sign.at.wall.astimezone(setting.zone()), setting.now(), texts)
        line = texts.signed_at.format(name=sign.name, time=at)
    is_open = sign is not None and shift.ended_at is None
    return SignerView(
        signer=SIGNER,
        label=texts.shift.paper_signed,
        name=shift.person_name,
        line=line,
        strokes=sign.strokes if sign is not None else (),
        hint=texts.sign_here,
        clear=texts.sign_again if is_open else "",
    )
