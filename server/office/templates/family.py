"""The blueprint that all pages about checklists belong to."""

from __future__ import annotations

from server.office.family import pages

blueprint = pages("templates", "server.office.templates")
