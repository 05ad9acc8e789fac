"""`make apk` uses the SDK that is there, and says in words what is missing."""

import pytest

from tools.apk.build import PROGRAMS, plan


def has(program):
    return f"/usr/bin/{program}"


@pytest.fixture
def sdk(tmp_path):
    (tmp_path / "sdk" / "build-tools").mkdir(parents=True)
    (tmp_path / "sdk" / "ndk" / "28.2.13676358" / "toolchains").mkdir(parents=True)
    return tmp_path / "sdk"


def test_an_sdk_with_its_ndk_is_used(sdk, tmp_path):
    made = plan({"ANDROID_HOME": str(sdk)}, tmp_path, has)

    assert made.missing == ()
    assert made.environment == {
        "APP_ANDROID_SDK_PATH": str(sdk),
        "APP_ANDROID_NDK_PATH": str(sdk / "ndk" / "28.2.13676358"),
    }


def test_without_an_sdk_nothing_is_downloaded_unbidden(tmp_path):
    made = plan({}, tmp_path, has)

    assert [line.partition(":")[0] for line in made.missing] == ["Android SDK", "Android NDK r28c"]
    assert all("DOWNLOAD=1" in line for line in made.missing)


def test_whoever_asks_for_the_download_gets_it(tmp_path):
    made = plan({"DOWNLOAD": "1"}, tmp_path, has)

    assert (made.missing, set(made.environment.values())) == ((), {""})


def test_folders_of_buildozer_itself_are_found(tmp_path):
    for name in ("android-sdk/build-tools", "android-ndk-r28c/toolchains"):
        (tmp_path / ".buildozer/android/platform" / name).mkdir(parents=True)

    made = plan({"ANDROID_HOME": str(tmp_path / "gone")}, tmp_path, has)

    assert made.missing == ()
    assert made.environment["APP_ANDROID_NDK_PATH"].endswith("android-ndk-r28c")


def test_missing_programs_are_named_by_their_packages(sdk, tmp_path):
    made = plan(
        {"ANDROID_HOME": str(sdk)}, tmp_path, lambda program: None if program in {"javac", "cmake"} else has(program)
    )

    assert made.missing == ("programs: sudo apt-get install openjdk-17-jdk-headless cmake",)
    assert set(PROGRAMS) >= {"javac", "git", "cmake"}


def test_spec_takes_the_paths_that_it_is_told(root):
    spec = (root / "mobile" / "buildozer.spec").read_text("utf-8")

    assert "\nandroid.sdk_path =\n" in spec
    assert "\nandroid.ndk_path =\n" in spec
