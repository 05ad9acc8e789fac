"""Compiling: what an expression refers to, and what is refused with which words."""

import json
import subprocess
import sys
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import ExpressionError
from shared.expression import GRAMMAR, compile_expression, learnt, teach
from shared.expression.function import REFUSED
from tests.shared.expression.twin import ScriptedScope, calculate


def test_an_expression_tells_which_answers_it_reads() -> None:
    expression = compile_expression("if(${a} = '${b}', ${ c }, indexed-repeat(${d}, ${lift}, 1)) + ${last-saved#e}")

    assert expression.references == {"a", "c", "d", "lift"}
    assert expression.last_saved == {"e"}


def test_an_expression_tells_which_codes_it_counts() -> None:
    assert compile_expression("failed('EVA', 'HYD-10') > 0").failed_codes == {"EVA", "HYD-10"}


def test_the_same_text_is_compiled_once() -> None:
    assert compile_expression("${a} + 1") is compile_expression("${a} + 1")


def test_names_may_hold_hyphens_points_and_digits() -> None:
    assert calculate("${lmr-15.gap_2}-1", values={"lmr-15.gap_2": 3.0}) == 2.0


def test_quotes_keep_what_looks_like_a_function_or_a_name() -> None:
    assert calculate("concat('pulldata(', \"${not a name}\", ')')") == "pulldata(${not a name})"


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("", "source is empty"),
        ("1 +", "unexpected end of source"),
        ("${a} ${b}", "unexpected"),
        ("lmr_09 = 'pass'", "lmr_09 is written as ${lmr_09} or, if it is a text, 'lmr_09'"),
        ("$a + 1", "a question is named as ${name}"),
        ("${a b}", "${a b} is not a name"),
        ("frobnicate(1)", "there is no function frobnicate()"),
        ("jr-choice-name('a', 'b')", "there is no function jr-choice-name()"),
        ("pulldata('a', 'b')", "pulldata() is not supported: a form has no attached data"),
        ("area(${a})", "area() is not supported: places are points of the site here, not coordinates"),
        ("if(1, 2)", "if() takes 3 arguments, not 2"),
        ("round()", "round() takes 1 to 2 arguments, not 0"),
        ("coalesce(1)", "coalesce() takes at least 2 arguments, not 1"),
        ("position()", "position() is written as position(..)"),
        ("position(${a})", "position() is written as position(..)"),
        ("indexed-repeat(${a}, 'b', 1)", "indexed-repeat() is written as indexed-repeat(${name}, ${repeat}, number)"),
        ("failed(${a})", "failed() is written as failed('EVA', 'HYD-10')"),
        ("failed()", "failed() is written as failed('EVA', 'HYD-10')"),
        ("/data/a", "/: paths are not supported; answers are named as ${name}"),
        ("../a", "/: paths are not supported; answers are named as ${name}"),
        ("${a}[1]", "[: paths are not supported; answers are named as ${name}"),
        ("*", "*: paths are not supported; answers are named as ${name}"),
        ("(" * 500 + "1" + ")" * 500, "nested too deeply"),
        ("+".join(["1"] * 400), "nested too deeply"),
        ("1" * 5000, "longer than 4000 letters"),
    ],
)
def test_a_wrong_expression_is_refused_in_words(text: str, detail: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        compile_expression(text)

    assert detail in str(caught.value.facts["detail"])
    assert caught.value.facts["detail_zh"]


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_makes_no_sense_offline_is_refused_by_name(name: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        compile_expression(f"{name}('x') = 1")

    assert str(caught.value.facts["detail"]).startswith(f"{name}() is not supported: ")


@given(st.text(alphabet="$ab{}'\"()[]+-*/=<>!., 019\x00中and|ortdivmif", max_size=40))
def test_any_text_compiles_or_raises_expression_error(text: str) -> None:
    try:
        expression = compile_expression(text)
    except ExpressionError:
        return

    scope = ScriptedScope(values=dict.fromkeys(expression.references, "1"))
    assert isinstance(expression.evaluate(scope), (str, float, bool, tuple))


@pytest.mark.process
def test_elementpath_is_not_loaded_for_a_form_without_expressions() -> None:
    script = (
        "import sys; from shared.checklist import evaluate; from shared.expression import compile_expression\n"
        "compile_expression('true()'); print('elementpath' in sys.modules)\n"
        "compile_expression('${a} > 1'); print('elementpath' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "True"]


def test_what_is_kept_of_a_tree_changes_only_with_the_count_of_the_grammar():
    text = "${a} >= 3 and (selected(${b}, 'x') or -${c} = 0.5)"
    compile_expression(text)

    kept = {1: "f9998943"}
    assert sha256(json.dumps(learnt([text])).encode()).hexdigest()[:8] == kept[GRAMMAR]


def test_a_tree_that_was_kept_is_taught_whole():
    text = "${a} >= 3 and selected(${b}, 'x') and 'kept' != ''"
    compile_expression(text)
    kept = json.loads(json.dumps(learnt([text])))

    teach(kept)

    assert learnt([text]) == kept
    assert learnt(["never read"]) == {}
