"""What every test run shares: how Hypothesis looks for examples, and which tests may not share a process."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep everything that draws with Kivy in one worker process: a process has one window and one GL context.

    What takes long is begun before what is quick: of two workers, none is left alone with it at the end.
    """
    for item in items:
        if item.path.is_relative_to(item.config.rootpath / "tests" / "ui"):
            item.add_marker("ui")
        if item.get_closest_marker("ui") and item.config.pluginmanager.hasplugin("xdist"):
            tree = item.path.relative_to(item.config.rootpath / "tests").parts[:2]
            item.add_marker(pytest.mark.xdist_group("/".join(tree)))
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
