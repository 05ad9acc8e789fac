"""Replays recorded exchanges: what a tablet of an earlier version sent, and what it must still be answered.

A file holds what the server was ``given`` and a list of exchanges in order. Once recorded, a file is never edited: a
tablet of that version may be in somebody's drawer. ``python -m tests.system.golden.replay`` fills in answers that are
missing from a new file and leaves all others alone.
"""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from flask.testing import FlaskClient

from server.app import create_app, parts_of
from server.config import Config, sqlite_url
from server.store.account import hash_token
from server.store.schema import create_schema, ensure_epoch
from server.tables import enrolment_code
from shared import wire
from shared.sync.messages import ROW_BODIES
from tests.builders import KEEPER, NOW, SITE, FakeClock
from tests.system.protocol_document import CODE, NumberedIds

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("v*/*.json"))
KEPT_HEADERS = ("Sync-Protocol", "Upload-Offset", "Upload-Length")
TOKEN = "(token)"
Json = dict[str, Any]


@dataclass(frozen=True)
class Played:
    """One exchange with the answer that came now."""

    exchange: Json
    answer: Json


def play(story: Json) -> Iterator[Played]:
    """Send every request of a story to a server that was given what the story names."""
    with tempfile.TemporaryDirectory() as folder:
        client = served(Path(folder), story["given"])
        token = ""
        for exchange in story["exchanges"]:
            request = exchange["request"]
            headers = {**request["headers"], "Authorization": f"Bearer {token}"}
            data = base64.b64decode(request["bytes"]) if "bytes" in request else _text(request.get("json"))
            got = client.open(request["path"], method=request["method"], headers=headers, data=data)
            said = got.get_data()
            answer: Json = {
                "status": got.status_code,
                "headers": {name: got.headers[name] for name in KEPT_HEADERS if name in got.headers},
            }
            if "json" in (got.mimetype or ""):
                answer["json"] = json.loads(said)
                token = _learn(answer["json"], token)
            elif said:
                answer["bytes"] = base64.b64encode(said).decode()
            got.close()
            yield Played(exchange, answer)
        parts_of(client.application).engine.dispose()


def served(folder: Path, given: list[Json]) -> FlaskClient:
    """Build a server with these records, the epoch …e0, and one enrolment code."""
    app = create_app(Config(home=folder, database_url=sqlite_url(folder)), clock=FakeClock(NOW), ids=NumberedIds())
    store = parts_of(app).store
    create_schema(store.engine)
    with store.writing() as tx:
        ensure_epoch(tx)
        for row in given:
            tx.put(wire.decode(ROW_BODIES[row["kind"]], row["body"]))
        values = {"code_sha256": hash_token(CODE), "site": SITE, "person": KEEPER, "created_by": ""}
        tx.execute(enrolment_code.insert().values(created_at=tx.now, expires_at=tx.now.replace(hour=23), **values))
    return app.test_client()


def holds(recorded: object, now: object) -> bool:
    """Tell whether an answer still says all that was recorded; members may have been added."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        return all(name in now and holds(value, now[name]) for name, value in recorded.items())
    if isinstance(recorded, list) and isinstance(now, list):
        return len(recorded) == len(now) and all(map(holds, recorded, now))
    return recorded == now


def load(path: Path) -> Json:
    """Read a story."""
    return cast("Json", json.loads(path.read_text(encoding="utf-8")))


def _text(body: object) -> bytes:
    return b"" if body is None else json.dumps(body, ensure_ascii=False).encode()


def _learn(body: Json, token: str) -> str:
    if "token" not in body:
        return token
    token, body["token"] = body["token"], TOKEN
    return token


def main() -> None:
    """Fill in the answers of new stories."""
    for path in FILES:
        story = load(path)
        if any("response" not in exchange for exchange in story["exchanges"]):
            for played in play(story):
                played.exchange.setdefault("response", played.answer)
            path.write_text(json.dumps(story, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
