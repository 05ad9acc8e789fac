"""What tests of views are given: the estate on a real store, and the setting that view functions want."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mobile.actions import Tablet
from mobile.text import ZH_CN
from mobile.views.setting import Setting
from tests.mobile.longshan import furnish


@pytest.fixture
def tablet(tmp_path: Path) -> Iterator[Tablet]:
    made = furnish(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def setting(tablet: Tablet) -> Setting:
    return Setting(tablet.store, tablet.clock, ZH_CN)
