"""Photo bytes on local disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from server.files import JPEG, PNG, UNKNOWN, LocalBlobStore, kind_of
from shared.errors import ChecksumMismatchError, UnknownRecordError
from shared.ids import Sha256

DATA = b"\xff\xd8\xff" + b"x" * 1000
NAME = Sha256(hashlib.sha256(DATA).hexdigest())


@pytest.fixture
def blobs(tmp_path: Path) -> LocalBlobStore:
    return LocalBlobStore(tmp_path)


def test_parts_in_any_order_become_the_file(blobs: LocalBlobStore) -> None:
    blobs.write_part(NAME, 500, DATA[500:])
    blobs.write_part(NAME, 0, DATA[:500])
    was_there = blobs.has(NAME)

    kind = blobs.finish(NAME, len(DATA))

    with blobs.open(NAME) as file:
        assert file.read() == DATA
    assert (was_there, kind, list(blobs.names())) == (False, JPEG, [NAME])


def test_finish_twice_changes_nothing(blobs: LocalBlobStore) -> None:
    blobs.write_part(NAME, 0, DATA)
    blobs.finish(NAME, len(DATA))
    blobs.write_part(NAME, 0, b"late copy")

    assert blobs.finish(NAME, len(DATA)) == JPEG
    with blobs.open(NAME) as file:
        assert file.read() == DATA


@pytest.mark.parametrize("data", [DATA[:-1], DATA[:-1] + b"?", b""])
def test_wrong_bytes_are_thrown_away(blobs: LocalBlobStore, data: bytes) -> None:
    blobs.write_part(NAME, 0, data)

    with pytest.raises(ChecksumMismatchError):
        blobs.finish(NAME, len(DATA))

    assert not blobs.has(NAME)
    blobs.write_part(NAME, 0, DATA)
    assert blobs.finish(NAME, len(DATA)) == JPEG


def test_leftovers_of_a_longer_upload_are_cut_off(blobs: LocalBlobStore) -> None:
    blobs.write_part(NAME, 0, DATA + b"leftover")

    assert blobs.finish(NAME, len(DATA)) == JPEG


def test_what_is_not_stored_is_unknown(blobs: LocalBlobStore) -> None:
    with pytest.raises(UnknownRecordError):
        blobs.open(NAME)
    blobs.discard_part(NAME)


@pytest.mark.parametrize(
    ("head", "kind"),
    [(b"\xff\xd8\xff\xe1Exif", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"<html>", UNKNOWN), (b"", UNKNOWN)],
)
def test_content_tells_what_a_file_is(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind
