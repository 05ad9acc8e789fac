"""Rules of kv that were kept are the rules that Kivy's parser reads."""

import marshal
from pathlib import Path

import kivy
import pytest
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
