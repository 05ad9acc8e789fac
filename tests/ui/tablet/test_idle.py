"""What would hold up a tap waits until nobody touches the screen."""

from __future__ import annotations

from kivy.core.window import Window

from mobile.screens.idle import IDLE_S, Idle
from tools.tablet_driver import Fingertip


def test_it_is_done_again_and_again_while_nobody_touches(open_app):
    finger = open_app()
    done = []
    idle = Idle(Window, lambda: done.append(1))

    finger.wait(IDLE_S * 3.5)
    idle.cancel()

    assert len(done) == 3


def test_each_movement_puts_it_off(open_app):
    finger = open_app()
    done = []
    idle = Idle(Window, lambda: done.append(1))
    touch = Fingertip(400, 300)

    touch.touch_down()
    for step in range(4):
        finger.wait(IDLE_S * 0.6)
        touch.touch_move(400, 300 + step)
    touch.touch_up()
    finger.settle()
    while_moving = len(done)
    finger.wait(IDLE_S * 2.1)
    idle.cancel()

    assert (while_moving, len(done) > 0) == (0, True)


def test_a_shorter_pause_is_enough_where_that_is_asked_for(open_app):
    finger = open_app()
    done = []
    idle = Idle(Window, lambda: done.append(1), IDLE_S / 5)

    finger.wait(IDLE_S * 0.9)
    idle.cancel()

    assert len(done) == 4


def test_nothing_is_done_once_it_is_cancelled(open_app):
    finger = open_app()
    done = []
    Idle(Window, lambda: done.append(1)).cancel()

    finger.wait(IDLE_S * 3)

    assert done == []
