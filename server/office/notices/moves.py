"""What moves a notice with all its hazards: receipt, refusal, withdrawal; a form becomes an act, the rules decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from server.office.form import Form
from server.office.reader import Reader, begin
from server.office.stroke import read_strokes
from server.store import Tx
from shared import notice as rules
from shared.clock import Reading
from shared.hazard import Act, allowed
from shared.model.hazard import Hazard, HazardEvent, Notice, NoticeState
from shared.model.inspection import Signature

N, E = NoticeState, HazardEvent
DELIVERY = ("in_person", "courier", "electronic")


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that one act on a notice works on."""

    tx: Tx
    reader: Reader
    notice: Notice
    form: Form
    at: Reading

    def act(self, event: HazardEvent) -> Act:
        """Begin the act of this person at this moment."""
        return replace(
            begin(self.reader, event, self.notice.site, self.tx.now),
            reason=self.form.text("reason"),
            witness=self.form.line("witness"),
            signed_by=self.form.line("signed_by"),
            is_signed=self.form.ticked("signed"),
        )


def _receive(desk: Desk, hazards: list[Hazard]) -> rules.Moved:
    act, form = desk.act(E.RECEIVE), desk.form
    try:
        strokes = read_strokes(form.text("strokes", longest=200_000))
    except ValueError:
        strokes = ()
    name = act.signed_by or act.by_name
    signature = Signature("receiver", name, desk.at, None if act.signed_by else act.by, strokes)
    mode = form.value("delivery_mode")
    return rules.receive(
        desk.notice,
        hazards,
        act,
        title=form.line("title"),
        delivery_mode=mode if mode in DELIVERY else DELIVERY[0],
        signature=signature,
    )


def _refuse(desk: Desk, hazards: list[Hazard]) -> rules.Moved:
    return rules.refuse(desk.notice, hazards, desk.act(E.REFUSE))


def _withdraw(desk: Desk, hazards: list[Hazard]) -> rules.Moved:
    return rules.withdraw(desk.notice, hazards, desk.act(E.WITHDRAW))


MOVES: dict[str, Callable[[Desk, list[Hazard]], rules.Moved]] = {
    E.RECEIVE.value: _receive,
    E.REFUSE.value: _refuse,
    E.WITHDRAW.value: _withdraw,
}


def possible(who: Reader, notice: Notice, hazards: list[Hazard]) -> list[HazardEvent]:
    """List what this reader may do to the whole notice now."""
    if notice.state is N.WITHDRAWN or not hazards:
        return []
    roles = who.viewer.roles_at(notice.site)
    shared_by_all = set.intersection(*(set(allowed(hazard.state, roles)) for hazard in hazards))
    any_waiting = {event for hazard in hazards for event in allowed(hazard.state, roles)} & {E.RECEIVE, E.REFUSE}
    wanted = any_waiting if notice.state is N.ISSUED else set()
    if E.WITHDRAW in shared_by_all and notice.state in (N.ISSUED, N.RECEIVED, N.REFUSED):
        wanted = wanted | {E.WITHDRAW}
    return [event for event in (E.RECEIVE, E.REFUSE, E.WITHDRAW) if event in wanted]
