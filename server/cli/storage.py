"""Commands about what is kept: backup, restore, drill, check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from server.backup import back_up
from server.check import MEANINGS, check
from server.cli.command import Commands, add_command, open_store, plain_store
from server.codec import write_text
from server.config import Config
from server.drill import drill
from server.files import open_blobs
from server.manifest import find_backup
from server.mend import mend
from server.restore import restore
from server.store.audit import Finding
from server.store.follow import rebuild

KEPT = 14


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add them."""
    one = add_command(commands, "backup", _backup, "copy database and photos into a dated folder, while serving")
    one.add_argument("folder", nargs="?", help="where the dated folders lie; default: backups in ROUNDS_HOME")
    one.add_argument("--keep", type=int, default=KEPT, metavar="N", help=f"keep the newest N ({KEPT}); 0 keeps all")

    one = add_command(commands, "restore", _restore, "bring a backup back and begin a new generation; servers stopped")
    one.add_argument("folder", help="a backup, or a folder of them: then the newest")
    one.add_argument("--force", action="store_true", help="set the database that is there aside and go on")

    one = add_command(commands, "drill", _drill, "prove the newest backup: restore it to a scratch place and compare")
    one.add_argument("folder", nargs="?", help="where the dated folders lie; default: backups in ROUNDS_HOME")
    one.add_argument("--scratch", type=Path, help="a folder for the scratch place; default: beside the backup")

    add_command(commands, "reindex", _reindex, "make the index of the office's search anew")

    one = add_command(commands, "check", _check, "walk database and photos and report every disagreement")
    one.add_argument("--quick", action="store_true", help="compare photos by size, do not hash them")
    one.add_argument("--json", action="store_true", help="one JSON object a line")
    one.add_argument("--mend", action="store_true", help="mend what can be mended about photos without guessing")


def _reindex(config: Config, _asked: argparse.Namespace) -> None:
    store = open_store(config, "reindex")
    print(f"{rebuild(store)} records indexed")
    store.engine.dispose()


def _backup(config: Config, asked: argparse.Namespace) -> None:
    if asked.keep < 0:
        raise ValueError("--keep is a number from 0")
    store = plain_store(config)
    done = back_up(config, store, open_blobs(config.blob_place), _folder(config, asked.folder), keep=asked.keep)
    store.engine.dispose()
    print(done.folder, f"{done.manifest.blobs} photos", f"{done.new_blobs} new", sep="\t")
    for name in done.removed:
        print(f"removed {name}")
    if done.manifest.missing:
        count = len(done.manifest.missing)
        print(f"warning: {count} photos that the database names are not to be had; see rounds check", file=sys.stderr)


def _restore(config: Config, asked: argparse.Namespace) -> None:
    backup = find_backup(Path(asked.folder))
    done = restore(config, open_blobs(config.blob_place), backup, is_forced=asked.force, tell=print)
    if done.lost:
        print(
            f"warning: restored without {len(done.lost)} photos, named above: whole neither in the backup nor here. "
            "They count as not arrived: tablets that still hold them send them again; rounds check lists what waits",
            file=sys.stderr,
        )


def _drill(config: Config, asked: argparse.Namespace) -> int:
    store = plain_store(config)
    proof = drill(config, store, _folder(config, asked.folder), scratch=asked.scratch, tell=print)
    store.engine.dispose()
    if proof.is_good and proof.made_at:
        print(f"proved: backup {proof.backup} of {proof.made_at.isoformat(timespec='minutes')}")
        return 0
    print(f"FAILED: {proof.backup}: {proof.reason}", file=sys.stderr)
    return 1


def _check(config: Config, asked: argparse.Namespace) -> int:
    store, blobs = plain_store(config), open_blobs(config.blob_place)
    wrong = notes = 0
    for finding in check(store, blobs, is_quick=asked.quick):
        is_wrong = MEANINGS[finding.code].is_wrong
        mended = mend(store, blobs, finding) if asked.mend else ""
        wrong, notes = wrong + (is_wrong and not mended), notes + (not is_wrong)
        print(_as_json(finding, mended) if asked.json else _as_text(finding, mended))
    store.engine.dispose()
    if not asked.json:
        print(f"{wrong} disagreements, {notes} notes" if wrong or notes else "no disagreement")
    return 1 if wrong else 0


def _as_text(finding: Finding, mended: str) -> str:
    meaning = MEANINGS[finding.code]
    facts = f" ({finding.facts})" if finding.facts else ""
    to_do = f"mended: {mended}" if mended else f"do: {meaning.to_do}"
    return f"{finding.code}\t{finding.about}{facts}\t{meaning.means}\t{to_do}"


def _as_json(finding: Finding, mended: str) -> str:
    meaning = MEANINGS[finding.code]
    row = {"code": finding.code, "about": finding.about, "facts": finding.facts, "means": meaning.means}
    return write_text({**row, "to_do": meaning.to_do, "is_wrong": meaning.is_wrong, "mended": mended})


def _folder(config: Config, named: str | None) -> Path:
    return Path(named) if named else config.home / "backups"
