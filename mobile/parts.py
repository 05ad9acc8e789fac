"""What the tablet's app is put together from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mobile.actions import Tablet
from mobile.device.kit import Kit
from mobile.device.text_entry import TextEntry
from mobile.screens.screen import Camera, Errands


def nothing() -> None:
    """Do nothing; the default of what a test leaves out."""


@dataclass
class Parts:
    """What the app is put together from; tests give twins of the device (`kit`) and no worker.

    enrol(address, code) runs off the UI thread. `start`/`stop` begin and end the sync worker, `wake` lets it try now,
    `sleep` lets it and the device rest while the app is in the background, `resume` brings the device back. `when_damaged` is given what to call when the database turns
    out damaged, `mend` saves what can be saved of it, `tend` looks after the disk now and then; both off the UI thread.
    """

    tablet: Tablet
    camera: Camera
    errands: Errands
    enrol: Callable[[str, str], object]
    text_entry: TextEntry | None = None
    kit: Kit = field(default_factory=Kit)
    start: Callable[[Callable[[], None]], None] = field(default=lambda _changed: None)
    when_damaged: Callable[[Callable[[], None]], None] = field(default=lambda _damaged: None)
    mend: Callable[[], object] = nothing
    tend: Callable[[], object] = nothing
    free_bytes: Callable[[], int | None] = field(default=lambda: None)
    wake: Callable[[], None] = nothing
    sleep: Callable[[], None] = nothing
    resume: Callable[[], None] = nothing
    stop: Callable[[], None] = nothing
