"""Excuses: what was asked for on tablets, several at once if they are alike, and what became of those before."""

from __future__ import annotations

from datetime import timedelta

from flask import Response, request, url_for

from server.office.excel import Column, Kind, Sheet, pages_of
from server.office.excel import answer as answer_excel
from server.office.form import Form, FormError
from server.office.listing import Query, listing, query
from server.office.names import names
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import files_of, shooter
from server.office.plan.decide import asked_for, decide
from server.office.plan.excuse import BACK, excusable, excuse_many, excuses
from server.office.plan.family import blueprint
from server.office.plan.load import schedule
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.inspection import notes_of_places, stored_photos
from server.store.place import persons, points
from server.store.plan import excuse_for, excuses_decided, rules
from shared.ids import ExcuseId
from shared.model.plan import Excuse, ExcuseState

NOTES_BACK = timedelta(days=30)
"""For how long the page shows what was reported about places."""


@blueprint.get("/excuses")
def show_excuses() -> Response:
    """Show the excuses that wait, those of before, and what was reported about places."""
    reader().must(Permission.SEE_PLAN)
    if query().is_excel:
        return answer_excel(excuse_sheet)
    return excuses_page(Form())


@blueprint.post("/excuses/<record>")
def send_decision(record: str) -> Response:
    """Approve or reject an excuse that was asked for on a tablet, or show the page again with what is missing."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EXCUSE)
    try:
        with office().store.writing() as tx:
            decided = decide(tx, who, ExcuseId(record), form)
    except FormError:
        return excuses_page(form, record, 422)
    return done(url_for("plan.show_excuses"), f"done.excuse_{decided.state.value}")


@blueprint.post("/excuses")
def send_decisions() -> Response:
    """Approve or reject the ticked excuses with one word; all of them or none."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EXCUSE)
    try:
        with office().store.writing() as tx:
            chosen = tuple(dict.fromkeys(form.values.getlist("excuse")))[:200]
            waiting = [excuse_for(tx, who.viewer, ExcuseId(record)) for record in chosen]
            if not chosen:
                form.wrong("", "plan.tick_some")
            elif any(one.state is not ExcuseState.ASKED for one in waiting):
                form.wrong("", "plan.decided_before")
            form.settle()
            for one in waiting:  # approving one answers what was asked for the same window
                if tx.get(Excuse, one.id).state is ExcuseState.ASKED:
                    decide(tx, who, one.id, form)
    except FormError:
        return excuses_page(form, "several", 422)
    return done(url_for("plan.show_excuses"), f"done.excuse_{form.text('decision')}")


@blueprint.get("/excuse/several")
def show_several() -> Response:
    """Show the form that excuses several tasks for one reason."""
    return several_page(Form())


@blueprint.post("/excuse/several")
def send_several() -> Response:
    """Excuse the ticked tasks, or show the form again with what is missing."""
    who, form = reader(), Form(request.form)
    who.must(Permission.EXCUSE)
    try:
        with office().store.writing() as tx:
            excuse_many(tx, who, form)
    except FormError:
        return several_page(form, 422)
    return done(url_for("plan.show_excuses"), "done.excuse")


def several_page(form: Form, status: int = 200) -> Response:
    """Write the form that excuses several tasks."""
    who = reader()
    who.must(Permission.EXCUSE)
    with office().store.reading() as tx:
        found, named = excusable(tx, who), names(tx, who)
    ticked = set(form.values.getlist("tasks"))
    return show("plan/several.html", status, form=form, tasks=found, names=named, ticked=ticked)


def excuses_page(form: Form, record: str = "", status: int = 200) -> Response:
    """Write the page of excuses; ``form`` is what was sent about the excuse ``record``."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLAN)
    today = who.formats.today
    with office().store.reading() as tx:
        here = rules(tx, who.viewer, today, who.site)
        waiting = asked_for(tx, who, here, schedule(tx, who, today - BACK).tasks(who, today - BACK, today))
        wanted, only = asked.page(sort="-asked_at", sorts=()), asked.text("only")
        page = excuses_decided(tx, who.viewer, who.site, state_of(asked), wanted, only)
        given = excuses(tx, who, here, only)
        if only:
            waiting = [one for one in waiting if one.excuse.id == only]
        about_places = [who.site, *(point.id for point in points(tx, who.viewer, who.site))]
        said = notes_of_places(tx, about_places, who.now - NOTES_BACK) if not only else []
        photos = [photo for one in waiting for photo in one.excuse.photos]
        photos += [photo for one in page.rows for photo in one.photos] + [
            photo for note in said for photo in note.photos
        ]
        stored = stored_photos(tx, files_of(photos))
        named = names(tx, who)
        people = {person.id: person.name for person in persons(tx, who.viewer, who.site)}
    facts: dict[str, object] = {
        "people": people,
        "said": said,
        "waiting": waiting,
        "excuses": given,
        "names": named,
        "about": record,
    }
    facts |= {"shoot": shooter(stored, who.formats), "form": form, "none_sent": Form(), "asked": asked}
    facts |= {"plans": {rule.id: rule for rule in here}, "listing": listing(page, asked), "only": only}
    return show("plan/excuses.html", status, **facts)


def state_of(asked: Query) -> ExcuseState | None:
    """Read which decided excuses an address asks for."""
    found = asked.member("state", ExcuseState)
    return ExcuseState(found) if found and found != ExcuseState.ASKED.value else None


def excuse_sheet(tx: Tx, who: Reader, asked: Query) -> Sheet[Excuse]:
    """Lay the decided excuses out for Excel."""
    t = who.wording
    plans = {str(rule.id): t.text(rule.name) for rule in rules(tx, who.viewer, who.formats.today, who.site)}
    columns: tuple[Column[Excuse], ...] = (
        Column(t("plan.due_on"), lambda one: one.window_on, Kind.DATE, 12),
        Column(t("today.task"), lambda one: plans.get(one.rule, ""), width=36),
        Column(t("plan.reason"), lambda one: one.reason, width=30),
        Column(t("plan.remark"), lambda one: one.note, width=30),
        Column(t("plan.author"), lambda one: one.author_name, width=12),
        Column(t("today.state"), lambda one: t.of(one.state), width=10),
        Column(t("plan.decided_by"), lambda one: one.decided_by_name, width=12),
        Column(t("plan.decided_at"), lambda one: one.decided_at, Kind.MOMENT),
        Column(t("plan.answer"), lambda one: one.word, width=30),
    )
    state = state_of(asked)
    only = asked.text("only")
    rows = pages_of(lambda page: excuses_decided(tx, who.viewer, who.site, state, page, only), "-asked_at")
    return Sheet(t("plan.excuses"), columns, (one for one in rows if one.rule in plans))
