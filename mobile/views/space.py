"""Before a round: whether the photos it will bring fit on this tablet, and what to do if they may not. Never a reason to wait.

How many: as many as the fullest of the last five rounds of the checklist at the point had; at a point without history, one for
each item that is a photo, and one for every ten that ask for one when they fail. How large: as the last photos were; before
there are any, ``PHOTO_BYTES`` each. On top come one camera file and the reserve below which no photo is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from mobile.device.files import PHOTO_RESERVE_BYTES
from mobile.views.parts import OptionView
from mobile.views.setting import Setting
from shared.ids import PointId
from shared.model.template import ItemKind, Need, Template

PHOTO_BYTES = 700_000
FEW_PHOTOS = 5
"""With fewer photos kept here, their size says little."""
CAMERA_FILE_BYTES = 12_000_000
START, SEND = "start", "send"


@dataclass(frozen=True, slots=True)
class SpaceView:
    """What to ask before a round for whose photos there may be no room."""

    title: str
    options: tuple[OptionView, ...]
    cancel: str


def space_view(setting: Setting, template: Template, point: PointId | None, free_bytes: int | None) -> SpaceView | None:
    """Make the question; None if there is room, or nobody knows."""
    photos = expected_photos(setting, template, point)
    needed = photos * photo_bytes(setting) + CAMERA_FILE_BYTES + PHOTO_RESERVE_BYTES
    if free_bytes is None or not photos or free_bytes >= needed:
        return None
    texts = setting.texts
    return SpaceView(
        texts.space_short.format(free=_size(free_bytes), n=photos, needed=_size(needed)),
        (
            OptionView(SEND, texts.space_send_first, "cloud-upload-outline"),
            OptionView(START, texts.space_start_anyway, "clipboard-check-outline"),
        ),
        texts.cancel,
    )


def expected_photos(setting: Setting, template: Template, point: PointId | None) -> int:
    """Estimate how many photos a round will bring."""
    usual = setting.source.usual_photos(template.id, point)
    if usual:
        return max(usual)
    always = sum(item.kind is ItemKind.PHOTO for item in template.items)
    on_fail = sum(Need.PHOTO in item.fail_needs for item in template.items)
    return always + -(-on_fail // 10)


def photo_bytes(setting: Setting) -> int:
    """Estimate how large one photo will be, its small copy included."""
    size, count = setting.source.usual_photo()
    return size if count >= FEW_PHOTOS else PHOTO_BYTES


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1_000_000_000 else f"{size_bytes // 1_000_000} MB"
