"""What buildozer would pack for Android, packed by buildozer's own code, and whether python-for-android could build it.

Neither an Android SDK nor a network is needed: the spec is parsed, the sources are copied as in a real build, and the
requirements are resolved against python-for-android's recipes.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from buildozer import Buildozer
from buildozer.specparser import SpecParser
from buildozer.targets.android import TargetAndroid
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pythonforandroid.bootstrap import Bootstrap
from pythonforandroid.build import Context
from pythonforandroid.graph import get_recipe_order_and_bootstrap
from pythonforandroid.recipe import Recipe

# Only these suffixes are data that the app reads; anything else in the package is a mistake.
PACKED_SUFFIXES = {".py", ".kv", ".ttf", ".txt", ".png", ".jpg", ".json", ".csv", ".sql", ".wav"}
NEEDED_SUFFIXES = {".py", ".kv", ".ttf", ".sql"}
KIVY_PARTS = {"app.py", "parts.py", "screens", "widgets"}
# Imports every module named, as the tablet would: the server and what only it needs do not exist there.
IMPORT_ALL = """
import importlib, os, sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"server", "tools", "kivy", "flask", "sqlalchemy", "msgspec", "openpyxl"}:
            raise ModuleNotFoundError(name + " is not on the tablet")
sys.meta_path.insert(0, Absent())
for name in sys.argv[1:]:
    module = importlib.import_module(name)
    if not os.path.realpath(module.__file__).startswith(os.path.realpath(os.getcwd())):
        raise ImportError(name + " came from outside the package: " + module.__file__)
"""
# Not named by us: the recipes of Kivy and pyjnius bring them.
BROUGHT_BY_RECIPES = {"chardet", "six"}
# Pure Python on the tablet: a wheel that fits every machine exists for the pinned version.
PURE_MODULES = {
    "certifi",
    "charset-normalizer",
    "elementpath",
    "filetype",
    "idna",
    "requests",
    "tzdata",
    "urllib3",
}


@pytest.fixture(scope="module")
def spec_path(root):
    return root / "mobile" / "buildozer.spec"


@pytest.fixture(scope="module")
def spec(spec_path):
    parser = SpecParser()
    parser.read(spec_path, "utf-8")
    return parser


@pytest.fixture(scope="module")
def builder(spec_path, tmp_path_factory):
    building = Buildozer(str(spec_path))
    building.config.set("buildozer", "build_dir", str(tmp_path_factory.mktemp("build")))
    building.targetname = "android"
    return building


@pytest.fixture(scope="module")
def packed(builder, spec_path):
    """Return the folder that holds what buildozer copies into the package."""
    before = Path.cwd()
    os.chdir(spec_path.parent)  # the spec's source.dir is relative to where buildozer is called
    try:
        builder._copy_application_sources()
    finally:
        os.chdir(before)
    return Path(builder.app_dir)


@pytest.fixture(scope="module")
def packed_names(packed):
    return {path.relative_to(packed).as_posix() for path in packed.rglob("*") if path.is_file()}


def requirements(spec):
    return [Requirement(text) for text in spec.getlist("app", "requirements")]


def known_keys():
    """Return the keys that buildozer's own annotated default names, commented out or not."""
    import buildozer

    text = (Path(buildozer.__file__).parent / "default.spec").read_text(encoding="utf-8")
    return set(re.findall(r"^#? ?([a-z][\w.-]+) *=", text, re.MULTILINE))


def test_spec_has_only_keys_that_buildozer_knows(spec):
    used = {key for section in ("app", "buildozer") for key in spec.options(section)}

    assert used - known_keys() == set()


def test_spec_passes_the_checks_that_buildozer_makes_before_a_build(builder):
    builder.check_configuration_tokens()
    TargetAndroid(builder).check_configuration_tokens()


def test_spec_and_project_have_one_version(spec, root):
    project = (root / "pyproject.toml").read_text(encoding="utf-8")

    assert f'version = "{spec.get("app", "version")}"' in project


@pytest.mark.parametrize("key", ["icon.filename", "presplash.filename"])
def test_pictures_that_the_spec_names_are_there(spec, spec_path, key):
    assert (spec_path.parent / spec.get("app", key)).is_file()


