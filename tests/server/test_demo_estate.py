"""The demo estate obeys the product's own rules on any day, and a server takes it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.config import sqlite_url
from server.db import make_engine
from server.demo_estate import DemoEstate, estate, furnish, is_seeded, past, seed
from server.demo_estate.history import LATE, MISSED
from server.demo_estate.story import CASES
from server.demo_photos import SCENES
from server.files import LocalBlobStore
from server.store import ServerStore, Viewer
from server.store.account import find_account
from server.store.blob import find_blob
from server.store.clearing import sheets
from server.store.schema import create_schema, next_serial
from server.store.surprise import draws
from server.xlsform import read_catalogue
from shared import wire
from shared.checklist import Context, evaluate, history_of
from shared.hazard import TERMINAL, is_overdue, is_path
from shared.ids import is_uuid
from shared.model.hazard import Hazard, HazardState
from shared.model.inspection import Inspection, Result
from shared.model.phrase import Phrase
from shared.model.place import AssetKind, PointKind, Role
from shared.model.plan import Rule, TaskState
from shared.notice import notice_state
from shared.schedule import Plan, RecordFact, tasks, workdays
from tests.builders import FakeClock, SeededIds

TODAY = date(2026, 11, 23)
ZONE = ZoneInfo("Asia/Shanghai")
TEMPLATES = tuple(imported.template for imported in read_catalogue(Path(__file__).parents[2] / "server" / "catalogue"))


def camera(scene: str, stamp: str) -> bytes:
    """A camera that only says what it saw: drawing is tested elsewhere."""
    assert scene in SCENES
    return f"{scene} {stamp}".encode()


def on(day: date) -> DemoEstate:
    return estate(day, TEMPLATES, camera)


@pytest.fixture(scope="module")
def demo() -> DemoEstate:
    return on(TODAY)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ServerStore]:
    engine = make_engine(sqlite_url(tmp_path))
    create_schema(engine)
    yield ServerStore(engine, FakeClock(), SeededIds())
    engine.dispose()


@pytest.mark.parametrize(
    "day", [date(2028, 2, 29), date(2027, 1, 1), date(2026, 12, 31), date(2027, 3, 1), date(2027, 7, 16)]
)
def test_the_estate_can_be_built_on_any_day(day: date) -> None:
    # when
    built = on(day)

    # then
    assert all(is_path(hazard) for hazard in built.hazards)
    assert len({hazard.no for hazard in built.hazards}) == len(CASES)
    assert len({notice.no for notice in built.notices}) == len(built.notices)
    assert all(record.started_at.wall.astimezone(ZONE).date() < day for record in built.inspections)


def test_the_same_day_gives_the_same_estate(demo: DemoEstate) -> None:
    assert on(TODAY) == demo


def test_the_places_are_those_that_the_story_needs(demo: DemoEstate) -> None:
    # given
    lifts_at = Counter(asset.point for asset in demo.assets if asset.kind is AssetKind.LIFT)
    rooms = [point for point in demo.points if point.kind is PointKind.MACHINE_ROOM]

    # then
    assert sorted(lifts_at[room.id] for room in rooms) == [1, 2]
    assert len(demo.points) >= 30
    assert len({point.number for point in demo.points}) == len(demo.points)
    assert all(point.tag == point.number for point in demo.points)


def test_every_lift_has_the_data_that_its_limits_need(demo: DemoEstate) -> None:
    lifts = [asset for asset in demo.assets if asset.kind is AssetKind.LIFT]

    assert {lift.data["geared"] for lift in lifts} == {True, False}
    for lift in lifts:
        low, high = lift.data["brake_gap_min"], lift.data["brake_gap_max"]
        assert isinstance(low, float)
        assert isinstance(high, float)
        assert 0 < low < high
        assert date.fromisoformat(str(lift.data["next_inspection_on"])) > TODAY


def test_somebody_holds_every_role_and_everybody_can_sign_in(demo: DemoEstate) -> None:
    assert {role for person in demo.people for role in person.roles} == set(Role)
    assert {login.person for login in demo.logins} == {person.id for person in demo.people}
    assert len({login.name for login in demo.logins}) == len(demo.logins)
    assert demo.login("lead").person_name == "李志明"
    with pytest.raises(KeyError):
        demo.login("nobody")


def test_every_id_is_unique_and_every_reference_leads_somewhere(demo: DemoEstate) -> None:
    # given
    named = (entity for entity in demo.entities() if hasattr(entity, "id") and not isinstance(entity, Phrase))
    entities = [entity for entity in named if entity not in demo.templates]
    known = {entity.id for entity in entities}  # type: ignore[attr-defined]

    # then
    assert len(known) == len(entities)
    assert all(is_uuid(one) for one in known)
    for hazard in demo.hazards:
        assert {hazard.source, hazard.unit, hazard.point, hazard.found_by} <= known
        assert hazard.notice is None or hazard.notice in known
    for rule in demo.rules:
        assert {one for one in (rule.point, rule.unit, *rule.performers) if one} <= known
        assert rule.template in {template.id for template in demo.templates}
    for record in demo.inspections:
        assert {record.author, *record.assets} <= known
        assert record.task is not None
        assert record.task.rule in known


def test_every_entity_survives_the_wire(demo: DemoEstate) -> None:
    for entity in demo.entities():
        assert wire.decode(type(entity), wire.loads(wire.dumps(wire.encode(entity)))) == entity


def test_every_record_is_complete_and_fails_only_where_something_was_found(demo: DemoEstate) -> None:
    # given
    templates = {template.key: template for template in demo.templates}
    assets = {asset.id: asset for asset in demo.assets}
    sources = {hazard.source: hazard for hazard in demo.hazards}
    earlier: dict[object, list[Inspection]] = {}

    for record in demo.inspections:
        own = earlier.setdefault((record.template, record.point), [])
        # when
        evaluation = evaluate(
            templates[record.template_key],
            record.answers,
            Context(
                record.started_at.wall.astimezone(ZONE),
                tuple(assets[asset] for asset in record.assets),
                history_of(own),
                record.id,
            ),
        )
        own.append(record)

        # then
        assert evaluation.is_complete, evaluation.blocking
        assert not evaluation.faults
        failed = [row.item.name for row in evaluation.failures]
        assert failed == ([sources[record.id].item] if record.id in sources else [])


def test_readings_move_but_stay_within_limits(demo: DemoEstate) -> None:
    gaps = [answer.value for record in demo.inspections for answer in record.answers if answer.item == "lmr_15_gap"]

    assert len(gaps) > 80
    assert len(set(gaps)) > 5
    assert all(isinstance(gap, float) and 0.15 < gap < 0.5 for gap in gaps)


def test_hazards_stand_in_almost_every_state_by_way_of_the_table(demo: DemoEstate) -> None:
    # then
    assert all(is_path(hazard) for hazard in demo.hazards)
    assert {hazard.state for hazard in demo.hazards} == set(HazardState)
    assert any(is_overdue(hazard, TODAY) for hazard in demo.hazards)
    assert all(hazard.photos_before and hazard.no for hazard in demo.hazards)
    moments = [[step.at for step in hazard.steps] for hazard in demo.hazards]
    assert moments == [sorted(times) for times in moments]


def test_notices_agree_with_their_hazards_and_papers(demo: DemoEstate) -> None:
    hazards = {hazard.id: hazard for hazard in demo.hazards}

    for notice in demo.notices:
        held = [hazards[hazard] for hazard in notice.hazards]
        assert notice.state is notice_state(notice, held)
        assert {hazard.unit for hazard in held} == {notice.unit}
    assert {reply.hazard for reply in demo.replies} <= set(hazards)
    assert {recheck.no for recheck in demo.rechecks} == {
        "消复〔2026〕0001-1号",
        "消复〔2026〕0002-1号",
        "消复〔2026〕0003-1号",
        "消复〔2026〕0005-1号",
    }


def test_every_photo_that_a_record_names_is_there(demo: DemoEstate) -> None:
    # given
    named = {photo.sha256 for record in demo.inspections for photo in record.photos}
    named |= {photo.sha256 for hazard in demo.hazards for photo in (*hazard.photos_before, *hazard.photos_after)}
    named |= {photo.sha256 for reply in demo.replies for photo in reply.photos_after}
    named |= {photo.sha256 for recheck in demo.rechecks for photo in recheck.photos}

    # then
    assert set(demo.photos) == named
    assert all(hashlib.sha256(data).hexdigest() == name for name, data in demo.photos.items())


def test_the_month_has_tasks_in_every_state(demo: DemoEstate) -> None:
    # given
    done = tuple(
        RecordFact(record.task.rule, record.task.window_on, record.started_at.wall, record.ended_at.wall)
        for record in demo.inspections
        if record.task and record.ended_at
    )
    plan = Plan(demo.rules, workdays(demo.workday_years), ZONE, done, demo.waivers)
    now = next(hazard.found_at.wall for hazard in demo.hazards) + timedelta(days=27)

    # when
    listed = tasks(plan, now, TODAY - timedelta(days=30), TODAY + timedelta(days=7))
    states = Counter(task.state for task in listed)

    # then
    assert set(states) == set(TaskState) - {TaskState.IN_PROGRESS}
    assert (states[TaskState.MISSED], states[TaskState.LATE], states[TaskState.WAIVED]) == (
        len(MISSED) - 1,
        len(LATE),
        1,
    )
    assert {task.rule.code for task in listed} >= {"SCH-01", "SCH-05", "SCH-06", "REG-01", "REG-03", "REG-08", "REG-09"}


def test_no_plan_names_a_surprise_inspection_before_its_day(demo: DemoEstate) -> None:
    assert not [rule for rule in demo.rules if rule.is_secret or rule.code == "SCH-02"]


def test_weekly_governor_work_is_done_once_in_seven_days(demo: DemoEstate) -> None:
    # given the rounds in which it was asked, by room
    days: dict[object, list[date]] = {}
    for record in demo.inspections:
        if record.template == "lmr-d" and any(answer.item == "governor_oiled" for answer in record.answers):
            days.setdefault(record.point, []).append(record.started_at.wall.astimezone(ZONE).date())

    # then
    assert len(days) == 2
    assert all((later - day).days in (7, 8) for walked in days.values() for day, later in pairwise(walked))


def test_the_workday_table_of_2026_is_the_published_one(demo: DemoEstate) -> None:
    calendar = workdays(demo.workday_years)

    assert not calendar.is_working(date(2026, 10, 7))
    assert calendar.is_working(date(2026, 10, 10))
    assert not calendar.is_working(date(2027, 2, 10))
    assert sum(calendar.is_working(date(2026, 1, 1) + timedelta(days=n)) for n in range(365)) == 248


def test_a_server_takes_the_estate_once(demo: DemoEstate, store: ServerStore, tmp_path: Path) -> None:
    # given
    files = LocalBlobStore(tmp_path / "blobs")

    # when it is seeded twice
    for _ in range(2):
        seed(store, files, demo, lambda login: f"hash of {login}")

    # then
    with store.reading() as tx:
        assert is_seeded(tx, demo)
        assert tx.every(Hazard) == sorted(demo.hazards, key=lambda hazard: hazard.id)
        assert tx.rev(Hazard, demo.hazards[0].id) == 1
        account = find_account(tx, "lead")
        assert account is not None
        assert account.password_hash == "hash of lead"
        for name, data in demo.photos.items():
            blob = find_blob(tx, name)
            assert blob is not None
            assert blob.is_stored
            with files.open(name) as stored:
                assert stored.read() == data
    with store.writing() as tx:
        assert next_serial(tx, "hazard", TODAY.year) == len(CASES) + 1
        assert next_serial(tx, f"notice:{demo.site.id}", TODAY.year) == len(demo.notices) + 1


def test_the_answers_of_a_failed_item_carry_what_the_form_wants(demo: DemoEstate) -> None:
    failed = [answer for record in demo.inspections for answer in record.answers if answer.result is Result.FAIL]

    assert len(failed) == len(CASES)
    assert all(answer.photos and answer.note and answer.action for answer in failed)


def test_the_months_before_go_the_way_of_the_table_and_use_the_first_numbers() -> None:
    # when
    before = past(TODAY, camera)
    later = estate(TODAY, TEMPLATES, camera, before)

    # then
    hazards = [*before.hazards, *later.hazards]
    assert all(is_path(hazard) and hazard.state in TERMINAL for hazard in before.hazards)
    assert [hazard.no for hazard in hazards] == [f"YH-2026-{n:04d}" for n in range(1, len(hazards) + 1)]
    assert len({notice.no for notice in (*before.notices, *later.notices)}) == len(before.notices) + len(later.notices)
    assert any(hazard.round == 2 for hazard in before.hazards)


def test_the_office_has_a_past_of_its_own(demo: DemoEstate, store: ServerStore, tmp_path: Path) -> None:
    # given
    files, before = LocalBlobStore(tmp_path / "blobs"), past(TODAY, camera)
    built = estate(TODAY, TEMPLATES, camera, before)
    seed(store, files, built, lambda login: f"hash of {login}")

    # when
    furnish(store, files, built, before)

    # then: signed sheets but for the last, one draw that was made, an order that waits, every number used once
    with store.reading() as tx:
        found = sheets(tx, built.site.id, TODAY - timedelta(days=9), TODAY)
        assert [row.sheet.state.value for row in found] == ["open", *["audited"] * 5]
        site, roles = built.site.id, {login: frozenset(built.login(login).roles) for login in ("principal", "keeper")}
        shown = {
            login: draws(tx, Viewer(built.login(login).person, login, {site: held}), site, TODAY)
            for login, held in roles.items()
        }
        secret = [rule for rule in tx.every(Rule) if rule.is_secret and rule.starts_on > TODAY]
        assert shown["principal"][0].day > TODAY
        assert [one.day and one.day < TODAY for one in shown["keeper"]] == [None, True]
        assert secret == []
    with store.writing() as tx:
        assert next_serial(tx, "hazard", TODAY.year) == len(before.hazards) + len(built.hazards) + 1
        assert next_serial(tx, f"notice:{built.site.id}", TODAY.year) == len(before.notices) + len(built.notices) + 1
