"""Write the generated documents anew: ``make docs``. A test of each document compares it with what is generated."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tools import hazard_states

ROOT: Final = Path(__file__).resolve().parents[1]


def _protocol() -> str:
    """Let the tests' server answer the examples; loaded by name because no part of the product imports tests."""
    text: str = importlib.import_module("tests.system.protocol_document").render()
    return text


DOCUMENTS: Final[dict[str, Callable[[], str]]] = {
    "docs/hazard-states.md": hazard_states.document,
    "docs/protocol.md": _protocol,
}


def main() -> int:
    """Write every document whose text has changed and say which."""
    for name, text in ((name, document()) for name, document in DOCUMENTS.items()):
        path = ROOT / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            print(f"{name} is up to date")
        else:
            path.write_text(text, encoding="utf-8")
            print(f"{name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
