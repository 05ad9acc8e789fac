"""The unit's pages, below ``/u/<token>``."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from flask import Response, redirect, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from server.download import download
from server.office.answer.acts import Answer, ask_for_time, carry_out, receive, send_reply
from server.office.answer.case import Case, Item, load
from server.office.answer.pictures import read_seal, seal, take_pictures
from server.office.family import public_pages
from server.office.form import Form
from server.office.gate import Limit
from server.office.page import show
from server.office.parts import office
from server.office.photos.shot import Addresses, shooter
from server.office.photos.thumb import send_thumbnail
from server.office.public import public_link, slow_down
from server.office.refusal import tell
from server.office.trail import name_link
from server.store import Tx
from server.store.blob import find_blob
from server.store.unit_link import link_for, needs_touch, touch_link
from shared.errors import RuleError, UnknownRecordError
from shared.ids import Sha256
from shared.model.hazard import Completion, Notice
from shared.model.inspection import Photo

blueprint = public_pages("answer", __name__, "/u")
PER_LINK: Final = Limit(240)
WRITES_PER_LINK: Final = Limit(40, timedelta(minutes=10))
WRONG_TOKENS: Final = Limit(30, timedelta(minutes=10))
"""Per network address: who mistypes a link is no danger, who tries many is told to wait."""
SAID: Final = ("received", "replied", "asked", "already")


@blueprint.get("/<token>")
def show_notice(token: str) -> AnyResponse:
    """Show the notice with each item's state and what may be done next."""
    case = _open(token)
    if case is None:
        return _gone()
    if needs_touch(case.link, case.formats.now):
        office().store.act(lambda tx: touch_link(tx, case.link))
    said = request.args.get("said", "")
    return _page("notice", case, said=said if said in SAID else "")


@blueprint.get("/<token>/receipt")
def show_receipt(token: str) -> AnyResponse:
    """Show the form of the receipt."""
    case = _open(token)
    if case is None:
        return _gone()
    return _page("receipt", case, form=Form()) if case.may_receive else _back(case)


@blueprint.post("/<token>/receipt")
def send_receipt(token: str) -> AnyResponse:
    """Take in a receipt, or show its form again."""
    case = _open(token, is_writing=True)
    if case is None:
        return _gone()
    form = Form(request.form)
    name = form.line("signed_by", must=True)
    if not form.ticked("signed"):
        form.wrong("signed", "missing.signature")
    return _send(case, Answer(case, form, office().clock.read(), name), "receipt", "received", receive)


@blueprint.get("/<token>/reply/<int:number>")
def show_reply(token: str, number: int) -> AnyResponse:
    """Show the form of a reply about one item."""
    return _form(token, number, "reply", lambda item: item.may_reply)


@blueprint.post("/<token>/reply/<int:number>")
def post_reply(token: str, number: int) -> AnyResponse:
    """Take in a reply, or show its form again with what was typed and the photos that came through."""
    case = _open(token, is_writing=True)
    if case is None:
        return _gone()
    item, form = _item(case, number), Form(request.form)
    photos = tuple(take_pictures(form, request.files.getlist("photos"), case.link))
    answer = Answer(case, form, office().clock.read(), form.line("signed_by", must=True), item, photos)
    if "more" in request.form or "drop" in request.form:  # only the photos change; nothing is sent yet
        form.errors = {name: key for name, key in form.errors.items() if name == "photos"}
        return _page("reply", case, form=form, item=item, photos=photos)
    is_done = form.member("completion", Completion, must=True) is Completion.DONE
    form.text("measures_taken", must=is_done)
    form.line("done_by", must=is_done)
    completed = form.day("completed_on", must=is_done)
    if completed is not None and completed > case.formats.today:
        form.wrong("completed_on", "answer.not_in_future")
    if is_done and not photos:
        form.wrong("photos", "missing.after_photo")
    return _send(case, answer, "reply", "replied", send_reply)


@blueprint.get("/<token>/more-time/<int:number>")
def show_more_time(token: str, number: int) -> AnyResponse:
    """Show the form that asks for more time."""
    return _form(token, number, "more-time", lambda item: item.may_ask)


@blueprint.post("/<token>/more-time/<int:number>")
def post_more_time(token: str, number: int) -> AnyResponse:
    """Take in a request for more time, or show its form again."""
    case = _open(token, is_writing=True)
    if case is None:
        return _gone()
    form, item = Form(request.form), _item(case, number)
    for name in ("reason", "interim_measures"):
        form.text(name, must=True)
    form.day("deadline_on", must=True)
    answer = Answer(case, form, office().clock.read(), form.line("signed_by", must=True), item)
    return _send(case, answer, "more-time", "asked", ask_for_time)


