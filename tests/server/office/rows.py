"""Tablets as the office sees them, for tests."""

from __future__ import annotations

from datetime import timedelta

from server.store.device import DeviceRow
from shared.sync.messages import DeviceHealth
from tests.builders import DEVICE, KEEPER, NOW, SITE

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
