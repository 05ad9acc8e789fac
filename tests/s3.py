"""An S3-compatible store of our own for the tests that need one: nanio as a process on 127.0.0.1, started once a run.

It checks signatures, so that a wrong secret is refused as a real store refuses it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from server.config import S3Place
from tests.port import free_port

KEY, SECRET = "rounds-test", "a-secret-of-the-tests"
_START_S = 300.0


@dataclass(frozen=True, slots=True)
class S3Server:
    """A running store: its address, and the folder whose sub-folders are its buckets."""

    endpoint: str
    folder: Path

    def new_bucket(self) -> S3Place:
        """Make an empty bucket and return its place."""
        bucket = f"rounds-{uuid4().hex[:12]}"
        (self.folder / bucket).mkdir()
        return S3Place(bucket, endpoint=self.endpoint)


def keys(secret: str = SECRET) -> dict[str, str]:
    """Return the variables by which boto3 finds key and secret, and nothing else of this machine."""
    return {
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": secret,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


@pytest.fixture(scope="session")
def s3_server() -> Iterator[S3Server]:
    """Start the store; it ends with the run, its folder with it."""
    folder, port = Path(tempfile.mkdtemp(prefix="rounds-s3-")), free_port()
    command = [sys.executable, "-m", "nanio", "serve", "--data-dir", str(folder), "--host", "127.0.0.1"]
    command += ["--port", str(port), "--log-level", "error", "--no-access-log"]
    environment = {**os.environ, "NANIO_ACCESS_KEY": KEY, "NANIO_SECRET_KEY": SECRET}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        endpoint = f"http://127.0.0.1:{port}"
        _await(endpoint, process)
        yield S3Server(endpoint, folder)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=_START_S)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def s3_keys(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the right key and secret, and return a function that sets another secret."""

    def use(secret: str) -> None:
        for name, value in keys(secret).items():
            monkeypatch.setenv(name, value)

    use(SECRET)
    return use


def _await(endpoint: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_S
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(endpoint, timeout=_START_S).close()
        except urllib.error.HTTPError as refused:
            refused.close()
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the S3-compatible server of the tests (nanio) did not start")
