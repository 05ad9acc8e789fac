"""The API over both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.config import sqlite_url
from tests.postgres import new_postgres, postgres_server

__all__ = ["new_postgres", "postgres_server"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.process)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    url: str = request.getfixturevalue("new_postgres")(has_schema=True)
    return url
