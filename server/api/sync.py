"""hello, push, pull and verify."""

from __future__ import annotations

from contextlib import suppress

from flask import Response

from server.api.body import json_answer, read_json
from server.api.caller import caller, visitor
from server.api.endpoint import BODY, KNOWN_TABLET, Answer, Endpoint
from server.api.parts import parts
from server.store.device import is_pull_news, note_pull
from shared.errors import BusyError, StorageFullError
from shared.sync.messages import Hello, Manifest, ManifestReply, Pull, PullReply, Push, PushReply, Verify, VerifyReply

_SMALL = 256 << 10


def hello() -> Response:
    """Say who and when we are, and what one request may hold."""
    caller()
    return json_answer(parts().exchange.hello())


def push() -> Response:
    """Apply a batch of operations, in order, each with its own result."""
    sender = caller()
    with parts().store.turn_to_push():
        message, reader = read_json(Push, parts().config.limits.push_bytes)
        return json_answer(parts().exchange.push(sender, message, reader))


def pull() -> Response:
    """Return what changed in the tablet's scopes."""
    sender = caller()
    message, _ = read_json(Pull, _SMALL)
    reply = parts().exchange.pull(sender, message)
    if not any(page.more for page in reply.scopes) and is_pull_news(visitor(), reply.server_time):
        with suppress(BusyError, StorageFullError), parts().store.writing() as tx:  # what was read is good all the same
            note_pull(tx, sender.device)
    return json_answer(reply)


def verify() -> Response:
    """Compare a digest of one scope."""
    sender = caller()
    message, _ = read_json(Verify, _SMALL)
    return json_answer(parts().exchange.verify(sender, message))


def manifest() -> Response:
    """Tell how what a tablet made stands here."""
    sender = caller()
    message, _ = read_json(Manifest, _SMALL)
    return json_answer(parts().exchange.manifest(sender, message))


ENDPOINTS = (
    Endpoint(
        "GET",
        "/v1/sync/hello",
        hello,
        "Who, when and how much",
        (Answer(200, "The server's generation, time and limits", Hello),),
        KNOWN_TABLET,
    ),
    Endpoint(
        "POST",
        "/v1/sync/push",
        push,
        "Send operations; one result for each, in order",
        (Answer(200, "What became of each operation", PushReply),),
        (*KNOWN_TABLET, *BODY),
        Push,
    ),
    Endpoint(
        "POST",
        "/v1/sync/pull",
        pull,
        "Fetch what changed past the cursors",
        (Answer(200, "A page of each scope", PullReply),),
        (*KNOWN_TABLET, *BODY),
        Pull,
    ),
    Endpoint(
        "POST",
        "/v1/sync/verify",
        verify,
        "Compare a digest of one scope",
        (Answer(200, "Whether it matches", VerifyReply),),
        (*KNOWN_TABLET, *BODY),
        Verify,
    ),
    Endpoint(
        "POST",
        "/v1/sync/manifest",
        manifest,
        "Ask how operations and photos of this tablet stand on the server",
        (Answer(200, "How many stand as sent, and each that does not", ManifestReply),),
        (*KNOWN_TABLET, *BODY),
        Manifest,
    ),
)
