"""What stands round every screen: the navigation, the chip of sync, the banner about the state of things."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mobile.store.row import SyncState
from mobile.text import Texts
from mobile.views import trouble, when
from mobile.views.parts import BannerView, ChipView, Destination, Tone
from mobile.views.trouble import CLOCK_SKEW_S

LEAST_FREE_BYTES = 300_000_000


def sync_chip(state: SyncState, texts: Texts) -> ChipView:
    """Say in one chip whether everything is safe on the server."""
    waiting = state.waiting + max(0, state.photos_total - state.photos_sent)
    if state.parked:
        return ChipView(texts.chip_parked.format(n=len(state.parked)), "cloud-alert-outline", Tone.BAD)
    if state.is_offline and waiting:
        return ChipView(texts.chip_offline.format(n=waiting), "cloud-off-outline", Tone.WARN)
    if state.is_offline:
        return ChipView(texts.chip_offline_clean, "cloud-off-outline", Tone.IDLE)
    if state.is_running and waiting:
        return ChipView(texts.chip_running, "cloud-sync-outline", Tone.INFO)
    if waiting:
        return ChipView(texts.chip_waiting.format(n=waiting), "cloud-upload-outline", Tone.WARN)
    return ChipView(texts.chip_safe, "cloud-check-outline", Tone.OK)


def record_chip(state: SyncState, texts: Texts) -> ChipView:
    """Say that what is entered is safe on this tablet; uploading comes after the signature."""
    chip = sync_chip(state, texts)
    return chip if chip.tone is Tone.BAD else ChipView(texts.chip_on_tablet, "check-circle-outline", Tone.OK)


def banner(state: SyncState, texts: Texts, free_bytes: int | None = None) -> BannerView:
    """Say the one most pressing thing about the tablet and its sync, if there is one; `free_bytes` None: not known."""
    if free_bytes is not None and free_bytes < LEAST_FREE_BYTES:
        words = texts.banner_disk.format(mb=free_bytes // 1_000_000)
        return BannerView(words, "harddisk", Tone.BAD)
    if abs(state.clock_skew_s) >= CLOCK_SKEW_S:
        words = texts.banner_clock.format(span=when.span(timedelta(seconds=abs(state.clock_skew_s)), texts))
        return BannerView(words, "clock-alert-outline", Tone.WARN, texts.view, "sync")
    if state.parked:
        words = texts.banner_parked.format(n=len(state.parked))
        return BannerView(words, "cloud-alert-outline", Tone.BAD, texts.view, "sync")
    found = trouble.session_trouble(state, texts)
    if found is not None and found.tone is Tone.BAD:
        return BannerView(f"{found.what}{texts.stop}{found.safe}", found.icon, Tone.BAD, texts.view, "sync")
    if state.salvaged_at is not None and not state.is_salvage_seen:
        return BannerView(texts.banner_salvaged, "alert-octagon-outline", Tone.BAD, texts.view, "sync")
    if state.answered:
        words = texts.banner_answered.format(n=len(state.answered))
        return BannerView(words, "check-circle-outline", Tone.INFO, texts.view, "sync")
    if state.is_offline:
        return BannerView(texts.banner_offline, "wifi-off", Tone.WARN, texts.view, "sync")
    return BannerView()


def destinations(texts: Texts, to_do: int, rechecks: int, parked: int) -> tuple[Destination, ...]:
    """Return the places of the navigation with what waits in each."""
    return (
        Destination("rounds", texts.nav_rounds, "clipboard-check-outline", _badge(to_do), Tone.INFO),
        Destination("hazards", texts.nav_hazards, "shield-alert-outline", _badge(rechecks), Tone.WARN),
        Destination("sync", texts.nav_sync, "cloud-sync-outline", _badge(parked), Tone.BAD),
        Destination("settings", texts.nav_settings, "cog-outline"),
    )


def with_badge(places: tuple[Destination, ...], key: str, count: int) -> tuple[Destination, ...]:
    """Return the places of the navigation with what waits at one of them counted anew."""
    return tuple(replace(place, badge=_badge(count)) if place.key == key else place for place in places)


def _badge(count: int) -> str:
    return str(count) if 0 < count < 100 else "99+" if count else ""
