"""Texts that are drawn once for all labels that say the same, and round boxes from one picture."""

from kivy.graphics import Rectangle

from mobile.widgets.corner import mask
from mobile.widgets.words import Words


def drawn(finger, **says):
    label = Words(box="hug", size_hint=(None, None))
    finger.app.shell.add_widget(label)
    for name, value in says.items():
        setattr(label, name, value)
    finger.settle()
    return label


def test_labels_that_say_the_same_share_a_picture_until_one_says_something_else(open_app):
    finger = open_app()

    one, other = drawn(finger, words="合格"), drawn(finger, words="合格")
    shared = one.texture
    assert shared is not None and other.texture is shared

    other.words = "不合格"
    finger.settle()
    assert one.texture is shared and other.texture is not shared
    assert other.texture.width > one.texture.width

    other.words = "合格"
    finger.settle()
    assert other.texture is shared and other.size == one.size


def test_what_looks_different_is_drawn_apart(open_app):
    finger = open_app()
    plain = drawn(finger, words="合格")

    looks = [{"color": (1, 0, 0, 1)}, {"bold": True}, {"font_size": 31}, {"font_name": "Medium"}, {"icon": "check"}]

    assert all(drawn(finger, words="合格", **look).texture is not plain.texture for look in looks)


def test_an_empty_text_is_no_picture_in_the_canvas_and_comes_back_with_words(open_app):
    finger = open_app()
    label = drawn(finger)

    def pictures():
        return [one for one in label.canvas.children if isinstance(one, Rectangle)]

    assert pictures() == []
    label.words = "合格"
    finger.settle()
    assert [one.texture for one in pictures()] == [label.texture]
    label.words = ""
    finger.settle()
    assert pictures() == []


def test_a_corner_is_round_and_its_middle_full(open_app):
    open_app()
    picture = mask(6)
    opacity = picture.pixels[3::4]

    rows = [opacity[start : start + picture.width] for start in range(0, len(opacity), picture.width)]
    assert picture.size == (13, 13)
    assert (rows[0][0], rows[6][6], rows[0][6], rows[6][0]) == (0, 255, 255, 255)
    assert rows == rows[::-1] and all(row == row[::-1] for row in rows)
