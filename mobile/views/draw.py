"""Drawing on a photo: the picture, the tools, what was drawn."""

from __future__ import annotations

from dataclasses import dataclass

from mobile.store.row import PhotoState
from mobile.views.parts import OptionView
from mobile.views.setting import Setting
from shared.ids import PhotoId
from shared.model.mark import Ink, Mark, MarkKind

TOOLS = (
    (MarkKind.ARROW, "arrow", "arrow-top-right"),
    (MarkKind.CIRCLE, "circle", "circle-outline"),
    (MarkKind.PEN, "pen", "draw"),
    (MarkKind.TEXT, "text", "format-text"),
    (MarkKind.NUMBER, "number", "numeric-1-circle-outline"),
)
INKS = ((Ink.RED, "red", "bad"), (Ink.YELLOW, "yellow", "warn"), (Ink.BLUE, "blue", "info"))


@dataclass(frozen=True, slots=True)
class DrawView:
    """One photo to draw on."""

    title: str = ""
    source: str = ""
    marks: tuple[Mark, ...] = ()
    tools: tuple[OptionView, ...] = ()
    inks: tuple[OptionView, ...] = ()
    undo: str = ""
    done: str = ""
    said: str = ""


def draw_view(setting: Setting, photo: PhotoId, tool: MarkKind, ink: Ink) -> DrawView | None:
    """Make the view of a photo that is ready; None for any other."""
    texts = setting.texts.draw
    row = setting.source.photo(photo)
    path = setting.source.photo_path(photo, "screen")
    if row is None or row.state is not PhotoState.READY or path is None:
        return None
    return DrawView(
        title=texts.title,
        source=str(path),
        marks=row.marks,
        tools=tuple(
            OptionView(kind.value, str(getattr(texts, name)), icon, is_chosen=kind is tool)
            for kind, name, icon in TOOLS
        ),
        inks=tuple(
            OptionView(one.value, str(getattr(texts, name)), "circle-medium", tone, is_chosen=one is ink)
            for one, name, tone in INKS
        ),
        undo=texts.undo if row.marks else "",
        done=setting.texts.done,
        said=texts.drawn.format(count=len(row.marks)) if row.marks else texts.nothing,
    )


def next_number(marks: tuple[Mark, ...]) -> str:
    """Return the figure that the next number gets: one more than the highest there is."""
    figures = [int(mark.text) for mark in marks if mark.kind is MarkKind.NUMBER and mark.text.isdigit()]
    return str(max(figures, default=0) + 1)
