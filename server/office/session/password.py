"""Passwords as argon2id hashes: 19 MiB, two passes, one lane (OWASP); at most four at once, so that memory is bounded."""

from __future__ import annotations

from contextlib import AbstractContextManager
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY_KIB: Final = 19 * 1024
AT_ONCE: Final = 4
SHORTEST: Final = 10
LONGEST: Final = 200


class Passwords:
    """Hashes and verifies; made once, shared by all request threads."""

    def __init__(self, *, memory_kib: int = MEMORY_KIB) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=memory_kib, parallelism=1)
        self._turns: AbstractContextManager[object] = BoundedSemaphore(AT_ONCE)
        # Verified when nobody has that login name, so that the answer takes as long as for a wrong password.
        self._nobody = self._hasher.hash("nobody has this password")

    def hash(self, password: str) -> str:
        """Return what is stored instead of ``password``."""
        with self._turns:
            return self._hasher.hash(password)

    def verify(self, stored: str | None, password: str) -> bool:
        """Tell whether ``password`` is the one that ``stored`` was made from; ``None``: nobody has that login name."""
        if len(password) > LONGEST:
            return False
        with self._turns:
            try:
                self._hasher.verify(stored or self._nobody, password)
            except (VerificationError, InvalidHashError):
                return False
        return stored is not None
