"""The demo's schedule: the manual's rules SCH-01, 05, 06, 07 and the regulation rows that apply to this estate.

The rules have been running for the month of history. The surprise inspection SCH-02 is none of them: it is drawn
(``desk``), and its rule is written on its day.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from server.demo_estate.ident import ident
from server.demo_estate.people import person
from server.demo_estate.place import SITE, point, unit
from shared.ids import PersonId, RuleId, TemplateId
from shared.model.place import Role, Text
from shared.model.plan import Period, Recurrence, Rule, WorkdayRule

HISTORY_DAYS = 30
_DAY = timedelta(days=1)


def rules(today: date) -> tuple[Rule, ...]:
    """List the rules, the daily ones first."""
    start = today - HISTORY_DAYS * _DAY
    return (
        *_machine_rooms(start),
        *_patrols(start),
        *_monthly(start.replace(day=1)),
        *_company(today),
    )


def rule_id(code: str, where: str = "") -> RuleId:
    """Return the id of a rule by its code and the number of its point."""
    return RuleId(ident("rule", code, where))


def _keepers() -> tuple[PersonId, ...]:
    return (person("keeper"),)


def _machine_rooms(start: date) -> list[Rule]:
    found = []
    for where, zh, en in (("LS-A1-JF01", "1 号楼", "building 1"), ("LS-A2-JF01", "2 号楼", "building 2")):
        found.append(
            Rule(
                rule_id("SCH-05", where),
                SITE,
                "SCH-05",
                Text(f"{zh}机房每日巡视（含室温、制动间隙）", f"Daily machine-room round, {en}"),
                TemplateId("lmr-d"),
                Recurrence.DAILY,
                start,
                point=point(where),
                opens_at=time(7),
                due_at=time(18),
                performer_role=Role.MAINTENANCE_KEEPER,
                performers=_keepers(),
                source="手册 5.30.2、5.30.5、5.30.6（SCH-05、SCH-07）",
            )
        )
        found.append(
            Rule(
                rule_id("SCH-06", where),
                SITE,
                "SCH-06",
                Text(f"{zh}限速器每周加油、清钳口", f"Weekly governor oiling, {en}"),
                TemplateId("lmr-w"),
                Recurrence.SINCE_LAST,
                start,
                point=point(where),
                every_days=7,
                opens_at=time(7),
                due_at=time(18),
                performer_role=Role.LIFT_CONTRACTOR,
                performers=(person("liftservice"), person("keeper")),
                source="手册 5.30.4（SCH-06）",
            )
        )
    return found


# point, Chinese, English, code, who walks it
_PATROLS = (
    ("LS-A1-DT01", "1 号楼每日防火巡查", "Daily fire patrol, building 1", "REG-01", "patrol"),
    ("LS-A2-DT01", "2 号楼每日防火巡查", "Daily fire patrol, building 2", "REG-01", "patrol"),
    ("LS-A3-DT01", "3 号楼每日防火巡查", "Daily fire patrol, building 3", "REG-01", "patrol"),
    ("LS-B1-CK01", "地下车库每日防火巡查", "Daily fire patrol, garage", "REG-01", "patrol"),
    ("LS-S1-ZL01", "沿街商铺每日防火巡查", "Daily fire patrol, shops", "REG-01", "patrol"),
    ("LS-W-DP01", "电动自行车棚日间巡查", "Day patrol, e-bike shed", "REG-18", "patrol"),
)


def _patrols(start: date) -> list[Rule]:
    return [
        Rule(
            rule_id(code, where),
            SITE,
            code,
            Text(zh, en),
            TemplateId("fire-patrol"),
            Recurrence.DAILY,
            start,
            point=point(where),
            opens_at=time(8),
            due_at=time(20),
            performer_role=Role.PATROLLER,
            performers=(person(who),),
            source="5号令§34；61号令§25（REG-01）" if code == "REG-01" else "电动自行车停放充电场所管理惯例（REG-18）",
            route=Text("每日防火巡查路线", "Daily fire patrol"),
            stop=stop,
        )
        for stop, (where, zh, en, code, who) in enumerate(_PATROLS, start=1)
    ]


def _monthly(first: date) -> list[Rule]:
    extinguishers = (
        ("LS-A1-MH01", Period.MONTH, "1 号楼灭火器每月检查", "Monthly extinguisher check, building 1"),
        ("LS-A2-MH01", Period.MONTH, "2 号楼灭火器每月检查", "Monthly extinguisher check, building 2"),
        ("LS-B1-MH01", Period.HALF_MONTH, "地下车库东区灭火器半月检查", "Half-monthly extinguisher check, garage east"),
        ("LS-B1-MH02", Period.HALF_MONTH, "地下车库西区灭火器半月检查", "Half-monthly extinguisher check, garage west"),
    )
    return [
        _periodic("REG-03", "", "每月防火检查", "Monthly fire inspection", "fire-monthly", Period.MONTH, first, "lead", "5号令§35；61号令§26（REG-03）"),
        *(
            _periodic("REG-08", where, zh, en, "extinguisher", period, first, "patrol", "GB 50444 5.2.1～2（REG-08）")
            for where, period, zh, en in extinguishers
        ),
        _periodic("REG-09", "LS-B1-BF01", "消防水泵房每周检查", "Weekly fire pump check", "pump", Period.WEEK, first, "keeper", "设施维护惯例（REG-09）"),
        _periodic("REG-07", "LS-F1-KZ01", "消防设施每周巡查", "Weekly facility patrol", "facility-patrol", Period.WEEK, first, "control", "设施巡查惯例（REG-07）"),
    ]  # fmt: skip


def _periodic(  # noqa: PLR0913, PLR0917 - a row of the table above; a dataclass would only repeat Rule
    code: str, where: str, zh: str, en: str, template: str, period: Period, first: date, who: str, source: str
) -> Rule:
    return Rule(
        rule_id(code, where),
        SITE,
        code,
        Text(zh, en),
        TemplateId(template),
        Recurrence.PER_PERIOD,
        first,
        point=point(where) if where else None,
        unit=None if where else unit("engineering"),
        period=period,
        opens_at=time(8),
        due_at=time(18),
        workdays=WorkdayRule.LAST_BEFORE if period is Period.MONTH and not where else WorkdayRule.AS_IS,
        performers=(person(who),),
        source=source,
    )


def _company(today: date) -> list[Rule]:
    return [
        Rule(
            rule_id("SCH-01"),
            SITE,
            "SCH-01",
            Text("公司定期防火安全检查（每年两次）", "Company fire inspection, twice a year"),
            TemplateId("fire-periodic"),
            Recurrence.PER_PERIOD,
            date(today.year, 1 if today.month <= 6 else 7, 1),
            unit=unit("engineering"),
            times=2,
            period=Period.YEAR,
            min_gap_months=4,
            opens_at=time(8),
            due_at=time(18),
            performer_role=Role.QUALITY_DEPT,
            performers=(person("quality"),),
            source="手册 5.29.1a（SCH-01）",
        ),
    ]
