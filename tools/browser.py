"""Find the browser that office pages are tested and photographed in.

Debian brings Chromium by apt; elsewhere an installed Chrome or the browser that Playwright downloads will do.
"""

import shutil
import sys
from pathlib import Path
from typing import Final

# Not chromium-browser: where that exists beside these, it is Ubuntu's pointer to a snap.
BROWSER_NAMES: Final = ("chromium", "google-chrome-stable", "google-chrome")
BROWSER_PATHS: Final = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
# As root Chromium needs --no-sandbox; the others stop it from calling home, which a closed network answers with noise.
BROWSER_ARGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> Path | None:
    """Return the path of an installed Chromium or Chrome, or None to let Playwright use the one it downloaded."""
    on_path = (Path(found) for name in BROWSER_NAMES if (found := shutil.which(name)))
    installed = (path for path in (*on_path, *BROWSER_PATHS) if path.exists() and not _is_snap(path))
    return next(installed, None)


def _is_snap(path: Path) -> bool:
    """Say whether a snap runs behind this path: its sandbox cannot see the profile folders that Playwright makes."""
    return "snap" in path.parts or path.resolve().name == "snap"


def main() -> int:
    """Open an empty page and print the browser's version; the exit code says whether that worked."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER_ARGS))
        browser.new_page().goto("about:blank")
        print(browser.version)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
