"""What a 火险隐患整改通知书 says (manual 5.29.3; hazards facts §3.2): as it was issued, whatever became of it."""

from __future__ import annotations

import io

import segno

from server.office.papers.paper import STANDING, Data, Desk, Paper, facts, joined
from server.office.permission import Permission
from server.store.notice import hazards_of, notice_for
from shared.ids import NoticeId
from shared.model.hazard import Hazard, Notice, NoticeState
from shared.model.inspection import Inspection
from shared.model.place import Unit
from shared.notice import items_of

TITLE, SUB = "火险隐患整改通知书", "Notice of Rectification of Fire Hazards"
COPIES = ("第一联：受检单位", "第二联：检查方", "第三联：存档")


def compose(desk: Desk, record: str) -> Paper:
    """Compose a notice.

    Raises:
        UnknownRecordError: there is none that the reader may see.
        ForbiddenError: notices are not for the reader's roles.
    """
    tx = desk.tx
    notice = notice_for(tx, desk.who.viewer, NoticeId(record))
    desk.who.must(Permission.SEE_NOTICES, notice.site)
    desk.note("notice", Notice, notice.id)
    hazards = hazards_of(tx, notice)
    unit = desk.was(Unit, notice.unit, notice.issued_at)
    source = tx.find(Inspection, notice.inspection) if notice.inspection else None
    form = notice.inspection_type
    inspected_on = notice.inspected_on or (
        desk.who.formats.local(notice.issued_at).date() if notice.issued_at else None
    )
    data: Data = {
        "title": TITLE,
        "sub": SUB,
        "number": notice.no or "（未编号）",
        "estate": desk.estate(notice.site, notice.issued_at),
        "banner": _banner(notice),
        "copies": [""],
        "deadline": desk.day(notice.deadline_on),
        "facts": facts(
            ("受检单位", unit.name.zh if unit else ""),
            ("负责人", joined([unit.head, unit.phone], "　") if unit else ""),
            ("地址", unit.place if unit else ""),
            ("检查日期", desk.day(inspected_on)),
            ("检查类型", form),
            ("检查记录", source.visit if source is not None else ""),
            ("检查负责人", notice.lead_inspector_name),
            ("检查人员", "、".join(notice.inspectors)),
        ),
        "preamble": (
            f"我方于{desk.day(inspected_on)}对你单位进行{form or '防火安全检查'}，发现火险隐患 {len(notice.hazards)} 项（见下表）。"
            f"请组织人员及时整改，于{desk.day(notice.deadline_on)}前全部完成，并书面回复。"
        ),
        "items": lines_of(notice, hazards),
        "said": [
            [name, words]
            for name, words in (
                ("隐患消除前的防范要求", notice.interim_clause),
                ("回复方式", notice.reply_to),
                ("计划复查日期", desk.day(notice.planned_recheck_on)),
                ("更正说明", _corrections(tx.find(Notice, notice.supersedes) if notice.supersedes else None, notice)),
            )
            if words
        ],
        "issuer": desk.sign(
            "签发人", notice.issuer_signature, name=notice.lead_inspector_name, day=desk.day_of(notice.issued_at)
        ),
        "receiver": _receiver(desk, notice),
        "delivery": desk.who.wording(f"delivery.{notice.delivery_mode}")
        if notice.received_at
        else "□ 当面　□ 留置　□ 电子　□ 快递",
        "link": _link(desk, notice),
        "standing": STANDING,
        "photos": desk.photos(
            (f"{number}. {hazard.no}".strip(), photo)
            for number, hazard in enumerate(hazards, 1)
            for photo in hazard.photos_before
        ),
    }
    on = desk.who.formats.local(notice.issued_at or desk.tx.now).date()
    basis = desk.basis[:1]  # an issued notice is never edited: what becomes of its hazards is other papers' matter
    return Paper("notice", notice.id, notice.site, "notice", TITLE, notice.no, on, data, desk.pictures, basis)


def lines_of(notice: Notice, hazards: list[Hazard]) -> list[Data]:
    """List a notice's lines as they were issued."""
    numbers = {hazard.id: hazard.no for hazard in hazards}
    return [
        {
            "number": number,
            "no": numbers.get(item.hazard, ""),
            "what": item.description,
            "place": item.location,
            "basis": "；".join(item.legal_basis),
            "measures": item.required_measures,
            "deadline": short(item.deadline_on),
            "person": joined([item.responsible_dept, item.responsible_person], " "),
        }
        for number, item in enumerate(items_of(notice, hazards), 1)
    ]


def short(on: object) -> str:
    """Write a day for a narrow column."""
    return str(on) if on is not None else ""


def _banner(notice: Notice) -> str:
    if notice.state is NoticeState.WITHDRAWN:
        return f"已撤回：{notice.withdrawn_reason}" if notice.withdrawn_reason else "已撤回"
    return "草稿，尚未签发" if notice.state is NoticeState.DRAFT else ""


def _corrections(old: Notice | None, notice: Notice) -> str:
    said = []
    if old is not None:
        said.append(f"本通知书代替 {old.no}")
    if notice.printed_no and notice.printed_no != notice.no:
        said.append(f"现场打印件上的编号为 {notice.printed_no}")
    return "；".join(said)


def _receiver(desk: Desk, notice: Notice) -> Data:
    day = desk.day_of(notice.received_at)
    if notice.refusal_note:
        found = desk.sign("签收人", None, day=day)
        return found | {"refusal": notice.refusal_note, "witness": notice.witness}
    return desk.sign("签收人", notice.receiver_signature, name=notice.received_by, day=day, note=notice.received_title)


def _link(desk: Desk, notice: Notice) -> Data | None:
    """Return the unit's link to answer over, while the notice is open and the link opens."""
    if notice.state in (NoticeState.DRAFT, NoticeState.WITHDRAWN, NoticeState.CLOSED):
        return None
    address = desk.link(notice.id)
    return {"qr": qr_svg(address)} if address else None


def qr_svg(text: str) -> str:
    """Draw a QR code."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", border=1, omitsize=True, xmldecl=False, nl=False)
    return out.getvalue().decode()
