"""Logs as JSON lines on standard error: what happened, never a body, a header, a token or a password."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from typing import Any

import structlog

_SECRET = ("password", "token", "authorization", "cookie", "code", "secret")


def hide_secrets(_logger: object, _method: str, event: Mapping[str, Any]) -> dict[str, Any]:
    """Blank every member whose name suggests a secret; the net under the rule not to log any."""
    return {name: "***" if any(part in name.lower() for part in _SECRET) else value for name, value in event.items()}


def set_up_logs(level: int = logging.INFO) -> None:
    """Send all loggers of this process to standard error as JSON lines."""
    shared_steps: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
        structlog.processors.format_exc_info,
        hide_secrets,
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared_steps,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # one line a request under load otherwise
