"""What does a job: it is given who asked for what, and leaves a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from server.office.parts import OfficeParts
from server.office.reader import Reader
from server.office.text import LANGUAGES, Wording
from server.store import Tx
from server.store.job import Job
from server.store.viewer import viewer_of
from shared.errors import ForbiddenError
from shared.model.place import Site
from shared.sync.messages import Json


class JobRefusedError(Exception):
    """The job cannot be done; ``key`` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Running:
    """A job under way: its parameters, who asked for it, what the app is made of, a folder of its own.

    ``tell`` says how far it is, of how much; it raises ``JobLostError`` once the job is somebody else's or was cancelled.
    """

    params: Json
    who: Reader
    parts: OfficeParts
    folder: Path
    tell: Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """The file that a job leaves in its folder."""

    path: Path
    name: str
    mime: str


Handler = Callable[[Running], Made]


def reader_of(tx: Tx, job: Job) -> Reader:
    """Return who asked for a job as a reader of its site, with the roles of today.

    Raises:
        ForbiddenError: the person may sign in no more, or has no role at the site any more.
    """
    viewer = viewer_of(tx, job.owner)
    if viewer is None or (job.site is not None and job.site not in viewer.roles):
        raise ForbiddenError(needs=["site"])
    sites = tuple(found for name in viewer.sites if (found := tx.find(Site, name)))
    chosen = next((one for one in sites if one.id == job.site), sites[0] if sites else None)
    language = next((one for one in LANGUAGES if one == job.language), LANGUAGES[0])
    return Reader(viewer, Wording(language), tx.now, sites, chosen)
