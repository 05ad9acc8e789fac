"""The quick reader accepts and refuses what ``shared.wire`` does, value for value."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import codec
from shared import wire
from shared.errors import MalformedError
from shared.model.hazard import Hazard, Recheck, RecheckResult
from shared.model.inspection import Answer, Inspection, Note, Result
from shared.sync.messages import BlobQuery, Enrol, HazardTransition, Op, PointPatch, Pull, Push, Verify
from tests.builders import DEVICE, KEEPER, SITE, a_hazard, a_photo, a_reading, an_id, an_inspection

AN_OP = Op(an_id(1), 7, KEEPER, "note.put", a_reading(), {"id": an_id(2), "text": "甲", "n": [1, 2.5, None, True]})  # type: ignore[arg-type]
EXAMPLES: list[object] = [
    an_inspection(
        photos=(a_photo(),),
        answers=(
            Answer("a", result=Result.FAIL, value=5),
            Answer("b", value=5.5),
            Answer("c", value="五"),
            Answer("d", value=("x", "y")),
        ),
    ),
    a_hazard(photos_before=(a_photo(),)),
    Recheck(an_id(3), SITE, an_id(4), 1, RecheckResult.FAILED, KEEPER, "王", a_reading()),  # type: ignore[arg-type]
    Note(an_id(5), SITE, "hazard", an_id(4), KEEPER, a_reading(), "看过"),  # type: ignore[arg-type]
    PointPatch(an_id(6), {"remark": "", "is_key_area": False}, {"remark": "x", "is_key_area": True}),
    Push(DEVICE, "1.0", an_id(8), a_reading(), (AN_OP,)),  # type: ignore[arg-type]
    Pull(DEVICE, an_id(8), 1, {"org": 5}),  # type: ignore[arg-type]
    Verify("org", 5, 2, "0" * 16),  # type: ignore[arg-type]
    BlobQuery(("0f" * 32,)),  # type: ignore[arg-type]
    Enrol("ABCD", DEVICE, "平板", "1.0"),
]
CLASSES = [type(example) for example in EXAMPLES]
ODD: list[Any] = [
    None,
    "",
    "x",
    "\x00",
    "a\u0000b",
    "\ud800",
    "2026-01-01T10:00:00",
    "2026-01-01 10:00:00",
    "2026-01-01T10:00:00Z",
    "2026-01-01T10:00:00+08:00",
    "2026-01-01",
    "20260101",
    "0001-01-01T00:00:00+14:00",
    0,
    -1,
    1,
    7.0,
    1.5,
    -0.0,
    1e300,
    2**53 - 1,
    2**53,
    -(2**53),
    2**64,
    10**40,
    True,
    False,
    [],
    {},
    ["a", 1],
    {"a": {"b": 1}},
    "pass",
    "done",
]


def agree(cls: type, text: bytes) -> None:
    """Read by both; same value or same refusal."""
    try:
        expected: object = wire.decode(cls, wire.loads(text))
    except MalformedError as error:
        refusal = error
    else:
        read_alike(codec.read(cls, text), expected)
        return
    with pytest.raises(MalformedError) as mine:
        codec.read(cls, text)
    assert mine.value.facts == refusal.facts


def read_alike(found: object, expected: object) -> None:
    assert found == expected
    assert wire.encode(found) == wire.encode(expected)
    assert repr(found) == repr(expected)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: type(one).__name__)
def test_examples_are_read_alike(example: object) -> None:
    agree(type(example), codec.write(wire.encode(example)))
    agree(type(example), wire.dumps(wire.encode(example)).encode())


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, member in inner for place in places(member, (*path, key)))]


def with_changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = with_changed(copy[path[0]], path[1:], new)
    return copy


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: type(one).__name__)
def test_every_odd_value_at_every_place_is_judged_alike(example: object) -> None:
    whole = wire.encode(example)

    for place in places(whole):
        for odd in ODD:
            text = json.dumps(with_changed(whole, place, odd), ensure_ascii=True).encode()
            agree(type(example), text)
            try:
                plain = json.dumps(with_changed(whole, place, odd), ensure_ascii=False).encode()
            except UnicodeEncodeError:
                continue
            agree(type(example), plain)


@given(st.binary(max_size=60), st.sampled_from(CLASSES))
def test_noise_is_refused_alike(noise: bytes, cls: type) -> None:
    agree(cls, noise)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xef\xbb\xbf{}",
        b"NaN",
        b'{"a":1}{}',
        b"[" * 3000,
        b'{"scope":"a","scope":"b","at":1,"count":1,"sum":"x"}',
    ],
)
def test_rare_texts_are_judged_alike(text: bytes) -> None:
    agree(Verify, text)
    agree(Push, text)


@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if isinstance(one, (Inspection, Hazard, Note, HazardTransition))]
)
def test_bodies_of_operations_are_read_alike(example: object) -> None:
    body: Any = wire.encode(example)

    assert codec.FastCodec().decode(type(example), body) == codec.CarefulCodec().decode(type(example), body) == example


def test_every_odd_value_in_a_body_is_judged_alike() -> None:
    example = EXAMPLES[0]
    whole = wire.encode(example)
    judged = 0

    for place in places(whole)[1:]:
        for odd in ODD:
            body = with_changed(whole, place, odd)
            if not is_ordinary(body):
                continue
            judged += 1
            try:
                expected: object = wire.decode(Inspection, body)
            except MalformedError as error:
                refusal = error
            else:
                read_alike(whole_of(codec.FastCodec().decode(Inspection, body)), expected)
                continue
            with pytest.raises(MalformedError) as mine:
                codec.FastCodec().decode(Inspection, body)
            assert mine.value.facts == refusal.facts
    assert judged > 900


def is_ordinary(body: object) -> bool:
    try:
        return codec.is_ordinary(json.dumps(body, ensure_ascii=False).encode())
    except UnicodeEncodeError:
        return False


def whole_of(found: Inspection) -> Inspection:
    return replace(found, answers=tuple(found.answers))


def test_answers_that_were_checked_are_as_good_as_built_ones() -> None:
    # given
    example = an_inspection(answers=(Answer("a", value=5, at=a_reading()), Answer("b", result=Result.PASS)))
    body: Any = wire.encode(example)
    # when
    found = codec.FastCodec().decode(Inspection, body)
    # then
    assert found == example
    assert example == found
    assert found == codec.FastCodec().decode(Inspection, body)
    assert hash(found) == hash(example)
    assert repr(found) == repr(example)
    assert (len(found.answers), found.answers[1], found.answers[:1]) == (2, example.answers[1], example.answers[:1])
    assert [*found.answers] == [*example.answers]
    assert found != an_inspection(answers=example.answers[:1])


def test_fingerprints_do_not_depend_on_the_order_of_members() -> None:
    one, other = {"a": 1, "b": {"c": 2, "d": 3}}, {"b": {"d": 3, "c": 2}, "a": 1}

    assert codec.FastCodec().fingerprint(one) == codec.FastCodec().fingerprint(other)


def test_a_stored_body_passes_through_unread() -> None:
    assert codec.write({"body": codec.as_stored('{"z": 1}')}) == b'{"body":{"z": 1}}'
