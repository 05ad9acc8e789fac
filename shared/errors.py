"""Every error that crosses a border of this product, as one tree.

A class states the fact; its ``code`` is stable and travels as the last part of an RFC 9457 problem type; ``retry``
tells a client what to do next. Constructors take facts as keywords, never prose: the words that a person reads are
chosen by class where they are shown.

RoundsError
├── RequestError                what is wrong with a request as a whole
│   ├── MalformedError          ├── UnsupportedEncodingError   ├── UnsupportedProtocolError
│   ├── TokenInvalidError       ├── TokenExpiredError          ├── DeviceRevokedError
│   ├── UserDisabledError       ├── ForbiddenError             ├── UnknownRecordError
│   ├── EnrolmentCodeError      ├── OffsetMismatchError        ├── ChecksumMismatchError
│   ├── BatchTooLargeError      ├── BlobTooLargeError          ├── BusyError
│   ├── StorageFullError        ├── MethodNotAllowedError      ├── UnsupportedMediaTypeError
│   └── ServerFaultError
├── OfflineError                no answer of ours arrived (no network, captive portal, cut, time-out)
├── OpRefusedError              one pushed operation cannot be applied; it is kept as a dead letter
│   ├── TransitionConflictError ├── FieldConflictError         ├── AlreadyFinalError
│   ├── UnknownEntityError      ├── UnknownOpError             ├── OpForbiddenError
│   ├── OpIdReusedError         └── InvalidBodyError
├── RuleError                   a rule of the trade says no
│   ├── TransitionError         ├── EvidenceMissingError       ├── NotPermittedError
│   └── HandedOverError
├── TemplateError               a checklist template that cannot be used
│   └── ExpressionError
└── StoreError                  this tablet's or server's own storage
    ├── DiskFullError           ├── NewerDatabaseError         ├── DamagedDatabaseError
    └── ReadOnlyDiskError
"""

from __future__ import annotations

from enum import Enum
from typing import ClassVar


class Retry(Enum):
    """What a client does after a failure (the ``retry`` member of a problem)."""

    LATER = "later"
    LOGIN = "login"
    UPGRADE = "upgrade"
    SPLIT = "split"
    NEVER = "never"


class RoundsError(Exception):
    """The root. ``facts`` holds JSON values only and travels as members of the problem document."""

    code: ClassVar[str] = "fault"
    title: ClassVar[str] = "Something went wrong"
    status: ClassVar[int] = 500
    retry: ClassVar[Retry] = Retry.LATER

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code, facts)
        self.facts: dict[str, object] = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


def _rebuild(cls: type[RoundsError], facts: dict[str, object]) -> RoundsError:
    return cls(**facts)


class RequestError(RoundsError):
    """A request as a whole was refused; nothing of it was applied."""


class MalformedError(RequestError):
    """The request does not have the documented shape. Facts: ``detail``, ``path``."""

    code, title, status, retry = "malformed", "The request is not well formed", 400, Retry.SPLIT


class UnsupportedEncodingError(RequestError):
    """The body's content encoding is neither identity nor gzip, or does not decode."""

    code, title, status, retry = "unsupported-encoding", "The content encoding is not supported", 400, Retry.SPLIT


class UnsupportedProtocolError(RequestError):
    """The client speaks a sync protocol that this server does not. Facts: ``supported``."""

    code, title, status, retry = "unsupported-protocol", "This protocol version is not supported", 400, Retry.UPGRADE


class TokenInvalidError(RequestError):
    """No token, or one that this server never gave out."""

    code, title, status, retry = "token-invalid", "Sign in again", 401, Retry.LOGIN


class TokenExpiredError(RequestError):
    """The token was good once."""

    code, title, status, retry = "token-expired", "The sign-in has expired", 401, Retry.LOGIN


class DeviceRevokedError(RequestError):
    """The office has revoked this tablet. Unsent work stays on it."""

    code, title, status, retry = "device-revoked", "This tablet has been revoked", 403, Retry.LOGIN


class UserDisabledError(RequestError):
    """The person's account is disabled."""

    code, title, status, retry = "user-disabled", "This account is disabled", 403, Retry.LOGIN


class ForbiddenError(RequestError):
    """The caller may not do this, or not here."""

    code, title, status, retry = "forbidden", "Not permitted", 403, Retry.NEVER


class UnknownRecordError(RequestError):
    """No such record, or none that the caller may know of. Facts: ``kind``, ``id``."""

    code, title, status, retry = "unknown-record", "No such record", 404, Retry.NEVER


class MethodNotAllowedError(RequestError):
    """The address exists, the method does not."""

    code, title, status, retry = "method-not-allowed", "Method not allowed", 405, Retry.NEVER


class EnrolmentCodeError(RequestError):
    """The enrolment code is wrong, used or older than ten minutes."""

    code, title, status, retry = "enrolment-code", "The enrolment code is not valid", 403, Retry.NEVER


class OffsetMismatchError(RequestError):
    """A chunk starts elsewhere than where the stored part ends. Facts: ``offset`` (bytes stored)."""

    code, title, status, retry = "offset-mismatch", "The upload offset differs", 409, Retry.LATER


class ChecksumMismatchError(RequestError):
    """The finished upload does not hash to its name; it starts again at byte 0 (tus checksum status)."""

    code, title, status, retry = "checksum-mismatch", "The checksum differs", 460, Retry.LATER


