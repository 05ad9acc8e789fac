"""What a shift made and what the server says about it: asked page by page, kept at once, and sent again where it is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobile import actions
from server.codec import FastCodec
from shared.errors import OfflineError, UnknownRecordError
from shared.sync.manifest import canonical
from shared.sync.request import Outcome
from tests.mobile.tiny_server import problem

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def begun(scene):
    return actions.begin_shift(scene.tablet)


def compare(scene, shift):
    actions.ask_comparison(scene.tablet, shift)
    scene.server.requests.clear()
    return scene.sync()


def standings(scene, shift):
    return [(one.kind, one.standing, one.photos_sent, one.photos) for one in scene.store.made_in(shift)]


@given(JSON)
def test_the_tablet_writes_the_same_canonical_form_as_the_server(value):
    assert canonical(value) == FastCodec().fingerprint(value)


@pytest.mark.parametrize("number", [1e-5, -1.5e-5, 9.99e-5, 1e-6, 1.5e-7, 1e15, 1e16, 1.25e22, -0.0, 5e-324])
def test_numbers_at_the_edges_of_notation_are_written_alike(number):
    assert canonical([number]) == FastCodec().fingerprint([number])


def test_all_that_a_shift_made_is_the_same_once_it_is_sent(scene):
    shift = begun(scene)
    scene.finished(failed=True)

    compare(scene, shift)

    assert standings(scene, shift) == [("inspection.put", "", 1, 1), ("hazard.raise", "", 0, 0)]
    assert scene.store.shift(shift).compared_at == scene.server.server_time
    assert not scene.store.is_comparing(shift)


def test_work_done_before_the_shift_is_not_compared(scene):
    scene.finished()
    shift = begun(scene)

    compare(scene, shift)

    assert standings(scene, shift) == []


def test_what_the_server_has_lost_is_named_and_sent_again(scene):
    shift = begun(scene)
    scene.finished(failed=True)
    scene.sync()
    scene.server.receipts.clear()

    compare(scene, shift)
    after_loss = scene.store.made_in(shift)
    compare(scene, shift)

    assert [one.waiting for one in after_loss] == [1, 1]
    assert [one.standing for one in after_loss] == ["missing", "missing"]
    assert standings(scene, shift) == [("inspection.put", "", 1, 1), ("hazard.raise", "", 0, 0)]


def test_what_the_server_has_lost_goes_again_at_once_where_photos_of_it_go(scene):
    shift = begun(scene)
    scene.finished(failed=True)
    scene.sync()
    scene.server.receipts.clear()
    scene.server.blobs.clear()

    compare(scene, shift)

    assert standings(scene, shift) == [("inspection.put", "", 1, 1), ("hazard.raise", "", 0, 0)]


def test_a_comparison_cut_half_way_goes_on_where_it_was(scene):
    scene.server.limits = replace(scene.server.limits, query=1)
    actions.ask_everything(scene.tablet)
    shift = begun(scene)
    scene.finished(failed=True)
    scene.sync()
    actions.ask_comparison(scene.tablet, shift)
    scene.server.requests.clear()
    scene.server.cut_after = 2

    cut = scene.sync()
    asked_first = len(scene.server.manifests)
    half = scene.store.is_comparing(shift)
    scene.server.cut_after = None
    scene.sync()

    assert cut.outcome is Outcome.OFFLINE
    assert (asked_first, half) == (1, True)
    assert not scene.store.is_comparing(shift)
    assert [one.standing for one in scene.store.made_in(shift)] == ["", ""]


def test_an_answer_that_does_not_speak_of_every_line_counts_as_none(scene):
    shift = begun(scene)
    scene.finished()
    scene.sync()
    scene.server.is_forgetful = True

    report = compare(scene, shift)

    assert (report.outcome, report.code) == (Outcome.OFFLINE, "offline-cut")
    assert scene.store.is_comparing(shift)


def test_a_server_that_knows_no_comparison_holds_up_nothing(scene):
    shift = begun(scene)
    scene.server.script("/v1/sync/manifest", *[problem(UnknownRecordError())] * 3)
    record = scene.finished(failed=True)

    report = compare(scene, shift)

    assert report.outcome is Outcome.DONE
    assert "not-compared" in report.notes
    assert scene.store.head(record).photos_sent == 1
    assert scene.store.is_comparing(shift)


def test_without_a_network_it_stays_asked(scene):
    shift = begun(scene)
    scene.finished()
    scene.server.script("/v1/sync/push", OfflineError(reason="unreachable"))

    compare(scene, shift)

    assert scene.store.is_comparing(shift)
    assert [one.waiting for one in scene.store.made_in(shift)] == [1]
