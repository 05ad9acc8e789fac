"""Handing a file to another app, to a person, or to a printer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from shared.errors import StoreError

PDF = "application/pdf"


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
        target = self._free_name(path)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        except OSError as error:
            raise StoreError(detail=str(error)) from error
        self.opens(target)
        return target

    def print(self, path: Path) -> None:
        raise StoreError(detail=f"{path.name} cannot be printed from here")

    def _free_name(self, path: Path) -> Path:
        target, number = self.folder / path.name, 2
        while target.exists():
            target, number = self.folder / f"{path.stem} ({number}){path.suffix}", number + 1
        return target
