"""No page and no answer to a tablet reads a table that grows with the years from end to end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from bench.growth.beside import code_of
from bench.growth.estate import Still
from bench.growth.history import History
from bench.growth.number import END, reading
from bench.growth.pages import addresses, deep, estate_addresses
from server import codec
from server.app import parts_of
from server.housekeeping import Housekeeping
from server.phrases import read_library
from server.store import ServerStore
from server.store.unit_link import make_link, shown_token
from server.tables import hazard, notice
from shared import wire
from shared.ids import OpId
from shared.model.hazard import Notice
from shared.model.inspection import Inspection
from shared.sync.messages import BlobQuery, Op, Pull, Push, Verify
from tests.builders import an_id
from tests.system.growth.conftest import LEAD_LOGIN, LETTER, SHAPE, SIZE, UNIT_LOGIN, Office

HISTORY = History(SIZE, SHAPE)
NOT_PAGES = {"office.static", "session.sign_in"}
"""Addresses of files and of what is seen before signing in."""


def first_here(office: Office) -> int:
    """Find an inspection of the large site that found hazards."""
    here = office.grown.sites[0]
    return next(number for number in range(SIZE - 50, 0, -50) if HISTORY.place_of(number).site == here)


def arguments(office: Office) -> dict[str, dict[str, object]]:
    """What stands in the addresses of pages about one thing, by blueprint or by a page's own name."""
    number = first_here(office)
    site = office.grown.sites[0]
    with parts_of(office.app).store.reading() as tx:
        found = tx.scalar(
            hazard.select().with_only_columns(hazard.c.id).where(hazard.c.site == site).order_by(hazard.c.id).limit(1)
        )
        paper = tx.scalar(
            notice.select().with_only_columns(notice.c.id).where(notice.c.site == site).order_by(notice.c.id).limit(1)
        )
    template = str(HISTORY.places[0].rules[0].template)
    store = parts_of(office.app).store
    with store.writing() as tx:  # the grown estate's notices are older than links
        link = make_link(tx, store.link_key(), tx.get(Notice, paper))
    return {
        "inspections": {"record": HISTORY.inspection_id(number)},
        "hazards": {"record": found},
        "notices": {"record": paper},
        "orders": {"record": "nothing-here"},
        "links": {"record": paper},
        "answer": {
            "token": shown_token(store.link_key(), link),
            "number": 1,
            "sha256": HISTORY.photos.at_place(0),
        },
        "notifications": {"record": "nothing-here"},
        "channels": {"name": "email"},
        "plan": {"year": 2026, "day": "2026-11-20", "record": HISTORY.places[0].rules[0].id},
        "plan.show_miss": {"record": f"{HISTORY.places[0].rules[0].id}.2026-11-20"},
        "clearing": {"day": "2026-11-20"},
        "places": {"kind": "point", "record": HISTORY.places[0].points[0], "site": site},
        "intake": {"kind": "unit"},
        "jobs": {"job": "nothing-here"},
        "papers": {"kind": "record", "record": "nothing-here", "form": "nothing-here"},
        "verify": {"code": code_of(1)},
        "password": {"token": "nothing-here"},
        "tablets": {"device": office.grown.device},
        "letters": {"key": f"{LETTER}.{'ab' * 32}"},
        "letter_photos": {"key": f"{LETTER}.{'ab' * 32}", "sha256": HISTORY.photos.at_place(0)},
        "templates": {
            "template": template,
            "version": 1,
            "draft": "nothing-here",
            "ending": "xlsx",
            "row": 1,
            "rev": 1,
        },
        "people": {"person": HISTORY.places[0].people[0]},
        "phrases": {"phrase": read_library()[0].id},
        "photos": {
            "sha256": HISTORY.photos.at_place(0),
            "before": HISTORY.photos.at_place(0),
            "after": HISTORY.photos.at_place(0),
        },
        "review": {"draw": an_id(0x7001)},
    }


def visit_everything(office: Office, browser: FlaskClient) -> set[int]:
    """Open every page there is by its rule; a page that is added later is opened as well."""
    known, answers = arguments(office), set()
    office.watcher.forget()
    adapter = office.app.url_map.bind("localhost")
    for rule in office.app.url_map.iter_rules():
        family = rule.endpoint.partition(".")[0]
        if "GET" not in (rule.methods or ()) or rule.endpoint in NOT_PAGES or rule.rule.startswith("/v1"):
            continue
        given = {**known.get(family, {}), **known.get(rule.endpoint, {})}
        missing = rule.arguments - given.keys()
        assert not missing, f"say in `arguments` what {rule.rule} is opened with"
        values = {name: given[name] for name in rule.arguments}
        answers.add(browser.get(adapter.build(rule.endpoint, values)).status_code)
    return answers


