"""Code that would be compiled anew at each start, kept from one start to the next, as Python keeps compiled modules.

Half of a start was the compiler: dataclasses write their methods as text and compile them, Kivy does so with each line of kv.
What was compiled lies in two files beside the compiled modules, under the very text that it was made from, so that it can
never be out of date. They hold nothing that is not in the program: they may vanish or be damaged at any time.
"""

from __future__ import annotations

import builtins
import dataclasses
import inspect
import logging
import marshal
import sys
import zlib
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

log = logging.getLogger(__name__)
LARGEST = 4_000_000
"""Bytes, twice what all screens need."""
_MADE_BY = f"3 {sys.version} {sys.flags.optimize}\n".encode()


class Kept:
    """What was compiled, under the text it was compiled from, in two files: what a start takes, and what comes after it.

    The first, at ``path``, is read whole and at once: that takes a third of the time of so many single pieces. The other
    lies beside it and is read when something is first asked for that is not in the first. A start is over with the first
    ``keep``. ``is_new`` tells whether there is more than was read; of a file over ``largest`` bytes only what is in use
    is kept.
    """

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        self.path = path
        self.is_new = False
        self._largest = largest
        self._is_over = False
        self._ready: dict[str, object] = {}
        self._taken: set[str] = set()
        self._rest: dict[str, bytes] | None = None
        self._used: dict[str, bytes] = {}

    def recall(self) -> None:
        """Read the file of a start; one of another Python, or that is damaged, is passed over."""
        self._ready = _read(self.path)

    def find(self, text: str) -> object:
        """Return what was compiled from a text, or None; it may be what somebody else was given."""
        ready = self._ready.get(text)
        if ready is not None:
            self._taken.add(text)
            return ready
        found = self._used.get(text)
        if found is None:
            found = self._after_it().get(text)
            if found is None:
                return None
            self._used[text] = found
            self.is_new = self.is_new or not self._is_over  # the next start is to find it ready
        return marshal.loads(found)  # noqa: S302 - of a file that was whole; as bytes it takes a third of the memory

    def note(self, text: str, made: Any) -> None:
        """Take what was compiled from a text now: code, or whatever `marshal` can write."""
        self._used[text] = marshal.dumps(made)
        self.is_new = True

    def keep(self) -> None:
        """Write down what is new; the first time, what a start takes."""
        is_new, self.is_new = self.is_new, False
        if self._is_over:
            if is_new:
                self._write(self._later, {**self._after_it(), **self._used}, set(self._used))
            return
        self._is_over = True
        used, self._used = self._used, {}
        ready, self._ready = self._ready, {}  # it lives on in what was made of it
        if is_new:
            made = {text: marshal.loads(found) for text, found in used.items()}  # noqa: S302 - written by us
            self._write(self.path, {**ready, **made}, self._taken | set(used))

    @property
    def _later(self) -> Path:
        return self.path.with_suffix(".later")

    def _after_it(self) -> dict[str, bytes]:
        if self._rest is None:
            self._rest = _read(self._later)
        return self._rest

    def _write(self, path: Path, entries: Mapping[str, object], in_use: set[str]) -> None:
        written = _written(dict(entries))
        if len(written) > self._largest:
            written = _written({text: made for text, made in entries.items() if text in in_use})
        half = path.with_suffix(f"{path.suffix}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(written)
            half.replace(path)
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


def _read(path: Path) -> dict[str, Any]:
    """Return what a file holds; nothing where it is not whole: `marshal` must not be given anything else."""
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    start = len(_MADE_BY)
    made_by, sum_of, body = content[:start], content[start : start + 4], memoryview(content)[start + 4 :]
    if made_by != _MADE_BY or int.from_bytes(sum_of, "big") != zlib.crc32(body):
        return {}
    held: dict[str, Any] = marshal.loads(body)  # noqa: S302 - written by us beside the program itself
    return held


def _written(entries: dict[str, object]) -> bytes:
    body = marshal.dumps(entries)
    return _MADE_BY + zlib.crc32(body).to_bytes(4, "big") + body


KEPT = Kept(Path(cache_from_source(str(Path(__file__).with_name("start.py")))).with_suffix(".kept"))
"""Those of this program."""


def begin() -> None:
    """Let dataclasses made from now on take their methods' code from what was kept; before the first of them is imported."""
    KEPT.recall()
    dataclasses.exec = KEPT.execute  # type: ignore[attr-defined]  # found before the builtin, by that module alone
    dataclasses.inspect = _WithoutSignatures("inspect")  # type: ignore[attr-defined]


class _WithoutSignatures(ModuleType):
    """Stands for `inspect` in dataclasses, which would write a signature into each class without a docstring.

    On Android no class has one, and nobody reads it there; finding it takes as long as making the class.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(inspect, name)

    def signature(self, _cls: type) -> str:
        return ""  # the early releases of 3.11 let an error of this out of the class


def keep() -> None:
    """Keep what is new for the next start, unless Python is to leave no compiled modules behind either."""
    if not sys.dont_write_bytecode:
        KEPT.keep()
