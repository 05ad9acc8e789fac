"""Make the tablet's font files: subsets of Noto Sans SC and of Material Design Icons.

Run by hand when the character set or the icon list changes; the results are committed, so neither
building nor testing needs the sources:

    python tools/fonts.py --noto DIR --mdi DIR --unihan FILE

--noto    unpacked npm package `@expo-google-fonts/noto-sans-sc` 0.4.3 (OFL-1.1)
--mdi     unpacked npm package `@mdi/font` 7.4.47 (Apache-2.0)
--unihan  `Unihan_OtherMappings.txt` of the Unicode Character Database (Debian: unicode-data); its
          kTGH field is the Table of General Standard Chinese Characters (8,105), its GB2312 set is
          taken from Python's own codec

SDL2_ttf has no fallback chain: a character missing here is an empty box on the tablet. So one file
holds Latin, Chinese, units and symbols; tests/repo checks every text we ship against it.
"""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "mobile" / "assets" / "fonts"
ICON_TABLE = ROOT / "mobile" / "widgets" / "icons.py"
SUBSCRIPT_SCALE, SUBSCRIPT_DROP = 0.6, -140
WEIGHTS = {"Regular": "400Regular", "Medium": "500Medium", "Bold": "700Bold"}

RANGES = (
    (0x0020, 0x017F),  # Latin, Latin-1, Latin Extended-A
    (0x0391, 0x03C9),  # Greek
    (0x2010, 0x2027),  # dashes, quotes, bullets, ellipsis
    (0x2030, 0x205E),
    (0x2070, 0x209F),  # super- and subscripts
    (0x20A0, 0x20BF),
    (0x2100, 0x218F),  # ℃ № Ω Ⅰ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # ≤ ≥ ≠ √
    (0x2460, 0x24FF),  # ①
    (0x2500, 0x257F),
    (0x25A0, 0x25FF),  # ■ □ ●
    (0x2600, 0x266F),
    (0x2713, 0x2718),
    (0x3000, 0x303F),  # 〔 〕 。 、
    (0x3105, 0x312F),
    (0x3220, 0x3243),
    (0x3380, 0x33DF),  # ㎜ ㎡
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),  # full width
)

ICONS = """
account account-check-outline account-circle-outline account-clock-outline account-group-outline
account-hard-hat-outline account-multiple-outline account-off-outline account-switch-outline alert alert-circle
alert-circle-outline alert-octagon alert-octagon-outline arrow-down arrow-left arrow-right arrow-top-right arrow-up
backspace-outline battery battery-charging battery-low bell-outline book-open-variant bookmark-outline
bullhorn-outline calendar-check-outline calendar-clock calendar-outline calendar-remove-outline camera
camera-off-outline camera-outline camera-plus camera-plus-outline cancel cellphone-link chart-line check check-all
check-bold check-circle check-circle-outline checkbox-blank-outline checkbox-marked chevron-down chevron-left
chevron-right chevron-up circle-medium circle-outline clipboard-account-outline clipboard-alert-outline
clipboard-check clipboard-check-outline clipboard-list clipboard-list-outline clipboard-text-outline clock-alert
clock-alert-outline clock-check-outline clock-outline close close-circle close-circle-outline close-thick cloud-alert
cloud-alert-outline cloud-check cloud-check-outline cloud-off-outline cloud-sync-outline cloud-upload
cloud-upload-outline cog cog-outline comment-alert-outline comment-text comment-text-outline compare
compare-horizontal connection content-copy contrast-circle crosshairs-gps delete-outline dialpad domain door door-open
dots-horizontal dots-vertical download-outline draw draw-pen elevator elevator-passenger-outline eraser
eye-off-outline eye-outline file-document-outline file-sign filter-variant fire fire-extinguisher fire-hydrant flag
flag-outline flash format-list-checks format-size format-text gauge gavel gesture handshake-outline harddisk
help-circle-outline history home-city-outline home-outline image-broken-variant image-edit-outline
image-multiple-outline image-outline information information-outline key-variant keyboard-outline keyboard-return
lan-disconnect layers-outline link-variant lock-outline login logout magnify map-marker-outline map-outline
message-text-outline microphone microphone-outline minus minus-circle minus-circle-outline minus-thick nfc nfc-tap
note-edit-outline note-text-outline numeric numeric-1-circle-outline office-building-outline oil page-next-outline
palette pencil pencil-outline phone-outline play plus plus-minus-variant printer-outline progress-clock
progress-upload qrcode-scan radiobox-blank radiobox-marked refresh replay restore routes scale-balance send
send-outline server-network server-network-off share-variant-outline shield-alert-outline shield-check
shield-check-outline shield-home-outline signature-freehand sort speedometer stairs stop stop-circle-outline
swap-horizontal sync sync-alert tablet tag-check-outline tag-off-outline tag-outline text-box-check-outline
text-box-outline theme-light-dark thermometer timer-sand tools translate tray-full trending-down trending-up undo
undo-variant update upload-outline vibrate view-list-outline volume-high volume-off walk water-pump weather-night
white-balance-sunny wifi-off wrench-outline
""".split()


