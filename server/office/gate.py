"""How often somebody without an account may knock: counted per subject and window, by all processes together.

Each process counts in a bounded memory and tells the others through the database, a tenth of a limit at a time: so a page
costs no statement unless somebody comes often, and who is refused costs none at all. It slows down, it does not protect:
what is behind it is protected by tokens that cannot be guessed.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from server.store.knock import Knocks

MOST_SUBJECTS: Final = 20_000
"""Some 4 MB; beyond it the subject that was quiet for longest is forgotten."""
_PARTS: Final = 10
"""Several processes let a subject through at most a tenth of its limit each before they know of one another."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within a window."""

    times: int
    window: timedelta = timedelta(minutes=1)


@dataclass(slots=True)
class _Seen:
    """``times`` are all known knocks of the window that ends at ``until``; of them ``untold`` are not in the database."""

    until: datetime
    times: int = 0
    untold: int = 0


@dataclass(slots=True)
class Gate:
    """Counts; made once, shared by all request threads. Without ``knocks`` it knows of this process alone."""

    knocks: Knocks | None = None
    most: int = MOST_SUBJECTS
    _seen: OrderedDict[str, _Seen] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_s(self, subject: str, limit: Limit, now: datetime) -> int:
        """Count one knock of ``subject``; return 0 if it may pass, else after how many seconds it may come again."""
        with self._lock:
            seen = self._one(subject, limit, now)
            is_over = seen.times >= limit.times
            if not is_over:
                seen.times += 1
                seen.untold += 1
            share = max(1, limit.times // _PARTS)
            telling = seen.untold if not is_over and seen.untold % share == 0 else 0
            seen.untold -= telling
        if telling and self.knocks is not None:
            is_over = self._tell(subject, telling, limit, now)
        return max(1, math.ceil((seen.until - now).total_seconds())) if is_over else 0

    def _one(self, subject: str, limit: Limit, now: datetime) -> _Seen:
        seen = self._seen.pop(subject, None)
        if seen is None or not now < seen.until <= now + limit.window:
            seen = _Seen(now + limit.window)
        self._seen[subject] = seen
        while len(self._seen) > self.most:
            self._seen.popitem(last=False)
        return seen

    def _tell(self, subject: str, telling: int, limit: Limit, now: datetime) -> bool:
        """Tell the others of knocks and hear of theirs; tells whether all together were too many."""
        told = self.knocks.add(subject, telling, limit.window, now) if self.knocks is not None else None
        with self._lock:
            seen = self._seen.get(subject)
            if seen is None:
                pass  # forgotten meanwhile
            elif told is None:
                seen.untold += telling
            else:
                seen.times, seen.until = told.times + seen.untold, told.until
        return told is not None and told.times > limit.times
