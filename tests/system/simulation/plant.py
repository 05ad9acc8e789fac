"""Plants a fault into a copy of the product and lets the simulation look for it there, in a process of its own.

The process is forked from one that has imported what others wrote; whatever is ours it imports from the copy.

``python -m tests.system.simulation.plant [NAME..]`` looks for seeds that catch the named mutants, or all, and writes them
into ``caught.json``, from which the tests begin and docs/simulation.md has its table.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import runpy
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.system.simulation.mutants import MUTANTS, Mutant

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = ROOT / "docs" / "simulation.md"
TABLE_HEAD = "| mutant | what it breaks | caught by | seed | stories | seconds |\n|---|---|---|---|---|---|\n"
PARTS = ("shared", "server", "mobile", "tests/system/simulation")
_LEFT_OUT = shutil.ignore_patterns("assets", "static", "layout", "catalogue", "screens", "widgets", "demo_estate")
_VERDICT = re.compile(r"(?:AssertionError|Flaky\w*): ([SL]\d+(?:, [SL]\d+)*)")
LONGEST_S = 1_200
_SAID, _COMPLAINTS = "said.txt", "complaints.txt"
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(
    ["flask.testing", "hypothesis.stateful", "PIL.JpegImagePlugin", "requests", "sqlalchemy"]
)
_OURS = {part.partition("/")[0] for part in PARTS}
CAUGHT = Path(__file__).with_name("caught.json")
SEARCHED = range(1, 13)
STORIES = 30
"""The seeds that are tried for a planted fault, here and in its test, and how many stories each tells."""


@dataclass(frozen=True)
class Catch:
    """Where a mutant was caught: the seed, how many of its stories that took, by what, and the seconds of that run."""

    seed: int
    stories: int
    invariant: str
    seconds: float


@dataclass(frozen=True)
class Verdict:
    """What the simulation said of a mutant. ``invariant`` is empty if it was not caught; ``story`` is the output."""

    invariant: str
    seconds: float
    story: str

    @property
    def stories(self) -> int:
        """How many stories it walked."""
        found = re.search(r"^stories: (\d+)$", self.story, re.MULTILINE)
        return int(found[1]) if found else 0

    @property
    def is_caught(self) -> bool:
        """Tell whether an invariant failed, or the product broke where it should have gone on."""
        return bool(self.invariant)


def try_mutant(mutant: Mutant, seed: int, examples: int) -> Verdict:
    """Run ``examples`` stories from ``seed`` against a product with the fault planted."""
    folder = Path(
        tempfile.mkdtemp(prefix=f"mutant-{mutant.name}-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
    )
    try:
        plant(mutant, folder)
        began_s = time.monotonic()
        process = _CONTEXT.Process(target=_tell, args=(str(folder), str(seed), str(examples)))
        process.start()
        process.join(LONGEST_S)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(f"{mutant.name} was still being looked for after {LONGEST_S} s")
        took_s = time.monotonic() - began_s
        said, complaints = ((folder / name).read_text(encoding="utf-8") for name in (_SAID, _COMPLAINTS))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Verdict(_invariant(process.exitcode, complaints), took_s, said + complaints)


def _tell(folder: str, *arguments: str) -> None:
    """Run the simulation of a copy in this process, which was made for it; what it prints goes into two files."""
    os.chdir(folder)
    for number, name in ((1, _SAID), (2, _COMPLAINTS)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), number)
    for name in [name for name in sys.modules if name.partition(".")[0] in _OURS]:
        del sys.modules[name]
    sys.path[:] = [folder, *(entry for entry in sys.path if entry and Path(entry) != ROOT)]
    sys.argv[1:] = arguments
    runpy.run_module("tests.system.simulation.run", run_name="__main__", alter_sys=True)


def plant(mutant: Mutant, folder: Path) -> None:
    """Copy what the simulation needs of the product and change it.

    Raises:
        ValueError: a text to be replaced does not occur exactly once.
    """
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=_LEFT_OUT)
    shutil.copy2(ROOT / "tests" / "builders.py", folder / "tests" / "builders.py")
    for change in mutant.changes:
        path = folder / change.file
        text = path.read_text(encoding="utf-8")
        if text.count(change.old) != 1:
            raise ValueError(f"{mutant.name}: {change.file} holds {text.count(change.old)} times {change.old!r}")
        path.write_text(text.replace(change.old, change.new), encoding="utf-8")


def _invariant(code: int, output: str) -> str:
    if code == 0:
        return ""
    found = _VERDICT.search(output)
    if found is not None:
        return found[1]
    errors = re.findall(r"^(?:\w+\.)*(\w*(?:Error|Exception|Overflow|KeyError))\b.*$", output, re.MULTILINE)
    return f"crash ({errors[-1]})" if errors else "crash"


def caught() -> dict[str, Catch]:
    """Read where mutants were caught."""
    return {name: Catch(**facts) for name, facts in json.loads(CAUGHT.read_text()).items()} if CAUGHT.exists() else {}


def search(mutant: Mutant) -> Catch | None:
    """Look for a seed that catches a mutant."""
    for seed in SEARCHED:
        verdict = try_mutant(mutant, seed, STORIES)
        if verdict.is_caught:
            return Catch(seed, verdict.stories, verdict.invariant, round(verdict.seconds, 1))
    return None


def render() -> str:
    """Return docs/simulation.md with the table of mutants as ``caught.json`` has it."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(TABLE_HEAD)
    return before + mutant_table() + rest[rest.index("\n## ") :]


def mutant_table() -> str:
    """Write what each mutant breaks and where it was caught."""
    found = caught()
    rows = []
    for mutant in MUTANTS:
        catch = found.get(mutant.name)
        facts = (catch.invariant, catch.seed, catch.stories, catch.seconds) if catch is not None else ("–",) * 4
        rows.append(f"| `{mutant.name}` | {mutant.breaks} | {' | '.join(map(str, facts))} |\n")
    return TABLE_HEAD + "".join(rows)


def main(names: list[str]) -> int:
    """Search for all mutants, or those named, and keep what was found."""
    wanted = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    found = caught()
    with ThreadPoolExecutor(max_workers=2) as pool:
        for mutant, catch in zip(wanted, pool.map(search, wanted), strict=True):
            print(mutant.name, catch or "SURVIVES", flush=True)
            if catch is not None:
                found[mutant.name] = catch
                kept = {one.name: asdict(found[one.name]) for one in MUTANTS if one.name in found}
                CAUGHT.write_text(json.dumps(kept, indent=2) + "\n")
    return 0 if all(mutant.name in found for mutant in wanted) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
