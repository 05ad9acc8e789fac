"""One line of a draft: its form, what is wrong while it is typed, and the form of the settings, which is made like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from flask import Response, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.office.page import done, show
from server.office.parts import office
from server.office.reader import Reader
from server.office.templates.desk import ICONS, Desk, asked_rev, author, desk_of, kind_of
from server.office.templates.drafts import label_of, shown_by
from server.office.templates.family import blueprint
from server.office.text import catalogue
from server.store.draft import Deed, StaleDraftError, save_draft
from server.xlsform.column import SETTINGS, SURVEY
from server.xlsform.name import LIST_NAME
from server.xlsform.outline import BEGINS, Outline, OutlineError, name_for, rename
from server.xlsform.sheets import Entry, Finding, Sheets, tidy
from shared.model.place import AssetKind, PointKind, Role
from shared.model.template import Act, Certainty, HazardGrade

Typed = MultiDict[str, str]
LONGEST_CELL = 4_000
LISTED = ("select_one", "select_multiple")
SIGNERS = ("inspector", "unit_representative", "witness", "employee", "lead_inspector", "receiver")
NEEDS = ("photo", "note", "action")
MANY = ("fail_needs", "point_kinds", "performers")
"""Columns that hold several words, ticked one by one."""
FUNCTIONS = (
    "today()", "if(a, b, c)", "failed('LMR-09')", "selected(${x}, 'y')", "round(x, 1)", "count(${lift})", "regex(., '[0-9]+')",
)  # fmt: skip
"""Examples that the form of a line offers; docs/forms.md has them all."""
NEW = "new"
"""Names the line that is not there yet."""


@blueprint.get("/drafts/<draft>/rows/<row>")
def show_row(draft: str, row: str) -> Response:
    """Show the form of a line; ``new`` behind ``after`` in the group ``parent``."""
    return row_page(draft, row)


@blueprint.post("/drafts/<draft>/rows/<row>")
def send_row(draft: str, row: str) -> Response:
    """Keep a line as it was typed, right or wrong."""
    who = author()
    try:
        with office().store.writing() as tx:
            desk = desk_of(tx, draft)
            if desk.draft.rev != asked_rev():
                raise StaleDraftError
            sheets, kept = typed_into(desk, row, request.form)
            deed = Deed.ADDED if row == NEW else Deed.EDITED
            about = label_of(Desk(desk.draft, sheets), kept)
            save_draft(tx, who.viewer, draft, desk.draft.rev, sheets, deed, about)
    except StaleDraftError:
        return row_page(draft, row, 409)
    except OutlineError:
        raise NotFound from None
    if request.form.get("then") == "more":
        parent = next((n.parent.entry.id for n in Outline(sheets).nodes() if n.entry.id == kept and n.parent), "")
        return done(url_for("templates.show_row", draft=draft, row=NEW, parent=parent, after=kept), "done.draft_saved")
    return done(url_for("templates.show_draft", draft=draft, _anchor=kept), "done.draft_saved")


@blueprint.post("/drafts/<draft>/rows/<row>/check")
def send_check(draft: str, row: str) -> Response:
    """Say what is wrong with a line as it is typed so far; nothing is kept."""
    who = author()
    with office().store.reading() as tx:
        desk = desk_of(tx, draft)
    try:
        sheets, kept = typed_into(desk, row, request.form)
    except OutlineError:
        raise NotFound from None
    tried = Desk(desk.draft, sheets)
    facts = {"problems": tried.of_rows(tried.reading.problems).get(kept, [])}
    return show(
        "templates/problems.html",
        warnings=tried.of_rows(tried.reading.warnings).get(kept, []),
        **facts,
        **shown_by(who),
    )


@blueprint.get("/drafts/<draft>/settings")
def show_settings(draft: str) -> Response:
    """Show the form of what concerns the checklist as a whole."""
    return settings_page(draft)


@blueprint.post("/drafts/<draft>/settings")
def send_settings(draft: str) -> Response:
    """Keep the settings as they were typed, right or wrong."""
    who = author()
    try:
        with office().store.writing() as tx:
            desk = desk_of(tx, draft)
            sheets = replace(desk.sheets, settings=typed_settings(desk, request.form))
            save_draft(tx, who.viewer, draft, asked_rev(), sheets, Deed.SETTINGS)
    except StaleDraftError:
        return settings_page(draft, 409)
    return done(url_for("templates.show_draft", draft=draft), "done.draft_saved")


def typed_into(desk: Desk, row: str, typed: Typed) -> tuple[Sheets, str]:
    """Return a draft's sheets with one line as it was typed, and that line's id.

    Raises:
        OutlineError: there is no such line, or no such place for a new one.
    """
    old = {} if row == NEW else desk.outline.node(row).entry.cells
    cells = _cells(desk, typed, old)
    choices = _choices(desk.sheets, cells, typed)
    if row == NEW:
        node = desk.outline.add(cells, typed.get("parent", ""), typed.get("after", ""))
        return replace(desk.outline.written(), choices=choices), node.entry.id
    survey = tuple(Entry(row, cells) if entry.id == row else entry for entry in desk.sheets.survey)
    sheets = replace(desk.sheets, survey=survey, choices=choices)
    if old.get("type", "") != cells.get("type", "") and cells.get("type", "") in BEGINS:
        sheets = replace(Outline(sheets).written(), choices=choices)
    before, after = old.get("name", ""), cells.get("name", "")
    is_only = sum(entry.text("name") == before for entry in desk.sheets.survey) == 1
    return (rename(sheets, before, after) if before and after and before != after and is_only else sheets), row


def typed_settings(desk: Desk, typed: Typed) -> dict[str, str]:
    """Return a draft's settings as they were typed; what the form does not show stays."""
    read = {key: _cell(typed, key) for key in SETTINGS.keys if key in typed or key in MANY or key == "is_about_unit"}
    if desk.draft.base:
        read.pop("form_id", None)
    return {key: cell for key, cell in {**desk.sheets.settings, **read}.items() if cell}


