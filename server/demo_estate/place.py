"""Where the demo happens: one site, six buildings, its points with tags, equipment with its own data, and units."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from server.demo_estate.ident import ident
from shared.ids import AssetId, BuildingId, PointId, SiteId, UnitId
from shared.model.place import Asset, AssetKind, Building, Point, PointKind, Site, Text, Unit

SITE = SiteId(ident("site"))


def site() -> Site:
    """Return 龙山国际."""
    return Site(SITE, Text("龙山国际", "Longshan International"), "龙", "杭州市龙山路 88 号", "Asia/Shanghai")


_BUILDINGS = (
    ("A1", "1 号楼", "Building 1", "highrise_residential", 84.0, 28, 2),
    ("A2", "2 号楼", "Building 2", "highrise_residential", 78.0, 26, 2),
    ("A3", "3 号楼", "Building 3", "multistorey_residential", 18.0, 6, 0),
    ("B1", "地下车库", "Basement garage", "garage", None, None, 2),
    ("S1", "沿街商铺", "Shops", "commercial", 9.0, 2, 0),
    ("F1", "物业服务中心", "Service centre", "office", 11.0, 3, 0),
)
_TOWER = ("alarm", "sprinkler", "hydrant", "shutter", "smoke", "lift")
_SYSTEMS = {
    "A1": _TOWER,
    "A2": _TOWER,
    "A3": ("hydrant",),
    "B1": ("alarm", "sprinkler", "hydrant", "shutter", "smoke"),
    "S1": ("alarm", "sprinkler", "hydrant", "catering"),
    "F1": ("alarm", "hydrant", "control_room"),
}


def building(code: str) -> BuildingId:
    """Return the id of a building by its code, such as ``A1``."""
    return BuildingId(ident("building", code))


def buildings() -> tuple[Building, ...]:
    """List the buildings."""
    return tuple(
        Building(building(code), SITE, Text(zh, en), kind, height, floors, basements, systems=_SYSTEMS[code])
        for code, zh, en, kind, height, floors, basements in _BUILDINGS
    )


_K = PointKind
# number, building, kind, floor, key area, Chinese, English
_POINTS = (
    ("LS-A1-JF01", "A1", _K.MACHINE_ROOM, "RF", True, "1 号楼电梯机房", "Lift machine room 1"),
    ("LS-A2-JF01", "A2", _K.MACHINE_ROOM, "RF", True, "2 号楼电梯机房", "Lift machine room 2"),
    ("LS-B1-BF01", "B1", _K.PUMP_ROOM, "B1", True, "消防水泵房", "Fire pump room"),
    ("LS-F1-KZ01", "F1", _K.CONTROL_ROOM, "1F", True, "消防控制室", "Fire control room"),
    ("LS-A1-SX01", "A1", _K.ROOF_TANK, "RF", True, "1 号楼高位消防水箱间", "Roof tank, building 1"),
    ("LS-A2-SX01", "A2", _K.ROOF_TANK, "RF", False, "2 号楼高位消防水箱间", "Roof tank, building 2"),
    ("LS-A1-LT01", "A1", _K.STAIRWELL, "1–28F", False, "1 号楼东楼梯间", "East stairs, building 1"),
    ("LS-A1-LT02", "A1", _K.STAIRWELL, "1–28F", False, "1 号楼西楼梯间", "West stairs, building 1"),
    ("LS-A2-LT01", "A2", _K.STAIRWELL, "1–26F", False, "2 号楼东楼梯间", "East stairs, building 2"),
    ("LS-A2-LT02", "A2", _K.STAIRWELL, "1–26F", False, "2 号楼西楼梯间", "West stairs, building 2"),
    ("LS-A3-LT01", "A3", _K.STAIRWELL, "1–6F", False, "3 号楼楼梯间", "Stairs, building 3"),
    ("LS-A1-DT01", "A1", _K.LOBBY, "1F", False, "1 号楼大堂", "Lobby, building 1"),
    ("LS-A2-DT01", "A2", _K.LOBBY, "1F", False, "2 号楼大堂", "Lobby, building 2"),
    ("LS-A3-DT01", "A3", _K.LOBBY, "1F", False, "3 号楼门厅", "Entrance, building 3"),
    ("LS-A1-ZL15", "A1", _K.CORRIDOR, "15F", False, "1 号楼 15 层走道", "Corridor 15F, building 1"),
    ("LS-A2-ZL12", "A2", _K.CORRIDOR, "12F", False, "2 号楼 12 层走道", "Corridor 12F, building 2"),
    ("LS-B1-CK01", "B1", _K.GARAGE, "B1", False, "地下车库东区", "Garage, east"),
    ("LS-B1-CK02", "B1", _K.GARAGE, "B1", False, "地下车库西区", "Garage, west"),
    ("LS-B2-CK01", "B1", _K.GARAGE, "B2", False, "地下二层车库", "Garage, level 2"),
    ("LS-B1-PD01", "B1", _K.POWER_ROOM, "B1", True, "变配电室", "Substation"),
    ("LS-B1-FD01", "B1", _K.POWER_ROOM, "B1", True, "柴油发电机房", "Generator room"),
    ("LS-B1-FJ01", "B1", _K.OTHER, "B1", False, "排烟风机房", "Smoke-extract fan room"),
    ("LS-W-CD01", "", _K.FIRE_LANE, "室外", False, "东门消防车道", "Fire lane, east gate"),
    ("LS-W-CD02", "", _K.FIRE_LANE, "室外", False, "2 号楼北侧登高操作场地", "Ladder site north of building 2"),
    ("LS-W-DP01", "", _K.EBIKE_SHED, "室外", True, "电动自行车棚", "E-bike shed"),
    ("LS-A1-MH01", "A1", _K.EXTINGUISHER_SET, "1F", False, "1 号楼一层灭火器点", "Extinguishers 1F, building 1"),
    ("LS-A2-MH01", "A2", _K.EXTINGUISHER_SET, "1F", False, "2 号楼一层灭火器点", "Extinguishers 1F, building 2"),
    ("LS-B1-MH01", "B1", _K.EXTINGUISHER_SET, "B1", False, "地下车库东区灭火器点", "Extinguishers, garage east"),
    ("LS-B1-MH02", "B1", _K.EXTINGUISHER_SET, "B1", False, "地下车库西区灭火器点", "Extinguishers, garage west"),
    ("LS-S1-ZL01", "S1", _K.CORRIDOR, "1F", False, "沿街商铺后走道", "Rear corridor of the shops"),
    ("LS-F1-BG01", "F1", _K.OFFICE, "2F", False, "物业服务中心办公区", "Offices"),
    ("LS-F1-ST01", "F1", _K.OTHER, "1F", False, "员工食堂", "Staff canteen"),
)


def point(number: str) -> PointId:
    """Return the id of a point by the number on its tag."""
    return PointId(ident("point", number))


def points() -> tuple[Point, ...]:
    """List the points; a tag holds the number that is printed below it."""
    return tuple(
        Point(
            point(number),
            SITE,
            building(code) if code else None,
            Text(zh, en),
            number,
            kind,
            floor,
            tag=number,
            is_key_area=is_key,
        )
        for number, code, kind, floor, is_key, zh, en in _POINTS
    )


def asset(number: str) -> AssetId:
    """Return the id of a piece of equipment by its number."""
    return AssetId(ident("asset", number))


Data = Mapping[str, str | float | int | bool | None]


def _lift(number: str, room: str, zh: str, today: date, data: Data) -> Asset:
    year = today.year
    common: dict[str, str | float | int | bool | None] = {
        "type": "曳引驱动乘客电梯",
        "load_kg": 1000,
        "has_machine_room": True,
        "lining_min": 3.0,
        "voltage_min": 353.4,
        "voltage_max": 406.6,
        "in_service_on": f"{year - 8}-06-18",
        "governor_installed": f"{year - 8}-05-20",
        "governor_verified_on": f"{year - 1}-06-02",
        "contractor": "通力达电梯工程有限公司",
        "contractor_phone": "0571-8600 1234（24 小时）",
    }
    name = Text(zh, f"Lift {number[-1]}")
    return Asset(asset(number), SITE, point(room), AssetKind.LIFT, name, number, {**common, **data})


def _lifts(today: date) -> tuple[Asset, ...]:
    geared: Data = {"geared": True, "drive": "蜗轮蜗杆曳引机", "gear_oil_temp_max": 85.0, "bearing_temp_max": 95.0}
    gearless: Data = {"geared": False, "drive": "永磁同步无齿曳引机", "bearing_temp_max": 95.0}
    next_year = today.year + 1
    return (
        _lift("DT-01", "LS-A1-JF01", "1 号梯（1 号楼客梯）", today, {
            **geared, "speed": 1.75, "stops": "30 层 30 站 30 门", "brake_gap_min": 0.2, "brake_gap_max": 0.5,
            "reg_no": "梯11浙A00321(18)", "device_code": "3110 3301 0820 18 0321", "internal_no": "1#",
            "next_inspection_on": f"{next_year}-06-10",
        }),
        _lift("DT-02", "LS-A1-JF01", "2 号梯（1 号楼消防电梯）", today, {
            **geared, "speed": 1.75, "stops": "30 层 30 站 30 门", "brake_gap_min": 0.2, "brake_gap_max": 0.6,
            "reg_no": "梯11浙A00322(18)", "device_code": "3110 3301 0820 18 0322", "internal_no": "2#",
            "next_inspection_on": f"{next_year}-06-10",
        }),
        _lift("DT-03", "LS-A2-JF01", "3 号梯（2 号楼客梯）", today, {
            **gearless, "speed": 2.0, "stops": "28 层 28 站 28 门", "brake_gap_min": 0.15, "brake_gap_max": 0.35,
            "reg_no": "梯11浙A00323(18)", "device_code": "3110 3301 0820 18 0323", "internal_no": "3#",
            "next_inspection_on": f"{next_year}-09-20",
        }),
    )  # fmt: skip


_PUMP: Data = {
    "level_min": 2.4,
    "roof_level_min": 1.8,
    "jockey_start_min": 0.70,
    "jockey_start_max": 0.80,
    "jockey_stop_min": 0.85,
    "jockey_stop_max": 0.95,
    "vessel_pressure_min": 0.70,
    "vessel_pressure_max": 1.00,
    "flow_min": 40.0,
    "flow_pressure_min": 0.9,
    "power_kw": 75,
}
# number, point, where it hangs, kind, years since it was made
_EXTINGUISHERS = (
    ("MH-001", "LS-A1-JF01", "机房门内侧", "co2", 3),
    ("MH-002", "LS-A1-JF01", "控制柜旁", "co2", 3),
    ("MH-003", "LS-A2-JF01", "机房门内侧", "co2", 5),
    ("MH-004", "LS-A1-MH01", "一层箱内左", "abc", 2),
    ("MH-005", "LS-A1-MH01", "一层箱内右", "abc", 2),
    ("MH-006", "LS-A2-MH01", "一层箱内左", "abc", 4),
    ("MH-007", "LS-A2-MH01", "一层箱内右", "abc", 4),
    ("MH-008", "LS-B1-MH01", "车库东区 A 柱", "abc", 6),
    ("MH-009", "LS-B1-MH01", "车库东区 A 柱", "abc", 6),
    ("MH-010", "LS-B1-MH02", "车库西区 D 柱", "abc", 9),
    ("MH-011", "LS-B1-BF01", "泵房门旁", "abc", 3),
    ("MH-012", "LS-F1-KZ01", "控制室内", "co2", 2),
)
_EXTINGUISHER_TYPES = {"co2": ("二氧化碳 MT/3", "CO2 3 kg"), "abc": ("干粉 MFZ/ABC4", "ABC powder 4 kg")}


def _extinguisher(number: str, where: str, place: str, kind: str, age: int, today: date) -> Asset:
    zh, en = _EXTINGUISHER_TYPES[kind]
    data: Data = {"type": zh, "place": place, "made_on": f"{today.year - age}-03-15"}
    kept = {**data, "mass_min": 7.2} if kind == "co2" else dict(data)
    name = Text(f"{zh} {number}", f"{en} {number}")
    return Asset(asset(number), SITE, point(where), AssetKind.EXTINGUISHER, name, number, kept)


def assets(today: date) -> tuple[Asset, ...]:
    """List the equipment; dates of manufacture and inspection lie around ``today``."""
    pump_room, control_room = point("LS-B1-BF01"), point("LS-F1-KZ01")
    return (
        *_lifts(today),
        Asset(asset("XB-01"), SITE, pump_room, AssetKind.FIRE_PUMP, Text("1 号消火栓泵（主）", "Hydrant pump 1, main"), "XB-01", dict(_PUMP)),
        Asset(asset("XB-02"), SITE, pump_room, AssetKind.FIRE_PUMP, Text("2 号消火栓泵（备）", "Hydrant pump 2, standby"), "XB-02", dict(_PUMP)),
        Asset(asset("BJ-01"), SITE, control_room, AssetKind.ALARM_PANEL, Text("火灾报警控制器", "Fire alarm panel"), "BJ-01", {"loops": 8, "points": 1124}),
        Asset(asset("XHS-15"), SITE, point("LS-A1-ZL15"), AssetKind.HYDRANT, Text("15 层消火栓", "Hydrant 15F"), "XHS-15"),
        Asset(asset("XHS-12"), SITE, point("LS-A2-ZL12"), AssetKind.HYDRANT, Text("12 层消火栓", "Hydrant 12F"), "XHS-12"),
        *(_extinguisher(number, where, place, kind, age, today) for number, where, place, kind, age in _EXTINGUISHERS),
    )  # fmt: skip


# key, Chinese, English, kind, head, phone, place, who may sign
_UNITS = (
    ("engineering", "工程维修部", "Engineering department", "internal", "刘海", "8001", "物业服务中心 1 层", ("刘海", "陈大勇")),
    ("security", "秩序维护部（保安部）", "Security department", "internal", "许峰", "8002", "东门岗亭", ("许峰", "冯刚")),
    ("canteen", "员工食堂", "Staff canteen", "internal", "蒋师傅", "8006", "物业服务中心 1 层", ("蒋师傅",)),
    ("machine_rooms", "机房责任岗", "Machine-room post", "post", "王建国", "8011", "1、2 号楼机房", ("王建国",)),
    ("store", "龙山便利店", "Longshan corner shop", "shop", "严丽", "138 0571 2201", "沿街商铺 3 号", ("严丽",)),
    ("restaurant", "川味小馆", "Sichuan kitchen", "shop", "雷鸣", "138 0571 2217", "沿街商铺 7 号", ("雷鸣",)),
    ("renovation", "恒居装饰（2-1503 室装修）", "Hengju Interiors (flat 2-1503)", "renovation", "魏强", "139 0571 6630", "2 号楼 1503 室", ("魏强",)),
    ("lift_contractor", "通力达电梯工程有限公司", "Tonglida Lifts", "contractor", "张弛", "0571-8600 1234", "维保驻点", ("张弛",)),
    ("household_1203", "2 号楼 1203 室业主", "Owner of flat 2-1203", "household", "汪先生", "137 0571 9042", "2 号楼 1203 室", ("汪先生",)),
)  # fmt: skip


def unit(key: str) -> UnitId:
    """Return the id of an inspected unit by its key, such as ``engineering``."""
    return UnitId(ident("unit", key))


def units() -> tuple[Unit, ...]:
    """List the inspected units."""
    return tuple(
        Unit(unit(key), SITE, Text(zh, en), kind, head, phone, place, signers)
        for key, zh, en, kind, head, phone, place, signers in _UNITS
    )
