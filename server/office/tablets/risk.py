"""Which tablets need a look: damaged, silent, full, flat, old, off in time, or holding work that does not get through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.store.device import DeviceRow
from shared.ids import DeviceId

SILENT_AFTER = timedelta(hours=24)
STUCK_AFTER = timedelta(hours=8)
SALVAGE_SHOWN = timedelta(days=30)
LOW_BATTERY = 15
LOW_SPACE = 1 << 30
CLOCK_OFF_MS = 5 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Apps:
    """The oldest app that this server still serves, and the newest that a tablet was seen with."""

    oldest: str = ""
    newest: str = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """A tablet with what is wrong about it: text keys of ``tablets.risk_*``, the worst first."""

    row: DeviceRow
    risks: tuple[str, ...]
    letters: int
    apps: Apps = Apps()

    @property
    def rank(self) -> int:
        """Sort key: what may lose work first."""
        return min((RANKS.index(risk) for risk in self.risks), default=len(RANKS))

    @property
    def waits(self) -> bool:
        """Tell whether it still holds something, by its own word."""
        return self.row.health.pending_ops + self.row.health.pending_photos > 0


RANKS = (
    "refused", "salvaged", "stuck", "silent", "too_old", "space", "clock", "battery", "old_app", "waiting", "new",
)  # fmt: skip
"""Risks from the gravest on; the last three are no reason to act at once."""
ACTS = frozenset(RANKS[:8])


def apps_of(rows: Iterable[DeviceRow], oldest: str) -> Apps:
    """Find the newest app among tablets."""
    return Apps(oldest, max((row.app for row in rows), key=version, default=""))


def version(app: str) -> tuple[int, ...]:
    """Read a version for comparing: 0.1 is 0.1.0; what is no number counts as 0."""
    parts = [int(part) if part.isdecimal() else 0 for part in app.split(".")] if app else []
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)


def watch(row: DeviceRow, letters: int, now: datetime, apps: Apps | None = None) -> Watched:
    """Say what is wrong about a tablet at ``now``; nothing for a revoked one."""
    known = apps or Apps()
    return Watched(row, () if row.is_revoked else tuple(_risks(row, letters, now, known)), letters, known)


def watched(
    rows: list[DeviceRow], letters: Mapping[DeviceId, int], now: datetime, apps: Apps | None = None
) -> list[Watched]:
    """Judge tablets and sort them by risk, the longest silent first; revoked ones come last."""
    found = [watch(row, letters.get(row.id, 0), now, apps) for row in rows]
    return sorted(found, key=lambda entry: (entry.row.is_revoked, entry.rank, entry.row.seen_at or now))


def needs_a_look(entry: Watched) -> bool:
    """Tell whether somebody should go and see."""
    return bool(ACTS & set(entry.risks))


def _risks(row: DeviceRow, letters: int, now: datetime, apps: Apps) -> list[str]:
    health, app = row.health, version(row.app)
    oldest, salvaged = health.oldest_pending_at, health.salvaged_at
    signs = {
        "refused": letters > 0 or health.parked_ops > 0,
        "salvaged": salvaged is not None and now - salvaged < SALVAGE_SHOWN,
        "stuck": oldest is not None and now - oldest > STUCK_AFTER,
        "silent": row.seen_at is not None and now - row.seen_at > SILENT_AFTER,
        "too_old": bool(app) and app < version(apps.oldest),
        "space": health.free_bytes is not None and health.free_bytes < LOW_SPACE,
        "clock": row.clock_offset_ms is not None and abs(row.clock_offset_ms) > CLOCK_OFF_MS,
        "battery": health.battery_percent is not None and health.battery_percent < LOW_BATTERY,
        "old_app": bool(app) and version(apps.oldest) <= app < version(apps.newest),
        "waiting": health.pending_ops + health.pending_photos > 0,
        "new": row.pushed_at is None,
    }
    return [risk for risk in RANKS if signs[risk]]
