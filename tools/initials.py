"""Make the table of pinyin initials that search uses, from Unicode's own data.

Run by hand when a newer Unicode adds characters; the result is committed, so neither building nor testing needs the source:

    python tools/initials.py FILE

FILE is ``Unihan_Readings.txt`` of the Unicode Character Database (Debian: unicode-data; Unicode License V3). kMandarin gives
the first letter of each character; kHanyuPinlu (counted from running texts) and kXHC1983 (《现代汉语词典》) the others that
people may type for it.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "shared" / "initials.py"
FIRST, LAST = 0x4E00, 0x9FFF
WIDTH = 100
SHAPE = '''"""First letters of the pinyin of Chinese characters, made by tools/initials.py from Unicode's Unihan data; not edited.

``LETTERS`` has one letter for each character from FIRST on, a dot where none is known. ``OTHERS`` are the letters of further
readings (厦 is s in 大厦 and x in 厦门), each behind its character.
"""

from __future__ import annotations

FIRST = 0x{first:X}
LETTERS = (
{letters}
)
OTHERS = (
{others}
)
'''


def main(source: Path) -> None:
    """Write ``shared/initials.py``."""
    first: dict[int, str] = {}
    more: dict[int, set[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if not line.startswith("U+"):
            continue
        code, field, value = line.split("\t")
        number = int(code[2:], 16)
        if FIRST <= number <= LAST and field == "kMandarin":
            first[number] = letter(value.split()[0])
        elif FIRST <= number <= LAST and field in {"kHanyuPinlu", "kXHC1983"}:
            more.setdefault(number, set()).update(letter(entry.rpartition(":")[2]) for entry in value.split())
    letters = "".join(first.get(number, ".") for number in range(FIRST, LAST + 1))
    others = "".join(
        f"{chr(number)}{''.join(sorted(found - {first.get(number, '')}))}"
        for number, found in sorted(more.items())
        if found - {first.get(number, "")} and is_common(chr(number))
    )
    TARGET.write_text(SHAPE.format(first=FIRST, letters=block(letters), others=block(others)), encoding="utf-8")


def letter(reading: str) -> str:
    """Return the first letter of a syllable, without its tone."""
    return unicodedata.normalize("NFD", reading)[0]


def is_common(character: str) -> bool:
    """Tell whether a character is among the 6,763 of GB 2312."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def block(text: str) -> str:
    """Write a long text as a literal of many lines."""
    return "\n".join(f'    "{text[start : start + WIDTH]}"' for start in range(0, len(text), WIDTH))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
