"""Many papers at once: a job that prints a list as a ZIP, paper by paper, with an index of their check codes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from server.office.inspections.views import filter_of as inspection_filter
from server.office.jobs.handler import JobRefusedError, Made, Running
from server.office.listing import Query
from server.office.notices.lists import filter_of as notice_filter
from server.office.papers.issue import issue, order_of
from server.office.papers.kinds import COMPOSERS
from server.office.papers.paper import Desk, Paper
from server.office.permission import Permission
from server.office.reader import Reader
from server.papers import Typesetter
from server.store import Tx
from server.store.inspection import inspection_ids
from server.store.notice import sent_notice_ids
from shared.model.inspection import Status

MOST: Final = 500
LISTS: Final[Mapping[str, str]] = {"/inspections": "record", "/notices": "notice"}
"""Lists whose papers can be printed together, by their address, and as which kind."""
_INDEX: Final = "目录.txt"


def print_list(job: Running) -> Made:
    """Print the papers of a list into a ZIP.

    Raises:
        JobRefusedError: no record matches, or too many do.
    """
    path, base, with_photos = str(job.params["path"]), str(job.params["base"]), bool(job.params["photos"])
    parts = urlsplit(path)
    asked = Query(parts.path, dict(parse_qsl(parts.query)))
    kind = LISTS.get(parts.path)
    if kind is None:
        raise JobRefusedError("jobs.error_unknown")
    with job.parts.store.reading() as tx:
        ids = found_ids(tx, job.who, asked)
    if not ids:
        raise JobRefusedError("jobs.error_nothing")
    if len(ids) > MOST:
        raise JobRefusedError("jobs.error_too_many")
    target = job.folder / "papers.zip"
    typesetter = Typesetter()
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            _fill(archive, job, kind, ids, base, typesetter, with_photos=with_photos)
    finally:
        typesetter.close()
    title = job.who.wording(f"papers.kind_{kind}")
    return Made(target, f"{title}-{job.who.site_name}-{job.who.formats.today:%Y%m%d}.zip", "application/zip")


def found_ids(tx: Tx, who: Reader, asked: Query) -> list[str]:
    """List the records that a list's address asks for, one more than MOST at most; drafts are no papers yet.

    Raises:
        ForbiddenError: the list is not for the reader's roles.
    """
    if asked.path == "/notices":
        who.must(Permission.SEE_NOTICES)
        return [*sent_notice_ids(tx, who.viewer, notice_filter(asked, who), MOST + 1)]
    who.must(Permission.SEE_INSPECTIONS)
    which = replace(inspection_filter(asked, who), status=Status.FINAL.value)
    return [*inspection_ids(tx, who.viewer, which, MOST + 1)]


def _fill(
    archive: zipfile.ZipFile,
    job: Running,
    kind: str,
    ids: list[str],
    base: str,
    typesetter: Typesetter,
    *,
    with_photos: bool,
) -> None:
    store, names, index = job.parts.store, set[str](), []
    for done, record in enumerate(ids):
        job.tell(done, len(ids))
        with store.reading() as tx:
            paper = COMPOSERS[kind](Desk(tx, job.who, base, store.link_key), record)
        if not with_photos:
            paper = without_photos(paper)
        row = store.act(lambda tx, paper=paper: issue(tx, job.who.viewer, paper))  # type: ignore[misc]
        name = _name(paper, names)
        archive.writestr(name, typesetter.pdf(order_of(job.parts, paper, row, base)))
        index.append(f"{name}\t{paper.title}\t{paper.number}\t{row.shown_code}")
    archive.writestr(_INDEX, "\r\n".join(["文件\t名称\t编号\t校验码", *index]))
    job.tell(len(ids), len(ids))


def without_photos(paper: Paper) -> Paper:
    """Leave a paper's photos out."""
    return replace(paper, data={**paper.data, "photos": []}, pictures={})


def _name(paper: Paper, taken: set[str]) -> str:
    """Name a paper's file by its number, a second one of the same number apart."""
    stem = "".join(letter if letter not in '/\\:*?"<>|' else "-" for letter in f"{paper.title}-{paper.number}")
    name, at = f"{stem}.pdf", 2
    while name in taken:
        name, at = f"{stem}-{at}.pdf", at + 1
    taken.add(name)
    return name
