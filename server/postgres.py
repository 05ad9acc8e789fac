"""Runs PostgreSQL's own programs against our database: ``pg_dump`` and ``pg_restore``."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.engine import URL

_DEBIAN = Path("/usr/lib/postgresql")


def run_tool(name: str, url: URL, *arguments: str) -> None:
    """Run ``pg_dump`` or ``pg_restore`` on the database of ``url``; its password goes by the environment.

    Raises:
        FileNotFoundError: the program is not installed.
        OSError: it failed; the message is its own.
    """
    plain = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    environment = {**os.environ, **({"PGPASSWORD": url.password} if url.password else {})}
    done = _run([_program(name), *arguments, f"--dbname={plain}"], environment)
    if done.returncode:
        raise OSError(f"{name} failed: {done.stderr.strip()[:800]}")


def tool_version(name: str) -> str:
    """Return what a program says of its version."""
    return _run([_program(name), "--version"], dict(os.environ)).stdout.strip()


def _run(command: Sequence[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - ours


def _program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    installed = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if not installed:
        raise FileNotFoundError(f"{name} is not installed (Debian: apt-get install postgresql-client)")
    return str(installed[-1])
