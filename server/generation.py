"""Notices a database that was put in place by hand: a mark outside of it says how far it had come.

A server that goes on with an older database under its old epoch would tell tablets that it holds what it lost, and they
would delete their last copies. So whoever finds the database behind its mark begins a new generation, and every tablet
sends again what it still holds (sync design §5.8). ``rounds restore`` does that by itself.
"""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path

from server.codec import read, write
from server.lock import held
from server.store import ServerStore, Tx
from server.store.chain import Entry
from server.store.generation import Mark, begin_epoch, is_copy, mark, past_epochs
from server.store.schema import ensure_epoch
from shared.errors import MalformedError
from shared.ids import Epoch

log = logging.getLogger(__name__)
NAME = "generation.json"


def settle_generation(store: ServerStore, home: Path) -> str:
    """Compare the database with the mark in ``home``, begin a new generation if it went back, and move the mark.

    Called at each start and every few minutes; with several processes each may call it. Returns why a new generation
    was begun, empty if none was. While another process settles, nothing is done.
    """
    home.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(BlockingIOError), held(home / f"{NAME}.lock"):
        before = _read_mark(home)
        with store.writing() as tx:
            reason = _why_new(tx, before)
            if reason:
                begin_epoch(tx, *((before.epoch,) if before else ()))
                tx.say(Entry("generation", about=(("reason", reason),)))
            now = mark(tx)
        _write_mark(home, now)
        if reason:
            log.warning("a new generation begins", extra={"reason": reason, "epoch": now.epoch})
        return reason
    return ""


def marked_epoch(home: Path) -> Epoch:
    """Return the generation that was served here last; empty if none was."""
    before = _read_mark(home)
    return before.epoch if before else Epoch("")


def forget_mark(home: Path) -> None:
    """Forget how far the database had come, where a restore has begun a new generation already."""
    (home / NAME).unlink(missing_ok=True)


def _why_new(tx: Tx, before: Mark | None) -> str:
    epoch = ensure_epoch(tx)
    if is_copy(tx):
        return "the database is a copy that a backup made, put in place by hand"
    if before is None:
        return ""
    if before.epoch == epoch:
        return "the database is older than the one that was served here" if mark(tx).is_behind(before) else ""
    if before.epoch not in past_epochs(tx):
        return "the database is another one than was served here, or from before its last restore"
    return ""


def _read_mark(home: Path) -> Mark | None:
    try:
        return read(Mark, (home / NAME).read_bytes())
    except FileNotFoundError:
        return None
    except MalformedError:
        log.warning("the mark of the database cannot be read; it is written anew", extra={"path": str(home / NAME)})
        return None


def _write_mark(home: Path, now: Mark) -> None:
    fresh = home / f"{NAME}.new"
    with fresh.open("wb") as file:
        file.write(write(now) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(home / NAME)
