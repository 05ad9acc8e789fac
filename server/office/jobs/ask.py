"""Ask for a job from a page, and go on to where it can be watched."""

from __future__ import annotations

import hashlib

from flask import Response, make_response, redirect, url_for

from server.office.listing import Query, listing
from server.office.page import show
from server.office.parts import office
from server.office.reader import reader
from server.store import PageRequest
from server.store.job import TooManyJobsError, Wish, enqueue, jobs_of


def work_key(kind: str, *asked: str) -> str:
    """Name the very same work, asked for by the same reader at the same site in the same language."""
    who = reader()
    whole = "\n".join([str(who.chosen.id if who.chosen else ""), who.wording.language, *asked])
    return f"{kind}:{hashlib.sha256(whole.encode()).hexdigest()}"


def ask(wish: Wish) -> Response:
    """Ask for a job at the chosen site and go on to its page; the list of jobs says so where there are too many."""
    who = reader()
    site = who.chosen.id if who.chosen else None
    try:
        with office().store.writing() as tx:
            job = enqueue(tx, who.viewer, site, wish)
    except TooManyJobsError:
        with office().store.reading() as tx:
            found = jobs_of(tx, who.viewer, PageRequest())
        page = listing(found, Query(url_for("jobs.show_list"), {}))
        return show("jobs/list.html", 409, listing=page, error="jobs.too_many")
    return make_response(redirect(url_for("jobs.show_one", job=job), 303))
