"""A signature means the same to the tablet, the office and the printed page: its corner is at the top left."""

from __future__ import annotations


def test_a_stroke_drawn_downwards_is_kept_downwards(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("签名提交", nth=-1)
    pad = finger.find("SignaturePad")
    left, bottom = pad.to_window(*pad.pos)

    finger.drag(
        [(left + 0.2 * pad.width, bottom + 0.9 * pad.height), (left + 0.3 * pad.width, bottom + 0.1 * pad.height)]
    )

    record = finger.app.desk.router.here.record
    stroke = finger.app.parts.tablet.store.signatures_of(record)[0].strokes[0]
    assert (stroke[0][1], stroke[-1][1]) == (0.1, 0.9)
    assert stroke[0][0] < stroke[-1][0]
