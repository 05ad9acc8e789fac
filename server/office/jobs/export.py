"""Lists that are too long to be written while a browser waits: the same sheets, written by a job."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from server.office.excel import MOST_IN_ALL, XLSX, About, Export, file_name, write_excel
from server.office.jobs.handler import Handler, JobRefusedError, Made, Running
from server.office.listing import Query


def exporter(exports: Mapping[str, Export]) -> Handler:
    """Return the handler of jobs that write one of these lists."""

    def run(job: Running) -> Made:
        path, base = str(job.params["path"]), str(job.params["base"])
        parts = urlsplit(path)
        export = exports.get(parts.path)
        if export is None:
            raise JobRefusedError("jobs.error_unknown")
        asked = Query(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)))
        said = About(job.who.site_name, job.who.name, path, base, job.who.formats)
        target = job.folder / "list.xlsx"
        with job.parts.store.reading() as tx, target.open("wb") as file:
            sheet = export(tx, job.who, asked)
            write_excel(file, sheet, said, tell=lambda n: job.tell(n, 0), most=MOST_IN_ALL)
        return Made(target, file_name(sheet.name, job.who), XLSX)

    return run
