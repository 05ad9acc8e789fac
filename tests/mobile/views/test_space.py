"""Before a round: how many photos to expect, how large, and what is said when they may not fit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mobile import actions
from mobile.device.files import PHOTO_RESERVE_BYTES
from mobile.store.row import PhotoState
from mobile.text import texts_for
from mobile.views.item import photo_views
from mobile.views.parts import Tone
from mobile.views.setting import Setting
from mobile.views.space import CAMERA_FILE_BYTES, PHOTO_BYTES, expected_photos, photo_bytes, space_view
from shared.ids import TemplateId
from shared.model.template import ItemKind, Need
from tests.builders import POINT
from tests.mobile.scene import a_jpeg

FORM = TemplateId("lmr-short")


@pytest.fixture
def setting(scene):
    return Setting(scene.store, scene.clock, texts_for("zh"))


def form_with(scene, photos, on_fail):
    form = scene.store.latest_template(FORM)
    item = form.items[0]
    asks = [replace(item, name=f"P{n}", kind=ItemKind.PHOTO, fail_needs=()) for n in range(photos)]
    fails = [replace(item, name=f"F{n}", fail_needs=(Need.PHOTO,)) for n in range(on_fail)]
    return replace(form, id=TemplateId("new-form"), items=tuple(asks + fails))


@pytest.mark.parametrize(("photos", "on_fail", "expected"), [(0, 0, 0), (2, 0, 2), (0, 1, 1), (2, 11, 4)])
def test_without_history_the_form_says_how_many_photos_to_expect(scene, setting, photos, on_fail, expected):
    assert expected_photos(setting, form_with(scene, photos, on_fail), POINT) == expected


def test_with_history_it_is_the_fullest_of_the_last_rounds(scene, setting):
    for photos in (1, 3, 0):
        record = scene.walked()
        for number in range(photos):
            scene.photo(record, "LMR_09", colour=(number, photos, 9))
        actions.finish_round(scene.tablet, record)
        scene.clock.advance(timedelta(hours=1))

    assert expected_photos(setting, scene.store.latest_template(FORM), POINT) == 3


def test_a_few_photos_say_nothing_of_their_size_and_many_do(scene, setting):
    assert photo_bytes(setting) == PHOTO_BYTES
    record = scene.walked()
    for number in range(6):
        scene.photo(record, "LMR_09", colour=(number, 7, 9))

    assert photo_bytes(setting) < 50_000


def test_nothing_is_said_where_there_is_room_or_nobody_knows(scene, setting):
    form = form_with(scene, 2, 0)
    needed = 2 * PHOTO_BYTES + CAMERA_FILE_BYTES + PHOTO_RESERVE_BYTES

    assert space_view(setting, form, POINT, None) is None
    assert space_view(setting, form, POINT, needed) is None
    assert space_view(setting, form_with(scene, 0, 0), POINT, 0) is None
    said = space_view(setting, form, POINT, needed - 1)
    assert said is not None
    assert "大约拍 2 张" in said.title
    assert [option.key for option in said.options] == ["send", "start"]


def test_a_photo_says_that_it_waits_for_space_or_was_used_elsewhere(scene, setting):
    record = scene.walked()
    taken = a_jpeg((640, 480))
    for _ in range(2):
        photo = actions.begin_photo(scene.tablet, record, "LMR_09")
        scene.tablet.files.capture(photo).write_bytes(taken)
        actions.finish_photo(scene.tablet, photo)
        scene.clock.advance(timedelta(minutes=1))
    waiting = actions.begin_photo(scene.tablet, record, "LMR_09")
    with scene.store.transaction():
        scene.store.change_photo(replace(scene.store.photo(waiting), trouble="no-space"))

    views = photo_views(setting, scene.store.photos_of(record), "LMR_09")

    assert [view.state for view in views] == ["别处用过", "别处用过", "等空间"]
    assert {view.tone for view in views} == {Tone.WARN}
    assert scene.store.photo(waiting).state is PhotoState.PENDING
