"""What is left out of Kivy's start is there as soon as somebody asks for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WITHOUT_A_SCREEN = {"SDL_VIDEODRIVER": "offscreen", "KIVY_NO_ARGS": "1", "KIVY_NO_CONFIG": "1", "KIVY_NO_FILELOG": "1"}
TOLD = """
import json, sys
from mobile.widgets import later
later.begin()
from kivy.clock import Clock
from kivy.core import image
at_first = sorted({"asyncio", "ctypes", "filetype"} & set(sys.modules))
async def answer():
    return 42
import asyncio
found = {
    "at_first": at_first,
    "awaited": asyncio.run(Clock._async_wait_for(answer(), 5)),
    "event": Clock._async_lib.Event is asyncio.Event,
    "kinds": [image.guess_extension(path) for path in sys.argv[1:]],
}
began = Clock.time()
Clock.usleep(2000)
found["slept"] = Clock.time() > began
print(json.dumps(found))
"""


@pytest.mark.process
def test_kivy_starts_without_them_and_finds_them_when_it_asks(tmp_path):
    # Given pictures of a kind that the app has and of one that it has not, with names that say otherwise
    png, gif, other = tmp_path / "a.jpg", tmp_path / "b.png", tmp_path / "c.png"
    png.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(32))
    gif.write_bytes(b"GIF89a" + bytes(32))
    other.write_bytes(b"no picture at all")

    # When Kivy's clock and pictures are imported
    told = subprocess.run(
        [sys.executable, "-c", TOLD, *map(str, (png, gif, other))],
        cwd=ROOT,
        env={**os.environ, **WITHOUT_A_SCREEN},
        capture_output=True,
        text=True,
        check=False,
    )

    # Then nothing of it is loaded, and all of it works
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout.splitlines()[-1]) == {
        "at_first": [],
        "awaited": 42,
        "event": True,
        "kinds": ["png", "gif", None],
        "slept": True,
    }
