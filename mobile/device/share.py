"""Handing a file to another app, to a person, or to a printer."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from shared.errors import StoreError

PDF = "application/pdf"
KEPT_S = 24 * 3600
"""So long another app may take to read what was shared with it."""


class Share(Protocol):
    """Gives files away as copies; the file itself stays where it is and may be removed afterwards."""

    @property
    def can_print(self) -> bool:
        """Tell whether this device can print a PDF."""

    def share(self, path: Path, mime: str, title: str) -> Path | None:
        """Offer a file to other apps; return where a copy was saved, None where the system shows its own choice.

        Raises:
            StoreError: the file is not there or there is no space for a copy.
        """

    def print(self, path: Path) -> None:
        """Open the system's print dialog for a PDF file.

        Raises:
            StoreError: the file is not there, or this device cannot print.
        """


class FolderShare:
    """The desktop's twin: saves a copy in a folder and lets ``opens`` show it (the demo); prints nothing."""

    can_print = False

    def __init__(self, folder: Path, opens: Callable[[Path], object] = lambda _path: None) -> None:
        self.folder = folder
        self.opens = opens

    def share(self, path: Path, mime: str, title: str) -> Path | None:  # noqa: ARG002 (a folder asks for neither)
        target = free_name(self.folder / path.name)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        except OSError as error:
            raise StoreError(detail=str(error)) from error
        self.opens(target)
        return target

    def print(self, path: Path) -> None:
        raise StoreError(detail=f"{path.name} cannot be printed from here")


class PrintingShare(FolderShare):
    """A desktop twin with a printer: keeps what was printed; for tests."""

    can_print = True

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.printed: list[Path] = []

    def print(self, path: Path) -> None:
        self.printed.append(path)


def room_for(folder: Path, name: str) -> Path:
    """Return a free name in the folder of shared copies, and remove copies that are older than a day.

    Raises:
        StoreError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if time.time() - old.stat().st_mtime > KEPT_S:
                old.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(detail=str(error)) from error
    return free_name(folder / name)


def free_name(path: Path) -> Path:
    """Return the path, or one beside it with a number if there is a file of that name already."""
    if not path.exists():
        return path
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in itertools.count(2))
    return next(one for one in numbered if not one.exists())


def open_file(path: Path) -> None:
    """Show a file with the desktop's own program for it, if it has one."""
    command = {"darwin": "open", "linux": "xdg-open"}.get(sys.platform)
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 (a file that we just saved)
    elif command and shutil.which(command):
        subprocess.Popen([command, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
