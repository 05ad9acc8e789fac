"""Missed rounds: each needs a disposition, which is the reason, what was done instead, and who says so."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from flask import Response, request, url_for

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.excel import answer as answer_excel
from server.office.form import Form, FormError
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.plan.calendar import wanted_of
from server.office.plan.calendar_views import filters
from server.office.plan.excuse import LONGEST_REASON
from server.office.plan.family import blueprint
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.place import persons
from server.store.rounds import SIZE, ClosedRound, RoundFilter, closed, dispose, dispositions_of, missed_by_keys
from shared.errors import UnknownRecordError
from shared.model.plan import TaskState
from shared.model.roster import How

REASONS: Final = ("forgotten", "nobody", "no_access", "no_tablet", "weather", "fault", "other")
"""Why a round was missed; the words of ``plan.why_*``."""
BACK: Final = timedelta(days=31)
MOST_AT_ONCE: Final = 200


@blueprint.get("/missed")
def show_missed() -> Response:
    """Show the missed rounds of the last month, those first that nobody has dealt with."""
    if query().is_excel:
        reader().must(Permission.SEE_PLAN)
        return answer_excel(missed_sheet)
    return missed_page(Form())


@blueprint.post("/missed")
def send_dispositions() -> Response:
    """Write what is made of the ticked rounds, or show them again with what is missing."""
    who, form = reader(), Form(request.form)
    who.must(Permission.DISPOSE)
    try:
        with office().store.writing() as tx:
            keys = tuple(dict.fromkeys(form.values.getlist("round")))[:MOST_AT_ONCE]
            found = missed_by_keys(tx, who.viewer, who.site, keys)
            if not keys:
                form.wrong("round", "plan.tick_some")
            elif len(found) != len(keys):
                form.wrong("", "plan.not_missed_any_more")
            reason = form.choice("why", dict.fromkeys(REASONS), must=True)
            instead = form.text("instead", must=True, longest=LONGEST_REASON)
            note = form.text("note", must=reason == "other", longest=LONGEST_REASON)
            form.settle()
            dispose(tx, who.viewer, found, reason, note, instead)
    except FormError:
        return missed_page(form, 422)
    return done(url_for("plan.show_missed"), "done.disposed")


@blueprint.get("/missed/<record>")
def show_miss(record: str) -> Response:
    """Show one missed round with all that was ever made of it, and the form to deal with it."""
    who = reader()
    who.must(Permission.SEE_PLAN)
    with office().store.reading() as tx:
        found = missed_by_keys(tx, who.viewer, who.site, [record])
        if not found:
            raise UnknownRecordError(kind="round", id=record)
        one = found[0]
        known = dispositions_of(tx, [(one.rule.id, one.window_on)])
        facts = {"one": one, "made": known.get((one.rule.id, one.window_on), []), "names": names(tx, who)}
        facts |= {"people": {person.id: person.name for person in persons(tx, who.viewer, who.site)}}
    return show("plan/miss.html", form=Form(), reasons=REASONS, how=How(one.how), **facts)


def filter_of(tx: Tx, asked: Query, who: Reader) -> RoundFilter:
    """Read which missed rounds an address asks for: a month back unless it names days."""
    today = who.formats.today
    first, last = asked.day("from") or today - BACK, asked.day("to") or today
    wanted = wanted_of(asked).rounds(tx, who, first, last)
    is_disposed = {"done": True, "all": None}.get(asked.text("show"), False)
    facts = {name: getattr(wanted, name) for name in ("points", "unit", "template", "person")}
    return RoundFilter(who.site, first, last, **facts, state=TaskState.MISSED, is_disposed=is_disposed)


def missed_page(form: Form, status: int = 200) -> Response:
    """Write the list of missed rounds."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLAN)
    with office().store.reading() as tx:
        page = closed(tx, who.viewer, filter_of(tx, asked, who), asked.page(sort="-due_on", sorts=(), size=SIZE))
        facts = filters(tx, who)
        named = names(tx, who)
    facts |= {"reasons": REASONS, "ticked": set(form.values.getlist("round"))}
    return show("plan/missed.html", status, listing=listing(page, asked), asked=asked, names=named, form=form, **facts)


def missed_sheet(tx: Tx, who: Reader, asked: Query) -> Sheet[ClosedRound]:
    """Lay the missed rounds out for Excel."""
    t, named, wanted = who.wording, names(tx, who), filter_of(tx, asked, who)
    people = {str(one.id): one.name for one in persons(tx, who.viewer, who.site)}

    def made(one: ClosedRound, name: str) -> object:
        return getattr(one.disposition, name) if one.disposition else None

    columns: tuple[Column[ClosedRound], ...] = (
        Column(t("plan.due_on"), lambda one: one.due_on, Kind.DATE, 12),
        Column(t("today.task"), lambda one: t.text(one.rule.name), width=36),
        Column(t("today.place"), lambda one: named.get(one.point or one.unit or "", ""), width=24),
        Column(t("plan.responsible"), lambda one: people.get(one.person or "", ""), width=12),
        Column(t("plan.why"), lambda one: t(f"plan.why_{made(one, 'reason')}") if one.disposition else ""),
        Column(t("plan.instead"), lambda one: made(one, "instead"), width=36),
        Column(t("plan.remark"), lambda one: made(one, "note"), width=30),
        Column(t("plan.disposed_by"), lambda one: made(one, "by_name"), width=12),
        Column(t("plan.disposed_at"), lambda one: made(one, "at"), Kind.MOMENT),
    )
    return Sheet(t("plan.missed"), columns, pages_of(lambda page: closed(tx, who.viewer, wanted, page), "-due_on"))
