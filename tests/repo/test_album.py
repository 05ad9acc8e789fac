"""The album of screenshots: small files that look the same, one page that shows them all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from tools.screenshots.album import Album, shrink


@pytest.fixture
def album(tmp_path: Path) -> Album:
    return Album(tmp_path)


def take(album: Album, name: str, caption: str = "A screen") -> None:
    Image.new("RGB", (4, 4), "white").save(album.place("Tablet", name, caption))


def test_two_views_of_one_screen_share_a_row_and_single_ones_stand_beside_each_other(album: Album) -> None:
    for name in ("tablet-item-landscape", "tablet-item-portrait", "office-today", "office-people"):
        take(album, name, name)

    album.finish()

    rows = [line for line in (album.folder / "README.md").read_text(encoding="utf-8").splitlines() if "![" in line]
    assert [line.count("![") for line in rows] == [2, 2]
    assert "tablet-item-portrait.png" in rows[0]
    assert "office-people.png" in rows[1]


def test_a_picture_that_was_not_taken_again_is_deleted(album: Album) -> None:
    Image.new("RGB", (4, 4), "white").save(album.folder / "tablet-gone.png")
    take(album, "tablet-rounds-landscape")

    album.finish()

    assert [path.name for path in album.folder.glob("*.png")] == ["tablet-rounds-landscape.png"]


def test_few_colours_become_a_palette_that_shows_the_same(tmp_path: Path) -> None:
    path = tmp_path / "flat.png"
    Image.new("RGBA", (40, 40), (20, 87, 184, 255)).save(path)

    shrink(path)

    with Image.open(path) as small:
        assert small.mode == "P"
        assert small.convert("RGB").getpixel((7, 7)) == (20, 87, 184)


def test_a_picture_of_too_many_colours_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    photo = Image.frombytes("RGB", (64, 64), random.Random(7).randbytes(64 * 64 * 3))
    photo.save(path)

    shrink(path)

    with Image.open(path) as kept:
        assert kept.tobytes() == photo.tobytes()
