"""Reads the platform's declarations: which class has which method, field and constant, and since which API level.

They come from npm's ``@nativescript/types-android`` (Apache-2.0), which merges Android's API levels 21 to 37 and marks what
was added in between. The package is large, so the repository holds an extract of the classes that are used, made by
``python -m tools.apk.extract`` from the one version and hash named there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

CLASS: Final = re.compile(
    r"export (?:abstract )?class (\w+)(?:<[^{]*>)? *(?: extends ([\w.]+)(?:<[^{]*>)?)?(?: implements (.*))? \{"
)
MODULE: Final = re.compile(r"(?:declare|export) module ([\w.]+) \{")
MEMBER: Final = re.compile(r"(?:public|protected) (static )?(?:abstract )?(\w+)(\??)(<[^(]*>)?([(:])(.*)")
SINCE: Final = re.compile(r"@since (\d+)")


@dataclass(frozen=True, slots=True)
class Member:
    """A method with its parameters' types, or a field, which has none."""

    name: str
    since: int
    is_static: bool
    params: tuple[str, ...] | None
    returns: str
    is_variadic: bool = False


@dataclass(slots=True)
class Declared:
    """A class or interface by its dotted name: `android.nfc.NfcAdapter.ReaderCallback`."""

    name: str
    since: int
    supers: tuple[str, ...]
    members: dict[str, list[Member]] = field(default_factory=dict)


@dataclass
class Platform:
    """All classes of an extract, and those of our own that are added to it."""

    classes: dict[str, Declared]
    asked: set[str] = field(default_factory=set)
    """The classes whose members somebody wanted to know."""

    @classmethod
    def read(cls, path: Path) -> Platform:
        """Read an extract, or the whole package's file."""
        return cls(parse(path.read_text(encoding="utf-8")))

    def find(self, java: str) -> Declared | None:
        """Find a class by Java's name, nested ones with ``$``."""
        return self.classes.get(java.replace("$", "."))

    def members(self, name: str, member: str) -> list[Member]:
        """List a class's members of one name, its parents' too."""
        self.asked.add(name)
        return [one for above in self.line(name) for one in self.classes[above].members.get(member, [])]

    def line(self, name: str) -> list[str]:
        """List a class and all that it is, as far as they are known."""
        found: list[str] = []
        waiting = [name]
        while waiting:
            one = waiting.pop(0)
            if one in self.classes and one not in found:
                found.append(one)
                waiting += self.classes[one].supers
        return found

    def is_a(self, name: str, other: str) -> bool:
        """Tell whether an object of a class is one of the other class too."""
        return (
            name == other
            or other in self.line(name)
            or other == "java.lang.Object"
            or any(other in self.classes[above].supers for above in self.line(name))
        )


def parse(text: str) -> dict[str, Declared]:
    """Read declarations; a class's members stand one tab deeper than the class."""
    classes: dict[str, Declared] = {}
    open_at: list[tuple[int, str, Declared | None]] = []
    said = ""
    is_comment = False
    for line in text.splitlines():
        stripped = line.strip()
        depth = len(line) - len(line.lstrip("\t"))
        if is_comment or stripped.startswith("/**"):
            said += stripped
            is_comment = not stripped.endswith("*/")
            continue
        while open_at and depth <= open_at[-1][0]:
            open_at.pop()
        since = max((int(level) for level in SINCE.findall(said)), default=0)
        said = ""
        prefix = ".".join(name for _, name, _ in open_at)
        if opened := MODULE.match(stripped):
            open_at.append((depth, opened[1], None))
        elif opened := CLASS.match(stripped):
            name = f"{prefix}.{opened[1]}" if prefix else opened[1]
            declared = Declared(name, since, _supers(opened[2], opened[3]))
            classes[name] = declared
            open_at.append((depth, opened[1], declared))
        elif open_at and (inside := open_at[-1][2]) is not None and depth == open_at[-1][0] + 1:
            _add(inside, stripped, since)
    return classes


def _supers(extends: str | None, implements: str | None) -> tuple[str, ...]:
    bare = re.sub(r"<.*?>+", "", implements or "")
    return tuple(name.strip() for name in (extends or "", *bare.split(",")) if name.strip())


def _add(declared: Declared, line: str, since: int) -> None:
    found = MEMBER.match(line)
    if found is None or "implementation: {" in line:
        return
    is_static, name, rest = bool(found[1]), found[2], found[6]
    since = max(since, declared.since)
    if found[5] == ":":
        member = Member(name, since, is_static, None, rest.strip().removesuffix(";"))
    else:
        inside, after = _closed(rest)
        params = tuple(_type_of(part) for part in split(inside))
        returns = after.partition(":")[2].strip().removesuffix(";") or declared.name
        member = Member(name, since, is_static, params, returns, "..." in inside)
    declared.members.setdefault(name, []).append(member)


def _closed(text: str) -> tuple[str, str]:
    """Split at the bracket that closes a list of parameters."""
    depth = 0
    for place, letter in enumerate(text):
        if letter in "(<{[":
            depth += 1
        elif letter in ")>}]" and not (letter == ">" and text[place - 1] == "="):
            if depth == 0:
                return text[:place], text[place + 1 :]
            depth -= 1
    return text, ""


def split(text: str) -> list[str]:
    """Split a list at its own commas."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        if letter in "(<{[":
            depth += 1
        elif letter in ")>}]" and not (letter == ">" and text[place - 1] == "="):
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _type_of(parameter: str) -> str:
    return parameter.partition(":")[2].strip().replace(" | null", "")
