"""Papers to show, share and print, made from what is on this tablet; each kind by its own function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mobile.device.paper import Block, Facts, Grid, Paper, Para, Sign, Signs, Title
from mobile.text import Texts
from mobile.views import answer as words_of
from mobile.views import frame, judged, when
from mobile.views.closing import shift_paper
from mobile.views.finish import SignerView
from mobile.views.judged import Judged
from mobile.views.notice import receiver_view
from mobile.views.parts import ChipView
from mobile.views.setting import Setting
from shared.checklist import RowState, name_of_signer
from shared.ids import InspectionId, NoticeId
from shared.model.hazard import Hazard, Notice, NoticeState
from shared.model.inspection import Answer, Result, Signature

TEMPORARY = "暂-"


@dataclass(frozen=True, slots=True)
class PaperView:
    """What stands round a paper's pages. ``signers`` is there while a receipt is still to be given."""

    title: str = ""
    subtitle: str = ""
    chip: ChipView = ChipView()
    banner: str = ""
    share: str = ""
    print: str = ""
    making: str = ""
    signatures_title: str = ""
    signers: tuple[SignerView, ...] = ()
    receive: str = ""


def paper_view(setting: Setting, key: str, names: dict[str, str], *, can_print: bool) -> PaperView | None:
    """Make the view of the screen that shows a paper; None when what it is about is not on this tablet."""
    kind, _, record = key.partition(":")
    texts = setting.texts
    paper = paper_of(setting, key)
    if paper is None:
        return None
    notice = setting.source.notice(NoticeId(record)) if kind == "notice" else None
    is_open = notice is not None and notice.state is NoticeState.ISSUED
    signatures = setting.source.signatures_of(record) if is_open else ()
    signers = (receiver_view(setting, signatures, names, notice.unit),) if is_open and notice is not None else ()
    is_signed = any(one.signer == "receiver" for one in signatures)
    return PaperView(
        title=next((block.words for block in paper.blocks if isinstance(block, Title)), texts.paper.title),
        subtitle=next((block.number for block in paper.blocks if isinstance(block, Title)), ""),
        chip=frame.sync_chip(setting.source.sync_state(), texts),
        banner=texts.paper.temporary if notice is not None and notice.no.startswith(TEMPORARY) else "",
        share=texts.paper.share,
        print=texts.paper.print_out if can_print else "",
        making=texts.paper.making,
        signatures_title=texts.signatures,
        signers=signers,
        receive=texts.paper.receive if is_signed else "",
    )


def paper_of(setting: Setting, key: str) -> Paper | None:
    """Make the paper that ``key`` (kind and id, parted by a colon) names; None when it is not on this tablet."""
    kind, _, record = key.partition(":")
    make = PAPERS.get(kind)
    if make is None:
        return None
    with setting.source.snapshot():
        return make(setting, record)


def notice_paper(setting: Setting, record: str) -> Paper | None:
    """Make the 火险隐患整改通知书 as the unit gets it."""
    texts, source = setting.texts, setting.source
    notice = source.notice(NoticeId(record))
    if notice is None:
        return None
    hazards = [found for name in notice.hazards if (found := source.hazard(name)) is not None]
    unit, site = source.unit(notice.unit), source.site(notice.site)
    issued_on = notice.issued_at.astimezone(setting.zone()).date() if notice.issued_at is not None else None
    on = notice.inspected_on or issued_on
    preamble = texts.paper.preamble.format(
        day=_day(on, texts) if on is not None else "",
        form=notice.inspection_type or texts.paper.an_inspection,
        n=len(hazards),
    )
    said = (
        (texts.paper.interim, notice.interim_clause),
        (texts.paper.reply_to, notice.reply_to),
        (
            texts.paper.recheck_on,
            _day(notice.planned_recheck_on, texts) if notice.planned_recheck_on is not None else "",
        ),
        (texts.paper.inspectors, texts.joiner.join(notice.inspectors)),
    )
    blocks: list[Block] = [
        Title(texts.paper.notice, notice.no),
        Para(texts.paper.to.format(unit=setting.say(unit.name) if unit is not None else ""), is_strong=True),
        Para(preamble),
        Grid(tuple(texts.paper.heads.split("|")), _lines(hazards), (1.3, 4, 2.4, 2.6, 4, 2.6, 1.9)),
        Para(
            texts.paper.deadline.format(day=_day(notice.deadline_on, texts) if notice.deadline_on is not None else ""),
            is_strong=True,
        ),
        Facts(tuple((name, words) for name, words in said if words)),
        Signs((_issuer(setting, notice), _receiver(setting, notice))),
        Para(texts.paper.copies, is_soft=True),
    ]
    if notice.printed_no and notice.printed_no != notice.no:
        blocks.append(Para(texts.paper.renumbered.format(no=notice.printed_no), is_soft=True))
    return Paper(tuple(blocks), setting.say(site.name) if site is not None else "", notice.no)


def _lines(hazards: list[Hazard]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(number),
            hazard.description,
            hazard.location,
            "；".join(hazard.legal_basis),
            hazard.required_measures,
            (hazard.first_deadline_on or hazard.deadline_on or "")
            and str(hazard.first_deadline_on or hazard.deadline_on),
            hazard.responsible_person,
        )
        for number, hazard in enumerate(hazards, 1)
    )


