"""Kivy without what this app never asks it for: loaded when somebody does, instead of at each start.

Kivy's clock imports asyncio, and with it TLS, for a main loop that is asynchronous; through ctypes it looks for the C
library's clock by running a program, where Python's own clock and sleep do the same. Its pictures import a library that
tells formats apart. Together a tenth of what Kivy's start takes.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
"""How the pictures of this app begin."""


class Later(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # of which the import system asks
        return getattr(import_module(self.__name__), name)


async def _wait_for(awaited: Awaitable[object], limit: float | None) -> object:
    from asyncio import wait_for

    return await wait_for(awaited, limit)


def _guess_extension(path: str) -> str | None:
    """Tell what kind of picture a file holds: those that the app has by how they begin, others by the library."""
    with Path(path).open("rb") as file:
        begin = file.read(8)
    for known, extension in _BEGINNINGS.items():
        if begin.startswith(known):
            return extension
    from filetype import guess_extension  # type: ignore[import-untyped]

    found: str | None = guess_extension(path)
    return found


def begin() -> None:
    """Import Kivy's clock and pictures without them; before anything else of Kivy that needs these."""
    _import_with("kivy.clock", {"asyncio": _standing_for("asyncio", wait_for=_wait_for), "ctypes": None})
    _import_with("kivy.core.image", {"filetype": _standing_for("filetype", guess_extension=_guess_extension)})


def _standing_for(name: str, **taken: Callable[..., object]) -> Later:
    """Make what stands for a module; ``taken`` is what is asked of it at once."""
    module = Later(name)
    vars(module).update(taken)
    return module


def _import_with(name: str, instead: dict[str, Later | None]) -> None:
    """Import a module that finds others instead of those that nobody has imported yet; None is one that cannot be had."""
    if name in sys.modules:
        return
    new = {other: module for other, module in instead.items() if other not in sys.modules}
    sys.modules.update(new)  # type: ignore[arg-type]  # None says that there is no such module: the import system's own way
    try:
        import_module(name)
    finally:
        for other in new:
            del sys.modules[other]
