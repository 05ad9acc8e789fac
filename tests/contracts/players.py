"""Server processes that a test drives: each holds the whole app over one PostgreSQL and does what it is told.

A test can stop a player in the middle of a transaction. Two kinds of gates, both advisory locks of that database:
triggers take the gate ``<player>/<table>`` whenever the player has written a table, and the store's fail points take
``<player>/before commit`` and ``<player>/after commit``. A gate that the test holds shut keeps the player there, with its
row locks; the database itself says when it has come to it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psycopg
from flask.testing import FlaskClient
from sqlalchemy import event

from server.app import create_app, parts_of
from server.config import Config
from server.office.session.password import Passwords
from server.store import Tx
from server.store.device import revoke
from shared.ids import DeviceId
from shared.model.hazard import Hazard
from shared.model.place import Point

# A process made for this forks the players: clean of threads, and with everything imported once.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.contracts.players", "server.office.frame"])
WAIT_S = 300
_GATES = 7
GATED = ("op_receipt", "sync_scope", "hazard", "point", "blob", "serial")
_TAKE = "SELECT pg_advisory_lock_shared(%s, hashtext(%s)), pg_advisory_unlock_shared(%s, hashtext(%s))"


# ---- in the player's process


@dataclass
class _Stage:
    """What a player has: the app, a client for it, and its pipe to the test."""

    client: FlaskClient
    parts: Any
    pipe: Connection

    def send(self, method: str, path: str, token: str, **more: Any) -> Any:
        headers = {"Authorization": f"Bearer {token}", "Sync-Protocol": "1", **more.pop("headers", {})}
        return self.client.open(path, method=method, headers=headers, **more)

    def push(self, token: str, message: dict[str, Any]) -> tuple[int, Any]:
        answer = self.send("POST", "/v1/sync/push", token, json=message)
        return answer.status_code, answer.json

    def push_until_taken(self, token: str, messages: list[dict[str, Any]]) -> list[Any]:
        """Send batches as a tablet does: again for as long as the server is busy."""
        replies = []
        for message in messages:
            status, reply = self.push(token, message)
            while status == 503:
                status, reply = self.push(token, message)
            replies.append(reply if status == 200 else (status, reply))
        return replies

    def pull(self, token: str, message: dict[str, Any]) -> tuple[int, Any]:
        answer = self.send("POST", "/v1/sync/pull", token, json=message)
        return answer.status_code, answer.json

    def follow(self, token: str, message: dict[str, Any]) -> dict[str, Any]:
        """Pull for as long as the test is silent, then to the end; returns what a tablet would hold."""
        seen: dict[str, Any] = {"rows": {}, "cursors": {}, "pulls": 0, "backwards": 0, "older": 0}
        is_last = False
        while not is_last:
            is_last = self.pipe.poll()
            is_more = True
            while is_more:
                status, reply = self.pull(token, {**message, "cursors": seen["cursors"]})
                if status != 200:
                    raise RuntimeError(f"pull: {status} {reply}")
                message = {**message, "epoch": reply["epoch"]}
                seen["pulls"] += 1
                is_more = False
                for page in reply["scopes"]:
                    is_more |= page["more"]
                    seen["backwards"] += page["next"] < seen["cursors"].get(page["scope"], 0)
                    seen["cursors"][page["scope"]] = page["next"]
                    for row in page.get("rows", ()):
                        key = (row["kind"], row["id"])
                        seen["older"] += row["rev"] < seen["rows"].get(key, 0)
                        seen["rows"][key] = row["rev"]
        self.pipe.recv()
        return seen

    def patch(self, token: str, name: str, offset: int, size: int, data: bytes) -> tuple[int, int]:
        """Send a chunk of a photo; returns status and the offset that the server names."""
        headers = {"Upload-Offset": str(offset), "Upload-Length": str(size)}
        media = "application/offset+octet-stream"
        answer = self.send("PATCH", f"/v1/blobs/{name}", token, data=data, content_type=media, headers=headers)
        here = answer.headers.get("Upload-Offset")
        return answer.status_code, int(here) if here is not None else answer.json.get("offset", -1)

    def write_on(self, hazards: list[str], points: list[str], times: int) -> int:
        """Change records as office pages do, in turning orders; returns how often each was changed."""

        def one(tx: Tx) -> None:
            for ident in hazards:
                found = tx.get(Hazard, ident)
                tx.put(replace(found, location=found.location + "x"))
            for ident in points:
                point = tx.get(Point, ident)
                tx.put(replace(point, number=point.number + "x"))

        for _ in range(times):
            hazards, points = hazards[::-1], points[1:] + points[:1]
            _again(lambda: self.parts.store.act(one))
        return times

    def revoke(self, device: str) -> None:
        self.parts.store.act(lambda tx: revoke(tx, DeviceId(device)))


def _again(work: Callable[[], None]) -> None:
    while True:
        try:
            return work()
        except Exception as error:
            if getattr(error, "code", "") != "busy":
                raise


def play(name: str, url: str, home: str, pipe: Connection) -> None:
    """Be a player until the test is gone or says so."""
    os.environ["PGAPPNAME"] = name
    plain = url.replace("+psycopg", "")
    gate = psycopg.connect(plain, autocommit=True, application_name=f"gate of {name}")

    def stop_at(point: str) -> None:
        gate.execute(_TAKE, (_GATES, f"{name}/{point}") * 2)

    config = Config(home=Path(home), database_url=url, threads=2)
    app = create_app(config, passwords=Passwords(memory_kib=8), fail_point=stop_at)
    event.listen(parts_of(app).engine, "connect", _be_patient)
    stage = _Stage(app.test_client(), parts_of(app), pipe)
    with contextlib.suppress(EOFError):
        while (asked := pipe.recv()) is not None:
            what, arguments = asked
            try:
                pipe.send((True, getattr(stage, what)(*arguments)))
            except Exception as error:  # noqa: BLE001 - handed to the test
                pipe.send((False, repr(error)))
    parts_of(app).engine.dispose()
    gate.close()


def _be_patient(connection: Any, _record: Any) -> None:
    """Wait for rows, and lie still in a transaction, for as long as a test may hold a player at a gate."""
    connection.execute(f"SET lock_timeout = '{WAIT_S}s'")
    connection.execute(f"SET idle_in_transaction_session_timeout = '{WAIT_S}s'")
    connection.commit()


# ---- in the test


@dataclass
class Player:
    """The test's end of one process."""

    name: str
    process: Any
    pipe: Connection

    def start(self, what: str, *arguments: Any) -> None:
        """Tell the player to do something, without waiting for it."""
        self.pipe.send((what, arguments))

    def result(self) -> Any:
        """Wait for what came of it."""
        if not self.pipe.poll(WAIT_S):
            raise TimeoutError(f"{self.name} does not answer")
        is_well, found = self.pipe.recv()
        if not is_well:
            raise AssertionError(f"{self.name}: {found}")
        return found

    def do(self, what: str, *arguments: Any) -> Any:
        """Tell the player to do something and wait for what came of it."""
        self.start(what, *arguments)
        return self.result()

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.kill()
        self.process.join(WAIT_S)


