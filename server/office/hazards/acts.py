"""What a person does to one hazard in the office: a form becomes an ``Act``, the rules decide, the store keeps it.

Whether an act is possible, permitted and complete is decided by ``shared.hazard`` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from server.office.form import Form
from server.office.hazards.money import read_fen
from server.office.reader import Reader, begin
from server.office.stroke import read_strokes
from server.store import Tx
from server.store.hazard import pending_extension
from server.store.notice import hazards_of
from server.store.place import in_use
from shared import notice as notice_rules
from shared.clock import Reading
from shared.errors import TransitionError
from shared.hazard import FROM_OFFICE, Act, advance, allowed, permit
from shared.hazard.measure import FundSource
from shared.hazard.urgency import SCREENS
from shared.ids import ExtensionId, NoticeId, RecheckId, ReplyId, UnitId
from shared.model.hazard import Completion, Extension, Hazard, HazardEvent, Notice, Recheck, RecheckResult, Reply
from shared.model.inspection import Photo, Signature
from shared.model.place import Unit
from shared.model.template import HazardGrade

E = HazardEvent


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that one act works on. ``at`` is the server's clock reading."""

    tx: Tx
    reader: Reader
    hazard: Hazard
    form: Form
    photos: tuple[Photo, ...]
    at: Reading

    def act(self, event: HazardEvent) -> Act:
        """Begin the act of this person at this moment."""
        act = begin(self.reader, event, self.hazard.site, self.tx.now)
        return replace(act, photos=self.photos, signed_by=self.form.line("signed_by"))

    def new_id(self) -> str:
        """Make an id for a record of this act."""
        return self.tx.ids.new()


def check_possible(reader: Reader, hazard: Hazard, act: Act) -> None:
    """Refuse what this person's roles or the hazard's state rule out, before any field is looked at.

    Raises:
        TransitionError: not in this state.
        NotPermittedError: not with these roles.
    """
    if act.event not in allowed(hazard.state, reader.viewer.roles_at(hazard.site)):
        permit(hazard, act)


def do(desk: Desk, event: HazardEvent) -> Hazard:
    """Carry out one act and write the hazard, the record it leaves and the notice's state.

    Raises:
        FormError: a field cannot be read.
        RuleError: the rules of ``shared.hazard`` say no.
    """
    check_possible(desk.reader, desk.hazard, desk.act(event))
    moved = ACTS[event](desk)
    if moved != desk.hazard:
        desk.tx.put(moved)
        settle_notice(desk.tx, moved)
    return moved


def settle_notice(tx: Tx, moved: Hazard) -> None:
    """Let the state of the hazard's notice follow its hazards."""
    notice = tx.find(Notice, moved.notice) if moved.notice else None
    if notice is not None:
        settled = notice_rules.settle(notice, hazards_of(tx, notice))
        if settled != notice:
            tx.put(settled)


def _confirm(desk: Desk) -> Hazard:
    form = desk.form
    act = replace(
        desk.act(E.CONFIRM),
        description=form.text("description", must=True),
        location=form.line("location"),
        category=form.line("category"),
        grade=form.member("grade", HazardGrade),
        screens=form.choices("screen", {screen.key: screen for screen in SCREENS}),
        reason=form.text("judgement"),
        legal_basis=_lines(form.text("legal_basis")),
        required_measures=form.text("required_measures"),
        interim_measures=form.text("interim_measures"),
        responsible_dept=form.line("responsible_dept"),
        responsible_person=form.line("responsible_person"),
        budget_fen=read_fen(form, "budget"),
        fund_source=form.choice("fund_source", {source.value: source for source in FundSource}),
        unit=_unit(desk),
    )
    desk.form.settle()
    return advance(desk.hazard, act)


def _correct(desk: Desk) -> Hazard:
    form = desk.form
    act = replace(
        desk.act(E.CORRECT_ON_SPOT),
        responsible_person=form.line("responsible_person"),
        measures_taken=form.text("measures_taken"),
        grade=form.member("grade", HazardGrade),
        repaired_by_name=form.line("done_by"),
    )
    desk.form.settle()
    return advance(desk.hazard, act)


