"""What nobody expected: it is told and said, and neither ends the app nor keeps it from opening."""

from __future__ import annotations

import logging

import pytest
from kivy.base import ExceptionManager

from mobile import actions
from mobile.app import RoundsApp
from mobile.screens.fault import MOST_FAULTS, FaultBorder
from tests.ui.tablet.estate import a_tablet
from tools.tablet_driver import Driver


def test_a_fault_is_told_with_its_trace_and_the_app_goes_on(open_app, caplog: pytest.LogCaptureFixture) -> None:
    finger = open_app()

    verdict = FaultBorder(finger.app.say_fault).handle_exception(ValueError("unexpected"))
    finger.wait(0.3)

    assert verdict == ExceptionManager.PASS
    assert finger.shows(finger.app.texts.err_fault)
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [ValueError]


def test_a_fault_that_cannot_be_said_is_still_told(caplog: pytest.LogCaptureFixture) -> None:
    def say() -> None:
        raise RuntimeError("no screen")

    with caplog.at_level(logging.ERROR):
        verdict = FaultBorder(say).handle_exception(ValueError("unexpected"))

    assert verdict == ExceptionManager.PASS
    assert len(caplog.records) == 2


def test_the_end_of_the_app_and_faults_without_end_get_through() -> None:
    said: list[int] = []
    border = FaultBorder(lambda: said.append(1))

    assert border.handle_exception(KeyboardInterrupt()) == ExceptionManager.RAISE
    verdicts = [border.handle_exception(ValueError()) for _ in range(MOST_FAULTS)]

    assert verdicts[-1] == ExceptionManager.RAISE
    assert len(said) == MOST_FAULTS - 1


@pytest.mark.parametrize(
    "screen", ["checklist", "item", "finish", "record", "hazards", "hazard", "recheck", "sync", "settings", "gone"]
)
def test_the_app_opens_wherever_it_is_said_to_have_been(
    open_app, tmp_path, screen: str, caplog: pytest.LogCaptureFixture
) -> None:
    parts = a_tablet(tmp_path)
    actions.remember_position(parts.tablet, screen, "no-such-record", "no-such-item")

    finger = open_app(parts=parts)

    assert finger.app.shell.here in {screen, "rounds", "hazards"}
    assert [record for record in caplog.records if record.name == "mobile.app"] == []


class BrokenApp(RoundsApp):
    """An app one of whose screens cannot be built."""

    def _builders(self):
        def broken():
            raise RuntimeError("cannot be built")

        return {**super()._builders(), "hazard": broken}


def test_a_place_that_cannot_be_shown_gives_way_to_todays_rounds(tmp_path, caplog: pytest.LogCaptureFixture) -> None:
    parts = a_tablet(tmp_path)
    actions.remember_position(parts.tablet, "hazard", "some-hazard")

    finger = Driver(BrokenApp(parts))

    assert finger.app.shell.here == "rounds"
    assert [record.name for record in caplog.records if record.exc_info] == ["mobile.app"]
    finger.close()
