"""Draw the app's icon and its start picture from the icon font; run by hand, the results are committed.

python tools/app_icon.py
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ASSETS = Path(__file__).resolve().parents[1] / "mobile" / "assets"
SHIELD = "\U000f0565"
GROUND, TOP, BOTTOM = "#eef1f5", (32, 108, 214), (13, 67, 145)
SCALE = 4  # drawn larger, then made smaller: smooth edges


def badge(size: int, corner: float = 0.23) -> Image.Image:
    """Return the white shield on a blue ground, `size` pixels wide."""
    wide = size * SCALE
    ground = Image.new("RGBA", (wide, wide))
    draw = ImageDraw.Draw(ground)
    for y in range(wide):
        share = y / wide
        draw.line((0, y, wide, y), tuple(round(a + (b - a) * share) for a, b in zip(TOP, BOTTOM, strict=True)))
    mask = Image.new("L", (wide, wide))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, wide - 1, wide - 1), round(wide * corner), fill=255)
    ground.putalpha(mask)
    font = ImageFont.truetype(str(ASSETS / "fonts" / "MaterialIcons.ttf"), round(wide * 0.66))
    ImageDraw.Draw(ground).text((wide / 2, wide / 2), SHIELD, "white", font, anchor="mm")
    return ground.resize((size, size), Image.Resampling.LANCZOS)


def start_picture(size: int) -> Image.Image:
    """Return the badge over the app's name on the ground of the first screen."""
    picture = Image.new("RGB", (size, size), GROUND)
    mark = badge(round(size * 0.22))
    picture.paste(mark, ((size - mark.width) // 2, round(size * 0.34)), mark)
    font = ImageFont.truetype(str(ASSETS / "fonts" / "NotoSansSC-Bold.ttf"), round(size * 0.06))
    ImageDraw.Draw(picture).text((size / 2, size * 0.635), "巡安", "#101823", font, anchor="mm")
    return picture


def main() -> None:
    badge(512).save(ASSETS / "icon.png", optimize=True)
    start_picture(1024).save(ASSETS / "presplash.png", optimize=True)


if __name__ == "__main__":
    main()
