"""What must hold between the lines of a form: parts, defaults, names and functions in expressions, no circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from server.xlsform.cell import Cells
from server.xlsform.survey import Survey
from shared.checklist.evaluate import is_expression
from shared.checklist.judge import has_code
from shared.checklist.reading import atom_of, value_for
from shared.errors import ExpressionError
from shared.expression import Expression, compile_expression
from shared.model.inspection import Answer
from shared.model.place import Text
from shared.model.template import Choice, Item, ItemKind, Section, Template

Graph = Mapping[str, frozenset[str]]
_FITS = {
    ItemKind.NUMBER: Text("数字", "a number"),
    ItemKind.COUNT: Text("整数", "a whole number"),
    ItemKind.DATE: Text("日期，如 2026-01-31", "a date such as 2026-01-31"),
    ItemKind.TIME: Text("时间，如 08：30", "a time such as 08:30"),
    ItemKind.DATETIME: Text("日期和时间，如 2026-01-31T08：30", "a date and time such as 2026-01-31T08:30"),
}


def check(template: Template, survey: Survey) -> None:
    """Check a form's lines against one another; faults go to the survey's findings."""
    items = {item.name: item for item in template.items}
    compiled: dict[tuple[str, str], Expression] = {}
    for name, column, text, cells in _expressions(survey):
        expression = _compile(cells, column, text, template)
        if expression is not None:
            compiled[name, column] = expression
    for item, cells in zip(survey.items, survey.item_lines, strict=True):
        if item.part_of:
            _check_part(item, items, cells)
        if item.default and not is_expression(item.default):
            _check_default(item, cells)
        if item.constraint_message.zh and not item.constraint:
            cells.warn("constraint_message.zh", Text("同行有 constraint", "a constraint on the line"))
    _check_circles(template, compiled, survey)


def _expressions(survey: Survey) -> Iterator[tuple[str, str, str, Cells]]:
    """List the expressions as (name of the line, column, text, line)."""
    for section, cells in zip(survey.sections, survey.section_lines, strict=True):
        if section.relevant:
            yield section.name, "relevant", section.relevant, cells
    for item, cells in zip(survey.items, survey.item_lines, strict=True):
        texts = {
            "required": item.required,
            "relevant": item.relevant,
            "constraint": item.constraint,
            "calculation": item.calculation,
            "default": item.default if is_expression(item.default) else "",
        }
        yield from ((item.name, column, text, cells) for column, text in texts.items() if text)


def _compile(cells: Cells, column: str, text: str, template: Template) -> Expression | None:
    try:
        expression = compile_expression(text)
    except ExpressionError as error:
        detail, detail_zh = error.facts.get("detail", ""), error.facts.get("detail_zh", "")
        cells.refuse(column, Text(f"正确的表达式（{detail_zh}）", f"an expression that can be read ({detail})"))
        return None
    names = {item.name for item in template.items} | {part.name for part in template.sections if part.repeat_over}
    for name in sorted((expression.references | expression.last_saved) - names):
        expected = Text("表达式只引用本表的项和重复组", "only names of this form's items and repeats in ${…}")
        cells.refuse(column, expected, f"${{{name}}}")
    for code in sorted(expression.failed_codes):
        if not any(has_code(item, (code,)) for item in template.items):
            cells.refuse(column, Text("本表印有的编号", "a code that is printed on this form"), f"failed('{code}')")
    return expression


def _check_part(item: Item, items: Mapping[str, Item], cells: Cells) -> None:
    whole = items.get(item.part_of)
    if whole is None or whole.kind is not ItemKind.PASS_FAIL or whole.part_of or whole is item:
        cells.refuse("part_of", Text("一个 pass_fail 项的名称", "the name of a pass_fail item"))
    elif whole.section != item.section:
        expected = Text(f"同一分组中的项（{whole.name} 在另一组）", f"an item of the same group, unlike {whole.name}")
        cells.refuse("part_of", expected)


def _check_default(item: Item, cells: Cells) -> None:
    if item.kind in (ItemKind.CHOICE, ItemKind.CHOICES):
        names = " ".join(choice.name for choice in item.choices)
        chosen = item.default.split() if item.kind is ItemKind.CHOICES else [item.default]
        if not _are_choices(chosen, item.choices):
            cells.refuse("default", Text(f"选项名：{names}", f"a choice: {names}"))
    elif item.kind in _FITS and not _fits(item):
        cells.refuse("default", _FITS[item.kind])


def _are_choices(names: list[str], choices: tuple[Choice, ...]) -> bool:
    known = {choice.name for choice in choices}
    return all(name in known for name in names)


def _fits(item: Item) -> bool:
    try:
        value = value_for(item, item.default)
        return value is not None and atom_of(item, Answer(item.name, value=value), None) != ""
    except ValueError:
        return False


def _check_circles(template: Template, compiled: Mapping[tuple[str, str], Expression], survey: Survey) -> None:
    """Refuse an item whose visibility or calculation depends, over others, on itself."""
    graph = _dependencies(template, compiled)
    told: set[str] = set()
    for name in graph:
        circle = _circle(name, graph)
        if circle and not told.intersection(circle) and name in survey.names:
            told.update(circle)
            column = "calculation" if (name, "calculation") in compiled else "relevant"
            path = " → ".join((*circle, name))
            cells = survey.names[name]
            cells.refuse(column, Text(f"不循环引用（{path}）", f"no circle of references ({path})"))


def _dependencies(template: Template, compiled: Mapping[tuple[str, str], Expression]) -> Graph:
    """Say for each item and group what its visibility and value depend on; an item depends on the groups around it."""
    sections: dict[str, Section] = {section.name: section for section in template.sections}
    around = {section.name: section.parent for section in template.sections}
    around.update({item.name: item.section for item in template.items})
    graph: dict[str, frozenset[str]] = {}
    for name, group in around.items():
        used = {group} if group in sections else set()
        for column in ("relevant", "calculation"):
            expression = compiled.get((name, column))
            if expression is not None:
                used |= {reference for reference in expression.references if reference not in sections}
                used |= {item.name for item in template.items if has_code(item, tuple(expression.failed_codes))}
        graph[name] = frozenset(used)
    return graph


def _circle(start: str, graph: Graph) -> tuple[str, ...]:
    """Find a path from ``start`` back to it; empty if there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        for used in sorted(graph.get(name, frozenset())):
            if used == start:
                path = [name]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if used not in came_from:
                came_from[used] = name
                waiting.append(used)
    return ()
