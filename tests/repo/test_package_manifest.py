"""The manifest: python-for-android's own template, filled from the spec, with our components put in by the build's hook.

Neither an Android SDK nor a network is needed.
"""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
import pythonforandroid
from buildozer.specparser import SpecParser

from tools.apk.extract import EXTRACT
from tools.apk.hook import COMPONENTS, before_apk_assemble, with_components
from tools.apk.platform import Platform

ANDROID = "{http://schemas.android.com/apk/res/android}"
TEMPLATE = "bootstraps/_sdl_common/build/templates/AndroidManifest.tmpl.xml"
PERMISSIONS = {
    "ACCESS_COARSE_LOCATION",
    "ACCESS_FINE_LOCATION",
    "ACCESS_NETWORK_STATE",
    "CAMERA",
    "FOREGROUND_SERVICE",
    "FOREGROUND_SERVICE_DATA_SYNC",
    "INTERNET",
    "NFC",
    "POST_NOTIFICATIONS",
    "RECEIVE_BOOT_COMPLETED",
    "RECORD_AUDIO",
    "REQUEST_IGNORE_BATTERY_OPTIMIZATIONS",
    "VIBRATE",
}


@pytest.fixture(scope="module")
def mobile(root):
    return root / "mobile"


@pytest.fixture(scope="module")
def spec(mobile):
    parser = SpecParser()
    parser.read(mobile / "buildozer.spec", "utf-8")
    return parser


def render(spec, mobile):
    """Fill python-for-android's template as its build does."""
    name, _, options = spec.getlist("app", "services")[0].partition(":")
    kind = re.search(r"foregroundServiceType=(\w+)", options)
    args = SimpleNamespace(
        numeric_version="1",
        version=spec.get("app", "version"),
        package=f"{spec.get('app', 'package.domain')}.{spec.get('app', 'package.name')}",
        min_sdk_version=int(spec.get("app", "android.minapi")),
        permissions=[{"name": one} for one in spec.getlist("app", "android.permissions")],
        allow_backup=spec.get("app", "android.allow_backup").lower(),
        extra_manifest_xml=(mobile / spec.get("app", "android.extra_manifest_xml")).read_text("utf-8"),
        extra_manifest_application_arguments=(
            mobile / spec.get("app", "android.extra_manifest_application_arguments")
        ).read_text("utf-8"),
        android_entrypoint="org.kivy.android.PythonActivity",
        service_class_name="org.kivy.android.PythonService",
        manifest_orientation="unspecified",
        activity_launch_mode="singleTask",
        android_apptheme="@android:style/Theme.NoTitleBar",
        window=True,
    )
    template = (Path(pythonforandroid.__file__).parent / TEMPLATE).read_text("utf-8")
    return (
        jinja2.Environment(autoescape=False)
        .from_string(template)
        .render(
            args=args, android_api=spec.get("app", "android.api"), service_data=[(name, kind[1])], native_services=[]
        )
    )


@pytest.fixture(scope="module")
def manifest(spec, mobile):
    return ET.fromstring(with_components(render(spec, mobile), COMPONENTS.read_text("utf-8")))


def named(manifest, tag):
    return {one.get(f"{ANDROID}name"): one for one in manifest.iter(tag)}


def test_manifest_asks_for_exactly_these_permissions_and_each_is_a_real_one(manifest):
    platform = Platform.read(EXTRACT)

    asked = set(named(manifest, "uses-permission"))

    assert asked == {f"android.permission.{name}" for name in PERMISSIONS}
    assert all(platform.members("android.Manifest.permission", name) for name in PERMISSIONS)


def test_spec_says_what_each_permission_is_for(mobile):
    spec = (mobile / "buildozer.spec").read_text("utf-8")
    above = spec.partition("android.permissions =")[0].rpartition("android.allow_backup")[2]

    assert {name for name in PERMISSIONS if f"{name}:" not in above and f"{name}," not in above} == set()


def test_twins_ask_the_person_only_for_permissions_of_the_manifest(root):
    code = "".join(path.read_text("utf-8") for path in (root / "mobile/device/android").glob("*.py"))

    asked = set(re.findall(r"Manifest\.([A-Z_]+)", code))

    assert asked != set()
    assert asked <= PERMISSIONS


def test_nothing_leaves_by_backup_or_transfer(manifest, spec, mobile):
    application = manifest.find("application")
    rules = ET.parse(mobile / spec.get("app", "android.res_xml")).getroot()

    assert application.get(f"{ANDROID}allowBackup") == "false"
    assert application.get(f"{ANDROID}dataExtractionRules") == f"@xml/{Path(spec.get('app', 'android.res_xml')).stem}"
    assert {part.tag for part in rules} == {"cloud-backup", "device-transfer"}
    assert all({one.get("domain") for one in part} >= {"root", "file", "database", "sharedpref"} for part in rules)
    assert {one.tag for part in rules for one in part} == {"exclude"}


