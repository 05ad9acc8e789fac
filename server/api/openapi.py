"""The OpenAPI 3.1 description, written from the endpoint table and the dataclasses themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from server.api.endpoint import PROTOCOL_HEADER, Answer, Endpoint, Header
from shared.errors import RequestError, Retry
from shared.sync.problem import MEDIA_TYPE, PROBLEM_TYPE
from shared.wire import PROTOCOL

Schema = dict[str, Any]
_PROTOCOL = Header("The sync protocol that is spoken", {"type": "string", "enum": [str(PROTOCOL)]})
_PROBLEM: Schema = {
    "type": "object",
    "description": "RFC 9457; obey `retry` whatever the type is",
    "required": ["type", "title", "status", "retry"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "retry": {"enum": [retry.value for retry in Retry]},
    },
}


def describe(endpoints: Iterable[Endpoint], version: str) -> Schema:
    """Write the description of all endpoints."""
    table = tuple(endpoints)
    types = [one.request for one in table if one.request]
    types += [answer.body for one in table for answer in one.answers if answer.body]
    schemas, components = msgspec.json.schema_components(
        types, schema_hook=_any_value, ref_template="#/components/schemas/{name}"
    )
    refs = dict(zip(types, schemas, strict=True))
    paths: dict[str, dict[str, Schema]] = {}
    for one in table:
        paths.setdefault(_address(one), {})[one.method.lower()] = _operation(one, refs)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Site Rounds", "version": version, "description": "What tablets and probes may ask."},
        "paths": paths,
        "components": {
            "schemas": {**components, "Problem": _PROBLEM},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _any_value(cls: type) -> Schema:
    if cls is object:
        return {"description": "any JSON value"}
    raise NotImplementedError


def _address(one: Endpoint) -> str:
    return re.sub(r"<\w+:(\w+)>", r"{\1}", one.path)


def _operation(one: Endpoint, refs: dict[type, Schema]) -> Schema:
    name = re.sub(r"\W+", "_", f"{one.method.lower()}_{_address(one)}").strip("_")
    operation: Schema = {"operationId": name, "summary": one.summary, "responses": _responses(one, refs)}
    headers = {**({PROTOCOL_HEADER: _PROTOCOL} if one.is_versioned else {}), **one.headers}
    parameters = [_parameter(name, header) for name, header in headers.items()]
    if "{sha256}" in _address(one):
        digits = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
        parameters.append({"name": "sha256", "in": "path", "required": True, "schema": digits})
    if parameters:
        operation["parameters"] = parameters
    if one.request:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": refs[one.request]}}}
    if one.raw:
        chunk = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"required": True, "content": {one.raw: chunk}}
    if not one.is_open:
        operation["security"] = [{"token": []}]
    return operation


def _parameter(name: str, header: Header) -> Schema:
    return {
        "name": name,
        "in": "header",
        "required": header.is_required,
        "description": header.meaning,
        "schema": dict(header.schema),
    }


def _responses(one: Endpoint, refs: dict[type, Schema]) -> Schema:
    found = {str(answer.status): _response(one, answer, refs) for answer in one.answers}
    by_status: dict[int, list[type[RequestError]]] = {}
    for error in dict.fromkeys(one.errors):
        by_status.setdefault(error.status, []).append(error)
    for status, errors in sorted(by_status.items()):
        types = ", ".join(f"`{PROBLEM_TYPE}{error.code}`" for error in errors)
        problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
        response: Schema = {"description": types}
        if one.method != "HEAD":
            response["content"] = {MEDIA_TYPE: problem}
        found[str(status)] = response
    return found


def _response(one: Endpoint, answer: Answer, refs: dict[type, Schema]) -> Schema:
    headers = {**({PROTOCOL_HEADER: _PROTOCOL} if one.is_versioned else {}), **answer.headers}
    response: Schema = {"description": answer.meaning}
    if headers:
        response["headers"] = {
            name: {"description": header.meaning, "required": header.is_required, "schema": dict(header.schema)}
            for name, header in headers.items()
        }
    if answer.body:
        response["content"] = {"application/json": {"schema": refs[answer.body]}}
    elif answer.media:
        response["content"] = {media: {} for media in _media(answer)}
    return response


def _media(answer: Answer) -> tuple[str, ...]:
    if answer.media == "image/jpeg":
        return ("image/jpeg", "image/png", "audio/mp4", "application/octet-stream")
    return (answer.media,)