def _with_reason(event: HazardEvent) -> Callable[[Desk], Hazard]:
    def act(desk: Desk) -> Hazard:
        reason = desk.form.text("reason")
        desk.form.settle()
        return advance(desk.hazard, replace(desk.act(event), reason=reason))

    return act


def _reply(desk: Desk) -> Hazard:
    form, hazard = desk.form, desk.hazard
    completion = form.member("completion", Completion, must=True) or Completion.NOT_DONE
    given = Reply(
        id=ReplyId(desk.new_id()),
        site=hazard.site,
        notice=_notice_of(hazard),
        hazard=hazard.id,
        cause=form.text("cause"),
        measures_taken=form.text("measures_taken"),
        completion=completion,
        done_by=form.line("done_by"),
        submitted_at=desk.tx.now,
        completed_on=form.day("completed_on"),
        photos_after=desk.photos,
        signed_by=form.line("signed_by") or desk.reader.name,
        submitted_by=desk.reader.viewer.person,
    )
    desk.form.settle()
    moved = notice_rules.reply(hazard, given, desk.act(E.REPLY))
    desk.tx.put(given)
    return moved


def _ask(desk: Desk) -> Hazard:
    form, hazard = desk.form, desk.hazard
    wanted = form.day("deadline_on")
    act = replace(
        desk.act(E.ASK_EXTENSION),
        reason=form.text("reason"),
        deadline_on=wanted,
        interim_measures=form.text("interim_measures"),
    )
    desk.form.settle()
    moved = advance(hazard, act)
    if wanted is not None and hazard.deadline_on is not None:
        asked = Extension(
            ExtensionId(desk.new_id()),
            hazard.site,
            hazard.id,
            act.signed_by or act.by_name,
            act.at,
            hazard.deadline_on,
            wanted,
            act.reason,
            act.interim_measures,
        )
        desk.tx.put(asked)
    return moved


def _decide(event: HazardEvent) -> Callable[[Desk], Hazard]:
    def act(desk: Desk) -> Hazard:
        is_granted = event is E.GRANT_EXTENSION
        wanted = desk.form.day("deadline_on") if is_granted else None
        opinion = desk.form.text("reason")
        desk.form.settle()
        moved = advance(desk.hazard, replace(desk.act(event), reason=opinion, deadline_on=wanted))
        asked = pending_extension(desk.tx, desk.hazard.id)
        if asked is not None:
            by, at = desk.reader.viewer.person, desk.tx.now
            new = wanted or asked.new_deadline_on
            decided = replace(asked, is_granted=is_granted, decided_by=by, decided_at=at, opinion=opinion)
            desk.tx.put(replace(decided, new_deadline_on=new))
        return moved

    return act


def _recheck(desk: Desk) -> Hazard:
    form, hazard, viewer = desk.form, desk.hazard, desk.reader.viewer
    result = form.member("result", RecheckResult, must=True) or RecheckResult.IMPOSSIBLE
    mode = form.choice("mode", {"on_site": "", "documents": ""}, must=True)
    number = hazard.round + 1
    record = Recheck(
        id=RecheckId(desk.new_id()),
        site=hazard.site,
        hazard=hazard.id,
        round=number,
        result=result,
        rechecked_by=viewer.person,
        rechecked_by_name=viewer.name,
        at=desk.at,
        notice=hazard.notice,
        no=notice_rules.recheck_no(_number(desk), number),
        mode=mode,
        note=form.text("note", must=result is not RecheckResult.PASSED),
        measured=form.line("measured"),
        photos=desk.photos,
        new_deadline_on=form.day("new_deadline_on", first=desk.reader.formats.today),
        signatures=_signatures(desk),
    )
    desk.form.settle()
    roles, today = viewer.roles_at(hazard.site), desk.reader.formats.today
    applied = notice_rules.apply_recheck(
        hazard, record, roles, at=desk.tx.now, today=today, origin=FROM_OFFICE, device=None
    )
    if applied.problem is not None and result is not RecheckResult.IMPOSSIBLE:
        raise applied.problem
    desk.tx.put(record)
    return applied.hazard


