"""The app goes to the background and comes back: device and worker follow, and what is half typed is kept."""

from __future__ import annotations

from mobile.device.scanner import ScriptedScanner, Tag
from tests.ui.tablet.estate import a_tablet


def test_device_and_worker_rest_in_the_background_and_the_device_is_back_first(open_app, tmp_path):
    told: list[str] = []
    parts = a_tablet(tmp_path)
    parts.sleep, parts.resume, parts.wake = (
        lambda word=word: told.append(word) for word in ("sleep", "resume", "wake")
    )
    finger = open_app(parts=parts)
    told.clear()

    stays = finger.app.on_pause()
    finger.app.on_resume()

    assert stays
    assert told == ["sleep", "resume", "wake"]


def test_a_note_half_typed_is_kept_when_the_app_goes_to_the_background(open_app):
    finger = open_app()
    finger.tap("1号楼电梯机房 日巡视")
    finger.tap("点这里写说明，或选常用语")
    finger.find("TextField").focus = True
    finger.type("门锁生锈")

    finger.app.on_pause()
    finger.wait(1)

    assert open_app().shows("门锁生锈")


def test_a_tag_held_to_the_tablet_is_heard_again_after_the_background(open_app, tmp_path):
    parts = a_tablet(tmp_path)
    scanner = parts.kit.scanner = ScriptedScanner()
    finger = open_app(parts=parts)
    point = next(one for one in parts.tablet.store.points() if one.number)

    finger.app.on_pause()
    scanner.hold(Tag(point.number, "nfc", "04A3"))
    finger.wait(0.1)
    in_the_background = list(parts.kit.feel.signs)
    finger.app.on_resume()
    scanner.hold(Tag(point.number, "nfc", "04A3"))
    finger.wait(0.5)

    assert in_the_background == []
    assert parts.kit.feel.signs != []
