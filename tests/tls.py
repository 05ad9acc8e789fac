"""Certificates for servers of tests, made by openssl: of a house's own authority that nobody else trusts."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes".split()


def make_certificates(here: Path, names: Mapping[str, str]) -> Path:
    """Make an authority (``ca.pem``) and what it signed: a key and a certificate for each name, of that subject."""
    own = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign"]
    _openssl(here, *"req -x509 -days 2 -subj /CN=house -keyout ca.key -out ca.pem".split(), *_KEY, *own)
    for name, subject in names.items():
        _openssl(here, *f"req -subj /CN={name} -keyout {name}.key -out {name}.csr".split(), *_KEY)
        more = f"subjectAltName={subject}\nauthorityKeyIdentifier=keyid\nextendedKeyUsage=serverAuth\n"
        (here / "more").write_text(more)
        sign = (
            f"x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile more -out {name}.pem"
        )
        _openssl(here, *sign.split())
    return here


def seal_of(here: Path, name: str) -> ssl.SSLContext:
    """Return what a server needs that shows the certificate ``name``."""
    seal = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    seal.load_cert_chain(here / f"{name}.pem", here / f"{name}.key")
    return seal


def _openssl(here: Path, *words: str) -> None:
    program = shutil.which("openssl") or pytest.fail("openssl is missing: run tools/setup.sh test")
    subprocess.run([program, *words], cwd=here, check=True, capture_output=True, timeout=300)
