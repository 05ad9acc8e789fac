"""The line of the first page that says whether a backup was proved, and what to do if none was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.office.formats import Formats
from server.store import Tx
from server.store.proof import Proof, last_proof

OLDEST = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ProofLine:
    """``key`` and ``help`` name the words and their explanation; ``day`` and ``last`` are written moments."""

    key: str
    help: str
    tone: str
    icon: str
    day: str = ""
    days: int = 0
    reason: str = ""
    last: str = ""


def proof_line(tx: Tx, formats: Formats) -> ProofLine:
    """Say how the backups stand: proved, too old, failed or never proved."""
    return line_of(last_proof(tx), tx.now, formats)


def line_of(proof: Proof | None, now: datetime, formats: Formats) -> ProofLine:
    """Judge what the last drill found; a backup that was proved counts for seven days from when it was made."""
    proved_at = proof.proved_at if proof else None
    last = _written(proved_at, formats) if proved_at else ""
    if proof is None or (proof.is_good and proved_at is None):
        return ProofLine("today.proof_never", "today.proof_never_help", "bad", "shield-x")
    if not proof.is_good:
        day, key, helping = _written(proof.tried_at, formats), "today.proof_failed", "today.proof_failed_help"
        return ProofLine(key, helping, "bad", "shield-x", day, 0, proof.reason, last)
    age = now - proved_at if proved_at else OLDEST
    if age > OLDEST:
        return ProofLine("today.proof_old", "today.proof_old_help", "bad", "shield-x", last, age.days)
    return ProofLine("today.proof_good", "today.proof_good_help", "ok", "shield-check", last)


def _written(moment: datetime, formats: Formats) -> str:
    """Write day and minute as people say them: 11月22日 02:10."""
    local = formats.local(moment)
    year = "" if local.year == formats.today.year else str(local.year)
    if formats.wording.language == "zh":
        return f"{year and year + '年'}{local.month}月{local.day}日 {local:%H:%M}"
    return f"{local.day} {local:%b}{year and ' ' + year} {local:%H:%M}"
