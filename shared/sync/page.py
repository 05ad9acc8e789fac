"""The answer of a pull as a tablet reads it: typed, but for the records themselves, which stay the text that they came as.

A tablet keeps records whole and reads one when it is shown; building and rewriting each of a page's records took most of
the time of a first pull. Whatever is not plainly in order is left to ``shared.wire``, which words what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from shared.sync.messages import PullReply, Row, ScopePage
from shared.wire import RawJson, decode, loads, loads_keeping

_BODIES = ("scopes", "rows", "body")
_HEAD = re.compile(rb'\{"scope":"([^"\\]+)","next":([0-9]{1,16}),"more":(true|false)')
_LIMIT = 1 << 53


def read_page(content: bytes) -> PullReply:
    """Read the answer of a pull. ``Row.body`` is ``RawJson`` in truth, a JSON object to the type checker only.

    Raises:
        MalformedError: it is none.
    """
    found = loads_keeping(content, _BODIES)
    pages = found.get("scopes") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(pages, list):
        return decode(PullReply, found)
    read = [_page(page, f"$.scopes[{index}]") for index, page in enumerate(pages)]
    return replace(decode(PullReply, {**found, "scopes": []}), scopes=tuple(read))


def cursors_ahead(content: bytes, cursors: Mapping[str, int]) -> dict[str, int] | None:
    """Guess from the heads of a page's scopes, without reading it, which cursors are sent next; None if nothing follows.

    A guess that is wrong costs a request and nothing else; so is none where scopes are purged or begun anew.
    """
    heads = _HEAD.findall(content)
    if not any(more == b"true" for _, _, more in heads) or b'"reset":true' in content or b'"purge":["' in content:
        return None
    moved = {**cursors, **{scope.decode(errors="replace"): int(last) for scope, last, _ in heads}}
    return dict(sorted(moved.items()))


def _page(found: object, path: str) -> ScopePage:
    rows = found.get("rows") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(rows, list):
        return decode(ScopePage, found, path)
    page = decode(ScopePage, {**found, "rows": []}, path)
    return replace(page, rows=tuple(_row(row, path, index) for index, row in enumerate(rows)))


def _row(found: object, path: str, index: int) -> Row:
    if not isinstance(found, dict):
        return decode(Row, found, f"{path}.rows[{index}]")
    kind, record, rev, body = found.get("kind"), found.get("id"), found.get("rev", 0), found.get("body")
    is_plain = isinstance(kind, str) and kind.isprintable() and isinstance(record, str) and record.isprintable()
    is_here = found.get("gone", False) is False and isinstance(body, RawJson)
    if is_plain and is_here and type(rev) is int and -_LIMIT < rev < _LIMIT:
        return Row(str(kind), str(record), rev, body=cast("dict[str, object]", body))
    whole = {**found, "body": loads(body)} if isinstance(body, RawJson) else found
    return decode(Row, whole, f"{path}.rows[{index}]")
