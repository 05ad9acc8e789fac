"""Read a form's settings: its line of ``forms.csv`` or the sheet ``settings``."""

from __future__ import annotations

from server.xlsform.cell import Cells
from server.xlsform.column import SETTINGS, Sheet, recognise
from server.xlsform.name import FORM_ID
from server.xlsform.problem import Findings
from server.xlsform.table import Table
from shared.ids import TemplateId
from shared.model.place import AssetKind, PointKind, Role, Text
from shared.model.template import Certainty, Item, Section, Template


def settings_sheet(table: Table, findings: Findings) -> Sheet:
    """Recognise the columns of the settings and check that every line names a different form."""
    sheet = recognise(table, SETTINGS, findings)
    seen: set[str] = set()
    for row in sheet.rows:
        form_id = row.cells.get("form_id", "")
        if not FORM_ID.fullmatch(form_id) or form_id in seen:
            expected = Text("小写字母、数字和 - 组成且不重复的编号", "lower-case letters, digits and -, each form once")
            Cells(sheet, row, findings).refuse("form_id", expected)
        seen.add(form_id)
    return sheet


def form_ids(sheet: Sheet) -> tuple[str, ...]:
    """List the forms that the settings name, in order."""
    return tuple(row.cells["form_id"] for row in sheet.rows if FORM_ID.fullmatch(row.cells.get("form_id", "")))


def build_template(cells: Cells, sections: tuple[Section, ...], items: tuple[Item, ...]) -> Template:
    """Join a form's settings with its sections and items."""
    kind = cells.text("inspection_type")
    if not kind:
        cells.refuse("inspection_type", Text("检查类型，如 patrol", "a type of inspection such as patrol"))
    return Template(
        id=TemplateId(cells.text("form_id")),
        version=cells.whole("version", 1, is_required=True),
        title=cells.spoken("title", is_required=True),
        inspection_type=kind,
        sections=sections,
        items=items,
        point_kinds=cells.many("point_kinds", PointKind),
        performers=cells.many("performers", Role),
        signers=cells.words("signers") or ("inspector",),
        source=cells.text("source"),
        certainty=cells.certainty("certainty") or Certainty.RECOMMENDED,
        requires=cells.words("requires"),
        is_about_unit=cells.yes("is_about_unit"),
        per_asset=cells.one("per_asset", AssetKind),
        extra=cells.unknown(),
    )
