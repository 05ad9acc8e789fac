"""Sets a paper in this process with typst, which keeps its fonts loaded: some 300 MB, so not where pages are served."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import typst

_HERE = Path(__file__).parent
LAYOUTS: Final = frozenset(path.stem for path in (_HERE / "layout").glob("*.typ")) - {"form"}
FONTS: Final = _HERE / "fonts"


class PaperError(Exception):
    """A paper could not be set; the text says where. A fault of ours, never of what people wrote."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be set: a layout, its data as JSON, pictures by the names that the data use, and a fixed time.

    ``made_at`` (seconds since 1970) stands in the file as its date.
    """

    layout: str
    data: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    made_at: int = 0


class Typesetter:
    """Sets papers one after the other, in one thread; ``close`` gives its folder back."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="rounds-papers-")
        self._root = Path(self._folder.name)
        for path in (_HERE / "layout").glob("*.typ"):
            shutil.copy(path, self._root)
        fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[str(FONTS)])
        self._typst = typst.Compiler(root=str(self._root), font_paths=fonts)

    def pdf(self, order: Order) -> bytes:
        """Set a paper as PDF.

        Raises:
            PaperError: typst refuses it.
        """
        found = self._set(order, "pdf")
        return bytes(found[0])

    def pages(self, order: Order, ppi: float = 50) -> list[bytes]:
        """Set a paper as PNG pictures of its pages.

        Raises:
            PaperError: typst refuses it.
        """
        return self._set(order, "png", ppi)

    def close(self) -> None:
        """Give the folder back."""
        self._folder.cleanup()

    def _set(self, order: Order, form: Literal["pdf", "png"], ppi: float | None = None) -> list[bytes]:
        if order.layout not in LAYOUTS:
            raise PaperError(f"there is no layout {order.layout}")
        written = [self._root / name for name in order.pictures]
        for path, data in zip(written, order.pictures.values(), strict=True):
            if path.parent != self._root:
                raise PaperError("a picture has a plain name")
            path.write_bytes(data)
        try:
            made = self._typst.compile(
                str(self._root / f"{order.layout}.typ"),
                format=form,
                ppi=ppi,
                sys_inputs={"data": json.dumps(order.data, ensure_ascii=False)},
                timestamp=order.made_at,
            )
        except RuntimeError as error:  # typst.TypstError is one
            raise PaperError(f"{order.layout}: {error}") from error
        finally:
            for path in written:
                path.unlink(missing_ok=True)
        if made is None:
            raise PaperError(f"{order.layout}: nothing was made")
        return list(made) if isinstance(made, list) else [made]
