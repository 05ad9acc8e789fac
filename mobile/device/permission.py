"""How the person is asked whether the app may use the camera, the place, the microphone, notifications.

Android shows its question at most twice. So ours comes first and says what for; and after a final refusal the only way
is the system's settings.
"""

from __future__ import annotations

from enum import StrEnum


class Wanted(StrEnum):
    """What the app may want to use."""

    CAMERA = "camera"
    PLACE = "place"
    VOICE = "voice"
    NOTICE = "notice"


class Step(StrEnum):
    """What to do next about a wish."""

    GO_ON = "go_on"
    EXPLAIN = "explain"
    """Say what for, then let the system ask."""
    SETTINGS = "settings"
    """Say what for, then open the system's settings: it asks no more."""


def next_step(*, is_granted: bool, was_asked: bool, wants_reason: bool) -> Step:
    """Decide; `wants_reason` is what Android answers to shouldShowRequestPermissionRationale.

    It is false before the first question and after the final refusal; only `was_asked` tells these apart.
    """
    if is_granted:
        return Step.GO_ON
    return Step.SETTINGS if was_asked and not wants_reason else Step.EXPLAIN
