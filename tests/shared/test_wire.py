"""The JSON form of the shared dataclasses."""

from __future__ import annotations

import dataclasses
import typing
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import wire
from shared.clock import Reading
from shared.errors import MalformedError
from shared.ids import InspectionId, SiteId, TemplateId
from shared.model.fix import Fix
from shared.model.hazard import Hazard
from shared.model.inspection import Answer, Inspection, Photo, Result
from shared.model.mark import Ink, Mark, MarkKind
from shared.model.place import Text
from shared.model.shift import Pin
from shared.model.template import Item
from shared.sync import messages

MESSAGES = [
    entry
    for entry in vars(messages).values()
    if isinstance(entry, type) and dataclasses.is_dataclass(entry) and entry.__module__ == messages.__name__
]
BODIES = sorted({*messages.OP_BODIES.values(), *messages.ROW_BODIES.values()}, key=lambda cls: cls.__name__)

moments = st.datetimes(
    min_value=datetime(1970, 1, 2),
    max_value=datetime(2200, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30))]),
)
texts = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=12)
readings = st.builds(Reading, wall=moments, boot=texts, boottime_ms=st.integers(0, 2**53 - 1))
shares = st.floats(0, 1)
marks = st.builds(
    Mark,
    st.just(MarkKind.PEN),
    st.lists(st.tuples(shares, shares), min_size=1, max_size=3).map(tuple),
    st.sampled_from(Ink),
)
SPECIAL: dict[object, st.SearchStrategy[object]] = {
    Fix: st.builds(Fix, st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 1e6), st.booleans(), moments),
    Reading: readings,
    messages.ManifestLine: st.builds(
        messages.ManifestLine,
        op_id=st.uuids().map(str),
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    ),
    Pin: st.builds(
        Pin,
        id=texts,
        site=texts,
        set_at=moments,
        set_by=texts,
        verifier=st.text("0123456789abcdef", min_size=64, max_size=64),
        salt=st.text("0123456789abcdef", min_size=32, max_size=32),
        rounds=st.integers(1, 4_000_000),
        replaces=texts,
    ),
    Photo: st.builds(
        Photo,
        id=texts,
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        size_bytes=st.integers(0, 2**53 - 1),
        taken_at=readings,
        width=st.integers(0, 2**31 - 1),
        height=st.integers(0, 2**31 - 1),
        marks=st.lists(marks, max_size=2).map(tuple),
    ),
    Mark: marks,
    Answer: st.builds(
        Answer,
        item=texts,
        result=st.none() | st.sampled_from(Result),
        value=st.none()
        | texts
        | st.integers(-(2**53) + 1, 2**53 - 1)
        | st.floats(-1e9, 1e9)
        | st.lists(texts, max_size=3).map(tuple),
        photos=st.lists(texts, max_size=2).map(tuple),
        at=st.none() | readings,
    ),
}


def examples_of(hint: object) -> st.SearchStrategy[typing.Any]:
    """Values of any type that a message may hold."""
    hint = getattr(hint, "__supertype__", hint)
    if hint in SPECIAL:
        return SPECIAL[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return st.lists(examples_of(arguments[0]), max_size=2).map(tuple)
        return st.tuples(*(examples_of(entry) for entry in arguments))
    if origin is dict:
        return st.dictionaries(texts, examples_of(arguments[1]), max_size=2)
    if arguments:
        return st.one_of([examples_of(entry) for entry in arguments])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{name: examples_of(member) for name, member in hints.items()})
    simple: dict[object, st.SearchStrategy[typing.Any]] = {
        str: texts,
        int: st.integers(1, 2**31 - 1),
        float: st.floats(-1e9, 1e9),
        bool: st.booleans(),
        type(None): st.none(),
        datetime: moments,
        date: st.dates(),
        time: st.times(),
    }
    return simple[hint]


@pytest.mark.parametrize("cls", BODIES, ids=lambda cls: cls.__name__)
def test_every_body_comes_back_equal(cls: type) -> None:
    @given(examples_of(cls))
    def comes_back(value: object) -> None:
        assert wire.decode(cls, wire.loads(wire.dumps(wire.encode(value)))) == value

    comes_back()


