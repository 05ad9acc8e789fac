"""The tag scanner: a QR code through the camera, or an NFC tag held to the tablet; answers with what the tag says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Tag:
    """What was read: the tag's text as it stands there, how it was read, and the serial number of an NFC tag's chip.

    ``uid`` is upper-case hexadecimal without spaces, empty for a QR code. An NFC tag without text has ``text`` "".
    """

    text: str
    how: Literal["qr", "nfc"]
    uid: str = ""


Scanned = Callable[[Tag | None], None]
Heard = Callable[[Tag], None]


class Scanner(Protocol):
    """Reads one tag; ``done`` gets it, or None when none was read. ``done`` and ``heard`` may come on any thread."""

    @property
    def can_read_qr(self) -> bool:
        """Tell whether ``scan`` can read a code; if not, the number is typed."""

    @property
    def can_read_nfc(self) -> bool:
        """Tell whether the tablet has NFC and it is switched on."""

    def scan(self, done: Scanned) -> None:
        """Open the camera until it has read a QR code or the person went back."""

    def listen(self, heard: Heard | None) -> None:
        """Call ``heard`` for every NFC tag that is held to the tablet while the app is in front; None ends it."""


class NoScanner:
    """The twin of a device without one."""

    can_read_qr = can_read_nfc = False

    def scan(self, done: Scanned) -> None:
        """Answer at once that nothing was read."""
        done(None)

    def listen(self, heard: Heard | None) -> None:
        """Hear nothing."""


class ScriptedScanner:
    """A desktop twin that reads given tags in turn, and hears those that are held to it; for the demo and for tests.

    A text stands for a QR code that says it.
    """

    def __init__(self, tags: Iterable[Tag | str | None] = (), *, can_read_nfc: bool = True) -> None:
        self.tags = [Tag(tag, "qr") if isinstance(tag, str) else tag for tag in tags]
        self.can_read_qr = True
        self.can_read_nfc = can_read_nfc
        self.heard: Heard | None = None

    def scan(self, done: Scanned) -> None:
        """Answer with the next tag, or with none when there is none left."""
        done(self.tags.pop(0) if self.tags else None)

    def listen(self, heard: Heard | None) -> None:
        """Remember who hears."""
        self.heard = heard

    def hold(self, tag: Tag) -> None:
        """Hold an NFC tag to the tablet: whoever listens hears it."""
        if self.heard is not None and self.can_read_nfc:
            self.heard(tag)
