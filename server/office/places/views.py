"""Pages about sites, buildings, points, equipment and inspected units."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Response, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.office.excel import Column, Sheet, pages_of
from server.office.excel import Kind as Cells
from server.office.excel import answer as answer_excel
from server.office.family import pages
from server.office.form import Form
from server.office.listing import Query, listing, query
from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.places.field import Form as Shape
from server.office.places.field import Known, Value
from server.office.places.keeping import keep, known_at, read_form, taken, words_of
from server.office.places.kinds import PLACES, POINT, SITE, RecordKind, fields_for, values_of
from server.office.places.tags import LAYOUTS, Tag, tags_of
from server.office.places.words import label_of, word_of, worded
from server.office.reader import Reader, reader
from server.store import PageRequest, Tx
from server.store.place import (
    PlaceFilter,
    assets_at,
    buildings,
    in_use,
    named_places,
    place_count,
    place_for,
    place_rows,
    points,
    sites,
)
from server.store.rule import end_given_up
from server.store.viewer import grant
from shared.ids import SiteId
from shared.model.place import Role, Site

blueprint = pages("places", __name__)
MOST_TAGS = 300
COLUMNS: dict[str, tuple[str, ...]] = {
    "building": ("name", "code", "kind", "height_m", "floors", "basements", "systems"),
    "point": ("number", "name", "kind", "building", "floor", "tag"),
    "asset": ("number", "name", "kind", "point", "next_inspection_on"),
    "unit": ("name", "code", "kind", "head", "phone", "place"),
}
"""What a list shows; its Excel file holds all fields."""
SORTS = {
    "building": ("name", "code"),
    "point": ("number", "name"),
    "asset": ("number", "name", "next_inspection_on"),
    "unit": ("name", "code"),
}


@blueprint.get("")
def show_places() -> Response:
    """Go on to the list of units, which is asked for most."""
    reader().must(Permission.SEE_PLACES)
    return redirect(url_for("places.show_list", kind="unit"), 303)  # type: ignore[return-value]


@blueprint.get("/sites")
def show_sites() -> Response:
    """Show the sites that the reader has a role at."""
    who = reader()
    who.must(Permission.SEE_PLACES)
    with office().store.reading() as tx:
        found = [one for one in sites(tx, who.viewer) if who.may(Permission.SEE_PLACES, one.id)]
    return show("places/sites.html", sites=found, kind=SITE, tabs=PLACES)


@blueprint.get("/sites/new")
def show_new_site() -> Response:
    """Show the form of a new site."""
    reader().must(Permission.MANAGE_PEOPLE)
    return _site_page(None, Form(MultiDict({"timezone": "Asia/Shanghai"})))


@blueprint.post("/sites/new")
def send_new_site() -> Response:
    """Add a site; whoever adds it is its first administrator."""
    who, form = reader(), Form(request.form)
    who.must(Permission.MANAGE_PEOPLE)
    values = read_form(form, SITE, Known(words_of, {}))
    if not form.is_valid:
        return _site_page(None, form, 422)
    with office().store.writing() as tx:
        made: Site = keep(tx, SITE, SiteId(""), values)
        grant(tx, who.viewer.person, made.id, Role.ADMINISTRATOR)
    return done(url_for("places.show_sites"), "done.place_kept")


@blueprint.get("/sites/<site>")
def show_site(site: str) -> Response:
    """Show one site."""
    who = reader()
    who.must(Permission.SEE_PLACES, SiteId(site))
    with office().store.reading() as tx:
        found = tx.get(Site, site)
    return _site_page(found, _shown(SITE, found))


@blueprint.post("/sites/<site>")
def send_site(site: str) -> Response:
    """Change a site."""
    who, form = reader(), Form(request.form)
    who.must(Permission.MANAGE_PEOPLE, SiteId(site))
    values = read_form(form, SITE, Known(words_of, {}))
    with office().store.reading() as tx:
        found = tx.get(Site, site)
    if not form.is_valid:
        return _site_page(found, form, 422)
    with office().store.writing() as tx:
        keep(tx, SITE, found.id, values, tx.get(Site, site))
    return done(url_for("places.show_site", site=site), "done.place_kept")


@blueprint.get("/tags")
def show_tags() -> Response:
    """Show which points' tags can be printed, or the sheets of those that were chosen."""
    who, asked = reader(), query()
    who.must(Permission.SEE_PLACES)
    layout = asked.text("layout") if asked.text("layout") in LAYOUTS else next(iter(LAYOUTS))
    chosen = set(request.args.getlist("point")[:MOST_TAGS])
    wanted = PlaceFilter(who.site, asked.text("q"), building=asked.text("building"))
    with office().store.reading() as tx:
        houses = {one.id: one for one in buildings(tx, who.viewer, who.site)}
        if request.args.get("print") and chosen:
            every = in_use(points(tx, who.viewer, who.site))
            tags: list[Tag] = tags_of([one for one in every if one.id in chosen], houses, who.wording)
            return show("places/sheet.html", tags=tags, layout=layout, cells=LAYOUTS[layout], asked=asked)
        found = place_rows(tx, who.viewer, "point", wanted, PageRequest(1, MOST_TAGS, "number"))
    facts = {"chosen": chosen, "layouts": LAYOUTS, "layout": layout, "most": MOST_TAGS}
    return show("places/tags.html", found=found, houses=houses, asked=asked, tabs=PLACES, **facts)


