"""The blueprint that all pages about the schedule belong to."""

from __future__ import annotations

from server.office.family import pages

blueprint = pages("plan", "server.office.plan")
