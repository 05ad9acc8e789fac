"""The pictures that were taken: small PNG files with a caption each, and the page that shows them all."""

from __future__ import annotations

import math
import sys
from array import array
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops

COLOURS = 256
EXACT = 128
VISIBLE = 24
"""A difference of a colour channel (0..255) that the eye sees."""
SHARE = 0.004
"""The share of pixels that a palette may change so much."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file's name without suffix and what it shows."""

    name: str
    caption: str


@dataclass
class Album:
    """Keeps pictures in a folder, in the order in which they are to be shown, under headings."""

    folder: Path
    shots: dict[str, list[Shot]] = field(default_factory=dict)

    def place(self, heading: str, name: str, caption: str) -> Path:
        """Return where a picture is to be written, and remember what it shows."""
        self.shots.setdefault(heading, []).append(Shot(name, caption))
        return self.folder / f"{name}.png"

    def finish(self) -> int:
        """Make the files small, delete those that were not taken this time, write the page; return the total size in bytes."""
        taken = {shot.name for shots in self.shots.values() for shot in shots}
        for path in sorted(self.folder.glob("*.png")):
            if path.stem in taken:
                shrink(path)
            else:
                path.unlink()
        (self.folder / "README.md").write_text(self.page(), encoding="utf-8")
        return sum(path.stat().st_size for path in self.folder.glob("*.png"))

    def page(self) -> str:
        """Write the page that shows every picture with its caption."""
        lines = [
            "# Every screen and page",
            "",
            "Made by `make screenshots` from the demo estate; do not edit. The tablet is photographed at 1280 × 800 and 800 × 1280,",
            "and at 360 × 740 as on a phone, the office at 1366 × 768 (the whole page) and 390 × 844.",
        ]
        for heading, shots in self.shots.items():
            lines += ["", f"## {heading}", "", *_table(shots)]
        return "\n".join(lines) + "\n"


def _table(shots: list[Shot]) -> list[str]:
    """Write pictures as rows of two: two views of one thing share a row, others stand beside each other."""
    views: dict[str, list[Shot]] = {}
    for shot in shots:
        views.setdefault(
            shot.name.removesuffix("-landscape").removesuffix("-portrait").removesuffix("-phone"), []
        ).append(shot)
    lines = ["| | |", "|---|---|"]
    alone: list[Shot] = []
    for several in views.values():
        alone += several if len(several) == 1 else []
        if len(several) > 1 or len(alone) == 2:
            lines += [_row(found) for found in (alone, several if len(several) > 1 else []) if found]
            alone = []
    return [*lines, *([_row(alone)] if alone else [])]


def _row(shots: list[Shot]) -> str:
    cells = [f"**{shot.caption}**<br>![{shot.caption}]({shot.name}.png)" for shot in shots]
    return f"| {' | '.join([*cells, ''][:2])} |"


def shrink(path: Path) -> None:
    """Write a picture anew with a palette where nobody sees the difference, else without an alpha channel."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    reduced = with_palette(picture)
    best = reduced if is_like(picture, reduced.convert("RGB")) else picture
    best.save(path, optimize=True)


def with_palette(picture: Image.Image) -> Image.Image:
    """Reduce a picture to 256 colours: those that fill areas and letters stay what they are, photos share the rest."""
    pixels = memoryview(picture.convert("RGBA").tobytes()).cast("I")
    counted = Counter(pixels).most_common()
    index = {colour: place for place, (colour, _) in enumerate(counted[:EXACT])}
    palette = [channel for colour in index for channel in colour.to_bytes(4, sys.byteorder)[:3]]
    others = array("I", [colour for colour, count in counted[EXACT:] for _ in range(math.isqrt(count))])
    if others:
        strip = Image.frombytes("RGBA", (len(others), 1), others.tobytes()).convert("RGB")
        mixed = strip.quantize(COLOURS - EXACT, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        palette += mixed.getpalette() or []
        index |= {colour: EXACT + place for colour, place in zip(others, mixed.tobytes(), strict=True)}
    reduced = Image.frombytes("P", picture.size, bytes(map(index.__getitem__, pixels)))
    reduced.putpalette(palette[: 3 * COLOURS])
    return reduced


def is_like(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether next to no pixel of two pictures differs visibly in a channel."""
    difference = ImageChops.difference(one, other)
    seen = max(sum(channel.histogram()[VISIBLE:]) for channel in difference.split())
    return seen <= one.width * one.height * SHARE
