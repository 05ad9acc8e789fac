"""Draws that anybody can check again: who or what is chosen follows from a seed and the candidates, nothing else.

How a draw is trusted: the seed is made by chance before anybody knows what it will choose, its ``commitment`` is shown at
once, and the seed itself is revealed afterwards. Whoever has the seed, the candidates and a SHA-256 at hand finds the same
answer; a seed that was swapped meanwhile no longer fits the commitment.

The rule, so that it can be followed without this code: of each candidate take the SHA-256 of the text
``seed`` + line feed + ``candidate`` (UTF-8), write it as 64 hexadecimal digits, and sort; the first ones are drawn.

Invariant: the order and repetition of the candidates change nothing, nor does the machine, the version or the language.
Invariant: a candidate that drops out never changes how the others rank, so a draw of more keeps those already drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from hmac import compare_digest


def draw(seed: str, candidates: Sequence[str], count: int) -> tuple[str, ...]:
    """Draw ``count`` of the candidates, the first drawn first; all of them if there are fewer.

    Raises:
        ValueError: ``count`` is negative, the seed is empty, or a candidate is: such a draw could not be explained.
    """
    if count < 0:
        raise ValueError("a draw chooses none or more")
    return tuple(candidate for candidate, _ in ranked(seed, candidates)[:count])


def ranked(seed: str, candidates: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """List every candidate once with the hash that it is drawn by, the first drawn first.

    Raises:
        ValueError: the seed is empty or holds a line feed, or a candidate is empty.
    """
    if not seed or "\n" in seed:
        raise ValueError("a draw needs a seed of one line")
    different = set(candidates)
    if "" in different:
        raise ValueError("a candidate has a name")
    hashes = {candidate: _hash(f"{seed}\n{candidate}") for candidate in different}
    return tuple(sorted(hashes.items(), key=lambda pair: (pair[1], pair[0])))


def commitment(seed: str) -> str:
    """Return what is shown of a seed before it is revealed: its SHA-256 as 64 hexadecimal digits."""
    return _hash(seed)


def fits(seed: str, committed: str) -> bool:
    """Tell whether a revealed seed is the one that was committed to."""
    return compare_digest(commitment(seed).encode(), committed.strip().lower().encode())


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
