"""What a person can do on the tablet, as verbs. Each is exactly one transaction, on disk when it returns, or nothing.

``round`` walk a checklist · ``finish`` end it, amend a returned one · ``photo`` · ``hazard`` raise and move hazards ·
``recheck`` · ``note`` · ``desk`` position, settings, phrases, what to do about the sync · ``tablet`` what all of them
are given.

Invariant: an action that is refused has changed nothing. Invariant: nothing here knows SQL or the network.
"""

from mobile.actions.desk import (
    allow_deletions,
    ask_everything,
    dismiss,
    forget_phrase,
    note_salvage,
    remember_position,
    set_language,
    set_setting,
)
from mobile.actions.finish import amend, finish_round
from mobile.actions.hazard import change_hazard, move_hazard, raise_hazard, start_hazard
from mobile.actions.note import add_note, start_note
from mobile.actions.photo import begin_photo, drop_photo, finish_photo, recover_photos, restore_photo, retry_photos
from mobile.actions.recheck import finish_recheck, set_recheck, start_recheck
from mobile.actions.round import (
    KEEP,
    answer,
    clear_answer,
    drop_draft,
    note_refusal,
    set_action,
    set_late_reason,
    set_note,
    set_reason,
    set_start_mode,
    set_unit,
    sign,
    start_round,
    undo_last,
    unsign,
)
from mobile.actions.tablet import Tablet

__all__ = [
    "KEEP",
    "Tablet",
    "add_note",
    "allow_deletions",
    "amend",
    "answer",
    "ask_everything",
    "begin_photo",
    "change_hazard",
    "clear_answer",
    "dismiss",
    "drop_draft",
    "drop_photo",
    "finish_photo",
    "finish_recheck",
    "finish_round",
    "forget_phrase",
    "move_hazard",
    "note_refusal",
    "note_salvage",
    "raise_hazard",
    "recover_photos",
    "remember_position",
    "restore_photo",
    "retry_photos",
    "set_action",
    "set_language",
    "set_late_reason",
    "set_note",
    "set_reason",
    "set_recheck",
    "set_setting",
    "set_start_mode",
    "set_unit",
    "sign",
    "start_hazard",
    "start_note",
    "start_recheck",
    "start_round",
    "undo_last",
    "unsign",
]
