"""Where something was recorded goes with it: rounds, scans, photos, signatures, rechecks; where nobody knew, nothing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mobile import actions
from mobile.device.location import GivenLocator, LocatorState
from shared.errors import MalformedError
from shared.ids import HazardId, TemplateId
from shared.model.fix import Fix
from shared.model.hazard import HazardState, RecheckResult
from shared.model.inspection import MOST_SCANS, Inspection
from shared.model.place import Role
from shared.wire import decode, encode
from tests.builders import KEEPER, POINT, UNIT, a_hazard, a_person, an_id
from tests.mobile.scene import STROKES

HAZARD = HazardId(an_id(0x201))
AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
GATE = Fix(31.2304, 121.4737, 12.5, is_mock=False, at=AT)
ROOM = Fix(31.2309, 121.4741, 30.0, is_mock=True, at=AT)


@pytest.fixture
def locator(scene):
    found = GivenLocator(GATE)
    scene.tablet = replace(scene.tablet, locate=found.fix)
    return found


def test_a_round_says_where_it_was_begun_and_where_it_was_finished(scene, locator):
    record = scene.walked()
    locator.here = ROOM

    actions.finish_round(scene.tablet, record)

    found = scene.store.inspection(record)
    assert (found.place, found.ended_place) == (GATE, ROOM)


def test_each_scan_of_a_round_is_kept_with_its_place(scene, locator):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT, mode="nfc")
    locator.here = ROOM

    actions.set_start_mode(scene.tablet, record, "qr")

    found = scene.store.inspection(record)
    assert [(scan.how, scan.place) for scan in found.scans] == [("nfc", GATE), ("qr", ROOM)]


def test_a_round_begun_by_hand_has_no_scan(scene, locator):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)

    assert scene.store.inspection(record).scans == ()


def test_of_too_many_scans_the_oldest_goes(scene, locator):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT, mode="nfc")

    for _ in range(MOST_SCANS):
        actions.set_start_mode(scene.tablet, record, "qr")

    scans = scene.store.inspection(record).scans
    assert len(scans) == MOST_SCANS
    assert {scan.how for scan in scans} == {"qr"}


def test_a_photo_and_a_signature_say_where_they_were_made(scene, locator):
    record = scene.walked(failed=True)

    found = scene.store.inspection(record)

    assert [photo.place for photo in found.photos] == [GATE]
    assert [signature.place for signature in found.signatures] == [GATE]


def test_a_refusal_says_where_it_was(scene, locator):
    record = actions.start_round(scene.tablet, template=TemplateId("lmr-short"), point=POINT)

    refused = actions.note_refusal(scene.tablet, record, "unit_representative", "赵", "不认可", "李敏")

    assert refused.place == GATE


def test_a_recheck_says_where_it_was_handed_in(scene, locator):
    scene.server.put("person", KEEPER, a_person(roles=(Role.LEAD_INSPECTOR,)))
    scene.server.put(
        "hazard", HAZARD, a_hazard(id=HAZARD, state=HazardState.REPLIED, unit=UNIT, repaired_by_name="刘工")
    )
    scene.sync()
    recheck = actions.start_recheck(scene.tablet, HAZARD)
    actions.set_recheck(scene.tablet, recheck, result=RecheckResult.PASSED)
    scene.photo(recheck)
    actions.sign(scene.tablet, recheck, "inspector", "王建国", STROKES)

    made = actions.finish_recheck(scene.tablet, recheck)

    assert (made.place, made.photos[0].place, made.signatures[0].place) == (GATE, GATE, GATE)


def test_a_place_survives_the_way_to_the_server_and_back(scene, locator):
    record = scene.finished(failed=True)

    found = scene.store.inspection(record)

    assert decode(Inspection, encode(found)) == found
    place = {"lat": 31.2304, "lon": 121.4737, "accuracy_m": 12.5, "is_mock": False, "at": "2026-11-23T01:00:00+00:00"}
    assert encode(found)["place"] == place


@pytest.mark.parametrize("state", [LocatorState.REFUSED, LocatorState.OFF, LocatorState.ABSENT])
def test_no_place_stays_no_place_and_holds_nothing_up(scene, locator, state):
    locator.state = state
    record = scene.finished(failed=True)

    found = scene.store.inspection(record)

    assert (found.place, found.ended_place, found.photos[0].place, found.signatures[0].place) == (None,) * 4
    assert "place" not in encode(found)


def test_a_corrected_record_is_where_it_is_corrected(scene, locator):
    record = scene.finished(failed=True)
    locator.here = ROOM

    corrected = scene.store.inspection(actions.amend(scene.tablet, record))

    assert (corrected.place, corrected.ended_place, corrected.scans) == (ROOM, None, ())
    assert corrected.photos[0].place == GATE


def test_a_place_off_the_globe_is_refused():
    with pytest.raises(MalformedError):
        decode(Fix, {"lat": 91, "lon": 0, "accuracy_m": 1, "is_mock": False, "at": "2026-11-23T01:00:00+00:00"})
