"""Lists that are too long to be written while a browser waits: the same sheets, written by a job."""

from __future__ import annotations

import importlib
from typing import cast
from urllib.parse import parse_qsl, urlsplit

from server.office.excel import MOST_IN_ALL, XLSX, About, Export, file_name, write_excel
from server.office.jobs.handler import JobRefusedError, Made, Running
from server.office.listing import Query

_OURS = "server.office."


def write_list(job: Running) -> Made:
    """Write a list as Excel.

    Raises:
        JobRefusedError: the list is not known any more.
    """
    path, base = str(job.params["path"]), str(job.params["base"])
    export = find_export(str(job.params["export"]))
    parts = urlsplit(path)
    asked = Query(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)))
    said = About(job.who.site_name, job.who.name, path, base, job.who.formats)
    target = job.folder / "list.xlsx"
    with job.parts.store.reading() as tx, target.open("wb") as file:
        sheet = export(tx, job.who, asked)
        write_excel(file, sheet, said, tell=lambda n: job.tell(n, 0), most=MOST_IN_ALL)
    return Made(target, file_name(sheet.name, job.who), XLSX)


def find_export(name: str) -> Export:
    """Return the function that lays a list out, by its module and name.

    Raises:
        JobRefusedError: there is none of the office's by that name.
    """
    module, _, function = name.partition(":")
    if not module.startswith(_OURS) or not function.isidentifier():
        raise JobRefusedError("jobs.error_unknown")
    try:
        return cast("Export", getattr(importlib.import_module(module), function))
    except (ImportError, AttributeError) as error:
        raise JobRefusedError("jobs.error_unknown") from error
