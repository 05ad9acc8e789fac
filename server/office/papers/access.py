"""What the 机房出入登记表 of one room and period says (lift machine-room facts §6, manual 5.30.1)."""

from __future__ import annotations

from datetime import date, timedelta

from server.office.excel import pages_of
from server.office.form import read_day
from server.office.papers.paper import Data, Desk, Paper, facts, joined
from server.office.permission import Permission
from server.store.access import AccessFilter, AccessRow, accesses
from server.store.sqlday import midnight
from shared.errors import UnknownRecordError
from shared.ids import PointId
from shared.model.access import Access
from shared.model.place import Point

TITLE, SUB = "电梯机房出入登记表", "Machine Room Access Log"
MOST_DAYS = 366
_MOST = 5_000
"""Entries of one paper: a year of a room that is entered a dozen times a day. More is said on the paper."""


def compose(desk: Desk, record: str) -> Paper:
    """Compose the log of a room; ``record`` is the room's id, the first and the last day, with dots between.

    Raises:
        UnknownRecordError: there is no such room that the reader may see, or the days are none.
        ForbiddenError: the log is not for the reader's roles.
    """
    name, first, last = read_key(record)
    room = desk.tx.get(Point, name)
    desk.who.viewer.check(room.site)
    desk.who.must(Permission.SEE_ACCESS, room.site)
    desk.note("point", Point, room.id)
    zone = desk.who.formats.zone
    ended = midnight(last + timedelta(days=1), zone)
    was = desk.was(Point, room.id, ended) or room
    wanted = AccessFilter(
        site=room.site,
        point=room.id,
        entered_from=midnight(first, zone),
        entered_before=ended,
    )
    rows = list(pages_of(lambda page: accesses(desk.tx, desk.who.viewer, wanted, page), "entered_at", _MOST + 1))
    is_cut = len(rows) > _MOST
    rows = rows[:_MOST]
    for row in rows:
        desk.note("access", Access, row.access.id)
    number = f"{was.number}-{first:%Y%m%d}-{last:%Y%m%d}"
    data: Data = {
        "title": TITLE,
        "sub": SUB,
        "number": number,
        "estate": desk.estate(room.site, ended),
        "facts": facts(
            ("机房", f"{was.name.zh}（{was.number}）"),
            ("登记期间", f"{desk.day(first)} 至 {desk.day(last)}"),
            ("说明", f"本期登记超过 {_MOST} 条，本表只列出前 {_MOST} 条，其余请分期打印。" if is_cut else "", True),
            ("规定", "手册 5.30.1：除维修、管理人员外，其他人员未经允许严禁入内。", True),
        ),
        "rows": [_row(desk, at, row) for at, row in enumerate(rows, 1)],
        "signs": [desk.sign("登记管理人", None), desk.sign("主管确认", None)],
    }
    return Paper("access", record, room.site, "access", TITLE, number, last, data, {}, desk.basis)


def read_key(record: str) -> tuple[PointId, date, date]:
    """Read a room and two days.

    Raises:
        UnknownRecordError: it is none, or a period of more than a year.
    """
    name, _, days = record.partition(".")
    begun, _, ended = days.partition(".")
    first, last = read_day(begun), read_day(ended)
    if first is None or last is None or not timedelta(0) <= last - first < timedelta(days=MOST_DAYS):
        raise UnknownRecordError(kind="access", id=record)
    return PointId(name), first, last


def _row(desk: Desk, number: int, row: AccessRow) -> list[str]:
    one = row.access
    leaving = one.leaving
    key = (
        joined([f"钥匙 {one.key_no}", ("已还" if leaving.is_key_back else "未还") if leaving else ""], " ")
        if one.key_no
        else ""
    )
    out = f"携出：{leaving.items}" if leaving and leaving.items else ""
    return [
        str(number),
        desk.moment(row.entered_at),
        f"未准进入：{one.refusal}" if one.refusal else desk.moment(row.left_at) or "未登记离开",
        one.name,
        joined([one.org, desk.who.wording.of(one.category)], "，"),
        joined([one.cert_no, one.phone], "，"),
        one.purpose,
        one.approved_by,
        one.escort,
        joined([key, f"携入：{one.items}" if one.items else "", out]),
        leaving.state if leaving else "",
    ]
