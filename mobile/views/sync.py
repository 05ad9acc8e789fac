"""Sync: whether everything is safe, what waits by name, since when, why, when the next try is, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mobile.store.row import Answered, Parked, SyncState, Waiting
from mobile.text import Texts
from mobile.views import thing, trouble, when
from mobile.views.frame import LEAST_FREE_BYTES
from mobile.views.parts import ChipView, FactView, RoundView, Tone, TroubleView
from mobile.views.setting import Setting

MOST_NAMES = 3
FURTHEST_TRY = timedelta(days=1)
"""A next try further ahead comes from a clock that was set back since; the tablet tries at once then."""


@dataclass(frozen=True, slots=True)
class SyncView:
    """The state of sync."""

    title: str = ""
    headline: str = ""
    detail: str = ""
    icon: str = "cloud-check-outline"
    tone: str = Tone.OK
    share: float = 1.0
    share_words: str = ""
    share_tone: str = Tone.OK
    troubles: tuple[TroubleView, ...] = ()
    facts: tuple[FactView, ...] = ()
    queue_title: str = ""
    queue_detail: str = ""
    queue: tuple[RoundView, ...] = ()
    queue_more: str = ""
    parked_title: str = ""
    parked_detail: str = ""
    dismiss: str = ""
    parked: tuple[TroubleView, ...] = ()
    answered_title: str = ""
    answered_dismiss: str = ""
    answered: tuple[TroubleView, ...] = ()
    salvage_dismiss: str = ""
    button: str = ""
    allow: str = ""
    is_running: bool = False


def sync_view(setting: Setting, free_bytes: int | None = None) -> SyncView:
    """Make the view of the sync screen; `free_bytes` is the storage left, None if not known."""
    texts = setting.texts
    with setting.source.snapshot():
        state = setting.source.sync_state()
        queue = tuple(_queue_row(setting, one) for one in state.queue)
        parked = tuple(_parked(setting, one) for one in state.parked)
        answered = tuple(_answered(setting, one) for one in state.answered)
        is_new = not setting.source.has_templates() and not state.waiting and not state.parked
        facts = tuple(_facts(setting, state))
    headline, icon, tone = _headline(state, texts)
    if is_new and tone is Tone.OK:  # nothing came yet, and nothing was made: there is nothing to be calm about
        headline, icon, tone = texts.not_ready, "download-outline", Tone.INFO
    photos_left = state.photos_total - state.photos_sent
    safe = not state.waiting and photos_left <= 0
    can_dismiss = any(not one.is_here for one in state.parked)
    queued = len(queue) + state.more_in_queue
    return SyncView(
        title=texts.sync_title,
        headline=headline,
        detail=texts.not_ready_detail if headline == texts.not_ready else _detail(state, texts, is_safe=safe),
        icon=icon,
        tone=tone,
        share=state.photos_sent / state.photos_total if state.photos_total else 1.0 if safe else 0.0,
        share_words=texts.fact_photos_words.format(done=state.photos_sent, total=state.photos_total)
        if state.photos_total
        else "",
        share_tone=Tone.OK if safe else tone,
        troubles=_troubles(setting, state, free_bytes),
        facts=facts,
        queue_title=texts.queue_title.format(n=queued) if queued else "",
        queue_detail=texts.queue_detail if queued else "",
        queue=queue,
        queue_more=texts.queue_more.format(n=state.more_in_queue) if state.more_in_queue else "",
        parked_title=texts.parked_title if parked else "",
        parked_detail=texts.parked_detail if can_dismiss else "",
        dismiss=texts.parked_dismiss if can_dismiss else "",
        parked=parked,
        answered_title=texts.answered_title if answered else "",
        answered_dismiss=texts.answered_dismiss if answered else "",
        answered=answered,
        salvage_dismiss=texts.salvage_dismiss if state.salvaged_at and not state.is_salvage_seen else "",
        button=texts.sync_running if state.is_running else texts.sync_now,
        allow=texts.allow_deletions if state.deletions_held else "",
        is_running=state.is_running,
    )


def _headline(state: SyncState, texts: Texts) -> tuple[str, str, Tone]:
    photos_left = state.photos_total - state.photos_sent
    if state.is_running and (state.waiting or photos_left > 0):
        return _doing(state, texts), "cloud-sync-outline", Tone.INFO
    tone = Tone.WARN
    icon = "cloud-off-outline" if state.is_offline else "cloud-upload-outline"
    if state.waiting:
        return texts.sync_waiting.format(n=state.waiting), icon, tone
    if photos_left > 0:
        return texts.sync_photos_waiting.format(n=photos_left), icon, tone
    if state.parked:
        return texts.chip_parked.format(n=len(state.parked)), "cloud-alert-outline", Tone.BAD
    if state.is_offline and state.last_success_at is None:
        return texts.sync_offline, "cloud-off-outline", tone
    if state.is_running:
        return _doing(state, texts), "cloud-sync-outline", Tone.INFO
    return texts.sync_safe, "cloud-check-outline", Tone.OK


def _doing(state: SyncState, texts: Texts) -> str:
    return {
        "hello": texts.sync_doing_hello,
        "push": texts.sync_doing_push,
        "pull": texts.sync_doing_pull,
        "verify": texts.sync_doing_verify,
        "photos": texts.sync_doing_photos,
        "fetch": texts.sync_doing_fetch,
    }.get(state.doing, texts.sync_running)


def _detail(state: SyncState, texts: Texts, *, is_safe: bool) -> str:
    if state.is_running and not is_safe:
        photos = state.photos_total - state.photos_sent
        return texts.sync_left.format(ops=state.waiting, photos=photos, size=size_words(state.bytes_left))
    if not is_safe:
        return texts.sync_waiting_detail
    return texts.sync_parked_detail if state.parked else texts.sync_safe_detail


def _troubles(setting: Setting, state: SyncState, free_bytes: int | None) -> tuple[TroubleView, ...]:
    texts, now = setting.texts, setting.now()
    found = trouble.session_trouble(state, texts)
    tried = "" if found is None or state.is_running else _tries(state, now, texts)
    of_tablet = trouble.tablet_troubles(state, texts, now, free_bytes, LEAST_FREE_BYTES)
    return (*((replace(found, title=texts.trouble_title, detail=tried),) if found else ()), *of_tablet)


def _tries(state: SyncState, now: datetime, texts: Texts) -> str:
    """Say when the last try was and when the next one is."""
    last = f"{texts.fact_last_try} {when.ago(state.last_try_at, now, texts)}"
    return f"{last} · {texts.fact_next_try} {next_try(state, now, texts)}"


def next_try(state: SyncState, now: datetime, texts: Texts) -> str:
    """Say when the next try is; one that lies too far ahead is due now."""
    at = state.next_try_at
    return texts.soon if at is None or at - now > FURTHEST_TRY else when.ahead(at, now, texts)


def _facts(setting: Setting, state: SyncState) -> Iterator[FactView]:
    texts, now, enrolment = setting.texts, setting.now(), setting.source.enrolment()
    if state.waiting:
        by_kind = texts.joiner.join(f"{thing.kind_words(kind, setting)} {n}" for kind, n in state.waiting_by_kind)
        count = texts.n_records.format(n=state.waiting)
        yield FactView(texts.fact_waiting, f"{count}（{by_kind}）" if by_kind else count, Tone.WARN)
    if state.oldest_waiting_at is not None:
        yield FactView(texts.fact_oldest, when.ago(state.oldest_waiting_at, now, texts))
    if state.photos_total:
        words = texts.fact_photos_words.format(done=state.photos_sent, total=state.photos_total)
        tone = Tone.OK if state.photos_sent >= state.photos_total else Tone.WARN
        yield FactView(texts.fact_photos, words, tone)
    if state.copies_left:
        yield FactView(texts.fact_copies, texts.fact_copies_words.format(n=state.copies_left), Tone.WARN)
    if state.bytes_left:
        yield FactView(texts.fact_bytes_left, size_words(state.bytes_left))
    if state.set_aside:
        yield FactView(texts.fact_aside, texts.fact_aside_words.format(n=state.set_aside), Tone.WARN)
    if state.photos_damaged:
        yield FactView("", texts.photos_damaged.format(n=state.photos_damaged), Tone.BAD)
    yield FactView(texts.fact_last_success, when.ago(state.last_success_at, now, texts))
    if not state.last_error_code and not state.is_running:
        yield FactView(texts.fact_next_try, next_try(state, now, texts))
    if enrolment:
        yield FactView(texts.fact_server, enrolment.server_url)


def size_words(size_bytes: int) -> str:
    """Return a size in kB or MB."""
    return f"{size_bytes / 1e6:.1f} MB" if size_bytes >= 1_000_000 else f"{max(1, size_bytes // 1000)} kB"


# what waits -----------------------------------------------------------------------------------------------------------


def _queue_row(setting: Setting, one: Waiting) -> RoundView:
    texts = setting.texts
    done = one.photos_total - len(one.photos)
    words, tone = _queue_words(setting, one)
    sizes = sum(photo.size_bytes - photo.received for photo in one.photos if not photo.is_damaged)
    return RoundView(
        key=f"waiting:{one.entity_id}",
        title=thing.title_of(setting, one.kind, one.entity_id, one.about),
        detail=thing.made_words(setting, one.kind, one.at),
        icon=thing.icon_of(one.kind),
        tone=Tone.INFO,
        chip=ChipView(texts.row_waiting, "cloud-upload-outline", Tone.WARN)
        if one.ops
        else ChipView(texts.sending_photos.format(done=done, total=one.photos_total), "image-outline", Tone.WARN),
        right=(texts.sending_photos.format(done=done, total=one.photos_total) + " · " if one.ops else "")
        + size_words(sizes)
        if one.photos
        else "",
        share=done / one.photos_total if one.photos_total and not one.ops else -1.0,
        word=words,
        word_tone=tone,
    )


def _queue_words(setting: Setting, one: Waiting) -> tuple[str, Tone]:
    """Say the most important thing about what waits: damaged, set aside until when, or which photos."""
    texts, now = setting.texts, setting.now()
    damaged = sum(photo.is_damaged for photo in one.photos)
    if damaged:
        return texts.queue_damaged.format(n=damaged), Tone.BAD
    if one.aside_until is not None:
        return texts.queue_aside.format(when=when.ahead(one.aside_until, now, texts)), Tone.WARN
    aside = min((photo.aside_until for photo in one.photos if photo.aside_until is not None), default=None)
    if aside is not None:
        return texts.queue_photo_aside.format(when=when.ahead(aside, now, texts)), Tone.WARN
    counts = Counter(photo.item for photo in one.photos)
    names = thing.item_words(setting, one.entity_id, tuple(counts))
    shown = texts.joiner.join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
    return (texts.queue_missing.format(names=shown) if shown else "", Tone.IDLE)


# what was refused, and what became of it ------------------------------------------------------------------------------


def _parked(setting: Setting, one: Parked) -> TroubleView:
    texts = setting.texts
    return TroubleView(
        key=f"parked:{one.op_id}",
        what=trouble.words_for(one.problem_code, texts),
        safe=texts.parked_safe_here if one.is_here else texts.parked_safe,
        todo=texts.do_unread if one.is_here else trouble.what_to_do(one.problem_code, texts),
        icon="cloud-alert-outline",
        tone=Tone.BAD,
        title=thing.title_of(setting, one.kind, one.entity_id, one.about),
        detail=thing.made_words(setting, one.kind, one.at),
    )


def _answered(setting: Setting, one: Answered) -> TroubleView:
    texts, is_applied = setting.texts, one.act == "applied"
    at = when.day_and_time(one.settled_at.astimezone(setting.zone()), setting.now(), texts) if one.settled_at else ""
    done = texts.answered_applied if is_applied else texts.answered_aside
    return TroubleView(
        key=f"answered:{one.op_id}",
        what=texts.answered_word.format(act=done, word=one.word) if one.word else done,
        safe=texts.answered_by.format(name=one.by, at=at) if one.by else at,
        icon="check-circle-outline" if is_applied else "minus-circle-outline",
        tone=Tone.OK if is_applied else Tone.IDLE,
        title=thing.title_of(setting, one.kind, one.entity_id, one.about),
        detail=thing.made_words(setting, one.kind, one.at),
    )
