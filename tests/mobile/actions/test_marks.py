"""Drawing on a photo of a draft: kept at once, carried by the record, over with the record."""

from __future__ import annotations

import pytest

from mobile import actions
from shared.errors import AlreadyFinalError, RuleError, UnknownRecordError
from shared.ids import PhotoId
from shared.model.mark import MOST_MARKS, Ink, Mark, MarkKind
from tests.builders import an_id

ARROW = Mark(MarkKind.ARROW, ((0.1, 0.2), (0.5, 0.6)))
WORDS = Mark(MarkKind.TEXT, ((0.5, 0.5),), Ink.YELLOW, "压力表读数为零")


def photo_of(scene, record):
    return scene.store.photos_of(record)[0].id


def test_marks_travel_with_the_record(scene):
    record = scene.walked(failed=True)
    photo = photo_of(scene, record)
    actions.mark_photo(scene.tablet, photo, (ARROW, WORDS))
    scene.reopen()

    assert scene.store.photo(photo).marks == (ARROW, WORDS)
    assert scene.store.inspection(record).photos[0].marks == (ARROW, WORDS)


def test_a_finished_record_is_not_drawn_on(scene):
    record = scene.finished(failed=True)
    photo = photo_of(scene, record)

    with pytest.raises(AlreadyFinalError):
        actions.mark_photo(scene.tablet, photo, (ARROW,))

    assert scene.store.photo(photo).marks == ()


def test_what_is_drawn_stands_on_a_corrected_record_too(scene):
    record = scene.walked(failed=True)
    actions.mark_photo(scene.tablet, photo_of(scene, record), (ARROW,))
    actions.finish_round(scene.tablet, record)

    again = actions.amend(scene.tablet, record)

    assert [photo.marks for photo in scene.store.photos_of(again)] == [(ARROW,)]


def test_too_many_marks_and_strange_photos_are_refused(scene):
    record = scene.walked(failed=True)

    with pytest.raises(RuleError):
        actions.mark_photo(scene.tablet, photo_of(scene, record), (ARROW,) * (MOST_MARKS + 1))
    with pytest.raises(UnknownRecordError):
        actions.mark_photo(scene.tablet, PhotoId(an_id(999)), (ARROW,))
