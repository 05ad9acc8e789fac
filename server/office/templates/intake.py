"""Uploaded checklist files: what publishing them would do, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import cast

from werkzeug.datastructures import FileStorage

from server.office.text import Wording
from server.store import Tx, Viewer
from server.store.draft import begin_draft, numbered
from server.store.template import latest, publish
from server.xlsform import Imported, Problem, read_csv, read_xlsx
from server.xlsform.sheets import load_sheets
from shared import wire
from shared.errors import TemplateError
from shared.ids import TemplateId
from shared.model.template import Template

LARGEST_BYTES = 5 << 20
FORMS_FILE = "forms.csv"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One form that was read: ``news`` is ``new``, ``version``, ``same`` or ``older``."""

    imported: Imported
    known: Template | None
    news: str

    def explained(self, words: Wording) -> list[tuple[Problem, str]]:
        """Pair each warning with what was expected, in the reader's language."""
        return [(warning, words.text(warning.expected)) for warning in self.imported.warnings]

    @property
    def is_publishable(self) -> bool:
        """Tell whether publishing it would add something."""
        return self.news in {"new", "version"}


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of an upload: forms that were read, or problems by file, line and column; never both."""

    arrivals: tuple[Arrival, ...] = ()
    problems: tuple[dict[str, object], ...] = ()

    def explained(self, language: str) -> list[tuple[dict[str, object], object]]:
        """Pair each problem with what was expected, in the reader's language."""
        name = "expected_zh" if language == "zh" else "expected"
        return [(problem, problem.get(name) or problem.get("expected", "")) for problem in self.problems]

    @property
    def is_publishable(self) -> bool:
        """Tell whether there is anything to publish and nothing in its way."""
        return any(arrival.is_publishable for arrival in self.arrivals) and not any(
            arrival.news == "older" for arrival in self.arrivals
        )


def read(tx: Tx, uploads: Iterable[FileStorage]) -> Intake:
    """Read uploaded files without publishing anything; nothing is half-imported."""
    try:
        found = _read(_files(uploads))
    except TemplateError as error:
        return refused(error)
    return Intake(tuple(_arrival(tx, imported) for imported in found))


def refused(error: TemplateError) -> Intake:
    """Return what to show of an upload that was refused: every problem, nothing read."""
    return Intake(problems=tuple(cast("list[dict[str, object]]", error.facts.get("problems", []))))


def publish_all(tx: Tx, intake: Intake) -> int:
    """Publish what is new in an intake; returns how many versions that were.

    Raises:
        TemplateError: a version exists with other content; nothing is published then.
    """
    return sum(publish(tx, arrival.imported.template) for arrival in intake.arrivals)


def begin_drafts(tx: Tx, who: Viewer, uploads: Iterable[FileStorage]) -> list[str]:
    """Make a draft of each uploaded form, whatever is wrong with it; returns their ids.

    Raises:
        TemplateError: a file cannot be read at all, or there is no form in them.
    """
    files = _files(uploads)
    _refuse_too_large(files)
    begun = []
    for sheets in load_sheets(files):
        newest = latest(tx, TemplateId(sheets.settings.get("form_id", "")))
        version = newest.version if newest else 0
        begun.append(begin_draft(tx, who, numbered(sheets, version + 1), version))
    return begun


def _files(uploads: Iterable[FileStorage]) -> dict[str, bytes]:
    return {
        PurePath(upload.filename or "").name: upload.read(LARGEST_BYTES + 1) for upload in uploads if upload.filename
    }


def _read(files: dict[str, bytes]) -> tuple[Imported, ...]:
    _refuse_too_large(files)
    books = {name: data for name, data in files.items() if name.lower().endswith(".xlsx")}
    sheets = {name: data for name, data in files.items() if name not in books}
    read = [read_xlsx(name, data) for name, data in books.items()]
    return (*read, *(read_csv(sheets) if sheets else ()))


def _refuse_too_large(files: dict[str, bytes]) -> None:
    too_large = [name for name, data in files.items() if len(data) > LARGEST_BYTES]
    if too_large or not files:
        name = too_large[0] if too_large else FORMS_FILE
        zh, en = (
            ("不超过 5 MB 的文件", "a file of at most 5 MB") if too_large else ("至少一个文件", "at least one file")
        )
        raise TemplateError(
            problems=[{"file": name, "line": 0, "column": "", "found": "", "expected": en, "expected_zh": zh}]
        )


def _arrival(tx: Tx, imported: Imported) -> Arrival:
    new = imported.template
    known = tx.find(Template, new.key)
    newest = latest(tx, new.id)
    if known is not None:
        return Arrival(imported, known, "same" if wire.encode(known) == wire.encode(new) else "older")
    if newest is None:
        return Arrival(imported, None, "new")
    return Arrival(imported, newest, "version" if new.version > newest.version else "older")
