"""What pages without an account deliver can be read by the browsers of old phones: Android 7's WebView (Chromium 51).

No such browser runs here. What is proved is that nothing newer is delivered: the script is parsed as ES5, its names and
the style sheet's are held against what that browser knows, and the pages bring nothing else.
"""

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from server.store.unit_link import link_of, shown_token

STATIC = Path(__file__).resolve().parents[3] / "server" / "office" / "static"
SCRIPT, STYLES = STATIC / "unit.js", STATIC / "public.css"
_PARSE = """
const acorn = require("internal/deps/acorn/acorn/dist/acorn");
const { simple } = require("internal/deps/acorn/acorn-walk/dist/walk");
const found = { members: {}, globals: {} };
let source = "";
process.stdin.on("data", (part) => { source += part; });
process.stdin.on("end", () => {
  let tree;
  try { tree = acorn.parse(source, { ecmaVersion: 5 }); } catch (error) {
    return console.log(JSON.stringify({ error: error.message }));
  }
  const own = new Set();
  const name = (one) => own.add(one.name);
  const work = (one) => { if (one.id) { name(one.id); } one.params.forEach(name); };
  simple(tree, {
    VariableDeclarator: (one) => name(one.id), Function: work, CatchClause: (one) => name(one.param),
  });
  simple(tree, {
    MemberExpression: (one) => { if (!one.computed) { found.members[one.property.name] = 1; } },
    Identifier: (one) => { if (!own.has(one.name)) { found.globals[one.name] = 1; } },
  });
  console.log(JSON.stringify({ members: Object.keys(found.members), globals: Object.keys(found.globals) }));
});
"""
OF_ES5 = set("call hasOwnProperty length max min parse prototype push round stringify toLowerCase".split())
OF_OLD_DOM = set(
    "addEventListener beginPath cancelable checked className clearRect clientX clientY documentElement elements focus"
    " getAttribute getBoundingClientRect getContext getItem height lastChild left lineCap lineJoin lineTo lineWidth"
    " localStorage name nodeValue parentNode preventDefault querySelector querySelectorAll readyState removeItem"
    " setAttribute setItem stroke strokeStyle top touches type value width".split()
)
OLD_GLOBALS = {"JSON", "Math", "Object", "document", "window"}

OLD_PROPERTIES = set(
    "background border border-collapse border-color border-left border-radius border-top bottom box-sizing clip color cursor"
    " display flex align-items justify-content float font font-size font-variant-numeric font-weight height left line-height"
    " list-style margin margin-bottom margin-right margin-top max-width min-height min-width object-fit opacity outline"
    " outline-color outline-offset overflow overflow-wrap overflow-x padding padding-bottom pointer-events position resize right"
    " text-align text-decoration text-overflow top touch-action vertical-align white-space width word-wrap"
    " fill stroke stroke-linecap stroke-linejoin stroke-width -webkit-appearance -webkit-overflow-scrolling"
    " -webkit-text-size-adjust".split()
)
LEFT_OUT = {"accent-color", "appearance", "color-scheme", "text-size-adjust", "text-underline-offset"}
"""Newer ones that an old browser passes over, and nothing is lost."""
NEWER = r"&|:is\(|:where\(|:has\(|:not\([^)]*[, ]|:focus-(?:visible|within)|\b(?:min|max|clamp|env|color-mix|lab|oklch)\(|\bgrid\b|\bsticky\b|\bcontents\b|\d(?:dvh|svh|lvh|cqw)\b|@(?:layer|container|supports|property)|#[0-9a-f]{8}\b|#[0-9a-f]{4}\b|[<>]=?\s*\d+px"


def parsed(source):
    node, _ = compute_driver_executable()
    command = [node, "--expose-internals", "-e", _PARSE]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True, timeout=300)
    return json.loads(done.stdout)


@pytest.mark.process
def test_the_script_is_es5_and_calls_nothing_that_an_old_browser_lacks():
    found = parsed(SCRIPT.read_text("utf-8"))

    assert "error" not in found
    assert set(found["members"]) <= OF_ES5 | OF_OLD_DOM
    assert set(found["globals"]) <= OLD_GLOBALS


@pytest.mark.process
@pytest.mark.parametrize("newer", ["let a = 1;", "each(x => x);", "var a = {b};", "f(...a);", "var a = b?.c;", "`x`"])
def test_a_script_that_is_newer_would_be_found(newer):
    assert "error" in parsed(newer)


def rules():
    text = re.sub(r"/\*.*?\*/", "", STYLES.read_text("utf-8"), flags=re.DOTALL)
    return text, re.findall(r"[{;]\s*([a-z-]+)\s*:", text)


def test_the_style_sheet_uses_what_old_browsers_know():
    text, properties = rules()

    assert {one for one in properties if not one.startswith("--")} <= OLD_PROPERTIES | LEFT_OUT
    assert re.findall(NEWER, text) == []


def test_colours_that_words_depend_on_stand_without_variables_too():
    text, _ = rules()

    for rule in ("body", r"\.bar", r"\.btn-main"):
        body = re.search(rf"(?:^|\}})\s*{rule} \{{([^}}]*)\}}", text).group(1)
        assert re.search(r"background: #[0-9a-f]{3,6};", body), rule
        assert re.search(r"[; ]color: #[0-9a-f]{3,6};", body), rule


class Page(HTMLParser):
    """What a page brings besides its words."""

    def __init__(self, text):
        super().__init__()
        self.brought, self.tags, self.attributes = set(), set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.tags.add(tag)
        self.attributes |= set(named)
        if tag == "script" or (tag == "link" and named.get("rel") == "stylesheet"):
            self.brought.add((named.get("src") or named.get("href", "")).rpartition("/")[2].partition("?")[0])
        if tag == "script":
            self.attributes.add(f"type={named.get('type', '')}")


def test_the_pages_bring_one_script_and_one_style_sheet_and_no_newer_elements(nobody, store, estate):
    with store.reading() as tx:
        token = shown_token(store.link_key(), link_of(tx, estate.notice))
    for path in ("", "/receipt", "/reply/1", "/more-time/1"):
        answer = nobody.get(f"/u/{token}{path}", follow_redirects=True)
        page = Page(answer.get_data(as_text=True))

        assert answer.status_code == 200, path
        assert page.brought <= {SCRIPT.name, STYLES.name}
        assert not page.tags & {"dialog", "picture", "template", "search", "details"}
        assert not page.attributes & {"type=module", "popover", "inert", "style"}
    for path in ("/v", "/v/AAAA-BBBB-CCCC", "/u/wrong"):
        assert Page(nobody.get(path).get_data(as_text=True)).brought == {STYLES.name}
