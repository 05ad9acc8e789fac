"""Who is in the machine room: in, out, approved by whom, also written down on two tablets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile import actions
from shared.errors import AlreadyFinalError, EvidenceMissingError
from shared.model.access import AccessCategory, Leaving
from shared.model.place import Role
from tests.builders import KEEPER, LEAD, POINT, a_person, a_reading, an_access
from tests.mobile.scene import a_scene


@pytest.fixture
def scene(tmp_path):
    found = a_scene(tmp_path)
    yield found
    found.store.close()


def test_staff_go_in_with_one_tap_and_are_written_down_once(scene):
    entry = actions.go_in(scene.tablet, POINT, "日常巡视")

    assert actions.go_in(scene.tablet, POINT, "日常巡视") == entry
    inside = scene.store.people_inside()
    assert [(one.name, one.category, one.purpose, one.person) for one in inside] == [
        ("王建国", AccessCategory.REPAIR, "日常巡视", KEEPER)
    ]


def test_going_out_is_written_down_once_and_says_how_the_room_was_left(scene):
    entry = actions.go_in(scene.tablet, POINT, "日常巡视")

    left = actions.go_out(scene.tablet, entry, state="门已锁、灯已关")
    again = actions.go_out(scene.tablet, entry, state="别的")

    assert (left.leaving.state, left.leaving.by_name) == ("门已锁、灯已关", "王建国")
    assert again == left
    assert scene.store.people_inside() == ()
    scene.sync()
    assert scene.server.kinds() == ["access.put", "access.put"]


def test_somebody_from_outside_needs_an_approval_and_says_who_he_is(scene):
    form = actions.start_admit(scene.tablet, POINT)
    actions.change_admit(
        scene.tablet, form, lambda now: replace(now, category=AccessCategory.CONTRACTOR, name="赵师傅", purpose="维保")
    )
    with pytest.raises(EvidenceMissingError) as error:
        actions.admit(scene.tablet, form)
    assert error.value.facts["missing"] == ["phone", "approved_by"]

    actions.change_admit(scene.tablet, form, lambda now: replace(now, phone="139", approved_by="冯经理"))
    entry = actions.admit(scene.tablet, form)

    assert (entry.approved_by, entry.approved_at) == ("冯经理", scene.clock.read())
    assert [one.name for one in scene.store.people_inside()] == ["赵师傅"]
    assert scene.store.admit_draft(form) is None


def test_who_is_turned_away_is_written_down_and_never_inside(scene):
    form = actions.start_admit(scene.tablet, POINT)
    actions.change_admit(scene.tablet, form, lambda now: replace(now, category=AccessCategory.OTHER, name="陌生人"))

    entry = actions.turn_away(scene.tablet, form, "没有批准")

    assert entry.refusal == "没有批准"
    assert scene.store.people_inside() == ()
    with pytest.raises(AlreadyFinalError):
        actions.go_out(scene.tablet, entry.id)


def test_a_form_that_was_begun_survives_a_kill(scene):
    form = actions.start_admit(scene.tablet, POINT)
    actions.change_admit(scene.tablet, form, lambda now: replace(now, name="赵师傅", approved_by="冯经理"))

    scene.reopen()

    assert actions.start_admit(scene.tablet, POINT) == form
    assert scene.store.admit_draft(form).name == "赵师傅"


def test_somebody_whom_another_tablet_let_in_can_be_written_out_here(scene):
    entry = an_access(author=LEAD)
    scene.server.put("access", entry.id, entry)
    scene.sync()

    actions.go_out(scene.tablet, entry.id, is_key_back=False)

    assert scene.store.people_inside() == ()
    assert scene.store.access(entry.id).leaving.is_key_back is False


def test_the_servers_word_of_an_earlier_leaving_stands(scene):
    entry = an_access(author=LEAD)
    scene.server.put("access", entry.id, entry)
    scene.sync()
    actions.go_out(scene.tablet, entry.id)
    earlier = replace(entry, leaving=Leaving(a_reading(-30), LEAD, "李敏"))

    scene.server.put("access", entry.id, earlier)
    scene.server.refused["access.put"] = AlreadyFinalError(kind="access", id=entry.id)
    scene.sync()

    assert scene.store.access(entry.id).leaving.by_name == "李敏"


def test_a_contractor_with_a_tablet_needs_an_approval_too(scene):
    scene.server.put("person", KEEPER, a_person(roles=(Role.LIFT_CONTRACTOR,)))
    scene.sync()

    with pytest.raises(EvidenceMissingError):
        actions.go_in(scene.tablet, POINT, "维保")
