"""Build the Android package, or say what this machine lacks for it: ``make apk``.

The build is buildozer's. With an Android SDK at hand it is used; without one nothing is downloaded unbidden: ``make apk
DOWNLOAD=1`` lets buildozer fetch SDK and NDK (some 5 GB, after asking for Google's licence).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PROGRAMS: Final = {
    "javac": "openjdk-17-jdk-headless",
    "git": "git",
    "zip": "zip",
    "unzip": "unzip",
    "autoconf": "autoconf",
    "libtoolize": "libtool",
    "pkg-config": "pkg-config",
    "cmake": "cmake",
}
"""What python-for-android runs, and Debian's packages that bring it."""
NDK: Final = "28"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is there and what is not; `environment` is what buildozer is told."""

    missing: tuple[str, ...]
    environment: dict[str, str]


def plan(environment: Mapping[str, str], home: Path, which: Callable[[str], str | None]) -> Plan:
    """Look for programs, SDK and NDK; `which` finds a program's path."""
    lacking = [package for program, package in PROGRAMS.items() if not which(program)]
    missing = [f"programs: sudo apt-get install {' '.join(lacking)}"] if lacking else []
    sdk = _first(
        environment.get("ANDROID_HOME"),
        environment.get("ANDROID_SDK_ROOT"),
        home / ".buildozer/android/platform/android-sdk",
        needs="build-tools",
    )
    ndks = sorted((sdk / "ndk").glob(f"{NDK}.*")) if sdk else []
    ndk = _first(
        environment.get("ANDROID_NDK_HOME"),
        *ndks,
        *sorted((home / ".buildozer/android/platform").glob(f"android-ndk-r{NDK}*")),
        needs="toolchains",
    )
    told = {"APP_ANDROID_SDK_PATH": str(sdk or ""), "APP_ANDROID_NDK_PATH": str(ndk or "")}
    if environment.get("DOWNLOAD") != "1":
        if sdk is None:
            missing.append("Android SDK: set ANDROID_HOME to one with build-tools, or run make apk DOWNLOAD=1")
        if ndk is None:
            missing.append(f"Android NDK r{NDK}c: set ANDROID_NDK_HOME, or run make apk DOWNLOAD=1")
    return Plan(tuple(missing), told)


def _first(*candidates: str | Path | None, needs: str) -> Path | None:
    """Return the first folder that has what it needs."""
    found = (Path(one) for one in candidates if one)
    return next((folder for folder in found if (folder / needs).is_dir()), None)


def main() -> int:
    """Build, or say what is missing."""
    made = plan(os.environ, Path.home(), shutil.which)
    if made.missing:
        print("apk: the package cannot be built here. Missing:", file=sys.stderr)
        for line in made.missing:
            print(f"  {line}", file=sys.stderr)
        print(
            "All that can be checked without a build is checked by make test: spec, recipes, manifest, packed files, and "
            "every use of Android's Java.",
            file=sys.stderr,
        )
        return 1
    told = {name: value for name, value in made.environment.items() if value}
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        ["buildozer", "android", "debug"], cwd=ROOT / "mobile", env={**os.environ, **told, "PATH": path}, check=False
    )
    if done.returncode == 0:
        for package in sorted((ROOT / "mobile" / "bin").glob("*.apk")):
            print(f"apk: {package.relative_to(ROOT)}, {package.stat().st_size >> 20} MB")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
