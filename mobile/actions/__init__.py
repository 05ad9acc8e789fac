"""What a person can do on the tablet, as verbs. Each is exactly one transaction, on disk when it returns, or nothing.

``round`` walk a checklist · ``finish`` end it, amend a returned one · ``photo`` · ``hazard`` raise and move hazards ·
``recheck`` · ``form`` of any kind · ``notice`` on the spot, ``number`` its numbers · ``visit`` an inspection of a unit · ``note`` · ``who`` holds the tablet · ``shift`` from check to handover · ``desk`` position, settings,
phrases, what to do about the sync · ``tablet`` what all of them are given.

Invariant: an action that is refused has changed nothing. Invariant: nothing here knows SQL or the network.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.actions.access import admit, change_admit, go_in, go_out, start_admit, turn_away
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
    from mobile.actions.excuse import ask_excuse, change_excuse, start_excuse
    from mobile.actions.finish import amend, finish_round
    from mobile.actions.form import clear_blank_forms, drop_forms, go_on_with
    from mobile.actions.hazard import change_hazard, move_hazard, raise_hazard, start_hazard
    from mobile.actions.note import add_note, change_note, start_note
    from mobile.actions.notice import change_line, change_notice, issue_notice, receive_notice, start_notice
    from mobile.actions.number import free_numbers, renew_numbers
    from mobile.actions.photo import (
        begin_photo,
        drop_photo,
        finish_photo,
        mark_photo,
        recover_photos,
        recover_voices,
        restore_photo,
        retry_photos,
    )
    from mobile.actions.recheck import finish_recheck, finish_rechecks, set_recheck, start_recheck, start_rechecks
    from mobile.actions.relay import decline, hand_over, take_back, take_round
    from mobile.actions.round import (
        KEEP,
        SEPARATOR,
        answer,
        choose_phrase,
        clear_answer,
        drop_draft,
        note_refusal,
        set_action,
        set_corrected,
        set_late_reason,
        set_note,
        set_reason,
        set_start_mode,
        sign,
        start_round,
        undo_last,
        unsign,
    )
    from mobile.actions.shift import ask_comparison, begin_shift, end_shift, keep_check, sign_shift, start_work
    from mobile.actions.tablet import Tablet
    from mobile.actions.visit import begin_visit, change_visit, start_visit
    from mobile.actions.who import Entered, choose_pin, enter_pin, leave, take_over, take_without_pin

__all__ = [
    "KEEP",
    "SEPARATOR",
    "Entered",
    "Tablet",
    "add_note",
    "admit",
    "allow_deletions",
    "amend",
    "answer",
    "ask_comparison",
    "ask_everything",
    "ask_excuse",
    "begin_photo",
    "begin_shift",
    "begin_visit",
    "change_admit",
    "change_excuse",
    "change_hazard",
    "change_line",
    "change_note",
    "change_notice",
    "change_visit",
    "choose_phrase",
    "choose_pin",
    "clear_answer",
    "clear_blank_forms",
    "decline",
    "dismiss",
    "drop_draft",
    "drop_forms",
    "drop_photo",
    "end_shift",
    "enter_pin",
    "finish_photo",
    "finish_recheck",
    "finish_rechecks",
    "finish_round",
    "forget_phrase",
    "free_numbers",
    "go_in",
    "go_on_with",
    "go_out",
    "hand_over",
    "issue_notice",
    "keep_check",
    "leave",
    "mark_photo",
    "move_hazard",
    "note_refusal",
    "note_salvage",
    "raise_hazard",
    "receive_notice",
    "recover_photos",
    "recover_voices",
    "remember_position",
    "renew_numbers",
    "restore_photo",
    "retry_photos",
    "set_action",
    "set_corrected",
    "set_language",
    "set_late_reason",
    "set_note",
    "set_reason",
    "set_recheck",
    "set_setting",
    "set_start_mode",
    "sign",
    "sign_shift",
    "start_admit",
    "start_excuse",
    "start_hazard",
    "start_note",
    "start_notice",
    "start_recheck",
    "start_rechecks",
    "start_round",
    "start_visit",
    "start_work",
    "take_back",
    "take_over",
    "take_round",
    "take_without_pin",
    "turn_away",
    "undo_last",
    "unsign",
]
_PLACES = {
    "access": "admit change_admit go_in go_out start_admit turn_away",
    "desk": "allow_deletions ask_everything dismiss forget_phrase note_salvage remember_position set_language set_setting",
    "excuse": "ask_excuse change_excuse start_excuse",
    "finish": "amend finish_round",
    "form": "clear_blank_forms drop_forms go_on_with",
    "hazard": "change_hazard move_hazard raise_hazard start_hazard",
    "note": "add_note change_note start_note",
    "notice": "change_line change_notice issue_notice receive_notice start_notice",
    "number": "free_numbers renew_numbers",
    "photo": "begin_photo drop_photo finish_photo mark_photo recover_photos recover_voices restore_photo retry_photos",
    "recheck": "finish_recheck finish_rechecks set_recheck start_recheck start_rechecks",
    "relay": "decline hand_over take_back take_round",
    "round": "KEEP SEPARATOR answer choose_phrase clear_answer drop_draft note_refusal set_action set_corrected set_late_reason set_note set_reason set_start_mode sign start_round undo_last unsign",
    "shift": "ask_comparison begin_shift end_shift keep_check sign_shift start_work",
    "tablet": "Tablet",
    "visit": "begin_visit change_visit start_visit",
    "who": "Entered choose_pin enter_pin leave take_over take_without_pin",
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load an action when it is first asked for: the list of rounds needs four of them."""
    if name not in _PLACE_OF:
        raise AttributeError(name)
    found: object = getattr(import_module(f"mobile.actions.{_PLACE_OF[name]}"), name)
    globals()[name] = found
    return found
