"""The tablet looks for where it is while something is recorded, and no longer; what is recorded by touch says where."""

from __future__ import annotations

from dataclasses import replace

from mobile.device.location import GivenLocator
from shared.model.fix import Fix
from tests.builders import NOW
from tests.ui.tablet.estate import a_tablet

GATE = Fix(31.2304, 121.4737, 12.5, is_mock=False, at=NOW)


class WatchedLocator(GivenLocator):
    """A twin that says whether it is looking."""

    is_looking = False

    def prepare(self) -> None:
        self.is_looking = True

    def rest(self) -> None:
        self.is_looking = False


def test_satellites_are_asked_while_something_is_recorded_and_rest_elsewhere(open_app, tmp_path):
    parts = a_tablet(tmp_path)
    locator = parts.kit.locator = WatchedLocator(GATE)
    parts.tablet = replace(parts.tablet, locate=locator.fix)
    finger = open_app(parts=parts)
    at_home = locator.is_looking

    finger.tap("1号楼电梯机房 日巡视")
    record = finger.app.desk.router.here.record
    in_a_round = locator.is_looking
    finger.app.on_pause()
    locator.rest()  # as the device does when the app goes behind another
    finger.app.on_resume()
    after_the_camera = locator.is_looking
    finger.back()
    finger.tap("设置")

    assert (at_home, in_a_round, after_the_camera, locator.is_looking) == (False, True, True, False)
    assert parts.tablet.store.inspection(record).place == GATE
