"""Pages about dead letters."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.letters import LetterSettledError, Settler, apply_letter, reopen, set_aside
from server.office.excel import Sheet as ExcelSheet
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form
from server.office.letters.correct import corrected, raw
from server.office.letters.excel import letter_sheet
from server.office.letters.photos import addresses
from server.office.letters.reach import must_reach
from server.office.letters.sheet import Sheet, load
from server.office.listing import Query, listing, query
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.photos.shot import shooter
from server.office.reader import Reader, reader
from server.store import Tx
from server.store.device import devices
from server.store.letter import ASIDE, STATES, Letter, LetterFilter, letter_counts, letter_for, letters
from shared.errors import MalformedError, OpRefusedError, RoundsError, RuleError, ServerFaultError
from shared.ids import DeviceId, PersonId
from shared.sync.messages import OP_BODIES, Op
from shared.sync.problem import problem_of

blueprint = pages("letters", __name__)
Settle = Callable[[Sheet, Form, Settler], None]


@blueprint.get("")
def show_list() -> Response:
    """Show the letters of the chosen site, or of all the reader's, those that wait unless asked otherwise."""
    who, asked = reader(), query()
    who.must(Permission.SEE_TABLETS)
    if asked.is_excel:
        return answer_excel(export)
    wanted = filter_of(asked, who)
    with office().store.reading() as tx:
        page = letters(tx, who.viewer, wanted, asked.page(sort="", sorts=()))
        counts = letter_counts(tx, who.viewer, LetterFilter(wanted.site, "", wanted.kind, wanted.device))
        tablets = [row for row in devices(tx, who.viewer) if wanted.site is None or row.site == wanted.site]
    facts = {"kinds": tuple(OP_BODIES), "tablets": tablets, "counts": counts, "state": wanted.state or "all"}
    return show("letters/list.html", listing=listing(page, asked), asked=asked, states=STATES, **facts)


def export(tx: Tx, who: Reader, asked: Query) -> ExcelSheet[Letter]:
    """Lay the list out for Excel."""
    who.must(Permission.SEE_TABLETS)
    return letter_sheet(tx, who, filter_of(asked, who))


@blueprint.get("/<key>")
def show_one(key: str) -> Response:
    """Show one letter: what it wanted, why not, how things stand, and the ways out."""
    return sheet(key, Form())


@blueprint.post("/<key>/<act>")
def settle(key: str, act: str) -> Response:
    """Apply a letter as it came or corrected, set it aside with a word, or take it up again."""
    who, form = reader(), Form(request.form)
    if act not in ACTS:
        raise NotFound
    with office().store.reading() as tx:
        who.must(Permission.SEE_TABLETS)
        letter = letter_for(tx, who.viewer, key)
        who.must(Permission.MANAGE_TABLETS, letter.place)
        found = load(tx, who, letter)
    word = form.line("word", must=act in {"aside", "correct", "raw"})
    try:
        ACTS[act](found, form, Settler(who.viewer.person, who.name, word))
    except (OpRefusedError, RuleError) as error:
        form.wrong("", "letters.still_refused")
        return sheet(key, form, 422, tried=act, error=error)
    except ServerFaultError:
        form.wrong("", "letters.still_broken")
        return sheet(key, form, 422, tried=act)
    except MalformedError as error:
        form.wrong("body", "letters.not_readable")
        trouble = f"{error.facts.get('path', '')} · {error.facts.get('detail', '')}"
        return sheet(key, form, 422, tried=act, trouble=trouble)
    except LetterSettledError:
        form.wrong("", "letters.settled_meanwhile")
        return sheet(key, form, 409, tried=act)
    if not form.is_valid:
        return sheet(key, form, 422, tried=act)
    return done(url_for("letters.show_one", key=key), f"done.letter_{act}")


def _apply(found: Sheet, _form: Form, by: Settler) -> None:
    apply_letter(office().store, office().exchange, found.letter, by)


def _correct(found: Sheet, form: Form, by: Settler) -> None:
    if not found.choices.any:
        raise NotFound
    fresh = office().ids.new()
    _apply_corrected(found, form, by, corrected(found.letter, found.reading, found.choices, form, _person(by), fresh))


def _raw(found: Sheet, form: Form, by: Settler) -> None:
    _apply_corrected(found, form, by, raw(found.letter, form, _person(by)))


def _apply_corrected(found: Sheet, form: Form, by: Settler, op: Op) -> None:
    if form.is_valid:
        with office().store.reading() as tx:
            must_reach(tx, reader(), op)
        apply_letter(office().store, office().exchange, found.letter, by, None if op == found.letter.op else op)


def _aside(found: Sheet, form: Form, by: Settler) -> None:
    if form.is_valid:
        set_aside(office().store, found.letter, by)


def _reopen(found: Sheet, _form: Form, by: Settler) -> None:
    if found.letter.state != ASIDE:
        raise LetterSettledError
    reopen(office().store, found.letter, by)


ACTS: dict[str, Settle] = {"apply": _apply, "correct": _correct, "raw": _raw, "aside": _aside, "reopen": _reopen}


def _person(by: Settler) -> PersonId:
    if by.id is None:
        raise NotFound
    return by.id


def sheet(
    key: str, form: Form, status: int = 200, tried: str = "", error: RoundsError | None = None, trouble: str = ""
) -> Response:
    """Write a letter's page; ``error`` is why the last try failed, ``trouble`` where a body could not be read."""
    who = reader()
    who.must(Permission.SEE_TABLETS)
    with office().store.reading() as tx:
        found = load(tx, who, letter_for(tx, who.viewer, key))
    refused = problem_of(error) if error is not None else None
    facts = {"form": form, "fresh": Form(), "tried": tried, "refused": refused, "trouble": trouble}
    shoot = shooter(found.stored, who.formats, where=addresses(key))
    return show("letters/one.html", status, s=found, shoot=shoot, **facts)


def filter_of(asked: Query, who: Reader) -> LetterFilter:
    """Read a list's filters from its address; without a state it shows what waits."""
    state = asked.text("state") or "waiting"
    known = {*STATES, "waiting"}
    kind = asked.text("kind")
    return LetterFilter(
        site=None if asked.text("at") == "all" else who.site,
        state=state if state in known else "",
        kind=kind if kind in OP_BODIES else "",
        device=DeviceId(asked.text("tablet")) or None,
    )
