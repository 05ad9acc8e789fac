"""Says which browser a session runs in, shortly: what people recognise, not the whole of what it sends."""

from __future__ import annotations

from typing import Final

from server.office.page import wording

_BROWSERS: Final = (
    ("MicroMessenger", "微信 WeChat"),
    ("DingTalk", "钉钉 DingTalk"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def browser(agent: str) -> str:
    """Return browser and system of a User-Agent header."""
    found = [next((word for mark, word in known if mark in agent), "") for known in (_BROWSERS, _SYSTEMS)]
    said = " · ".join(part for part in found if part)
    return said or wording()("profile.unknown_browser")
