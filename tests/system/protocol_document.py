"""Sends the examples of docs/protocol.md to a real server and writes its answers into the document."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flask.testing import FlaskClient

from server.app import create_app, parts_of
from server.config import Config, sqlite_url
from server.store.account import hash_token
from server.store.schema import create_schema, ensure_epoch
from server.tables import enrolment_code
from shared.errors import EvidenceMissingError, OpRefusedError, RequestError, RoundsError, every_error
from shared.model.place import Role
from tests.builders import (
    KEEPER,
    NOW,
    SITE,
    FakeClock,
    a_person,
    a_point,
    a_site,
    a_template,
    a_unit,
    an_id,
)

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"
CODE = "K7M2P9XQ"
ROLES = (Role.MAINTENANCE_KEEPER, Role.INSPECTOR, Role.LEAD_INSPECTOR)
"""What the person of the examples is: a shift of all of them has a notice from the spot in it."""
SHOWN_HEADERS = (
    "Content-Type",
    "Upload-Offset",
    "Upload-Length",
    "Tus-Resumable",
    "ETag",
    "Content-Range",
    "Cache-Control",
)
TABLE_HEAD = "| code | status | retry | meaning |\n|---|---|---|---|\n"
_BLOCK = re.compile(r"^```(json|http) (request|response)(.*)\n((?:.*\n)*?)```$", re.MULTILINE)


class NumberedIds:
    """Gives …e0, …e1 and so on, so that a document can name them."""

    def __init__(self) -> None:
        self._next = 0xE0

    def new(self) -> str:
        self._next += 1
        return an_id(self._next - 1)


@dataclass(frozen=True)
class Example:
    """One request of the document and where its answer stands."""

    form: str
    method: str
    path: str
    text: str
    answer_span: tuple[int, int]
    answer: str


def examples(document: str) -> Iterator[Example]:
    """Find the examples in the order of the document.

    Raises:
        ValueError: a request without an answer behind it, or the other way round.
    """
    blocks = list(_BLOCK.finditer(document))
    for request, response in zip(blocks[::2], blocks[1::2], strict=True):
        if (request[2], response[2], request[1]) != ("request", "response", response[1]):
            raise ValueError(f"expected a request and its answer at {request[0][:60]!r}")
        method, path = request[3].split()
        yield Example(request[1], method, path, request[4], response.span(), response[0])


def served(folder: Path) -> FlaskClient:
    """Build the server that the examples speak of: fixed time and ids, one site, person, point and form, one code."""
    config = Config(home=folder, database_url=sqlite_url(folder))
    app = create_app(config, clock=FakeClock(NOW), ids=NumberedIds())
    store = parts_of(app).store
    create_schema(store.engine)
    with store.writing() as tx:
        ensure_epoch(tx)
        for entity in (a_site(), a_point(), a_unit(), a_person(roles=ROLES), a_template()):
            tx.put(entity)
        values = {"code_sha256": hash_token(CODE), "site": SITE, "person": KEEPER, "created_by": ""}
        tx.execute(enrolment_code.insert().values(created_at=tx.now, expires_at=tx.now.replace(hour=23), **values))
    return app.test_client()


def play(document: str) -> list[tuple[Example, str]]:
    """Send every example, in order, and return each with the block that the server's answer makes."""
    with tempfile.TemporaryDirectory() as folder:
        client = served(Path(folder))
        token = ""
        played = []
        for example in examples(document):
            headers = {"Sync-Protocol": "1", **({"Authorization": f"Bearer {token}"} if token else {})}
            given, _, body = example.text.partition("\n\n") if example.form == "http" else ("", "", example.text)
            headers |= dict(line.split(": ", 1) for line in given.splitlines() if ": " in line)
            if example.form == "json" and body.strip():
                headers["Content-Type"] = "application/json"
            data = body.removesuffix("\n").encode() if example.form == "http" else body.encode()
            got = client.open(example.path, method=example.method, headers=headers, data=data)
            text = got.get_data(as_text=True)
            if example.path == "/v1/enrol":
                token = json.loads(text)["token"]
            played.append(
                (example, _block(example, got.status_code, dict(got.headers), text.replace(token or "\0", "…")))
            )
            got.close()
        parts_of(client.application).engine.dispose()
        return played


def _block(example: Example, status: int, headers: dict[str, str], text: str) -> str:
    word = "" if status == 200 else f" {status}"
    if example.form == "json":
        return f"```json response{word}\n{_written(json.loads(text))}\n```"
    shown = SHOWN_HEADERS if text else SHOWN_HEADERS[1:]
    lines = [f"{name}: {headers[name]}" for name in shown if name in headers]
    body = f"\n{text.rstrip()}\n" if text else ""
    return f"```http response{word}\n" + "\n".join(lines) + "\n" + body + "```"


def _written(value: object, indent: str = "") -> str:
    """Write JSON with what fits on a line on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + len(indent) <= 118 or not isinstance(value, (dict, list)) or not value:
        return flat
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(name)}: {_written(member, inner)}" for name, member in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + _written(member, inner) for member in value) + f"\n{indent}]"


def problem_table() -> str:
    """Write the table of all problems that a tablet can meet, from the errors themselves."""
    rows = []
    for error in every_error():
        if issubclass(error, (RequestError, OpRefusedError, EvidenceMissingError)):
            where = str(error.status) if issubclass(error, RequestError) else "in the result"
            rows.append(f"| `{error.code}` | {where} | `{error.retry.value}` | {_meaning(error)} |")
    return TABLE_HEAD + "\n".join(rows) + "\n"


def _meaning(error: type[RoundsError]) -> str:
    return " ".join((error.__doc__ or "").replace("``", "`").split()).removesuffix(".")


def render() -> str:
    """Return docs/protocol.md with the server's answers and the table of problems as they are."""
    document = DOCUMENT.read_text(encoding="utf-8")
    for example, block in reversed(play(document)):
        start, end = example.answer_span
        document = document[:start] + block + document[end:]
    before, _, rest = document.partition(TABLE_HEAD)
    after = rest[rest.find("\n\n") + 1 :] if "\n\n" in rest else ""
    return before + problem_table() + after
