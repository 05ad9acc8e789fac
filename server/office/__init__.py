"""The office's pages: what people of the estate open in a browser.

One folder per page family: ``today`` · ``inspections`` · ``hazards`` · ``notices`` · ``plan`` · ``tablets`` · ``templates`` ·
``phrases`` · ``people`` · ``photos`` · ``session``; its Jinja templates lie beside its views. ``layout`` frame and shared parts ·
``text`` every word in both languages · ``static`` styles, scripts and vendored files · ``permission`` who may see what.
A view has four beats: load or 404, may I, act (a pure decision of ``shared``, then the store), return.

Invariant: a page shows only records that the reader's sites and roles allow; queries enforce it, not templates.
Invariant: nothing is loaded from elsewhere; no inline script or style (the content policy forbids both).
Invariant: every page works without scripts; htmx only saves the reload.
Start reading at ``page`` (what happens around every page) and ``hazards.views``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.office.parts import EXTENSION, OfficeParts

if TYPE_CHECKING:
    from flask import Flask

__all__ = ["OfficeParts", "install"]


def install(app: Flask, parts: OfficeParts) -> None:
    """Add the office's pages to the app."""
    from server.office.frame import add_pages, prepare_templates

    app.extensions[EXTENSION] = parts
    prepare_templates(app)
    add_pages(app)
