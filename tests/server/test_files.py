"""What only a folder does with photo bytes: where they lie, and what it says when the disk refuses."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from server.files import JPEG, PNG, UNKNOWN, BlobStoreError, LocalBlobStore, kind_of
from shared.ids import Sha256

DATA = b"\xff\xd8\xff" + b"x" * 1000
NAME = Sha256(hashlib.sha256(DATA).hexdigest())


def test_a_stored_file_lies_under_its_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    blobs = LocalBlobStore(tmp_path)

    blobs.put(NAME, DATA)

    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [f"stored/{NAME[:2]}/{NAME}"]
    assert blobs.path_of(NAME) == tmp_path / files[0]


def test_files_of_the_first_version_are_found_where_it_put_them(tmp_path: Path) -> None:
    blobs = LocalBlobStore(tmp_path)
    earlier = tmp_path / "stored" / NAME[:2] / NAME[2:4]
    earlier.mkdir(parents=True)
    (earlier / NAME).write_bytes(DATA)
    others = [Sha256(NAME[:2] + "00" * 31), Sha256(NAME[:2] + "ff" * 31)]
    for other in others:
        (tmp_path / "stored" / NAME[:2] / other).write_bytes(b"x")

    again = blobs.put(NAME, DATA)

    assert (blobs.has(NAME), again, blobs.path_of(NAME)) == (True, JPEG, earlier / NAME)
    assert [name for name, _ in blobs.stored()] == [others[0], NAME, others[1]]
    with blobs.open(NAME) as file:
        assert file.read() == DATA


def test_a_torn_file_that_a_power_cut_left_is_replaced(tmp_path: Path) -> None:
    blobs = LocalBlobStore(tmp_path)
    blobs.put(NAME, DATA)
    path = blobs.path(NAME)
    path.write_bytes(DATA[:10])

    blobs.put(NAME, DATA)
    whole = path.read_bytes()
    path.write_bytes(DATA[:10])
    blobs.write_part(NAME, 0, DATA)
    blobs.finish(NAME, len(DATA))

    assert whole == path.read_bytes() == DATA
    assert list(blobs.parts()) == []


def test_folders_are_made_before_they_are_needed(tmp_path: Path) -> None:
    blobs = LocalBlobStore(tmp_path)

    blobs.reach()
    blobs.reach()

    assert len(list((tmp_path / "stored").iterdir())) == 256
    assert list(blobs.stored()) == []


def test_a_late_writer_cannot_change_what_was_checked(tmp_path: Path) -> None:
    blobs = LocalBlobStore(tmp_path)
    blobs.write_part(NAME, 0, DATA)
    with (tmp_path / "partial" / NAME).open("r+b"):  # somebody had it open before
        blobs.finish(NAME, len(DATA))
        blobs.write_part(NAME, 0, b"other bytes")

    with blobs.open(NAME) as file:
        assert file.read() == DATA


def test_a_folder_that_went_away_is_said(tmp_path: Path) -> None:
    blobs = LocalBlobStore(tmp_path / "photos")
    for path in sorted((tmp_path / "photos").rglob("*"), reverse=True):
        path.rmdir()
    (tmp_path / "photos").rmdir()

    with pytest.raises(BlobStoreError, match="photos is not there"):
        blobs.put(NAME, DATA)
    with pytest.raises(BlobStoreError):
        blobs.write_part(NAME, 0, DATA)
    with pytest.raises(BlobStoreError):
        blobs.reach()


def test_a_place_that_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("a file")

    with pytest.raises(BlobStoreError, match="photos cannot be used") as refused:
        LocalBlobStore(tmp_path / "photos")

    assert (refused.value.status, refused.value.facts["retry_after_s"]) == (503, 30)
    assert str(tmp_path) not in str(refused.value.facts)


@pytest.mark.parametrize(
    ("head", "kind"),
    [(b"\xff\xd8\xff\xe1Exif", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"<html>", UNKNOWN), (b"", UNKNOWN)],
)
def test_content_tells_what_a_file_is(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind
