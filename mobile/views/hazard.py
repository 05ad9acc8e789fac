"""One hazard: what, where, until when; the photos, the unit's reply, what happened so far, and the recheck to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mobile.text import Texts
from mobile.views import frame, when
from mobile.views.hazards import (
    GRADE_TONES,
    ISSUABLE,
    deadline_words,
    grade_words,
    may_issue,
    needs_recheck,
    state_chip,
)
from mobile.views.parts import ChipView, FactView, PhotoView, Tone
from mobile.views.setting import Setting
from shared.ids import HazardId
from shared.model.hazard import Hazard, Reply, Step
from shared.model.inspection import VOICE, Photo


@dataclass(frozen=True, slots=True)
class HazardView:
    """One hazard. ``act`` is what ``button`` does: ``recheck``, ``rechecks`` of the whole notice, or ``issue`` one."""

    hazard: str = ""
    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    description: str = ""
    state: ChipView = ChipView()
    grade: ChipView = ChipView()
    deadline: ChipView = ChipView()
    facts: tuple[FactView, ...] = ()
    before_title: str = ""
    before: tuple[PhotoView, ...] = ()
    reply_title: str = ""
    reply: tuple[FactView, ...] = ()
    after_title: str = ""
    after: tuple[PhotoView, ...] = ()
    history_title: str = ""
    history: tuple[FactView, ...] = ()
    button: str = ""
    blocked: str = ""
    act: str = "recheck"
    menu: str = ""
    notice: str = ""


def hazard_view(setting: Setting, hazard_id: HazardId) -> HazardView | None:
    """Make the view of one hazard; None when it is not on this tablet."""
    source, texts = setting.source, setting.texts
    with source.snapshot():
        hazard = source.hazard(hazard_id)
        if hazard is None:
            return None
        reply = source.reply_for(hazard_id)
        draft = source.recheck_draft_for(hazard_id)
        chip = frame.sync_chip(source.sync_state(), texts)
    due = needs_recheck(setting, hazard)
    blocked = texts.not_by_repairer if due and is_own_repair(setting, hazard) else ""
    deadline, tone = deadline_words(setting, hazard)
    after = photos_after(hazard, reply)
    return HazardView(
        hazard=hazard.id,
        title=texts.hazards_title,
        subtitle=hazard.no or texts.no_number,
        chip=chip,
        description=hazard.description,
        state=state_chip(hazard, texts),
        grade=ChipView(grade_words(hazard.grade, texts), "flag-outline", GRADE_TONES[hazard.grade]),
        deadline=ChipView(deadline, "calendar-clock", tone),
        facts=tuple(_facts(setting, hazard)),
        before_title=texts.photos_before,
        before=model_photos(setting, hazard.photos_before),
        reply_title=texts.reply_title,
        reply=_reply(texts, reply) if reply else (FactView("", texts.no_reply),) if due else (),
        after_title=texts.photos_after,
        after=model_photos(setting, after),
        history_title=texts.history,
        history=tuple(_step(setting, step) for step in hazard.steps),
        blocked=blocked,
        menu=texts.fire.show_notice if hazard.notice is not None else "",
        notice=hazard.notice or "",
        **_act(setting, hazard, is_due=due and not blocked, is_begun=draft is not None),
    )


def _act(setting: Setting, hazard: Hazard, *, is_due: bool, is_begun: bool) -> dict[str, str]:
    """Return what there is to do now: recheck it, alone or with the others of its notice, or write its notice."""
    texts, source = setting.texts, setting.source
    if not is_due:
        may = hazard.state in ISSUABLE and may_issue(setting)
        return {"button": texts.fire.make_notice.format(n=1), "act": "issue"} if may else {}
    notice = source.notice(hazard.notice) if hazard.notice is not None else None
    others = [one for name in (notice.hazards if notice else ()) if (one := source.hazard(name)) is not None]
    due = [one for one in others if needs_recheck(setting, one) and not is_own_repair(setting, one)]
    if len(due) > 1:
        return {"button": texts.fire.rechecks_all.format(n=len(due)), "act": "rechecks"}
    return {"button": texts.continue_recheck if is_begun else texts.go_recheck, "act": "recheck"}


def is_own_repair(setting: Setting, hazard: Hazard) -> bool:
    """Tell whether the person of this tablet repaired the hazard and so may not recheck it."""
    me = setting.person_id()
    return me is not None and hazard.repaired_by == me


def _facts(setting: Setting, hazard: Hazard) -> Iterator[FactView]:
    texts, source = setting.texts, setting.source
    point = source.point(hazard.point) if hazard.point else None
    asset = source.asset(hazard.per) if hazard.per else None
    unit = source.unit(hazard.unit) if hazard.unit else None
    notice = source.notice(hazard.notice) if hazard.notice else None
    place = place_words(
        setting.say(point.name) if point else "", setting.say(asset.name) if asset else "", hazard.location
    )
    found = hazard.found_at.wall.astimezone(setting.zone())
    said = (
        (texts.fact_place, place),
        (texts.fact_item, hazard.item_label),
        (texts.fact_measured, hazard.measured),
        (texts.fact_limit, hazard.limit),
        (texts.fact_found, f"{hazard.found_by_name} · {when.day_and_time(found, setting.now(), texts)}"),
        (texts.fact_action, hazard.on_spot_action),
        (texts.fact_unit, setting.say(unit.name) if unit else ""),
        (texts.fact_notice, notice.no if notice else ""),
        (texts.fact_measures, hazard.required_measures),
        (texts.fact_interim, hazard.interim_measures),
        (texts.fact_basis, texts.joiner.join(hazard.legal_basis)),
    )
    return (FactView(name, words) for name, words in said if words)


def place_words(*parts: str) -> str:
    """Join names of places, leaving out those that another one says already."""
    said = [part for part in parts if part]
    return " · ".join(
        part
        for index, part in enumerate(said)
        if not any(part in other and (part != other or index > at) for at, other in enumerate(said) if at != index)
    )


def photos_after(hazard: Hazard, reply: Reply | None) -> tuple[Photo, ...]:
    """Return the photos of the rectification, each once: the hazard takes over those of its reply."""
    return tuple({p.id: p for p in (*hazard.photos_after, *(reply.photos_after if reply else ()))}.values())


def _reply(texts: Texts, reply: Reply) -> tuple[FactView, ...]:
    state = str(getattr(texts, f"completion_{reply.completion.value}"))
    said = (
        (texts.reply_measures, reply.measures_taken),
        (texts.reply_cause, reply.cause),
        (texts.reply_by, f"{reply.done_by} · {state}"),
    )
    return tuple(FactView(name, words) for name, words in said if words)


def _step(setting: Setting, step: Step) -> FactView:
    texts = setting.texts
    at = step.at.astimezone(setting.zone())
    what = str(getattr(texts, f"step_{step.event.value}"))
    words = f"{what} · {step.by_name}"
    return FactView(when.day_and_time(at, setting.now(), texts), f"{words}：{step.reason}" if step.reason else words)


def model_photos(setting: Setting, photos: tuple[Photo, ...]) -> tuple[PhotoView, ...]:
    """Return photos and voice notes of a synced record; photos whose file is not on this tablet keep an empty frame."""
    return tuple(_model_photo(setting, photo) for photo in photos)


def _model_photo(setting: Setting, photo: Photo) -> PhotoView:
    if photo.role == VOICE:
        return PhotoView(photo.id, "", "", when.length(photo.seconds), icon="microphone")
    path = setting.source.blob_path(photo.sha256)
    if path is None:
        return PhotoView(photo.id, "", "", setting.texts.photo_on_server, "cloud-check-outline", Tone.IDLE)
    large = setting.source.blob_path(photo.sha256, "screen")
    return PhotoView(photo.id, str(path), str(large or path), marks=photo.marks)
