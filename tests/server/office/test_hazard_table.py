"""The table of states and events, walked through the pages of the office by somebody of every role.

What the table permits happens; what it refuses changes nothing, whoever asks and whatever the form brings.
"""

import io
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

import pytest
from PIL import Image

from server.office.permission import PERMISSIONS, Permission
from server.store.account import add_account
from shared import notice as rules
from shared.hazard import TRANSITIONS, Act, Transition, advance, is_path
from shared.hazard.measure import GIVERS, MeasureKind
from shared.ids import HazardId, NoticeId, PersonId
from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice, NoticeState
from shared.model.place import Person, Role
from tests.builders import NOW, SITE, a_photo, an_id
from tests.estate import PASSWORD, PUMPS, SHOP

E, S = HazardEvent, HazardState
TODAY = NOW.date()
LATER = TODAY + timedelta(days=9)
ISSUER, REPAIRER = PersonId(an_id(0xC01)), PersonId(an_id(0xC02))
EVERYBODY = {role: PersonId(an_id(0xD00 + number)) for number, role in enumerate(Role)}
ALL = frozenset(Role)
OF_NOTICES = (E.RECEIVE, E.REFUSE, E.WITHDRAW)
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
FORMS = {
    E.CONFIRM: {"description": "柜门敞开", "grade": "general", "legal_basis": "61号令 §25"},
    E.CORRECT_ON_SPOT: {"responsible_person": "许老板", "measures_taken": "已关好"},
    E.VOID: {"reason": "误记"},
    E.ASK_EXTENSION: {"deadline_on": str(LATER), "reason": "等采购", "interim_measures": "每班巡查"},
    E.GRANT_EXTENSION: {"deadline_on": str(LATER)},
    E.DENY_EXTENSION: {"reason": "理由不足"},
    E.REPLY: {"completion": "done", "measures_taken": "已补配", "done_by": "陈师傅"},
    E.RETURN_REPLY: {"reason": "照片不清"},
    E.PASS_RECHECK: {"result": "passed", "mode": "on_site"},
    E.FAIL_RECHECK: {"result": "failed", "mode": "on_site", "note": "仍有缺口"},
    E.SET_DEADLINE: {"deadline_on": str(LATER)},
    E.SIGN_OFF: {"signed": "1", "ref": "会议纪要"},
    E.ESCALATE: {"reason": "拒不整改", "addressee": "消防救援机构"},
    E.RESUME: {"ref": "会议纪要", "unit": SHOP, "deadline_on": str(LATER)},
    E.RECEIVE: {"signed": "1"},
    E.REFUSE: {"reason": "不肯签", "witness": "保安小陈"},
    E.WITHDRAW: {"reason": "单位有误"},
}
"""All that each event can need."""
WITH_PHOTO = frozenset({E.CONFIRM, E.CORRECT_ON_SPOT, E.REPLY, E.PASS_RECHECK, E.FAIL_RECHECK})
OF_THE_UNIT = frozenset({E.RECEIVE, E.REPLY, E.ASK_EXTENSION})
MEASURES = {
    kind: {
        "reason": "配件未到",
        "interim_measures": "专人看护",
        "decision": "fund",
        "budget": "1,200.50",
        "fund_source": "unit",
    }
    for kind in MeasureKind
}


def picture():
    out = io.BytesIO()
    Image.new("RGB", (8, 6), (90, 110, 95)).save(out, "JPEG")
    return out.getvalue()


SHOT = picture()


