"""The kinds of records that are kept in the office: their fields, and how a record is made of values and read into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Final

from server.office.places.field import Field, Form, Value
from shared.model.place import (
    BUILDING_KINDS,
    BUILDING_SYSTEMS,
    FIRE_CLASSES,
    UNIT_KINDS,
    Asset,
    AssetKind,
    Building,
    Person,
    Point,
    PointKind,
    Role,
    Site,
    Text,
    Unit,
)

F = Form
_ENUMS: Final[Mapping[tuple[type, str], type[Enum]]] = {
    (Point, "kind"): PointKind,
    (Asset, "kind"): AssetKind,
    (Person, "roles"): Role,
}


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record. ``keys`` are the fields that name one again, the surest first; the list is sorted by ``sort``."""

    name: str
    cls: type[Any]
    fields: tuple[Field, ...]
    keys: tuple[str, ...]
    icon: str
    sort: str

    def field(self, name: str) -> Field:
        """Return a field by its name."""
        return next(one for one in self.fields if one.name == name)


def _members(kind: type[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in kind)


_NAME = (Field("name", is_must=True), Field("name_en"))
_CODE = Field("code", longest=64)


def _data(name: str, form: Form = F.LINE, low: float | None = None, high: float | None = None) -> Field:
    return Field(name, form, low=low, high=high, is_data=True)


LIFT_DATA: Final = (
    *(_data(name) for name in ("reg_no", "device_code", "internal_no", "type", "drive")),
    _data("load_kg", F.NUMBER, 0, 20_000),
    _data("speed", F.NUMBER, 0, 30),
    _data("stops"),
    _data("has_machine_room", F.YES),
    _data("geared", F.YES),
    _data("brake_gap_min", F.NUMBER, 0, 20),
    _data("brake_gap_max", F.NUMBER, 0, 20),
    _data("lining_min", F.NUMBER, 0, 100),
    _data("governor_installed", F.DAY),
    _data("governor_verified_on", F.DAY),
    _data("in_service_on", F.DAY),
    _data("contractor"),
    _data("contractor_phone"),
)
"""A lift's own data (lift machine-room facts §2)."""
EXTINGUISHER_DATA: Final = (
    _data("type"),
    *(_data("rating"), _data("serviced_on", F.DAY), _data("serviced_by"), _data("agent_changed_on", F.DAY)),
)
"""An extinguisher's own data (fire-safety facts §3.8; 61号令§29)."""
OWN_DATA: Final = {AssetKind.LIFT.value: LIFT_DATA, AssetKind.EXTINGUISHER.value: EXTINGUISHER_DATA}
ASSET_DATA: Final = (_data("next_inspection_on", F.DAY), _data("made_on", F.DAY), _data("place"))

SITE: Final = RecordKind(
    "site",
    Site,
    (*_NAME, Field("short_name", is_must=True, longest=20), Field("address"), Field("timezone", longest=60)),
    ("short_name",),
    "home",
    "name",
)
BUILDING: Final = RecordKind(
    "building",
    Building,
    (
        _CODE,
        *_NAME,
        Field("kind", F.CHOICE, is_must=True, choices=BUILDING_KINDS, words="building_kind"),
        Field("height_m", F.NUMBER, low=0, high=1000),
        Field("floors", F.WHOLE, low=0, high=200),
        Field("basements", F.WHOLE, low=0, high=20),
        Field("fire_class", F.CHOICE, choices=FIRE_CLASSES, words="fire_class"),
        Field("built_on", F.DAY),
        Field("is_gathering", F.YES),
        Field("is_key", F.YES),
        Field("systems", F.SEVERAL, choices=BUILDING_SYSTEMS, words="building_system"),
    ),
    ("code", "name"),
    "building",
    "name",
)
POINT: Final = RecordKind(
    "point",
    Point,
    (
        Field("number", is_must=True, longest=64),
        *_NAME,
        Field("kind", F.CHOICE, is_must=True, choices=_members(PointKind), words="PointKind"),
        Field("building", F.REFERENCE, refers="building"),
        Field("floor", longest=40),
        Field("tag"),
        Field("is_tag_retired", F.YES),
        Field("is_key_area", F.YES),
        Field("remark", F.AREA),
    ),
    ("number",),
    "map-pin",
    "number",
)
ASSET: Final = RecordKind(
    "asset",
    Asset,
    (
        Field("number", is_must=True, longest=64),
        *_NAME,
        Field("kind", F.CHOICE, is_must=True, choices=_members(AssetKind), words="AssetKind"),
        Field("point", F.REFERENCE, is_must=True, refers="point"),
        Field("is_in_service", F.YES),
        *ASSET_DATA,
        *dict.fromkeys((*LIFT_DATA, *EXTINGUISHER_DATA)),
    ),
    ("number",),
    "tool",
    "number",
)
UNIT: Final = RecordKind(
    "unit",
    Unit,
    (
        _CODE,
        *_NAME,
        Field("kind", F.CHOICE, is_must=True, choices=UNIT_KINDS, words="unit_kind"),
        Field("head", is_must=True, longest=100),
        Field("phone", longest=60),
        Field("email", longest=200),
        Field("place"),
        Field("signers", F.NAMES, longest=60),
        Field("is_key", F.YES),
    ),
    ("code", "name"),
    "id-badge",
    "name",
)
PERSON: Final = RecordKind(
    "person",
    Person,
    (
        _CODE,
        Field("name", is_must=True, longest=100),
        Field("roles", F.SEVERAL, is_must=True, choices=_members(Role), words="Role"),
        Field("unit", F.REFERENCE, refers="unit"),
        Field("cert_no", longest=100),
        Field("phone", longest=60),
    ),
    ("code", "name"),
    "users",
    "name",
)
PLACES: Final = {one.name: one for one in (BUILDING, POINT, ASSET, UNIT)}
"""Kinds that belong to a site and have pages of their own."""
FROM_EXCEL: Final = {one.name: one for one in (UNIT, BUILDING, POINT, ASSET, PERSON)}
"""Kinds that can be brought in from Excel, in the order in which one needs the other."""


def values_of(kind: RecordKind, entity: Any) -> dict[str, Value]:
    """Read a record into the values of its fields."""
    return {field.name: _value(field, entity) for field in kind.fields}


def build(kind: RecordKind, values: Mapping[str, Value], ident: str, site: str, base: Any = None) -> Any:
    """Make a record of values, or ``base`` with these values; what they do not name stays as it was."""
    changes: dict[str, Any] = {}
    data: dict[str, Any] = dict(base.data) if isinstance(base, Asset) else {}
    for field in kind.fields:
        if field.name not in values:
            continue
        value = values[field.name]
        if field.is_data:
            _keep_data(data, field, value)
        elif field.name not in {"name", "name_en"} or kind.cls is Person:
            changes[field.name] = _typed(kind, field, value)
    if kind.cls is not Person:
        before = base.name if base is not None else Text("")
        changes["name"] = Text(str(values.get("name", before.zh)), str(values.get("name_en", before.en) or ""))
    if kind.cls is Asset:
        changes["data"] = data
    if base is not None:
        return replace(base, **changes)
    made = {"id": ident} if kind.cls is Site else {"id": ident, "site": site}
    return kind.cls(**made, **changes)


def fields_for(kind: RecordKind, entity_kind: str) -> tuple[Field, ...]:
    """Return the fields that a record of this kind has: a lift's own data are a lift's only, and so on."""
    if kind is not ASSET:
        return kind.fields
    foreign = {field for own in OWN_DATA.values() for field in own} - set(OWN_DATA.get(entity_kind, ()))
    return tuple(field for field in kind.fields if field not in foreign)


def _value(field: Field, entity: Any) -> Value:
    if field.is_data:
        return _of_data(field, entity.data.get(field.name))
    if field.name in {"name", "name_en"} and isinstance(entity.name, Text):
        return str(entity.name.en if field.name == "name_en" else entity.name.zh)
    found = getattr(entity, field.name)
    if isinstance(found, Enum):
        return str(found.value)
    if isinstance(found, tuple):
        return tuple(str(one.value if isinstance(one, Enum) else one) for one in found)
    return found  # type: ignore[no-any-return]


def _of_data(field: Field, found: object) -> Value:
    if field.form is Form.DAY:
        try:
            return date.fromisoformat(str(found)) if found else None
        except ValueError:
            return None
    if field.form is Form.YES:
        return bool(found)
    return found if isinstance(found, str | float | int) else ("" if field.form is Form.LINE else None)


def _keep_data(data: dict[str, Any], field: Field, value: Value) -> None:
    """Put a value into a record's own data; what is not given has no entry, except a no that was a yes."""
    if value in (None, "") or (value is False and field.name not in data):
        data.pop(field.name, None)
    else:
        data[field.name] = value.isoformat() if isinstance(value, date) else value


def _typed(kind: RecordKind, field: Field, value: Value) -> Any:
    members = _ENUMS.get((kind.cls, field.name))
    if members is None:
        if value is None and field.name == "basements":
            return 0
        return value
    if isinstance(value, tuple):
        return tuple(members(one) for one in value)
    return members(value)
