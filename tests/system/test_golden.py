"""Recorded exchanges of every shipped protocol version are answered as they were, for ever (sync design §4, layer 4)."""

import pytest

from shared import wire
from shared.sync.messages import BlobState, Enrolled, Hello, PullReply, PushReply, VerifyReply
from tests.system.golden.replay import FILES, holds, load, play

REPLIES = {
    "/v1/enrol": Enrolled,
    "/v1/sync/hello": Hello,
    "/v1/sync/push": PushReply,
    "/v1/sync/pull": PullReply,
    "/v1/sync/verify": VerifyReply,
    "/v1/blobs/query": BlobState,
}
name_of = "{0.parent.name}/{0.stem}".format


def test_there_are_recorded_exchanges_of_version_1():
    assert {path.parent.name for path in FILES} == {"v1"}
    assert len(FILES) >= 4


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_an_old_tablet_sends_is_answered_as_it_was(path):
    for played in play(load(path)):
        recorded = played.exchange["response"]
        assert holds(recorded, played.answer), f"{played.exchange['request']['path']}: {recorded} / {played.answer}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_an_old_server_answered_is_still_understood(path):
    for exchange in load(path)["exchanges"]:
        message = REPLIES.get(exchange["request"]["path"])
        response = exchange["response"]
        if message is not None and response["status"] == 200:
            assert isinstance(wire.decode(message, response["json"]), message)


def test_a_member_that_is_missing_or_changed_is_noticed():
    assert holds({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2, "new": 3}], "new": 4})
    assert not holds({"a": 1}, {})
    assert not holds({"a": [1]}, {"a": [1, 2]})
    assert not holds({"a": 1}, {"a": 2})
