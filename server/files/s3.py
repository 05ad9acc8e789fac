"""Photo bytes in a bucket of an S3-compatible store, by boto3.

``sha256/ab/cd/<sha256>`` a stored file; ``partial/<sha256>/<offset>-<bytes>`` one small object for each chunk of a file
that is arriving (a multipart upload wants 5 MB a part, most photos are smaller), joined and checked in memory at the
end; ``thumbs/ab/<sha256>.jpg`` small copies; ``aside/<sha256>`` what turned out to be damaged. A stored file is one
PUT, so it is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from server.config import S3Place
from server.files.port import HEAD_BYTES, JPEG, BlobStoreError, kind_of
from shared.errors import ChecksumMismatchError, StorageFullError, UnknownRecordError
from shared.ids import Sha256, is_sha256

if TYPE_CHECKING:
    from botocore.exceptions import ClientError

_CONNECT_S, _READ_S, _ATTEMPTS = 5, 30, 3
_CONNECTIONS = 32
_CHUNK = 1 << 20
_MISSING = frozenset({"404", "NoSuchKey", "NotFound"})
_FULL = frozenset({"XMinioStorageFull", "QuotaExceeded", "InsufficientStorage", "507"})
_REFUSED = frozenset(
    {"403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "401"}
)


class S3BlobStore:
    """Keeps files in a bucket; any number of threads, processes and machines may share it."""

    def __init__(self, place: S3Place) -> None:
        self._place = place
        self._client = _client(place)

    def put(self, name: Sha256, data: bytes) -> str:
        if hashlib.sha256(data).hexdigest() != name:
            raise ChecksumMismatchError(sha256=name)
        kind = kind_of(data[:HEAD_BYTES])
        self._put(_stored(name), data, kind)
        return kind

    def take(self, name: Sha256, path: Path) -> None:
        self.put(name, path.read_bytes())

    def write_part(self, name: Sha256, offset: int, data: bytes) -> None:
        self._put(f"partial/{name}/{offset:016d}-{len(data)}", data)

    def finish(self, name: Sha256, size_bytes: int) -> str:
        kind = self._kind_if_whole(name)
        if not kind:
            whole = self._joined(name, size_bytes)
            try:
                kind = self.put(name, whole)
            except ChecksumMismatchError:
                self.discard_part(name)
                raise
        with suppress(BlobStoreError):  # it is stored; parts left behind are swept
            self.discard_part(name)
        return kind

    def _kind_if_whole(self, name: Sha256) -> str:
        """Tell what a stored file is; empty if there is none, or one that is not what its name says."""
        try:
            with self.open(name) as file:
                head = file.read(HEAD_BYTES)
                digest = hashlib.sha256(head)
                while piece := file.read(_CHUNK):
                    digest.update(piece)
        except UnknownRecordError:
            return ""
        return kind_of(head) if digest.hexdigest() == name else ""

    def _joined(self, name: Sha256, size_bytes: int) -> bytes:
        whole = bytearray()
        for key, _, _ in list(self._list(f"partial/{name}/")):
            offset = int(key.rpartition("/")[2].partition("-")[0])
            if offset > len(whole):
                break  # a hole: the hash will tell
            part = self._get(key) or b""
            whole[offset : offset + len(part)] = part
        del whole[size_bytes:]
        return bytes(whole)

    def discard_part(self, name: Sha256) -> None:
        for key, _, _ in list(self._list(f"partial/{name}/")):
            self._delete(key)

    def has(self, name: Sha256) -> bool:
        return self._size(_stored(name)) is not None

    def open(self, name: Sha256) -> BinaryIO:
        size_bytes = self._size(_stored(name))
        if size_bytes is None:
            raise UnknownRecordError(kind="blob", id=name)
        return cast("BinaryIO", _Remote(lambda start: self._stream(_stored(name), start), size_bytes))

    def stored(self) -> Iterator[tuple[Sha256, int]]:
        for key, size_bytes, _ in self._list("sha256/"):
            name = key.rpartition("/")[2]
            if is_sha256(name):
                yield Sha256(name), size_bytes

    def parts(self) -> Iterator[tuple[Sha256, datetime]]:
        for key, _, touched_at in self._list("partial/"):
            yield Sha256(key.split("/")[1]), touched_at

    def set_aside(self, name: Sha256) -> str:
        data = self._get(_stored(name))
        if data is None:
            raise UnknownRecordError(kind="blob", id=name)
        self._put(f"aside/{name}", data)
        self._delete(_stored(name))
        return f"{self._place}/aside/{name}"

    def thumb(self, name: Sha256) -> bytes | None:
        return self._get(_thumb(name))

    def keep_thumb(self, name: Sha256, data: bytes) -> None:
        self._put(_thumb(name), data, JPEG)

    def path_of(self, name: Sha256) -> Path | None:  # noqa: ARG002 - the port's
        return None

    def reach(self) -> None:
        with self._told():
            self._client.list_objects_v2(Bucket=self._place.bucket, Prefix=self._key("sha256/"), MaxKeys=1)

    # ---- within

    def _key(self, key: str) -> str:
        return f"{self._place.prefix}/{key}" if self._place.prefix else key

    def _put(self, key: str, data: bytes, kind: str = "application/octet-stream") -> None:
        with self._told():
            self._client.put_object(Bucket=self._place.bucket, Key=self._key(key), Body=data, ContentType=kind)

    def _get(self, key: str) -> bytes | None:
        with self._told():
            try:
                answer = self._client.get_object(Bucket=self._place.bucket, Key=self._key(key))
                with answer["Body"] as body:
                    data: bytes = body.read()
            except self._client.exceptions.ClientError as error:
                if _code(error) in _MISSING:
                    return None
                raise
            return data

    def _stream(self, key: str, start: int) -> Any:
        with self._told():
            answer = self._client.get_object(Bucket=self._place.bucket, Key=self._key(key), Range=f"bytes={start}-")
            return _Told(answer["Body"], self._told)

    def _size(self, key: str) -> int | None:
        with self._told():
            try:
                answer = self._client.head_object(Bucket=self._place.bucket, Key=self._key(key))
            except self._client.exceptions.ClientError as error:
                if _code(error) in _MISSING:
                    return None
                raise
            size_bytes: int = answer["ContentLength"]
            return size_bytes

    def _delete(self, key: str) -> None:
        with self._told():
            self._client.delete_object(Bucket=self._place.bucket, Key=self._key(key))

    def _list(self, key: str) -> Iterator[tuple[str, int, datetime]]:
        """Yield key (without the prefix), size and moment of every object whose key begins so, sorted."""
        pages = self._client.get_paginator("list_objects_v2")
        cut = len(self._key(""))
        with self._told():
            for page in pages.paginate(Bucket=self._place.bucket, Prefix=self._key(key)):
                for one in page.get("Contents", ()):
                    yield one["Key"][cut:], one["Size"], one["LastModified"].astimezone(UTC)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what boto3 raises into errors that clients wait for and that say to the operator what is wrong."""
        from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError

        try:
            yield
        except ClientError as error:
            if _code(error) in _FULL:
                raise StorageFullError from error
            raise self._refused(error) from error
        except (NoCredentialsError, PartialCredentialsError) as error:
            reason = "no keys for the photo store: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
            raise BlobStoreError("the photo store has no keys", reason, is_lasting=True) from error
        except (BotoCoreError, OSError) as error:
            reason = f"the photo store of {self._where()} does not answer: {error}"
            raise BlobStoreError("the photo store does not answer", reason) from error

    def _refused(self, error: ClientError) -> BlobStoreError:
        code, where = _code(error), self._where()
        if code == "NoSuchBucket" or (code in _MISSING and error.operation_name == "ListObjectsV2"):
            reason = f"there is no bucket {where}; make it first"
            return BlobStoreError("the photo store has no such bucket", reason, is_lasting=True)
        if code in _REFUSED:
            reason = f"the photo store of {where} refuses the key or the secret ({code}); see AWS_ACCESS_KEY_ID"
            return BlobStoreError("the photo store refuses the key", reason, is_lasting=True)
        return BlobStoreError("the photo store fails", f"the photo store of {where} fails: {error}")

    def _where(self) -> str:
        return f"{self._place} at {self._place.endpoint}" if self._place.endpoint else str(self._place)


