"""A round travels: the tablet's own code against the real application, from enrolment to a passed recheck."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from mobile import actions
from mobile.actions import Tablet
from mobile.device.files import PhotoFiles
from mobile.store.sqlite import SqliteTabletStore
from mobile.worker import Worker, enrol
from server.app import create_app, parts_of
from server.config import Config, sqlite_url
from server.letters import Settler, apply_letter, reopen, set_aside
from server.store import ServerStore
from server.store.device import make_code
from server.store.letter import Letter, acts_on, find_letter
from server.store.schema import create_schema, ensure_epoch
from shared.errors import EnrolmentCodeError, OfflineError
from shared.hazard import Act, advance
from shared.ids import HazardId, InspectionId, NoticeId, TemplateId
from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice, Recheck, RecheckResult
from shared.model.inspection import Inspection, Remark, Result, Review, ReviewState
from shared.model.place import Role
from shared.notice import Line, issue, receive
from shared.sync.messages import HazardTransition, Op, SyncLimits
from shared.sync.request import FileSlice, Outcome, Request, Response
from shared.wire import PROTOCOL
from tests.builders import (
    KEEPER,
    LEAD,
    LIFT,
    NOW,
    POINT,
    SITE,
    UNIT,
    FakeClock,
    SeededIds,
    a_lift,
    a_person,
    a_point,
    a_rule,
    a_site,
    a_unit,
    an_id,
)
from tests.mobile.scene import STROKES, a_jpeg, a_round_template
from tests.mobile.tiny_server import read_slice

APP = "0.1.0"
LEAD_ROLES = frozenset({Role.LEAD_INSPECTOR})


class FlaskCarrier:
    """Carries requests to the application without a socket; ``is_offline`` cuts the cable."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.token = ""
        self.is_offline = False
        self.requests: list[Request] = []

    def carry(self, request: Request) -> Response:
        if self.is_offline:
            raise OfflineError(reason="unreachable")
        self.requests.append(request)
        headers = {"Sync-Protocol": str(PROTOCOL), "Authorization": f"Bearer {self.token}", **request.headers}
        body = read_slice(request.body) if isinstance(request.body, FileSlice) else request.body
        with self.client.open(request.path, method=request.method, headers=headers, data=body) as got:
            content = got.get_data()
            if got.headers.get("Content-Encoding") == "gzip":
                content = gzip.decompress(content)
            return Response(got.status_code, {name.lower(): text for name, text in got.headers.items()}, content)

    def close(self) -> None:
        """Nothing is held open."""


@dataclass
class Estate:
    server: ServerStore
    carrier: FlaskCarrier
    clock: FakeClock
    store: SqliteTabletStore
    tablet: Tablet
    worker: Worker

    def sync(self) -> None:
        self.clock.advance(timedelta(minutes=1))
        report = self.worker.run_once()
        assert report is not None
        assert report.outcome is Outcome.DONE, report

    def photo(self, record: str, item: str = "") -> None:
        photo = actions.begin_photo(self.tablet, record, item)
        self.tablet.files.capture(photo).write_bytes(a_jpeg((640, 480)))
        actions.finish_photo(self.tablet, photo)

    def walked(self) -> InspectionId:
        """The daily round of the machine room with the extinguisher missing."""
        record = actions.start_round(self.tablet, template=TemplateId("lmr-short"), point=POINT, mode="scan")
        actions.answer(self.tablet, record, "LMR_04", value=22.0)
        actions.answer(self.tablet, record, "LMR_09", result=Result.FAIL)
        actions.set_note(self.tablet, record, "LMR_09", None, "灭火器不见了")
        actions.set_action(self.tablet, record, "LMR_09", None, "已上报")
        self.photo(record, "LMR_09")
        actions.answer(self.tablet, record, "LMR_10", LIFT, Result.PASS)
        actions.sign(self.tablet, record, "inspector", "王建国", STROKES)
        return record


