"""Make the fonts of the server's papers: subsets of Noto Serif CJK SC (Song type), under a name of their own.

Run by hand when the character set changes; the results are committed. The characters are those of the tablet's font
(``tools/fonts.py``), so that whatever a tablet shows stands on paper too. They are called Rounds Song so that a system's own
Noto fonts are never taken in their place, but only for letters that are missing here.

    python tools/paper_fonts.py --noto /usr/share/fonts/opentype/noto

--noto    Debian's package fonts-noto-cjk 1:20220127 (OFL-1.1)
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "server" / "papers" / "fonts"
FAMILY = "Rounds Song"
_NAMES = {1: FAMILY, 16: FAMILY}


def cut(source: Path, target: Path, points: set[int], weight: str) -> int:
    """Write `target` with only `points` of the simplified Chinese face; return how many it really holds."""
    with TTCollection(str(source), lazy=True) as faces:
        number = next(at for at, face in enumerate(faces.fonts) if "SC" in str(face["name"].getDebugName(1)).split())
    options = subset.Options(hinting=False, layout_features=["kern", "liga", "locl", "halt", "palt"], glyph_names=False)
    options.font_number = number
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]  # nothing here is set vertically
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in _NAMES:
            record.string = _NAMES[record.nameID]
        elif record.nameID in (3, 4, 6):
            record.string = f"{FAMILY} {weight}".replace(" ", "-" if record.nameID != 4 else " ")
    font["CFF "].cff.fontNames = [f"RoundsSong-{weight}"]
    font["head"].modified = font["head"].created  # the same input gives the same bytes
    font.recalcTimestamp = False
    held = len(font.getBestCmap())
    subset.save_font(font, str(target), options)
    return held


def main() -> None:
    """Make both weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--noto", type=Path, required=True)
    args = parser.parse_args()
    FONTS.mkdir(parents=True, exist_ok=True)
    with TTFont(ROOT / "mobile" / "assets" / "fonts" / "NotoSansSC-Regular.ttf", lazy=True) as known:
        points = set(known.getBestCmap())
    for weight in ("Regular", "Bold"):
        target = FONTS / f"RoundsSong-{weight}.otf"
        held = cut(args.noto / f"NotoSerifCJK-{weight}.ttc", target, points, weight)
        print(f"{target.name}: {held} characters, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
