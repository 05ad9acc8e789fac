"""The tree of errors."""

from __future__ import annotations

import ast
import copy
import pickle
from pathlib import Path

import pytest

from shared import errors
from shared.errors import OpRefusedError, Retry, RoundsError, every_error


def test_no_two_errors_share_a_code() -> None:
    codes = [error.code for error in every_error()]
    assert len(codes) == len(set(codes))


def test_codes_are_stable_words() -> None:
    assert all(error.code.replace("-", "").isalpha() and error.code.islower() for error in every_error())


@pytest.mark.parametrize("error", every_error(), ids=lambda error: error.code)
def test_an_error_keeps_its_facts_through_copies(error: type[RoundsError]) -> None:
    raised = error(detail="甲", count=3)
    for twin in (copy.copy(raised), pickle.loads(pickle.dumps(raised))):
        assert type(twin) is error
        assert twin.facts == {"detail": "甲", "count": 3}
    assert error.code in str(raised)


def test_a_refused_operation_is_never_sent_again_by_itself_unless_the_server_must_be_upgraded() -> None:
    assert {error.retry for error in every_error(OpRefusedError)} == {Retry.NEVER, Retry.UPGRADE}


def test_every_class_of_the_tree_stands_in_the_drawing() -> None:
    source = Path(errors.__file__).read_text(encoding="utf-8")

    drawing = ast.get_docstring(ast.parse(source)) or ""  # __doc__ is not there under python -OO

    assert [error.__name__ for error in every_error() if error.__name__ not in drawing] == []
