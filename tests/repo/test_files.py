"""What no committed file may name, and what the entry points must be."""

import re
import stat

# Written in parts, so that this file does not name them.
REGISTRIES = re.compile(
    r"https?://(files|registry|deb)\.[a-z.]+/|https?://[a-z.]+/simple|py"
    r"pi\.org|python"
    r"hosted\.org|registry\.npm"
    r"js"
)
MACHINE_PATHS = re.compile(r"(?<![\w./-])/(work|root|home/[a-z]\w*|Users/[a-z]\w*)" r"/", re.IGNORECASE)


def texts(tree):
    for path in tree.paths:
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # pictures and fonts


def hits(tree, pattern):
    return [
        f"{tree.name(path)}: {match.group()}"
        for path, text in texts(tree)
        for match in pattern.finditer(text)
        if "vendor" not in path.parts
    ]


def test_no_file_names_a_package_registry(tree):
    assert hits(tree, REGISTRIES) == []


def test_no_file_names_a_path_of_one_machine(tree):
    assert hits(tree, MACHINE_PATHS) == []


def test_main_py_is_five_lines_and_the_only_code_at_the_root(tree, root):
    at_the_root = [path.name for path in tree.paths if path.parent == root and path.suffix == ".py"]

    assert at_the_root == ["main.py"]
    assert len((root / "main.py").read_text(encoding="utf-8").splitlines()) == 5


def test_scripts_can_be_run(tree, root):
    scripts = [root / ".ci" / "run", *(path for path in tree.under("tools") if path.suffix == ".sh")]

    not_executable = [tree.name(path) for path in scripts if not path.stat().st_mode & stat.S_IXUSR]

    assert not_executable == []


def test_ci_runs_the_test_target_and_nothing_else(root):
    commands = [
        line
        for line in (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]

    assert commands == ["exec make test"]


def test_every_make_target_says_what_it_does(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z][a-z-]*):(.*)$", makefile, re.MULTILINE)
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE).group(1).split())

    assert [name for name, rest in targets if "## " not in rest] == []
    assert {name for name, _ in targets} == phony
