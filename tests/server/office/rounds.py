"""Short clean rounds for tests of the review, and the queue as one reviewer sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from server.store.grade import grade_waiting
from server.store.inspection import InspectionFilter, queue
from server.store.page import PageRequest
from server.store.viewer import Viewer
from shared.clock import Reading
from shared.ids import InspectionId, TemplateId
from shared.model.inspection import Answer, Result
from shared.model.place import Role
from tests.builders import NOW, SITE, a_template, an_id, an_inspection
from tests.estate import ROOM, TABLET, person_id

QUALITY = Viewer(person_id("quality"), "孙晓燕", {SITE: frozenset({Role.QUALITY_DEPT})}, None, SITE)
WAITING = InspectionFilter(site=SITE, review_state="submitted")
FORM = a_template(id=TemplateId("walk"), sections=(), items=(a_template().items[1],))
FORM = replace(FORM, items=(replace(FORM.items[0], section=""),))
PASSED = (Answer("LMR_09", result=Result.PASS),)


def at(minutes):
    """A reading some minutes after NOW, on a tablet that has been on for weeks."""
    return Reading(NOW + timedelta(minutes=minutes), "7c1f", 5_000_000_000 + minutes * 60_000)


def a_round(number, **changes):
    """A clean round of the short form, ``number`` quarters of an hour before the last one."""
    minutes = -15 * number
    facts = {
        "id": InspectionId(an_id(0xA00 + number)),
        "template": TemplateId("walk"),
        "point": ROOM,
        "author": person_id("keeper"),
        "device": TABLET,
        "started_at": at(minutes - 10),
        "ended_at": at(minutes),
        "answers": PASSED,
        "start_mode": "scan",
    }
    return an_inspection(**{**facts, **changes})


def put(store, *records):
    with store.writing() as tx:
        tx.put(FORM)
        for record in records:
            tx.put(record)
    grade_waiting(store, 100)


def clean_rounds(store, count):
    rounds = [a_round(number) for number in range(count)]
    put(store, *rounds)
    return [one.id for one in rounds]


def order(store, wanted=WAITING):
    with store.reading() as tx:
        return [row.id for row in queue(tx, QUALITY, wanted, PageRequest(size=500)).rows]


def judge(browser, record, verdict="accepted", query="", **words):
    return browser.post(f"/inspections/{record}/review{query}", data={"verdict": verdict, **words})
