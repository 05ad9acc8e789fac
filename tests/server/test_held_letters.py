"""Letters that wait for this version of the server, and a database that has no time for them."""

from __future__ import annotations

import pytest

from server.app import Parts
from server.codec import CarefulCodec
from server.housekeeping import Housekeeping
from server.store import ServerStore
from server.store.device import enrol, make_code
from server.store.letter import HELD, waiting
from server.work import Work
from shared.errors import BusyError
from shared.ids import Epoch, HazardId, OpId
from shared.model.hazard import Hazard
from shared.sync.messages import OP_BODIES, Op, OpStatus, Push
from shared.sync.ports import Caller
from shared.wire import encode_object
from tests.builders import DEVICE, KEEPER, SITE, a_hazard, a_reading, an_id

HAZARDS = tuple(a_hazard(id=HazardId(an_id(0x201 + n))) for n in range(3))


class Busy:
    """Somebody else holds what the chosen writing transaction needs."""

    def __init__(self, chosen: int) -> None:
        self.chosen = chosen
        self.seen = 0

    def __call__(self, name: str) -> None:
        if name == "before commit":
            self.seen += 1
            if self.seen == self.chosen:
                raise BusyError(retry_after_s=1)


@pytest.fixture
def held(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hazards pushed to an older server, which did not know their kind."""
    with parts.store.writing() as tx:
        enrol(tx, make_code(tx, SITE, KEEPER), DEVICE, "平板", "1.0")
    sent = (
        Op(OpId(an_id(0x900 + n)), n, KEEPER, "hazard.raise", a_reading(), encode_object(one))
        for n, one in enumerate(HAZARDS)
    )
    message = Push(DEVICE, "0.1", Epoch(""), a_reading(), tuple(sent))
    with monkeypatch.context() as older:
        older.delitem(OP_BODIES, "hazard.raise")
        reply = parts.exchange.push(Caller(DEVICE, KEEPER, SITE, frozenset({KEEPER})), message, CarefulCodec())
    assert {result.status for result in reply.results} == {OpStatus.HELD}


@pytest.mark.usefixtures("held")
def test_a_letter_that_a_busy_database_put_off_is_applied_in_the_next_turn(parts: Parts) -> None:
    # given: the database is busy for the second letter (the lease is the first that is written)
    busy = Busy(3)
    store = ServerStore(parts.engine, parts.store.clock, parts.store.ids, busy)
    worker = Work(store, Housekeeping(parts.store, parts.blobs), parts.exchange)
    # when
    did = [worker.turn()["letters"] for _ in range(3)]
    # then
    assert did == [2, 1, 0]
    with parts.store.reading() as tx:
        assert waiting(tx, HELD) == []
        assert {one.id for one in tx.every(Hazard)} == {one.id for one in HAZARDS}
