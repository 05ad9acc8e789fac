"""Pages about the reader's own jobs: the list, one with its progress, its result."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, url_for

from server.office.excel import disposition
from server.office.family import pages
from server.office.listing import listing, query
from server.office.page import done, show
from server.office.parts import office
from server.office.reader import reader
from server.office.trail import name_carried
from server.store import ServerStore
from server.store.job import cancel, job_for, jobs_of, list_of, part
from shared.errors import UnknownRecordError

blueprint = pages("jobs", __name__)


@blueprint.get("")
def show_list() -> Response:
    """Show the reader's own jobs, the latest first."""
    who, asked = reader(), query()
    with office().store.reading() as tx:
        found = jobs_of(tx, who.viewer, asked.page(sort="", sorts=()))
    return show("jobs/list.html", listing=listing(found, asked), error="")


@blueprint.get("/<job>")
def show_one(job: str) -> Response:
    """Show how far a job is; the page asks again by itself, with scripts or without."""
    with office().store.reading() as tx:
        found = job_for(tx, reader().viewer, job)
    return show("jobs/one.html", job=found)


@blueprint.post("/<job>/cancel")
def send_cancel(job: str) -> Response:
    """Stop a job."""
    with office().store.writing() as tx:
        cancel(tx, reader().viewer, job)
    return done(url_for("jobs.show_one", job=job), "done.job_cancelled")


@blueprint.get("/<job>/result")
def send_result(job: str) -> Response:
    """Send what a job made, part by part.

    Raises:
        UnknownRecordError: it has expired, or the job made nothing.
    """
    with office().store.reading() as tx:
        found = job_for(tx, reader().viewer, job)
        is_there = found.has_result(tx.now) and bool(found.result_bytes)
    if not is_there:
        raise UnknownRecordError(kind="result", id=job)
    name_carried(list_of(found.params))
    answer = Response(_parts(office().store, found.id, found.result_bytes), mimetype=found.result_mime)
    answer.headers["Content-Length"] = str(found.result_bytes)
    answer.headers["Content-Disposition"] = disposition(found.result_name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _parts(store: ServerStore, job: str, size_bytes: int) -> Iterator[bytes]:
    place = 0
    while size_bytes > 0:
        with store.reading() as tx:
            data = part(tx, job, place)
        if not data:
            return
        yield data
        place, size_bytes = place + 1, size_bytes - len(data)
