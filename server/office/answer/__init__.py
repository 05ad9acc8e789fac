"""The inspected unit answers without an account, over the link of its notice: reads, signs, replies, asks for more time.

``case`` (what the link opens) · ``acts`` (a form becomes an act of the unit; ``shared.hazard`` decides) · ``pictures``
(photos from a phone: decoded, turned, made anew) · ``views`` (the pages) · ``office`` (what the office sees and does).

Invariant: a page shows the link's own notice and what it holds, nothing else of the estate.
Invariant: a wrong, an expired and a revoked token get the same answer.
Invariant: it works without scripts and without cookies, on a phone of ten years ago.
"""
