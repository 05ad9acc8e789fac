"""The parts of an app for tests: the estate of tests.mobile.longshan on a real store, twins for camera and errands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from mobile.device.kit import Kit
from mobile.device.share import FolderShare
from mobile.parts import Parts
from shared.ids import PhotoId
from tests.mobile.longshan import (
    HAZARD,
    MORNING,
    OLD,
    a_picture,
    a_return,
    enrol,
    feed,
    furnish,
    old_record,
    places,
    rules,
    templates,
)

__all__ = [
    "HAZARD",
    "MORNING",
    "OLD",
    "a_return",
    "a_tablet",
    "enrol",
    "feed",
    "old_record",
    "places",
    "rules",
    "templates",
]


class NowErrands:
    """Runs an errand at once; for tests, where nothing may be in flight between a tap and a look."""

    def run(self, errand: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        try:
            outcome = errand()
        except Exception as error:  # noqa: BLE001 (what the thread of the real one does)
            outcome = error
        if done is not None:
            done(outcome)


class PictureCamera:
    """Takes the same picture each time; None plays a person who went back without a photo."""

    def __init__(self, picture: Path | None) -> None:
        self.picture = picture

    def take(self, photo: PhotoId, done: Callable[[Path | None], None]) -> None:
        done(self.picture)


def a_tablet(home: Path, at: datetime = MORNING, *, is_enrolled: bool = True, has_hazards: bool = True) -> Parts:
    """Build the app's parts on a real store in `home`, or open the store that is there already."""
    tablet = furnish(home, at, is_enrolled=is_enrolled, has_hazards=has_hazards)
    picture = home / "picture.jpg" if (home / "picture.jpg").exists() else a_picture(home)
    kit = Kit(share=FolderShare(home / "shared"))
    return Parts(tablet, PictureCamera(picture), NowErrands(), lambda _address, _code: None, kit=kit)
