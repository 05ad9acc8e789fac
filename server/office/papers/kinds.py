"""Every kind of paper and who composes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.office.papers import access, month, notice, recheck, record, reply
from server.office.papers.paper import Composer

COMPOSERS: Final[Mapping[str, Composer]] = {
    "record": record.compose,
    "notice": notice.compose,
    "reply": reply.compose,
    "recheck": recheck.compose,
    "access": access.compose,
    "month": month.compose,
}
