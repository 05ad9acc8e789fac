"""Where rounds happen and who walks them: sites, buildings, points, assets, inspected units and people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from shared.ids import AssetId, BuildingId, PersonId, PointId, Sha256, SiteId, UnitId


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the product; ``en`` may be empty, then ``zh`` is shown."""

    zh: str
    en: str = ""

    def get(self, language: str) -> str:
        """Return the text in ``language`` (``zh`` or ``en``), falling back to Chinese."""
        return self.en if language == "en" and self.en else self.zh


class Role(Enum):
    """Roles of the manual (5.27-5.30) and of fire and lift law; a person may hold several, per site."""

    FIRE_PRINCIPAL = "fire_principal"
    FIRE_MANAGER = "fire_manager"
    QUALITY_DEPT = "quality_dept"
    LEAD_INSPECTOR = "lead_inspector"
    INSPECTOR = "inspector"
    PATROLLER = "patroller"
    CONTROL_ROOM_OPERATOR = "control_room_operator"
    INSPECTED_UNIT = "inspected_unit"
    MAINTENANCE_KEEPER = "maintenance_keeper"
    REPAIR_WORKER = "repair_worker"
    ENGINEERING_DEPT = "engineering_dept"
    AFFAIRS_OFFICE = "affairs_office"
    AFFAIRS_ASSISTANT = "affairs_assistant"
    FRONT_DESK = "front_desk"
    SERVICE_DEPT = "service_dept"
    DEPT_HEAD = "dept_head"
    MANAGER = "manager"
    CENTRE_DIRECTOR = "centre_director"
    LIFT_SAFETY_DIRECTOR = "lift_safety_director"
    LIFT_SAFETY_OFFICER = "lift_safety_officer"
    LIFT_CONTRACTOR = "lift_contractor"
    FIRE_CONTRACTOR = "fire_contractor"
    OWNERS_COMMITTEE = "owners_committee"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Site:
    """One residential estate. ``short_name`` (such as 龙) begins its notice numbers."""

    id: SiteId
    name: Text
    short_name: str
    address: str = ""
    timezone: str = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Building:
    """A building with the parameters that pick limits and regulation rows (fire-safety facts, building profile).

    ``kind`` is one of BUILDING_KINDS, ``fire_class`` of FIRE_CLASSES, ``systems`` of BUILDING_SYSTEMS; a newer server may
    know more. ``is_gathering``: 公众聚集场所; ``is_key``: 消防安全重点单位. ``code`` is what lists and sheets call it.
    """

    id: BuildingId
    site: SiteId
    name: Text
    kind: str = "highrise_residential"
    height_m: float | None = None
    floors: int | None = None
    basements: int = 0
    code: str = ""
    fire_class: str = ""
    built_on: date | None = None
    is_gathering: bool = False
    is_key: bool = False
    systems: tuple[str, ...] = ()
    is_retired: bool = False


BUILDING_KINDS = (
    "highrise_residential",
    "highrise_public",
    "multistorey_residential",
    "multistorey_public",
    "commercial",
    "office",
    "garage",
    "other",
)
FIRE_CLASSES = ("class_1", "class_2")
BUILDING_SYSTEMS = (
    "alarm",
    "sprinkler",
    "hydrant",
    "gas",
    "shutter",
    "smoke",
    "control_room",
    "ebike",
    "catering",
    "lift",
)
UNIT_KINDS = ("internal", "shop", "renovation", "contractor", "household", "post")
"""Kinds of inspected units (roles facts §3)."""


class PointKind(Enum):
    """What sort of place a point is."""

    MACHINE_ROOM = "machine_room"
    PUMP_ROOM = "pump_room"
    CONTROL_ROOM = "control_room"
    ROOF_TANK = "roof_tank"
    STAIRWELL = "stairwell"
    CORRIDOR = "corridor"
    GARAGE = "garage"
    LOBBY = "lobby"
    FIRE_LANE = "fire_lane"
    POWER_ROOM = "power_room"
    EBIKE_SHED = "ebike_shed"
    EXTINGUISHER_SET = "extinguisher_set"
    OFFICE = "office"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a round, with the tag that proves presence. ``number`` is printed on the tag in readable form."""

    id: PointId
    site: SiteId
    building: BuildingId | None
    name: Text
    number: str
    kind: PointKind
    floor: str = ""
    tag: str = ""
    is_tag_retired: bool = False
    is_key_area: bool = False
    remark: str = ""
    is_retired: bool = False


class AssetKind(Enum):
    """Equipment that is judged by its own data."""

    LIFT = "lift"
    FIRE_PUMP = "fire_pump"
    EXTINGUISHER = "extinguisher"
    HYDRANT = "hydrant"
    ALARM_PANEL = "alarm_panel"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Asset:
    """A piece of equipment at a point. ``data`` holds its own values by key, such as ``brake_gap_max`` in mm."""

    id: AssetId
    site: SiteId
    point: PointId
    kind: AssetKind
    name: Text
    number: str
    data: dict[str, str | float | int | bool | None] = field(default_factory=dict)
    is_in_service: bool = True
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """An inspected unit 受检单位: department, shop, contractor, household or post; it answers for rectification.

    ``signers`` may receive its notices; an issued one is told to ``email``. ``is_key``: 重点部位.
    """

    id: UnitId
    site: SiteId
    name: Text
    kind: str
    head: str
    phone: str = ""
    place: str = ""
    signers: tuple[str, ...] = ()
    code: str = ""
    email: str = ""
    is_key: bool = False
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff (or of an inspected unit) as the tablets of a site know them.

    ``code`` is the staff number; ``photo`` names a small square JPEG.
    """

    id: PersonId
    site: SiteId
    name: str
    roles: tuple[Role, ...]
    unit: UnitId | None = None
    cert_no: str = ""
    is_active: bool = True
    code: str = ""
    phone: str = ""
    photo: Sha256 | None = None
