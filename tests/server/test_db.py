"""The engine's own settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from server.config import sqlite_url
from server.db import make_engine


def test_a_transaction_that_cannot_begin_is_told_as_any_other_trouble_of_the_database(tmp_path: Path) -> None:
    engine = make_engine(sqlite_url(tmp_path))
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("BEGIN")

        with pytest.raises(OperationalError, match="within a transaction"):
            connection.begin()

        driver.execute("ROLLBACK")
    engine.dispose()
