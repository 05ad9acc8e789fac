"""What happens around every page: who is it, in which language, from where, and how an answer is written.

Rules: an unsafe request comes from a page of this very server (Origin, else Referer) or is refused; nobody but a
signed-in person sees anything except the sign-in page; a page that changes something answers with a redirect, so that
reloading does nothing twice. Forms work without scripts; htmx only saves the reload.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from flask import Response, g, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import Forbidden

from server.office.form import Form
from server.office.parts import office
from server.office.reader import Reader
from server.office.session.typed import typed_into
from server.office.session.visit import SESSION_COOKIE, keep_alive, visit
from server.office.text import LANGUAGES, Wording, catalogue
from server.store import Tx, Viewer
from shared.model.place import Site

LANGUAGE_COOKIE = "language"
LOOK_COOKIE = "look"
LOOKS = ("auto", "light", "dark")
"""How pages look: as the computer does, or as chosen."""
SITE_COOKIE = "site"
SAID_COOKIE = "said"
YEAR_S = 365 * 24 * 3600
SAFE = {"GET", "HEAD", "OPTIONS"}
STATIC = Path(__file__).with_name("static")


def ask_who() -> Response | None:
    """Find out who reads the page; send somebody unknown to the sign-in page, and back here afterwards."""
    settled = settle_choice()
    if settled is not None:
        return settled
    token = request.cookies.get(SESSION_COOKIE, "")
    with office().store.reading() as tx:
        viewer = visit(tx, token)
        if viewer is None:
            return _to_sign_in()
        g.reader = read_by(tx, viewer)
    keep_alive(office().store, token)
    return None


def read_by(tx: Tx, viewer: Viewer) -> Reader:
    """Join a person with the language and the site that this browser has chosen."""
    tx.prefetch("site", viewer.sites)
    sites = tuple(site for entry in viewer.sites if (site := tx.find(Site, entry)))
    wanted = request.cookies.get(SITE_COOKIE, "")
    chosen = next((site for site in sites if site.id == wanted), sites[0] if sites else None)
    return Reader(viewer, wording(), tx.now, sites, chosen)


def wording() -> Wording:
    """Return the words in the language that this browser has chosen, Chinese if none.

    A page without an account keeps no cookie: its address names the language.
    """
    wanted = request.args.get("lang") if g.get("is_public") else request.cookies.get(LANGUAGE_COOKIE)
    return Wording(next((language for language in LANGUAGES if language == wanted), LANGUAGES[0]))


def chosen_look() -> str:
    """Return how this browser wants pages to look, as the computer does if it never said."""
    wanted = request.cookies.get(LOOK_COOKIE)
    return wanted if wanted in LOOKS else LOOKS[0]


def settle_choice() -> Response | None:
    """Keep a language, site or look chosen by a link in a cookie and come back to the same page."""
    chosen = {
        cookie: value
        for name, cookie in (("lang", LANGUAGE_COOKIE), ("site", SITE_COOKIE), ("look", LOOK_COOKIE))
        if request.method == "GET" and (value := request.args.get(name, ""))
    }
    if not chosen:
        return None
    answer = make_response(redirect(here(lang="", site="", look=""), 303))
    for cookie, value in chosen.items():
        set_cookie(answer, cookie, value[:64], max_age=YEAR_S)
    return answer


def set_cookie(answer: Response, name: str, value: str, *, max_age: int) -> None:
    """Set a cookie that scripts cannot read and other sites cannot send along; secure when the page came by HTTPS."""
    answer.set_cookie(name, value, max_age=max_age, httponly=True, samesite="Lax", secure=request.is_secure, path="/")


def check_origin() -> None:
    """Refuse an unsafe request that another site's page sent.

    Raises:
        Forbidden: its Origin (or, without one, its Referer) is not this server.
    """
    if request.method in SAFE:
        return
    sent = request.headers.get("Origin") or request.headers.get("Referer", "")
    parts = urlsplit(sent)
    ours = {urlsplit(address)[:2] for address in (request.host_url, office().config.public_url) if address}
    if (parts.scheme, parts.netloc) not in ours:
        raise Forbidden("origin")


def show(template: str, status: int = 200, /, **facts: object) -> Response:
    """Write a page."""
    answer = make_response(render_template(template, **facts), status)
    if request.headers.get("HX-Request") and "" in request.args.values():
        answer.headers["HX-Push-Url"] = here()  # an address worth keeping names no empty filters
    if request.cookies.get(SAID_COOKIE):
        answer.delete_cookie(SAID_COOKIE, path="/")
    return answer


def done(url: str, said: str) -> Response:
    """Go on to a page after something was done; that page says so once. ``said`` is a text key."""
    answer = make_response(redirect(url, 303))
    set_cookie(answer, SAID_COOKIE, said, max_age=60)
    return answer


def flashes() -> Iterator[tuple[str, str]]:
    """Yield what the page before wanted to have said: a tone and a text of the catalogue, never foreign words."""
    said = request.cookies.get(SAID_COOKIE, "")
    if said.startswith("done.") and said in catalogue():
        yield "ok", wording()(said)


def here(**changes: str) -> str:
    """Return the address of the page that is looked at, with parts of its query changed.

    After a form with errors that is the page which held the form, as the browser names it.
    """
    seen = urlsplit(request.headers.get("Referer", "/")) if request.method not in SAFE else urlsplit(request.url)
    query = request.args.to_dict(flat=True) if request.method in SAFE else {}
    kept = {name: value for name, value in {**query, **changes}.items() if value}
    path = seen.path if seen.path.startswith("/") and not seen.path.startswith("//") else "/"
    return f"{path}?{urlencode(kept)}" if kept else path


@cache
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]


def static(name: str) -> str:
    """Return the address of a static file, which changes with its content."""
    return _address(request.script_root, name)


@lru_cache(maxsize=1024)
def _address(_root: str, name: str) -> str:
    """Build an address once for each place that this server is mounted at: a page has a hundred icons."""
    return url_for("office.static", filename=name, v=_digest(name))


def _to_sign_in() -> Response:
    typed = typed_into(request) if _is_shown_whole() else None
    if typed is not None:
        # 403 and no redirect: what was typed is in this very answer
        return show("session/sign_in.html", 403, form=Form(), target=here(), is_new=False, typed=typed)
    target = url_for("session.sign_in", next=here() if here() != "/" else None)
    if request.headers.get("HX-Request"):
        answer = make_response("", 200)
        answer.headers["HX-Redirect"] = target
        return answer
    return make_response(redirect(target, 303))


def _is_shown_whole() -> bool:
    """Tell whether an answer to this request is shown as a page, or in its place by htmx."""
    return "HX-Request" not in request.headers or request.headers.get("HX-Target", "").endswith("main")