def row_page(draft: str, row: str, status: int = 200) -> Response:
    """Write the page of a line; with a status of 409 as it was typed, because somebody changed the draft meanwhile.

    Raises:
        NotFound: there is no such line.
    """
    who = author()
    with office().store.reading() as tx:
        desk = desk_of(tx, draft)
    try:
        node = None if row == NEW else desk.outline.node(row)
    except OutlineError:
        if status != 409:
            raise NotFound from None
        node = None  # it was removed meanwhile; what was typed is not lost
    held = node.entry.cells if node else {"type": request.args.get("type", "select_one pass_fail"), "required": "yes"}
    cells = _cells(desk, request.form, held) if status == 409 else held
    words = cells.get("type", "").split()
    return show(
        "templates/row.html",
        status,
        desk=desk,
        draft=desk.draft,
        is_stale=status == 409,
        node=node,
        row=row,
        cells=cells,
        place={key: request.values.get(key, "") for key in ("parent", "after")},
        kind=kind_of(cells),
        kinds=_kinds(who, cells, row),
        list_name=words[1] if len(words) > 1 and words[0] in LISTED and words[1] != "pass_fail" else "",
        choice_lines=_choice_lines(desk.sheets, words),
        problems=desk.of_rows(desk.reading.problems).get(row, []) if status == 200 else [],
        warnings=desk.of_rows(desk.reading.warnings).get(row, []) if status == 200 else [],
        names=_names(desk),
        functions=FUNCTIONS,
        wholes=[
            e for e in desk.sheets.survey if kind_of(e.cells) == "pass_fail" and not e.text("part_of") and e.id != row
        ],
        extra={key: cell for key, cell in cells.items() if key not in SURVEY.keys},
        **_options(who, cells),
        **shown_by(who),
    )


def settings_page(draft: str, status: int = 200) -> Response:
    """Write the page of a draft's settings."""
    who = author()
    with office().store.reading() as tx:
        desk = desk_of(tx, draft)
    cells = typed_settings(desk, request.form) if status == 409 else desk.sheets.settings
    found: Iterable[Finding] = desk.reading.problems
    return show(
        "templates/settings.html",
        status,
        desk=desk,
        draft=desk.draft,
        is_stale=status == 409,
        cells=cells,
        problems=[one for one in found if one.sheet == "settings"],
        point_kinds=PointKind,
        roles=Role,
        signers=SIGNERS,
        **_options(who, cells),
        **shown_by(who),
    )