@dataclass
class Walk:
    """An app with somebody of every role signed in, and hazards made to order."""

    store: object
    browsers: dict
    numbers: object
    used: dict

    def plant(self, state):
        """Put a hazard that came to ``state`` step by step, with its notice."""
        number = next(self.numbers)
        record, paper = HazardId(an_id(0x70000 + number)), NoticeId(an_id(0x80000 + number))
        hazard = self.used[state]
        notice = NoticeId(paper) if hazard.notice else None
        hazard = replace(hazard, id=record, no=f"YH-2026-{number:05d}", notice=notice)
        with self.store.writing() as tx:
            tx.put(hazard)
            if notice:
                tx.put(rules.settle(replace(PAPER, id=paper, no=rules.notice_no("龙", 2026, number), hazards=(record,),
                                            received_at=None if state is S.ISSUED else NOW), [hazard]))  # fmt: skip
        return record, paper

    def plant_earlier(self, record):
        """Put a hazard that was found at the same place a month before."""
        with self.store.writing() as tx:
            hazard = tx.get(Hazard, record)
            found_at = replace(hazard.found_at, wall=hazard.found_at.wall - timedelta(days=30))
            number = next(self.numbers)
            earlier = replace(
                hazard, id=HazardId(an_id(0x70000 + number)), no=f"YH-2026-{number:05d}", found_at=found_at
            )
            tx.put(replace(earlier, state=S.CLOSED, notice=None))
        return earlier.id

    def find(self, record):
        with self.store.reading() as tx:
            return tx.get(Hazard, record), tx.rev(Hazard, record)

    def post(self, role, event, record, paper):
        """Send the form of an event, complete; the answer's status."""
        form = dict(FORMS.get(event, {}))
        if event in OF_THE_UNIT and role is not Role.INSPECTED_UNIT:
            form["signed_by"] = "许老板"
        browser = self.browsers[role]
        if event is E.ISSUE:
            form = {
                "hazard": record, "unit": SHOP, "interim_clause": "专人看护", "signed": "1",
                f"deadline_on:{record}": str(TODAY), f"required_measures:{record}": "补配",
                f"responsible_person:{record}": "许老板", f"interim_measures:{record}": "看护",
            }  # fmt: skip
            return browser.post("/notices/new", data=form).status_code
        if event in OF_NOTICES:
            return browser.post(f"/notices/{paper}/{event.value}", data=form).status_code
        if event in WITH_PHOTO:
            form["photos"] = (io.BytesIO(SHOT), "a.jpg")
        sent = browser.post(f"/hazards/{record}/{event.value}", data=form, content_type="multipart/form-data")
        return sent.status_code


PAPER = Notice(
    NoticeId(an_id(1)), SITE, "", SHOP, (), ISSUER, "派发人", NoticeState.ISSUED, interim_clause="看护", issued_at=NOW
)


def make_hazards():
    """One hazard in each state; what was done to it was done by people whom the walk does not know."""
    start = Hazard(
        id=HazardId(an_id(1)), site=SITE, source_type="inspection", description="箱门敞开", found_by=ISSUER,
        found_by_name="派发人", found_at=a_photo().taken_at, point=PUMPS, location="泵房", unit=SHOP,
        photos_before=(a_photo(),), recheckers=tuple(EVERYBODY.values()), legal_basis=("61号令 §25",),
    )  # fmt: skip
    common = {
        "at": NOW - timedelta(days=3), "today": TODAY, "roles": ALL, "by": ISSUER, "by_name": "派发人", "reason": "原因",
        "addressee": "街道", "photos": (a_photo(),), "responsible_person": "许老板", "notice": NoticeId(an_id(1)),
        "is_signed": True, "deadline_on": TODAY, "required_measures": "补配", "interim_measures": "看护", "ref": "1 号",
        "measures_taken": "已修", "repaired_by": REPAIRER, "repaired_by_name": "陈师傅",
    }  # fmt: skip
    found = {}
    for state, path in PATHS.items():
        hazard = start
        for event in path:
            act = Act(event=event, **common)
            if event in OF_THE_UNIT:
                act = replace(act, by=REPAIRER, by_name="陈师傅", actor_unit=SHOP, repaired_by=REPAIRER)
            if event is E.ASK_EXTENSION:
                act = replace(act, deadline_on=LATER)
            if event is E.SIGN_OFF:
                act = replace(act, by=PersonId(an_id(0xC03)), by_name="签字人")
            hazard = advance(hazard, act)
        found[state] = hazard
    return found


