"""Code that would be compiled anew at each start, kept from one start to the next, as Python keeps compiled modules.

Half of a start was the compiler: dataclasses write their methods as text and compile them, Kivy does so with each line of kv.
What was compiled lies in one file beside the compiled modules, under the very text that it was made from, so that it can
never be out of date. It holds nothing that is not in the program: it may vanish or be damaged at any time.
"""

from __future__ import annotations

import builtins
import dataclasses
import logging
import marshal
import sys
import zlib
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

log = logging.getLogger(__name__)
LARGEST = 8_000_000
"""Bytes, three times what all screens need."""
_MADE_BY = f"2 {sys.version} {sys.flags.optimize}\n".encode()


class Kept:
    """The file at ``path``: what was compiled, under the text it was compiled from.

    ``is_new`` tells whether there is more than it holds; of a file over ``largest`` bytes only what is in use is kept.
    """

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        self.path = path
        self.is_new = False
        self._largest = largest
        self._held: dict[str, bytes] = {}
        self._used: dict[str, bytes] = {}

    def recall(self) -> None:
        """Read the file; one of another Python, or that is damaged, is passed over."""
        with suppress(OSError):
            self._held = _read(self.path.read_bytes())

    def find(self, text: str) -> object:
        """Return what was compiled from a text, or None."""
        found = self._held.get(text) or self._used.get(text)
        if found is None:
            return None
        self._used[text] = found
        return marshal.loads(found)  # noqa: S302 - of a file that was whole; as bytes it takes a third of the memory

    def note(self, text: str, made: Any) -> None:
        """Take what was compiled from a text now: code, or whatever `marshal` can write."""
        self._used[text] = marshal.dumps(made)
        self.is_new = True

    def keep(self) -> None:
        """Write the file where something is new."""
        if not self.is_new:
            return
        self.is_new = False
        written = _written({**self._held, **self._used})
        if len(written) > self._largest:
            written = _written(dict(self._used))
        half = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(written)
            half.replace(self.path)
        except OSError:
            log.debug("what was compiled cannot be kept", exc_info=True)

    def execute(
        self, text: str, space: dict[str, object] | None = None, names: dict[str, object] | None = None
    ) -> None:
        """Do what the builtin `exec` does with a text."""
        code = self.find(text)
        if not isinstance(code, CodeType):
            code = compile(text, "<string>", "exec", dont_inherit=True)
            self.note(text, code)
        builtins.exec(code, space, names)  # noqa: S102 - the text is what dataclasses wrote


def _read(content: bytes) -> dict[str, bytes]:
    """Return what a file holds; nothing where it is not whole: `marshal` must not be given anything else."""
    made_by, sum_of, body = (
        content[: len(_MADE_BY)],
        content[len(_MADE_BY) : len(_MADE_BY) + 4],
        content[len(_MADE_BY) + 4 :],
    )
    if made_by != _MADE_BY or int.from_bytes(sum_of, "big") != zlib.crc32(body):
        return {}
    held: dict[str, bytes] = marshal.loads(body)  # noqa: S302 - written by us beside the program itself
    return held


def _written(entries: dict[str, bytes]) -> bytes:
    body = marshal.dumps(entries)
    return _MADE_BY + zlib.crc32(body).to_bytes(4, "big") + body


KEPT = Kept(Path(cache_from_source(str(Path(__file__).with_name("start.py")))).with_suffix(".kept"))
"""The one of this program."""


def begin() -> None:
    """Let dataclasses made from now on take their methods' code from what was kept; before the first of them is imported."""
    KEPT.recall()
    dataclasses.exec = KEPT.execute  # type: ignore[attr-defined]  # found before the builtin, by that module alone


def keep() -> None:
    """Keep what is new for the next start, unless Python is to leave no compiled modules behind either."""
    if not sys.dont_write_bytecode:
        KEPT.keep()
