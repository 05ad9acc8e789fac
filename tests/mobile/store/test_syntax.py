"""Expressions are read once: what an earlier run has kept is as good, and without elementpath."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mobile.store.syntax import Syntax, edition
from shared.checklist import expressions
from tests.mobile.longshan import templates

ROOT = Path(__file__).resolve().parents[3]
COUNT = """
import sys
from pathlib import Path
from mobile.store.syntax import Syntax
from shared.checklist import expressions
from shared.expression import compile_expression
from tests.mobile.longshan import templates
forms = templates()
for name in [name for name in sys.modules if name.startswith("elementpath")]:
    del sys.modules[name]
from shared.expression import grammar, compiler
compiler.compile_expression.cache_clear()
grammar._trees.clear()
Syntax(Path(sys.argv[1]), None).recall()
for form in forms:
    for text in expressions(form):
        compile_expression(text)
print("elementpath" in sys.modules)
"""


class Forms:
    def __init__(self, forms=None):
        self.forms = templates() if forms is None else forms
        self.asked = 0

    def templates(self):
        self.asked += 1
        return self.forms


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "expressions.json"
    Syntax(path, Forms()).keep()
    return path


def read_all(path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", COUNT, str(path)]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def test_kept_trees_are_all_that_the_forms_need(kept, tmp_path):
    assert read_all(kept) == "False"
    assert read_all(tmp_path / "nothing") == "True"


def test_every_expression_of_the_catalogue_is_kept_as_it_was_read(kept):
    held = json.loads(kept.read_text(encoding="utf-8"))

    texts = {text for form in templates() for text in expressions(form)} - {"true()", "false()"}
    assert set(held["trees"]) == texts
    assert held["grammar"] == edition()


def test_nothing_is_written_twice(kept):
    before = kept.stat().st_mtime_ns
    syntax = Syntax(kept, Forms())
    syntax.recall()

    syntax.keep()

    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"grammar": 1}', '{"grammar": 1, "forms": [], "trees": {"1": ["+", []]}}', "\0\0"]
)
def test_a_damaged_file_is_passed_over_and_written_anew(tmp_path, content):
    path = tmp_path / "expressions.json"
    path.write_text(content, encoding="utf-8")
    syntax = Syntax(path, Forms())

    syntax.recall()
    syntax.keep()

    assert json.loads(path.read_text(encoding="utf-8"))["trees"]


def test_trees_of_another_grammar_are_not_used(kept):
    held = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps({**held, "grammar": edition() + "1"}), encoding="utf-8")

    assert read_all(kept) == "True"
