"""docs/protocol.md is true: every example is sent to a real server, in the order of the document."""

import pytest

from tests.system import protocol_document
from tests.system.protocol_document import DOCUMENT, examples, play, problem_table

TEXT = DOCUMENT.read_text(encoding="utf-8")


def test_the_server_answers_every_example_as_documented():
    # given the document as it is; when its examples are sent
    played = play(TEXT)
    # then
    assert len(played) >= 12
    for example, block in played:
        assert example.answer == block, f"{example.method} {example.path}: run `make docs` and read what changed"


def test_every_problem_that_a_tablet_can_meet_is_documented():
    assert problem_table() in TEXT, "run `make docs`"


def test_writing_the_document_anew_changes_nothing():
    assert protocol_document.render() == TEXT


def test_an_example_without_an_answer_is_a_mistake_of_the_document():
    with pytest.raises(ValueError, match="zip"):
        list(examples(TEXT + "\n```json request GET /v1/sync/hello\n```\n"))


@pytest.mark.parametrize("path", ["/v1/enrol", "/v1/sync/hello", "/v1/sync/push", "/v1/sync/pull", "/v1/sync/verify"])
def test_every_endpoint_has_an_example(path):
    assert path in {example.path for example in examples(TEXT)}