def _issuer(setting: Setting, notice: Notice) -> Sign:
    at = notice.issued_at.astimezone(setting.zone()).date() if notice.issued_at is not None else None
    signature = notice.issuer_signature
    return Sign(
        setting.texts.paper.issuer,
        notice.lead_inspector_name,
        _day(at, setting.texts) if at is not None else "",
        signature.strokes if signature is not None else (),
    )


def _receiver(setting: Setting, notice: Notice) -> Sign:
    texts = setting.texts
    at = notice.received_at.astimezone(setting.zone()).date() if notice.received_at is not None else None
    day = _day(at, texts) if at is not None else ""
    if notice.refusal_note:
        said = texts.paper.refused.format(reason=notice.refusal_note, witness=notice.witness)
        return Sign(texts.paper.receiver, "", f"{said}\n{texts.paper.left}  {day}")
    if notice.received_at is None:
        return Sign(texts.paper.receiver, "", texts.paper.not_received)
    signature = notice.receiver_signature
    note = "  ".join(part for part in (notice.received_title, day) if part)
    return Sign(texts.paper.receiver, notice.received_by, note, signature.strokes if signature is not None else ())


def record_paper(setting: Setting, record: str) -> Paper | None:
    """Make the record sheet of an inspection: what was inspected, what was found, who signed."""
    state = judged.judge(setting, InspectionId(record))
    if state is None:
        return None
    texts, found = setting.texts, state.inspection
    begun = found.started_at.wall.astimezone(setting.zone())
    unit = setting.source.unit(found.unit) if found.unit is not None else None
    author = setting.source.person(found.author)
    site = setting.source.site(found.site)
    people = texts.joiner.join(part for part in (author.name if author is not None else "", *found.inspectors) if part)
    sections = texts.joiner.join(judged.section_words(setting, state, name, None) for name in found.sections)
    said = (
        (texts.fire.notice_unit, setting.say(unit.name) if unit is not None else ""),
        (texts.fact_place, setting.say(state.point.name) if state.point is not None else ""),
        (texts.fact_found, _day(begun.date(), texts) + " " + when.clock_time(begun)),
        (texts.paper.inspectors, people),
        (texts.fire.summary_sections, sections),
        (texts.paper.conclusion, found.conclusion),
    )
    signs = tuple(_signed(setting, state, one) for one in found.signatures)
    number = texts.paper.record_no.format(no=found.visit) if found.visit else ""
    blocks: list[Block] = [
        Title(setting.say(state.template.title), number),
        Facts(tuple((name, words) for name, words in said if words)),
        Para(texts.paper.record_found, is_strong=True),
        Grid(tuple(texts.paper.record_heads.split("|")), tuple(_answers(setting, state)), (1.6, 5, 1.7, 5)),
    ]
    if not state.evaluation.failures:
        blocks.append(Para(texts.paper.record_all_well))
    if signs:
        blocks.append(Signs(signs))
    return Paper(tuple(blocks), setting.say(site.name) if site is not None else "", found.visit or found.template)


def _answers(setting: Setting, state: Judged) -> tuple[tuple[str, ...], ...]:
    rows = (row for row in state.evaluation.rows if row.visible and judged.counts(row.item))
    return tuple(_answer(setting, state, row) for row in rows)


def _answer(setting: Setting, state: Judged, row: RowState) -> tuple[str, ...]:
    given = state.answers.get(row.key, Answer(row.item.name, row.per))
    verdict = str(getattr(setting.texts, f"result_{row.verdict.value}")) if isinstance(row.verdict, Result) else ""
    said = words_of.answer_words(row.item, given, setting)
    about = "；".join(part for part in (given.note, given.reason, given.action) if part)
    return (row.item.code, setting.say(row.item.label), verdict or said, about if verdict else about or "")


def _signed(setting: Setting, state: Judged, one: Signature) -> Sign:
    texts = setting.texts
    label = signer_label(texts, one.signer)
    at = _day(one.at.wall.astimezone(setting.zone()).date(), texts)
    if one.refusal:
        return Sign(label, "", texts.paper.refused.format(reason=one.refusal, witness=one.witness) + f"  {at}")
    return Sign(label, one.name or name_of_signer(state.inspection, one.signer), at, one.strokes)


def _day(on: date, texts: Texts) -> str:
    """Write a day as papers do, with its year."""
    return texts.paper.date_full.format(y=on.year, m=on.month, d=on.day, month_name=when.MONTHS[on.month - 1])


def signer_label(texts: Texts, signer: str) -> str:
    """Return what somebody signs as; an inspector beside the author is numbered."""
    if signer.startswith("inspector_"):
        return texts.fire.inspector_along.format(n=signer.removeprefix("inspector_"))
    return str(getattr(texts, f"signer_{signer}", texts.signer_other))


PAPERS: dict[str, Callable[[Setting, str], Paper | None]] = {
    "notice": notice_paper,
    "record": record_paper,
    "shift": shift_paper,
}
"""How to make each kind of paper: a kind of another family of screens is entered here."""