@blueprint.get("/<kind>")
def show_list(kind: str) -> Response:
    """Show the records of a kind at the chosen site."""
    who, asked, known = reader(), query(), _kind(kind)
    who.must(Permission.SEE_PLACES)
    if asked.is_excel:
        return answer_excel(EXPORTS[kind])
    wanted = filter_of(asked, who)
    with office().store.reading() as tx:
        order = asked.page(sort=known.sort, sorts=SORTS[kind])
        page = place_rows(tx, who.viewer, kind, wanted, order)
        retired = place_count(tx, who.viewer, kind, replace(wanted, is_retired=True))
        named = _names(tx, who, known)
        houses = buildings(tx, who.viewer, who.site) if kind == "point" else []
    facts: dict[str, object] = {"kind": known, "tabs": PLACES, "names": named, "retired": retired, "houses": houses}
    facts |= {"columns": COLUMNS[kind], "values_of": values_of, "worded": worded}
    return show("places/list.html", listing=listing(page, asked), asked=asked, **facts)


@blueprint.get("/<kind>/new")
def show_new(kind: str) -> Response:
    """Show the form of a new record."""
    known = _kind(kind)
    reader().must(Permission.MANAGE_PLACES)
    typed = {name: request.args[name] for name in ("kind", "building", "point") if name in request.args}
    return _page(known, None, Form(MultiDict({"is_in_service": "1", **typed})))


@blueprint.post("/<kind>/new")
def send_new(kind: str) -> Response:
    """Add a record."""
    who, known = reader(), _kind(kind)
    who.must(Permission.MANAGE_PLACES)
    return _send(who, known, None)


@blueprint.get("/<kind>/<record>")
def show_one(kind: str, record: str) -> Response:
    """Show one record, to be changed by whoever may."""
    who, known = reader(), _kind(kind)
    with office().store.reading() as tx:
        found = place_for(tx, who.viewer, kind, record)
        who.must(Permission.SEE_PLACES, found.site)
    return _page(known, found, _shown(known, found))


@blueprint.post("/<kind>/<record>")
def send_one(kind: str, record: str) -> Response:
    """Change a record."""
    who, known = reader(), _kind(kind)
    with office().store.reading() as tx:
        found = place_for(tx, who.viewer, kind, record)
        who.must(Permission.MANAGE_PLACES, found.site)
    return _send(who, known, found)


@blueprint.post("/<kind>/<record>/retired")
def send_retired(kind: str, record: str) -> Response:
    """Retire a record, which keeps its history, or take it back into use."""
    who, known = reader(), _kind(kind)
    is_retired = Form(request.form).ticked("is_retired")
    with office().store.writing() as tx:
        found = place_for(tx, who.viewer, known.name, record)
        who.must(Permission.MANAGE_PLACES, found.site)
        if found.is_retired != is_retired:
            tx.put(replace(found, is_retired=is_retired))
            end_given_up(tx, tx.get(Site, found.site))
    return done(url_for("places.show_one", kind=kind, record=record), "done.retired" if is_retired else "done.restored")


def filter_of(asked: Query, who: Reader) -> PlaceFilter:
    """Read a list's filters from its address."""
    return PlaceFilter(
        site=who.site,
        text=asked.text("q"),
        kind=asked.text("kind"),
        building=asked.text("building"),
        point=asked.text("point"),
        is_retired=asked.text("show") == "retired",
        inspection_before=asked.day("inspection_before"),
    )


