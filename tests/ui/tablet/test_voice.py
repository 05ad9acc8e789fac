"""A voice note by touch: recorded, heard, dropped and taken back; refused, cut off by time, by the background, by a kill."""

from __future__ import annotations

from pathlib import Path

import pytest

from mobile import actions
from mobile.device.recorder import LONGEST_S, GivenRecorder, Recording
from shared.model.inspection import VOICE
from tests.ui.tablet.estate import a_tablet
from tests.voices import a_cut_voice, a_voice

ROUND = "1号楼电梯机房 日巡视"
NOTE = "点这里写说明，或选常用语"


@pytest.fixture
def speaking(open_app, tmp_path):
    """Open a round on a tablet with a microphone, and begin to record from the note of its first item."""

    def begin(answer=Recording.RUNS, size=(1280, 800)):
        parts = a_tablet(tmp_path)
        parts.kit.recorder = GivenRecorder(a_voice(23), answer)
        finger = open_app(size, parts=parts)
        finger.tap(ROUND)
        finger.tap(NOTE)
        finger.tap("语音", root=finger.find("NoteSheet"))
        return finger, parts

    return begin


def notes(parts, finger):
    return [row for row in parts.tablet.store.photos_of(finger.app.desk.router.here.record) if row.is_voice]


def test_a_voice_note_is_recorded_heard_dropped_and_taken_back(speaking):
    finger, parts = speaking()
    begun = [row.state.value for row in notes(parts, finger)]
    finger.wait(3.2)
    running = finger.shows("0:03")
    clipped = finger.clipped()

    finger.tap("停止并保存")
    kept = notes(parts, finger)
    finger.tap(finger.find("PhotoTile"))
    played = list(parts.kit.recorder.played)
    finger.tap("删除语音")
    dropped = notes(parts, finger)
    finger.tap("撤销")

    assert (begun, running, clipped) == (["pending"], True, [])
    assert [(row.state.value, row.seconds) for row in kept] == [("ready", 23)]
    assert played == [parts.tablet.store.voice_path(kept[0].id)]
    assert dropped == []
    assert [row.id for row in notes(parts, finger)] == [kept[0].id]
    assert finger.find("PhotoTile").view.state == "0:23"


def test_whatever_ends_a_recording_keeps_it(speaking):
    finger, parts = speaking()
    record = finger.app.desk.router.here.record
    ends = {
        "the longest time": lambda: setattr(finger.find("RecordSheet"), "seconds", LONGEST_S - 0.2),
        "Back": finger.back,
        "the background": finger.app.on_pause,
        "another screen": lambda: finger.app.desk.router.go("rounds"),
    }

    for count, (name, end) in enumerate(ends.items(), start=1):
        if count > 1:
            finger.tap(NOTE)
            finger.tap("语音", root=finger.find("NoteSheet"))
        parts.kit.recorder.voice = a_voice(count)

        end()
        finger.wait(0.5)

        rows = parts.tablet.store.photos_of(record)
        assert [row.state.value for row in rows] == ["ready"] * count, name
        assert finger.all("RecordSheet") == [], name


def test_a_microphone_that_does_not_hear_and_a_full_disk_are_said_and_leave_nothing(speaking):
    finger, parts = speaking(Recording.REFUSED)
    refused = finger.texts()
    parts.kit.recorder.answer = Recording.FAILED
    finger.tap(NOTE)
    finger.tap("语音", root=finger.find("NoteSheet"))
    failed = finger.texts()
    parts.tablet.files.free_bytes = lambda: 0
    finger.tap(NOTE)
    finger.tap("语音", root=finger.find("NoteSheet"))
    full = finger.texts()

    for said, words in (
        (refused, "没有允许使用麦克风"),
        (failed, "现在录不了音"),
        (full, "存储空间不足，现在不能录音"),
    ):
        assert any(words in text for text in said), words
    assert notes(parts, finger) == []
    assert finger.all("RecordSheet") == []


@pytest.mark.parametrize("screen", ["report", "memo"])
def test_what_is_reported_may_be_spoken(open_app, tmp_path, screen):
    parts = a_tablet(tmp_path)
    parts.kit.recorder = GivenRecorder(a_voice(23), Recording.RUNS)
    finger = open_app((360, 780), parts=parts)
    finger.app.desk.router.go(screen)
    finger.settle()

    finger.tap(finger.find("Field"))
    finger.tap(finger.find("NoteSheet").ids.voice)
    finger.tap("停止并保存")
    finger.tap(finger.find("PhotoTile"))

    assert [row.seconds for row in notes(parts, finger)] == [23]
    assert parts.kit.recorder.played == [parts.tablet.store.voice_path(notes(parts, finger)[0].id)]


def test_a_recording_that_a_kill_cut_off_is_said_at_the_next_start(open_app):
    finger = open_app()  # a tablet without a microphone
    finger.tap(ROUND)
    finger.tap(NOTE)
    offered = finger.shows("语音", root=finger.find("NoteSheet"))
    tablet, record = finger.app.parts.tablet, finger.app.desk.router.here.record
    voice = actions.begin_photo(tablet, record, "lmr_01", None, VOICE)
    Path(tablet.store.photo(voice).source).write_bytes(a_cut_voice())

    again = open_app()

    assert not offered
    assert again.shows("有 1 段录音没录完就中断了")
    assert again.app.parts.tablet.store.photos_of(record) == ()