def test_only_the_app_itself_may_be_opened_from_outside(manifest):
    parts = [part for tag in ("activity", "provider", "receiver") for part in manifest.iter(tag)]
    main = "org.kivy.android.PythonActivity"

    open_to_all = {one.get(f"{ANDROID}name") for one in parts if one.get(f"{ANDROID}exported") != "false"}

    assert open_to_all == {main}
    assert (
        named(manifest, "provider")["org.siterounds.device.SharedFiles"].get(f"{ANDROID}grantUriPermissions") == "true"
    )


def test_every_component_of_ours_has_its_java_source_and_the_package_its_name(manifest, spec, mobile):
    sources = {path.stem for path in (mobile / spec.get("app", "android.add_src")).rglob("*.java")}
    ours = {
        name.rpartition(".")[2]
        for tag in ("activity", "provider", "receiver")
        for name in named(manifest, tag)
        if name.startswith("org.siterounds.device.")
    }
    package = f"{spec.get('app', 'package.domain')}.{spec.get('app', 'package.name')}"

    assert ours == {"Alarms", "ScanActivity", "SharedFiles", "SyncStarter"}
    assert ours <= sources
    assert next(manifest.iter("provider")).get(f"{ANDROID}authorities") == f"{package}.files"
    assert f"import {package}.ServiceSync;" in next(
        (mobile / spec.get("app", "android.add_src")).rglob("SyncStarter.java")
    ).read_text("utf-8")


def test_reminders_hear_of_a_restart_an_update_and_a_change_of_the_clock(manifest):
    heard = {
        one.get(f"{ANDROID}name") for one in named(manifest, "receiver")["org.siterounds.device.Alarms"].iter("action")
    }

    assert heard == {
        "android.intent.action.BOOT_COMPLETED",
        "android.intent.action.MY_PACKAGE_REPLACED",
        "android.intent.action.TIME_SET",
        "android.intent.action.TIMEZONE_CHANGED",
    }


def test_sync_service_runs_our_file_in_front_as_a_data_sync(manifest, spec, root):
    name, entry, *options = spec.getlist("app", "services")[0].split(":")
    service = named(manifest, "service")[f"org.siterounds.siterounds.Service{name}"]

    assert (root / entry).is_file()
    assert options == ["foreground", "foregroundServiceType=dataSync"]
    assert service.get(f"{ANDROID}foregroundServiceType") == "dataSync"
    assert service.get(f"{ANDROID}process") == f":service_{name}"


def test_no_feature_of_the_tablet_is_demanded(manifest):
    demanded = [
        one.get(f"{ANDROID}name")
        for one in manifest.iter("uses-feature")
        if one.get(f"{ANDROID}name") and one.get(f"{ANDROID}required") != "false"
    ]

    assert demanded == []


def test_paths_in_the_spec_lead_somewhere(spec, mobile):
    keys = ("android.add_src", "android.extra_manifest_xml", "android.res_xml", "p4a.hook")

    assert [key for key in keys if not (mobile / spec.get("app", key)).exists()] == []


def test_hook_changes_both_manifests_of_a_build_and_refuses_a_second_time(spec, mobile, tmp_path):
    (tmp_path / "src" / "main").mkdir(parents=True)
    first = tmp_path / "src" / "main" / "AndroidManifest.xml"
    first.write_text(render(spec, mobile), encoding="utf-8")
    build = SimpleNamespace(_dist=SimpleNamespace(dist_dir=str(tmp_path)))

    before_apk_assemble(build)

    assert first.read_text("utf-8") == (tmp_path / "AndroidManifest.xml").read_text("utf-8")
    assert "org.siterounds.device.SharedFiles" in first.read_text("utf-8")
    with pytest.raises(ValueError, match="already"):
        before_apk_assemble(build)


def test_every_java_source_says_its_package_and_closes_what_it_opens(spec, mobile):
    for path in (mobile / spec.get("app", "android.add_src")).rglob("*.java"):
        text = path.read_text("utf-8")
        bare = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|//[^\n]*|/\*.*?\*/', "", text, flags=re.DOTALL)

        assert "package org.siterounds.device;" in text
        assert re.search(rf"\b(class|interface) {path.stem}\b", bare)
        assert [bare.count(left) - bare.count(right) for left, right in ("{}", "()", "[]")] == [0, 0, 0]
