"""Write the kept table into docs/benchmarks.md: ``python -m bench.document``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results" / "latest.json"
DOCUMENT = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- written by python -m bench.document -->\n", "<!-- end -->\n"
MISSING = "–"
_SHOWN = ("figure", "unit", "ours", "floor", "peer", "of_floor", "of_peer", "goal", "met")


def written(document: str, results: Mapping[str, object]) -> str:
    """Return the document with the table of ``results`` in its place.

    Raises:
        ValueError: the document has no place for it.
    """
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("docs/benchmarks.md has no place for the table")
    return f"{before}{BEGIN}\n{_tables(results)}\n{END}{after}"


def _tables(results: Mapping[str, object]) -> str:
    rows, conditions = results["rows"], results["conditions"]
    if not isinstance(rows, list) or not isinstance(conditions, dict):
        raise TypeError("latest.json holds rows and conditions")
    aimed = [row for row in rows if row["goal"]]
    others = [row for row in rows if not row["goal"]]
    lines = [_line(_SHOWN), _line("---" for _ in _SHOWN), *(_line(map(_cell, _picked(row))) for row in aimed)]
    lines += ["", "Beside the goals:", ""]
    lines += [f"- `{row['figure']}`: {_details(row)}" for row in aimed if _details(row)]
    lines += ["", "Further figures, without goal:", "", _line(("figure", "unit", "ours", "what", "details"))]
    lines += [_line(("---",) * 5), *(_line(_further(row)) for row in others)]
    lines += ["", "Conditions of the run:", "", *(f"- {name}: {value}" for name, value in conditions.items()), ""]
    return "\n".join(lines)


def _picked(row: Mapping[str, object]) -> list[object]:
    return [row[name] for name in _SHOWN]


def _further(row: Mapping[str, object]) -> list[str]:
    details = row["details"]
    shown = ", ".join(f"{name} {_cell(value)}" for name, value in details.items()) if isinstance(details, dict) else ""
    return [f"`{row['figure']}`", str(row["unit"]), _cell(row["ours"]), str(row["note"]), shown]


def _details(row: Mapping[str, object]) -> str:
    details = row["details"]
    shown = [f"{name} {_cell(value)}" for name, value in details.items()] if isinstance(details, dict) else []
    if row["spread"] is not None:
        shown.append(f"spread of the rounds {_cell(row['spread'])}")
    return ", ".join(shown)


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _cell(value: object) -> str:
    if value is None:
        return MISSING
    if isinstance(value, bool):
        return "yes" if value else "**no**"
    if isinstance(value, (int, float)):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return str(value)


def main() -> int:
    """Bring the document up to date."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8"), results), encoding="utf-8")
    print(f"the table stands in {DOCUMENT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
