"""The family of pages about hazards."""

from __future__ import annotations

from server.office.family import pages

blueprint = pages("hazards", __name__)
