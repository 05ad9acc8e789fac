"""Voice notes: recorded into a file by the tablet's microphone, and played back."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

LONGEST_S = 120
"""A voice note ends by itself after so many seconds."""
SUFFIX = ".m4a"
MIME = "audio/mp4"


class Recording(StrEnum):
    """What became of a wish to record."""

    RUNS = "runs"
    REFUSED = "refused"
    """The person does not allow the microphone."""
    FAILED = "failed"
    """Another app holds the microphone, or the disk is full."""


Started = Callable[[Recording], None]


class Recorder(Protocol):
    """Records one voice note at a time: AAC in an MPEG-4 file, one channel, about 0.5 MB a minute."""

    @property
    def is_there(self) -> bool:
        """Tell whether this device has a microphone."""

    def start(self, path: Path, started: Started) -> None:
        """Record into ``path``; its row is stored before. The first time, the person is asked whether we may.

        ``started`` may come on any thread. The file is whole only after ``stop``.
        """

    def stop(self) -> bool:
        """End the recording; True if the file is there and holds something."""

    def play(self, path: Path, ended: Callable[[], None]) -> None:
        """Play a recording from its beginning; ``ended`` comes once, at its end or when it cannot be played."""

    def quiet(self) -> None:
        """Stop playing."""


class NoRecorder:
    """The twin of a device without a microphone."""

    is_there = False

    def start(self, path: Path, started: Started) -> None:  # noqa: ARG002 (nothing is written)
        started(Recording.FAILED)

    def stop(self) -> bool:
        return False

    def play(self, path: Path, ended: Callable[[], None]) -> None:  # noqa: ARG002 (nothing is heard)
        ended()

    def quiet(self) -> None:
        """Nothing plays."""


class GivenRecorder:
    """A twin that records a given voice; for the demo and for tests."""

    is_there = True

    def __init__(self, voice: bytes, answer: Recording = Recording.RUNS) -> None:
        self.voice = voice
        self.answer = answer
        self.path: Path | None = None
        self.played: list[Path] = []

    def start(self, path: Path, started: Started) -> None:
        self.path = path if self.answer is Recording.RUNS else None
        started(self.answer)

    def stop(self) -> bool:
        """Write the voice."""
        path, self.path = self.path, None
        if path is None:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.voice)
        return bool(self.voice)

    def play(self, path: Path, ended: Callable[[], None]) -> None:
        self.played.append(path)
        ended()

    def quiet(self) -> None:
        """It has ended already."""
