"""The family of pages about papers; ``views`` and ``forms`` add theirs."""

from __future__ import annotations

from server.office.family import pages

blueprint = pages("papers", __name__)
