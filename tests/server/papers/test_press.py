"""The process that sets papers for pages."""

import os
import signal

import pytest

from server.papers import Order, PaperError, Press, Typesetter
from tests.papers import SIMPLE

pytestmark = pytest.mark.process


@pytest.fixture
def press():
    found = Press()
    yield found
    found.close()


def test_the_press_sets_what_a_typesetter_sets(press):
    typesetter = Typesetter()
    wanted = typesetter.pdf(SIMPLE)
    typesetter.close()

    made = [press.pdf(SIMPLE) for _ in range(2)]

    assert made == [wanted, wanted]
    assert press.process is not None


def test_a_paper_that_cannot_be_set_is_an_error_and_the_next_one_is_set(press):
    with pytest.raises(PaperError, match="access"):
        press.pdf(Order("access", {}))

    assert press.pdf(SIMPLE).startswith(b"%PDF")


def test_a_press_that_was_killed_is_begun_anew(press):
    press.pdf(SIMPLE)
    first = press.process
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)

    assert press.pdf(SIMPLE).startswith(b"%PDF")


def test_a_paper_that_takes_too_long_is_given_up_with_its_process():
    hurried = Press(within_s=0.001)

    with pytest.raises(PaperError, match="too long"):
        hurried.pdf(SIMPLE)

    assert hurried.process is None
    hurried.close()


def test_a_press_that_nobody_uses_ends(press):
    assert press.process is None

    press.pdf(SIMPLE)
    press.close()

    assert press.process is None
