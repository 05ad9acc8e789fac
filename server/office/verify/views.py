"""Whether a paper is ours and still current, for whoever holds it: no account, no cookie, nothing that the paper says."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.office.family import public_pages
from server.office.gate import Limit
from server.office.page import show
from server.office.parts import office
from server.office.public import public_link, slow_down
from server.store import Tx
from server.store.former import as_of
from server.store.inspection import amendments_of
from server.store.paper import PaperRow, changed_since, find_paper, read_code
from server.store.sqlday import midnight
from shared.ids import InspectionId
from shared.model.hazard import Notice, NoticeState
from shared.model.place import Site

blueprint = public_pages("verify", __name__, "/v")
WRONG_CODES: Final = Limit(20, timedelta(minutes=10))
"""Per network address. There are 10^18 codes; a thousand guesses an hour find none in the life of the product."""


@blueprint.get("")
def show_form() -> AnyResponse:
    """Show the field for a check code, or go on to the one that was typed."""
    typed = request.args.get("code", "").strip()
    if not typed:
        return show("verify/form.html")
    return redirect(public_link(url_for("verify.show_one", code=read_code(typed) or typed[:40].replace("/", "-"))), 303)


@blueprint.get("/<code>")
def show_one(code: str) -> Response:
    """Show what a paper is and how it stands."""
    with office().store.reading() as tx:
        known = find_paper(tx, read_code(code))
        if known is not None:
            site = tx.find(Site, known.site)
            facts = {
                "paper": known,
                "site": site,
                "then": _then(tx, known, site),
                "state": _state(tx, known),
                "is_changed": changed_since(tx, known),
            }
            return show("verify/one.html", **facts)
    slow_down(f"code:{request.remote_addr or ''}", WRONG_CODES)
    return show("verify/unknown.html", 404)


def _then(tx: Tx, known: PaperRow, site: Site | None) -> Site | None:
    """Return the estate as it was called at the end of the day that the paper is of."""
    zone = ZoneInfo(site.timezone if site is not None else "Asia/Shanghai")
    return as_of(tx, Site, known.site, midnight(known.dated_on + timedelta(days=1), zone))


def _state(tx: Tx, known: PaperRow) -> str:
    """Return the text key of what has become of the record that the paper is about, empty if nothing has."""
    if known.kind in ("notice", "reply", "recheck"):
        notice = tx.find(Notice, known.record.partition(".")[0])
        if notice is not None and notice.state is NoticeState.WITHDRAWN:
            return "verify.withdrawn"
    if known.kind == "record" and amendments_of(tx, InspectionId(known.record)):
        return "verify.amended"
    return ""
