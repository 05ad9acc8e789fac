"""What went wrong, in words for the person who holds the tablet: what happened, what is safe, what to do."""

from __future__ import annotations

from datetime import datetime, timedelta

from mobile.store.row import SyncState
from mobile.text import Texts
from mobile.views import when
from mobile.views.parts import Tone, TroubleView
from shared.errors import OfflineError, RoundsError

CLOCK_SKEW_S = 300
"""From here on a wrong clock is worth a word."""

KEYS = {
    "offline": "err_offline",
    "offline-unreachable": "err_offline",
    "offline-portal": "err_offline_portal",
    "offline-gateway": "err_offline_gateway",
    "offline-timeout": "err_offline_timeout",
    "offline-cut": "err_offline_cut",
    "offline-tls": "err_offline_tls",
    "offline-stopped": "err_offline_stopped",
    "token-invalid": "err_token_invalid",
    "token-expired": "err_token_invalid",
    "device-revoked": "err_device_revoked",
    "user-disabled": "err_user_disabled",
    "enrolment-code": "err_enrolment_code",
    "forbidden": "err_forbidden",
    "op-forbidden": "err_op_forbidden",
    "unsupported-protocol": "err_unsupported_protocol",
    "busy": "err_busy",
    "storage-full": "err_storage_full",
    "disk-full": "err_disk_full",
    "disk-read-only": "err_disk_read_only",
    "newer-database": "err_newer_database",
    "damaged-database": "err_damaged_database",
    "transition-conflict": "err_transition_conflict",
    "field-conflict": "err_field_conflict",
    "transition": "err_transition_conflict",
    "already-final": "err_already_final",
    "handed-over": "err_handed_over",
    "unknown-entity": "err_unknown_entity",
    "unknown-record": "err_unknown_entity",
    "unknown-op": "err_unknown_op",
    "op-id-reused": "err_op_id_reused",
    "invalid-body": "err_invalid_body",
    "malformed": "err_invalid_body",
    "unsupported-encoding": "err_invalid_body",
    "batch-too-large": "err_invalid_body",
    "evidence-missing": "err_evidence_missing",
    "not-permitted": "err_not_permitted",
    "server-fault": "err_held",
}
"""The one line about a refused operation or a failed act, by the stable code of ``shared.errors``."""

RULES = {"own_round_only": "err_own_round_only"}
"""What has words of its own among acts that a rule does not permit, by the rule."""

SESSION = {
    "offline": ("offline", "wifi-off"),
    "offline-unreachable": ("offline", "wifi-off"),
    "offline-portal": ("portal", "wifi-off"),
    "offline-gateway": ("gateway", "cloud-off-outline"),
    "offline-timeout": ("timeout", "wifi-off"),
    "offline-cut": ("cut", "wifi-off"),
    "offline-tls": ("tls", "alert-circle-outline"),
    "offline-stopped": ("stopped", "cloud-off-outline"),
    "token-invalid": ("signed_out", "alert-octagon-outline"),
    "token-expired": ("signed_out", "alert-octagon-outline"),
    "device-revoked": ("revoked", "alert-octagon-outline"),
    "user-disabled": ("disabled", "alert-octagon-outline"),
    "forbidden": ("forbidden", "alert-octagon-outline"),
    "unknown-record": ("forbidden", "alert-octagon-outline"),
    "unsupported-protocol": ("upgrade", "download-outline"),
    "busy": ("busy", "cloud-off-outline"),
    "server-fault": ("fault", "cloud-alert-outline"),
    "no-results": ("fault", "cloud-alert-outline"),
    "no-progress": ("fault", "cloud-alert-outline"),
    "reset-loop": ("fault", "cloud-alert-outline"),
    "epoch-unsettled": ("fault", "cloud-alert-outline"),
    "storage-full": ("storage", "harddisk"),
    "disk-full": ("disk", "harddisk"),
    "disk-read-only": ("disk_read_only", "harddisk"),
    "fault": ("store", "harddisk"),
    "damaged-database": ("damaged", "alert-octagon-outline"),
    "newer-database": ("newer", "download-outline"),
    "malformed": ("unread", "cloud-alert-outline"),
    "unsupported-encoding": ("unread", "cloud-alert-outline"),
    "unsupported-media-type": ("unread", "cloud-alert-outline"),
    "method-not-allowed": ("unread", "cloud-alert-outline"),
    "batch-too-large": ("unread", "cloud-alert-outline"),
    "blob-too-large": ("unread", "cloud-alert-outline"),
}
"""How a session ended that did not come to its end: the name of its texts, and its icon."""
OWN_STORAGE = frozenset({"disk", "disk_read_only", "damaged", "newer"})
"""Ends that say something about this tablet's storage: nothing is known of what is on the server."""
NEEDS_SOMEBODY = frozenset({"signed_out", "revoked", "disabled", "forbidden", "upgrade", "storage", *OWN_STORAGE})
"""What does not pass by itself."""
LOOK_THERE = frozenset({"transition-conflict", "transition"})
NOTHING_TO_DO = frozenset({"unknown-op", "server-fault", "field-conflict", "op-id-reused"})


