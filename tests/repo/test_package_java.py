"""Every Java class, method and constant that the Android twins use, against the platform's declarations.

That the comparison can fail is shown with planted mistakes: each is put into a copy of the twins and must be told.
"""

import ast
import shutil
from pathlib import Path

import pytest
import pythonforandroid

from tools.apk.extract import EXTRACT, SHA512, VERSION
from tools.apk.platform import Platform
from tools.apk.usage import SOURCES, TWINS, least_level, problems_in_java, problems_of


@pytest.fixture(scope="module")
def platform():
    return Platform.read(EXTRACT)


@pytest.fixture
def copy(root, tmp_path):
    """Return a folder with the twins and the Java half, to plant mistakes in."""
    for folder in (TWINS, SOURCES):
        shutil.copytree(root / folder, tmp_path / folder)
    return tmp_path


def plant(folder, file, right, wrong):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def told(problems):
    return [str(problem) for problem in problems]


def test_twins_use_only_what_every_android_we_run_on_has(root, platform):
    assert told(problems_of(root, platform, least_level(root))) == []


def test_java_half_imports_and_names_only_what_every_android_we_run_on_has(root, platform):
    assert told(problems_in_java(root, platform, least_level(root))) == []


def test_declarations_are_of_the_version_and_hash_that_they_name(platform):
    head = EXTRACT.read_text(encoding="utf-8")[:600]

    assert VERSION in head and SHA512 in head
    assert {"android.content.Intent", "android.nfc.NfcAdapter.ReaderCallback"} <= set(platform.classes)


def test_what_is_asked_of_python_for_android_is_in_its_recipe(root):
    recipe = Path(pythonforandroid.__file__).parent / "recipes" / "android" / "src" / "android"
    asked = {
        (node.module, alias.name)
        for path in (root / "mobile").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "android"
        for alias in node.names
    }

    missing = [
        f"{module}.{name}"
        for module, name in asked
        if not (recipe / f"{name}.py").is_file()
        and f"def {name}(" not in (recipe / f"{module.partition('.')[2]}.py").read_text("utf-8")
    ]

    assert {module for module, _ in asked} >= {"android", "android.permissions", "android.storage"}
    assert missing == []


@pytest.mark.parametrize(
    ("file", "right", "wrong", "what"),
    [
        ("power.py", "isPowerSaveMode()", "isPowerSavingMode()", "android.os.PowerManager has no isPowerSavingMode"),
        (
            "power.py",
            "BATTERY_PROPERTY_CAPACITY",
            "BATTERY_PROPERTY_PERCENT",
            "android.os.BatteryManager has no static BATTERY_PROPERTY_PERCENT",
        ),
        ("feel.py", "if sdk() >= 31:", "if sdk() >= 30:", "needs API level 31, and 30 is all that is sure here"),
        (
            "location.py",
            "if sdk() >= 31:",
            "if sdk() <= 31:",
            "isMock needs API level 31, and 26 is all that is sure here",
        ),
        ("recorder.py", "MediaRecorder(context())", "MediaRecorder(context(), 1)", "no MediaRecorder takes"),
        ("share.py", "intent.setType(mime)", "intent.setType(True)", "no setType takes (boolean)"),
        ("share.py", "File(str(copy))", "str(copy)", "no print takes"),
        ("sync.py", "SyncStarter.stop(", "SyncStarter.halt(", "org.siterounds.device.SyncStarter has no static halt"),
        ("sync.py", "str(wait_s),\n", "", "no later takes"),
        (
            "location.py",
            '"(Landroid/location/Location;)V"',
            '"(Landroid/location/Address;)V"',
            "has no onLocationChanged(android.location.Address)void",
        ),
        (
            "scanner.py",
            '            onTagLost=("(Landroid/nfc/Tag;)V", lambda _tag: None),\n',
            "",
            "android.nfc.NfcAdapter$ReaderCallback also calls onTagLost",
        ),
        (
            "scanner.py",
            '"android.nfc.NfcAdapter$ReaderCallback"',
            '"android.nfc.NfcAdapter$Reader"',
            "android.nfc.NfcAdapter$Reader is not among the declarations",
        ),
        ("java.py", "android.os.StatFs", "android.os.StatFS", "android.os.StatFS is not among the declarations"),
        ("camera.py", "target: Uri =", "target: File =", "is annotated java.io.File and is android.net.Uri"),
        ("clock.py", "GlobalSettings.BOOT_COUNT, -1", '-1, "boot"', "no getInt takes"),
        (
            "reminder.py",
            "areNotificationsEnabled",
            "areNotificationsPaused",
            "areNotificationsPaused needs API level 29",
        ),
        (
            "location.py",
            "_met(self, place: Location)",
            "_met(self, place)",
            "getElapsedRealtimeNanos of an object whose class nobody says",
        ),
        ("text_entry.py", "field.setMinLines(LINES)", "field.setMinLines(str(LINES))", "no setMinLines takes (string)"),
    ],
    ids=lambda value: value if value.endswith(".py") else "",
)
def test_a_planted_mistake_is_told(copy, platform, file, right, wrong, what):
    plant(copy / TWINS, file, right, wrong)

    assert what in "\n".join(told(problems_of(copy, platform, 26)))


@pytest.mark.parametrize(
    ("right", "wrong", "what"),
    [
        ("NotificationManager.IMPORTANCE_HIGH", "NotificationManager.IMPORTANCE_TOP", "IMPORTANCE_TOP is not there"),
        ("import android.app.PendingIntent;", "import android.app.PendingIntents;", "PendingIntents is not there"),
        ("Notification.BigTextStyle", "Notification.CallStyle", "Notification.CallStyle"),
    ],
)
def test_a_mistake_planted_in_java_is_told(copy, platform, right, wrong, what):
    plant(copy / SOURCES / "org/siterounds/device", "Notices.java", right, wrong)

    assert what in "\n".join(told(problems_in_java(copy, platform, 26)))
