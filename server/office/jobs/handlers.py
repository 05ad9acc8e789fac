"""Every kind of job and who does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.office.jobs.export import write_list
from server.office.jobs.handler import Handler
from server.office.papers.batch import print_list

HANDLERS: Final[Mapping[str, Handler]] = {"excel": write_list, "papers": print_list}
