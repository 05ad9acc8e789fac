"""A tablet's first pull of a large estate over a line that keeps breaking (L3)."""

import json

from server.store.schema import create_schema, ensure_epoch
from shared.ids import PointId
from shared.sync.messages import SyncLimits
from shared.sync.request import Outcome
from tests.builders import KEEPER, SITE, a_person, a_point, a_site, an_id
from tests.system.simulation.faults import Endpoint, Fault, Faults
from tests.system.simulation.server import SimServer
from tests.system.simulation.world import World

ROWS = 10_000
PAGE = 500


def test_a_backfill_of_ten_thousand_rows_that_is_cut_goes_on_where_it_was(tmp_path):
    # given an estate of ten thousand points and a tablet that knows nothing
    server = SimServer(tmp_path / "server", SyncLimits())
    create_schema(server.store.engine)
    with server.store.writing() as tx:
        ensure_epoch(tx)
        for entity in (a_site(), a_person()):
            tx.put(entity)
        for number in range(ROWS):
            tx.put(a_point(id=PointId(an_id(0x10000 + number)), number=f"{number:05d}", tag=""))
    world = World(server, tmp_path)
    tablet = world.add("keeper", SITE, KEEPER)
    world.enrol(tablet, SITE, KEEPER)
    sent = count_rows(server)

    # when every sixth page is lost on its way, and the app is killed besides
    sessions = 0
    outcome = None
    while outcome is not Outcome.DONE and sessions < 20:
        sessions += 1
        with tablet.living(crash_at=40 if sessions == 2 else None):
            cuts = [(Endpoint.PULL, Fault.NONE)] * 5 + [(Endpoint.PULL, Fault.RESPONSE_LOST)]
            outcome = tablet.synchronise(Faults(cuts)).outcome

    # then all is there, and no page was fetched again but those that were lost
    assert outcome is Outcome.DONE
    assert tablet.number("SELECT count(*) FROM replica WHERE kind = 'point'") == ROWS
    assert len(sent) <= ROWS / PAGE + 2 * sessions + 2
    assert sum(sent) <= ROWS + PAGE * (sessions + 1)
    assert 2 < sessions < 10
    world.close()


def count_rows(server: SimServer) -> list[int]:
    """Collect how many rows each answered pull holds."""
    sent: list[int] = []

    def watch(request, body, answer):
        got = answer()
        if request.path.endswith("/pull"):
            sent.append(sum(len(page.get("rows", ())) for page in json.loads(got.body)["scopes"]))
        return got

    server.watch = watch
    return sent
