"""Acts that bring all that their event needs, by people who may: a test takes one thing away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from shared.hazard import Act, advance
from shared.ids import NoticeId, PersonId, UnitId
from shared.model.hazard import Hazard, HazardEvent, HazardState
from shared.model.place import Role
from tests.builders import LEAD, NOW, PRINCIPAL, UNIT, a_hazard, a_photo, an_id

TODAY = date(2026, 11, 23)
DEADLINE = TODAY + timedelta(days=7)
NOTICE = NoticeId(an_id(0x301))
UNIT_PERSON = PersonId(an_id(0xB4))
MANAGER = PersonId(an_id(0xB5))
OTHER_UNIT = UnitId(an_id(0x32))
E, S = HazardEvent, HazardState

_LEAD = {"by": LEAD, "by_name": "李检查", "roles": frozenset({Role.LEAD_INSPECTOR})}
_UNIT = {
    "by": UNIT_PERSON,
    "by_name": "刘工",
    "roles": frozenset({Role.INSPECTED_UNIT}),
    "actor_unit": UNIT,
}
_PRINCIPAL = {"by": PRINCIPAL, "by_name": "赵总", "roles": frozenset({Role.FIRE_PRINCIPAL})}
_NEEDS: dict[HazardEvent, dict[str, Any]] = {
    E.CONFIRM: _LEAD | {"photos": (a_photo(),), "legal_basis": ("61号令 §25",)},
    E.CORRECT_ON_SPOT: _LEAD | {"photos": (a_photo(),), "responsible_person": "王建国"},
    E.VOID: _LEAD | {"reason": "误记"},
    E.ISSUE: _LEAD
    | {
        "notice": NOTICE,
        "is_signed": True,
        "unit": UNIT,
        "deadline_on": DEADLINE,
        "required_measures": "补配灭火器",
        "interim_measures": "每班巡查",
        "responsible_person": "刘工",
    },
    E.WITHDRAW: _LEAD | {"reason": "单位有误"},
    E.RECEIVE: _UNIT | {"is_signed": True},
    E.REFUSE: _LEAD | {"reason": "拒签", "witness": "保安小陈"},
    E.ASK_EXTENSION: _UNIT
    | {"reason": "等采购", "deadline_on": DEADLINE + timedelta(days=7), "interim_measures": "每班巡查"},
    E.GRANT_EXTENSION: _PRINCIPAL | {"deadline_on": DEADLINE + timedelta(days=7)},
    E.DENY_EXTENSION: _PRINCIPAL | {"reason": "理由不足"},
    E.REPLY: _UNIT | {"measures_taken": "已补配", "photos": (a_photo(),), "repaired_by_name": "陈师傅"},
    E.RETURN_REPLY: _LEAD | {"reason": "照片不清"},
    E.PASS_RECHECK: _LEAD | {"ref": "消复〔2026〕0001-1号", "photos": (a_photo(),), "today": DEADLINE},
    E.FAIL_RECHECK: _LEAD | {"ref": "消复〔2026〕0001-1号", "today": DEADLINE},
    E.SET_DEADLINE: _LEAD | {"deadline_on": DEADLINE + timedelta(days=3)},
    E.SIGN_OFF: _PRINCIPAL | {"is_signed": True, "ref": "会议纪要"},
    E.ESCALATE: _LEAD | {"reason": "拒不整改", "addressee": "消防救援机构"},
    E.RESUME: _LEAD | {"ref": "会议纪要", "unit": UNIT, "deadline_on": DEADLINE + timedelta(days=3)},
}


def an_act(event: HazardEvent, **changes: Any) -> Act:
    """An act that ``advance`` accepts wherever the table permits the event."""
    return Act(**{"event": event, "at": NOW, "today": TODAY, **_NEEDS[event], **changes})


PATHS = {
    S.DRAFT: (),
    S.CORRECTED_ON_SPOT: (E.CORRECT_ON_SPOT,),
    S.OPEN: (E.CONFIRM,),
    S.ISSUED: (E.CONFIRM, E.ISSUE),
    S.IN_RECTIFICATION: (E.CONFIRM, E.ISSUE, E.RECEIVE),
    S.EXTENSION_PENDING: (E.CONFIRM, E.ISSUE, E.RECEIVE, E.ASK_EXTENSION),
    S.REPLIED: (E.CONFIRM, E.ISSUE, E.RECEIVE, E.REPLY),
    S.RECHECK_FAILED: (E.CONFIRM, E.ISSUE, E.RECEIVE, E.REPLY, E.FAIL_RECHECK),
    S.RECHECK_PASSED: (E.CONFIRM, E.ISSUE, E.RECEIVE, E.REPLY, E.PASS_RECHECK),
    S.CLOSED: (E.CONFIRM, E.ISSUE, E.RECEIVE, E.REPLY, E.PASS_RECHECK, E.SIGN_OFF),
    S.ESCALATED: (E.CONFIRM, E.ISSUE, E.RECEIVE, E.ESCALATE),
    S.VOIDED: (E.CONFIRM, E.VOID),
}


def a_hazard_in(state: HazardState, **changes: Any) -> Hazard:
    """A hazard that has come to ``state`` step by step; ``changes`` are made at the end."""
    hazard = a_hazard()
    for event in PATHS[state]:
        hazard = advance(hazard, an_act(event))
    return replace(hazard, **changes)
