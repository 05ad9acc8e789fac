"""The family of pages about notices."""

from __future__ import annotations

from server.office.family import pages

blueprint = pages("notices", __name__)
