"""Logs as JSON lines on standard error: what happened, never a body, a header, a token or a password."""

from __future__ import annotations

import functools
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

_SECRET = ("password", "token", "authorization", "cookie", "code", "secret")
_OF_EVERY_RECORD: Final = frozenset(
    {*vars(logging.LogRecord("", 0, "", 0, "", None, None)), "message", "asctime", "taskName"}
)


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON: what happened, how bad it is, who says so, when, and its facts (``extra``)."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        line: dict[str, Any] = {
            "event": record.getMessage(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _OF_EVERY_RECORD}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = self.formatStack(record.stack_info)
        return msgspec.json.encode(hide_secrets(line), enc_hook=repr).decode()


def hide_secrets(line: Mapping[str, Any]) -> dict[str, Any]:
    """Blank every member whose name suggests a secret; the net under the rule not to log any."""
    return {name: "***" if _is_secret(name) else value for name, value in line.items()}


def set_up_logs(level: int = logging.INFO) -> None:
    """Send all loggers of this process to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # one line a request under load otherwise


@functools.lru_cache(maxsize=256)
def _is_secret(name: str) -> bool:
    return any(part in name.lower() for part in _SECRET)
