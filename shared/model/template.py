"""Checklist templates: sections, items, answers' kinds, limits and what a fail needs. A published version never changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from shared.ids import TemplateId
from shared.model.place import AssetKind, PointKind, Role, Text


class ItemKind(Enum):
    """How an item is answered; in brackets the XLSForm type that authors write."""

    PASS_FAIL = "pass_fail"  # select_one pass_fail
    NUMBER = "number"  # decimal
    COUNT = "count"  # integer
    DATE = "date"  # date
    CHOICE = "choice"  # select_one LIST
    CHOICES = "choices"  # select_multiple LIST
    TEXT = "text"  # text
    PHOTO = "photo"  # image
    SIGNATURE = "signature"  # image, appearance signature
    TAG = "tag"  # barcode
    TIME = "time"  # time
    DATETIME = "datetime"  # dateTime
    CALCULATE = "calculate"  # calculate
    NOTE = "note"  # note


class Need(Enum):
    """What an answer must carry."""

    VALUE = "value"
    PHOTO = "photo"
    NOTE = "note"
    ACTION = "action"
    REASON = "reason"
    AFTER = "after"  # the photo of what was put right on the spot; asked for by such an answer, never by a form


class Act(Enum):
    """What is done by default about a fail (column 处置 of the fire-safety facts)."""

    ON_SPOT = "on_spot"  # 立
    DEADLINE = "deadline"  # 限
    STOP = "stop"  # 停


class Certainty(Enum):
    """How sure a row's source is. ``MEMORY`` rows are never shown to a user as law."""

    MANUAL = "manual"  # the property-management manual itself
    READ = "read"  # ✔
    SECONDARY = "secondary"  # ≈
    MEMORY = "memory"  # [mem]
    RECOMMENDED = "recommended"  # [rec]


class HazardGrade(Enum):
    """Grades of a hazard (hazards facts §2)."""

    IMMEDIATE = "immediate"
    GENERAL = "general"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list. ``extra`` keeps columns that the importer does not know."""

    name: str
    label: Text
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a reading in the item's unit; ``None`` is unlimited. Inclusive on both sides.

    ``low_from``/``high_from`` name a field of the asset's data that overrides ``low``/``high`` when present, such as a
    lift's maker's ``brake_gap_max``.
    """

    low: float | None = None
    high: float | None = None
    warn_low: float | None = None
    warn_high: float | None = None
    low_from: str = ""
    high_from: str = ""
    source: str = ""
    certainty: Certainty = Certainty.RECOMMENDED


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist. ``name`` is unique in its template and names the item in expressions.

    ``code`` is the printed code (LMR-09); a reading that belongs to a pass/fail item shares its code and names it in
    ``part_of``. ``every_days`` > 0 makes the item due only so many days after it was last done within this form.
    ``relevant``, ``required``, ``constraint`` and ``calculation`` are XLSForm expressions, empty if none.
    """

    name: str
    kind: ItemKind
    label: Text
    section: str = ""
    code: str = ""
    part_of: str = ""
    hint: Text = Text("")
    required: str = ""
    relevant: str = ""
    constraint: str = ""
    constraint_message: Text = Text("")
    calculation: str = ""
    default: str = ""
    appearance: str = ""
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    limits: Limits | None = None
    fail_needs: tuple[Need, ...] = ()
    category: str = ""
    grade: HazardGrade | None = None
    act: Act | None = None
    every_days: int = 0
    clause: str = ""
    certainty: Certainty = Certainty.RECOMMENDED
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of items; with ``repeat_over`` it is answered once for each asset of that kind at the point."""

    name: str
    label: Text
    repeat_over: AssetKind | None = None
    relevant: str = ""
    parent: str = ""
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A published checklist 检查模板. ``(id, version)`` names it for ever; ``requires`` lists app features it needs.

    ``signers`` are the roles that sign at the end, in order (``inspector`` first); ``performers`` may walk it.
    """

    id: TemplateId
    version: int
    title: Text
    inspection_type: str
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    point_kinds: tuple[PointKind, ...] = ()
    performers: tuple[Role, ...] = ()
    signers: tuple[str, ...] = ("inspector",)
    source: str = ""
    certainty: Certainty = Certainty.RECOMMENDED
    requires: tuple[str, ...] = ()
    is_about_unit: bool = False
    per_asset: AssetKind | None = None
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The id of this version as one text, such as ``lmr-d@3``."""
        return template_key(self.id, self.version)


def template_key(template: TemplateId, version: int) -> str:
    """Join a template's id and version as records and feeds name it."""
    return f"{template}@{version}"
