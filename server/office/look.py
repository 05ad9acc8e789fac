"""How each status looks: a tone and an icon beside its word, so that colour never speaks alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from shared.clearing import SheetState
from shared.hazard.order import OrderState
from shared.model.hazard import Completion, HazardEvent, HazardState, NoticeState, RecheckResult
from shared.model.inspection import Result, ReviewState
from shared.model.plan import TaskState
from shared.model.template import HazardGrade
from shared.sync.messages import OpStatus


@dataclass(frozen=True, slots=True)
class Look:
    """``tone`` names a colour pair of office.css, ``icon`` a drawing of vendor/icons.svg."""

    tone: str
    icon: str


H, N, E, T = HazardState, NoticeState, HazardEvent, TaskState

LOOKS: Final[Mapping[Enum, Look]] = {
    H.DRAFT: Look("info", "circle-dashed"),
    H.CORRECTED_ON_SPOT: Look("ok", "circle-check"),
    H.OPEN: Look("warn", "send"),
    H.ISSUED: Look("warn", "mail-forward"),
    H.IN_RECTIFICATION: Look("info", "tools"),
    H.EXTENSION_PENDING: Look("plum", "hourglass"),
    H.REPLIED: Look("plum", "report-search"),
    H.RECHECK_FAILED: Look("bad", "circle-x"),
    H.RECHECK_PASSED: Look("plum", "rubber-stamp"),
    H.CLOSED: Look("ok", "circle-check"),
    H.ESCALATED: Look("bad", "arrow-up-right"),
    H.VOIDED: Look("mute", "circle-off"),
    N.DRAFT: Look("mute", "circle-dashed"),
    N.ISSUED: Look("warn", "mail-forward"),
    N.RECEIVED: Look("info", "writing-sign"),
    N.REFUSED: Look("bad", "hand-stop"),
    N.PARTLY_CLOSED: Look("plum", "progress-check"),
    N.CLOSED: Look("ok", "circle-check"),
    N.WITHDRAWN: Look("mute", "arrow-back-up"),
    OrderState.OPEN: Look("warn", "mail-forward"),
    OrderState.ANSWERED: Look("plum", "send"),
    OrderState.CLOSED: Look("ok", "circle-check"),
    HazardGrade.IMMEDIATE: Look("warn", "clock-exclamation"),
    HazardGrade.GENERAL: Look("mute", "alert-circle"),
    HazardGrade.MAJOR: Look("bad", "alert-octagon"),
    Result.PASS: Look("ok", "check"),
    Result.FAIL: Look("bad", "x"),
    Result.NA: Look("mute", "circle-minus"),
    Result.NOT_CHECKED: Look("warn", "circle-dashed"),
    ReviewState.ACCEPTED: Look("ok", "circle-check"),
    ReviewState.RETURNED: Look("warn", "arrow-back-up"),
    T.PLANNED: Look("mute", "clock"),
    T.DUE: Look("info", "circle"),
    T.IN_PROGRESS: Look("info", "player-play"),
    T.DONE: Look("ok", "circle-check"),
    T.LATE: Look("warn", "clock-exclamation"),
    T.MISSED: Look("bad", "circle-x"),
    T.WAIVED: Look("mute", "circle-minus"),
    RecheckResult.PASSED: Look("ok", "circle-check"),
    RecheckResult.PARTLY: Look("warn", "progress-check"),
    RecheckResult.FAILED: Look("bad", "circle-x"),
    RecheckResult.IMPOSSIBLE: Look("mute", "circle-off"),
    Completion.DONE: Look("ok", "circle-check"),
    Completion.PARTLY: Look("warn", "progress-check"),
    Completion.NOT_DONE: Look("bad", "circle-x"),
    OpStatus.HELD: Look("warn", "hourglass"),
    OpStatus.REJECTED: Look("bad", "circle-x"),
    SheetState.OPEN: Look("warn", "pencil"),
    SheetState.CLEARED: Look("info", "report-search"),
    SheetState.AUDITED: Look("ok", "lock"),
    E.CONFIRM: Look("info", "check"),
    E.CORRECT_ON_SPOT: Look("ok", "tool"),
    E.VOID: Look("mute", "circle-off"),
    E.ISSUE: Look("info", "send"),
    E.WITHDRAW: Look("mute", "arrow-back-up"),
    E.RECEIVE: Look("info", "writing-sign"),
    E.REFUSE: Look("bad", "hand-stop"),
    E.ASK_EXTENSION: Look("plum", "hourglass"),
    E.GRANT_EXTENSION: Look("ok", "calendar-event"),
    E.DENY_EXTENSION: Look("bad", "calendar-due"),
    E.REPLY: Look("plum", "message-report"),
    E.RETURN_REPLY: Look("warn", "arrow-back-up"),
    E.PASS_RECHECK: Look("ok", "clipboard-check"),
    E.FAIL_RECHECK: Look("bad", "circle-x"),
    E.SET_DEADLINE: Look("warn", "calendar-due"),
    E.SIGN_OFF: Look("ok", "rubber-stamp"),
    E.ESCALATE: Look("bad", "arrow-up-right"),
    E.RESUME: Look("info", "rotate"),
}


def look_of(member: Enum) -> Look:
    """Return how a status looks."""
    return LOOKS[member]
