"""What was sent and what it did to points: the knowledge that a single look at the databases cannot give.

Every request passes here with the database before and after it, whoever delivered it and whenever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shared import wire
from shared.sync.request import Request, Response
from tests.system.simulation.server import SimServer

FIELDS = ("remark", "floor")
Values = dict[tuple[str, str], object]


class Oracle:
    """Watches a server's requests; ``delivered`` are those since its last restore that it answered in full."""

    def __init__(self, server: SimServer) -> None:
        self.server = server
        self.delivered: list[tuple[Request, bytes]] = []

    def watch(self, request: Request, body: bytes, answer: Callable[[], Response]) -> Response:
        """Let a request through and look at what it did."""
        is_push = request.path.startswith("/v1/sync/push")
        patches = patches_in(body) if is_push else []
        before = self.values() if patches else {}
        fresh = self.without_receipt(patches) if patches else []
        said: dict[str, dict[str, object]] | None = None
        try:
            got = answer()
            said = results_of(got) if is_push else None
            if got.status in {200, 204} and (is_push or request.method == "PATCH"):
                self.delivered.append((request, body))
            return got
        finally:
            if patches:
                explain(before, self.values(), fresh, said)

    def values(self) -> Values:
        """Read the fields that tablets edit, of all points."""
        found: Values = {}
        for row in self.server.look("SELECT id, body FROM point"):
            body = wire.loads(row["body"])
            assert isinstance(body, dict)
            found.update({(row["id"], name): body.get(name, "") for name in FIELDS})
        return found

    def without_receipt(self, patches: list[Mapping[str, object]]) -> list[Mapping[str, object]]:
        """Leave out what the server has dealt with before."""
        known = self.server.column("SELECT op_id FROM op_receipt")
        return [op for op in patches if op["op_id"] not in known]


def patches_in(body: bytes) -> list[Mapping[str, object]]:
    """List the edits of points in a push."""
    if b'"point.patch"' not in body:
        return []
    message = wire.loads(body)
    assert isinstance(message, dict)
    ops = message["ops"]
    return [op for op in ops if op["kind"] == "point.patch" and "set" in op["body"]]


def results_of(answer: Response) -> dict[str, dict[str, object]] | None:
    """Read what the server said of each operation, None if it said nothing."""
    if answer.status != 200:
        return None
    reply = wire.loads(answer.body)
    assert isinstance(reply, dict)
    return {result["op_id"]: result for result in reply["results"]}


def explain(
    before: Values, after: Values, ops: list[Mapping[str, object]], said: dict[str, dict[str, object]] | None
) -> None:
    """S9: every change is that of an operation that had seen the value before it; S7: what was said is what was done."""
    reached = {key: {value} for key, value in before.items()}
    for op in ops:
        body = op["body"]
        assert isinstance(body, dict)
        result = None if said is None else said[str(op["op_id"])]
        is_done = result is not None and result["status"] in {"applied", "merged"}
        kept = result.get("conflicts", ()) if result is not None else ()
        assert isinstance(kept, (list, tuple))
        for name, value in body["set"].items():
            values = reached.get((body["id"], name), set())
            may = body["base"].get(name) in values or value in values
            if is_done and name not in kept:
                assert may, f"S9: {op['op_id']} overwrote {values} of {name}, which it had not seen"
                reached[body["id"], name] = {value}
            elif result is None and may:
                values.add(value)
    for key, value in after.items():
        assert value in reached.get(key, {value}), f"S9: {key} became {value!r}, explained are {reached[key]}"
