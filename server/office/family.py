"""Begin a page family: a blueprint that refuses foreign forms, asks who reads, hardens answers and ends errors in pages."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.exceptions import HTTPException

from server.office.errors import answer
from server.office.headers import harden
from server.office.page import ask_who, check_origin
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
    for kind in (RoundsError, HTTPException, Exception):
        blueprint.register_error_handler(kind, answer)
    return blueprint
