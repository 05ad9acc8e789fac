"""Drawing on a photo by touch: every tool, undo, after a restart; marks are data, the picture stays as it was taken."""

from __future__ import annotations

import hashlib

import pytest

from shared.model.mark import Ink, Mark, MarkKind


@pytest.fixture
def drawing(open_app):
    """Take a photo in a round and open it for drawing."""

    def begin(size=(1280, 800)):
        finger = open_app(size)
        finger.tap("1号楼电梯机房 日巡视")
        record = finger.app.desk.router.here.record
        finger.app.desk.take_photo(record, "lmr_01")
        finger.settle()
        photo = finger.app.parts.tablet.store.photos_of(record)[0].id
        finger.app.desk.router.go("draw", photo)
        finger.settle()
        return finger, photo

    return begin


def marks(finger, photo):
    return finger.app.parts.tablet.store.photo(photo).marks


def over(finger, *shares):
    """Return the window's places of shares of the picture."""
    x, y, width, height = finger.find("MarkPad").box
    return [(x + a * width, y + (1 - b) * height) for a, b in shares]


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_every_tool_leaves_its_mark(drawing, size):
    finger, photo = drawing(size)

    finger.drag(over(finger, (0.1, 0.2), (0.5, 0.6)))
    finger.tap("圈出")
    finger.tap("黄")
    finger.drag(over(finger, (0.3, 0.3), (0.6, 0.7)))
    finger.tap("画笔")
    finger.drag(over(finger, (0.1, 0.9), (0.3, 0.8), (0.5, 0.9)))
    finger.tap("编号")
    for place in ((0.7, 0.2), (0.8, 0.3)):
        finger.tap_at(*over(finger, place)[0])
    finger.tap("文字")
    finger.tap_at(*over(finger, (0.5, 0.5))[0])
    finger.find("NoteSheet").typing = "压力表读数为零"
    finger.wait(0.5)
    finger.tap("完成", root=finger.find("NoteSheet"))

    found = marks(finger, photo)
    assert [mark.kind for mark in found] == [
        MarkKind.ARROW, MarkKind.CIRCLE, MarkKind.PEN, MarkKind.NUMBER, MarkKind.NUMBER, MarkKind.TEXT,
    ]  # fmt: skip
    assert found[0].points == (pytest.approx((0.1, 0.2), abs=0.01), pytest.approx((0.5, 0.6), abs=0.01))
    assert found[0].ink is Ink.RED
    assert found[1].ink is Ink.YELLOW
    assert len(found[2].points) > 5
    assert [mark.text for mark in found[3:]] == ["1", "2", "压力表读数为零"]
    assert finger.shows("已标 6 处")
    assert finger.clipped() == []


def test_a_mark_is_taken_back(drawing):
    finger, photo = drawing()
    finger.drag(over(finger, (0.1, 0.2), (0.5, 0.6)))
    finger.drag(over(finger, (0.2, 0.2), (0.6, 0.6)))

    finger.tap("撤销")

    assert len(marks(finger, photo)) == 1
    finger.tap("撤销")
    assert marks(finger, photo) == ()
    assert finger.find("DrawScreen").view.undo == ""


def test_a_slip_of_the_finger_leaves_nothing(drawing):
    finger, photo = drawing()

    finger.drag(over(finger, (0.4, 0.4), (0.405, 0.4)))

    assert marks(finger, photo) == ()


def test_marks_are_there_after_a_restart_and_the_picture_is_as_it_was(drawing, open_app):
    finger, photo = drawing()
    store = finger.app.parts.tablet.store
    before = store.photo_path(photo, "screen").read_bytes()
    finger.drag(over(finger, (0.1, 0.2), (0.5, 0.6)))
    drawn = marks(finger, photo)

    again = open_app()

    assert again.app.desk.router.here.screen == "draw"
    assert marks(again, photo) == drawn != ()
    path = again.app.parts.tablet.store.photo_path(photo, "screen")
    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(before).digest()
    again.back()
    assert again.app.desk.router.here.screen == "rounds"


def test_marks_are_seen_on_the_thumbnail_and_on_the_large_picture(drawing, tmp_path):
    from PIL import Image, ImageChops

    finger, photo = drawing()
    finger.tap("完成")
    plain = finger.screenshot(tmp_path / "plain.png")
    store = finger.app.parts.tablet.store
    with store.transaction():
        store.put_marks(photo, (Mark(MarkKind.CIRCLE, ((0.2, 0.2), (0.8, 0.8))),))
    finger.app.shell.refresh()
    finger.settle()

    marked = finger.screenshot(tmp_path / "marked.png")

    tile = finger.find("PhotoTile")
    left, low = tile.to_window(*tile.pos)
    box = (left, 800 - low - tile.height, left + tile.width, 800 - low)
    pictures = [Image.open(path).convert("RGB") for path in (plain, marked)]
    change = ImageChops.difference(*pictures)
    assert change.getbbox() is not None
    ringed = sum(1 for pixel in change.crop(box).get_flattened_data() if max(pixel) > 60)
    assert ringed > 0.02 * tile.width * tile.height
    finger.tap(tile)
    assert finger.find("MarkedPhoto").marks == list(marks(finger, photo))


def test_the_photo_from_before_lies_over_the_new_one(drawing):
    from mobile.screens.photo import compare, shoot_like
    from mobile.views.parts import PhotoView

    finger, photo = drawing()
    desk = finger.app.desk
    path = str(desk.tablet.store.photo_path(photo, "screen"))
    taken = []

    shoot_like(desk, PhotoView("old", path, path), lambda: taken.append(True))
    finger.settle()
    assert finger.shows("同样的角度") or finger.shows("一样的角度")
    finger.tap("对着这个位置拍", nth=-1)
    assert taken == [True]
    compare(desk, PhotoView("old", path, path), photo)
    finger.settle()
    assert finger.shows("整改前 50%")
    finger.find("Slider").value = 0.9
    finger.settle()
    assert finger.shows("整改前 90%")
    finger.back()
    assert not finger.all("GhostSheet")
