"""The kept table: ``bench/results/latest.json``, rows and the conditions of the run that they come from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.figure import Row


def keep(path: Path, rows: Sequence[Row], conditions: Mapping[str, object], *, is_whole: bool) -> None:
    """Write the table; a run of single figures replaces their rows, which then carry their own conditions."""
    new = [row.as_json() for row in rows]
    if is_whole or not path.exists():
        document = {"conditions": dict(conditions), "rows": new}
    else:
        document = json.loads(path.read_text(encoding="utf-8"))
        own = {str(row["figure"]): {**row, "conditions": dict(conditions)} for row in new}
        document["rows"] = [own.pop(row["figure"], row) for row in document["rows"]] + list(own.values())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
