"""What tests of the tablet are given: an enrolled tablet on a folder of its own, with a tiny server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mobile.scene import Scene, a_scene


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = a_scene(tmp_path)
    yield made
    made.store.close()
