"""Register the fonts that ship with the app, over Kivy's own default family."""

from __future__ import annotations

from pathlib import Path

from kivy.core.text import LabelBase

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
MEDIUM = "Medium"
ICON = "Icons"


def register() -> None:
    """Make Noto Sans SC the default of every label, with `Medium` and `Icons` as families of their own.

    SDL2_ttf knows no fallback fonts, so the default family must hold Chinese too.
    """
    regular, bold = str(FONTS / "NotoSansSC-Regular.ttf"), str(FONTS / "NotoSansSC-Bold.ttf")
    medium = str(FONTS / "NotoSansSC-Medium.ttf")
    LabelBase.register("Roboto", regular, regular, bold, bold)
    LabelBase.register(MEDIUM, medium, medium, bold, bold)
    LabelBase.register(ICON, str(FONTS / "MaterialIcons.ttf"))
