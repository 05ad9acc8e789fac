"""A form as a screen shows it: cards of parts under each other, beside them who signs, below what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from mobile.views.finish import SignerView
from mobile.views.parts import ChipView, FactView, OptionView, PhotoView, Tone


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a form; ``kind`` says which of the members it shows and what a tap on it means.

    ``text``: words, smaller ones under them · ``field``: something to open, such as a text to write · ``options``: chips
    under a title · ``photos``: a strip that a photo can be added to (``add``) · ``seen``: photos to look at · ``facts``.
    """

    kind: str
    key: str = ""
    title: str = ""
    words: str = ""
    hint: str = ""
    icon: str = ""
    tone: str = Tone.IDLE
    options: tuple[OptionView, ...] = ()
    photos: tuple[PhotoView, ...] = ()
    add: str = ""
    facts: tuple[FactView, ...] = ()


Card = tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form while it is filled in. ``button`` hands it in once ``missing`` is empty; ``second`` is another way on."""

    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    menu: str = ""
    menu_icon: str = ""
    cards: tuple[Card, ...] = ()
    signatures_title: str = ""
    signers: tuple[SignerView, ...] = ()
    missing: str = ""
    is_complete: bool = False
    button: str = ""
    icon: str = "check"


def text(words: str, detail: str = "", tone: str = Tone.IDLE, icon: str = "") -> PartView:
    """Return words to read."""
    return PartView("text", words=words, hint=detail, tone=tone, icon=icon)


def field(
    key: str, title: str, words: str, hint: str = "", icon: str = "pencil-outline", tone: str = Tone.IDLE
) -> PartView:
    """Return something to open or write; ``hint`` stands there while it is empty."""
    return PartView("field", key, title, words, hint, icon, tone)


def options(key: str, title: str, chips: tuple[OptionView, ...], hint: str = "") -> PartView:
    """Return chips to choose from."""
    return PartView("options", key, title, hint=hint, options=chips)


def photos(key: str, title: str, shown: tuple[PhotoView, ...], add: str = "") -> PartView:
    """Return a strip of photos; with ``add``, another can be taken."""
    return PartView("photos" if add else "seen", key, title, photos=shown, add=add)


def facts(title: str, rows: tuple[FactView, ...]) -> PartView:
    """Return facts to read."""
    return PartView("facts", title=title, facts=rows)