def no_walks(office: Office, at_least: int) -> None:
    walks = office.watcher.walks()
    assert not walks, "\n\n".join(f"{step}\n{statement}" for statement, step in walks.items())
    assert len(office.watcher.seen) >= at_least, "the watcher saw too little"


def test_no_page_walks_through_a_growing_table(office: Office) -> None:
    answers = visit_everything(office, office.browser(office.grown.login))
    answers |= visit_everything(office, office.browser(LEAD_LOGIN))

    assert 200 in answers
    assert answers <= {200, 302, 303, 403, 404, 422}  # a form that was opened without what it needs says so
    no_walks(office, at_least=40)


def test_no_list_does_whatever_its_filters(office: Office) -> None:
    browser = office.browser(office.grown.login)
    for address in {**addresses(), **estate_addresses(HISTORY)}.values():
        assert browser.get(address).status_code in {200, 404}, address
    assert browser.get(deep(browser, 2)).status_code == 200

    no_walks(office, at_least=40)


def test_neither_do_the_pages_of_somebody_of_an_inspected_unit(office: Office) -> None:
    browser = office.browser(UNIT_LOGIN)
    for address in ("/hazards", "/hazards?group=open", "/hazards?q=灯", "/notices", "/notices?state=issued"):
        assert browser.get(address).status_code == 200

    no_walks(office, at_least=10)


def an_op(number: int) -> Op:
    found = next(HISTORY.records(number))
    record = codec.read_stored(Inspection, found.body)
    fresh = replace(record, id=an_id(0x5000 + number), device=record.device)  # type: ignore[arg-type]
    body = wire.encode_object(fresh)
    return Op(OpId(an_id(0x6000 + number)), number, record.author, "inspection.put", reading(END), body)


@pytest.fixture
def tablet(office: Office) -> Any:
    client = office.app.test_client()
    headers = {
        "Authorization": f"Bearer {office.grown.token}",
        "content-type": "application/json",
        "Sync-Protocol": "1",
    }

    def ask(path: str, message: object = None) -> Any:
        data = codec.write(wire.encode_object(message)) if message is not None else None
        answer = client.post(path, data=data, headers=headers) if data else client.get(path, headers=headers)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.get_json()

    return ask


def test_no_answer_to_a_tablet_walks_through_a_growing_table(office: Office, tablet: Any) -> None:
    device, epoch = office.grown.device, office.grown.epoch
    numbers = [number for number in range(SIZE) if HISTORY.place_of(number).device == device][:3]
    ops = tuple(replace(an_op(number), author=office.grown.person) for number in numbers)

    tablet("/v1/sync/hello")
    for _ in range(2):
        tablet("/v1/sync/push", Push(device, "0.2.0", epoch, reading(END), ops))  # type: ignore[arg-type]
    cursors: dict[str, int] = {}
    for _ in range(3):
        reply = tablet("/v1/sync/pull", Pull(device, epoch, 1, cursors, 200))  # type: ignore[arg-type]
        cursors = {page["scope"]: page["next"] for page in reply["scopes"]}
    for scope, seq in cursors.items():
        tablet("/v1/sync/verify", Verify(scope, seq, 0, "0" * 16))  # type: ignore[arg-type]
    tablet("/v1/blobs/query", BlobQuery(HISTORY.photos_of(numbers[0])))

    no_walks(office, at_least=12)


def test_neither_does_housekeeping(office: Office) -> None:
    parts = parts_of(office.app)

    did = Housekeeping(parts.store, parts.blobs).once()

    assert did["tombstones"] == 0
    later = ServerStore(parts.engine, Later(), parts.store.ids)
    assert Housekeeping(later, parts.blobs).once()["receipts"] > 0
    office.clients.clear()  # their sessions are over, too: whoever comes next signs in anew
    no_walks(office, at_least=5)


class Later(Still):
    """A clock that stands two months later, when the oldest receipts are over."""

    def read(self) -> Any:
        return replace(super().read(), wall=END + timedelta(days=60))
