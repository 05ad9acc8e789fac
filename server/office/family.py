"""Begin a page family: a blueprint that refuses foreign forms, asks who reads, hardens answers and ends errors in pages."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.exceptions import HTTPException

from server.office.errors import answer
from server.office.headers import harden
from server.office.page import ask_who, check_origin
from server.office.public import answer_public, begin_public, harden_public
from server.office.trail import keep_trail
from shared.errors import RoundsError


def pages(name: str, import_name: str, url_prefix: str | None = None, *, is_open: bool = False) -> Blueprint:
    """Return a blueprint whose pages ask for a signed-in person, unless it ``is_open`` to everybody.

    Its addresses begin with its name, unless ``url_prefix`` says otherwise.
    """
    prefix = f"/{name}" if url_prefix is None else url_prefix
    blueprint = Blueprint(name, import_name, url_prefix=prefix or None)
    blueprint.before_request(check_origin)
    if not is_open:
        blueprint.before_request(ask_who)
    blueprint.after_request(harden)
    blueprint.after_request(keep_trail)
    for kind in (RoundsError, HTTPException, Exception):
        blueprint.register_error_handler(kind, answer)
    return blueprint


def public_pages(name: str, import_name: str, url_prefix: str) -> Blueprint:
    """Return a blueprint whose pages need no account and no cookie; what they show is guarded by a token in the address.

    Its templates extend ``layout/public.html``; links between its pages are made by ``public_link``, which keeps the
    language. Requests are counted per network address; a family counts per token besides (``public.slow_down``).
    """
    blueprint = Blueprint(name, import_name, url_prefix=url_prefix)
    blueprint.before_request(begin_public)
    blueprint.after_request(harden_public)
    blueprint.after_request(keep_trail)
    for kind in (RoundsError, HTTPException, Exception):
        blueprint.register_error_handler(kind, answer_public)
    return blueprint