class BatchTooLargeError(RequestError):
    """More operations or bytes than one push may hold. Facts: ``limits``."""

    code, title, status, retry = "batch-too-large", "The batch is too large", 413, Retry.SPLIT


class BlobTooLargeError(RequestError):
    """A photo or chunk above the limit. Facts: ``limits``."""

    code, title, status, retry = "blob-too-large", "The file is too large", 413, Retry.NEVER


class UnsupportedMediaTypeError(RequestError):
    """The body's media type is not the documented one."""

    code, title, status, retry = "unsupported-media-type", "Unsupported media type", 415, Retry.NEVER


class BusyError(RequestError):
    """Too many requests, or a lock was not free in time. Facts: ``retry_after_s``."""

    code, title, status, retry = "busy", "The server is busy", 503, Retry.LATER


class ServerFaultError(RequestError):
    """An unexpected fault on the server; the request had no effect."""

    code, title, status, retry = "server-fault", "The server failed", 500, Retry.LATER


class StorageFullError(RequestError):
    """The server cannot store more."""

    code, title, status, retry = "storage-full", "The server's storage is full", 507, Retry.LATER


class OfflineError(RoundsError):
    """No answer of this product's server arrived. Facts: ``reason`` (unreachable, timeout, cut, portal, gateway, tls, stopped)."""

    code, title, status, retry = "offline", "No connection to the server", 0, Retry.LATER


class OpRefusedError(RoundsError):
    """One operation was refused; it is kept on the server as a dead letter. Never fails the batch."""

    status = 200
    retry = Retry.NEVER


class TransitionConflictError(OpRefusedError):
    """The hazard has moved on since the tablet saw it. Facts: ``current`` (kind, id, rev, body)."""

    code, title = "transition-conflict", "The record has moved on"


class FieldConflictError(OpRefusedError):
    """Fields changed on both sides; the server's value was kept. Facts: ``fields``."""

    code, title = "field-conflict", "Somebody else changed the same field"


class AlreadyFinalError(OpRefusedError):
    """A finished record never changes; a correction is a new record that amends it."""

    code, title = "already-final", "The record is already finished"


class UnknownEntityError(OpRefusedError):
    """The operation names a record that the server does not have. Facts: ``kind``, ``id``."""

    code, title = "unknown-entity", "The server does not know this record"


class UnknownOpError(OpRefusedError):
    """A newer app's operation kind; kept until the server is upgraded. Facts: ``kind``."""

    code, title, retry = "unknown-op", "The server does not know this operation yet", Retry.UPGRADE


class OpForbiddenError(OpRefusedError):
    """The author may not decide this. Facts: ``role``."""

    code, title = "op-forbidden", "The author may not do this"


class OpIdReusedError(OpRefusedError):
    """Two different operations carry the same id."""

    code, title = "op-id-reused", "The operation id was used before"


class InvalidBodyError(OpRefusedError):
    """The operation's body does not have the documented shape. Facts: ``detail``."""

    code, title = "invalid-body", "The operation's content is not valid"


class RuleError(RoundsError):
    """A rule of the trade says no."""

    status = 409
    retry = Retry.NEVER


class TransitionError(RuleError):
    """The event is not possible in this state. Facts: ``state``, ``event``."""

    code, title = "transition", "Not possible in this state"


class EvidenceMissingError(RuleError):
    """A transition lacks what it must carry. Facts: ``missing`` (names)."""

    code, title = "evidence-missing", "Something required is missing"


class NotPermittedError(RuleError):
    """The person may not do this here. Facts: ``needs`` (roles) or ``rule``."""

    code, title, status = "not-permitted", "This person may not do this", 403


class HandedOverError(RuleError):
    """The draft was handed over to somebody else. Facts: ``id``."""

    code, title = "handed-over", "Somebody else has this round now"


class TemplateError(RoundsError):
    """A checklist template that cannot be used. Facts: ``problems`` (file, line, column, expected)."""

    code, title, status, retry = "template", "The template is not valid", 422, Retry.NEVER


class ExpressionError(TemplateError):
    """A form expression that cannot be read or evaluated. Facts: ``expression``, ``detail``."""

    code, title = "expression", "The expression is not valid"


class StoreError(RoundsError):
    """Local storage failed; nothing was half-written."""

    status = 507


class DiskFullError(StoreError):
    """No space left for this write. Facts: ``free_bytes``."""

    code, title = "disk-full", "The disk is full"


class ReadOnlyDiskError(StoreError):
    """The disk refuses to be written; what lies on it is untouched. Facts: ``detail``."""

    code, title = "disk-read-only", "The disk is read-only"


class NewerDatabaseError(StoreError):
    """The database was written by a newer app; it is left untouched. Facts: ``found``, ``known``."""

    code, title, retry = "newer-database", "The database is newer than this app", Retry.UPGRADE


class DamagedDatabaseError(StoreError):
    """The database file is damaged; it was set aside. Facts: ``set_aside``."""

    code, title, retry = "damaged-database", "The database is damaged", Retry.NEVER


def every_error(root: type[RoundsError] = RoundsError) -> tuple[type[RoundsError], ...]:
    """List ``root`` and every class below it that carries a code of its own, in tree order."""
    found: list[type[RoundsError]] = [root] if "code" in vars(root) else []
    for child in root.__subclasses__():
        found.extend(every_error(child))
    return tuple(found)
