"""Pages about authorities' orders (hazards facts §1: filed as they came, answered in writing)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.excel import Sheet
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form, FormError
from server.office.hazards.pictures import gather
from server.office.listing import Query, listing, query
from server.office.meanwhile import MovedOnError, Seen, keep_photos, seen_by
from server.office.orders.excel import order_sheet
from server.office.orders.form import filed
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import files_of, shooter
from server.office.reader import Reader, reader
from server.office.refusal import tell
from server.store import Tx
from server.store.hazard import hazard_numbered
from server.store.inspection import stored_photos
from server.store.order import OrderFilter, add_order, change_order, link, order_counts, order_for, orders
from shared.errors import RuleError
from shared.hazard import TERMINAL
from shared.hazard.order import SIGNERS, ExternalOrder, OrderKind, OrderState, answer, close, is_late
from shared.model.hazard import Hazard

blueprint = pages("orders", __name__)
SORTS = ("received_on", "deadline_on", "no", "authority", "state")


@blueprint.get("")
def show_list() -> Response:
    """Show the orders of the chosen site."""
    who, asked = reader(), query()
    who.must(Permission.SEE_ORDERS)
    if asked.is_excel:
        return answer_excel(export)
    order = asked.page(sort="-received_on", sorts=SORTS)
    with office().store.reading() as tx:
        page = orders(tx, who.viewer, filter_of(asked, who), order)
        counts = order_counts(tx, who.viewer, OrderFilter(site=who.site))
        late = sum(order_counts(tx, who.viewer, OrderFilter(site=who.site, late_on=who.formats.today)).values())
    return show(
        "orders/list.html", listing=listing(page, asked), asked=asked, counts=counts, late=late, is_late=is_late
    )


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[ExternalOrder]:
    """Lay the list out for Excel."""
    who.must(Permission.SEE_ORDERS)
    order = asked.page(sort="-received_on", sorts=SORTS)
    return order_sheet(tx, who, filter_of(asked, who), order.sort)


@blueprint.get("/new")
def show_new() -> Response:
    """Show the form of a new order."""
    reader().must(Permission.FILE_ORDER)
    return show("orders/new.html", form=Form(), kinds=OrderKind)


@blueprint.post("/new")
def send_new() -> Response:
    """File an order, or show its form again with what is missing."""
    who, form, at = reader(), Form(request.form), office().clock.read()
    who.must(Permission.FILE_ORDER)
    photos = gather(who, form, at)

    def work(tx: Tx) -> ExternalOrder:
        new = filed(tx, who, form, photos)
        add_order(tx, new)
        return new

    try:
        form.settle()
        new = office().store.act(work)
    except FormError:
        keep_photos(form, photos)
        return show("orders/new.html", 422, form=form, kinds=OrderKind)
    return done(url_for("orders.show_one", record=new.id), "done.order_filed")


@blueprint.get("/<record>")
def show_one(record: str) -> Response:
    """Show one order."""
    return sheet(record)


@blueprint.post("/<record>/<act>")
def act(record: str, act: str) -> Response:
    """File the written answer, close the order, or link a hazard on record to it."""
    who, form = reader(), Form(request.form)
    if act not in ACTS:
        raise NotFound

    def work(tx: Tx) -> None:
        found = order_for(tx, who.viewer, record)
        who.must(Permission.FILE_ORDER, found.site)
        seen = seen_by(form)
        if seen is not None and seen.rev != found.rev:
            raise MovedOnError
        moved = ACTS[act](tx, who, found, form)
        change_order(tx, moved)

    try:
        office().store.act(work)
    except FormError:
        return sheet(record, form, act, 422)
    except MovedOnError:
        form.wrong("", "meanwhile.moved_on")
        return sheet(record, form, act, 409)
    except RuleError as error:
        tell(form, error)
        return sheet(record, form, act, error.status if error.status == 403 else 422)
    return done(url_for("orders.show_one", record=record), DONE[act])


def sheet(record: str, form: Form | None = None, tried: str = "", status: int = 200) -> Response:
    """Write an order's page."""
    who = reader()
    with office().store.reading() as tx:
        found = order_for(tx, who.viewer, record)
        who.must(Permission.SEE_ORDERS, found.site)
        hazards = [one for name in found.hazards if (one := tx.find(Hazard, name)) is not None]
        stored = stored_photos(tx, files_of(found.photos))
    roles = who.viewer.roles_at(found.site)
    return show(
        "orders/one.html",
        status,
        o=found,
        hazards=hazards,
        open_hazards=sum(one.state not in TERMINAL for one in hazards),
        form=form,
        tried=tried,
        fresh=Form(),
        may_file=who.may(Permission.FILE_ORDER, found.site),
        may_sign=bool(roles & SIGNERS),
        is_late=is_late(found, who.formats.today),
        seen=Seen(found.rev),
        shoot=shooter(stored, who.formats),
    )


def filter_of(asked: Query, who: Reader) -> OrderFilter:
    """Read the list's filters from its address."""
    state = asked.member("state", OrderState)
    late_on = who.formats.today if asked.text("state") == "late" else None
    return OrderFilter(site=who.site, state=state, late_on=late_on, text=asked.text("q"))


def _reply(_tx: Tx, who: Reader, found: ExternalOrder, form: Form) -> ExternalOrder:
    no, on, text = form.line("reply_no"), form.day("replied_on", first=found.received_on), form.text("reply_text")
    form.settle()
    roles = who.viewer.roles_at(found.site)
    return answer(found, by=who.viewer.person, name=who.name, roles=roles, no=no, on=on, text=text)


def _close(_tx: Tx, who: Reader, found: ExternalOrder, form: Form) -> ExternalOrder:
    on, outcome = form.day("closed_on", first=found.received_on), form.text("outcome")
    form.settle()
    return close(found, roles=who.viewer.roles_at(found.site), on=on, outcome=outcome)


def _link(tx: Tx, who: Reader, found: ExternalOrder, form: Form) -> ExternalOrder:
    named = hazard_numbered(tx, who.viewer, found.site, form.line("hazard_no", must=True))
    if named is None:
        form.wrong("hazard_no", "orders.not_a_hazard")
        form.settle()
        return found
    link(tx, found, (named.id,))
    return replace(found, hazards=tuple({*found.hazards, named.id}))


ACTS: dict[str, Callable[[Tx, Reader, ExternalOrder, Form], ExternalOrder]] = {
    "reply": _reply,
    "close": _close,
    "link": _link,
}
DONE = {"reply": "done.order_replied", "close": "done.order_closed", "link": "done.order_linked"}