@blueprint.get("/<token>/photo/<sha256>")
def show_photo(token: str, sha256: str) -> AnyResponse:
    """Send a photo of the notice."""
    return _photo(token, sha256, is_small=False)


@blueprint.get("/<token>/photo/<sha256>/small")
def show_thumb(token: str, sha256: str) -> AnyResponse:
    """Send a photo of the notice small."""
    return _photo(token, sha256, is_small=True)


def _open(token: str, *, is_writing: bool = False) -> Case | None:
    """Load what a token opens; nothing for a wrong, an expired and a revoked one alike."""
    with office().store.reading() as tx:
        link = link_for(tx, token)
        if link is None:
            return None
        slow_down(f"link:{link.token_sha256}", PER_LINK)
        if is_writing:
            slow_down(f"link writes:{link.token_sha256}", WRITES_PER_LINK)
        case = load(tx, token, link)
    name_link(case.unit.name.zh if case.unit else case.notice.no, case.site.id)
    return case


def _gone() -> Response:
    """Say honestly that this link opens nothing, and what to do."""
    slow_down(f"wrong link:{request.remote_addr or ''}", WRONG_TOKENS)
    return show("answer/gone.html", 404)


def _item(case: Case, number: int) -> Item:
    found = case.item(number)
    if found is None or found.is_elsewhere:
        raise NotFound
    return found


def _form(token: str, number: int, name: str, is_open: Callable[[Item], bool]) -> AnyResponse:
    case = _open(token)
    if case is None:
        return _gone()
    item = _item(case, number)
    return _page(name, case, form=Form(), item=item) if is_open(item) else _back(case)


def _send(case: Case, answer: Answer, name: str, said: str, work: Callable[[Tx, Notice, Answer], None]) -> AnyResponse:
    """Carry out a form that is complete and lead back to the notice; else show it again."""
    facts = {"form": answer.form, "item": answer.item, "photos": answer.photos}
    if not answer.form.is_valid:
        return _page(name, case, 422, **facts)
    try:
        is_new = carry_out(answer, name, work)
    except UnknownRecordError:
        return _gone()
    except RuleError as error:
        tell(answer.form, error)
        fresh = _open(case.token)
        if fresh is None:
            return _gone()
        return _page(name, fresh, 422, **facts)
    return _back(case, said if is_new else "already")


def _back(case: Case, said: str = "") -> AnyResponse:
    return redirect(public_link(url_for("answer.show_notice", token=case.token), said=said), 303)


def _page(name: str, case: Case, status: int = 200, /, **facts: object) -> Response:
    photos = facts.pop("photos", ())
    kept = photos if isinstance(photos, tuple) else ()
    shoot = shooter(case.stored | {photo.sha256 for photo in kept}, case.formats, where=_addresses(case, kept))
    asked = {"form": Form(), "item": None, "said": "", **facts}
    sealed = [(seal(photo, case.link), photo) for photo in kept]
    template = f"answer/{name.replace('-', '_')}.html"
    once = asked["form"].value("once") if isinstance(asked["form"], Form) else ""
    return show(
        template,
        status,
        c=case,
        n=case.notice,
        f=case.formats,
        shoot=shoot,
        sealed=sealed,
        once=once or secrets.token_urlsafe(12),
        completions=tuple(Completion),
        **asked,
    )


def _addresses(case: Case, kept: tuple[Photo, ...]) -> Addresses:
    """Say where the photos of this link's pages lie; those of a form that is not sent yet are named by their seal."""
    sealed = {photo.sha256: seal(photo, case.link) for photo in kept}

    def where(name: Sha256, is_small: bool) -> str:
        endpoint = "answer.show_thumb" if is_small else "answer.show_photo"
        return url_for(endpoint, token=case.token, sha256=sealed.get(name, name))

    return where


def _photo(token: str, sha256: str, *, is_small: bool) -> AnyResponse:
    """Send a photo that the notice names, or one that a form of this link brought.

    Raises:
        NotFound: neither.
    """
    case = _open(token)
    if case is None:
        return _gone()
    sealed = read_seal(sha256, case.link)
    name = sealed[0] if sealed else Sha256(sha256)
    with office().store.reading() as tx:
        blob = find_blob(tx, name) if sealed or name in case.files else None
    if blob is None or not blob.is_stored:
        raise NotFound
    return send_thumbnail(office(), name) if is_small else download(office().blobs, blob)