def _signatures(desk: Desk) -> tuple[Signature, ...]:
    """Return who signed the recheck: the rechecker, signed in, and whoever of the unit was there."""
    form, reader = desk.form, desk.reader
    try:
        strokes = read_strokes(form.text("strokes", longest=200_000))
    except ValueError:
        form.wrong("", "form.not_a_signature")
        strokes = ()
    own = Signature("rechecker", reader.name, desk.at, reader.viewer.person, strokes)
    name = form.line("unit_present")
    return (own, Signature(notice_rules.UNIT_PRESENT, name, desk.at)) if name else (own,)


def _set_deadline(desk: Desk) -> Hazard:
    form = desk.form
    act = replace(
        desk.act(E.SET_DEADLINE),
        deadline_on=form.day("deadline_on"),
        interim_measures=form.text("interim_measures"),
        reason=form.text("reason"),
    )
    form.settle()
    return advance(desk.hazard, act)


def _sign_off(desk: Desk) -> Hazard:
    form = desk.form
    act = replace(
        desk.act(E.SIGN_OFF),
        is_signed=form.ticked("signed"),
        ref=form.line("ref"),
        paper_on=form.day("paper_on"),
        reason=form.text("reason"),
    )
    form.settle()
    return advance(desk.hazard, act)


def _escalate(desk: Desk) -> Hazard:
    form = desk.form
    act = replace(
        desk.act(E.ESCALATE),
        reason=form.text("reason"),
        addressee=form.line("addressee"),
        ref=form.line("ref"),
        paper_on=form.day("paper_on"),
    )
    desk.form.settle()
    return advance(desk.hazard, act)


def _resume(desk: Desk) -> Hazard:
    form = desk.form
    act = replace(
        desk.act(E.RESUME),
        reason=form.text("reason"),
        ref=form.line("ref"),
        paper_on=form.day("paper_on"),
        deadline_on=form.day("deadline_on"),
        unit=_unit(desk),
    )
    desk.form.settle()
    return advance(desk.hazard, act)


ACTS: Final[Mapping[HazardEvent, Callable[[Desk], Hazard]]] = {
    E.CONFIRM: _confirm,
    E.CORRECT_ON_SPOT: _correct,
    E.VOID: _with_reason(E.VOID),
    E.ASK_EXTENSION: _ask,
    E.GRANT_EXTENSION: _decide(E.GRANT_EXTENSION),
    E.DENY_EXTENSION: _decide(E.DENY_EXTENSION),
    E.REPLY: _reply,
    E.RETURN_REPLY: _with_reason(E.RETURN_REPLY),
    E.PASS_RECHECK: _recheck,
    E.FAIL_RECHECK: _recheck,
    E.SET_DEADLINE: _set_deadline,
    E.SIGN_OFF: _sign_off,
    E.ESCALATE: _escalate,
    E.RESUME: _resume,
}
"""Acts on one hazard; ISSUE, RECEIVE, REFUSE and WITHDRAW move a whole notice and live in ``server.office.notices``."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _unit(desk: Desk) -> UnitId | None:
    chosen = desk.form.text("unit")
    if not chosen:
        return None
    unit = desk.tx.find(Unit, chosen)
    if unit is None or unit.site != desk.hazard.site or not in_use((unit,), desk.hazard.unit):
        desk.form.wrong("unit", "form.not_a_choice")
        return None
    return unit.id


def _notice_of(hazard: Hazard) -> NoticeId:
    if hazard.notice is None:
        raise TransitionError(state=hazard.state.value, event=E.REPLY.value, why="no_notice")
    return hazard.notice


def _number(desk: Desk) -> str:
    notice = desk.tx.find(Notice, desk.hazard.notice) if desk.hazard.notice else None
    return notice.no if notice else desk.hazard.no
