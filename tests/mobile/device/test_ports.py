"""What is decided about tags, places, permissions, reminders and shared files without a device; and the desktop's twins."""

import json
import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mobile.device.android.java import octets
from mobile.device.desktop import DesktopDevice
from mobile.device.feel import SAVED, WARNED, KeptFeel
from mobile.device.kit import Kit
from mobile.device.location import FRESH, GivenLocator, LocatorState, NoLocator, better, is_fresh
from mobile.device.permission import Step, next_step
from mobile.device.power import GivenPower
from mobile.device.recorder import GivenRecorder, NoRecorder, Recording
from mobile.device.reminder import KeptReminders, Reminder, kept_in
from mobile.device.scanner import NoScanner, ScriptedScanner, Tag
from mobile.device.share import PDF, FolderShare, room_for
from mobile.device.text_entry import ScriptedTextEntry
from shared.errors import StoreError
from shared.model.fix import Fix

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HERE = Fix(31.2, 121.5, 8.0, False, NOON)


# ---------------------------------------------------------------- place
@pytest.mark.parametrize(
    ("change", "wins"),
    [
        ({"at": NOON + timedelta(seconds=5)}, True),
        ({"at": NOON - timedelta(seconds=5)}, False),
        ({"at": NOON + timedelta(seconds=5), "accuracy_m": 900.0}, False),
        ({"at": NOON + FRESH + timedelta(seconds=1), "accuracy_m": 900.0}, True),
        ({"at": NOON + timedelta(seconds=5), "is_mock": True}, False),
        ({"at": NOON + FRESH + timedelta(seconds=1), "is_mock": True}, True),
    ],
)
def test_a_new_place_wins_unless_it_is_older_vaguer_or_made_up(change, wins):
    new = replace(HERE, **change)

    assert better(HERE, new) == (new if wins else HERE)


def test_a_measured_place_takes_the_place_of_a_made_up_one():
    mock, measured = replace(HERE, is_mock=True), replace(HERE, accuracy_m=50.0)

    assert better(mock, measured) == measured
    assert better(None, mock) == mock


def test_a_place_is_fresh_for_two_minutes():
    assert is_fresh(HERE, NOON + FRESH)
    assert is_fresh(HERE, NOON - timedelta(hours=1))
    assert not is_fresh(HERE, NOON + FRESH + timedelta(seconds=1))
    assert not is_fresh(None, NOON)


def test_a_refused_place_is_none():
    locator = GivenLocator(HERE)
    locator.prepare()

    there = locator.fix()
    locator.state = LocatorState.REFUSED
    locator.rest()
    refused = locator.fix()
    locator.ask()

    assert (there, refused, locator.fix()) == (HERE, None, HERE)
    assert (NoLocator().fix(), NoLocator().state) == (None, LocatorState.ABSENT)


# ---------------------------------------------------------------- permissions
@pytest.mark.parametrize(
    ("granted", "asked", "reason", "step"),
    [
        (True, False, False, Step.GO_ON),
        (True, True, True, Step.GO_ON),
        (False, False, False, Step.EXPLAIN),
        (False, True, True, Step.EXPLAIN),
        (False, False, True, Step.EXPLAIN),
        (False, True, False, Step.SETTINGS),
    ],
)
def test_reason_comes_first_and_the_settings_after_a_final_refusal(granted, asked, reason, step):
    assert next_step(is_granted=granted, was_asked=asked, wants_reason=reason) is step


# ---------------------------------------------------------------- tags
def test_a_tag_held_to_the_tablet_is_heard_by_whoever_listens():
    heard, tag = [], Tag("LS-A1", "nfc", "04A3")
    scanner = ScriptedScanner()

    scanner.hold(tag)
    scanner.listen(heard.append)
    scanner.hold(tag)
    scanner.listen(None)
    scanner.hold(tag)

    assert heard == [tag]


def test_a_tablet_without_nfc_or_camera_hears_and_reads_nothing():
    heard = []
    deaf, blind = ScriptedScanner(can_read_nfc=False), NoScanner()

    deaf.listen(heard.append)
    deaf.hold(Tag("LS-A1", "nfc"))
    blind.listen(heard.append)

    assert heard == []
    assert (blind.can_read_qr, blind.can_read_nfc, deaf.can_read_qr) == (False, False, True)


@pytest.mark.parametrize(("array", "read"), [([4, -93, 15, -1], b"\x04\xa3\x0f\xff"), ([], b""), (None, b"")])
def test_javas_signed_bytes_become_bytes(array, read):
    assert octets(array) == read


# ---------------------------------------------------------------- signs
def test_signs_are_given_unless_the_person_wants_it_quiet():
    quiet = []
    feel = KeptFeel(lambda: bool(quiet), kept=2)

    feel.warned()
    feel.saved()
    feel.warned()
    quiet.append(True)
    feel.saved()

    assert feel.signs == [SAVED, WARNED]