@pytest.fixture
def estate(tmp_path: Path) -> Iterator[Estate]:
    clock, home = FakeClock(), tmp_path / "server"
    home.mkdir()
    limits = SyncLimits(chunk_bytes=2_000, rows=5)
    application = create_app(
        Config(home=home, database_url=sqlite_url(home), limits=limits), clock=clock, ids=SeededIds(1)
    )
    server = parts_of(application).store
    create_schema(server.engine)
    with server.writing() as tx:
        ensure_epoch(tx)
        for entity in (
            a_site(),
            a_unit(),
            a_point(),
            a_lift(),
            a_person(),
            a_person(id=LEAD, name="李敏", roles=(Role.LEAD_INSPECTOR,)),
            a_rule(),
            a_round_template(),
        ):
            tx.put(entity)
        code = make_code(tx, SITE, KEEPER, LEAD)
    carrier = FlaskCarrier(application.test_client())
    store = SqliteTabletStore(tmp_path / "tablet" / "tablet.db", tmp_path / "tablet" / "photos")
    tablet = Tablet(store, clock, SeededIds(2), PhotoFiles(tmp_path / "tablet" / "photos"))
    worker = Worker(store, clock, APP, connect=lambda _enrolment: carrier, draw=lambda: 0.5)
    carrier.token = enrol(
        store, tablet.ids, "127.0.0.1:8765", code, "一号平板", APP, transport_to=lambda _url: carrier
    ).token
    made = Estate(server, carrier, clock, store, tablet, worker)
    made.sync()
    yield made
    store.close()
    server.engine.dispose()


def act(event: HazardEvent, clock: FakeClock, **changes: object) -> Act:
    values: dict[str, object] = {
        "event": event,
        "by": LEAD,
        "by_name": "李敏",
        "roles": LEAD_ROLES,
        "at": clock.wall,
        "today": clock.wall.date(),
        **changes,
    }
    return Act(**values)  # type: ignore[arg-type]


def confirm_and_issue(estate: Estate, hazard: HazardId) -> NoticeId:
    """What the office does with a hazard that came in."""
    notice = Notice(
        NoticeId(an_id(0x401)), SITE, "龙〔2026〕001", UNIT, (hazard,), LEAD, "李敏", interim_clause="整改期间加强巡查"
    )
    with estate.server.writing() as tx:
        opened = advance(tx.get(Hazard, hazard), act(HazardEvent.CONFIRM, estate.clock, unit=UNIT))
        issued, (moved,) = issue(
            notice,
            [opened],
            act(HazardEvent.ISSUE, estate.clock, is_signed=True, deadline_on=date(2026, 11, 30)),
            {hazard: Line(required_measures="补齐灭火器", interim_measures="借用一具", responsible_person="刘工")},
        )
        received, (moved,) = receive(
            issued, [moved], act(HazardEvent.RECEIVE, estate.clock, is_signed=True, signed_by="刘工", actor_unit=UNIT)
        )
        tx.put(moved)
        tx.put(received)
    return notice.id


def test_an_enrolled_tablet_holds_what_its_round_needs(estate: Estate) -> None:
    assert estate.store.latest_template(TemplateId("lmr-short")) is not None
    assert [point.id for point in estate.store.points()] == [POINT]
    assert [rule.code for rule in estate.store.rules()] == ["SCH-05"]
    assert estate.tablet.person().name == "王建国"


def test_a_wrong_code_enrols_nobody(estate: Estate) -> None:
    before = estate.store.enrolment()

    with pytest.raises(EnrolmentCodeError):
        enrol(
            estate.store,
            estate.tablet.ids,
            "127.0.0.1",
            "WRONG-CODE",
            "x",
            APP,
            transport_to=lambda _url: estate.carrier,
        )

    assert estate.store.enrolment() == before


def test_a_round_done_offline_arrives_whole_with_its_photo_in_pieces(estate: Estate) -> None:
    estate.carrier.is_offline = True
    record = estate.walked()
    (hazard,) = actions.finish_round(estate.tablet, record)
    offline = estate.worker.run_once()
    assert offline is not None
    assert (offline.outcome, estate.store.sync_state().is_offline) == (Outcome.OFFLINE, True)

    estate.carrier.is_offline = False
    estate.sync()

    with estate.server.reading() as tx:
        arrived, raised = tx.get(Inspection, record), tx.get(Hazard, hazard)
    assert arrived.answers == estate.store.answers(record)
    assert raised.state is HazardState.DRAFT
    assert raised.no
    assert estate.store.hazard(hazard) == raised
    assert estate.store.sync_state().is_all_sent
    assert len([request for request in estate.carrier.requests if request.method == "PATCH"]) > 1
    head = estate.store.head(record)
    assert head is not None
    assert (head.photos_sent, head.photos_total) == (1, 1)


