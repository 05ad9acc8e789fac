"""Who works in the demo: somebody in every role that uses the system, and how they sign in to the office."""

from __future__ import annotations

from dataclasses import dataclass

from server.demo_estate.ident import ident
from server.demo_estate.place import SITE, unit
from shared.ids import PersonId
from shared.model.place import Person, Role


@dataclass(frozen=True, slots=True)
class Login:
    """A way to sign in: the login name, whose it is and what that person does there."""

    name: str
    person: PersonId
    person_name: str
    roles: tuple[Role, ...]
    duty: str


PASSWORD = "longshan-2026"
"""Of everybody in the demo; ``make demo`` prints it. No server but the demo's ever has these accounts."""
_R = Role
# login, name, unit, certificate, what they do in the demo, roles
_PEOPLE: tuple[tuple[str, str, str, str, str, tuple[Role, ...]], ...] = (
    ("admin", "孙涛", "", "", "系统管理员：平板、人员、模板", (_R.ADMINISTRATOR,)),
    ("principal", "赵国强", "", "", "消防第一责任人：突击检查、重大隐患、销案签字", (_R.FIRE_PRINCIPAL,)),
    ("manager", "钱立新", "", "", "项目经理（管理中心主任）：看全局、签字", (_R.MANAGER, _R.CENTRE_DIRECTOR)),
    ("firemanager", "吴敏", "", "消安管 3301-0457", "消防安全管理人：日常消防管理、销案签字", (_R.FIRE_MANAGER,)),
    ("quality", "周慧", "", "", "质检部：审核记录、定期检查", (_R.QUALITY_DEPT,)),
    ("lead", "李志明", "", "消检 2021-118", "检查负责人：确认隐患、签发整改通知书、组织复查", (_R.LEAD_INSPECTOR, _R.INSPECTOR)),
    ("inspector", "郑晓东", "", "消检 2022-064", "检查人员：检查、复查", (_R.INSPECTOR,)),
    ("keeper", "王建国", "", "T3301 18 0532", "机房责任岗：每日机房巡视", (_R.MAINTENANCE_KEEPER, _R.INSPECTOR)),
    ("patrol", "冯刚", "", "", "保安巡查员：每日防火巡查", (_R.PATROLLER,)),
    ("control", "陈永福", "", "消设 3301-2203", "消防控制室值班员", (_R.CONTROL_ROOM_OPERATOR,)),
    ("control2", "褚卫", "", "消设 3301-2207", "消防控制室值班员", (_R.CONTROL_ROOM_OPERATOR,)),
    ("engineering", "刘海", "engineering", "", "工程维修部主管：签收通知书、回复整改", (_R.ENGINEERING_DEPT, _R.INSPECTED_UNIT, _R.DEPT_HEAD)),
    ("repair", "陈大勇", "engineering", "T3301 19 0871", "维修工：整改施工", (_R.REPAIR_WORKER,)),
    ("security", "许峰", "security", "", "保安部主管：签收通知书、回复整改", (_R.DEPT_HEAD, _R.INSPECTED_UNIT)),
    ("affairs", "韩雪", "", "", "管理中心事务室", (_R.AFFAIRS_OFFICE,)),
    ("assistant", "杨柳", "", "", "事务助理：回访", (_R.AFFAIRS_ASSISTANT,)),
    ("frontdesk", "朱琳", "", "", "前台：接待、投诉、机房出入登记", (_R.FRONT_DESK,)),
    ("service", "秦芳", "", "", "客户服务部：服务规范检查", (_R.SERVICE_DEPT,)),
    ("liftdirector", "何伟", "", "电梯总监 3301-031", "电梯安全总监：周排查、月调度", (_R.LIFT_SAFETY_DIRECTOR,)),
    ("liftofficer", "吕明", "", "电梯安全员 3301-112", "电梯安全员：日管控", (_R.LIFT_SAFETY_OFFICER,)),
    ("liftservice", "张弛", "lift_contractor", "T3301 16 0119", "电梯维保单位：限速器保养", (_R.LIFT_CONTRACTOR,)),
    ("fireservice", "孔亮", "", "消设 3301-0912", "消防维保单位：功能测试", (_R.FIRE_CONTRACTOR,)),
    ("committee", "曹阳", "", "", "业主委员会：知情、协调", (_R.OWNERS_COMMITTEE,)),
    ("shop", "严丽", "store", "", "龙山便利店店长：签收、回复", (_R.INSPECTED_UNIT,)),
    ("renovation", "魏强", "renovation", "", "装修施工负责人：签收、回复", (_R.INSPECTED_UNIT,)),
)  # fmt: skip


def person(login: str) -> PersonId:
    """Return the id of a person by the login name."""
    return PersonId(ident("person", login))


def people() -> tuple[Person, ...]:
    """List everybody."""
    return tuple(
        Person(person(login), SITE, name, roles, unit(where) if where else None, cert)
        for login, name, where, cert, _, roles in _PEOPLE
    )


def logins() -> tuple[Login, ...]:
    """List the login names; the demo prints them."""
    return tuple(Login(login, person(login), name, roles, duty) for login, name, _, _, duty, roles in _PEOPLE)