@pytest.mark.parametrize("cls", MESSAGES, ids=lambda cls: cls.__name__)
def test_every_message_refuses_what_is_not_an_object(cls: type) -> None:
    for wrong in (None, 3, "x", []):
        with pytest.raises(MalformedError):
            wire.decode(cls, wrong)


def test_encode_leaves_out_members_that_equal_their_default() -> None:
    assert wire.encode(Answer("LMR_09", result=Result.FAIL)) == {"item": "LMR_09", "result": "fail"}


def test_encode_keeps_a_false_that_is_not_the_default_none() -> None:
    assert wire.encode(Text("甲")) == {"zh": "甲"}
    assert wire.encode(
        Item("a", wire.decode(Item, {"name": "a", "kind": "note", "label": {"zh": ""}}).kind, Text(""))
    ) == {
        "name": "a",
        "kind": "note",
        "label": {"zh": ""},
    }


def test_decode_ignores_members_of_a_newer_app() -> None:
    answer = wire.decode(Answer, {"item": "a", "mood": "happy"})
    assert answer == Answer("a")


def test_decode_names_the_path_of_the_first_wrong_value() -> None:
    body = {
        "id": "i",
        "site": "s",
        "template": "t",
        "template_version": 1,
        "point": None,
        "author": "p",
        "device": "d",
        "started_at": {"wall": "2026-11-23T08:00:00+08:00", "boot": "b", "boottime_ms": 1},
        "answers": [{"item": "a"}, {"item": "b", "result": "maybe"}],
    }
    with pytest.raises(MalformedError) as caught:
        wire.decode(Inspection, body)
    assert caught.value.facts["path"] == "$.answers[1].result"
    assert "fail" in str(caught.value.facts["detail"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"wall": "2026-11-23T08:00:00", "boot": "b", "boottime_ms": 1},  # no offset
        {"wall": "yesterday", "boot": "b", "boottime_ms": 1},
        {"wall": "2026-11-23T08:00:00Z", "boot": "b", "boottime_ms": -1},
        {"wall": "2026-11-23T08:00:00Z", "boot": "b", "boottime_ms": 2**53},
        {"wall": "2026-11-23T08:00:00Z", "boot": "b", "boottime_ms": True},
        {"wall": "2026-11-23T08:00:00Z", "boot": "b\x00", "boottime_ms": 1},
        {"wall": "2026-11-23T08:00:00Z", "boot": "\ud800", "boottime_ms": 1},
        {"wall": "2026-11-23T08:00:00Z", "boot": "b"},
    ],
)
def test_decode_refuses_a_reading_that_is_not_one(wrong: dict[str, object]) -> None:
    with pytest.raises(MalformedError):
        wire.decode(Reading, wrong)


@pytest.mark.parametrize("text", ["", "{", "[1,]", '{"a":NaN}', b"\xff", "[" * 100_000])
def test_loads_refuses_what_is_not_json(text: str | bytes) -> None:
    with pytest.raises(MalformedError):
        wire.loads(text)


def test_whole_numbers_stay_whole_and_fractions_stay_fractions() -> None:
    whole = wire.decode(Answer, {"item": "a", "value": 3})
    fraction = wire.decode(Answer, {"item": "a", "value": 3.5})
    assert (whole.value, type(whole.value)) == (3, int)
    assert (fraction.value, type(fraction.value)) == (3.5, float)


def test_a_hazard_with_only_what_is_required_takes_every_default() -> None:
    body = {
        "id": "h",
        "site": "s",
        "source_type": "inspection",
        "description": "灭火器缺失",
        "found_by": "p",
        "found_by_name": "王师傅",
        "found_at": {"wall": "2026-11-23T08:00:00Z", "boot": "b", "boottime_ms": 1},
    }
    hazard = wire.decode(Hazard, body)
    assert hazard.state.value == "draft"
    assert wire.encode(hazard) == {
        **body,
        "found_at": {"wall": "2026-11-23T08:00:00+00:00", "boot": "b", "boottime_ms": 1},
    }


def test_ids_are_texts_on_the_wire() -> None:
    reading = Reading(datetime(2026, 11, 23, tzinfo=UTC), "b", 1)
    record = Inspection(InspectionId("i"), SiteId("s"), TemplateId("lmr-d"), 3, None, "p", "d", reading)  # type: ignore[arg-type]
    assert record.template_key == "lmr-d@3"
    assert wire.encode_object(record)["template_version"] == 3
