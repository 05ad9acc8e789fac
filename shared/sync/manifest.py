"""Tablet and server compare what a shift made: each operation by its id and content, each photo by its hash.

The hash of an operation is the one that its receipt on the server carries (``exchange.fingerprint``): SHA-256 of author, kind
and body in one canonical form. ``canonical`` writes that form with the standard library alone; a test holds it to the server's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from shared.errors import OfflineError, Retry
from shared.ids import PersonId, Sha256
from shared.sync.asking import Asking, RefusedError, Steps
from shared.sync.messages import Json, Manifest, ManifestReply

MOST_PAGES = 200
"""A bound for a server whose answers never come to an end."""


def content_hash(author: PersonId, kind: str, body: Json) -> Sha256:
    """Hash what makes an operation the same: author, kind and body."""
    return Sha256(hashlib.sha256(canonical([author, kind, body])).hexdigest())


def canonical(value: object) -> bytes:
    """Write a JSON value so that equal values give equal bytes: members sorted, no spaces, shortest numbers."""
    return "".join(_written(value)).encode()


def _written(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield "{"
        for index, name in enumerate(sorted(value)):
            yield f"{',' if index else ''}{json.dumps(name, ensure_ascii=False)}:"
            yield from _written(value[name])
        yield "}"
    elif isinstance(value, (list, tuple)):
        yield "["
        for index, member in enumerate(value):
            if index:
                yield ","
            yield from _written(member)
        yield "]"
    elif isinstance(value, float):
        yield _number(value)
    else:
        yield json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    """Write a number as the server's writer does: exponents without plus or leading zero, and none at all down to 1e-5."""
    digits, mark, exponent = repr(value).partition("e")
    if not mark:
        return digits
    if int(exponent) == -5:
        sign = "-" if digits.startswith("-") else ""
        return f"{sign}0.0000{digits.lstrip('-').replace('.', '')}"
    return f"{digits}e{int(exponent)}"


def compare(asking: Asking) -> Steps[None]:
    """Ask the server for all lines of an open comparison, page by page; what was answered is kept at once.

    A server that does not compare (an older one) holds nothing else up.

    Raises:
        OfflineError: the connection ended; the next session goes on where this one was.
        RefusedError: the server lets this tablet in no more, or is in trouble.
    """
    store = asking.store
    for _ in range(MOST_PAGES):
        page = store.manifest_page(store.memory().limits.query)
        if page is None:
            return
        try:
            reply = yield from asking.ask_for(ManifestReply, "POST", "/v1/sync/manifest", page)
        except RefusedError as error:
            if error.problem.status >= 500 or error.problem.retry is Retry.LOGIN:
                raise
            asking.note("not-compared")
            return
        asking.meet(reply.epoch)
        if not is_whole(page, reply):
            raise OfflineError(reason="cut")
        store.save_manifest(page, reply)


def is_whole(asked: Manifest, reply: ManifestReply) -> bool:
    """Tell whether an answer speaks of each line that was asked about, and of no other."""
    ops, photos = {str(line.op_id) for line in asked.ops}, set(asked.photos)
    named = {*reply.partial, *reply.missing}
    return (
        set(reply.differing) <= ops
        and reply.same + len(reply.differing) == len(ops)
        and named <= photos
        and reply.stored + len(named) == len(photos)
    )
