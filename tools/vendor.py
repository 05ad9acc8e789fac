"""Refresh the files of other projects that office pages and their tests carry with them; needs npm and a network.

Run ``python -m tools.vendor``. Versions are pinned in ``PACKAGES``; each file keeps its licence beside it, and
``manifest.json`` names package, version, licence and SHA-256 of every file. The icons are one SVG sprite of exactly
the drawings named in ``ICONS``.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = ROOT / "server" / "office" / "static" / "vendor"
TESTS: Final = ROOT / "tests" / "ui" / "vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package: which of its files go where, and its licence (a file of the package, or a text of ours)."""

    name: str
    version: str
    licence: str
    files: dict[str, str]
    folder: Path = PAGES
    licence_file: str = "LICENSE"
    licence_text: str = ""


# The package of Tabler's stylesheet names its licence in package.json and in the file's head, without a text.
MIT_OF_TABLER: Final = """The MIT License (MIT)

Copyright (c) 2018-2026 The Tabler Authors
Copyright (c) 2018-2026 codecalm.net Paweł Kuna

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

PACKAGES: Final = (
    Package(
        "@tabler/core",
        "1.6.1",
        "MIT",
        {"dist/css/tabler.min.css": "tabler.min.css"},
        licence_text=MIT_OF_TABLER,
    ),
    Package("htmx.org", "4.0.1", "0BSD", {"dist/htmx.min.js": "htmx.min.js"}),
    Package(
        "photoswipe",
        "5.4.4",
        "MIT",
        {
            "dist/photoswipe.css": "photoswipe.css",
            "dist/photoswipe.esm.min.js": "photoswipe.esm.min.js",
            "dist/photoswipe-lightbox.esm.min.js": "photoswipe-lightbox.esm.min.js",
        },
    ),
    Package("@tabler/icons", "3.51.0", "MIT", {}),
    Package("sortablejs", "1.15.7", "MIT", {"modular/sortable.esm.js": "sortable.esm.js"}),
    Package("axe-core", "4.14.1", "MPL-2.0", {"axe.min.js": "axe.min.js"}, folder=TESTS),
)

ICONS: Final = tuple(
    """
    address-book adjustments-horizontal alert-circle alert-octagon alert-triangle archive arrow-back-up arrow-left
    arrow-narrow-right arrow-up-right arrows-diff arrows-exchange arrows-shuffle award ban battery-1 battery-3
    battery-4 bell bell-off bolt brand-wechat building building-community building-skyscraper calendar calendar-due
    calendar-event calendar-month calendar-off calendar-plus calendar-stats camera camera-off cash chart-bar
    chart-dots chart-line check checkbox checklist chevron-down chevron-left chevron-right chevron-up circle
    circle-check circle-dashed circle-minus circle-off circle-x clipboard-check clipboard-list clock clock-exclamation
    clock-off clock-play cloud-check cloud-off cloud-up coin copy database device-desktop device-floppy device-tablet
    device-tablet-off dice-5 download edit elevator eye eye-check eye-off file-alert file-check file-import file-off
    file-spreadsheet file-text file-type-docx file-type-pdf file-zip filter filter-off filter-search fingerprint
    fire-extinguisher flag flame folder gavel git-compare grip-vertical hand-stop help-circle history home hourglass
    hourglass-empty id-badge inbox info-circle key language layout-dashboard link link-off list-check list-details
    list-numbers lock login logout mail mail-forward map-2 map-pin menu-2 message-2 message-exclamation message-report
    moon nfc note paperclip pencil phone photo photo-off player-pause player-play player-stop plus printer
    progress-check qrcode refresh reload repeat report report-analytics report-search rosette-discount-check rotate
    rubber-stamp scale search selector send settings shield-check shield-lock shield-x sort-ascending sort-descending
    square-check stack-2 stairs star sun table-export table-import tag template tool tools trash trending-down
    trending-up upload user user-check user-cog user-off user-plus users users-group webhook wifi-off world writing
    writing-sign x zoom-in
    """.split()
)


def fetch(package: Package, folder: Path) -> Path:
    """Download and unpack one package; return its root."""
    target = folder / package.name.replace("/", "-").lstrip("@")
    target.mkdir()
    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    archive = subprocess.run(command, cwd=target, check=True, capture_output=True, text=True).stdout.split()[-1]
    subprocess.run(["tar", "-xzf", archive], cwd=target, check=True)
    return target / "package"


def copy(package: Package, source: Path) -> list[Path]:
    """Copy the wanted files and the licence; return what was written."""
    package.folder.mkdir(parents=True, exist_ok=True)
    written = []
    for origin, name in package.files.items():
        text = (source / origin).read_text(encoding="utf-8")
        # The maps stay behind: a browser's developer tools would ask for them.
        written.append(write(package.folder / name, re.sub(r"\n?(//|/\*)# sourceMappingURL=[^\n]*", "", text)))
    licence = package.licence_text or (source / package.licence_file).read_text(encoding="utf-8")
    return [*written, write(package.folder / f"{package.name.strip('@').replace('/', '-')}.LICENSE.txt", licence)]


def write(path: Path, text: str) -> Path:
    """Write a text file with one newline at its end; return its path."""
    path.write_text(text.rstrip() + "\n", encoding="utf-8")
    return path


def sprite(source: Path) -> str:
    """Join the chosen icons into one SVG whose symbols ``<use>`` can name."""
    symbols = []
    for name in ICONS:
        drawing = (source / "icons" / "outline" / f"{name}.svg").read_text(encoding="utf-8")
        paths = [
            path for path in re.findall(r"<(?:path|circle|rect|line)[^>]*/>", drawing) if "M0 0h24v24H0z" not in path
        ]
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{"".join(paths)}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>"


def entry(package: Package, written: list[Path]) -> dict[str, object]:
    """Describe one package as the manifest does."""
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written}
    return {"package": package.name, "version": package.version, "licence": package.licence, "files": digests}


def main() -> int:
    """Fetch everything anew and write the manifests."""
    entries: dict[Path, list[dict[str, object]]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for package in PACKAGES:
            source = fetch(package, Path(scratch))
            written = copy(package, source)
            if package.name == "@tabler/icons":
                written.append(write(package.folder / "icons.svg", sprite(source)))
            entries.setdefault(package.folder, []).append(entry(package, written))
            print(f"{package.name} {package.version}: {', '.join(path.name for path in written)}")
    for folder, described in entries.items():
        write(folder / "manifest.json", json.dumps(described, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