def words_for(code: str, texts: Texts) -> str:
    """Return the sentence for an error's stable code (`shared.errors`); a general one for a code not known here."""
    return str(getattr(texts, KEYS.get(code, "err_fault")))


def error_words(error: RoundsError, texts: Texts) -> str:
    """Return the sentence for an error; one that says by which rule or for what reason may have its own."""
    rule = str(error.facts.get("rule"))
    if rule in RULES:
        return str(getattr(texts, RULES[rule]))
    code = f"{error.code}-{error.facts.get('reason')}"
    return words_for(code if isinstance(error, OfflineError) and code in KEYS else error.code, texts)


def session_trouble(state: SyncState, texts: Texts) -> TroubleView | None:
    """Say why the last session did not come to its end; None when it did."""
    if not state.last_error_code:
        return None
    code = state.last_error_code
    name, icon = SESSION.get(code) or ("fault" if code.startswith("status-5") else "other", "cloud-alert-outline")
    return TroubleView(
        key=f"session:{name}",
        what=str(getattr(texts, f"what_{name}")),
        safe=_safe(state, name, texts),
        todo=str(getattr(texts, f"do_{name}")),
        icon=icon,
        tone=Tone.BAD if name in NEEDS_SOMEBODY else Tone.WARN,
    )


def _safe(state: SyncState, name: str, texts: Texts) -> str:
    if name in OWN_STORAGE or name == "store":
        return texts.trouble_safe_saved
    if state.waiting:
        return texts.trouble_safe
    return texts.trouble_safe_photos if state.photos_sent < state.photos_total else texts.trouble_safe_all


def tablet_troubles(
    state: SyncState, texts: Texts, now: datetime, free_bytes: int | None, least_bytes: int
) -> tuple[TroubleView, ...]:
    """Say what is wrong with this tablet itself, the gravest first: its data, its space, its clock, its app."""
    found: list[TroubleView] = []
    if state.salvaged_at is not None and not state.is_salvage_seen:
        at = when.day_and_time(state.salvaged_at.astimezone(now.tzinfo), now, texts)
        what = texts.what_salvaged.format(at=at)
        found.append(
            TroubleView("salvaged", what, texts.safe_salvaged, texts.do_salvaged, "alert-octagon-outline", Tone.BAD)
        )
    if free_bytes is not None and free_bytes < least_bytes:
        what = texts.what_space.format(mb=free_bytes // 1_000_000)
        found.append(TroubleView("space", what, texts.safe_space, texts.do_disk, "harddisk", Tone.BAD))
    if state.photos_without_space:
        what = texts.what_photo_space.format(n=state.photos_without_space)
        found.append(TroubleView("photos", what, texts.safe_photo_space, texts.do_disk, "image-outline", Tone.BAD))
    if abs(state.clock_skew_s) >= CLOCK_SKEW_S:
        what = texts.what_clock.format(span=when.span(timedelta(seconds=abs(state.clock_skew_s)), texts))
        found.append(TroubleView("clock", what, texts.safe_clock, texts.do_clock, "clock-alert-outline", Tone.WARN))
    return (*found, *_found_besides(state, texts))


def _found_besides(state: SyncState, texts: Texts) -> tuple[TroubleView, ...]:
    found: list[TroubleView] = []
    if state.deletions_held:
        what = texts.what_deletions.format(n=state.deletions_held)
        found.append(
            TroubleView("deletions", what, texts.safe_deletions, texts.do_deletions, "alert-circle-outline", Tone.WARN)
        )
    if {"upgrade", "upgrade-to-pull"} & set(state.notes):
        found.append(
            TroubleView("update", texts.what_update, texts.safe_update, texts.do_update, "download-outline", Tone.WARN)
        )
    if "digest-mismatch" in state.notes:
        found.append(
            TroubleView(
                "digest", texts.what_digest, texts.trouble_safe_saved, texts.do_digest, "information-outline", Tone.INFO
            )
        )
    return tuple(found)


def what_to_do(code: str, texts: Texts) -> str:
    """Say what the person can do about an operation that was refused with this code."""
    if code in LOOK_THERE:
        return texts.parked_look
    known = code in KEYS or code in NOTHING_TO_DO
    return texts.parked_wait if known else texts.parked_tell