@pytest.fixture
def walk(app, store, parts):
    hashed = parts_passwords(app).hash(PASSWORD)
    with store.writing() as tx:
        for role, person in EVERYBODY.items():
            tx.put(Person(person, SITE, f"{role.value} 某", (role,), SHOP if role is Role.INSPECTED_UNIT else None))
            add_account(tx, f"role.{role.value}", person, hashed)
    browsers = {}
    for role in Role:
        browser = browsers[role] = app.test_client()
        browser.environ_base["HTTP_ORIGIN"] = "http://localhost"
        assert browser.post("/signin", data={"login": f"role.{role.value}", "password": PASSWORD}).status_code == 303
    return Walk(store, browsers, count(1), make_hazards())


def parts_passwords(_app):
    from server.office.session.password import Passwords

    return Passwords(memory_kib=8)


def may(role, event, cell):
    """Tell what the table says of a role; the engineers are of another unit than the hazard's."""
    if role not in cell.roles or (event in OF_THE_UNIT and role is Role.ENGINEERING_DEPT):
        return False
    seen = Permission.SEE_NOTICES if event in (*OF_NOTICES, E.ISSUE) else Permission.SEE_HAZARDS
    return role in PERMISSIONS[seen]


def test_what_the_table_permits_happens_and_what_it_refuses_to_a_role_changes_nothing(walk):
    wrong, done = [], Counter()
    for state, row in TRANSITIONS.items():
        standing = walk.plant(state)
        before = walk.find(standing[0])
        for event, cell in row.items():
            if not isinstance(cell, Transition):
                continue
            for role in Role:
                is_permitted = may(role, event, cell)
                record, paper = walk.plant(state) if is_permitted else standing
                status = walk.post(role, event, record, paper)
                after, rev = walk.find(record)
                done[is_permitted] += 1
                if is_permitted and (status != 303 or after.state is not cell.target or not is_path(after)):
                    wrong.append((state.name, event.name, role.name, status, after.state.name))
                if not is_permitted and (status not in (403, 404, 422) or (after, rev) != before):
                    wrong.append((state.name, event.name, role.name, status, "changed or answered otherwise"))

    assert wrong == []
    assert done[True] > 100
    assert done[False] > 600


@pytest.mark.parametrize("role", [Role.LEAD_INSPECTOR, Role.FIRE_PRINCIPAL, Role.INSPECTED_UNIT])
def test_what_the_table_refuses_in_a_state_is_refused_to_whoever_asks(walk, role):
    wrong = []
    for state, row in TRANSITIONS.items():
        record, paper = walk.plant(state)
        before = walk.find(record)
        for event, cell in row.items():
            if isinstance(cell, Transition):
                continue
            status = walk.post(role, event, record, paper)
            if status not in (403, 404, 422) or walk.find(record) != before:
                wrong.append((state.name, event.name, status))

    assert wrong == []


def test_each_order_is_given_by_its_roles_alone(walk):
    wrong = []
    for kind in MeasureKind:
        for role in Role:
            record, _ = walk.plant(S.IN_RECTIFICATION)
            if kind is MeasureKind.LIFT:
                walk.browsers[Role.FIRE_PRINCIPAL].post(f"/hazards/{record}/measure/suspend", data={"reason": "先停用"})
            form = MEASURES[kind] | ({"earlier": walk.plant_earlier(record)} if kind is MeasureKind.AGAIN else {})
            before = walk.find(record)
            answer = walk.browsers[role].post(f"/hazards/{record}/measure/{kind.value}", data=form)
            after = walk.find(record)
            is_done = answer.status_code == 303
            if is_done is not (role in GIVERS[kind]) or (after[1] > before[1]) is not is_done:
                wrong.append((kind.name, role.name, answer.status_code))
            if after[0].steps != before[0].steps or after[0].state is not before[0].state:
                wrong.append((kind.name, role.name, "moved"))

    assert wrong == []
