"""The server's settings: one frozen dataclass, read from the environment once, at the start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from shared.sync.messages import SyncLimits

_S3_FORM = "s3://bucket[/prefix][?endpoint=http://..&region=..&style=path|virtual]"


@dataclass(frozen=True, slots=True)
class S3Place:
    """A bucket of an S3-compatible store, and the beginning of every key in it.

    ``endpoint``: the store's address, empty for Amazon's. ``is_virtual``: the bucket is part of the host name (Aliyun
    OSS, Tencent COS, Amazon) instead of the path (MinIO, Ceph). Keys come from the usual ``AWS_*`` variables.
    """

    bucket: str
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    is_virtual: bool = False

    def __str__(self) -> str:
        return "/".join(part for part in (f"s3://{self.bucket}", self.prefix) if part)


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. ``home`` holds the database (if SQLite), backups and, unless ``blobs`` says otherwise, the photos.

    ``public_url`` is the address that tablets and browsers use; empty: whatever the request names. With
    ``is_behind_proxy`` the forwarded address and scheme of one proxy are trusted. ``works_here``: ``rounds serve`` does
    the work that one process does for all too; elsewhere ``rounds work`` does it. ``link_key`` is a secret of at least 32
    characters that the units' links are made with; empty: a file in the home. ``smtp_password`` goes before the one that the
    page of channels keeps in the database, and to no other host than ``smtp_host``. ``smtp_ca`` is a file of certificates that a
    mail server may be signed by besides those that the system trusts.
    """

    home: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8765
    threads: int = 8
    public_url: str = ""
    is_behind_proxy: bool = False
    works_here: bool = True
    min_app: str = "0.1"
    retain_days: int = 30
    limits: SyncLimits = SyncLimits()
    blobs: Path | S3Place | None = None
    link_key: str = field(default="", repr=False)
    smtp_password: str = field(default="", repr=False)
    smtp_host: str = ""
    smtp_ca: Path | None = None

    @property
    def blob_place(self) -> Path | S3Place:
        """Where photos lie: a folder, or a bucket of an S3-compatible store."""
        return self.blobs or self.home / "blobs"


def sqlite_url(home: Path) -> str:
    """Name the SQLite database of ``home``."""
    return f"sqlite:///{home / 'rounds.db'}"


def read_config(environment: Mapping[str, str] = os.environ) -> Config:
    """Read the settings from variables that begin with ``ROUNDS_``.

    Raises:
        ValueError: a number is not a number or out of range.
    """
    home = Path(environment.get("ROUNDS_HOME", "demo/server")).absolute()
    return Config(
        home=home,
        database_url=environment.get("ROUNDS_DB") or sqlite_url(home),
        host=environment.get("ROUNDS_HOST", "127.0.0.1"),
        port=_number(environment, "ROUNDS_PORT", 8765, 65535),
        threads=_number(environment, "ROUNDS_THREADS", 8, 256),
        public_url=environment.get("ROUNDS_URL", "").rstrip("/"),
        is_behind_proxy=environment.get("ROUNDS_PROXY", "") == "1",
        works_here=_works_here(environment.get("ROUNDS_WORK", "")),
        blobs=read_blob_place(environment.get("ROUNDS_BLOBS", "")),
        link_key=_secret(environment, "ROUNDS_LINK_KEY"),
        smtp_password=_smtp_password(environment),
        smtp_host=environment.get("ROUNDS_SMTP_HOST", "").strip(),
        smtp_ca=Path(authority) if (authority := environment.get("ROUNDS_SMTP_CA", "")) else None,
    )


def read_blob_place(text: str) -> Path | S3Place | None:
    """Read ``ROUNDS_BLOBS``: a folder, or ``s3://bucket[/prefix][?endpoint=http://..&region=..&style=path|virtual]``.

    Empty: nothing, the folder ``blobs`` of the home. ``style`` is ``path`` where an endpoint is named, else ``virtual``.

    Raises:
        ValueError: an address that is not understood.
    """
    if not text.strip():
        return None
    if "://" not in text:
        return Path(text).absolute()
    parsed = urlsplit(text)
    options = dict(parse_qsl(parsed.query, keep_blank_values=True))
    endpoint, region = options.pop("endpoint", ""), options.pop("region", "")
    style = options.pop("style", "path" if endpoint else "virtual")
    if parsed.scheme != "s3" or not parsed.netloc or options or style not in ("path", "virtual"):
        raise ValueError(f"ROUNDS_BLOBS is a folder or {_S3_FORM}, not {text!r}")
    if "@" in parsed.netloc or "@" in endpoint:
        raise ValueError("ROUNDS_BLOBS names no keys; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
    if endpoint and urlsplit(endpoint).scheme not in ("http", "https"):
        raise ValueError("the endpoint in ROUNDS_BLOBS begins with http:// or https://")
    return S3Place(parsed.netloc, parsed.path.strip("/"), endpoint.rstrip("/"), region, style == "virtual")


def _smtp_password(environment: Mapping[str, str]) -> str:
    """Return the mail password, which is given to the one host that is named beside it and to no other."""
    password = environment.get("ROUNDS_SMTP_PASSWORD", "")
    if password and not environment.get("ROUNDS_SMTP_HOST", "").strip():
        raise ValueError("ROUNDS_SMTP_PASSWORD needs ROUNDS_SMTP_HOST: the mail server that it is for")
    return password


def _secret(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(name, "").strip()
    if text and len(text) < 32:
        raise ValueError(f"{name} has at least 32 characters")  # and what it is stands in no message
    return text


def _works_here(text: str) -> bool:
    if text not in ("", "here", "elsewhere"):
        raise ValueError(f"ROUNDS_WORK is here or elsewhere, not {text!r}")
    return text != "elsewhere"


def _number(environment: Mapping[str, str], name: str, default: int, highest: int) -> int:
    text = environment.get(name, "") or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= highest:
        raise ValueError(f"{name} is a whole number from 1 to {highest}, not {text!r}")
    return int(text)
