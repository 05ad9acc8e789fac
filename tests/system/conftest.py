"""Worker processes of a parallel run end without their exit handlers: what stories leave in memory is removed here."""

import shutil
from collections.abc import Iterator

import pytest

from tests.system.simulation.seeded import process_folder


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_in_memory() -> Iterator[None]:
    yield
    if process_folder.cache_info().currsize:
        shutil.rmtree(process_folder(), ignore_errors=True)
