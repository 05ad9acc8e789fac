"""Break Chinese and mixed text into lines, so that a row knows its height before it is drawn.

Kivy breaks at spaces only and then anywhere, which tears numbers from their units and starts lines with a comma.
Here: Latin words and numbers stay whole, closing marks never start a line, opening marks never end one (GB/T 15834).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

Advance = Callable[[str], float]

NOT_FIRST = frozenset("，。、；：？！）》〉】」』〕”’…·—％%℃°,.;:?!)]}>’”/")
NOT_LAST = frozenset("（《〈【「『〔“‘([{<$￥№")


def _is_wide(char: str) -> bool:
    return char >= "\u2e80"


def _atoms(text: str) -> Iterator[str]:
    """Yield the pieces that may not be broken: one Chinese character, one Latin word, one space."""
    word = ""
    for char in text:
        if char == " " or _is_wide(char):
            if word:
                yield word
                word = ""
            yield char
        else:
            word += char
    if word:
        yield word


def _glued(text: str) -> Iterator[str]:
    """Yield atoms with closing marks joined to what stands before and opening marks to what follows."""
    held = ""
    for atom in _atoms(text):
        if held and (atom[0] in NOT_FIRST or held[-1] in NOT_LAST):
            held += atom
            continue
        if held:
            yield held
        held = atom
    if held:
        yield held


def _split(piece: str, width: float, advance: Advance) -> Iterator[str]:
    """Cut a piece that is wider than a whole line into parts that fit."""
    part = ""
    for char in piece:
        if part and advance(part + char) > width:
            yield part
            part = ""
        part += char
    yield part


def widest_piece(text: str, advance: Advance) -> float:
    """Return the width in pixels of the widest piece of `text` that stays whole: a word, or a sign with what is glued to it."""
    return max((advance(piece) for piece in _glued(text)), default=0.0)


def balanced_lines(text: str, width: float, advance: Advance, least: int = 3) -> list[str]:
    """Return the lines of `text` without a last line of one or two characters, where that takes no further line."""
    lines = break_lines(text, width, advance)
    narrower = width
    while len(lines) > 1 and len(lines[-1]) < least and narrower > width * 0.7:
        narrower -= max(1.0, width * 0.06)
        tried = break_lines(text, narrower, advance)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def break_lines(text: str, width: float, advance: Advance) -> list[str]:
    """Return the lines of `text` in a box `width` pixels wide; at least one line, line feeds are kept.

    advance: gives the width in pixels of a piece of text.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used, first = "", 0.0, len(lines)
        for piece in _glued(paragraph):
            if piece == " " and not line and len(lines) > first:
                continue
            size = advance(piece)
            if line and used + size > width:
                lines.append(line.rstrip())
                line, used = "", 0.0
                if piece == " ":
                    continue
            if size > width:
                *whole, piece = _split(piece, width, advance)
                lines.extend(whole)
                size = advance(piece)
            line += piece
            used += size
        lines.append(line.rstrip())
    return lines
