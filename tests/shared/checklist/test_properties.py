"""What holds for any form and any answers."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shared.checklist import Context, Evaluation, evaluate
from shared.ids import AssetId
from shared.model.inspection import Answer, Result
from shared.model.place import AssetKind, Text
from shared.model.template import Item, ItemKind, Limits, Need, Section, Template
from tests.builders import a_template
from tests.shared.checklist.forms import CHOICES, NOW, ONE, PHOTO, TWO, lifts

SECTIONS = (Section("room", Text("room")), Section("lift", Text("lift"), AssetKind.LIFT))
NAMES = tuple("abcdefgh")
KINDS = st.sampled_from([ItemKind.PASS_FAIL] * 4 + [kind for kind in ItemKind if kind is not ItemKind.PASS_FAIL])
PERS: st.SearchStrategy[AssetId | None] = st.sampled_from([None, ONE, TWO])
ANSWERS = st.builds(
    Answer,
    item=st.sampled_from(NAMES),
    per=PERS,
    result=st.none() | st.sampled_from(Result),
    value=st.none() | st.floats(-50, 50) | st.integers(-50, 50) | st.sampled_from(["sun", "2026-11-20", "x", ""]),
    note=st.sampled_from(["", "缺失"]),
    reason=st.sampled_from(["", "锁着"]),
    action=st.sampled_from(["", "已补"]),
    photos=st.sampled_from([(), (PHOTO,)]),
)
ANSWER_SETS = st.lists(ANSWERS, max_size=16, unique_by=lambda answer: (answer.item, answer.per)).map(tuple)
CONTEXT = Context(NOW, lifts(), seed="record")


@st.composite
def forms(draw: st.DrawFn) -> Template:
    """A form of up to eight items that refer to one another at random, circles included."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    return a_template(sections=SECTIONS, items=tuple(draw(items(name, names)) for name in names))


@st.composite
def items(draw: st.DrawFn, name: str, names: tuple[str, ...]) -> Item:
    kind = draw(KINDS)
    conditions = st.builds(
        lambda other, test: test.format(other),
        st.sampled_from(names),
        st.sampled_from(
            ["${{{0}}} = 'fail'", "${{{0}}} > 3", "not(${{{0}}} = '')", "count(${{{0}}}) > 1", "date(${{{0}}})"]
        ),
    )
    condition = st.just("") | conditions
    return Item(
        name=name,
        kind=kind,
        label=Text(name),
        section=draw(st.sampled_from(["", "room", "lift"])),
        code=draw(st.sampled_from(["", "EVA-01"])),
        part_of=draw(st.just("") | st.sampled_from(names)),
        required=draw(st.sampled_from(["", "true()"]) | conditions),
        relevant=draw(condition),
        constraint=draw(condition),
        calculation=draw(conditions) if kind is ItemKind.CALCULATE else "",
        choices=CHOICES,
        limits=draw(st.none() | st.builds(Limits, low=st.none() | st.just(0.0), high=st.none() | st.just(9.0))),
        fail_needs=draw(st.sampled_from([(), (Need.PHOTO,), (Need.PHOTO, Need.NOTE, Need.ACTION)])),
        every_days=draw(st.sampled_from([0, 0, 7])),
    )


def visible_part(evaluation: Evaluation) -> tuple[object, ...]:
    rows = tuple(row for row in evaluation.rows if row.visible)
    return rows, evaluation.failures, evaluation.answered, evaluation.total, evaluation.passed, evaluation.sections


@given(forms(), ANSWER_SETS)
def test_evaluation_never_raises_and_is_the_same_each_time(form: Template, answers: tuple[Answer, ...]) -> None:
    assert evaluate(form, answers, CONTEXT) == evaluate(form, answers, CONTEXT)


@given(forms(), ANSWER_SETS)
def test_answers_may_come_as_a_mapping_or_in_any_order(form: Template, answers: tuple[Answer, ...]) -> None:
    by_key = {(answer.item, answer.per): answer for answer in reversed(answers)}

    assert evaluate(form, by_key, CONTEXT) == evaluate(form, answers, CONTEXT)


@given(forms(), ANSWER_SETS)
def test_there_is_one_row_for_each_item_and_asset(form: Template, answers: tuple[Answer, ...]) -> None:
    keys = [row.key for row in evaluate(form, answers, CONTEXT).rows]

    turns = [per for item in form.items for per in ((ONE, TWO) if item.section == "lift" else (None,))]
    assert len(keys) == len(set(keys)) == len(turns)


