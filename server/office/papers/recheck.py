"""What a 复查记录 says (hazards facts §3.5): one round of rechecks of a notice, line by line."""

from __future__ import annotations

from server.office.papers.notice import lines_of
from server.office.papers.paper import Data, Desk, Paper, facts, joined
from server.office.permission import Permission
from server.store.hazard import rechecks_of
from server.store.notice import hazards_of, notice_for
from shared.errors import UnknownRecordError
from shared.ids import NoticeId
from shared.model.hazard import Hazard, HazardEvent, HazardState, Notice, Recheck, RecheckResult
from shared.model.place import Unit
from shared.notice import UNIT_PRESENT

TITLE, SUB = "火险隐患整改复查记录", "Record of Recheck"


def compose(desk: Desk, record: str) -> Paper:
    """Compose a round of rechecks; ``record`` is the notice's id and the round, with a dot between.

    Raises:
        UnknownRecordError: there is no such notice that the reader may see, or it was not rechecked in that round.
        ForbiddenError: notices are not for the reader's roles.
    """
    tx = desk.tx
    name, _, number = record.partition(".")
    notice = notice_for(tx, desk.who.viewer, NoticeId(name))
    desk.who.must(Permission.SEE_NOTICES, notice.site)
    desk.note("notice", Notice, notice.id)
    hazards = hazards_of(tx, notice)
    made = {
        hazard.id: one
        for hazard in hazards
        for one in rechecks_of(tx, hazard.id)
        if str(one.round) == number and one.notice in (None, notice.id)
    }
    if not made:
        raise UnknownRecordError(kind="recheck", id=record)
    for one in made.values():
        desk.note("recheck", Recheck, one.id)
    lines = lines_of(notice, hazards)
    first = next(iter(made.values()))
    people = dict.fromkeys(one.rechecked_by_name for one in made.values())
    latest = max(one.at.wall for one in made.values())
    unit = desk.was(Unit, notice.unit, latest)
    items = [
        _item(desk, line, hazard, made[hazard.id])
        for line, hazard in zip(lines, hazards, strict=False)
        if hazard.id in made
    ]
    data: Data = {
        "title": TITLE,
        "sub": SUB,
        "number": first.no or f"{notice.no}（第 {number} 次复查）",
        "estate": desk.estate(notice.site, latest),
        "facts": facts(
            ("受检单位", unit.name.zh if unit else ""),
            ("通知书编号", notice.no),
            ("复查日期", desk.day_of(latest)),
            ("第几次复查", f"第 {number} 次"),
            ("复查方式", desk.who.wording.first(f"hazards.mode_{first.mode}", "hazards.mode_on_site")),
            ("复查人员", "、".join(people)),
        ),
        "items": items,
        "signs": _signs(desk, list(made.values())),
        "closing": _closing(desk, [hazard for hazard in hazards if hazard.id in made]),
        "photos": desk.photos(
            (f"{at}. 复查", photo)
            for at, hazard in enumerate(hazards, 1)
            if hazard.id in made
            for photo in made[hazard.id].photos
        ),
    }
    on = desk.who.formats.local(latest).date()
    return Paper("recheck", record, notice.site, "recheck", TITLE, data["number"], on, data, desk.pictures, desk.basis)


def _item(desk: Desk, line: Data, hazard: Hazard, one: Recheck) -> Data:
    measured = f"实测值：{one.measured}" if one.measured else ""
    return line | {
        "result": desk.who.wording.of(one.result),
        "note": joined([one.note, measured]),
        "next": _next(desk, hazard, one),
    }


def _next(desk: Desk, hazard: Hazard, one: Recheck) -> str:
    """Say what follows from the result (hazards facts §3.5, 处理意见)."""
    if one.result is RecheckResult.PASSED:
        return "同意销案，报消防安全责任人（管理人）确认"
    if one.new_deadline_on is not None:
        return f"再次限期整改，于{desk.day(one.new_deadline_on)}前完成"
    raised = any(step.event is HazardEvent.ESCALATE and step.at >= one.at.wall for step in hazard.steps)
    return "升级上报" if raised else "继续整改，另行通知期限"


def _signs(desk: Desk, made: list[Recheck]) -> list[Data]:
    """List the rechecker and the unit, as they signed at the first record of the round that has signatures."""
    signed = next((one for one in made if one.signatures), made[0])
    ours = next((one for one in signed.signatures if one.signer != UNIT_PRESENT), None)
    theirs = next((one for one in signed.signatures if one.signer == UNIT_PRESENT), None)
    return [
        desk.sign("复查人", ours, name=signed.rechecked_by_name, day=desk.day_of(signed.at.wall)),
        desk.sign("受检单位负责人", theirs),
    ]


def _closing(desk: Desk, hazards: list[Hazard]) -> Data | None:
    """Return who signed off, once all lines that were rechecked are closed."""
    steps = [step for one in hazards for step in one.steps if step.event is HazardEvent.SIGN_OFF]
    if not hazards or any(one.state is not HazardState.CLOSED for one in hazards) or not steps:
        return None
    last = max(steps, key=lambda step: step.at)
    return desk.sign("确认人", None, name=last.by_name, day=desk.day_of(last.at), note="已销案")
