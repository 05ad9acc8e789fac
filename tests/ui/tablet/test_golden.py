"""Key screens look as they looked: small pictures, compared by how much they differ on average.

Another Mesa draws edges a little differently; a part that moved, a colour or a letter that is gone shows. What has changed on purpose is
taken again by ``ROUNDS_GOLDEN=write pytest tests/ui/tablet/test_golden.py``: look at the pictures before they are committed.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from mobile.device.power import GivenPower
from tests.ui.tablet.estate import a_tablet
from tests.ui.tablet.gallery import STATES, Guide, with_pins

GOLDEN = Path(__file__).parent / "golden"
IS_WRITING = os.environ.get("ROUNDS_GOLDEN") == "write"
WIDTH = 320
TILES = 8
MOST, MOST_IN_A_TILE = 1.5, 9.0
"""How far pictures may lie apart, of 255: on average, and in the tile that differs most."""
SHOWN = {
    "rounds": "todo", "checklist": "failed", "item": "over its limit", "finish": "missing", "recheck": "begun",
    "paper": "notice", "who": "chosen", "shift": "check",
}  # fmt: skip
SIZES = {"wide": (1280, 800), "high": (800, 1280)}


def picture_of(finger, path):
    """Take a small picture of what is shown."""
    finger.screenshot(path)
    with Image.open(path) as image:
        return image.convert("RGB").resize((WIDTH, round(WIDTH * image.height / image.width)), Image.Resampling.BOX)


def distance(one, other):
    """Return how far two pictures lie apart: on average, and in the tile that differs most."""
    if one.size != other.size:
        return (255.0, 255.0)
    apart = ImageChops.difference(one, other).convert("L")
    tiles = apart.resize((TILES, round(TILES * one.height / one.width)), Image.Resampling.BOX)
    return (ImageStat.Stat(apart).mean[0], float(tiles.getextrema()[1]))


@pytest.mark.parametrize("turn", SIZES)
def test_key_screens_look_as_they_did(open_app, stocked, tmp_path, turn):
    home, stock = stocked
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    parts = a_tablet(tmp_path)
    parts.kit.power = GivenPower(41)
    with_pins(parts.tablet)
    finger = open_app(SIZES[turn], parts=parts)
    guide, changed = Guide(finger, stock), {}

    for screen, state in SHOWN.items():
        STATES[screen][state](guide)
        now, kept = picture_of(finger, tmp_path / f"{screen}.png"), GOLDEN / f"{screen}-{turn}.png"
        if IS_WRITING:
            GOLDEN.mkdir(exist_ok=True)
            now.quantize(64).save(kept, optimize=True)
        with Image.open(kept) as before:
            mean, most = distance(now, before.convert("RGB"))
        if mean > MOST or most > MOST_IN_A_TILE:
            changed[f"{screen}-{turn}"] = (round(mean, 2), round(most, 2))

    assert changed == {}


def test_a_button_that_is_gone_is_seen():
    with Image.open(GOLDEN / "finish-wide.png") as before:
        whole = before.convert("RGB")
    without = whole.copy()
    without.paste(whole.getpixel((8, 40)), (int(WIDTH * 0.62), int(whole.height * 0.9), WIDTH, whole.height))

    mean, most = distance(without, whole)

    assert mean > MOST or most > MOST_IN_A_TILE
