"""Opens another app or screen for an answer, and takes the answer to whoever asked."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from typing import Any

from mobile.device.android.java import Activity, Intent, activity

log = logging.getLogger(__name__)
Answer = Callable[[bool, Any], None]
FIRST_CODE = 0x5100
CODES = 0x1000


class Answers:
    """Gives each question its own number. An answer to a question of an earlier run finds nobody and is passed over."""

    def __init__(self) -> None:
        self._codes = itertools.count()
        self._asked: dict[int, Answer] = {}
        self._is_bound = False

    @property
    def is_waiting(self) -> bool:
        """Tell whether the camera or a scanner of ours is in front: the app comes back in a moment."""
        return bool(self._asked)

    def ask(self, intent: Intent, answer: Answer) -> None:
        """Open what `intent` names; `answer` gets whether it was done, and the intent that came back, on any thread."""
        from jnius import JavaException

        self._bind()
        code = FIRST_CODE + next(self._codes) % CODES
        self._asked[code] = answer
        window: Activity = activity()
        try:
            window.startActivityForResult(intent, code)
        except JavaException as error:  # no such app, or it may not be opened
            log.warning("nothing could be opened: %s", error)
            self._asked.pop(code, None)
            answer(False, None)

    def _bind(self) -> None:
        if not self._is_bound:
            from android import activity as results

            results.bind(on_activity_result=self._answered)
            self._is_bound = True

    def _answered(self, code: int, result: int, intent: Any) -> None:
        answer = self._asked.pop(code, None)
        if answer is not None:
            answer(result == Activity.RESULT_OK, intent)
