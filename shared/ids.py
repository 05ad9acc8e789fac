"""Typed identifiers, made where the thing is made, so that everything may be sent twice.

An id is a UUIDv7 (RFC 9562 §5.7) in lower-case text form. The time inside is never used as truth or order: a tablet's
clock may be wrong. Two exceptions are readable codes chosen by people: ``TemplateId`` and ``ScopeId``.
"""

from __future__ import annotations

import re
from typing import NewType, Protocol

OpId = NewType("OpId", str)
DeviceId = NewType("DeviceId", str)
PersonId = NewType("PersonId", str)
SiteId = NewType("SiteId", str)
BuildingId = NewType("BuildingId", str)
PointId = NewType("PointId", str)
AssetId = NewType("AssetId", str)
UnitId = NewType("UnitId", str)
RuleId = NewType("RuleId", str)
WaiverId = NewType("WaiverId", str)
ExcuseId = NewType("ExcuseId", str)
AccessId = NewType("AccessId", str)
HandoverId = NewType("HandoverId", str)
InspectionId = NewType("InspectionId", str)
ReviewId = NewType("ReviewId", str)
NoteId = NewType("NoteId", str)
PhotoId = NewType("PhotoId", str)
HazardId = NewType("HazardId", str)
NoticeId = NewType("NoticeId", str)
ReplyId = NewType("ReplyId", str)
ExtensionId = NewType("ExtensionId", str)
RecheckId = NewType("RecheckId", str)
ShiftId = NewType("ShiftId", str)
BlockId = NewType("BlockId", str)
PhraseId = NewType("PhraseId", str)
"""A readable code in the library that ships, a UUID for what the office adds."""
Epoch = NewType("Epoch", str)
Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""
TemplateId = NewType("TemplateId", str)
"""A readable code such as ``lmr-d``; with its version it names one immutable template."""
ScopeId = NewType("ScopeId", str)
"""``org``, ``site:<id>`` or ``user:<id>``."""

ORG_SCOPE = ScopeId("org")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


class IdSource(Protocol):
    """Makes ids; tests pass a seeded twin."""

    def new(self) -> str:
        """Return a new UUIDv7 in text form."""


def uuid7(unix_ms: int, random_bytes: bytes) -> str:
    """Lay out a UUIDv7 from milliseconds since 1970 and ten random bytes (RFC 9562 §5.7).

    Raises:
        ValueError: ``unix_ms`` does not fit 48 bits or fewer than ten bytes are given.
    """
    if not 0 <= unix_ms < 1 << 48 or len(random_bytes) < 10:
        raise ValueError("a 48-bit time and ten random bytes are needed")
    noise = int.from_bytes(random_bytes[:10], "big")
    value = unix_ms << 80 | 0x7 << 76 | (noise >> 62 & 0xFFF) << 64 | 0b10 << 62 | noise & (1 << 62) - 1
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def is_uuid(text: str) -> bool:
    """Tell whether ``text`` is a UUID in lower-case text form."""
    return _UUID.match(text) is not None


def is_sha256(text: str) -> bool:
    """Tell whether ``text`` is a SHA-256 in lower-case hexadecimal."""
    return _SHA256.match(text) is not None


def site_scope(site: SiteId) -> ScopeId:
    """Name the feed that carries one site's records."""
    return ScopeId(f"site:{site}")


def user_scope(person: PersonId) -> ScopeId:
    """Name the feed that carries what concerns one person only."""
    return ScopeId(f"user:{person}")
