"""What a 整改回执 says (hazards facts §3.3): the unit's last reply to each line of a notice, or empty lines to be filled in."""

from __future__ import annotations

from collections.abc import Mapping

from server.office.papers.notice import lines_of
from server.office.papers.paper import Data, Desk, Paper, facts
from server.office.permission import Permission
from server.store.hazard import replies_of
from server.store.notice import hazards_of, notice_for
from shared.ids import HazardId, NoticeId
from shared.model.hazard import Hazard, Notice, Reply
from shared.model.inspection import Photo
from shared.model.place import Unit

TITLE, SUB = "火险隐患整改回执", "Reply on Rectification"


def compose(desk: Desk, record: str) -> Paper:
    """Compose the reply to a notice.

    Raises:
        UnknownRecordError: there is no such notice that the reader may see.
        ForbiddenError: notices are not for the reader's roles.
    """
    tx = desk.tx
    notice = notice_for(tx, desk.who.viewer, NoticeId(record))
    desk.who.must(Permission.SEE_NOTICES, notice.site)
    desk.note("notice", Notice, notice.id)
    hazards = hazards_of(tx, notice)
    lines = lines_of(notice, hazards)
    last: dict[HazardId, Reply | None] = {
        hazard.id: next(reversed(replies_of(tx, hazard.id)), None) for hazard in hazards
    }
    for reply in last.values():
        if reply is not None:
            desk.note("reply", Reply, reply.id)
    unit = desk.was(Unit, notice.unit, notice.issued_at)
    signers = dict.fromkeys(reply.signed_by for reply in last.values() if reply is not None and reply.signed_by)
    answered_at = max((reply.submitted_at for reply in last.values() if reply is not None), default=None)
    data: Data = {
        "title": TITLE,
        "sub": SUB,
        "number": notice.no,
        "estate": desk.estate(notice.site, notice.issued_at),
        "facts": facts(
            ("受检单位", unit.name.zh if unit else ""),
            ("通知书编号", notice.no),
            ("签发日期", desk.day_of(notice.issued_at)),
            ("整改期限", desk.day(notice.deadline_on)),
        ),
        "items": [_item(desk, line, last.get(hazard.id)) for line, hazard in zip(lines, hazards, strict=False)],
        "head": desk.sign("单位负责人", None, name="、".join(signers), day=desk.day_of(answered_at)),
        "taken": desk.sign("检查方接收人", None),
        "photos": desk.photos(_pictures(hazards, last)),
    }
    on = desk.who.formats.local(answered_at or notice.issued_at or tx.now).date()
    return Paper("reply", notice.id, notice.site, "reply", TITLE, notice.no, on, data, desk.pictures, desk.basis)


def _item(desk: Desk, line: Data, reply: Reply | None) -> Data:
    empty = {"cause": "", "measures": "", "completion": "", "completed": "", "by": "", "at": ""}
    if reply is None:
        return line | empty
    return line | {
        "cause": reply.cause,
        "measures": reply.measures_taken,
        "completion": desk.who.wording.of(reply.completion),
        "completed": desk.day(reply.completed_on),
        "by": reply.done_by,
        "at": desk.moment(reply.submitted_at),
    }


def _pictures(hazards: list[Hazard], last: Mapping[HazardId, Reply | None]) -> list[tuple[str, Photo]]:
    """Pair what was found with what it looks like now, hazard by hazard."""
    found: list[tuple[str, Photo]] = []
    for number, hazard in enumerate(hazards, 1):
        reply = last.get(hazard.id)
        if reply is not None and reply.photos_after:
            found += [(f"{number}. 整改前", photo) for photo in hazard.photos_before[:2]]
            found += [(f"{number}. 整改后", photo) for photo in reply.photos_after]
    return found
