"""Whose a round is: always one named person, by what the rule, the roster and the absences say."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import BuildingId, PersonId
from shared.model.place import Role
from shared.model.roster import Absence, Duty, How, Responsible
from shared.schedule.duty import Roster, responsible
from tests.builders import a_person, a_rule

DAY = date(2026, 11, 23)
ANN, BEN, CAI, HEAD, CHIEF = (PersonId(name) for name in ("ann", "ben", "cai", "head", "chief"))
TOWER, SHOPS = BuildingId("tower"), BuildingId("shops")
STAFF = tuple(
    a_person(id=who, name=who, roles=roles)
    for who, roles in (
        (ANN, (Role.PATROLLER,)),
        (BEN, (Role.PATROLLER,)),
        (CAI, (Role.MAINTENANCE_KEEPER,)),
        (HEAD, (Role.ENGINEERING_DEPT,)),
        (CHIEF, (Role.MANAGER,)),
    )
)


def duty(who, begins=8, ends=18, building=None, day=DAY):
    return Duty(who, day, time(begins), time(ends), building)


def away(who, deputy=None, first=DAY, last=DAY):
    return Absence(who, first, last, deputy)


def a_round(**changes):
    return a_rule(**{"opens_at": time(8), "due_at": time(18), "performers": (), "performer_role": None, **changes})


@pytest.mark.parametrize(
    ("rule", "duties", "absences", "expected"),
    [
        ({"performers": (ANN, BEN)}, (), (), Responsible(ANN, How.ASSIGNED)),
        ({"performers": (ANN, BEN)}, (duty(BEN),), (), Responsible(BEN, How.ASSIGNED)),
        ({"performers": (ANN, BEN)}, (), (away(ANN, CAI),), Responsible(BEN, How.ASSIGNED)),
        ({"performers": (ANN,)}, (), (away(ANN, CAI),), Responsible(CAI, How.DEPUTY, ANN)),
        ({"performers": (ANN,)}, (), (away(ANN, CAI), away(CAI, BEN)), Responsible(BEN, How.DEPUTY, ANN)),
        ({"performers": (ANN,)}, (), (away(ANN, CAI), away(CAI, ANN)), Responsible(CHIEF, How.HEAD)),
        (
            {"performers": (CAI,), "performer_role": Role.MAINTENANCE_KEEPER},
            (),
            (away(CAI),),
            Responsible(HEAD, How.HEAD),
        ),
        ({"performer_role": Role.PATROLLER}, (duty(BEN),), (), Responsible(BEN, How.ON_SHIFT)),
        ({"performer_role": Role.PATROLLER}, (duty(CAI),), (), Responsible(CHIEF, How.HEAD)),
        ({"performer_role": Role.PATROLLER}, (duty(BEN, 18, 8),), (), Responsible(CHIEF, How.HEAD)),
        ({"performer_role": Role.PATROLLER}, (duty(ANN),), (away(ANN, BEN),), Responsible(BEN, How.DEPUTY, ANN)),
        ({"performer_role": Role.PATROLLER}, (duty(ANN, day=DAY - timedelta(1)),), (), Responsible(CHIEF, How.HEAD)),
        ({}, (duty(CAI),), (), Responsible(CAI, How.ON_SHIFT)),
        ({}, (), (away(CHIEF),), Responsible(CHIEF, How.HEAD)),
    ],
)  # fmt: skip
def test_the_first_who_is_there_is_responsible(rule, duties, absences, expected):
    assert responsible(a_round(**rule), DAY, Roster(STAFF, duties, absences)) == expected


def test_a_shift_of_the_building_comes_before_one_of_the_whole_site_and_another_buildings_is_none():
    rule = a_round(performer_role=Role.PATROLLER)
    roster = Roster(STAFF, (duty(ANN, 6), duty(BEN, building=TOWER)))

    assert responsible(rule, DAY, roster, TOWER).person == BEN
    assert responsible(rule, DAY, roster, SHOPS).person == ANN
    assert responsible(rule, DAY, roster).person == ANN


def test_a_night_round_is_the_night_shifts():
    rule = a_round(performer_role=Role.PATROLLER, opens_at=time(20), due_at=time(6))

    assert responsible(rule, DAY, Roster(STAFF, (duty(ANN, 20, 8),))) == Responsible(ANN, How.ON_SHIFT)


def test_only_a_site_without_heads_has_nobody():
    lonely = tuple(person for person in STAFF if person.id in (ANN, BEN))

    assert responsible(a_round(), DAY, Roster(lonely)) == Responsible(None, How.NOBODY)
    assert not responsible(a_round(), DAY, Roster(lonely)).is_settled


PEOPLE = st.sampled_from([ANN, BEN, CAI, HEAD, CHIEF])
ABSENCES = st.lists(st.builds(away, PEOPLE, st.none() | PEOPLE), max_size=6).map(tuple)
DUTIES = st.lists(st.builds(duty, PEOPLE, st.integers(0, 23), st.integers(0, 23)), max_size=6).map(tuple)


@given(st.lists(PEOPLE, max_size=3, unique=True), st.none() | st.sampled_from(list(Role)), DUTIES, ABSENCES)
def test_it_is_always_exactly_one_who_works_here_and_is_there_unless_a_head_is_asked(named, role, duties, absences):
    roster = Roster(STAFF, duties, absences)

    found = responsible(a_round(performers=tuple(named), performer_role=role), DAY, roster)

    assert found.person in {person.id for person in STAFF}
    assert not found.is_settled or roster.is_there(found.person, DAY)
    assert responsible(a_round(performers=tuple(named), performer_role=role), DAY, roster) == found
