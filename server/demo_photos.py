"""Photos for the demo: drawn scenes of an estate that look like a tablet's photos, the same bytes for the same words.

``picture(scene, stamp)`` draws one of ``SCENES`` with Pillow: perspective, light, grain, the camera's time stamp. The
demo estate illustrates its records with them, and the demo's scripted camera takes them.
"""

from __future__ import annotations

import functools
import io
import math
import random
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1280, 960
Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]
_RED, _DARK, _STEEL = (196, 30, 36), (38, 40, 44), (150, 156, 164)


class _Sheet:
    """A picture in the making, with the few brushes that the scenes share."""

    def __init__(self, seed: str) -> None:
        from PIL import Image, ImageDraw

        self.image: Image.Image = Image.new("RGB", (WIDTH, HEIGHT), (120, 120, 120))
        self.draw: ImageDraw.ImageDraw = ImageDraw.Draw(self.image)
        self.random = random.Random(seed)  # noqa: S311 - grain of a drawing

    def shade(self, points: list[tuple[float, float]], top: Colour, bottom: Colour) -> None:
        """Fill a polygon with a vertical gradient."""
        from PIL import Image, ImageDraw

        left, upper = int(min(x for x, _ in points)), int(min(y for _, y in points))
        right, lower = int(max(x for x, _ in points)) + 1, int(max(y for _, y in points)) + 1
        size = (max(1, right - left), max(1, lower - upper))
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in points], fill=255)
        ramp = Image.linear_gradient("L").resize(size)
        fill = Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)
        self.image.paste(fill, (left, upper), mask)

    def box(self, box: Box, top: Colour, bottom: Colour | None = None) -> None:
        """Fill a rectangle, with a gradient if two colours are given."""
        x0, y0, x1, y1 = box
        self.shade([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], top, bottom or top)

    def shadow(self, box: Box, strength: int = 90, blur: int = 18) -> None:
        """Darken an ellipse softly: where a thing stands."""
        self._spot(box, (0, 0, 0), strength, blur)

    def glow(self, box: Box, strength: int = 200, blur: int = 60) -> None:
        """Brighten an ellipse softly: where light falls."""
        self._spot(box, (255, 250, 225), strength, blur)

    def _spot(self, box: Box, colour: Colour, strength: int, blur: int) -> None:
        """Blend an ellipse with soft edges; its mask is made at a quarter of the size, which nobody can see."""
        from PIL import Image, ImageDraw, ImageFilter

        x0, y0, x1, y1 = box
        margin = blur * 2.5
        left, upper = int(x0 - margin), int(y0 - margin)
        size = (int(x1 - x0 + 2 * margin), int(y1 - y0 + 2 * margin))
        small = Image.new("L", (size[0] // 4 + 1, size[1] // 4 + 1), 0)
        ellipse = tuple(part / 4 for part in (x0 - left, y0 - upper, x1 - left, y1 - upper))
        ImageDraw.Draw(small).ellipse((ellipse[0], ellipse[1], ellipse[2], ellipse[3]), fill=strength)
        mask = small.filter(ImageFilter.GaussianBlur(blur / 4)).resize(size)
        self.image.paste(Image.new("RGB", size, colour), (left, upper), mask)

    def finish(self, stamp: str) -> bytes:
        """Add grain, fall-off towards the corners and the camera's stamp, and return the JPEG."""
        from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

        soft = self.image.filter(ImageFilter.GaussianBlur(1.1))
        size = (WIDTH // 2, HEIGHT // 2)
        grain = Image.frombytes("L", size, self.random.randbytes(size[0] * size[1]))
        grain = grain.resize(soft.size).point([112 + value // 8 for value in range(256)])
        soft = ImageChops.overlay(soft, Image.merge("RGB", (grain, grain, grain)))
        corner = Image.radial_gradient("L").resize(soft.size).point([max(0, value - 120) // 2 for value in range(256)])
        soft.paste(Image.new("RGB", soft.size, (0, 0, 0)), (0, 0), corner)
        if stamp:
            pen, font = ImageDraw.Draw(soft), ImageFont.load_default(30)
            pen.text(
                (WIDTH - 24, HEIGHT - 22),
                stamp,
                fill=(255, 196, 60),
                font=font,
                anchor="rs",
                stroke_width=2,
                stroke_fill=(30, 20, 0),
            )
        out = io.BytesIO()
        soft.save(out, "JPEG", quality=82, optimize=False)
        return out.getvalue()


def _hall(sheet: _Sheet, wall: Colour = (206, 203, 192), floor: Colour = (136, 130, 122)) -> None:
    """Draw a corridor in one-point perspective: floor, walls, ceiling, lamps and an exit at its end."""
    far = (500.0, 330.0, 780.0, 590.0)
    x0, y0, x1, y1 = far
    dark = tuple(max(0, part - 46) for part in wall)
    sheet.shade([(0, 0), (WIDTH, 0), (x1, y0), (x0, y0)], (226, 226, 220), (188, 188, 182))
    sheet.shade([(0, HEIGHT), (WIDTH, HEIGHT), (x1, y1), (x0, y1)], (98, 94, 88), floor)
    sheet.shade([(0, 0), (x0, y0), (x0, y1), (0, HEIGHT)], wall, (dark[0], dark[1], dark[2]))
    sheet.shade([(WIDTH, 0), (x1, y0), (x1, y1), (WIDTH, HEIGHT)], wall, (dark[0], dark[1], dark[2]))
    sheet.box(far, (174, 172, 164), (150, 146, 138))
    for step in range(1, 7):
        share = (step / 7) ** 2
        y = y1 + (HEIGHT - y1) * share
        half = (x1 - x0) / 2 + (WIDTH / 2) * share
        sheet.draw.line((640 - half, y, 640 + half, y), fill=(112, 107, 100), width=2 + step // 2)
    for share, width in ((0.16, 60), (0.42, 120), (0.78, 210)):
        lamp = y0 - y0 * share
        sheet.draw.polygon(
            [(640 - width, lamp), (640 + width, lamp), (640 + width * 1.1, lamp - 16), (640 - width * 1.1, lamp - 16)],
            fill=(255, 255, 244),
        )
    sheet.box((596, 420, 684, 590), (92, 104, 112), (70, 80, 88))
    sheet.box((610, 372, 670, 396), (24, 150, 84))
    sheet.glow((340, 40, 940, 420), strength=70, blur=90)


def _carton(sheet: _Sheet, box: Box) -> None:
    x0, y0, x1, y1 = box
    slant = (x1 - x0) * 0.22
    sheet.shadow((x0 - 30, y1 - 26, x1 + slant + 30, y1 + 30), 130)
    sheet.box(box, (196, 156, 106), (164, 124, 78))
    sheet.shade(
        [(x1, y0), (x1 + slant, y0 - slant * 0.7), (x1 + slant, y1 - slant * 0.7), (x1, y1)],
        (150, 112, 70),
        (124, 90, 54),
    )
    sheet.shade(
        [(x0, y0), (x0 + slant, y0 - slant * 0.7), (x1 + slant, y0 - slant * 0.7), (x1, y0)],
        (220, 184, 136),
        (206, 168, 118),
    )
    sheet.box((x0, (y0 + y1) / 2 - 9, x1, (y0 + y1) / 2 + 9), (214, 196, 160))


def _corridor_boxes(sheet: _Sheet) -> None:
    _hall(sheet)
    for box in ((760, 560, 940, 720), (800, 420, 950, 558), (700, 700, 900, 880), (930, 640, 1130, 850)):
        _carton(sheet, box)


def _corridor_clear(sheet: _Sheet) -> None:
    _hall(sheet)
    sheet.box((930, 470, 1010, 600), (186, 40, 40), (150, 26, 28))
    sheet.draw.rectangle((944, 490, 996, 580), outline=(240, 230, 220), width=4)


def _plaster(sheet: _Sheet, wall: Colour = (214, 212, 202)) -> None:
    dark = tuple(part - 40 for part in wall)
    sheet.box((0, 0, WIDTH, 780), wall, (dark[0], dark[1], dark[2]))
    sheet.shade([(0, 780), (WIDTH, 780), (WIDTH, HEIGHT), (0, HEIGHT)], (120, 116, 108), (88, 84, 78))
    sheet.box((0, 764, WIDTH, 784), (92, 90, 86))
    sheet.glow((200, -120, 1080, 520), strength=90, blur=120)


def _bracket(sheet: _Sheet) -> None:
    _plaster(sheet)
    sheet.box((500, 170, 780, 262), _RED, (160, 22, 28))
    sheet.draw.rectangle((512, 182, 768, 250), outline=(250, 246, 240), width=4)
    for x in (548, 620, 692):
        sheet.draw.line((x, 200, x + 36, 232), fill=(250, 246, 240), width=7)
        sheet.draw.line((x + 36, 200, x, 232), fill=(250, 246, 240), width=7)
    sheet.shadow((560, 380, 740, 470), 60)
    sheet.box((606, 372, 674, 470), _STEEL, (110, 116, 122))
    for x, y in ((622, 388), (658, 388), (622, 454), (658, 454)):
        sheet.draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill=(70, 74, 78))
    sheet.draw.arc((570, 400, 710, 470), 10, 170, fill=(96, 100, 106), width=12)


def _bracket_empty(sheet: _Sheet) -> None:
    _bracket(sheet)
    sheet.shadow((556, 470, 730, 770), 34, 26)


def _extinguisher(sheet: _Sheet, left: float, top: float, scale: float = 1.0) -> None:
    def at(x: float, y: float, x1: float, y1: float) -> Box:
        return left + x * scale, top + y * scale, left + x1 * scale, top + y1 * scale

    sheet.shadow(at(-10, 380, 190, 430), 120)
    for x0, x1, first, last in ((0, 60, (120, 12, 18), (222, 52, 52)), (60, 170, (222, 52, 52), (110, 8, 14))):
        for offset in range(int(x0 * scale), int(x1 * scale)):
            share = (offset - x0 * scale) / ((x1 - x0) * scale)
            colour = tuple(int(a + (b - a) * share) for a, b in zip(first, last, strict=True))
            x = left + offset
            sheet.draw.line((x, top + 70 * scale, x, top + 400 * scale), fill=colour)
    sheet.draw.pieslice(at(0, 10, 170, 140), 180, 360, fill=(176, 26, 32))
    sheet.box(at(66, -20, 104, 30), (60, 62, 66), (36, 38, 42))
    sheet.draw.line((*at(104, -8, 0, 0)[:2], *at(190, -40, 0, 0)[:2]), fill=_DARK, width=int(16 * scale))
    sheet.draw.line((*at(104, 8, 0, 0)[:2], *at(186, 2, 0, 0)[:2]), fill=_DARK, width=int(12 * scale))
    sheet.draw.arc(at(90, 0, 250, 300), 270, 80, fill=_DARK, width=int(14 * scale))
    sheet.box(at(14, 180, 156, 320), (238, 236, 230), (214, 210, 204))
    for row in range(5):
        sheet.box(
            at(26, 196 + row * 22, 144 - row * 14, 206 + row * 22), (150, 40, 40) if row == 0 else (120, 122, 126)
        )
    sheet.draw.ellipse(at(24, -4, 60, 32), fill=(240, 240, 236), outline=_DARK, width=3)
    sheet.draw.pieslice(at(28, 0, 56, 28), 210, 330, fill=(40, 150, 70))


def _bracket_full(sheet: _Sheet) -> None:
    _bracket(sheet)
    _extinguisher(sheet, 555, 380, 0.95)


def _machine(sheet: _Sheet) -> None:
    _plaster(sheet, (190, 196, 190))
    sheet.box((0, 700, WIDTH, 790), (86, 96, 90))
    sheet.shadow((220, 720, 1120, 860), 150)
    sheet.box((240, 690, 1080, 780), (84, 88, 92), (52, 56, 60))
    sheet.box((300, 430, 620, 700), (86, 122, 108), (48, 76, 66))
    for x in range(312, 612, 26):
        sheet.draw.line((x, 440, x, 690), fill=(58, 90, 78), width=6)
    sheet.draw.ellipse((660, 330, 1040, 710), fill=(206, 168, 44), outline=(120, 96, 20), width=10)
    sheet.draw.ellipse((740, 410, 960, 630), fill=(60, 64, 68))
    for angle in range(0, 360, 60):
        end_x, end_y = 850 + 140 * math.cos(math.radians(angle)), 520 + 140 * math.sin(math.radians(angle))
        sheet.draw.line((850, 520, end_x, end_y), fill=(186, 148, 36), width=22)
    sheet.draw.ellipse((810, 480, 890, 560), fill=(160, 164, 170), outline=(70, 72, 76), width=5)
    for rope in range(690, 1020, 44):
        sheet.draw.line((rope, 600, rope + 6, HEIGHT), fill=(70, 70, 72), width=9)
    sheet.box((560, 470, 700, 560), (150, 40, 40), (110, 24, 26))
    sheet.draw.line((630, 470, 630, 380), fill=_DARK, width=12)


def _gauge(sheet: _Sheet) -> None:
    _plaster(sheet, (176, 180, 184))
    sheet.box((600, 620, 680, HEIGHT), (168, 132, 70), (120, 90, 44))
    sheet.shadow((300, 130, 1000, 860), 90, 30)
    sheet.draw.ellipse((330, 120, 950, 740), fill=(70, 74, 80))
    sheet.draw.ellipse((356, 146, 924, 714), fill=(246, 246, 242))
    for first, last, colour in ((140, 190, (200, 50, 44)), (190, 330, (40, 150, 76)), (330, 400, (214, 160, 40))):
        sheet.draw.arc((390, 180, 890, 680), first, last, fill=colour, width=34)
    for angle in range(140, 401, 13):
        radians = math.radians(angle)
        sheet.draw.line(
            (
                640 + 210 * math.cos(radians),
                430 + 210 * math.sin(radians),
                640 + 238 * math.cos(radians),
                430 + 238 * math.sin(radians),
            ),
            fill=_DARK,
            width=5,
        )
    tip = math.radians(268)
    sheet.draw.line((640, 430, 640 + 214 * math.cos(tip), 430 + 214 * math.sin(tip)), fill=(20, 22, 26), width=12)
    sheet.draw.ellipse((610, 400, 670, 460), fill=(60, 62, 66))
    sheet.box((590, 540, 690, 580), (222, 222, 218))


def _door(sheet: _Sheet, opening: float) -> None:
    _plaster(sheet, (208, 204, 192))
    sheet.box((380, 90, 900, 790), (104, 108, 112), (84, 88, 92))
    sheet.box((410, 120, 870, 790), (24, 26, 30), (44, 46, 50))
    edge = 870 - 460 * (1 - opening)
    sheet.shade(
        [(870, 120), (edge, 120 + 40 * opening), (edge, 790 + 46 * opening), (870, 790)], (140, 92, 62), (104, 64, 40)
    )
    sheet.shade([(850, 200), (edge + 40, 210), (edge + 40, 380), (850, 380)], (176, 196, 204), (128, 150, 160))
    sheet.box((edge + 14, 470, edge + 60, 500), (190, 192, 196), (130, 132, 136))
    sheet.box((560, 40, 720, 80), (24, 150, 84))


def _door_open(sheet: _Sheet) -> None:
    _door(sheet, 0.55)
    sheet.shadow((520, 800, 760, 880), 120)
    sheet.draw.polygon([(590, 850), (740, 850), (730, 780), (640, 770)], fill=(120, 86, 50))


def _door_shut(sheet: _Sheet) -> None:
    _door(sheet, 0.0)
    sheet.box((640, 60, 830, 84), (90, 94, 100), (60, 64, 70))
    sheet.draw.line((640, 84, 560, 130), fill=(90, 94, 100), width=10)


def _lamp(sheet: _Sheet) -> None:
    _plaster(sheet, (150, 150, 148))
    sheet.shadow((360, 340, 920, 640), 80)
    sheet.box((380, 420, 900, 600), (232, 232, 228), (196, 196, 192))
    for x in (470, 810):
        sheet.draw.ellipse((x - 84, 270, x + 84, 438), fill=(206, 206, 202), outline=(120, 120, 118), width=6)
        sheet.draw.ellipse((x - 60, 294, x + 60, 414), fill=(70, 72, 76))
    sheet.draw.ellipse((628, 492, 652, 516), fill=(90, 20, 20))


def _lamp_dark(sheet: _Sheet) -> None:
    _lamp(sheet)
    sheet.box((560, 540, 720, 572), (60, 62, 66))


def _lamp_lit(sheet: _Sheet) -> None:
    _lamp(sheet)
    for x in (470, 810):
        sheet.glow((x - 150, 200, x + 150, 500), strength=230, blur=40)
        sheet.draw.ellipse((x - 52, 302, x + 52, 406), fill=(255, 253, 236))
    sheet.draw.ellipse((628, 492, 652, 516), fill=(60, 220, 90))


def _hydrant_clear(sheet: _Sheet) -> None:
    _plaster(sheet, (202, 200, 190))
    sheet.shadow((420, 240, 900, 780), 70)
    sheet.box((440, 200, 880, 750), _RED, (150, 20, 26))
    sheet.draw.rectangle((470, 230, 850, 720), outline=(236, 226, 220), width=5)
    sheet.box((500, 300, 820, 480), (176, 200, 208), (130, 156, 166))
    sheet.draw.ellipse((560, 520, 700, 660), outline=(232, 224, 214), width=26)
    sheet.draw.line((740, 540, 740, 660), fill=(240, 230, 220), width=16)


def _bike(sheet: _Sheet, left: float, top: float, colour: Colour) -> None:
    sheet.shadow((left - 20, top + 230, left + 520, top + 300), 130)
    for x in (60, 400):
        sheet.draw.ellipse((left + x - 80, top + 110, left + x + 80, top + 270), outline=(30, 30, 32), width=20)
        sheet.draw.ellipse((left + x - 14, top + 176, left + x + 14, top + 204), fill=(90, 92, 96))
    sheet.draw.line(
        (left + 60, top + 190, left + 200, top + 190, left + 300, top + 60), fill=colour, width=30, joint="curve"
    )
    sheet.draw.line((left + 300, top + 20, left + 400, top + 190), fill=colour, width=26)
    sheet.draw.line((left + 270, top, left + 340, top + 20), fill=_DARK, width=16)
    sheet.draw.polygon(
        [(left + 80, top + 96), (left + 220, top + 96), (left + 200, top + 130), (left + 90, top + 130)], fill=_DARK
    )


def _hydrant_blocked(sheet: _Sheet) -> None:
    _hydrant_clear(sheet)
    _bike(sheet, 390, 560, (44, 84, 140))
    _carton(sheet, (880, 640, 1050, 830))


def _shutter_clear(sheet: _Sheet) -> None:
    _plaster(sheet, (178, 180, 182))
    sheet.box((150, 60, 1130, 790), (22, 24, 28), (58, 60, 64))
    sheet.box((120, 40, 180, 800), (150, 152, 156), (110, 112, 116))
    sheet.box((1100, 40, 1160, 800), (150, 152, 156), (110, 112, 116))
    for row in range(9):
        sheet.box((180, 40 + row * 34, 1100, 70 + row * 34), (186, 190, 194), (140, 144, 150))
    sheet.box((180, 346, 1100, 368), (70, 74, 80), (40, 42, 46))
    sheet.shade([(130, 800), (1150, 800), (1220, 880), (60, 880)], (226, 190, 40), (206, 168, 30))
    for left in range(90, 1200, 120):
        sheet.draw.polygon([(left + 40, 800), (left + 90, 800), (left + 60, 880), (left, 880)], fill=(40, 40, 40))


def _shutter_blocked(sheet: _Sheet) -> None:
    _shutter_clear(sheet)
    for box in ((660, 640, 850, 830), (700, 490, 850, 640), (880, 690, 1040, 840)):
        _carton(sheet, box)
    _bike(sheet, 180, 590, (60, 110, 80))


def _charging(sheet: _Sheet) -> None:
    _plaster(sheet, (186, 184, 178))
    sheet.box((920, 120, 1040, 240), (236, 236, 232), (206, 206, 200))
    for x in (950, 1004):
        sheet.draw.line((x, 160, x, 190), fill=_DARK, width=8)
    sheet.draw.line((976, 230, 900, 420, 760, 380, 640, 560, 470, 600), fill=(24, 24, 26), width=11, joint="curve")
    _bike(sheet, 200, 540, (170, 40, 44))
    _bike(sheet, 640, 600, (60, 110, 80))
    sheet.box((430, 560, 520, 620), (40, 42, 46))


def _charging_clear(sheet: _Sheet) -> None:
    _plaster(sheet, (186, 184, 178))
    for x in (160, 520, 880):
        sheet.box((x, 200, x + 130, 400), (70, 120, 170), (44, 84, 128))
        sheet.draw.ellipse((x + 40, 320, x + 90, 370), fill=(30, 34, 40))
        sheet.draw.ellipse((x + 54, 230, x + 76, 252), fill=(70, 220, 110))
    _bike(sheet, 120, 560, (60, 110, 80))


def _lane(sheet: _Sheet) -> None:
    sheet.shade([(0, 0), (WIDTH, 0), (WIDTH, 420), (0, 420)], (150, 182, 210), (206, 216, 220))
    for x, width, high in ((0, 330, 120), (960, 320, 60)):
        sheet.box((x, high, x + width, 440), (186, 178, 166), (160, 150, 138))
        for row in range(5):
            for column in range(4):
                left, top = x + 26 + column * 76, high + 24 + row * 58
                sheet.box((left, top, left + 44, top + 34), (96, 116, 130), (70, 88, 102))
    sheet.shade([(0, 420), (WIDTH, 420), (WIDTH, HEIGHT), (0, HEIGHT)], (104, 104, 102), (76, 76, 76))
    for x in (-260, 220, 700, 1180):
        sheet.draw.polygon(
            [(640 + (x - 640) * 0.3, 440), (640 + (x - 640) * 0.3 + 16, 440), (x + 60, HEIGHT), (x, HEIGHT)],
            fill=(226, 190, 40),
        )
    for y, half in ((560, 120), (700, 220), (880, 360)):
        sheet.draw.line((640 - half, y, 640 + half, y), fill=(226, 190, 40), width=10)


def _car(sheet: _Sheet, left: float, top: float, scale: float, colour: Colour) -> None:
    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * scale, top + y * scale

    dark = (colour[0] // 2, colour[1] // 2, colour[2] // 2)
    sheet.shadow((*at(-20, 190), *at(540, 270)), 150)
    sheet.shade(
        [at(0, 110), at(60, 100), at(130, 20), at(370, 14), at(450, 96), at(520, 112), at(520, 220), at(0, 220)],
        colour,
        dark,
    )
    sheet.shade([at(146, 34), at(240, 32), at(240, 98), at(96, 100)], (150, 172, 186), (96, 116, 130))
    sheet.shade([at(254, 32), at(360, 28), at(424, 96), at(254, 98)], (150, 172, 186), (96, 116, 130))
    for x in (104, 416):
        sheet.draw.ellipse((*at(x - 54, 166), *at(x + 54, 274)), fill=(26, 26, 28))
        sheet.draw.ellipse((*at(x - 26, 194), *at(x + 26, 246)), fill=(150, 152, 156))
    sheet.draw.ellipse((*at(4, 124), *at(36, 150)), fill=(250, 246, 214))


def _lane_blocked(sheet: _Sheet) -> None:
    _lane(sheet)
    _car(sheet, 720, 470, 0.62, (170, 172, 178))
    _car(sheet, 130, 570, 1.0, (40, 70, 122))


SCENES: dict[str, Callable[[_Sheet], None]] = {
    "corridor_boxes": _corridor_boxes,
    "corridor_clear": _corridor_clear,
    "bracket_empty": _bracket_empty,
    "bracket_full": _bracket_full,
    "machine": _machine,
    "gauge": _gauge,
    "door_open": _door_open,
    "door_shut": _door_shut,
    "lamp_dark": _lamp_dark,
    "lamp_lit": _lamp_lit,
    "hydrant_blocked": _hydrant_blocked,
    "hydrant_clear": _hydrant_clear,
    "shutter_blocked": _shutter_blocked,
    "shutter_clear": _shutter_clear,
    "charging": _charging,
    "charging_clear": _charging_clear,
    "lane_blocked": _lane_blocked,
    "lane_clear": _lane,
}
"""What can be photographed; names in pairs show a hazard before and after."""


@functools.lru_cache(maxsize=128)
def picture(scene: str, stamp: str = "") -> bytes:
    """Return a JPEG of 1280 x 960 pixels of ``scene``, with ``stamp`` (ASCII) burnt in like a camera's date.

    Raises:
        KeyError: there is no such scene.
    """
    sheet = _Sheet(f"{scene}|{stamp}")
    SCENES[scene](sheet)
    return sheet.finish(stamp)
