"""Documents keep their promises: commands exist, links lead somewhere, terms are in the code."""

import re

import pytest

LINK = re.compile(r"\[[^\]]*\]\(([^)#?\s]+)[^)]*\)")
CODE_WORD = re.compile(r"`([A-Za-z_][\w.]*)`")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
LONGEST_DECISION = 40
LONGEST_HOUSE_RULES = 150


def make_targets(root):
    return set(re.findall(r"^([a-z][a-z-]*):.*## ", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def documents(tree):
    return [path for path in tree.paths if path.suffix == ".md"]


def glossary_rows(root):
    lines = (root / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = ([cell.strip() for cell in line.strip("| ").split("|")] for line in lines if line.startswith("|"))
    return [row for row in cells if len(row) >= 2 and CHINESE.search(row[0]) and CODE_WORD.search(" ".join(row[1:]))]


@pytest.fixture(scope="module")
def code(tree):
    paths = [path for path in tree.under("shared", "mobile", "server") if path.suffix in {".py", ".kv"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.fixture(scope="module")
def product_texts(tree):
    suffixes = {".py", ".kv", ".csv", ".toml", ".html", ".md"}
    folders = ("shared", "mobile", "server", "docs")
    paths = [path for path in tree.under(*folders) if path.suffix in suffixes and path.name != "glossary.md"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_readme_names_the_two_commands_and_only_targets_that_exist(root):
    readme = (root / "README.md").read_text(encoding="utf-8")

    named = set(
        re.findall(r"\bmake ([a-z][a-z-]*)\b", " ".join(re.findall(r"`[^`]+`|^ *make .*$", readme, re.MULTILINE)))
    )

    assert {"demo", "test"} <= named
    assert named <= make_targets(root)


def test_documents_name_only_make_targets_that_exist(tree, root):
    unknown = {
        (tree.name(path), target)
        for path in documents(tree)
        for target in re.findall(r"`make ([a-z][a-z-]*)[^`]*`", path.read_text(encoding="utf-8"))
        if target not in make_targets(root)
    }

    assert unknown == set()


def test_links_between_documents_lead_to_files(tree):
    broken = [
        f"{tree.name(path)}: {target}"
        for path in documents(tree)
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if not target.startswith(("http:", "https:", "mailto:")) and not (path.parent / target).exists()
    ]

    assert broken == []


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/protocol.md",
        "docs/database.md",
        "docs/glossary.md",
    ],
)
def test_document_is_there(root, name):
    assert (root / name).read_text(encoding="utf-8").startswith("# ")


def test_decisions_are_numbered_and_short(tree, root):
    decisions = [path for path in tree.paths if path.parent == root / "docs" / "decisions"]

    assert decisions
    assert [path.name for path in decisions if not re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)] == []
    assert [
        path.name for path in decisions if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_DECISION
    ] == []


def test_house_rules_fit_on_a_few_pages(root):
    assert len((root / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) < LONGEST_HOUSE_RULES


def test_glossary_names_stand_in_the_code(root, code):
    rows = glossary_rows(root)

    missing = [
        (row[0], name)
        for row in rows
        for name in CODE_WORD.findall(" ".join(row[1:]))
        if not re.search(rf"\b{re.escape(name.split('.')[-1])}\b", code)
    ]

    assert len(rows) > 10
    assert missing == []


def test_glossary_terms_stand_in_the_product(root, product_texts):
    terms = {term for row in glossary_rows(root) for term in CHINESE.findall(row[0])}

    assert {term for term in terms if term not in product_texts} == set()


def test_architecture_names_only_paths_that_exist(root):
    text = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:shared|mobile|server|tests|docs|tools|bench)/[\w./-]*)`", text))
    examples = {path for path in named if "/x." in path}  # x stands for any screen

    missing = {
        path
        for path in named - examples
        if not (root / path).exists() and not (root / path).with_suffix(".py").exists()
    }

    assert named
    assert missing == set()
