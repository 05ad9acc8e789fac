from __future__ import annotations

import io

import pytest
from PIL import Image, ImageStat

from server.demo_photos import HEIGHT, SCENES, WIDTH, picture


@pytest.mark.parametrize("scene", ["bracket_empty", "lane_blocked"])
def test_a_picture_is_a_photo_sized_jpeg_with_something_on_it(scene: str) -> None:
    # when
    data = picture(scene, "2026-11-23 09:14")

    # then
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", (WIDTH, HEIGHT))
        assert min(ImageStat.Stat(image).stddev) > 15
    assert 60_000 < len(data) < 600_000


def test_the_same_words_give_the_same_file_and_another_time_another_one() -> None:
    # given
    first = picture("gauge", "2026-11-23 09:14")
    picture.cache_clear()

    # then
    assert picture("gauge", "2026-11-23 09:14") == first
    assert picture("gauge", "2026-11-23 09:15") != first


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(KeyError):
        picture("unicorn")


def test_scenes_of_hazards_come_in_pairs() -> None:
    assert {"bracket_empty", "bracket_full", "corridor_boxes", "corridor_clear", "machine", "gauge"} <= set(SCENES)
