"""Vendored files are those that the manifest names, with their licences."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("folder", ["server/office/static/vendor", "tests/ui/vendor"])
def test_vendored_files_are_unchanged_and_licensed(folder):
    entries = json.loads((ROOT / folder / "manifest.json").read_text(encoding="utf-8"))
    named = {name: digest for entry in entries for name, digest in entry["files"].items()}
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / folder).iterdir()
        if path.name != "manifest.json"
    }

    assert found == named
    assert all(any(name.endswith("LICENSE.txt") for name in entry["files"]) for entry in entries)
    assert all(entry["licence"] and entry["version"] for entry in entries)
