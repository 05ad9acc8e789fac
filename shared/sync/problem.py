"""Errors as RFC 9457 problem documents and back. Obey ``retry`` even when ``type`` is unknown."""

from __future__ import annotations

from dataclasses import dataclass, field

from shared.errors import Retry, RoundsError, every_error

PROBLEM_TYPE = "/problems/"
MEDIA_TYPE = "application/problem+json"
_MEMBERS = frozenset({"type", "title", "status", "detail", "instance", "retry"})


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem document as read. ``code`` is the last part of its type; ``facts`` are its extension members."""

    code: str
    retry: Retry
    status: int
    facts: dict[str, object] = field(default_factory=dict)


def problem_of(error: RoundsError) -> dict[str, object]:
    """Write an error as a problem document; its facts become members of the document."""
    facts = {f"{name}_" if name in _MEMBERS - {"detail"} else name: fact for name, fact in error.facts.items()}
    return {
        "type": PROBLEM_TYPE + error.code,
        "title": error.title,
        "status": error.status,
        "retry": error.retry.value,
        **facts,
    }


def read_problem(status: int, document: object) -> Problem:
    """Read a problem document; whatever is missing is judged by ``status`` (RFC 9110 §15)."""
    members = document if isinstance(document, dict) else {}
    kind = members.get("type")
    code = kind.rpartition("/")[2] if isinstance(kind, str) else f"status-{status}"
    facts = {name: fact for name, fact in members.items() if name not in _MEMBERS or name == "detail"}
    return Problem(code, _retry(status, members.get("retry")), status, facts)


def error_of(problem: Problem) -> RoundsError:
    """Build the error that a problem names; an unknown one becomes the root error with ``problem`` as a fact."""
    facts = {name.rstrip("_") if name[:-1] in _MEMBERS else name: fact for name, fact in problem.facts.items()}
    for cls in every_error():
        if cls.code == problem.code:
            return cls(**facts)
    return RoundsError(problem=problem.code, **facts)


def _retry(status: int, given: object) -> Retry:
    for retry in Retry:
        if retry.value == given:
            return retry
    if status in (401, 403):
        return Retry.LOGIN
    if status in (400, 413):
        return Retry.SPLIT
    return Retry.LATER if status in (408, 409, 425, 429) or status >= 500 else Retry.NEVER
