"""Where photos are kept, as one setting says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.config import S3Place, read_config


def place(text: str) -> object:
    return read_config({"ROUNDS_HOME": "/srv/rounds", "ROUNDS_BLOBS": text}).blob_place


def test_photos_lie_in_the_home_unless_said_otherwise() -> None:
    assert place("") == Path("/srv/rounds/blobs")
    assert place("/mnt/photos") == Path("/mnt/photos")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("s3://photos", S3Place("photos", is_virtual=True)),
        (
            "s3://photos/estate/one?endpoint=http://10.0.0.5:9000/&region=cn-east",
            S3Place("photos", "estate/one", "http://10.0.0.5:9000", "cn-east"),
        ),
        (
            "s3://photos?endpoint=https://oss-cn-hangzhou.aliyuncs.com&style=virtual",
            S3Place("photos", endpoint="https://oss-cn-hangzhou.aliyuncs.com", is_virtual=True),
        ),
    ],
)
def test_a_bucket_is_named_by_its_address(text: str, meant: S3Place) -> None:
    assert place(text) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("http://photos", "is a folder or s3://"),
        ("s3://", "is a folder or s3://"),
        ("s3://photos?endpont=http://x", "is a folder or s3://"),
        ("s3://photos?style=other", "is a folder or s3://"),
        ("s3://photos?endpoint=10.0.0.5:9000", "begins with http"),
        ("s3://key:secret@photos", "AWS_ACCESS_KEY_ID"),
    ],
)
def test_an_address_that_is_not_understood_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        place(text)


def test_the_mail_password_is_for_one_named_host() -> None:
    given = {"ROUNDS_HOME": "/srv/rounds", "ROUNDS_SMTP_PASSWORD": "hunter2"}

    with pytest.raises(ValueError, match="ROUNDS_SMTP_HOST"):
        read_config(given)
    assert read_config({**given, "ROUNDS_SMTP_HOST": "smtp.example.org"}).smtp_host == "smtp.example.org"
