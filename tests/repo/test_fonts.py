"""The tablet can show every text that ships: its one font has no other to fall back on, a missing sign is an empty box."""

import ast
import re

import pytest
from fontTools.ttLib import TTFont

FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Medium.ttf", "NotoSansSC-Bold.ttf")
BOUNDS_OF_RANGES = {"\u2e80"}  # the code that breaks lines names the first Chinese radical, and never shows it
CODES_IN = {"trouble.py", "icons.py"}
NO_ICONS = {"not-compared", "typed-point"}
"""What is joined by hyphens as the names of icons are, and is none: codes of errors, ways to start a round."""
PRIVATE_USE = range(0xE000, 0xF900), range(0xF0000, 0x110000)


def shown_on_the_tablet(tree):
    """Return every file whose text can come to the tablet's screen."""
    own = [path for path in tree.under("mobile") if path.suffix in {".py", ".kv", ".json"}]
    kernel = [path for path in tree.under("shared") if path.suffix == ".py"]
    from_the_server = [path for path in tree.under("server") if path.suffix == ".csv"]
    estate = [path for path in tree.under("server") if path.parent.name == "demo_estate" and path.suffix == ".py"]
    return own + kernel + from_the_server + estate


def texts(path):
    """Return what a file can put on the screen: of code its strings, less docstrings; of anything else everything."""
    if path.suffix != ".py":
        return path.read_text(encoding="utf-8-sig")
    tree = ast.parse(path.read_bytes())
    sentences = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in sentences)
    return "".join(node.value for node in strings if isinstance(node.value, str))


def signs_of(root, name):
    with TTFont(root / "mobile" / "assets" / "fonts" / name, lazy=True) as font:
        return set(font.getBestCmap())


def is_icon(letter):
    return any(ord(letter) in block for block in PRIVATE_USE)


@pytest.mark.parametrize("name", FONTS)
def test_every_letter_that_ships_is_in_the_font(tree, root, name):
    known = signs_of(root, name)

    missing = {
        (tree.name(path), letter)
        for path in shown_on_the_tablet(tree)
        for letter in set(texts(path)) - BOUNDS_OF_RANGES
        if letter.isprintable() and not is_icon(letter) and ord(letter) not in known
    }

    assert missing == set()


def test_every_icon_that_code_names_is_in_the_icon_font(tree, root):
    known = signs_of(root, "MaterialIcons.ttf")

    icons = {
        (tree.name(path), f"U+{ord(letter):X}", ord(letter) in known)
        for path in tree.under("mobile")
        if path.suffix in {".py", ".kv"}
        for letter in set(texts(path))
        if is_icon(letter)
    }

    assert len(icons) > 50
    assert {icon for icon in icons if not icon[-1]} == set()


def icons_named(path):
    """Return the icons that a file names: in kv what stands behind an icon, in code every name of words joined by hyphens."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".kv":
        lines = re.findall(r"^\s*(?:\w*icon|tail): (.*)$", text, re.MULTILINE)
        return {name for line in lines for name in re.findall(r"'([a-z0-9-]+)'", re.sub(r"[!=]= '[^']*'", "", line))}
    strings = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
    return {one for one in strings if isinstance(one, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", one)}


def test_every_icon_that_a_screen_names_exists(tree, root):
    table = (root / "mobile" / "widgets" / "icons.py").read_text(encoding="utf-8")
    known = set(re.findall(r'^    "([a-z0-9-]+)": "', table, re.MULTILINE))
    shown = [path for path in tree.under("mobile") if path.parent.name in {"views", "screens", "widgets"}]
    files = [path for path in shown if path.suffix in {".py", ".kv"}]

    named = {name: tree.name(path) for path in files if path.name not in CODES_IN for name in icons_named(path)}

    assert len(known & set(named)) > 100
    assert {name: file for name, file in named.items() if name not in known | NO_ICONS} == {}


def test_the_fonts_bring_their_licence(root):
    names = {path.name for path in (root / "mobile" / "assets" / "fonts").iterdir()}

    assert {"OFL.txt", "MaterialIcons-LICENSE.txt"} <= names
