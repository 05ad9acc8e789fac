"""What must hold between the lines of a form: parts belong to items."""

from __future__ import annotations

from server.xlsform.problem import Findings
from server.xlsform.survey import Survey
from shared.model.place import Text
from shared.model.template import Item, ItemKind, Template


def check(template: Template, survey: Survey, findings: Findings) -> None:
    """Check a form's lines against one another; faults go to ``findings``."""
    items = {item.name: item for item in template.items}
    for item in template.items:
        if item.part_of:
            _check_part(item, items, survey)


def _check_part(item: Item, items: dict[str, Item], survey: Survey) -> None:
    whole = items.get(item.part_of)
    if whole is None or whole.kind is not ItemKind.PASS_FAIL or whole.part_of or whole is item:
        expected = Text("一个 pass_fail 项的名称", "the name of a pass_fail item")
    elif whole.section != item.section:
        expected = Text(f"同一分组中的项({whole.name} 在另一组)", f"an item of the same group, unlike {whole.name}")
    else:
        return
    survey.lines[item.name].refuse("part_of", expected)
