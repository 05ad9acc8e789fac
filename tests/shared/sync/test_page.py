"""The answer of a pull, read without building the records in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import MalformedError
from shared.sync.messages import PullReply
from shared.sync.page import cursors_ahead, read_page
from shared.wire import RawJson, decode, loads, loads_keeping, text_of

BODY = (
    '{"id":"a","name":{"zh":"一号 \\"楼\\"","en":"\\u4e00"},"unknown":[1,2.50,{"deep":null}],"n":12345678901234567890}'
)
PAGE = (
    '{"epoch":"e","server_time":"2026-11-23T08:30:00+00:00","purge":["site:x"],"later":{"scopes":1},"scopes":['
    '{"scope":"org","next":7,"more":true,"reset":true,"rows":['
    f'{{"kind":"point","id":"a","rev":3,"gone":false,"body":{BODY}}},'
    '{"kind":"point","id":"b","rev":4,"gone":true,"body":null}]},'
    '{"scope":"site:y","next":0,"more":false}]}'
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def built(content):
    """Read a page as every other message is read."""
    return decode(PullReply, loads(content))


def with_bodies_built(reply):
    """Build the records of a page that was read."""
    return [
        (
            page.scope,
            page.next,
            page.more,
            page.reset,
            [(row.kind, row.id, row.rev, row.gone, loads(text_of(row.body))) for row in page.rows],
        )
        for page in reply.scopes
    ]


def test_a_record_stays_the_text_that_it_came_as():
    found = read_page(PAGE.encode())

    assert found.scopes[0].rows[0].body == BODY
    assert isinstance(found.scopes[0].rows[0].body, RawJson)


def test_a_page_says_the_same_as_when_it_is_built():
    found, whole = read_page(PAGE.encode()), built(PAGE)

    assert with_bodies_built(found) == with_bodies_built(whole)
    assert (found.epoch, found.server_time, found.purge) == (whole.epoch, whole.server_time, whole.purge)


def test_white_space_between_values_means_nothing():
    spaced = json.dumps(json.loads(PAGE), indent=2, ensure_ascii=False)

    assert with_bodies_built(read_page(f"\n {spaced}\r\n".encode())) == with_bodies_built(built(PAGE))


@pytest.mark.parametrize(
    "content",
    [
        *(PAGE.encode()[:end] for end in range(0, len(PAGE.encode()), 7)),
        PAGE.encode() + b"{}",
        PAGE.encode().replace(b'"rev":3', b'"rev":NaN'),
        PAGE.encode().replace(b'"deep":null', b'"deep":-Infinity'),
        PAGE.encode().replace(b'"deep":null', b'"deep"'),
        PAGE.encode().replace(b'"rev":3', b'"rev":3.5'),
        PAGE.encode().replace(b'"rev":3', b'"rev":true'),
        PAGE.encode().replace(b'"kind":"point"', b'"kind":"\\u0000"'),
        PAGE.encode().replace(b'"kind":"point"', b'"kind":7'),
        PAGE.encode().replace(b'"body":null', b'"body":"text"'),
        PAGE.encode().replace(b'"rows":[', b'"rows":[7,'),
        PAGE.encode().replace(b'"next":7', b'"next":"7"'),
        PAGE.encode().replace(b"org", b"\xff"),
        b'{"epoch":"e","server_time":"2026-11-23T08:30:00+00:00","scopes":{}}',
        b"[]",
        b"",
    ],
)
def test_what_is_not_whole_or_not_a_page_is_refused(content):
    with pytest.raises(MalformedError):
        read_page(content)


@given(values, values)
def test_what_is_kept_as_text_reads_as_what_was_written(kept, other):
    written = {"other": other, "rows": [{"body": {"it": kept}, "other": other}, {"body": {}}], "body": other}

    found = loads_keeping(json.dumps(written).encode(), ("rows", "body"))

    assert [json.loads(row["body"]) for row in found["rows"]] == [{"it": kept}, {}]
    assert (found["other"], found["body"], found["rows"][0]["other"]) == (other, other, other)


# ahead ----------------------------------------------------------------------------------------------------------------


def a_page(*scopes, purge=""):
    heads = ",".join(scopes)
    return f'{{"epoch":"e","server_time":"2026-11-23T08:30:00+00:00","scopes":[{heads}]{purge}}}'.encode()


MORE = (
    f'{{"scope":"site:y","next":9,"more":true,"rows":[{{"kind":"point","id":"a","rev":3,"gone":false,"body":{BODY}}}]}}'
)
DONE = '{"scope":"org","next":7,"more":false,"rows":[],"reset":false}'


def test_the_cursors_behind_a_page_are_seen_without_reading_it():
    ahead = cursors_ahead(a_page(DONE, MORE), {"user:z": 5, "site:y": 1})

    read = {page.scope: page.next for page in read_page(a_page(DONE, MORE)).scopes}
    assert ahead == {"user:z": 5, **read}
    assert list(ahead) == sorted(ahead)


@pytest.mark.parametrize(
    "content",
    [
        a_page(DONE),
        a_page(MORE, purge=',"purge":["site:x"]'),
        a_page(MORE, '{"scope":"site:x","next":0,"more":true,"rows":[],"reset":true}'),
        json.dumps(json.loads(a_page(MORE)), indent=1).encode(),
        b"<html>",
    ],
)
def test_nothing_is_guessed_behind_the_last_page_a_purge_a_reset_or_a_strange_form(content):
    assert cursors_ahead(content, {"site:y": 1}) is None
