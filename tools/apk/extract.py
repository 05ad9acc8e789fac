"""Make ``tools/apk/android-37.d.ts`` anew: the platform's declarations of the classes that the app uses.

Run ``python -m tools.apk.extract`` after using a class that is not in it; needs npm and a network. The package is taken in
one version and refused unless its bytes have the hash written here.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final

from tools.apk.platform import CLASS, MODULE, Platform, parse
from tools.apk.usage import TWINS, java_names, least_level, names_in_java, problems_in_java, problems_of

ROOT: Final = Path(__file__).resolve().parents[2]
EXTRACT: Final = ROOT / "tools" / "apk" / "android-37.d.ts"
PACKAGE: Final = "@nativescript/types-android"
VERSION: Final = "9.1.1"
SHA512: Final = "PGaTum9tyqyyza3QT21Z7WrRR1+nM7ITsq9EJiaShLArThJI0PD1ZuDO5IoUUvSQ+gTKU2nLiVMnFbU4s3FeeQ=="
DECLARATIONS: Final = "package/lib/android/android-platform-21-37-merged.d.ts"
HEAD: Final = f"""// The classes that the app uses, from npm's {PACKAGE} {VERSION} (Apache-2.0), file
// {DECLARATIONS.removeprefix("package/")}; sha512 of the package: {SHA512}
// Made by tools/apk/extract.py; "@since" tells the API level that brought a member.
"""


def declarations() -> str:
    """Fetch the package and return its merged declarations.

    Raises:
        ValueError: the package is not the one that is named here.
    """
    with tempfile.TemporaryDirectory() as scratch:
        command = ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"]
        packed = subprocess.run(command, cwd=scratch, check=True, capture_output=True, text=True).stdout.split()[-1]
        archive = Path(scratch) / packed
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != SHA512:
            raise ValueError(f"{PACKAGE} {VERSION} has another hash: {digest}")
        with tarfile.open(archive) as inside:
            member = inside.extractfile(DECLARATIONS)
            if member is None:
                raise ValueError(f"{PACKAGE} has no {DECLARATIONS}")
            return member.read().decode()


def extract(text: str, wanted: set[str]) -> str:
    """Return the declarations of these classes and of all that they are; nested classes count for themselves."""
    platform = Platform(parse(text))
    kept = {above for name in wanted for above in platform.line(name)}
    written: list[str] = []
    path: list[tuple[int, str]] = []
    opened: list[tuple[int, str]] = []
    said: list[str] = []
    lines = iter(text.splitlines())
    for line in lines:
        stripped, depth = line.strip(), len(line) - len(line.lstrip("\t"))
        while path and depth <= path[-1][0]:
            path.pop()
        if stripped.startswith(("/**", "*")):
            said.append(line)
            continue
        if module := MODULE.match(stripped):
            path.append((depth, module[1]))
        elif declared := CLASS.match(stripped):
            name = ".".join((*(part for _, part in path), declared[1]))
            body = [*said, line, *_until(lines, depth)]
            if name in kept:
                _open(written, opened, path)
                written += body
        said = []
    while opened:
        written.append("\t" * opened.pop()[0] + "}")
    return HEAD + "\n".join(written) + "\n"


def _until(lines: object, depth: int) -> list[str]:
    """Take the lines of a class up to the bracket that closes it."""
    body = []
    for line in lines:  # type: ignore[attr-defined]
        body.append(line)
        if line == "\t" * depth + "}":
            break
    return body


def _open(written: list[str], opened: list[tuple[int, str]], path: list[tuple[int, str]]) -> None:
    """Close and open modules so that the next class stands in its own."""
    same = 0
    while same < min(len(opened), len(path)) and opened[same] == path[same]:
        same += 1
    while len(opened) > same:
        written.append("\t" * opened.pop()[0] + "}")
    for depth, name in path[same:]:
        written.append("\t" * depth + f"{'export' if depth else 'declare'} module {name} {{")
        opened.append((depth, name))


def main() -> int:
    """Write the extract."""
    text = declarations()
    whole = Platform(parse(text))
    problems_of(ROOT, whole, least_level(ROOT))  # follows every call, and so meets each class that is used
    problems_in_java(ROOT, whole, least_level(ROOT))
    wanted = {name.replace("$", ".") for name in (*java_names(ROOT / TWINS), *names_in_java(ROOT))}
    EXTRACT.write_text(extract(text, wanted | whole.asked), encoding="utf-8")
    print(f"{EXTRACT.relative_to(ROOT)}: {EXTRACT.stat().st_size // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
