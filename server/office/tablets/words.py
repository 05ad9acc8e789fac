"""Why a tablet is at risk, in a sentence with its figures."""

from __future__ import annotations

from server.office.formats import Formats
from server.office.tablets.risk import Watched


def why(entry: Watched, risk: str, f: Formats) -> str:
    """Say the reason of one risk."""
    row, health = entry.row, entry.row.health
    facts = {
        "n": max(entry.letters, health.parked_ops) if risk == "refused" else health.battery_percent or 0,
        "at": f.brief(health.salvaged_at) if health.salvaged_at else "",
        "oldest": f.ago(health.oldest_pending_at) if health.oldest_pending_at else "",
        "seen": f.ago(row.seen_at) if row.seen_at else "",
        "size": f.size(health.free_bytes or 0),
        "offset": f.offset(-(row.clock_offset_ms or 0)),
        "app": row.app,
        "newest": entry.apps.newest,
        "ops": health.pending_ops,
        "photos": health.pending_photos,
    }
    return f.wording(f"tablets.why_{risk}", **facts)
