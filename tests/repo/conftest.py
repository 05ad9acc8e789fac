"""The committed tree as the house rules see it: paths, sources and syntax trees."""

import ast
import functools
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Source:
    """A Python file: where it lies, its dotted module name and its syntax tree."""

    path: Path
    module: str
    tree: ast.Module


@functools.cache
def parse(path: Path) -> ast.Module:
    """Parse a file once in a test run."""
    return ast.parse(path.read_bytes())


@dataclass(frozen=True, slots=True)
class Tree:
    """The files that git knows or would add, so that build results and demo data do not count."""

    root: Path
    paths: tuple[Path, ...]

    def under(self, *folders: str) -> tuple[Path, ...]:
        """Return the files below these top folders."""
        return tuple(path for path in self.paths if path.relative_to(self.root).parts[0] in folders)

    def sources(self, *folders: str) -> tuple[Source, ...]:
        """Parse the Python files below these top folders."""
        return tuple(
            Source(path, self.module(path), parse(path)) for path in self.under(*folders) if path.suffix == ".py"
        )

    def module(self, path: Path) -> str:
        """Return the dotted name of a Python file."""
        return ".".join(path.relative_to(self.root).with_suffix("").parts).removesuffix(".__init__")

    def name(self, path: Path) -> str:
        """Return the path as messages show it."""
        return path.relative_to(self.root).as_posix()


@pytest.fixture(scope="session")
def tree() -> Tree:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = listing.stdout.decode().rstrip("\0").split("\0")
    return Tree(ROOT, tuple(path for name in names if (path := ROOT / name).is_file()))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT
