"""The form of a new order becomes an order as the paper says."""

from __future__ import annotations

from server.office.form import Form
from server.office.reader import Reader
from server.store import Tx
from server.store.order import is_filed
from shared.hazard.order import ExternalOrder, OrderKind
from shared.model.inspection import Photo


def filed(tx: Tx, who: Reader, form: Form, photos: tuple[Photo, ...]) -> ExternalOrder:
    """Return the order that the form describes.

    Raises:
        FormError: a field is missing or cannot be read, or its number is on file.
    """
    no = form.line("no", must=True)
    if no and is_filed(tx, who.site, no):
        form.wrong("no", "orders.no_taken")
    kind = form.member("kind", OrderKind, must=True)
    issued = form.day("issued_on", must=True)
    received = form.day("received_on", must=True, first=issued)
    deadline = form.day("deadline_on", must=True, first=issued)
    authority, content = form.line("authority", must=True), form.text("content", must=True)
    received_by = form.line("received_by")
    form.settle()
    if kind is None or issued is None or received is None or deadline is None:
        raise TypeError("a settled form has all that it must have")
    return ExternalOrder(
        id=tx.ids.new(),
        site=who.site,
        authority=authority,
        kind=kind,
        no=no,
        issued_on=issued,
        received_on=received,
        received_by=received_by,
        deadline_on=deadline,
        content=content,
        photos=photos,
        created_by=who.viewer.person,
        created_by_name=who.name,
        created_at=tx.now,
    )
