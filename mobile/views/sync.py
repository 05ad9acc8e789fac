"""Sync: whether everything is safe, what waits, since when, why, and when the next try is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mobile.store.row import Parked, SyncState
from mobile.text import Texts
from mobile.views import trouble, when
from mobile.views.parts import FactView, RoundView, Tone
from mobile.views.setting import Setting
from shared.ids import HazardId, InspectionId

KIND_KEYS = {
    "inspection": "kind_inspection",
    "hazard": "kind_hazard",
    "recheck": "kind_recheck",
    "note": "kind_note",
    "point": "kind_point",
    "notice": "kind_notice",
}


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
    facts: tuple[FactView, ...] = ()
    parked_title: str = ""
    parked_detail: str = ""
    dismiss: str = ""
    parked: tuple[RoundView, ...] = ()
    button: str = ""
    allow: str = ""
    is_running: bool = False


def sync_view(setting: Setting) -> SyncView:
    """Make the view of the sync screen."""
    texts, state = setting.texts, setting.source.sync_state()
    headline, icon, tone = _headline(state, texts)
    photos_left = state.photos_total - state.photos_sent
    safe = not state.waiting and photos_left <= 0
    return SyncView(
        title=texts.sync_title,
        headline=headline,
        detail=_detail(state, texts, is_safe=safe),
        icon=icon,
        tone=tone,
        share=state.photos_sent / state.photos_total if state.photos_total else 1.0 if safe else 0.0,
        share_words=texts.fact_photos_words.format(done=state.photos_sent, total=state.photos_total)
        if state.photos_total
        else "",
        share_tone=Tone.OK if safe else tone,
        facts=tuple(_facts(setting, state)),
        parked_title=texts.parked_title if state.parked else "",
        parked_detail=texts.parked_detail if state.parked else "",
        dismiss=texts.parked_dismiss if state.parked else "",
        parked=tuple(_parked_row(setting, parked) for parked in state.parked),
        button=texts.sync_running if state.is_running else texts.sync_now,
        allow=texts.allow_deletions if state.deletions_held else "",
        is_running=state.is_running,
    )


def _headline(state: SyncState, texts: Texts) -> tuple[str, str, Tone]:
    photos_left = state.photos_total - state.photos_sent
    if state.is_running and (state.waiting or photos_left > 0):
        return texts.sync_running, "cloud-sync-outline", Tone.INFO
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
    return texts.sync_safe, "cloud-check-outline", Tone.OK


def _detail(state: SyncState, texts: Texts, *, is_safe: bool) -> str:
    if not is_safe:
        return texts.sync_waiting_detail
    return texts.sync_parked_detail if state.parked else texts.sync_safe_detail


def _facts(setting: Setting, state: SyncState) -> Iterator[FactView]:
    texts, now, enrolment = setting.texts, setting.now(), setting.source.enrolment()
    if state.waiting:
        by_kind = texts.joiner.join(f"{_kind(kind, texts)} {n}" for kind, n in state.waiting_by_kind)
        count = texts.n_records.format(n=state.waiting)
        yield FactView(texts.fact_waiting, f"{count}（{by_kind}）" if by_kind else count, Tone.WARN)
        yield FactView(texts.fact_oldest, when.ago(state.oldest_waiting_at, now, texts))
    if state.photos_total:
        words = texts.fact_photos_words.format(done=state.photos_sent, total=state.photos_total)
        tone = Tone.OK if state.photos_sent >= state.photos_total else Tone.WARN
        yield FactView(texts.fact_photos, words, tone)
    if state.bytes_left:
        yield FactView(texts.fact_bytes_left, size_words(state.bytes_left))
    if state.photos_damaged:
        yield FactView("", texts.photos_damaged.format(n=state.photos_damaged), Tone.BAD)
    yield FactView(texts.fact_last_success, when.ago(state.last_success_at, now, texts))
    if state.last_error_code:
        yield FactView(texts.fact_last_try, when.ago(state.last_try_at, now, texts))
        yield FactView(texts.fact_last_error, trouble.words_for(state.last_error_code, texts), Tone.WARN)
        yield FactView(texts.fact_next_try, when.ahead(state.next_try_at, now, texts))
    yield from (FactView("", words, Tone.WARN) for words in _notes(state, texts))
    if enrolment:
        yield FactView(texts.fact_server, enrolment.server_url)


def _notes(state: SyncState, texts: Texts) -> Iterator[str]:
    """Say what the last session found besides, as far as it concerns the person."""
    if "upgrade" in state.notes or "upgrade-to-pull" in state.notes:
        yield texts.note_upgrade
    if "digest-mismatch" in state.notes:
        yield texts.note_digest
    if state.deletions_held:
        yield texts.note_deletions.format(n=state.deletions_held)


def size_words(size_bytes: int) -> str:
    """Return a size in kB or MB."""
    return f"{size_bytes / 1e6:.1f} MB" if size_bytes >= 1_000_000 else f"{max(1, size_bytes // 1000)} kB"


def _kind(kind: str, texts: Texts) -> str:
    return str(getattr(texts, KIND_KEYS.get(kind.split(".", maxsplit=1)[0], "kind_other")))


def _parked_row(setting: Setting, parked: Parked) -> RoundView:
    texts = setting.texts
    at = when.day_and_time(parked.at.astimezone(setting.zone()), setting.now(), texts) if parked.at else ""
    return RoundView(
        key=f"parked:{parked.op_id}",
        title=_parked_title(setting, parked),
        detail=" · ".join(part for part in (_kind(parked.kind, texts), at) if part),
        icon="cloud-alert-outline",
        tone=Tone.BAD,
        word=trouble.words_for(parked.problem_code, texts),
        word_tone=Tone.BAD,
    )


def _parked_title(setting: Setting, parked: Parked) -> str:
    """Name the thing itself where this tablet has it."""
    source = setting.source
    if parked.kind.startswith("hazard"):
        hazard = source.hazard(HazardId(parked.entity_id))
        return hazard.description if hazard else setting.texts.kind_hazard
    head = source.head(InspectionId(parked.entity_id)) if parked.kind.startswith("inspection") else None
    template = source.template(head.template, head.template_version) if head else None
    return setting.say(template.title) if template else _kind(parked.kind, setting.texts)
