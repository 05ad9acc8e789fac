"""Papers as PDF: layouts in typst, fonts, and the process that sets them. What a paper says comes in as JSON.

``layout`` one typst file for each form, ``form.typ`` what they share · ``typeset`` sets a paper in this process ·
``press`` lets another process do it, for pages that must not wait · ``fonts`` Song type, small enough to ship.

Invariant: no word of a person is ever part of typst source; data are JSON, photos are files, drawings are SVG.
Invariant: nothing is downloaded; the same order gives the same bytes wherever it is set.
Composing papers from records is the office's (``server.office.papers``).
"""

from server.papers.press import Press
from server.papers.typeset import Order, PaperError, Typesetter

__all__ = ["Order", "PaperError", "Press", "Typesetter"]