class _Told(io.RawIOBase):
    """A body whose failures come out as ours."""

    def __init__(self, body: Any, told: Callable[[], Any]) -> None:
        self._body = body
        self._errors = told

    def read(self, size: int = -1) -> bytes:
        with self._errors():
            data: bytes = self._body.read(size if size >= 0 else None)
            return data

    def close(self) -> None:
        self._body.close()
        super().close()


class _Remote(io.RawIOBase):
    """A stored object as a file: bytes are fetched from where it is read, in one request until it seeks."""

    def __init__(self, stream: Callable[[int], Any], size_bytes: int) -> None:
        self._stream_from = stream
        self._size_bytes = size_bytes
        self._at = 0
        self._body: Any = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size_bytes}[whence]
        if base + offset != self._at:
            self._drop()
        self._at = base + offset
        return self._at

    def read(self, size: int = -1) -> bytes:
        if self._at >= self._size_bytes or size == 0:
            return b""
        if self._body is None:
            self._body = self._stream_from(self._at)
        data: bytes = self._body.read(size)
        self._at += len(data)
        return data

    def close(self) -> None:
        self._drop()
        super().close()

    def _drop(self) -> None:
        if self._body is not None:
            self._body.close()
            self._body = None


def _client(place: S3Place) -> Any:
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise ValueError("ROUNDS_BLOBS names an S3 store: install the extra s3 (boto3)") from error
    style = "virtual" if place.is_virtual else "path"
    config = Config(
        connect_timeout=_CONNECT_S,
        read_timeout=_READ_S,
        max_pool_connections=_CONNECTIONS,
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
        # Many stores that speak S3 know none of Amazon's newer checksums; the signed payload is checked by all.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        s3={"addressing_style": style, "payload_signing_enabled": True},
    )
    region = place.region or None
    session = boto3.session.Session(region_name=region)
    client = session.client(
        "s3", region_name=session.region_name or "us-east-1", endpoint_url=place.endpoint or None, config=config
    )
    client.meta.events.register("before-send.s3", _at_once)
    return client


def _at_once(request: Any, **_facts: object) -> None:
    """Send a body without asking first.

    Asking costs a round trip; and a store that refuses waits for the body that then never comes, so that the next
    request on the same connection hangs until its time-out (measured).
    """
    request.headers.pop("Expect", None)


def _stored(name: Sha256) -> str:
    return f"sha256/{name[:2]}/{name[2:4]}/{name}"


def _thumb(name: Sha256) -> str:
    return f"thumbs/{name[:2]}/{name}.jpg"


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))
