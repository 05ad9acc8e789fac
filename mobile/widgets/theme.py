"""The tokens: colours, type, space and touch sizes of one look, as an immutable value.

The app holds one `Theme` in a Kivy property; kv reads `app.theme.<token>`. Changing the look (light, dark,
high contrast, text size) means setting another Theme: every rule that reads a token follows by itself.

Colours keep the contrast of WCAG AA: 4.5:1 for text, 3:1 for the edges of what can be touched; the high-contrast look that
of AAA, 7:1 and 4.5:1 (tests/ui/tablet/test_theme.py checks every pair in use).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from kivy.metrics import dp, sp

from mobile.views.parts import Tone

Rgba = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb; for each tone the strong colour, its soft ground and the ink upon that ground."""

    name: str
    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    on_strong: str
    idle: str
    idle_soft: str
    idle_ink: str
    info: str
    info_soft: str
    info_ink: str
    ok: str
    ok_soft: str
    ok_ink: str
    warn: str
    warn_soft: str
    warn_ink: str
    bad: str
    bad_soft: str
    bad_ink: str
    snack: str
    snack_words: str
    snack_ink: str


LIGHT = Palette(
    name="light",
    ground="#eef1f5", surface="#ffffff", sunken="#f3f5f8", line="#dfe4ea", edge="#8592a2",
    ink="#101823", ink2="#445163", ink3="#5c697b", on_strong="#ffffff",
    idle="#566273", idle_soft="#e6eaef", idle_ink="#3d4858",
    info="#1457b8", info_soft="#e2ecfb", info_ink="#0d4391",
    ok="#12744a", ok_soft="#dff3e8", ok_ink="#0b5a39",
    warn="#a85600", warn_soft="#fff0d6", warn_ink="#7f4300",
    bad="#c4242c", bad_soft="#fde6e6", bad_ink="#9c1a22",
    snack="#17212d", snack_words="#ffffff", snack_ink="#9cc4ff",
)  # fmt: skip

DARK = Palette(
    name="dark",
    ground="#0b1017", surface="#161d27", sunken="#1e2733", line="#2a3542", edge="#6f7d90",
    ink="#f1f5fa", ink2="#b9c4d2", ink3="#98a5b6", on_strong="#08111d",
    idle="#a4b0bf", idle_soft="#28323e", idle_ink="#c9d2dd",
    info="#82b4ff", info_soft="#173253", info_ink="#b3d1ff",
    ok="#4fcf93", ok_soft="#11382a", ok_ink="#8fe6bb",
    warn="#f5b25a", warn_soft="#402c10", warn_ink="#ffd091",
    bad="#ff8a86", bad_soft="#4a1d20", bad_ink="#ffb8b5",
    snack="#e6ecf4", snack_words="#0f1824", snack_ink="#0d4391",
)  # fmt: skip


CONTRAST = Palette(
    name="contrast",
    ground="#ffffff", surface="#ffffff", sunken="#f0f0f0", line="#5a5a5a", edge="#1c1c1c",
    ink="#000000", ink2="#1c1c1c", ink3="#333333", on_strong="#ffffff",
    idle="#333333", idle_soft="#e6e6e6", idle_ink="#1c1c1c",
    info="#003a94", info_soft="#dce9ff", info_ink="#002a6e",
    ok="#005226", ok_soft="#d5f5e0", ok_ink="#003f1c",
    warn="#6e3400", warn_soft="#ffe9c2", warn_ink="#552800",
    bad="#8f0010", bad_soft="#ffdede", bad_ink="#74000d",
    snack="#000000", snack_words="#ffffff", snack_ink="#b8d4ff",
)  # fmt: skip

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}


@dataclass(frozen=True, slots=True)
class Theme:
    """One look, in pixels and rgba, ready for kv."""

    name: str
    text_scale: float
    # colours
    ground: Rgba
    surface: Rgba
    sunken: Rgba
    line: Rgba
    edge: Rgba
    ink: Rgba
    ink2: Rgba
    ink3: Rgba
    on_strong: Rgba
    idle: Rgba
    idle_soft: Rgba
    idle_ink: Rgba
    info: Rgba
    info_soft: Rgba
    info_ink: Rgba
    ok: Rgba
    ok_soft: Rgba
    ok_ink: Rgba
    warn: Rgba
    warn_soft: Rgba
    warn_ink: Rgba
    bad: Rgba
    bad_soft: Rgba
    bad_ink: Rgba
    snack: Rgba
    snack_words: Rgba
    snack_ink: Rgba
    # type, pixels
    small: float
    body: float
    lead: float
    title: float
    head: float
    figure: float
    # space and shape, pixels
    s1: float
    s2: float
    s3: float
    s4: float
    s6: float
    radius: float
    radius_small: float
    hairline: float
    touch: float
    answer: float

    def strong(self, tone: str) -> Rgba:
        """Return the colour of a tone for fills and edges."""
        colour: Rgba = getattr(self, Tone(tone).value)
        return colour

    def soft(self, tone: str) -> Rgba:
        """Return the pale ground of a tone."""
        colour: Rgba = getattr(self, Tone(tone).value + "_soft")
        return colour

    def on_soft(self, tone: str) -> Rgba:
        """Return the ink that is readable on the pale ground of a tone."""
        colour: Rgba = getattr(self, Tone(tone).value + "_ink")
        return colour

    def line_height(self, size: float) -> float:
        """Return how much height one line of text of `size` pixels takes (Noto Sans SC: 1.45 em)."""
        return float(round(size * 1.45))


def rgba(colour: str, alpha: float = 1.0) -> Rgba:
    """Turn #rrggbb into four floats."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (red, green, blue, alpha)


def build(palette: Palette, text_scale: float = 1.0) -> Theme:
    """Make the Theme of a palette for one text scale (1.0 … 1.5, on top of the system's own scale)."""
    colours = {f.name: rgba(getattr(palette, f.name)) for f in fields(palette) if f.name != "name"}
    size = {
        name: float(round(sp(points) * text_scale))
        for name, points in {"small": 16, "body": 18, "lead": 20, "title": 22, "head": 26, "figure": 54}.items()
    }
    space = {"s1": dp(4), "s2": dp(8), "s3": dp(12), "s4": dp(16), "s6": dp(24)}
    grow = 1 + (text_scale - 1) * 0.6  # a target grows with its text, but slower than it
    values: dict[str, Any] = {**colours, **size, **space}
    return Theme(
        name=palette.name,
        text_scale=text_scale,
        **values,
        radius=dp(14),
        radius_small=dp(10),
        hairline=max(1.0, dp(1)),
        touch=round(dp(56) * grow),
        answer=round(dp(64) * grow),
    )
