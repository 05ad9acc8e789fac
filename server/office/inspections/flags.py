"""Why a record is flagged, in words: each flag's facts filled into its sentence."""

from __future__ import annotations

from typing import Final

from server.office.text import Wording
from shared.presence import Flag, Flagged, Grade

TONES: Final = {Grade.A: "ok", Grade.B: "info", Grade.C: "warn", Grade.D: "bad"}


def bits() -> dict[str, object]:
    """Return what templates use to show a grade and its flags."""
    return {"grade_tone": tone, "why": why, "came_from": came_from}


def tone(grade: str) -> str:
    """Return the tone that a grade is shown in."""
    return TONES[Grade(grade)]


def why(found: Flagged, wording: Wording) -> str:
    """Say what a flag rests on."""
    facts = dict(found.facts)
    key = f"why.{found.flag.value}"
    if found.flag is Flag.WALK and facts["metres"]:
        key = "why.walk_far"
    if found.flag is Flag.JUMP:
        seconds = int(facts["seconds"])
        key = "why.jump_back" if seconds < 0 else "why.jump"
        facts["minutes"] = max(1, round(abs(seconds) / 60))
    return wording(key, **facts)


def came_from(found: Flagged) -> str:
    """Return the other record that a flag points at, empty if it points at none."""
    return str(found.facts.get("record", ""))
