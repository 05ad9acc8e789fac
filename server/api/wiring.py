"""Puts the endpoints into a Flask app."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final

from flask import Blueprint, Flask, Response, request
from werkzeug.routing import BaseConverter

from server import codec
from server.api import blobs, enrol, errors, health, sync
from server.api.endpoint import Endpoint, check_protocol, name_protocol
from server.api.openapi import describe
from server.api.parts import EXTENSION, ApiParts

VERSION: Final = "0.1.0"
ENDPOINTS: Final = (*sync.ENDPOINTS, *blobs.ENDPOINTS, *enrol.ENDPOINTS, *health.ENDPOINTS)
_OWN_PATHS = ("/v1/", "/openapi.json", "/healthz", "/readyz")


class Sha256Converter(BaseConverter):
    """64 lower-case hexadecimal digits in an address."""

    regex = "[0-9a-f]{64}"


def install(app: Flask, parts: ApiParts) -> None:
    """Add the endpoints to the app."""
    app.extensions[EXTENSION] = parts
    app.url_map.converters["sha256"] = Sha256Converter
    blueprint = Blueprint("api", __name__)
    for one in ENDPOINTS:
        name = f"{one.method.lower()}{one.path.partition('<')[0].rstrip('/').replace('/', '_')}"
        view = _guarded(one)
        blueprint.add_url_rule(one.path, name, view, methods=[one.method], provide_automatic_options=False)
    description = codec.write(describe(ENDPOINTS, VERSION))
    blueprint.add_url_rule("/openapi.json", "openapi", lambda: Response(description, mimetype="application/json"))
    app.register_blueprint(blueprint)
    app.after_request(_signed)


def is_api_path(path: str) -> bool:
    """Tell whether an address is the API's, also if nothing is there: its errors are problems, not pages."""
    return path.startswith(_OWN_PATHS) or path == "/v1"


def answer_error(error: Exception) -> Response:
    """Write an error of an API request."""
    return errors.answer(error)


def _guarded(one: Endpoint) -> Callable[..., Response]:
    @wraps(one.view)
    def view(**names: str) -> Response:
        if one.is_versioned:
            check_protocol()
        return one.view(**names)

    return view


def _signed(answer: Response) -> Response:
    return name_protocol(answer) if request.path.startswith("/v1/") else answer
