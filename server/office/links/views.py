"""The link of one notice, below ``/notices/<record>/link``."""

from __future__ import annotations

import segno
from flask import Response, request, url_for
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from server.office.family import pages
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.notice import hazards_of, notice_for
from server.store.unit_link import UnitLink, link_acts, link_of, make_link, revoke_link, shown_token
from shared.errors import ForbiddenError
from shared.hazard.table import LEAD
from shared.ids import NoticeId
from shared.model.hazard import Notice, NoticeState
from shared.model.place import Role, Unit

blueprint = pages("links", __name__, "/notices")
MANAGE = LEAD | {Role.FIRE_MANAGER, Role.QUALITY_DEPT, Role.MANAGER}
"""Who takes back and renews: whoever hands papers over, and who answers for them."""
ENDED = (NoticeState.DRAFT, NoticeState.CLOSED, NoticeState.WITHDRAWN)


@blueprint.get("/<record>/link")
def show_link(record: str) -> Response:
    """Show the link with its QR code, until when it works, and what was done over it."""
    who = reader()
    with office().store.reading() as tx:
        found = _notice(tx, who, NoticeId(record))
        unit, link = tx.find(Unit, found.unit), link_of(tx, found.id)
        acts = link_acts(tx, found.id)
        numbers = {hazard.id: number for number, hazard in enumerate(hazards_of(tx, found), 1)}
    address = address_of(link) if link is not None and link.is_good(who.now) else ""
    return show(
        "links/one.html",
        n=found,
        unit=unit,
        link=link,
        address=address,
        qr=qr_of(address) if address else "",
        acts=acts,
        numbers=numbers,
        may_manage=bool(who.viewer.roles_at(found.site) & MANAGE),
        may_renew=found.state not in ENDED,
    )


@blueprint.post("/<record>/link/revoke")
def revoke(record: str) -> Response:
    """Take the link back."""
    who = reader()
    with office().store.writing() as tx:
        found = _managed(tx, who, NoticeId(record))
        revoke_link(tx, found.id, who.name)
        tx.touch("unit_link", found.id)
    return done(url_for("links.show_link", record=record), "done.link_revoked")


@blueprint.post("/<record>/link/renew")
def renew(record: str) -> Response:
    """Give a new link; the one before ends."""
    who = reader()
    with office().store.writing() as tx:
        found = _managed(tx, who, NoticeId(record))
        key = own_key()
        if found.state in ENDED:
            raise ForbiddenError(detail="the notice is finished")
        make_link(tx, key, found, who.name)
        tx.touch("unit_link", found.id)
    return done(url_for("links.show_link", record=record), "done.link_renewed")


def address_of(link: UnitLink) -> str:
    """Return the address that opens the notice; empty if this server cannot show it."""
    token = shown_token(own_key(), link)
    base = office().config.public_url or request.host_url
    return f"{base.rstrip('/')}{url_for('answer.show_notice', token=token)}" if token else ""


def own_key() -> bytes:
    """Return the server's own key for links.

    Raises:
        ForbiddenError: this server was built without one.
    """
    key = office().store.link_key
    if key is None:
        raise ForbiddenError(detail="no key for links")
    return key()


def qr_of(text: str) -> Markup:
    """Draw an address as a QR code."""
    drawing = segno.make(text, error="m", micro=False).svg_inline(scale=5, border=2, svgclass="qr", lineclass=None)
    return Markup(drawing)  # noqa: S704 - made by segno from an address of this server


def _notice(tx: Tx, who: Reader, record: NoticeId) -> Notice:
    """Return a notice whose link may be seen: by staff, whom the notice may be shown to.

    Raises:
        UnknownRecordError: there is none that the reader may see.
        ForbiddenError: notices are not for the reader, or the reader is of the unit.
        NotFound: it was never issued.
    """
    found = notice_for(tx, who.viewer, record)
    who.must(Permission.SEE_NOTICES, found.site)
    if not who.viewer.sees_all_of(found.site):
        raise ForbiddenError(needs=sorted(role.value for role in MANAGE))
    if found.state is NoticeState.DRAFT:
        raise NotFound
    return found


def _managed(tx: Tx, who: Reader, record: NoticeId) -> Notice:
    found = _notice(tx, who, record)
    who.viewer.check_role(found.site, MANAGE)
    return found
