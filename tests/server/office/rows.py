"""Tablets as the office sees them, for tests."""

from __future__ import annotations

from datetime import timedelta

from server.store.device import DeviceRow
from shared.ids import ShiftId
from shared.model.inspection import Signature
from shared.model.shift import Check, Fitness, Shift
from shared.sync.messages import DeviceHealth
from tests.builders import DEVICE, KEEPER, NOW, SITE, a_reading, an_id

WELL = DeviceHealth()


def a_row(health=WELL, **changes):
    facts = {
        "id": DEVICE,
        "name": "平板 1",
        "site": SITE,
        "site_name": "龙山国际",
        "person": KEEPER,
        "person_name": "王建国",
        "is_person_active": True,
        "state": "active",
        "app": "0.1",
        "enrolled_at": NOW - timedelta(days=30),
        "seen_at": NOW,
        "pushed_at": NOW,
        "pulled_at": NOW,
        "revoked_at": None,
        "clock_offset_ms": 0,
    }
    return DeviceRow(**{**facts, **changes}, health=health)


def a_shift(**changes):
    checks = (Check("battery", Fitness.MIND, {"percent": 41}),)
    defaults = {"id": ShiftId(an_id(0x501)), "site": SITE, "device": DEVICE, "person": KEEPER, "person_name": "王建国"}
    return Shift(**{**defaults, "began_at": a_reading(-60), "checks": checks, **changes})


def a_signature():
    return Signature("inspector", "王建国", a_reading(), KEEPER, (((0.1, 0.5), (0.9, 0.5)),))
