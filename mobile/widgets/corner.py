"""Pictures of a disc, from which boxes with round corners are stretched."""

from __future__ import annotations

from functools import lru_cache

from kivy.graphics.texture import Texture


@lru_cache(maxsize=256)
def mask(radius: int) -> Texture:
    """Return a white disc of `radius` pixels, with one row and column more in its middle to be stretched; 0 is a plain box."""
    texture = Texture.create(size=(2 * radius + 1, 2 * radius + 1))

    def fill(texture: Texture) -> None:
        texture.blit_buffer(_disc(radius), colorfmt="rgba")

    fill(texture)
    texture.add_reload_observer(fill)  # Android may take the GL context, and the picture with it
    return texture


def _disc(radius: int) -> bytes:
    """Return the picture's pixels, bottom row first: how much of each lies in the disc is its opacity."""
    side = 2 * radius + 1
    away = [max(0.0, abs(place - radius) - 0.5) if place != radius else 0.0 for place in range(side)]
    rows = []
    for down in away:
        for right in away:
            share = min(1.0, max(0.0, radius - (down * down + right * right) ** 0.5 + 0.5))
            rows.append(bytes((255, 255, 255, round(share * 255))))
    return b"".join(rows)
