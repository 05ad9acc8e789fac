"""The server's settings: one frozen dataclass, read from the environment once, at the start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shared.sync.messages import SyncLimits


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. ``home`` holds the database (if SQLite), photos and backups.

    ``public_url`` is the address that tablets and browsers use; empty: whatever the request names. With
    ``is_behind_proxy`` the forwarded address and scheme of one proxy are trusted.
    """

    home: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8765
    threads: int = 8
    public_url: str = ""
    is_behind_proxy: bool = False
    min_app: str = "0.1"
    retain_days: int = 30
    limits: SyncLimits = SyncLimits()

    @property
    def blob_folder(self) -> Path:
        """Where photos lie when they are kept on local disk."""
        return self.home / "blobs"


def sqlite_url(home: Path) -> str:
    """Name the SQLite database of ``home``."""
    return f"sqlite:///{home / 'rounds.db'}"


def read_config(environment: Mapping[str, str] = os.environ) -> Config:
    """Read the settings from variables that begin with ``ROUNDS_``.

    Raises:
        ValueError: a number is not a number or out of range.
    """
    home = Path(environment.get("ROUNDS_HOME", "demo/server")).absolute()
    return Config(
        home=home,
        database_url=environment.get("ROUNDS_DB") or sqlite_url(home),
        host=environment.get("ROUNDS_HOST", "127.0.0.1"),
        port=_number(environment, "ROUNDS_PORT", 8765, 65535),
        threads=_number(environment, "ROUNDS_THREADS", 8, 256),
        public_url=environment.get("ROUNDS_URL", "").rstrip("/"),
        is_behind_proxy=environment.get("ROUNDS_PROXY", "") == "1",
    )


def _number(environment: Mapping[str, str], name: str, default: int, highest: int) -> int:
    text = environment.get(name, "") or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= highest:
        raise ValueError(f"{name} is a whole number from 1 to {highest}, not {text!r}")
    return int(text)
