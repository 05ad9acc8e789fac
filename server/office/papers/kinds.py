"""Every kind of paper and who composes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.office.papers import access, month, notice, recheck, record, reply
from server.office.papers.paper import Composer
from server.office.permission import Permission
from server.office.reader import Reader

COMPOSERS: Final[Mapping[str, Composer]] = {
    "record": record.compose,
    "notice": notice.compose,
    "reply": reply.compose,
    "recheck": recheck.compose,
    "access": access.compose,
    "month": month.compose,
}

_OF_NOTICES: Final = frozenset({"notice", "reply", "recheck"})


def may_open(who: Reader) -> frozenset[str]:
    """Name the kinds of papers that somebody who sees the page of papers may open; each composer asks again."""
    return frozenset(COMPOSERS) - (frozenset() if who.may(Permission.SEE_NOTICES) else _OF_NOTICES)