def test_package_holds_exactly_the_app_and_the_kernel(tree, packed_names):
    wanted = {
        tree.name(path)
        for path in tree.paths
        if path.suffix in PACKED_SUFFIXES and (tree.name(path) == "main.py" or path in tree.under("mobile", "shared"))
    }

    assert wanted <= packed_names
    assert {name for name in packed_names if not name.startswith(("mobile/", "shared/"))} == {"main.py"}


def test_package_holds_every_kind_of_file_that_the_app_reads(packed_names):
    suffixes = {Path(name).suffix for name in packed_names}

    assert suffixes >= NEEDED_SUFFIXES
    assert suffixes <= PACKED_SUFFIXES


def test_no_data_file_of_the_app_stays_behind(tree, packed_names):
    not_for_the_tablet = {"mobile/buildozer.spec"}  # and what the build itself reads, below mobile/android

    left_behind = {
        tree.name(path)
        for path in tree.under("mobile", "shared")
        if tree.name(path) not in packed_names | not_for_the_tablet
        and path.suffix != ".md"
        and not tree.name(path).startswith("mobile/android/")
    }

    assert left_behind == set()


def test_packed_code_names_no_server_and_no_assert(packed):
    strangers = []
    for path in packed.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            server = {"server", "flask", "sqlalchemy", "msgspec"} & {name.split(".")[0] for name in names}
            if server or isinstance(node, ast.Assert):
                strangers.append(f"{path.relative_to(packed)}:{node.lineno}")

    assert strangers == []


def test_packed_code_imports_without_the_rest_of_the_repository(packed, packed_names):
    modules = sorted(
        ".".join(Path(name).with_suffix("").parts).removesuffix(".__init__")
        for name in packed_names
        if name.endswith(".py") and name.startswith(("mobile/", "shared/")) and Path(name).parts[1] not in KIVY_PARTS
    )

    result = subprocess.run(
        [sys.executable, "-OO", "-c", IMPORT_ALL, *modules],
        cwd=packed,
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert len(modules) > 20


def test_everything_packed_compiles_without_asserts_and_docstrings(packed):
    for path in packed.rglob("*.py"):
        compile(path.read_bytes(), str(path), "exec", optimize=2)


def test_requirements_have_a_recipe_or_are_pure(spec):
    context = Context()
    names = [requirement.name for requirement in requirements(spec)]

    recipes = {recipe.lower() for recipe in Recipe.list_recipes(context)}
    pure = {canonicalize_name(name) for name in names if name.lower() not in recipes}

    assert pure == PURE_MODULES


def test_recipes_resolve_for_the_bootstrap(spec):
    context = Context()
    bootstrap = Bootstrap.get_bootstrap(spec.get("app", "p4a.bootstrap"), context)

    order, modules, chosen = get_recipe_order_and_bootstrap(
        context, {requirement.name for requirement in requirements(spec)}, bootstrap
    )

    assert chosen.name == "sdl2"
    assert {"python3", "kivy", "sdl2", "sqlite3", "openssl", "pillow", "pyjnius", "android"} <= set(order)
    assert {canonicalize_name(name) for name in modules} <= PURE_MODULES | BROUGHT_BY_RECIPES


def test_package_and_desktop_use_the_same_versions(spec, root):
    compiled = (root / "requirements" / "mobile.txt").read_text(encoding="utf-8")

    different = [
        str(requirement)
        for requirement in requirements(spec)
        if requirement.specifier and f"{canonicalize_name(requirement.name)}{requirement.specifier} " not in compiled
    ]

    assert [requirement.name for requirement in requirements(spec) if requirement.name in PURE_MODULES] != []
    assert different == []


def test_desktop_requirements_are_all_packed(spec, root):
    lines = (root / "requirements" / "mobile.in").read_text(encoding="utf-8").splitlines()
    wanted = {canonicalize_name(Requirement(line).name) for line in lines if line and not line.startswith("#")}

    assert wanted <= {canonicalize_name(requirement.name) for requirement in requirements(spec)}