def _send(who: Reader, kind: RecordKind, before: Any) -> Response:
    """Keep what a form says; somebody else's change meanwhile is not overwritten."""
    form = Form(request.form)
    with office().store.writing() as tx:
        found = place_for(tx, who.viewer, kind.name, before.id) if before is not None else None
        site = found.site if found is not None else who.site
        values = read_form(form, kind, known_at(tx, site, kind))
        for name, key in taken(tx, kind, site, values, found.id if found is not None else "").items():
            form.wrong(name, key)
        if found is not None and form.value("rev", "0") not in {"0", str(tx.rev(kind.cls, found.id))}:
            form.wrong("", "places.changed_meanwhile")
        kept = keep(tx, kind, site, values, found) if form.is_valid else None
    if kept is None:
        return _page(kind, before, form, 422)
    return done(url_for("places.show_one", kind=kind.name, record=kept.id), "done.place_kept")


def _page(kind: RecordKind, found: Any, form: Form, status: int = 200) -> Response:
    who = reader()
    with office().store.reading() as tx:
        site = found.site if found is not None else who.site
        options = {
            field.name: [
                (ident, " ".join(dict.fromkeys(names))) for ident, names in named_places(tx, field.refers, site)
            ]
            for field in kind.fields
            if field.refers
        }
        rev = tx.rev(kind.cls, found.id) if found is not None else 0
        held = assets_at(tx, found.id) if found is not None and kind is POINT else []
    fields = fields_for(kind, form.value("kind"))
    may_edit = who.may(Permission.MANAGE_PLACES, site)
    names = {ident: word for known in options.values() for ident, word in known}
    facts = {"options": options, "rev": rev, "fields": fields, "may_edit": may_edit, "held": held, "names": names}
    return show("places/one.html", status, kind=kind, one=found, form=form, values_of=values_of, worded=worded, **facts)


def _site_page(found: Site | None, form: Form, status: int = 200) -> Response:
    who = reader()
    may_edit = who.may(Permission.MANAGE_PEOPLE, found.id if found else None)
    facts = {"options": {}, "rev": 0, "fields": SITE.fields, "may_edit": may_edit, "held": (), "names": {}}
    return show("places/one.html", status, kind=SITE, one=found, form=form, values_of=values_of, worded=worded, **facts)


def _shown(kind: RecordKind, found: Any) -> Form:
    """Put a record's values into its form."""
    typed: MultiDict[str, str] = MultiDict()
    for field in kind.fields:
        value = values_of(kind, found)[field.name]
        if isinstance(value, tuple):
            for one in value if field.form is Shape.SEVERAL else ["、".join(value)]:
                typed.add(field.name, one)
        elif value not in (None, False):
            typed.add(field.name, _typed(value))
    return Form(typed)


def _typed(value: Value) -> str:
    if value is True:
        return "1"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _names(tx: Tx, who: Reader, kind: RecordKind) -> dict[str, str]:
    """Name what the rows of a list refer to."""
    if kind.name == "asset":
        return {one.id: f"{who.wording.text(one.name)} {one.number}" for one in points(tx, who.viewer, who.site)}
    return {one.id: who.wording.text(one.name) for one in buildings(tx, who.viewer, who.site)}


def _kind(name: str) -> RecordKind:
    """Read a kind from an address.

    Raises:
        NotFound: there are no pages about such records.
    """
    if name not in PLACES:
        raise NotFound
    return PLACES[name]


def _export(name: str) -> Any:
    """Make what lays a kind's list out for Excel: every field, in the words that the import understands."""
    kind = PLACES[name]

    def export(tx: Tx, who: Reader, asked: Query) -> Sheet[Any]:
        who.must(Permission.SEE_PLACES)
        wanted, say = filter_of(asked, who), who.wording
        named = {one: names[0] for refers in ("building", "point") for one, names in named_places(tx, refers, who.site)}
        rows = pages_of(lambda page: place_rows(tx, who.viewer, name, wanted, page), kind.sort)
        return Sheet(say(f"places.{name}"), [_column(kind, field, say, named) for field in kind.fields], rows)

    return export


def _column(kind: RecordKind, field: Any, say: Any, named: dict[str, str]) -> Column[Any]:
    cells = {Shape.NUMBER: Cells.NUMBER, Shape.WHOLE: Cells.NUMBER, Shape.DAY: Cells.DATE}

    def value(one: Any) -> Any:
        found = values_of(kind, one)[field.name]
        if field.form is Shape.YES:
            return say("excel.yes") if found else ""
        if field.form is Shape.CHOICE:
            return word_of(field, str(found), say) if found else ""
        if isinstance(found, tuple):
            return "、".join(word_of(field, each, say) if field.words else each for each in found)
        return named.get(str(found), "") if field.refers else found

    return Column(label_of(say, kind.name, field.name), value, cells.get(field.form, Cells.TEXT), 18)


EXPORTS = {name: _export(name) for name in PLACES}
