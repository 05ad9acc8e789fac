"""The expressions of this tablet's forms, read once: their trees lie in a file and are taught again at each start.

Reading an expression needs elementpath, whose import alone takes a tablet longer than showing the first screen. The file holds
nothing that is not in the templates: it may vanish or be damaged at any time.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from mobile import VERSION
from shared.errors import ExpressionError
from shared.model.template import Template

log = logging.getLogger(__name__)


class Templates(Protocol):
    """Where the forms are."""

    def templates(self) -> tuple[Template, ...]: ...


class Syntax:
    """The file at ``path``. ``recall`` is quick and for the start; ``keep`` is for a background thread."""

    def __init__(self, path: Path, source: Templates) -> None:
        self.path = path
        self._source = source
        self._kept: frozenset[str] = frozenset()

    def recall(self) -> None:
        """Teach what an earlier run has kept; a file of another grammar, or that cannot be read, is passed over."""
        try:
            held = json.loads(self.path.read_text(encoding="utf-8"))
            from shared.expression import teach  # here and below: a tablet without a round under way starts without

            if held["grammar"] == edition():
                teach(held["trees"])
                self._kept = frozenset(held["forms"])
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            log.warning("the kept expressions cannot be read; they are read anew", exc_info=True)

    def keep(self) -> None:
        """Read the expressions of forms that are new, and keep all trees; does nothing where there is nothing new."""
        from shared.checklist import expressions
        from shared.expression import compile_expression, learnt

        forms = self._source.templates()
        names = frozenset(form.key for form in forms)
        if names <= self._kept:
            return
        texts = {text for form in forms for text in expressions(form)}
        for text in texts:
            with suppress(ExpressionError):  # reported where it is evaluated
                compile_expression(text)
        held = {"grammar": edition(), "forms": sorted(names), "trees": learnt(texts)}
        half = self.path.with_suffix(".part")
        try:
            half.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
            half.replace(self.path)
        except OSError:
            log.warning("the expressions cannot be kept", exc_info=True)
        self._kept = names


def edition() -> str:
    """Name what trees are of: another version of the app may bring another reader of expressions, so it reads anew."""
    from shared.expression import GRAMMAR

    return f"{GRAMMAR}/{VERSION}"
