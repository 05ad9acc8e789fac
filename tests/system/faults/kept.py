"""Stories that failed once: ``make soak`` adds them to kept.json, the tests tell them for ever.

Each has a name, the seed and, for the simulation, how many of the seed's stories lead up to it. A name may be changed
by hand to say what was found.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).with_name("kept.json")


@dataclass(frozen=True, slots=True)
class Kept:
    """One story. ``stories`` counts those of the simulation's seed up to it; 1 for one of processes."""

    name: str
    seed: int
    stories: int = 1


@dataclass(frozen=True, slots=True)
class Collection:
    """All of them, by what tells them."""

    processes: tuple[Kept, ...]
    simulation: tuple[Kept, ...]

    def with_one(self, kind: str, one: Kept) -> Collection:
        """Return the collection with one more; a seed is kept once."""
        mine = {"processes": self.processes, "simulation": self.simulation}
        if all(known.seed != one.seed for known in mine[kind]):
            mine[kind] = (*mine[kind], one)
        return Collection(**mine)

    def write(self, path: Path = FILE) -> None:
        """Write the file, to be committed."""
        path.write_text(json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read(path: Path = FILE) -> Collection:
    """Read the file."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Collection(*(tuple(Kept(**facts) for facts in found[kind]) for kind in ("processes", "simulation")))


KEPT = read()