def charset(unihan: Path) -> set[int]:
    """Return every code point the text font must hold."""
    points = {p for low, high in RANGES for p in range(low, high + 1)}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                points.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    for line in unihan.read_text(encoding="utf-8").splitlines():
        if "\tkTGH\t" in line:
            points.add(int(line.split("\t", 1)[0][2:], 16))
    return points


def add_subscripts(font: TTFont) -> None:
    """Draw ₀ … ₉ from the digits: Noto Sans SC has none, and CO₂ stands on every second extinguisher."""
    cmap, glyphs, metrics = font.getBestCmap(), font.getGlyphSet(), font["hmtx"]
    for digit in range(10):
        name, source = f"uni208{digit}", cmap[ord("0") + digit]
        if 0x2080 + digit in cmap:
            continue
        pen = TTGlyphPen(None)
        glyphs[source].draw(TransformPen(pen, (SUBSCRIPT_SCALE, 0, 0, SUBSCRIPT_SCALE, 0, SUBSCRIPT_DROP)))
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = pen.glyph()
        font["glyf"][name].recalcBounds(font["glyf"])
        width, bearing = metrics[source]
        if "vmtx" in font:
            font["vmtx"][name] = font["vmtx"][source]
        metrics[name] = (round(width * SUBSCRIPT_SCALE), round(bearing * SUBSCRIPT_SCALE))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[0x2080 + digit] = name


def cut(source: Path, target: Path, points: set[int]) -> int:
    """Write `target` with only `points`; return how many it really holds."""
    options = subset.Options(hinting=False, layout_features=["kern", "liga"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["vhea", "vmtx", "VORG"]  # nothing here is set vertically
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    font = subset.load_font(str(source), options)
    if ord("0") in points:
        add_subscripts(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    font["head"].modified = font["head"].created  # the same input gives the same bytes
    font.recalcTimestamp = False
    held = len(font.getBestCmap())
    subset.save_font(font, str(target), options)
    return held


def icon_points(css: Path) -> dict[str, int]:
    """Read the icon names and their code points from the package's style sheet.

    Raises: KeyError when a wanted icon is not in it.
    """
    found = dict(re.findall(r"\.mdi-([a-z0-9-]+)::before\s*\{\s*content:\s*\"\\([0-9A-F]+)\"", css.read_text()))
    return {name: int(found[name], 16) for name in sorted(set(ICONS))}


def write_icon_table(points: dict[str, int]) -> None:
    rows = "\n".join(f'    "{name}": "\\U{point:08X}",' for name, point in points.items())
    ICON_TABLE.write_text(
        '"""Name -> character of each icon in MaterialIcons.ttf. Written by tools/fonts.py: edit ICONS there."""\n\n'
        "from typing import Final\n\n"
        f"ICONS: Final[dict[str, str]] = {{\n{rows}\n}}\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--noto", type=Path, required=True)
    parser.add_argument("--mdi", type=Path, required=True)
    parser.add_argument("--unihan", type=Path, required=True)
    args = parser.parse_args()

    FONTS.mkdir(parents=True, exist_ok=True)
    points = charset(args.unihan)
    for weight, folder in WEIGHTS.items():
        target = FONTS / f"NotoSansSC-{weight}.ttf"
        held = cut(args.noto / folder / f"NotoSansSC_{folder}.ttf", target, points)
        print(f"{target.name}: {held} characters, {target.stat().st_size / 1e6:.2f} MB")
    shutil.copyfile(args.noto / "LICENSE_FONT", FONTS / "OFL.txt")

    icons = icon_points(args.mdi / "css" / "materialdesignicons.css")
    cut(args.mdi / "fonts" / "materialdesignicons-webfont.ttf", FONTS / "MaterialIcons.ttf", set(icons.values()))
    shutil.copyfile(args.mdi / "LICENSE", FONTS / "MaterialIcons-LICENSE.txt")
    write_icon_table(icons)
    print(f"{len(icons)} icons; {len(TTFont(FONTS / 'MaterialIcons.ttf').getBestCmap())} in the font")


if __name__ == "__main__":
    main()
