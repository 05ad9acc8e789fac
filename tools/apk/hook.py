"""Run by python-for-android before Gradle: puts our activity, provider and receivers into the manifest.

python-for-android's own template has places for permissions and services only. Loaded by its path, so it imports nothing
of this repository.
"""

import shutil
from pathlib import Path
from typing import Any

COMPONENTS = Path(__file__).resolve().parents[2] / "mobile" / "android" / "components.xml"
END = "</application>"
MANIFESTS = ("src/main/AndroidManifest.xml", "AndroidManifest.xml")


def with_components(manifest: str, components: str) -> str:
    """Return the manifest with the components at the end of its application.

    Raises:
        ValueError: it has no application, or has them already.
    """
    if manifest.count(END) != 1:
        raise ValueError("the manifest has no single application")
    if "org.siterounds.device." in manifest:
        raise ValueError("the manifest has our components already")
    head, _, tail = manifest.rpartition(END)
    return f"{head}{components}    {END}{tail}"


def before_apk_assemble(toolchain: Any) -> None:
    """Change the manifest that was just written; the current folder is the build's."""
    folder = Path(toolchain._dist.dist_dir)  # noqa: SLF001 (python-for-android hands a hook nothing else)
    first, copy = (folder / name for name in MANIFESTS)
    changed = with_components(first.read_text(encoding="utf-8"), COMPONENTS.read_text(encoding="utf-8"))
    first.write_text(changed, encoding="utf-8")
    shutil.copy(first, copy)
