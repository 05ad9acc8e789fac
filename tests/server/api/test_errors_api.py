"""Every error of the tree survives the way over the wire."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.exceptions import BadRequest, ImATeapot, NotFound, TooManyRequests

from server.api import errors
from shared import wire
from shared.errors import RoundsError, every_error
from shared.sync.problem import error_of, read_problem


@pytest.mark.parametrize("cls", every_error(), ids=lambda cls: cls.code)
def test_an_error_comes_back_as_the_class_it_was(cls: type[RoundsError]) -> None:
    with Flask("x").test_request_context("/v1/sync/push"):
        answer = errors.answer(cls(detail="was", offset=7))

    problem = read_problem(answer.status_code, wire.loads(answer.get_data()))

    assert answer.content_type == "application/problem+json"
    assert (problem.code, problem.retry) == (cls.code, cls.retry)
    back = error_of(problem)
    assert type(back) is cls
    assert back.facts == {"detail": "was", "offset": 7}


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotFound(), 404, "unknown-record"),
        (BadRequest(), 400, "malformed"),
        (ImATeapot(), 400, "malformed"),
        (TooManyRequests(), 503, "busy"),
        (ZeroDivisionError(), 500, "server-fault"),
    ],
)
def test_errors_of_others_become_ours(error: Exception, status: int, code: str) -> None:
    with Flask("x").test_request_context("/v1/sync/push"):
        answer = errors.answer(error)

    assert answer.status_code == status
    assert str(answer.json["type"]).endswith(code)


def test_a_fault_tells_nothing_of_itself() -> None:
    with Flask("x").test_request_context("/v1/sync/push"):
        answer = errors.answer(RuntimeError("secret path /etc"))

    assert b"secret" not in answer.get_data()