@dataclass
class Troupe:
    """All players of one test, and the gates that stop them."""

    url: str
    home: Path
    connection: psycopg.Connection[Any]
    players: list[Player] = field(default_factory=list)

    def hire(self, *names: str) -> list[Player]:
        """Start players."""
        for name in names:
            ours, theirs = _CONTEXT.Pipe()
            process = _CONTEXT.Process(target=play, args=(name, self.url, str(self.home), theirs), daemon=True)
            process.start()
            theirs.close()
            self.players.append(Player(name, process, ours))
        return self.players[-len(names) :]

    def shut(self, gate: str) -> None:
        """Let nobody through a gate from now on."""
        self.connection.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", (_GATES, gate))

    def open(self, gate: str) -> None:
        """Let through whoever waits, and everybody after."""
        self.connection.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", (_GATES, gate))

    def wait_for(self, gate: str) -> None:
        """Wait until a player stands at a gate."""
        query = """SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                   AND classid = %s AND objid::bigint = (hashtext(%s)::bigint & 4294967295)"""
        self._until(query, (_GATES, gate))

    def wait_until_stuck(self, player: Player) -> None:
        """Wait until a player waits for another one's row."""
        query = """SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
                   WHERE application_name = %s AND NOT granted AND locktype IN ('transactionid', 'tuple')"""
        self._until(query, (player.name,))

    def wait_until_gone(self, player: Player) -> None:
        """Wait until the database has noticed that a player is dead."""
        query = "SELECT (count(*) = 0)::int FROM pg_stat_activity WHERE application_name = %s"
        self._until(query, (player.name,))

    def end(self) -> None:
        """Send everybody home; their last figures are in the statistics then."""
        for player in self.players:
            with contextlib.suppress(OSError):
                player.pipe.send(None)
        for player in self.players:
            player.process.join(WAIT_S)
            player.pipe.close()
            self.wait_until_gone(player)

    def deadlocks(self) -> int:
        """Return how many deadlocks PostgreSQL has broken in this database; after ``end`` that is all."""
        row = self.connection.execute(
            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
        ).fetchone()
        return int(row[0]) if row else -1

    def _until(self, query: str, facts: tuple[object, ...]) -> None:
        """Ask the database until it says so; it takes its time over each answer, which keeps the asking slow."""
        until = time.monotonic() + WAIT_S
        while not self.connection.execute(query, facts).fetchone()[0]:  # type: ignore[index]
            if died := [one.name for one in self.players if one.process.exitcode not in (None, 0, -signal.SIGKILL)]:
                raise RuntimeError(f"{died} ended by themselves while this was waited for: {query} {facts}")
            self.connection.execute("SELECT pg_sleep(0.005)")
            if time.monotonic() > until:
                raise TimeoutError(f"never came true: {query} {facts}")


@contextlib.contextmanager
def troupe(url: str, home: Path) -> Iterator[Troupe]:
    """Build the gates into a database that has its schema; ends all players at the end."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True, application_name="test") as connection:
        connection.execute(
            f"""CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = '{WAIT_S}s' AS $$
            DECLARE name int := hashtext(current_setting('application_name') || '/' || TG_TABLE_NAME);
            BEGIN
                PERFORM pg_advisory_lock_shared({_GATES}, name);
                PERFORM pg_advisory_unlock_shared({_GATES}, name);
                RETURN NULL;
            END $$"""
        )
        for table in GATED:
            connection.execute(
                f"CREATE TRIGGER gate AFTER INSERT OR UPDATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION gate()"  # type: ignore[arg-type]
            )
        made = Troupe(url, home, connection)
        try:
            yield made
        finally:
            for player in made.players:
                player.process.kill()
                player.process.join(WAIT_S)
                with contextlib.suppress(OSError):
                    player.pipe.close()
                player.process.close()
