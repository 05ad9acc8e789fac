"""What every test run shares: how Hypothesis looks for examples, and which tests go to one process together."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# `make test` looks at the same examples every time, so that a red run is about the change at hand; `make soak` looks at
# new ones. No deadlines: how long an example takes is never a verdict. A slow machine is not a failed health check.
_SHARED = {"deadline": None, "print_blob": True, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("test", derandomize=True, **_SHARED)
settings.register_profile("glance", derandomize=True, max_examples=10, **_SHARED)
settings.register_profile("soak", derandomize=False, max_examples=1_000, **_SHARED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


_USUAL = gc.get_threshold()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let Python collect garbage in runs that draw nothing.

    To find the tests, pytest imports the tablet app too, which tells the collector to wait for its first frame: thousands
    of tests without one would keep every server they made, almost two gigabytes.
    """
    if not any(item.get_closest_marker("ui") for item in session.items):
        gc.set_threshold(*_USUAL)


class Together(LoadScopeScheduling):
    """Gives each test to the process that is free, but those of a folder that share a long preparation to one process."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in _PREPARED if nodeid.startswith(folder)), nodeid)


_PREPARED = ("tests/system/topology/", "tests/system/growth/")
"""Eight processes behind nginx; a server with 2,000 inspections."""


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together | None:
    """Keep folders together where modules were asked for (`--dist loadscope`).

    The mark `xdist_group` does not do it: xdist 3.8 writes the group where pytest 9 does not read it.
    """
    return Together(config, log) if config.getvalue("dist") == "loadscope" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what draws or drives a browser, and begin what takes long before what is quick.

    Of two processes, none is left alone with it at the end.
    """
    for item in items:
        if item.path.is_relative_to(item.config.rootpath / "tests" / "ui"):
            item.add_marker("ui")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
