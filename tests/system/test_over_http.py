"""The same round over a real socket: requests on one side, waitress on the other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mobile import actions
from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.sqlite import SqliteTabletStore
from mobile.worker import Worker, enrol
from server.app import create_app, parts_of
from server.config import Config, sqlite_url
from server.serve import Serving
from server.store.device import make_code
from server.store.schema import create_schema, ensure_epoch
from shared.ids import TemplateId
from shared.model.inspection import Inspection, Result
from shared.sync.messages import SyncLimits
from shared.sync.request import Outcome
from tests.builders import KEEPER, LIFT, POINT, SITE, FakeClock, SeededIds, a_lift, a_person, a_point, a_site
from tests.mobile.scene import STROKES, a_jpeg, a_round_template

pytestmark = pytest.mark.process


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, object]]:
    """A server on a free port, and its parts."""
    home = tmp_path / "server"
    home.mkdir()
    limits = SyncLimits(chunk_bytes=4_000)
    config = Config(home=home, database_url=sqlite_url(home), limits=limits, host="127.0.0.1", port=0)
    application = create_app(config, clock=FakeClock(), ids=SeededIds(1))
    parts = parts_of(application)
    create_schema(parts.store.engine)
    serving = Serving(application, config)
    thread = threading.Thread(target=serving.run)
    thread.start()
    host, port = serving.addresses[0]
    yield f"http://{host}:{port}", parts
    serving.stop()
    thread.join(300)
    parts.store.engine.dispose()


def test_a_round_travels_over_a_real_socket(served, tmp_path):
    url, parts = served
    with parts.store.writing() as tx:
        ensure_epoch(tx)
        for entity in (a_site(), a_point(), a_lift(), a_person(), a_round_template()):
            tx.put(entity)
        code = make_code(tx, SITE, KEEPER)
    store = SqliteTabletStore(tmp_path / "tablet.db", tmp_path / "photos")
    tablet = Tablet(store, FakeClock(), SeededIds(2), PhotoFiles(tmp_path / "photos"))
    enrol(store, tablet.ids, url, code, "一号平板", "0.1.0")
    worker = Worker(store, tablet.clock, "0.1.0")
    worker.run_once()

    record = actions.start_round(tablet, template=TemplateId("lmr-short"), point=POINT)
    actions.answer(tablet, record, "LMR_04", value=22.0)
    actions.answer(tablet, record, "LMR_09", result=Result.FAIL)
    actions.set_note(tablet, record, "LMR_09", None, "灭火器不见了")
    actions.set_action(tablet, record, "LMR_09", None, "已上报")
    photo = actions.begin_photo(tablet, record, "LMR_09")
    tablet.files.capture(photo).write_bytes(a_jpeg((1600, 1200)))
    actions.finish_photo(tablet, photo)
    actions.answer(tablet, record, "LMR_10", LIFT, Result.PASS)
    actions.sign(tablet, record, "inspector", "王建国", STROKES)
    actions.finish_round(tablet, record)
    report = worker.run_once()

    assert report is not None
    assert (report.outcome, report.pushed, report.photos_sent) == (Outcome.DONE, 2, 1)
    with parts.store.reading() as tx:
        assert tx.get(Inspection, record).answers == store.answers(record)
    store.close()
