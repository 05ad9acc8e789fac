"""Rules of kv that were kept are the rules that Kivy's parser reads."""

import marshal
from pathlib import Path

import kivy
import pytest
from kivy.factory import Factory
from kivy.lang import Builder
from kivy.lang.parser import Parser

from mobile.widgets.rules import KeptParser, told

pytestmark = pytest.mark.ui
ROOT = Path(__file__).resolve().parents[3]
FILES = [*sorted((ROOT / "mobile").glob("*/*.kv")), Path(kivy.kivy_data_dir) / "style.kv"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_rules_that_were_kept_are_as_kivy_reads_them(file):
    text = file.read_text(encoding="utf-8")
    read = Parser(content=text, filename=str(file))
    KeptParser(content=text, filename=str(file))

    kept = KeptParser(content=text, filename=str(file))

    assert told(kept) == told(read)
    assert kept.sourcecode == read.sourcecode
    assert marshal.loads(marshal.dumps(told(read))) == told(read)


@pytest.mark.parametrize("name", ["Words", "PushButton", "RoundRow", "RowList", "Label", "TextInput"])
def test_a_widget_finds_the_rules_that_kivy_would_find_for_it(name):
    widget = Factory.get(name)(__no_builder=True)
    expected = []
    for selector, rule in Builder.rules:
        if selector.match(widget):
            expected = [rule] if rule.avoid_previous_rules else [*expected, rule]

    found = Builder.match(widget)

    assert expected
    assert found == expected


def test_a_rule_follows_what_it_names():
    root = Builder.load_string("BoxLayout:\n    spacing: 4\n    padding: self.spacing * 2, 0")

    root.spacing = 7

    assert root.padding == [14, 0, 14, 0]
