"""The hand that tells the demo's story walks a round at any hour: before it opens, in the day, late, over midnight."""

from datetime import UTC, datetime, time, timedelta

import pytest

from shared.ids import RuleId
from shared.model.inspection import Status
from shared.model.place import Text
from shared.model.plan import Recurrence
from tests.builders import an_id
from tests.mobile.longshan import DAILY, ROOM, a_rule_of
from tests.ui.tablet.estate import a_tablet, feed
from tests.ui.tablet.finger import answer_all
from tools.demo.tablet import Hand

pytestmark = pytest.mark.ui
WEEKLY = RuleId(an_id(0x45))
DAY = {"opens_at": time(7), "due_at": time(18)}


def rules_of_the_demo():
    """The daily and the weekly round of one machine room: which comes first depends on the hour."""
    week = {"recurrence": Recurrence.SINCE_LAST, "every_days": 7}
    return [
        a_rule_of(DAILY, Text("1号楼电梯机房 日巡视", "Block 1 machine room, daily"), "lmr-d", ROOM, **DAY),
        a_rule_of(WEEKLY, Text("1号楼电梯机房 周保养", "Block 1 machine room, weekly"), "lmr-w", ROOM, **DAY, **week),
    ]


def shanghai(hour, minute=0):
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(
    ("begun_at", "signing_takes", "is_late"),
    [
        (shanghai(0, 2), timedelta(0), False),
        (shanghai(5), timedelta(0), False),
        (shanghai(17, 59), timedelta(minutes=2), True),
        (shanghai(18, 27), timedelta(0), True),
        (shanghai(23, 59), timedelta(minutes=2), True),
    ],
    ids=["just after midnight", "before it opens", "late while it is signed", "late", "over midnight"],
)
def test_the_round_is_walked_and_submitted_at_any_hour(open_app, tmp_path, begun_at, signing_takes, is_late):
    parts = a_tablet(tmp_path, begun_at)
    feed(parts.tablet.store, rules_of_the_demo())
    hand = Hand(open_app(parts=parts))

    record = hand.open_round(DAILY)
    answer_all(hand.finger)
    hand.to_signing()
    parts.tablet.clock.advance(signing_takes)
    hand.submit_round()

    walked = hand.store.inspection(record)
    assert (walked.template, walked.task.rule, walked.status) == ("lmr-d", DAILY, Status.FINAL)
    assert bool(walked.late_reason) is is_late
