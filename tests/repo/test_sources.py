"""House rules that no linter knows: what code may contain, where, and how large it may grow."""

import ast
import sys
from collections.abc import Iterator

import pytest

from shared import errors

# Architecture: the one part of shared/ that may import something outside the standard library, and what.
OUTSIDE_THE_LIBRARY = {("shared.expression", "elementpath")}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "service", "core", "stuff"}
LARGEST_MODULE = 600


def imports(node: ast.AST) -> Iterator[str]:
    """Yield the top-level packages that a statement imports; relative imports stay in the package."""
    if isinstance(node, ast.Import):
        yield from (alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        yield node.module.split(".")[0]


def public_functions(body: list[ast.stmt], *, of_class: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield module functions, and the methods of public classes, that others may call."""
    for node in body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield of_class + node.name, node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body, of_class=f"{node.name}.")


@pytest.mark.parametrize("folder", ["shared", "mobile"])
def test_no_assert_in_what_the_tablet_runs_without_asserts(tree, folder):
    asserts = [
        f"{tree.name(source.path)}:{node.lineno}"
        for source in tree.sources(folder)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Assert)
    ]

    assert asserts == []


def test_shared_imports_only_the_standard_library_and_itself(tree):
    allowed = sys.stdlib_module_names | {"shared"}

    strangers = {
        (".".join(source.module.split(".")[:2]), name)
        for source in tree.sources("shared")
        for node in ast.walk(source.tree)
        for name in imports(node)
        if name not in allowed
    }

    assert strangers <= OUTSIDE_THE_LIBRARY


def test_shared_never_asks_the_time(tree):
    questions = {"now", "utcnow", "today", "time", "monotonic", "perf_counter", "time_ns", "monotonic_ns"}

    asked = [
        f"{source.module}:{node.lineno} {node.value.id}.{node.attr}"
        for source in tree.sources("shared")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in questions
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date", "time"}
        and source.module != "shared.clock"  # the Clock port's one real implementation may live beside it
    ]

    assert asked == []


def test_an_error_with_a_code_of_its_own_stands_in_the_tree(tree):
    known = {name for name in vars(errors) if name.endswith("Error")}

    elsewhere = [
        f"{source.module}.{node.name}"
        for source in tree.sources("shared", "mobile", "server")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        and source.module != "shared.errors"
        and any(isinstance(base, ast.Name) and base.id in known for base in node.bases)
        and any(isinstance(name, ast.Name) and name.id == "code" for line in node.body for name in ast.walk(line))
    ]

    assert elsewhere == []


def test_module_names_say_what_is_inside(tree):
    vague = [
        tree.name(source.path)
        for source in tree.sources("shared", "mobile", "server", "tools", "bench")
        if VAGUE_NAMES & set(source.module.split("."))
    ]

    assert vague == []


def test_modules_stay_small_enough_to_read(tree):
    sources = tree.sources("shared", "mobile", "server", "tools", "bench")

    large = {
        tree.name(source.path): lines
        for source in sources
        if "versions" not in source.path.parts  # what alembic wrote is run, not read
        and (lines := source.path.read_bytes().count(b"\n")) > LARGEST_MODULE
    }

    assert large == {}


def test_packages_say_what_they_are_for(tree):
    silent = [
        tree.name(source.path)
        for source in tree.sources("shared", "mobile", "server", "tools")
        if source.path.name == "__init__.py" and not ast.get_docstring(source.tree)
    ]

    assert silent == []


def test_top_packages_name_what_they_must_never_do(tree):
    packages = {source.module: source for source in tree.sources("shared", "mobile", "server")}

    without = [
        name
        for name in ("shared", "mobile", "server")
        if "Invariant" not in (ast.get_docstring(packages[name].tree) or "")
    ]

    assert without == []


def test_public_functions_of_the_kernel_have_a_docstring(tree):
    sources = tree.sources("shared")
    promised = {  # what a port says about its methods holds for those who implement it
        function.name
        for source in sources
        for node in source.tree.body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).startswith("Protocol") for base in node.bases)
        for _, function in public_functions(node.body)
        if ast.get_docstring(function)
    }

    undocumented = [
        f"{source.module}.{name}"
        for source in sources
        for name, function in public_functions(source.tree.body)
        if not ast.get_docstring(function) and not ("." in name and function.name in promised)
    ]

    assert undocumented == []


def test_tests_have_no_packages(tree):
    packages = [tree.name(path) for path in tree.under("tests") if path.name == "__init__.py"]

    assert packages == []


def test_no_test_is_skipped_or_expected_to_fail(tree):
    excuses = {"skip", "skipif", "xfail", "importorskip"}

    excused = [
        f"{tree.name(source.path)}:{node.lineno}"
        for source in tree.sources("tests")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in excuses
    ]

    assert excused == []


def test_every_noqa_and_type_ignore_names_its_rule(tree):
    blanket = [
        f"{tree.name(path)}:{number}"
        for path in tree.under("shared", "mobile", "server", "tools", "bench", "tests")
        if path.suffix == ".py" and path.parent.name != "repo"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.rstrip().endswith(("# noqa", "# type: ignore"))
    ]

    assert blanket == []
