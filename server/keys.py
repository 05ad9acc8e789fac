"""The server's own key for links: from ROUNDS_LINK_KEY, else a file in the home, made when it is first needed.

It is never in the database, in a backup or in a log. Several servers of one database need the same ROUNDS_LINK_KEY; with
another key every link that was given still opens, but cannot be shown or printed again until it is renewed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from server.config import Config

NAME: Final = "link.key"
BYTES: Final = 32


def link_key(config: Config) -> Callable[[], bytes]:
    """Return what gives the key; it is read or made at the first call and kept."""

    @cache
    def key() -> bytes:
        if config.link_key:
            return hashlib.sha256(config.link_key.encode()).digest()
        return _kept(config.home / NAME)

    return key


def _kept(path: Path) -> bytes:
    """Read the file's key; make it if there is none, for its owner only. Two that begin at once end with one key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        fresh = path.with_name(f"{NAME}.{os.getpid()}.{secrets.token_hex(4)}")
        if not path.exists():
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(BYTES).hex().encode())
            try:
                os.link(fresh, path)  # a whole file or none: another process never reads half a key
            finally:
                fresh.unlink()
    return bytes.fromhex(path.read_text(encoding="ascii"))
