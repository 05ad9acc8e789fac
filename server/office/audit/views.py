"""The page about who did what, and its exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Response, stream_with_context

from server.office.audit.words import act_word, named, origin_word, outcome_tone, records_of
from server.office.excel import Column, Sheet, disposition, pages_of
from server.office.excel import Kind as Cells
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.listing import Query, listing, query
from server.office.names import placed_names
from server.office.page import show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.search.titles import english_titles
from server.store import Tx
from server.store.chain import OUTCOMES
from server.store.logbook import LogFilter, LogRow, acts_of, exported, head_of, is_looked_through, log_rows
from server.store.search import titles_of
from shared.schedule.task import SECRET_READERS

blueprint = pages("audit", __name__)
LINES = "application/x-ndjson"


@blueprint.get("")
def show_list() -> Response:
    """Show who did what at the chosen site, the latest first."""
    who, asked = reader(), query()
    who.must(Permission.SEE_AUDIT)
    if asked.is_excel:
        return answer_excel(export)
    wanted = filter_of(asked, who)
    with office().store.reading() as tx:
        page = log_rows(tx, who.viewer, wanted, asked.page(sort="-seq", sorts=("seq",)))
        acts = acts_of(tx, who.viewer, LogFilter(site=who.site, today=wanted.today, may_know=wanted.may_know))
        titles = _titles(tx, who, page.rows)
        head, is_whole = head_of(tx), is_looked_through(tx, wanted)
    say = who.wording
    facts = {
        "acts": [(act, act_word(act, say)) for act in acts],
        "act_word": lambda act: act_word(act, say),
        "origin_word": lambda origin: origin_word(origin, say),
        "named": lambda row: named(row, titles, say),
        "tone": outcome_tone,
        "outcomes": [(one, say(f"outcome.{one}")) for one in OUTCOMES],
        "head": head,
        "is_whole": is_whole or not asked.is_filtered,
    }
    return show("audit/list.html", listing=listing(page, asked), asked=asked, **facts)


@blueprint.get("/chain.jsonl")
def show_chain() -> Response:
    """Send the whole chain as JSON lines; rows that this reader may not see, or did not ask for, as their hashes alone."""
    who, asked = reader(), query()
    who.must(Permission.SEE_AUDIT)
    wanted = filter_of(asked, who)

    def lines() -> Iterator[str]:
        for line in exported(office().store, who.viewer, wanted):
            yield f"{line}\n"

    answer = Response(stream_with_context(lines()), mimetype=LINES)
    answer.headers["Content-Disposition"] = disposition(f"{who.wording('menu.audit')}-{who.formats.today:%Y%m%d}.jsonl")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def export(tx: Tx, who: Reader, asked: Query) -> Sheet[LogRow]:
    """Lay the list out for Excel."""
    who.must(Permission.SEE_AUDIT)
    say, wanted = who.wording, filter_of(asked, who)
    columns: list[Column[LogRow]] = [
        Column(say("audit.number"), lambda row: row.seq, Cells.NUMBER, 8),
        Column(say("audit.at"), lambda row: row.at, Cells.MOMENT, 18),
        Column(say("audit.person"), lambda row: row.name, width=14),
        Column(say("audit.roles"), lambda row: "、".join(_role(one, say) for one in row.roles), width=24),
        Column(say("audit.origin"), lambda row: origin_word(row.origin, say), width=24),
        Column(say("audit.act"), lambda row: act_word(row.act, say), width=28),
        Column(say("audit.outcome"), lambda row: say(f"outcome.{row.outcome}"), width=10),
        Column(say("audit.about"), lambda row: "\n".join(f"{kind} {ident}" for kind, ident in row.about), width=50),
        Column(say("audit.hash"), lambda row: row.hash, width=66),
    ]
    rows = pages_of(lambda page: log_rows(tx, who.viewer, wanted, page), "-seq")
    return Sheet(say("menu.audit"), columns, rows)


def filter_of(asked: Query, who: Reader) -> LogFilter:
    """Read the list's filters from its address; secrets follow from who reads, not from the address."""
    zone = who.formats.zone
    knows = frozenset(site for site, roles in who.viewer.roles.items() if roles & SECRET_READERS)
    return LogFilter(
        site=who.site,
        act=asked.text("act"),
        outcome=asked.text("outcome") if asked.text("outcome") in OUTCOMES else "",
        since=asked.since("from", zone),
        before=asked.until("to", zone),
        text=asked.text("q"),
        today=who.formats.today,
        may_know=knows,
    )


def _titles(tx: Tx, who: Reader, rows: Sequence[LogRow]) -> dict[tuple[str, str], str]:
    """Return what the records of rows are called, on an English page by their English names."""
    titles = titles_of(tx, records_of(rows))
    if who.wording.language == "zh" or not who.chosen:
        return titles
    known = placed_names(tx, who)
    for kind in dict.fromkeys(kind for kind, _ in titles):
        mine = {ident: title for (of, ident), title in titles.items() if of == kind}
        titles |= {(kind, ident): title for ident, title in english_titles(tx, who, kind, mine, known).items()}
    return titles


def _role(value: str, say: object) -> str:
    return str(say.first(f"Role.{value}", "audit.other_role"))  # type: ignore[attr-defined]
