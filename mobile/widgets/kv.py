"""Load the kv file beside a module, once per process."""

from __future__ import annotations

from pathlib import Path

from kivy.lang import Builder


def load(module_file: str) -> None:
    """Load `x.kv` beside `x.py` (also when only `x.pyc` was packed)."""
    Builder.load_file(str(Path(module_file).with_suffix(".kv")), rulesonly=True)
