"""What an NFC tag says, read from the records of its NDEF message (NFC Forum: RTD-TEXT 1.0, RTD-URI 1.0)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WELL_KNOWN = 1
MIME = 2
ABSOLUTE_URI = 3
PREFIXES = (
    "",
    "http://www.",
    "https://www.",
    "http://",
    "https://",
    "tel:",
    "mailto:",
    "ftp://anonymous:anonymous@",
    "ftp://ftp.",
    "ftps://",
    "sftp://",
    "smb://",
    "nfs://",
    "ftp://",
    "dav://",
    "news:",
    "telnet://",
    "imap:",
    "rtsp://",
    "urn:",
    "pop:",
    "sip:",
    "sips:",
    "tftp:",
    "btspp://",
    "btl2cap://",
    "btgoep://",
    "tcpobex://",
    "irdaobex://",
    "file://",
    "urn:epc:id:",
    "urn:epc:tag:",
    "urn:epc:pat:",
    "urn:epc:raw:",
    "urn:epc:",
    "urn:nfc:",
)
"""What the first byte of a URI record stands for."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a message: its type name format (0..7), its type and its bytes."""

    tnf: int
    type: bytes
    payload: bytes


def text_of(records: Sequence[Record]) -> str:
    """Return what the first readable record says, without blanks around it; "" if none is readable."""
    for record in records:
        said = _said(record).strip().strip("\0")
        if said:
            return said
    return ""


def uid_of(octets: bytes) -> str:
    """Return a chip's serial number as it is printed on stock lists: upper-case hexadecimal."""
    return octets.hex().upper()


def _said(record: Record) -> str:
    if record.tnf == WELL_KNOWN and record.type == b"T":
        return _text(record.payload)
    if record.tnf == WELL_KNOWN and record.type == b"U":
        return _uri(record.payload)
    if record.tnf == ABSOLUTE_URI:
        return record.type.decode("utf-8", "replace")
    if record.tnf == MIME and record.type.lower().startswith(b"text/plain"):
        return record.payload.decode("utf-8", "replace")
    return ""


def _text(payload: bytes) -> str:
    """Read a text record: bit 7 of the first byte says UTF-16, bits 0..5 how long the language's name is."""
    if not payload:
        return ""
    status = payload[0]
    body = payload[1 + (status & 0x3F) :]
    if not status & 0x80:
        return body.decode("utf-8", "replace")
    has_mark = body[:2] in {b"\xfe\xff", b"\xff\xfe"}
    return body.decode("utf-16" if has_mark else "utf-16-be", "replace")


def _uri(payload: bytes) -> str:
    if not payload:
        return ""
    prefix = PREFIXES[payload[0]] if payload[0] < len(PREFIXES) else ""
    return prefix + payload[1:].decode("utf-8", "replace")
