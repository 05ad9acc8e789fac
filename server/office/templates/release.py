"""Publishing a draft, and what differs between two versions of a checklist."""

from __future__ import annotations

from flask import Response, request, url_for
from werkzeug.exceptions import NotFound

from server.office.page import done, show
from server.office.parts import office
from server.office.permission import Permission
from server.office.reader import Reader, reader
from server.office.templates.desk import asked_rev, author, desk_of, field_word
from server.office.templates.family import blueprint
from server.store.draft import FaultyDraftError, StaleDraftError, publish_draft, use_of
from server.store.template import latest, versions
from server.xlsform.compare import CHOICES, GROUP, Kind, compare
from server.xlsform.sheets import Sheets, sheets_of
from shared.ids import TemplateId

TONES = {
    "added": ("ok", "plus"),
    "removed": ("bad", "trash"),
    "moved": ("info", "arrows-exchange"),
    "changed": ("warn", "pencil"),
    "setting": ("mute", "settings"),
}


@blueprint.get("/drafts/<draft>/publish")
def show_release(draft: str) -> Response:
    """Show what publishing a draft would change, and which plans walk the checklist."""
    return release_page(draft)


@blueprint.post("/drafts/<draft>/publish")
def send_release(draft: str) -> Response:
    """Publish a draft as the version after the one that it was compared with."""
    who = author()
    typed = request.form.get("newest", "")
    newest = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1
    try:
        with office().store.writing() as tx:
            new = publish_draft(tx, who.viewer, draft, asked_rev(), newest)
    except StaleDraftError:
        return release_page(draft, 409)
    except FaultyDraftError:
        return release_page(draft, 422)
    return done(url_for("templates.show_version", template=new.id, version=new.version), "done.publish")


@blueprint.get("/<template>/compare")
def show_compared(template: str) -> Response:
    """Show what differs between two published versions, the last two unless the address says otherwise."""
    who = reader()
    who.must(Permission.SEE_TEMPLATES)
    with office().store.reading() as tx:
        known = {str(one.version): one for one in versions(tx, TemplateId(template))}
    if not known:
        raise NotFound
    numbers = list(known)
    chosen = [request.args.get("from") or numbers[max(0, len(numbers) - 2)], request.args.get("to") or numbers[-1]]
    if any(number not in known for number in chosen):
        raise NotFound
    before, after = (known[number] for number in chosen)
    found = compare(sheets_of(before), sheets_of(after))
    return show("templates/compare.html", before=before, after=after, versions=numbers, **_shown(who, found))


def release_page(draft: str, status: int = 200) -> Response:
    """Write the page of publishing; 409: something changed meanwhile, so look again."""
    who = author()
    with office().store.reading() as tx:
        desk = desk_of(tx, draft)
        newest = latest(tx, desk.draft.template)
        use = use_of(tx, who.viewer, desk.draft.template)
    found = compare(sheets_of(newest) if newest else Sheets(), desk.sheets)
    return show(
        "templates/release.html",
        status,
        draft=desk.draft,
        newest=newest,
        use=use,
        problems=desk.reading.problems,
        warnings=desk.reading.warnings,
        is_stale=status == 409,
        is_behind=newest is not None and desk.draft.base < newest.version,
        **_shown(who, found),
    )


def _shown(who: Reader, found: object) -> dict[str, object]:
    return {
        "differences": found,
        "tones": TONES,
        "kinds": Kind,
        "own_columns": (GROUP, CHOICES),
        "field_word": lambda key: field_word(who.wording, key),
    }
