"""What an operation is about, named as people name it: the round, the place, the hazard."""

from __future__ import annotations

from datetime import datetime

from mobile.store.row import RecordHead
from mobile.views import when
from mobile.views.setting import Setting
from shared.ids import HazardId, InspectionId, PointId

KIND_KEYS = {
    "inspection": "kind_inspection",
    "hazard": "kind_hazard",
    "recheck": "kind_recheck",
    "note": "kind_note",
    "point": "kind_point",
    "notice": "kind_notice",
    "access": "kind_access",
    "excuse": "kind_excuse",
    "handover": "kind_handover",
    "shift": "kind_shift",
    "number": "kind_number",
    "pin": "kind_pin",
}
ICONS = {
    "inspection": "clipboard-check-outline",
    "hazard": "shield-alert-outline",
    "recheck": "clipboard-text-outline",
    "note": "comment-text-outline",
    "point": "map-marker-outline",
    "notice": "gavel",
    "access": "door-open",
    "excuse": "calendar-remove-outline",
    "handover": "account-switch-outline",
    "shift": "clipboard-account-outline",
}


def kind_words(kind: str, setting: Setting) -> str:
    """Name the kind of an operation: 巡检记录, 隐患 ..."""
    return str(getattr(setting.texts, KIND_KEYS.get(_family(kind), "kind_other")))


def icon_of(kind: str) -> str:
    """Return the icon of an operation's kind."""
    return ICONS.get(_family(kind), "cloud-upload-outline")


def title_of(setting: Setting, kind: str, entity: str, about: str = "") -> str:
    """Name the thing itself where this tablet has it, else its kind."""
    source, family = setting.source, _family(kind)
    if family == "inspection":
        head = source.head(InspectionId(entity))
        return record_title(setting, head) if head else kind_words(kind, setting)
    if family == "point":
        return _place(setting, entity) or kind_words(kind, setting)
    hazard = source.hazard(HazardId(entity if family == "hazard" else about))
    if hazard is not None:
        return hazard.description
    head = source.head(InspectionId(about)) if about else None
    if head is not None:
        return record_title(setting, head)
    return _place(setting, about) or kind_words(kind, setting)


def record_title(setting: Setting, head: RecordHead) -> str:
    """Name a record by its place and its form."""
    title = setting.source.template_title(head.template, head.template_version)
    place = _place(setting, head.point or "")
    name = setting.say(title) if title else str(head.template)
    return f"{place} · {name}" if place else name


def made_words(setting: Setting, kind: str, at: datetime | None) -> str:
    """Say what kind of thing it is and when it was made."""
    made = when.day_and_time(at.astimezone(setting.zone()), setting.now(), setting.texts) if at else ""
    return " · ".join(part for part in (kind_words(kind, setting), made) if part)


def item_words(setting: Setting, record: str, items: tuple[str, ...]) -> tuple[str, ...]:
    """Name items of a record as its form names them, each once; what is not on the form is left out."""
    head = setting.source.head(InspectionId(record))
    template = setting.source.template(head.template, head.template_version) if head else None
    labels = {item.name: setting.say(item.label) for item in template.items} if template else {}
    return tuple(dict.fromkeys(labels[item] for item in items if item in labels))


def _family(kind: str) -> str:
    return kind.partition(".")[0]


def _place(setting: Setting, point: str) -> str:
    found = setting.source.point(PointId(point)) if point else None
    return setting.say(found.name) if found else ""
