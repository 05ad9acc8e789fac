"""What went wrong, in words for the person who holds the tablet: what happened, what is safe, what to do."""

from __future__ import annotations

from mobile.text import Texts

KEYS = {
    "offline": "err_offline",
    "offline-unreachable": "err_offline",
    "offline-portal": "err_offline_portal",
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
    "op-forbidden": "err_forbidden",
    "unsupported-protocol": "err_unsupported_protocol",
    "busy": "err_busy",
    "storage-full": "err_storage_full",
    "disk-full": "err_disk_full",
    "transition-conflict": "err_transition_conflict",
    "field-conflict": "err_transition_conflict",
    "transition": "err_transition_conflict",
    "already-final": "err_already_final",
    "unknown-entity": "err_unknown_entity",
    "unknown-record": "err_unknown_entity",
    "invalid-body": "err_invalid_body",
    "malformed": "err_invalid_body",
    "unknown-op": "err_invalid_body",
    "evidence-missing": "err_evidence_missing",
    "not-permitted": "err_not_permitted",
}


def words_for(code: str, texts: Texts) -> str:
    """Return the sentence for an error's stable code (`shared.errors`); a general one for a code not known here."""
    return str(getattr(texts, KEYS.get(code, "err_fault")))
