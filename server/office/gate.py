"""How often somebody without an account may knock: counted per subject and window, in a bounded memory of the process.

It slows down, it does not protect: what is behind it is protected by tokens that cannot be guessed. Several processes
count each for itself; a restart forgets.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

MOST_SUBJECTS: Final = 20_000
"""Some 4 MB; beyond it the subject that was quiet for longest is forgotten."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within a window."""

    times: int
    window: timedelta = timedelta(minutes=1)


@dataclass(slots=True)
class Gate:
    """Counts; made once, shared by all request threads."""

    most: int = MOST_SUBJECTS
    _seen: OrderedDict[str, tuple[datetime, int]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_s(self, subject: str, limit: Limit, now: datetime) -> int:
        """Count one knock of ``subject``; return 0 if it may pass, else after how many seconds it may come again."""
        with self._lock:
            began, times = self._seen.pop(subject, (now, 0))
            if not timedelta(0) <= now - began < limit.window:
                began, times = now, 0
            self._seen[subject] = (began, min(times + 1, limit.times + 1))
            while len(self._seen) > self.most:
                self._seen.popitem(last=False)
        return 0 if times < limit.times else max(1, math.ceil((began + limit.window - now).total_seconds()))