def test_a_returned_record_comes_back_and_its_answer_amends_it(estate: Estate) -> None:
    record = estate.walked()
    actions.finish_round(estate.tablet, record)
    estate.sync()
    with estate.server.writing() as tx:
        remark = Remark("LMR_09", "请补拍全景")
        tx.put(
            Review(an_id(0x301), SITE, record, KEEPER, LEAD, "李敏", ReviewState.RETURNED, NOW, (remark,))  # type: ignore[arg-type]
        )
    estate.sync()
    (review,) = estate.store.returned()
    assert review.remarks == (remark,)

    new = actions.amend(estate.tablet, record)
    estate.photo(new, "LMR_09")
    actions.sign(estate.tablet, new, "inspector", "王建国", STROKES)
    actions.finish_round(estate.tablet, new)
    estate.sync()

    with estate.server.reading() as tx:
        assert tx.get(Inspection, new).amends == record
    assert estate.store.returned() == ()
    assert estate.store.sync_state().is_all_sent


def test_a_hazard_goes_from_the_round_to_a_passed_recheck(estate: Estate) -> None:
    record = estate.walked()
    (hazard,) = actions.finish_round(estate.tablet, record)
    estate.sync()
    notice = confirm_and_issue(estate, hazard)
    with estate.server.writing() as tx:
        replied = advance(
            tx.get(Hazard, hazard),
            act(
                HazardEvent.REPLY,
                estate.clock,
                signed_by="刘工",
                actor_unit=UNIT,
                measures_taken="已补齐",
                photos=tx.get(Hazard, hazard).photos_before,
                repaired_by_name="陈大勇",
            ),
        )
        tx.put(replied)
    estate.sync()
    seen = estate.store.hazard(hazard)
    assert seen is not None
    assert (seen.state, seen.notice) == (HazardState.REPLIED, notice)

    recheck = actions.start_recheck(estate.tablet, hazard)
    estate.photo(recheck)
    actions.set_recheck(estate.tablet, recheck, result=RecheckResult.PASSED)
    actions.finish_recheck(estate.tablet, recheck)
    estate.sync()

    with estate.server.reading() as tx:
        assert tx.get(Hazard, hazard).state is HazardState.RECHECK_PASSED
        assert tx.get(Recheck, recheck).photos
    assert estate.store.hazard(hazard) == replace(seen, **changed_by_the_server(estate, hazard))
    assert estate.store.sync_state().is_all_sent


def changed_by_the_server(estate: Estate, hazard: HazardId) -> dict[str, object]:
    with estate.server.reading() as tx:
        now = tx.get(Hazard, hazard)
    return {"state": now.state, "round": now.round, "steps": now.steps}


def test_what_the_office_makes_of_a_refused_step_reaches_the_tablet_that_sent_it(estate: Estate) -> None:
    """S5, S6, S7 over the letter's whole life: refused, set aside, taken up again, applied after correction."""
    record = estate.walked()
    (hazard,) = actions.finish_round(estate.tablet, record)
    estate.sync()
    with estate.server.writing() as tx:
        tx.put(advance(tx.get(Hazard, hazard), act(HazardEvent.CONFIRM, estate.clock, unit=UNIT)))
    late = HazardTransition(hazard, HazardEvent.CORRECT_ON_SPOT, HazardState.DRAFT, 1, "已当场补齐")
    op = estate.tablet.op("hazard.transition", late, hazard, hazard)
    with estate.store.transaction():
        estate.store.add_op(op)
    estate.sync()
    heard = []

    def settle(act_on: Callable[[Letter], None]) -> None:
        with estate.server.reading() as tx:
            letter = find_letter(tx, op.op_id)
        act_on(letter)
        actions.ask_everything(estate.tablet)
        estate.sync()
        state = estate.store.sync_state()
        heard.append(([one.problem_code for one in state.parked], [(one.act, one.word) for one in state.answered]))

    lead = Settler(LEAD, "李敏", "改为作废")
    body = {**op.body, "event": "void", "before": "open", "reason": "已当场补齐，不必整改"}
    corrected = Op(op.op_id, 1, LEAD, op.kind, op.at, body)
    exchange = parts_of(estate.carrier.client.application).exchange
    settle(lambda letter: set_aside(estate.server, letter, replace(lead, word="已派单")))
    settle(lambda letter: reopen(estate.server, letter, lead))
    settle(lambda letter: apply_letter(estate.server, exchange, letter, lead, corrected))

    assert heard == [
        ([], [("aside", "已派单")]),
        (["transition-conflict"], []),
        ([], [("applied", "改为作废")]),
    ]
    with estate.server.reading() as tx:
        settled = tx.get(Hazard, hazard)
        acts = acts_on(tx, find_letter(tx, op.op_id))
    assert (settled.state, settled.steps[-1].by) == (HazardState.VOIDED, LEAD)
    assert estate.store.hazard(hazard) == settled
    assert [act.act for act in acts] == ["aside", "reopened", "applied"]
    actions.dismiss(estate.tablet, op.op_id)
    assert estate.store.sync_state().answered == ()
