"""Find a name as people type it: part of the Chinese, first letters of the pinyin, or a number.

``searchable`` is made once for each row of a list, ``matches`` is asked at each keystroke: a list of ten thousand rows is
searched within a frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from shared.initials import FIRST, LETTERS, OTHERS

MOST_SPELLINGS = 8
"""A name with many characters of several readings is not spelt in every way that there is."""
_BETWEEN = "\n"
_DROPPED = str.maketrans("", "", " -_./·（）()【】[]，,、：:#\t\u3000")
"""What people leave out when they type a number or a name."""


def searchable(*names: str) -> str:
    """Return what ``matches`` looks in: names, numbers and codes of one thing, and the first letters of their pinyin."""
    found: dict[str, None] = {}
    for name in names:
        plain = _plain(name)
        found[plain] = None
        for spelling in initials(plain):
            found[spelling] = None
    found.pop("", None)
    return _BETWEEN.join(found)


def matches(where: str, query: str) -> bool:
    """Tell whether every word of ``query`` occurs in ``where``, which ``searchable`` made; an empty query matches all."""
    return all(word in where for word in words(query))


def words(query: str) -> tuple[str, ...]:
    """Cut a query into the words that must all occur, as ``searchable`` writes them."""
    return tuple(word for word in (_plain(part) for part in query.split()) if word)


def match(text: str, query: str) -> bool:
    """Tell whether one text matches; for lists, keep what ``searchable`` returns."""
    return matches(searchable(text), query)


def initials(text: str) -> tuple[str, ...]:
    """Spell a text by first letters, in all common readings (at most MOST_SPELLINGS): 机房 is ``jf``.

    Letters and digits stay, anything else falls out. Nothing is returned for a text without Chinese characters.
    """
    letters = [letter for letter in map(_letters, text.casefold()) if letter]
    if all(sign.isascii() for sign in text):
        return ()
    return tuple("".join(spelling) for spelling in islice(product(*letters), MOST_SPELLINGS))


def _letters(sign: str) -> str:
    """Return the first letters that a character can have, the usual one first."""
    if sign.isascii():
        return sign if sign.isalnum() else ""
    place = ord(sign) - FIRST
    if not 0 <= place < len(LETTERS) or LETTERS[place] == ".":
        return ""
    return LETTERS[place] + _MORE.get(sign, "")


def _plain(text: str) -> str:
    return text.casefold().translate(_DROPPED)


def _others() -> Iterator[tuple[str, str]]:
    """Read the table of further readings: each character with the letters behind it."""
    start = 0
    for end in range(1, len(OTHERS) + 1):
        if end == len(OTHERS) or not OTHERS[end].isascii():
            yield OTHERS[start], OTHERS[start + 1 : end]
            start = end


_MORE = dict(_others())
