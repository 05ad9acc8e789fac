"""Write the generated documents anew: ``make docs``. A test of each document compares it with what is generated."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tools import hazard_states

ROOT: Final = Path(__file__).resolve().parents[1]


def _by_tests(module: str) -> Callable[[], str]:
    """Return what tests render, loaded by name because no part of the product imports tests."""

    def document() -> str:
        text: str = importlib.import_module(module).render()
        return text

    return document


DOCUMENTS: Final[dict[str, Callable[[], str]]] = {
    "docs/hazard-states.md": hazard_states.document,
    "docs/protocol.md": _by_tests("tests.system.protocol_document"),
    "docs/simulation.md": _by_tests("tests.system.simulation.plant"),
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
