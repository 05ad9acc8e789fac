"""What the unit does over its link: a form becomes an act, ``shared.notice`` and ``shared.hazard`` decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import request

from server.office.answer.case import Case, Item, unit_act
from server.office.form import Form
from server.office.hazards.acts import settle_notice
from server.office.parts import office
from server.office.stroke import read_strokes
from server.store import Tx
from server.store.notice import hazards_of
from server.store.unit_link import LinkAct, link_for, note_link_act
from shared import notice as rules
from shared.clock import Reading
from shared.errors import TransitionError, UnknownRecordError
from shared.hazard import advance
from shared.ids import ExtensionId, HazardId, ReplyId
from shared.model.hazard import Completion, Extension, Hazard, HazardEvent, Notice, Reply
from shared.model.inspection import Photo, Signature

E = HazardEvent


@dataclass(frozen=True, slots=True)
class Answer:
    """One form of the unit. ``at`` is the server's clock reading, ``name`` who of the unit sends it."""

    case: Case
    form: Form
    at: Reading
    name: str
    item: Item | None = None
    photos: tuple[Photo, ...] = ()


def carry_out(answer: Answer, act: str, work: Callable[[Tx, Notice, Answer], None]) -> bool:
    """Do ``work`` in one transaction with its line in the link's own history; False if this very form was taken before.

    The link and the records are read again within: who was revoked or overtaken meanwhile does nothing.

    Raises:
        UnknownRecordError: the link opens nothing any more.
        RuleError: the rules say no; nothing was written.
        BusyError: others kept writing the same records.
    """

    def once(tx: Tx) -> bool:
        link = link_for(tx, answer.case.token)
        if link is None:
            raise UnknownRecordError(kind="unit_link", id="")
        hazard = answer.item.hazard.id if answer.item else None
        done = LinkAct(act, hazard, tx.now, answer.name, request.remote_addr or "", request.user_agent.string)
        if not note_link_act(tx, link, done, answer.form.text("once", longest=100)):
            return False
        work(tx, tx.get(Notice, link.notice), answer)
        return True

    return office().store.act(once)


def receive(tx: Tx, notice: Notice, answer: Answer) -> None:
    """Record who of the unit signed for the notice."""
    try:
        strokes = read_strokes(answer.form.text("strokes", longest=200_000))
    except ValueError:
        strokes = ()
    act = replace(
        unit_act(tx, notice, answer.case.formats.zone, E.RECEIVE, answer.name), is_signed=answer.form.ticked("signed")
    )
    received, moved = rules.receive(
        notice,
        hazards_of(tx, notice),
        act,
        title=answer.form.line("title"),
        delivery_mode="electronic",
        signature=Signature("receiver", answer.name, answer.at, None, strokes),
    )
    for entity in (received, *moved):
        tx.put(entity)


def send_reply(tx: Tx, notice: Notice, answer: Answer) -> None:
    """Record the unit's reply about one hazard."""
    hazard, form = _hazard(tx, notice, answer), answer.form
    given = Reply(
        id=ReplyId(tx.ids.new()),
        site=hazard.site,
        notice=notice.id,
        hazard=hazard.id,
        cause=form.text("cause"),
        measures_taken=form.text("measures_taken"),
        completion=form.member("completion", Completion, must=True) or Completion.NOT_DONE,
        done_by=form.line("done_by"),
        submitted_at=tx.now,
        completed_on=form.day("completed_on"),
        photos_after=answer.photos,
        signed_by=answer.name,
    )
    moved = rules.reply(hazard, given, unit_act(tx, notice, answer.case.formats.zone, E.REPLY, answer.name))
    tx.put(given)
    _put(tx, hazard, moved)


def ask_for_time(tx: Tx, notice: Notice, answer: Answer) -> None:
    """Record that the unit asks for more time for one hazard."""
    hazard, form = _hazard(tx, notice, answer), answer.form
    act = replace(
        unit_act(tx, notice, answer.case.formats.zone, E.ASK_EXTENSION, answer.name),
        reason=form.text("reason"),
        deadline_on=form.day("deadline_on"),
        interim_measures=form.text("interim_measures"),
    )
    moved = advance(hazard, act)
    if act.deadline_on is not None and hazard.deadline_on is not None:
        tx.put(
            Extension(
                ExtensionId(tx.ids.new()),
                hazard.site,
                hazard.id,
                answer.name,
                act.at,
                hazard.deadline_on,
                act.deadline_on,
                act.reason,
                act.interim_measures,
            )
        )
    _put(tx, hazard, moved)


def _hazard(tx: Tx, notice: Notice, answer: Answer) -> Hazard:
    """Return the item's hazard as it stands now, while it is still this notice's."""
    found = tx.get(Hazard, HazardId(answer.item.hazard.id if answer.item else ""))
    if found.notice != notice.id:
        raise TransitionError(state=found.state.value, event=E.REPLY.value, why="notice")
    return found


def _put(tx: Tx, before: Hazard, moved: Hazard) -> None:
    if moved != before:
        tx.put(moved)
        settle_notice(tx, moved)
