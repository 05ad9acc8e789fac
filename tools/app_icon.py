"""Draw the app's icon and its first picture from the office's mark: run by hand when the mark changes, results are kept."""

import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tools.browser import BROWSER_ARGS, find_browser

ROOT: Final = Path(__file__).resolve().parents[1]
MARK: Final = ROOT / "server" / "office" / "static" / "mark.svg"
ASSETS: Final = ROOT / "mobile" / "assets"
FONT: Final = ASSETS / "fonts" / "NotoSansSC-Bold.ttf"
GROUND: Final = "#eef1f5"  # the light theme's; android.presplash_color in mobile/buildozer.spec is the same
ICON_PX: Final = 512
FIRST_PICTURE_PX: Final = 640


def icon_page(mark: str) -> str:
    """Fill the page with the mark."""
    return f"<style>body{{margin:0}}svg{{display:block;width:100vw;height:100vh}}</style>{mark}"


def first_picture_page(mark: str) -> str:
    """Put the mark above the app's name."""
    return f"""<style>
        @font-face {{ font-family: App; src: url("{FONT.as_uri()}") }}
        body {{ margin: 0; height: 100vh; background: {GROUND}; color: #101823; font: 56px App;
                display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 36px }}
        svg {{ width: 200px; height: 200px }}
    </style>{mark}<div>巡安</div>"""


def draw(browser: Browser, page: str, size_px: int, target: Path) -> None:
    """Photograph a page of that many pixels square, transparent where nothing is drawn."""
    source = target.with_suffix(".html")
    source.write_text(f"<!doctype html><meta charset=utf-8>{page}", encoding="utf-8")
    tab = browser.new_page(viewport={"width": size_px, "height": size_px})
    tab.goto(source.as_uri())
    tab.screenshot(path=target, omit_background=True)
    source.unlink()
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")


def main() -> int:
    """Write both pictures."""
    mark = MARK.read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER_ARGS))
        draw(browser, icon_page(mark), ICON_PX, ASSETS / "icon.png")
        draw(browser, first_picture_page(mark), FIRST_PICTURE_PX, ASSETS / "presplash.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
