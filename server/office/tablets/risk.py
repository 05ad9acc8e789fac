"""Which tablets need a look: silent, full, flat, off in time, or holding work that does not get through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.store.device import DeviceRow
from shared.ids import DeviceId

SILENT_AFTER = timedelta(hours=24)
STUCK_AFTER = timedelta(hours=8)
LOW_BATTERY = 15
LOW_SPACE = 1 << 30
CLOCK_OFF_MS = 5 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Watched:
    """A tablet with what is wrong about it: text keys of ``tablets.risk_*``, the worst first."""

    row: DeviceRow
    risks: tuple[str, ...]
    letters: int

    @property
    def rank(self) -> int:
        """Sort key: what may lose work first."""
        return min((RANKS.index(risk) for risk in self.risks), default=len(RANKS))


RANKS = ("refused", "stuck", "silent", "space", "clock", "battery", "waiting", "new")
"""Risks from the gravest on; the last two are no reason to act."""
ACTS = frozenset(RANKS[:6])


def watch(row: DeviceRow, letters: int, now: datetime) -> Watched:
    """Say what is wrong about a tablet at ``now``; nothing for a revoked one."""
    return Watched(row, () if row.is_revoked else tuple(_risks(row, letters, now)), letters)


def watched(rows: list[DeviceRow], letters: Mapping[DeviceId, int], now: datetime) -> list[Watched]:
    """Judge tablets and sort them by risk; revoked ones come last."""
    found = [watch(row, letters.get(row.id, 0), now) for row in rows]
    return sorted(found, key=lambda entry: (entry.row.is_revoked, entry.rank, entry.row.seen_at or now))


def needs_a_look(entry: Watched) -> bool:
    """Tell whether somebody should go and see."""
    return bool(ACTS & set(entry.risks))


def _risks(row: DeviceRow, letters: int, now: datetime) -> list[str]:
    health = row.health
    oldest = health.oldest_pending_at
    signs = {
        "refused": letters > 0 or health.parked_ops > 0,
        "stuck": oldest is not None and now - oldest > STUCK_AFTER,
        "silent": row.seen_at is not None and now - row.seen_at > SILENT_AFTER,
        "space": health.free_bytes is not None and health.free_bytes < LOW_SPACE,
        "clock": row.clock_offset_ms is not None and abs(row.clock_offset_ms) > CLOCK_OFF_MS,
        "battery": health.battery_percent is not None and health.battery_percent < LOW_BATTERY,
        "waiting": health.pending_ops + health.pending_photos > 0,
        "new": row.pushed_at is None,
    }
    return [risk for risk in RANKS if signs[risk]]