@given(forms(), ANSWER_SETS)
def test_counts_add_up(form: Template, answers: tuple[Answer, ...]) -> None:
    evaluation = evaluate(form, answers, CONTEXT)

    visible = [row for row in evaluation.rows if row.visible]
    judged = evaluation.passed + evaluation.failed + evaluation.na + evaluation.not_checked
    assert 0 <= evaluation.answered <= evaluation.total <= len(visible)
    assert judged <= sum(1 for row in visible if row.verdict is not None)
    assert evaluation.total == sum(section.total for section in evaluation.sections)
    assert evaluation.answered == sum(section.answered for section in evaluation.sections)
    assert evaluation.failed == sum(section.failed for section in evaluation.sections)
    assert evaluation.is_complete == (not evaluation.blocking) == (evaluation.next_open() is None)
    assert evaluation.is_complete == all(section.is_complete for section in evaluation.sections)
    assert not evaluation.is_complete or evaluation.answered == evaluation.total


@given(forms(), ANSWER_SETS, ANSWERS)
def test_saying_not_checked_never_adds_a_pass(form: Template, answers: tuple[Answer, ...], chosen: Answer) -> None:
    independent = replace(form, items=tuple(replace(item, relevant="", part_of="") for item in form.items))
    others = tuple(answer for answer in answers if (answer.item, answer.per) != (chosen.item, chosen.per))
    aside = replace(chosen, result=Result.NOT_CHECKED, value=None)

    before = evaluate(independent, (*others, chosen), CONTEXT)
    after = evaluate(independent, (*others, aside), CONTEXT)

    assert after.passed <= before.passed


@given(forms(), ANSWER_SETS)
def test_a_reading_out_of_limits_is_never_a_pass(form: Template, answers: tuple[Answer, ...]) -> None:
    for row in evaluate(form, answers, CONTEXT).rows:
        assert not row.out_of_limits or row.verdict is Result.FAIL


@given(forms(), ANSWER_SETS)
def test_a_hidden_row_asks_and_counts_nothing(form: Template, answers: tuple[Answer, ...]) -> None:
    evaluation = evaluate(form, answers, CONTEXT)

    for row in evaluation.rows:
        if not row.visible:
            assert (row.required, row.is_answered, row.verdict, row.missing, row.is_blocking) == (
                False, False, None, (), False,
            )  # fmt: skip
            assert row not in evaluation.failures


@given(forms(), ANSWER_SETS, ANSWERS)
def test_answering_a_hidden_row_changes_nothing_visible(
    form: Template, answers: tuple[Answer, ...], extra: Answer
) -> None:
    items = tuple(replace(item, relevant="false()") if item.name == "a" else item for item in form.items)
    hiding = replace(form, items=items)
    without = tuple(answer for answer in answers if answer.item != "a")

    before = evaluate(hiding, without, CONTEXT)
    after = evaluate(hiding, (*without, replace(extra, item="a")), CONTEXT)

    assert visible_part(after) == visible_part(before)


@given(forms(), ANSWER_SETS)
def test_hiding_a_row_and_showing_it_again_loses_nothing(form: Template, answers: tuple[Answer, ...]) -> None:
    hidden = replace(form, items=tuple(replace(item, relevant="false()") for item in form.items))

    assert evaluate(hidden, answers, CONTEXT).total == 0
    given_values = {(answer.item, answer.per): answer.value for answer in answers}
    for row in evaluate(hidden, answers, CONTEXT).rows:
        assert row.value == given_values.get(row.key)


@given(forms(), ANSWER_SETS)
def test_a_complete_record_carries_all_that_its_fails_need(form: Template, answers: tuple[Answer, ...]) -> None:
    evaluation = evaluate(form, answers, CONTEXT)
    by_key = {(answer.item, answer.per): answer for answer in answers}

    for row in evaluation.failures if evaluation.is_complete else ():
        carried = [
            by_key[key] for key in (row.key, *((part.name, row.per) for part in row.failed_parts)) if key in by_key
        ]
        assert Need.PHOTO not in row.item.fail_needs or any(answer.photos for answer in carried)
        assert Need.NOTE not in row.item.fail_needs or any(answer.note for answer in carried)
