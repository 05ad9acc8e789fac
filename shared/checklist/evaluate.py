"""The doors: evaluate a record, fill a new one's defaults, and sum up earlier records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from shared.checklist.form import Form
from shared.checklist.judge import Judge, is_outside, is_warned
from shared.checklist.reading import is_blank, value_for
from shared.checklist.state import SILENT, AnswerKey, Context, Evaluation, Past, RowState, SectionState
from shared.expression import to_number, to_text
from shared.ids import AssetId
from shared.model.inspection import Answer, Inspection, Result, Status
from shared.model.template import Item, ItemKind, Template

_EXPRESSION = re.compile(r"\$\{|[a-z][a-z0-9:-]*\s*\(")


def evaluate(
    template: Template, answers: Mapping[AnswerKey, Answer] | Iterable[Answer], context: Context
) -> Evaluation:
    """Decide what a record's answers amount to. Never raises for what authors or inspectors wrote."""
    given = answers if isinstance(answers, Mapping) else {(answer.item, answer.per): answer for answer in answers}
    judge = Judge(Form(template, context.assets), given, context)
    rows = tuple(_row(judge, item, per) for item, per in judge.form.rows())
    visible = [row for row in rows if row.visible]
    heads = [row for row in visible if judge.is_head(row.item, row.per)]
    verdicts = [row.verdict for row in heads]
    return Evaluation(
        rows=rows,
        sections=_sections(visible, heads),
        faults=tuple(judge.faults),
        failures=tuple(row for row in heads if row.verdict is Result.FAIL),
        answered=sum(1 for row in visible if row.required and row.is_answered),
        total=sum(1 for row in visible if row.required),
        passed=verdicts.count(Result.PASS),
        na=verdicts.count(Result.NA),
        not_checked=verdicts.count(Result.NOT_CHECKED),
        out_of_limits=sum(1 for row in visible if row.out_of_limits),
        warned=sum(1 for row in visible if row.warned),
    )


def defaults(template: Template, context: Context) -> tuple[Answer, ...]:
    """Return the answers that a new record begins with: the items' defaults, values or expressions."""
    judge = Judge(Form(template, context.assets), {}, context)
    filled = []
    for item, per in judge.form.rows():
        if item.default and item.kind not in SILENT and item.kind is not ItemKind.PASS_FAIL:
            atom = judge.evaluate_default(item, per) if is_expression(item.default) else item.default
            try:
                value = value_for(item, atom)
            except ValueError:
                value = None
            if value is not None:
                filled.append(Answer(item.name, per, value=value))
    return tuple(filled)


def is_expression(default: str) -> bool:
    """Tell whether a default is to be computed: it names an answer or calls a function."""
    return _EXPRESSION.search(default) is not None


def expressions(template: Template) -> Iterator[str]:
    """List the expressions of a form that are read when it is filled in, without white space around them."""
    texts = [section.relevant for section in template.sections]
    for item in template.items:
        default = item.default if is_expression(item.default) else ""
        texts += [item.required, item.relevant, item.constraint, item.calculation, default]
    yield from filter(None, (text.strip() for text in texts))


def history_of(inspections: Iterable[Inspection]) -> dict[AnswerKey, Past]:
    """Sum up finished records of one template at one place: when each item was last done and what was found.

    未检 is not done. A record that another one amends counts no more.
    """
    finished = [record for record in inspections if record.status is Status.FINAL]
    amended = {record.amends for record in finished}
    history: dict[AnswerKey, Past] = {}
    for record in finished:
        if record.id in amended:
            continue
        for answer in record.answers:
            key = (answer.item, answer.per)
            at = (answer.at or record.ended_at or record.started_at).wall
            is_done = not is_blank(answer) and answer.result is not Result.NOT_CHECKED
            if is_done and (key not in history or at > history[key].at):
                history[key] = Past(at, answer.value, answer.result)
    return history


def _row(judge: Judge, item: Item, per: AssetId | None) -> RowState:
    visible, is_due = judge.is_visible(item, per), judge.is_due(item, per)
    limits = judge.limits(item, per)
    answer = judge.answers.get((item.name, per))
    if not visible:
        value = answer.value if answer else None
        return RowState(item, per, visible=False, is_due=is_due, limits=limits, value=value)
    number = to_number(judge.own_value(item, per)) if limits else 0.0
    required = judge.is_required(item, per)
    return RowState(
        item,
        per,
        visible=True,
        is_due=is_due,
        required=required,
        is_answered=judge.is_answered(item, per),
        value=_value(judge, item, per, answer),
        verdict=judge.verdict(item, per),
        limits=limits,
        out_of_limits=limits is not None and is_outside(limits, number),
        warned=limits is not None and is_warned(limits, number),
        failed_parts=judge.failed_parts(item, per),
        constraint_message=judge.broken_rule(item, per),
        missing=judge.missing(item, per, required=required),
    )


def _value(
    judge: Judge, item: Item, per: AssetId | None, answer: Answer | None
) -> str | int | float | tuple[str, ...] | None:
    if item.kind is not ItemKind.CALCULATE:
        return answer.value if answer else None
    atom = judge.calculated(item, per)
    if isinstance(atom, float) and not isinstance(atom, bool):
        return atom if abs(atom) < 1 << 53 else to_text(atom)
    return to_text(atom) or None


def _sections(visible: list[RowState], heads: list[RowState]) -> tuple[SectionState, ...]:
    rows: dict[tuple[str, AssetId | None], list[RowState]] = {}
    for row in visible:
        if row.item.kind not in SILENT:
            rows.setdefault((row.item.section, row.per), []).append(row)
    failed = [(row.item.section, row.per) for row in heads if row.verdict is Result.FAIL]
    return tuple(
        SectionState(
            name=name,
            per=per,
            answered=sum(1 for row in group if row.required and row.is_answered),
            total=sum(1 for row in group if row.required),
            failed=failed.count((name, per)),
            is_complete=not any(row.is_blocking for row in group),
        )
        for (name, per), group in rows.items()
    )
