"""Colours can be read in sunlight and in the dark: the contrasts of WCAG AA, for every pair in use."""

from __future__ import annotations

import pytest

from mobile.views.parts import Tone
from mobile.widgets.theme import CONTRAST, DARK, LIGHT, build, rgba

TEXT, EDGE, TEXT_AAA = 4.5, 3.0, 7.0


def luminance(colour: str) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgba(colour)[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_is_readable_on_its_own_grounds(palette, tone):
    strong, soft, ink = (getattr(palette, tone.value + suffix) for suffix in ("", "_soft", "_ink"))

    assert contrast(palette.on_strong, strong) >= TEXT
    assert contrast(ink, soft) >= TEXT
    assert contrast(ink, palette.surface) >= TEXT
    assert contrast(strong, palette.surface) >= EDGE


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
@pytest.mark.parametrize("ground", ["surface", "ground", "sunken"])
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3"])
def test_text_is_readable_on_every_ground(palette, ground, ink):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= TEXT


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_the_edge_of_what_can_be_touched_is_seen(palette):
    assert contrast(palette.edge, palette.surface) >= EDGE
    assert contrast(palette.snack_words, palette.snack) >= TEXT
    assert contrast(palette.snack_ink, palette.snack) >= TEXT


@pytest.mark.parametrize("tone", list(Tone))
def test_the_look_for_sunlight_keeps_the_contrast_of_aaa(tone):
    strong, soft, ink = (getattr(CONTRAST, tone.value + suffix) for suffix in ("", "_soft", "_ink"))

    assert contrast(CONTRAST.on_strong, strong) >= TEXT_AAA
    assert contrast(ink, soft) >= TEXT_AAA
    for word in (CONTRAST.ink, CONTRAST.ink2, CONTRAST.ink3, strong, ink):
        assert all(contrast(word, ground) >= TEXT_AAA for ground in (CONTRAST.surface, CONTRAST.sunken))
    assert contrast(CONTRAST.line, CONTRAST.surface) >= TEXT


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
def test_sizes_hold_what_gloves_and_eyes_need(scale):
    theme = build(LIGHT, scale)

    assert theme.small >= 16 * scale - 1
    assert theme.title >= 20 * scale
    assert theme.touch >= 56
    assert theme.answer >= 64
