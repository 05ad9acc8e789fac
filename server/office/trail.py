"""Who is behind a request, for the chain of who did what; downloads and refused acts are added to it here.

Every page family passes through ``keep_trail``, so that no view can forget to.
"""

from __future__ import annotations

from typing import Final

from flask import Response, g, has_request_context, request

from server.office.parts import office
from server.office.reader import Reader
from server.store.chain import DONE, REFUSED, SERVER, Actor, Entry
from shared.ids import SiteId

PAPERS: Final = frozenset({"application/pdf", "application/zip", "application/x-ndjson", "text/csv"})
PAPERS_BEGIN: Final = "application/vnd.openxmlformats"
"""Kinds of files that carry data out of the office."""
_SAFE = {"GET", "HEAD", "OPTIONS"}
_NAMES = ("event", "act", "move", "what", "kind")
"""Parts of an address that say what is done, not to what."""
_LONGEST_PATH = 300


def actor() -> Actor | None:
    """Return who is behind what is written now; nobody while a tablet pushes, which its receipts tell."""
    if not has_request_context():
        return SERVER
    if request.path.startswith("/v1/"):
        is_enrolling = request.path == "/v1/enrol"
        return Actor(f"tablet {request.remote_addr or ''}", "enrol") if is_enrolling else None
    who: Reader | None = g.get("reader")
    if who is None:
        place = "link" if g.get("is_public") else "office"
        return Actor(
            f"{place} {request.remote_addr or ''}", asked(), name=g.get("link_name", ""), site=g.get("link_site")
        )
    return Actor(
        origin=f"office {request.remote_addr or ''}",
        act=asked(),
        person=who.viewer.person,
        name=who.name,
        roles=who.viewer.roles,
        site=who.chosen.id if who.chosen else None,
    )


def name_link(name: str, site: SiteId) -> None:
    """Say whose link this public request came over; what it writes is theirs."""
    g.link_name, g.link_site = name, site


def name_carried(about: tuple[tuple[str, str], ...]) -> None:
    """Say what the file of this answer holds, if its address does not."""
    g.carried = about


def asked() -> str:
    """Say what was asked for: the page's own name, and the act if its address names one."""
    named = [str(request.view_args[name]) for name in _NAMES if request.view_args and name in request.view_args]
    return " ".join([request.endpoint or "", *named])[:100]


def keep_trail(answer: Response) -> Response:
    """Add a row for a file that leaves the office, and for an act that was refused; writes nothing otherwise."""
    if request.method == "GET" and answer.status_code == 200 and _is_paper(answer):
        entry = Entry(asked(), DONE, (("download", _path()), *g.get("carried", ())))
    elif request.method not in _SAFE and answer.status_code == 403 and g.get("reader") is not None:
        entry = Entry(asked(), REFUSED, (("page", _path()),))
    else:
        return answer
    with office().store.writing() as tx:
        tx.say(entry)
    return answer


def _is_paper(answer: Response) -> bool:
    kind = answer.mimetype or ""
    disposition = answer.headers.get("Content-Disposition", "")
    return kind in PAPERS or kind.startswith(PAPERS_BEGIN) or disposition.startswith("attachment")


def _path() -> str:
    """Name the address; of a public page without the token in it."""
    if g.get("is_public"):
        return str(request.url_rule)
    return request.full_path.rstrip("?")[:_LONGEST_PATH]
