"""How papers are drawn: nothing lies over anything else."""

from __future__ import annotations

import pytest
from PIL import Image

from mobile.device.paper import HEIGHT, INK, MARGIN, WIDTH, Grid, Paper, pages


def rules_of(page: Image.Image) -> list[int]:
    """Return how far from the top each line across a page lies: its first row of pixels."""
    dark = [
        page.getpixel((MARGIN + 1, y)) == INK and page.getpixel((WIDTH - MARGIN - 2, y)) == INK for y in range(HEIGHT)
    ]
    return [y for y in range(1, HEIGHT) if dark[y] and not dark[y - 1]]


@pytest.mark.parametrize("heads", [("Rule broken", "Who"), ("Rule", "Who")])
def test_a_head_has_as_many_lines_as_its_bold_letters_need(heads):
    grid = Grid(heads, (("一", "二"),), (13.5, 86.5))  # the bold letters need 118 dots of 115, thin ones 112

    (page,) = pages(Paper((grid,), "龙山国际", "1"))

    top, under_head, bottom, *_ = rules_of(page.convert("L"))
    is_broken = " " in heads[0]
    assert (under_head - top > 1.5 * (bottom - under_head)) is is_broken
