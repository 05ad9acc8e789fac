"""Draws every story afresh, by nothing but its seed.

Under its own name, Hypothesis makes five of six stories by changing the one before, which finds the edge of a number
quickly but meets few coincidences; and one number in twenty is one that stands in the source of whatever modules are
loaded (which rules a story leaves out is such a number), so that the same seed tells some other stories in another
process, or after an edit. Shrinking is as ever.
"""

from __future__ import annotations

from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider


class FreshProvider(HypothesisProvider):
    """Hypothesis' own way of drawing, without the numbers that it finds in loaded modules."""

    def _maybe_draw_constant(self, *_args: object, **_facts: object) -> None:
        """Draw what Hypothesis draws to decide, so that all else comes as it would, and decide against it."""
        if self._random is not None:
            self._random.random()


FRESH = "fresh"
AVAILABLE_PROVIDERS[FRESH] = f"{__name__}.{FreshProvider.__name__}"