# ---------------------------------------------------------------- sharing
def test_a_shared_file_is_a_copy_with_a_name_of_its_own(tmp_path):
    shown = []
    paper = tmp_path / "通知书.pdf"
    paper.write_bytes(b"%PDF")
    share = FolderShare(tmp_path / "out", shown.append)

    first, second = (share.share(paper, PDF, "整改通知书") for _ in range(2))

    assert [first.name, second.name] == ["通知书.pdf", "通知书 (2).pdf"]
    assert shown == [first, second]
    assert first.read_bytes() == paper.read_bytes()
    assert not share.can_print
    with pytest.raises(StoreError):
        share.print(paper)


def test_what_is_not_there_cannot_be_shared(tmp_path):
    with pytest.raises(StoreError):
        FolderShare(tmp_path / "out").share(tmp_path / "none.pdf", PDF, "")


def test_copies_for_other_apps_go_after_a_day(tmp_path):
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    for path in (old, new):
        path.write_bytes(b"x")
    day_ago = time.time() - 25 * 3600
    os.utime(old, (day_ago, day_ago))

    name = room_for(tmp_path, "new.pdf")

    assert not old.exists()
    assert new.exists()
    assert name == tmp_path / "new (2).pdf"


def test_a_folder_for_copies_that_cannot_be_made_is_a_store_error(tmp_path):
    (tmp_path / "file").write_bytes(b"x")

    with pytest.raises(StoreError):
        room_for(tmp_path / "file" / "shared", "x.pdf")


# ---------------------------------------------------------------- reminders
def test_one_reminder_a_key_is_kept_earliest_first():
    reminders = KeptReminders()
    reminders.ask()

    reminders.set(NOON, "机房巡查", "14:00 前", "round-1")
    reminders.set(NOON - timedelta(hours=1), "泵房巡查", "13:00 前", "round-2")
    reminders.set(NOON - timedelta(hours=2), "机房巡查", "12:00 前", "round-1")
    reminders.clear("round-2")
    reminders.clear("unknown")

    assert reminders.kept() == (Reminder(NOON - timedelta(hours=2), "机房巡查", "12:00 前", "round-1"),)


def test_reminders_are_read_as_the_java_half_keeps_them():
    later = {"key": "b", "at_ms": 1_772_424_060_000, "title": "泵房", "text": "", "channel": "到期提醒"}
    sooner = {"key": "a", "at_ms": 1_772_424_000_000, "title": "机房", "text": "14:00 前"}

    kept = kept_in(json.dumps([later, {"key": "half"}, {**sooner, "at_ms": "soon"}, sooner]))

    assert kept[0] == Reminder(datetime(2026, 3, 2, 4, 0, tzinfo=UTC), "机房", "14:00 前", "a")
    assert [one.key for one in kept] == ["a", "b"]
    assert kept_in("") == ()


# ---------------------------------------------------------------- voice, power, the whole device
def test_a_voice_note_is_whole_once_it_is_stopped(tmp_path):
    answers, ended = [], []
    recorder, path = GivenRecorder(b"voice"), tmp_path / "voice" / "n.m4a"

    recorder.start(path, answers.append)
    before = path.exists()
    kept = recorder.stop()
    recorder.play(path, lambda: ended.append(True))
    recorder.quiet()

    assert (answers, before, kept, path.read_bytes(), ended) == ([Recording.RUNS], False, True, b"voice", [True])
    assert not recorder.stop()


@pytest.mark.parametrize("answer", [Recording.REFUSED, Recording.FAILED])
def test_a_refused_microphone_records_nothing(tmp_path, answer):
    answers = []
    recorder = GivenRecorder(b"voice", answer)

    recorder.start(tmp_path / "n.m4a", answers.append)

    assert (answers, recorder.stop(), list(tmp_path.iterdir())) == ([answer], False, [])


def test_a_device_without_a_microphone_says_so(tmp_path):
    answers, ended = [], []
    recorder = NoRecorder()

    recorder.start(tmp_path / "n.m4a", answers.append)
    recorder.play(tmp_path / "n.m4a", lambda: ended.append(True))

    assert (recorder.is_there, answers, recorder.stop(), ended) == (False, [Recording.FAILED], False, [True])


def test_half_typed_text_is_told_before_the_answer():
    told = []

    ScriptedTextEntry("漏油").edit("备注", "", "", lambda text: told.append(("done", text)), told.append)

    assert told == ["漏油", ("done", "漏油")]


def test_a_person_who_is_asked_lets_the_tablet_send_in_the_background():
    power = GivenPower(saver=True, exempt=False)

    power.ask_exemption()

    assert (power.is_saver_on(), power.is_exempt(), power.is_charging()) == (True, True, False)
    assert (power.is_encrypted(), power.has_screen_lock(), power.free_bytes() > 0) == (True, True, True)


def test_a_desktop_has_what_a_tablet_has():
    kit = Kit()
    device = DesktopDevice("office-pc", NoCamera(), kit.power, kit)

    device.pause(has_unsent=True)
    device.resume()

    assert (device.name, device.text_entry, device.kit) == ("office-pc", None, kit)


class NoCamera:
    def take(self, photo, done):
        done(None)
