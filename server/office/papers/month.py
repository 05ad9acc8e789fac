"""What the monthly fire-safety report of an estate says: rounds, hazards, indicators (hazards facts §8), with charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from server.charts import Chart, Series, across, bars
from server.office.form import read_day
from server.office.hazards.category import category_word
from server.office.papers.paper import Data, Desk, Paper, facts
from server.office.permission import Permission
from server.store.former import all_as_of
from server.store.hazard import RUNNING, HazardFilter, HazardRow, hazards
from server.store.numbers import (
    Group,
    Indicators,
    Share,
    Wanted,
    by_category,
    by_unit,
    closed_by_day,
    found_by_day,
    indicators,
)
from server.store.page import PageRequest
from server.store.rounds import RoundFilter, day_counts
from server.store.sqlday import midnight
from shared.errors import UnknownRecordError
from shared.ids import SiteId
from shared.model.hazard import Hazard, HazardState
from shared.model.place import Site, Unit
from shared.model.plan import TaskState

TITLE, SUB = "防火安全月报", "Monthly Fire-Safety Report"
_MOST_OPEN, _MOST_GROUPS, _AT_ONCE = 40, 12, 200
_DAY = timedelta(days=1)
_WIDTH = 620
Rounds = Counter[TaskState]


def compose(desk: Desk, record: str) -> Paper:
    """Compose a month's report; ``record`` is the site's id, a dot and the month (2026-11), one that has begun.

    Raises:
        UnknownRecordError: the site is not the reader's whole, or there is no such month.
        ForbiddenError: hazards or records are not for the reader's roles.
    """
    site, first, last = read_key(desk, record)
    for needed in (Permission.SEE_HAZARDS, Permission.SEE_INSPECTIONS):
        desk.who.must(needed, site)
    tx, viewer = desk.tx, desk.who.viewer
    zone = desk.who.formats.zone
    wanted = Wanted(site, first, last, zone)
    before = Wanted(site, (first - timedelta(days=1)).replace(day=1), first - timedelta(days=1), zone)
    now, then = indicators(tx, viewer, wanted), indicators(tx, viewer, before)
    rounds = _rounds(desk, wanted)
    every: Rounds = sum(rounds, Counter())
    ended = midnight(last + timedelta(days=1), zone)
    then_open = HazardFilter(site=site, open_at=ended)
    still = hazards(tx, viewer, then_open, PageRequest(1, _MOST_OPEN, "deadline_on"))
    passed = last if last == desk.who.formats.today else last + _DAY  # a deadline counts to the end of its day
    overdue = _overdue(desk, replace(then_open, deadline_before=passed), ended)
    desk.note("site", Site, site)
    was = desk.was(Site, site, ended)
    units = by_unit(tx, viewer, wanted)
    names = _units(desk, [*(one.key for one in units), *(row.hazard.unit for row in still.rows)], ended)
    number = f"{was.short_name if was else ''}防月〔{first.year}〕{first.month:02d}号"
    data: Data = {
        "title": TITLE,
        "sub": SUB,
        "number": number,
        "estate": desk.estate(site, ended),
        "facts": facts(
            ("报告月份", f"{first.year}年{first.month}月"),
            ("数据截至", desk.day(last)),
        ),
        "figures": _figures(every, now, still.total, overdue),
        "summary": _summary(every, now),
        "kpis": _kpis(now, then),
        "tables": [
            _weeks(desk, wanted, rounds),
            _groups(
                "四、本月新发现的隐患按类别（现状）",
                "类别",
                by_category(tx, viewer, wanted),
                lambda key, _name: category_word(desk.who.wording, key) if key else "未分类",
            ),
            _groups(
                "五、本月新发现的隐患按受检单位（现状）",
                "受检单位",
                units,
                lambda key, _name: names.get(key, "未定"),
            ),
        ],
        "open": [_open(desk, row, names, ended) for row in still.rows],
        "more": max(int(still.total) - len(still.rows), 0),
        "signs": [desk.sign("编制", None), desk.sign("消防安全管理人", None), desk.sign("消防安全责任人", None)],
    }
    return Paper("month", record, site, "month", TITLE, number, last, data, {}, ())


def read_key(desk: Desk, record: str) -> tuple[SiteId, date, date]:
    """Read a site and a month that has begun; the last day is today's in the running month.

    Raises:
        UnknownRecordError: it is none.
    """
    name, _, month = record.partition(".")
    first = read_day(f"{month}-01")
    site = SiteId(name)
    today = desk.who.formats.today
    if first is None or first > today or not desk.who.viewer.sees_all_of(site):
        raise UnknownRecordError(kind="month", id=record)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return site, first, min(last, today)


def _rounds(desk: Desk, wanted: Wanted) -> list[Rounds]:
    """Count closed rounds by week of the month: days 1 to 7, 8 to 14 and so on."""
    counts = day_counts(desk.tx, desk.who.viewer, RoundFilter(wanted.site, wanted.first, wanted.last))
    weeks: list[Rounds] = [Counter() for _ in range((wanted.last.day - 1) // 7 + 1)]
    for day, found in counts.items():
        weeks[(day.day - 1) // 7].update(found)
    return weeks


def _figures(rounds: Rounds, now: Indicators, still: int, overdue: int) -> list[Data]:
    due = sum(rounds.values()) - rounds[TaskState.WAIVED]
    made = rounds[TaskState.DONE] + rounds[TaskState.LATE]
    return [
        {"name": "应完成巡检（次）", "words": str(due)},
        {"name": "已完成（次）", "words": str(made)},
        {"name": "漏检（次）", "words": str(rounds[TaskState.MISSED])},
        {"name": "完成率", "words": _percent(Share(made, due))},
        {"name": "新发现隐患（项）", "words": str(now.found)},
        {"name": "销案（项，含当场改正）", "words": str(now.closed + now.on_spot)},
        {"name": "期末未销案（项）", "words": f"{still}"},
        {"name": "其中逾期（项）", "words": str(overdue)},
    ]


def _summary(rounds: Rounds, now: Indicators) -> str:
    due = sum(rounds.values()) - rounds[TaskState.WAIVED]
    made = rounds[TaskState.DONE] + rounds[TaskState.LATE]
    said = f"本月应完成巡检 {due} 次，完成 {made} 次（其中补录 {rounds[TaskState.LATE]} 次），漏检 {rounds[TaskState.MISSED]} 次"
    said += f"，免检 {rounds[TaskState.WAIVED]} 次。" if rounds[TaskState.WAIVED] else "。"
    said += f"新发现火险隐患 {now.found} 项，其中当场改正 {now.on_spot} 项；经复查确认销案 {now.closed} 项。"
    if now.mean_days is not None:
        said += f"销案隐患平均整改 {now.mean_days:.1f} 天。"
    return said


def _kpis(now: Indicators, then: Indicators) -> list[Data]:
    rows = (
        ("整改率", now.rectified, then.rectified, "本月到期隐患中已销案的 ÷ 本月到期的"),
        ("按期整改率", now.on_time, then.on_time, "按（延期后的）期限销案的 ÷ 本月到期的"),
        ("复查一次通过率", now.first_pass, then.first_pass, "首次复查合格的 ÷ 首次复查的"),
        ("复查率", now.coverage, then.coverage, "已复查的 ÷ 单位已回复的，目标 100%"),
        (
            "重复隐患率",
            now.recurrence,
            then.recurrence,
            "十二个月内同一设备同一项目（或同一用语）再次发现、或审核认定为同一隐患的 ÷ 全部",
        ),
    )
    found = [
        {"name": name, "now": _percent(one), "before": _percent(other), "formula": said}
        for name, one, other, said in rows
    ]
    days = {
        "name": "平均整改天数",
        "now": _days(now.mean_days),
        "before": _days(then.mean_days),
        "formula": "销案日期 − 签发日期的平均",
    }
    return [*found, days]


def _weeks(desk: Desk, wanted: Wanted, rounds: Sequence[Rounds]) -> Data:
    """Lay out rounds and hazards by week, with a chart of each."""
    found, ended = found_by_day(desk.tx, desk.who.viewer, wanted), closed_by_day(desk.tx, desk.who.viewer, wanted)
    labels = [f"{7 * at + 1}–{min(7 * at + 7, wanted.last.day)}日" for at in range(len(rounds))]
    new = [sum(n for day, n in found.items() if (day.day - 1) // 7 == at) for at in range(len(rounds))]
    closed = [sum(n for day, n in ended.items() if (day.day - 1) // 7 == at) for at in range(len(rounds))]
    states = (
        (TaskState.DONE, "按时完成", "ok"),
        (TaskState.LATE, "补录完成", "warn"),
        (TaskState.MISSED, "漏检", "bad"),
    )
    series = tuple(Series(name, tuple(week[state] for week in rounds), tone) for state, name, tone in states)
    has_rounds = any(sum(week.values()) for week in rounds)
    chart = bars(Chart("本月巡检完成情况", tuple(labels), series, unit="次", width=_WIDTH, height=190), is_stacked=True)
    rows = [
        [
            label,
            *(str(week[state]) for state, _, _ in states),
            str(week[TaskState.WAIVED]),
            str(new[at]),
            str(closed[at]),
        ]
        for at, (label, week) in enumerate(zip(labels, rounds, strict=True))
    ]
    return {
        "title": "三、巡检与隐患（按周）",
        "heads": ["日期", "按时完成", "补录完成", "漏检", "免检", "新发现隐患", "销案"],
        "rows": rows,
        "svg": chart if has_rounds else None,
    }


def _groups(title: str, head: str, groups: Sequence[Group], name_of: Callable[[str, str], str]) -> Data:
    shown = groups[:_MOST_GROUPS]
    names = [name_of(one.key, one.name) for one in shown]
    series = (
        Series("已销案", tuple(one.closed for one in shown), "ok"),
        Series("未销案", tuple(one.open for one in shown), "bad"),
    )
    chart = across(Chart(title, tuple(names), series, unit="项", width=_WIDTH)) if shown else None
    rows = [
        [name, *(str(n) for n in (one.found, one.closed, one.open, one.overdue))]
        for name, one in zip(names, shown, strict=True)
    ]
    return {
        "title": title,
        "heads": [head, "新发现", "已销案", "未销案", "逾期"],
        "rows": rows or [["本月没有新发现的隐患", "0", "0", "0", "0"]],
        "svg": chart,
    }


def _overdue(desk: Desk, late: HazardFilter, at: datetime) -> int:
    """Count those of ``late`` whose deadline still counted at that moment (hazards facts §4.1)."""
    total, page = 0, PageRequest(1, _AT_ONCE, "deadline_on")
    while True:
        found = hazards(desk.tx, desk.who.viewer, late, page)
        total += sum(_state_at(row.hazard, at).value in RUNNING for row in found.rows)
        if not found.after:
            return total
        page = PageRequest(page.number + 1, _AT_ONCE, "deadline_on", found.after)


def _state_at(one: Hazard, at: datetime) -> HazardState:
    """Say how a hazard stood at a moment."""
    steps = [step for step in one.steps if step.at < at]
    return steps[-1].after if steps else HazardState.DRAFT


def _open(desk: Desk, row: HazardRow, names: Mapping[str, str], at: datetime) -> list[str]:
    """Lay out a hazard as it stood at the end of the month."""
    return [
        row.no,
        row.description,
        names.get(row.hazard.unit or "", "未定"),
        str(row.deadline_on or ""),
        desk.who.wording.of(_state_at(row.hazard, at)),
    ]


def _units(desk: Desk, units: Iterable[str | None], at: datetime) -> dict[str, str]:
    """Name units as they were called at the end of the month."""
    found = all_as_of(desk.tx, Unit, [one for one in units if one], at)
    return {name: unit.name.zh for name, unit in found.items()}


def _percent(one: Share) -> str:
    return "—" if one.percent is None else f"{one.percent:.1f}%".replace(".0%", "%")


def _days(value: float | None) -> str:
    return "—" if value is None else f"{value:.1f}"
