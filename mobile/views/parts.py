"""The small frozen views that screens are made of; widgets show them, views make them. No Kivy here.

Every text is ready-made. `icon` is a name of the icon table, `tone` one of the five of `Tone`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shared.model.mark import Mark


class Tone(StrEnum):
    """The five states that colour stands for, the same on every screen; always with an icon and a word."""

    IDLE = "idle"  # not begun, not applicable
    INFO = "info"  # in progress, to be done
    OK = "ok"  # passed, safe on the server
    WARN = "warn"  # late, waiting, near a limit
    BAD = "bad"  # failed, missed, over a limit


@dataclass(frozen=True, slots=True)
class ChipView:
    """What a chip says."""

    words: str = ""
    icon: str = ""
    tone: str = Tone.IDLE


@dataclass(frozen=True, slots=True)
class BannerView:
    """A line over the whole width; empty words hide it. `leads_to` names the screen a tap opens."""

    words: str = ""
    icon: str = "information-outline"
    tone: str = Tone.INFO
    action: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """One place that the navigation leads to; `badge` counts what waits there."""

    key: str
    words: str
    icon: str
    badge: str = ""
    badge_tone: str = Tone.BAD


@dataclass(frozen=True, slots=True)
class OptionView:
    """One thing that can be chosen."""

    key: str
    words: str
    icon: str = ""
    tone: str = Tone.INFO
    is_chosen: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CheckView:
    """One checklist item as its row shows it.

    kind: "answers" (合格 / 不合格 / 不适用), "value" (a reading) or "open" (anything else that opens the item).
    `is_part` marks a reading that belongs to the item above it.
    """

    key: str = ""
    number: str = ""
    words: str = ""
    detail: str = ""
    detail_tone: str = Tone.IDLE
    kind: str = "answers"
    answers: tuple[OptionView, ...] = ()
    value: str = ""
    value_icon: str = ""
    tone: str = Tone.IDLE
    has_tone: bool = False
    extras: str = ""
    is_here: bool = False
    is_part: bool = False
    has_past: bool = False


@dataclass(frozen=True, slots=True)
class NeedsView:
    """What a failed item still needs, in place under its row. `brief` says what the chosen wording brings."""

    key: str = ""
    words: str = ""
    is_met: bool = False
    photo: str = ""
    photo_tone: str = Tone.INFO
    note: str = ""
    note_tone: str = Tone.INFO
    action: str = ""
    action_tone: str = Tone.INFO
    fix: str = ""
    fix_tone: str = Tone.INFO
    phrases: tuple[OptionView, ...] = ()
    library: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why an item does not apply or was not checked, in place under its row; the last chip (`""`) writes another."""

    key: str = ""
    words: str = ""
    is_met: bool = False
    reasons: tuple[OptionView, ...] = ()


@dataclass(frozen=True, slots=True)
class PlotView:
    """The last readings, oldest first: x and y as shares of the plot's width and height, limits as shares of its height.

    None for a limit that is not there. `tones` has the tone of each reading, `words` says where they are heading.
    """

    points: tuple[tuple[float, float], ...] = ()
    tones: tuple[str, ...] = ()
    high: float | None = None
    low: float | None = None
    high_words: str = ""
    low_words: str = ""
    words: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class PastView:
    """What was found the last time: its facts, and the photos of it that are on this tablet."""

    title: str = ""
    item: str = ""
    chip: ChipView = ChipView()
    facts: tuple[FactView, ...] = ()
    photos: tuple[PhotoView, ...] = ()


@dataclass(frozen=True, slots=True)
class JumpView:
    """The ways to jump in a checklist: to what is open, to what failed, to a section with its count."""

    open: OptionView = OptionView("open", "")
    failed: OptionView = OptionView("failed", "")
    sections: tuple[OptionView, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """The heading of a section, with how much of it is done."""

    key: str = ""
    words: str = ""
    count: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class WordView:
    """A text of the form that is only read."""

    key: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round, record or hazard as a card in a list; `share` under 0 draws no progress. `more`: there is more to do with it."""

    key: str = ""
    title: str = ""
    detail: str = ""
    icon: str = "clipboard-list-outline"
    tone: str = Tone.INFO
    chip: ChipView = ChipView()
    right: str = ""
    share: float = -1.0
    word: str = ""
    word_tone: str = Tone.WARN
    more: bool = False


@dataclass(frozen=True, slots=True)
class PadView:
    """What stands round the figure of a keypad; `verdict` says what the figure means against its limits."""

    unit: str = ""
    limits: str = ""
    verdict: str = ""
    verdict_icon: str = ""
    tone: str = Tone.IDLE


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One photo: the files of its thumbnail and of a large one (empty while they are made), its state in a word, and what
    was drawn on it. What has no picture, a voice note, shows an ``icon`` instead.
    """

    key: str = ""
    thumb: str = ""
    large: str = ""
    state: str = ""
    state_icon: str = ""
    tone: str = Tone.IDLE
    marks: tuple[Mark, ...] = ()
    icon: str = ""


@dataclass(frozen=True, slots=True)
class FactView:
    """A name and what is so: 部位 — 2号楼B1层."""

    name: str = ""
    words: str = ""
    tone: str = Tone.IDLE


@dataclass(frozen=True, slots=True)
class TroubleView:
    """Something that went wrong or was refused: what happened, what is safe, what to do; `title` names whom it is about."""

    key: str = ""
    what: str = ""
    safe: str = ""
    todo: str = ""
    icon: str = "alert-circle-outline"
    tone: str = Tone.WARN
    title: str = ""
    detail: str = ""
