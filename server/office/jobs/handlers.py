"""Every kind of job and who does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.office.access import views as access
from server.office.audit import views as audit
from server.office.excel import Export
from server.office.hazards import views as hazards
from server.office.inspections import views as inspections
from server.office.jobs.export import exporter
from server.office.jobs.handler import Handler
from server.office.letters import views as letters
from server.office.notices import views as notices
from server.office.people import views as people
from server.office.places import views as places
from server.office.review import views as review

EXPORTS: Final[Mapping[str, Export]] = {
    "/inspections": inspections.export,
    "/review": review.export,
    "/hazards": hazards.export,
    "/notices": notices.export,
    "/access": access.export,
    "/letters": letters.export,
    "/people": people.export,
    "/audit": audit.export,
    **{f"/places/{kind}": export for kind, export in places.EXPORTS.items()},
}
"""Lists that may be long, by their address."""
HANDLERS: Final[Mapping[str, Handler]] = {"excel": exporter(EXPORTS)}
