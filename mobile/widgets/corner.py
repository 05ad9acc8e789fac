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
    squares = [(radius - place - 0.5) ** 2 for place in range(radius)] + [0.0]
    rows = []
    for down in squares:
        left = bytes(
            round(min(1.0, max(0.0, radius - (down + right) ** 0.5 + 0.5)) * 255) for right in squares
        )  # the quarter with the middle; the others mirror it
        shares = left + left[-2::-1]
        row = bytearray(b"\xff" * (4 * len(shares)))
        row[3::4] = shares
        rows.append(bytes(row))
    return b"".join(rows + rows[-2::-1])