def _cells(desk: Desk, typed: Typed, old: Mapping[str, str]) -> dict[str, str]:
    """Read a line as it was typed; columns that the form does not show stay as they were."""
    kind = typed.get("kind", kind_of(old))
    shown = {
        key: _cell(typed, key) for key in SURVEY.keys if key in typed or (key == "fail_needs" and "has_needs" in typed)
    }
    cells = {**old, **shown}
    taken = {entry.text("name") for entry in desk.sheets.survey}
    if not cells.get("name"):
        cells["name"] = name_for(cells.get("code", ""), kind.removeprefix("begin_"), taken)
    appearance = [word for word in cells.get("appearance", "").split() if word != "signature"]
    cells["appearance"] = " ".join([*appearance, "signature"] if kind == "signature" else appearance)
    cells["type"] = _type(kind, tidy(typed.get("list", "")) or cells["name"], old)
    return {key: cell for key, cell in cells.items() if cell}


def _cell(typed: Typed, key: str) -> str:
    text = " ".join(typed.getlist(key)) if key in MANY else typed.get(key, "")
    return tidy(text)[:LONGEST_CELL]


def _type(kind: str, list_name: str, old: Mapping[str, str]) -> str:
    if kind == "pass_fail":
        return "select_one pass_fail"
    if kind in LISTED:
        return f"{kind} {list_name}"
    if kind == "signature":
        return "image"
    if kind == "datetime":
        return "dateTime"
    return kind if kind in ICONS and kind != "unknown" else old.get("type", "")


def _choices(sheets: Sheets, cells: Mapping[str, str], typed: Typed) -> tuple[dict[str, str], ...]:
    """Read the choices of a line's list, one a line: name | 中文 | English. Other columns of a choice stay with its name."""
    words = cells.get("type", "").split()
    if "choices" not in typed or len(words) != 2 or words[0] not in LISTED or not LIST_NAME.fullmatch(words[1]):
        return sheets.choices
    known = {line.get("name", ""): line for line in sheets.list_lines(words[1])}
    made = []
    for number, text in enumerate(tidy(typed["choices"])[:40_000].splitlines(), 1):
        parts = [part.strip() for part in text.replace("｜", "|").split("|")]
        if not any(parts):
            continue
        if len(parts) == 1:  # only a label: the name is made up
            parts = [parts[0] if parts[0].isascii() and " " not in parts[0] else f"c{number}", parts[0]]
        name, zh, en = (*parts, "", "")[:3]
        line = {**known.get(name, {}), "list_name": words[1], "name": name, "label.zh": zh, "label.en": en}
        made.append({key: cell for key, cell in line.items() if cell})
    others = [line for line in sheets.choices if line.get("list_name") != words[1]]
    at = next((n for n, line in enumerate(sheets.choices) if line.get("list_name") == words[1]), len(others))
    return (*others[:at], *made, *others[at:])


def _choice_lines(sheets: Sheets, words: list[str]) -> str:
    if "choices" in request.form:
        return request.form["choices"]
    lines = sheets.list_lines(words[1]) if len(words) == 2 else []
    return "\n".join(" | ".join(line.get(key, "") for key in ("name", "label.zh", "label.en")) for line in lines)


def _kinds(who: Reader, cells: Mapping[str, str], row: str) -> list[tuple[str, str]]:
    """Return the kinds that a line can be: a group stays one, and a line stays a line."""
    is_group = cells.get("type", "") in BEGINS
    known = kind_of(cells)
    offered = [
        kind for kind in ICONS if (row == NEW or (kind in BEGINS) == is_group) and (kind != "unknown" or kind == known)
    ]
    return [(kind, who.wording(f"draft.kind_{kind}")) for kind in offered]


def _names(desk: Desk) -> list[Entry]:
    return [
        node.entry for node in desk.outline.nodes() if node.entry.text("name") and (not node.is_group or node.is_repeat)
    ]


def _options(who: Reader, cells: Mapping[str, str]) -> dict[str, object]:
    """Return the choices of the form's select fields."""
    known = [key.removeprefix("category.") for key in catalogue() if key.startswith("category.")]
    category = cells.get("category", "")
    named = [(key, who.wording(f"category.{key}")) for key in known]
    if category and category.lower() not in known:
        named.append((category, category))
    return {
        "grades": HazardGrade,
        "acts": Act,
        "certainties": Certainty,
        "assets": AssetKind,
        "needs": NEEDS,
        "categories": named,
    }
