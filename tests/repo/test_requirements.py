"""Dependencies: pinned with hashes, named where they are used, and the same on the desktop and in the package."""

import ast
import re
import sys

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# Where the import's name is not the distribution's.
DISTRIBUTIONS = {"PIL": "pillow", "argon2": "argon2-cffi"}
# Flask and boto3 bring these, and say so in their own documentation.
BROUGHT_ALONG = {"botocore": "boto3", "werkzeug": "flask", "jinja2": "flask", "markupsafe": "flask", "click": "flask"}
# Data for zoneinfo, and what installs the `rounds` command.
NEVER_IMPORTED = {"tzdata", "setuptools"}
ON_THE_TABLET_ONLY = {"jnius", "android"}
OURS = {"shared", "mobile", "server", "tools", "main"}


def named(root, *names):
    """Return the distributions that these .in files name."""
    lines = "\n".join((root / "requirements" / f"{name}.in").read_text(encoding="utf-8") for name in names).splitlines()
    return {canonicalize_name(Requirement(line).name) for line in lines if line.strip() and not line.startswith("#")}


def pins(root, name):
    """Return distribution -> (version, number of hashes) of a compiled file."""
    text = (root / "requirements" / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;]+)([^\n]*)", text, re.MULTILINE)
    return {canonicalize_name(name): (version, rest.count("--hash=sha256:")) for name, version, rest in found}


def imported(tree, folder):
    """Return the distributions that a folder's code imports."""
    modules = set()
    for source in tree.sources(folder):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                modules.add(node.module.split(".")[0])
    strangers = modules - sys.stdlib_module_names - OURS - ON_THE_TABLET_ONLY
    return {canonicalize_name(DISTRIBUTIONS.get(name) or BROUGHT_ALONG.get(name) or name) for name in strangers}


@pytest.mark.parametrize("name", ["mobile", "server", "demo", "dev"])
def test_every_pin_has_a_hash(root, name):
    unhashed = [package for package, (_, hashes) in pins(root, name).items() if hashes == 0]

    assert pins(root, name)
    assert unhashed == []


@pytest.mark.parametrize(
    ("output", "inputs"),
    [
        ("mobile", ["mobile"]),
        ("server", ["server", "postgres", "s3"]),
        ("demo", ["mobile", "server", "demo"]),
        ("dev", ["mobile", "server", "postgres", "s3", "demo", "dev"]),
    ],
)
def test_everything_named_is_pinned(root, output, inputs):
    assert named(root, *inputs) <= set(pins(root, output))


@pytest.mark.parametrize("name", ["mobile", "server", "demo"])
def test_a_package_has_one_version_in_the_whole_checkout(root, name):
    everywhere = pins(root, "dev")

    assert {package for package, pin in pins(root, name).items() if everywhere[package][0] != pin[0]} == set()


@pytest.mark.parametrize(
    ("folder", "inputs"), [("shared", ["mobile"]), ("mobile", ["mobile"]), ("server", ["server", "postgres", "s3"])]
)
def test_everything_imported_is_named(tree, root, folder, inputs):
    assert imported(tree, folder) <= named(root, *inputs)


@pytest.mark.parametrize(("folders", "name"), [(("mobile", "shared"), "mobile"), (("server", "shared"), "server")])
def test_everything_named_is_imported(tree, root, folders, name):
    used = set().union(*(imported(tree, folder) for folder in folders))

    assert named(root, name) - used - NEVER_IMPORTED == set()
