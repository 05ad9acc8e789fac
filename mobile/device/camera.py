"""The camera: asked for one photo, answers with a file, perhaps much later and perhaps to another run of the app."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mobile.device.files import PhotoFiles
from shared.ids import PhotoId

Taken = Callable[[Path | None], None]
PICTURES = frozenset({".jpg", ".jpeg", ".png"})


class Camera(Protocol):
    """Takes one photo; ``done`` gets the file, or None when none was taken. ``done`` may come on any thread."""

    def take(self, photo: PhotoId, done: Taken) -> None: ...


class FolderCamera:
    """A desktop twin that takes the pictures of a folder in turn (``ROUNDS_CAMERA``); for the demo and for tests."""

    def __init__(self, files: PhotoFiles, folder: Path) -> None:
        self.files = files
        self.pictures = itertools.cycle(
            sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURES) or [None]
        )

    def take(self, photo: PhotoId, done: Taken) -> None:
        """Copy the next picture to where the camera writes."""
        picture = next(self.pictures)
        if picture is None:
            done(None)
            return
        target = self.files.capture(photo)
        shutil.copyfile(picture, target)
        done(target)


class ChosenFileCamera:
    """A desktop twin that lets a person choose a picture: ``choose`` shows a file chooser and calls back."""

    def __init__(self, choose: Callable[[Taken], None]) -> None:
        self.choose = choose

    def take(self, photo: PhotoId, done: Taken) -> None:  # noqa: ARG002 (the chosen file is read where it lies)
        """Ask for a file."""
        self.choose(done)
